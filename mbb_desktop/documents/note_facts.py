"""Everything that a procedure note is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.drugs import Agent
from mbb_desktop.clinical.people import Clinic, Correspondent, Patient
from mbb_desktop.clinical.response import Reading


@dataclass(frozen=True, slots=True)
class PriorBlock:
    """An earlier block of the course in short. `agents` as in `lidocaine 2 %`, `result` only when signed."""

    number: int | None
    performed_on: date
    agents: str = ""
    result: str = ""
    response_number: str = ""
    reported_by: str = ""


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """`agents` are the formulary's, for limits; `before` the pain scores taken before the block.

    `attending` supervises the physician, who is a learner."""

    patient: Patient
    block: Block
    clinic: Clinic
    course: Course | None = None
    physician: User | None = None
    block_number: int | None = None
    prior: tuple[PriorBlock, ...] = ()
    before: tuple[Reading, ...] = ()
    scale: str = ""
    agents: Mapping[str, Agent] = field(default_factory=dict)
    rule_set: str = ""
    payer: Correspondent | None = None
    attending: User | None = None

"""What the list of the planned blocks of the next days is made from."""

from dataclasses import dataclass
from datetime import date, datetime

from mbb_desktop.clinical.ahead import Check
from mbb_desktop.clinical.asked_before import AskedBefore
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.people import Clinic, Patient


@dataclass(frozen=True, slots=True)
class AheadLine:
    """One planned block with its checks and the answers so far."""

    block: Block
    patient: Patient
    checks: tuple[Check, ...]
    asked: AskedBefore


@dataclass(frozen=True, slots=True)
class AheadFacts:
    """The lines are in the order of their times; `at` is when the list was read."""

    clinic: Clinic
    first: date
    last: date
    lines: tuple[AheadLine, ...]
    by: str
    at: datetime
    logo: bytes = b""

"""Everything that a diagnostic response is made from."""

from dataclasses import dataclass
from datetime import date

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.pairs import Compared
from mbb_desktop.clinical.people import Clinic, Patient
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.rules import RuleSet
from mbb_desktop.clinical.verdict import Assessed


@dataclass(frozen=True, slots=True)
class ResponseFacts:
    """`assessed` judges the block that `response` belongs to; `compared` sets it beside an earlier one.

    `physician` is who concludes, `concluded_on` the day of it, `rule_id` the rule that the block answers.
    """

    patient: Patient
    clinic: Clinic
    response: Response
    assessed: Assessed
    course: Course | None = None
    physician: User | None = None
    block_number: int | None = None
    earlier_number: int | None = None
    compared: Compared | None = None
    rule_set: RuleSet | None = None
    rule_id: str = ""
    note_number: str = ""
    concluded_on: date | None = None

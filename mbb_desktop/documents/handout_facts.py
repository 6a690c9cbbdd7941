"""What a paper for the patient is made from."""

from dataclasses import dataclass
from datetime import date

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.handout import DiaryTime, HandoutKind
from mbb_desktop.clinical.handout_book import HandoutBook
from mbb_desktop.clinical.people import Clinic, Patient


@dataclass(frozen=True, slots=True)
class HandoutFacts:
    """`times` are the diary's; `area` and `movement` the tested pain, in the words to be printed.

    What is empty there is printed as a line to fill in by hand. `on` is the day of printing,
    `logo` the clinic's picture.
    """

    kind: HandoutKind
    patient: Patient
    block: Block
    clinic: Clinic
    book: HandoutBook
    on: date
    course: Course | None = None
    times: tuple[DiaryTime, ...] = ()
    area: str = ""
    movement: str = ""
    logo: bytes = b""

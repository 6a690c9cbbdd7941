"""Papers for the patient: what can be printed for whom, the PDF, and its line in the audit trail.

They may be printed before the record is signed, as soon as joints, side and needle-out are recorded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.handout import HandoutKind, diary_code, diary_times, joints_told, lacking
from mbb_desktop.clinical.people import Clinic, Patient
from mbb_desktop.clinical.shown import listed
from mbb_desktop.documents.handout_facts import HandoutFacts
from mbb_desktop.storage import blocks, clinic_settings
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.knowledge import handout_books
from mbb_desktop.workflow.wordings import handout_book

_GONE = (BlockState.DISCARDED, BlockState.ENTERED_IN_ERROR)


class NotRecorded(Exception):
    """The paper needs facts that nobody has recorded; `missing` names them."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(f"This paper needs {listed(missing)}. Record it first, then print.")
        self.missing = missing


@dataclass(frozen=True, slots=True)
class BlockToPrint:
    """A block that papers can be printed for; `lacking` says what each kind still needs.

    `area` and `movement` are the tested pain as the chart has it.
    """

    id: UUID
    performed_on: date
    joints: tuple[JointSide, ...]
    lacking: Mapping[HandoutKind, tuple[str, ...]]
    area: str
    movement: str


@dataclass(frozen=True, slots=True)
class HandoutChoices:
    """What can be chosen for one patient: blocks, the newest first, and languages by code."""

    patient: Patient
    blocks: tuple[BlockToPrint, ...]
    languages: Mapping[str, str]
    clinic_language: str
    after_hours_known: bool
    not_approved: tuple[str, ...]

    @property
    def language(self) -> str | None:
        """The patient's own when it is recorded, else the clinic's; None when no paper is written in it."""
        wanted = self.patient.language or self.clinic_language
        return wanted if wanted in self.languages else None


@dataclass(frozen=True, slots=True)
class HandoutOrder:
    """What to print for which block. `area` and `movement` None: as the chart has them."""

    block_id: UUID
    kind: HandoutKind
    language: str
    area: str | None = None
    movement: str | None = None


@dataclass(frozen=True, slots=True)
class PatientPaper:
    """A paper for the patient, made now: nothing of it is kept but that it was printed."""

    kind: HandoutKind
    patient_id: UUID
    code: str
    wording: str
    pdf: bytes


@needs(Permission.ISSUE_PAPERS)
def handout_choices(desk: Desk, patient_id: UUID) -> HandoutChoices:
    """The patient's blocks and the languages, for the question what to print."""
    books = handout_books()
    with desk.store.look() as look:
        clinic = look.all(Clinic)[0]
        known = [block for block in blocks.of_patient(look, patient_id) if block.state not in _GONE]
        return HandoutChoices(
            look.get(Patient, patient_id),
            tuple(_to_print(look, block) for block in known),
            {code: book.name for code, book in books.items()},
            clinic.language,
            after_hours_known=bool(clinic.after_hours_phone),
            not_approved=tuple(code for code in books if not handout_book(look, code).approved),
        )


def _to_print(look: Look, block: Block) -> BlockToPrint:
    course = look.find(Course, block.course_id)
    return BlockToPrint(
        block.id,
        block.performed_on,
        joints_told(block),
        {kind: lacking(kind, block) for kind in HandoutKind},
        course.pain_area if course else "",
        course.provoked_by if course else "",
    )


@needs(Permission.ISSUE_PAPERS)
def make_handout(desk: Desk, order: HandoutOrder) -> PatientPaper:
    """The paper as PDF; that it was made is audited with its wording. Raises NotRecorded."""
    from mbb_desktop.documents.handout import handout_pdf

    facts = _facts(desk, order)
    if missing := lacking(order.kind, facts.block):
        raise NotRecorded(missing)
    paper = PatientPaper(
        order.kind,
        facts.patient.id,
        diary_code(facts.block.id),
        facts.book.version,
        handout_pdf(facts),
    )
    _note(desk, paper, "shown")
    return paper


def _facts(desk: Desk, order: HandoutOrder) -> HandoutFacts:
    with desk.store.look() as look:
        block = look.get(Block, order.block_id)
        course = look.find(Course, block.course_id)
        area, movement = (course.pain_area, course.provoked_by) if course else ("", "")
        return HandoutFacts(
            order.kind,
            look.get(Patient, block.patient_id),
            block,
            look.all(Clinic)[0],
            handout_book(look, order.language),
            desk.now.date(),
            course,
            diary_times(block.needle_out, desk.now, _here) if block.needle_out else (),
            area if order.area is None else order.area.strip(),
            movement if order.movement is None else order.movement.strip(),
            clinic_settings.logo(look),
        )


def _here(at: datetime) -> datetime:
    """The same moment by this computer's zone and its rules for summer time."""
    return at.astimezone()


@needs(Permission.ISSUE_PAPERS)
def note_handout(desk: Desk, paper: PatientPaper, how: str) -> None:
    """Record that a paper for the patient was printed or saved, and how (`printed`, `saved as a file`)."""
    _note(desk, paper, how)


def _note(desk: Desk, paper: PatientPaper, how: str) -> None:
    about = {"paper": paper.kind.value, "wording": paper.wording, "diary": paper.code}
    desk.note(f"handout {how}", paper.patient_id, about)

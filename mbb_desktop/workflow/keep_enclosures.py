"""Scans and papers from outside: listed, looked at, added after a look whose they are, and struck."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from mbb_desktop.clinical.access import Permission, User, may
from mbb_desktop.clinical.anatomy import Region, say_joints
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.enclosure import Described, Enclosure, problems
from mbb_desktop.clinical.handout import diary_code, joints_told
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Clinic, Patient
from mbb_desktop.interop.scan_file import Scan, read_scan
from mbb_desktop.interop.scan_limits import LARGEST_FILE
from mbb_desktop.storage import blocks, courses, enclosures, similar_people
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, NotAllowed, needs

_OF_ANOTHER = (
    "This very file was added to the chart of another patient. Look whose paper it is. If it is this "
    "patient's, mark it there as entered in error first."
)
_GONE = (BlockState.DISCARDED, BlockState.ENTERED_IN_ERROR)


class BadEnclosure(ValueError):
    """What was said of a paper cannot be kept; `field` names where, the message says what to do."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class NotIdentified(ValueError):
    """Nobody has said that the paper is this patient's."""

    def __init__(self) -> None:
        super().__init__("Look whose paper this is, and confirm it before the paper is kept.")


class KnownFile(ValueError):
    """The same file is in the record already."""


@dataclass(frozen=True, slots=True)
class BlockChoice:
    """A block that a paper may belong to; `code` is the one beneath the QR code of its diary."""

    id: UUID
    course_id: UUID
    performed_on: date
    joints: str
    code: str


@dataclass(frozen=True, slots=True)
class CourseChoice:
    id: UUID
    region: Region
    opened_on: date


@dataclass(frozen=True, slots=True)
class EnclosureChoices:
    """Whose paper it would be, and what it can belong to, newest first."""

    patient: Patient
    courses: tuple[CourseChoice, ...]
    blocks: tuple[BlockChoice, ...]
    similar: tuple[Patient, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperRead:
    """A file that can be kept, with its pages to look at. Nothing of it is kept yet."""

    scan: Scan
    pdf: bytes


def read_paper(place: Path) -> PaperRead:
    """Read a file in a process of its own; no store is needed. Raises NotAScan, OSError."""
    from mbb_desktop.documents.archive import About
    from mbb_desktop.documents.scan_pages import scan_pdf

    with place.open("rb") as file:
        scan = read_scan(file.read(LARGEST_FILE + 1))
    numbers = [f"Page {number}" for number in range(1, len(scan.pages) + 1)]
    return PaperRead(scan, scan_pdf(scan.pages, numbers, About("Scan", "en")))


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A patient's enclosures, newest first, struck ones among them, and the days of their blocks."""

    patient: Patient
    papers: tuple[Enclosure, ...]
    days: Mapping[UUID, date]

    @property
    def standing(self) -> tuple[Enclosure, ...]:
        """Those that nobody called an error."""
        return tuple(each for each in self.papers if each.struck is None)


@needs(Permission.OPEN_PAPERS)
def enclosures_of(desk: Desk, patient_id: UUID) -> Enclosed:
    """What lies in a chart from outside."""
    with desk.store.look() as look:
        found = enclosures.of_patient(look, patient_id)
        shown = look.many(Block, [each.block_id for each in found if each.block_id])
        days = {block.id: block.performed_on for block in shown}
        return Enclosed(look.get(Patient, patient_id), found, days)


@needs(Permission.OPEN_PAPERS)
def open_enclosure(desk: Desk, enclosure_id: UUID) -> bytes:
    """The pages as they were kept; that they were looked at is audited. Raises NotFound."""
    with desk.store.look() as look:
        kept = enclosures.get(look, enclosure_id)
        pages = enclosures.content(look, enclosure_id)
    desk.note("enclosure opened", kept.patient_id, _about(kept))
    return pages


@needs(Permission.ISSUE_PAPERS)
def note_enclosure(desk: Desk, kept: Enclosure, how: str) -> None:
    """Record that an enclosure was printed or saved, and how (`printed`, `saved as a file`)."""
    desk.note(f"enclosure {how}", kept.patient_id, _about(kept))


def _about(kept: Enclosure) -> dict[str, object]:
    return {"enclosure": kept.id, "kind": kept.kind.value, "sha256": kept.sha256}


@needs(Permission.KEEP_ENCLOSURES)
def enclosure_choices(desk: Desk, patient_id: UUID) -> EnclosureChoices:
    """Whose paper it would be, for the question whether it is."""
    with desk.store.look() as look:
        patient = look.get(Patient, patient_id)
        known = [block for block in blocks.of_patient(look, patient_id) if block.state not in _GONE]
        found = [
            CourseChoice(each.id, each.region, each.opened_on)
            for each in courses.of_patient(look, patient_id)
        ]
        twins = similar_people.similar_names(look, patient)
    return EnclosureChoices(patient, tuple(found), tuple(map(_choice, known)), twins)


def _choice(block: Block) -> BlockChoice:
    said = say_joints(joints_told(block))
    return BlockChoice(block.id, block.course_id, block.performed_on, said, diary_code(block.id))


@needs(Permission.KEEP_ENCLOSURES)
def add_enclosure(desk: Desk, said: Described, scan: Scan, *, identified: bool) -> Enclosure:
    """Keep a paper for good. `identified`: the person compared name and a second identifier on its pages.

    Raises NotIdentified, BadEnclosure, KnownFile, NotFound.
    """
    from mbb_desktop.documents.archive import About
    from mbb_desktop.documents.scan_pages import scan_pdf

    if not identified:
        raise NotIdentified
    for field, sentence in problems(said, desk.now.date()).items():
        raise BadEnclosure(field, sentence)
    with desk.change("enclosure added", said.patient_id) as change:
        _refuse_known(change, said.patient_id, scan)
        kept = _described(desk, change, said.tidied(), scan)
        named = [kept.page_named(page) for page in range(1, kept.pages + 1)]
        pages = scan_pdf(scan.pages, named, About("Scan", change.all(Clinic)[0].language))
        kept = replace(kept, sha256=sha256(pages).digest())
        enclosures.add(change, kept, pages)
        change.tell(**_about(kept), identity="compared on the pages")
    return kept


def _described(desk: Desk, look: Look, said: Described, scan: Scan) -> Enclosure:
    """Course and block are this patient's; a block decides its course, and of merged records which one."""
    own = look.same_person(look.get(Patient, said.patient_id).id)
    block = look.get(Block, said.block_id) if said.block_id else None
    course_id = block.course_id if block else said.course_id
    course = look.get(Course, course_id) if course_id else None
    if any(each is not None and each.patient_id not in own for each in (block, course)):
        raise BadEnclosure("block_id", "This block is not this patient's. Choose one of the list.")
    assert said.kind is not None
    return Enclosure(
        id=new_id(desk.now),
        patient_id=course.patient_id if course else said.patient_id,
        course_id=course_id,
        block_id=said.block_id,
        kind=said.kind,
        dated=said.dated,
        sender=said.sender,
        view=said.view,
        marker=said.marker,
        note=said.note,
        pages=len(scan.pages),
        sha256=bytes(32),
        source_sha256=scan.source_sha256,
        added_at=desk.now,
        added_by_id=desk.user.id,
        added_by=desk.user.signs_as,
    )


def _refuse_known(look: Look, patient_id: UUID, scan: Scan) -> None:
    """The same file twice is a slip; the same file in two charts is in the wrong one of them."""
    own = look.same_person(patient_id)
    for each in enclosures.of_source(look, scan.source_sha256):
        if each.struck is None and each.patient_id not in own:
            raise KnownFile(_OF_ANOTHER)
        if each.struck is None:
            raise KnownFile(f"This file is in the chart already: {each.named}, added by {each.added_by}.")


@needs(Permission.KEEP_ENCLOSURES)
def strike_enclosure(desk: Desk, kept: Enclosure, reason: str) -> None:
    """Mark an enclosure as entered in error; it stays, with the reason, and goes into no packet.

    Who added it may, and who signs. Raises BadEnclosure without a reason, NotAllowed, Conflict.
    """
    if not reason.strip():
        raise BadEnclosure("reason", "Say why this was entered in error.")
    with desk.change("enclosure entered in error", kept.patient_id) as change:
        if not may_strike(desk.user, enclosures.get(change, kept.id)):
            raise NotAllowed(Permission.SIGN)
        enclosures.strike(change, kept.id, reason.strip())
        change.tell(**_about(kept))


def may_strike(user: User, kept: Enclosure) -> bool:
    """Whether this person added the paper, or signs for the clinic."""
    return kept.added_by_id == user.id or may(user, Permission.SIGN)

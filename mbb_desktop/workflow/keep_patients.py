"""Finding, adding and changing patients, and opening a chart."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mbb_desktop.clinical.access import Permission, User
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.entered_in_error import EnteredInError
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.people import Correspondent, Patient
from mbb_desktop.clinical.response import Response
from mbb_desktop.storage import blocks, courses, entered_in_error, papers, patients, responses, similar_people
from mbb_desktop.storage.patients import Page, Place
from mbb_desktop.workflow.desk import Desk, NotAllowed, needs


class Duplicate(Exception):
    """Somebody with the same record number, or the same family name and birth date, is known already."""

    def __init__(self, known: tuple[Patient, ...]) -> None:
        super().__init__("This person may be in the list already. Open the known record, or add anyway.")
        self.known = known


class BadPatient(ValueError):
    """A patient's details cannot be kept; `field` names the one, the message says what to do."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything recorded about one patient, newest block first."""

    patient: Patient
    courses: tuple[Course, ...]
    blocks: tuple[Block, ...]
    responses: Mapping[UUID, Response]
    papers: tuple[SignedDocument, ...]
    similar: tuple[Patient, ...]
    users: Mapping[UUID, User]
    directory: Mapping[UUID, Correspondent]
    same_person: tuple[UUID, ...]
    errors: tuple[EnteredInError, ...] = ()

    def course(self, course_id: UUID) -> Course:
        return next(course for course in self.courses if course.id == course_id)

    def first_course(self) -> UUID | None:
        """The complaint to begin with: the one with the newest block, else the newest one."""
        with_blocks = [block.course_id for block in self.blocks if block.state is not BlockState.DISCARDED]
        return next(iter([*with_blocks, *(course.id for course in self.courses)]), None)

    def blocks_of(self, course_id: UUID) -> tuple[Block, ...]:
        """The blocks of one course, oldest first."""
        of_course = (block for block in self.blocks if block.course_id == course_id)
        return tuple(sorted(of_course, key=lambda block: (block.performed_on, block.id)))


@needs(Permission.FIND_PEOPLE)
def find_patients(desk: Desk, text: str, after: Place | None = None, limit: int = 50) -> Page:
    """A page of patients whose name, birth date or record number begins like the typed words."""
    with desk.store.look() as look:
        return patients.search(look, text, after=after, limit=limit)


@needs(Permission.EDIT_PEOPLE)
def known_like(desk: Desk, patient: Patient) -> tuple[Patient, ...]:
    """People who may be the same person."""
    with desk.store.look() as look:
        return patients.duplicates(look, patient)


def patient_problems(patient: Patient, today: date) -> dict[str, str]:
    """What must be mended before a patient can be kept, by field."""
    problems: dict[str, str] = {}
    if not patient.family.strip():
        problems["family"] = "The family name is missing."
    if patient.born > today:
        problems["born"] = "The birth date lies in the future. Check the year."
    elif today.year - patient.born.year > 120:
        problems["born"] = "The birth date is over 120 years ago. Check the year."
    if not any(identifier.value.strip() for identifier in patient.identifiers):
        problems["identifiers"] = "A record number is missing. Enter the one your clinic uses."
    if patient.weight is not None and not 2 <= patient.weight <= 400:
        problems["weight"] = "A weight of 2 to 400 kg can be kept. Check the number and the unit."
    if patient.weighed_on is not None and patient.weighed_on > today:
        problems["weighed_on"] = "The date of the weight lies in the future."
    return problems


@needs(Permission.EDIT_PEOPLE)
def save_patient(desk: Desk, patient: Patient, *, although_known: bool = False) -> Patient:
    """Add or change a patient. Raises BadPatient, Duplicate (a new person only) or Conflict.

    Nobody gets the record number of somebody else, known or not: it is what tells two people apart.
    """
    for field, sentence in patient_problems(patient, desk.now.date()).items():
        raise BadPatient(field, sentence)
    new = patient.version == 0
    if new and not although_known and (known := known_like(desk, patient)):
        raise Duplicate(known)
    _only_demographics(desk, patient)
    event = "patient added" if new else "patient changed"
    with desk.change(event, patient.id) as change:
        if patient.id in change.merges:
            raise BadPatient("family", "This record is part of another one now. Open the chart again.")
        if patients.has_number_of_another(change, patient):
            raise BadPatient("identifiers", "Another patient has this record number. Check the number.")
        return change.save(patient)


_CLINICAL = (
    "allergy_state",
    "allergies",
    "anticoagulant",
    "implanted_device",
    "implanted_device_text",
    "pregnancy",
    "weight",
    "weighed_on",
)


def _only_demographics(desk: Desk, patient: Patient) -> None:
    """Who may not open charts changes no safety fact. Raises NotAllowed."""
    if desk.may(Permission.OPEN_CHART):
        return
    with desk.store.look() as look:
        stored = look.find(Patient, patient.id)
    base = stored or Patient(patient.id, patient.family, patient.given, patient.born, patient.identifiers)
    if any(getattr(base, name) != getattr(patient, name) for name in _CLINICAL):
        raise NotAllowed(Permission.OPEN_CHART)


@needs(Permission.OPEN_CHART)
def open_chart(desk: Desk, patient_id: UUID) -> Chart:
    """The whole chart; that it was opened goes into the audit trail."""
    _viewed(desk, "chart opened", patient_id)
    return refresh_chart(desk, patient_id)


@needs(Permission.OPEN_CHART)
def refresh_chart(desk: Desk, patient_id: UUID) -> Chart:
    """The chart again, after a change by the person who has it open."""
    with desk.store.look() as look:
        patient = look.get(Patient, patient_id)
        known = blocks.of_patient(look, patient_id)
        return Chart(
            patient=patient,
            courses=courses.of_patient(look, patient_id),
            blocks=known,
            responses=responses.of_blocks(look, [block.id for block in known]),
            papers=papers.of_patient(look, patient_id),
            similar=similar_people.similar_names(look, patient),
            users={user.id: user for user in look.all(User)},
            directory={entry.id: entry for entry in look.all(Correspondent)},
            errors=entered_in_error.of_patient(look, patient_id),
            same_person=look.same_person(patient_id),
        )


@needs(Permission.OPEN_PAPERS)
def open_papers(desk: Desk, patient_id: UUID) -> tuple[Patient, tuple[SignedDocument, ...]]:
    """Demographics and papers alone, for people who print but do not read charts."""
    _viewed(desk, "papers opened", patient_id)
    with desk.store.look() as look:
        return look.get(Patient, patient_id), papers.of_patient(look, patient_id)


def _viewed(desk: Desk, event: str, patient_id: UUID) -> None:
    desk.note(event, patient_id)

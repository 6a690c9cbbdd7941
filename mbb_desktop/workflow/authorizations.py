"""Authorizations: entered and changed, and compared with what is planned."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.authorization import AskedFor, Authorization, problems
from mbb_desktop.clinical.authorized import Covered, PayerFile, Planned, Session, covered
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.block_state import DONE
from mbb_desktop.clinical.coding import Procedure, codes_of_plan
from mbb_desktop.clinical.course import Course, Treatment
from mbb_desktop.clinical.people import Correspondent, Patient
from mbb_desktop.clinical.performed import joints_blocked, may_have_begun, not_a_session, says_where
from mbb_desktop.clinical.sessions import joints_of
from mbb_desktop.storage import authorizations, blocks, courses
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.knowledge import code_book

_KIND = {AskedFor.BLOCK: Procedure.INJECTION, AskedFor.ABLATION: Procedure.ABLATION}
_AHEAD = (BlockState.PLANNED, BlockState.DRAFT)
_TAKES_PLACE = (BlockState.PLANNED, *DONE)


class BadAuthorization(ValueError):
    """An entry cannot be kept; `field` names where, the message says what to do."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class PatientFile:
    """What is known of one person's payer: the entries, today's payer, and what is planned, compared."""

    patient: Patient
    payer: Correspondent | None
    known: PayerFile
    plans: tuple[tuple[Block, Covered], ...] = ()

    def covers(self, procedure: AskedFor, joints: Sequence[JointSide], on: date) -> Covered:
        """A session compared with the entries."""
        return covered(planned(procedure, joints, on), self.known)


def planned(procedure: AskedFor, joints: Sequence[JointSide], on: date) -> Planned:
    """A session with the codes it would be reported with."""
    return Planned(procedure, tuple(joints), on, codes_of_plan(_KIND[procedure], joints, on, code_book()))


@needs(Permission.OPEN_PAPERS)
def payer_file(desk: Desk, patient_id: UUID) -> PatientFile:
    """Everything of one person for the chart, the plan and the letter."""
    with desk.store.look() as look:
        return read_file(look, look.get(Patient, patient_id))


def read_file(look: Look, patient: Patient) -> PatientFile:
    """Everything of one person inside an open transaction."""
    found = _file(look, patient)
    ahead = [b for b in blocks.of_patient(look, patient.id)[::-1] if b.state in _AHEAD]
    plans = tuple((b, found.covers(AskedFor.BLOCK, compared_joints(b), b.performed_on)) for b in ahead)
    return replace(found, plans=plans)


def compared_joints(block: Block) -> tuple[JointSide, ...]:
    """What is being done: what the draft has recorded, else the plan, else what is recorded."""
    begun = (block.joints or joints_blocked(block)) if block.state is BlockState.DRAFT else ()
    return begun or block.planned_joints or joints_of(block)


def _file(look: Look, patient: Patient) -> PatientFile:
    payer = look.find(Correspondent, patient.payer_id) if patient.payer_id else None
    return PatientFile(patient, payer, read_files(look, (patient,))[patient.id])


@needs(Permission.OPEN_PAPERS)
def block_covered(desk: Desk, block: Block) -> Covered:
    """Whether the payer covers a block, by what is recorded of a draft, else by its plan."""
    with desk.store.look() as look:
        patient = look.get(Patient, block.patient_id)
        return read_covered(look, (block,), {block.patient_id: patient})[block.id]


@needs(Permission.OPEN_CHART)
def ablation_covered(desk: Desk, course_id: UUID, joints: tuple[JointSide, ...]) -> Covered:
    """Whether the payer covers an ablation of these joints, if it were done today."""
    with desk.store.look() as look:
        patient = look.get(Patient, look.get(Course, course_id).patient_id)
        return _file(look, patient).covers(AskedFor.ABLATION, joints, desk.now.date())


def read_covered(look: Look, of: Sequence[Block], people: Mapping[UUID, Patient]) -> Mapping[UUID, Covered]:
    """Each block compared with the entries of its patient; a long list takes no more statements."""
    files = read_files(look, {p.id: p for p in people.values()}.values())
    return {
        block.id: covered(
            planned(AskedFor.BLOCK, compared_joints(block), block.performed_on),
            files[people[block.patient_id].id],
        )
        for block in of
    }


def read_files(look: Look, people: Collection[Patient]) -> Mapping[UUID, PayerFile]:
    """What is known of each person's payer, inside an open transaction."""
    entries = authorizations.of_people(look, [person.id for person in people])
    denied = authorizations.denials_of_people(look, [person.id for person in people])
    counted = [p.id for p in people if any(a.sessions is not None for a in entries[p.id])]
    done = _sessions(look, counted)
    return {p.id: PayerFile(entries[p.id], p.payer_id, done.get(p.id, ()), denied[p.id]) for p in people}


def _sessions(look: Look, patient_ids: Sequence[UUID]) -> Mapping[UUID, tuple[Session, ...]]:
    """The days of each person on which something took place or is planned, here or elsewhere."""
    if not patient_ids:
        return {}
    of_blocks = blocks.of_people(look, patient_ids)
    of_courses = courses.of_people(look, patient_ids)
    return {key: (*_blocks(of_blocks[key]), *_ablations(of_courses[key])) for key in patient_ids}


def _counts(block: Block) -> bool:
    begun = block.state is not BlockState.DRAFT or says_where(block)
    return block.state in _TAKES_PLACE and begun and not not_a_session(block)


def _blocks(of: Sequence[Block]) -> Iterator[Session]:
    for block in of:
        sure = _counts(block)
        if sure or (may_have_begun(block) and not not_a_session(block)):
            yield Session(AskedFor.BLOCK, block.performed_on, joints_of(block), sure)


def _ablations(of: Sequence[Course]) -> Iterator[Session]:
    for done in (each for course in of for each in course.ablations):
        if done.on is not None:
            yield Session(AskedFor.ABLATION, done.on, tuple(_places(done)))


def _places(done: Treatment) -> Iterator[JointSide]:
    for joint in done.joints:
        yield from (JointSide(joint, side) for side in done.sides or tuple(Side))


@needs(Permission.KEEP_AUTHORIZATIONS)
def save_authorization(desk: Desk, said: Authorization) -> Authorization:
    """Keep an entry or a change of one, with who and when. Raises BadAuthorization or Conflict."""
    for field, sentence in problems(said, desk.now.date()).items():
        raise BadAuthorization(field, sentence)
    event = "authorization changed" if said.version else "authorization entered"
    with desk.change(event, said.patient_id) as change:
        payer = change.find(Correspondent, said.payer_id) if said.payer_id else None
        return change.save(
            replace(
                said,
                payer=payer.name if payer else said.payer,
                entered_at=desk.now,
                entered_by_id=desk.user.id,
                entered_by=desk.user.called,
            )
        )

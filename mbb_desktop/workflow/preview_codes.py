"""The coding previews of a patient: each block done, and the ablation that they allow to ask for."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.block_state import DONE
from mbb_desktop.clinical.code_book import PayerStyle
from mbb_desktop.clinical.coded_block import (
    SuggestedDiagnosis,
    diagnosis_remarks,
    preview_of,
    preview_of_request,
    suggested_diagnoses,
)
from mbb_desktop.clinical.coding import Preview
from mbb_desktop.clinical.course import Course, Diagnosis, Vertebrae
from mbb_desktop.clinical.installed import BrokenRules
from mbb_desktop.clinical.people import Correspondent, Patient
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.storage import blocks, courses
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.knowledge import code_book
from mbb_desktop.workflow.review_course import reviewed


@dataclass(frozen=True, slots=True)
class Coded:
    """One preview. `about` is the day of a block, or that it is a request; `state` None for a request.

    `remarks` are about the diagnosis codes that are recorded.
    """

    about: str
    joints: tuple[JointSide, ...]
    state: BlockState | None
    payer: str
    preview: Preview
    diagnoses: tuple[SuggestedDiagnosis, ...]
    remarks: tuple[str, ...]


@needs(Permission.OPEN_PAPERS)
def preview_codes(desk: Desk, patient_id: UUID) -> tuple[Coded, ...]:
    """Blocks, the newest first, then requests. Drafts and requests only for who may open the chart."""
    full = desk.may(Permission.OPEN_CHART)
    states = DONE if full else (BlockState.SIGNED,)
    with desk.store.look() as look:
        patient = look.get(Patient, patient_id)
        payer = look.find(Correspondent, patient.payer_id) if patient.payer_id else None
        everything = blocks.of_patient(look, patient_id)
        done = [block for block in everything if block.state in states]
        newest_first = sorted(done, key=lambda block: (block.performed_on, block.id), reverse=True)
        found = [_of_block(look, block, payer, everything) for block in newest_first]
        return (*found, *(_of_requests(desk, look, patient_id, payer) if full else ()))


def _style(payer: Correspondent | None) -> PayerStyle:
    return code_book().style_of(payer)


def _of_block(look: Look, block: Block, payer: Correspondent | None, everything: tuple[Block, ...]) -> Coded:
    course = look.find(Course, block.course_id)
    found = preview_of(block, code_book(), _style(payer), everything)
    recorded = block.diagnoses or (course.diagnoses if course else ())
    return Coded(
        show_date(block.performed_on),
        block.joints or found.levels,
        block.state,
        payer.name if payer else "",
        found,
        suggested_diagnoses(found.levels, code_book(), six_lumbar=block.vertebrae is Vertebrae.SIX),
        _remarks(recorded, course),
    )


def _of_requests(desk: Desk, look: Look, patient_id: UUID, payer: Correspondent | None) -> Iterator[Coded]:
    for course in courses.of_patient(look, patient_id):
        requested = _confirmed(desk, look, course)
        if requested:
            six, day = course.six_lumbar, desk.now.date()
            yield Coded(
                phrase("coding.requested"),
                requested,
                None,
                payer.name if payer else "",
                preview_of_request(requested, day, code_book(), _style(payer), course),
                suggested_diagnoses(requested, code_book(), six_lumbar=six, ablation=True),
                _remarks(course.diagnoses, course),
            )


def _confirmed(desk: Desk, look: Look, course: Course) -> tuple[JointSide, ...]:
    """The joints that may be asked for; none while the rule set of the course cannot be read."""
    try:
        return reviewed(desk, look, course.id).requested
    except BrokenRules:
        return ()


def _remarks(recorded: tuple[Diagnosis, ...], course: Course | None) -> tuple[str, ...]:
    radiculopathy = course.radiculopathy if course else None
    return diagnosis_remarks(recorded, code_book(), radiculopathy=radiculopathy)

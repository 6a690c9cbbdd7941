"""The coding preview of every block of a patient that was done: for the chart, and for who prints papers."""

from dataclasses import dataclass
from uuid import UUID

from mbb_desktop.clinical.access import Permission, may
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.code_book import CodeBook
from mbb_desktop.clinical.coded_block import (
    SuggestedDiagnosis,
    diagnosis_remarks,
    preview_of,
    suggested_diagnoses,
)
from mbb_desktop.clinical.coding import Preview
from mbb_desktop.clinical.course import Course, Vertebrae
from mbb_desktop.clinical.people import Correspondent, Patient
from mbb_desktop.storage import blocks
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.knowledge import code_book


@dataclass(frozen=True, slots=True)
class CodedBlock:
    """One block with its preview; `remarks` are about the diagnosis codes that are recorded."""

    block: Block
    payer: str
    preview: Preview
    diagnoses: tuple[SuggestedDiagnosis, ...]
    remarks: tuple[str, ...]


@needs(Permission.OPEN_PAPERS)
def preview_codes(desk: Desk, patient_id: UUID) -> tuple[CodedBlock, ...]:
    """Newest first. Drafts only for people who may open the chart."""
    states = [BlockState.SIGNED]
    states += [BlockState.DRAFT] if may(desk.user, Permission.OPEN_CHART) else []
    with desk.store.look() as look:
        patient = look.get(Patient, patient_id)
        payer = look.find(Correspondent, patient.payer_id) if patient.payer_id else None
        done = [block for block in blocks.of_patient(look, patient_id) if block.state in states]
        newest_first = sorted(done, key=lambda block: (block.performed_on, block.id), reverse=True)
        return tuple(_coded(look, block, payer, code_book()) for block in newest_first)


def _coded(look: Look, block: Block, payer: Correspondent | None, book: CodeBook) -> CodedBlock:
    found = preview_of(block, book, book.style_of(payer))
    course = look.find(Course, block.course_id)
    recorded = block.diagnoses or (course.diagnoses if course else ())
    six = block.vertebrae is Vertebrae.SIX
    return CodedBlock(
        block,
        payer.name if payer else "",
        found,
        suggested_diagnoses(found.levels, book, six_lumbar=six),
        diagnosis_remarks(recorded, book, radiculopathy=course.radiculopathy if course else None),
    )

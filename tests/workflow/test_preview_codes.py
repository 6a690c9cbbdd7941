"""The coding previews of a patient, read from the store."""

from dataclasses import replace

from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Patient
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.preview_codes import preview_codes
from tests.clinical.test_coded_block import LOWER, UPPER
from tests.workflow.conftest import NOW, Desks, lumbar_course, somebody


def kept(desks: Desks, *records: Block) -> tuple[Patient, Course]:
    """The records as drafts of one day of a new patient."""
    desk = desks.of("physician")
    patient = save_patient(desk, somebody(), although_known=True)
    course = save_course(desk, lumbar_course(patient))
    with desk.change("invented", patient.id) as change:
        for record in records:
            change.save(
                replace(
                    record,
                    id=new_id(NOW),
                    patient_id=patient.id,
                    course_id=course.id,
                    state=BlockState.DRAFT,
                    performed_on=NOW.date(),
                    needle_out=None,
                )
            )
    return patient, course


def test_two_records_of_one_day_give_each_code_once(desks: Desks) -> None:
    patient, _ = kept(desks, LOWER, UPPER)
    found = preview_codes(desks.of("physician"), patient.id)
    codes = [line.code for each in found for line in each.preview.lines]
    assert codes == ["64493", "64494", "64495"]
    assert len(found) == 2


def test_one_record_of_a_day_is_coded_alone(desks: Desks) -> None:
    patient, _ = kept(desks, LOWER)
    (found,) = preview_codes(desks.of("physician"), patient.id)
    assert [line.code for line in found.preview.lines] == ["64493", "64494"]

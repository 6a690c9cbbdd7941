"""The courses of a patient."""

from uuid import UUID

from mbb_desktop.clinical.course import Course
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import COURSES

_COLUMNS = COURSES.table.c


def of_patient(look: Look, patient_id: UUID) -> tuple[Course, ...]:
    """The patient's courses, the newest first."""
    order = (_COLUMNS.opened_on.desc(), _COLUMNS.id.desc())
    return look.where(Course, _COLUMNS.patient_id.in_(look.same_person(patient_id)), order=order)

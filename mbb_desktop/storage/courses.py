"""The courses of a patient, and those with an ablation that is followed up."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.course import Course
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import COURSES, METADATA

_COLUMNS = COURSES.table.c
_ABLATION = METADATA.tables["course_ablations"].c


def of_patient(look: Look, patient_id: UUID) -> tuple[Course, ...]:
    """The patient's courses, the newest first."""
    order = (_COLUMNS.opened_on.desc(), _COLUMNS.id.desc())
    return look.where(Course, _COLUMNS.patient_id.in_(look.same_person(patient_id)), order=order)


def of_people(look: Look, patient_ids: Collection[UUID]) -> dict[UUID, tuple[Course, ...]]:
    """The courses of each person, whichever record they stand in, the newest first, by the ids asked for."""
    order = (_COLUMNS.opened_on.desc(), _COLUMNS.id.desc())
    return look.of_people(Course, patient_ids, order=order)


def ablated_between(look: Look, first: date, last: date) -> tuple[Course, ...]:
    """The courses with an ablation of these days, recorded as done here or elsewhere, in steady order.

    Reads through the ablations, which are few, and not through the courses.
    """
    recorded = sa.select(_ABLATION.course_id).where(
        _ABLATION.on.between(first, last), _ABLATION.elsewhere.is_not(None)
    )
    return look.where(Course, _COLUMNS.id.in_(recorded), order=(_COLUMNS.opened_on, _COLUMNS.id))

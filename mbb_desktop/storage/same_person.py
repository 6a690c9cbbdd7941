"""Which records are of one person: the merges that stand, read as they were made."""

from collections.abc import Mapping
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.one_person import MergeMark
from mbb_desktop.storage.tables import PATIENT_MERGE

Merges = Mapping[UUID, UUID]
"""The record that stays, by each one that was merged into it."""

_EVERY = sa.select(PATIENT_MERGE.c.other_id, PATIENT_MERGE.c.kept_id, PATIENT_MERGE.c.mark).order_by(
    PATIENT_MERGE.c.seq
)


def standing_merges(connection: sa.Connection) -> Merges:
    """The merges that nobody has undone; there are few."""
    found: dict[UUID, UUID] = {}
    for other, kept, mark in connection.execute(_EVERY):
        if mark is MergeMark.MERGED:
            found[other] = kept
        else:
            found.pop(other, None)
    return found


def survivor(merges: Merges, patient_id: UUID) -> UUID:
    """The record under which a person is found."""
    while patient_id in merges:
        patient_id = merges[patient_id]
    return patient_id


def same_person(merges: Merges, patient_id: UUID) -> tuple[UUID, ...]:
    """Every record of the person, the one that stays first."""
    kept = survivor(merges, patient_id)
    return (kept, *(other for other in merges if survivor(merges, other) == kept))

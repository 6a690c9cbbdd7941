"""What payers approved, asked for and denied, by person."""

from collections.abc import Collection
from uuid import UUID

from mbb_desktop.clinical.authorization import Authorization
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import AUTHORIZATIONS

_COLUMNS = AUTHORIZATIONS.table.c
_ORDER = (_COLUMNS.entered_at, _COLUMNS.id)


def of_people(look: Look, patient_ids: Collection[UUID]) -> dict[UUID, tuple[Authorization, ...]]:
    """Those of each person, whichever record they stand in, by the ids asked for; entered first first."""
    every = {record for asked in patient_ids for record in look.same_person(asked)}
    found = look.where(Authorization, _COLUMNS.patient_id.in_(every), order=_ORDER) if every else ()
    return {
        asked: tuple(a for a in found if look.survivor_of(a.patient_id) == look.survivor_of(asked))
        for asked in patient_ids
    }


def standing(look: Look) -> tuple[Authorization, ...]:
    """Every one in the clinic, entered first first."""
    return look.where(Authorization, order=_ORDER)

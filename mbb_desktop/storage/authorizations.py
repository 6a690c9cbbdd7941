"""What payers approved and denied: of some people, and what is still open in the whole clinic."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.authorization import Authorization, AuthorizationState
from mbb_desktop.clinical.denial import Denial
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import AUTHORIZATIONS, DENIALS

_COLUMNS = AUTHORIZATIONS.table.c
_DENIED = DENIALS.table.c
_ORDER = (_COLUMNS.entered_at, _COLUMNS.id)
_BY_DATE = (_DENIED.dated, _DENIED.id)


def of_people(look: Look, patient_ids: Collection[UUID]) -> dict[UUID, tuple[Authorization, ...]]:
    """Those of each person, whichever record they stand in, by the ids asked for; entered first first."""
    return look.of_people(Authorization, patient_ids, order=_ORDER)


def denials_of_people(look: Look, patient_ids: Collection[UUID]) -> dict[UUID, tuple[Denial, ...]]:
    """The denials of each person, whichever record they stand in, by the ids asked for; oldest first."""
    return look.of_people(Denial, patient_ids, order=_BY_DATE)


def open_ones(look: Look, day: date) -> tuple[Authorization, ...]:
    """Those that wait for an answer, were denied, or can still be used on a day."""
    asked = _COLUMNS.state.in_((AuthorizationState.REQUESTED, AuthorizationState.DENIED))
    granted = _COLUMNS.state.in_((AuthorizationState.APPROVED, AuthorizationState.PARTLY))
    usable = sa.and_(granted, sa.or_(_COLUMNS.valid_to.is_(None), _COLUMNS.valid_to >= day))
    return look.where(Authorization, sa.or_(asked, usable), order=_ORDER)


def open_denials(look: Look) -> tuple[Denial, ...]:
    """The denials that nobody closed, the oldest first."""
    return look.where(Denial, _DENIED.closed.is_(None), order=_BY_DATE)


def every_one(look: Look) -> tuple[tuple[Authorization, ...], tuple[Denial, ...]]:
    """All authorizations and all denials of the clinic."""
    return look.where(Authorization, order=_ORDER), look.where(Denial, order=_BY_DATE)

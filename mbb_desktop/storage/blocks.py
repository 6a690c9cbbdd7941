"""The blocks of a patient, a course, a day, and those that still wait for something."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import BLOCKS, DISCARDED, DRAFTS, RESPONSES, SIGNED_BLOCKS, UNSIGNED

_COLUMNS = BLOCKS.table.c
_RESPONSE = RESPONSES.table.c
_OLDEST_FIRST = (_COLUMNS.performed_on, _COLUMNS.id)
_NEWEST_FIRST = (_COLUMNS.performed_on.desc(), _COLUMNS.id.desc())
_OPEN = (BlockState.PLANNED, BlockState.DRAFT, BlockState.SIGNED)


def of_patient(look: Look, patient_id: UUID) -> tuple[Block, ...]:
    """Every block of the patient in any state, the newest first."""
    return look.where(Block, _COLUMNS.patient_id == patient_id, order=_NEWEST_FIRST)


def of_course(look: Look, course_id: UUID) -> tuple[Block, ...]:
    """Every block of the course in any state, the first first."""
    return look.where(Block, _COLUMNS.course_id == course_id, order=_OLDEST_FIRST)


def of_day(look: Look, day: date) -> tuple[Block, ...]:
    """The day's blocks that are planned, in work or signed, in the order of their times."""
    found = look.where(Block, _COLUMNS.performed_on == day, _COLUMNS.state.in_(_OPEN), order=_OLDEST_FIRST)
    return tuple(
        sorted(found, key=lambda block: (block.scheduled_at is None, str(block.scheduled_at), block.id))
    )


def between(look: Look, first: date, last: date) -> tuple[Block, ...]:
    """The blocks from one day to another, both included, planned, in work or signed, the first first."""
    span = _COLUMNS.performed_on.between(first, last)
    return look.where(Block, span, _COLUMNS.state.in_(_OPEN), order=_OLDEST_FIRST)


def drafts(look: Look, physician_id: UUID | None = None) -> tuple[Block, ...]:
    """The blocks in work, of one physician or of all, the oldest first."""
    whose = () if physician_id is None else (_COLUMNS.physician_id == physician_id,)
    return look.where(Block, DRAFTS, *whose, order=_OLDEST_FIRST)


def planned_before(look: Look, day: date) -> tuple[Block, ...]:
    """Planned blocks whose day has passed without anybody documenting them, the oldest first."""
    planned = (_COLUMNS.state == BlockState.PLANNED, _COLUMNS.performed_on < day)
    return look.where(Block, *planned, order=_OLDEST_FIRST)


def discarded(look: Look) -> tuple[Block, ...]:
    """The drafts that somebody put away, the newest first."""
    return look.where(Block, DISCARDED, order=(_COLUMNS.discarded_at.desc(), _COLUMNS.id.desc()))


def awaiting_response(look: Look, since: date | None = None) -> tuple[Block, ...]:
    """Blocks in work or signed without a signed response (signed ones: or without any), the oldest first."""
    return look.many(Block, _waiting(look, since))


def _waiting(look: Look, since: date | None) -> tuple[UUID, ...]:
    recent = () if since is None else (_COLUMNS.performed_on >= since,)
    begun = sa.select(_COLUMNS.performed_on, _COLUMNS.id).join(
        RESPONSES.table, _RESPONSE.block_id == _COLUMNS.id
    )
    begun = begun.where(UNSIGNED, _COLUMNS.state.in_((BlockState.DRAFT, BlockState.SIGNED)), *recent)
    none = sa.select(_COLUMNS.performed_on, _COLUMNS.id).where(SIGNED_BLOCKS, *recent)
    none = none.where(~sa.exists().where(_RESPONSE.block_id == _COLUMNS.id))
    rows = look.connection.execute(sa.union(begun, none).order_by("performed_on", "id"))
    return tuple(row.id for row in rows)

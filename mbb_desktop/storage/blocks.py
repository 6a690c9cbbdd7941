"""The blocks of a patient, a course, a day, and those that still wait for something."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.block_state import DONE
from mbb_desktop.clinical.calls import FIRST_AT_HOME
from mbb_desktop.clinical.response import BEFORE, SLOTS
from mbb_desktop.storage import entered_in_error
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import (
    BLOCKS,
    CALLS,
    DISCARDED,
    DRAFTS,
    METADATA,
    PLANS,
    RESPONSES,
    UNSIGNED,
)

_COLUMNS = BLOCKS.table.c
_CALL = CALLS.table.c
_RESPONSE = RESPONSES.table.c
_READING = METADATA.tables["response_readings"].c
_OLDEST_FIRST = (_COLUMNS.performed_on, _COLUMNS.id)
_NEWEST_FIRST = (_COLUMNS.performed_on.desc(), _COLUMNS.id.desc())
_OPEN = (BlockState.PLANNED, *DONE)


def of_patient(look: Look, patient_id: UUID) -> tuple[Block, ...]:
    """Every block of the patient in any state, the newest first."""
    return look.where(Block, _COLUMNS.patient_id.in_(look.same_person(patient_id)), order=_NEWEST_FIRST)


def of_people(look: Look, patient_ids: Collection[UUID]) -> dict[UUID, tuple[Block, ...]]:
    """Every block of each person in any state, whichever record it stands in, by the ids asked for."""
    return look.of_people(Block, patient_ids, order=_OLDEST_FIRST)


def of_course(look: Look, course_id: UUID) -> tuple[Block, ...]:
    """Every block of the course in any state, the first first."""
    return look.where(Block, _COLUMNS.course_id == course_id, order=_OLDEST_FIRST)


def of_courses(look: Look, course_ids: Collection[UUID]) -> dict[UUID, tuple[Block, ...]]:
    """Every block of the courses in any state by course, the first first."""
    found = look.where(Block, _COLUMNS.course_id.in_(course_ids), order=_OLDEST_FIRST) if course_ids else ()
    return {key: tuple(block for block in found if block.course_id == key) for key in course_ids}


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


def of_people_since(look: Look, patient_ids: Collection[UUID], day: date) -> dict[UUID, tuple[Block, ...]]:
    """The blocks of many people from a day on, planned, in work or signed, by the ids asked for."""
    since = (_COLUMNS.performed_on >= day, _COLUMNS.state.in_(_OPEN))
    return look.of_people(Block, patient_ids, *since, order=_OLDEST_FIRST)


def followed_up(look: Look, first: date, last: date, called_since: datetime) -> tuple[Block, ...]:
    """The blocks of these days with a needle-out time and times at home that nobody asked about.

    Not those with a signed response that stands; those that somebody was called about since then in any
    case. The first first.
    """
    span = _COLUMNS.performed_on.between(first, last)
    done = _COLUMNS.state.in_(DONE)
    at_home = [slot for slot in SLOTS if slot >= FIRST_AT_HOME]
    gone = entered_in_error.responses_in_error(look, sa.select(_COLUMNS.id).where(span))
    own = sa.and_(_RESPONSE.block_id == _COLUMNS.id, *([_RESPONSE.id.not_in(gone)] if gone else []))
    asked = sa.select(sa.func.count(sa.distinct(_READING.slot))).where(
        own,
        _READING.response_id == _RESPONSE.id,
        _READING.slot.in_(at_home),
    )
    closed = sa.exists().where(own, _RESPONSE.signed_at.is_not(None))
    called = sa.exists().where(_CALL.block_id == _COLUMNS.id, _CALL.at >= called_since)
    waiting = sa.or_(called, asked.scalar_subquery() < len(at_home))
    known = _COLUMNS.needle_out.is_not(None)
    return look.where(Block, span, done, known, sa.not_(closed), waiting, order=_OLDEST_FIRST)


def drafts(look: Look, physician_id: UUID | None = None) -> tuple[Block, ...]:
    """The blocks in work, of one physician or of all, the oldest first."""
    whose = () if physician_id is None else (_COLUMNS.physician_id == physician_id,)
    return look.where(Block, DRAFTS, *whose, order=_OLDEST_FIRST)


def planned_before(look: Look, day: date) -> tuple[Block, ...]:
    """Planned blocks whose day has passed without anybody documenting them, the oldest first."""
    return look.where(Block, PLANS, _COLUMNS.performed_on < day, order=_OLDEST_FIRST)


def discarded(look: Look, since: datetime) -> tuple[Block, ...]:
    """The drafts that somebody put away since then, the newest first."""
    recent = _COLUMNS.discarded_at >= since
    return look.where(Block, DISCARDED, recent, order=(_COLUMNS.discarded_at.desc(), _COLUMNS.id.desc()))


def with_response_to_sign(look: Look) -> tuple[Block, ...]:
    """Blocks in work or signed whose response has a score before and one after, unsigned; the oldest first.

    Read through the responses that nobody signed, so that it takes no longer after ten years.
    """
    columns = sa.select(_COLUMNS.id).join(RESPONSES.table, _RESPONSE.block_id == _COLUMNS.id)
    begun = columns.where(UNSIGNED, _COLUMNS.state.in_((BlockState.DRAFT, BlockState.SIGNED)))
    complete = begun.where(_has_reading((BEFORE,)), _has_reading(SLOTS))
    rows = look.connection.execute(complete.order_by(*_OLDEST_FIRST))
    return look.many(Block, tuple(rows.scalars()))


def _has_reading(slots: Sequence[int]) -> sa.ColumnElement[bool]:
    return sa.exists().where(_READING.response_id == _RESPONSE.id, _READING.slot.in_(slots))

"""Follow-up calls after a block: who tried when, what came of it, and when the next call is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from uuid import UUID

from mbb_desktop.clinical.block import Block, Purpose
from mbb_desktop.clinical.block_state import DONE
from mbb_desktop.clinical.performed import something_injected
from mbb_desktop.clinical.response import SLOTS, Response
from mbb_desktop.clinical.scoring import is_due, when_due

FIRST_AT_HOME = 60
"""Minutes after needle-out: earlier scores are asked in the clinic."""

ASKED_FOR = timedelta(days=14)
"""After this nobody recalls a score of an hour: the block leaves the list."""

_MORNING = time(9)
_LAST_TRY = time(17)
_TRY_AGAIN = timedelta(hours=2)


class CallOutcome(Enum):
    REACHED = "reached"
    NO_ANSWER = "no answer"
    CALL_BACK = "will call back"
    WRONG_NUMBER = "wrong number"
    REFUSED = "refused"


class Restart(Enum):
    """What the patient says about a blood thinner that was stopped for the block."""

    NONE_STOPPED = "none was stopped"
    RESTARTED = "restarted"
    NOT_YET = "not restarted yet"


@dataclass(frozen=True, slots=True)
class Call:
    """One attempt, kept as it was, about a block or about the outcome `months` after an ablation.

    `identity` is whether name and date of birth were said and matched. `dialed` is the number that the record
    held then; `next_at` when to try again, if somebody said so. `withdrawn_at`: noted by mistake and taken
    back at once.
    """

    id: UUID
    patient_id: UUID
    block_id: UUID | None
    at: datetime
    by_id: UUID
    by: str
    outcome: CallOutcome
    next_at: datetime | None = None
    dialed: str = ""
    identity: bool = False
    informant: str = ""
    restart: Restart | None = None
    restarted_at: datetime | None = None
    note: str = ""
    withdrawn_at: datetime | None = None
    course_id: UUID | None = None
    ablated_on: date | None = None
    months: int | None = None
    version: int = 0


def standing(calls: Sequence[Call]) -> tuple[Call, ...]:
    """The attempts that were not taken back, the first first."""
    return tuple(sorted((c for c in calls if c.withdrawn_at is None), key=lambda c: (c.at, c.id)))


def is_called(block: Block) -> bool:
    """Whether a block is followed up: a test of ours, with a needle-out time that the scores count from."""
    ours = block.state in DONE and block.needle_out is not None and not block.reported_by
    return ours and block.purpose is not Purpose.THERAPEUTIC and something_injected(block)


def open_slots(response: Response | None) -> tuple[int, ...]:
    """The minutes at home that nobody has asked about yet; a score that is not known was asked."""
    asked = {reading.slot for reading in response.readings} if response else set()
    return tuple(slot for slot in SLOTS if slot >= FIRST_AT_HOME and slot not in asked)


def next_call(block: Block, response: Response | None, calls: Sequence[Call]) -> datetime | None:
    """When to call: the morning after the block, after a try when it says so, and until the diary is full.

    None when there is nothing more to ask: every time was asked, the response is signed, or the patient
    does not want to be called.
    """
    tries = standing(calls)
    last = tries[-1] if tries else None
    unasked = open_slots(response)
    signed = response is not None and response.signed_at is not None
    if block.needle_out is None or not is_called(block) or signed or not unasked:
        return None
    if last is None:
        return morning_after(block.needle_out)
    if last.outcome is CallOutcome.REFUSED:
        return None
    if last.outcome is CallOutcome.REACHED:
        return _after_talking(block, unasked, last.at)
    return last.next_at or last.at


def _after_talking(block: Block, unasked: Sequence[int], talked: datetime) -> datetime | None:
    """The time of what was not due when they talked; the next morning for what was left open."""
    if any(is_due(block, slot, talked) for slot in unasked):
        return morning_after(talked)
    return when_due(block, unasked[0])


def morning_after(at: datetime) -> datetime:
    """9:00 on the day after, by the same clock."""
    return datetime.combine(at.date() + timedelta(days=1), _MORNING, at.tzinfo)


def try_again_at(now: datetime) -> datetime:
    """When to try again after no answer: in two hours, or the next morning when that is after 17:00."""
    later = (now + _TRY_AGAIN).replace(second=0, microsecond=0)
    return later if later.date() == now.date() and later.time() <= _LAST_TRY else morning_after(now)


def number_is_wrong(calls: Sequence[Call], phone: str) -> bool:
    """Whether the last try reached somebody else, and the record still holds that number."""
    tries = standing(calls)
    return bool(tries) and tries[-1].outcome is CallOutcome.WRONG_NUMBER and tries[-1].dialed == phone

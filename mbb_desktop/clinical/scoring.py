"""Entering pain scores: one number, at its own time, never in the future."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.charting import Author
from mbb_desktop.clinical.response import (
    BEFORE,
    SLOTS,
    Channel,
    Mode,
    Reading,
    Response,
    Series,
    StatedRelief,
)
from mbb_desktop.clinical.shown import elapsed_minutes

NRS = "NRS 0 to 10"
"""The numeric rating scale, 0 no pain to 10 worst pain; LOINC 72514-3."""


ASKED_WITHIN = timedelta(minutes=30)
"""A score entered at most this long after it was due was asked in the clinic; later somebody has to say."""

_BASELINE_ENTERED_WITHIN = timedelta(hours=2)
"""Later than this after needle-out a baseline taken in the clinic cannot be told from a recalled one."""


class BadScore(ValueError):
    """A score cannot be kept; the message says why and what to do."""


def when_due(block: Block, slot: int) -> datetime | None:
    """The clock time of a reading: `slot` minutes after needle-out; None while that is not known."""
    if block.needle_out is None:
        return None
    return block.needle_out if slot == BEFORE else block.needle_out + timedelta(minutes=slot)


def is_due(block: Block, slot: int, now: datetime) -> bool:
    """Whether a reading may be taken: the baseline always, the others once their time has passed."""
    if slot == BEFORE:
        return True
    at = when_due(block, slot)
    return at is not None and at <= now


def is_live(block: Block, slot: int, now: datetime) -> bool:
    """Whether a score entered now was asked now: from its due time until the next one is due."""
    due = when_due(block, slot)
    if slot == BEFORE or due is None:
        return False
    later = next((later for later in SLOTS if later > slot), None)
    is_last = later is None or not is_due(block, later, now)
    return is_last and timedelta() <= now - due <= ASKED_WITHIN


def is_late(block: Block, slot: int, now: datetime) -> bool:
    """Whether a score entered now comes so late that somebody has to say how it was learned."""
    due = when_due(block, slot)
    return slot != BEFORE and due is not None and now - due > ASKED_WITHIN


def asked_at(block: Block, reading: Reading) -> int | None:
    """Minutes after needle-out at which a score was asked, when they are not the minutes of its column."""
    if block.needle_out is None or reading.slot == BEFORE:
        return None
    minutes = elapsed_minutes(block.needle_out, reading.at)
    return None if minutes == reading.slot else minutes


@dataclass(frozen=True, slots=True)
class Scored:
    """One answer: which pain, asked for which minute, and how it was learned. None is asked and not known."""

    series: Series
    slot: int
    score: Decimal | None
    mode: Mode = Mode.IN_CLINIC
    channel: Channel = Channel.IN_PERSON
    informant: str = "patient"


def with_score(
    response: Response, block: Block, scored: Scored, author: Author, *, half_points: bool = False
) -> Response:
    """One reading entered or replaced. Raises BadScore with a sentence.

    Asked in the clinic while it is due, its event time is the time of entry, and a correction keeps that;
    of a score entered later it is the time for which it was asked.
    """
    if problem := score_problem(scored.score, half_points=half_points):
        raise BadScore(problem)
    if not is_due(block, scored.slot, author.at):
        raise BadScore(_not_due(block, scored.slot))
    if _recalled_over_diary(response, scored):
        raise BadScore("The paper diary has a score for this time. A recalled score does not replace it.")
    reading = Reading(
        scored.series,
        scored.slot,
        at=_event_time(response, block, scored, author.at),
        score=scored.score,
        mode=_honest_mode(block, scored, author.at),
        channel=scored.channel,
        informant=scored.informant,
        entered_by_id=author.id,
        entered_by=author.name,
        entered_at=author.at,
    )
    return _with(response, reading)


def with_reading(response: Response, series: Series, slot: int, reading: Reading | None) -> Response:
    """The response with a reading of that slot exactly as it was; None takes it away."""
    return without_score(response, series, slot) if reading is None else _with(response, reading)


def _recalled_over_diary(response: Response, scored: Scored) -> bool:
    known = response.reading(scored.series, scored.slot)
    written_down = known is not None and known.mode is Mode.PAPER_DIARY and known.score is not None
    return written_down and scored.mode is Mode.RECALL


def _with(response: Response, reading: Reading) -> Response:
    kept = without_score(response, reading.series, reading.slot).readings
    readings = tuple(sorted((*kept, reading), key=lambda r: (_ROWS.index(r.series), r.slot)))
    return replace(response, readings=readings, scale=response.scale or NRS)


_ROWS = tuple(Series)


def without_score(response: Response, series: Series, slot: int) -> Response:
    """The response without one reading, as if it was never asked."""
    kept = tuple(r for r in response.readings if (r.series, r.slot) != (series, slot))
    return replace(response, readings=kept)


def score_problem(score: Decimal | None, *, half_points: bool) -> str:
    """Why a number is no pain score; empty when it is one."""
    if score is None:
        return ""
    if not 0 <= score <= 10:
        return "A pain score lies between 0 and 10."
    step = Decimal("0.5") if half_points else Decimal(1)
    if score % step:
        return (
            "Enter a whole number from 0 to 10."
            if step == 1
            else "Enter a whole or half number from 0 to 10."
        )
    return ""


def with_copied_row(response: Response, source: Series, to: Series, author: Author) -> Response:
    """The scores of one row, with their times, entered for another (`=` when the sides are the same)."""
    for reading in response.readings:
        if reading.series is source:
            copied = replace(reading, series=to, entered_by_id=author.id, entered_by=author.name)
            response = _with(response, replace(copied, entered_at=author.at))
    return response


def with_stated_relief(response: Response, series: Series, percent: Decimal, author: Author) -> Response:
    """What the patient says in percent; may be negative when worse. Raises BadScore beyond -100 to 100."""
    if not -100 <= percent <= 100:
        raise BadScore("A stated relief lies between -100 and 100 %.")
    stated = StatedRelief(series, percent, author.at, author.name)
    return replace(response, stated=(*(s for s in response.stated if s.series is not series), stated))


def _honest_mode(block: Block, scored: Scored, now: datetime) -> Mode:
    """A score before the block that is entered long after it was recalled, whatever was chosen."""
    late = block.needle_out is not None and now - block.needle_out > _BASELINE_ENTERED_WITHIN
    recalled = scored.slot == BEFORE and late and scored.mode is Mode.IN_CLINIC
    return Mode.RECALL if recalled else scored.mode


def _event_time(response: Response, block: Block, scored: Scored, now: datetime) -> datetime:
    slot = scored.slot
    due = when_due(block, slot)
    if slot != BEFORE:
        if due is None or scored.mode is not Mode.IN_CLINIC:
            return due or now
        known = response.reading(scored.series, slot)
        asked = known.at if known and known.mode is Mode.IN_CLINIC and known.score is not None else now
        return asked if is_live(block, slot, asked) else due
    needle = block.needle_in or due
    if needle is None or now < needle:
        return now
    return block.needle_in or block.in_room or needle


def _not_due(block: Block, slot: int) -> str:
    at = when_due(block, slot)
    if at is None:
        return "Enter the needle-out time first: every reading counts from it."
    return f"This reading is due at {at:%H:%M}. Enter it then."


NO_BASELINE = "The score before the block is missing. Without it nothing can be judged."


def lacks_baseline(response: Response | None) -> bool:
    """Whether nobody recorded the pain before the block."""
    return response is None or not any(reading.slot == BEFORE for reading in response.readings)

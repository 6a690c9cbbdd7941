"""The table of pain scores: one column per time, one row per rated side, and who gave each score how."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mbb_desktop.clinical.measures import Point
from mbb_desktop.clinical.phrases import of
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.response import (
    BEFORE,
    SLOTS,
    Channel,
    Mode,
    Reading,
    Response,
    Series,
    show_percent,
)
from mbb_desktop.clinical.scoring import ASKED_WITHIN
from mbb_desktop.clinical.shown import elapsed_minutes, show_minutes_short
from mbb_desktop.clinical.verdict import Assessed, SeriesResult
from mbb_desktop.documents.amounts import NB, clock, joined, moment, tied, whole
from mbb_desktop.documents.wording import Mark, Run, Words, bold, words

COLUMNS = (BEFORE, *SLOTS)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A label and one cell per time; `shaded` are the columns of scores that meet the threshold."""

    label: Words
    cells: tuple[Words, ...]
    shaded: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Headings, rows, and below them what the letters and signs mean."""

    elapsed: tuple[str, ...]
    clock: ScoreRow
    scores: tuple[ScoreRow, ...]
    relief: tuple[ScoreRow, ...]
    modes: ScoreRow
    legend: tuple[str, ...]


def score_table(assessed: Assessed, response: Response) -> ScoreTable:
    """The scores of a response with their times. Nothing is filled in: what is missing is a dash."""
    sources = _sources(response)
    shown = [assessed.overall] if assessed.overall else list(assessed.series)
    return ScoreTable(
        elapsed=tuple(_elapsed(slot, assessed, response) for slot in COLUMNS),
        clock=ScoreRow(words("Clock"), tuple(words(_clock(slot, assessed, response)) for slot in COLUMNS)),
        scores=tuple(_scores(result, response) for result in assessed.series),
        relief=tuple(_relief(result, alone=len(assessed.series) == 1) for result in shown),
        modes=ScoreRow(words("Mode"), tuple(words(_mode(slot, response, sources)) for slot in COLUMNS)),
        legend=tuple(_legend(assessed, response, sources)),
    )


def _readings(slot: int, response: Response) -> list[Reading]:
    return [reading for reading in response.readings if reading.slot == slot]


def _elapsed(slot: int, assessed: Assessed, response: Response) -> str:
    """The true elapsed time of a score, or the time at which it was due."""
    if slot == BEFORE:
        return "Before"
    out = assessed.block.needle_out
    given = next((r for r in _readings(slot, response) if r.score is not None), None)
    minutes = slot if out is None or given is None else max(elapsed_minutes(out, given.at), 0)
    return show_minutes_short(minutes).replace(" ", NB)


def _clock(slot: int, assessed: Assessed, response: Response) -> str:
    out = assessed.block.needle_out
    given = next(iter(_readings(slot, response)), None)
    due = out + timedelta(minutes=slot) if out is not None and slot != BEFORE else None
    at = given.at if given else due
    if at is None:
        return "–"
    later = (at.date() - assessed.block.performed_on).days
    return f"{clock(at)}{NB}+{later}" if later > 0 else clock(at)


def _scores(result: SeriesResult, response: Response) -> ScoreRow:
    points = {point.slot: point for point in result.measures.points}
    cells = [_score(response.reading(result.series, slot), points.get(slot)) for slot in COLUMNS]
    good = frozenset(place for place, slot in enumerate(COLUMNS) if _qualifies(points.get(slot)))
    return ScoreRow(_label(result.series), tuple(cells), good)


def _qualifies(point: Point | None) -> bool:
    return point is not None and point.qualifies is True


def _label(series: Series) -> Words:
    marks = {Series.LEFT: Mark.LEFT, Series.RIGHT: Mark.RIGHT, Series.OVERALL: Mark.BOLD}
    return words(Run(series.value.capitalize(), marks[series]))


def _score(reading: Reading | None, point: Point | None) -> Words:
    if reading is None:
        return words("–")
    if reading.score is None:
        return words("?")
    said = plain(reading.score) + (
        f"{NB}to{NB}{plain(reading.score_to)}" if reading.score_to is not None else ""
    )
    return words(bold(said) if _qualifies(point) else said)


def _relief(result: SeriesResult, *, alone: bool) -> ScoreRow:
    points = {point.slot: point for point in result.measures.points}
    label = "Relief" if alone else f"Relief {result.series.value}"
    return ScoreRow(words(label), tuple(words(_percent(points.get(slot))) for slot in COLUMNS))


def _percent(point: Point | None) -> str:
    return "" if point is None or point.relief is None else show_percent(point.relief).replace(" ", NB)


# Who gave each score, and how


@dataclass(frozen=True, slots=True)
class Source:
    """How some scores were obtained."""

    mode: Mode
    channel: Channel
    informant: str
    entered_by: str
    entered_at: datetime | None


def _source(reading: Reading) -> Source:
    entered = reading.entered_at
    at_once = entered is None or entered - reading.at <= ASKED_WITHIN
    at = None if reading.mode is Mode.IN_CLINIC and at_once else entered
    return Source(reading.mode, reading.channel, reading.informant, reading.entered_by, at)


def _sources(response: Response) -> dict[Source, str]:
    """Each way a score was obtained, with its letter in the order of the readings."""
    ordered = sorted((r for r in response.readings if r.score is not None), key=lambda r: (r.slot, r.at))
    found = dict.fromkeys(_source(reading) for reading in ordered)
    return {source: _LETTERS[min(place, 25)] for place, source in enumerate(found)}


def _mode(slot: int, response: Response, sources: dict[Source, str]) -> str:
    letters = [sources[_source(r)] for r in _readings(slot, response) if r.score is not None]
    return ",".join(dict.fromkeys(letters))


def _legend(assessed: Assessed, response: Response, sources: dict[Source, str]) -> Iterator[str]:
    for source, letter in sources.items():
        yield f"{letter}{NB}= {_source_words(source)}"
    threshold = assessed.threshold.words
    if any(result.measures.baseline for result in assessed.series):
        yield tied(f"shaded and bold: {threshold} of that row’s score before")
        yield "percentages are cut toward the failing side"
    if any(reading.score is None for reading in response.readings):
        yield "?{NB}= asked, not known".replace("{NB}", NB)
    missing = [slot for slot in COLUMNS if not any(r.score is not None for r in _readings(slot, response))]
    if missing:
        yield "–{NB}= not recorded".replace("{NB}", NB)
    if any("+" in _clock(slot, assessed, response) for slot in COLUMNS):
        yield f"+1{NB}= the next day"


def _source_words(source: Source) -> str:
    channel = "" if source.channel is Channel.IN_PERSON else of(source.channel)
    informant = f"informant {source.informant}" if source.informant else "informant not recorded"
    entered = joined((whole(source.entered_by), moment(source.entered_at) if source.entered_at else ""), ", ")
    return joined((joined((of(source.mode), channel), " "), informant, entered))

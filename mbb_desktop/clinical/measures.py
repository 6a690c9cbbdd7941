"""Relief after a block, from the scores alone: peak, onset, longest run, how long it lasted, what is missing.

Everything is exact and nothing is interpolated: relief counts only where somebody gave a score.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from mbb_desktop.clinical.drugs import Window
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.response import BEFORE, SLOTS, Reading, Response, Series, relief_percent
from mbb_desktop.clinical.shown import elapsed_minutes

_ALL = 100  # percent: there is no more


@dataclass(frozen=True, slots=True)
class Threshold:
    """How much relief counts: at least `percent`, or more than it when `over`."""

    percent: Decimal
    over: bool = False

    def met_by(self, relief: Fraction) -> bool:
        """Whether a relief in percent is enough; exact, 79.6 is not 80."""
        return relief > self.percent if self.over else relief >= self.percent

    def highest_score(self, baseline: Decimal, step: Decimal = Decimal(1)) -> Decimal | None:
        """The highest score that still counts on a scale of `step`; None when not even zero does."""
        if baseline <= 0:
            return None
        bound = Fraction(baseline) * (100 - Fraction(self.percent)) / 100 / Fraction(step)
        steps = bound.numerator // bound.denominator
        if self.over and bound == steps:
            steps -= 1
        return steps * step if steps >= 0 else None

    @property
    def words(self) -> str:
        """`80 % or more`, `more than 50 %`, `100 %`."""
        if self.percent == _ALL:
            return phrase("threshold.all")
        return phrase("threshold.over" if self.over else "threshold.at_least", percent=plain(self.percent))


@dataclass(frozen=True, slots=True)
class Point:
    """One time at which a score was due or given. Score None is missing, asked or never asked."""

    slot: int
    minutes: int
    at: datetime | None
    score: Decimal | None
    relief: Fraction | None
    qualifies: bool | None


@dataclass(frozen=True, slots=True)
class Run:
    """Relief that held from `start` to `end` minutes after needle-out, with at most one dip between.

    `next` is what came after it: a score that did not qualify (relief had ended by then), a missing one, or
    None when the scores stop. `until` is the first later time at which relief was known to be gone.
    """

    first: Point
    last: Point
    dip: Point | None
    next: Point | None
    until: int | None

    @property
    def start(self) -> int:
        return self.first.minutes

    @property
    def end(self) -> int:
        return self.last.minutes

    @property
    def at_least(self) -> bool:
        """Right-censored: nobody knows when this relief ended."""
        return self.until is None

    def may_pass(self, bound: int) -> bool:
        """Whether relief, last seen at or before `bound` minutes, may have lasted beyond it unseen."""
        if self.next is not None and self.next.qualifies is False:
            return self.end < bound < self.next.minutes
        return self.end <= bound and (self.until is None or bound < self.until)


class Lasted(Enum):
    """The end of the longest run against the agent's window; NOT_KNOWN without a window or a run."""

    SHORT = "short"
    WITHIN = "within"
    PROLONGED = "prolonged"
    NOT_DECIDABLE = "not decidable"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Measures:
    """One series against one threshold. Times are minutes since needle-out.

    `peak` is the best relief up to the end of the window, `onset` and `last` the first and last score that
    qualifies, `filled` of `due` the scores inside the window, `after_relief` the first score due after the
    run (None beyond the diary), `coverage` the share of both that was given. `by_slot`: without needle-out
    the hour asked for stands for the elapsed time.
    """

    series: Series
    baseline: Decimal | None
    threshold: Threshold
    window: Window | None
    points: tuple[Point, ...]
    peak: Point | None
    onset: Point | None
    last: Point | None
    run: Run | None
    lasted: Lasted
    filled: int
    due: int
    after_relief: Point | None
    coverage: Fraction | None
    stated: Decimal | None
    by_slot: bool = False

    @property
    def best(self) -> Fraction | None:
        """The calculated relief in percent at its best; None when it cannot be calculated."""
        return None if self.peak is None else self.peak.relief

    @property
    def reaches_window(self) -> bool | None:
        """Whether a score inside the agent's window had enough relief; None when nobody can tell."""
        window = self.window
        if window is None:
            return None
        inside = [point.qualifies for point in self.points if window.start <= point.minutes <= window.end]
        if True in inside:
            return True
        return None if self.lasted in (Lasted.NOT_DECIDABLE, Lasted.NOT_KNOWN) else False

    @property
    def conflict(self) -> bool:
        """Whether the calculated and the stated relief lie on opposite sides of the threshold."""
        if self.stated is None or self.best is None:
            return False
        return self.threshold.met_by(self.best) is not self.threshold.met_by(Fraction(self.stated))

    @property
    def given(self) -> tuple[Point, ...]:
        """The points that have a score."""
        return tuple(point for point in self.points if point.score is not None)


def measure(
    response: Response,
    series: Series,
    needle_out: datetime | None,
    threshold: Threshold,
    window: Window | None,
) -> Measures:
    """The measures of one series; the relief stated is the one stated for this very series."""
    baseline = response.baseline(series)
    points = tuple(_points(response, series, needle_out, threshold))
    run = longest_run(points, window)
    due = _due(window)
    after = _after(points, run)
    return Measures(
        series,
        baseline,
        threshold,
        window,
        points,
        peak=_peak(points, window),
        onset=next((p for p in points if p.qualifies), None),
        last=next((p for p in reversed(points) if p.qualifies), None),
        run=run,
        lasted=lasted(run, window),
        filled=_filled(points, due),
        due=len(due),
        after_relief=after,
        coverage=_coverage(points, due, after),
        stated=stated_for(response, series),
        by_slot=needle_out is None,
    )


def stated_for(response: Response, series: Series) -> Decimal | None:
    """The relief stated for a series; the last answer counts."""
    answers = [s for s in response.stated if s.series is series]
    return max(answers, key=lambda s: s.at).percent if answers else None


def _points(
    response: Response, series: Series, needle_out: datetime | None, threshold: Threshold
) -> Iterator[Point]:
    """Every due or given point after the block, by time. A slot nobody asked for is a missing point."""
    baseline = response.baseline(series)
    readings: dict[int, Reading] = {}
    for reading in response.readings:
        if reading.series is series and reading.slot != BEFORE:
            readings.setdefault(reading.slot, reading)
    found = [_point(reading, baseline, needle_out, threshold) for reading in readings.values()]
    never_asked = [Point(slot, slot, None, None, None, None) for slot in SLOTS if slot not in readings]
    yield from sorted([*found, *never_asked], key=lambda point: (point.minutes, point.slot))


def _point(
    reading: Reading, baseline: Decimal | None, needle_out: datetime | None, threshold: Threshold
) -> Point:
    minutes = reading.slot if needle_out is None else elapsed_minutes(needle_out, reading.at)
    one_number = reading.score_to is None and minutes >= 0
    score = reading.score if one_number else None
    relief = None if score is None or baseline is None else relief_percent(baseline, score)
    qualifies = None if relief is None else threshold.met_by(relief)
    return Point(reading.slot, minutes, reading.at, score, relief, qualifies)


def _peak(points: Sequence[Point], window: Window | None) -> Point | None:
    inside = [p for p in points if p.relief is not None and (window is None or p.minutes <= window.end)]
    return max(inside, key=lambda p: (p.relief or Fraction(), -p.minutes), default=None)


def longest_run(points: Sequence[Point], window: Window | None) -> Run | None:
    """The longest relief that began inside the window (at any time without one); of equal ones the earlier.

    A missing point breaks a run. One dip does not: it is bridged and reported. A second one ends the run.
    """
    ends = [
        (start, end, dip)
        for start, point in enumerate(points)
        if point.qualifies and (window is None or point.minutes <= window.end)
        for end, dip in _ends_from(points, start)
    ]
    if not ends:
        return None

    def better(found: tuple[int, int, Point | None]) -> tuple[int, bool, int]:
        first, last, dip = points[found[0]], points[found[1]], found[2]
        return last.minutes - first.minutes, dip is None, -first.minutes

    start, end, dip = max(ends, key=better)
    later = points[end + 1 :]
    until = next((p.minutes for p in later if p.qualifies is False), None)
    return Run(points[start], points[end], dip, _next(later), until)


def _ends_from(points: Sequence[Point], start: int) -> Iterator[tuple[int, Point | None]]:
    """Where a run that began at `start` may end, each time with the dip before."""
    dip: Point | None = None
    for end in range(start, len(points)):
        point = points[end]
        if point.qualifies:
            yield end, dip
        elif point.qualifies is None or dip is not None:
            return
        else:
            dip = point


def _next(later: Sequence[Point]) -> Point | None:
    """The point after a run; a trailing stretch without any score is no point."""
    return later[0] if any(point.score is not None for point in later) else None


def lasted(run: Run | None, window: Window | None) -> Lasted:
    """How the end of a run compares with the window; a bound inside a gap between scores is not decidable."""
    if run is None or window is None:
        return Lasted.NOT_KNOWN
    if run.end > window.end:
        return Lasted.PROLONGED
    if run.end < window.start:
        return Lasted.NOT_DECIDABLE if run.may_pass(window.start) else Lasted.SHORT
    return Lasted.NOT_DECIDABLE if run.may_pass(window.end) else Lasted.WITHIN


def _due(window: Window | None) -> tuple[int, ...]:
    return () if window is None else tuple(slot for slot in SLOTS if window.start <= slot <= window.end)


def _filled(points: Sequence[Point], slots: Sequence[int]) -> int:
    return sum(point.slot in slots and point.score is not None for point in points)


def _after(points: Sequence[Point], run: Run | None) -> Point | None:
    if run is None:
        return None
    return next((p for p in points if p.minutes > run.end and (p.slot in SLOTS or p.score is not None)), None)


def _coverage(points: Sequence[Point], due: Sequence[int], after: Point | None) -> Fraction | None:
    if not due:
        return None
    slots = {*due} if after is None else {*due, after.slot}
    return Fraction(_filled(points, sorted(slots)), len(slots))

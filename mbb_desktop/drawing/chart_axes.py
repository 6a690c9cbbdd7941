"""The axes of a relief chart: where a minute and a score come on the sheet, and the lines that say so."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mbb_desktop.drawing.shapes import Ink, Label, Line, Point, Shape, text_room

_EIGHT, _TWELVE, _DAY = 480, 720, 1440
_SHARES = {_EIGHT: 0.72, _TWELVE: 0.855, _DAY: 0.97}  # of the room right of needle-out
_GRID = Ink(stroke="border", width=0.2)


@dataclass(frozen=True, slots=True)
class AxisWords:
    """The few words on the axis."""

    before: str = "Before"
    needle_out: str = "needle out"
    hours: str = "h"


@dataclass(frozen=True, slots=True)
class Axes:
    """The plot's edges on the sheet, the places of `before` and `zero`, and the scale's highest score."""

    left: float
    right: float
    top: float
    bottom: float
    before: float
    zero: float
    scale_max: int
    text: float

    def x(self, minutes: int | None) -> float:
        """Where a time lies: linear to 8 h, shortened to 12 h and to 24 h; later ones at the right edge."""
        if minutes is None:
            return self.before
        room, known = self.right - self.zero, 0
        share = 0.0
        for mark, end in _SHARES.items():
            if minutes <= mark:
                share += (end - share) * (minutes - known) / (mark - known)
                return round(self.zero + share * room, 3)
            share, known = end, mark
        return self.right

    def y(self, score: Decimal) -> float:
        """Where a score lies; 0 at the bottom."""
        return round(self.bottom - float(score) / self.scale_max * (self.bottom - self.top), 3)

    def breaks(self) -> tuple[float, float]:
        """The two places where the time axis is broken."""
        return (self.x(_EIGHT) + self.x(_TWELVE)) / 2, (self.x(_TWELVE) + self.x(_DAY)) / 2


def lay_axes(size: tuple[float, float], *, bars: int, scale_max: int, words: AxisWords, text: float) -> Axes:
    """The plot inside a sheet, below `bars` rows of window bars and above two rows of words."""
    width, height = size
    left = round(1.9 * text, 3)
    word = text_room(words.before, text)
    before = round(max(word / 2, left + 0.9 * text), 3)
    zero = round(before + max(word / 2 + 0.9 * text, 0.05 * width), 3)
    top = round((0.7 + 1.5 * bars) * text, 3)
    return Axes(left, width - 0.5 * text, top, height - 3.0 * text, before, zero, scale_max, text)


def bar_row(axes: Axes, row: int) -> float:
    """The height of the middle of a row above the plot, counted from the top."""
    return round((0.7 + 1.5 * row) * axes.text, 3)


def axis_shapes(axes: Axes, words: AxisWords) -> Iterator[Shape]:
    """Grid, score and time labels, the two breaks."""
    yield from _scores(axes)
    yield from _times(axes, words)
    for place in axes.breaks():
        yield from _slashes(axes, place)


def needle_out_shapes(axes: Axes, words: AxisWords) -> Iterator[Shape]:
    """The upright line at zero from which all times count."""
    end = axes.bottom + 0.45 * axes.text
    yield Line((axes.zero, axes.top - 0.2 * axes.text), (axes.zero, end), Ink(stroke="text", width=0.4))
    yield Label(axes.zero, _row(axes, 1), "0", axes.text, "text", bold=True)
    half = text_room(words.needle_out, axes.text) / 2
    yield Label(max(axes.zero, half), _row(axes, 2), words.needle_out, axes.text, "text", bold=True)


def _row(axes: Axes, number: int) -> float:
    return round(axes.bottom + (0.05 + 1.15 * number) * axes.text, 3)


def _scores(axes: Axes) -> Iterator[Shape]:
    roomy = (axes.bottom - axes.top) / axes.scale_max * 2 >= 1.35 * axes.text
    step = axes.scale_max // 5 if roomy and axes.scale_max % 5 == 0 else axes.scale_max // 2
    first, second = axes.breaks()
    gap = 0.55 * axes.text
    for score in range(0, axes.scale_max + 1, max(step, 1)):
        y = axes.y(Decimal(score))
        for start, end in ((axes.left, first - gap), (first + gap, second - gap), (second + gap, axes.right)):
            yield Line((start, y), (round(end, 3), y), _GRID)
        yield Label(round(axes.left - 0.5 * axes.text, 3), y, str(score), axes.text, "muted", "end")


def _times(axes: Axes, words: AxisWords) -> Iterator[Shape]:
    tick = Ink(stroke="muted", width=0.25)
    marks = [(60 * hour, f"{hour} {words.hours}" if hour in (1, 8) else str(hour)) for hour in range(1, 9)]
    marks += [(_TWELVE, f"12 {words.hours}"), (_DAY, f"24 {words.hours}")]
    yield Label(axes.before, _row(axes, 1), words.before, axes.text, "muted")
    for minutes, label in marks:
        x = axes.x(minutes)
        yield Line((x, axes.bottom), (x, round(axes.bottom + 0.3 * axes.text, 3)), tick)
        yield Label(x, _row(axes, 1), label, axes.text, "muted")


def _slashes(axes: Axes, place: float) -> Iterator[Shape]:
    for shift in (-0.2, 0.25):
        foot: Point = (round(place + (shift - 0.2) * axes.text, 3), round(axes.bottom + 0.45 * axes.text, 3))
        head: Point = (round(place + (shift + 0.2) * axes.text, 3), round(axes.bottom - 0.45 * axes.text, 3))
        yield Line(foot, head, Ink(stroke="muted", width=0.3))

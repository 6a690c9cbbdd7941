"""Values month by month: a dot for each while they are few, else a box of quartiles; a bar at the median."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from mbb_desktop.drawing.shapes import Box, Dot, Drawing, Ink, Label, Line, Shape, text_room
from mbb_desktop.drawing.upright_bars import nice_step

MOST_DOTS = 40
"""A month with more values is drawn as a box."""

_DOT = Ink(fill="accent", opacity=0.55)
_BOX = Ink(fill="accentSoft", stroke="accent", width=0.3)
_REACH = Ink(stroke="accent", width=0.3)
_MIDDLE = Ink(stroke="text", width=0.7)
_GRID = Ink(stroke="border", width=0.2)
_WIDEST = 8.0


@dataclass(frozen=True, slots=True)
class Column:
    """One month: its values ascending, and the median where it may be shown."""

    label: str
    values: tuple[float, ...]
    middle: float | None = None
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Units:
    """The unit over the scale, and the word before the medians below it."""

    unit: str
    middle: str


def month_dots(columns: Sequence[Column], *, units: Units, size: tuple[float, float], text: float) -> Drawing:
    """The columns on a sheet of `size` millimetres over a scale from 0, each median in words below."""
    most = max((column.values[-1] for column in columns if column.values), default=1.0)
    step = nice_step(ceil(most))
    top = step * max(1, ceil(most / step))
    left = max(text_room(word, text) for word in (f"{top:,}", units.unit, units.middle)) + 0.6 * text
    right, upper, bottom = size[0] - 0.3 * text, 1.9 * text, size[1] - 3.3 * text
    plot = _Plot(upper, bottom, top)
    shapes: list[Shape] = [Label(left - 0.5 * text, 0.7 * text, units.unit, text, "muted", "end")]
    for mark in range(0, top + 1, step):
        y = plot.y(mark)
        shapes.append(Line((left, y), (right, y), _GRID))
        shapes.append(Label(left - 0.5 * text, y, f"{mark:,}", text, "muted", "end"))
    room = (right - left) / max(1, len(columns))
    widest = max(
        (text_room(word, text) for each in columns for word in (each.label, each.shown)), default=0.0
    )
    every = max(1, ceil((widest + 0.3 * text) / room))
    shapes.append(Label(left - 0.5 * text, bottom + 2.5 * text, units.middle, text, "muted", "end"))
    for at, column in enumerate(columns):
        middle = round(left + (at + 0.5) * room, 3)
        shapes += _column(plot, column, middle, min(_WIDEST, 0.6 * room))
        if at % every == 0:
            shapes.append(Label(middle, bottom + 1.1 * text, column.label, text, "muted"))
            shapes.append(Label(middle, bottom + 2.5 * text, column.shown, text, "text", bold=True))
    return Drawing(*size, tuple(shapes))


@dataclass(frozen=True, slots=True)
class _Plot:
    top: float
    bottom: float
    most: int

    def y(self, value: float) -> float:
        return round(self.bottom - value / self.most * (self.bottom - self.top), 3)


def _column(plot: _Plot, column: Column, middle: float, width: float) -> Iterator[Shape]:
    values = column.values
    if len(values) > MOST_DOTS:
        yield from _box(plot, values, middle, width)
    else:
        for at, value in enumerate(values):
            aside = (at % 5 - 2) / 5 * width
            yield Dot(round(middle + aside, 3), plot.y(value), 0.55, _DOT)
    if column.middle is not None:
        y = plot.y(column.middle)
        yield Line((middle - width / 2, y), (middle + width / 2, y), _MIDDLE)


def _box(plot: _Plot, values: tuple[float, ...], middle: float, width: float) -> Iterator[Shape]:
    """From the lower to the upper quartile, with a line from the lowest to the highest value."""
    low, high = values[len(values) // 4], values[(3 * len(values)) // 4]
    yield Line((middle, plot.y(values[0])), (middle, plot.y(values[-1])), _REACH)
    upper = plot.y(high)
    thick = max(0.6, round(plot.y(low) - upper, 3))
    yield Box(round(middle - width / 2, 3), upper, round(width, 3), thick, _BOX, 0.4)

"""Upright bars over a row of words, each of stacked parts, with their scale."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from mbb_desktop.drawing.shapes import Box, Drawing, Ink, Label, Line, Shape, text_room

_GRID = Ink(stroke="border", width=0.2)
_EDGE = 0.3
PARTS = (
    Ink(fill="accent", stroke="accent", width=_EDGE),
    Ink(fill="accentSoft", stroke="accent", width=_EDGE),
    Ink(stroke="muted", width=_EDGE, dash=(0.7, 0.5)),
)
"""What the first, second and third part of a bar look like: full, soft, and only its dashed edge."""
_WIDEST, _ROUND = 9.0, 0.6


@dataclass(frozen=True, slots=True)
class Bar:
    """The parts from the bottom up, and what stands over the bar."""

    label: str
    parts: tuple[int, ...]
    over: str = ""

    @property
    def whole(self) -> int:
        return sum(self.parts)


def upright_bars(bars: Sequence[Bar], *, size: tuple[float, float], text: float) -> Drawing:
    """The bars on a sheet of `size` millimetres, letters of `text` millimetres."""
    step = nice_step(max((bar.whole for bar in bars), default=0))
    top = step * max(1, ceil(max((bar.whole for bar in bars), default=0) / step))
    left = text_room(f"{top:,}", text) + 0.6 * text
    plot = _Plot(left, size[0] - 0.3 * text, 1.5 * text, size[1] - 1.9 * text, top)
    shapes: list[Shape] = []
    for mark in range(0, top + 1, step):
        shapes += _scale(plot, mark, text)
    room = (plot.right - plot.left) / max(1, len(bars))
    every = _labels_fit(bars, room, text)
    for at, bar in enumerate(bars):
        middle = plot.left + (at + 0.5) * room
        shapes += _bar(plot, bar, middle, min(_WIDEST, 0.6 * room), text)
        if at % every == 0:
            shapes.append(Label(middle, plot.bottom + 1.1 * text, bar.label, text, "muted"))
    return Drawing(*size, tuple(shapes))


@dataclass(frozen=True, slots=True)
class _Plot:
    left: float
    right: float
    top: float
    bottom: float
    most: int

    def y(self, count: float) -> float:
        return round(self.bottom - count / self.most * (self.bottom - self.top), 3)


def _labels_fit(bars: Sequence[Bar], room: float, text: float) -> int:
    """Every how manyeth word has room below."""
    widest = max((text_room(bar.label, text) for bar in bars), default=0.0)
    return max(1, ceil((widest + 0.3 * text) / room))


def _scale(plot: _Plot, mark: int, text: float) -> Iterator[Shape]:
    y = plot.y(mark)
    yield Line((plot.left, y), (plot.right, y), _GRID)
    yield Label(plot.left - 0.5 * text, y, f"{mark:,}", text, "muted", "end")


def _bar(plot: _Plot, bar: Bar, middle: float, width: float, text: float) -> Iterator[Shape]:
    below, left = 0, round(middle - width / 2, 3)
    for part, ink in zip(bar.parts, PARTS, strict=False):
        if part:
            y = plot.y(below + part)
            yield Box(left, y, round(width, 3), round(plot.y(below) - y, 3), ink, _ROUND)
        below += part
    if bar.over and width >= 0.55 * text_room(bar.over, text):
        yield Label(round(middle, 3), plot.y(bar.whole) - 0.75 * text, bar.over, text, "text")


def nice_step(most: int) -> int:
    """The distance of the marks of a scale up to `most`: 1, 2 or 5 times a power of ten, about four marks."""
    step = 1
    while most > 4 * step:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return step

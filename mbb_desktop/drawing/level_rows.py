"""Rows with words at the left: bars that shrink from stage to stage, and shares with their intervals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mbb_desktop.drawing.shapes import Box, Drawing, Ink, Label, Line, Shape, text_room

_FULL = Ink(fill="accent")
_LINE = Ink(stroke="accent", width=0.55)
_GRID = Ink(stroke="border", width=0.2)
_MARKS = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class StageRow:
    """One stage: how many, their share in words, and what became of those that left here."""

    label: str
    count: int
    share: str = ""
    below: str = ""


def stage_rows(rows: Sequence[StageRow], *, size: tuple[float, float], text: float) -> Drawing:
    """A bar for each stage on a sheet of `size` millimetres, letters of `text` millimetres."""
    left = max((text_room(row.label, text) for row in rows), default=0.0) + text
    most = max((row.count for row in rows), default=0)
    ends = max((text_room(f"{row.count:,}", text) + text_room(row.share, text) for row in rows), default=0.0)
    room, high = size[0] - left - ends - 2.4 * text, size[1] / max(1, len(rows))
    shapes: list[Shape] = []
    for at, row in enumerate(rows):
        shapes += _stage(row, (left, at * high, size[0], high), room * row.count / max(1, most), text)
    return Drawing(*size, tuple(shapes))


def _stage(
    row: StageRow, place: tuple[float, float, float, float], length: float, text: float
) -> Iterator[Shape]:
    left, top, width, high = place
    thick = min(5.5, high - 2.1 * text)
    y = top + 0.3 * text + thick / 2
    yield Label(0, y, row.label, text, "text", "start", bold=True)
    if length:
        yield Box(left, round(y - thick / 2, 3), round(length, 3), round(thick, 3), _FULL, 0.6)
    number = f"{row.count:,}"
    after = left + length + 0.7 * text
    yield Label(after, y, number, text, "text", "start", bold=True)
    if row.share:
        yield Label(after + text_room(number, text) + 0.7 * text, y, row.share, text, "muted", "start")
    if row.below:
        below = round(y + thick / 2 + 0.85 * text, 3)
        fits = left + text_room(row.below, 0.93 * text) <= width
        yield Label(left if fits else 0, below, row.below, 0.93 * text, "muted", "start")


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A share in percent with its interval; without them there were too few, and only words are shown."""

    label: str
    words: str
    percent: float | None = None
    low: float = 0.0
    high: float = 0.0
    shown: str = ""


def share_rows(rows: Sequence[ShareRow], *, size: tuple[float, float], text: float) -> Drawing:
    """A point with its interval for each row, over a scale from 0 to 100 %."""
    left = max((text_room(row.label, text) for row in rows), default=0.0) + 1.2 * text
    words = max((text_room(row.words, text) for row in rows), default=0.0)
    shown = max((text_room(row.shown, text) for row in rows), default=0.0)
    right = size[0] - words - shown - 2.2 * text
    bottom = size[1] - 1.9 * text
    high = bottom / max(1, len(rows))
    shapes: list[Shape] = []
    for mark in _MARKS:
        x = round(left + mark / 100 * (right - left), 3)
        shapes.append(Line((x, 0), (x, bottom), _GRID))
        shapes.append(Label(x, bottom + 1.1 * text, f"{mark} %" if mark else "0", text, "muted"))
    for at, row in enumerate(rows):
        y = (at + 0.5) * high
        shapes.append(Label(0, y, row.label, text, "text", "start"))
        shapes += _point(row, y, (left, right), text)
        shapes.append(Label(right + text + words, y, row.words, text, "text2", "end"))
        if row.shown:
            shapes.append(Label(size[0], y, row.shown, text, "text", "end", bold=True))
    return Drawing(*size, tuple(shapes))


def _point(row: ShareRow, y: float, ends: tuple[float, float], text: float) -> Iterator[Shape]:
    left, right = ends
    if row.percent is None:
        return

    def x(percent: float) -> float:
        return round(left + percent / 100 * (right - left), 3)

    yield Line((x(row.low), y), (x(row.high), y), _LINE)
    for end in (row.low, row.high):
        yield Line((x(end), y - 0.4 * text), (x(end), y + 0.4 * text), _LINE)
    half = 0.42 * text
    yield Box(x(row.percent) - half, y - half, 2 * half, 2 * half, Ink(fill="accent", stroke="surface"))

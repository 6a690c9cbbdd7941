"""Pain against hours since needle-out: linear to 8 h, then a broken axis to 12 and 24 h."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from mbb_desktop.drawing.chart_axes import Axes, AxisWords, axis_shapes, bar_row, lay_axes, needle_out_shapes
from mbb_desktop.drawing.chart_labels import Wish, along, beside, blot, clusters, place
from mbb_desktop.drawing.outline import rounded
from mbb_desktop.drawing.shapes import (
    Anchor,
    Bounds,
    Box,
    Dot,
    Drawing,
    Ink,
    Label,
    Line,
    Point,
    Polygon,
    Shape,
    around,
    text_room,
)

Marker = Literal["square", "circle", "diamond"]
Reading = tuple[int | None, Decimal | None]
"""Minutes since needle-out, None for before the block; the score, None for a reading that is missing."""

AXIS_WORDS = AxisWords()
SCREEN_TEXT = 2.9
"""Millimetres; 11 px at 96 dots per inch."""

_LAST_LINEAR = 480
_DOTTED = (0.5, 0.9)
_MARKER = 1.1
_LINE = 1.22  # of the type size
_TAG_PAD = 0.45  # of the type size
_BEFORE_NAME = 1.2  # of the type size: the marker before a curve's name


@dataclass(frozen=True, slots=True)
class Curve:
    """One series in order of time. It is told apart by colour, marker, dash and its own label."""

    label: str
    points: tuple[Reading, ...]
    token: str
    marker: Marker
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """When relief by an agent is expected, in minutes since needle-out."""

    label: str
    start_minutes: int
    end_minutes: int
    token: str


@dataclass(frozen=True, slots=True)
class Threshold:
    """The highest score that still counts as relief; the label names the whole number."""

    label: str
    score: Decimal
    token: str


@dataclass(frozen=True, slots=True)
class Relief:
    """What a chart shows; thresholds and windows are left out for whoever still collects scores."""

    curves: tuple[Curve, ...]
    windows: tuple[Window, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    scale_max: int = 10


def relief_chart(
    relief: Relief,
    *,
    size: tuple[float, float] = (150.0, 45.0),
    blind: bool = False,
    words: AxisWords = AXIS_WORDS,
    text: float = SCREEN_TEXT,
) -> Drawing:
    """The chart on a sheet of `size` millimetres, letters of `text` millimetres.

    With `blind` neither threshold nor window is shown, so that nobody steers the score that is asked.
    """
    windows, thresholds = ((), ()) if blind else (relief.windows, relief.thresholds)
    flat = lay_axes(size, bars=0, scale_max=relief.scale_max, words=words, text=text)
    rows = [1 if _beside_bar(flat, window) else 2 for window in windows]
    axes = lay_axes(size, bars=sum(rows), scale_max=relief.scale_max, words=words, text=text)
    shapes: list[Shape] = []
    for index, window in enumerate(windows):
        shapes.extend(_window(axes, window, sum(rows[: index + 1]) - 1))
    shapes.extend(axis_shapes(axes, words))
    shapes.extend(_threshold_line(axes, threshold) for threshold in thresholds)
    shapes.extend(needle_out_shapes(axes, words))
    shapes.extend(_labels(axes, relief.curves, thresholds))
    for curve in relief.curves:
        shapes.extend(_strokes(axes, curve))
    shapes.extend(_markers(axes, relief.curves))
    return Drawing(*size, tuple(shapes))


def _window(axes: Axes, window: Window, row: int) -> Iterator[Shape]:
    """The true band in the plot, and above it a bar with its name beside or, for want of room, over it."""
    start, end = axes.x(window.start_minutes), axes.x(window.end_minutes)
    width, text = round(end - start, 3), axes.text
    yield Box(start, axes.top, width, round(axes.bottom - axes.top, 3), Ink(fill=window.token, opacity=0.1))
    y = bar_row(axes, row)
    yield Box(start, round(y - 0.15 * text, 3), width, round(0.3 * text, 3), Ink(fill=window.token))
    x, anchor = _beside_bar(axes, window) or (_over_bar(axes, window), "middle")
    if anchor == "middle":
        y = bar_row(axes, row - 1)
    yield Label(x, y, window.label, text, window.token, anchor, bold=True)


def _beside_bar(axes: Axes, window: Window) -> tuple[float, Anchor] | None:
    """Right of the bar or left of it; None when there is room on neither side."""
    gap = 0.5 * axes.text
    room = text_room(window.label, axes.text) + gap
    start, end = axes.x(window.start_minutes), axes.x(window.end_minutes)
    if end + room <= axes.right:
        return round(end + gap, 3), "start"
    return (round(start - gap, 3), "end") if start - room >= 0 else None


def _over_bar(axes: Axes, window: Window) -> float:
    half = text_room(window.label, axes.text) / 2
    middle = (axes.x(window.start_minutes) + axes.x(window.end_minutes)) / 2
    return round(max(half, min(middle, axes.right - half)), 3)


def _threshold_line(axes: Axes, threshold: Threshold) -> Line:
    y = axes.y(threshold.score)
    return Line((axes.zero, y), (axes.right, y), Ink(stroke=threshold.token, width=0.35, dash=(1.1, 0.7)))


def _runs(axes: Axes, curve: Curve) -> list[tuple[Point, ...]]:
    """The curve up to 8 h in unbroken pieces; a missing reading ends a piece."""
    runs: list[list[Point]] = [[]]
    for minutes, score in curve.points:
        if score is None or (minutes is not None and minutes > _LAST_LINEAR):
            runs.append([])
        else:
            runs[-1].append((axes.x(minutes), axes.y(score)))
    return [tuple(run) for run in runs if len(run) > 1]


def _across_breaks(axes: Axes, curve: Curve) -> list[tuple[Point, Point]]:
    """The stretches that pass a break of the time axis."""
    return [
        ((axes.x(since), axes.y(before)), (axes.x(minutes), axes.y(score)))
        for (since, before), (minutes, score) in pairwise(curve.points)
        if before is not None and score is not None and minutes is not None and minutes > _LAST_LINEAR
    ]


def _strokes(axes: Axes, curve: Curve) -> Iterator[Shape]:
    for run in _runs(axes, curve):
        yield Polygon(run, Ink(stroke=curve.token, width=0.55, dash=curve.dash), closed=False)
    for start, end in _across_breaks(axes, curve):
        yield Line(start, end, Ink(stroke=curve.token, width=0.5, dash=_DOTTED))


def _markers(axes: Axes, curves: tuple[Curve, ...]) -> Iterator[Shape]:
    """One marker per reading; where curves share a reading their markers stand side by side."""
    shared = Counter(spot for curve in curves for spot in _spots(axes, curve))
    painted: Counter[Point] = Counter()
    for curve in curves:
        for x, y in _spots(axes, curve):
            aside = painted[x, y] - (shared[x, y] - 1) / 2
            painted[x, y] += 1
            yield _marker(curve, round(x + _MARKER * aside, 3), y)


def _spots(axes: Axes, curve: Curve) -> list[Point]:
    return [(axes.x(minutes), axes.y(score)) for minutes, score in curve.points if score is not None]


def _marker(curve: Curve, x: float, y: float, factor: float = 1.0) -> Shape:
    ink = Ink(fill=curve.token, stroke="surface", width=0.3)
    reach = round(_MARKER * factor, 3)
    if curve.marker == "circle":
        return Dot(x, y, reach, ink)
    if curve.marker == "square":
        half = 0.92 * reach
        return Box(*rounded((x - half, y - half)), round(2 * half, 3), round(2 * half, 3), ink)
    tip = 1.28 * reach
    corners = ((x, y - tip), (x + tip, y), (x, y + tip), (x - tip, y))
    return Polygon(tuple(rounded(corner) for corner in corners), ink)


def _labels(axes: Axes, curves: tuple[Curve, ...], thresholds: tuple[Threshold, ...]) -> Iterator[Shape]:
    """Threshold labels and, with their markers, the names of the curves beside their ends."""
    limits = sorted(thresholds, key=lambda one: one.score)
    ended = [curve for curve in curves if _spots(axes, curve)]
    ends = [_spots(axes, curve)[-1] for curve in ended]
    groups = clusters(ends, (4 * axes.text, 1.3 * axes.text))
    wishes = [
        *_limit_wishes(axes, limits),
        *(_names_wish(axes, [ended[index] for index in group]) for group in groups),
    ]
    inside = Bounds(
        axes.left, axes.top - 0.5 * axes.text, axes.right + 0.5 * axes.text, axes.bottom + 0.4 * axes.text
    )
    rooms = place(wishes, inside, _occupied(axes, curves, thresholds))
    for limit, room in zip(limits, rooms, strict=False):
        x, y = rounded((room.right, room.centre[1]))
        yield Label(x, y, limit.label, axes.text, limit.token, "end", bold=True)
    for group, room in zip(groups, rooms[len(limits) :], strict=True):
        yield from _names(axes, [ended[index] for index in group], room)


def _occupied(axes: Axes, curves: tuple[Curve, ...], thresholds: tuple[Threshold, ...]) -> list[Point]:
    lines = [run for curve in curves for run in (*_runs(axes, curve), *_across_breaks(axes, curve))]
    lines += [((axes.zero, axes.top), (axes.zero, axes.bottom))]
    lines += [((axes.zero, axes.y(limit.score)), (axes.right, axes.y(limit.score))) for limit in thresholds]
    drawn = [spot for line in lines for spot in along(line)]
    drawn += [spot for at in axes.breaks() for spot in blot((at, axes.bottom), 0.5 * axes.text)]
    return drawn + [edge for curve in curves for spot in _spots(axes, curve) for edge in blot(spot, _MARKER)]


def _names_wish(axes: Axes, curves: list[Curve]) -> Wish:
    """Near the last reading, stacked or in a row; a curve ending alone may be named near an earlier one."""
    widths = [_name_width(axes, curve) for curve in curves]
    line, pad = _LINE * axes.text, _TAG_PAD * axes.text
    stack = (max(widths) + pad, len(curves) * line + pad)
    row = (sum(widths) + pad, line + pad)
    sizes = (stack, row) if len(curves) > 1 else (stack,)
    ends = around(tuple(_spots(axes, curve)[-1] for curve in curves))
    near = 0.8 * axes.text
    places = [room for size in sizes for room in beside(ends, size, near, range(0, 7))]
    if len(curves) == 1:
        for x, y in reversed(_spots(axes, curves[0])[:-1]):
            places.extend(beside(Bounds(x, y, x, y), stack, near, range(0, 7)))
    return Wish((*places, *(room for size in sizes for room in beside(ends, size, near, range(7, 24)))))


def _name_width(axes: Axes, curve: Curve) -> float:
    return text_room(curve.label, axes.text) + (_BEFORE_NAME + 0.3) * axes.text


def _names(axes: Axes, curves: list[Curve], room: Bounds) -> Iterator[Shape]:
    """A small framed tag, so that its markers are not taken for readings."""
    pad, line = _TAG_PAD * axes.text / 2, _LINE * axes.text
    corner = rounded((room.left, room.top))
    size = rounded((room.right - room.left, room.bottom - room.top))
    yield Box(
        *corner, *size, Ink(fill="surface", stroke="border", width=0.2), radius=round(0.3 * axes.text, 3)
    )
    stacked = size[1] > 1.5 * line or len(curves) == 1
    x, y = room.left + pad, room.top + pad + line / 2
    for curve in curves:
        at = rounded((x, y))
        yield _marker(curve, round(at[0] + 0.5 * axes.text, 3), at[1], 0.8)
        start = round(at[0] + _BEFORE_NAME * axes.text, 3)
        yield Label(start, at[1], curve.label, axes.text, curve.token, "start", bold=True)
        x, y = (x, y + line) if stacked else (x + _name_width(axes, curve), y)


def _limit_wishes(axes: Axes, limits: list[Threshold]) -> Iterator[Wish]:
    """At the right end: above the highest line, below the own one, beside or above the labels before."""
    line, used = _LINE * axes.text, 0.0
    for limit in limits:
        width = text_room(limit.label, axes.text)
        above, own = axes.y(limits[-1].score) - 0.8 * axes.text, axes.y(limit.score) + 0.8 * axes.text
        spots = [(axes.right, above), (axes.right - used, above), (axes.right, own)]
        spots += [(axes.right, above - rows * line) for rows in (1, 2, 3)]
        spots += [(axes.x(minutes), above) for minutes in (480, 360)]
        yield Wish(tuple(Bounds(x - width, y - line / 2, x, y + line / 2) for x, y in spots))
        used += width + axes.text

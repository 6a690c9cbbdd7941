"""The whole spine as a thin strip: where the shown region lies, and which joints are marked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from mbb_desktop.clinical.anatomy import JointSide, Region, Side
from mbb_desktop.drawing.outline import both_halves, rounded, smooth
from mbb_desktop.drawing.shapes import Box, Dot, Drawing, Ink, Label, Point, Shape
from mbb_desktop.drawing.spine_sheet import joint_between

_MARGIN = 2.0
_TEXT = 2.9
_SACRUM_ROWS = 4.2
_LINE = 0.22
_BESIDE_LETTERS = 1.35


@dataclass(frozen=True, slots=True)
class _Size:
    """A vertebra's width, the length of its processes, and its share of the strip's height."""

    width: float
    arms: float
    rows: float


_SIZES = {"C": _Size(4.2, 1.7, 1.25), "T": _Size(4.6, 2.7, 1.5), "L": _Size(6.2, 2.6, 2.05)}
_REGIONS = {"C": Region.CERVICAL, "T": Region.THORACIC, "L": Region.LUMBAR, "S": Region.LUMBAR}


@dataclass(frozen=True, slots=True)
class _Level:
    name: str
    top: float
    height: float


def region_key(region: Region) -> str:
    """The key of a region in the navigator, such as "region:lumbar"."""
    return f"region:{region.value}"


def spine_navigator(
    shown: Region,
    joints: Iterable[JointSide],
    *,
    six_lumbar: bool = False,
    size: tuple[float, float] = (16.0, 165.0),
) -> Drawing:
    """C2 to the sacrum with the shown region framed; each region is a target."""
    width, height = size
    levels = _levels(height, six_lumbar=six_lumbar)
    shapes: list[Shape] = [_frame(levels, region, width, shown=region is shown) for region in Region]
    centre = width / 2 + _BESIDE_LETTERS
    for level in levels:
        shapes.extend(_bones(level, centre))
    shapes.extend(_letters(levels))
    for joint in joints:
        shapes.extend(_mark(levels, joint, centre))
    return Drawing(width, height, tuple(shapes))


def _levels(height: float, *, six_lumbar: bool) -> list[_Level]:
    names = [f"C{number}" for number in range(2, 8)] + [f"T{number}" for number in range(1, 13)]
    names += [f"L{number}" for number in range(1, 7 if six_lumbar else 6)]
    rows = sum(_SIZES[name[0]].rows for name in names) + _SACRUM_ROWS
    row = (height - 2 * _MARGIN) / rows
    levels, top = [], _MARGIN
    for name in names:
        tall = _SIZES[name[0]].rows * row
        levels.append(_Level(name, top, tall))
        top += tall
    return [*levels, _Level("S1", top, _SACRUM_ROWS * row)]


def _frame(levels: list[_Level], region: Region, width: float, *, shown: bool) -> Box:
    own = [level for level in levels if _REGIONS[level.name[0]] is region]
    top, bottom = own[0].top - 0.7, own[-1].top + own[-1].height + 0.5
    ink = Ink(fill="accentSoft", stroke="accent", width=0.45) if shown else Ink()
    x, y = rounded((0.4, top))
    return Box(x, y, width - 0.8, round(bottom - top, 3), ink, radius=1.7, key=region_key(region))


def _bones(level: _Level, centre: float) -> Iterator[Shape]:
    if level.name == "S1":
        yield _sacrum(level, centre)
        return
    size = _SIZES[level.name[0]]
    arms = Ink(fill="boneLo", stroke="boneLine", width=_LINE, opacity=0.9)
    body = Ink(fill="boneHi", stroke="boneLine", width=_LINE)
    middle, tall = level.top + level.height * 0.42, level.height * 0.86
    reach = size.width / 2 + size.arms
    thick = min(2.4, tall * 0.36)
    yield Box(
        *rounded((centre - reach, middle - thick / 2)), round(2 * reach, 3), thick, arms, radius=thick / 2
    )
    yield Box(*rounded((centre - size.width / 2, level.top)), size.width, round(tall, 3), body, radius=0.9)


def _sacrum(level: _Level, centre: float) -> Shape:
    half: tuple[Point, ...] = (
        (0, 0),
        (2.6, 0),
        (4.6, 0.02),
        (4.6, 0.02),
        (4.4, 0.3),
        (3.3, 0.66),
        (1.7, 0.93),
        (0, 1),
    )

    def place(point: Point) -> Point:
        return centre + point[0], level.top + point[1] * level.height

    return smooth(both_halves(half), place, Ink(fill="boneLo", stroke="boneLine", width=_LINE))


def _letters(levels: list[_Level]) -> Iterator[Label]:
    for name in ("C2", "T1", "L1", "S1"):
        level = next(level for level in levels if level.name == name)
        yield Label(2.15, round(level.top + 1.9, 3), name[0], _TEXT, "text2", bold=True)


def _mark(levels: list[_Level], joint: JointSide, centre: float) -> Iterator[Dot]:
    """A dot in the side's colour and, as everywhere, on the side's own side."""
    for upper, lower in pairwise(levels):
        if joint_between(upper.name, lower.name) == joint.joint:
            way = -1 if joint.side is Side.LEFT else 1
            x, y = rounded((centre + way * 2.9, lower.top - upper.height * 0.07))
            yield Dot(x, y, 1.15, Ink(fill=joint.side.value, stroke="surface", width=0.3))

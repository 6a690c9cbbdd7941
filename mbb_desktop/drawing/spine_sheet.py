"""How a region of the spine is laid on its sheet: which levels, at what scale, and where each point comes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.drawing import spine_cervical, spine_lumbar, spine_thoracic
from mbb_desktop.drawing.bones import Column, Vertebra
from mbb_desktop.drawing.outline import Place, shifted
from mbb_desktop.drawing.shapes import Point, text_room

HEAD = 2.75  # the room of the LEFT / RIGHT line, in type sizes
_FOOT = 0.5
_WIDEST, _TALLEST = 1.35, 1.15  # how far bones may be stretched to fill the sheet


def column(region: Region, *, six_lumbar: bool = False) -> Column:
    """The bones of a region."""
    if region is Region.LUMBAR:
        return spine_lumbar.SIX if six_lumbar else spine_lumbar.FIVE
    return spine_cervical.COLUMN if region is Region.CERVICAL else spine_thoracic.COLUMN


def joint_between(upper: str, lower: str) -> str:
    """The joint's name: "L4-5", "C7-T1"."""
    return f"{upper}-{lower[1:] if upper[0] == lower[0] else lower}"


def between(vertebrae: tuple[Vertebra, ...], first: str, last: str) -> tuple[Vertebra, ...]:
    """The vertebrae from `first` to `last`. Raises ValueError when one is not of this region."""
    names = [vertebra.name for vertebra in vertebrae]
    return vertebrae[names.index(first) : names.index(last) + 1]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where things come: `across` and `down` are millimetres per unit of the bones, `text` the type size;
    `complete` shows the unmarked targets too.
    """

    column: Column
    vertebrae: tuple[Vertebra, ...]
    width: float
    height: float
    across: float
    down: float
    text: float
    complete: bool

    @property
    def centre(self) -> float:
        return self.width / 2

    def y(self, vertebra: Vertebra, below: float = 0.0) -> float:
        """The height on the sheet of a point `below` the vertebra's line."""
        first = self.vertebrae[0]
        return round(HEAD * self.text + (vertebra.y + below - first.y - first.top) * self.down, 3)

    def place(self, vertebra: Vertebra, way: int = 1) -> Place:
        """Bone units to the sheet; `way` is 1 for the patient's right and -1 for the left."""

        def placed(point: Point) -> Point:
            return shifted((self.centre, self.y(vertebra, point[1])), way * point[0] * self.across, 0)

        return placed

    @property
    def label_edge(self) -> float:
        """How far from the midline the nerve labels begin."""
        return self.centre - _label_room(self.column, self.text)


def _label_room(column: Column, text: float) -> float:
    return text_room(column.longest_label, text) + 0.25 * text


def lay_out(
    column: Column,
    vertebrae: tuple[Vertebra, ...],
    size: tuple[float, float | None],
    text: float,
    *,
    complete: bool = True,
) -> Sheet:
    """Fit the vertebrae into a width and a height; without a height the bones keep their proportions."""
    width, height = size
    rows = vertebrae[-1].y + vertebrae[-1].bottom - vertebrae[0].y - vertebrae[0].top
    across = (width / 2 - _label_room(column, text) - 0.8 * text) / column.reach
    down = across if height is None else (height - (HEAD + _FOOT) * text) / rows
    down = min(down, across * _TALLEST)
    across = min(across, down * _WIDEST)
    full = (HEAD + _FOOT) * text + rows * down
    if height is not None:
        full = max(full, height)
    return Sheet(column, vertebrae, width, full, across, down, text, complete)


def levels_that_fit(
    region: Region, joints: Iterable[str], height: float, *, text: float, six_lumbar: bool = False
) -> tuple[str, str]:
    """The first and last vertebra to show in `height` millimetres so that targets stay large enough.

    The given joints are always among them. Without joints the lowest levels stay.
    """
    bones = column(region, six_lumbar=six_lumbar)
    names = [vertebra.name for vertebra in bones.vertebrae]
    pairs = [joint_between(upper, lower) for upper, lower in pairwise(names)]
    chosen = [pairs.index(joint) for joint in joints if joint in pairs] or [len(pairs) - 1]
    first, last = min(chosen), max(chosen) + 1
    room = (height - (HEAD + _FOOT) * text) / bones.least * 100
    for wider in _grown(first, last, len(names) - 1):
        if _rows(bones, *wider) > room:
            break
        first, last = wider
    return names[first], names[last]


def _grown(first: int, last: int, end: int) -> Iterator[tuple[int, int]]:
    """Ever wider ranges, one level at a time, below and above in turn."""
    below = True
    while first > 0 or last < end:
        if first == 0 or (below and last < end):
            last += 1
        else:
            first -= 1
        below = not below
        yield first, last


def _rows(bones: Column, first: int, last: int) -> float:
    upper, lower = bones.vertebrae[first], bones.vertebrae[last]
    return lower.y + lower.bottom - upper.y - upper.top

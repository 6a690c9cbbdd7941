"""What a drawn spine is made of: bone parts on vertebrae, in units of a hundredth of a level.

x runs from the midline to the patient's right, y downwards from the line on which the vertebra's nerve lies.
Only the right half is listed; the left is its mirror.
"""

from dataclasses import dataclass
from typing import Literal

from mbb_desktop.drawing.shapes import Point

Look = Literal["body", "rib", "bone", "crest", "hole"]


@dataclass(frozen=True, slots=True)
class Part:
    """One outline. A midline part lists its right half from the upper to the lower midline point."""

    look: Look
    points: tuple[Point, ...]
    midline: bool = False


@dataclass(frozen=True, slots=True)
class Vertebra:
    """One level: its bones, where a needle meets them, and where it meets the vertebra above.

    `y` is counted from the region's first vertebra; `top` and `bottom` are how far its bones reach.
    `joint` is the centre of the capsule between this vertebra and the one above.
    """

    name: str
    y: float
    parts: tuple[Part, ...]
    nerve: Point
    joint: Point
    name_at: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Column:
    """A region of the spine. `reach` is half its width; the capsule's size is given before scaling.

    `pill_at` is where the joint's name stands below its upper vertebra; `least` the fewest millimetres per
    level; `longest_label` the nerve name that needs the most room.
    """

    vertebrae: tuple[Vertebra, ...]
    reach: float
    capsule: tuple[float, float]
    tilt: float
    pill_at: float
    least: float
    longest_label: str


def stacked(parts: tuple[Part, ...], width: float, height: float) -> tuple[Part, ...]:
    """The same bones made wider or narrower, taller or shorter, by factors."""
    return tuple(
        Part(part.look, tuple((x * width, y * height) for x, y in part.points), part.midline)
        for part in parts
    )

"""A picture as plain data: shapes in millimetres, y downwards, colours named by token."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot
from typing import Literal

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]

MIDDLE_OF_CAPITALS = 0.364
"""Where the baseline lies below a label's centre, per unit of type size (half of Inter's capital height)."""

# Letter widths as shares of the type size, on the generous side, so that no text needs measuring.
_NARROW, _WIDE = frozenset("iljftrI1.,:;'|-()/ "), frozenset("mwMW%@")


@dataclass(frozen=True, slots=True)
class Ink:
    """How a shape is painted. Colours are tokens of the painter's palette; widths and dashes in millimetres.

    With `shade` the fill runs from `fill` at the top of the shape to `shade` at its bottom.
    """

    fill: str | None = None
    shade: str | None = None
    stroke: str | None = None
    width: float = 0.25
    dash: tuple[float, ...] = ()
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """An upright rectangle in millimetres."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def contains(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def joined(self, other: "Bounds") -> "Bounds":
        return Bounds(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def overlaps(self, other: "Bounds") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def around(points: Iterable[Point]) -> Bounds:
    """The smallest rectangle holding all points; at least one is needed."""
    xs, ys = zip(*points, strict=True)
    return Bounds(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stroke."""

    start: Point
    end: Point
    ink: Ink
    key: str | None = None

    def bounds(self) -> Bounds:
        return around((self.start, self.end))


@dataclass(frozen=True, slots=True)
class Polygon:
    """Straight edges through points; an open one is only stroked."""

    points: tuple[Point, ...]
    ink: Ink
    closed: bool = True
    key: str | None = None

    def bounds(self) -> Bounds:
        return around(self.points)


@dataclass(frozen=True, slots=True)
class Path:
    """Cubic curves from `start`, each as (first control, second control, end)."""

    start: Point
    curves: tuple[tuple[Point, Point, Point], ...]
    ink: Ink
    closed: bool = True
    key: str | None = None

    def bounds(self) -> Bounds:
        """The rectangle around the points that the curves pass through."""
        return around((self.start, *(end for _, _, end in self.curves)))


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled or ringed circle."""

    x: float
    y: float
    radius: float
    ink: Ink
    key: str | None = None

    def bounds(self) -> Bounds:
        return Bounds(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle by its upper left corner, with rounded corners."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    radius: float = 0.0
    key: str | None = None

    def bounds(self) -> Bounds:
        return Bounds(self.x, self.y, self.x + self.width, self.y + self.height)


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; `y` is the middle of its capitals, `x` what `anchor` says."""

    x: float
    y: float
    text: str
    size: float
    token: str
    anchor: Anchor = "middle"
    bold: bool = False
    key: str | None = None

    def bounds(self) -> Bounds:
        """About the room the text takes; for placing and hitting, never for laying out letters."""
        width = text_room(self.text, self.size)
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return Bounds(left, self.y - 0.6 * self.size, left + width, self.y + 0.6 * self.size)


def text_room(text: str, size: float) -> float:
    """A width in millimetres that holds the text in a usual typeface, bold or not; an estimate."""
    return sum(map(_letter_width, text)) * size


def _letter_width(letter: str) -> float:
    if letter in _NARROW:
        return 0.42
    if letter in _WIDE:
        return 0.92
    return 0.7 if letter.isupper() else 0.62


Shape = Line | Polygon | Path | Dot | Box | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a sheet of `width` x `height` millimetres, the first one lowest."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def targets(self) -> dict[str, Bounds]:
        """Every key with the room of its painted shapes, text left out, in the order they are painted."""
        rooms: dict[str, Bounds] = {}
        for shape in self.shapes:
            if shape.key is not None and not isinstance(shape, Label):
                known = rooms.get(shape.key)
                rooms[shape.key] = shape.bounds() if known is None else known.joined(shape.bounds())
        return rooms

    def tokens(self) -> frozenset[str]:
        """The colour tokens that a palette must know."""
        used: set[str | None] = set()
        for shape in self.shapes:
            if isinstance(shape, Label):
                used.add(shape.token)
            else:
                used |= {shape.ink.fill, shape.ink.shade, shape.ink.stroke}
        return frozenset(token for token in used if token is not None)

    def hit(self, x: float, y: float, reach: float = 3.2) -> str | None:
        """The key of the nearest keyed shape that covers the point, or whose centre's square does.

        The square reaches `reach` millimetres to each side; text is hit only where it stands.
        """
        nearest: tuple[float, str] | None = None
        for shape in self.shapes:
            if shape.key is None:
                continue
            room = shape.bounds()
            aside, below = abs(x - room.centre[0]), abs(y - room.centre[1])
            touched = room.contains(x, y) or (max(aside, below) <= reach and not isinstance(shape, Label))
            if touched and (nearest is None or hypot(aside, below) < nearest[0]):
                nearest = (hypot(aside, below), shape.key)
        return nearest[1] if nearest else None

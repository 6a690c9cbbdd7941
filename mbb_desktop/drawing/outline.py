"""Outlines from a few points: smooth closed curves, mirrored halves, and the capsule of a joint."""

from collections.abc import Callable, Sequence
from math import cos, radians, sin
from typing import Literal

from mbb_desktop.drawing.shapes import Ink, Path, Point

Place = Callable[[Point], Point]
Half = Literal["upper", "lower"]

_ROUND = 0.5523  # how far a cubic curve's controls reach to make a quarter circle


def mirrored(points: Sequence[Point]) -> tuple[Point, ...]:
    """The same points on the other side of the midline x = 0."""
    return tuple((-x, y) for x, y in points)


def both_halves(right_half: Sequence[Point]) -> tuple[Point, ...]:
    """A closed midline outline from its right half, given from the upper to the lower midline point."""
    inner = [point for point in right_half if point[0] != 0]
    return (*right_half, *mirrored(inner)[::-1])


def rounded(point: Point) -> Point:
    """A point to the micrometre."""
    return round(point[0], 3), round(point[1], 3)


def shifted(point: Point, aside: float, below: float) -> Point:
    """A point moved by whole micrometres, so that the two sides of a picture stay exact mirrors."""
    return rounded((point[0] + round(aside, 3), point[1] + round(below, 3)))


def smooth(points: Sequence[Point], place: Place, ink: Ink) -> Path:
    """A closed curve through all points (Catmull-Rom); a point given twice is a corner."""
    spots = [place(point) for point in points]
    count = len(spots)
    curves = []
    for index in range(count):
        before, start, end, after = (spots[(index + step) % count] for step in (-1, 0, 1, 2))
        if start != end:
            curves.append((_toward(start, end, before), _toward(end, start, after), rounded(end)))
    return Path(rounded(spots[0]), tuple(curves), ink)


def _toward(at: Point, ahead: Point, behind: Point) -> Point:
    return shifted(at, (ahead[0] - behind[0]) / 6, (ahead[1] - behind[1]) / 6)


def bow(start: Point, end: Point, sideways: float, ink: Ink) -> Path:
    """An open curve between two points, bulging `sideways` millimetres to the right (left when negative)."""
    first = shifted(start, sideways, (end[1] - start[1]) * 0.35)
    second = shifted(end, sideways, (start[1] - end[1]) * 0.35)
    return Path(rounded(start), ((first, second, rounded(end)),), ink, closed=False)


def capsule(
    centre: Point,
    size: tuple[float, float],
    ink: Ink,
    *,
    tilt: float = 0.0,
    half: Half | None = None,
) -> Path:
    """An articular capsule, or its half: a box with very round corners, leaning right by `tilt` degrees."""
    across, down = size[0] / 2, size[1] / 2
    corner = min(across, down) * 0.82
    top = 0.0 if half == "lower" else -down
    bottom = 0.0 if half == "upper" else down
    over = 0.0 if half == "lower" else corner
    under = 0.0 if half == "upper" else corner
    corners = (
        ((across, top), (-1, 0), (0, 1), over),
        ((across, bottom), (0, -1), (-1, 0), under),
        ((-across, bottom), (1, 0), (0, -1), under),
        ((-across, top), (0, 1), (1, 0), over),
    )
    turn = _turned(centre, tilt)
    start = turn((-across + over, top))
    curves: list[tuple[Point, Point, Point]] = []
    at = start
    for spot, backward, forward, radius in corners:
        entry, leave = _along(spot, backward, radius), _along(spot, forward, radius)
        near_in, near_out = (_along(spot, way, radius * (1 - _ROUND)) for way in (backward, forward))
        curves.append((at, turn(entry), turn(entry)))
        curves.append((turn(near_in), turn(near_out), turn(leave)))
        at = turn(leave)
    return Path(start, tuple(curves), ink)


def _along(spot: Point, way: tuple[int, int], length: float) -> Point:
    return spot[0] + way[0] * length, spot[1] + way[1] * length


def _turned(centre: Point, degrees: float) -> Place:
    cosine, sine = cos(radians(degrees)), sin(radians(degrees))

    def turn(point: Point) -> Point:
        x, y = point
        return shifted(centre, x * cosine - y * sine, x * sine + y * cosine)

    return turn

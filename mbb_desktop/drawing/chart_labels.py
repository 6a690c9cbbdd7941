"""Put labels beside what they name: the first of a few fixed places where nothing else is in the way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, hypot

from mbb_desktop.drawing.shapes import Bounds, Point

_STEP = 0.8  # millimetres between the points of a line that are looked at


@dataclass(frozen=True, slots=True)
class Wish:
    """A label's or a few stacked labels' places, best first."""

    places: tuple[Bounds, ...]


def along(points: Sequence[Point]) -> tuple[Point, ...]:
    """Points close enough together on a line to tell whether a label would cover it."""
    spots: list[Point] = list(points)
    for (x, y), (to_x, to_y) in pairwise(points):
        steps = ceil(hypot(to_x - x, to_y - y) / _STEP)
        spots.extend(
            (x + (to_x - x) * step / steps, y + (to_y - y) * step / steps) for step in range(1, steps)
        )
    return tuple(spots)


def blot(point: Point, radius: float) -> tuple[Point, ...]:
    """A marker's middle and edge, to be kept free of labels."""
    x, y = point
    return point, (x - radius, y), (x + radius, y), (x, y - radius), (x, y + radius)


def place(wishes: Sequence[Wish], inside: Bounds, drawn: Sequence[Point]) -> list[Bounds]:
    """Each wish at its first place inside the sheet free of lines and earlier ones, else at the least bad."""
    taken: list[Bounds] = []
    for wish in wishes:
        troubles: list[tuple[int, int]] = []
        for rank, room in enumerate(wish.places):
            troubles.append((_trouble(room, inside, drawn, taken), rank))
            if troubles[-1][0] == 0:
                break
        taken.append(wish.places[min(troubles)[1]])
    return taken


def _trouble(room: Bounds, inside: Bounds, drawn: Sequence[Point], taken: Sequence[Bounds]) -> int:
    if not (inside.contains(room.left, room.top) and inside.contains(room.right, room.bottom)):
        return 1000
    covered = sum(room.contains(x, y) for x, y in drawn)
    return 100 * sum(room.overlaps(other) for other in taken) + covered


def beside(ends: Bounds, size: tuple[float, float], near: float, steps: range) -> Iterator[Bounds]:
    """Places right, left, above and below of some points, `steps` times half a `near` up or down."""
    width, height = size
    x, y = ends.centre
    columns = (ends.right + near, ends.left - near - width, x - width / 2)
    for step in steps:
        rise = step * near / 2
        clear = rise >= height / 2 + near / 2
        for left in columns if clear else columns[:2]:
            for middle in (y - rise, y + rise) if rise else (y,):
                yield Bounds(left, middle - height / 2, left + width, middle + height / 2)


def clusters(ends: Sequence[Point], reach: Point) -> list[list[int]]:
    """Which ends lie so near to one another that their labels belong in one stack, each from the top down."""
    groups: list[list[int]] = []
    for index in sorted(range(len(ends)), key=lambda each: (ends[each][1], each)):
        x, y = ends[index]
        for group in groups:
            last = ends[group[-1]]
            if abs(last[0] - x) <= reach[0] and abs(last[1] - y) <= reach[1]:
                group.append(index)
                break
        else:
            groups.append([index])
    return groups

"""Outlines: smooth where asked, sharp where doubled, and the same on both sides."""

from mbb_desktop.drawing.outline import both_halves, capsule, mirrored, smooth
from mbb_desktop.drawing.shapes import Bounds, Ink, Point

INK = Ink(fill="boneHi")


def _as_is(point: Point) -> Point:
    return point


def test_a_curve_passes_through_every_point() -> None:
    points = ((0, 0), (10, 0), (10, 10), (0, 10))
    path = smooth(points, _as_is, INK)
    assert {path.start, *(end for _, _, end in path.curves)} == set(points)


def test_a_point_given_twice_is_a_corner_without_an_empty_curve() -> None:
    assert len(smooth(((0, 0), (10, 0), (10, 0), (5, 10)), _as_is, INK).curves) == 3


def test_midline_points_are_not_doubled_by_mirroring() -> None:
    assert both_halves(((0, 0), (5, 5), (0, 10))) == ((0, 0), (5, 5), (0, 10), (-5, 5))


def test_mirroring_twice_changes_nothing() -> None:
    points = ((1, 2), (3, 4))
    assert mirrored(mirrored(points)) == points


def test_an_upright_capsule_fills_its_box() -> None:
    assert capsule((10, 10), (4, 6), INK).bounds() == Bounds(8, 7, 12, 13)


def test_the_halves_of_a_capsule_meet_in_its_middle() -> None:
    upper, lower = (capsule((10, 10), (4, 6), INK, half=half).bounds() for half in ("upper", "lower"))
    assert (upper.top, upper.bottom) == (7, 10)
    assert (lower.top, lower.bottom) == (10, 13)

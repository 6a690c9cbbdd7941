"""Shapes are data: they compare, tell their room, and find what was hit."""

import pytest

from mbb_desktop.drawing.shapes import (
    Bounds,
    Box,
    Dot,
    Drawing,
    Ink,
    Label,
    Line,
    Path,
    Polygon,
    Shape,
    text_room,
)

INK = Ink(fill="left")


def test_the_same_picture_is_equal() -> None:
    assert Drawing(10, 10, (Dot(1, 1, 1, INK),)) == Drawing(10, 10, (Dot(1, 1, 1, INK),))


@pytest.mark.parametrize(
    ("shape", "bounds"),
    [
        (Line((4, 1), (2, 3), INK), Bounds(2, 1, 4, 3)),
        (Polygon(((0, 0), (5, 1), (2, 7)), INK), Bounds(0, 0, 5, 7)),
        (Path((1, 1), (((9, 9), (9, 9), (3, 4)),), INK), Bounds(1, 1, 3, 4)),
        (Dot(5, 5, 2, INK), Bounds(3, 3, 7, 7)),
        (Box(1, 2, 3, 4, INK), Bounds(1, 2, 4, 6)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_shape_knows_its_room(shape: Shape, bounds: Bounds) -> None:
    assert shape.bounds() == bounds


@pytest.mark.parametrize(("anchor", "left"), [("start", 50), ("middle", 45), ("end", 40)])
def test_a_label_hangs_on_its_anchor(anchor: str, left: float) -> None:
    size = 10 / text_room("L4-5", 1)
    label = {
        "start": Label(50, 5, "L4-5", size, "text", "start"),
        "middle": Label(50, 5, "L4-5", size, "text", "middle"),
        "end": Label(50, 5, "L4-5", size, "text", "end"),
    }[anchor]
    assert label.bounds().left == pytest.approx(left)


def test_the_nearest_of_two_targets_is_hit() -> None:
    drawing = Drawing(20, 10, (Dot(5, 5, 1, INK, key="a"), Dot(9, 5, 1, INK, key="b")))
    assert drawing.hit(6.8, 5, reach=3) == "a"
    assert drawing.hit(7.2, 5, reach=3) == "b"


def test_a_small_target_is_hit_within_reach_and_not_beyond() -> None:
    drawing = Drawing(20, 10, (Dot(5, 5, 0.5, INK, key="a"),))
    assert drawing.hit(8, 5, reach=3.2) == "a"
    assert drawing.hit(8.5, 5, reach=3.2) is None


def test_text_is_hit_only_where_it_stands() -> None:
    drawing = Drawing(40, 10, (Label(10, 5, "L4 MB", 3, "left", key="nerve"),))
    assert drawing.hit(12, 5, reach=30) == "nerve"
    assert drawing.hit(30, 5, reach=30) is None


def test_a_shape_without_key_is_never_hit() -> None:
    assert Drawing(10, 10, (Dot(5, 5, 5, INK),)).hit(5, 5) is None


def test_a_target_of_several_shapes_is_one_room_without_its_text() -> None:
    shapes = (Dot(5, 5, 1, INK, key="a"), Dot(5, 9, 1, INK, key="a"), Label(20, 5, "a", 3, "text", key="a"))
    assert Drawing(30, 10, shapes).targets() == {"a": Bounds(4, 4, 6, 10)}


def test_a_drawing_names_every_colour_it_needs() -> None:
    ink = Ink(fill="boneHi", shade="boneLo", stroke="boneLine")
    drawing = Drawing(9, 9, (Dot(1, 1, 1, ink), Label(1, 1, "x", 1, "text")))
    assert drawing.tokens() == {"boneHi", "boneLo", "boneLine", "text"}

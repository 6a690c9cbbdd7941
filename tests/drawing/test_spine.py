"""The spine from behind: sides, landmarks, and marks that say what was done."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from math import hypot

import pytest

from mbb_desktop.clinical.anatomy import (
    JointSide,
    NerveSide,
    Region,
    Side,
    joints_of_spine,
    mirrored,
    nerves_of,
    nerves_of_spine,
    targets_of,
)
from mbb_desktop.drawing.shapes import Dot, Drawing, Label, Line, Path, Point, Shape
from mbb_desktop.drawing.spine import HEADS, paper_spine, spine, treated_levels
from mbb_desktop.drawing.spine_marks import Marks, joint_key, nerve_key
from mbb_desktop.drawing.spine_sheet import column, joint_between, lay_out

BOTH_LOW = tuple(JointSide(joint, side) for joint in ("L4-5", "L5-S1") for side in Side)
SWAP = {"left": "right", "right": "left", "L": "R", "R": "L"}


def _marks(*joints: JointSide) -> Marks:
    targets = targets_of(joints)
    return Marks(joints=joints, targets=targets, volumes=dict.fromkeys(targets, "0.5 mL"))


def _labels(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


def _painted(drawing: Drawing, key: str) -> list[Shape]:
    return [shape for shape in drawing.shapes if shape.key == key and not isinstance(shape, Label)]


def _fill(drawing: Drawing, key: str) -> str | None:
    (shape,) = _painted(drawing, key)
    assert isinstance(shape, Path)
    return shape.ink.fill


def _middle(drawing: Drawing, key: str) -> Point:
    return drawing.targets()[key].centre


def _named(drawing: Drawing, text: str) -> Label:
    return next(shape for shape in drawing.shapes if isinstance(shape, Label) and shape.text == text)


# Sides


def test_the_patients_left_is_on_the_left() -> None:
    drawing = spine(Region.LUMBAR, Marks())
    assert (
        _middle(drawing, "joint:L4-5:left")[0] < drawing.width / 2 < _middle(drawing, "joint:L4-5:right")[0]
    )


@pytest.mark.parametrize("drawing", [spine(Region.CERVICAL, Marks()), paper_spine(Region.LUMBAR, Marks())])
def test_the_sides_are_always_named(drawing: Drawing) -> None:
    assert set(HEADS) <= set(_labels(drawing))


def _points(shape: Shape) -> list[Point]:
    match shape:
        case Path(start=start, curves=curves):
            return [start, *(point for curve in curves for point in curve)]
        case Line(start=start, end=end):
            return [start, end]
        case Label(x=x, y=y):
            return [(x, y)]
        case _:
            room = shape.bounds()
            return [(x, y) for x in (room.left, room.right) for y in (room.top, room.bottom)]


def _words(shape: Shape, swap: dict[str, str]) -> tuple[str, ...]:
    words = [shape.token, shape.text] if isinstance(shape, Label) else [shape.ink.fill, shape.ink.stroke]
    parts = [
        ":".join(swap.get(part, part) for part in (word or "").split(":")) for word in [*words, shape.key]
    ]
    return type(shape).__name__, *parts


def _same(one: Shape, other: Shape, width: float) -> bool:
    """Whether a shape is the other one seen in the mirror, to a hundredth of a millimetre."""
    points, others = _points(one), _points(other)
    return len(points) == len(others) and all(
        any(abs(width - x - other_x) < 0.01 and abs(y - other_y) < 0.01 for other_x, other_y in others)
        for x, y in points
    )


def _unmirrored(this: Drawing, other: Drawing) -> list[Shape]:
    """The shapes of one picture that the other lacks in the mirror, below the LEFT / RIGHT line."""
    left = [shape for shape in other.shapes if shape.bounds().top > 8]
    missing = []
    for shape in (shape for shape in this.shapes if shape.bounds().top > 8):
        alike = [each for each in left if _words(each, {}) == _words(shape, SWAP)]
        match = next((each for each in alike if _same(shape, each, this.width)), None)
        if match is None:
            missing.append(shape)
        else:
            left.remove(match)
    return missing + left


@pytest.mark.parametrize(
    "joints",
    [
        (JointSide("L4-5", Side.LEFT), JointSide("L5-S1", Side.LEFT), JointSide("L1-2", Side.RIGHT)),
        (JointSide("T5-6", Side.LEFT), JointSide("T12-L1", Side.RIGHT)),
        (JointSide("C2-3", Side.RIGHT), JointSide("C7-T1", Side.LEFT)),
    ],
    ids=["lumbar", "thoracic", "cervical"],
)
def test_changing_the_side_mirrors_the_picture(joints: tuple[JointSide, ...]) -> None:
    region = joints_of_spine()[joints[0].joint].region
    this = spine(region, _marks(*joints), size=(100, 170))
    other = spine(region, _marks(*mirrored(joints)), size=(100, 170))
    assert _unmirrored(this, other) == []


# Landmarks


@pytest.mark.parametrize("region", Region)
@pytest.mark.parametrize("side", Side)
def test_every_joint_and_nerve_of_the_region_is_a_target(region: Region, side: Side) -> None:
    names = [vertebra.name for vertebra in column(region).vertebrae]
    joints = [joint_between(upper, lower) for upper, lower in pairwise(names)]
    keys = spine(region, Marks()).targets().keys()
    assert keys >= {joint_key(joint, side) for joint in joints}
    assert keys >= {nerve_key(nerve, side) for nerve in nerves_of(joints)}


def _nearest_bone(region: Region, spot: Point) -> str:
    """The vertebra with the outline point nearest to a place on a sheet of its natural proportions."""
    bones = column(region)
    sheet = lay_out(bones, bones.vertebrae, (100, None), 3.45)
    away = {
        hypot(x - spot[0], y - spot[1]): vertebra.name
        for vertebra in bones.vertebrae
        for part in vertebra.parts
        if part.look == "bone"
        for x, y in map(sheet.place(vertebra), part.points)
    }
    assert min(away) < 3, "the nerve lies on no bone"
    return away[min(away)]


@pytest.mark.parametrize("region", Region)
def test_a_nerve_lies_at_the_bone_that_the_needle_meets(region: Region) -> None:
    drawing = spine(region, Marks())
    shown = {vertebra.name for vertebra in column(region).vertebrae}
    expected = {nerve.name: nerve.bone for nerve in nerves_of_spine().values() if nerve.bone in shown}
    found = {name: _nearest_bone(region, _middle(drawing, nerve_key(name, Side.RIGHT))) for name in expected}
    assert found == expected


def test_the_third_occipital_nerve_is_three_points_at_the_joint() -> None:
    drawing = spine(Region.CERVICAL, Marks())
    above, on, below = _painted(drawing, "nerve:TON:left")
    joint = _middle(drawing, "joint:C2-3:left")[1]
    assert isinstance(on, Dot)
    assert on.y == pytest.approx(joint)
    assert above.bounds().centre[1] < joint < below.bounds().centre[1]


def test_t5_to_t8_branches_pass_above_the_bone() -> None:
    drawing = spine(Region.THORACIC, Marks())
    rows = [_middle(drawing, f"nerve:T{number} MB:left")[1] for number in range(3, 10)]
    steps = [round(below - above, 1) for above, below in pairwise(rows)]
    assert steps[1] < steps[0] < steps[5]
    assert steps[2] == steps[3] == steps[4] == steps[0]


def test_six_lumbar_vertebrae_put_the_last_ramus_on_the_sacrum() -> None:
    drawing = spine(Region.LUMBAR, Marks(six_lumbar=True))
    assert "nerve:L6 DR:left" in drawing.targets()
    assert "nerve:L5 DR:left" not in drawing.targets()


# Marks


def test_a_recorded_joint_is_filled_and_carries_its_letter() -> None:
    drawing = spine(Region.LUMBAR, _marks(*BOTH_LOW))
    assert _fill(drawing, "joint:L4-5:left") == "left"
    assert _fill(drawing, "joint:L4-5:right") == "right"
    assert Counter(_labels(drawing))["L"] == 3  # two joints and the head


def test_a_free_joint_is_not_filled_and_has_no_letter() -> None:
    drawing = spine(Region.LUMBAR, Marks())
    assert _fill(drawing, "joint:L4-5:left") == "surface"
    assert Counter(_labels(drawing))["L"] == 1


def test_a_planned_joint_is_hollow_with_its_letter() -> None:
    drawing = spine(Region.LUMBAR, Marks(planned=BOTH_LOW))
    assert _fill(drawing, "joint:L4-5:left") == "surface"
    assert Counter(_labels(drawing))["L"] == 3


def test_a_joint_recorded_without_its_nerves_is_not_filled() -> None:
    drawing = spine(Region.LUMBAR, Marks(joints=BOTH_LOW))
    assert _fill(drawing, "joint:L4-5:left") == "surface"


def test_a_joint_covered_on_one_nerve_is_half_filled() -> None:
    marks = replace(_marks(BOTH_LOW[0]), targets=(NerveSide("L3 MB", Side.LEFT),))
    drawing = spine(Region.LUMBAR, marks)
    (whole,) = _painted(drawing, "joint:L4-5:left")
    halves = [shape for shape in drawing.shapes if isinstance(shape, Path) and shape.ink.fill == "left"]
    assert isinstance(whole, Path)
    assert whole.ink.fill == "surface"
    assert [half.bounds().bottom < whole.bounds().bottom - 1 for half in halves] == [True]


def test_the_name_of_a_recorded_joint_is_inverted() -> None:
    drawing = spine(Region.LUMBAR, _marks(*BOTH_LOW))
    assert (_named(drawing, "L4-5").token, _named(drawing, "L3-4").token) == ("surface", "text2")


def test_a_target_prints_its_volume_and_a_free_nerve_none() -> None:
    assert Counter(_labels(spine(Region.LUMBAR, _marks(*BOTH_LOW))))["0.5 mL"] == 6
    assert "0.5 mL" not in _labels(spine(Region.LUMBAR, Marks()))


def test_an_unknown_volume_is_left_out() -> None:
    drawing = spine(Region.LUMBAR, replace(_marks(*BOTH_LOW), volumes={}))
    assert "L3 MB" in _labels(drawing)
    assert not any("mL" in text for text in _labels(drawing))


def test_the_pointer_on_a_joint_lights_its_nerves() -> None:
    still, pointed = (spine(Region.LUMBAR, Marks(hover=hover)) for hover in (None, "joint:L3-4:right"))
    added = Counter(pointed.shapes) - Counter(still.shapes)
    assert sorted(type(shape).__name__ for shape in added) == ["Dot", "Dot", "Path"]


def test_an_earlier_block_is_a_small_grey_dot() -> None:
    drawing = spine(Region.LUMBAR, Marks(treated_before=BOTH_LOW))
    dots = [shape for shape in drawing.shapes if isinstance(shape, Dot) and shape.ink.fill == "muted"]
    assert len(dots) == 4


# Room


@pytest.mark.parametrize("region", Region)
@pytest.mark.parametrize("width", [84.0, 100.0, 130.0])
def test_a_click_in_the_middle_of_a_target_hits_it(region: Region, width: float) -> None:
    drawing = spine(region, Marks(), size=(width, 160))
    for key, room in drawing.targets().items():
        assert drawing.hit(*room.centre) == key


@pytest.mark.parametrize("joint", [joint for joint in joints_of_spine() if joint != "T1-2"])
@pytest.mark.parametrize(("width", "text"), [(50.0, None), (58.0, 2.6), (76.0, None), (100.0, 3.45)])
def test_a_side_letter_never_sits_under_the_joints_name(joint: str, width: float, text: float | None) -> None:
    region = joints_of_spine()[joint].region
    marks = _marks(JointSide(joint, Side.LEFT), JointSide(joint, Side.RIGHT))
    drawing = paper_spine(region, marks, width=width, text=text)
    name = _named(drawing, joint).bounds()
    rooms = drawing.targets()
    assert not any(name.overlaps(rooms[joint_key(joint, side)]) for side in Side)


@pytest.mark.parametrize("region", Region)
def test_edge_labels_do_not_touch(region: Region) -> None:
    names = [vertebra.name for vertebra in column(region).vertebrae]
    joints = [joint_between(upper, lower) for upper, lower in pairwise(names)]
    drawing = spine(region, _marks(*(JointSide(joint, Side.LEFT) for joint in joints)), size=(100, 165))
    assert _touching(drawing) == []


@pytest.mark.parametrize("joints", [("C2-3", "C3-4"), ("T5-6", "T6-7"), ("L4-5", "L5-S1")], ids="-".join)
@pytest.mark.parametrize("volume", ["less than 0.5\u00a0mL", "0.3 to 0.5\u00a0mL"], ids=["less", "range"])
def test_a_long_volume_stands_in_two_lines_beside_the_spine(joints: tuple[str, ...], volume: str) -> None:
    marks = _marks(*(JointSide(joint, Side.LEFT) for joint in joints))
    said = replace(marks, volumes=dict.fromkeys(marks.targets, volume))
    drawing = paper_spine(joints_of_spine()[joints[0]].region, said, width=67)
    assert "0.5\u00a0mL" in _labels(drawing)
    assert _touching(drawing) == []
    assert min(shape.bounds().left for shape in _edge_labels(drawing)) > -1  # millimetres


def _edge_labels(drawing: Drawing) -> list[Label]:
    return [shape for shape in drawing.shapes if isinstance(shape, Label) and shape.anchor == "end"]


def _touching(drawing: Drawing) -> list[tuple[str, str]]:
    labels = _edge_labels(drawing)
    rooms = [(label.text, label.bounds()) for label in labels]
    return [
        (name, below)
        for index, (name, one) in enumerate(rooms)
        for below, other in rooms[index + 1 :]
        if one.overlaps(replace(other, top=other.top + 1, bottom=other.bottom - 1))
    ]


# Paper


def test_paper_shows_the_treated_levels_with_one_above() -> None:
    assert treated_levels(Region.LUMBAR, _marks(*BOTH_LOW)) == ("L3", "S1")
    assert treated_levels(Region.CERVICAL, _marks(JointSide("C2-3", Side.LEFT))) == ("C2", "C3")


def test_paper_shows_only_what_was_marked() -> None:
    drawing = paper_spine(Region.LUMBAR, replace(_marks(*BOTH_LOW), hover="joint:L4-5:left"))
    assert drawing.targets().keys() == {
        *(joint_key(each.joint, each.side) for each in BOTH_LOW),
        *(nerve_key(each.nerve, each.side) for each in targets_of(BOTH_LOW)),
    }
    assert "L3-4" not in _labels(drawing)


def test_a_level_of_another_region_is_refused() -> None:
    with pytest.raises(ValueError, match="C4"):
        spine(Region.LUMBAR, Marks(), levels=("C4", "S1"))

"""The thin whole-spine strip."""

import pytest

from mbb_desktop.clinical.anatomy import JOINTS, JointSide, Region, Side
from mbb_desktop.drawing.shapes import Dot
from mbb_desktop.drawing.spine_navigator import region_key, spine_navigator


@pytest.mark.parametrize("region", Region)
def test_each_region_can_be_chosen_where_it_lies(region: Region) -> None:
    drawing = spine_navigator(Region.LUMBAR, ())
    x, y = drawing.targets()[region_key(region)].centre
    assert drawing.hit(x, y) == region_key(region)


def test_only_the_shown_region_is_framed() -> None:
    shapes = spine_navigator(Region.THORACIC, ()).shapes
    framed = [shape.key for shape in shapes if not hasattr(shape, "text") and shape.ink.stroke == "accent"]
    assert framed == ["region:thoracic"]


@pytest.mark.parametrize("joint", JOINTS)
def test_every_joint_gets_a_dot_on_its_own_side(joint: str) -> None:
    drawing = spine_navigator(Region.LUMBAR, [JointSide(joint, Side.LEFT), JointSide(joint, Side.RIGHT)])
    left, right = (shape for shape in drawing.shapes if isinstance(shape, Dot))
    assert (left.ink.fill, right.ink.fill) == ("left", "right")
    assert left.x < right.x


def test_a_sixth_lumbar_vertebra_finds_room() -> None:
    joints = [JointSide("L6-S1", Side.LEFT)]
    drawing = spine_navigator(Region.LUMBAR, joints, six_lumbar=True)
    assert any(isinstance(shape, Dot) for shape in drawing.shapes)
    assert max(shape.bounds().bottom for shape in drawing.shapes) <= drawing.height

"""How far a joint is blocked follows from its nerves, never from the claim alone."""

import pytest

from mbb_desktop.clinical.anatomy import JOINTS, JointSide, NerveSide, Side, targets_of
from mbb_desktop.drawing.spine_marks import Blocked, Marks, joint_key, nerve_key

LEFT = Side.LEFT


def _targets(*nerves: str) -> tuple[NerveSide, ...]:
    return tuple(NerveSide(nerve, LEFT) for nerve in nerves)


def _joints(*joints: str) -> tuple[JointSide, ...]:
    return tuple(JointSide(joint, LEFT) for joint in joints)


@pytest.mark.parametrize(
    ("marks", "blocked"),
    [
        (Marks(), "no"),
        (Marks(planned=_joints("L4-5")), "planned"),
        (Marks(joints=_joints("L4-5")), "claimed"),
        (Marks(joints=_joints("L4-5"), targets=_targets("L3 MB")), "upper"),
        (Marks(joints=_joints("L4-5"), targets=_targets("L4 MB")), "lower"),
        (Marks(joints=_joints("L4-5"), targets=_targets("L3 MB", "L4 MB")), "both"),
        (Marks(targets=_targets("L3 MB", "L4 MB")), "both"),
        (Marks(targets=_targets("L4 MB")), "lower"),
    ],
)
def test_a_joint_is_as_blocked_as_its_nerves(marks: Marks, blocked: Blocked) -> None:
    assert marks.blocked(JOINTS["L4-5"], LEFT) == blocked


def test_the_other_side_stays_free() -> None:
    marks = Marks(joints=_joints("L4-5"), targets=targets_of(_joints("L4-5")))
    assert marks.blocked(JOINTS["L4-5"], Side.RIGHT) == "no"


def test_the_neighbour_that_shares_a_nerve_is_not_marked() -> None:
    marks = Marks(joints=_joints("L4-5"), targets=targets_of(_joints("L4-5")))
    assert marks.blocked(JOINTS["L3-4"], LEFT) == "no"


def test_one_nerve_covers_c2_3() -> None:
    marks = Marks(joints=_joints("C2-3"), targets=_targets("TON"))
    assert marks.blocked(JOINTS["C2-3"], LEFT) == "both"


def test_a_nerve_without_partner_half_blocks_both_its_joints() -> None:
    marks = Marks(targets=_targets("L4 MB"))
    assert [marks.blocked(JOINTS[name], LEFT) for name in ("L4-5", "L5-S1")] == ["lower", "upper"]


def test_keys_name_kind_level_and_side() -> None:
    assert joint_key("L4-5", LEFT) == "joint:L4-5:left"
    assert nerve_key("L4 MB", Side.RIGHT) == "nerve:L4 MB:right"

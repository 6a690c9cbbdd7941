"""What was really injected."""

from dataclasses import replace

from mbb_desktop.clinical.anatomy import JointSide, Side, targets_of
from mbb_desktop.clinical.block import Target
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.clinical.performed import agents_of, joints_blocked, say_places, sides_of
from mbb_desktop.clinical.response import Series
from tests.clinical.invented import BOTH, BUPIVACAINE, LEFT, LIDOCAINE, RIGHT, a_block


def test_a_joint_counts_when_all_its_nerves_were_injected() -> None:
    block = a_block(BOTH)
    missed = tuple(replace(t, not_injected=t.nerve == "L5 DR") for t in block.targets)
    assert joints_blocked(replace(block, targets=missed)) == (LEFT[0], RIGHT[0])


def test_a_joint_that_was_not_named_does_not_count() -> None:
    joints = (JointSide("L3-4", Side.LEFT), JointSide("L5-S1", Side.LEFT))
    assert joints_blocked(a_block(joints)) == joints


def test_named_nerves_alone_give_their_joints() -> None:
    assert joints_blocked(replace(a_block(RIGHT), joints=())) == RIGHT


def test_a_block_reported_from_elsewhere_counts_its_named_joints() -> None:
    assert joints_blocked(replace(a_block(RIGHT), targets=())) == RIGHT


def test_six_lumbar_vertebrae_have_their_own_joints() -> None:
    joints = (JointSide("L6-S1", Side.LEFT),)
    targets = tuple(Target(t.nerve, t.side) for t in targets_of(joints, six_lumbar=True))
    block = replace(a_block(()), joints=joints, targets=targets, vertebrae=Vertebrae.SIX)
    assert joints_blocked(block) == joints


def test_sides_come_from_the_targets() -> None:
    assert sides_of(a_block(RIGHT)) == (Side.RIGHT,)
    assert sides_of(a_block(BOTH)) == (Side.LEFT, Side.RIGHT)
    assert sides_of(replace(a_block(LEFT), targets=())) == (Side.LEFT,)


def test_agents_are_those_of_the_syringes_used() -> None:
    block = a_block(BOTH, (LIDOCAINE, replace(BUPIVACAINE, syringe=2)))
    assert agents_of(block) == ("lidocaine",)
    targets = tuple(replace(t, syringe=2) if t.side is Side.RIGHT else t for t in block.targets)
    split = replace(block, targets=targets)
    assert agents_of(split) == ("lidocaine", "bupivacaine")
    assert agents_of(split, Series.RIGHT) == ("bupivacaine",)
    assert agents_of(replace(block, targets=())) == ("lidocaine", "bupivacaine")


def test_places_are_said_with_their_side() -> None:
    assert say_places(RIGHT) == "L4-5 right and L5-S1 right"

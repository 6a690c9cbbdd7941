"""Joints, nerves and sides in words and colours."""

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Target
from mbb_desktop.documents.places import (
    colored_sides,
    joint_title,
    joint_words,
    joints_from_words,
    joints_served,
    nerve_called,
    ordered_targets,
    places_called,
)
from mbb_desktop.documents.wording import Mark, Run, capitalized, listed, plain_text, sentence, words
from tests.documents.examples import BLOCK, JOINTS, STOPPED


def test_sides_get_their_own_mark_and_joints_none() -> None:
    said = joint_words((JointSide("L4-5", Side.LEFT), JointSide("L5-S1", Side.RIGHT)))
    assert said == (Run("left", Mark.LEFT), Run(" L4-5 and "), Run("right", Mark.RIGHT), Run(" L5-S1"))


def test_left_inside_another_word_is_no_side() -> None:
    assert [run.mark for run in colored_sides("leftover, cleft")] == [Mark.PLAIN]


def test_one_joint_is_a_facet_joint_and_two_are_facet_joints() -> None:
    assert plain_text(joint_title((JointSide("L4-5", Side.LEFT),))) == "Left L4-5 facet joint"
    assert plain_text(joint_title(JOINTS)) == "Bilateral L4-5 and L5-S1 facet joints"


def test_words_of_a_time_out_are_read_back_or_left_alone() -> None:
    assert plain_text(joints_from_words(("L5-S1 right", "L4-5 right"))) == "right L4-5 and L5-S1"
    assert plain_text(joints_from_words(("L4-5 left", "both somewhere"))) == "L4-5 left, both somewhere"


def test_targets_stand_from_cranial_to_caudal_with_left_first() -> None:
    places = [(t.nerve, t.side.value) for t in ordered_targets(BLOCK)]
    assert places[:3] == [("L3 MB", "left"), ("L3 MB", "right"), ("L4 MB", "left")]


def test_a_nerve_that_the_table_does_not_know_keeps_its_name() -> None:
    assert nerve_called("sinuvertebral") == "sinuvertebral"
    assert plain_text(places_called([Target("L5 DR", Side.RIGHT).place])) == "right L5 dorsal ramus"


def test_a_target_serves_only_joints_of_its_own_side() -> None:
    target = next(t for t in STOPPED.block.targets if t.nerve == "L4 MB" and t.side is Side.RIGHT)
    assert [joint.name for joint in joints_served(target, STOPPED.block)] == ["L4-5", "L5-S1"]


def test_lists_and_sentences() -> None:
    assert plain_text(listed(["a", "b", "c"])) == "a, b and c"
    assert plain_text(sentence("prone")) == "Prone."
    assert plain_text(sentence("Done. ")) == "Done. "
    assert sentence("") == ()
    assert capitalized(()) == ()
    assert words("a", Run("b")) == (Run("ab"),)

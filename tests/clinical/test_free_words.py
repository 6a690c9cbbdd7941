"""Sides and levels in a typed paragraph: what differs from the record is named, plain text never is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mbb_desktop.clinical.anatomy import JOINTS, JointSide, Side
from mbb_desktop.clinical.free_words import unlike_record

RIGHT = (JointSide("L4-5", Side.RIGHT), JointSide("L5-S1", Side.RIGHT))
BOTH = tuple(JointSide(joint, side) for joint in ("L3-4", "L4-5") for side in Side)

DIFFERS = {
    "The pain is worse on the left.": ("left",),
    "She asks for a left-sided ablation": ("left",),
    "Please treat L3-4 too": ("L3-4",),
    "Left L4-5 and right L5-S1 were blocked.": ("L4-5 left",),
    "L4\u20115 left, L5/S1 right": ("L4-5 left",),
    "Relief at L4-5 bilaterally": ("L4-5 both sides",),
    "Axial pain on both sides of the low back": ("both sides",),
    "c5-6 right": ("C5-6 right",),
    "Please ablate L2-4 on the right": ("L2-4",),
}
PLAIN = (
    "Right L4-5 and L5-S1 facet pain for four years, 80 % relief twice.",
    "He is left-handed and was left without help. Please call right away.",
    "Right knee replaced 2019, left hip 2021; the left leg is weak.",
    "MRI: stenosis left at L3-4, listhesis L3-4.",
    "She left the job; all right since. That is the right treatment, with the right to appeal.",
    "Nothing was left untreated. Both blocks helped, 4-5 hours each, from 10 to 2.",
    "Pain over L4 and L5, worse on the right.",
    "L4-S1 right; the L3-5 medial branches on the right.",
    "Fusion L2-3 in 2014, an epidural on the left in 2020",
    "",
)


@pytest.mark.parametrize("text", DIFFERS, ids=range(len(DIFFERS)))
def test_another_side_or_level_is_named(text: str) -> None:
    assert unlike_record(text, RIGHT) == DIFFERS[text]


@pytest.mark.parametrize("text", PLAIN, ids=range(len(PLAIN)))
def test_plain_correct_text_is_let_by(text: str) -> None:
    assert unlike_record(text, RIGHT) == ()


def test_without_a_record_nothing_differs_from_it() -> None:
    assert unlike_record("left L4-5", ()) == ()


PLACES = st.builds(JointSide, st.sampled_from(sorted(JOINTS)), st.sampled_from(Side))


@settings(max_examples=20)
@given(reported=st.sets(PLACES, min_size=1, max_size=4), named=PLACES, order=st.booleans())
def test_a_joint_with_its_side_is_named_exactly_when_it_is_not_reported(
    reported: set[JointSide], named: JointSide, order: bool
) -> None:
    words = (named.joint, named.side.value) if order else (named.side.value, named.joint)
    said = unlike_record(f"We ask for {' '.join(words)} as before.", reported)
    assert said == (() if named in reported else (f"{named.joint} {named.side.value}",))


@given(text=st.text(max_size=80), reported=st.sets(PLACES, min_size=1, max_size=3))
def test_any_text_is_read(text: str, reported: set[JointSide]) -> None:
    assert all(unlike_record(text, reported)) or unlike_record(text, reported) == ()

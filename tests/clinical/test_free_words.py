"""Sides and levels in a typed paragraph: what differs from the record is named, plain text never is."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mbb_desktop.clinical.anatomy import JOINTS, JointSide, Side
from mbb_desktop.clinical.free_words import unlike_record
from tests.every_row import every_row

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
    "Right L4-5; it is worse left": ("left",),
    "The left with rest, the right with walking": ("left",),
    "The left in particular": ("left",),
    "It hurts to the left": ("left",),
    "Treat the left L3-4": ("L3-4 left",),
    "L4-5, l5-s1 and t12-l1 on the right": ("T12-L1",),
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
    "All right to treat L4-5. It went all right, not quite right.",
    "She was not right. He felt right to the end; a right to appeal.",
    "Was left the same, left with pain, left in peace.",
    "The right in the low back. Nothing is right with the knee.",
    "Score 5-6 of 10, twice 4-5 mL, T 38.5 at 10-11 h",
    "",
)


@every_row("text", DIFFERS)
def test_another_side_or_level_is_named(text: str) -> None:
    assert unlike_record(text, RIGHT) == DIFFERS[text]


@every_row("text", PLAIN)
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


def test_a_spine_with_six_lumbar_vertebrae_has_joints_of_its_own() -> None:
    sixth = (JointSide("L5-6", Side.RIGHT), JointSide("L6-S1", Side.RIGHT))
    assert unlike_record("right L5-6 and L6-S1", sixth, six_lumbar=True) == ()
    assert unlike_record("right L5-S1", sixth, six_lumbar=True) == ()
    assert unlike_record("left L6-S1", sixth, six_lumbar=True) == ("L6-S1 left",)


def test_a_range_is_its_joints_or_those_of_its_nerves_and_not_more() -> None:
    four_five = (JointSide("L4-5", Side.RIGHT),)
    assert unlike_record("L3-4 right", four_five) == ("L3-4 right",)
    assert unlike_record("L3-5 right", RIGHT) == ()
    assert unlike_record("L3-5 right", four_five) == ("L3-5 right",)
    assert unlike_record("L2-5 right", RIGHT) == ("L2-5 right",)


@every_row(
    "text",
    [
        "All right to treat.",
        "It is all right. Not right. Not quite right.",
        "A right to appeal",
        "Felt right the same day, right with walking, right in the morning",
        "All right",
    ],
)
def test_right_in_its_other_meanings_is_no_side(text: str) -> None:
    assert unlike_record(text, (JointSide("L4-5", Side.LEFT),)) == ()


@every_row(
    ("text", "named"),
    [
        ("worse right than left", ("right",)),
        ("the right", ("right",)),
        ("Right", ("right",)),
        ("L4-5 right, worse right", ("L4-5 right", "right")),
        ("L4-6 left", ()),
        ("L2-4 left", ("L2-4 left",)),
    ],
)
def test_right_as_a_side_is_named_where_the_left_is_reported(text: str, named: tuple[str, ...]) -> None:
    assert unlike_record(text, (JointSide("L4-5", Side.LEFT),)) == named


def test_a_range_over_the_sixth_vertebra_is_read_by_the_patients_own_spine() -> None:
    upper = tuple(JointSide(joint, Side.LEFT) for joint in ("L4-5", "L5-6"))
    assert unlike_record("L4-6 left", upper, six_lumbar=True) == ()
    lower = tuple(JointSide(joint, Side.LEFT) for joint in ("L5-6", "L6-S1"))
    assert unlike_record("L3-6 left", lower, six_lumbar=True) == ("L3-6 left",)

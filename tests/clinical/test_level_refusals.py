"""Levels that cannot be read, with six lumbar vertebrae and in other regions: what is said instead."""

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.levels import Refusal, read_levels
from tests.every_row import every_row

NO_LEVEL = "is not a level. Write joints and a side, for example L4-5 b."
NO_JOINT = "is not a joint for a medial branch block. Nearest:"
NEEDS_SIX = "needs six lumbar vertebrae. Record the transitional anatomy first. Nearest: L5-S1."
NOT_WITH_SIX = "does not exist with six lumbar vertebrae. Nearest: L5-6, L6-S1."


@every_row(
    ("text", "region", "six_lumbar", "sentence", "suggestions"),
    [
        ("s0 l", None, True, f"S0 {NO_JOINT} L6-S1.", ("L6-S1 l",)),
        ("s0 l", None, False, f"S0 {NO_JOINT} L5-S1.", ("L5-S1 l",)),
        ("abcdefghijklmnop b", None, False, f"ABCDEFGHIJKL {NO_LEVEL}", ()),
        ("51l", Region.CERVICAL, False, f"51L {NO_LEVEL}", ()),
        ("51l", None, True, f"51L {NO_LEVEL}", ()),
        ("51l", None, False, "Put a space before the side: 51 l.", ("51 l",)),
        ("51", Region.CERVICAL, True, f"51 {NO_JOINT} C5-6.", ("C5-6",)),
        ("51", Region.CERVICAL, False, f"51 {NO_JOINT} C5-6.", ("C5-6",)),
        ("l6", None, False, f"L6 {NEEDS_SIX}", ("L5-S1",)),
        ("l6s1 r", None, False, f"L6S1 {NEEDS_SIX}", ("L5-S1 r",)),
        ("l6dr r", None, False, f"L6DR {NEEDS_SIX}", ("L5-S1 r",)),
        ("56 r", Region.LUMBAR, False, f"56 {NEEDS_SIX} For the neck choose C, or write c56.", ("L5-S1 r",)),
        ("51 r", Region.LUMBAR, True, f"51 {NOT_WITH_SIX}", ("L5-6 r", "L6-S1 r")),
        ("l6l", None, False, f"L6L {NO_LEVEL}", ()),
        ("l5dr", None, True, "L5DR is not a target. Nearest: L5 MB.", ("L5mb",)),
        ("l6mb r", None, True, "L6MB is not a target. Nearest: L6 DR.", ("L6dr r",)),
        (
            "l3-6mb r",
            None,
            False,
            "L3-6MB is not a nerve. Write each nerve by itself, for example L3mb L4mb.",
            (),
        ),
        (
            "6mb r",
            Region.LUMBAR,
            False,
            "6MB is not a nerve. Write each nerve by itself, for example L3mb L4mb.",
            (),
        ),
        ("c2mb", None, False, "C2MB is not a nerve. Write each nerve by itself, for example L3mb L4mb.", ()),
        ("l6l5 l", None, True, "Write the upper level first: L5-6.", ("L5-6 l",)),
        ("6-5 r", Region.LUMBAR, True, "Write the upper level first: L5-6.", ("L5-6 r",)),
        ("l36 r", None, True, "For several joints write L3-L6.", ("L3-L6 r",)),
        ("c67t1 r", None, False, f"C67T1 {NO_JOINT} C7-T1.", ("C7-T1 r",)),
        ("0c1 l", None, False, f"0C1 {NO_JOINT} C2-3.", ("C2-3 l",)),
        ("l4, l6", None, False, f"L6 {NEEDS_SIX}", ("l4, L5-S1",)),
        ("l6, 45", None, False, f"L6 {NEEDS_SIX}", ("L5-S1, 45",)),
        ("l5 s1", None, True, f"S1 {NO_JOINT} L6-S1.", ("L5 L6-S1",)),
        ("s1 l5 c2 l", Region.THORACIC, False, f"S1 {NO_JOINT} L5-S1.", ("L5-S1 L5 C2 l",)),
    ],
)
def test_a_refusal_knows_the_region_and_the_lumbar_vertebrae(
    text: str, region: Region | None, six_lumbar: bool, sentence: str, suggestions: tuple[str, ...]
) -> None:
    assert read_levels(text, region=region, six_lumbar=six_lumbar) == Refusal(sentence, suggestions)


@every_row(
    ("text", "region", "six_lumbar", "nearest"),
    [
        ("1011 l", Region.CERVICAL, False, "C7-T1"),
        ("55 l", Region.LUMBAR, True, "L5-6"),
        ("57 l", Region.LUMBAR, False, "L5-S1"),
        ("l6 s1 c2 l", None, True, "L6-S1"),
    ],
)
def test_the_nearest_joint_is_that_of_the_vertebra_that_was_meant(
    text: str, region: Region | None, six_lumbar: bool, nearest: str
) -> None:
    found = read_levels(text, region=region, six_lumbar=six_lumbar)
    assert isinstance(found, Refusal)
    assert found.sentence.endswith(f"{NO_JOINT} {nearest}.")


def test_two_joints_across_two_regions_are_to_be_written_each() -> None:
    assert read_levels("c7-t2 l", region=None) == Refusal(
        "C7-T2 crosses two regions. Write the joints.", ("C7-T1 T1-2 l",)
    )

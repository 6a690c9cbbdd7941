"""Joints or nerves, in a spine with six lumbar vertebrae: what each answer would mean."""

from mbb_desktop.clinical.levels import Choice, Question, Refusal, Unfinished, read_levels
from tests.every_row import every_row


@every_row(
    ("text", "question"),
    [
        (
            "l4-6 l",
            Question(
                "L4-6: joints or nerves?",
                (
                    Choice("joints L4-5 and L5-6", "L4-5 L5-6 l"),
                    Choice("nerves L4, L5, L6", "L4mb L5mb L6dr l"),
                ),
            ),
        ),
        (
            "l6 l",
            Question(
                "L6: joint or nerve?",
                (
                    Choice("nerve L6", "L6dr l"),
                    Choice("joint L5-6", "L5-6 l"),
                    Choice("joint L6-S1", "L6-S1 l"),
                ),
            ),
        ),
        ("s1 l6 l", Question("S1 L6: joints or nerves?", (Choice("joint L6-S1", "L6-S1 l"),))),
        (
            "l5 l6 l",
            Question(
                "L5 L6: joints or nerves?",
                (Choice("joint L5-6", "L5-6 l"), Choice("nerves L5, L6", "L5mb L6dr l")),
            ),
        ),
    ],
)
def test_with_six_lumbar_vertebrae_the_sixth_is_asked_about_like_the_others(
    text: str, question: Question
) -> None:
    assert read_levels(text, region=None, six_lumbar=True) == question


def test_the_sixth_alone_waits_for_the_rest_once_it_is_recorded() -> None:
    assert read_levels("l6", region=None, six_lumbar=True) == Unfinished()


def test_of_two_ranges_the_first_is_asked_about_first() -> None:
    assert read_levels("l1-3 l3-5 l", region=None) == Question(
        "L1-3: joints or nerves?",
        (
            Choice("joints L1-2 and L2-3", "L1-2 L2-3 L3-5 l"),
            Choice("nerves L1, L2, L3", "L1mb L2mb L3mb L3-5 l"),
        ),
    )


def test_digits_of_no_region_of_the_spine_are_no_level() -> None:
    assert isinstance(read_levels("6-1 l", region=None, six_lumbar=True), Question)
    assert isinstance(read_levels("6-1 l", region=None), Refusal)

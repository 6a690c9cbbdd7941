"""Joints or nerves, in a spine with six lumbar vertebrae: what each answer would mean."""

import pytest

from mbb_desktop.clinical.levels import Choice, Question, Unfinished, read_levels


@pytest.mark.parametrize(
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

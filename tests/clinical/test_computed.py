"""What was computed, in words that are kept; and whether the physician followed it."""

import pytest

from mbb_desktop.clinical.computed import differs, verdicts_in
from mbb_desktop.clinical.response import Conclusion
from mbb_desktop.clinical.verdict import BlockVerdict
from tests.every_row import every_row


def test_each_verdict_is_told_once_in_its_order() -> None:
    words = ("left: negative", "right: positive", "overall: positive")
    assert verdicts_in(words) == (BlockVerdict.POSITIVE, BlockVerdict.NEGATIVE)


def test_a_word_that_is_no_verdict_is_refused() -> None:
    with pytest.raises(ValueError, match="splendid"):
        verdicts_in(("overall: splendid",))


@every_row(
    ("conclusion", "words", "other"),
    [
        (Conclusion.POSITIVE, ("overall: positive",), False),
        (Conclusion.POSITIVE, ("left: positive", "right: partial"), True),
        (Conclusion.NEGATIVE, ("overall: partial",), False),
        (Conclusion.NOT_ASSESSABLE, ("overall: conflict",), False),
        (Conclusion.NOT_ASSESSABLE, ("overall: positive",), True),
        (Conclusion.POSITIVE, (), False),
    ],
    ids=[
        "followed",
        "one side otherwise",
        "partial is negative",
        "conflict",
        "against it",
        "nothing computed",
    ],
)
def test_a_conclusion_is_compared_with_every_side(
    conclusion: Conclusion, words: tuple[str, ...], other: bool
) -> None:
    assert differs(conclusion, words) is other

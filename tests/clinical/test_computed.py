"""What was computed, in words that are kept; and whether the physician followed it."""

from decimal import Decimal

import pytest

from mbb_desktop.clinical.computed import computed_words, differs, verdicts_in
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.response import Conclusion
from mbb_desktop.clinical.verdict import BlockVerdict, assess
from tests.clinical.invented import AGENTS, two_blocks
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


def test_each_series_is_kept_with_its_verdict() -> None:
    block, response = two_blocks()[0]
    words = computed_words(assess(block, response, Threshold(Decimal(80)), AGENTS))
    assert words == tuple(f"{each.partition(': ')[0]}: positive" for each in words)
    assert words

"""Counts with denominators: no percentage for few, none that says all or nothing when it is not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mbb_desktop.clinical.share import FEWEST, Share, middle_of
from tests.every_row import every_row


@every_row(
    ("count", "of", "percent"),
    [
        (263, 412, "64 %"),
        (3, 7, ""),
        (9, 9, ""),
        (10, 10, "100 %"),
        (0, 10, "0 %"),
        (1, 412, "under 1 %"),
        (411, 412, "over 99 %"),
        (1, 8 * 25, "1 %"),
    ],
)
def test_a_percentage_is_for_ten_or_more(count: int, of: int, percent: str) -> None:
    assert Share(count, of).percent == percent


def test_few_have_their_words_alone() -> None:
    few = Share(3, 7)
    assert (few.words, few.between, few.interval) == ("3 of 7", "", None)


def test_many_have_words_and_interval() -> None:
    assert (Share(263, 1412).words, Share(263, 412).between) == ("263 of 1,412", "59 to 68 %")


def test_more_than_all_is_refused() -> None:
    with pytest.raises(ValueError, match="4 of 3 cannot be"):
        Share(4, 3)


def test_few_values_have_no_median() -> None:
    assert middle_of([1] * (FEWEST - 1)) is None


def test_the_median_of_an_even_number_lies_between() -> None:
    assert middle_of([*range(1, 6), *range(6, 11)]) == Decimal("5.5")


@given(some.lists(some.integers(-1000, 1000), min_size=FEWEST))
def test_half_lie_on_each_side_of_the_median(values: list[int]) -> None:
    middle = middle_of(values)
    assert middle is not None
    assert 2 * sum(value < middle for value in values) <= len(values)
    assert 2 * sum(value > middle for value in values) <= len(values)

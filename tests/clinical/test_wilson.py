"""Wilson's interval: published examples, and what must hold for every proportion."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mbb_desktop.clinical.wilson import wilson
from tests.every_row import every_row

PROPORTIONS = some.integers(1, 5000).flatmap(lambda of: some.tuples(some.integers(0, of), some.just(of)))


@every_row(
    ("count", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_examples_of_newcombe_1998(count: int, of: int, low: float, high: float) -> None:
    interval = wilson(count, of)
    assert interval.low == pytest.approx(low, abs=5e-5)
    assert interval.high == pytest.approx(high, abs=5e-5)


@every_row(("count", "of"), [(-1, 3), (4, 3), (0, 0)])
def test_what_is_no_proportion_is_refused(count: int, of: int) -> None:
    with pytest.raises(ValueError, match="no proportion"):
        wilson(count, of)


@given(PROPORTIONS)
def test_it_holds_the_share_and_stays_between_none_and_all(proportion: tuple[int, int]) -> None:
    count, of = proportion
    interval = wilson(count, of)
    assert 0 <= interval.low <= count / of <= interval.high <= 1


@given(PROPORTIONS)
def test_the_others_have_the_mirrored_interval(proportion: tuple[int, int]) -> None:
    count, of = proportion
    interval, others = wilson(count, of), wilson(of - count, of)
    assert interval.low == pytest.approx(1 - others.high, abs=1e-9)
    assert interval.high == pytest.approx(1 - others.low, abs=1e-9)


@given(PROPORTIONS)
def test_more_of_the_same_are_surer(proportion: tuple[int, int]) -> None:
    count, of = proportion
    few, many = wilson(count, of), wilson(10 * count, 10 * of)
    assert many.high - many.low < few.high - few.low


@given(PROPORTIONS)
def test_one_more_moves_both_ends_up(proportion: tuple[int, int]) -> None:
    count, of = proportion
    less, more = wilson(count, of), wilson(min(count + 1, of), of)
    assert less.low <= more.low + 1e-12
    assert less.high <= more.high + 1e-12

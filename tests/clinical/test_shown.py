"""Dates, times and numbers as they are written."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from mbb_desktop.clinical.shown import (
    elapsed_minutes,
    listed,
    show_amount,
    show_date,
    show_minutes,
    show_minutes_short,
    show_time,
    total,
)
from tests.every_row import every_row


def test_a_date_has_the_month_in_letters() -> None:
    assert show_date(date(2026, 3, 4)) == "04-Mar-2026"


def test_a_time_has_24_hours() -> None:
    assert show_time(datetime(2026, 3, 4, 9, 5)) == "09:05"


@every_row(
    ("minutes", "words"), [(0, "0 min"), (15, "15 min"), (60, "1 h"), (150, "2 h 30 min"), (1440, "24 h")]
)
def test_elapsed_time_is_short(minutes: int, words: str) -> None:
    assert show_minutes(minutes) == words


@every_row(
    ("minutes", "words"),
    [(0, "0 min"), (39, "39 min"), (60, "1 h"), (120, "2 h"), (132, "2:12 h"), (65, "1:05 h")],
)
def test_odd_elapsed_time_is_shorter_in_a_narrow_column(minutes: int, words: str) -> None:
    assert show_minutes_short(minutes) == words


@every_row(
    ("amount", "places", "up", "words"),
    [
        (Decimal("15.00"), 1, False, "15"),
        (Fraction(5, 2), 1, False, "2.5"),
        (Decimal("0.625"), 1, False, "0.6"),
        (Decimal("0.65"), 1, False, "0.7"),
        (Decimal("0.61"), 1, True, "0.7"),
        (Fraction(15, 72), 2, False, "0.21"),
        (Decimal(1215), 1, False, "1,215"),
        (Decimal(0), 1, False, "0"),
    ],
)
def test_an_amount_has_no_trailing_zero(
    amount: Decimal | Fraction, places: int, up: bool, words: str
) -> None:
    assert show_amount(amount, places, up=up) == words


def test_lists_read_like_sentences() -> None:
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_sums_are_exact() -> None:
    assert total([Decimal("0.1")] * 3) == Fraction(3, 10)


def test_minutes_pass_over_the_change_of_clocks() -> None:
    paris = ZoneInfo("Europe/Paris")
    start = datetime(2026, 10, 25, 1, 30, tzinfo=paris)
    assert elapsed_minutes(start, datetime(2026, 10, 25, 4, 30, tzinfo=paris)) == 240


def test_minutes_pass_between_time_zones() -> None:
    start = datetime(2026, 11, 3, 10, 30, tzinfo=UTC)
    end = datetime(2026, 11, 3, 3, 30, tzinfo=timezone(timedelta(hours=-8)))
    assert elapsed_minutes(start, end) == 60


def test_the_second_of_a_stamp_does_not_count() -> None:
    start = datetime(2026, 11, 3, 10, 31, 40, tzinfo=UTC)
    assert elapsed_minutes(start, datetime(2026, 11, 3, 11, 31, tzinfo=UTC)) == 60


def test_times_without_zone_are_taken_as_written() -> None:
    assert elapsed_minutes(datetime(2026, 11, 3, 23, 30), datetime(2026, 11, 4, 0, 15)) == 45


def test_a_time_without_zone_is_not_mixed_with_one_that_has() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        elapsed_minutes(datetime(2026, 11, 3), datetime(2026, 11, 3, tzinfo=UTC))

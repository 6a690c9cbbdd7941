"""Values in columns: exact, sortable, and refused when they cannot be kept."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect

from mbb_desktop.storage.column_types import instant_of, instant_text, scaled

OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=OFFSETS)
SQLITE = dialect()


def test_a_moment_reads_as_utc_with_the_offset_it_was_said_in() -> None:
    moment = datetime(2026, 11, 24, 10, 31, tzinfo=timezone(timedelta(hours=-8)))
    assert instant_text(moment) == "2026-11-24T18:31:00.000000Z-0800"


@given(MOMENTS)
def test_a_moment_comes_back_with_its_offset(moment: datetime) -> None:
    back = instant_of(instant_text(moment))
    assert back == moment
    assert back.utcoffset() == moment.utcoffset()


@given(MOMENTS, MOMENTS)
def test_moments_sort_as_text(one: datetime, other: datetime) -> None:
    assert (one < other) <= (instant_text(one) < instant_text(other))


@pytest.mark.parametrize(
    "moment", [datetime(2026, 1, 1), datetime(1900, 1, 1, tzinfo=timezone(timedelta(seconds=1172)))]
)
def test_a_moment_without_a_plain_offset_is_refused(moment: datetime) -> None:
    with pytest.raises(ValueError, match="offset"):
        instant_text(moment)


@given(st.integers(-(2**63) + 1, 2**63 - 1))
def test_an_amount_is_exact(thousandths: int) -> None:
    kept = scaled(1_000)
    amount = Decimal(thousandths).scaleb(-3)
    stored = kept.process_bind_param(amount, SQLITE)
    assert stored == thousandths
    assert kept.process_result_value(stored, SQLITE) == amount


@pytest.mark.parametrize("amount", ["0.0001", "NaN", "Infinity", "1e30", "sNaN"])
def test_an_amount_that_cannot_be_kept_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="finer than"):
        scaled(1_000).process_bind_param(Decimal(amount), SQLITE)


def test_the_moment_before_daylight_saving_ends_differs_from_the_one_after() -> None:
    first = datetime(2026, 11, 1, 8, 30, tzinfo=UTC).astimezone(timezone(timedelta(hours=-7)))
    second = datetime(2026, 11, 1, 9, 30, tzinfo=UTC).astimezone(timezone(timedelta(hours=-8)))
    assert first.replace(tzinfo=None) == second.replace(tzinfo=None)
    assert instant_text(first) < instant_text(second)

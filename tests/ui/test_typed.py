"""Dates, times and numbers are read as they are meant, or asked about; never guessed."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.ui.typed import (
    NotUnderstood,
    read_date,
    read_number,
    read_seconds,
    read_time,
    show_date,
    show_number,
    show_time,
)

BORN = date(1961, 3, 14)


@pytest.mark.parametrize(
    "text",
    [
        *("14-Mar-1961", "14 mar 1961", "14mar1961", "March 14, 1961", "1961-03-14", "14/03/1961"),
        *("03/14/1961", "14.3.1961", "14031961", "19610314", "14 marzo 1961", "14 mar 61", " 14  MAR  1961 "),
    ],
)
def test_a_birth_date_has_many_spellings(text: str) -> None:
    assert read_date(text, latest=date(2026, 11, 24)) == BORN


def test_day_and_month_that_could_be_exchanged_are_asked_about() -> None:
    with pytest.raises(NotUnderstood, match="04-Mar-1961 or 03-Apr-1961"):
        read_date("03/04/1961")


def test_a_short_year_is_asked_about_when_both_centuries_are_possible() -> None:
    with pytest.raises(NotUnderstood, match="four digits"):
        read_date("14 mar 20", latest=date(2026, 11, 24))


@pytest.mark.parametrize(
    "text", ["31 feb 2000", "14 foo 1961", "yesterday", "14 mar", "1 1 1", "14/03/19611"]
)
def test_what_is_no_date_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(NotUnderstood, match=r"\.$"):
        read_date(text)


def test_a_date_outside_its_bounds_names_the_bound() -> None:
    with pytest.raises(NotUnderstood, match="The last possible day is 24-Nov-2026"):
        read_date("25 nov 2026", latest=date(2026, 11, 24))


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_every_date_that_is_shown_is_read_back(day: date) -> None:
    assert read_date(show_date(day)) == day


@pytest.mark.parametrize("text", ["1031", "10:31", "10 31", "10.31", "10:31h", "10:31 am"])
def test_a_time_has_many_spellings(text: str) -> None:
    assert read_time(text) == time(10, 31)


@pytest.mark.parametrize(("text", "hour"), [("2:15 pm", 14), ("12:15 am", 0), ("12:15 pm", 12), ("215", 2)])
def test_halves_of_the_day(text: str, hour: int) -> None:
    assert read_time(text) == time(hour, 15)


@pytest.mark.parametrize("text", ["9", "24:00", "10:60", "now", "13:00 pm", "10311"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_time(text)


@given(st.times())
def test_every_time_that_is_shown_is_read_back(moment: time) -> None:
    assert read_time(show_time(moment)) == moment.replace(second=0, microsecond=0)


@pytest.mark.parametrize(
    ("text", "number"),
    [(".5", "0.5"), ("0,5", "0.5"), ("5.0", "5"), ("0,125", "0.125"), ("1,215.5", "1215.5"), ("-1", "-1")],
)
def test_a_number_is_read_exactly(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


def test_a_comma_that_could_mean_thousands_is_asked_about() -> None:
    with pytest.raises(NotUnderstood, match=r"1\.215 or 1215"):
        read_number("1,215")


@pytest.mark.parametrize("text", ["1e3", "five", "1..2", "٣", "0x10", "1 / 2", "NaN"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_number(text)


@given(st.decimals(-10_000, 10_000, places=3))
def test_every_number_that_is_shown_is_read_back(number: Decimal) -> None:
    shown = show_number(number)
    assert read_number(shown) == number
    assert not shown.endswith(".0")


@pytest.mark.parametrize(("text", "seconds"), [("42", 42), ("1:12", 72), ("0", 0), ("42 s", 42)])
def test_fluoroscopy_time_is_typed_in_seconds_or_minutes(text: str, seconds: int) -> None:
    assert read_seconds(text) == seconds


def test_nothing_is_not_known() -> None:
    assert (read_date(" "), read_time(""), read_number(" "), read_seconds("")) == (None, None, None, None)

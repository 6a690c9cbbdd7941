"""Numbers, dates and names look the same on every paper."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import pytest

from mbb_desktop.clinical.block import Exactly
from mbb_desktop.documents.amounts import (
    age,
    amount,
    clock_on,
    counted,
    elapsed,
    fluoroscopy_time,
    formal_name,
    identity,
    joined,
    months_between,
    percent_strength,
    stamped,
    tied,
    volume,
    weekday,
    whole,
)
from mbb_desktop.documents.wording import plain_text
from tests.documents.examples import DAY, EMPTY, MARSH, at


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (Decimal("0.50"), "0.5 mL"),
        (Decimal("3.000"), "3 mL"),
        (Decimal(1215), "1,215 mL"),
        (Decimal(".3"), "0.3 mL"),
        (Decimal("1E+3"), "1,000 mL"),
        (Fraction(15, 2), "7.5 mL"),
        (0, "0 mL"),
    ],
)
def test_an_amount_has_no_trailing_zero_and_no_naked_point(
    number: Decimal | Fraction | int, shown: str
) -> None:
    assert amount(number, "mL") == shown.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("low", "high", "exactly", "shown"),
    [
        ("0.5", None, Exactly.EQUAL, "0.5 mL"),
        ("0.5", None, Exactly.LESS, "less than 0.5 mL"),
        ("0.3", "0.5", Exactly.RANGE, "0.3 to 0.5 mL"),
        ("0.3", None, Exactly.RANGE, "0.3 mL"),
    ],
)
def test_a_volume_is_shown_as_it_was_stated(low: str, high: str | None, exactly: Exactly, shown: str) -> None:
    upper = None if high is None else Decimal(high)
    assert volume(Decimal(low), upper, exactly).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(("strength", "shown"), [("5", "0.5 %"), ("2.5", "0.25 %"), ("20", "2 %")])
def test_a_strength_is_shown_in_per_cent(strength: str, shown: str) -> None:
    assert percent_strength(Decimal(strength)).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(("minutes", "shown"), [(15, "15 min"), (60, "1 h"), (150, "2 h 30 min")])
def test_elapsed_time(minutes: int, shown: str) -> None:
    assert elapsed(minutes).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(("seconds", "shown"), [(42, "42 s"), (119, "119 s"), (150, "150 s (2:30 min)")])
def test_long_fluoroscopy_is_also_shown_in_minutes(seconds: int, shown: str) -> None:
    assert fluoroscopy_time(seconds).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(
    ("on", "years"), [(date(2026, 3, 13), 64), (date(2026, 3, 14), 65), (date(2026, 11, 24), 65)]
)
def test_age_counts_completed_years(on: date, years: int) -> None:
    assert age(date(1961, 3, 14), on) == years


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [(date(2026, 2, 16), DAY, 9), (date(2026, 2, 25), DAY, 8), (date(2025, 11, 24), DAY, 12)],
)
def test_months_are_completed_ones(start: date, end: date, months: int) -> None:
    assert months_between(start, end) == months


def test_a_time_on_another_day_carries_its_date() -> None:
    assert clock_on(at(10, 40), DAY) == "10:40"
    assert clock_on(at(10, 40) + timedelta(days=1), DAY) == "25-Nov-2026\u00a010:40"


def test_a_signature_shows_its_offset() -> None:
    assert stamped(at(11, 12)).replace("\u00a0", " ") == "24-Nov-2026 11:12 (UTC-08:00)"
    nepal = datetime(2026, 11, 24, 11, 12, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    assert stamped(nepal).endswith("(UTC+05:45)")


def test_small_words() -> None:
    assert counted(1, "nerve").replace("\u00a0", " ") == "1 nerve"
    assert counted(6, "nerve").replace("\u00a0", " ") == "6 nerves"
    assert weekday(DAY) == "Tuesday 24-Nov-2026"
    assert joined(("a", "", "b")) == "a, b"
    assert whole("A. Okafor, MD") == "A.\u00a0Okafor, MD"
    assert tied("80 % at 30 min, 6 readings") == "80\u00a0% at 30\u00a0min, 6 readings"


def test_a_person_has_two_identifiers_even_without_a_record_number() -> None:
    told = [plain_text(each).replace("\u00a0", " ") for each in identity(MARSH, DAY)]
    assert told == ["MARSH, Eleanor", "Born 14-Mar-1961 (65 y)", "Sex Female", "MRN 004 1187"]
    assert (
        plain_text(identity(EMPTY.patient, DAY)[-1]).replace("\u00a0", " ") == "Member id K-55 902 (Plan X)"
    )
    nobody = replace(MARSH, identifiers=())
    assert plain_text(identity(nobody, DAY)[-1]).replace("\u00a0", " ") == "MRN not recorded"
    assert formal_name(replace(MARSH, given="")) == "MARSH"

"""Fluoroscopy: exact units, and numbers that look like slips."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.clinical.block import DapUnit, Fluoroscopy, KermaUnit
from mbb_desktop.clinical.concern import Concern
from mbb_desktop.clinical.radiation import (
    fluoroscopy_concerns,
    from_mgy,
    from_mgy_cm2,
    question_about,
    read_seconds,
    to_mgy,
    to_mgy_cm2,
)
from tests.every_row import every_row


@every_row(
    ("value", "unit"),
    [
        ("1", DapUnit.GY_CM2),
        ("1000", DapUnit.MGY_CM2),
        ("100", DapUnit.CGY_CM2),
        ("10", DapUnit.DGY_CM2),
        ("100", DapUnit.UGY_M2),
    ],
)
def test_one_gray_square_centimeter_in_every_unit(value: str, unit: DapUnit) -> None:
    assert to_mgy_cm2(Decimal(value), unit) == 1000


@given(st.decimals("0", "100000", places=4), st.sampled_from(DapUnit), st.sampled_from(KermaUnit))
def test_units_convert_there_and_back_exactly(value: Decimal, dap: DapUnit, kerma: KermaUnit) -> None:
    assert from_mgy_cm2(to_mgy_cm2(value, dap), dap) == value
    assert from_mgy(to_mgy(value, kerma), kerma) == value


@every_row(
    ("text", "seconds"),
    [("42", 42), ("1:10", 70), ("0", 0), (" 2:05 ", 125), ("300", 300), ("1:59", 119)],
)
def test_times_are_read_as_seconds_or_minutes(text: str, seconds: int) -> None:
    assert read_seconds(text) == seconds


@every_row("text", ["", "abc", "1:1", "1:60", "-3", "1.5", "1:100", "٣"])
def test_other_times_are_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"1:10"):
        read_seconds(text)


def texts(fluoroscopy: Fluoroscopy) -> list[str]:
    return [concern.text for concern in fluoroscopy_concerns(fluoroscopy)]


@every_row(
    ("seconds", "words"),
    [(None, []), (2, ["very short"]), (3, []), (300, []), (301, ["301 s of fluoroscopy is 5:01 min"])],
)
def test_an_unusual_time_is_asked_about(seconds: int | None, words: list[str]) -> None:
    found = texts(Fluoroscopy(seconds=seconds))
    assert all(word in text for word, text in zip(words, found, strict=True))


def test_no_fluoroscopy_is_not_too_short() -> None:
    assert texts(Fluoroscopy(seconds=0, none_used=True)) == []


@every_row(
    ("kerma", "words"),
    [("500", []), ("501", ["Did you mean 50.1 mGy"]), ("8100", ["Did you mean 81 mGy"])],
)
def test_much_dose_is_asked_about(kerma: str, words: list[str]) -> None:
    found = texts(Fluoroscopy(air_kerma=Decimal(kerma)))
    assert all(word in text for word, text in zip(words, found, strict=True))


USUAL = Fluoroscopy(seconds=42, air_kerma=Decimal("8.1"), dap=Decimal(1215), dap_unit=DapUnit.GY_CM2)


def test_an_area_product_that_fits_the_air_kerma_is_fine() -> None:
    assert texts(USUAL) == []


@every_row(
    ("factor", "unit", "likely"),
    [
        ("1000", DapUnit.GY_CM2, "mGy·cm²"),
        ("0.001", DapUnit.MGY_CM2, "Gy·cm²"),
        ("100", DapUnit.DGY_CM2, "mGy·cm²"),
    ],
)
def test_a_wrong_unit_of_the_area_product_is_asked_about(factor: str, unit: DapUnit, likely: str) -> None:
    (text,) = texts(replace(USUAL, dap=Decimal(1215) * Decimal(factor), dap_unit=unit))
    assert "does not fit" in text
    assert likely in text


def test_an_area_product_that_fits_in_no_unit_is_asked_about() -> None:
    (text,) = texts(replace(USUAL, dap=Decimal("1215e8"), dap_unit=DapUnit.MGY_CM2))
    assert "Check both numbers" in text


@every_row(
    ("kerma", "seconds", "words"),
    [
        ("420", 42, []),
        ("421", 42, ["is more than a C-arm gives"]),
        ("0.084", 42, []),
        ("0.0839", 42, ["is less than a C-arm gives"]),
        ("66", 5, ["whether the time was minutes"]),
    ],
)
def test_a_dose_that_does_not_fit_its_time_is_asked_about(kerma: str, seconds: int, words: list[str]) -> None:
    found = texts(Fluoroscopy(seconds=seconds, air_kerma=Decimal(kerma)))
    assert len(found) == len(words)
    assert all(word in text for word, text in zip(words, found, strict=True))


def test_a_dose_without_a_time_is_not_judged_by_its_rate() -> None:
    assert texts(Fluoroscopy(air_kerma=Decimal("421"))) == []
    assert texts(Fluoroscopy(none_used=True, seconds=0, air_kerma=Decimal("0.01"))) == []


@every_row(
    ("dap", "words"),
    [("100000", []), ("100000.1", ["is much for a block"]), ("10", []), ("9.9", ["is very little"])],
)
def test_an_area_product_alone_has_its_own_bounds(dap: str, words: list[str]) -> None:
    found = texts(Fluoroscopy(seconds=42, dap=Decimal(dap)))
    assert len(found) == len(words)
    assert all(word in text for word, text in zip(words, found, strict=True))


@every_row(
    ("seconds", "words"),
    [(0, ""), (1, "Type 1:00"), (2, "Type 2:00"), (3, ""), (300, ""), (301, "301 s is 5:01 min")],
)
def test_a_bare_time_that_may_be_minutes_is_questioned(seconds: int, words: str) -> None:
    asked = question_about(seconds)
    assert bool(asked) is bool(words)
    assert words in asked


@every_row(
    ("value", "unit", "shown"),
    [("2430", DapUnit.GY_CM2, "2.43"), ("2430", DapUnit.MGY_CM2, "2430"), ("2430", DapUnit.UGY_M2, "243")],
)
def test_an_area_product_is_shown_in_the_unit_of_the_c_arm(value: str, unit: DapUnit, shown: str) -> None:
    assert from_mgy_cm2(Decimal(value), unit) == Decimal(shown)


def test_an_air_kerma_is_shown_in_the_unit_of_the_c_arm() -> None:
    assert from_mgy(Decimal(8100), KermaUnit.GY) == Decimal("8.1")
    assert to_mgy(Decimal("8.1"), KermaUnit.GY) == 8100
    assert from_mgy(Decimal(81), KermaUnit.MGY) == to_mgy(Decimal(81), KermaUnit.MGY) == 81


AREA = "A dose area product of"


@every_row(
    ("seen", "sentences"),
    [
        (Fluoroscopy(seconds=2), ["2 s of fluoroscopy is very short. Were these minutes?"]),
        (Fluoroscopy(seconds=301), ["301 s of fluoroscopy is 5:01 min. Is that right?"]),
        (
            Fluoroscopy(air_kerma=Decimal(501)),
            ["501 mGy is much for a block. Did you mean 50.1 mGy?"],
        ),
        (
            Fluoroscopy(air_kerma=Decimal(5000)),
            ["5,000 mGy is much for a block. Did you mean 500 mGy?"],
        ),
        (
            Fluoroscopy(air_kerma=Decimal(500_000)),
            ["500,000 mGy is much for a block. Did you mean 500 mGy?"],
        ),
        (
            Fluoroscopy(air_kerma=Decimal(500_001)),
            ["500,001 mGy is much for a block. Did you mean less mGy?"],
        ),
        (
            Fluoroscopy(seconds=5, air_kerma=Decimal(66)),
            ["66 mGy in 5 s is more than a C-arm gives. Check the dose, and whether the time was minutes."],
        ),
        (
            Fluoroscopy(seconds=5, air_kerma=Decimal(500)),
            ["500 mGy in 5 s is more than a C-arm gives. Check the dose, and whether the time was minutes."],
        ),
        (
            Fluoroscopy(seconds=42, air_kerma=Decimal("0.0839")),
            ["0.0839 mGy in 42 s is less than a C-arm gives. Check the dose and its unit."],
        ),
        (
            replace(USUAL, dap=Decimal(1_215_000)),
            [f"{AREA} 1,215,000 mGy·cm² does not fit an air kerma of 8.1 mGy. Is the unit mGy·cm²?"],
        ),
        (
            replace(USUAL, dap=Decimal(121_500), dap_unit=None),
            [f"{AREA} 121,500 mGy·cm² does not fit an air kerma of 8.1 mGy. Check both numbers."],
        ),
        (
            replace(USUAL, dap=Decimal(121_500)),
            [f"{AREA} 121,500 mGy·cm² does not fit an air kerma of 8.1 mGy. Is the unit cGy·cm² or µGy·m²?"],
        ),
        (
            Fluoroscopy(dap=Decimal("100000.1")),
            [f"{AREA} 100,000.1 mGy·cm² is much for a block. Check the number and its unit."],
        ),
        (
            Fluoroscopy(dap=Decimal("9.9")),
            [f"{AREA} 9.9 mGy·cm² is very little. Check the number and its unit."],
        ),
        (replace(USUAL, air_kerma=Decimal(10), dap=Decimal(200)), []),
        (replace(USUAL, air_kerma=Decimal(10), dap=Decimal(10_000)), []),
    ],
)
def test_a_number_that_looks_like_a_slip_is_said_in_words(seen: Fluoroscopy, sentences: list[str]) -> None:
    assert fluoroscopy_concerns(seen) == tuple(Concern("fluoroscopy", each) for each in sentences)

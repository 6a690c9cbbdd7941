"""A payer's way of writing lines, and what a wrong file of codes is told."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from mbb_desktop.clinical.code_book import CodeBook, CodeNotice, Ladder, PayerStyle, read_code_book
from mbb_desktop.clinical.covered_diagnoses import read_covered_list
from mbb_desktop.clinical.data_file import DataFileError
from mbb_desktop.clinical.drugs import Confidence
from mbb_desktop.clinical.people import BothSides, Correspondent, CorrespondentKind
from tests.clinical.invented import RESOURCES
from tests.every_row import every_row

FILE = RESOURCES / "clinical" / "coding.toml"
BOOK = read_code_book(FILE)
MEDICARE = "US-MEDICARE-FACET"
PAYER = Correspondent(UUID(int=1), CorrespondentKind.PAYER, "Example Health", rule_set=MEDICARE)


def test_nothing_is_assumed_of_a_payer_that_nobody_chose() -> None:
    assert BOOK.style_of(None) == PayerStyle()
    assert BOOK.style_for("NONE") == PayerStyle(rule_set="NONE")
    assert (PayerStyle().add_on, PayerStyle().kx_when_diagnostic) == (None, None)
    assert (PayerStyle().levels_covered, PayerStyle().ultrasound_covered) == (None, None)


def test_a_payer_writes_as_its_rule_set_unless_something_was_set_for_itself() -> None:
    base = BOOK.style_for(MEDICARE)
    assert BOOK.style_of(PAYER) == base
    own = replace(PAYER, both_sides=BothSides.TWO_LINES, add_ons=BothSides.TWO_UNITS)
    assert BOOK.style_of(own) == replace(base, first=BothSides.TWO_LINES, add_on=BothSides.TWO_UNITS)


def test_a_payer_without_a_known_rule_set_keeps_its_own_name() -> None:
    style = BOOK.style_of(replace(PAYER, rule_set="", add_ons=BothSides.ONE_LINE))
    assert style == PayerStyle("Example Health", add_on=BothSides.ONE_LINE)


@every_row(
    ("code", "on_list"),
    [("M47.816", True), ("M47.811", False), ("M47.81", False), ("M54.2", False), ("", False)],
)
def test_a_code_is_on_the_covered_list_or_not(code: str, on_list: bool) -> None:
    assert BOOK.lists(code) is on_list


@every_row(
    ("old", "new", "problem"),
    [
        ("in_force_since =", "in_force_from =", "'in_force_from' is not known here"),
        ("side_on_one_side =", "side =", "'side' is not known here"),
        ("[code_set]", "[codes]", "'codes' is not known here"),
        ("last_once = true", "last_once = 1", "'last_once' must be true or false"),
    ],
)
def test_a_wrong_file_of_codes_is_refused(tmp_path: Path, old: str, new: str, problem: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "ours.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileError, match=problem):
        read_code_book(path)


def test_a_ladder_needs_a_first_and_a_further_code(tmp_path: Path) -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("codes ="))
    path = tmp_path / "ours.toml"
    path.write_text("\n".join([*lines[:at], 'codes = ["64490"]', *lines[at + 1 :]]), encoding="utf-8")
    with pytest.raises(DataFileError, match=r": 'codes' must name a first and a further code\. "):
        read_code_book(path)


EVERYTHING = """
[code_set]
name = "numbers"
read_on = 2026-11-22
source = "s"
[ladder.injection_LS]
codes = ["1", "2", "3"]
last_once = true
in_force_since = 2010-01-01
source = "i"
confidence = "high"
[ladder.ablation_LS]
codes = ["4", "5"]
last_once = false
in_force_since = 2012-01-01
source = "a"
confidence = "low"
[payer.FULL]
name = "Full"
first_of_both_sides = "two lines, LT and RT"
add_on_of_both_sides = "one line, two units"
side_on_one_side = false
kx_when_diagnostic = true
levels_covered = 2
ultrasound_covered = false
source = "f"
confidence = "medium"
[payer.BARE]
name = "Bare"
first_of_both_sides = "one line with 50"
side_on_one_side = true
source = "b"
confidence = "own"
[[notice]]
rule_set = "FULL"
codes = ["4", "5"]
since = 2023-07-01
words = "Ask first."
source = "n"
confidence = "low"
"""


def test_every_field_of_the_file_arrives_where_it_belongs(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(EVERYTHING, encoding="utf-8")
    shutil.copy(FILE.with_name("diagnoses.toml"), tmp_path)
    assert read_code_book(path) == CodeBook(
        {
            "injection_LS": Ladder(("1", "2", "3"), True, date(2010, 1, 1), "i", Confidence.HIGH),
            "ablation_LS": Ladder(("4", "5"), False, date(2012, 1, 1), "a", Confidence.LOW),
        },
        {
            "FULL": PayerStyle(
                *("Full", BothSides.TWO_LINES, BothSides.TWO_UNITS, False, True, 2, False),
                *("f", Confidence.MEDIUM),
            ),
            "BARE": PayerStyle("Bare", BothSides.ONE_LINE, source="b", confidence=Confidence.OWN),
        },
        read_covered_list(tmp_path / "diagnoses.toml"),
        date(2026, 11, 22),
        "s",
        (CodeNotice("FULL", frozenset({"4", "5"}), date(2023, 7, 1), "Ask first.", "n", Confidence.LOW),),
    )
    path.write_text("", encoding="utf-8")
    assert read_code_book(path).read_on == date(2026, 11, 22)

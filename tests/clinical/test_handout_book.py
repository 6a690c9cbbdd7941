"""The words of the papers for patients: both languages whole, and odd files refused with their place."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from mbb_desktop.clinical.data_file import DataFileError
from mbb_desktop.clinical.handout_book import HandoutBook, read_handout_book
from mbb_desktop.clinical.template import Wording, fields_in, with_text
from mbb_desktop.paths import data_dir
from tests.every_row import every_row

FOLDER = data_dir("resources") / "handouts"
ENGLISH, SPANISH = (read_handout_book(FOLDER / f"{code}.toml") for code in ("en", "es"))


def changed(tmp_path: Path, old: str, new: str) -> HandoutBook:
    text = (FOLDER / "en.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "en.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return read_handout_book(tmp_path / "en.toml")


def test_both_languages_have_the_same_fields_and_the_same_weight() -> None:
    for key in ENGLISH.texts:
        assert fields_in(ENGLISH[key]) == fields_in(SPANISH[key]), key
        assert bool(ENGLISH[key]) == bool(SPANISH[key]), key
        assert ENGLISH[key].count("*") == SPANISH[key].count("*"), key


def test_the_version_names_language_number_and_the_file_itself(tmp_path: Path) -> None:
    assert ENGLISH.version.startswith("en-1-")
    assert changed(tmp_path, "No heat today", "No heat now").version != ENGLISH.version


@every_row(
    ("old", "new", "problem"),
    [
        ("this: *{pain.movement}*", "this: *{pain.movment}*", "is no field"),
        ("*chills*", "*chills", "a star without its partner"),
        ('noon = "noon"', "", "'noon' is missing"),
        ('done = "', 'done = "{pain.area} ', "{pain.area} in 'handout.done' is not filled in"),
        ('sore = "', 'sour = "', "'sour' is not known here"),
        ('"Sunday"]', '"Sunday", "Moonday"]', "7 days and 12 months"),
    ],
    ids=["field", "star", "missing", "own", "unknown", "calendar"],
)
def test_an_odd_file_is_refused(tmp_path: Path, old: str, new: str, problem: str) -> None:
    with pytest.raises(DataFileError, match=r"en\.toml") as refused:
        changed(tmp_path, old, new)
    assert problem in str(refused.value)


@every_row("book", [ENGLISH, SPANISH], ids=["en", "es"])
def test_no_text_promises_a_cure_or_names_a_threshold(book: HandoutBook) -> None:
    for text in book.texts.values():
        assert not any(f"{number} %" in text for number in (50, 70, 75, 80, 90))
    said = " ".join(book.texts.values()).lower()
    for claim in (
        "avoid surgery",
        "delay",
        "prevent",
        "benefit",
        "effective",
        "evita",
        "eficaz",
        "beneficio",
    ):
        assert claim not in said


def test_the_words_of_the_clinic_carry_their_version_and_their_approval() -> None:
    key = next(key for key, text in ENGLISH.template.texts.items() if text and not fields_in(text))
    template = with_text(ENGLISH.template, key, "Please call us.")
    own = ENGLISH.with_wording(Wording(template, 4, UUID(int=1)))
    assert own[key] == "Please call us."
    assert own.version == f"en-clinic-4-{Wording(template, 4).sha256[:4].upper()}"
    assert own.approved == ""
    approved = replace(template, approved_by="A. Okafor", approved_on=date(2026, 3, 9))
    assert "A. Okafor" in ENGLISH.with_wording(Wording(approved, 5)).approved
    assert "09-" in ENGLISH.with_wording(Wording(approved, 5)).approved
    assert ENGLISH.with_wording(Wording(ENGLISH.template)) is ENGLISH

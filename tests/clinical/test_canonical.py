"""The signed bytes: one spelling for one record, and none for what has no spelling."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.clinical.anatomy import Region, Side
from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.preset import read_presets
from mbb_desktop.clinical.text import clean_text, folded
from tests.every_row import every_row

from .test_charting import charted


@every_row(
    ("value", "expected"),
    [
        (Decimal("0.50"), '"0.5"'),
        (Decimal("3.0"), '"3"'),
        (Fraction(1, 3), '"1/3"'),
        (Side.LEFT, '"left"'),
        (date(2026, 11, 24), '"2026-11-24"'),
        (datetime(2026, 11, 24, 10, 31, tzinfo=UTC), '"2026-11-24T10:31:00+00:00"'),
        (UUID(int=7), '"00000000-0000-0000-0000-000000000007"'),
        (b"\x01\xff", '"01ff"'),
        ((1, None, True), "[1,null,true]"),
        ({Side.LEFT: 1, "a": 2}, '{"a":2,"left":1}'),
        ("e\u0301", '"\u00e9"'),
    ],
)
def test_each_kind_has_one_spelling(value: object, expected: str) -> None:
    assert canonical(value).decode() == expected


def test_what_has_no_spelling_is_refused() -> None:
    with pytest.raises(TypeError, match="complex"):
        canonical(1j)


def test_a_whole_block_is_spelled_the_same_each_time() -> None:
    block = charted()
    assert canonical(block) == canonical(block)
    assert b'"nerve":"L3 MB"' in canonical(block)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_clean_text_is_composed_once_and_for_all(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned


@every_row("text", ["a\x00b", "a\x07", "\ud800"])
def test_a_control_character_or_half_a_pair_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="control character"):
        clean_text(text)


@every_row(("typed", "compared"), [("Narváez", "narvaez"), ("ŁUKASZ", "łukasz"), ("Straße", "strasse")])
def test_search_compares_without_accents_and_case(typed: str, compared: str) -> None:
    assert folded(typed) == compared


@every_row(("text", "says"), [("[lumbar]\nvolumes = 1", "not a preset"), ("[lumbar]\nname = 'x'", "missing")])
def test_an_odd_preset_file_is_refused_with_its_place(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "presets.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"presets.toml, \[{Region.LUMBAR.value}\].*{says}"):
        read_presets(file)

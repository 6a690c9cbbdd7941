"""A data file that says something odd is refused in words."""

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest

from mbb_desktop.clinical.data_file import DataFileError, Table, parse_table, read_table


class Color(Enum):
    RED = "red"


def row(text: str) -> Table:
    return parse_table("some.toml", text)


def test_numbers_are_exact() -> None:
    assert row("x = 0.1").number("x") == Decimal("0.1")


@pytest.mark.parametrize(
    ("text", "read", "problem"),
    [
        ("x = 1", lambda t: t.text("x"), "'x' must be a text in quotes"),
        ("x = true", lambda t: t.whole("x"), "'x' must be a whole number"),
        ("x = true", lambda t: t.number("x"), "'x' must be a number"),
        ("x = 1", lambda t: t.flag("x"), "'x' must be true or false"),
        ("x = 2026-11-22T10:00:00", lambda t: t.day("x"), "'x' must be a date"),
        ("x = 'blue'", lambda t: t.choice("x", Color), "'x' must be one of red"),
        ("x = [1]", lambda t: t.texts("x"), "'x' must be a list of texts"),
        ("x = 1", lambda t: t.texts("x"), "'x' must be a list"),
        ("x = 1", lambda t: t.table("x"), "'x' must be a table"),
        ("x = [1]", lambda t: t.tables("x"), "'x' must be a list of tables"),
        ("", lambda t: t.text("x"), "'x' is missing"),
        ("y = 1", lambda t: t.only("x"), "'y' is not known here. Known are: x."),
    ],
)
def test_an_odd_setting_is_refused_with_file_and_sentence(
    text: str, read: Callable[[Table], object], problem: str
) -> None:
    with pytest.raises(DataFileError) as refused:
        read(row(text))
    assert str(refused.value).startswith("some.toml: ")
    assert problem in str(refused.value)


def test_a_table_inside_names_its_place() -> None:
    with pytest.raises(DataFileError, match=r"some\.toml, rule 2: 'id' is missing"):
        row("[[rule]]\nid = '1'\n[[rule]]\n").tables("rule")[1].text("id")


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text("x = ", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"broken\.toml: it cannot be read"):
        read_table(path)

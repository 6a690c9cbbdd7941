"""A data file that says something odd is refused in words."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest

from mbb_desktop.clinical.data_file import DataFileError, Table, parse_table, read_json, read_table
from tests.every_row import every_row


class Color(Enum):
    RED = "red"


def row(text: str) -> Table:
    return parse_table("some.toml", text)


def test_numbers_are_exact() -> None:
    assert row("x = 0.1").number("x") == Decimal("0.1")


@every_row(
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
    assert str(refused.value).startswith("some.toml, line 1: " if text else "some.toml: ")
    assert problem in str(refused.value)


def test_a_table_inside_names_its_place() -> None:
    with pytest.raises(DataFileError, match=r"some\.toml, line 3, rule 2: 'id' is missing"):
        row("[[rule]]\nid = '1'\n[[rule]]\n").tables("rule")[1].text("id")


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text("x = ", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"broken\.toml, line 1: it cannot be read: the file ends before"):
        read_table(path)


@every_row(
    ("text", "line"),
    [
        ("a = 1\na = 2", 2),
        ("a = 1\nb = 'open\nc = 2", 2),
        ("a = 1\n\nday = 2026-02-30", 3),
        ("a = 1\n[t]\n[t]", 3),
        ("a = 1 2", 1),
        ("a = 1\n%", 2),
        ("a = [1,\n2\n", 2),
    ],
)
def test_what_is_no_toml_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(DataFileError, match=rf"some\.toml, line {line}: it cannot be read: [a-z]"):
        row(text)


def test_letters_that_are_not_utf_8_are_refused_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "old.toml"
    path.write_bytes("a = 1\nb = 'caf\u00e9'".encode("latin-1"))
    with pytest.raises(DataFileError, match=r"old\.toml, line 2: a letter is not written in UTF-8"):
        read_table(path)


def test_files_of_windows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "windows.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n")
    assert read_table(path).whole("b") == 2


def test_a_setting_taken_from_the_usual_ones_is_placed_where_it_stands() -> None:
    file = row("[usual]\nx = 'a'\n[own]\ny = 1")
    both = file.table("own").over(file.table("usual"))
    with pytest.raises(DataFileError, match=r"line 2, own: 'x' must be a whole number"):
        both.whole("x")
    with pytest.raises(DataFileError, match=r"line 4, own: 'y' must be a text"):
        both.text("y")


def test_the_word_that_was_meant_is_offered() -> None:
    with pytest.raises(DataFileError, match=r"'months' is not known here\. Did you mean 'month'"):
        row("months = 1").only("month", "year")


def json_file(folder: Path, text: str) -> Path:
    path = folder / "some.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_json_has_its_days_in_quotes_and_exact_numbers(tmp_path: Path) -> None:
    found = read_json(json_file(tmp_path, '{"day": "2026-11-22", "part": 0.1, "row": {"x": 1}}'))
    assert (found.day("day"), found.number("part")) == (date(2026, 11, 22), Decimal("0.1"))
    assert found.table("row").whole("x") == 1
    with pytest.raises(DataFileError, match=r"some\.json, row: 'y' is missing"):
        found.table("row").text("y")


@every_row("words", ["22-Nov-2026", "2026-11-31", ""])
def test_a_day_in_other_words_is_refused(tmp_path: Path, words: str) -> None:
    found = read_json(json_file(tmp_path, f'{{"day": "{words}"}}'))
    with pytest.raises(DataFileError, match="'day' must be a date like 2026-11-22"):
        found.day("day")


@every_row(("text", "problem"), [("{", "it cannot be read"), ("[1]", "it must be one object in braces")])
def test_json_that_is_no_object_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(DataFileError, match=rf"some\.json(, line 1)?: {problem}"):
        read_json(json_file(tmp_path, text))


def test_a_quote_that_is_open_at_the_end_is_named_with_the_line_of_the_last_one() -> None:
    with pytest.raises(DataFileError, match=r"^x\.toml, line 2: it cannot be read: a quote is not closed"):
        parse_table("x.toml", "a = 'closed'\nb = 'open")

"""CSV files of any program: encoding and separator are found, cells stay text, and nothing is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mbb_desktop.interop.budget import Unreadable
from mbb_desktop.interop.sheets import Sheet, csv_bytes
from mbb_desktop.interop.table_file import read_table

LINES = "MRN;name;levels\r\n1;Peña;L45 b\r\n"


def known(head: str) -> bool:
    return head in ("MRN", "name", "levels")


def cells(data: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in read_table(data, known).rows]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_usual_encoding_gives_the_same(codec: str) -> None:
    assert cells(LINES.encode(codec)) == [("1", "Peña", "L45 b")]


@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_the_heads_decide_between_the_separators(separator: str) -> None:
    text = separator.join(("MRN", "name", "levels")) + "\n" + separator.join(("1", "'a", '"x,y;z"'))
    assert cells(text.encode()) == [("1", "'a", "x,y;z")]


def test_the_first_line_of_a_spreadsheet_may_name_the_separator() -> None:
    assert cells(b"sep=;\r\n" + LINES.encode()) == [("1", "Peña", "L45 b")]


def test_the_line_of_a_row_counts_breaks_in_cells_and_empty_lines() -> None:
    rows = read_table(b'MRN,name\n"1\n",a\n\n2,b\n', known).rows
    assert [row.line for row in rows] == [2, 5]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04rest", "workbook"),
        (b"MRN,name\n", "no rows"),
        (b"", "no rows"),
        (b'MRN,name\n1,"open\n', "Line 2"),
        (b"\x00\x01\x02", "not a text file"),
        (b"MRN\n" + b"1\n" * 20_001, "20,000"),
    ],
    ids=["workbook", "heads only", "empty", "open quotation", "binary", "too many rows"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        read_table(data, known)


TEXT = st.text(st.characters(exclude_characters="\x00\r\n", exclude_categories=("Cs", "Cc")), max_size=8)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT.filter(str.strip)), min_size=1, max_size=3))
def test_what_our_own_lists_write_is_read_back_as_it_was(rows: list[tuple[str, str]]) -> None:
    sheet = Sheet("list", ("MRN", "name"), tuple(rows))
    assert cells(csv_bytes(sheet)) == rows


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60))
def test_no_bytes_do_more_than_be_refused(data: bytes) -> None:
    try:
        read_table(b"MRN,name\n" + data, known)
    except Unreadable as refused:
        assert str(refused).endswith((".", "?"))  # noqa: PT017

"""Tables in CSV files, whichever program wrote them; every cell is plain text and nothing else."""

import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mbb_desktop.interop.budget import LARGEST_FILE, Unreadable
from mbb_desktop.interop.sheets import inert

MOST_ROWS = 20_000
_MOST_COLUMNS = 200
_SEPARATORS = (",", ";", "\t")
_MARKS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
_BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row and the line of the file on which it begins, counted from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableFile:
    """The heads of the columns and the rows below; a row may have fewer or more cells than heads."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


def read_table(data: bytes, knows: Callable[[str], bool]) -> TableFile:
    """The table of a CSV file: UTF-8, UTF-16 with its mark or Windows-1252; comma, semicolon or tab.

    `knows` says whether the text is the head of a known column, which decides between the separators.
    An apostrophe that keeps a spreadsheet from running a cell is taken away. Raises Unreadable.
    """
    text = _decoded(data)
    start, told = _said_separator(text)
    separators = (told,) if told else _SEPARATORS
    separator = max(separators, key=lambda each: _known_heads(text[start:], each, knows))
    rows = list(_rows(text[start:], separator, 2 if start else 1))
    if len(rows) < 2:
        raise Unreadable("The file has no rows below the heads of its columns.")
    return TableFile(tuple(cell.strip() for cell in rows[0].cells), tuple(rows[1:]))


def _decoded(data: bytes) -> str:
    if len(data) > LARGEST_FILE:
        raise Unreadable("The file is larger than 50 MB. Save a smaller list.")
    if data.startswith(_BOOKS):
        raise Unreadable("This is a workbook, not a CSV file. Open it and save the list as CSV.")
    codec = next((codec for mark, codec in _MARKS.items() if data.startswith(mark)), "")
    for each in (codec,) if codec else ("utf-8", "cp1252"):
        try:
            text = data.decode(each)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Unreadable("This is not a text file in UTF-8 or Windows-1252. Save the list as CSV (UTF-8).")


def _said_separator(text: str) -> tuple[int, str]:
    """Where the table begins after a first line `sep=;` of a spreadsheet, and what it names."""
    first = text.split("\n", 1)[0].rstrip("\r")
    if first.lower().startswith("sep=") and len(first) == 5 and first[4] in _SEPARATORS:
        return text.find("\n") + 1, first[4]
    return 0, ""


def _known_heads(text: str, separator: str, knows: Callable[[str], bool]) -> int:
    try:
        first = next(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), [])
    except csv.Error:
        return 0
    return sum(map(knows, first))


def _rows(text: str, separator: str, first_line: int) -> Iterator[TableRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins, count = first_line, 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                count += 1
                _within_bounds(count, len(cells))
                yield TableRow(begins, tuple(map(_plain, cells)))
            begins = first_line + reader.line_num
    except csv.Error:
        raise Unreadable(
            f"Line {begins} has quotation marks that do not close, or text after them. Mend it and try again."
        ) from None


def _within_bounds(rows: int, cells: int) -> None:
    if rows > MOST_ROWS + 1:
        raise Unreadable(f"The file has more than {MOST_ROWS:,} rows. Save a smaller list.")
    if cells > _MOST_COLUMNS:
        raise Unreadable(f"The file has more than {_MOST_COLUMNS} columns. Is it the file you mean?")


def _plain(cell: str) -> str:
    """The cell without the apostrophe that our own lists put before what a spreadsheet would run."""
    bare = cell[1:] if cell.startswith("'") else cell
    return bare if inert(bare) == cell else cell

"""Lists as files: CSV that every spreadsheet opens, and XLSX; no cell of either can run anything."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from importlib.util import find_spec

from mbb_desktop.clinical.quantities import plain

Value = str | int | Decimal | date | bool | None

_STARTS = "=+-@＝＋－＠"  # noqa: RUF001  the wide forms start a formula as well
_BREAKS = "\t\r\n"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list: its name (at most 31 letters), the heads of its columns, and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


class NoWorkbooks(Exception):
    """The library that writes XLSX is not installed."""

    def __init__(self) -> None:
        super().__init__("This installation cannot write XLSX. Choose CSV, which every spreadsheet opens.")


def inert(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    bare = text.replace("\x00", "")
    starts = bare[:1] in _BREAKS or bare.lstrip()[:1] in _STARTS
    return f"'{bare}" if bare.strip() and starts else bare


def csv_bytes(sheet: Sheet) -> bytes:
    """UTF-8 with the mark that spreadsheets look for; numbers as plain numbers, dates as 2026-11-24."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow([inert(column) for column in sheet.columns])
    lines.writerows([_text(value) for value in row] for row in sheet.rows)
    return written.getvalue().encode("utf-8-sig")


def _text(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return inert(value)
        case Decimal():
            return plain(value).replace(",", "")
    return value.isoformat() if isinstance(value, date) else str(value)


def can_write_xlsx() -> bool:
    """Whether the library that writes XLSX is installed."""
    return find_spec("xlsxwriter") is not None


def xlsx_bytes(sheets: Sequence[Sheet], at: datetime) -> bytes:
    """One workbook with a page for each list; numbers and dates stay what they are. Raises NoWorkbooks.

    The same lists at the same time give the same bytes.
    """
    if not can_write_xlsx():
        raise NoWorkbooks
    from xlsxwriter import Workbook

    written = io.BytesIO()
    quiet = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(written, quiet) as book:
        book.set_properties({"created": at.replace(tzinfo=None)})
        bold = book.add_format({"bold": True, "bottom": 1})
        days = book.add_format({"num_format": "yyyy-mm-dd"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name[:31])
            page.freeze_panes(1, 0)
            for column, head in enumerate(sheet.columns):
                page.write_string(0, column, inert(head), bold)
                page.set_column(column, column, min(40, max(10, len(head) + 2)))
            for line, row in enumerate(sheet.rows, start=1):
                for column, value in enumerate(row):
                    if isinstance(value, date):
                        page.write_datetime(line, column, value, days)
                    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
                        page.write_number(line, column, value)
                    elif value is not None:
                        page.write_string(line, column, _text(value))
    return written.getvalue()

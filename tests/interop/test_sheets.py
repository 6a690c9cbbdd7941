"""Lists as CSV and XLSX: no cell is active, numbers stay numbers, and every value comes back."""

import csv
import io
import re
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mbb_desktop.interop.sheets import Sheet, csv_bytes, inert, xlsx_bytes

AT = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)
ACTIVE = re.compile(r"^\s*[=+@＝＋－＠-]|^[\t\r\n]")  # noqa: RUF001


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", " =1", "＝1", "\n=1"])  # noqa: RUF001
def test_what_would_run_is_written_with_an_apostrophe(text: str) -> None:
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Marsh", "L4-5", "", "1 - 2", "a=b", "'quoted"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert inert(text) == text


@given(some.lists(some.text(), min_size=1, max_size=5))
def test_no_text_makes_an_active_cell(texts: list[str]) -> None:
    (head, row) = read(csv_bytes(Sheet("list", tuple(texts), (tuple(texts),))))
    for cell, text in zip([*head, *row], [*texts, *texts], strict=True):
        assert not ACTIVE.match(cell)
        assert cell.removeprefix("'").replace("\r\n", "\n") in {
            text.replace("\x00", "").removeprefix("'").replace("\r\n", "\n"),
            text.replace("\x00", "").replace("\r\n", "\n"),
        }


@given(some.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9))
def test_a_number_stays_that_number(amount: Decimal) -> None:
    assert Decimal(read(csv_bytes(Sheet("list", ("n",), ((amount,),))))[1][0]) == amount


def test_each_kind_of_value_has_its_form() -> None:
    row = ("a", 42, Decimal("0.50"), Decimal(12345), date(2026, 11, 24), True, False, None)
    written = csv_bytes(Sheet("list", tuple("abcdefgh"), (row,)))
    assert read(written)[1] == ["a", "42", "0.5", "12345", "2026-11-24", "yes", "no", ""]
    assert written.startswith(b"\xef\xbb\xbf")


def test_a_workbook_keeps_numbers_dates_and_harmless_text() -> None:
    pytest.importorskip("xlsxwriter")
    rows = (("=1+1", 42, Decimal("0.5"), date(2026, 11, 24), None, True),)
    sheet = Sheet("list", tuple("abcdef"), rows)
    data = xlsx_bytes([sheet, sheet_named("second")], AT)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
        shared = book.read("xl/sharedStrings.xml").decode()
    cells = {cell.get("r"): cell for cell in ElementTree.fromstring(page).iter() if cell.get("r")}
    assert cells["A2"].get("t") == "s"
    assert "'=1+1" in shared
    assert ["".join(cells[place].itertext()) for place in ("B2", "C2", "D2")] == ["42", "0.5", "46350"]
    assert "E2" not in cells
    assert "<f>" not in page


def sheet_named(name: str) -> Sheet:
    return Sheet(name, ("a",), (("x",),))


def test_the_same_lists_give_the_same_workbook() -> None:
    pytest.importorskip("xlsxwriter")
    assert xlsx_bytes([sheet_named("list")], AT) == xlsx_bytes([sheet_named("list")], AT)

"""Printing: to `lp` as it is, as pictures where there is no `lp`; failures are explained."""

import os
import stat
import sys
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from mbb_desktop.ui.lp_job import LpJob, lp_command
from mbb_desktop.ui.pdf_pages import NotAPdf, page_sizes, render_page
from mbb_desktop.ui.print_card import PrintCard
from mbb_desktop.ui.printing import JOB_TITLE, PrintFailed, PrintJob, paint_pages, print_pdf
from tests.ui.sample import SampleClinic, press

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="there is no lp")


@pytest.fixture
def pdf() -> bytes:
    """Two pages of A4 and Letter."""
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    document.new_page(612, 792)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def fake_lp(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Path:
    """A program called lp that leaves what it was given in the folder."""
    program = folder / "lp"
    program.write_text(f'#!/bin/sh\ncd "{folder}"\nprintf "%s\\n" "$@" > arguments\ncat > paper\n{script}\n')
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


@posix_only
def test_lp_gets_the_bytes_and_a_title_that_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pdf: bytes
) -> None:
    folder = fake_lp(tmp_path, monkeypatch, "exit 0")
    print_pdf(PrintJob(pdf, "Front desk; rm -rf", 2))
    assert (folder / "paper").read_bytes() == pdf
    given = (folder / "arguments").read_text().splitlines()
    assert given == ["-d", "Front desk; rm -rf", "-n", "2", "-t", "MBB Desktop", "-o", "sides=one-sided", "-"]


@posix_only
def test_a_refusal_of_lp_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pdf: bytes) -> None:
    fake_lp(tmp_path, monkeypatch, 'echo "lp: The printer or class does not exist." >&2; exit 1')
    with pytest.raises(PrintFailed, match=r"Old printer did not take the paper \(The printer or class"):
        print_pdf(PrintJob(pdf, "Old printer"))


@posix_only
def test_a_printer_that_does_not_answer_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pdf: bytes
) -> None:
    fake_lp(tmp_path, monkeypatch, "exec sleep 5")
    with pytest.raises(PrintFailed, match="does not answer"):
        print_pdf(PrintJob(pdf, "Slow"), patience=0.2)


def test_without_a_printer_nothing_is_sent(pdf: bytes) -> None:
    with pytest.raises(PrintFailed, match="no printer"):
        print_pdf(PrintJob(pdf, ""))


def test_the_title_of_a_job_names_nobody() -> None:
    assert JOB_TITLE == "MBB Desktop"
    assert lp_command(LpJob(b"", "P", 1, True, "MBB PN-1"))[-3:] == ["-o", "sides=two-sided-long-edge", "-"]


def test_pages_are_painted_one_per_sheet(qapp: object, tmp_path: Path, pdf: bytes) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    out = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(out))
    paint_pages(printer, pdf)
    printed = page_sizes(out.read_bytes())
    assert [(round(size.width), round(size.height)) for size in printed] == [(595, 842), (612, 792)]


def test_a_page_is_rendered_on_white(pdf: bytes) -> None:
    picture = render_page(pdf, 1, 1.0)
    assert (picture.width(), picture.height()) == (612, 792)
    assert picture.pixelColor(300, 300).name() == "#ffffff"


@pytest.mark.parametrize("junk", [b"", b"%PDF-1.7 not really", b"\x00" * 100])
def test_bytes_that_are_no_paper_are_explained(junk: bytes) -> None:
    with pytest.raises(NotAPdf, match="cannot be shown"):
        page_sizes(junk)


def test_the_card_offers_the_stored_printer_and_prints_with_one_key(clinic: SampleClinic) -> None:
    asking = PrintCard(clinic.window, 3, ("Front desk", "Room 2"), "Room 2")
    chosen: list[tuple[str, int]] = []
    asking.chosen.connect(lambda *what: chosen.append(what))
    asking.open()
    press(asking, "Print 3 pages")
    assert chosen == [("Room 2", 1)]


def test_a_stored_printer_that_is_gone_is_not_used(clinic: SampleClinic) -> None:
    asking = PrintCard(clinic.window, 1, ("Front desk",), "Old")
    asking.open()
    assert asking.printer.value() == "Front desk"


def test_no_copies_is_not_a_number_of_copies(clinic: SampleClinic) -> None:
    asking = PrintCard(clinic.window, 1, ("Front desk",), "")
    asking.open()
    asking.copies.line.setText("0")
    press(asking, "Print 1 page")
    assert asking.isVisible()


def test_without_printers_the_card_says_what_to_do(clinic: SampleClinic) -> None:
    asking = PrintCard(clinic.window, 1, (), "")
    asking.open()
    press(asking, "Close")

"""Send a PDF to a printer: as it is through `lp`, or page by page as pictures where there is no `lp`."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from mbb_desktop.ui.pdf_pages import POINTS_PER_INCH, PageSize, page_sizes, render_page

translate = QCoreApplication.translate

JOB_TITLE = "MBB Desktop"
"""The title that print queues show: never a name, a number or a kind of paper."""

_PRINT_DPI = 300


class PrintFailed(Exception):
    """The paper was not printed; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What goes to which printer how often."""

    pdf: bytes
    printer: str
    copies: int = 1


def printers() -> tuple[str, ...]:
    """The names of this computer's printers."""
    return tuple(QPrinterInfo.availablePrinterNames())


def usual_printer(stored: str, known: tuple[str, ...]) -> str:
    """The stored printer while it is there, else the computer's own choice, else the first."""
    default = QPrinterInfo.defaultPrinterName()
    return next((name for name in (stored, default, *known) if name in known), "")


def print_all(jobs: Sequence[PrintJob]) -> None:
    """Print one after the other. Raises PrintFailed."""
    for job in jobs:
        print_pdf(job)


def print_pdf(job: PrintJob, patience: float = 60) -> None:
    """Print, and wait up to `patience` seconds until the system has taken it. Raises PrintFailed.

    Run it beside the window.
    """
    if not job.printer:
        raise PrintFailed(no_printer())
    if shutil.which("lp") is not None and sys.platform != "win32":
        _through_lp(job, patience)
    else:
        printer = QPrinter(QPrinterInfo.printerInfo(job.printer), QPrinter.PrinterMode.HighResolution)
        printer.setDocName(JOB_TITLE)
        printer.setCopyCount(job.copies)
        paint_pages(printer, job.pdf)


def no_printer() -> str:
    """What to do where there is none."""
    return translate(
        "printing", "This computer has no printer. Set one up in the system's settings, or save as a PDF."
    )


def lp_command(printer: str, copies: int) -> list[str]:
    """The command that takes the paper from its standard input."""
    return ["lp", "-d", printer, "-n", str(copies), "-t", JOB_TITLE, "-"]


def _through_lp(job: PrintJob, patience: float) -> None:
    command = lp_command(job.printer, job.copies)
    try:
        done = subprocess.run(command, input=job.pdf, capture_output=True, timeout=patience, check=False)
    except subprocess.TimeoutExpired:
        raise PrintFailed(
            translate("printing", "{0} does not answer. Check it, then print again.").format(job.printer)
        ) from None
    if done.returncode != 0:
        reason = done.stderr.decode(errors="replace").strip().removeprefix("lp: ").splitlines()
        raise PrintFailed(_refused(job.printer, reason[0] if reason else ""))


def _refused(printer: str, reason: str) -> str:
    if not reason:
        said = translate("printing", "{0} did not take the paper. Check it, then print again.")
        return said.format(printer)
    said = translate("printing", "{0} did not take the paper ({1}). Check it, then print again.")
    return said.format(printer, reason.rstrip("."))


def paint_pages(printer: QPrinter, pdf: bytes) -> None:
    """Paint every page as a picture on the whole sheet. Raises PrintFailed."""
    sizes = page_sizes(pdf)
    printer.setFullPage(True)
    _set_size(printer, sizes[0])
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintFailed(_refused(printer.printerName(), ""))
    try:
        for at, size in enumerate(sizes):
            if at:
                _set_size(printer, size)
            if at and not printer.newPage():
                raise PrintFailed(_refused(printer.printerName(), ""))
            picture = render_page(pdf, at, _PRINT_DPI / POINTS_PER_INCH)
            painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), picture)
    finally:
        painter.end()


def _set_size(printer: QPrinter, size: PageSize) -> None:
    points = QSizeF(size.width, size.height)
    printer.setPageSize(QPageSize(points, QPageSize.Unit.Point))

"""Send a PDF to a printer: as it is through `lp`, or page by page as pictures where there is no `lp`."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from mbb_desktop.ui.lp_job import LpJob, OutcomeUnknown, PrintFailed, has_lp, print_with_lp, refused
from mbb_desktop.ui.pdf_pages import POINTS_PER_INCH, PageSize, page_sizes, render_page

__all__ = ["OutcomeUnknown", "PrintFailed", "PrintJob", "print_pdf", "printers", "usual_printer"]

translate = QCoreApplication.translate

JOB_TITLE = "MBB Desktop"
"""The title that print queues show for what has no number: never a name or a kind of paper."""

_PRINT_DPI = 300
_SECONDS = 60.0
_SECONDS_A_PAGE = 6.0


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What goes to which printer how often. `title` shows in print queues: numbers only."""

    pdf: bytes
    printer: str
    copies: int = 1
    both_sides: bool = False
    title: str = JOB_TITLE


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


def print_pdf(job: PrintJob, patience: float | None = None, *, until_out: bool = True) -> None:
    """Print, and wait until it has come out, at most `patience` seconds; without it by the pages.

    Without `until_out` it waits only until the system has taken it.

    Raises PrintFailed, or OutcomeUnknown when it is still in the printer's queue then. Run it beside the
    window.
    """
    if not job.printer:
        raise PrintFailed(no_printer())
    if has_lp() and sys.platform != "win32":
        wait = _SECONDS + _SECONDS_A_PAGE * _pages(job) if patience is None else patience
        taken = LpJob(job.pdf, job.printer, job.copies, job.both_sides, job.title)
        print_with_lp(taken, wait, until_out=until_out)
        return
    printer = QPrinter(QPrinterInfo.printerInfo(job.printer), QPrinter.PrinterMode.HighResolution)
    printer.setDocName(job.title)
    printer.setCopyCount(job.copies)
    both = QPrinter.DuplexMode.DuplexLongSide
    printer.setDuplex(both if job.both_sides else QPrinter.DuplexMode.DuplexNone)
    paint_pages(printer, job.pdf)


def _pages(job: PrintJob) -> int:
    return job.copies * len(page_sizes(job.pdf))


def no_printer() -> str:
    """What to do where there is none."""
    return translate(
        "printing", "This computer has no printer. Set one up in the system's settings, or save as a PDF."
    )


def paint_pages(printer: QPrinter, pdf: bytes) -> None:
    """Paint every page as a picture on the whole sheet. Raises PrintFailed."""
    sizes = page_sizes(pdf)
    printer.setFullPage(True)
    _set_size(printer, sizes[0])
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintFailed(refused(printer.printerName(), ""))
    try:
        for at, size in enumerate(sizes):
            if at:
                _set_size(printer, size)
            if at and not printer.newPage():
                raise PrintFailed(refused(printer.printerName(), ""))
            picture = render_page(pdf, at, _PRINT_DPI / POINTS_PER_INCH)
            painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), picture)
    finally:
        painter.end()


def _set_size(printer: QPrinter, size: PageSize) -> None:
    points = QSizeF(size.width, size.height)
    printer.setPageSize(QPageSize(points, QPageSize.Unit.Point))

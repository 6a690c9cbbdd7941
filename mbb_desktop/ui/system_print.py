"""The system's own print dialog, for one print: another printer than the stored one, which stays stored."""

from collections.abc import Callable

from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from mbb_desktop.ui.print_batch import Printer

_MOST_COPIES = 20
_NOT_ASKED = (
    QAbstractPrintDialog.PrintDialogOption.PrintToFile,
    QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
    QAbstractPrintDialog.PrintDialogOption.PrintSelection,
    QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage,
)
"""A paper goes out whole, and a file is saved with the button for it."""


def ask_system(over: QWidget, usual: Printer, then: Callable[[Printer], object]) -> QPrintDialog:
    """Open the dialog with the usual printer; `then` gets what was chosen, and nothing is remembered."""
    printer = QPrinter(QPrinterInfo.printerInfo(usual.name), QPrinter.PrinterMode.HighResolution)
    printer.setCopyCount(usual.copies)
    both, one = QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexNone
    printer.setDuplex(both if usual.both_sides else one)
    asking = QPrintDialog(printer, over)
    for option in _NOT_ASKED:
        asking.setOption(option, False)
    asking.accepted.connect(lambda: then(_chosen(printer)))
    asking.finished.connect(asking.deleteLater)
    QDialog.open(asking)  # its own takes the name of a slot
    return asking


def _chosen(printer: QPrinter) -> Printer:
    copies = max(1, min(printer.copyCount(), _MOST_COPIES))
    return Printer(printer.printerName(), copies, printer.duplex() is not QPrinter.DuplexMode.DuplexNone)

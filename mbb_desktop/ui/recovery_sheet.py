"""Save or print the sheet with the recovery code."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from mbb_desktop.settings import PRINTER, Settings
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.printing import PrintFailed, PrintJob, print_pdf, printers, usual_printer

translate = QCoreApplication.translate

_FILE_NAME = "MBB-recovery-code.pdf"


def save_code(window: MainWindow, code: str) -> None:
    """Ask where, and write the sheet there."""
    dialog = QFileDialog(window, translate("recovery_sheet", "Save the recovery code"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("recovery_sheet", "PDF files (*.pdf)"))
    dialog.selectFile(_FILE_NAME)
    dialog.fileSelected.connect(lambda path: _write(window, Path(path), code))
    dialog.open()


def _write(window: MainWindow, path: Path, code: str) -> None:
    try:
        path.write_bytes(_sheet(code))
    except OSError as error:
        window.messages.tell_error(error)
        return
    window.messages.toast(translate("recovery_sheet", "Saved. Print it, then delete the file."))


def print_code(window: MainWindow, settings: Settings, code: str) -> None:
    """Send the sheet to this computer's printer."""
    try:
        job = PrintJob(_sheet(code), usual_printer(settings.get(PRINTER), printers()))
        print_pdf(job, until_out=False)
    except PrintFailed as error:
        window.messages.tell(translate("recovery_sheet", "Not printed"), str(error))
        return
    window.messages.toast(translate("recovery_sheet", "Sent to the printer."))


def _sheet(code: str) -> bytes:
    from mbb_desktop.documents.recovery_sheet import recovery_sheet_pdf

    return recovery_sheet_pdf(code, "")

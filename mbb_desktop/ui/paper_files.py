"""Papers into files: a whole file or none, several together, or behind a password."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from mbb_desktop.documents.locked import locked_copy

translate = QCoreApplication.translate


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write each paper at its place."""
    for place, pdf in files.items():
        _write(place, pdf)


def write_locked(files: Mapping[Path, bytes], password: str) -> None:
    """Write copies that open with the password only. Raises NotLocked before anything is written."""
    write_all({place: locked_copy(pdf, password) for place, pdf in files.items()})


def _write(place: Path, pdf: bytes) -> None:
    """A whole file or none."""
    beside = place.with_name(place.name + ".part")
    try:
        beside.write_bytes(pdf)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


def in_documents(name: str) -> str:
    """A name in the person's folder for documents, to propose where a file is saved."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(folder) / name)


def ask_place(over: QWidget, name: str, save: Callable[[Path], object]) -> None:
    """Ask where a PDF is saved; `name` is proposed in the folder for documents."""
    asking = QFileDialog(over, translate("paper", "Save as PDF"), in_documents(name))
    asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    asking.setDefaultSuffix("pdf")
    asking.setNameFilter(translate("paper", "PDF (*.pdf)"))
    asking.fileSelected.connect(lambda chosen: save(Path(chosen)))
    asking.open()

"""Ask for a file from outside and take its bytes, within what an import may cost."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from mbb_desktop.interop.budget import LARGEST_FILE, Unreadable


def ask_for_file(over: QWidget, title: str, filters: Sequence[str], then: Callable[[Path], object]) -> None:
    """Let a person choose one existing file."""
    asking = QFileDialog(over, title)
    asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asking.setFileMode(QFileDialog.FileMode.ExistingFile)
    asking.setNameFilters(list(filters))
    asking.fileSelected.connect(lambda name: then(Path(name)))
    asking.open()


def bytes_of(path: Path) -> bytes:
    """What a file holds. Raises OSError, or Unreadable above 50 MB before reading it."""
    if path.stat().st_size > LARGEST_FILE:
        raise Unreadable(
            QCoreApplication.translate(
                "file", "This file is larger than 50 MB. Ask the sender for smaller files."
            )
        )
    return path.read_bytes()

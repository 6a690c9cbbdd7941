"""What could still be read after a lock: the words of every widget and model, and records in memory."""

import gc
from collections.abc import Collection, Iterator
from uuid import UUID

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QTextEdit, QWidget

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.response import Response

_READ = (
    "text",
    "title",
    "windowTitle",
    "windowFilePath",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
    "placeholderText",
    "toPlainText",
)
_RECORDS = (Patient, Course, Block, Response, SignedDocument)


def words_left() -> list[str]:
    """Every word that a widget, its model, its completer, its undo, a window or the clipboard holds."""
    found = [text for widget in QApplication.allWidgets() for text in _of_widget(widget)]
    found += [window.title() for window in QGuiApplication.allWindows()]
    clipboard = QGuiApplication.clipboard()
    found += [clipboard.text(mode) for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)]
    return [text for text in found if text]


def records_left(patients: Collection[UUID]) -> list[str]:
    """Records of these patients that something still holds; by kind only."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    held = [each for each in gc.get_objects() if isinstance(each, _RECORDS)]
    return [type(each).__name__ for each in held if _whose(each) in patients]


def _whose(record: object) -> object:
    return getattr(record, "patient_id", None) or getattr(record, "id", None)


def _of_widget(widget: QWidget) -> Iterator[str]:
    for name in _READ:
        read = getattr(widget, name, None)
        if callable(read):
            yield str(read())
    yield from (action.text() for action in widget.actions())
    if isinstance(widget, QLineEdit):
        yield from _of_line(widget)
    if isinstance(widget, QTextEdit) and widget.document().isUndoAvailable():
        yield "a text that can be undone"
    if isinstance(widget, QComboBox):
        yield from _of_model(widget.model())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget.model())


def _of_line(line: QLineEdit) -> Iterator[str]:
    while line.isUndoAvailable():
        line.undo()
        yield line.text()
    completer = line.completer()
    if completer is not None and completer.model() is not None:
        yield from _of_model(completer.model())


def _of_model(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    above = parent or QModelIndex()
    for row in range(model.rowCount(above)):
        for column in range(model.columnCount(above)):
            at = model.index(row, column, above)
            yield from (str(model.data(at, role) or "") for role in _ROLES)


_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)

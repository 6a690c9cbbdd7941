"""A typed code becomes its phrase: at Space, or at Tab, in any line or field of free text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from mbb_desktop.clinical.phrase_book import code_before


@dataclass
class _Shelf:
    book: Mapping[str, str] = field(default_factory=dict)


_shelf = _Shelf()


def use(book: Mapping[str, str]) -> None:
    """The texts by their codes from now on; none after a lock."""
    _shelf.book = book


def book() -> Mapping[str, str]:
    """What can be typed by code."""
    return _shelf.book


def asks(event: QEvent) -> bool:
    """Whether a key ends a code: Space or Tab alone."""
    if not _shelf.book or not isinstance(event, QKeyEvent) or event.modifiers():
        return False
    return event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Tab)


def expand_line(line: QLineEdit, key: QEvent, step: Callable[[], object]) -> bool:
    """Put the phrase in place of the code before the cursor; False leaves the key to the line.

    `step` is called before and after, so that it is undone by itself.
    """
    at = line.cursorPosition()
    found = code_before(line.text()[:at], _shelf.book)
    if found is None or line.isReadOnly() or line.hasSelectedText():
        return False
    text = " ".join(found.text.split()) + _behind(key)
    if len(line.text()) - (at - found.start) + len(text) > line.maxLength():
        return False
    step()
    line.setSelection(found.start, at - found.start)
    line.insert(text)
    step()
    return True


def expand_area(area: QPlainTextEdit, key: QEvent, step: Callable[[], object]) -> bool:
    """As `expand_line`, for a field of several lines."""
    cursor = area.textCursor()
    before = cursor.block().text()[: cursor.positionInBlock()]
    found = code_before(before, _shelf.book)
    if found is None or area.isReadOnly() or cursor.hasSelection():
        return False
    step()
    length = len(before) - found.start
    cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, length)
    cursor.insertText(found.text + _behind(key))
    area.setTextCursor(cursor)
    step()
    return True


def _behind(key: QEvent) -> str:
    return " " if isinstance(key, QKeyEvent) and key.key() == Qt.Key.Key_Space else ""

"""Words that a field offers while somebody types."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from mbb_desktop.ui import theme


def offer(line: QLineEdit, words: Iterable[str]) -> QCompleter:
    """Offer these below the field, capitals or not; the list is a window of its own and is dressed as one."""
    completer = QCompleter(list(words), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    if (popup := completer.popup()) is not None:
        theme.dress(popup)
    line.setCompleter(completer)
    return completer

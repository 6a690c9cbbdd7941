"""Hands at a window that know inputs only by what a screen reader calls them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from mbb_desktop.ui.popover import Popover
from tests.ui.driver import Driver

W = TypeVar("W", bound=QWidget)
_LAST = -1
_TYPED = 6  # letters; what is longer is pasted, as the window thinks about the whole block at every letter


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the window. Of several inputs with one name the last counts: in rows that is the newest."""

    widget: QWidget
    hands: Driver

    def find(self, kind: type[W], name: str, row: int = _LAST) -> W:
        """The shown widget with this accessible name, with or without the row before it."""
        inside = [each for each in self.widget.findChildren(kind) if each.isVisible()]
        found = [each for each in inside if f", {each.accessibleName()}".endswith(f", {name}")]
        assert found, f"nothing is called {name!r}, only {sorted({each.accessibleName() for each in inside})}"
        return found[row]

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Scroll there and press the mouse, in the middle unless told where."""
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
            above = above.parentWidget()
        QApplication.processEvents()
        self.hands.click(widget, place)

    def press(self, name: str) -> None:
        """Press a button, a segment or a box to tick."""
        self.click(self.find(QAbstractButton, name))

    def fill(self, name: str, text: str, row: int = _LAST) -> None:
        """Write over what a line holds, and leave it."""
        self.click(self.find(QLineEdit, name, row))
        self.hands.key("ctrl+a")
        self._enter(text)
        self.hands.key("tab")

    def write(self, name: str, text: str) -> None:
        """Write into an input of several lines."""
        self.click(self.find(QPlainTextEdit, name))
        self._enter(text)

    def _enter(self, text: str) -> None:
        if len(text) <= _TYPED:
            self.hands.type(text)
            return
        clipboard = QApplication.clipboard()
        clipboard.setText(text)
        self.hands.key("ctrl+v")
        clipboard.clear()

    def choose(self, name: str, words: str) -> None:
        """Choose from a list: open it, go there with the arrows, Enter."""
        combo = self.find(QComboBox, name)
        at = combo.findText(words)
        assert at >= 0, f"{name} offers {[combo.itemText(each) for each in range(combo.count())]}"
        self.click(combo)
        for _step in range(at - combo.currentIndex()):
            self.hands.key("down")
        self.hands.key("enter")
        assert self.find(QComboBox, name).currentText() == words

    def lines(self) -> list[QLineEdit]:
        """Every shown line, from the top."""
        return [each for each in self.widget.findChildren(QLineEdit) if each.isVisible()]

    def shown_card(self) -> "Place":
        """The card that has just opened."""
        return Place([each for each in self.widget.findChildren(Popover) if each.isVisible()][-1], self.hands)

    @contextmanager
    def card(self) -> Iterator["Place"]:
        """The card that has just opened; Done closes it."""
        opened = self.shown_card()
        yield opened
        opened.press("Done")

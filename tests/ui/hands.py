"""What a person does with mouse and keyboard."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mbb_desktop.ui.parts import Button

NONE = Qt.KeyboardModifier.NoModifier


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Click, in the middle unless told where."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, place or widget.rect().center())


def double_click(widget: QWidget, place: QPoint) -> None:
    """Click twice."""
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, NONE, place)


def press(widget: QWidget, words: str) -> None:
    """Click the button with these words."""
    click(next(one for one in widget.findChildren(Button) if one.accessibleName() == words))


def strike(widget: QWidget, pressed: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press one key."""
    QTest.keyClick(widget, pressed, held)


def write(widget: QWidget, text: str) -> None:
    """Type a text."""
    QTest.keyClicks(widget, text)

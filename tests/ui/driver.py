"""A person's hands at the window: every key, modifier and mouse press counts."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_HELD = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "alt": Qt.KeyboardModifier.AltModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
}
_NAMED = {
    "enter": Qt.Key.Key_Return,
    "pad enter": Qt.Key.Key_Enter,
    "tab": Qt.Key.Key_Tab,
    "esc": Qt.Key.Key_Escape,
    "space": Qt.Key.Key_Space,
    "up": Qt.Key.Key_Up,
    "down": Qt.Key.Key_Down,
    "left": Qt.Key.Key_Left,
    "right": Qt.Key.Key_Right,
    "backspace": Qt.Key.Key_Backspace,
}


class Driver:
    """Sends to the window that has the focus, as the system does; `n` counts what the hands did."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.n = 0

    def key(self, name: str) -> None:
        """Press `enter`, `f9`, `ctrl+enter`: the key and each held modifier count."""
        *held, last = name.lower().split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= _HELD[one]
        pressed = _NAMED.get(last) or Qt.Key(QKeySequence(last)[0].key())
        self.n += 1 + len(held)
        QTest.keyClick(self._target(), pressed, modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type characters; Shift counts for capitals."""
        for character in text:
            self.n += 1 + character.isupper()
            QTest.keyClick(self._target(), character)
            QApplication.processEvents()

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Press the mouse on a widget, in its middle unless told where."""
        self.n += 1
        where = widget.mapTo(widget.window(), place or widget.rect().center())
        handle = widget.window().windowHandle()
        assert handle is not None
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
        QApplication.processEvents()

    def _target(self) -> QWindow:
        target = QGuiApplication.focusWindow() or self._window.windowHandle()
        assert target is not None
        return target

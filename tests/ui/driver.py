"""Presses keys and mouse the way a person does, and counts every press.

Everything is sent to the window, so that focus, shortcuts and default buttons are the real ones. A modifier
counts as a key, and so does Shift for a capital.
"""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_MODIFIERS = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
    "alt": Qt.KeyboardModifier.AltModifier,
}
_KEYS = {
    "enter": Qt.Key.Key_Return,
    "keypad enter": Qt.Key.Key_Enter,
    "tab": Qt.Key.Key_Tab,
    "space": Qt.Key.Key_Space,
    "esc": Qt.Key.Key_Escape,
    "left": Qt.Key.Key_Left,
    "right": Qt.Key.Key_Right,
    "up": Qt.Key.Key_Up,
    "down": Qt.Key.Key_Down,
    "delete": Qt.Key.Key_Delete,
    "backspace": Qt.Key.Key_Backspace,
    "home": Qt.Key.Key_Home,
} | {f"f{number}": Qt.Key(Qt.Key.Key_F1 + number - 1) for number in range(1, 13)}


def to_front(window: QWidget) -> None:
    """Show a window once more, with the keyboard; offscreen it would count as active all the time."""
    aside = QWidget()
    for each in (aside, window):
        each.show()
        each.activateWindow()
        QTest.qWaitForWindowActive(each)
    aside.close()


class Driver:
    """One person at the keyboard and the mouse; `n` is the number of presses so far."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.n = 0

    def key(self, name: str) -> None:
        """Press one key with its modifiers: `enter`, `f9`, `ctrl+enter`, `ctrl+shift+z`."""
        *held, last = name.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for each in held:
            modifiers |= _MODIFIERS[each]
        if last == "keypad enter":
            modifiers |= Qt.KeyboardModifier.KeypadModifier
        code = _KEYS[last] if last in _KEYS else Qt.Key(ord(last.upper()))
        QTest.keyClick(self._target(), code, modifiers)
        self.n += 1 + len(held)

    def type(self, text: str) -> None:
        """Type letters, digits and signs."""
        for letter in text:
            QTest.keyClick(self._target(), letter)  # type: ignore[call-overload]  # missing in the stub
            self.n += 2 if letter.isupper() else 1

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Press the left button on a widget, in its middle unless told."""
        window = widget.window()
        spot = widget.mapTo(window, at if at is not None else widget.rect().center())
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
        self.n += 1

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Press, move in a straight line and let go."""
        window = widget.window()
        first, last = widget.mapTo(window, start), widget.mapTo(window, end)
        QTest.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton, pos=first)
        for step in range(1, 9):
            QTest.mouseMove(window.windowHandle(), first + (last - first) * step / 8)
        QTest.mouseRelease(window.windowHandle(), Qt.MouseButton.LeftButton, pos=last)
        self.n += 1

    def _target(self) -> QWindow:
        active = QApplication.activeModalWidget() or QApplication.activeWindow() or self._window
        return active.windowHandle()

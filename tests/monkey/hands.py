"""What the monkey does: keys, words, the mouse, file dialogs, the size of the window."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.workflow.sample_people import PIN

_CTRL, _SHIFT, _NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
_KEYS: tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...] = (
    *((key, _NONE) for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space)),
    *((key, _NONE) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)),
    *((key, _NONE) for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)),
    *((key, _NONE) for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Plus, Qt.Key.Key_Minus)),
    *((Qt.Key(Qt.Key.Key_F1 + at), _NONE) for at in range(12)),
    *((Qt.Key(Qt.Key.Key_1 + at), _CTRL) for at in range(6)),
    *((Qt.Key(Qt.Key.Key_0 + at), _NONE) for at in range(10)),
    *((key, _CTRL) for key in (Qt.Key.Key_Z, Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X)),
    *((key, _CTRL) for key in (Qt.Key.Key_K, Qt.Key.Key_N, Qt.Key.Key_D, Qt.Key.Key_P, Qt.Key.Key_F)),
    *((key, _CTRL) for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_M)),
    *((key, _CTRL | _SHIFT) for key in (Qt.Key.Key_Z, Qt.Key.Key_N)),
    (Qt.Key.Key_Tab, _SHIFT),
    (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
)
_WORDS = (
    *("45 51 b", "L4 L5 mb r", "c3-5 l", "t11 b", "l", "r", "b", "45", "L4-5 left", "??", "-"),
    *("0.5", "0,5", "2%", "12", "999", "-1", "1e9", "3 mL", "0.05", "25", "80", "4.2"),
    *("10:40", "now", "5", "14-Mar-1961", "31.2.2026", "yesterday", "24-Nov-2026", "99:99"),
    *(
        "marsh",
        "Lopez",
        "O'Neil",
        "Ünal",
        "<b>bold</b>",
        "=1+1",
        "a%_b",
        "x" * 200,
        "日本",
        "\N{GRINNING FACE}",
    ),
    *("lidocaine", "bupivacaine", "LOT 4471", "none", "pain is better since noon", PIN, "0000"),
)


class Hands:
    """One pair of hands at a window. `scratch` is the only folder that files go to."""

    def __init__(self, window: MainWindow, chance: Random, scratch: Path) -> None:
        self._window, self._chance, self._scratch = window, chance, scratch
        self._files = 0
        self._acts: tuple[tuple[int, Callable[[], str]], ...] = (
            (30, self._click_something),
            (22, self._press_a_key),
            (12, self._type_words),
            (5, self._click_anywhere),
            (3, self._click_twice),
            (3, self._turn_the_wheel),
            (2, self._click_right),
            (2, self._drag),
            (1, self._change_the_size),
        )

    def act(self) -> str:
        """Do something; says what, without any word of the record."""
        asked = self._file_dialog()
        if asked is not None:
            return self._answer(asked)
        if QApplication.focusWidget() is None:
            self._front().activateWindow()  # the offscreen screen gives the focus back to nobody
        weights = [weight for weight, _act in self._acts]
        if QApplication.activeModalWidget() is not None and self._chance.random() < 0.06:
            return self._press(Qt.Key.Key_Escape, _NONE)
        (chosen,) = self._chance.choices([act for _weight, act in self._acts], weights)
        return chosen()

    def _front(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._window

    def _target(self) -> QWidget | QWindow:
        """A menu takes its keys itself; a window hands them to its shortcuts and to what has the focus."""
        popup = QApplication.activePopupWidget()
        return popup or (QApplication.activeModalWidget() or self._window).windowHandle()

    def _file_dialog(self) -> QFileDialog | None:
        shown = [each for each in within(self._window) if isinstance(each, QFileDialog) and each.isVisible()]
        return shown[-1] if shown else None

    def _answer(self, asked: QFileDialog) -> str:
        """Never into the folders of whoever runs this."""
        self._files += 1
        if asked.fileMode() in (QFileDialog.FileMode.Directory, QFileDialog.FileMode.ExistingFile) or (
            self._chance.random() < 0.3
        ):
            asked.reject()
            return "file dialog: cancel"
        path = str(self._scratch / f"file-{self._files}")
        asked.fileSelected.emit(path)
        asked.reject()
        return "file dialog: save"

    def _click_something(self) -> str:
        front = self._front()
        shown = [each for each in within(front) if _can_be_used(each, front)]
        if not shown:
            return self._click_anywhere()
        chosen = self._chance.choice(shown)
        seen = chosen.visibleRegion().boundingRect()
        spot = seen.topLeft() + self._place_in(seen.size())
        return self._click(chosen, spot, "click")

    def _click_anywhere(self) -> str:
        front = self._front()
        return self._click(front, self._place_on(front), "click anywhere")

    def _click_right(self) -> str:
        front = self._front()
        spot = self._place_on(front)
        QTest.mouseClick(_surface(front), Qt.MouseButton.RightButton, _NONE, spot)
        return f"right click on {type(front).__name__}"

    def _click_twice(self) -> str:
        front = self._front()
        spot = self._place_on(front)
        QTest.mouseDClick(_surface(front), Qt.MouseButton.LeftButton, _NONE, spot)
        return f"double click on {type(front).__name__}"

    def _click(self, widget: QWidget, spot: QPoint, verb: str) -> str:
        said = f"{verb} {type(widget).__name__} {widget.objectName()}"
        top = widget.window()
        QTest.mouseClick(_surface(top), Qt.MouseButton.LeftButton, _NONE, widget.mapTo(top, spot))
        return said

    def _drag(self) -> str:
        front = self._front()
        start, end = self._place_on(front), self._place_on(front)
        handle = _surface(front)
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, _NONE, start)
        QTest.mouseMove(handle, (start + end) / 2)
        QTest.mouseMove(handle, end)
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, _NONE, end)
        return f"drag on {type(front).__name__}"

    def _turn_the_wheel(self) -> str:
        front = self._front()
        spot = QPointF(self._place_on(front))
        down = QPoint(0, self._chance.choice((-240, -120, 120)))
        wheel = QWheelEvent(
            spot,
            front.mapToGlobal(spot),
            QPoint(),
            down,
            Qt.MouseButton.NoButton,
            _NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        over = front.childAt(spot.toPoint()) or front
        QApplication.sendEvent(over, wheel)
        return f"wheel on {type(over).__name__}"

    def _press_a_key(self) -> str:
        key, held = self._chance.choice(_KEYS)
        return self._press(key, held)

    def _press(self, key: Qt.Key, held: Qt.KeyboardModifier) -> str:
        QTest.keyClick(self._target(), key, held)
        return f"key {key.name} {held.name}"

    def _type_words(self) -> str:
        words = self._chance.choice(_WORDS)
        focused = QApplication.focusWidget()
        for letter in words:
            target = self._target()
            if ord(letter) < 128:
                QTest.keyClick(target, letter)  # type: ignore[call-overload]  # missing in the stub
            else:
                QTest.sendKeyEvent(QTest.KeyAction.Click, target, Qt.Key.Key_unknown, letter, _NONE)
        return f"type {words[:20]!r} into {type(focused).__name__}"

    def _change_the_size(self) -> str:
        wide, high = self._chance.choice(((1440, 900), (1280, 720), (1024, 640), (1920, 1080)))
        self._window.resize(wide, high)
        return f"size {wide} x {high}"

    def _place_on(self, widget: QWidget) -> QPoint:
        return self._place_in(widget.size())

    def _place_in(self, size: QSize) -> QPoint:
        wide, high = max(1, size.width()), max(1, size.height())
        return QPoint(self._chance.randrange(wide), self._chance.randrange(high))


def within(widget: QWidget) -> Iterator[QWidget]:
    """All that is in it. Asked by `findChildren`, PySide keeps what Qt made until `widget` itself is gone."""
    for child in widget.children():
        if isinstance(child, QWidget):
            yield child
            yield from within(child)


def _surface(top: QWidget) -> QWidget | QWindow:
    return top if QApplication.activePopupWidget() is top else top.windowHandle()


def _can_be_used(widget: QWidget, front: QWidget) -> bool:
    used = widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QMenu)
    there = widget.isVisible() and widget.isEnabled() and widget.window() is front
    return used and there and not widget.visibleRegion().isEmpty()

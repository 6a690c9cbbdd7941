"""Inputs that choose: segments or a list, yes or no, several of many. Nothing is chosen at the start."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QPushButton, QWidget

from mbb_desktop.ui import icons, theme
from mbb_desktop.ui.editor import Editor
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import CheckBox, line

T = TypeVar("T")
_WIDE_ENOUGH = 300


class Combo(QComboBox):
    """A list that opens, with an arrow in the theme's colour."""

    def minimumSizeHint(self) -> QSize:
        """One long choice must not make a whole page wider than the window."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), theme.px(_WIDE_ENOUGH)), least.height())

    def showPopup(self) -> None:
        """Qt does not count the padding of the list, and so hides half of its last row."""
        super().showPopup()
        self._show_every_row()
        QTimer.singleShot(0, self, self._show_every_row)  # the first time, rows get their height only now

    def _show_every_row(self) -> None:
        view = self.view()
        if not view.isVisible():
            return
        rows = sum(view.sizeHintForRow(at) for at in range(min(self.count(), self.maxVisibleItems())))
        missing = rows - view.viewport().height()
        if missing > 0:
            popup, room = view.window(), self.screen().availableGeometry()
            popup.resize(popup.width(), popup.height() + missing)
            popup.move(popup.x(), max(room.top(), min(popup.y(), room.bottom() - popup.height())))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme.px(16)
        box = QRectF(self.width() - side - theme.px(8), (self.height() - side) / 2, side, side)
        with QPainter(self) as painter:
            icons.paint(painter, "chevron-down", box, "text2" if self.isEnabled() else "off")


class Segments(QWidget):
    """Buttons in one frame of which one at most is down; pressing it again lets it up.

    Tab stops once: at the one that is down, else at the first. The arrows, Home and End move, Space chooses;
    Enter chooses where the arrows have led, and otherwise goes on as everywhere.
    """

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        row = line(self, spacing=0)
        self.buttons = [
            self._button(word, place) for word, place in zip(words, _places(len(words)), strict=True)
        ]
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch()
        self._moved = False
        self._stop_at(self.buttons[0])

    def stop(self) -> QPushButton:
        """The button that takes the keyboard."""
        return self.buttons[self.chosen() or 0]

    def chosen(self) -> int | None:
        """Which one is down."""
        return next((at for at, button in enumerate(self.buttons) if button.isChecked()), None)

    def choose(self, at: int | None) -> None:
        """Put one down, or none."""
        for place, button in enumerate(self.buttons):
            button.setChecked(place == at)
        self._settle()

    def _button(self, word: str, place: str) -> QPushButton:
        button = QPushButton(localized(word).replace("&", "&&"))
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("kind", "segment")
        button.setProperty("place", place)
        button.clicked.connect(self._on_clicked)
        button.installEventFilter(self)
        return button

    def _on_clicked(self) -> None:
        pressed = self.sender()
        for button in self.buttons:
            if button is not pressed:
                button.setChecked(False)
        self._settle()

    def _settle(self) -> None:
        held = next((button for button in self.buttons if button.hasFocus()), None)
        self._stop_at(held or self.stop())

    def _stop_at(self, stop: QPushButton) -> None:
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
        if self.focusProxy() is not stop:
            self.setFocusProxy(stop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._settle()
        elif event.type() == QEvent.Type.FocusOut:
            self._moved = False
            self._stop_at(self.stop())
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and self._on_key(event.key())
        return False

    def _on_key(self, key: int) -> bool:
        at, last = self._focused(), len(self.buttons) - 1
        to = {
            Qt.Key.Key_Left: max(at - 1, 0),
            Qt.Key.Key_Right: min(at + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in to:
            self.buttons[to[Qt.Key(key)]].setFocus(Qt.FocusReason.TabFocusReason)
            self._moved = True
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._moved:
            self._moved = False
            self.buttons[at].click()
        else:
            return False
        return True

    def _focused(self) -> int:
        return next((at for at, button in enumerate(self.buttons) if button.hasFocus()), 0)


def _places(count: int) -> list[str]:
    return ["only"] if count == 1 else ["first", *["middle"] * (count - 2), "last"]


class ChoiceEditor(Editor[T | None], Generic[T]):
    """One of several values, or None: segments beside each other, or a list with an empty first row."""

    def __init__(self, choices: Sequence[tuple[T, str]], segmented: bool = True, empty: str = "") -> None:
        super().__init__()
        self._values = [value for value, _words in choices]
        self._words = [localized(words) for _value, words in choices]
        self._segments: Segments | None = None
        self._combo: Combo | None = None
        row = line(self)
        if segmented:
            self._segments = self._make_segments()
            row.addWidget(self._segments)
            self.setFocusProxy(self._segments)
        else:
            self._combo = self._make_combo(empty or self.tr("Not recorded"))
            row.addWidget(self._combo, 1)
            self.setFocusProxy(self._combo)

    def value(self) -> T | None:
        at = self._segments.chosen() if self._segments else self._row()
        return None if at is None else self._values[at]

    def set_value(self, value: T | None) -> None:
        at = self._values.index(value) if value is not None else None
        if self._segments:
            self._segments.choose(at)
        elif self._combo:
            self._combo.setCurrentIndex(0 if at is None else at + 1)

    def offer(self, choices: Sequence[tuple[T, str]]) -> None:
        """Other values in a list; what was chosen stays chosen when it is still among them."""
        if self._combo is None:
            raise TypeError("segments keep their choices")
        chosen = self.value()
        self._values = [value for value, _words in choices]
        self._words = [localized(words) for _value, words in choices]
        empty = self._combo.itemText(0)
        self._combo.clear()
        self._combo.addItems([empty, *self._words])
        self.set_value(chosen if chosen in self._values else None)

    def say(self, value: T, words: str) -> None:
        """Change the words of a segment."""
        at = self._values.index(value)
        self._words[at] = words
        if self._segments:
            self._segments.buttons[at].setText(words.replace("&", "&&"))

    def text(self) -> str:
        """The words of what is chosen."""
        value = self.value()
        return "" if value is None else self._words[self._values.index(value)]

    def inputs(self) -> list[QWidget]:
        if self._segments:
            return [*self._segments.buttons]
        return [self._combo] if self._combo else []

    def name(self, label: str) -> None:
        self.setAccessibleName(label)
        if self._combo:
            self._combo.setAccessibleName(label)
        for button, words in zip(self._segments.buttons if self._segments else [], self._words, strict=False):
            button.setAccessibleName(f"{label}: {words}")

    def _make_segments(self) -> Segments:
        segments = Segments(self._words)
        for button in segments.buttons:
            button.clicked.connect(self._on_chosen)
            self.watch_leaving(button)
        return segments

    def _make_combo(self, empty: str) -> Combo:
        combo = Combo()
        combo.addItems([empty, *self._words])
        combo.setCurrentIndex(0)
        combo.activated.connect(self._on_chosen)
        self.watch_leaving(combo)
        return combo

    def _row(self) -> int | None:
        at = self._combo.currentIndex() - 1 if self._combo else -1
        return at if at >= 0 else None

    def _on_chosen(self) -> None:
        self.edited.emit()


class YesNoEditor(ChoiceEditor[bool]):
    """Yes, No, or not recorded (None), which is how it starts."""

    def __init__(self, yes: str = "", no: str = "") -> None:
        super().__init__([(True, yes or self.tr("Yes")), (False, no or self.tr("No"))])


class MultiChoice(Editor[tuple[T, ...]], Generic[T]):
    """Any number of several values, in the order in which they are offered."""

    def __init__(self, choices: Sequence[tuple[T, str]], columns: int = 1) -> None:
        super().__init__()
        self._values = [value for value, _words in choices]
        self._boxes = [CheckBox(localized(words)) for _value, words in choices]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(0)
        for at, box in enumerate(self._boxes):
            grid.addWidget(box, at // columns, at % columns)
            box.clicked.connect(self._on_clicked)
            self.watch_leaving(box)
        if self._boxes:
            self.setFocusProxy(self._boxes[0])

    def value(self) -> tuple[T, ...]:
        return tuple(value for value, box in zip(self._values, self._boxes, strict=True) if box.isChecked())

    def set_value(self, value: tuple[T, ...]) -> None:
        for own, box in zip(self._values, self._boxes, strict=True):
            box.setChecked(own in value)

    def inputs(self) -> list[QWidget]:
        return [*self._boxes]

    def name(self, label: str) -> None:
        self.setAccessibleName(label)
        for box in self._boxes:
            box.setAccessibleName(f"{label}: {box.text()}")

    def _on_clicked(self) -> None:
        self.edited.emit()

"""What every input has in common: a value, a signal, and a sentence when it is not understood."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from mbb_desktop.ui import phrase_keys, theme
from mbb_desktop.ui.not_understood import NotUnderstood
from mbb_desktop.ui.parts import line, put, words

T = TypeVar("T")


class Editor(QWidget, Generic[T]):
    """Edits one value. `edited` is for changes by the person; `left` when the focus goes elsewhere."""

    edited = Signal()
    left = Signal()
    stepped = Signal()  # what comes next is a step of its own to undo

    def value(self) -> T:
        """What is entered; None (or empty) when nothing is, or when it is not understood."""
        raise NotImplementedError

    def set_value(self, value: T) -> None:
        """Show a value; emits nothing."""
        raise NotImplementedError

    def problem(self) -> str:
        """Why what is entered is not understood, as a sentence; empty when it is."""
        return ""

    def name(self, label: str) -> None:
        """Say what is edited to a screen reader."""
        self.setAccessibleName(label)
        for inner in self.inputs():
            inner.setAccessibleName(label)

    def about(self, record: Callable[[], object]) -> None:
        """Which record the value belongs to, for an input that reads it differently for each."""

    def inputs(self) -> list[QWidget]:
        """The widgets inside that take the keyboard."""
        return []

    def show_wrong(self, wrong: bool) -> None:
        """Colour the edge of the input."""
        for inner in self.inputs():
            put(inner, "wrong", "true" if wrong else "false")

    def watch_leaving(self, inner: QWidget) -> None:
        """Emit `left` when this part loses the focus."""
        inner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.leaving()
            self.left.emit()
        elif event.type() == QEvent.Type.KeyPress and phrase_keys.asks(event):
            return self.expand(event)
        return super().eventFilter(watched, event)

    def expand(self, _key: QEvent) -> bool:
        """Put a phrase in place of its code; only inputs of free text do."""
        return False

    def leaving(self) -> None:
        """Called before `left`."""


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class EntryLine(QLineEdit):
    """A line in which both Enter keys go to the next field."""

    entered = Signal()
    goes_on = True
    """Whether Enter goes to the next field; in a PIN it signs, and nothing else."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~_KEYPAD
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.entered.emit()
            if self.goes_on and self.hasFocus():  # what Enter did may have gone somewhere else already
                self._go_on()
            return
        super().keyPressEvent(event)

    def _go_on(self) -> None:
        """To the next field; behind the last one to the button that does what the card is for."""
        default = next((one for one in self.window().findChildren(QPushButton) if one.isDefault()), None)
        self.focusNextPrevChild(True)
        if self._has_beside(self.window().focusWidget()):
            self.focusNextPrevChild(True)  # Enter never goes to the eye of a secret
        landed = self.window().focusWidget()
        beside = isinstance(landed, QPushButton) and default and landed.parent() is default.parent()
        if beside and default and default.isEnabled():
            default.setFocus(Qt.FocusReason.TabFocusReason)

    def _has_beside(self, landed: QWidget | None) -> bool:
        own = self.parentWidget()
        return isinstance(landed, QPushButton) and own is not None and own.isAncestorOf(landed)


class LineEditor(Editor[T]):
    """A value typed on one line; written out in full when the field is left, never cleared."""

    def __init__(self, nothing: T, unit: str = "", placeholder: str = "") -> None:
        super().__init__()
        self._nothing = nothing
        self.line = EntryLine()
        self.line.setPlaceholderText(placeholder)
        row = line(self, spacing=6)
        row.addWidget(self.line, 1)
        if unit:
            row.addWidget(words(unit, "unit"))
        self.setFocusProxy(self.line)
        self.watch_leaving(self.line)
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        self.line.entered.connect(self.leaving)

    def read(self, text: str) -> T:
        """The value of a text. Raises NotUnderstood."""
        raise NotImplementedError

    def written(self, value: T) -> str:
        """A value as it is written out."""
        raise NotImplementedError

    def text(self) -> str:
        """What was typed, as it was typed."""
        return self.line.text()

    def value(self) -> T:
        try:
            return self.read(self.text())
        except NotUnderstood:
            return self._nothing

    def set_value(self, value: T) -> None:
        self.line.setText(self.written(value))

    def problem(self) -> str:
        try:
            self.read(self.text())
        except NotUnderstood as unclear:
            return str(unclear)
        return ""

    def inputs(self) -> list[QWidget]:
        return [self.line]

    def set_read_only(self, read_only: bool) -> None:
        """Show the value without letting it be changed."""
        self.line.setReadOnly(read_only)

    def set_width(self, width: int) -> None:
        """Fix the line's width in pixels at 100 percent."""
        self.line.setFixedWidth(theme.px(width))

    def leaving(self) -> None:
        if not self.problem() and not self.line.isReadOnly():
            shown = self.written(self.value())
            if shown != self.text():
                self.line.setText(shown)

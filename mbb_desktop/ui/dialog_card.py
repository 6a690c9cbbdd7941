"""A card over the dimmed window: the form of every question that the program asks."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mbb_desktop.ui import theme
from mbb_desktop.ui.parts import Button, body, keycap, line, stack, words

_HIGHEST = 640
_NARROWEST_WINDOW, _AROUND = 1024, 16
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Backdrop(QWidget):
    """Dims a window and keeps the mouse from it; follows its size."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        shade = theme.color("nav")
        shade.setAlpha(140)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), shade)


class _Body(QScrollArea):
    """As high as what it holds, and scrolling only when that is too high."""

    def __init__(self, content: QWidget, wide: int) -> None:
        super().__init__()
        self._wide = wide
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = content
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        content = self._content
        high = (
            content.heightForWidth(self._wide) if content.hasHeightForWidth() else content.sizeHint().height()
        )
        return QSize(self._wide, high)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide, min(self.sizeHint().height(), theme.px(80)))


@dataclass(frozen=True, slots=True)
class CardPlace:
    """A card that was open at a lock: its kind, whose chart, about which record, and what was typed.

    `known` is the record that it changes, as it was read; None while it is a new one.
    """

    kind: str
    patient_id: UUID
    about: UUID
    typed: object
    known: object = None


class DialogCard(QDialog):
    """Fill `body` and `buttons`, then `open()`. Escape rejects; locking closes it without a signal.

    With something typed in it Escape asks first. Enter on a button presses it, as Space does.
    """

    def __init__(self, window: QWidget, title: str, wide: int = 480) -> None:
        super().__init__(window.window())
        self._window = window.window()
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self._backdrop: Backdrop | None = None
        self._top: int | None = None
        self._busy = False  # it is being signed or saved
        self.is_aside = False
        self._fitting = QTimer(self, singleShot=True, interval=0)  # one that goes with the card
        self._fitting.timeout.connect(self._fit)
        self.body = QVBoxLayout()
        self.buttons = QHBoxLayout()
        room = max(_NARROWEST_WINDOW, self._window.width()) - 2 * _AROUND
        wide_now = min(theme.px(wide), room)
        self._make_card(title, wide_now)
        self.setFixedWidth(wide_now)

    def is_unfinished(self) -> bool:
        """Whether something was typed that Escape would lose."""
        return False

    def place(self) -> CardPlace | None:
        """How to come back after a lock to what is typed here; None where there is nothing to keep.

        What is being signed or saved is on its way into a record: coming back with it would make a second.
        """
        return None if self._busy or not self.is_unfinished() else self._place()

    def _place(self) -> CardPlace | None:
        """What `place` keeps of something unfinished."""
        return None

    def step_aside(self) -> None:
        """Hide until it is opened again, while something else is looked at."""
        self.is_aside = True
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_unfinished():
            ask_to_discard(self, self.reject)
            return
        focused = self.focusWidget()
        if event.key() in _ENTERS and isinstance(focused, Button) and not focused.isCheckable():
            if focused.isEnabled() and not event.isAutoRepeat():
                focused.click()
            return
        super().keyPressEvent(event)

    def dismiss(self) -> None:
        """Close as if it had never been asked: no signal, no action."""
        self.blockSignals(True)
        self.done(0)

    def done(self, result: int) -> None:
        self._lift_backdrop()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.is_aside = False
        if self._backdrop is None:
            self._backdrop = Backdrop(self._window)
        self._top = None
        self.fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._lift_backdrop()

    def _make_card(self, title: str, wide: int) -> None:
        frame = QFrame()
        frame.setProperty("kind", "dialogCard")
        stack(self, spacing=0).addWidget(frame)
        whole = stack(frame, spacing=12, margins=(24, 18, 24, 18))
        head = line()
        head.addWidget(words(title, "dialogTitle"), 1)
        head.addWidget(keycap(self.tr("Esc")))
        whole.addLayout(head)
        content = QWidget()
        content.setLayout(self.body)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.px(8))
        self.scroller: QScrollArea = _Body(content, wide - theme.px(48) - 2)
        whole.addWidget(self.scroller)
        whole.addLayout(self.buttons)
        self.buttons.setSpacing(theme.px(8))
        self.buttons.addStretch()

    def fit(self) -> None:
        """Take the height of what it holds, after that has changed.

        It stays in the middle; once somebody has typed in it, its head stays where it is.
        """
        if self._top is None and self._is_typed_in():
            self._top = self.y()
        self._fit()
        self._fitting.start()  # what was just added has a height only after this

    def _fit(self) -> None:
        window = self._window
        self.ensurePolished()
        highest = min(theme.px(_HIGHEST), max(200, window.height() - 32))
        self.setMaximumHeight(highest)
        self.resize(self.width(), min(highest, self._wanted_height()))  # adjustSize stops at 2/3 of a screen
        middle = window.mapToGlobal(window.rect().center())
        top = middle.y() - self.height() // 2
        if self._top is not None:
            top = min(self._top, window.mapToGlobal(window.rect().bottomLeft()).y() - 16 - self.height())
        self.move(middle.x() - self.width() // 2, top)

    def _is_typed_in(self) -> bool:
        lines = any(each.isModified() for each in self.findChildren(QLineEdit))
        return lines or any(each.document().isModified() for each in self.findChildren(QPlainTextEdit))

    def _wanted_height(self) -> int:
        for part in reversed(self.findChildren(QWidget)):  # no scroll area tells that what it holds changed
            part.updateGeometry()
        self.body.activate()
        return self.sizeHint().height()

    def _lift_backdrop(self) -> None:
        if self._backdrop is not None:
            self._backdrop.hide()
            self._backdrop.deleteLater()
            self._backdrop = None


def ask_to_discard(over: QWidget, then: Callable[[], object]) -> None:
    """What was typed is about to be lost: `then` runs only when the person says so; Enter keeps it."""
    asking = DialogCard(over, over.tr("Discard what you typed?"), wide=400)
    asking.body.addWidget(body(over.tr("It is not saved.")))
    keep, discard = Button(over.tr("Keep typing")), Button(over.tr("Discard"), "danger")
    keep.clicked.connect(asking.reject)
    discard.clicked.connect(asking.accept)
    for button in (keep, discard):
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        asking.buttons.addWidget(button)
    keep.setDefault(True)
    keep.setFocus()
    asking.accepted.connect(then)
    asking.open()

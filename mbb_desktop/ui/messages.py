"""Tell and ask: the toast, the bar of a failed save, the question card, and errors in words."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid

from mbb_desktop import log
from mbb_desktop.paths import log_dir
from mbb_desktop.storage.errors import StoreUnavailable
from mbb_desktop.ui import theme
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import Button, IconLabel, body, line, words
from mbb_desktop.ui.session import owner_of

translate = QCoreApplication.translate

TOAST_MS = 6000

_IN_SENTENCES = (
    "mbb_desktop.workflow.",
    "mbb_desktop.interop.",
    "mbb_desktop.documents.logo",
    "mbb_desktop.ui.session",
    "mbb_desktop.clinical.installed",
)
"""Where the errors are defined whose own words are sentences for a person."""


def explain(error: Exception) -> str | None:
    """The sentence for an error that a person can do something about; None for a mistake of ours."""
    if isinstance(error, StoreUnavailable):
        return localized(error.sentence)
    if type(error).__module__.startswith(_IN_SENTENCES):
        return localized(str(error))
    if isinstance(error, OSError) and error.strerror:
        text = translate(
            "messages", "A file could not be used: {0}. Check the folder and the disk, then try again."
        )
        return text.format(error.strerror)
    return None


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say it at once."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


_ABOVE_BUTTONS = 100
"""The last row of a page holds its buttons, and nobody waits until a message is gone to press one."""


class Toast(QFrame):
    """A short message at the bottom of a window; pointing at it keeps it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("kind", "toast")
        self.setObjectName("toast")
        self.hide()
        layout = line(self, spacing=14, margins=(16, 8, 10, 8))
        self._words = words("", "strong")
        self._undo = Button(self.tr("Undo"))
        self._undo.clicked.connect(self._on_undo)
        layout.addWidget(self._words)
        layout.addWidget(self._undo)
        self._run: Callable[[], object] | None = None
        self._said = 0
        self._timer = QTimer(self, singleShot=True, interval=TOAST_MS)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)

    def say(self, text: str, undo: Callable[[], object] | None, undo_text: str) -> None:
        """Replace what is shown and start its six seconds; `undo` goes with the object that it belongs to."""
        self._said += 1
        owner = owner_of(undo) if undo is not None else None
        if owner is not None:
            owner.destroyed.connect(partial(self._forget_undo, self._said))
        self._words.setText(text)
        self._undo.say(undo_text)
        self._undo.setVisible(undo is not None)
        self._run = undo
        self.setAccessibleName(text)
        self._settle()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def clear(self) -> None:
        """Take it away and forget its words."""
        self._timer.stop()
        self._words.clear()
        self.setAccessibleName("")
        self._run = None
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._settle()
        return False

    def _settle(self) -> None:
        self.adjustSize()
        window = self._window
        self.move(
            (window.width() - self.width()) // 2, window.height() - self.height() - theme.px(_ABOVE_BUTTONS)
        )

    def _forget_undo(self, said: int, *_: object) -> None:
        if said == self._said and isValid(self):
            self._run = None
            self._undo.hide()

    def _on_undo(self) -> None:
        run = self._run
        self.clear()
        if run is not None:
            run()


class NotSavedBar(QFrame):
    """Stays on top of the page until the save that failed has succeeded."""

    retry = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "notSaved")
        self.setObjectName("notSavedBar")
        layout = line(self, spacing=12, margins=(16, 7, 16, 7))
        layout.addWidget(IconLabel("triangle-alert", "surface", 18))
        self._words = words("", "strong")
        layout.addWidget(self._words, 1)
        again = Button(self.tr("Try again"))
        again.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        again.clicked.connect(self.retry)
        layout.addWidget(again)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show it, or hide it when there is nothing to say."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if text:
            announce(self, text)

    def text(self) -> str:
        """What it says; empty when everything is saved."""
        return self._words.text()


class AskCard(DialogCard):
    """A question with one verb; the verb runs `then`."""

    def __init__(self, window: QWidget, title: str, *sentences: str) -> None:
        super().__init__(window, title)
        for sentence in sentences:
            self.body.addWidget(body(sentence))

    def offer(self, verb: str, cancel: str, danger: bool) -> None:
        """Put the two buttons; where the verb is dangerous, Enter cancels."""
        no = Button(cancel)
        yes = Button(verb, "danger" if danger else "primary")
        no.clicked.connect(self.reject)
        yes.clicked.connect(self.accept)
        for button in (no, yes):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        (no if danger else yes).setDefault(True)
        (no if danger else yes).setFocus()


class Messages(QObject):
    """All messages of one window."""

    def __init__(self, window: QWidget, bar: NotSavedBar) -> None:
        super().__init__(window)
        self._window = window
        self._toast = Toast(window)
        self.bar = bar
        self._retry: Callable[[], object] | None = None
        bar.retry.connect(self._on_retry)

    def toast(self, text: str, undo: Callable[[], object] | None = None, undo_text: str = "") -> None:
        """Say what was done; `undo` puts it back."""
        self._toast.say(text, undo, undo_text or self.tr("Undo"))

    def not_saved(self, since: datetime, error: Exception, try_again: Callable[[], object]) -> None:
        """Say in red that saving fails; `since` is the time of the last save that worked."""
        reason = explain(error) or self.tr("The program made a mistake; a report was written.")
        self._retry = try_again
        self.bar.show_text(self.tr("Not saved since {0}. {1}").format(f"{since:%H:%M}", reason))

    def saved_again(self) -> None:
        """Take the red bar away."""
        self._retry = None
        self.bar.show_text("")

    def ask(
        self, title: str, sentence: str, verb: str, then: Callable[[], object], danger: bool = False
    ) -> AskCard:
        """Open a question; `then` runs when it is answered with its verb."""
        card = AskCard(self._window, title, sentence)
        card.offer(verb, self.tr("Cancel"), danger)
        card.accepted.connect(then)
        card.open()
        return card

    def tell(self, title: str, *sentences: str) -> DialogCard:
        """Open a card that only informs, with a paragraph for each sentence."""
        card = AskCard(self._window, title, *sentences)
        close = Button(self.tr("Close"), "primary")
        close.clicked.connect(card.accept)
        close.setDefault(True)
        card.buttons.addWidget(close)
        card.open()
        return card

    def tell_error(self, error: Exception) -> DialogCard:
        """Explain an error; a mistake of ours is written to the log first, without patient data."""
        sentence = explain(error)
        if sentence is not None:
            return self.tell(self.tr("That did not work"), sentence)
        log.mistake(error)
        return self.tell_mistake()

    def tell_mistake(self) -> DialogCard:
        """Say that the program made a mistake, and where its report lies."""
        return self.tell(
            self.tr("The program made a mistake"),
            self.tr(
                "What was saved before is kept. A report without patient data is in {0}. "
                "Close this and try again; if it happens again, restart the program."
            ).format(log_dir()),
        )

    def clear(self) -> None:
        """Forget every word and close every card without acting, as locking does."""
        self._toast.clear()
        self.saved_again()
        for card in self._window.findChildren(DialogCard):
            card.dismiss()

    def _on_retry(self) -> None:
        if self._retry is not None:
            self._retry()

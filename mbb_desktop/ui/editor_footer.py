"""Below the block editor: saved or not, undo, what is missing, and the way to the signature."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from mbb_desktop.clinical.checks import Problem
from mbb_desktop.ui import theme
from mbb_desktop.ui.folding_row import FoldingRow
from mbb_desktop.ui.parts import Button, IconLabel, grey, line, put, words
from mbb_desktop.ui.popover import Popover


class MissingList(Popover):
    """Each missing item is a link to where it is entered; a digit typed on an item goes there too."""

    go_asked = Signal(object)  # Problem

    def __init__(self, host: QWidget, anchor: QWidget, title: str, missing: Sequence[Problem]) -> None:
        super().__init__(host, anchor, title, wide=520)
        self._buttons = [self._link(problem) for problem in missing]
        for button in self._buttons:
            self.add(button)
        longest = max((button.sizeHint().width() for button in self._buttons), default=0)
        room = host.width() - theme.px(16)
        self.setFixedWidth(max(self.width(), min(longest + theme.px(60), room)))

    def sentences(self) -> tuple[str, ...]:
        """What is listed."""
        return tuple(button.accessibleName() for button in self._buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((button for button in self._buttons if button.hasFocus()), None)
        typed = event.text().isdigit()
        if focused is not None and (typed or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            focused.click()
            there = QApplication.focusWidget()
            if typed and there is not None:
                key = Qt.Key(event.key())
                QApplication.sendEvent(there, QKeyEvent(event.type(), key, event.modifiers(), event.text()))
            return
        super().keyPressEvent(event)

    def _link(self, problem: Problem) -> Button:
        button = Button(problem.sentence, "link", "chevron-right")
        button.setStyleSheet("text-align: left")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self._go(problem))
        return button

    def _go(self, problem: Problem) -> None:
        self.shut()
        self.go_asked.emit(problem)


class EditorFooter(QFrame):
    """Draft state at the left, the next step at the right."""

    undo_asked = Signal()
    redo_asked = Signal()
    discard_asked = Signal()
    missing_asked = Signal()
    note_asked = Signal()
    print_asked = Signal()
    sign_asked = Signal()
    next_asked = Signal()
    addendum_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("editorFooter")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._icon, self._saved = IconLabel("check", "ok", 16), words("", "body")
        self.undo = self._button(self.tr("Undo"), "link", "undo-2", "Ctrl Z", self.undo_asked)
        self.redo = self._button(self.tr("Redo"), "link", "redo-2", "Ctrl Shift Z", self.redo_asked)
        self.discard = self._button(self.tr("Discard draft"), "link", "", "", self.discard_asked)
        self.missing = self._button("", "attention", "triangle-alert", "F7", self.missing_asked)
        self.note = self._button(self.tr("Note"), "large", "file-text", "F6", self.note_asked)
        self.print = self._button(self.tr("Print draft"), "large", "printer", "", self.print_asked)
        self.sign = self._button(self.tr("Sign and lock"), "primary", "lock", "Ctrl Enter", self.sign_asked)
        self.list = self._button(self.tr("Sign and lock"), "large", "lock", "Ctrl Enter", self.sign_asked)
        self.addendum = self._button(self.tr("Addendum"), "large", "plus", "", self.addendum_asked)
        self.next = self._button(self.tr("Next"), "primary", "chevron-right", "Enter", self.next_asked)
        state = (self._icon, self._saved, self.undo, self.redo, self.discard)
        steps = (self.missing, self.note, self.addendum, self.print, self.list, self.sign, self.next)
        line(self, margins=(16, 8, 16, 8)).addWidget(FoldingRow(state, steps))
        self.next.hide()
        self.addendum.hide()
        self._last_saved: datetime | None = None

    def _button(self, text: str, kind: str, icon: str, hint: str, signal: SignalInstance) -> Button:
        button = Button(text, kind, icon, hint)  # type: ignore[arg-type]  # one of the kinds
        button.clicked.connect(signal)
        return button

    # Saved or not

    def show_saved(self, at: datetime, *, signed: bool = False) -> None:
        """Everything is in the store; of a signed record that is what may follow."""
        self._last_saved = at
        told = self.tr("Signed, later entries saved {0}") if signed else self.tr("Draft saved {0}")
        self._say(told.format(f"{at:%H:%M}"), "check", "ok", "")

    def show_unsaved(self) -> None:
        """Something was typed and is about to be written."""
        if self._saved.property("tone") != "danger":
            self._say(self.tr("Saving"), "clock", "text2", "")

    def show_not_saved(self) -> None:
        """A save failed; signing waits until one has worked."""
        since = f"{self._last_saved:%H:%M}" if self._last_saved else self.tr("it was opened")
        self._say(self.tr("Not saved since {0}").format(since), "triangle-alert", "danger", "danger")

    def last_saved(self) -> datetime | None:
        """When everything was in the store last."""
        return self._last_saved

    def saved_text(self) -> str:
        """What it says about saving."""
        return self._saved.text()

    def _say(self, text: str, icon: str, color: str, tone: str) -> None:
        if self._saved.text() != text:
            self._saved.setText(text)
            put(self._saved, "tone", tone)
            self._icon.show_icon(icon, color)

    # What may be done

    def show_steps(self, *, undo: bool, redo: bool) -> None:
        """Whether there is anything to undo or redo."""
        grey(self.undo, "" if undo else self.tr("Nothing to undo."))
        self.redo.setVisible(redo)

    def show_missing(self, count: int, *, may_sign: bool, failing: bool) -> None:
        """How much is missing; without anything missing the signature is the main step."""
        one = self.tr("1 item missing to sign")
        said = one if count == 1 else self.tr("{0} items missing to sign").format(count)
        if self.missing.accessibleName() != said:
            self.missing.say(said)
        self.missing.setVisible(bool(count))
        self.sign.setVisible(may_sign and not count)
        self.list.setVisible(may_sign and bool(count))
        grey(self.sign, self.tr("Not while the record cannot be saved.") if failing else "")

    def show_note_button(self, shown: bool) -> None:
        """The note is behind a key when the window is narrow."""
        self.note.setVisible(shown)

    def show_signed(self, sentence: str) -> None:
        """The record is closed: print it, or go on."""
        self._say(sentence, "lock", "ok", "ok")
        for button in (self.undo, self.redo, self.discard, self.missing, self.list, self.sign):
            button.hide()
        self.print.say(self.tr("Print"))
        self.next.show()
        self.addendum.show()

"""The unlock page: who, the passphrase or PIN, and the ways back in. It shows no patient data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from mbb_desktop.ui import theme
from mbb_desktop.ui.flow import FlowLayout
from mbb_desktop.ui.language_link import LanguageLink
from mbb_desktop.ui.parts import Button, IconLabel, Notice, appear, centered, line, scrolled, stack, words
from mbb_desktop.ui.secret_editor import SecretEditor

if TYPE_CHECKING:  # what the first painting does not need is imported when it is asked for
    from uuid import UUID

    from mbb_desktop.ui.new_passphrase import PassphraseRule
    from mbb_desktop.ui.recovery_panel import RecoveryPanel


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may unlock. `with_pin`: unlocked since the last full lock, so a PIN is enough."""

    id: UUID
    name: str
    role: str = ""
    with_pin: bool = False


@dataclass(frozen=True, slots=True)
class SampleSecrets:
    """What opens the sample clinic; shown on the card."""

    passphrase: str
    pin: str


class LockPage(QFrame):
    """Emits what was typed, to be checked elsewhere; `show_problem` says what came of it."""

    passphrase_given = Signal(object, str)  # person's id, passphrase
    pin_given = Signal(object, str)  # person's id, PIN
    recovery_given = Signal(object, str, str)  # person's id, recovery code, new passphrase
    restore_asked = Signal()
    language_asked = Signal(str)  # en or es
    typing_began = Signal()  # a good moment to import what comes next

    def __init__(
        self,
        clinic: str,
        people: Sequence[Person],
        version: str,
        rule: PassphraseRule,
        sample: SampleSecrets | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("lockPage")
        self._people = people
        self._person = people[0] if people else None
        self._full_lock = False
        self._rule = rule
        self._recovery: RecoveryPanel | None = None
        self._avatar, self._name, self._role = QLabel(), words("", "section"), words("", "small")
        self._label = words("", "fieldLabel")
        self._secret = SecretEditor()
        self._unlock = Button(self.tr("Unlock"), "primary", "lock")
        self._says = Notice()
        self._recover = Button(self.tr("Use recovery code"), "link")
        self._other = Button(self.tr("Use passphrase"), "link")
        self._waiting = QTimer(self, interval=1000)
        self._seconds, self._sentence = 0, ""
        self._build(clinic, version, sample)
        self._connect()
        self.show_person(self._person)

    def show_person(self, person: Person | None) -> None:
        """Whose passphrase or PIN is asked for."""
        self._person, self._full_lock = person, False
        self._avatar.setText(_initials(person.name) if person else "")
        self._name.setText(person.name if person else self.tr("Nobody has access yet"))
        self._role.setText(person.role if person else "")
        self._ask()

    def begin_with(self, user_id: UUID | None) -> None:
        """Ask for who was here last; the order of people stays."""
        for person in self._people:
            if person.id == user_id:
                self.show_person(person)

    def asks_for_pin(self) -> bool:
        """Whether a PIN is enough now."""
        return bool(self._person and self._person.with_pin and not self._full_lock and self._recovery is None)

    def require_passphrase(self) -> None:
        """The PIN is no longer enough: too many wrong ones, or the key was dropped."""
        self._full_lock = True
        self._ask()

    def show_note(self, sentence: str) -> None:
        """Why it is locked, or what is being done."""
        self._says.show_text(sentence, "info", "info")

    def show_problem(self, sentence: str, wait_seconds: int = 0) -> None:
        """Why it did not open; with `wait_seconds` nothing can be tried until they are over."""
        self.set_busy(False)
        self._says.show_text(sentence, "danger", "circle-alert")
        self._sentence, self._seconds = sentence, wait_seconds
        self._secret.line.selectAll()
        if wait_seconds:
            self._allow_typing(False)
            self._waiting.start()
            self._on_second_passed(0)
        else:
            self._focus()

    def set_busy(self, busy: bool) -> None:
        """While the passphrase is being checked."""
        self._allow_typing(not busy)
        self._unlock.say(self.tr("Unlocking") if busy else self.tr("Unlock"))

    def _choose_by(self, step: int) -> None:
        """Up and Down choose who it is; the field for the secret needs neither."""
        if self._person in self._people and self._secret.isEnabled():
            at = self._people.index(self._person)
            self.show_person(self._people[(at + step) % len(self._people)])

    def wipe(self) -> None:
        """Forget what was typed."""
        self._secret.wipe()
        if self._recovery is not None:
            self._recovery.code.set_value("")
            self._recovery.fresh.wipe()

    def problem(self) -> str:
        """The sentence that is shown."""
        return self._says.text()

    def _build(self, clinic: str, version: str, sample: SampleSecrets | None) -> None:
        inner = QWidget()
        stack(self, spacing=0).addWidget(scrolled(inner))
        column = stack(inner, spacing=6, margins=(16, 16, 16, 16))
        column.addStretch(5)
        column.addWidget(IconLabel("logo", "accent", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(6))
        for text, kind in ((self.tr("MBB Desktop"), "dialogTitle"), (clinic, "muted")):
            column.addWidget(words(text, kind), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(16))
        column.addLayout(centered(self._card(sample)))
        column.addStretch(6)
        foot = self.tr("No patient information is shown while locked.   Version {0}").format(version)
        column.addWidget(words(foot, "small"), 0, Qt.AlignmentFlag.AlignHCenter)
        self._language = LanguageLink()
        self._language.chosen.connect(self.language_asked)
        column.addWidget(self._language, 0, Qt.AlignmentFlag.AlignHCenter)

    def _card(self, sample: SampleSecrets | None) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setFixedWidth(theme.px(460))
        column = stack(card, spacing=12, margins=(28, 24, 28, 22))
        column.addWidget(self._person_row())
        column.addLayout(self._secret_rows())
        self._unlock.setMinimumHeight(theme.px(34))
        column.addWidget(self._unlock)
        column.addWidget(self._says)
        self._says.hide()
        if sample is not None:
            column.addWidget(self._sample_notice(sample))
        column.addWidget(self._ways_row())
        return card

    def _person_row(self) -> QWidget:
        holder = QWidget()
        row = line(holder, spacing=12)
        self._avatar.setObjectName("avatar")
        self._avatar.setFixedSize(theme.px(44), theme.px(44))
        self._avatar.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._avatar)
        names = stack(spacing=1)
        names.addStretch()
        names.addWidget(self._name)
        names.addWidget(self._role)
        names.addStretch()
        row.addLayout(names, 1)
        self._switch = switch = Button(self.tr("Switch user"))
        switch.setToolTip(self.tr("Up and Down choose who it is"))
        switch.clicked.connect(self._on_switch)
        appear(switch, len(self._people) > 1)
        row.addWidget(switch)
        return holder

    def _secret_rows(self) -> QVBoxLayout:
        self._rows = stack(spacing=5)
        self._label.setBuddy(self._secret)
        self._secret.line.setProperty("kind", "large")
        self._rows.addWidget(self._label)
        self._rows.addWidget(self._secret)
        return self._rows

    def _sample_notice(self, sample: SampleSecrets) -> Notice:
        text = self.tr("Sample clinic, invented patients only. Passphrase: {0}   PIN: {1}")
        notice = Notice(text.format(sample.passphrase, sample.pin), "warn", "info")
        notice.setObjectName("sampleNotice")
        return notice

    def _ways_row(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, across=4, down=2)  # where the words are longer, in a further row
        restore = Button(self.tr("Restore a backup"), "link")
        restore.clicked.connect(self.restore_asked)
        for way in (restore, self._other, self._recover):
            row.addWidget(way)
        return holder

    def _connect(self) -> None:
        self._unlock.clicked.connect(self._on_unlock)
        self._secret.line.entered.connect(self._on_unlock)
        for key, step in ((Qt.Key.Key_Up, -1), (Qt.Key.Key_Down, 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._choose_by, step))
        self._secret.line.textEdited.connect(self._on_typed)
        self._recover.clicked.connect(self._on_recover)
        self._other.clicked.connect(self._on_other)
        self._waiting.timeout.connect(self._on_second_passed)

    def _ask(self) -> None:
        self.wipe()
        pin, recovering = self.asks_for_pin(), self._recovery is not None
        label = self.tr("PIN") if pin else self.tr("Passphrase")
        self._label.setText(label)
        self._secret.name(label)
        self._label.setVisible(not recovering)
        self._secret.setVisible(not recovering)
        self._recover.setVisible(not recovering)
        self._other.setVisible(pin or recovering)
        self._allow_typing(self._person is not None)
        self._focus()

    def _focus(self) -> None:
        shown = self._recovery or self._secret
        self.setFocusProxy(shown)
        shown.setFocus()

    def _allow_typing(self, allowed: bool) -> None:
        for part in (self._secret, self._recovery, self._unlock):
            if part is not None:
                part.setEnabled(allowed)

    def _on_unlock(self) -> None:
        if self._person is None or not self._unlock.isEnabled():
            return
        if self._recovery is not None:
            self._give_code(self._person, self._recovery)
        elif self.asks_for_pin() and not _is_digits(self._secret.text()) and self._secret.text():
            self.show_problem(self.tr("A PIN has only digits. This was not counted as a try."))
        elif self._secret.text():
            self.set_busy(True)
            given = self.pin_given if self.asks_for_pin() else self.passphrase_given
            given.emit(self._person.id, self._secret.text())

    def _give_code(self, person: Person, recovery: RecoveryPanel) -> None:
        if recovery.complete():
            self.set_busy(True)
            self.recovery_given.emit(person.id, recovery.code.text(), recovery.fresh.passphrase())

    def _on_typed(self, text: str) -> None:
        if len(text) == 1:
            self.typing_began.emit()

    def _on_recover(self) -> None:
        from mbb_desktop.ui.recovery_panel import RecoveryPanel

        self._recovery = RecoveryPanel(self._rule)
        self._rows.addWidget(self._recovery)
        self._says.show_text("")
        self._ask()

    def _on_other(self) -> None:
        if self._recovery is None:
            self._full_lock = True
        else:
            self._recovery.hide()
            self._recovery.deleteLater()
            self._recovery = None
        self._ask()

    def _on_switch(self) -> None:
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for person in self._people:
            action = menu.addAction(f"{person.name}   {person.role}".strip())
            action.triggered.connect(partial(self.show_person, person))
        menu.popup(self._switch.mapToGlobal(self._switch.rect().bottomLeft()))

    def _on_second_passed(self, passed: int = 1) -> None:
        self._seconds -= passed
        if self._seconds > 0:
            left = self.tr("{0} s left.").format(self._seconds)
            self._says.show_text(f"{self._sentence} {left}", "danger", "clock")
            return
        self._waiting.stop()
        self._says.show_text("")
        self._allow_typing(True)
        self._focus()


def _is_digits(typed: str) -> bool:
    return typed.isascii() and typed.isdigit()


def _initials(name: str) -> str:
    parts = [part for part in name.replace(".", " ").split() if part not in ("Dr", "RN", "RT")]
    return "".join(part[0].upper() for part in (parts[:1] + parts[-1:] if len(parts) > 1 else parts))

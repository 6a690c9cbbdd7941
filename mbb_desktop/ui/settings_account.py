"""The own account: a new passphrase, a new signing PIN; and how this computer shows things."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.settings import APPEARANCE, LANGUAGE, TEXT_PERCENT, BadSettings, Settings
from mbb_desktop.storage.errors import WrongPassphrase
from mbb_desktop.storage.passphrase import passphrase_problem
from mbb_desktop.ui import language
from mbb_desktop.ui.editors import ChoiceEditor, SecretEditor
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.new_passphrase import NewPassphrase
from mbb_desktop.ui.parts import Button, Card, Notice, card, help_text, line, stack, strong
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.keep_clinic import change_own_passphrase
from mbb_desktop.workflow.signing import pin_problem, set_own_pin


class AccountSettings(QWidget):
    """Everybody has this. Both changes ask for the passphrase of now."""

    emergency_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        column = stack(self, spacing=12, margins=(20, 16, 20, 16))
        self.old = SecretEditor()
        self._old = Field(self.tr("Passphrase now"), self.old)
        self.new = NewPassphrase(passphrase_problem, lambda: [session.user.name])
        self._said = Notice("", "ok", "circle-check")
        column.addWidget(self._passphrase_card())
        self.old_for_pin = SecretEditor()
        self.new_pin, self.again = SecretEditor(digits_only=True), SecretEditor(digits_only=True)
        self._pin_fields = (
            Field(self.tr("Your passphrase"), self.old_for_pin),
            Field(self.tr("New PIN"), self.new_pin, self.tr("4 to 8 digits.")),
            Field(self.tr("New PIN again"), self.again),
        )
        self._pin_said = Notice("", "ok", "circle-check")
        column.addWidget(self._pin_card())
        if session.may(Permission.EMERGENCY_ACCESS) and not session.may(Permission.OPEN_CHART):
            column.addWidget(self._emergency_card())
        column.addStretch()

    def _emergency_card(self) -> Card:
        frame = card(self.tr("Emergency access"))
        said = self.tr("Your role opens no charts. In an emergency you can read and print them for a while.")
        ask = Button(self.tr("Open charts in an emergency"), icon="triangle-alert")
        ask.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        ask.clicked.connect(self.emergency_asked)
        frame.body.addWidget(help_text(said))
        frame.body.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def leaving(self) -> None:
        """Forget what was typed."""
        for editor in (self.old, self.old_for_pin, self.new_pin, self.again):
            editor.wipe()
        self.new.wipe()

    def texts(self) -> tuple[str, str]:
        """What is said about the passphrase and about the PIN."""
        return self._said.text(), self._pin_said.text()

    def old_said(self) -> str:
        """What is said under the passphrase that is used now."""
        return self._old.sentence()

    def _passphrase_card(self) -> Card:
        frame = card(self.tr("Passphrase"))
        for part in (self._old, strong(self.tr("The new one")), self.new, self._said):
            frame.body.addWidget(part)
        frame.body.addLayout(_at_right(self.tr("Change the passphrase"), self._change_passphrase))
        return frame

    def _pin_card(self) -> Card:
        frame = card(self.tr("Signing PIN"))
        row = line(spacing=16)
        for field in self._pin_fields:
            row.addWidget(field, 1)
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        frame.body.addLayout(row)
        frame.body.addWidget(self._pin_said)
        frame.body.addLayout(_at_right(self.tr("Set the PIN"), self._change_pin))
        return frame

    def _change_passphrase(self) -> None:
        self._said.show_text("")
        self._old.show_problem("" if self.old.text() else self.tr("Enter the passphrase that you use now."))
        if self.new.show_problems() or not self.old.text():
            return
        changing = self._session.do(change_own_passphrase, self.old.text(), self.new.passphrase())
        changing.then(self._on_passphrase).failed(self._passphrase_refused)

    def _on_passphrase(self, _done: None) -> None:
        self.old.wipe()
        self.new.wipe()
        said = self.tr("Changed. Use the new passphrase from the next unlock on.")
        self._said.show_text(said, "ok", "circle-check")

    def _passphrase_refused(self, error: Exception) -> None:
        if isinstance(error, WrongPassphrase):
            self._old.show_problem(self.tr("This is not your passphrase. Nothing was changed."))
            return
        said = explain(error) or self.tr("It was not changed. Try again.")
        self._said.show_text(said, "danger", "circle-alert")

    def _change_pin(self) -> None:
        self._pin_said.show_text("")
        nobody = "" if self.old_for_pin.text() else self.tr("Enter your passphrase.")
        weak = pin_problem(self.new_pin.text()) or ""
        differ = "" if self.new_pin.text() == self.again.text() else self.tr("The two are not the same.")
        for field, sentence in zip(self._pin_fields, (nobody, weak, "" if weak else differ), strict=True):
            field.show_problem(sentence)
        if nobody or weak or differ:
            return
        setting = self._session.do(set_own_pin, self.old_for_pin.text(), self.new_pin.text())
        setting.then(lambda _done: self._on_pin(), self).failed(self._pin_refused)

    def _on_pin(self) -> None:
        for editor in (self.old_for_pin, self.new_pin, self.again):
            editor.wipe()
        self._pin_said.show_text(self.tr("The new PIN is in force."), "ok", "circle-check")

    def _pin_refused(self, error: Exception) -> None:
        if isinstance(error, WrongPassphrase):
            said = self.tr("This is not your passphrase. Nothing was changed.")
        else:
            said = explain(error) or self.tr("It was not changed. Try again.")
        self._pin_fields[0].show_problem(said)


class AppearanceSettings(QWidget):
    """Colours and text size of this computer, applied at once."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        looks = [
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("high contrast", self.tr("High contrast")),
            ("high contrast dark", self.tr("High contrast, dark")),
        ]
        self.look: ChoiceEditor[str] = ChoiceEditor(looks)
        self.look.set_value(settings.get(APPEARANCE))
        languages = [("system", self.tr("As the system")), *language.NAMES.items()]
        self.language: ChoiceEditor[str] = ChoiceEditor(languages)
        self.language.set_value(settings.get(LANGUAGE))
        self.text_size: ChoiceEditor[int] = ChoiceEditor([(p, f"{p} %") for p in (90, 100, 110, 125, 150)])
        known = settings.get(TEXT_PERCENT)
        self.text_size.set_value(known if known in (90, 100, 110, 125, 150) else None)
        self._wrong = Notice("", "danger", "circle-alert")
        frame = card(self.tr("This computer"))
        stack(self, margins=(20, 16, 20, 16)).addWidget(frame, 0, Qt.AlignmentFlag.AlignTop)
        for part in (
            Field(self.tr("Colors"), self.look),
            Field(self.tr("Text size"), self.text_size),
            self._wrong,
            help_text(self.tr("These apply at once, to everybody who uses this computer account.")),
            Field(self.tr("Language"), self.language),
            help_text(
                self.tr(
                    "It changes when the screen is locked, or the program is started. Records and papers "
                    "keep their language. The Spanish of the screens is not yet approved by a translator."
                )
            ),
        ):
            frame.body.addWidget(part)
        self.look.edited.connect(self._apply)
        self.language.edited.connect(self._apply)
        self.text_size.edited.connect(self._apply)

    def _apply(self) -> None:
        look, percent = self.look.value(), self.text_size.value()
        try:
            if look is not None:
                self._settings.put(APPEARANCE, look)
            if (spoken := self.language.value()) is not None:
                self._settings.put(LANGUAGE, spoken)
            if percent is not None:
                self._settings.put(TEXT_PERCENT, percent)
        except (OSError, BadSettings) as error:
            self._wrong.show_text(explain(error) or str(error), "danger", "circle-alert")
            return
        self._wrong.show_text("")
        self.look.set_value(self._settings.get(APPEARANCE))
        self.changed.emit()


def _at_right(verb: str, run: Callable[[], object]) -> QHBoxLayout:
    row = line()
    button = Button(verb, "primary")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda _on=False: run())
    row.addStretch()
    row.addWidget(button)
    return row

"""The PIN or passphrase asked at each signature, and what is said when it is wrong."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.ui.editors import SecretEditor
from mbb_desktop.ui.messages import announce, explain
from mbb_desktop.ui.parts import help_text, line, put, stack, words

_LONGEST = 1_000


class PinRow(QWidget):
    """A field for the PIN; Enter in it signs."""

    entered = Signal(str)

    def __init__(self, beside: str) -> None:
        super().__init__()
        column = stack(self, spacing=4)
        self._label = words(self.tr("Your signing PIN"), "fieldLabel")
        column.addWidget(self._label)
        self.field = SecretEditor(digits_only=True)
        self.field.name(self.tr("Your signing PIN"))
        self.field.line.setMaxLength(8)
        self.field.set_width(140)
        self.field.line.goes_on = False
        self.field.line.entered.connect(self._on_enter)
        row = line()
        row.addWidget(self.field)
        row.addStretch()
        column.addLayout(row)
        self._below = help_text(beside)
        column.addWidget(self._below)

    def ask_passphrase(self) -> None:
        """The clinic asks for the passphrase instead."""
        self._label.setText(self.tr("Your passphrase"))
        self.field.name(self.tr("Your passphrase"))
        self.field.take_any_sign()
        self.field.line.setMaxLength(_LONGEST)
        self.field.set_width(300)

    def pin(self) -> str:
        """What was typed."""
        return self.field.text()

    def focus(self) -> None:
        """Put the cursor into the field."""
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: Exception) -> bool:
        """Say why it was not signed, and wipe the field; False for a mistake of the program."""
        sentence = explain(error)
        self.field.wipe()
        self._below.setText(sentence or "")
        put(self._below, "tone", "danger")
        announce(self, sentence or "")
        QTimer.singleShot(0, self, self.focus)  # after Enter has gone where it goes
        return sentence is not None

    def sentence(self) -> str:
        """What is said about the last try."""
        return self._below.text()

    def _on_enter(self) -> None:
        if self.pin():
            self.entered.emit(self.pin())

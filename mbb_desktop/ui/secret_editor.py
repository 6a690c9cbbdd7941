"""Type a passphrase or a PIN."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from mbb_desktop.ui.editor import LineEditor
from mbb_desktop.ui.not_understood import NotUnderstood
from mbb_desktop.ui.parts import Button


class SecretEditor(LineEditor[str]):
    """A passphrase or PIN: hidden, shown on demand, pasted if wished; never trimmed."""

    def __init__(self, digits_only: bool = False) -> None:
        super().__init__("")
        self._digits_only = digits_only
        hidden = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.line.setInputMethodHints(hidden)
        self._eye = Button(self.tr("Show"), "quiet", "eye")
        self._eye.clicked.connect(self._on_eye)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._eye)
        if isinstance(layout, QHBoxLayout):
            layout.addStretch()  # beside a narrow line the eye stays as small as it is
        self._hide(True)

    def read(self, text: str) -> str:
        if self._digits_only and text and not (text.isascii() and text.isdigit()):
            raise NotUnderstood(self.tr("A PIN has only digits."))
        return text

    def written(self, value: str) -> str:
        return value

    def takes_any_sign(self) -> bool:
        """Whether it is a passphrase, not a PIN."""
        return not self._digits_only

    def take_any_sign(self) -> None:
        """It is a passphrase after all."""
        self._digits_only = False

    def wipe(self) -> None:
        """Forget what was typed, its undo history too, and hide again."""
        self.line.setText("")
        self._hide(True)

    def _hide(self, hidden: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        self._eye.show_icon("eye" if hidden else "eye-off")
        self._eye.say(self.tr("Show") if hidden else self.tr("Hide"))

    def _on_eye(self) -> None:
        self._hide(self.line.echoMode() == QLineEdit.EchoMode.Normal)

"""Come back in with the recovery code, and choose a new passphrase."""

from PySide6.QtWidgets import QWidget

from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.new_passphrase import NewPassphrase, PassphraseRule
from mbb_desktop.ui.parts import stack
from mbb_desktop.ui.record_form import Field


class RecoveryPanel(QWidget):
    """The code is checked elsewhere; the new passphrase here, by the rule."""

    def __init__(self, rule: PassphraseRule) -> None:
        super().__init__()
        self.code = TextEditor(max_length=120)
        self.fresh = NewPassphrase(rule, label=self.tr("New passphrase"))
        column = stack(self, spacing=10)
        column.addWidget(Field(self.tr("Recovery code, eight groups and the check character"), self.code))
        column.addWidget(self.fresh)
        self.setFocusProxy(self.code)

    def complete(self) -> bool:
        """Whether there is a code and a good new passphrase; says what is wrong with it."""
        return bool(self.code.text()) and not self.fresh.show_problems()

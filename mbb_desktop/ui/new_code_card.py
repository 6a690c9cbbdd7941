"""The recovery code replaced from the settings."""

from functools import partial

from PySide6.QtCore import Qt

from mbb_desktop.settings import Settings
from mbb_desktop.storage.errors import WrongPassphrase
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import SecretEditor
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.new_code import NewCode
from mbb_desktop.ui.parts import Button, Notice, body
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.recovery_sheet import print_code, save_code
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.keep_clinic import replace_recovery_code
from mbb_desktop.workflow.unlock import new_code


class NewCodeCard(DialogCard):
    """A new recovery code in place of the one that was lost or seen by somebody."""

    def __init__(self, session: Session, window: MainWindow, settings: Settings) -> None:
        super().__init__(window, self.tr("New recovery code"), wide=560)
        self._session = session
        self.fresh = NewCode(new_code())
        self.fresh.save_asked.connect(partial(save_code, window))
        self.fresh.print_asked.connect(partial(print_code, window, settings))
        self.own = SecretEditor()
        self._own = Field(self.tr("Your own passphrase"), self.own)
        self._notice = Notice("", "danger", "circle-alert")
        said = self.tr("The former code opens nothing any more once this one is in force.")
        for part in (body(said), self.fresh, self._own, self._notice):
            self.body.addWidget(part)
        cancel, self._save = Button(self.tr("Cancel")), Button(self.tr("Put in force"), "primary")
        cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._on_save)
        for button in (cancel, self._save):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)

    def _on_save(self) -> None:
        self._own.show_problem("" if self.own.text() else self.tr("Enter the passphrase that you use now."))
        if not self.fresh.typed_back() or not self.own.text():
            return
        self._save.setEnabled(False)
        replacing = self._session.do(replace_recovery_code, self.fresh.code, self.own.text())
        replacing.then(lambda _done: self.accept(), self).failed(self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._save.setEnabled(True)
        if type(error) is WrongPassphrase:
            self._own.show_problem(self.tr("This is not your passphrase. Nothing was changed."))
            return
        said = explain(error) or self.tr("The former code stays in force. Try again.")
        self._notice.show_text(said, "danger", "circle-alert")

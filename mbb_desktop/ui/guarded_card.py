"""A change of somebody's access: an unattended screen is not enough, the own passphrase is asked for."""

from abc import abstractmethod

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mbb_desktop.storage.errors import WrongPassphrase
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import SecretEditor
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, body
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Pending, Session


class GuardedCard(DialogCard):
    """Puts `content` in force with the passphrase of who asks; a wrong one is said and changes nothing."""

    def __init__(self, session: Session, window: QWidget, title: str, said: str, wide: int = 480) -> None:
        super().__init__(window, title, wide)
        self._session = session
        self.own = SecretEditor()
        self._own = Field(self.tr("Your own passphrase"), self.own)
        self._notice = Notice("", "danger", "circle-alert")
        self.body.addWidget(body(said))
        cancel, self._save = Button(self.tr("Cancel")), Button(self.tr("Put in force"), "primary")
        cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._on_save)
        for button in (cancel, self._save):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)

    def guard(self, content: QWidget) -> None:
        """Show what is put in force, and ask for the passphrase below it."""
        for part in (content, self._own, self._notice):
            self.body.addWidget(part)

    @abstractmethod
    def ready(self) -> bool:
        """Whether what was typed can be put in force; says what is wrong."""

    @abstractmethod
    def acting(self, own: str) -> Pending[None]:
        """Begin, with the passphrase of who asks."""

    def wipe(self) -> None:
        """Forget what was typed."""
        self.own.wipe()

    def _on_save(self) -> None:
        self._own.show_problem("" if self.own.text() else self.tr("Enter the passphrase that you use now."))
        if not self.ready() or not self.own.text():
            return
        self._save.setEnabled(False)
        self.acting(self.own.text()).then(lambda _done: self._on_done(), self).failed(self._on_failed)

    def _on_done(self) -> None:
        self.wipe()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._save.setEnabled(True)
        if type(error) is WrongPassphrase:
            self._own.show_problem(self.tr("This is not your passphrase. Nothing was changed."))
            return
        said = str(error) if type(error) is ValueError else explain(error)
        self._notice.show_text(said or self.tr("It was not changed. Try again."), "danger", "circle-alert")

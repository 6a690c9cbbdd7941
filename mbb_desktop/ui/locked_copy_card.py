"""Ask for the password of a copy that leaves the house; it is kept nowhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.storage.passphrase import normal, passphrase_problem
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.new_passphrase import NewPassphrase
from mbb_desktop.ui.parts import Button, Notice, help_text


class LockedCopyCard(DialogCard):
    """`chosen` gives the password, once."""

    chosen = Signal(str)

    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(window, self.tr("Save a locked copy"))
        self.password = NewPassphrase(passphrase_problem, lambda: [name], self.tr("Passphrase of this copy"))
        told = self.tr(
            "Nobody opens the copy without this passphrase, and the program keeps it nowhere: write it down. "
            "Tell it to the receiver by telephone, never in the same message."
        )
        copy = self.tr("It is a copy. What archives keep is the paper itself, saved without one.")
        self.body.addWidget(help_text(told))
        self.body.addWidget(self.password)
        self.body.addWidget(Notice(copy, "info", "info"))
        cancel, self._choose = Button(self.tr("Cancel")), Button(self.tr("Choose where"), "primary", "lock")
        cancel.clicked.connect(self.reject)
        self._choose.clicked.connect(self._on_choose)
        for button in (cancel, self._choose):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        self._choose.setDefault(True)
        self.password.setFocus()

    def done(self, result: int) -> None:
        self.password.wipe()
        super().done(result)

    def _on_choose(self) -> None:
        if self.password.show_problems():
            self.fit()
            return
        password = normal(self.password.passphrase())
        self.accept()
        self.chosen.emit(password)

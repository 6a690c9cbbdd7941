"""Add to a signed paper: what, why, and the PIN."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import LongTextEditor, TextEditor
from mbb_desktop.ui.parts import Button, body
from mbb_desktop.ui.pin_row import PinRow
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.issue_addendum import sign_addendum
from mbb_desktop.workflow.signing import WrongPin


class AddendumCard(DialogCard):
    """The signed paper stays as it is; the addendum is a paper of its own beside it."""

    signed = Signal(object)  # SignedDocument
    locked_out = Signal()

    def __init__(self, session: Session, window: QWidget, paper: SignedDocument) -> None:
        super().__init__(window, window.tr("Addendum to {0}").format(paper.number), wide=560)
        self._session, self._paper = session, paper
        self.text = LongTextEditor(self.tr("What is to be added or corrected"), lines=5)
        self.reason = TextEditor(self.tr("why it is added"), max_length=300)
        self.pin = PinRow(self.tr("The addendum is signed and printed by itself."))
        self.pin.entered.connect(self._sign)
        self.body.addWidget(body(self.tr("The signed paper stays as it is. Both are printed.")))
        self.body.addWidget(Field(self.tr("Text"), self.text))
        self.body.addWidget(Field(self.tr("Reason"), self.reason))
        self.body.addWidget(self.pin)
        back = Button(self.tr("Cancel"), "large")
        back.clicked.connect(self.reject)
        self.sign = Button(self.tr("Sign the addendum"), "primary", "lock", self.tr("Enter"))
        self.sign.clicked.connect(lambda: self._sign(self.pin.pin()))
        for button in (back, self.sign):
            self.buttons.addWidget(button)

    def _sign(self, pin: str) -> None:
        self.sign.setEnabled(False)
        signing = self._session.do(sign_addendum, self._paper.id, self.text.value(), self.reason.value(), pin)
        signing.changes("paper", patient_id=self._paper.patient_id)
        signing.then(self._on_signed).failed(self._on_failed)

    def _on_signed(self, paper: SignedDocument) -> None:
        self.signed.emit(paper)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.sign.setEnabled(True)
        self.pin.refuse(error)
        if isinstance(error, WrongPin) and not error.left:
            self.locked_out.emit()

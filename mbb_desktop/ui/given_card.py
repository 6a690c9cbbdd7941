"""Record who received a signed paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.receipt import Receipt
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, body
from mbb_desktop.ui.receiver_fields import ReceiverFields
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.correct import record_receipt


class GivenCard(DialogCard):
    """Kept for good: it is how a correction reaches everybody who has the paper."""

    recorded = Signal(object)

    def __init__(self, session: Session, window: QWidget, paper: SignedDocument) -> None:
        super().__init__(window, window.tr("Who received {0}?").format(paper.number), wide=460)
        self._session, self._paper = session, paper
        self.fields = ReceiverFields(session)
        self.body.addWidget(body(self.tr("The record keeps it, so that a correction can follow.")))
        self.body.addWidget(self.fields)
        for editor in (self.fields.to, self.fields.how):
            editor.edited.connect(self.fit)
        cancel, self.keep = Button(self.tr("Nobody yet")), Button(self.tr("Record"), "primary")
        cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self._on_keep)
        for button in (cancel, self.keep):
            self.buttons.addWidget(button)
        self.keep.setDefault(True)

    def _on_keep(self) -> None:
        if missing := self.fields.missing():
            self.fields.to_field.show_problem(missing)
            return
        given = self.fields.given(self._session.now())
        assert given is not None
        keeping = self._session.do(record_receipt, self._paper.id, given)
        keeping.changes("paper", patient_id=self._paper.patient_id)
        keeping.then(self._on_kept).failed(self._on_refused)

    def _on_kept(self, receipt: Receipt) -> None:
        self.accept()
        self.recorded.emit(receipt)

    def _on_refused(self, error: Exception) -> None:
        self.fields.to_field.show_problem(explain(error) or self.tr("It was not recorded. Try again."))

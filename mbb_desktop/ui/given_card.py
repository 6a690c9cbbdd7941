"""Record who received a signed paper, or a packet with every signed paper in it."""

from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.receipt import Receipt
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, body
from mbb_desktop.ui.receiver_fields import ReceiverFields
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.workflow.correct import record_receipt
from mbb_desktop.workflow.make_packet import Packet
from mbb_desktop.workflow.print_papers import record_packet


class GivenCard(DialogCard):
    """Kept for good: it is how a correction reaches everybody who has the paper."""

    def __init__(self, session: Session, window: QWidget, paper: SignedDocument | Packet) -> None:
        super().__init__(window, window.tr("Who received {0}?").format(_named(paper)), wide=460)
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
        if isinstance(self._paper, Packet):
            keeping: Pending[Receipt] | Pending[tuple[Receipt, ...]] = self._session.do(
                record_packet, self._paper, given
            )
        else:
            keeping = self._session.do(record_receipt, self._paper.id, given)
        keeping.changes("paper", patient_id=self._paper.patient_id)
        keeping.then(self._on_kept).failed(self._on_refused)

    def _on_kept(self, _receipts: object) -> None:
        self.accept()

    def _on_refused(self, error: Exception) -> None:
        self.fields.to_field.show_problem(explain(error) or self.tr("It was not recorded. Try again."))


def _named(paper: SignedDocument | Packet) -> str:
    return paper.name if isinstance(paper, Packet) else paper.number

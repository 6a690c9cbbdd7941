"""Ask an attending to co-sign: again after a return, or another one than before."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, body
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.cosign import ask_again, attendings_for, needs_reason


class AskAttendingCard(DialogCard):
    """`asked` with the paper as it stands then. Nobody is chosen at the start."""

    asked = Signal(object)

    def __init__(self, session: Session, window: QWidget, paper: SignedDocument) -> None:
        super().__init__(window, window.tr("Who is to co-sign {0}?").format(paper.number))
        self._session, self._paper = session, paper
        self.attending: ChoiceEditor[UUID] = ChoiceEditor([], False, self.tr("Choose the attending"))
        self.reason = TextEditor()
        self._says_why = needs_reason(session.user, paper)
        self._notice = Notice("", "danger", "circle-alert")
        self.body.addWidget(body(self.tr("The paper then waits for this attending, and for nobody else.")))
        self.body.addWidget(Field(self.tr("Attending"), self.attending))
        if self._says_why:
            self.body.addWidget(Field(self.tr("Why you take it over"), self.reason))
        self.body.addWidget(self._notice)
        cancel, self._ask = Button(self.tr("Cancel")), Button(self.tr("Ask"), "primary")
        cancel.clicked.connect(self.reject)
        self._ask.clicked.connect(self._on_ask)
        self._ask.setEnabled(False)
        for button in (cancel, self._ask):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        for editor in (self.attending, self.reason):
            editor.edited.connect(lambda: self._ask.setEnabled(self._ready()))
        session.do(attendings_for, paper.id).then(self._offer, receiver=self)
        self.attending.setFocus()

    def _ready(self) -> bool:
        said = bool(self.reason.value().strip()) or not self._says_why
        return said and self.attending.value() is not None

    def _offer(self, found: Sequence[User]) -> None:
        self.attending.offer([(user.id, user.signs_as) for user in found])

    def _on_ask(self) -> None:
        chosen = self.attending.value()
        if chosen is None:
            return
        self._ask.setEnabled(False)
        asking = self._session.do(ask_again, self._paper.id, chosen, self.reason.value())
        asking.changes("paper", "block", patient_id=self._paper.patient_id)
        asking.then(self._on_done, self).failed(self._on_failed)

    def _on_done(self, paper: SignedDocument) -> None:
        self.accept()
        self.asked.emit(paper)

    def _on_failed(self, error: Exception) -> None:
        self._ask.setEnabled(True)
        said = explain(error) or self.tr("Nobody was asked. Try again.")
        self._notice.show_text(said, "danger", "circle-alert")
        self.fit()

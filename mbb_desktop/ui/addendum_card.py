"""Add to a signed paper: what, why, and the PIN."""

from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.ui.dialog_card import CardPlace
from mbb_desktop.ui.editors import LongTextEditor, TextEditor
from mbb_desktop.ui.parts import Button, body
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.ui.signing_card import SigningCard
from mbb_desktop.ui.supervision_field import supervision_field
from mbb_desktop.workflow.issue_addendum import sign_addendum


class AddendumCard(SigningCard):
    """The signed paper stays as it is; the addendum is a paper of its own beside it."""

    def __init__(self, session: Session, window: QWidget, paper: SignedDocument) -> None:
        super().__init__(
            session,
            window,
            window.tr("Addendum to {0}").format(paper.number),
            window.tr("The addendum is signed and printed by itself."),
            wide=560,
        )
        self._paper = paper
        self.text = LongTextEditor(self.tr("What is to be added or corrected"), lines=5)
        self.reason = TextEditor(self.tr("why it is added"), max_length=300)
        self.body.addWidget(
            body(
                self.tr(
                    "The signed paper stays as it is. The addendum is a paper of its own beside it: whoever "
                    "gets the one needs the other."
                )
            )
        )
        self._fields = (Field(self.tr("Text"), self.text), Field(self.tr("Reason"), self.reason))
        for field in self._fields:
            self.body.addWidget(field)
        self.supervision = supervision_field(session, self.tr("I write this under supervision."))
        if self.supervision is not None:
            self.body.addWidget(self.supervision)
        self.body.addWidget(self.pin)
        back = Button(self.tr("Cancel"), "large")
        back.clicked.connect(self.reject)
        self.sign.say(self.tr("Sign the addendum"))
        for button in (back, self.sign):
            self.buttons.addWidget(button)

    def is_unfinished(self) -> bool:
        return bool(self.text.value() or self.reason.text())

    def _place(self) -> CardPlace:
        paper, typed = self._paper, (self.text.value(), self.reason.text())
        return CardPlace("addendum", paper.patient_id, paper.id, typed)

    def resume(self, typed: object) -> None:
        """What was typed before a lock."""
        if isinstance(typed, tuple):
            self.text.set_value(typed[0])
            self.reason.set_value(typed[1])

    def ready(self) -> bool:
        said = self.tr("Write what is to be added."), self.tr("Write why it is added.")
        empty = [not editor.text().strip() for editor in (self.text, self.reason)]
        for field, missing, sentence in zip(self._fields, empty, said, strict=True):
            field.show_problem(sentence if missing else "")
        self.fit()
        if any(empty):
            (self.text if empty[0] else self.reason).setFocus()
            return False
        if self.supervision is None or not self.supervision.missing():
            return True
        self.supervision.setFocus()
        return False

    def signing(self, pin: str) -> Pending[SignedDocument]:
        text, reason, known = self.text.value(), self.reason.value(), self.gaps_known()
        said = self.supervision.supervised() if self.supervision else None
        doing = self._session.do(
            sign_addendum, self._paper.id, text, reason, pin, supervised=said, gaps_known=known
        )
        return doing.changes("paper", "block", patient_id=self._paper.patient_id)

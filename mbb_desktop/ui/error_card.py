"""Mark a signed paper as entered in error: who it is about, what of it, why, who is told, and the PIN."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.ui.choices import ChoiceEditor, MultiChoice
from mbb_desktop.ui.dialog_card import CardPlace
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.paper_question_card import PaperQuestionCard
from mbb_desktop.ui.parts import Button, Notice, appear
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.workflow.mark_error import ErrorQuestion, error_question, mark_in_error


@dataclass(frozen=True, slots=True)
class _Typed:
    reason: str
    whole: bool | None
    joints: tuple[JointSide, ...]


class ErrorCard(PaperQuestionCard):
    """The paper stays as it was signed; the notice of error is a paper of its own. Nothing takes it back."""

    def __init__(self, session: Session, window: QWidget, paper: SignedDocument) -> None:
        super().__init__(
            session,
            window,
            paper,
            window.tr("Mark {0} as entered in error").format(paper.number),
            window.tr("Nobody can take this back. A correction is a new record."),
            window.tr("Reading the paper"),
            wide=720,
        )
        self._typed: _Typed | None = None
        self.joints: MultiChoice[JointSide] | None = None
        self.reason = TextEditor(self.tr("what is wrong with it"), max_length=300)
        back = Button(self.tr("Cancel"), "large")
        back.clicked.connect(self.reject)
        self.sign.say(self.tr("Mark as entered in error"))
        for button in (back, self.sign):
            self.buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        session.do(error_question, paper.id).then(self._on_question).failed(self._on_unreadable)

    # Building

    def _on_question(self, question: ErrorQuestion) -> None:
        paper = question.paper
        about = f"{paper.kind.value} {paper.number}, {show_date(paper.signed_at.date())}, {paper.signer}"
        self._identify(question.patient, question.similar, about)
        self._build_extent(question)
        self.body.addWidget(Field(self.tr("Reason"), self.reason))
        for said in self._consequences(question):
            self.body.addWidget(Notice(said, "info", "info"))
        self.body.addWidget(self.pin)
        self.body.addWidget(self.problem)
        self.reason.edited.connect(self._tell)
        self._tell()
        if self._typed is not None:
            self._fill(self._typed)
        (self.twin.first_input() if self.twin else self.reason.inputs()[0]).setFocus()
        self.fit()

    def _build_extent(self, question: ErrorQuestion) -> None:
        """Nothing is chosen at the start: the whole note, or only what it says of some joints."""
        if not question.joints:
            return
        choices = [
            (True, self.tr("The whole note")),
            (False, self.tr("Not diagnostic for some joints")),
        ]
        self.extent: ChoiceEditor[bool] = ChoiceEditor(choices)
        self.joints = MultiChoice([(p, f"{p.joint} {p.side.value}") for p in question.joints], columns=2)
        self._joints_field = Field(self.tr("Joints that were not tested"), self.joints)
        self.body.addWidget(Field(self.tr("What is wrong"), self.extent))
        self.body.addWidget(self._joints_field)
        appear(self._joints_field, False)
        self.extent.edited.connect(self._tell)
        self.joints.edited.connect(self._tell)

    def _consequences(self, question: ErrorQuestion) -> list[str]:
        said = []
        if question.with_it:
            fallen = listed([paper.number for paper in question.with_it])
            said.append(self.tr("With the whole note falls {0}.").format(fallen))
        if question.resting:
            resting = listed([paper.number for paper in question.resting])
            said.append(self.tr("{0} may rest on it. Look whether it has to be marked too.").format(resting))
        told = listed(list(dict.fromkeys(each.to for each in question.received)))
        if told:
            said.append(self.tr("Received by {0}: a correction notice is signed for each.").format(told))
        else:
            said.append(self.tr("Nobody is recorded to have received it, so no correction notice is made."))
        return said

    # Signing

    def _is_partial(self) -> bool:
        return self.joints is not None and self.extent.value() is False

    def chosen_joints(self) -> tuple[JointSide, ...]:
        """The joints that were not tested; none for the whole paper."""
        return self.joints.value() if self.joints is not None and self._is_partial() else ()

    def _undecided(self) -> str:
        if self.joints is not None and self.extent.value() is None:
            return self.tr("Choose what is wrong.")
        if self._is_partial() and not self.chosen_joints():
            return self.tr("Choose the joints that were not tested.")
        if not self.reason.value().strip():
            return self.tr("Write why it is an error.")
        return ""

    def _tell(self) -> None:
        missing = self.missing()
        if self.joints is not None:
            self._joints_field.setVisible(self._is_partial())
            self.fit()
        self.problem.show_text(missing, "warn", "info")
        self.sign.setEnabled(not missing)

    def is_unfinished(self) -> bool:
        return bool(self.reason.text())

    def _place(self) -> CardPlace:
        """The question about the person is not kept: it is asked again."""
        whole = self.extent.value() if self.joints is not None else None
        typed = _Typed(self.reason.text(), whole, self.chosen_joints())
        return CardPlace("error", self._paper.patient_id, self._paper.id, typed)

    def resume(self, typed: object) -> None:
        """What was typed before a lock, once the paper has been read again."""
        if not isinstance(typed, _Typed):
            return
        self._typed = typed
        if self._read:
            self._fill(typed)

    def _fill(self, typed: _Typed) -> None:
        self.reason.set_value(typed.reason)
        if self.joints is not None:
            self.extent.set_value(typed.whole)
            self.joints.set_value(typed.joints)
        self._tell()

    def signing(self, pin: str) -> Pending[SignedDocument]:
        marking = self._session.do(
            mark_in_error, self._paper.id, self.reason.value(), pin, self.chosen_joints()
        )
        return marking.changes("paper", "block", "response", patient_id=self._paper.patient_id)

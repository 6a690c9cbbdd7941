"""Co-sign a learner's paper, or return it: the record read back, what is attested or why not, the PIN."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbb_desktop.clinical.cosignature import Attestation
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.performed import say_places
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui import read_back
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.editors import LongTextEditor
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.paper_question_card import PaperQuestionCard
from mbb_desktop.ui.parts import Button, CheckBox, Notice, appear, body, help_text, stack, strong
from mbb_desktop.ui.read_back_frame import read_back_frame
from mbb_desktop.ui.read_to_end import ReadToEnd
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.ui.statement_choice import StatementChoice
from mbb_desktop.workflow.cosign import CosignQuestion, cosign, cosign_question, return_paper
from mbb_desktop.workflow.knowledge import formulary


class CosignCard(PaperQuestionCard):
    """Nothing is chosen at the start: neither to co-sign nor to return, and no statement.

    What was signed has to be shown to its end before it is co-signed; it may be returned as soon as something
    in it is wrong.
    """

    def __init__(self, session: Session, window: QWidget, paper: SignedDocument) -> None:
        super().__init__(
            session,
            window,
            paper,
            window.tr("Co-sign {0}").format(paper.number),
            window.tr("What the learner signed stays as it is. It cannot be changed, only added to."),
            window.tr("Reading what was signed"),
            wide=664,
        )
        self._hindered = ""
        self.read: ReadToEnd | None = None
        self.act: ChoiceEditor[bool] = ChoiceEditor(
            [(True, self.tr("Co-sign")), (False, self.tr("Return to the learner"))]
        )
        self.reason = LongTextEditor(self.tr("what is wrong, and what you ask for"), lines=3)
        back = Button(self.tr("Close"), "large")
        back.clicked.connect(self.reject)
        self.sign.say(self.tr("Co-sign"))
        self.buttons.insertWidget(0, self.pin, 1)
        for button in (back, self.sign):
            self.buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        session.do(cosign_question, paper.id).then(self._on_question).failed(self._on_unreadable)

    # Building

    def _on_question(self, question: CosignQuestion) -> None:
        self._hindered = question.hindered
        self._identify(question.patient, question.similar, self._about(question.paper))
        self._build_after(question)
        self.statement: StatementChoice[Attestation] = StatementChoice(
            [(each, each.value) for each in question.statements]
        )
        self._statements = Field(self.tr("You attest"), self.statement)
        self._reason = Field(self.tr("Why it is returned"), self.reason)
        said = localized(Attestation.ADDENDUM.value)
        self.agreed = {each.id: CheckBox(f"{each.number}: {said}") for each in question.addenda if each.open}
        for part in (Field(self.tr("Your decision"), self.act), self._statements):
            self.body.addWidget(part)
        for box in self.agreed.values():
            box.toggled.connect(lambda _on: self._tell())
            self.body.addWidget(box)
        self.body.addWidget(self._reason)
        self.body.addWidget(self.problem)
        record = QWidget()
        column = stack(record)
        column.setSpacing(self.body.spacing())
        self._build_record(question, column)
        self.body.addWidget(record)
        self.read = ReadToEnd(self.scroller, self.pin.field, record)
        self.read.changed.connect(self._say_what_next)
        for editor in (self.act, self.statement, self.reason):
            editor.edited.connect(self._tell)
        self._tell()
        (self.twin.first_input() if self.twin else self.act).setFocus()

    def _about(self, paper: SignedDocument) -> str:
        at = paper.signed_at.astimezone(self._session.now().tzinfo)
        when = f"{show_date(at.date())} {at:%H:%M}"
        return self.tr("{0} {1}, signed by {2}, {3}").format(
            localized(paper.kind.value.capitalize()), paper.number, paper.signer, when
        )

    def _build_after(self, question: CosignQuestion) -> None:
        """What was signed about it since: it is part of what the attending decides on."""
        for each in question.notices:
            told = self.tr("{0}: no test of {1}. {2}")
            said = told.format(each.number, say_places(each.wrong.joints), each.wrong.reason)
            self.body.addWidget(Notice(said, "warn", "triangle-alert"))
        for added in question.addenda:
            told = self.tr("Addendum {0} by {1}: {2} (reason: {3})")
            said = told.format(added.number, added.by, added.said, added.reason)
            self.body.addWidget(Notice(said, "info", "info"))

    def _build_record(self, question: CosignQuestion, column: QVBoxLayout) -> None:
        """From the signed bytes: what the record says now may be something else."""
        if question.block is None:
            column.addWidget(strong(question.said))
            column.addWidget(help_text(self.tr("Reason: {0}").format(question.reason)))
            return
        block, patient = question.block, question.as_signed
        self.facts = read_back.facts(block, patient)
        injected = read_back.injectate_of(block, patient.weight, formulary())
        column.addWidget(read_back_frame(block, injected, self.facts))
        tone, said = read_back.agreement(block)
        column.addWidget(Notice(said, tone, "triangle-alert" if tone == "warn" else "info"))
        if attested := read_back.attested(block, question.paper.signer_id):
            column.addWidget(body(attested))

    # Deciding

    def is_unfinished(self) -> bool:
        return bool(self.reason.value())

    def _undecided(self) -> str:
        if self.act.value() is None:
            return self.tr("Choose whether you co-sign or return it.")
        if self.act.value():
            return self._missing_to_cosign()
        if not self.reason.value().strip():
            return self.tr("Write why you return it.")
        return ""

    def _missing_to_cosign(self) -> str:
        if self._hindered:
            return localized(self._hindered)
        if self.statement.value() is None:
            return self.tr("Choose what you attest.")
        if not all(box.isChecked() for box in self.agreed.values()):
            return self.tr("Read the addendum, and say that you agree with it: both are co-signed as one.")
        return ""

    def _tell(self) -> None:
        missing, returning = self.missing(), self.act.value() is False
        for part in (self._statements, *self.agreed.values()):
            appear(part, self.act.value() is True)
        appear(self._reason, returning)
        self.sign.setEnabled(not missing)
        self._say_what_next()
        self.problem.show_text(missing, "warn", "info")
        self.fit()

    def _has_to_be_read(self) -> bool:
        """Whether it is to be co-signed and its end was not shown yet."""
        return self.act.value() is True and self.read is not None and not self.read.is_done()

    def _say_what_next(self) -> None:
        """The button shows what is below first."""
        reading = self._has_to_be_read() and not self.missing()
        said = self.tr("Return it") if self.act.value() is False else self.tr("Co-sign")
        self.sign.show_hint(self.tr("Space") if reading else self.tr("Enter"))
        self.sign.say(self.tr("Read on") if reading else said)

    def ready(self) -> bool:
        if not super().ready():
            return False
        if self.read is not None and self._has_to_be_read():
            self.read.go_on()
            QTimer.singleShot(0, self.pin, self.pin.focus)  # after Enter has gone where it goes
            return False
        return True

    def signing(self, pin: str) -> Pending[SignedDocument]:
        key, said = self._paper.id, self.statement.value()
        if self.act.value() and said is not None:
            read, known = tuple(self.agreed), self.gaps_known()
            doing = self._session.do(cosign, key, said, pin, reviewed=read, gaps_known=known)
        else:
            doing = self._session.do(return_paper, key, self.reason.value(), pin)
        return doing.changes("paper", "block", patient_id=self._paper.patient_id)

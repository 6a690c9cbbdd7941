"""Signing the diagnostic response: what is computed and why, the physician's own conclusion, and the PIN."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.computed import computed_words, differs
from mbb_desktop.clinical.explain import explain, say_criterion
from mbb_desktop.clinical.installed import stand_in
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.relief_words import say_best, say_run
from mbb_desktop.clinical.response import Conclusion, Response, Series
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.clinical.verdict import SeriesResult
from mbb_desktop.documents.response_facts import ResponseFacts
from mbb_desktop.ui import read_back, theme
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.parts import Button, Notice, body, help_text, rule_line, stack, strong, words
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.ui.signing_card import SigningCard
from mbb_desktop.ui.twin_question import TwinQuestion, who_it_is
from mbb_desktop.workflow.issue_response import (
    conclusion_problem,
    draft_response,
    response_facts,
    sign_response,
)
from mbb_desktop.workflow.keep_patients import Chart

_SERIES_WORDS = {Series.LEFT: "Left", Series.RIGHT: "Right", Series.OVERALL: "Overall"}


class ResponseCard(SigningCard):
    """Nothing is concluded at the start: the computed value stands apart from the physician's own."""

    draft = Signal(object)  # the PDF as bytes

    def __init__(self, window: QWidget, session: Session, chart: Chart, block: Block) -> None:
        super().__init__(
            session,
            window,
            window.tr("Sign the diagnostic response"),
            window.tr("After signing, the response cannot be changed. You can add an addendum."),
            wide=664,
        )
        self._block, self._similar = block, chart.similar
        self._facts: ResponseFacts | None = None
        self.twin: TwinQuestion | None = None
        self._problem = Notice("", "danger", "circle-alert")
        self._loading = help_text(self.tr("Reading the scores"))
        self.body.addWidget(self._loading)
        self.body.addWidget(self._problem)
        back, draft = Button(self.tr("Close"), "large"), Button(self.tr("Preview"), "large")
        back.clicked.connect(self.reject)
        draft.clicked.connect(self._show_draft)
        self.buttons.insertWidget(0, self.pin, 1)
        for button in (back, draft, self.sign):
            self.buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.sign.setEnabled(False)
        session.do(response_facts, block.id).then(self._on_facts).failed(self._on_unreadable)

    # Reading

    def _on_unreadable(self, error: Exception) -> None:
        self._loading.hide()
        self._problem.show_text(str(error), "danger", "circle-alert")

    def _on_facts(self, facts: ResponseFacts) -> None:
        self._facts = facts
        self._loading.hide()
        self._build_identity(facts.patient, self._similar)
        self.body.addWidget(self._computed(facts))
        self._build_conclusion()
        shown = facts.assessed.overall or next(iter(facts.assessed.series), None)
        if shown is not None:
            self.body.addWidget(strong(self.tr("Why")))
            self.body.addLayout(self._why(shown, facts))
        self._tell()
        self.fit()

    # Building

    def _build_identity(self, patient: Patient, similar: Sequence[Patient]) -> None:
        block = self._block
        about = f"{read_back.place(block)}, {show_date(block.performed_on)}"
        if similar:
            self.twin = TwinQuestion(patient, similar, about, self.tr("response"))
            self.twin.answered.connect(lambda _right: self._tell())
            self.body.addWidget(self.twin)
            self.body.addWidget(rule_line())
            return
        self.body.addWidget(who_it_is(patient, about))

    def _computed(self, facts: ResponseFacts) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "soft")
        column = stack(frame, spacing=5, margins=(14, 8, 14, 10))
        on = facts.assessed.block.performed_on
        rules = facts.rule_set.named_on(on) if facts.rule_set else ""
        column.addWidget(
            help_text(self.tr("Computed from the scores under {0}, rule {1}").format(rules, facts.rule_id))
        )
        if facts.rule_set and (said := stand_in(facts.assessed.block.rule_set, facts.rule_set)):
            column.addWidget(Notice(said, "warn", "triangle-alert"))
        for result in facts.assessed.series:
            column.addWidget(strong(f"{_SERIES_WORDS[result.series]}: {result.title}"))
            measures = result.measures
            column.addWidget(
                body(f"{say_best(measures)}. {say_run(measures)}: {say_criterion(result, facts.rule_set)}.")
            )
        if not facts.assessed.sides_rated:
            column.addWidget(body(self.tr("Sides were not rated separately.")))
        return frame

    def _why(self, result: SeriesResult, facts: ResponseFacts) -> QGridLayout:
        """Below the conclusion, so that the choice is seen without scrolling."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(2))
        for row, (label, text) in enumerate(explain(result, facts.assessed, facts.rule_set)):
            grid.addWidget(words(label, "help"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(help_text(text), row, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _build_conclusion(self) -> None:
        choices = [(each, each.value.capitalize()) for each in Conclusion]
        self.conclusion: ChoiceEditor[Conclusion] = ChoiceEditor(choices)
        self.reason = TextEditor(self.tr("why it differs from the computed value"))
        self._reason_field = Field(self.tr("Reason"), self.reason)
        self._reason_field.hide()
        self.body.addWidget(Field(self.tr("Your conclusion"), self.conclusion))
        self.body.addWidget(self._reason_field)
        self.conclusion.edited.connect(self._tell)
        self.reason.edited.connect(self._tell)
        self.conclusion.setFocus()

    # Signing

    def _concluded(self, facts: ResponseFacts) -> Response:
        return replace(
            facts.response,
            conclusion=self.conclusion.value(),
            conclusion_reason=self.reason.value(),
        )

    def missing(self) -> str:
        """Why it cannot be signed yet; empty when it can."""
        if self._facts is None:
            return self.tr("The scores are being read.")
        if self._session.user.learner:
            return self.tr("A diagnostic response is signed by the attending physician.")
        if self.twin is not None and not self.twin.is_right():
            return self.tr("Answer the question about the patient first.")
        return conclusion_problem(self._block, self._concluded(self._facts), self._facts.assessed)

    def _tell(self) -> None:
        if self._facts is None:
            return
        chosen = self.conclusion.value()
        computed = computed_words(self._facts.assessed)
        self._reason_field.setVisible(chosen is not None and differs(chosen, computed))
        missing = self.missing()
        self.sign.setEnabled(not missing)
        self.sign.setToolTip(missing)
        told = missing if chosen is not None else self._whatever_is_concluded(self._facts)
        self._problem.show_text(told, "warn", "info")

    def _whatever_is_concluded(self, facts: ResponseFacts) -> str:
        """What keeps the response from being signed with any conclusion."""
        if self._session.user.learner:
            return self.missing()
        some = replace(facts.response, conclusion=Conclusion.NOT_ASSESSABLE, conclusion_reason="any")
        return conclusion_problem(self._block, some, facts.assessed)

    def _show_draft(self) -> None:
        if self._facts is not None:
            self._session.do(draft_response, self._concluded(self._facts)).then(self.draft.emit, self)

    def ready(self) -> bool:
        missing = self.missing()
        self._problem.show_text(missing, "warn", "info")
        return not missing

    def signing(self, pin: str) -> Pending[SignedDocument]:
        assert self._facts is not None
        concluded = self._concluded(self._facts)
        doing = self._session.do(sign_response, concluded, pin, gaps_known=self.gaps_known())
        return doing.changes("response", "paper", patient_id=self._block.patient_id)

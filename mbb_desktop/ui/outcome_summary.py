"""Somebody to ask about an ablation: who it is, which ablation, who tried when, and the way to ask."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.calls import Call, CallOutcome, try_again_at
from mbb_desktop.ui import call_words
from mbb_desktop.ui.attempt_card import AttemptCard
from mbb_desktop.ui.chips import ChipLabel
from mbb_desktop.ui.outcome_card import AskedOf, OutcomeCard, ablation_words
from mbb_desktop.ui.parts import Button, Card, help_text, line, muted, section_title, stack, strong, words
from mbb_desktop.ui.person_words import born_words, full_name
from mbb_desktop.workflow.ablations import OutcomeRow, note_outcome_attempt, record_outcome
from mbb_desktop.workflow.calls import Attempt

if TYPE_CHECKING:
    from mbb_desktop.ui.main_window import MainWindow
    from mbb_desktop.ui.session import Session


class OutcomeSummary(Card):
    """`tried` after a try without an interview, `finished` when the outcome is saved."""

    chart_asked = Signal()
    tried = Signal(object)  # Call
    finished = Signal(str)

    def __init__(self, session: "Session", window: "MainWindow", row: OutcomeRow) -> None:
        super().__init__(flush=True)
        self._session, self._window, self.row = session, window, row
        self.chart = Button(self.tr("Chart"), icon="user")
        self.no_answer = Button(self.tr("No answer"), hint="F8")
        self.later = Button(self.tr("Call later"), icon="clock")
        self.ask = Button(self.tr("Ask for the outcome"), "primary", "phone", hint="Ctrl Enter")
        self._build()
        self._connect()

    def _build(self) -> None:
        column = stack(spacing=10, margins=(20, 14, 20, 16))
        self.body.addLayout(column)
        head, patient, now = line(spacing=10), self.row.patient, self._session.now()
        head.addWidget(words(full_name(patient), "patient"))
        head.addWidget(strong(patient.phone or self.tr("No telephone number")))
        for chip in call_words.outcome_chips(self.row, now):
            head.addWidget(ChipLabel(chip))
        head.addStretch()
        may = self._session.may(Permission.RECORD_SCORES)
        for button in (self.chart, *((self.no_answer, self.later) if may else ())):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            head.addWidget(button)
        column.addLayout(head)
        mrn = self.tr("MRN {0}").format(patient.mrn or self.tr("not recorded"))
        born = self.tr("Born {0}").format(born_words(patient, now.date()))
        column.addWidget(words("    ".join((born, mrn)), "help"))
        told = self.tr("Ablation of {0}: how is it after {1} months?")
        column.addWidget(strong(told.format(ablation_words(self.row.done), self.row.months)))
        column.addWidget(section_title(self.tr("Tries")))
        tries = [*call_words.tries_of(self.row.tries, now)]
        for said in tries or [self.tr("Nobody has tried yet.")]:
            column.addWidget(help_text(said) if tries else muted(said))
        self.body.addStretch()
        if may:
            foot = line(margins=(20, 8, 20, 14))
            foot.addStretch()
            self.ask.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            foot.addWidget(self.ask)
            self.body.addLayout(foot)

    def _connect(self) -> None:
        self.chart.clicked.connect(self.chart_asked)
        if not self._session.may(Permission.RECORD_SCORES):
            return
        self.no_answer.clicked.connect(self.note_no_answer)
        self.later.clicked.connect(self._ask_when)
        self.ask.clicked.connect(self.ask_outcome)
        keys = {"F8": self.note_no_answer, "Ctrl+Return": self.ask_outcome, "Ctrl+Enter": self.ask_outcome}
        for key, run in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(run)

    def note_no_answer(self) -> None:
        """F8: nobody answered; tried again in two hours or the next morning."""
        self._note_try(Attempt(CallOutcome.NO_ANSWER, try_again_at(self._session.now())))

    def _ask_when(self) -> None:
        card = AttemptCard(self._window, self._session.now())
        card.kept.connect(self._note_try)
        card.open()

    def _note_try(self, attempt: Attempt) -> None:
        noting = self._session.do(note_outcome_attempt, self.row, attempt)
        noting.then(self._on_tried, receiver=self).changes("call", patient_id=self.row.patient.id)

    def _on_tried(self, call: Call) -> None:
        self.tried.emit(call)

    def ask_outcome(self) -> None:
        """The patient is on the telephone: identity first, then what came of the ablation."""
        today, of = self._session.now().date(), (self.row.done, self.row.months)
        card = OutcomeCard(self._window, self.row.course, today, of)
        card.kept.connect(lambda of: self._keep(of))  # whatever has become of this card meanwhile
        card.open()

    def _keep(self, of: AskedOf) -> None:
        keeping = self._session.do(record_outcome, self.row.course.id, of.done, of.months, of.asked)
        keeping.then(self._on_kept, receiver=self)
        keeping.changes("call", "course", patient_id=self.row.patient.id)

    def _on_kept(self, _course: object) -> None:
        self.finished.emit(full_name(self.row.patient))

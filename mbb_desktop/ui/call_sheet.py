"""One follow-up call: who it is, what to say, identity first, then the scores and what else was said."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from mbb_desktop.clinical.access import Role
from mbb_desktop.clinical.call_script import WHO, question
from mbb_desktop.clinical.calls import Call, CallOutcome, try_again_at
from mbb_desktop.clinical.response import Mode, Response
from mbb_desktop.ui import call_words
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.call_facts import CallFacts
from mbb_desktop.ui.call_grid import CallGrid
from mbb_desktop.ui.chips import Chip, ChipLabel
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.collision_bar import CollisionBar
from mbb_desktop.ui.fact_field import TickEditor
from mbb_desktop.ui.folding_row import FoldingRow
from mbb_desktop.ui.given_up import tell_scores_given_up
from mbb_desktop.ui.informants import INFORMANTS, informants
from mbb_desktop.ui.parts import (
    Button,
    Card,
    IconLabel,
    Notice,
    grey,
    help_text,
    keycap,
    line,
    muted,
    rule_line,
    scrolled,
    stack,
    strong,
    words,
)
from mbb_desktop.ui.person_words import born_words, full_name, similar_chip
from mbb_desktop.workflow.calls import Attempt, OpenCall, Talk, finish_call, note_attempt
from mbb_desktop.workflow.follow_up import response_of
from mbb_desktop.workflow.record_block import AlreadySigned

if TYPE_CHECKING:
    from mbb_desktop.ui.main_window import MainWindow
    from mbb_desktop.ui.session import Session
    from mbb_desktop.workflow.follow_up import ScoreChangedMeanwhile
    from mbb_desktop.workflow.record_block import SomebodyElseChanged

_CLOCK_MS = 20_000


class CallSheet(Card):
    """`finished` when the patient was reached and saved, `tried` after a try without an interview."""

    finished = Signal(object)  # Call
    tried = Signal(object)  # Call
    later_asked = Signal()
    chart_asked = Signal()

    def __init__(self, session: "Session", window: "MainWindow", opened: OpenCall) -> None:
        super().__init__(flush=True)
        self._session, self._window, self.row = session, window, opened.row
        self.draft = BlockDraft(session, opened.row.block, opened.response, self)
        self.blind = opened.clinic.blind_scoring and Role.PHYSICIAN not in session.user.roles
        self._saving = False
        self._collision: SomebodyElseChanged | ScoreChangedMeanwhile | None = None
        self._make_inputs(opened)
        self._build()
        self._connect()
        self._add_keys()
        self.refresh()

    def is_of(self, block_id: object) -> bool:
        """Whether this is the call about a block."""
        return self.row.block.id == block_id

    def leave(self) -> None:
        """Save what is typed before something else is shown."""
        self.draft.save_at_once()

    def sentence(self) -> str:
        """What the footer says."""
        return self._state.text()

    def spoken(self) -> str:
        """What to say, as plain words."""
        return self._say.accessibleName()

    # Building

    def _make_inputs(self, opened: OpenCall) -> None:
        row = opened.row
        self.grid = CallGrid(self.draft, blind=self.blind, half_points=opened.clinic.half_points)
        assert row.course is not None
        taken = row.patient.anticoagulant
        self.facts = CallFacts(self.draft, row.course.region, taken, blind=self.blind)
        self.identity = TickEditor(self.tr("Patient gave name and date of birth, both match"))
        self.mode: ChoiceEditor[Mode] = ChoiceEditor(
            [(Mode.RECALL, self.tr("Recall")), (Mode.PAPER_DIARY, self.tr("Read from diary"))]
        )
        self.mode.name(self.tr("Source of the scores"))
        self.informant: ChoiceEditor[str] = ChoiceEditor(informants())
        self.informant.name(self.tr("Informant"))
        self.no_answer = Button(self.tr("No answer"), hint="F8")
        self.later = Button(self.tr("Call later"), icon="clock")
        self.chart = Button(self.tr("Chart"), icon="user")
        self.save = Button(self.tr("Save and next"), "primary", "chevron-right", hint="Ctrl Enter")
        for button in (self.no_answer, self.later, self.chart, self.save):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _build(self) -> None:
        self.bar = CollisionBar()
        self._problem = Notice("", "danger", "circle-alert")
        self._say, self._state = self._script(), muted("")
        self._state.setWordWrap(True)
        top = stack(spacing=8, margins=(20, 14, 20, 0))
        top.addWidget(self._head())
        top.addWidget(help_text(self._who()))
        self.body.addLayout(top)
        content = QWidget()
        column = stack(content, spacing=10, margins=(20, 0, 20, 10))
        column.addWidget(self._say_box())
        column.addWidget(self._identity_row())
        column.addWidget(self._informant_row())
        for part in (self.grid, rule_line(), self.facts):
            column.addWidget(part)
        self._tries = [words(said, "help") for said in call_words.tries_lines(self.row, self.draft.now())]
        for each in self._tries:
            column.addWidget(each)
        column.addStretch()
        self._area = scrolled(content)
        self.body.addWidget(self._area, 1)
        for part in (self.bar, self.facts.warning, self._problem):
            self.body.addWidget(part)
        self.body.addLayout(self._foot())

    def _head(self) -> FoldingRow:
        patient = self.row.patient
        number = strong(patient.phone or self.tr("No telephone number"))
        chips = [ChipLabel(Chip(call_words.block_chip(self.row), "info"))]
        if self.row.similar:
            chips.append(ChipLabel(similar_chip()))
        if self.row.number_is_wrong:
            chips.append(ChipLabel(Chip(self.tr("Wrong number"), "danger", "triangle-alert")))
        who = (words(full_name(patient), "patient"), number)
        return FoldingRow(who, chips, (self.chart, self.no_answer, self.later), spacing=10)

    def _who(self) -> str:
        patient, today = self.row.patient, self.draft.now().date()
        parts = [
            self.tr("Born {0}").format(born_words(patient, today)),
            self.tr("MRN {0}").format(patient.mrn or self.tr("not recorded")),
            call_words.block_line(self.row, today),
        ]
        return "    ".join(parts)

    def _script(self) -> QLabel:
        said = QLabel()
        said.setTextFormat(Qt.TextFormat.RichText)
        said.setProperty("kind", "body")
        said.setWordWrap(True)
        return said

    def _say_box(self) -> QFrame:
        box = QFrame()
        box.setProperty("kind", "soft")
        inner = stack(box, spacing=4, margins=(14, 8, 14, 10))
        inner.addWidget(words(self.tr("Say"), "fieldLabel"))
        inner.addWidget(self._say)
        return box

    def _identity_row(self) -> FoldingRow:
        source = words(self.tr("Source"), "fieldLabel")
        return FoldingRow((self.identity, keycap("F2")), (source, self.mode, keycap("F3")))

    def _informant_row(self) -> FoldingRow:
        note: list[QWidget] = []
        if self.grid.lacks_baseline():
            note = [words(self.tr("No score before the block is recorded."), "help", "warn")]
        elif hidden := self.grid.hidden_words():
            note = [words(hidden, "help"), IconLabel("lock", "muted", 13)]
        return FoldingRow((words(self.tr("Informant"), "fieldLabel"), self.informant), note)

    def _foot(self) -> QHBoxLayout:
        row = line(spacing=8, margins=(20, 8, 20, 14))
        row.addWidget(IconLabel("info", "accent", 16))
        row.addWidget(self._state, 1)
        row.addWidget(self.save)
        return row

    def _connect(self) -> None:
        self.draft.changed.connect(self.refresh)
        self.draft.saved.connect(lambda _at: self._window.messages.saved_again())
        self.draft.not_saved.connect(self._on_not_saved)
        self.draft.collided.connect(self._on_collided)
        self.bar.theirs_chosen.connect(self._take_theirs)
        self.bar.mine_chosen.connect(self._keep_mine)
        self._window.about_to_lock.connect(self.draft.save_at_once)
        self.identity.edited.connect(self._on_identity)
        self.mode.edited.connect(self._on_source)
        self.informant.edited.connect(self._show_source)
        self.grid.left_at_end.connect(lambda: self.save.setFocus(Qt.FocusReason.TabFocusReason))
        self.no_answer.clicked.connect(self.note_no_answer)
        self.later.clicked.connect(self.later_asked)
        self.chart.clicked.connect(self.chart_asked)
        self.save.clicked.connect(self.finish)
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()

    def _add_keys(self) -> None:
        keys = {
            "F2": self.toggle_identity,
            "F3": self.next_source,
            "F8": self.note_no_answer,
            "Ctrl+Z": self.draft.undo,
            "Ctrl+Shift+Z": self.draft.redo,
            "Ctrl+Return": self.finish,
            "Ctrl+Enter": self.finish,
        }
        for key, run in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(run)

    # Showing

    def refresh(self) -> None:
        """Show what the draft has now."""
        self.grid.refresh()
        known = self.draft.scores_are_editable() and self.identity.value()
        grey(self.facts, "" if known else self.tr("Tick identity first; a signed response stays as it is."))
        self.facts.show_recorded()
        self._show_script()
        self._show_state()

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self.window()

    def _show_script(self) -> None:
        assert self.row.course is not None
        asked = question(self.row.course, self.draft.block, self.grid.slot_to_ask())
        told = "".join(f"<b>{escape(said)}</b>" if bold else escape(said) for said, bold in asked)
        shown = f'"{escape(WHO)}"<br>"{told}"'
        if shown != self._say.text():
            self._say.setText(shown)
            self._say.setAccessibleName("".join(said for said, _ in asked))

    def _show_state(self) -> None:
        if not self.identity.value():
            said = self.tr("Tick identity first; then the scores can be saved")
        elif self.mode.value() is None:
            said = self.tr("Recalled or read from the diary? Choose it with F3")
        else:
            count = self.grid.entered_now()
            said = self.tr("1 score entered") if count == 1 else self.tr("{0} scores entered").format(count)
        if self._is_closed():
            said = self.tr("The response was signed: the call can be saved without scores")
        self._state.setText(said)
        grey(self.save, said if not self.identity.value() or self._saving else "")

    # What is done

    def toggle_identity(self) -> None:
        """F2: the patient said both, and both match."""
        self.identity.set_value(not self.identity.value())
        self._on_identity()

    def next_source(self) -> None:
        """F3: recalled, then read from the diary."""
        self.mode.set_value(Mode.PAPER_DIARY if self.mode.value() is Mode.RECALL else Mode.RECALL)
        self._on_source()

    def _on_identity(self) -> None:
        self.grid.identified = self.identity.value()
        if self.identity.value() and self.informant.value() is None:
            self.informant.set_value(INFORMANTS[0])  # who gave both is who answers, unless told otherwise
        self._show_source()
        if self.identity.value() and self.mode.value() is None:
            self.mode.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.identity.value():
            self.grid.focus_grid()

    def _on_source(self) -> None:
        was_closed = self.grid.mode is None
        self._show_source()
        if was_closed and self.identity.value():
            self.grid.focus_grid()

    def _show_source(self) -> None:
        self.grid.mode, self.grid.informant = self.mode.value(), self.informant.value() or ""
        self._problem.show_text("")
        self.refresh()

    def note_no_answer(self) -> None:
        """F8: nobody answered; tried again in two hours or the next morning."""
        self.note(Attempt(CallOutcome.NO_ANSWER, try_again_at(self.draft.now())))

    def note(self, attempt: Attempt) -> None:
        """Keep a try without an interview."""
        noting = self._session.do(note_attempt, self.draft.block, attempt)
        noting.then(self._on_tried, receiver=self).changes("call", patient_id=self.row.patient.id)

    def _on_tried(self, call: Call) -> None:
        self.tried.emit(call)

    def finish(self) -> None:
        """Save everything, then that the patient was reached."""
        if self._saving:
            return
        if sentence := self._lacks():
            self._problem.show_text(sentence, "danger", "circle-alert")
            return
        self._problem.show_text("")
        self._saving = True
        self._show_state()
        self.draft.when_saved(self._finish_saved)

    def _lacks(self) -> str:
        """What keeps the call from being saved, as a sentence; goes to the input that is meant."""
        if not self.identity.value():
            self.identity.setFocus(Qt.FocusReason.OtherFocusReason)
            return self.tr("Tick identity first: the patient says full name and date of birth.")
        if self.informant.value() is None:
            self.informant.setFocus(Qt.FocusReason.OtherFocusReason)
            return self.tr("Say who gave the answers.")
        unsettled = self._focused()
        if self.grid.isAncestorOf(unsettled):
            unsettled.clearFocus()  # a waiting digit becomes a score
        if self._is_closed():
            return ""
        for editor, sentence in self.facts.problems():
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(editor)
            return sentence
        if not self.grid.entered_now():
            self.grid.focus_grid()
            return self.tr("No score is entered. Type - for what cannot be recalled, or choose Call later.")
        return ""

    def _finish_saved(self) -> None:
        talk = Talk(
            self.identity.value(),
            self.informant.value() or "",
            self.facts.restart.value(),
            self.facts.restarted_at.value(),
        )
        saving = self._session.do(finish_call, self.draft.block, talk)
        saving.then(self._on_finished, receiver=self).failed(self._on_failed, receiver=self)
        saving.changes("call", "response", "patient", patient_id=self.row.patient.id)

    def _on_finished(self, call: Call) -> None:
        self._saving = False
        self.finished.emit(call)

    def _on_failed(self, error: Exception) -> None:
        self._saving = False
        self._show_state()
        self._window.messages.tell_error(error)

    def _is_closed(self) -> bool:
        return not self.draft.scores_are_editable()

    def _on_not_saved(self, error: Exception) -> None:
        """The call stays open; a signed response is shown as it is, and what is not in it is named."""
        self._saving = False
        self._show_state()
        if isinstance(error, AlreadySigned):
            tell_scores_given_up(self._window, self.draft.unsaved_scores())
            reading = self._session.do(response_of, self.draft.block)
            reading.then(self._on_signed, receiver=self).failed(self._on_failed, receiver=self)
            return
        self._window.messages.not_saved(self._session.now(), error, self.draft.save_now)

    def _on_signed(self, theirs: Response) -> None:
        self.draft.stored(self.draft.block, theirs)
        self.draft.look_again()  # no response is signed when the block was entered in error

    def _on_collided(self, error: "SomebodyElseChanged | ScoreChangedMeanwhile") -> None:
        self._saving, self._collision = False, error
        self._show_state()
        self.bar.show_collisions(str(error), error.collisions)

    def _take_theirs(self) -> None:
        if self._collision is not None:
            self.draft.take_theirs(self._collision)
        self.bar.hide()

    def _keep_mine(self) -> None:
        if self._collision is not None:
            self.draft.keep_mine(self._collision)
        self.bar.hide()

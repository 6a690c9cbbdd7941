"""Follow-up calls: whom to call, and the call that is open."""

from typing import TYPE_CHECKING, Literal
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.calls import Call
from mbb_desktop.ui import call_words, theme
from mbb_desktop.ui.attempt_card import AttemptCard
from mbb_desktop.ui.call_sheet import CallSheet
from mbb_desktop.ui.call_summary import CallSummary
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.outcome_summary import OutcomeSummary
from mbb_desktop.ui.parts import Card, IconLabel, clear, help_text, line, muted, stack
from mbb_desktop.ui.person_words import full_name
from mbb_desktop.ui.record_table import Column, RecordTable
from mbb_desktop.ui.screen_keys import calls_keys
from mbb_desktop.workflow.ablations import OutcomeRow, calls_and_outcomes
from mbb_desktop.workflow.calls import CallList, CallRow, OpenCall, open_call
from mbb_desktop.workflow.calls import take_attempt_back as take_back

if TYPE_CHECKING:
    from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.session import Changed, Session

Shown = Literal["due", "later", "reached", "ablations"]
_SHOWN = ("block", "response", "patient", "course", "call")
_LIST, _LIST_NARROW, _ROW = 352, 316, 50
_NARROW_BELOW = 1150
_LOOK_AGAIN_MS = 60_000


class CallsPage(QWidget):
    """Choosing a row opens its call; saving a call goes on to the next one that is due."""

    keys = calls_keys

    counted = Signal(int)
    open_chart = Signal(object)

    def __init__(self, session: "Session", window: "MainWindow") -> None:
        super().__init__()
        self._session, self._window = session, window
        self._may_score = session.may(Permission.RECORD_SCORES)
        self._calls = CallList((), (), ())
        self._outcomes: tuple[OutcomeRow, ...] = ()
        self._wanted: UUID | None = None
        self._go_on = False
        self.sheet: CallSheet | None = None
        self.outcome: OutcomeSummary | None = None
        self.list = Card(self.tr("Calls due"), flush=True)
        choices: list[tuple[Shown, str]] = [
            ("due", self.tr("Due")),
            ("later", self.tr("Later")),
            ("reached", self.tr("Reached")),
            ("ablations", self.tr("After RFA")),
        ]
        self.filter: ChoiceEditor[Shown] = ChoiceEditor(choices)
        self.table: RecordTable[CallRow] = RecordTable(self._columns(), self.tr("Calls due"), row_height=_ROW)
        self.outcomes: RecordTable[OutcomeRow] = RecordTable(
            self._outcome_columns(), self.tr("Outcomes of ablations"), row_height=_ROW
        )
        self._empty, self._blind = muted(""), QFrame()
        self._right = QWidget()
        self._build()
        self._connect()
        for table in (self.table, self.outcomes):
            table.hide()  # until it is known which has rows

    def entered(self) -> None:
        """Look again, for time has passed; the first call opens while none is open."""
        self._go_on = self.table.current() is None
        self.reload()

    def leaving(self) -> None:
        """Save what is typed."""
        if self.sheet is not None:
            self.sheet.leave()

    def choose(self, block_id: UUID | None) -> None:
        """Show the call about a block as soon as the list is there; None shows the ablations."""
        self._wanted, self._go_on = block_id, False
        self.filter.set_value("due" if block_id else "ablations")
        self.reload()

    def reload(self) -> None:
        """Read the list again; the open call stays open."""
        self._session.do(calls_and_outcomes).then(self._show)

    def nothing_said(self) -> str:
        """What stands there instead of an empty list."""
        return self._empty.text() if self.table.isHidden() else ""

    # Building

    def _columns(self) -> list[Column[CallRow]]:
        return [
            Column(
                self.tr("Patient"),
                lambda row: full_name(row.patient),
                second=lambda row: call_words.second_line(row, self._session.now()),
                least=150,
            ),
            Column(
                self.tr("Status"),
                lambda _row: "",
                chips=lambda row: call_words.status_chips(row, self._session.now())[-1:],
                width=144,
            ),
        ]

    def _outcome_columns(self) -> list[Column[OutcomeRow]]:
        return [
            Column(
                self.tr("Patient"),
                lambda row: full_name(row.patient),
                second=call_words.outcome_line,
                least=150,
            ),
            Column(
                self.tr("Status"),
                lambda _row: "",
                chips=lambda row: call_words.outcome_chips(row, self._session.now())[-1:],
                width=144,
            ),
        ]

    def _build(self) -> None:
        row = line(self, spacing=16, margins=(16, 16, 16, 16))
        self.filter.name(self.tr("Which calls"))
        self.filter.set_value("due")
        holder = QWidget()
        line(holder, margins=(16, 0, 16, 8)).addWidget(self.filter)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(16))
        for part in (holder, self._empty):
            self.list.body.addWidget(part)
        for table in (self.table, self.outcomes):
            self.list.body.addWidget(table, 1)
        self._fill_blind()
        row.addWidget(self.list)
        row.addWidget(self._right, 1)
        stack(self._right, spacing=0)
        self.setFocusProxy(self.table)

    def _fill_blind(self) -> None:
        self._blind.setProperty("kind", "soft")
        inner = line(self._blind, spacing=10, margins=(12, 10, 12, 10))
        inner.addWidget(IconLabel("eye-off", "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
        said = self.tr("Blind entry: earlier scores, limit line and result are hidden from who asks.")
        inner.addWidget(help_text(said), 1)
        holder = QWidget()
        line(holder, margins=(12, 8, 12, 12)).addWidget(self._blind)
        self._blind.hide()
        self.list.body.addStretch()
        self.list.body.addWidget(holder)

    def _connect(self) -> None:
        self.filter.edited.connect(self._on_filter)
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self._on_picked)
        self.outcomes.picked.connect(self._on_outcome)
        self._session.changed.connect(self._on_changed)
        self._timer = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look_again)
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()

    def _widen(self) -> None:
        """The list is as wide as the names of its parts need."""
        roomy = self.width() >= theme.px(_NARROW_BELOW)
        words = self.filter.minimumSizeHint().width() + theme.px(38)
        self.list.setFixedWidth(max(words, theme.px(_LIST if roomy else _LIST_NARROW)))

    # Showing

    def _look_again(self) -> None:
        if self.isVisible():
            self.reload()

    def _on_changed(self, changed: "Changed") -> None:
        if any(changed.touches(kind) for kind in _SHOWN):
            self.reload()

    def _show(self, found: tuple[CallList, tuple[OutcomeRow, ...]]) -> None:
        self._calls, self._outcomes = found
        due, reached = len(self._calls.due), len(self._calls.reached)
        self.counted.emit(due + len(self._outcomes))
        self.list.show_note(self.tr("{0} of {1} left").format(due, due + reached) if due + reached else "")
        self.filter.say("ablations", self._after_rfa())
        self._widen()
        self._show_rows()

    def _after_rfa(self) -> str:
        count = len(self._outcomes)
        return self.tr("After RFA {0}").format(count) if count else self.tr("After RFA")

    def _show_rows(self) -> None:
        ablations = self.filter.value() == "ablations"
        rows = () if ablations else getattr(self._calls, self.filter.value() or "due")
        self.table.show_records(rows, key=lambda row: row.block.id)
        self.table.setVisible(bool(rows))
        self.outcomes.show_records(self._outcomes, key=_about)
        self.outcomes.setVisible(ablations and bool(self._outcomes))
        nothing = not (self._outcomes if ablations else rows)
        self._empty.setText(self._nothing())
        self._empty.setVisible(nothing)
        if ablations:
            self._show_first_outcome()
            return
        self._choose_wanted(rows)
        if self.sheet is None and nothing:
            self._put(None)

    def _show_first_outcome(self) -> None:
        if not self._outcomes:
            self._put(None)
        elif self.outcomes.current() is None:
            self.outcomes.select(0)

    def _choose_wanted(self, rows: tuple[CallRow, ...]) -> None:
        at = next((at for at, row in enumerate(rows) if row.block.id == self._wanted), None)
        if at is None and self._go_on and rows:
            at = 0
        if at is None and self._go_on:
            self._put(None)
        self._wanted, self._go_on = None, False
        if at is not None:
            self.table.select(at)
            self._on_picked(rows[at])

    def _nothing(self) -> str:
        if self.filter.value() == "ablations":
            return self.tr("Nobody has to be asked about an ablation.")
        if self.filter.value() == "reached":
            return self.tr("Nobody was reached today yet.")
        if self.filter.value() == "later":
            return self.tr("No later calls.")
        if not self._calls.later:
            return self.tr("All calls done.")
        at = self._calls.later[0].due
        assert at is not None
        same = sum(row.due == at for row in self._calls.later)
        when = call_words.when_words(at, self._session.now())
        return self.tr("All calls done. Next due {0} ({1}).").format(when, same)

    def _on_filter(self) -> None:
        if self.filter.value() is None:
            self.filter.set_value("due")
        self._go_on = self.filter.value() != "ablations"
        self._show_rows()

    def _on_outcome(self, row: OutcomeRow) -> None:
        same = self.outcome is not None and _about(self.outcome.row) == _about(row)
        if same or self.filter.value() != "ablations":
            return
        summary = OutcomeSummary(self._session, self._window, row)
        summary.chart_asked.connect(lambda: self.open_chart.emit(row.patient.id))
        summary.tried.connect(lambda call: self._say_tried(call, full_name(row.patient)))
        summary.finished.connect(
            lambda name: self._window.messages.toast(self.tr("{0}: saved.").format(name))
        )
        self._put(summary)

    def _toast(self, said: str) -> None:
        self._window.messages.toast(said)

    # One call

    def _on_picked(self, row: CallRow) -> None:
        if self.sheet is not None and self.sheet.is_of(row.block.id):
            return
        if not self._may_score or self.filter.value() == "reached":
            self._put(self._summary(row))
            return
        self._session.do(open_call, row.block.id).then(self._open, receiver=self)

    def _open(self, opened: OpenCall) -> None:
        sheet = CallSheet(self._session, self._window, opened)
        sheet.finished.connect(self._on_finished)
        sheet.tried.connect(self._on_tried)
        sheet.later_asked.connect(lambda: self._ask_when(sheet))
        sheet.chart_asked.connect(lambda: self.open_chart.emit(opened.row.patient.id))
        self._put(sheet)
        self._blind.setVisible(sheet.blind)

    def _summary(self, row: CallRow) -> CallSummary:
        summary = CallSummary(row, self._session.now())
        summary.chart_asked.connect(lambda: self.open_chart.emit(row.patient.id))
        return summary

    def _put(self, content: QWidget | None) -> None:
        """Replace what stands at the right."""
        if self.sheet is not None:
            self.sheet.leave()
        layout = self._right.layout()
        assert isinstance(layout, QVBoxLayout)
        clear(layout)
        self.sheet = content if isinstance(content, CallSheet) else None
        self.outcome = content if isinstance(content, OutcomeSummary) else None
        self._blind.setVisible(False)
        if content is not None:
            layout.addWidget(content)

    def _ask_when(self, sheet: CallSheet) -> None:
        card = AttemptCard(self._window, self._session.now())
        card.kept.connect(sheet.note)
        card.open()

    def _on_tried(self, call: Call) -> None:
        self._say_tried(call, self._name())
        self._next()

    def _say_tried(self, call: Call, name: str) -> None:
        def undo() -> None:
            taking = self._session.do(take_back, call)
            taking.changes("call", patient_id=call.patient_id)

        said = call_words.attempt_said(call, name, self._session.now())
        self._window.messages.toast(said, undo)

    def _on_finished(self, call: Call) -> None:
        count = self.sheet.grid.entered_now() if self.sheet else 0
        scores = self.tr("1 score") if count == 1 else self.tr("{0} scores").format(count)
        self._window.messages.toast(self.tr("{0}: {1} saved.").format(self._name(), scores))
        self._next()

    def _name(self) -> str:
        return full_name(self.sheet.row.patient) if self.sheet else ""

    def _next(self) -> None:
        """The next one that is due; the list is read again when the change is announced."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)  # else Lock would have the keyboard
        self._put(None)
        self.filter.set_value("due")
        self._go_on = True


def _about(row: OutcomeRow) -> object:
    return row.course.id, row.done.on, row.done.joints, row.months

"""Today: the block list, what needs attention, responses to sign, and drafts of earlier days."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.block import BlockState
from mbb_desktop.clinical.block_state import CLOSED
from mbb_desktop.clinical.room_part import awaits_recovery
from mbb_desktop.ui import theme, today_rows
from mbb_desktop.ui.chips import ChipLabel, Mark, Piece
from mbb_desktop.ui.file_drop import FileDrop
from mbb_desktop.ui.fitted_table import FittedTable
from mbb_desktop.ui.flow import FlowLayout
from mbb_desktop.ui.parts import (
    Button,
    IconLabel,
    appear,
    card,
    clear,
    key_hints,
    line,
    muted,
    scrolled,
    stack,
    words,
)
from mbb_desktop.ui.person_words import capital, full_name, similar_chip, two_identifiers
from mbb_desktop.ui.record_table import Column
from mbb_desktop.ui.screen_keys import today_keys
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.ui.today_rows import DayRow, day_rows, number_words
from mbb_desktop.ui.today_sides import AttentionCard, SideCards
from mbb_desktop.ui.top_bar import PageAction
from mbb_desktop.workflow.ablations import OutcomeRow, calls_and_outcomes
from mbb_desktop.workflow.calls import CallList
from mbb_desktop.workflow.correct import open_notices
from mbb_desktop.workflow.cosign import ToCosign, to_cosign
from mbb_desktop.workflow.day_list import DayList, day_list
from mbb_desktop.workflow.knowledge import formulary
from mbb_desktop.workflow.record_block import restore_draft
from mbb_desktop.workflow.signing import lacks_pin

_SHOWN = ("block", "response", "patient", "course", "paper", "call", "authorization", "asked")
_BESIDE_FROM = 1000


class DayTable(FittedTable[DayRow]):
    """The chosen row shows its button; the press that chooses a row does not also press the button."""

    _before: UUID | None = None

    def was_chosen(self, row: DayRow) -> bool:
        """Whether a row was the chosen one before the last press of the mouse."""
        return self._before == row.block.id

    def mousePressEvent(self, event: QMouseEvent) -> None:
        chosen = self.current()
        self._before = chosen.block.id if chosen else None
        super().mousePressEvent(event)


class TodayPage(QWidget):
    """Enter works on the chosen row; everything shown is read again when a record changes."""

    keys = today_keys

    open_block = Signal(object)
    open_room = Signal(object)
    open_chart = Signal(object)
    open_payer = Signal(object)
    ahead_asked = Signal()
    sign_response = Signal(object)
    handout_asked = Signal(object)
    export_asked = Signal()
    new_block_asked = Signal()
    list_asked = Signal(object)  # Path or None
    open_paper = Signal(object)
    call_asked = Signal(object)
    counted = Signal(int)
    calls_counted = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._may = session.may
        self._chosen: UUID | None = None
        self._started = False
        self._work = 0
        self.table = DayTable(self._columns(), self.tr("Block list"))
        self.setFocusProxy(self.table)
        self._list = card(self.tr("Block list"), flush=True)
        self._strip = QFrame()
        self.attention = AttentionCard()
        self.sides = SideCards(self._verb, self._may(Permission.RECORD_SCORES))
        self._empty = muted("")
        self._build()
        self._connect()

    def entered(self) -> None:
        """Look again: time has passed."""
        self.reload()

    def page_action(self) -> PageAction | None:
        """The page's main action."""
        if not self._may(Permission.RECORD_BLOCK):
            return None
        return PageAction(self.tr("New block"), self.new_block_asked.emit, "plus")

    def reload(self) -> None:
        """Read the day again."""
        self._session.do(day_list).then(self._show)
        if self._may(Permission.ISSUE_PAPERS):
            self._session.do(open_notices).then(self.sides.show_notices)
        if self._may(Permission.SIGN):
            self._session.do(to_cosign).then(self._show_cosign, receiver=self)
            self._session.do(lacks_pin).then(self.attention.say_no_pin, receiver=self)
        self._session.do(calls_and_outcomes).then(self._show_calls)

    def nothing_said(self) -> str:
        """What stands there instead of an empty list."""
        return self._empty.text() if self.table.isHidden() else ""

    def _build(self) -> None:
        content = QWidget()
        self._columns_row = columns = line(content, spacing=16, margins=(20, 16, 20, 16))
        left = stack(spacing=12)
        self._fill_list()
        self._list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for part in (self._list, self.attention):
            left.addWidget(part)
        left.addStretch(1)
        columns.addLayout(left, 1)
        columns.addWidget(self.sides)
        self._area = scrolled(content)
        stack(self, spacing=0).addWidget(self._area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme.px(_BESIDE_FROM)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns_row.setDirection(across if beside else down)
        self.sides.stand_beside(beside)

    def _fill_list(self) -> None:
        self.ahead = Button(self.tr("Next days"), icon="calendar", hint="Ctrl Shift B")
        self.ahead.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ahead.clicked.connect(self.ahead_asked)
        self._list.head.addWidget(self.ahead)
        self._empty.setContentsMargins(theme.px(16), theme.px(4), 0, theme.px(16))
        self._strip.setProperty("kind", "info")
        FlowLayout(self._strip).setContentsMargins(theme.px(12), theme.px(5), theme.px(12), theme.px(5))
        below = QWidget()
        column = stack(below, spacing=8, margins=(16, 8, 16, 8))
        column.addWidget(self._strip)
        column.addLayout(self._legend())
        self.handout = Button(self.tr("Handout and diary"), icon="printer", hint="Ctrl H")
        self.handout.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        appear(self.handout, self._may(Permission.ISSUE_PAPERS))
        self.export = Button(self.tr("Export"), icon="download")
        self.export.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.export.clicked.connect(self.export_asked)
        appear(self.export, self._may(Permission.EXPORT_NAMED))
        self._acts = QWidget()
        acts = line(self._acts, spacing=8, margins=(16, 0, 16, 12))
        for button in (self.handout, self.export, self._import_button()):
            acts.addWidget(button)
        acts.addStretch()
        for part in (self._empty, self.table, below, self._acts):
            self._list.body.addWidget(part)
        self._below = below

    def _import_button(self) -> Button:
        """Only who may plan gets the button, and may drop a list onto the page."""
        bring = Button(self.tr("Plan from a file"), icon="upload")
        bring.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        bring.clicked.connect(lambda: self.list_asked.emit(None))
        may_plan = self._may(Permission.PLAN_BLOCK)
        appear(bring, may_plan)
        if may_plan:
            FileDrop(self).dropped.connect(lambda files: self.list_asked.emit(files[0]))
        return bring

    def _legend(self) -> QHBoxLayout:
        row = line(spacing=6)
        hints = [("Enter", self.tr("document")), ("↑ ↓", self.tr("move"))]
        if self._may(Permission.RECORD_BLOCK):
            hints.append(("Ctrl N", self.tr("new block")))
        else:
            hints[0] = ("Enter", self.tr("open"))
        row.addWidget(key_hints(hints), 1)
        if self._may(Permission.OPEN_CHART):
            for mark in (
                Mark("zap", "neutral", self.tr("fine")),
                Mark("droplet", "warn", self.tr("mind")),
                Mark("triangle-alert", "danger", self.tr("stops")),
                Mark("file-text", "neutral", self.tr("not asked yet"), asked=False),
            ):
                row.addWidget(ChipLabel(mark))
                row.addWidget(words(mark.tip, "small"))
                row.addSpacing(theme.px(6))
        return row

    def _columns(self) -> list[Column[DayRow]]:
        columns: list[Column[DayRow]] = [
            Column(self.tr("Time"), lambda row: today_rows.time_words(row.block), width=54),
            Column(
                self.tr("Patient"),
                lambda row: full_name(row.patient),
                second=self._second,
                chips=lambda row: [similar_chip()] if row.of.similar else [],
            ),
            Column(
                self.tr("Planned levels"),
                lambda row: capital(today_rows.levels_of(row.block, today_rows.day_joints(row.block))),
                second=lambda row: today_rows.day_second(row.block),
                chips=lambda row: today_rows.side_chips(
                    joints := today_rows.day_joints(row.block), joints == row.block.joints
                ),
                strong=True,
                width=168,
            ),
            Column(self.tr("Block"), lambda row: number_words(row.number), width=46),
        ]
        if self._may(Permission.OPEN_CHART):
            columns.append(
                Column(self.tr("Safety"), lambda _row: "", chips=today_rows.safety_marks, width=144)
            )
        else:
            columns.append(Column(self.tr("Auth."), lambda _row: "", chips=today_rows.payer_marks, width=52))
        columns.append(Column(self.tr("Status"), lambda _row: "", chips=_status, width=116))
        columns.append(Column("", lambda _row: "", action=self._action, width=118))
        return columns

    def _second(self, row: DayRow) -> str:
        return two_identifiers(row.patient, self._session.now().date())

    def _connect(self) -> None:
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self._run)
        self.table.acted.connect(self._on_acted)
        self.attention.asked.connect(self._run)
        self.attention.payer_asked.connect(lambda row: self.open_payer.emit(row.patient.id))
        self.sides.asked.connect(self._run)
        self.sides.sign_asked.connect(lambda row: self.sign_response.emit(row.block))
        self.sides.restore_asked.connect(self._restore)
        self.sides.notice_asked.connect(self.open_paper)
        self.sides.cosign_asked.connect(self.open_paper)
        self.sides.call_asked.connect(self.call_asked)
        self._session.changed.connect(self._on_changed)
        if self._may(Permission.ISSUE_PAPERS):
            self.handout.clicked.connect(self._on_handout)
            QShortcut(QKeySequence("Ctrl+H"), self).activated.connect(self._on_handout)
        if self._may(Permission.RECORD_BLOCK):
            QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.new_block_asked)

    def _action(self, row: DayRow) -> str:
        """The button of the chosen row."""
        return self._verb(row) if row.block.id == self._chosen else ""

    def _verb(self, row: DayRow) -> str:
        if row.block.state not in (BlockState.PLANNED, BlockState.DRAFT):
            in_room = self._may(Permission.RECORD_BLOCK) and not self._may(Permission.DECIDE_BLOCK)
            return self.tr("Recovery") if in_room and awaits_recovery(row.block) else self.tr("Open")
        if self._may(Permission.DECIDE_BLOCK):
            return self.tr("Document")
        return self.tr("Room") if self._may(Permission.RECORD_BLOCK) else self.tr("Open")

    def _run(self, row: DayRow) -> None:
        open_for = {
            self.tr("Document"): self.open_block,
            self.tr("Room"): self.open_room,
            self.tr("Recovery"): self.open_room,
        }
        verb = self._verb(row)
        if verb in open_for:
            open_for[verb].emit(row.block)
        else:
            self.open_chart.emit(row.patient.id)

    def _on_acted(self, row: DayRow, _words: str) -> None:
        if self.table.was_chosen(row):
            self._run(row)

    def _on_picked(self, row: DayRow) -> None:
        self._chosen = row.block.id
        self.table.viewport().update()
        self._show_strip(row)

    def _show_strip(self, row: DayRow | None) -> None:
        self._strip.setVisible(row is not None and self._may(Permission.OPEN_CHART))
        flow = self._strip.layout()
        if flow is None:
            return
        clear(flow)
        for icon, color, said in today_rows.safety_words(row) if row else ():
            flow.addWidget(_iconed(icon, color, said))

    def _on_changed(self, changed: Changed) -> None:
        if any(changed.touches(kind) for kind in _SHOWN):
            self.reload()

    def _show(self, day: DayList) -> None:
        now = self._session.now()
        rows = day_rows(day.board.blocks, day, now, formulary())
        self.table.show_records(rows, key=lambda row: row.block.id)
        self.table.fit()
        self._list.show_note(self._summary(day))
        self._empty.setText(self._nothing_today())
        self._empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self._below.setVisible(bool(rows))
        self.handout.setVisible(bool(rows) and self._may(Permission.ISSUE_PAPERS))
        self.export.setVisible(bool(rows) and self._may(Permission.EXPORT_NAMED))
        self._start(rows)
        self._show_strip(self.table.current())
        self._show_sides(day, rows)

    def _start(self, rows: Sequence[DayRow]) -> None:
        """The first time, choose the first block that is still open, so that Enter documents it."""
        if not rows or self._started:
            return
        self._started = True
        still_open = (at for at, row in enumerate(rows) if row.block.state not in CLOSED)
        self.table.select(next(still_open, 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _summary(self, day: DayList) -> str:
        patients = len({row.patient.id for row in day.board.blocks})
        people = self.tr("1 patient") if patients == 1 else self.tr("{0} patients").format(patients)
        drafts = day.board.drafts
        open_ones = self.tr("1 draft") if drafts == 1 else self.tr("{0} drafts").format(drafts)
        return self.tr("{0}, {1} signed, {2}").format(people, day.board.signed, open_ones)

    def _nothing_today(self) -> str:
        if self._may(Permission.PLAN_BLOCK):
            return self.tr(
                "No blocks today. Add a patient (Ctrl+Shift+N), plan a block in a chart, or plan a list from "
                "a file."
            )
        return self.tr("No blocks today.")

    def _show_sides(self, day: DayList, today: Sequence[DayRow]) -> None:
        now, recording = self._session.now(), self._may(Permission.RECORD_BLOCK)
        older = day_rows(day.board.older_drafts, day, now, formulary()) if recording else ()
        waiting = day_rows(day.board.responses_to_sign, day, now, formulary())
        waiting = waiting if self._may(Permission.SIGN) and not self._session.user.learner else ()
        unfinished = [row for row in (*today, *older) if row.block.state is BlockState.DRAFT]
        unfinished = unfinished if recording else []
        may_plan = self._may(Permission.PLAN_BLOCK)
        self.attention.show_rows(
            unfinished, [row for row in today if may_plan and today_rows.not_covered(row)]
        )
        self.sides.show_rows(waiting, older, day_rows(day.discarded, day, now, formulary()))
        self._work = len(unfinished) + len(waiting)
        self._count()

    def _show_cosign(self, waiting: Sequence[ToCosign]) -> None:
        before = self.sides.cosign.count()
        self.sides.show_cosign(waiting)
        if before != len(waiting):
            self._count()

    def _count(self) -> None:
        self.counted.emit(self._work + self.sides.cosign.count())

    def _show_calls(self, found: tuple[CallList, tuple[OutcomeRow, ...]]) -> None:
        calls, outcomes = found
        self.sides.show_calls(calls.due, outcomes, self._session.now())
        self.calls_counted.emit(len(calls.due) + len(outcomes))

    def _on_handout(self) -> None:
        row = self.table.current()
        if row is not None:
            self.handout_asked.emit(row.block)

    def _restore(self, row: DayRow) -> None:
        self._session.do(restore_draft, row.block).changes("block", patient_id=row.patient.id)


def _status(row: DayRow) -> list[Piece]:
    return [today_rows.status_chip(row.block)]


def _iconed(icon: str, color: str, said: str) -> QWidget:
    part = QWidget()
    row = line(part, spacing=6)
    row.addWidget(IconLabel(icon, color, 16))
    row.addWidget(words(said, "strong"))
    return part

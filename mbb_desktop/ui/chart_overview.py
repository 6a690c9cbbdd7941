"""A course at a glance: what happened when, what the blocks amount to, the curves and the blocks."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from mbb_desktop.clinical.block_state import NOT_FINAL
from mbb_desktop.clinical.relief_words import say_best, say_span
from mbb_desktop.clinical.shown import show_date, show_minutes
from mbb_desktop.documents.charts import curves_of
from mbb_desktop.drawing.relief_chart import Relief
from mbb_desktop.ui import theme, today_rows
from mbb_desktop.ui.ablation_actions import AblationActions
from mbb_desktop.ui.chart_facts import (
    BlockLine,
    CourseFacts,
    Headline,
    agents_words,
    error_words,
    headline,
    is_struck,
    plan_words,
    verdict_chips,
)
from mbb_desktop.ui.chips import Piece
from mbb_desktop.ui.fitted_table import FittedTable
from mbb_desktop.ui.pain_panel import ReliefView
from mbb_desktop.ui.parts import (
    TONE_COLORS,
    Button,
    IconLabel,
    body,
    card,
    clear,
    help_text,
    line,
    muted,
    put,
    scrolled,
    stack,
    words,
)
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.record_table import Column
from mbb_desktop.ui.state_chips import state_chip
from mbb_desktop.ui.timeline import TimelineView, events_of

if TYPE_CHECKING:
    from mbb_desktop.ui.main_window import MainWindow
    from mbb_desktop.ui.session import Session

_TIMELINE, _ROW = 304, 42


class HeadlineBar(QFrame):
    """What the blocks amount to, with the way to the criteria."""

    readiness_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("framed", "true")
        row = line(self, spacing=14, margins=(16, 10, 12, 10))
        self._icon = IconLabel("circle-check", "ok", 26)
        self._title, self._detail = words("", "section"), body("")
        self._title.setWordWrap(True)
        self._go = Button(self.tr("RFA readiness"), "primary", "chevron-right")
        self._go.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._go.clicked.connect(self.readiness_asked)
        said = stack(spacing=2)
        said.addWidget(self._title)
        said.addWidget(self._detail)
        row.addWidget(self._icon)
        row.addLayout(said, 1)
        row.addWidget(self._go)

    def show_headline(self, shown: Headline | None, may_go: bool) -> None:
        """Show it, or that there is nothing to judge yet."""
        empty = Headline(
            self.tr("No block with scores yet"),
            self.tr("The first block with a score before and after it is judged here."),
            "neutral",
            "info",
        )
        said = shown or empty
        self._title.setText(said.title)
        self._detail.setText(said.detail)
        self._icon.show_icon(said.icon, TONE_COLORS[said.tone][0])
        self._go.setVisible(may_go)
        put(self, "kind", "card" if said.tone == "neutral" else said.tone)
        self.setAccessibleName(f"{said.title}. {said.detail}")

    def texts(self) -> tuple[str, str]:
        """Title and detail as they are shown."""
        return self._title.text(), self._detail.text()


class ChartOverview(QWidget):
    """`opened` gives the block that was chosen in the table."""

    opened = Signal(object)
    readiness_asked = Signal()

    def __init__(self, session: "Session", window: "MainWindow") -> None:
        super().__init__()
        self.ablations = AblationActions(session, window)
        self.headline = HeadlineBar()
        self.headline.readiness_asked.connect(self.readiness_asked)
        self.timeline = TimelineView()
        self.curve = ReliefView()
        self._numbers = QWidget()
        self.table: FittedTable[BlockLine] = FittedTable(
            block_columns(self, says_state=True), self.tr("Blocks"), _ROW
        )
        self.table.opened.connect(lambda row: self.opened.emit(row.block))
        self._empty = muted(self.tr("No blocks in this course yet."))
        self._build()

    def show_facts(self, facts: CourseFacts) -> None:
        """Show a course."""
        self.headline.show_headline(headline(facts), facts.review is not None and not facts.blind)
        self.timeline.show_events(events_of(facts))
        curves = facts.curves()
        self._curves.setVisible(bool(curves))
        if curves:
            relief = curves_of(curves)
            self.curve.show_relief(relief, blind=facts.blind)
            self._show_numbers(relief)
        lines = facts.lines()
        self.ablations.show_course(facts.course, [row.block for row in lines])
        self.table.show_records(lines, key=lambda row: row.block.id)
        self.table.fit()
        self.table.setVisible(bool(lines))
        self._empty.setVisible(not lines)

    def _build(self) -> None:
        row = line(self, spacing=16, margins=(20, 16, 20, 16))
        left = card(self.tr("Timeline"))
        left.body.addWidget(scrolled(self.timeline), 1)
        left.body.addWidget(self.ablations)
        left.setFixedWidth(theme.px(_TIMELINE))
        row.addWidget(left)
        content = QWidget()
        right = stack(content, spacing=12)
        right.addWidget(self.headline)
        self._curves = card(self.tr("Pain after each block"), self.tr("index pain, NRS 0 to 10"))
        self._as_table = Button(self.tr("Table"), icon="list")
        self._as_table.clicked.connect(self._on_table)
        self._as_table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._curves.head.addWidget(self._as_table)
        self.curve.setMinimumHeight(theme.px(190))
        self._curves.body.addWidget(self.curve, 1)
        stack(self._numbers, spacing=4)
        self._numbers.hide()
        self._curves.body.addWidget(self._numbers)
        right.addWidget(self._curves, 1)
        right.addWidget(self._blocks())
        right.addStretch()
        row.addWidget(scrolled(content), 1)

    def _blocks(self) -> QWidget:
        blocks = card(flush=True)
        blocks.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._empty.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        blocks.body.addWidget(self._empty)
        blocks.body.addWidget(self.table)
        return blocks

    def _show_numbers(self, relief: Relief) -> None:
        """The same as the curve, for people who read numbers or listen to them."""
        layout = self._numbers.layout()
        if not isinstance(layout, QVBoxLayout):
            return
        clear(layout)
        said = [_curve_words(curve.label, curve.points) for curve in relief.curves]
        for sentence in said:
            layout.addWidget(help_text(sentence))
        self.curve.setAccessibleDescription(" ".join(said))
        self._as_table.setEnabled(bool(said))

    def _on_table(self) -> None:
        shown = self._numbers.isHidden()
        self._numbers.setVisible(shown)
        self.curve.setVisible(not shown)
        self._as_table.say(self.tr("Curve") if shown else self.tr("Table"))


def _curve_words(label: str, points: Sequence[tuple[int | None, object]]) -> str:
    said = [
        f"{'before' if at is None else show_minutes(at)} {score}" for at, score in points if score is not None
    ]
    return f"{label}: {', '.join(said)}."


def block_columns(owner: QWidget, *, says_state: bool = False) -> list[Column[BlockLine]]:
    """One row per block: which, when, where, with what, and what came of it.

    `says_state`: below the levels that its note is not final; elsewhere a column of its own says that.
    """
    return [
        Column(owner.tr("Block"), lambda row: today_rows.number_words(row.number), width=54),
        Column(
            owner.tr("Date"),
            lambda row: show_date(row.block.performed_on),
            width=104,
            struck=is_struck,
        ),
        Column(
            owner.tr("Levels"),
            lambda row: capital(today_rows.levels_of(row.block, today_rows.shown_joints(row.block))),
            chips=lambda row: today_rows.side_chips(
                today_rows.shown_joints(row.block), bool(row.block.joints)
            ),
            second=_state_and_levels if says_state else _below_levels,
            strong=True,
            struck=is_struck,
        ),
        Column(owner.tr("Anesthetic"), lambda row: agents_words(row.block), width=134),
        Column(owner.tr("Best relief"), _best, width=116),
        Column(owner.tr("Relief held"), _held, width=150),
        Column(owner.tr("Result"), lambda _row: "", chips=_chips, width=128),
    ]


def _state_and_levels(row: BlockLine) -> str:
    state = state_chip(row.block.state).text if row.block.state in NOT_FINAL else ""
    return ". ".join(filter(None, (state, _below_levels(row))))


def _below_levels(row: BlockLine) -> str:
    return (
        error_words(row) or plan_words(row) or today_rows.more_level_words(today_rows.shown_joints(row.block))
    )


def _best(row: BlockLine) -> str:
    return say_best(row.result.measures) if row.result else ""


def _held(row: BlockLine) -> str:
    run = row.result.measures.run if row.result else None
    return say_span(run) if run else ""


def _chips(row: BlockLine) -> list[Piece]:
    return [*verdict_chips(row)]

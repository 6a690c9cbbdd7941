"""The planned blocks of the next days, and for each what is settled, open, stops or is not known."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.ahead import Check, Checked, Ready
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.settings import Settings
from mbb_desktop.ui import theme, today_rows
from mbb_desktop.ui.ahead_card import AheadCard
from mbb_desktop.ui.authorization_words import ICON
from mbb_desktop.ui.chips import Chip, ChipLabel, Mark, Piece
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.folding_row import FoldingRow
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.ui.parts import (
    Button,
    IconLabel,
    Tone,
    appear,
    card,
    clear,
    help_text,
    key_hints,
    line,
    muted,
    scrolled,
    stack,
    words,
)
from mbb_desktop.ui.person_words import capital, full_name, similar_chip, two_identifiers
from mbb_desktop.ui.record_table import Column, RecordTable
from mbb_desktop.ui.screen_keys import ahead_keys
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.workflow.ahead import MOST_DAYS, AheadList, AheadRow, ahead_list, nurse_list

translate = QCoreApplication.translate

_SHOWN = ("block", "patient", "course", "response", "authorization", "asked", "clinic", "rule set")
_FIRST_DAYS = 3
_MOST_MARKS = 5
_BESIDE, _CHECKS, _ANY = 1200, 360, 16_777_215

_STATES: dict[Ready, tuple[Tone, str]] = {
    Ready.STOPS: ("danger", "circle-x"),
    Ready.NOT_KNOWN: ("warn", "circle-alert"),
    Ready.OPEN: ("info", "clock"),
    Ready.READY: ("ok", "circle-check"),
}
_ICONS = {
    Checked.INTERVAL: "calendar",
    Checked.CAP: "list",
    Checked.PAIN_BACK: "undo-2",
    Checked.PAIN: "zap",
    Checked.ANTICOAGULANT: "droplet",
    Checked.ALLERGY: "triangle-alert",
    Checked.PREGNANCY: "info",
    Checked.CONSENT: "file-text",
    Checked.DRIVER: "users",
    Checked.INTERPRETER: "user",
    Checked.AUTHORIZATION: ICON,
}
_MARKS: dict[Ready, Tone] = {
    Ready.STOPS: "danger",
    Ready.NOT_KNOWN: "neutral",
    Ready.OPEN: "warn",
    Ready.READY: "neutral",
}


def ready_chip(ready: Ready) -> Chip:
    """A state as icon and word."""
    tone, icon = _STATES[ready]
    said = translate("ahead", "Open") if ready is Ready.OPEN else capital(ready.value)
    return Chip(said, tone, icon)


def check_marks(checks: Sequence[Check]) -> tuple[Piece, ...]:
    """A mark for each check; dashed while it is not known."""
    return tuple(
        Mark(_ICONS[each.what], _MARKS[each.ready], f"{capital(each.what.value)}: {each.said}", _asked(each))
        for each in checks
    )


def _asked(each: Check) -> bool:
    return each.ready is not Ready.NOT_KNOWN


class AheadPage(QWidget):
    """Enter asks the patient of the chosen row; Ctrl+P shows the list as paper."""

    keys = ahead_keys

    open_chart = Signal(object)

    def __init__(self, session: Session, window: MainWindow, settings: Settings) -> None:
        super().__init__()
        self._session, self._window, self._settings = session, window, settings
        self._may_ask = session.may(Permission.PLAN_BLOCK)
        days = [(at, _days_words(at)) for at in range(1, MOST_DAYS + 1)]
        self.days: ChoiceEditor[int] = ChoiceEditor(days, segmented=False, empty=self.tr("Choose the days"))
        self.days.set_value(session.days_ahead or _FIRST_DAYS)
        self.table: RecordTable[AheadRow] = RecordTable(
            self._columns(), self.tr("Planned blocks"), row_height=52
        )
        self.setFocusProxy(self.table)
        self._list = card(self.tr("Planned blocks"), flush=True)
        self._checks = card(self.tr("What is still to do"))
        self._empty = muted(self.tr("Reading the list"))
        self.ask = Button(self.tr("Ask the patient"), "primary", "phone")
        self.print = Button(self.tr("Nurse list"), icon="printer", hint="Ctrl P")
        self.chart = Button(self.tr("Open the chart"), icon="user")
        self.export = Button(self.tr("Export"), icon="download")
        self._build()
        self._connect()
        self.reload()

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Before the next blocks")

    def entered(self) -> None:
        """The list takes the keyboard."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read the list again."""
        self._session.days_ahead = self.days.value()
        self._session.do(ahead_list, self.days.value() or _FIRST_DAYS).then(self._show)

    def nothing_said(self) -> str:
        """What stands there instead of an empty list."""
        return self._empty.text() if self.table.isHidden() else ""

    def _build(self) -> None:
        self._around = line(self, spacing=16, margins=(20, 16, 20, 16))
        self._around.addWidget(self._list, 1)
        self._around.addWidget(self._checks)
        self.days.name(self.tr("Days"))
        self._list.head.addWidget(self.days)
        self._empty.setContentsMargins(theme.px(16), theme.px(8), 0, theme.px(16))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        foot = QWidget()
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        hints = [("Enter", self.tr("ask") if self._may_ask else self.tr("open")), ("↑ ↓", self.tr("move"))]
        for button in (self.chart, self.export, self.print, self.ask):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look, act = (self.chart, self.export), (self.print, self.ask)
        below = FoldingRow((key_hints(hints),), look, act)
        line(foot, margins=(16, 8, 16, 12)).addWidget(below)
        appear(self.ask, self._may_ask)
        appear(self.export, self._session.may(Permission.EXPORT_NAMED))
        appear(self.print, self._session.may(Permission.OPEN_CHART))
        for part, wide in ((self._empty, 1), (self.table, 1), (foot, 0)):
            self._list.body.addWidget(part, wide)
        content = QWidget()
        self._said = stack(content, spacing=10)
        self._checks.body.addWidget(scrolled(content), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme.px(_BESIDE)
        ways = QBoxLayout.Direction
        self._around.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._around.setStretch(0, 1 if beside else 3)
        self._around.setStretch(1, 0 if beside else 2)
        self._checks.setMinimumWidth(theme.px(_CHECKS) if beside else 0)
        self._checks.setMaximumWidth(theme.px(_CHECKS) if beside else _ANY)

    def _columns(self) -> list[Column[AheadRow]]:
        return [
            Column(
                self.tr("Day"),
                lambda row: show_date(row.block.performed_on),
                second=lambda row: today_rows.time_words(row.block),
                width=112,
            ),
            Column(
                self.tr("Patient"),
                lambda row: full_name(row.patient),
                second=lambda row: two_identifiers(row.patient, self._session.now().date()),
                chips=lambda row: [similar_chip()] if row.of.similar else [],
                least=188,
            ),
            Column(
                self.tr("Planned levels"),
                lambda row: today_rows.level_words(today_rows.shown_joints(row.block)),
                second=lambda row: today_rows.more_level_words(today_rows.shown_joints(row.block)),
                chips=lambda row: today_rows.side_chips(today_rows.shown_joints(row.block), False),
                strong=True,
                width=164,
            ),
            Column(self.tr("Checks"), lambda _row: "", chips=_to_mind, width=190),
            Column(self.tr("State"), lambda _row: "", chips=_state, width=138),
        ]

    def _connect(self) -> None:
        self.table.picked.connect(self._show_checks)
        self.table.opened.connect(self._on_enter)
        self.days.edited.connect(self.reload)
        self.ask.clicked.connect(self._on_ask)
        self.chart.clicked.connect(self._on_chart)
        self.print.clicked.connect(self.show_paper)
        self.export.clicked.connect(self._on_export)
        self._session.changed.connect(self._on_changed)
        if self._session.may(Permission.OPEN_CHART):
            QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.show_paper)

    def show_paper(self) -> None:
        """Show the list as paper, to be printed and worked through."""
        self._session.do(nurse_list, self.days.value() or _FIRST_DAYS).then(self._preview)

    def _preview(self, pdf: bytes) -> None:
        title = self.tr("Planned blocks")
        paper = PaperPreview(self._session, self._window, pdf, self._settings, title=title)
        self._window.open(paper, title)

    def _on_export(self) -> None:
        from mbb_desktop.ui.export_card import ExportCard, ahead_offer

        offer = ahead_offer(self._session, self, self.days.value() or _FIRST_DAYS)
        ExportCard(self._session, self._window, offer).open()

    def _on_enter(self, row: AheadRow) -> None:
        if self._may_ask:
            AheadCard(self._session, self._window, row).open()
        else:
            self.open_chart.emit(row.patient.id)

    def _on_ask(self) -> None:
        if (row := self.table.current()) is not None:
            self._on_enter(row)

    def _on_chart(self) -> None:
        if (row := self.table.current()) is not None:
            self.open_chart.emit(row.patient.id)

    def _on_changed(self, changed: Changed) -> None:
        if any(changed.touches(kind) for kind in _SHOWN):
            self.reload()

    def _show(self, found: AheadList) -> None:
        self.table.show_records(found.rows, key=lambda row: row.block.id)
        if found.rows and self.table.current() is None:
            self.table.select(0)
        self._list.show_note(_summary(found))
        self._empty.setText(self.tr("No block is planned on these days."))
        self._empty.setVisible(not found.rows)
        self.table.setVisible(bool(found.rows))
        for button in (self.ask, self.chart, self.print, self.export):
            button.setEnabled(bool(found.rows))
        self._show_checks(self.table.current())

    def _show_checks(self, row: AheadRow | None) -> None:
        clear(self._said)
        if row is None:
            self._checks.show_note("")
            return
        self._checks.show_note(full_name(row.patient))
        order = list(Ready)
        for each in sorted(row.checks, key=lambda check: order.index(check.ready)):
            self._said.addWidget(_check(each))
        if row.asked.asked_at is not None:
            told = self.tr("Asked by {0}, {1}").format(
                row.asked.asked_by, show_date(row.asked.asked_at.date())
            )
            self._said.addWidget(help_text(", ".join(filter(None, (told, row.asked.note)))))
        self._said.addStretch()


def _days_words(days: int) -> str:
    if days == 1:
        return translate("ahead", "Today and tomorrow")
    return translate("ahead", "Today and {0} days").format(days)


def _summary(found: AheadList) -> str:
    ready = sum(row.ready is Ready.READY for row in found.rows)
    if any(not row.whole for row in found.rows):
        return translate("ahead", "{0} planned, your part of {1} ready").format(len(found.rows), ready)
    stopped = sum(row.ready is Ready.STOPS for row in found.rows)
    return translate("ahead", "{0} planned, {1} ready, {2} stopped").format(len(found.rows), ready, stopped)


def _to_mind(row: AheadRow) -> Sequence[Piece]:
    """The checks that are not settled, the worst first."""
    order = list(Ready)
    left = [each for each in row.checks if each.ready is not Ready.READY]
    marks = check_marks(sorted(left, key=lambda each: order.index(each.ready)))
    more = len(marks) - _MOST_MARKS
    return (*marks[:_MOST_MARKS], Chip(f"+{more}")) if more > 0 else marks


def _state(row: AheadRow) -> Sequence[Piece]:
    if row.ready is Ready.READY and not row.whole:
        return [Chip(translate("ahead", "Your part ready"), "ok", "circle-check")]
    return [ready_chip(row.ready)]


def _check(each: Check) -> QWidget:
    part = QWidget()
    whole = line(part, spacing=10)
    tone, icon = _STATES[each.ready]
    whole.addWidget(IconLabel(icon, tone if tone != "info" else "accent", 18), 0, Qt.AlignmentFlag.AlignTop)
    column = stack(spacing=2)
    head = line(spacing=8)
    head.addWidget(words(capital(each.what.value), "strong"))
    head.addWidget(ChipLabel(ready_chip(each.ready)))
    head.addStretch()
    column.addLayout(head)
    for said in _sentences(each):
        column.addWidget(help_text(said))
    whole.addLayout(column, 1)
    return part


def _sentences(each: Check) -> Iterator[str]:
    yield each.said
    if each.todo:
        yield translate("ahead", "{0} ({1}).").format(localized(each.todo), localized(each.who))

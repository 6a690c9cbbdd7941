"""Who did what with a chart, the newest first; and the report of it for the patient."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui.parts import Button, CheckBox, card, stack
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.record_table import Column, RecordTable
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.read_audit import Told, access_report, chart_trail


class AuditList(QWidget):
    """Read when it is looked at; older lines come when they are scrolled to."""

    report_made = Signal(object)

    def __init__(self, session: Session, patient_id: UUID) -> None:
        super().__init__()
        self._session, self._patient_id = session, patient_id
        self._lines: tuple[Told, ...] = ()
        self.table: RecordTable[Told] = RecordTable(self._columns(), self.tr("Audit trail"), row_height=36)
        self.only_looks = CheckBox(self.tr("Only who saw or gave out something"))
        self.report = Button(self.tr("Report for the patient"), icon="printer")
        self._build()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.do(chart_trail, self._patient_id).then(self._show_newest, receiver=self)

    def make_report(self) -> None:
        """Make the report of who saw the chart."""
        self._session.do(access_report, self._patient_id).then(self.report_made.emit, receiver=self)

    def _show_newest(self, lines: Sequence[Told]) -> None:
        self._lines = tuple(lines)
        self._show()

    def _append(self, lines: Sequence[Told]) -> None:
        self._lines += tuple(lines)
        self._show()

    def _build(self) -> None:
        frame = card(self.tr("Who did what with this chart"), flush=True)
        stack(self, margins=(20, 16, 20, 16)).addWidget(frame, 1)
        self.report.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.report.clicked.connect(self.make_report)
        self.only_looks.toggled.connect(self._show)
        for part in (self.only_looks, self.report):
            frame.head.addWidget(part)
        frame.body.addWidget(self.table, 1)
        self.table.more_needed.connect(self._on_more)

    def _columns(self) -> list[Column[Told]]:
        return [
            Column(self.tr("When"), self._when, width=170),
            Column(self.tr("Who"), lambda line: line.user or self.tr("the program"), strong=True, width=200),
            Column(self.tr("What"), lambda line: capital(line.event), width=260),
            Column(self.tr("Which"), lambda line: line.about),
            Column(self.tr("Where"), lambda line: line.workstation, width=150),
        ]

    def _when(self, line: Told) -> str:
        at = line.at.astimezone(self._session.now().tzinfo)
        return f"{show_date(at.date())} {at:%H:%M}"

    def _show(self) -> None:
        only = self.only_looks.isChecked()
        self.table.show_records([line for line in self._lines if line.looked or not only], lambda t: t.seq)

    def _on_more(self) -> None:
        if self._lines:
            oldest = self._lines[-1].seq
            self._session.do(chart_trail, self._patient_id, oldest).then(self._append, receiver=self)

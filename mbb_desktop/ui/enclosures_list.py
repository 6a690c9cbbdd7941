"""The scans and papers from outside in a chart: look at one, add one, mark one as entered in error."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.enclosure import Enclosure
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import Chip, Piece
from mbb_desktop.ui.parts import Button, appear, card, key_hints, line, muted, stack
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.record_table import Column, RecordTable
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.keep_enclosures import Enclosed, may_strike


class EnclosuresList(QWidget):
    """Newest first; Enter opens one."""

    opened = Signal(object)
    add_asked = Signal()
    strike_asked = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._days: Mapping[UUID, date] = {}
        self.table: RecordTable[Enclosure] = RecordTable(self._columns(), self.tr("Scans"))
        self.table.opened.connect(self.opened)
        self.table.acted.connect(self.opened)
        self.table.picked.connect(self._on_picked)
        self.strike = Button(self.tr("Entered in error"), "link", "ban")
        self._empty = muted(
            self.tr("No scans yet. Drag a PDF or a picture onto the chart, or press Add a scan.")
        )
        self._frame = card(self.tr("Scans and papers from outside"), flush=True)
        self._build()

    def show_enclosed(self, enclosed: Enclosed) -> None:
        """Show what lies in a chart."""
        enclosures, self._days = enclosed.papers, enclosed.days
        self.table.show_records(enclosures, key=lambda each: each.id)
        self.table.setVisible(bool(enclosures))
        self._foot.setVisible(bool(enclosures))
        self._empty.setVisible(not enclosures)
        self._frame.show_note(str(len(enclosures)) if enclosures else "")
        if enclosures and self.table.current() is None:
            self.table.select(0)
        self._on_picked()

    def _build(self) -> None:
        stack(self, margins=(20, 0, 20, 16)).addWidget(self._frame, 1)
        if self._session.may(Permission.KEEP_ENCLOSURES):
            add = Button(self.tr("Add a scan"), icon="upload")
            add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            add.clicked.connect(self.add_asked)
            self._frame.head.addWidget(add)
        self._empty.setContentsMargins(theme.px(16), theme.px(8), 0, theme.px(16))
        self._frame.body.addWidget(self._empty)
        self._frame.body.addWidget(self.table, 1)
        self._foot = QWidget()
        row = line(self._foot, margins=(16, 8, 16, 12))
        row.addWidget(key_hints([("Enter", self.tr("open")), ("↑ ↓", self.tr("move"))]), 1)
        self.strike.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.strike.clicked.connect(self._on_strike)
        row.addWidget(self.strike)
        self._frame.body.addWidget(self._foot)

    def _columns(self) -> list[Column[Enclosure]]:
        return [
            Column(
                self.tr("Paper"),
                lambda each: capital(each.kind.value),
                second=self._about,
                chips=self._chips,
                strong=True,
                least=220,
            ),
            Column(self.tr("Dated"), lambda each: _day(each, self.tr("not known")), width=104),
            Column(self.tr("Pages"), lambda each: str(each.pages), width=58),
            Column(self.tr("Block"), self._block, width=104),
            Column(
                self.tr("Added"),
                lambda each: show_date(each.added_at.astimezone(self._session.now().tzinfo).date()),
                second=lambda each: each.added_by,
                width=140,
            ),
            Column("", lambda _each: "", action=lambda _each: self.tr("Open"), width=84),
        ]

    def _about(self, each: Enclosure) -> str:
        """Why it is an error, else view and marker, from whom, and the note."""
        if each.struck is not None:
            return self.tr("{0} ({1})").format(each.struck.reason, each.struck.by)
        seen = [part.value for part in (each.view, each.marker) if part is not None]
        sender = self.tr("from {0}").format(each.sender) if each.sender else ""
        return ", ".join(part for part in (*seen, sender, each.note.replace("\n", " ")) if part)

    def _block(self, each: Enclosure) -> str:
        on = self._days.get(each.block_id) if each.block_id else None
        return show_date(on) if on else ""

    def _chips(self, each: Enclosure) -> list[Piece]:
        return [Chip(self.tr("Entered in error"), "danger", "ban")] if each.struck else []

    def _on_picked(self, _each: Enclosure | None = None) -> None:
        """Who added a paper, and who signs, may call it an error."""
        each = self.table.current()
        may = self._session.may(Permission.KEEP_ENCLOSURES) and each is not None and each.struck is None
        appear(self.strike, may and each is not None and may_strike(self._session.user, each))

    def _on_strike(self) -> None:
        if (each := self.table.current()) is not None:
            self.strike_asked.emit(each)


def _day(each: Enclosure, unknown: str) -> str:
    return unknown if each.dated is None else show_date(each.dated)

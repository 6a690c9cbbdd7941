"""Authorizations and denials of all patients, the most urgent first: what is due, and what waits."""

from datetime import date
from enum import Enum
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.denial import Due
from mbb_desktop.clinical.text import folded
from mbb_desktop.ui import denial_words, theme
from mbb_desktop.ui.authorization_card import AuthorizationCard
from mbb_desktop.ui.chips import Piece
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.denial_card import DenialCard
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.parts import Button, appear, card, grey, key_hints, line, muted, stack
from mbb_desktop.ui.person_words import full_name, two_identifiers
from mbb_desktop.ui.record_table import Column, RecordTable
from mbb_desktop.ui.screen_keys import payer_keys
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.workflow.denials import OpenEntry, PayerList, PayerRow, payer_entries, payer_list

_SHOWN = ("authorization", "patient")


class Which(Enum):
    """Which rows of the list are shown."""

    OPEN = "open"
    ALL = "all"


class PayerPage(QWidget):
    """Enter opens the entry; what is overdue stands first whatever is filtered."""

    keys = payer_keys

    open_chart = Signal(object)
    export_asked = Signal()
    counted = Signal(int)

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__()
        self._session, self._window = session, window
        self._known = PayerList(())
        choices = [(Which.OPEN, QCoreApplication.translate("denial", "Open")), (Which.ALL, self.tr("All"))]
        self.which: ChoiceEditor[Which] = ChoiceEditor(choices)
        self.which.set_value(Which.OPEN)
        self.words = TextEditor(self.tr("Filter: name, number, payer"))
        self.table: RecordTable[PayerRow] = RecordTable(
            self._columns(), self.tr("Authorizations and denials"), row_height=52
        )
        self.setFocusProxy(self.table)
        self._list = card(self.tr("Authorizations and denials"), flush=True)
        self._empty = muted(self.tr("Reading the list"))
        self.export = Button(self.tr("Export"), icon="download")
        self.chart = Button(self.tr("Open the chart"), icon="user")
        self._build()
        self._connect()

    def entered(self) -> None:
        """Look again: days pass, and others enter too."""
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        everything = self.which.value() is Which.ALL
        self._session.do(payer_list, everything=everything).then(self._show)

    def nothing_said(self) -> str:
        """What stands there instead of an empty list."""
        return self._empty.text() if self.table.isHidden() else ""

    def _build(self) -> None:
        stack(self, margins=(20, 16, 20, 16)).addWidget(self._list, 1)
        head = self._list.head
        self.words.name(self.tr("Filter"))
        self.which.name(self.tr("Rows"))
        self.words.setFixedWidth(theme.px(240))
        self.which.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        head.addWidget(self.words)
        head.addWidget(self.which)
        self._empty.setContentsMargins(theme.px(16), theme.px(8), 0, theme.px(16))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        foot = QWidget()
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = line(foot, margins=(16, 8, 16, 12))
        hints = [("Enter", self.tr("open")), ("↑ ↓", self.tr("move")), ("Ctrl F", self.tr("find"))]
        row.addWidget(key_hints(hints), 1)
        for button in (self.chart, self.export):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        appear(self.export, self._session.may(Permission.EXPORT_NAMED))
        for part, wide in ((self._empty, 1), (self.table, 1), (foot, 0)):
            self._list.body.addWidget(part, wide)

    def _columns(self) -> list[Column[PayerRow]]:
        return [
            Column(
                self.tr("Until"),
                denial_words.due_words,
                second=lambda row: denial_words.second_due(row, self._today()),
                strong=True,
                width=150,
            ),
            Column(
                self.tr("Patient"),
                lambda row: full_name(row.patient),
                second=lambda row: two_identifiers(row.patient, self._today()),
                width=226,
            ),
            Column(
                self.tr("What"),
                denial_words.what_words,
                second=denial_words.more_words,
                strong=True,
                least=220,
            ),
            Column(self.tr("Next"), denial_words.step_words, least=190),
            Column(self.tr("State"), lambda _row: "", chips=self._chips, width=178),
            Column("", lambda _row: "", action=lambda _row: self.tr("Open"), width=84),
        ]

    def _today(self) -> date:
        return self._session.now().date()

    def _chips(self, row: PayerRow) -> list[Piece]:
        return [denial_words.due_chip(row, self._session.now().date())]

    def _connect(self) -> None:
        self.table.opened.connect(self.open_entry)
        self.table.acted.connect(lambda row, _words: self.open_entry(row))
        self.which.edited.connect(self.reload)
        self.words.edited.connect(self._show_rows)
        self.export.clicked.connect(self.export_asked)
        self.chart.clicked.connect(self._on_chart)
        self._session.changed.connect(self._on_changed)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(lambda: self.words.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def open_entry(self, row: PayerRow) -> None:
        """Show the entry of a row as it is stored now."""
        asking = self._session.do(payer_entries, row.patient.id)
        asking.then(partial(self._open_entry, row))

    def _open_entry(self, row: PayerRow, found: OpenEntry) -> None:
        denial = next((each for each in found.denials if each.id == row.id), None)
        known = next((each for each in found.of.known.authorizations if each.id == row.id), None)
        if row.denied_without or denial is not None:
            DenialCard(self._session, self._window, found.of, denial, known).open()
        elif known is not None:
            AuthorizationCard(self._session, self._window, found.of, known).open()

    def _on_chart(self) -> None:
        if (row := self.table.current()) is not None:
            self.open_chart.emit(row.patient.id)

    def _on_changed(self, changed: Changed) -> None:
        if any(changed.touches(kind) for kind in _SHOWN):
            self.reload()

    def _show(self, known: PayerList) -> None:
        self._known = known
        self.counted.emit(known.to_do)
        self._show_rows()

    def _show_rows(self) -> None:
        """Nothing that is overdue is filtered away."""
        sought = folded(self.words.value() or "")
        rows = [row for row in self._known.rows if row.step.due is Due.OVERDUE or sought in _searched(row)]
        self.table.show_records(rows, key=lambda row: row.id)
        if rows and self.table.current() is None:
            self.table.select(0)
        self._list.show_note(self._summary())
        self._empty.setText(self.tr("Nothing here. They are added in a chart, under Details."))
        self._empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        grey(self.chart, "" if rows else self.tr("The list is empty."))

    def _summary(self) -> str:
        to_do, late = self._known.to_do, self._known.overdue
        return self.tr("{0} to do, {1} overdue").format(to_do, late)


def _searched(row: PayerRow) -> str:
    return folded(" ".join((full_name(row.patient), row.patient.mrn, denial_words.more_words(row))))

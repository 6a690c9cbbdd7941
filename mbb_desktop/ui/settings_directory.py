"""The clinic's directory: referrers, RFA providers, prescribers and payers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.people import Correspondent, CorrespondentKind
from mbb_desktop.ui import theme
from mbb_desktop.ui.correspondent_card import CorrespondentCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.parts import Button, card, muted, stack
from mbb_desktop.ui.record_table import Column, RecordTable
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.workflow.keep_clinic import directory


class DirectorySettings(QWidget):
    """Enter changes an entry."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__()
        self._session, self._window = session, window
        self.table: RecordTable[Correspondent] = RecordTable(self._columns(), self.tr("Directory"))
        self.table.opened.connect(self._open)
        self._empty = muted(self.tr("Nobody yet. Letters and payers come from here."))
        self._build()
        session.changed.connect(self._on_changed)
        self._session.do(directory).then(self._show)

    def _build(self) -> None:
        frame = card(self.tr("Directory"), flush=True)
        stack(self, margins=(20, 16, 20, 16)).addWidget(frame, 1)
        add = Button(self.tr("Add an entry"), "primary", "plus")
        add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        add.clicked.connect(lambda _on=False: self._open(None))
        frame.head.addWidget(add)
        self._empty.setContentsMargins(theme.px(16), theme.px(8), 0, theme.px(16))
        frame.body.addWidget(self._empty)
        frame.body.addWidget(self.table, 1)

    def _columns(self) -> list[Column[Correspondent]]:
        return [
            Column(
                self.tr("Name"),
                lambda entry: ", ".join(part for part in (entry.name, entry.credentials) if part),
                second=lambda entry: entry.organization,
            ),
            Column(self.tr("What they are"), lambda entry: entry.kind.value, width=140),
            Column(self.tr("Phone"), lambda entry: entry.phone, width=150),
            Column(self.tr("Fax"), lambda entry: entry.fax, width=150),
        ]

    def _show(self, entries: tuple[Correspondent, ...]) -> None:
        self.table.show_records(entries, key=lambda entry: entry.id)
        self.table.setVisible(bool(entries))
        self._empty.setVisible(not entries)

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("directory"):
            self._session.do(directory).then(self._show)

    def _open(self, entry: Correspondent | None) -> None:
        CorrespondentCard(self._window, self._session, tuple(CorrespondentKind), entry).open()

"""Patients: found while typing, listed with two identifiers, added by hand or from a file."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.people import Patient
from mbb_desktop.storage.patients import Page, Place
from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import Piece
from mbb_desktop.ui.export_card import ExportCard, people_offer
from mbb_desktop.ui.import_card import ImportCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.parts import Button, card, key_hints, line, muted, stack
from mbb_desktop.ui.patient_form import PatientForm
from mbb_desktop.ui.person_words import born_words, full_name, similar_chip
from mbb_desktop.ui.record_table import Column, RecordTable
from mbb_desktop.ui.screen_keys import patients_keys
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.ui.top_bar import PageAction
from mbb_desktop.workflow.keep_patients import find_patients
from mbb_desktop.workflow.people_list import with_similar_names

_PAGE = 50
_PAUSE_MS = 200
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class SearchLine(QLineEdit):
    """Typing searches; arrows move in the list below, Enter opens what is chosen there."""

    moved = Signal(QKeyEvent)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DOWN:
            self.moved.emit(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class PatientsPage(QWidget):
    """A later search makes the reply of an earlier one void."""

    keys = patients_keys

    open_chart = Signal(object)

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__()
        self._session, self._window = session, window
        self._turn = 0
        self._shown_turn = 0
        self._next: Place | None = None
        self._asked: frozenset[UUID] = frozenset()
        self._similar: frozenset[UUID] = frozenset()
        self._open_when_here = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look_for_similar)
        self.line = SearchLine()
        self.table: RecordTable[Patient] = RecordTable(self._columns(), self.tr("Patients"))
        self._list = card()
        self._empty = muted("")
        self._build()
        self._connect()

    def entered(self) -> None:
        """Look again, with the cursor where one types."""
        self._search_again()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def page_action(self) -> PageAction | None:
        """The page's main action."""
        if not self._session.may(Permission.EDIT_PEOPLE):
            return None
        return PageAction(self.tr("New patient"), lambda: self.add_patient(), "plus", "Ctrl Shift N")

    def search(self, words: str) -> None:
        """Show whom these words find."""
        self.line.setText(words)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_patient(self, name: str = "") -> None:
        """Open a form over the page, empty but for a name that was typed: `family, given`."""
        form = PatientForm(self._session, self._window, None)
        family, _comma, given = name.partition(",")
        for field, text in (("family", family.strip()), ("given", given.strip())):
            if text:
                form.form.editor(field).set_value(text)
        form.saved.connect(self._on_added)
        form.open_known.connect(self._on_open_known)
        form.closed.connect(self._window.back)
        self._window.open(form, form.title())

    def import_people(self) -> None:
        """Look at a file of people, and keep those that are wanted."""
        importing = ImportCard(self._session, self._window)
        importing.open_known.connect(self._on_open_known)
        importing.open()

    def export_people(self) -> ExportCard:
        """Ask how everybody whom the typed words find is to be saved."""
        offer = people_offer(self._session, self, self.line.text())
        asking = ExportCard(self._session, self._window, offer)
        asking.open()
        return asking

    def nothing_said(self) -> str:
        """What stands there instead of an empty list."""
        return self._empty.text() if self.table.isHidden() else ""

    def _build(self) -> None:
        column = stack(self, spacing=0, margins=(20, 16, 20, 16))
        column.addWidget(self._list, 1)
        self._list.body.setContentsMargins(0, 0, 0, 0)
        self._list.body.addLayout(self._head())
        self._list.body.addWidget(self._empty)
        self._list.body.addWidget(self.table, 1)
        self._list.body.addWidget(self._hints())
        self._empty.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(16))

    def _head(self) -> QHBoxLayout:
        self.line.setPlaceholderText(self.tr("Name, birth date or record number"))
        self.line.setAccessibleName(self.tr("Find a patient"))
        self.line.setClearButtonEnabled(False)
        row = line(spacing=12, margins=(16, 12, 16, 6))
        row.addWidget(self.line, 1)
        if self._session.may(Permission.EXPORT_NAMED):
            export = Button(self.tr("Export"), icon="download")
            export.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            export.clicked.connect(self.export_people)
            row.addWidget(export)
        if self._session.may(Permission.EDIT_PEOPLE):
            bring = Button(self.tr("Import from FHIR"), icon="upload")
            bring.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            bring.clicked.connect(self.import_people)
            row.addWidget(bring)
        return row

    def _hints(self) -> QWidget:
        hints = key_hints([("Enter", self.tr("open")), ("↑ ↓", self.tr("move")), ("Ctrl F", self.tr("find"))])
        hints.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(12))
        return hints

    def _columns(self) -> list[Column[Patient]]:
        return [
            Column(
                self.tr("Patient"),
                full_name,
                second=lambda p: born_words(p, self._session.now().date()),
                chips=self._chips,
            ),
            Column(self.tr("MRN"), lambda p: p.mrn or self.tr("not recorded"), width=150),
            Column(
                self.tr("Sex"),
                lambda p: p.sex.value.capitalize() if p.sex else self.tr("not recorded"),
                width=130,
            ),
            Column(self.tr("Phone"), lambda p: p.phone or self.tr("not recorded"), width=190),
        ]

    def _chips(self, patient: Patient) -> list[Piece]:
        return [similar_chip()] if patient.id in self._similar else []

    def _connect(self) -> None:
        self.line.textChanged.connect(self._search)
        self.line.moved.connect(self.table.keyPressEvent)
        self.line.entered.connect(self._on_entered)
        self.table.opened.connect(self._on_opened)
        self.table.more_needed.connect(self._more)
        self._session.changed.connect(self._on_changed)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(lambda: self.line.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _search(self, _text: str = "") -> None:
        self._ask(lambda turn, page: self._show(turn, page, keep=False))

    def _search_again(self) -> None:
        self._ask(lambda turn, page: self._show(turn, page, keep=True))

    def _ask(self, show: Callable[[int, Page], None]) -> None:
        self._turn += 1
        turn, text = self._turn, self.line.text()
        asked = self._session.do(find_patients, text, None, _PAGE)
        asked.then(lambda page: show(turn, page), receiver=self)

    def _show(self, turn: int, page: Page, keep: bool) -> None:
        """`keep` the chosen row after a change elsewhere; a new search chooses its best hit."""
        if turn != self._turn:
            return
        self._shown_turn = turn
        self.table.show_records(page.patients, key=(lambda patient: patient.id) if keep else None)
        if page.patients and (not keep or self.table.current() is None):
            self.table.select(0)
        self._next = page.next
        self._say_nothing_found(not page.patients)
        self._pause.start()
        if self._open_when_here:
            self._open_when_here = False
            self._open_chosen()

    def _more(self) -> None:
        place, self._next = self._next, None
        if place is not None:
            turn, text = self._turn, self.line.text()
            asked = self._session.do(find_patients, text, place, _PAGE)
            asked.then(lambda page: self._append(turn, page), receiver=self)

    def _append(self, turn: int, page: Page) -> None:
        if turn == self._turn:
            self.table.append_records(page.patients)
            self._next = page.next
            self._pause.start()

    def _look_for_similar(self) -> None:
        """In a pause of the typing, so that no search ever waits for this."""
        unasked = tuple(p for p in self.table.records() if p.id not in self._asked)
        if unasked:
            self._asked |= {patient.id for patient in unasked}
            asked = self._session.do(with_similar_names, unasked)
            asked.then(self._mark_similar)

    def _mark_similar(self, found: frozenset[UUID]) -> None:
        self._similar |= found
        self.table.viewport().update()

    def _say_nothing_found(self, nothing: bool) -> None:
        self._empty.setVisible(nothing)
        self.table.setVisible(not nothing)
        if self.line.text().strip():
            self._empty.setText(self.tr("Nobody found. Check the spelling, or add the patient."))
        else:
            self._empty.setText(
                self.tr("No patients yet. Add one (Ctrl+Shift+N), or import people from a file.")
            )

    def _on_entered(self) -> None:
        """Enter means the person whom the words find, also when the list has not caught up yet."""
        if self._shown_turn == self._turn:
            self._open_chosen()
        else:
            self._open_when_here = True

    def _open_chosen(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            self._on_opened(chosen)

    def _on_opened(self, patient: Patient) -> None:
        self.open_chart.emit(patient.id)

    def _on_added(self, patient: Patient) -> None:
        self._window.back()
        self.open_chart.emit(patient.id)

    def _on_open_known(self, patient_id: UUID) -> None:
        self._window.show_page(self._window.current_key())
        self.open_chart.emit(patient_id)

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("patient"):
            self._asked, self._similar = frozenset(), frozenset()
            self._search_again()

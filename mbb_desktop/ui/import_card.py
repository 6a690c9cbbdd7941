"""Bring people in from a FHIR file: look at what it holds, choose, and only then keep."""

from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mbb_desktop.interop.budget import Unreadable
from mbb_desktop.interop.offered import Refused
from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import Chip, Piece
from mbb_desktop.ui.chosen_file import ask_for_file, bytes_of
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, body, help_text, line, muted, section_title, stack
from mbb_desktop.ui.person_words import full_name
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.record_table import Column, RecordTable
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.typed import show_date
from mbb_desktop.workflow.import_people import (
    Chosen,
    Imported,
    PeopleOffered,
    PersonOffered,
    import_people,
    preview_people,
)


@dataclass(slots=True, eq=False)
class OfferedRow:
    """A person of the file with the record number under which to keep them."""

    person: PersonOffered
    record_number: str = field(default="")

    @property
    def is_known(self) -> bool:
        return bool(self.person.known)

    @property
    def can_be_kept(self) -> bool:
        return bool(self.record_number) and not self.is_known


class ImportCard(DialogCard):
    """Choose a file, look, tick, import. Nothing is kept before the last button."""

    imported = Signal(object)
    open_known = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window, self.tr("Import people"), wide=860)
        self._session = session
        self._notice = Notice("", "danger", "circle-alert")
        self.table: RecordTable[OfferedRow] = RecordTable(self._columns(), self.tr("People"), checkable=True)
        self._refused: RecordTable[Refused] = RecordTable(_refusals(self), self.tr("Refused"), row_height=40)
        self._refused_title = section_title("")
        self.number = TextEditor(max_length=60)
        self._numbering = Field(self.tr("Record number of the chosen person"), self.number)
        self._known = _KnownRow()
        self._summary = muted("")
        self._build()
        self._connect()
        self._show_parts(False)

    def read_file(self, path: Path) -> None:
        """Look at a file; a problem with it is said in the card."""
        try:
            data = bytes_of(path)
        except (OSError, Unreadable) as error:
            self._notice.show_text(explain(error) or "", "danger", "circle-alert")
            return
        self._summary.setText(self.tr("Reading"))
        reading = self._session.do(preview_people, data, path.name)
        reading.then(self._show).failed(self._on_failed)

    def rows(self) -> list[OfferedRow]:
        """The people that the file offers."""
        return self.table.records()

    def refusals(self) -> list[tuple[str, str]]:
        """Where in the file something was refused, and why."""
        return [(refused.where, refused.sentence) for refused in self._refused.records()]

    def said(self) -> str:
        """What went wrong, or what was done."""
        return self._notice.text()

    def _build(self) -> None:
        self._intro = body(
            self.tr("A FHIR R4 file: one Patient, a Bundle, or one resource per line. Nothing is kept yet.")
        )
        self.body.addWidget(self._intro)
        self.body.addWidget(self._notice)
        self.body.addWidget(self.table)
        self.body.addWidget(self._detail())
        self.body.addWidget(self._refused_title)
        self.body.addWidget(self._refused)
        self._add_buttons()

    def _detail(self) -> QWidget:
        self._person = QFrame()
        self._person.setProperty("kind", "soft")
        column = stack(self._person, spacing=8, margins=(12, 10, 12, 10))
        self._facts = help_text("")
        for part in (self._facts, self._numbering, self._known):
            column.addWidget(part)
        return self._person

    def _add_buttons(self) -> None:
        self.buttons.insertWidget(0, self._summary)
        self._choose = Button(self.tr("Choose a file"), "primary", "upload")
        self._cancel = Button(self.tr("Cancel"))
        self._import = Button(self.tr("Import"), "primary")
        for button in (self._cancel, self._choose, self._import):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._ask_for_file)
        self._cancel.clicked.connect(self.reject)
        self._import.clicked.connect(self._run)
        self.table.picked.connect(self._on_picked)
        self.table.checks_changed.connect(self._on_checks)
        self.number.edited.connect(self._on_number)
        self._known.asked.connect(self._on_open_known)

    def _columns(self) -> list[Column[OfferedRow]]:
        return [
            Column(
                self.tr("Person"),
                lambda row: row.person.offered.family.upper() + ", " + row.person.offered.given,
                second=lambda row: show_date(row.person.offered.born),
            ),
            Column(self.tr("Record number"), _number_words, width=150),
            Column(self.tr("Where in the file"), lambda row: row.person.offered.where, width=150),
            Column("", lambda _row: "", chips=self._state, width=220),
        ]

    def _state(self, row: OfferedRow) -> list[Piece]:
        if row.is_known:
            return [Chip(self.tr("In the list already"), "neutral", "user")]
        if not row.record_number:
            return [Chip(self.tr("Record number needed"), "warn", "triangle-alert")]
        if row.person.offered.notes:
            return [Chip(self.tr("Has remarks"), "info", "info")]
        return [Chip(self.tr("New"), "ok", "check")]

    def _ask_for_file(self) -> None:
        filters = [self.tr("FHIR (*.json *.ndjson *.jsonl)"), self.tr("All files (*)")]
        ask_for_file(self, self.tr("Choose a FHIR file"), filters, self.read_file)

    def _show(self, found: PeopleOffered) -> None:
        self._notice.show_text("")
        rows = [OfferedRow(person, person.offered.record_number) for person in found.people]
        self.table.show_records(rows)
        self._refused.show_records(found.refused)
        self._show_parts(True)
        self.table.check([at for at, row in enumerate(rows) if row.can_be_kept])
        passed = self.tr(" {0} other records passed over.").format(found.passed_over)
        self._refused_title.setText(self.tr("{0} refused").format(len(found.refused)))
        self._intro.setText(
            self.tr("{0} people found, {1} refused.").format(len(rows), len(found.refused))
            + (passed if found.passed_over else "")
        )
        if rows:
            self.table.select(0)

    def _show_parts(self, read: bool) -> None:
        people, refused = bool(self.table.records()), bool(self._refused.records())
        self.table.setVisible(read and people)
        self.table.setFixedHeight(theme.px(32 + 48 * min(5, max(1, len(self.table.records())))) + 2)
        self._person.setVisible(read and people)
        self._refused.setVisible(read and refused)
        self._refused.setFixedHeight(theme.px(32 + 40 * min(3, max(1, len(self._refused.records())))) + 2)
        self._refused_title.setVisible(read and refused)
        self._import.setVisible(read and people)
        self._choose.setVisible(not (read and people))
        self._on_checks()
        self.fit()

    def _on_picked(self, row: OfferedRow) -> None:
        offered = row.person.offered
        numbers = [
            f"{n.value} ({n.given_by or n.system or self.tr('giver not named')})"
            for n in offered.record_numbers
        ]
        said = [*offered.notes]
        if numbers:
            said.insert(0, self.tr("Numbers in the file: {0}").format(", ".join(numbers)))
        self._facts.setText("\n".join(said))
        self._facts.setVisible(bool(said))
        self._numbering.setVisible(not row.is_known)
        self.number.set_value(row.record_number)
        self._known.show_known(row.person)
        self.fit()

    def _on_number(self) -> None:
        row = self.table.current()
        if row is None:
            return
        row.record_number = self.number.value()
        at = self.table.currentIndex().row()
        ticked = {i for i, each in enumerate(self.table.records()) if each in self.table.checked()}
        self.table.check(sorted(ticked | {at} if row.can_be_kept else ticked - {at}))

    def _on_checks(self) -> None:
        records = self.table.records()
        ticked = self.table.checked()
        if any(not row.can_be_kept for row in ticked):
            self.table.check([at for at, row in enumerate(records) if row in ticked and row.can_be_kept])
            return
        count = len(ticked)
        self._import.say(
            self.tr("Import 1 person") if count == 1 else self.tr("Import {0} people").format(count)
        )
        self._import.setEnabled(bool(count))
        waiting = sum(not row.record_number and not row.is_known for row in records)
        self._summary.setText(self.tr("{0} still need a record number").format(waiting) if waiting else "")

    def _run(self) -> None:
        chosen = tuple(Chosen(row.person.offered, row.record_number) for row in self.table.checked())
        self._import.setEnabled(False)
        running = self._session.do(import_people, chosen).changes("patient")
        running.then(self._on_imported).failed(self._on_failed)

    def _on_imported(self, done: Imported) -> None:
        self.imported.emit(done)
        if not done.left_out:
            self.accept()
            return
        self.table.show_records([])
        self._refused.show_records([Refused(each.where, each.sentence) for each in done.left_out])
        self._refused_title.setText(self.tr("{0} not imported").format(len(done.left_out)))
        self._show_parts(True)
        added = len(done.added)
        said = self.tr("1 person added.") if added == 1 else self.tr("{0} people added.").format(added)
        self._notice.show_text(said, "ok", "circle-check")
        self._cancel.say(self.tr("Close"))

    def _on_failed(self, error: Exception) -> None:
        said = explain(error) or self.tr("The file could not be imported. Nothing was kept.")
        self._notice.show_text(said, "danger", "circle-alert")
        self._on_checks()

    def _on_open_known(self, patient_id: UUID) -> None:
        self.accept()
        self.open_known.emit(patient_id)


class _KnownRow(QWidget):
    """Who in the list may be the same person, with a way to look."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._row: QHBoxLayout = line(self, spacing=8)
        self._said = muted("")
        self._open = Button(self.tr("Open"))
        self._open.clicked.connect(self._on_open)
        self._row.addWidget(self._said, 1)
        self._row.addWidget(self._open)
        self._id: UUID | None = None

    def show_known(self, person: PersonOffered) -> None:
        """Name the first one; the others are reached by searching."""
        self.setVisible(bool(person.known))
        if person.known:
            known = person.known[0]
            self._id = known.id
            said = self.tr("In the list: {0}, born {1}, MRN {2}")
            self._said.setText(said.format(full_name(known), show_date(known.born), known.mrn or "–"))

    def _on_open(self) -> None:
        if self._id is not None:
            self.asked.emit(self._id)


def _number_words(row: OfferedRow) -> str:
    return row.record_number


def _refusals(card: QWidget) -> list[Column[Refused]]:
    return [
        Column(card.tr("Where"), lambda refused: refused.where, width=150),
        Column(card.tr("Why"), lambda refused: refused.sentence),
    ]

"""Add or change a patient: nothing is assumed, and nothing that was typed is lost when saving fails."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.people import Correspondent, Patient
from mbb_desktop.storage.errors import Conflict
from mbb_desktop.ui import patient_fields
from mbb_desktop.ui.correspondent_card import CorrespondentCard
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.directory_editor import DirectoryEditor
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, body, card, line, muted, scrolled, stack, words
from mbb_desktop.ui.patient_details import PatientDetails, details_of, details_problems, patient_of
from mbb_desktop.ui.person_words import full_name, two_identifiers
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.workflow.keep_clinic import directory
from mbb_desktop.workflow.keep_patients import BadPatient, Duplicate, open_papers, save_patient
from mbb_desktop.workflow.knowledge import rule_sets


class PatientForm(QWidget):
    """For a new patient `patient` is None. Ctrl+S saves; leaving saves what nothing stands against."""

    saved = Signal(object)
    open_known = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, window: MainWindow, patient: Patient | None) -> None:
        super().__init__()
        self._session, self._window = session, window
        self._patient = patient
        self._clinical = session.may(Permission.OPEN_CHART)
        start = details_of(patient) if patient else PatientDetails()
        self.form: RecordForm[PatientDetails] = RecordForm(
            start, lambda details: details_problems(details, session.now()), patient_fields.COLUMNS
        )
        self._notice = Notice("", "danger", "circle-alert")
        self._state = muted("")
        self._save = Button(self.tr("Save") if patient else self.tr("Add patient"), "primary", hint="Ctrl S")
        self._cancel = Button(self.tr("Cancel"))
        self._choosers: tuple[DirectoryEditor, ...] = ()
        self._add_fields()
        self._build()
        self._connect()

    def title(self) -> str:
        """What the form is for; never a name."""
        return self.tr("Patient details") if self._patient else self.tr("New patient")

    def entered(self) -> None:
        """Begin at the first field of a new patient."""
        if self._patient is None:
            self.form.editor("family").setFocus(Qt.FocusReason.OtherFocusReason)

    def leaving(self) -> None:
        """Save a known patient's changes when nothing stands against it; else say that they are not kept."""
        if not self.form.is_dirty():
            return
        if self._patient is not None and not self.form.problems():
            self.save()
        elif self._patient is not None:
            problem = next(iter(self.form.problems().values()))
            self._tell_lost(self.tr("The changes to the details were not saved. {0}").format(problem))

    def show_patient(self, patient: Patient) -> None:
        """Show the patient as saved elsewhere, unless something is being typed here."""
        if not self.form.is_dirty():
            self._take(patient)

    def save(self, *, although_known: bool = False) -> None:
        """Save, or say beside the fields what is missing."""
        if self.form.show_problems():
            self._say_problems()
            return
        patient = patient_of(self.form.record(), self._patient, self._session.now())
        self._save.setEnabled(False)
        saving = self._session.do(save_patient, patient, although_known=although_known)
        saving.changes("patient", patient_id=patient.id).then(self._on_saved).failed(self._on_failed)

    def _add_fields(self) -> None:
        today, form = self._session.now().date(), self.form
        patient_fields.add_person(form, today)
        patient_fields.add_contact(form)
        if self._clinical:
            patient_fields.add_safety(form, today)
            patient_fields.add_anticoagulant(form, today)
        self._choosers = patient_fields.add_payer(form, self._session.may(Permission.EDIT_PEOPLE))
        self._session.do(directory).then(self._show_directory)
        self._show_fitting()

    def _build(self) -> None:
        content = QWidget()
        column = stack(content, spacing=12, margins=(20, 16, 20, 16))
        frame = card()
        frame.body.addWidget(self.form)
        column.addWidget(frame)
        column.addStretch()
        whole = stack(self, spacing=0)
        whole.addWidget(scrolled(content), 1)
        whole.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setObjectName("topBar")
        column = stack(foot, spacing=8, margins=(20, 10, 20, 10))
        column.addWidget(self._notice)
        row = line(spacing=8)
        row.addWidget(self._state, 1)
        for button in (self._cancel, self._save):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        column.addLayout(row)
        return foot

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self._save.clicked.connect(lambda: self.save())
        self._cancel.clicked.connect(self._on_cancel)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(lambda: self.save())
        for chooser in self._choosers:
            chooser.add_asked.connect(self._on_add_asked)
        self._session.changed.connect(self._on_changed)
        self._show_state()

    def _show_directory(self, entries: tuple[Correspondent, ...]) -> None:
        known: Mapping[UUID, Correspondent] = {entry.id: entry for entry in entries}
        for chooser in self._choosers:
            chooser.show_entries(known)

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("directory"):
            self._session.do(directory).then(self._show_directory)

    def _on_add_asked(self) -> None:
        chooser = self.sender()
        if not isinstance(chooser, DirectoryEditor):
            return
        adding = CorrespondentCard(self._window, self._session, chooser.kinds, tuple(rule_sets().values()))
        adding.saved.connect(lambda entry: self._choose(chooser, entry))
        adding.open()

    def _choose(self, chooser: DirectoryEditor, entry: Correspondent) -> None:
        chooser.set_value(entry.id)
        chooser.edited.emit()

    def _on_edited(self, _name: str) -> None:
        self._show_fitting()
        self._show_state()

    def _show_fitting(self) -> None:
        if self._clinical:
            patient_fields.show_fitting(self.form)

    def _show_state(self) -> None:
        dirty = self.form.is_dirty()
        self._cancel.setVisible(dirty or self._patient is None)
        self._save.setEnabled(dirty)
        self._state.setText(self.tr("Not saved yet") if dirty and self._patient else "")
        if not dirty:
            self._notice.show_text("")

    def _say_problems(self) -> None:
        count = len(self.form.problems())
        said = self.tr("1 field needs a look.") if count == 1 else self.tr("{0} fields need a look.")
        self._notice.show_text(said.format(count), "danger", "circle-alert")

    def _take(self, patient: Patient) -> None:
        self._patient = patient
        self.form.show_record(details_of(patient))
        self._show_fitting()
        self._show_state()

    def _on_saved(self, patient: Patient) -> None:
        self._take(patient)
        self.saved.emit(patient)

    def _on_failed(self, error: Exception) -> None:
        self._save.setEnabled(True)
        if isinstance(error, Duplicate):
            self._ask_about(error.known)
        elif isinstance(error, BadPatient):
            self.form.field("mrn" if error.field == "identifiers" else error.field).show_problem(str(error))
            self._say_problems()
        elif isinstance(error, Conflict) and self._patient is not None:
            self._session.do(open_papers, self._patient.id).then(
                lambda found: self._ask_which(found[0]), self
            )
        else:
            said = explain(error) or self.tr("It was not saved. Try again.")
            self._notice.show_text(said, "danger", "circle-alert")

    def _ask_about(self, known: tuple[Patient, ...]) -> None:
        asking = KnownCard(self._window, known, self._session)
        asking.open_asked.connect(self.open_known)
        asking.add_asked.connect(lambda: self.save(although_known=True))
        asking.open()

    def _ask_which(self, theirs: Patient) -> None:
        """Somebody else saved meanwhile: my changes go on top of theirs only when the person says so."""
        asking = DialogCard(self._window, self.tr("Somebody else changed this patient"))
        asking.body.addWidget(
            body(self.tr("Your entries are still here. They can be put on top of what was saved meanwhile."))
        )
        show, keep = Button(self.tr("Show theirs")), Button(self.tr("Save mine on top"), "primary")
        show.clicked.connect(lambda: (self._take(theirs), asking.accept()))
        keep.clicked.connect(lambda: (asking.accept(), self._save_on_top(theirs)))
        for button in (show, keep):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            asking.buttons.addWidget(button)
        asking.open()

    def _save_on_top(self, theirs: Patient) -> None:
        if self._patient is None:
            return
        before, mine = details_of(self._patient), self.form.record()
        changed = {
            name: getattr(mine, name)
            for name in PatientDetails.__dataclass_fields__
            if getattr(mine, name) != getattr(before, name)
        }
        self._patient = theirs
        self.form.show_record(details_of(theirs))
        for name, value in changed.items():
            self.form.editor(name).set_value(value)
        self.save()

    def _on_cancel(self) -> None:
        if self._patient is None:
            self.form.show_record(PatientDetails())
            self.closed.emit()
            return
        self._take(self._patient)

    def _tell_lost(self, sentence: str) -> None:
        self._window.messages.toast(sentence)


class KnownCard(DialogCard):
    """This may be somebody who is in the list already: open that record, or add anyway."""

    open_asked = Signal(object)
    add_asked = Signal()

    def __init__(self, window: QWidget, known: tuple[Patient, ...], session: Session) -> None:
        super().__init__(window, self.tr("In the list already?"), wide=560)
        self.body.addWidget(
            body(self.tr("Somebody with the same record number, or the same name and birth date, is known."))
        )
        for patient in known:
            self.body.addWidget(self._row(patient, session))
        cancel, add = Button(self.tr("Cancel")), Button(self.tr("Add anyway"))
        cancel.clicked.connect(self.reject)
        add.clicked.connect(self._on_add)
        for button in (add, cancel):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        cancel.setDefault(True)
        cancel.setFocus()

    def _row(self, patient: Patient, session: Session) -> QWidget:
        frame = QFrame()
        frame.setProperty("kind", "soft")
        row = line(frame, spacing=8, margins=(12, 8, 8, 8))
        names = stack(spacing=0)
        names.addWidget(words(full_name(patient), "strong"))
        names.addWidget(words(two_identifiers(patient, session.now().date()), "small"))
        row.addLayout(names, 1)
        button = Button(self.tr("Open"), "primary")
        button.setAccessibleName(self.tr("Open {0}").format(full_name(patient)))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self._on_open(patient.id))
        row.addWidget(button)
        return frame

    def _on_open(self, patient_id: UUID) -> None:
        self.accept()
        self.open_asked.emit(patient_id)

    def _on_add(self) -> None:
        self.accept()
        self.add_asked.emit()

"""Add or change a patient: nothing is assumed, and nothing that was typed is lost when saving fails."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.people import Correspondent, Patient
from mbb_desktop.ui import patient_fields
from mbb_desktop.ui.correspondent_card import CorrespondentCard
from mbb_desktop.ui.details_form import DetailsForm
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.directory_editor import DirectoryEditor
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.parts import Button, body, line, stack, words
from mbb_desktop.ui.patient_details import PatientDetails, details_of, details_problems, patient_of
from mbb_desktop.ui.payer_card import PayerCard
from mbb_desktop.ui.person_words import full_name, two_identifiers
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.same_person_card import SamePersonCard
from mbb_desktop.ui.session import Changed, Pending, Session
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.keep_clinic import directory
from mbb_desktop.workflow.keep_patients import BadPatient, Duplicate, open_papers, save_patient
from mbb_desktop.workflow.merge_patients import SamePerson, same_person


class PatientForm(DetailsForm[Patient, PatientDetails]):
    """For a new patient `patient` is None."""

    open_known = Signal(object)

    def __init__(self, session: Session, window: MainWindow, patient: Patient | None) -> None:
        form: RecordForm[PatientDetails] = RecordForm(
            details_of(patient) if patient else PatientDetails(),
            lambda details: details_problems(details, session.now()),
            patient_fields.COLUMNS,
        )
        super().__init__(
            session, window, patient, form, self.tr("Save") if patient else self.tr("Add patient")
        )
        self._clinical = session.may(Permission.OPEN_CHART)
        self._choosers = self._add_fields()
        for chooser in self._choosers:
            chooser.add_asked.connect(self._on_add_asked)
        session.changed.connect(self._on_changed)
        session.do(directory).then(self._show_directory)
        self._offer_merge()
        if patient is not None and session.may(Permission.OPEN_PAPERS):
            self.add_card(PayerCard(session, window, patient.id))
        self.show_fitting()
        self.show_state()
        if not session.may(Permission.EDIT_PEOPLE):
            self.read_only()

    def title(self) -> str:
        """What the form is for; never a name."""
        return self.tr("Patient details") if self.kept else self.tr("New patient")

    def entered(self) -> None:
        """Begin at the first field of a new patient."""
        if self.kept is None:
            self.form.editor("family").setFocus(Qt.FocusReason.OtherFocusReason)

    def details_of(self, record: Patient | None) -> PatientDetails:
        return details_of(record) if record else PatientDetails()

    def record_of(self, details: PatientDetails) -> Patient:
        return patient_of(details, self.kept, self.session.now())

    def keep(self, record: Patient) -> Pending[Patient]:
        saving = self.session.do(save_patient, record)
        return saving.changes("patient", patient_id=record.id)

    def add_anyway(self) -> None:
        """Add the person although somebody like that is known."""
        self.put(self._keep_anyway)

    def _keep_anyway(self, record: Patient) -> Pending[Patient]:
        saving = self.session.do(save_patient, record, although_known=True)
        return saving.changes("patient", patient_id=record.id)

    def read_again(self) -> Pending[Patient]:
        assert self.kept is not None
        return self.session.do(_as_kept, self.kept.id)

    def explained(self, error: Exception) -> bool:
        if isinstance(error, Duplicate):
            self._ask_about(error.known)
        elif isinstance(error, BadPatient):
            self.form.field("mrn" if error.field == "identifiers" else error.field).show_problem(str(error))
            self.say_problems()
        else:
            return False
        return True

    def show_fitting(self) -> None:
        if self._clinical:
            patient_fields.show_fitting(self.form)

    def _add_fields(self) -> tuple[DirectoryEditor, ...]:
        today, form = self.session.now().date(), self.form
        patient_fields.add_person(form, today)
        patient_fields.add_contact(form)
        if self._clinical:
            patient_fields.add_safety(form, today)
            patient_fields.add_anticoagulant(form, today)
        return patient_fields.add_payer(form, self.session.may(Permission.EDIT_PEOPLE))

    def _offer_merge(self) -> None:
        both = (Permission.MERGE_PATIENTS, Permission.EDIT_PEOPLE)
        if self.kept is None or not all(self.session.may(each) for each in both):
            return
        twice = Button(self.tr("Same person twice"))
        twice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        twice.clicked.connect(self._on_twice)
        self.add_to_foot(twice)

    def _on_twice(self) -> None:
        if (patient := self.kept) is not None:
            self.session.do(same_person, patient.id).then(partial(self._show_twice, patient))

    def _show_twice(self, patient: Patient, found: SamePerson) -> None:
        SamePersonCard(self.session, self.window_of, patient, found).open()

    def _show_directory(self, entries: tuple[Correspondent, ...]) -> None:
        known: Mapping[UUID, Correspondent] = {entry.id: entry for entry in entries}
        for chooser in self._choosers:
            chooser.show_entries(known)

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("directory"):
            self.session.do(directory).then(self._show_directory)

    def _on_add_asked(self) -> None:
        chooser = self.sender()
        if isinstance(chooser, DirectoryEditor):
            adding = CorrespondentCard(self.window_of, self.session, chooser.kinds)
            adding.saved.connect(partial(_choose, chooser))
            adding.open()

    def _ask_about(self, known: tuple[Patient, ...]) -> None:
        asking = KnownCard(self.window_of, known, self.session)
        asking.open_asked.connect(self.open_known)
        asking.add_asked.connect(self.add_anyway)
        asking.open()


def _as_kept(desk: Desk, patient_id: UUID) -> Patient:
    return open_papers(desk, patient_id)[0]


def _choose(chooser: DirectoryEditor, entry: Correspondent) -> None:
    chooser.set_value(entry.id)
    chooser.edited.emit()


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

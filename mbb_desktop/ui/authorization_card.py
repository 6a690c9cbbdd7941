"""Enter what a payer answered, as it stands in the letter; nothing is filled in but today's payer."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.authorization import (
    AskedFor,
    Authorization,
    AuthorizationState,
    Unnamed,
    problems,
)
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind
from mbb_desktop.ui.ablation_fields import JointNamesEditor
from mbb_desktop.ui.choices import ChoiceEditor, MultiChoice
from mbb_desktop.ui.day_card import ListEditor
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.directory_editor import DirectoryEditor
from mbb_desktop.ui.editors import DateEditor, IntegerEditor, TextEditor
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, body
from mbb_desktop.ui.person_words import capital, full_name, two_identifiers
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.authorizations import BadAuthorization, PatientFile, save_authorization
from mbb_desktop.workflow.keep_clinic import directory

translate = QCoreApplication.translate

_COLUMNS = 4
_MOST_SESSIONS = 99


class CodesEditor(ListEditor):
    """Procedure codes with commas between them."""

    def read(self, text: str) -> tuple[str, ...]:
        return super().read(text.upper())


class AuthorizationCard(DialogCard):
    """A new entry, or a change of one; `kept` brings it as it is stored."""

    kept = Signal(object)

    def __init__(
        self, session: Session, window: QWidget, of: PatientFile, known: Authorization | None = None
    ) -> None:
        super().__init__(window, window.tr("Authorization"), wide=820)
        self._session, self._today = session, session.now().date()
        blank = Authorization(new_id(session.now()), of.patient.id, payer_id=of.patient.payer_id)
        self.payer = DirectoryEditor((CorrespondentKind.PAYER,), may_add=False)
        self.form: RecordForm[Authorization] = RecordForm(
            known or blank, lambda said: problems(said, self._today), _COLUMNS
        )
        self._notice = Notice("", "danger", "circle-alert")
        who = f"{full_name(of.patient)}   {two_identifiers(of.patient, self._today)}"
        self.body.addWidget(body(who))
        _add_answer(self.form, self.payer)
        _add_what(self.form)
        _add_when(self.form, self._today)
        for part in (self.form, self._notice):
            self.body.addWidget(part)
        self._add_buttons()
        session.do(directory).then(self._show_payers)
        self.form.editor("procedure").setFocus(Qt.FocusReason.OtherFocusReason)

    def is_unfinished(self) -> bool:
        return self.form.is_dirty()

    def said(self) -> str:
        """What could not be kept."""
        return self._notice.text()

    def _add_buttons(self) -> None:
        cancel, self.save = Button(self.tr("Cancel")), Button(self.tr("Save"), "primary")
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        for button in (cancel, self.save):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        self.save.setDefault(True)

    def _show_payers(self, entries: tuple[Correspondent, ...]) -> None:
        known: Mapping[UUID, Correspondent] = {entry.id: entry for entry in entries}
        self.payer.show_entries(known)

    def _save(self) -> None:
        if self.form.show_problems():
            self.fit()
            return
        self.save.setEnabled(False)
        said = replace(self.form.record(), payer="")
        saving = self._session.do(save_authorization, said).changes(
            "authorization", patient_id=said.patient_id
        )
        saving.then(self._on_kept).failed(self._on_failed)

    def _on_kept(self, kept: Authorization) -> None:
        self.accept()
        self.kept.emit(kept)

    def _on_failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        if isinstance(error, BadAuthorization):
            self.form.field(error.field).show_problem(str(error))
        said = explain(error) or self.tr("It was not saved. Try again.")
        self._notice.show_text(said, "danger", "circle-alert")
        self.fit()


def _add_answer(form: RecordForm[Authorization], payer: DirectoryEditor) -> None:
    kinds = [(kind, capital(kind.value)) for kind in AskedFor]
    states = [(state, capital(state.value)) for state in AuthorizationState]
    choose = translate("authorization", "Choose the answer")
    form.add_field("procedure", translate("authorization", "For"), ChoiceEditor(kinds), span=2)
    form.add_field(
        "state",
        translate("authorization", "The payer's answer"),
        ChoiceEditor(states, segmented=False, empty=choose),
        span=2,
    )
    form.add_field("payer_id", translate("authorization", "Payer"), payer, span=2)
    form.add_field("number", translate("authorization", "Number"), TextEditor(max_length=60), span=2)


def _add_what(form: RecordForm[Authorization]) -> None:
    sides = [(side, capital(side.value)) for side in Side]
    left_open = [(what, capital(what.value)) for what in Unnamed]
    form.add_section(translate("authorization", "What was approved, or asked for"))
    form.add_field("joints", translate("authorization", "Joints"), JointNamesEditor(), span=2)
    form.add_field("sides", translate("authorization", "Sides"), MultiChoice(sides, columns=2), span=2)
    form.add_field("codes", translate("authorization", "Codes"), CodesEditor("64493, 64494"), span=2)
    most = IntegerEditor("", 1, 20)
    form.add_field("joints_at_most", translate("authorization", "Joints in a session, at most"), most)
    count = IntegerEditor("", 0, _MOST_SESSIONS)
    form.add_field("sessions", translate("authorization", "Sessions"), count)
    opened = translate("authorization", "The letter says nothing about the")
    form.add_field("unnamed", opened, MultiChoice(left_open, columns=4), span=_COLUMNS)


def _add_when(form: RecordForm[Authorization], today: date) -> None:
    form.add_section(translate("authorization", "Dates"))
    form.add_field("requested_on", translate("authorization", "Requested on"), DateEditor(latest=today))
    form.add_field("decided_on", translate("authorization", "Answered on"), DateEditor(latest=today))
    form.add_field("valid_from", translate("authorization", "Valid from"), DateEditor())
    form.add_field("valid_to", translate("authorization", "Valid to"), DateEditor())
    words = translate("authorization", "Words, who said so, or what is wrong with the entry")
    form.add_field("note", words, TextEditor(max_length=1_000), span=_COLUMNS)

"""Enter a denial with its deadlines and what was sent; no deadline is filled in or assumed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.authorization import AskedFor, Authorization
from mbb_desktop.clinical.denial import (
    Appeal,
    AppealLevel,
    AppealOutcome,
    Closed,
    Deadline,
    Denial,
    DenialReason,
    appeal_problem,
    deadline_problem,
    problems,
)
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind
from mbb_desktop.clinical.receipt import HowSent
from mbb_desktop.ui.authorization_words import named_words
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.directory_editor import DirectoryEditor
from mbb_desktop.ui.editors import DateEditor, IntegerEditor, TextEditor
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, body
from mbb_desktop.ui.person_words import capital, full_name, two_identifiers
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.rows_editor import RowsEditor
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.authorizations import PatientFile
from mbb_desktop.workflow.denials import BadDenial, save_denial
from mbb_desktop.workflow.keep_clinic import directory

translate = QCoreApplication.translate

_COLUMNS = 4
_MOST_DAYS = 730


class DenialCard(DialogCard):
    """A new denial, or more about one; `kept` brings it as it is stored.

    A new one starts as the entry of `answers`, which was denied.
    """

    kept = Signal(object)

    def __init__(
        self,
        session: Session,
        window: QWidget,
        of: PatientFile,
        known: Denial | None = None,
        answers: Authorization | None = None,
    ) -> None:
        super().__init__(window, window.tr("Denial and appeals"), wide=860)
        self._session, today = session, session.now().date()
        blank = Denial(new_id(session.now()), of.patient.id, payer_id=of.patient.payer_id)
        if answers is not None:
            payer_id = answers.payer_id or blank.payer_id
            blank = replace(
                blank, procedure=answers.procedure, authorization_id=answers.id, payer_id=payer_id
            )
        self.payer = DirectoryEditor((CorrespondentKind.PAYER,), may_add=False)
        self.form: RecordForm[Denial] = RecordForm(
            known or blank, lambda said: problems(said, today), _COLUMNS
        )
        self._notice = Notice("", "danger", "circle-alert")
        self.body.addWidget(body(f"{full_name(of.patient)}   {two_identifiers(of.patient, today)}"))
        self._add_letter(of, today)
        _add_steps(self.form, today)
        for part in (self.form, self._notice):
            self.body.addWidget(part)
        cancel, self.save = Button(self.tr("Cancel")), Button(self.tr("Save"), "primary")
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        for button in (cancel, self.save):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        self.save.setDefault(True)
        self.form.edited.connect(lambda _name: self.fit())
        session.do(directory).then(self._show_payers)
        self.form.editor("procedure").setFocus(Qt.FocusReason.OtherFocusReason)

    def is_unfinished(self) -> bool:
        return self.form.is_dirty()

    def said(self) -> str:
        """What could not be kept."""
        return self._notice.text()

    def _add_letter(self, of: PatientFile, today: date) -> None:
        form = self.form
        kinds = [(kind, capital(kind.value)) for kind in AskedFor]
        reasons = [(reason, capital(reason.value)) for reason in DenialReason]
        asked = [(each.id, named_words(each)) for each in of.known.authorizations]
        form.add_field("procedure", self.tr("What was denied"), ChoiceEditor(kinds), span=2)
        of_request: ChoiceEditor[UUID] = ChoiceEditor(asked, segmented=False, empty=self.tr("No entry"))
        form.add_field("authorization_id", self.tr("Authorization it answers"), of_request, span=2)
        form.add_field("payer_id", self.tr("Payer"), self.payer, span=2)
        reference = self.tr("The payer's reference")
        form.add_field("reference", reference, TextEditor(max_length=60), span=2)
        form.add_field("dated", self.tr("Date on the letter"), DateEditor(latest=today))
        form.add_field("received_on", self.tr("Received on"), DateEditor(latest=today))
        why: ChoiceEditor[DenialReason] = ChoiceEditor(
            reasons, segmented=False, empty=self.tr("Choose the reason")
        )
        form.add_field("reason", self.tr("Reason"), why, span=2)
        words = self.tr("The payer's own words")
        form.add_field("words", words, TextEditor(max_length=2_000), span=_COLUMNS)

    def _show_payers(self, entries: tuple[Correspondent, ...]) -> None:
        known: Mapping[UUID, Correspondent] = {entry.id: entry for entry in entries}
        self.payer.show_entries(known)

    def _save(self) -> None:
        if self.form.show_problems():
            said = next(iter(self.form.problems().values()))
            self._notice.show_text(said, "danger", "circle-alert")
            self.fit()
            return
        self.save.setEnabled(False)
        said_ = replace(self.form.record(), payer="")
        saving = self._session.do(save_denial, said_).changes("authorization", patient_id=said_.patient_id)
        saving.then(self._on_kept).failed(self._on_failed)

    def _on_kept(self, kept: Denial) -> None:
        self.accept()
        self.kept.emit(kept)

    def _on_failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        if isinstance(error, BadDenial):
            self.form.field(error.field).show_problem(str(error))
        said = explain(error) or self.tr("It was not saved. Try again.")
        self._notice.show_text(said, "danger", "circle-alert")
        self.fit()


def _add_steps(form: RecordForm[Denial], today: date) -> None:
    said = form.record()
    form.add_section(translate("denial", "Deadlines, as they stand in the letter"))
    deadlines: RowsEditor[Deadline] = RowsEditor(
        Deadline(),
        _add_deadline,
        translate("denial", "Add a deadline"),
        5,
        lambda row: deadline_problem(said, row),
    )
    form.add_field("deadlines", "", deadlines, span=_COLUMNS)
    form.add_section(translate("denial", "Appeals"))
    appeals: RowsEditor[Appeal] = RowsEditor(
        Appeal(),
        lambda row: _add_appeal(row, today),
        translate("denial", "Add an appeal"),
        _COLUMNS,
        lambda row: appeal_problem(row, today),
    )
    form.add_field("appeals", "", appeals, span=_COLUMNS)
    form.add_section(translate("denial", "The end"))
    closed: ChoiceEditor[Closed] = ChoiceEditor(
        [(each, capital(each.value)) for each in Closed],
        segmented=False,
        empty=translate("denial", "Still open"),
    )
    form.add_field("closed", translate("denial", "Closed as"), closed, span=2)
    form.add_field("closed_because", translate("denial", "Why"), TextEditor(max_length=500), span=2)


def _levels() -> ChoiceEditor[AppealLevel]:
    levels = [(level, capital(level.value)) for level in AppealLevel]
    return ChoiceEditor(levels, segmented=False, empty=translate("denial", "Choose"))


def _add_deadline(row: RecordForm[Deadline]) -> None:
    row.add_field("level", translate("denial", "Level"), _levels())
    row.add_field("by", translate("denial", "Last day"), DateEditor())
    row.add_field("days", translate("denial", "or days"), IntegerEditor("", 1, _MOST_DAYS))
    row.add_field("counted_from", translate("denial", "counted from"), DateEditor())
    row.add_field("given_up", translate("denial", "Not used because"), TextEditor(max_length=200))


def _add_appeal(row: RecordForm[Appeal], today: date) -> None:
    ways = [(how, capital(how.value)) for how in HowSent]
    ends = [(end, capital(end.value)) for end in AppealOutcome]
    none = translate("denial", "No answer yet")
    row.add_field("level", translate("denial", "Level"), _levels())
    row.add_field("sent_on", translate("denial", "Sent, or called, on"), DateEditor(latest=today))
    how: ChoiceEditor[HowSent] = ChoiceEditor(ways, segmented=False)
    row.add_field("how", translate("denial", "How"), how)
    row.add_field("papers", translate("denial", "Papers that went with it"), TextEditor(max_length=500))
    end: ChoiceEditor[AppealOutcome] = ChoiceEditor(ends, segmented=False, empty=none)
    row.add_field("outcome", translate("denial", "Answer"), end)
    row.add_field("outcome_on", translate("denial", "Answered on"), DateEditor(latest=today))
    row.add_field("words", translate("denial", "Words"), TextEditor(max_length=500), span=2)

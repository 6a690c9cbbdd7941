"""Enter a denial with its deadlines and what was sent; no deadline is filled in or assumed."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication
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
from mbb_desktop.clinical.receipt import HowSent
from mbb_desktop.ui.authorization_words import named_words
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.dialog_card import CardPlace
from mbb_desktop.ui.editors import DateEditor, IntegerEditor, TextEditor
from mbb_desktop.ui.payer_record_card import PayerRecordCard
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.rows_editor import RowsEditor
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.workflow.authorizations import PatientFile
from mbb_desktop.workflow.denials import save_denial

translate = QCoreApplication.translate

_COLUMNS = 4
_MOST_DAYS = 730


class DenialCard(PayerRecordCard[Denial]):
    """A new denial, or more about one. A new one starts as the entry of `answers`, which was denied."""

    def __init__(
        self,
        session: Session,
        window: QWidget,
        of: PatientFile,
        known: Denial | None = None,
        answers: Authorization | None = None,
    ) -> None:
        self._known, self._answers, today = known, answers, session.now().date()
        start = known or _blank(session, of, answers)
        form = RecordForm(start, lambda said: problems(said, today), _COLUMNS)
        super().__init__(session, window, window.tr("Denial and appeals"), of, form, wide=860)
        self._add_letter(of, today)
        _add_steps(form, today)
        form.edited.connect(lambda _name: self.fit())
        self._complete()

    def _place(self) -> CardPlace:
        typed = self.form.record()
        about = self._answers.id if self._answers else typed.id
        return CardPlace("denial", typed.patient_id, about, typed, self._known)

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

    def _saving(self) -> Pending[Denial]:
        said = replace(self.form.record(), payer="")
        return self._session.do(save_denial, said).changes("authorization", patient_id=said.patient_id)


def _blank(session: Session, of: PatientFile, answers: Authorization | None) -> Denial:
    blank = Denial(new_id(session.now()), of.patient.id, payer_id=of.patient.payer_id)
    if answers is None:
        return blank
    payer_id = answers.payer_id or blank.payer_id
    return replace(blank, procedure=answers.procedure, authorization_id=answers.id, payer_id=payer_id)


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

"""What is open with payers, the most urgent first; a denial entered in a chart stands there for everybody."""

from datetime import date

from mbb_desktop.clinical.authorization import AskedFor, Authorization, AuthorizationState
from mbb_desktop.clinical.denial import AppealLevel, DenialReason, Due
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.ui import denial_words
from mbb_desktop.ui.denial_card import DenialCard
from mbb_desktop.ui.payer_page import PayerPage, Which
from mbb_desktop.ui.rows_editor import RowsEditor
from mbb_desktop.workflow.authorizations import save_authorization
from tests.ui.sample import SampleClinic, press


def test_a_denial_is_entered_in_the_chart_and_stands_first_when_its_deadline_passes(
    clinic: SampleClinic,
) -> None:
    clinic.sign_in("front desk")
    page = clinic.page(lambda: PayerPage(clinic.session, clinic.window))
    counts: list[int] = []
    page.counted.connect(counts.append)
    page.entered()
    assert page.nothing_said() == "Nothing here. They are added in a chart, under Details."
    chart = clinic.open_chart("Brandt")
    chart.show_tab("details")
    press(chart, "Add denial")
    card = clinic.card(DenialCard)
    for name, value in (
        ("procedure", AskedFor.ABLATION),
        ("dated", date(2026, 11, 2)),
        ("reason", DenialReason.CARE),
        ("reference", "NH-77"),
    ):
        card.form.editor(name).set_value(value)
    deadlines = card.form.editor("deadlines")
    assert isinstance(deadlines, RowsEditor)
    row = deadlines.add_row()
    row.editor("level").set_value(AppealLevel.FIRST)
    press(card, "Save")
    assert card.said() == "Enter the last day, or the days and the date from which they count."
    row.editor("days").set_value(14)
    row.editor("counted_from").set_value(date(2026, 11, 2))
    press(card, "Save")
    assert clinic.cards() == []
    (found,) = page.table.records()
    assert (found.step.due, counts[-1]) == (Due.OVERDUE, 1)
    shown = (denial_words.due_words(found), denial_words.second_due(found, date(2026, 11, 24)))
    assert shown == ("16-Nov-2026", "8 days ago")
    page.words.set_value("nobody of this name")
    page.words.edited.emit()
    assert len(page.table.records()) == 1
    page.which.set_value(Which.ALL)
    page.which.edited.emit()
    page.open_entry(found)
    again = clinic.card(DenialCard)
    assert again.form.record().reference == "NH-77"
    again.dismiss()


def test_the_denial_of_a_row_starts_as_its_answer(clinic: SampleClinic) -> None:
    clinic.sign_in("front desk")
    patient = clinic.patient("Brandt")
    made = Authorization(
        new_id(clinic.now), patient.id, AskedFor.BLOCK, AuthorizationState.DENIED, patient.payer_id
    )
    refused = clinic.do(save_authorization, made)
    page = clinic.page(lambda: PayerPage(clinic.session, clinic.window))
    page.entered()
    page.open_entry(next(row for row in page.table.records() if row.id == refused.id))
    card = clinic.card(DenialCard)
    said = card.form.record()
    assert (said.authorization_id, said.procedure) == (refused.id, AskedFor.BLOCK)
    assert not card.is_unfinished()
    card.dismiss()

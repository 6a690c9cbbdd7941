"""The planned blocks of the next days: what stops stands first, and an answer changes the list at once."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from mbb_desktop.clinical.ahead import Checked, Ready
from mbb_desktop.clinical.asked_before import Arranged
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.people import Anticoagulant, AnticoagulantPlan
from mbb_desktop.ui.ahead_card import AheadCard
from mbb_desktop.ui.ahead_page import AheadPage, check_marks
from mbb_desktop.ui.asked_card import AnticoagulantCard
from mbb_desktop.ui.chips import Mark
from mbb_desktop.ui.editors import DecimalEditor
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.workflow.ahead import AheadRow
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.record_block import plan_block
from tests.ui.sample import SampleClinic, button, press


def opened(clinic: SampleClinic) -> AheadPage:
    page = AheadPage(clinic.session, clinic.window, clinic.settings)
    clinic.window.open(page, page.title())
    return page


def of(page: AheadPage, family: str) -> AheadRow:
    return next(row for row in page.table.records() if row.patient.family == family)


def test_a_nurse_asks_and_the_list_says_what_is_left(clinic: SampleClinic) -> None:
    read = read_levels("34 45 b", region=clinic.chart("Brandt").courses[0].region)
    assert isinstance(read, Levels)
    clinic.do(save_patient, replace(clinic.chart("Brandt").patient, anticoagulant=Anticoagulant()))
    clinic.do(plan_block, clinic.chart("Brandt").courses[0], read.joints, clinic.now + timedelta(days=2))
    clinic.sign_in("nurse")
    page = opened(clinic)
    row = of(page, "Brandt")
    assert {Checked.PAIN_BACK, Checked.PAIN} <= {c.what for c in row.checks if c.ready is Ready.NOT_KNOWN}
    marks = zip(check_marks(row.checks), row.checks, strict=True)
    pain = next(mark for mark, check in marks if check.what is Checked.PAIN)
    assert pain == Mark("zap", "neutral", "Pain now: Pain not asked", asked=False)
    page.table.select(page.table.records().index(row))
    press(page, "Ask the patient")
    card = clinic.card(AheadCard)
    thinner = next(c for c in row.checks if c.what is Checked.ANTICOAGULANT)
    assert thinner.ready is Ready.NOT_KNOWN
    press(card, "blood thinner: Record the answer")
    asked = clinic.card(AnticoagulantCard)
    asked.plan.set_value(AnticoagulantPlan.NOT_TAKEN)
    press(asked, "Keep the answer")
    card.form.editor("pain_back").set_value(False)
    card.form.editor("pain_now").set_value(Decimal(6))
    card.form.editor("driver").set_value(Arranged.ARRANGED)
    press(card, "Save")
    assert clinic.cards() == []
    left = {check.what: check.ready for check in of(page, "Brandt").checks}
    assert left[Checked.ANTICOAGULANT] is Ready.READY
    assert (left[Checked.PAIN_BACK], left[Checked.PAIN]) == (Ready.STOPS, Ready.READY)
    page.days.set_value(1)
    page.days.edited.emit()
    assert "Brandt" not in {row.patient.family for row in page.table.records()}
    assert opened(clinic).days.value() == 1
    press(page, "Nurse list")
    assert isinstance(clinic.window.shown(), PaperPreview)


def test_a_front_desk_sees_no_pain_and_no_paper(clinic: SampleClinic) -> None:
    clinic.sign_in("front desk")
    page = opened(clinic)
    assert not any(check.what is Checked.PAIN for row in page.table.records() for check in row.checks)
    assert not any(row.whole for row in page.table.records())
    assert page.print.isHidden()
    assert page.export.isHidden()
    button(page, "Ask the patient").click()
    card = clinic.card(AheadCard)
    assert not card.findChildren(DecimalEditor)
    card.dismiss()

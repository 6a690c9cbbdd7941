"""An ablation and its outcomes through the window: from the chart, and by telephone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.course import AblationMethod, Course, Outcome, Treatment
from mbb_desktop.ui.ablation_card import AblationCard
from mbb_desktop.ui.ablation_fields import NerveNamesEditor
from mbb_desktop.ui.calls_page import CallsPage
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.outcome_card import OutcomeCard
from mbb_desktop.ui.parts import Button
from mbb_desktop.workflow.ablations import record_ablation
from mbb_desktop.workflow.keep_courses import save_course
from tests.ui.sample import SampleClinic, press

DONE = Treatment(
    date(2026, 5, 12),
    ("L4-5", "L5-S1"),
    (Side.LEFT, Side.RIGHT),
    elsewhere=False,
    method=AblationMethod.THERMAL,
    temperature=Decimal(85),
    by="A. Okafor, MD",
    score_before=Decimal(8),
)


def course_of(clinic: SampleClinic) -> Course:
    return clinic.chart("brandt").courses[0]


@pytest.fixture
def done(clinic: SampleClinic) -> Course:
    """An ablation half a year ago."""
    return clinic.do(record_ablation, course_of(clinic).id, DONE)


def put(card: AblationCard, **values: object) -> None:
    for name, value in values.items():
        card.form.editor(name).set_value(value)
        card.form.editor(name).edited.emit()


def told(chart: ChartPage) -> list[str]:
    return [label.text() for label in chart.overview.timeline.findChildren(QLabel)]


def test_an_ablation_is_recorded_from_the_chart_and_stands_on_the_timeline(clinic: SampleClinic) -> None:
    chart = clinic.open_chart("brandt")
    press(chart.overview.ablations, "Record ablation")
    card = clinic.card(AblationCard)
    press(card, "Save")
    assert card._notice.text() == "Enter the day of the ablation."
    put(card, on=date(2026, 11, 20), joints=("L3-4", "L4-5"))
    press(card, "Save")
    assert card._notice.text() == "Say which side."
    put(card, sides=(Side.LEFT,), elsewhere=False, method=AblationMethod.THERMAL, temperature=Decimal(85))
    put(card, nerves=("L2 MB", "L3 MB", "L4 MB"), seconds=90, by="A. Okafor, MD", score_before=Decimal(8))
    assert "03-Nov-2026 L3-4 left and L4-5 left" in card.related()
    press(card, "Save")
    assert clinic.cards() == []
    kept = course_of(clinic)
    assert kept.ablated_before is True
    assert (kept.ablations[0].nerves, kept.ablations[0].seconds) == (("L2 MB", "L3 MB", "L4 MB"), 90)
    assert "Ablation" in told(chart)
    assert clinic.events()[0] == "ablation recorded"


def test_what_cannot_be_read_or_lies_elsewhere_is_not_kept(clinic: SampleClinic) -> None:
    chart = clinic.open_chart("brandt")
    press(chart.overview.ablations, "Record ablation")
    card = clinic.card(AblationCard)
    put(card, on=date(2026, 11, 20))
    nerves, temperature = card.form.editor("nerves"), card.form.editor("temperature")
    nerves.line.setText("L9")  # type: ignore[attr-defined]
    press(card, "Save")
    assert card._notice.text().startswith("Nerves: L9 is no nerve")
    nerves.line.setText("")  # type: ignore[attr-defined]
    temperature.line.setText("850")  # type: ignore[attr-defined]
    press(card, "Save")
    assert card._notice.text() == "Lesion temperature: Enter 120 or less."
    assert card.form.field("temperature").is_wrong()
    temperature.line.setText("")  # type: ignore[attr-defined]
    put(card, joints=("L4-5", "C4-5"), sides=(Side.LEFT,), elsewhere=True)
    press(card, "Save")
    assert card._notice.text() == "The complaint is lumbar, and C4-5 is not. Is this the complaint you mean?"
    assert course_of(clinic).ablations == ()
    put(card, joints=("L4-5", "C5-6"))
    assert card._notice.text() == ""
    press(card, "Save")
    assert course_of(clinic).ablations == ()
    press(card, "Yes, save it")
    assert course_of(clinic).ablations[0].joints == ("L4-5", "C5-6")


def test_an_outcome_at_a_visit_needs_months_and_a_fact_and_stands_on_the_timeline(
    clinic: SampleClinic, done: Course
) -> None:
    chart = clinic.open_chart("brandt")
    press(chart.overview.ablations, "Record outcome")
    card = clinic.card(OutcomeCard)
    press(card, "Save")
    assert "after how many months" in card._notice.text()
    card.months.set_value(6)
    card.on.set_value(date(2026, 11, 20))
    press(card, "Save")
    assert "Enter a score" in card._notice.text()
    card.back.set_value(True)
    card.back.edited.emit()
    press(card, "Save")
    assert "day on which the pain was back" in card._notice.text()
    card.informant.set_value("patient")
    card.score.set_value(Decimal(2))
    card.back.set_value(False)
    card.back.edited.emit()
    press(card, "Save")
    kept = course_of(clinic).ablations[0]
    assert kept.at_6_months == Outcome(date(2026, 11, 20), Decimal(2), informant="patient", by="Dr Okafor")
    assert kept.not_back_on == date(2026, 11, 20)
    assert "6 months after the ablation" in told(chart)
    assert any("75 % relief (NRS 8 to 2)" in said for said in told(chart))
    back = replace(DONE, pain_back_on=date(2026, 9, 1))
    clinic.do(save_course, replace(course_of(clinic), ablations=(back,)))
    clinic.session.announce("course", patient_id=done.patient_id)
    assert "Pain back" in told(chart)


def test_the_outcome_is_asked_by_telephone_with_identity_first(clinic: SampleClinic, done: Course) -> None:
    clinic.sign_in("nurse")
    page = clinic.page(lambda: CallsPage(clinic.session, clinic.window))
    counted: list[int] = []
    page.counted.connect(counted.append)
    page.choose(None)
    QApplication.processEvents()
    assert counted[-1] == 4
    assert page.outcome is not None
    assert page.outcome.row.months == 6
    page.outcome.ask_outcome()
    QApplication.processEvents()
    card, hands = clinic.card(OutcomeCard), clinic.hands()
    assert not card.score.isEnabled()
    hands.key("f2")
    assert card.informant.value() is None
    hands.type("p")
    assert card.informant.value() == "patient"
    card.score.setFocus()
    hands.type("2")
    card.back.inputs()[0].click()  # type: ignore[attr-defined]
    press(card, "Save")
    kept = course_of(clinic).ablations[0]
    assert (kept.at_6_months.score, kept.at_6_months.informant) == (Decimal(2), "patient")
    assert kept.not_back_on == clinic.now.date()
    assert page.nothing_said() == "Nobody has to be asked about an ablation."
    assert clinic.events()[0] == "ablation outcome"


def test_no_answer_about_an_ablation_is_one_key(clinic: SampleClinic, done: Course) -> None:
    clinic.sign_in("nurse")
    page = clinic.page(lambda: CallsPage(clinic.session, clinic.window))
    page.choose(None)
    QApplication.processEvents()
    clinic.window.activateWindow()
    clinic.hands().key("f8")
    QApplication.processEvents()
    assert page.nothing_said() == "Nobody has to be asked about an ablation."
    assert "no answer noted" in clinic.window.messages._toast.text()


def test_a_front_desk_has_no_way_to_enter_an_outcome(clinic: SampleClinic, done: Course) -> None:
    clinic.sign_in("front desk")
    page = clinic.page(lambda: CallsPage(clinic.session, clinic.window))
    page.choose(None)
    QApplication.processEvents()
    assert page.outcome is not None
    shown = [each.accessibleName() for each in page.outcome.findChildren(Button) if not each.isHidden()]
    assert shown == ["Chart"]


@pytest.mark.parametrize(
    ("written", "nerves"),
    [
        ("L3, L4, L5", ("L3 MB", "L4 MB", "L5 DR")),
        ("l3 mb l4 mb, l5 dr", ("L3 MB", "L4 MB", "L5 DR")),
        ("TON c3", ("TON", "C3 MB")),
        ("L5 MB", ("L5 MB",)),
        ("", ()),
    ],
)
def test_nerves_are_written_in_short(written: str, nerves: tuple[str, ...]) -> None:
    assert NerveNamesEditor().read(written) == nerves

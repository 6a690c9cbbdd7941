"""Two records made one from the details of a chart: the question, the reason, and the way back."""

from PySide6.QtWidgets import QLabel

from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient
from mbb_desktop.ui.merge_card import MergeCard
from mbb_desktop.ui.parts import Button
from mbb_desktop.ui.same_person_card import SamePersonCard, SeparateCard
from mbb_desktop.workflow.keep_patients import open_chart, save_patient
from tests.ui.hands import write
from tests.ui.sample import SampleClinic, press

WHY = "Seen with her passport: she was registered again under her married name."


def twin_of(clinic: SampleClinic, patient: Patient) -> Patient:
    numbers = (Identifier(IdentifierKind.MRN, "990 4321"),)
    twin = Patient(new_id(clinic.now), patient.family, "Ellie", patient.born, numbers)
    return clinic.do(save_patient, twin, although_known=True)


def merging(clinic: SampleClinic) -> tuple[Patient, Patient, MergeCard]:
    """The card, opened from the details of a chart."""
    patient = clinic.patient("marsh eleanor")
    twin = twin_of(clinic, patient)
    chart = clinic.open_chart("marsh eleanor")
    chart.show_tab("details")
    press(chart, "Same person twice")
    press(clinic.card(SamePersonCard), "Compare with MARSH, Ellie")
    return patient, twin, clinic.card(MergeCard)


def button(card: MergeCard, text: str) -> Button:
    return next(one for one in card.findChildren(Button) if one.accessibleName() == text)


def test_two_records_are_made_one_with_a_number_that_stands_nowhere_and_taken_apart_again(
    clinic: SampleClinic,
) -> None:
    patient, twin, card = merging(clinic)
    assert "4321" not in " ".join(label.text() for label in card.findChildren(QLabel))
    assert not button(card, "Make them one").isEnabled()
    write(card.digits, "1187")
    assert not button(card, "Make them one").isEnabled()
    assert clinic.do(open_chart, twin.id).patient.id == twin.id != patient.id
    card.digits.selectAll()
    write(card.digits, "4321")
    press(card, "Make them one")
    assert card.isVisible(), "a reason is asked"
    write(card.reason.line, WHY)
    press(card, "Make them one")
    assert clinic.do(open_chart, twin.id).patient.id == patient.id
    chart = clinic.open_chart("990 4321")
    chart.show_tab("details")
    press(chart, "Same person twice")
    press(clinic.card(SamePersonCard), "Separate MARSH, Ellie")
    apart = clinic.card(SeparateCard)
    write(apart.reason.line, "They are cousins after all.")
    press(apart, "Separate")
    assert clinic.do(open_chart, twin.id).patient == twin


def test_a_nurse_is_not_offered_to_merge(clinic: SampleClinic) -> None:
    clinic.sign_in("nurse")
    chart = clinic.open_chart("marsh eleanor")
    chart.show_tab("details")
    assert "Same person twice" not in [one.accessibleName() for one in chart.findChildren(Button)]

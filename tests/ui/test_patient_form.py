"""A patient's form: nothing assumed, sentences beside fields, and nothing lost when saving fails."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.people import (
    Allergy,
    AllergyKind,
    AllergyState,
    AnticoagulantPlan,
    CorrespondentKind,
    Identifier,
    IdentifierKind,
    Patient,
)
from mbb_desktop.ui.correspondent_card import CorrespondentCard
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.patient_details import OtherNumber, PatientDetails, TypedAllergy, details_of, patient_of
from mbb_desktop.ui.patient_form import KnownCard, PatientForm
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.keep_clinic import directory
from mbb_desktop.workflow.keep_patients import find_patients, save_patient
from tests.ui.conftest import NOW
from tests.ui.driver import Driver
from tests.ui.sample import SampleClinic, press


def opened(clinic: SampleClinic, patient: Patient | None) -> PatientForm:
    form = PatientForm(clinic.session, clinic.window, patient)
    clinic.window.open(form, form.title())
    return form


def put(form: PatientForm, **values: object) -> None:
    for name, value in values.items():
        form.form.editor(name).set_value(value)
        form.form.editor(name).edited.emit()


NEW = {"family": "Adeyemi", "given": "Tunde", "born": date(1970, 2, 3), "mrn": "004 2001"}


def test_a_new_form_assumes_nothing(seen: SampleClinic) -> None:
    form = opened(seen, None)
    assert form.form.record() == PatientDetails()


def test_details_and_record_are_the_same_thing(seen: SampleClinic) -> None:
    for words in ("marsh eleanor", "haddad"):
        patient = seen.patient(words)
        assert patient_of(details_of(patient), patient, NOW) == patient


def test_what_is_missing_stands_beside_its_field_until_it_is_typed(seen: SampleClinic) -> None:
    form = opened(seen, None)
    form.save()
    assert "family name" in form.form.field("family").sentence()
    assert "birth date" in form.form.field("born").sentence()
    assert "record number" in form.form.field("mrn").sentence()
    assert form.said() == "3 fields need a look."
    put(form, **NEW)
    assert form.said() == ""


def test_a_saved_patient_has_everything_that_was_entered(clinic: SampleClinic) -> None:
    form = opened(clinic, None)
    put(
        form,
        **NEW,
        allergy_state=AllergyState.LISTED,
        allergies=(TypedAllergy(AllergyKind.AMIDE, "lidocaine", "rash"),),
        weight=Decimal(80),
        weighed_on=date(2026, 11, 20),
        plan=AnticoagulantPlan.STOPPED,
        drug="apixaban",
        decided_by="Dr Sato",
        stopped_on=date(2026, 11, 21),
        implanted_device=True,
        implanted_device_text="pacemaker",
        others=(OtherNumber(IdentifierKind.OTHER, "X 1", "Elsewhere"),),
    )
    form.save()
    kept = clinic.patient("adeyemi")
    assert kept.allergies == (Allergy(AllergyKind.AMIDE, "lidocaine", "rash"),)
    assert (kept.weight, kept.weighed_on) == (Decimal(80), date(2026, 11, 20))
    assert kept.anticoagulant.plan is AnticoagulantPlan.STOPPED
    assert kept.anticoagulant.stopped_on == date(2026, 11, 21)
    assert kept.implanted_device_text == "pacemaker"
    assert kept.identifiers[1] == Identifier(IdentifierKind.OTHER, "X 1", "Elsewhere")
    assert kept.sex is None
    assert kept.pregnancy == ""


def test_somebody_known_is_offered_and_may_be_added_anyway(clinic: SampleClinic) -> None:
    form = opened(clinic, None)
    put(form, family="Marsh", given="Eleanor", born=date(1961, 3, 14), mrn="9 9")
    form.save()
    asking = clinic.card(KnownCard)
    assert len(clinic.do(_everybody_named, "marsh")) == 2
    press(asking, "Add anyway")
    assert len(clinic.do(_everybody_named, "marsh")) == 3


def test_the_known_record_can_be_opened_instead(seen: SampleClinic) -> None:
    form = opened(seen, None)
    asked: list[object] = []
    form.open_known.connect(asked.append)
    put(form, family="Other", given="", born=date(1980, 1, 1), mrn="004 1187")
    form.save()
    press(seen.card(KnownCard), "Open MARSH, Eleanor")
    assert asked == [seen.patient("marsh eleanor").id]
    assert form.form.record().family == "Other"


def _everybody_named(desk: Desk, words: str) -> tuple[Patient, ...]:
    return find_patients(desk, words).patients


def test_hidden_fields_follow_from_the_answers(seen: SampleClinic) -> None:
    form = opened(seen, None)
    assert form.form.field("allergies").isHidden()
    assert form.form.field("stopped_on").isHidden()
    put(form, allergy_state=AllergyState.LISTED, plan=AnticoagulantPlan.STOPPED)
    assert not form.form.field("allergies").isHidden()
    assert not form.form.field("stopped_on").isHidden()


def test_an_answer_of_another_plan_is_not_kept(clinic: SampleClinic) -> None:
    form = opened(clinic, None)
    put(form, **NEW, plan=AnticoagulantPlan.STOPPED, drug="apixaban", stopped_on=date(2026, 11, 21))
    put(form, plan=AnticoagulantPlan.NOT_TAKEN)
    form.save()
    assert clinic.patient("adeyemi").anticoagulant.drug == ""


def test_half_an_answer_is_sent_back(seen: SampleClinic) -> None:
    form = opened(seen, None)
    for values, field in (
        ({"allergy_state": AllergyState.LISTED}, "allergies"),
        ({"weight": Decimal(80)}, "weighed_on"),
        ({"allergy_state": AllergyState.LISTED, "allergies": (TypedAllergy(None, "latex"),)}, "allergies"),
        ({"others": (OtherNumber(None, "1"),)}, "others"),
    ):
        as_it_was = {name: form.form.editor(name).value() for name in values}
        put(form, **NEW, **values)
        form.save()
        assert form.form.field(field).is_wrong(), values
        assert form.kept is None
        put(form, **as_it_was)


def test_leaving_saves_the_changes_of_a_known_patient(clinic: SampleClinic) -> None:
    form = opened(clinic, clinic.patient("haddad"))
    put(form, phone="(555) 010-9999")
    clinic.window.back()
    assert clinic.patient("haddad").phone == "(555) 010-9999"


def test_leaving_says_when_changes_cannot_be_kept(seen: SampleClinic) -> None:
    form = opened(seen, seen.patient("haddad"))
    put(form, family="")
    seen.window.back()
    assert seen.patient("haddad").family == "Haddad"
    assert "not saved" in seen.window.messages._toast.text()


def test_when_two_people_change_a_patient_nothing_is_overwritten_silently(clinic: SampleClinic) -> None:
    patient = clinic.patient("haddad")
    form = opened(clinic, patient)
    put(form, phone="mine")
    clinic.do(save_patient, replace(patient, phone="theirs", address="Elm Street"))
    form.save()
    asking = clinic.card(DialogCard)
    assert clinic.patient("haddad").phone == "theirs"
    press(asking, "Save mine on top")
    kept = clinic.patient("haddad")
    assert (kept.phone, kept.address) == ("mine", "Elm Street")


def test_theirs_can_be_taken_instead(clinic: SampleClinic) -> None:
    patient = clinic.patient("haddad")
    form = opened(clinic, patient)
    put(form, phone="mine")
    clinic.do(save_patient, replace(patient, phone="theirs"))
    form.save()
    press(clinic.card(DialogCard), "Show theirs")
    assert form.form.record().phone == "theirs"
    assert not form.form.is_dirty()


def test_a_change_elsewhere_does_not_wipe_what_is_being_typed(seen: SampleClinic) -> None:
    patient = seen.patient("haddad")
    form = opened(seen, patient)
    put(form, phone="mine")
    form.show_saved(replace(patient, phone="theirs"))
    assert form.form.record().phone == "mine"


def test_a_payer_can_be_added_from_the_form(clinic: SampleClinic) -> None:
    form = opened(clinic, None)
    form._choosers[1].add_asked.emit()
    adding = clinic.card(CorrespondentCard)
    adding.form.editor("name").set_value("Aetna")
    press(adding, "Save")
    entries = {entry.id: entry for entry in clinic.do(directory)}
    chosen = form.form.record().payer_id
    assert chosen is not None
    assert (entries[chosen].name, entries[chosen].kind) == ("Aetna", CorrespondentKind.PAYER)


def test_a_front_desk_sees_no_safety_facts_and_keeps_them(clinic: SampleClinic) -> None:
    clinic.sign_in("front desk")
    patient = clinic.patient("marsh eleanor")
    form = opened(clinic, patient)
    assert "allergy_state" not in form.form._fields
    put(form, phone="(555) 010-4444")
    form.save()
    assert clinic.patient("marsh eleanor") == replace(
        patient, phone="(555) 010-4444", version=patient.version + 1
    )


def _type_a_name(clinic: SampleClinic) -> tuple[PatientForm, Driver]:
    clinic.window.show()
    clinic.window.activateWindow()
    QTest.qWaitForWindowActive(clinic.window)
    form = opened(clinic, None)
    hands = Driver(clinic.window)
    hands.type("Adeyemi")
    assert form.form.record().family == "Adeyemi"
    return form, hands


def _question(clinic: SampleClinic) -> DialogCard | None:
    cards = clinic.window.findChildren(DialogCard)
    return next((c for c in cards if c.isVisible()), None)


@pytest.mark.parametrize("away", ["esc", "alt+left", "ctrl+2"])
def test_a_person_that_was_typed_is_not_lost_without_a_question(seen: SampleClinic, away: str) -> None:
    seen.window.add_page("patients", "Patients", "users", QWidget, "Ctrl+2")
    form, hands = _type_a_name(seen)
    hands.key(away)
    asking = _question(seen)
    assert asking is not None
    assert asking.accessibleName() == "Discard what you typed?"
    hands.key("enter")
    assert seen.window.shown() is form
    assert form.form.record().family == "Adeyemi"
    seen.window.activateWindow()
    hands.key(away)
    asking = _question(seen)
    assert asking is not None
    press(asking, "Discard")
    assert seen.window.shown() is not form


def test_an_empty_form_is_left_without_a_question(seen: SampleClinic) -> None:
    form, hands = _type_a_name(seen)
    for _letter in "Adeyemi":
        hands.key("backspace")
    hands.key("esc")
    assert seen.window.shown() is not form


def test_the_lock_asks_nothing(seen: SampleClinic) -> None:
    _form, hands = _type_a_name(seen)
    hands.key("ctrl+l")
    assert seen.window.shown() is None
    assert _question(seen) is None


def test_escape_asks_before_an_entry_of_the_directory_is_lost(seen: SampleClinic) -> None:
    _form, hands = _type_a_name(seen)
    card = CorrespondentCard(seen.window, seen.session, tuple(CorrespondentKind))
    card.open()
    card.form.editor("name").setFocus()
    hands.type("R. Vance")
    hands.key("esc")
    (asking,) = card.findChildren(DialogCard)
    assert card.isVisible()
    press(asking, "Discard")
    assert _question(seen) is None

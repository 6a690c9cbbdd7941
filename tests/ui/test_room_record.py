"""The live record and the recovery: every fact with its author, nothing past its date, nothing unattested."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import BlockState, DrugUse, Item, KermaUnit, Prep, VitalsWhen
from mbb_desktop.clinical.charting import (
    AsListed,
    Author,
    accept_all,
    with_agent,
    with_fluoroscopy,
    with_levels,
)
from mbb_desktop.clinical.checks import with_reasons_for
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.people import Allergy, AllergyKind
from mbb_desktop.clinical.preset import AgentOffered
from mbb_desktop.clinical.response import BEFORE, Mode, Reading, Series
from mbb_desktop.storage.signed import verify
from mbb_desktop.storage.vault import Vault
from mbb_desktop.ui.room_fields import ScoreField
from mbb_desktop.ui.room_inputs import ProductEditor, ScoreEditor
from mbb_desktop.ui.room_tiles import Tone
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.issue_paper import sign_note
from mbb_desktop.workflow.keep_patients import open_chart
from mbb_desktop.workflow.knowledge import formulary, presets
from mbb_desktop.workflow.record_block import save_draft
from tests.ui.editing import marsh
from tests.ui.rooms import PHYSICIAN, PIN, START, Room, make_vault, opened, planned_block


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    made = make_vault(tmp_path_factory.mktemp("record") / "clinic")
    yield made
    made.close()


@pytest.fixture
def room(vault: Vault) -> Iterator[Room]:
    with opened(vault, planned_block(vault)) as made:
        yield made


def enter(room: Room, name: str, text: str) -> None:
    """Type into a field and leave it with Enter."""
    fields = dict(room.page.record.fields)
    if room.page.draft.block.left_room is not None:
        fields |= room.page.recovery.fields
    fields[name].editor.setFocus()
    room.hands.type(text)
    room.hands.key("enter")


def choose(room: Room, name: str, words: str) -> None:
    """Pick a product by its words."""
    editor = room.page.record.fields[name].editor
    assert isinstance(editor, ProductEditor)
    row = editor.combo.findText(words)
    assert row > 0, [editor.combo.itemText(at) for at in range(editor.combo.count())]
    editor.combo.setCurrentIndex(row)
    editor.combo.activated.emit(row)


def said(room: Room, name: str) -> str:
    """The sentence below a field."""
    return room.page.record.fields[name].sentence()


def author(room: Room, item: Item) -> str:
    entry = room.stored().entered(item)
    return entry.by if entry else ""


# Dose, drug, contrast


def test_dose_is_kept_with_its_unit_and_author(room: Room) -> None:
    enter(room, "fluoroscopy.seconds", "1:12")
    enter(room, "fluoroscopy.air_kerma", "8,1")
    dose = room.stored().fluoroscopy
    assert (dose.seconds, dose.air_kerma, dose.air_kerma_unit) == (72, Decimal("8.1"), KermaUnit.MGY)
    assert author(room, Item.FLUOROSCOPY) == "RN Diaz"
    assert room.page.record.fields["fluoroscopy.seconds"].toolTip() == "RN Diaz, 10:16"


def test_a_field_that_is_emptied_has_no_author_and_half_a_number_is_no_score(room: Room) -> None:
    enter(room, "fluoroscopy.seconds", "7")
    room.page.record.enter()
    room.hands.key("backspace")
    assert room.stored().fluoroscopy.seconds is None
    assert author(room, Item.FLUOROSCOPY) == ""
    score = room.page.record.scores[Series.OVERALL]
    score.editor.setFocus()
    room.keys("7.5", "enter")
    assert room.scores().readings == ()
    assert score.is_wrong()


def test_the_vial_on_the_table_is_named_before_its_lot(room: Room) -> None:
    lot = room.page.record.fields["nerve targets.lot"].editor
    assert not lot.isEnabled()
    choose(room, "nerve targets.product", "BUPivacaine 0.5 %")
    enter(room, "nerve targets.vial", "10")
    enter(room, "nerve targets.lot", "4J2291")
    enter(room, "nerve targets.expires_on", "31 aug 2027")
    (drug,) = room.stored().drugs
    assert (drug.agent, drug.strength, drug.vial) == ("bupivacaine", Decimal(5), Decimal(10))
    assert (drug.lot, drug.expires_on) == ("4J2291", date(2027, 8, 31))
    assert author(room, Item.DRUG_LABEL) == "RN Diaz"
    assert author(room, Item.ANESTHETIC) == ""


def test_a_month_on_a_vial_is_its_last_day_and_one_that_has_passed_is_refused(room: Room) -> None:
    choose(room, "nerve targets.product", "BUPivacaine 0.5 %")
    enter(room, "nerve targets.expires_on", "31 aug 2025")
    field = room.page.record.fields["nerve targets.expires_on"]
    assert field.sentence() == "Expired 31-Aug-2025. Take another vial."
    assert room.stored().drugs[0].expires_on is None
    for typed in ("08/2027", "Aug 2027", "aug-2027"):
        field.editor.line.clear()  # type: ignore[attr-defined]
        field.editor.edited.emit()
        assert room.stored().drugs[0].expires_on is None
        enter(room, "nerve targets.expires_on", typed)
        assert room.stored().drugs[0].expires_on == date(2027, 8, 31), typed


def test_the_agent_that_the_physician_chose_stays_and_the_label_is_compared(vault: Vault) -> None:
    block = planned_block(vault)
    by = Author(PHYSICIAN.id, PHYSICIAN.called, START)
    chosen = with_agent(block, AgentOffered("ropivacaine", Decimal(5)), by)
    desk = Desk(vault.store, PHYSICIAN, START)
    with opened(vault, save_draft(desk, block, chosen)) as room:
        assert said(room, "nerve targets.product") == "Dr Okafor entered ROPivacaine 0.5\N{NO-BREAK SPACE}%"
        enter(room, "nerve targets.lot", "77A")
        choose(room, "nerve targets.product", "BUPivacaine 0.5 %")
        assert (
            "The label on the table reads bupivacaine 0.5 %; ropivacaine 0.5 % is recorded." in room.words()
        )
        (drug,) = room.stored().drugs
        assert (drug.agent, drug.label, drug.lot) == ("ropivacaine", "bupivacaine", "77A")
        choose(room, "nerve targets.product", "ROPivacaine 0.5 %")
        assert "The label on the table" not in room.words()
        assert author(room, Item.DRUG_LABEL) == "RN Diaz"


def test_a_label_read_first_is_compared_with_what_the_physician_chooses(room: Room) -> None:
    choose(room, "nerve targets.product", "BUPivacaine 0.5 %")
    stored = room.stored()
    by = Author(PHYSICIAN.id, PHYSICIAN.called, START)
    desk = room.desk(PHYSICIAN)
    save_draft(desk, stored, with_agent(stored, AgentOffered("lidocaine", Decimal(20)), by))
    room.page.draft.look_again()
    assert "The label on the table reads bupivacaine 0.5 %; lidocaine 2 % is recorded." in room.words()


def test_contrast_against_an_allergy_is_said_at_once(room: Room) -> None:
    choose(room, "contrast.product", "Iohexol 240 mg I/mL")
    enter(room, "contrast.given", "1.2")
    (contrast,) = room.stored().drugs_for(DrugUse.CONTRAST)
    assert (contrast.agent, contrast.strength, contrast.given) == ("iohexol", Decimal(240), Decimal("1.2"))
    assert author(room, Item.CONTRAST) == "RN Diaz"
    assert "iodinated contrast" in room.words()


# Vital signs and pain before


def test_vital_signs_before_are_one_set(room: Room) -> None:
    for name, typed in (("pressure", "142/84"), ("spo2", "97"), ("pulse", "72"), ("temperature", "36.6")):
        enter(room, f"vitals.before.{name}", typed)
    enter(room, "last_analgesic", "ibuprofen 400 mg, 06:00")
    stored = room.stored()
    (taken,) = stored.vitals
    assert (taken.when, taken.systolic, taken.diastolic) == (VitalsWhen.BEFORE, 142, 84)
    assert (taken.spo2, taken.pulse, taken.temperature) == (97, 72, Decimal("36.6"))
    assert stored.last_analgesic == "ibuprofen 400 mg, 06:00"
    assert author(room, Item.VITALS) == "RN Diaz"


def test_an_impossible_vital_sign_is_not_kept(room: Room) -> None:
    for name, typed, sentence in (
        ("vitals.before.pressure", "84/142", "Check both numbers"),
        ("vitals.before.temperature", "98.6", "98.6 °F is 37 °C"),
        ("vitals.before.spo2", "970", "Enter 100 or less"),
    ):
        enter(room, name, typed)
        assert sentence in said(room, name)
        assert room.stored().vitals == ()


def test_a_pressure_needs_both_numbers(room: Room) -> None:
    enter(room, "vitals.before.pressure", "142")
    assert "Write both numbers" in said(room, "vitals.before.pressure")
    assert room.stored().vitals == ()


def test_pain_before_goes_into_the_response(room: Room) -> None:
    room.answer()
    for series, score in ((Series.OVERALL, "7"), (Series.LEFT, "10"), (Series.RIGHT, "6")):
        room.page.record.scores[series].editor.setFocus()
        room.keys(score, "enter")
    response = room.scores()
    assert {r.slot for r in response.readings} == {BEFORE}
    assert [response.baseline(series) for series in Series] == [10, 6, 7]
    assert {r.entered_by for r in response.readings} == {"RN Diaz"}


@pytest.mark.parametrize("typed", ["11", "7.5", "-1"])
def test_a_number_that_is_no_score_is_not_kept(room: Room, typed: str) -> None:
    room.page.record.scores[Series.OVERALL].editor.setFocus()
    room.keys(typed, "enter")
    assert room.scores().baseline(Series.OVERALL) in (None, 1, 7)
    assert room.page.record.scores[Series.OVERALL].is_wrong()


def test_an_earlier_score_is_not_shown_to_whoever_asks_for_the_later_ones(room: Room) -> None:
    score = room.page.record.scores[Series.OVERALL].editor
    assert isinstance(score, ScoreEditor)
    score.setFocus()
    room.keys("7", "enter")
    room.leave()
    assert (score.text(), score.value()) == ("", Decimal(7))
    score.setFocus()
    assert score.text() == "7"


# Recovery and discharge


def recover(room: Room) -> None:
    """Everything of the recovery but its attestation."""
    room.leave()
    recover_in_room(room)


def recover_in_room(room: Room) -> None:
    """The same when the patient has left the room already."""
    enter(room, "vitals.recovery.pressure", "128/76")
    room.clock.forward(20)
    room.page.recovery.show_due()
    for name in ("walking", "neurology", "instructions_given", "diary_given"):
        room.page.recovery.choices[name].enter()
        room.keys("space")
    enter(room, "discharge.escort", "husband")
    enter(room, "discharge.at", "1059")


def test_recovery_opens_when_the_patient_has_left_the_room_and_asks_for_what_is_due(room: Room) -> None:
    assert "recovery" not in room.page.__dict__
    room.leave()
    assert room.page.recovery.isVisible()
    assert not room.page.time_out.isVisible()
    assert room.page.recovery.attest.tone() is Tone.WAITING
    assert "7 answers missing: vital signs, walking, strength and feeling" in room.words()
    room.page.recovery.attest.click()
    assert room.stored().discharge.attested_at is None, "nothing is attested while something is missing"
    fifteen = room.page.recovery.scores[15, Series.OVERALL].editor
    assert not fifteen.isEnabled()
    room.clock.forward(12)
    room.page.recovery.show_due()
    assert fifteen.isEnabled()
    block = room.page.draft.block
    room.page.draft.change(replace(block, discharge=replace(block.discharge, walking="with a cane")))
    assert room.page.recovery.choices["walking"].value() == "with a cane", "told in other words"


def test_a_nurse_attests_recovery_and_discharge(room: Room) -> None:
    recover(room)
    room.page.recovery.attest.setFocus()
    room.keys("space")
    left = room.stored().discharge
    assert (left.walking, left.neurology) == ("as before", "no new weakness or numbness")
    assert (left.instructions_given, left.diary_given, left.escort) == (True, True, "husband")
    assert (left.at, left.attested_by, left.attested_at) == (room.clock(), "M. Diaz, RN", room.clock())
    assert author(room, Item.RECOVERY) == "RN Diaz"
    assert [taken.when for taken in room.stored().vitals] == [VitalsWhen.RECOVERY]


def test_a_later_change_or_vital_sign_has_to_be_attested_again(room: Room) -> None:
    recover(room)
    room.page.recovery.attest.click()
    assert room.stored().discharge.attested_by == "M. Diaz, RN"
    enter(room, "discharge.escort", ", by car")
    left = room.stored().discharge
    assert (left.escort, left.attested_by, left.attested_at) == ("husband, by car", "", None)
    room.page.recovery.attest.click()
    assert room.stored().discharge.attested_by == "M. Diaz, RN"
    enter(room, "vitals.recovery.pulse", "48")
    assert room.page.recovery.attest.tone() is Tone.READY
    assert room.stored().discharge.attested_at is None
    room.page.recovery.attest.click()
    room.keys("space")
    assert room.window.shown() is None, "closing goes back"
    assert room.window.rail.isVisible()


def test_discharge_follows_the_last_score_in_the_clinic(room: Room) -> None:
    room.leave()
    room.clock.forward(30)
    room.page.recovery.show_due()
    room.page.recovery.scores[15, Series.OVERALL].editor.setFocus()
    room.keys("2", "enter")
    enter(room, "discharge.at", "1045")
    sentence = room.page.recovery.fields["discharge.at"].sentence()
    assert sentence == "The last score or stamp is from 10:49. Discharge follows it."
    assert room.stored().discharge.at is None


def score_at(room: Room, slot: int) -> Reading:
    reading = room.scores().reading(Series.OVERALL, slot)
    assert reading is not None
    return reading


def test_a_score_keeps_the_minute_at_which_it_was_asked(room: Room) -> None:
    room.leave()
    room.clock.forward(15)
    room.page.recovery.show_due()
    field = room.page.recovery.scores[15, Series.OVERALL]
    field.editor.setFocus()
    room.keys("2", "enter")
    out = room.page.draft.block.needle_out
    assert out is not None
    assert score_at(room, 15).at == out + timedelta(minutes=20)
    assert field.sentence() == "at 20 min"


def test_a_score_entered_late_asks_how_it_was_learned(room: Room) -> None:
    room.leave()
    room.clock.forward(50)
    room.page.recovery.show_due()
    field, mode = room.page.recovery.scores[15, Series.OVERALL], room.page.recovery.mode
    field.editor.setFocus()
    room.keys("2", "enter")
    assert field.sentence() == "Choose below how it was learned, then enter it."
    assert room.scores().readings == ()
    mode.set_value(Mode.RECALL)
    mode.edited.emit()
    reading, out = score_at(room, 15), room.page.draft.block.needle_out
    assert out is not None
    assert (reading.mode, reading.at) == (Mode.RECALL, out + timedelta(minutes=15))
    assert not field.is_wrong()


def test_an_allergy_to_the_skin_prep_is_said_before_the_needle(room: Room) -> None:
    allergies = (Allergy(AllergyKind.CHLORHEXIDINE, "chlorhexidine"),)
    room.page.record.show_patient(replace(marsh(START), allergies=allergies))
    assert "The skin prep is not recorded: take one without it." in room.words()
    room.page.draft.change(replace(room.page.draft.block, prep=Prep.CHLORHEXIDINE))
    assert "The skin prep is chlorhexidine in alcohol. Change the prep" in room.words()


# After the physician has signed


def sign_there(room: Room) -> None:
    """The physician signs at another screen; the nurse's screen has not looked yet."""
    stored = room.stored()
    desk = replace(room.desk(PHYSICIAN), signing_key=room.vault.signing_key)
    author = Author(PHYSICIAN.id, PHYSICIAN.called, room.clock())
    levels = read_levels("45 51 b", region=Region.LUMBAR)
    assert isinstance(levels, Levels)
    preset = presets()[Region.LUMBAR]
    block = with_agent(with_levels(stored, levels, "45 51 b", preset, author), preset.agents[0], author)
    block = accept_all(block, AsListed(preset, author))
    block = with_fluoroscopy(block, replace(block.fluoroscopy, seconds=42), author)
    patient = open_chart(desk, block.patient_id).patient
    why = replace(block, allergy_reason="rash years ago, tolerated since")
    block = with_reasons_for(block, why, patient, formulary(), ())
    sign_note(desk, save_draft(desk, stored, block), PIN)


def test_recovery_and_discharge_are_recorded_after_the_signature(room: Room) -> None:
    room.leave()
    sign_there(room)
    room.page.draft.look_again()
    assert not room.page.record.fields["fluoroscopy.seconds"].editor.isEnabled()
    room.keys("ctrl+z")
    assert "The record is signed. This stays as it is." in room.words()
    assert room.stored().left_room is not None
    recover_in_room(room)
    room.page.recovery.attest.setFocus()
    room.keys("space")
    stored = room.stored()
    assert (stored.state, stored.discharge.escort) == (BlockState.SIGNED, "husband")
    assert stored.discharge.attested_by == "M. Diaz, RN"
    assert room.window.status.texts()[0].startswith("All changes saved")
    assert verify(room.vault.store).intact
    with opened(room.vault, stored, clock=room.clock) as again:
        assert again.page.recovery.fields["discharge.escort"].editor.value() == "husband"
        assert "Attested" in again.words()


def test_recovery_typed_while_the_physician_signs_is_kept(room: Room) -> None:
    room.leave()
    sign_there(room)
    enter(room, "vitals.recovery.pressure", "128/76")
    enter(room, "discharge.escort", "husband")
    stored = room.stored()
    assert (stored.state, stored.discharge.escort) == (BlockState.SIGNED, "husband")
    assert [v.systolic for v in stored.vitals if v.when is VitalsWhen.RECOVERY] == [128]
    assert "What you changed after that is not in it" not in room.words()


def test_anything_else_typed_after_the_signature_is_given_up_and_said(room: Room) -> None:
    room.leave()
    sign_there(room)
    enter(room, "last_analgesic", "none")
    enter(room, "discharge.escort", "husband")
    stored = room.stored()
    assert (stored.last_analgesic, stored.discharge.escort) == ("", "husband")
    assert "What you changed after that is not in it, except recovery and discharge." in room.words()


def test_scores_in_recovery_are_given_after_the_signature(room: Room) -> None:
    room.leave()
    sign_there(room)
    room.page.draft.look_again()
    room.clock.forward(25)
    room.page.recovery.show_due()
    room.page.recovery.scores[30, Series.OVERALL].editor.setFocus()
    room.keys("1", "enter")
    assert score_at(room, 30).score == 1
    assert not room.page.record.scores[Series.OVERALL].editor.isEnabled()


def at_thirty_one_minutes(room: Room) -> ScoreField:
    """The score after 30 minutes, 3, entered a minute late; twenty minutes pass."""
    room.leave()
    out = room.page.draft.block.needle_out
    assert out is not None
    room.clock.at = out + timedelta(minutes=31)
    room.page.recovery.show_due()
    field = room.page.recovery.scores[30, Series.OVERALL]
    field.editor.setFocus()
    room.keys("3", "enter")
    room.clock.forward(20)
    room.page.recovery.show_due()
    return field


@pytest.mark.parametrize(
    ("keys", "score"),
    [
        (("backspace", "2"), 2),
        (("2", "backspace", "backspace", "2"), 2),
        (("backspace", "3"), 3),
        (("2",), 3),
    ],
    ids=["cleared first", "typed beside it first", "the same again", "beside it"],
)
def test_a_corrected_score_keeps_its_minute(room: Room, keys: tuple[str, ...], score: int) -> None:
    field = at_thirty_one_minutes(room)
    out = room.page.draft.block.needle_out
    field.editor.setFocus()
    for key in keys:
        room.hands.key(key) if len(key) > 1 else room.hands.type(key)
    room.hands.key("tab")
    reading = score_at(room, 30)
    assert out is not None
    assert (reading.score, reading.at) == (Decimal(score), out + timedelta(minutes=31))
    assert field.is_wrong() == (keys == ("2",))


def test_a_score_that_is_emptied_and_left_is_gone(room: Room) -> None:
    field = at_thirty_one_minutes(room)
    field.editor.setFocus()
    room.hands.key("backspace")
    room.hands.key("tab")
    assert room.scores().readings == ()
    field.editor.setFocus()
    room.keys("2", "enter")
    out = room.page.draft.block.needle_out
    assert out is not None
    assert score_at(room, 30).at == out + timedelta(minutes=51)

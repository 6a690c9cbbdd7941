"""The coding preview in the chart: who sees it, what it says, and what is copied."""

from dataclasses import replace

from PySide6.QtGui import QGuiApplication

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.block import BlockState
from mbb_desktop.clinical.people import BothSides, CorrespondentKind
from mbb_desktop.ui.coding_view import CodingCard
from mbb_desktop.ui.correspondent_card import CorrespondentCard
from mbb_desktop.workflow.keep_clinic import directory, save_correspondent
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.preview_codes import preview_codes
from tests.ui.sample import SampleClinic, press


def cards_of(clinic: SampleClinic, words: str) -> list[CodingCard]:
    chart = clinic.open_chart(words)
    chart.show_tab("coding")
    return chart.coding.cards()


def newest(clinic: SampleClinic) -> CodingCard:
    return cards_of(clinic, "marsh eleanor")[0]


def test_a_block_of_both_sides_for_medicare_and_the_ablation_that_two_blocks_allow_last(
    seen: SampleClinic,
) -> None:
    cards = cards_of(seen, "marsh eleanor")
    assert {card.accessibleName() for card in cards} == {"Coding preview, not a claim"}
    assert len(cards) == 3
    assert cards[0].texts()[:2] == ["64493-50-KX", "64494-50-KX"]
    last = cards[-1].texts()
    assert last[:2] == ["64635-50", "64636-50"]
    assert "Nothing of it has been done." in last[2]
    row = cards[0].lines[0]
    assert not row.is_open(), "reasons are folded until asked for"
    press(row, "Why")
    assert row.is_open()
    press(cards[0], "Copy")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Coding preview, not a claim.")
    assert "64493-50-KX" in copied
    assert "marsh" not in copied.casefold()


def test_what_is_copied_may_be_written_anew_and_stays_a_preview(seen: SampleClinic) -> None:
    card = newest(seen)
    press(card, "Change before copying")
    card._text.set_value("64493-RT-KX x1")
    card._text.edited.emit()
    seen.session.announce("directory")
    again = seen.window.shown().coding.cards()[0]  # type: ignore[union-attr]
    press(again, "Copy")
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].startswith("Coding preview, not a claim.")
    assert copied[1:] == ["64493-RT-KX x1"]
    assert again.texts()[0] == "64493-50-KX"


def test_the_front_desk_sees_the_codes_of_signed_blocks_only(seen: SampleClinic) -> None:
    seen.sign_in("front desk")
    assert not seen.session.may(Permission.OPEN_CHART)
    cards = cards_of(seen, "marsh eleanor")
    shown = seen.do(preview_codes, seen.patient("marsh eleanor").id)
    assert len(cards) == len(shown)
    assert {each.state for each in shown} == {BlockState.SIGNED}


def test_they_are_read_when_they_are_looked_at_and_again_after_a_change(seen: SampleClinic) -> None:
    chart = seen.open_chart("marsh eleanor")
    assert chart.coding.cards() == []
    chart.show_tab("coding")
    first = chart.coding.cards()
    chart.show_tab("overview")
    chart.show_tab("coding")
    assert chart.coding.cards() == first
    chart.show_tab("overview")
    seen.session.announce("directory")
    chart.show_tab("coding")
    assert chart.coding.cards() != first


def test_a_patient_without_a_block_has_no_card(seen: SampleClinic) -> None:
    patient = seen.patient("haddad")
    assert seen.do(preview_codes, patient.id) == ()
    assert cards_of(seen, "haddad") == []


def test_without_a_payer_the_add_on_is_asked_for(clinic: SampleClinic) -> None:
    patient = clinic.patient("marsh eleanor")
    clinic.do(save_patient, replace(patient, payer_id=None))
    shown = newest(clinic).texts()
    assert shown[0] == "64493-50"
    assert any("payers differ on how an add-on code" in text for text in shown)


def test_a_payer_keeps_its_own_way_of_writing_both_sides(clinic: SampleClinic) -> None:
    payer = next(e for e in clinic.do(directory) if e.kind is CorrespondentKind.PAYER)
    card = CorrespondentCard(clinic.window, clinic.session, (CorrespondentKind.PAYER,), payer)
    card.open()
    card.form.editor("add_ons").set_value(BothSides.TWO_UNITS)
    card.form.editor("add_ons").edited.emit()
    press(card, "Save")
    kept = next(e for e in clinic.do(directory) if e.kind is CorrespondentKind.PAYER)
    assert (kept.both_sides, kept.add_ons) == (None, BothSides.TWO_UNITS)
    (first, add_on, *_) = clinic.do(preview_codes, clinic.patient("marsh eleanor").id)[0].preview.lines
    assert (first.words, add_on.words, add_on.units) == ("64493-50-KX", "64494-KX", 2)


def test_a_changed_payer_changes_the_open_chart(clinic: SampleClinic) -> None:
    chart = clinic.open_chart("marsh eleanor")
    chart.show_tab("coding")
    payer = next(e for e in clinic.do(directory) if e.kind is CorrespondentKind.PAYER)
    clinic.do(save_correspondent, replace(payer, both_sides=BothSides.TWO_LINES))
    clinic.session.announce("directory")
    assert chart.coding.cards()[0].texts()[:2] == ["64493-LT-KX", "64493-RT-KX"]

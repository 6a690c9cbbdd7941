"""The referral letter: to whom, what it cannot say, what comes first, the draft and the signature."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.clinical.people import CorrespondentKind
from mbb_desktop.documents.make import Made
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.correspondent_card import CorrespondentCard
from mbb_desktop.ui.editors import LongTextEditor
from mbb_desktop.ui.letter_card import LetterCard
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.workflow.keep_clinic import clinic as clinic_details
from mbb_desktop.workflow.keep_clinic import save_clinic
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.sample_people import PASSPHRASE, PIN
from tests.ui.sample import SampleClinic, button, let_go, press


@pytest.fixture
def chart(clinic: SampleClinic) -> ChartPage:
    shown = clinic.open_chart("marsh eleanor")
    shown.show_tab("readiness")
    press(shown.readiness, "Write the letter")
    return shown


@pytest.fixture
def card(clinic: SampleClinic, chart: ChartPage) -> LetterCard:
    return clinic.card(LetterCard)


def address(card: LetterCard, name: str = "R. Vance") -> None:
    card.recipient.set_value(next(key for key, entry in card.entries() if entry.name == name))


def letters(clinic: SampleClinic) -> list[SignedDocument]:
    return [p for p in clinic.chart("marsh eleanor").papers if p.kind is PaperKind.RFA_LETTER]


def test_nobody_is_addressed_by_default(card: LetterCard) -> None:
    assert card.order().recipient is None
    press(card, "Sign the letter")
    assert "Choose whom the letter goes to" in card.form.field("recipient").sentence()


def test_the_pin_signs_the_letter_and_shows_it(clinic: SampleClinic, card: LetterCard) -> None:
    address(card)
    QTest.keyClicks(card.pin.field.line, PIN)
    press(card, "Sign the letter")
    assert [paper.number for paper in letters(clinic)] == ["RL-2026-000001"]
    preview = clinic.window.shown()
    assert isinstance(preview, PaperPreview)
    assert preview.title() == "RFA referral letter RL-2026-000001"
    assert clinic.events()[1] == "letter signed"


def test_a_paragraph_about_another_level_is_said_and_signed_if_it_is_meant(
    clinic: SampleClinic, card: LetterCard
) -> None:
    address(card)
    paragraph = card.form.field("paragraph").editor
    assert isinstance(paragraph, LongTextEditor)
    paragraph.area.setPlainText(
        "Bilateral L4-5 pain, 80 % relief twice; right knee replaced. Call right away."
    )
    assert card.unlike.text() == ""
    paragraph.area.setPlainText("We also ask for L2-3 left.")
    assert card.unlike.text().startswith(
        "Your own words name L2-3 left, and this letter is about bilateral L"
    )
    QTest.keyClicks(card.pin.field.line, PIN)
    press(card, "Sign the letter")
    assert len(letters(clinic)) == 1


def test_where_the_clinic_says_so_the_passphrase_signs(clinic: SampleClinic, chart: ChartPage) -> None:
    clinic.card(LetterCard).reject()
    clinic.do(save_clinic, replace(clinic.do(clinic_details), sign_by_passphrase=True))
    press(chart.readiness, "Write the letter")
    card = clinic.card(LetterCard)
    address(card)
    assert card.pin.field.accessibleName() == "Your passphrase"
    QTest.keyClicks(card.pin.field.line, PIN)
    press(card, "Sign the letter")
    assert letters(clinic) == []
    assert "passphrase" in card.pin.sentence()
    QTest.keyClicks(card.pin.field.line, PASSPHRASE)
    press(card, "Sign the letter")
    assert len(letters(clinic)) == 1


def test_a_wrong_pin_signs_nothing(clinic: SampleClinic, card: LetterCard) -> None:
    address(card)
    QTest.keyClicks(card.pin.field.line, "0000")
    press(card, "Sign the letter")
    assert "not your PIN" in card.pin.sentence()
    assert letters(clinic) == []
    assert card.isVisible()


def test_five_wrong_pins_lock(clinic: SampleClinic, card: LetterCard) -> None:
    locked: list[bool] = []
    card.locked_out.connect(lambda: locked.append(True))
    address(card)
    for _ in range(5):
        QTest.keyClicks(card.pin.field.line, "0000")
        card.pin.entered.emit("0000")
    assert locked == [True]


def test_the_draft_can_be_looked_at_and_the_card_comes_back_as_it_was(
    clinic: SampleClinic, card: LetterCard
) -> None:
    address(card)
    card.form.editor("paragraph").set_value("Added by hand.")
    press(card, "Look at the draft")
    assert isinstance(clinic.window.shown(), PaperPreview)
    assert not card.isVisible()
    clinic.window.back()
    let_go()
    assert card.isVisible()
    assert card.order().paragraph == "Added by hand."


def test_what_the_letter_cannot_say_is_shown_before_it_is_signed(clinic: SampleClinic) -> None:
    course = clinic.chart("marsh eleanor").courses[0]
    clinic.do(save_course, replace(course, other_cause=None))
    card = LetterCard(clinic.session, clinic.window, course.id)
    card.open()
    assert card.gaps() == ["No other cause explains the pain", "First block: every indication is met"]


def test_a_letter_waits_for_signed_responses(clinic: SampleClinic) -> None:
    card = LetterCard(clinic.session, clinic.window, clinic.chart("whelan").courses[0].id)
    card.open()
    assert "Sign the diagnostic response of 25-Oct-2026." in card.before()
    assert not button(card, "Sign the letter").isEnabled()


def test_an_earlier_letter_is_mentioned(clinic: SampleClinic, card: LetterCard) -> None:
    address(card)
    card.pin.entered.emit(PIN)
    again = LetterCard(clinic.session, clinic.window, clinic.chart("marsh eleanor").courses[0].id)
    again.open()
    assert "Signed before: RL-2026-000001" in again.before()


def test_an_addressee_can_be_added_on_the_way(clinic: SampleClinic, card: LetterCard) -> None:
    card.recipient.add_asked.emit()
    adding = clinic.card(CorrespondentCard)
    adding.form.editor("kind").set_value(CorrespondentKind.RFA_PROVIDER)
    adding.form.editor("name").set_value("S. Imai")
    press(adding, "Save")
    recipient = card.order().recipient
    assert recipient is not None
    assert recipient.name == "S. Imai"


def test_copies_are_separated(card: LetterCard) -> None:
    card.form.editor("cc").set_value("K. Sato, MD; ; patient")
    assert card.order().cc == ("K. Sato, MD", "patient")


def test_a_nurse_may_look_and_not_sign(clinic: SampleClinic) -> None:
    clinic.sign_in("nurse")
    card = LetterCard(clinic.session, clinic.window, clinic.chart("marsh eleanor").courses[0].id)
    card.open()
    assert card.pin.isHidden()
    seen: list[object] = []
    card.draft.connect(seen.append)
    press(card, "Look at the draft")
    assert isinstance(seen[0], Made)

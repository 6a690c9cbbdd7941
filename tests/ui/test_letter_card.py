"""The referral letter: to whom, what it cannot say, what comes first, the draft and the signature."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.clinical.people import CorrespondentKind
from mbb_desktop.documents.make import Made
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
def card(clinic: SampleClinic) -> LetterCard:
    """Asked for in the chart."""
    shown = clinic.open_chart("marsh eleanor")
    shown.show_tab("readiness")
    press(shown.readiness, "Write the letter")
    return clinic.card(LetterCard)


def address(card: LetterCard, name: str = "R. Vance") -> None:
    card.recipient.set_value(next(key for key, entry in card.entries() if entry.name == name))


def letters(clinic: SampleClinic) -> list[SignedDocument]:
    return [p for p in clinic.chart("marsh eleanor").papers if p.kind is PaperKind.RFA_LETTER]


def opened(clinic: SampleClinic, words: str = "marsh eleanor") -> LetterCard:
    """The card alone, without the chart."""
    made = LetterCard(clinic.session, clinic.window, clinic.chart(words).courses[0].id)
    made.open()
    return made


def test_the_pin_signs_the_letter_shows_it_and_a_second_one_mentions_it(
    clinic: SampleClinic, card: LetterCard
) -> None:
    assert card.order().recipient is None, "nobody is addressed by default"
    press(card, "Sign the letter")
    assert "Choose whom the letter goes to" in card.form.field("recipient").sentence()
    address(card)
    QTest.keyClicks(card.pin.field.line, "0000")
    press(card, "Sign the letter")
    assert "not your PIN" in card.pin.sentence()
    assert letters(clinic) == []
    assert card.isVisible()
    QTest.keyClicks(card.pin.field.line, PIN)
    press(card, "Sign the letter")
    assert [paper.number for paper in letters(clinic)] == ["RL-2026-000001"]
    preview = clinic.window.shown()
    assert isinstance(preview, PaperPreview)
    assert preview.title() == "RFA referral letter RL-2026-000001"
    assert clinic.events()[1] == "letter signed"
    assert "Signed before: RL-2026-000001" in opened(clinic).before()


def test_a_paragraph_about_another_level_is_said_looked_at_and_signed_if_it_is_meant(
    clinic: SampleClinic, card: LetterCard
) -> None:
    address(card)
    card.form.editor("cc").set_value("K. Sato, MD; ; patient")
    assert card.order().cc == ("K. Sato, MD", "patient")
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
    press(card, "Look at the draft")
    assert isinstance(clinic.window.shown(), PaperPreview)
    assert not card.isVisible()
    clinic.window.back()
    let_go()
    assert card.isVisible(), "the card comes back as it was"
    assert card.order().paragraph == "We also ask for L2-3 left."
    QTest.keyClicks(card.pin.field.line, PIN)
    press(card, "Sign the letter")
    assert len(letters(clinic)) == 1


def test_where_the_clinic_says_so_the_passphrase_signs(clinic: SampleClinic) -> None:
    clinic.do(save_clinic, replace(clinic.do(clinic_details), sign_by_passphrase=True))
    card = opened(clinic)
    address(card)
    assert card.pin.field.accessibleName() == "Your passphrase"
    QTest.keyClicks(card.pin.field.line, PIN)
    press(card, "Sign the letter")
    assert letters(clinic) == []
    assert "passphrase" in card.pin.sentence()
    QTest.keyClicks(card.pin.field.line, PASSPHRASE)
    press(card, "Sign the letter")
    assert len(letters(clinic)) == 1


def test_five_wrong_pins_lock(clinic: SampleClinic) -> None:
    card, locked = opened(clinic), list[bool]()
    card.locked_out.connect(lambda: locked.append(True))
    address(card)
    for _ in range(5):
        QTest.keyClicks(card.pin.field.line, "0000")
        card.pin.entered.emit("0000")
    assert locked == [True]


def test_what_the_letter_cannot_say_is_shown_before_it_is_signed(clinic: SampleClinic) -> None:
    course = clinic.chart("marsh eleanor").courses[0]
    clinic.do(save_course, replace(course, other_cause=None))
    card = opened(clinic)
    assert card.gaps() == ["No other cause explains the pain", "First block: every indication is met"]


def test_a_letter_waits_for_signed_responses(seen: SampleClinic) -> None:
    card = opened(seen, "whelan")
    assert "Sign the diagnostic response of 25-Oct-2026." in card.before()
    assert not button(card, "Sign the letter").isEnabled()


def test_an_addressee_can_be_added_on_the_way(clinic: SampleClinic) -> None:
    card = opened(clinic)
    card.recipient.add_asked.emit()
    adding = clinic.card(CorrespondentCard)
    adding.form.editor("kind").set_value(CorrespondentKind.RFA_PROVIDER)
    adding.form.editor("name").set_value("S. Imai")
    press(adding, "Save")
    recipient = card.order().recipient
    assert recipient is not None
    assert recipient.name == "S. Imai"


def test_a_nurse_may_look_and_not_sign(seen: SampleClinic) -> None:
    seen.sign_in("nurse")
    card = opened(seen)
    assert card.pin.isHidden()
    drafts: list[object] = []
    card.draft.connect(drafts.append)
    press(card, "Look at the draft")
    assert isinstance(drafts[0], Made)

"""Learner and attending at the window: who is asked, what is read back, co-signed or returned."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.block import BlockState
from mbb_desktop.clinical.cosignature import Attestation, CosignStanding, Supervised
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.storage.signed import verify
from mbb_desktop.ui.addendum_card import AddendumCard
from mbb_desktop.ui.ask_attending_card import AskAttendingCard
from mbb_desktop.ui.chart_lists import PapersList
from mbb_desktop.ui.cosign_card import CosignCard
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.ui.parts import Button
from mbb_desktop.ui.sign_card import SignCard
from mbb_desktop.ui.today_page import TodayPage
from mbb_desktop.workflow.issue_addendum import sign_addendum
from mbb_desktop.workflow.keep_patients import refresh_chart
from mbb_desktop.workflow.mark_error import error_question, mark_in_error
from mbb_desktop.workflow.record_block import read_block
from mbb_desktop.workflow.signing import WrongPin
from tests.ui.conftest import NOW
from tests.ui.sample import SampleClinic, button, press
from tests.ui.teaching import Teaching, teaching
from tests.workflow.conftest import PIN


@pytest.fixture
def at(sample_template: Path, tmp_path: Path) -> Iterator[Teaching]:
    with SampleClinic.opened(sample_template, tmp_path / "vault", NOW) as opened:
        yield teaching(opened)


def preview(at: Teaching, paper: SignedDocument) -> PaperPreview:
    clinic = at.clinic
    shown = PaperPreview(clinic.session, clinic.window, paper, clinic.settings)
    clinic.window.open(shown, shown.title())
    QApplication.processEvents()
    return shown


def enter(at: Teaching, card: CosignCard | SignCard | AddendumCard, pin: str = PIN) -> None:
    card.pin.field.line.setText(pin)
    if isinstance(card, SignCard | CosignCard):
        bar = card.scroller.verticalScrollBar()
        bar.setValue(bar.maximum())  # read to its end
    card.sign.click()
    QApplication.processEvents()


def shown_words(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel)]


def add_to(at: Teaching, shown: PaperPreview) -> None:
    """The learner signs an addendum to the paper that is shown, under supervision."""
    press(shown, "Addendum")
    adding = at.clinic.card(AddendumCard)
    adding.text.set_value("The level was L3-4.")
    adding.reason.set_value("mistyped")
    assert adding.supervision is not None
    adding.supervision.said.inputs()[0].click()  # type: ignore[attr-defined]
    adding.supervision.attending.set_value(at.attending.user.id)
    enter(at, adding)


def answer(card: CosignCard | SignCard) -> None:
    """The patient is the one of 14 March, not her namesake of 14 May."""
    assert card.twin is not None
    card.twin.day.setText("14")
    card.twin.month.setText("3")
    card.twin.month.textEdited.emit("3")


def test_a_learner_says_under_whose_supervision_and_nobody_is_chosen_at_the_start(at: Teaching) -> None:
    block = at.draft("Haddad")
    at.sit(learner=True)
    editor = at.editor(block)
    editor.sign()
    card = at.clinic.card(SignCard)
    asked = card.supervision
    assert asked is not None
    assert (asked.said.value(), asked.attending.value(), card.sign.isEnabled()) == (False, None, False)
    enter(at, card)
    assert read_block(at.of("physician"), block.id).state is BlockState.DRAFT
    asked.said.inputs()[0].click()  # type: ignore[attr-defined]
    assert asked.missing() == "Choose the attending who is to co-sign."
    asked.attending.set_value(at.attending.user.id)
    asked.attending.edited.emit()
    card.read.go_on()
    enter(at, card)
    kept = read_block(at.of("physician"), block.id)
    assert kept.state is BlockState.AWAITING
    assert editor.draft.block.state is BlockState.AWAITING
    assert "Under the supervision of A. Okafor, MD." in editor.note.text.toPlainText()
    assert not editor.draft.is_editable()


def test_the_attending_finds_reads_and_co_signs_it(at: Teaching) -> None:
    paper = at.awaiting("Marsh")
    at.sit(learner=False)
    clinic = at.clinic
    today = clinic.page(lambda: TodayPage(clinic.session))
    opened: list[SignedDocument] = []
    today.open_paper.connect(opened.append)
    press(today.sides.cosign, "Read: MARSH, Eleanor")
    shown = preview(at, opened[0])
    assert opened == [paper]
    row = shown.standing.cosigning
    assert row.said.text() == "Not final: to be co-signed by A. Okafor, MD, asked 24-Nov-2026 11:05."
    press(shown, "Co-sign or return")
    card = clinic.card(CosignCard)
    assert card.problem.text() == "Answer the question about the patient first."
    assert card.twin is not None
    assert "Day and month of birth of the patient of this procedure note" in shown_words(card.twin)
    assert (card.act.value(), card.statement.value()) == (None, None)
    assert card.facts[0].value == "none"
    answer(card)
    card.act.inputs()[0].click()  # type: ignore[attr-defined]
    assert card.problem.text() == "Choose what you attest."
    enter(at, card)
    for box in card.statement.boxes[:2]:
        box.click()
    assert card.statement.value() is Attestation.KEY_PORTIONS
    enter(at, card, "1593")
    assert "4 tries left" in card.pin.sentence()
    enter(at, card)
    assert row.said.text().endswith(Attestation.KEY_PORTIONS.value)
    assert row.cosign.isHidden()
    assert row.ask.isHidden()
    assert today.sides.cosign.count() == 0
    assert clinic.errors == []
    assert verify(at.attending.store).intact


def test_a_learner_is_offered_no_response_to_sign(at: Teaching) -> None:
    at.sit(learner=True)
    today = at.clinic.page(lambda: TodayPage(at.clinic.session))
    assert today.sides.responses.count() == 0
    at.sit(learner=False)
    today = at.clinic.page(lambda: TodayPage(at.clinic.session))
    assert today.sides.responses.count() > 0


def test_what_an_addendum_lacks_is_said_at_its_field(at: Teaching) -> None:
    paper = at.awaiting("Haddad")
    at.sit(learner=True)
    press(preview(at, paper), "Addendum")
    adding = at.clinic.card(AddendumCard)
    adding.text.set_value("The level was L3-4.")
    enter(at, adding)
    assert [field.sentence() for field in adding._fields] == ["", "Write why it is added."]
    assert adding.pin.sentence() == "The addendum is signed and printed by itself."


def test_enter_in_the_pin_never_gets_to_the_eye_that_shows_it(at: Teaching, qtbot: QtBot) -> None:
    paper = at.awaiting("Haddad")
    at.sit(learner=False)
    press(preview(at, paper), "Co-sign or return")
    card = at.clinic.card(CosignCard)
    card.act.inputs()[0].click()  # type: ignore[attr-defined]
    line, eye = card.pin.field.line, card.pin.field.findChild(Button)
    line.setText(PIN)
    line.setFocus()
    card.activateWindow()
    qtbot.waitUntil(line.hasFocus, timeout=20_000)
    for _ in range(2):
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert card.focusWidget() is line
    card.statement.boxes[0].click()
    card.statement.boxes[1].click()
    QApplication.processEvents()
    card.scroller.verticalScrollBar().setValue(card.scroller.verticalScrollBar().maximum())
    assert eye is not None
    eye.setFocus()
    card._begin()
    assert (card.focusWidget(), card.sign.text().strip()) == (line, "Signing...")
    eye.setFocus()
    QTest.keyClick(eye, Qt.Key.Key_Return)
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert line.echoMode() is QLineEdit.EchoMode.Password
    card._on_refused(WrongPin(4))
    assert card.sign.text().strip() == "Co-sign   Enter"


def test_it_is_returned_and_comes_back_with_an_addendum_and_both_are_co_signed(at: Teaching) -> None:
    paper = at.awaiting("Haddad")
    at.sit(learner=False)
    clinic = at.clinic
    shown = preview(at, paper)
    press(shown, "Co-sign or return")
    card = clinic.card(CosignCard)
    assert card.twin is None
    card.act.inputs()[1].click()  # type: ignore[attr-defined]
    assert (card.problem.text(), card.is_unfinished()) == ("Write why you return it.", False)
    card.reason.set_value("The level was L3-4.")
    card.reason.edited.emit()
    assert card.is_unfinished()
    enter(at, card)
    assert clinic.window.messages._toast.text() == f"{paper.number} was returned to J. Lee, MD."
    at.sit(learner=True)
    today = clinic.page(lambda: TodayPage(clinic.session))
    opened: list[SignedDocument] = []
    today.open_paper.connect(opened.append)
    press(today.sides.cosign, "Read: HADDAD, Samir")
    shown = preview(at, opened[0])
    said = shown.standing.cosigning.said.text()
    assert "The level was L3-4. Add an addendum: it goes back with this paper" in said
    assert shown._state.accessibleName() == "Returned"
    add_to(at, shown)
    assert shown._state.accessibleName() == "To co-sign"
    assert len(shown.standing.added.said()) == 1
    press(shown, "Ask an attending")
    asking = clinic.card(AskAttendingCard)
    assert not button(asking, "Ask").isEnabled()
    asking.attending.set_value(at.attending.user.id)
    asking.attending.edited.emit()
    press(asking, "Ask")
    assert clinic.window.messages._toast.text() == f"{paper.number} is to be co-signed by A. Okafor, MD."
    at.sit(learner=False)
    shown = preview(at, clinic.do(refresh_chart, paper.patient_id).papers[-1])
    press(shown, "Co-sign or return")
    card = clinic.card(CosignCard)
    card.act.inputs()[0].click()  # type: ignore[attr-defined]
    card.statement.boxes[0].click()
    assert "say that you agree with it" in card.problem.text()
    (agreed,) = card.agreed.values()
    agreed.click()
    enter(at, card)
    assert {each.final for each in clinic.do(refresh_chart, paper.patient_id).papers} == {True}
    assert clinic.errors == []


def test_a_notice_and_an_addendum_are_read_before_and_it_can_only_be_returned(at: Teaching) -> None:
    paper = at.awaiting("Haddad")
    learner, said = at.of("physician"), Supervised(at.attending.user.id)
    sign_addendum(learner, paper.id, "The lot was 4K1183.", "misread", PIN, supervised=said)
    place = error_question(learner, paper.id).joints[0]
    mark_in_error(learner, paper.id, "The needle was elsewhere.", PIN, (place,))
    at.sit(learner=False)
    press(preview(at, paper), "Co-sign or return")
    card = at.clinic.card(CosignCard)
    assert any("The needle was elsewhere." in each for each in shown_words(card))
    assert any(each.endswith("The lot was 4K1183. (reason: misread)") for each in shown_words(card))
    card.act.inputs()[0].click()  # type: ignore[attr-defined]
    card.statement.boxes[0].click()
    assert "Return it" in card.problem.text()
    assert not card.sign.isEnabled()
    card.dismiss()


def test_what_was_signed_is_shown_to_its_end_before_it_is_co_signed(at: Teaching) -> None:
    paper = at.awaiting("Haddad")
    at.sit(learner=False)
    at.clinic.window.resize(1100, 400)
    press(preview(at, paper), "Co-sign or return")
    card = at.clinic.card(CosignCard)
    card.act.inputs()[0].click()  # type: ignore[attr-defined]
    card.statement.boxes[0].click()
    QApplication.processEvents()
    assert (card.sign.isEnabled(), button(card, "Read on") is card.sign) == (True, True)
    card.pin.field.line.setText(PIN)
    QTest.keyClick(card.pin.field.line, Qt.Key.Key_Return)
    assert at.clinic.cards() == [card]
    assert card.scroller.verticalScrollBar().value() > 0
    while not card.ready():
        QTest.keyClick(card.pin.field.line, Qt.Key.Key_Space)
    assert button(card, "Co-sign") is card.sign
    card.scroller.verticalScrollBar().setValue(0)
    QTest.keyClick(card.pin.field.line, Qt.Key.Key_Return)
    QApplication.processEvents()
    (kept, *_) = at.clinic.do(refresh_chart, paper.patient_id).papers
    assert kept.final


def test_who_was_not_asked_says_why_when_taking_over(at: Teaching) -> None:
    paper = at.awaiting("Haddad")
    at.sit(learner=False)
    asked_another = replace(paper, cosigning=replace(paper.cosigning, attending_id=at.learner.id))  # type: ignore[type-var]
    card = AskAttendingCard(at.clinic.session, at.clinic.window, asked_another)
    card.attending.set_value(at.attending.user.id)
    card.attending.edited.emit()
    assert not button(card, "Ask").isEnabled()
    card.reason.set_value("Away until Monday.")
    card.reason.edited.emit()
    assert button(card, "Ask").isEnabled()
    card.dismiss()


def test_a_lock_in_the_middle_of_co_signing_leaves_it_waiting(at: Teaching) -> None:
    paper = at.awaiting("Haddad")
    at.sit(learner=False)
    press(preview(at, paper), "Co-sign or return")
    card = at.clinic.card(CosignCard)
    card.act.inputs()[0].click()  # type: ignore[attr-defined]
    card.statement.boxes[0].click()
    card.pin.field.line.setText(PIN)
    at.sit(learner=False)
    assert at.clinic.cards() == []
    (kept, *_) = at.clinic.do(refresh_chart, paper.patient_id).papers
    assert kept.cosigning is not None
    assert kept.cosigning.standing is CosignStanding.AWAITED
    assert verify(at.attending.store).intact


def test_the_chart_says_whose_co_signature_is_missing_and_an_addendum_asks_as_well(at: Teaching) -> None:
    paper = at.awaiting("Haddad")
    at.sit(learner=True)
    chart = at.clinic.open_chart("Haddad")
    chart.show_tab("papers")
    listed = chart.findChild(PapersList)
    assert listed is not None
    assert listed._about(paper) == "To be co-signed by A. Okafor, MD"
    card = AddendumCard(at.clinic.session, at.clinic.window, paper)
    assert card.supervision is not None
    assert not card.ready()
    card.dismiss()

"""Today's list: what it says about a block, what Enter does, and what needs attention."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.people import AllergyState
from mbb_desktop.ui.chips import Mark, SideChip
from mbb_desktop.ui.parts import Button
from mbb_desktop.ui.today_page import TodayPage
from mbb_desktop.ui.today_rows import (
    DayRow,
    level_words,
    missing_words,
    more_level_words,
    number_words,
    safety_marks,
    side_chips,
    status_chip,
)
from mbb_desktop.ui.today_sides import AttentionCard
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.record_block import discard_draft
from tests.ui.sample import SampleClinic, button, press


def joints(text: str) -> Levels:
    read = read_levels(text, region=None)
    assert isinstance(read, Levels)
    return read


@pytest.fixture
def today(clinic: SampleClinic) -> TodayPage:
    return clinic.page(lambda: TodayPage(clinic.session))


def row(today: TodayPage, family: str) -> DayRow:
    return next(row for row in today.table.records() if row.patient.family == family)


def choose(today: TodayPage, family: str) -> None:
    rows = [row.patient.family for row in today.table.records()]
    today.table.select(rows.index(family))
    QApplication.processEvents()


def emitted(signal: object) -> list[object]:
    """Every value that a signal brings from now on."""
    seen: list[object] = []
    signal.connect(seen.append)  # type: ignore[attr-defined]  # a bound signal
    return seen


def test_the_list_is_in_order_of_time_and_says_what_was_asked_and_what_is_missing(today: TodayPage) -> None:
    assert [row.patient.family for row in today.table.records()] == ["Marsh", "Torres", "Haddad", "Nakagawa"]
    assert row(today, "Marsh").of.similar
    assert not row(today, "Haddad").of.similar
    marks = safety_marks(row(today, "Haddad"))
    assert all(isinstance(mark, Mark) and not mark.asked for mark in marks)
    assert next(mark.tip for mark in marks if isinstance(mark, Mark)) == "Allergies not asked"
    block = row(today, "Haddad").block
    said = [status_chip(replace(block, state=state)) for state in BlockState]
    assert all(chip.icon and chip.text for chip in said)
    assert len({chip.text for chip in said}) == len(BlockState)
    assert missing_words(row(today, "Torres")) == "Consent, complications, fluoroscopy, needle-out time"
    button(today.attention, "Open draft: TORRES, Camila")
    assert not today.attention.isHidden()
    assert all(each.accessibleName() for each in today.findChildren(Button))
    asked = emitted(today.sign_response)
    assert today.sides.responses.count() == 3
    press(today.sides.responses, "Sign: NOWAK, Ewa")
    assert len(asked) == 1


def test_the_press_that_chooses_a_row_does_not_press_its_button_and_enter_documents_it(
    clinic: SampleClinic, today: TodayPage
) -> None:
    opened = emitted(today.open_block)
    choose(today, "Marsh")
    last = today.table.columnAt(today.table.viewport().width() - 60)
    spot = QPoint(
        today.table.viewport().width() - 60,
        today.table.rowViewportPosition(1) + today.table.rowHeight(1) // 2,
    )
    assert last == today.table.records_model.columnCount() - 1
    QTest.mouseClick(today.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened == []
    QTest.mouseClick(today.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert len(opened) == 1
    choose(today, "Haddad")
    action = today.table.records_model.columns[-1].action
    assert action is not None
    assert [action(each) for each in today.table.records()] == ["", "", "Document", ""]
    opened.clear()
    choose(today, "Torres")
    today.table.setFocus()
    clinic.hands().key("enter")
    assert [block.patient_id for block in opened if isinstance(block, Block)] == [
        row(today, "Torres").patient.id
    ]


def test_a_nurse_gets_the_room_and_a_front_desk_the_chart(clinic: SampleClinic) -> None:
    for who, signal in (("nurse", "open_room"), ("front desk", "open_chart")):
        clinic.sign_in(who)
        page = clinic.page(lambda: TodayPage(clinic.session))
        seen = emitted(getattr(page, signal))
        choose(page, "Haddad")
        page.table.setFocus()
        clinic.hands().key("enter")
        assert len(seen) == 1, who


def test_a_front_desk_sees_calls_but_no_safety_marks_and_no_drafts(clinic: SampleClinic) -> None:
    clinic.sign_in("front desk")
    page = clinic.page(lambda: TodayPage(clinic.session))
    assert "Safety" not in [column.title for column in page.table.records_model.columns]
    assert page.attention.isHidden()
    shown = (page.sides.calls, page.sides.responses, page.sides.older, page.sides.discarded)
    assert [card.isHidden() for card in shown] == [False, True, True, True]
    assert page.page_action() is None


def test_the_count_is_of_drafts_and_responses(clinic: SampleClinic) -> None:
    page = TodayPage(clinic.session)
    counted = emitted(page.counted)
    page.reload()
    assert counted == [4]
    page.deleteLater()  # its words would be taken for traces that a lock left


def test_a_discarded_draft_comes_back(clinic: SampleClinic, today: TodayPage) -> None:
    draft = row(today, "Torres").block
    clinic.do(discard_draft, draft)
    clinic.session.announce("block")
    assert "Torres" not in [each.patient.family for each in today.table.records()]
    press(today.sides.discarded, "Restore: TORRES, Camila")
    assert row(today, "Torres").block.state is BlockState.DRAFT
    assert today.sides.discarded.isHidden()


def test_the_list_follows_a_change_elsewhere_and_keeps_the_chosen_row(
    clinic: SampleClinic, today: TodayPage
) -> None:
    choose(today, "Haddad")
    patient = clinic.patient("haddad")
    clinic.do(save_patient, replace(patient, allergy_state=AllergyState.NONE_KNOWN))
    clinic.session.announce("patient", patient_id=patient.id)
    chosen = today.table.current()
    assert chosen is not None
    assert chosen.patient.family == "Haddad"
    assert chosen.patient.allergy_state is AllergyState.NONE_KNOWN


def test_an_empty_day_says_what_to_do(clinic: SampleClinic) -> None:
    clinic.now += timedelta(days=400)
    page = clinic.page(lambda: TodayPage(clinic.session))
    assert page.table.isHidden()
    assert "plan a block in a chart" in page.nothing_said()


def test_who_has_no_pin_is_told_before_the_first_signature(qtbot: QtBot) -> None:
    card = AttentionCard()
    qtbot.addWidget(card)
    card.show_rows([])
    assert card.isHidden()
    card.say_no_pin(True)
    assert not card.isHidden()
    said = [label.text() for label in card.findChildren(QLabel)]
    assert any(each.startswith("You have no PIN yet") for each in said)
    card.show_rows([])
    assert not card.isHidden()


def test_planned_sides_are_hollow_and_recorded_ones_filled() -> None:
    two = joints("L45 b").joints
    assert side_chips(two, recorded=False) == (SideChip("L", False), SideChip("R", False))
    assert side_chips(two[:1], recorded=True) == (SideChip("L", True),)


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ("L45 L5S1 b", "L4-5, L5-S1", ""),
        ("L45 l, L5S1 r", "Sides differ", "Left L4-5; right L5-S1"),
        ("L1-2 L23 L34 L45 b", "4 joints", "Bilateral L1-2, L2-3, L3-4, L4-5"),
    ],
)
def test_levels_never_lose_a_side(typed: str, first: str, second: str) -> None:
    read = joints(typed).joints
    assert (level_words(read), more_level_words(read)) == (first, second)


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd")]
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert number_words(number) == words

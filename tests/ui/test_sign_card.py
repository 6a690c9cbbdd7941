"""Signing reads the record back, asks the PIN, and signs exactly what was shown."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.clinical.people import Clinic
from mbb_desktop.ui.read_back import facts, nerves, not_asked
from mbb_desktop.ui.sign_card import SignCard
from tests.clinical.test_checks import complete
from tests.ui.editing import Editing, Scene, editing, marsh
from tests.ui.rooms import NURSE, PIN, START


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Editing]:
    with editing(tmp_path, Scene(charted=True)) as opened:
        yield opened


def card(at: Editing) -> SignCard:
    found = at.window.findChild(SignCard)
    assert isinstance(found, SignCard)
    return found


def words(at: Editing) -> str:
    return " | ".join(label.text() for label in card(at).findChildren(QLabel))


def test_what_was_recorded_is_read_back(at: Editing) -> None:
    at.keys("ctrl+enter")
    said = card(at).said().splitlines()
    assert said == [
        "Complications: none",
        "Allergy: latex",
        "Sedation: none",
        "Anticoagulant: apixaban continued",
        "Contrast: iohexol 240 mgI/mL, 0.2 mL each, 1.2 mL in all",
        "Steroid: none",
        "Time-out: 10:24, M. Diaz, RN, room screen",
        "Needle out: 10:31",
        "Fluoroscopy: 42 s",
        "Consent: written, 24-Nov",
    ]
    shown = words(at)
    assert "MARSH, Eleanor" in shown
    assert "Born 14-Mar-1961" in shown
    assert "MRN 004 1187" in shown
    assert "Bilateral L4-5 and L5-S1" in shown
    assert "Nerves L3 MB, L4 MB, L5 DR on each side, 6 targets" in shown
    assert "Matches the plan of 21-Nov-2026 and the room time-out" in shown
    assert "You attest the sections by RN Diaz: times and needle-out time" in shown
    assert "Allergy: latex. Mind gloves and dressing (not recorded)." in shown
    assert "The score before the block is missing. Without it nothing can be judged." in shown


def test_enter_in_the_pin_signs_and_a_signed_record_is_read_only(at: Editing) -> None:
    signed: list[SignedDocument] = []
    gone_on: list[bool] = []
    at.editor.signed.connect(signed.append)
    at.editor.next_asked.connect(lambda: gone_on.append(True))
    at.keys("ctrl+enter", "0000", "enter")
    assert card(at).pin.sentence() == "That is not your PIN. 4 tries left before the program locks."
    assert card(at).pin.pin() == ""
    assert at.stored().state is BlockState.DRAFT
    at.keys(PIN, "enter")
    before = at.stored()
    assert before.state is BlockState.SIGNED
    assert [paper.kind for paper in signed] == [PaperKind.PROCEDURE_NOTE]
    assert at.editor.footer.saved_text() == "Signed 11:05 by A. Okafor, MD"
    at.keys("f2", "45 l", "f9", "f3", "1")
    assert at.stored() == before
    at.editor.setFocus()
    at.keys("enter")
    assert gone_on == [True]


def test_what_is_longer_than_the_card_is_read_to_its_end_before_it_is_signed(at: Editing) -> None:
    at.window.setMinimumSize(1, 1)
    at.window.resize(1100, 300)
    at.keys("ctrl+enter")
    assert card(at).sign.accessibleName() == "Read on"
    at.keys("space", PIN, "enter")
    assert at.stored().state is BlockState.DRAFT
    at.keys(*["space"] * 3)
    assert card(at).sign.accessibleName() == "Sign and lock"
    at.keys("enter")
    assert at.stored().state is BlockState.SIGNED


def test_a_passphrase_with_spaces_is_typed_whole_where_the_card_is_long(at: Editing) -> None:
    with at.vault.store.change(NURSE, "clinic", at=at.clock.at) as change:
        change.save(replace(change.all(Clinic)[0], sign_by_passphrase=True))
    at.window.setMinimumSize(1, 1)
    at.window.resize(1100, 300)
    at.keys("ctrl+enter", "space")
    assert card(at).pin.pin() == ""
    QTest.keyClicks(card(at).pin.field.line, "four quiet herons")
    assert card(at).pin.pin() == "four quiet herons"
    assert card(at).sign.accessibleName() == "Read on"


def test_what_nobody_asked_is_read_back() -> None:
    patient = replace(marsh(START), allergy_state=None, allergies=())
    asked = {
        fact.label: fact for fact in facts(Block(patient.id, patient.id, patient.id, START.date()), patient)
    }
    assert (asked["Allergy"].value, asked["Allergy"].missing) == ("not asked", True)
    assert not asked["Anticoagulant"].missing
    assert not_asked(patient) == "Nobody asked the patient about allergies. The note says so."
    assert not not_asked(marsh(START))


def test_five_wrong_pins_lock_the_program(at: Editing) -> None:
    locked: list[bool] = []
    at.window.locked.connect(lambda: locked.append(True))
    at.keys("ctrl+enter")
    for _try in range(5):
        at.keys("0000", "enter")
    assert locked == [True]


def test_escape_returns_to_the_same_field_where_another_side_is_read_back_in_amber(at: Editing) -> None:
    assert at.editor.work.time_out.reason.isHidden()
    at.keys("f2", "ctrl+enter", "esc")
    assert at.focused() is at.editor.levels.entry
    assert at.stored().state is BlockState.DRAFT
    at.editor.levels.entry.selectAll()
    at.hands.type("45 51 l")
    at.keys("f9", "f7")
    at.hands.type("no pain on the right today")
    at.keys("ctrl+enter")
    assert "Differs from the plan of 21-Nov-2026: bilateral L4-5 and L5-S1 was planned" in words(at)
    assert "was named there. Reason: no pain on the right today" in words(at)


def test_other_levels_than_at_the_time_out_need_a_reason_that_is_read_back(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(planned="45 51 r", charted=True)) as at:
        reason = at.editor.work.time_out.reason
        assert not reason.isHidden()
        assert reason.editor.value() == ""
        missing = "The levels differ from the time-out. Correct them, or give the reason."
        assert [problem.sentence for problem in at.editor.missing()] == [missing]
        at.keys("f7")
        assert at.focused() is reason.editor.inputs()[0]
        at.hands.type("the left side hurt as well")
        assert at.editor.missing() == ()
        at.keys("ctrl+enter")
        assert "was named there. Reason: the left side hurt as well" in words(at)
        assert words(at).count("iffer") == 2
        at.keys(PIN, "enter")
        assert at.stored().levels_reason == "the left side hurt as well"
        assert at.stored().state is BlockState.SIGNED


def test_a_side_that_was_not_planned_needs_a_reason_that_is_printed(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(planned="45 51 r", room_used=False, charted=True)) as at:
        reason = at.editor.work.time_out.reason
        (missing,) = [p.sentence for p in at.editor.missing() if p.path == "levels_reason"]
        assert missing.startswith("The levels differ from the plan: right L4-5 and L5-S1 was planned.")
        assert not reason.isHidden()
        reason.editor.inputs()[0].setFocus()
        at.hands.type("the left side hurt as well")
        assert [p for p in at.editor.missing() if p.path == "levels_reason"] == []
        at.editor.note.refresh_now()
        note = at.editor.note.text.toPlainText()
        assert "Reason for these levels: the left side hurt as well" in note
        assert "Planned: right L4-5" in note


def test_a_block_at_a_fused_level_asks_for_a_reason(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(fused=("L5-S1",), charted=True)) as at:
        (problem,) = at.editor.missing()
        assert problem.sentence.startswith("L5-S1 is fused or carries hardware (cage at L5-S1).")
        at.keys("f7")
        at.hands.type("pseudarthrosis")
        assert at.editor.missing() == ()


def test_a_block_beside_a_fused_level_asks_for_none(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(fused=("L3-4",), charted=True)) as at:
        assert at.editor.missing() == ()
        assert at.editor.work.time_out.reason.isHidden()


def test_with_a_similar_name_what_differs_is_asked_first(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(twin=True, charted=True)) as at:
        at.keys("ctrl+enter")
        assert "14-Mar" not in words(at)
        assert "MARSH, Elena" in words(at)
        at.keys("14")
        at.keys("mar", "enter", PIN, "enter")
        assert at.stored().state is BlockState.DRAFT  # the card is longer now: first its end is shown
        at.keys("enter")
        assert at.stored().state is BlockState.SIGNED


def test_with_the_twins_birthday_nothing_is_signed(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(twin=True, charted=True)) as at:
        at.keys("ctrl+enter", "14", "may", "enter")
        twin = card(at).twin
        assert twin is not None
        assert twin.verdict() == "Stop. This is MARSH, Elena, another patient."
        card(at).pin.focus()
        at.keys(PIN, "enter")
        assert at.stored().state is BlockState.DRAFT
        assert not card(at).sign.isEnabled()


def test_with_something_missing_it_is_listed_without_a_dialog(tmp_path: Path) -> None:
    from mbb_desktop.ui.editor_footer import MissingList

    with editing(tmp_path) as at:
        at.keys("45 51 b", "ctrl+enter")
        assert at.window.findChild(SignCard) is None
        listed = at.editor.findChild(MissingList)
        assert isinstance(listed, MissingList)
        assert listed.sentences() == tuple(problem.sentence for problem in at.editor.missing())
        assert listed.sentences()[0] == "The anesthetic is missing. Press 1 to 4 in Anesthetic."
        for goes_there in ("space", "enter", "keypad enter"):
            at.editor.levels.focus_entry()
            at.keys("ctrl+enter", goes_there)
            assert at.focused() is at.editor.work.anesthetic.group.stop()
        at.keys("2", "ctrl+enter")
        assert at.stored().drugs[0].agent == "bupivacaine"


def test_digits_typed_on_a_missing_item_are_entered(tmp_path: Path) -> None:
    with editing(tmp_path) as at:
        at.keys("45 51 b", "ctrl+enter", "2")
        assert at.stored().drugs[0].agent == "bupivacaine"
        at.keys("f9", "ctrl+enter", "42")
        assert at.stored().fluoroscopy.seconds == 42


def test_a_nurse_is_not_offered_the_signature(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(user=NURSE)) as at:
        assert at.editor.footer.sign.isHidden()
        assert at.editor.footer.list.isHidden()
        at.keys("ctrl+enter")
        assert at.window.findChild(SignCard) is None


def test_a_target_that_was_not_injected_is_named() -> None:
    left, *others = complete().targets
    block = replace(complete(), targets=(replace(left, not_injected=True), *others))
    assert nerves(block).endswith(f", 1 not injected: {left.side.value} {left.nerve}")

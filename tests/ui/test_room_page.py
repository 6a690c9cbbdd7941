"""The room screen: stamps, a time-out by keyboard that never sees the plan, and what stops it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QWidget

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import (
    BlockState,
    HowEntered,
    Item,
    Moment,
    PatientAnswer,
    WhereTimeOut,
)
from mbb_desktop.clinical.charting import Author, with_fluoroscopy
from mbb_desktop.clinical.people import AnticoagulantPlan
from mbb_desktop.clinical.response import Series
from mbb_desktop.storage.vault import Vault
from mbb_desktop.ui.asked_card import AnticoagulantCard
from mbb_desktop.ui.room_page import RoomPage
from mbb_desktop.ui.room_plan_card import PlanCard
from mbb_desktop.ui.room_stamps import State
from mbb_desktop.ui.room_tiles import Tile, Tone
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.tasks import InlineTasks, Tasks
from mbb_desktop.workflow.desk import Desk, NotAllowed
from mbb_desktop.workflow.follow_up import response_of
from mbb_desktop.workflow.keep_patients import open_chart
from mbb_desktop.workflow.record_block import read_block, save_draft
from mbb_desktop.workflow.room import stamp
from tests.ui.hands import press, write
from tests.ui.rooms import (
    FRONT_DESK,
    NURSE,
    PHYSICIAN,
    PIN,
    START,
    Room,
    make_vault,
    opened,
    planned_block,
    read_only,
)
from tests.ui.sample import let_go


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    made = make_vault(tmp_path_factory.mktemp("room") / "clinic")
    yield made
    made.close()


@pytest.fixture
def room(vault: Vault) -> Iterator[Room]:
    """A block planned for both sides, and the nurse in front of the screen."""
    with opened(vault, planned_block(vault)) as made:
        yield made


def state(room: Room, moment: Moment) -> State:
    return room.page.stamps.buttons[moment].state()


def focused(room: Room) -> QWidget:
    widget = room.window.focusWidget()
    assert widget is not None
    return widget


# The time-out


def test_a_time_out_is_given_with_the_keyboard_alone(room: Room) -> None:
    room.keys("f5")
    room.clock.forward(8)
    room.keys("space", "space", "45 51", "enter", "b", "b", *["space"] * 7)
    room.keys("space", "space", "f6")
    held = room.stored().time_out
    assert held is not None
    assert held.joints == ("L4-5 left", "L4-5 right", "L5-S1 left", "L5-S1 right")
    assert (held.patient_answer, held.matched_plan, held.at) == (PatientAnswer.BOTH, True, room.clock())
    assert (held.led_by, held.where) == ("M. Diaz, RN", WhereTimeOut.ROOM_SCREEN)
    assert held.present == ("A. Okafor, MD", "M. Diaz, RN")
    assert room.stored().nurse == "M. Diaz, RN"
    assert room.hands.n <= 22


def test_nothing_is_answered_at_the_start(room: Room) -> None:
    assert [tile.text() for tile in room.page.time_out.findChildren(Tile) if tile.isChecked()] == []
    assert room.page.time_out.complete.tone() is Tone.WAITING


def test_arrows_move_and_choose_nothing(room: Room) -> None:
    room.page.time_out.site.sides.enter()
    room.keys("right", "right")
    assert focused(room).accessibleName() == "Side: Bilateral"
    assert room.page.time_out.site.sides.value() is None


def test_an_early_completion_says_what_is_missing(room: Room) -> None:
    room.keys("space", "space", "f6")
    assert room.stored().time_outs == ()
    assert focused(room) is room.page.time_out.site.line
    assert (
        "10 answers missing: side and levels, the patient's answer, 7 checks, who is present" in room.words()
    )


def test_levels_that_mean_two_things_are_asked_for(room: Room) -> None:
    site = room.page.time_out.site
    room.keys("space", "space", "L3-5 b")
    assert "joints or nerves?" in site.echo()
    assert site.joints() == ()
    room.keys("1")
    assert {joint.joint for joint in site.joints()} == {"L3-4", "L4-5"}


def test_the_side_may_be_typed_pressed_or_pressed_otherwise(room: Room) -> None:
    site = room.page.time_out.site
    room.keys("space", "space", "45 l")
    assert site.joints() == (JointSide("L4-5", Side.LEFT),)
    room.hands.click(site.sides.tiles[1])
    assert site.joints() == (JointSide("L4-5", Side.RIGHT),)
    room.hands.click(site.sides.tiles[1])
    assert site.joints() == ()


def test_a_name_is_added_to_those_present(room: Room) -> None:
    room.page.time_out.adders["radiographer"].click()
    room.keys("T. Lindgren, RT(R)", "enter")
    assert room.stored().radiographer == "T. Lindgren, RT(R)"
    assert room.page.unfinished().present == ("T. Lindgren, RT(R)",)


# The plan stays hidden


def test_the_plan_and_the_levels_are_nowhere_before_the_time_out(vault: Vault) -> None:
    block = planned_block(vault, "l23 l12 r")
    done = replace(block, joints=block.planned_joints, levels_text="L2-3 L1-2 r")
    recorded = save_draft(Desk(vault.store, PHYSICIAN, START), block, done)
    with opened(vault, recorded) as room:
        room.answer(levels="45")
        shown = room.words()
        for combo in room.window.findChildren(QComboBox):
            shown += "".join(combo.itemText(at) for at in range(combo.count()))
        for secret in ("L2-3", "L1-2", "L23", "L12", "l23", "l12", "Plan of"):
            assert secret not in shown
        room.keys("f6")
        assert "L2-3" in room.words()


def test_sides_are_scored_apart_only_once_both_were_named_here(room: Room) -> None:
    left = room.page.record.scores[Series.LEFT]
    assert not left.isVisible()
    room.answer()
    assert left.isVisible()


# A mismatch


def test_a_mismatch_is_stored_as_stopped_and_locks_the_needle(room: Room) -> None:
    room.answer(side="r")
    room.keys("f6", "f7", "f8", "f6")
    stored = room.stored()
    assert [held.stopped for held in stored.time_outs] == [True]
    assert stored.time_out is None
    assert (stored.needle_in, stored.needle_out) == (None, None)
    assert room.page.head.stop.headline.text() == "STOP. The side does not match the plan."
    assert "Entered <b>right</b> L4-5, L5-S1." in room.page.head.stop.sentences.text()
    assert "<b>left and right</b> L4-5, L5-S1" in room.page.head.stop.sentences.text()
    assert {state(room, m) for m in (Moment.TIME_OUT, Moment.NEEDLE_IN, Moment.NEEDLE_OUT)} == {State.STOPPED}
    assert room.page.time_out.site.sides.tiles[1].is_wrong()


def test_a_patient_who_names_another_side_stops_without_any_plan(vault: Vault) -> None:
    with opened(vault, planned_block(vault, "")) as room:
        room.answer(side="r", own="l")
        room.keys("f6")
        assert room.page.head.stop.headline.text() == "STOP. The patient names another side."
        assert "Plan of" not in room.page.head.stop.sentences.text()
        room.keys("space")
        (card,) = room.window.findChildren(PlanCard)
        assert not card.keeps.isVisible()
        room.keys("45 51 r")
        card.pin.setFocus()
        room.keys(PIN, "enter")
        stored = room.stored()
        assert {joint.side for joint in stored.planned_joints} == {Side.RIGHT}
        assert stored.time_outs[-1].settled_by == "A. Okafor, MD"


def test_the_physician_keeps_the_plan_by_keyboard_and_the_time_out_is_given_again(room: Room) -> None:
    room.answer(side="r")
    room.keys("f6", "space")
    (card,) = room.window.findChildren(PlanCard)
    assert (card.site.isVisible(), card.keeps.value()) == (False, None)
    room.keys("space", PIN, "enter")
    let_go()
    room.window.activateWindow()
    assert room.stored().time_outs[-1].settled_by == "A. Okafor, MD"
    assert "Plan of" not in room.words()
    assert focused(room) is room.page.time_out.ticks["name_said"]
    assert (room.page.time_out.site.text(), room.page.time_out.answer.value()) == ("", None)
    room.keys("space", "space", "45 51", "enter", "b", "b", *["space"] * 7, "f6")
    assert [held.stopped for held in room.stored().time_outs] == [True, False]


def test_a_plan_changed_elsewhere_is_not_kept_by_a_card_that_shows_the_old_one(room: Room) -> None:
    room.answer(side="r")
    room.keys("f6", "space")
    base = room.stored()
    right = tuple(joint for joint in base.planned_joints if joint.side is Side.RIGHT)
    save_draft(room.desk(PHYSICIAN), base, replace(base, planned_joints=right))
    room.page.draft.look_again()
    room.keys("space", PIN, "enter")
    assert "Somebody changed the plan at another screen meanwhile." in room.words()
    stored = room.stored()
    assert (stored.planned_joints, stored.time_outs[-1].settled_by) == (right, "")
    let_go()
    assert not room.window.findChildren(PlanCard)


def test_after_a_stop_the_only_way_on_is_the_physician(room: Room) -> None:
    room.answer(side="r")
    room.keys("f6")
    assert focused(room) is room.page.head.stop.settle
    assert room.page.head.stop.settle.text() == "Dr Okafor settles it   PIN"
    assert not room.page.time_out.ticks["name_said"].isEnabled()
    room.keys("f6", "f6", "space")
    (card,) = room.window.findChildren(PlanCard)
    card.pin.setFocus()
    room.keys(PIN, "enter")
    assert "Say whether the plan is right." in room.words()
    room.keys("esc")
    stored = room.stored()
    assert [(held.stopped, held.settled_by) for held in stored.time_outs] == [(True, "")]


def test_a_stop_is_still_there_when_the_screen_is_opened_again(vault: Vault) -> None:
    with opened(vault, planned_block(vault)) as room:
        room.answer(side="l")
        room.keys("f6")
        stored = room.stored()
    with opened(vault, stored) as again:
        assert again.page.head.stop.isVisible()
        assert state(again, Moment.NEEDLE_IN) is State.STOPPED


def test_a_physician_corrects_the_plan_with_the_pin(room: Room) -> None:
    room.answer(side="r", own="r")
    room.keys("f6", "space")
    (card,) = room.window.findChildren(PlanCard)
    assert card.site.text() == ""
    room.keys("right", "space")
    assert card.keeps.value() is False
    room.keys("45 51 r")
    card.pin.setFocus()
    room.keys("1111", "enter")
    assert "That is not the physician's PIN. 4 tries left" in room.words()
    assert len(room.stored().planned_joints) == 4
    room.keys(PIN, "enter")
    stored = room.stored()
    assert {joint.side for joint in stored.planned_joints} == {Side.RIGHT}
    assert stored.time_outs[-1].settled_by == "A. Okafor, MD"
    assert stored.time_out is None
    assert [tile.text() for tile in room.page.time_out.ticks.values() if tile.isChecked()] == []


# Stamps


def test_stamps_keep_the_time_of_the_key_and_its_author(room: Room) -> None:
    room.leave()
    stored = room.stored()
    times = (stored.in_room, stored.needle_in, stored.needle_out, stored.left_room)
    assert [at and (at - START).seconds // 60 for at in times] == [0, 13, 18, 23]
    entry = stored.entered(Item.NEEDLE_OUT)
    assert entry is not None
    assert (entry.by, entry.how, entry.at) == ("RN Diaz", HowEntered.STAMPED, stored.needle_out)
    assert room.page.stamps.buttons[Moment.IN_ROOM].below() == "10:16  by RN Diaz"


def test_no_needle_before_the_time_out(room: Room) -> None:
    room.keys("f7")
    assert room.stored().needle_in is None
    assert "The time-out comes first. Nothing is injected before it." in room.words()


def test_a_second_press_changes_no_stamp(room: Room) -> None:
    room.keys("f5")
    room.clock.forward(3)
    room.keys("f5")
    assert room.stored().in_room == START


def test_a_wrong_stamp_is_taken_back_with_ctrl_z(room: Room) -> None:
    room.keys("f5", "ctrl+z")
    assert room.stored().in_room is None
    assert "In room taken back." in room.words()


def test_the_toast_takes_back_the_stamp_and_leaves_what_was_typed(room: Room) -> None:
    room.keys("f5")
    room.page.record.enter()
    room.keys("42")
    room.page.acts.take_back(Moment.IN_ROOM)
    assert (room.stored().in_room, room.stored().fluoroscopy.seconds) == (None, 42)


def test_only_the_last_stamp_can_be_taken_back(room: Room) -> None:
    room.time_out()
    room.keys("f7", "ctrl+z", "ctrl+z")
    assert (room.stored().needle_in, room.stored().in_room) == (None, START)
    assert "Only the last stamp can be taken back." in room.words()


def test_undo_belongs_to_the_record_not_to_the_text(room: Room) -> None:
    room.page.record.enter()
    room.keys("42", "enter", "8.1", "ctrl+z")
    assert room.stored().fluoroscopy.air_kerma is None
    assert room.stored().fluoroscopy.seconds == 42


# Saving, other people, the lock


def test_the_lock_at_any_moment_loses_nothing(vault: Vault) -> None:
    tasks = Tasks()
    block = planned_block(vault)
    with opened(vault, block, tasks=tasks) as room:
        room.keys("space", "space", "45 5")
        room.page.record.fields["vitals.before.pressure"].editor.setFocus()
        room.keys("f5", "142/84")
        place = room.page.place()
        room.window.lock()
        stored = read_block(room.desk(NURSE), block.id)
        assert stored.in_room == START
        assert (stored.vitals[0].systolic, stored.vitals[0].diastolic) == (142, 84)
    tasks.close()
    with opened(vault, stored) as again:
        again.page.come_back(place)
        assert again.page.place().focused == "vitals.before.pressure"
        assert again.page.time_out.site.text() == "45 5"
        assert again.page.time_out.ticks["born_said"].isChecked()


def test_the_status_line_tells_the_truth(room: Room) -> None:
    room.page.record.enter()
    room.keys("42")
    assert room.window.status.texts()[0] == "Saving"
    room.stored()
    assert room.window.status.texts()[0] == "All changes saved 10:16"


def test_a_stamp_keeps_its_time_while_nothing_can_be_saved(room: Room) -> None:
    with read_only(room):
        room.keys("f5")
        room.clock.forward(2)
        room.page.draft.save_now()
        assert room.window.status.texts()[0] == "Not saved since 10:16"
        assert room.page.stamps.buttons[Moment.IN_ROOM].below() == "10:16  by RN Diaz"
    assert room.stored().in_room == START
    assert room.window.messages.bar.text() == ""


def test_what_the_physician_enters_joins_what_the_nurse_enters(room: Room) -> None:
    room.page.record.enter()
    room.keys("42")
    stored = read_block(room.desk(PHYSICIAN), room.page.draft.block.id)
    save_draft(room.desk(PHYSICIAN), stored, replace(stored, findings="none"))
    both = room.stored()
    assert (both.fluoroscopy.seconds, both.findings) == (42, "none")


def test_two_values_for_one_field_are_shown_and_chosen(room: Room) -> None:
    room.page.record.enter()
    room.keys("42")
    stored = read_block(room.desk(PHYSICIAN), room.page.draft.block.id)
    author = Author(PHYSICIAN.id, PHYSICIAN.called, room.clock())
    theirs = with_fluoroscopy(stored, replace(stored.fluoroscopy, seconds=24), author)
    save_draft(room.desk(PHYSICIAN), stored, theirs)
    room.page.draft.save_now()
    assert "Fluoroscopy.seconds: theirs is 24; yours is 42" in room.words()
    press(room.window, "Keep mine")
    assert room.stored().fluoroscopy.seconds == 42


def test_a_signed_record_is_only_shown(vault: Vault) -> None:
    signed = replace(planned_block(vault), state=BlockState.SIGNED)
    with opened(vault, signed) as room:
        room.keys("f5")
        assert room.page.draft.block.in_room is None
        assert not room.page.record.fields["fluoroscopy.seconds"].editor.isEnabled()


def test_a_nurse_may_and_the_front_desk_may_not(room: Room) -> None:
    block = room.page.draft.block
    chart = open_chart(room.desk(PHYSICIAN), block.patient_id)
    response = response_of(room.desk(PHYSICIAN), block)
    with pytest.raises(NotAllowed):
        stamp(room.desk(FRONT_DESK), block, Moment.IN_ROOM)
    session = Session(room.vault.store, FRONT_DESK, room.clock, InlineTasks())
    with pytest.raises(NotAllowed):
        RoomPage(session, room.window, chart, block, response)


# The screen itself


def test_tab_follows_the_numbers_of_the_steps(room: Room) -> None:
    room.page.time_out.enter()
    names = [focused(room).accessibleName()]
    for _ in range(16):
        room.keys("tab")
        names.append(focused(room).accessibleName())
    assert names == [
        *("Full name", "Date of birth", "Levels", "Side: Left", "The patient's own answer: Left"),
        *("Procedure", "Consent", "Site mark", "Allergy", "Anticoagulant", "Images up", "Drug labelled"),
        *("Present: A. Okafor, MD", "Present: M. Diaz, RN"),
        *("Add to those present: Radiographer", "Add to those present: Name", "Fluoroscopy"),
    ]


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_nothing_is_cut_at_the_sides(room: Room, size: tuple[int, int]) -> None:
    room.window.resize(*size)
    room.answer(side="r")
    room.keys("f6")
    QApplication.processEvents()
    for area in room.page.findChildren(QScrollArea):
        if area.isVisible():
            content, port = area.widget(), area.viewport()
            assert content is not None
            assert port is not None
            assert content.width() <= port.width()
    assert room.window.size().toTuple() == size


def test_every_input_has_a_name_and_a_size_to_hit(room: Room) -> None:
    for widget in room.page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.focusProxy():
            assert widget.accessibleName(), widget
            assert min(widget.width(), widget.height()) >= 24, widget.accessibleName()


def test_the_people_with_a_similar_name_are_spelled_out(vault: Vault) -> None:
    first, second = planned_block(vault), planned_block(vault)
    with opened(vault, first) as room:
        assert "Similar name: MARSH, Eleanor, born 14-Mar-1961" in room.words()
        assert "Allergy: latex, iohexol" in room.words()
    assert first.patient_id != second.patient_id


def test_what_nobody_asked_is_asked_before_it_can_be_confirmed(vault: Vault) -> None:
    with opened(vault, planned_block(vault, asked=False)) as room:
        tile = room.page.time_out.ticks["anticoagulant"]
        tile.setFocus()
        room.keys("space")
        assert not tile.isChecked()
        (card,) = room.window.findChildren(AnticoagulantCard)
        press(card, "Keep the answer")
        assert card.isVisible()
        card.plan.set_value(AnticoagulantPlan.CONTINUED)
        card.plan.edited.emit()
        write(card.substance.line, "apixaban")
        press(card, "Keep the answer")
        let_go()
        assert tile.isChecked()
        assert tile.detail() == "apixaban continued"
        assert "Apixaban continued" in room.words()
        kept = open_chart(room.desk(PHYSICIAN), room.stored().patient_id).patient
        assert kept.anticoagulant.plan is AnticoagulantPlan.CONTINUED

"""Levels are typed or pointed at; nothing is assumed, asked questions are answered by one key."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.anatomy import JointSide, NerveSide, Region, Side
from mbb_desktop.clinical.block import DrugUse, Item, Target
from mbb_desktop.clinical.charting import recorded
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.ui import language
from mbb_desktop.ui.spine_view import key_of
from tests.ui.editing import Editing, Scene, editing

LEFT, RIGHT = Side.LEFT, Side.RIGHT
BOTH_45 = (JointSide("L4-5", LEFT), JointSide("L4-5", RIGHT))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editing]:
    with editing(tmp_path_factory.mktemp("levels")) as made:
        made.begin()
        yield made


@pytest.fixture
def at(opened: Editing) -> Iterator[Editing]:
    with opened.again() as begun:
        yield begun
        begun.editor.levels._forget_left()  # what was entered for targets is remembered while one types on


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Editing]:
    """An editor for what stays after everything is undone."""
    with editing(tmp_path) as made:
        yield made


def joint(at: Editing, name: str, side: Side) -> QWidget:
    return at.editor.levels.spine.target_button(key_of(JointSide(name, side)))


def test_a_new_block_opens_with_the_cursor_in_levels_and_nothing_filled_in(at: Editing) -> None:
    levels, block = at.editor.levels, at.editor.draft.block
    assert at.focused() is levels.entry
    assert levels.entry.text() == ""
    assert levels.sides.chosen() is None
    assert (block.joints, block.targets, block.drugs) == ((), (), ())
    assert all(not chip.isChecked() for chip in at.editor.work.strip.chips.values())


def test_every_key_is_read_and_spelled_out_with_its_sides(at: Editing) -> None:
    at.keys("45 51 b")
    assert at.editor.levels.echo.text() == "Bilateral L4-5, L5-S1: nerves L3 L4 L5, 6 targets"
    assert len(at.editor.draft.block.targets) == 6
    assert all(target.volume_from_preset for target in at.editor.draft.block.targets)


def test_enter_without_a_side_stays_and_asks_for_it(at: Editing) -> None:
    at.keys("45", "enter")
    assert at.focused() is at.editor.levels.entry
    assert at.editor.levels.echo.text() == "Which side? l, r or b."
    assert at.editor.draft.block.joints == ()


def test_what_cannot_be_read_is_never_cleared(at: Editing) -> None:
    at.keys("78 b", "enter")
    levels = at.editor.levels
    assert levels.entry.text() == "78 b"
    assert levels.echo.text().endswith(".")
    assert at.stored().levels_text == "78 b"


def test_a_question_is_answered_by_its_number(at: Editing) -> None:
    at.keys("3-5 b")
    assert at.editor.levels.chooser.labels() == ("joints L3-4 and L4-5", "nerves L3, L4, L5")
    at.keys("1")
    assert at.editor.levels.entry.text() == "L3-4 L4-5 b"
    at.keys("enter")
    assert {each.joint for each in at.stored().joints} == {"L3-4", "L4-5"}


def test_a_digit_is_an_answer_only_after_the_side(at: Editing) -> None:
    at.keys("3-5")
    at.keys("1")
    assert at.editor.levels.entry.text() == "3-51"


def test_a_question_is_answered_by_a_click(at: Editing) -> None:
    at.keys("3-5 b")
    buttons = at.editor.levels.chooser.findChildren(QWidget)
    at.hands.click(next(b for b in buttons if b.accessibleName().startswith("2")))
    assert at.editor.levels.entry.text() == "L3mb L4mb L5dr b"


def test_the_side_buttons_answer_the_question_for_the_side(at: Editing) -> None:
    at.keys("45")
    at.hands.click(at.editor.levels.sides.buttons[1])
    assert at.editor.draft.block.joints == (JointSide("L4-5", RIGHT),)


def test_the_side_buttons_answer_in_spanish_too(at: Editing) -> None:
    language.speak("es")
    try:
        for button, sides in enumerate(([LEFT], [RIGHT], [LEFT, RIGHT])):
            at.editor.levels._write("45")
            at.hands.click(at.editor.levels.sides.buttons[button])
            assert [each.side for each in at.editor.draft.block.joints] == sides
    finally:
        language.speak("en")


def test_a_side_button_rewrites_the_text_and_can_be_undone(at: Editing) -> None:
    at.keys("45 l")
    at.hands.click(at.editor.levels.sides.buttons[2])
    assert at.editor.levels.entry.text() == "L4-5 b"
    assert at.editor.draft.block.joints == BOTH_45
    at.keys("ctrl+z")
    assert at.editor.levels.entry.text() == "45 l"
    assert set(at.editor.draft.block.joints) == {JointSide("L4-5", LEFT)}


def test_a_side_button_without_levels_presses_nothing(at: Editing) -> None:
    at.hands.click(at.editor.levels.sides.buttons[0])
    assert at.editor.levels.sides.chosen() is None
    assert at.editor.draft.block.levels_text == ""


def test_different_sides_read_mixed(at: Editing) -> None:
    at.keys("45 l, 51 r")
    assert at.editor.levels.sides.buttons[2].text() == "Mixed"
    assert at.editor.levels.sides.chosen() == 2


def test_a_click_on_a_joint_writes_the_text(at: Editing) -> None:
    at.hands.click(joint(at, "L4-5", LEFT))
    assert at.editor.levels.entry.text() == "L4-5 l"
    at.hands.click(joint(at, "L4-5", RIGHT))
    assert at.editor.levels.entry.text() == "L4-5 b"
    at.hands.click(joint(at, "L4-5", LEFT))
    assert at.editor.draft.block.joints == (JointSide("L4-5", RIGHT),)


def test_a_drag_marks_every_joint_it_passes(at: Editing) -> None:
    spine = at.editor.levels.spine
    start, end = joint(at, "L3-4", LEFT).geometry().center(), joint(at, "L5-S1", LEFT).geometry().center()
    at.hands.drag(spine, start, end)
    assert {each.joint for each in at.editor.draft.block.joints} == {"L3-4", "L4-5", "L5-S1"}
    assert {each.side for each in at.editor.draft.block.joints} == {LEFT}


def test_the_spine_is_used_with_the_keyboard_alone(at: Editing) -> None:
    joint(at, "L4-5", LEFT).setFocus()
    at.keys("space", "right", "space", "down", "space")
    assert at.editor.levels.entry.text() == "L4-5 l, L4-5 L5-S1 r"
    at.keys("delete")
    assert at.editor.levels.entry.text() == ""


def test_a_nerve_of_two_joints_asks_which(at: Editing) -> None:
    spine = at.editor.levels.spine
    at.hands.click(spine, spine.target_area("nerve:L4 MB:left").center())
    assert at.editor.levels.echo.text() == "L4 MB left serves two joints. Which one?"
    assert at.editor.levels.chooser.labels() == ("Add left L4-5", "Add left L5-S1", "L4 MB alone")
    at.keys("2")
    assert at.editor.draft.block.joints == (JointSide("L5-S1", LEFT),)


def test_a_nerve_alone_says_which_joint_is_not_fully_blocked(at: Editing) -> None:
    at.keys("L4mb l")
    assert "not fully blocked" in at.editor.levels.echo.text()


def test_the_plan_is_never_taken_and_a_difference_is_said(at: Editing) -> None:
    assert at.editor.draft.block.planned_joints
    assert at.editor.draft.block.joints == ()
    at.keys("45 51 l")
    assert at.editor.levels.plan_text() == "Plan says bilateral L4-5 and L5-S1"
    at.keys("backspace", "b")
    assert at.editor.levels.plan_text() == ""


def test_what_is_on_the_screen_never_decides_the_region(new: Editing) -> None:
    new.editor.levels.navigator.asked.emit(Region.CERVICAL)
    assert new.editor.levels.spine.region() is Region.CERVICAL
    new.keys("45 b")
    assert new.editor.draft.block.joints == BOTH_45
    assert new.editor.levels.spine.region() is Region.LUMBAR


def test_a_region_chosen_by_key_takes_the_digits_that_follow(new: Editing) -> None:
    new.keys("alt+c", "45 b", "enter")
    assert new.stored().region is Region.CERVICAL
    assert new.stored().levels_text == "C4-5 b", "with letters, for it has to read the same when opened again"


def test_choosing_a_region_leaves_what_is_recorded(new: Editing) -> None:
    new.keys("45 b", "alt+t")
    assert new.editor.draft.block.joints == BOTH_45
    assert new.editor.levels.entry.text() == "L4-5 b"


def test_typing_levels_anew_keeps_what_was_entered_for_a_target(at: Editing) -> None:
    at.keys("45 51 b")
    cell = next(iter(at.editor.work.anesthetic.volumes.cells.values()))
    cell.setFocus()
    at.hands.type("0.3")
    at.keys("f2")
    at.keys("backspace", "backspace", "backspace", "backspace")
    assert not at.editor.draft.block.targets
    at.keys("51 b")
    targets: tuple[Target, ...] = at.editor.draft.block.targets
    kept = next(target for target in targets if target.place == cell.place)
    assert str(kept.volume) == "0.3"


def test_a_side_that_was_left_comes_back_as_proposed(at: Editing) -> None:
    at.keys("45 b", "f3", "1", "f9")
    for text in ("L4-5 l", "L4-5 r"):
        assert recorded(at.editor.draft.block, Item.CONTRAST)
        at.editor.levels._write(text)
    block = at.editor.draft.block
    again = (Item.ASPIRATION, Item.CONTRAST, Item.IMAGES, Item.CONSENT)
    assert not any(recorded(block, item) for item in again)
    assert {target.volume for target in block.targets} == {Decimal("0.5")}


def test_ctrl_d_copies_the_levels_of_the_block_before_without_its_side(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(earlier="45 51 l")) as at:
        at.keys("ctrl+d")
        assert at.editor.levels.entry.text() == "L4-5 L5-S1 "
        assert at.editor.levels.echo.text() == "Which side? l, r or b."
        assert at.editor.draft.block.joints == ()
        at.keys("l", "enter")
        assert {each.side for each in at.stored().joints} == {LEFT}


def test_an_earlier_block_is_a_dot_with_its_day_and_drug(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(earlier="45 l")) as at:
        said = joint(at, "L4-5", LEFT).accessibleDescription()
        assert "27-Oct-2026, lidocaine 2 %" in said


def test_nothing_clinical_comes_from_the_block_before(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(earlier="45 51 l")) as at:
        block = at.stored()
        assert (block.joints, block.drugs_for(DrugUse.TARGET), block.consent.kind) == ((), (), None)


def test_a_nurse_may_look_at_the_levels_but_not_change_them(tmp_path: Path) -> None:
    from tests.ui.rooms import NURSE

    with editing(tmp_path, Scene(user=NURSE)) as at:
        at.keys("45 b")
        assert at.editor.draft.block.levels_text == ""
        assert at.editor.levels.entry.isReadOnly()


def test_with_a_sacralised_l5_the_nerves_of_l5_s1_are_asked_for(at: Editing) -> None:
    draft = at.editor.draft
    draft.change(replace(draft.block, vertebrae=Vertebrae.SACRALISED_L5), "vertebrae")
    at.keys("51 r")
    levels = at.editor.levels
    assert levels.chooser.labels() == (
        "nerves L4 and L5: L5-S1 still moves",
        "nerves L3 and L4: L4-5 is the last joint that moves",
    )
    assert draft.block.targets == ()
    at.keys("1")
    assert levels.entry.text() == "L4mb L5dr r"
    assert draft.block.joints == (JointSide("L5-S1", RIGHT),)


def test_a_click_asks_for_the_nerves_of_a_sacralised_l5_once(at: Editing) -> None:
    draft, levels = at.editor.draft, at.editor.levels
    draft.change(replace(draft.block, vertebrae=Vertebrae.SACRALISED_L5), "vertebrae")
    levels.spine.toggled.emit(JointSide("L5-S1", RIGHT))
    assert draft.block.targets == ()
    assert len(levels.chooser.labels()) == 2
    at.keys("1")
    assert draft.block.joints == (JointSide("L5-S1", RIGHT),)
    levels.spine.toggled.emit(JointSide("L4-5", RIGHT))
    assert [place.joint for place in draft.block.joints] == ["L4-5", "L5-S1"]
    levels.sides.buttons[0].click()
    assert {place.side for place in draft.block.joints} == {LEFT}
    levels.spine.toggled.emit(JointSide("L5-S1", RIGHT))
    assert draft.block.targets == ()
    assert len(levels.chooser.labels()) == 2


def test_a_nerve_pressed_asks_for_the_nerves_of_a_sacralised_l5(at: Editing) -> None:
    draft, levels = at.editor.draft, at.editor.levels
    draft.change(replace(draft.block, vertebrae=Vertebrae.SACRALISED_L5), "vertebrae")
    levels.spine.nerve_pressed.emit(NerveSide("L5 DR", RIGHT))
    assert draft.block.targets == ()
    assert levels.chooser.labels()[1] == "nerves L3 and L4: L4-5 is the last joint that moves"


def test_typing_after_a_refusal_replaces_it_and_undo_brings_it_back(at: Editing) -> None:
    at.keys("c78 b", "enter")
    assert at.editor.levels.entry.selectedText() == "c78 b"
    at.keys("2")
    assert at.editor.levels.entry.text() == "2"
    at.keys("ctrl+z")
    assert at.editor.levels.entry.text() == "c78 b"


def test_the_example_is_one_that_can_be_read_in_this_region(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(Region.CERVICAL, planned="", room_used=False)) as at:
        entry = at.editor.levels.entry
        assert entry.placeholderText() == "Levels and side, for example 45 56 b"
        at.keys(entry.placeholderText().rsplit("example ", 1)[1])
        assert {joint.joint for joint in at.editor.draft.block.joints} == {"C4-5", "C5-6"}


def test_what_was_accepted_for_other_levels_is_proposed_again(tmp_path: Path) -> None:
    """Typed over: between the old text and the new one nothing can be read."""
    with editing(tmp_path, Scene(charted=True)) as at:
        assert at.stored().fluoroscopy.images_saved == 6
        at.keys("f2", "ctrl+a", "45 51 b", "enter")
        assert at.stored().fluoroscopy.images_saved == 6
        at.keys("f2", "ctrl+a", "45 l", "enter")
        fewer = at.stored()
        assert fewer.fluoroscopy.images_saved is None
        assert recorded(fewer, Item.NEEDLE)
        at.keys("f2", "ctrl+a", "c34 l", "enter")
        neck = at.stored()
        assert neck.region is Region.CERVICAL
        assert not any(recorded(neck, item) for item in (Item.NEEDLE, Item.POSITION, Item.CONSENT))
        assert not neck.drugs_for(DrugUse.CONTRAST)


def test_levels_taken_away_and_left_take_what_was_accepted_for_their_region(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(charted=True)) as at:
        at.keys("f2", "ctrl+a", "delete", "tab")
        assert not recorded(at.stored(), Item.NEEDLE)


def test_a_digit_over_a_selected_text_is_typed(new: Editing) -> None:
    new.keys("ton c3 c4 l", "enter")
    assert new.editor.levels.chooser.isVisible()
    new.keys("ctrl+a", "2")
    assert new.editor.levels.entry.text() == "2"

"""The editor as a whole: few keys, nothing lost, every fact has its input."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.anatomy import NerveSide, Side
from mbb_desktop.clinical.block import Block, BlockState, Discharge, DrugUse, Item, Vitals, VitalsWhen
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.response import BEFORE, Series
from mbb_desktop.ui.attest_field import AttestField
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.fact_rows import FactRows
from mbb_desktop.ui.performed_words import LABELS
from mbb_desktop.ui.performed_words import place as called
from mbb_desktop.ui.spine_view import key_of
from mbb_desktop.ui.tasks import Tasks
from mbb_desktop.ui.wheel_guard import WheelGuard
from mbb_desktop.workflow.day_list import day_list
from mbb_desktop.workflow.follow_up import response_of
from mbb_desktop.workflow.issue_paper import sign_note
from mbb_desktop.workflow.record_block import read_block, save_draft
from tests.ui.editing import Editing, Scene, editing
from tests.ui.hands import press
from tests.ui.rooms import NURSE, PHYSICIAN, PIN, read_only


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Editing]:
    with editing(tmp_path) as opened:
        yield opened


@pytest.fixture
def charted(tmp_path: Path) -> Iterator[Editing]:
    with editing(tmp_path, Scene(charted=True)) as opened:
        yield opened


UNPLANNED = Scene(planned="", room_used=True, needle_out=False)


# Budgets


def check_the_record(at: Editing) -> None:
    block = at.stored()
    assert block.state is BlockState.SIGNED
    assert {(j.joint, j.side.value) for j in block.joints} == {
        (joint, side) for joint in ("L4-5", "L5-S1") for side in ("left", "right")
    }
    assert {t.nerve for t in block.targets} == {"L3 MB", "L4 MB", "L5 DR"}
    assert {t.volume for t in block.targets} == {Decimal("0.5")}
    (drug,) = block.drugs_for(DrugUse.TARGET)
    assert (drug.agent, drug.strength) == ("bupivacaine", Decimal(5))
    assert block.fluoroscopy.seconds == 42
    assert block.needle_out is not None
    assert block.no_complication


def test_a_bilateral_block_without_a_plan_takes_at_most_26_keys(tmp_path: Path) -> None:
    with editing(tmp_path, replace(UNPLANNED, room_used=True)) as at:
        assert at.stored().planned_joints == ()
        at.keys("45 51 b", "enter", "2", "f9", "n", "enter", "42", "ctrl+enter", PIN, "enter")
        check_the_record(at)
        assert at.hands.n <= 26


def test_with_two_scores_it_takes_at_most_30(tmp_path: Path) -> None:
    with editing(tmp_path, UNPLANNED) as at:
        keys = ("45 51 b", "enter", "2", "f9", "-20", "enter", "42", "f5", "71", "enter")
        at.keys(*keys, "ctrl+enter", PIN, "enter")
        check_the_record(at)
        found = {(r.series, r.slot): r.score for r in at.scores().readings}
        assert found == {(Series.LEFT, BEFORE): Decimal(7), (Series.LEFT, 15): Decimal(1)}
        assert at.hands.n <= 30


def test_a_planned_block_stamped_in_the_room_takes_at_most_22_keys(at: Editing) -> None:
    at.keys("45 51 b", "enter", "2", "f9", "42", "ctrl+enter", PIN, "enter")
    check_the_record(at)
    assert at.hands.n <= 22


def test_with_the_mouse_on_the_spine_it_takes_at_most_26_actions(at: Editing) -> None:
    spine = at.editor.levels.spine
    for place in ("joint:L4-5:left", "joint:L5-S1:left", "joint:L5-S1:right", "joint:L4-5:right"):
        at.hands.click(spine.target_button(place))
    at.hands.click(at.editor.work.anesthetic.group.button(2))
    at.hands.click(at.editor.work.strip.confirm)
    at.keys("42")
    at.hands.click(at.editor.footer.sign)
    at.keys(PIN, "enter")
    check_the_record(at)
    assert at.hands.n <= 26


# The keyboard


def test_a_decimal_point_after_the_last_score_comes_back_from_the_signature(charted: Editing) -> None:
    at = charted
    at.keys("f5", "742753640")
    assert at.editor.footer.sign.hasFocus()
    at.keys(".5")
    assert at.place() == "score overall 30"
    assert len(at.scores().readings) == 8
    assert at.editor.work.pain.problem() == "Whole numbers from 0 to 10."
    at.keys("backspace", "1", "enter")
    assert len(at.scores().readings) == 9
    assert at.editor.work.pain.problem() == ""


def test_a_draft_opens_in_levels_and_with_levels_where_something_is_missing(at: Editing) -> None:
    assert "Marsh" not in at.window.windowTitle()
    assert at.editor.title() == "Medial branch block"
    at.editor.setFocus()
    at.editor.entered()
    assert at.focused() is at.editor.levels.entry
    at.keys("45 51 b", "enter")
    at.editor.entered()
    at.keys("1")
    block = at.stored()
    assert [drug.agent for drug in block.drugs_for(DrugUse.TARGET)] == ["lidocaine"]
    assert block.levels_text == "45 51 b"
    assert len(block.targets) == 6
    at.keys("f9", "42")
    at.editor.entered()
    assert at.place().startswith("score")


def test_volumes_come_back_when_the_levels_can_be_read_again(at: Editing) -> None:
    at.keys("45 51 b", "enter", "2")
    volumes = at.editor.work.anesthetic.volumes.first()
    assert volumes is not None
    volumes.setFocus()
    at.keys("0.3", "enter", "f2", "1", "f4")
    assert at.stored().targets == ()
    at.keys("f2", "backspace")
    assert at.stored().targets[0].volume == Decimal("0.3")


def test_the_keyboard_goes_in_the_order_of_work(at: Editing) -> None:
    work = at.editor.work
    at.keys("45 51 b", "enter")
    seen = [at.focused()]
    for _step in range(40):
        at.keys("tab")
        seen.append(at.focused())
        if at.focused() is work.times.dap.line:
            break
    order = [
        work.anesthetic.group.stop(),
        work.anesthetic.volumes.first(),
        work.strip.chips[Item.ASPIRATION],
        work.times.needle_out.line,
        work.times.seconds.line,
        work.times.kerma.line,
        work.times.dap.line,
    ]
    places = [seen.index(widget) for widget in order]
    assert places == sorted(places)


def test_function_keys_and_enter_lead_to_their_fields(at: Editing) -> None:
    at.keys("45 51 b", "keypad enter")
    assert at.focused() is at.editor.work.anesthetic.group.stop()
    for key, name in (("f2", "levels"), ("f4", "Fluoroscopy time in seconds"), ("f5", "score left -1")):
        at.keys(key)
        assert at.place() == name
    at.keys("f2", "f7")
    assert at.focused() is at.editor.work.anesthetic.group.stop()
    at.keys("f7")
    assert at.focused() is at.editor.work.strip.chips[Item.CONSENT]
    at.keys("f2", "f8")
    assert at.editor.work.is_more_open()
    at.keys("esc")
    assert not at.editor.work.is_more_open()
    assert at.focused() is at.editor.levels.entry


# Every fact has its input

SET_ELSEWHERE = {
    "id",
    "patient_id",
    "course_id",
    "state",
    "region",  # follows from the levels
    "started_at",
    "time_outs.was_planned",
    "time_outs.was_planned_by",
    "time_outs.was_planned_on",
    "planned_joints",
    "planned_on",
    "planned_by",
    "scheduled_at",
    "joints",  # levels_text is the one source
    "entries",
    "rule_set",  # the signature keeps the one in force
    "discarded_at",
    "version",
    "targets.nerve",
    "targets.side",
    "targets.volume_from_preset",
    "time_outs.where",
    "time_outs.levels_text",  # what the circulator enters on the room screen
    "time_outs.joints",
    "time_outs.patient_answer",
    "time_outs.name_said",
    "time_outs.born_said",
    "time_outs.procedure_said",
    "time_outs.consent",
    "time_outs.site_mark",
    "time_outs.allergy",
    "time_outs.anticoagulant",
    "time_outs.images_up",
    "time_outs.drug_labelled",
    "time_outs.present",
    "time_outs.matched_plan",
    "time_outs.stopped",
    "time_outs.settled_by",
    "additions.text",  # Add text, tested with the note
    "additions.by",
    "additions.at",
    "dose_reason_for",
    "allergy_reason_for",
    "levels_reason_for",
}


def paths(record: Any, before: str = "") -> Iterator[str]:
    """Every field of a record and of the records inside it."""
    hints = get_type_hints(record)
    for each in fields(record):
        path = f"{before}{each.name}"
        inner = [kind for kind in (hints[each.name], *get_args(hints[each.name])) if is_dataclass(kind)]
        if inner and path not in SET_ELSEWHERE:
            yield from paths(inner[0], f"{path}.")
        else:
            yield path


def inputs(at: Editing) -> set[str]:
    """The facts that the widgets on the screen say they record."""
    found: set[str] = set()
    for widget in at.editor.findChildren(QWidget):
        records = widget.property("records")
        found |= set(records.split()) if isinstance(records, str) else set()
    return found


def test_every_fact_of_a_block_can_be_entered_somewhere(charted: Editing) -> None:
    at = charted
    known: set[str] = set()
    for item in LABELS:
        at.editor.work.strip.open_details(item)
        known |= inputs(at)
        at.keys("esc")
    for group in at.editor.work.more.groups:
        group.open()
    known |= inputs(at)
    wanted = set(paths(Block))
    assert wanted - known - SET_ELSEWHERE == set()
    assert wanted >= SET_ELSEWHERE, "an exception that no longer exists"


def test_a_fact_of_more_is_stored_with_its_author_and_vital_signs_row_by_row(at: Editing) -> None:
    assert at.editor.work.go_to_path("blood_loss")
    at.hands.type("minimal")
    at.keys("tab")
    block = at.stored()
    entry = block.entered(Item.FINDINGS)
    assert block.blood_loss == "minimal"
    assert entry is not None
    assert entry.by == "Dr Okafor"
    panel = next(g for g in at.editor.work.more.groups if Item.VITALS in g.group.items)
    panel.open()
    assert at.editor.work.go_to_path("vitals")
    rows = panel.parts[1]
    rows.findChildren(QWidget)[-1].setFocus()
    add = next(w for w in rows.findChildren(QWidget) if w.accessibleName() == "Add vital signs")
    at.hands.click(add)
    assert at.editor.work.go_to_path("vitals.pulse")
    at.hands.type("72")
    (taken,) = at.stored().vitals
    assert taken.pulse == 72


def test_six_lumbar_vertebrae_read_the_levels_anew(at: Editing) -> None:
    from mbb_desktop.clinical.course import Vertebrae

    at.keys("L5S1 b")
    at.editor.draft.change(replace(at.editor.draft.block, vertebrae=Vertebrae.SIX))
    assert at.editor.draft.block.joints == ()
    assert at.editor.levels.entry.text() == "L5S1 b"


# Nothing is lost


def test_a_hundred_steps_can_be_undone_and_redone(at: Editing) -> None:
    draft = BlockDraft(at.session, at.editor.draft.block, at.editor.draft.response)
    for _step in range(110):
        draft.change(replace(draft.block, no_steroid=not draft.block.no_steroid))
    assert not draft.block.no_steroid
    for _step in range(99):
        draft.undo()
    assert draft.block.no_steroid
    draft.undo()
    assert draft.can_undo()
    for _step in range(99):
        draft.redo()
    assert draft.block.no_steroid
    assert draft.can_redo()
    draft.deleteLater()


def test_typing_in_one_field_is_one_step_and_the_draft_is_saved_by_itself(at: Editing, qtbot: QtBot) -> None:
    at.keys("45 51 b", "enter", "ctrl+z")
    assert at.editor.draft.block.levels_text == ""
    at.keys("ctrl+shift+z")
    assert at.editor.draft.block.levels_text == "45 51 b"
    block_id = at.editor.draft.block.id
    qtbot.waitUntil(lambda: read_block(at.desk(), block_id).levels_text == "45 51 b", timeout=20_000)
    assert at.editor.footer.saved_text() == "Draft saved 11:05"


def test_locking_in_the_middle_of_a_word_loses_nothing(tmp_path: Path) -> None:
    tasks = Tasks()
    with editing(tmp_path, Scene(worker=tasks)) as at:
        at.keys("45 51")
        block_id, desk = at.editor.draft.block.id, at.desk()
        at.window.lock()
        assert read_block(desk, block_id).levels_text == "45 51"
    tasks.close()


def test_coming_back_after_a_lock_restores_the_field_and_the_steps(at: Editing) -> None:
    at.keys("45 51 b", "enter", "2", "f4", "42")
    place = at.editor.place()
    assert place.focused == "Fluoroscopy time in seconds"
    at.editor.draft.restore_steps((), ())
    at.editor.levels.focus_entry()
    at.editor.come_back(place)
    assert at.place() == "Fluoroscopy time in seconds"
    at.keys("ctrl+z")
    assert at.editor.draft.block.fluoroscopy.seconds is None
    written = replace(at.editor.draft.block, findings="hard to see at the low")
    at.editor.draft.change(written)
    at.editor.come_back(replace(place, focused="findings"))  # among the further facts, which nobody opened
    at.keys("er level")
    assert at.editor.draft.block.findings == "hard to see at the lower level"


def test_a_save_that_fails_is_a_red_bar_until_one_works(at: Editing) -> None:
    at.keys("45 51 b")
    with read_only(at):  # type: ignore[arg-type]  # it needs only the vault
        at.editor.draft.save_now()
        assert at.editor.footer.saved_text() == "Not saved since 11:05"
        assert at.window.messages.bar.text().startswith("Not saved since 11:05.")
        assert not at.editor.footer.sign.isEnabled()
    at.window.messages.bar.retry.emit()
    assert at.window.messages.bar.text() == ""
    assert at.stored().levels_text == "45 51 b"


def test_two_who_change_one_field_see_both_values(at: Editing) -> None:
    mine = at.editor.draft.block
    theirs = replace(mine, plan="physical therapy")
    save_draft(at.desk(), mine, theirs)
    at.editor.draft.change(replace(mine, plan="second block in two weeks"))
    at.editor.draft.save_now()
    bar = at.editor.collision_bar
    assert not bar.isHidden()
    said = " ".join(widget.text() for widget in bar.findChildren(QWidget) if hasattr(widget, "text"))
    assert "theirs is physical therapy; yours is second block in two weeks" in said
    bar.mine_chosen.emit()
    assert at.stored().plan == "second block in two weeks"
    assert bar.isHidden()


def test_what_the_nurse_enters_meanwhile_joins_what_is_typed(at: Editing) -> None:
    at.keys("45 51 b")
    base = read_block(at.desk(NURSE), at.editor.draft.block.id)
    save_draft(at.desk(NURSE), base, replace(base, radiographer="RT Lin"))
    at.session.announce("block", patient_id=base.patient_id)
    assert at.editor.draft.block.radiographer == "RT Lin"
    assert at.editor.draft.block.levels_text == "45 51 b"
    assert at.stored().radiographer == "RT Lin"


def test_a_discarded_draft_comes_back_with_undo(at: Editing) -> None:
    closed: list[bool] = []
    at.editor.closed.connect(lambda: closed.append(True))
    at.keys("45 51 b")
    at.hands.click(at.editor.footer.discard)
    assert closed == [True]
    assert [row.block.levels_text for row in day_list(at.desk()).discarded] == ["45 51 b"]
    toast = at.window.findChild(QWidget, "toast")
    assert toast is not None
    at.hands.click(next(w for w in toast.findChildren(QWidget) if w.accessibleName() == "Undo"))
    assert day_list(at.desk()).discarded == ()


def test_a_record_signed_elsewhere_cannot_be_changed_here(charted: Editing) -> None:
    at = charted
    block = at.stored()
    sign_note(at.desk(), block, PIN)
    at.keys("f2")
    at.editor.levels.entry.selectAll()
    at.hands.type("45 l")
    at.editor.draft.save_at_once()
    assert read_block(at.desk(), block.id).joints == block.joints
    assert at.editor.footer.saved_text().startswith("Not saved since")


def test_discharge_is_entered_after_the_signature_and_nothing_else_and_not_attested_half(
    charted: Editing,
) -> None:
    at = charted
    sign_note(at.desk(), at.stored(), PIN)
    at.editor.draft.look_again()
    assert at.editor.work.go_to_path("discharge.escort")
    at.hands.type("husband")
    assert at.stored().discharge.escort == "husband"
    assert at.editor.footer.saved_text().startswith("Signed, later entries saved")
    assert not at.editor.draft.may_enter("plan")
    (field,) = at.editor.findChildren(AttestField)
    assert not any(part.isEnabled() for part in field.editor.inputs())
    assert field.sentence().startswith("Still missing: walking")


def discharge_group(at: Editing) -> AttestField:
    """Recovery and discharge with everything that an attestation is about."""
    at.editor.draft.change(
        replace(
            at.editor.draft.block,
            vitals=(Vitals(at.clock(), VitalsWhen.RECOVERY, pulse=70),),
            discharge=Discharge(at.clock(), "husband", "as before", "no new weakness", True, True),
        )
    )
    assert at.editor.work.go_to_path("discharge.attested_by")
    (field,) = at.editor.findChildren(AttestField)
    return field


def test_a_physician_attests_in_the_own_name_with_one_press_also_after_signing(charted: Editing) -> None:
    at = charted
    sign_note(at.desk(), at.stored(), PIN)
    at.editor.draft.look_again()
    field = discharge_group(at)
    at.keys("space")
    left = at.stored().discharge
    assert (left.attested_by, left.attested_at) == (PHYSICIAN.signs_as, at.clock())
    assert field.text() == f"11:05  by {PHYSICIAN.signs_as}"
    assert not any(isinstance(part, QLineEdit) for part in field.findChildren(QWidget))
    assert at.editor.work.go_to_path("discharge.escort")
    at.hands.type(", by car")
    assert at.stored().discharge.attested_at is None
    assert field.text() == ""


def test_printing_saves_a_draft_first_and_leaving_saves_scores_with_the_block(at: Editing) -> None:
    asked: list[tuple[PaperKind, bool]] = []
    at.editor.print_asked.connect(lambda kind, draft: asked.append((kind, draft)))
    at.keys("45 51 b")
    at.hands.click(at.editor.footer.print)
    assert asked == [(PaperKind.PROCEDURE_NOTE, True)]
    assert at.editor.draft.is_saved()
    at.keys("f5", "7")
    at.editor.leaving()
    assert [reading.score for reading in response_of(at.desk(), at.editor.draft.block).readings] == [
        Decimal(7)
    ]


# Safe and usable by everyone


def test_the_wheel_changes_nothing(charted: Editing, qapp: QApplication) -> None:
    guard = WheelGuard(qapp)
    at = charted
    before = at.stored()
    for group in at.editor.work.more.groups:
        group.open()
    for widget in at.editor.findChildren(QWidget):
        middle = QPointF(widget.rect().center())
        wheel = QWheelEvent(
            middle,
            QPointF(widget.mapToGlobal(widget.rect().center())),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, wheel)
    assert at.stored() == before
    guard.deleteLater()


def test_everything_that_takes_the_keyboard_has_a_name_and_a_size_and_rows_say_which_they_are(
    charted: Editing,
) -> None:
    at = charted
    small = [
        (widget.accessibleName(), widget.size())
        for widget in at.editor.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(at.editor)
        and widget.focusProxy() is None
        and min(widget.width(), widget.height()) < 24
    ]
    assert small == []
    for group in at.editor.work.more.groups:
        group.open()
    each = next(g for g in at.editor.work.more.groups if g.group.paths == ("targets",))
    rows = [part for part in each.parts if isinstance(part, FactRows)]
    names = {w.accessibleName() for part in rows for w in part.findChildren(QWidget)}
    first = at.editor.draft.block.targets[0]
    assert {f"{called(first)}, Aspiration", f"{called(first)}, Not injected"} <= names
    for item in LABELS:
        at.editor.work.strip.open_details(item)
        nameless = [
            widget
            for widget in at.editor.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisibleTo(at.editor)
            and widget.focusProxy() is None
            and not widget.accessibleName()
            and not (widget.inherits("QPushButton") and widget.property("text"))
        ]
        assert nameless == [], item
        at.keys("esc")


def test_tab_goes_through_an_opened_group_before_the_next_one(charted: Editing) -> None:
    at = charted
    more = at.editor.work.more
    at.keys("f8")
    vitals, count = more.groups[3], more.groups[4]
    vitals.open()
    press(vitals, "Add vital signs")
    vitals.head.setFocus()
    stops: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not count.head and len(stops) < 40:
        assert focused is not None
        stops.append(focused)
        at.keys("tab")
    names = [stop.accessibleName() for stop in stops]
    assert names[1] == "Last pain medicine before the block"
    assert names[-1] == "Add vital signs"
    assert names.index("Systolic") < names.index("Diastolic") < names.index("Pulse") < names.index("Remove")


def test_a_late_day_keeps_the_zone_of_the_clock(at: Editing) -> None:
    at.go(Item.NEEDLE_OUT)
    line = at.focused()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    at.hands.type("1040")
    at.keys("enter")
    needle_out = at.stored().needle_out
    assert needle_out is not None
    assert needle_out.utcoffset() == timedelta(0)
    assert f"{needle_out:%H:%M}" == "10:40"


def test_nerves_are_reached_by_their_key_and_a_window_made_narrower_again_cuts_nothing_off(
    at: Editing,
) -> None:
    nerve = at.editor.levels.spine.target_button(key_of(NerveSide("L4 MB", Side.LEFT)))
    assert nerve.accessibleName() == "L4 medial branch, left"
    window, work = at.editor.window(), at.editor.work
    for width in (2200, 1440):
        window.resize(width, 900)
        QApplication.processEvents()
        (area,) = (a for a in work.findChildren(QScrollArea) if a.isAncestorOf(work.times))
        assert area.horizontalScrollBar().maximum() == 0, width

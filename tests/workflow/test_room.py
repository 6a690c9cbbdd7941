"""The room: stamps in order, a time-out that agrees, and one that stops everything."""

from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block, HowEntered, Item, Moment, PatientAnswer, TimeOut, WhereTimeOut
from mbb_desktop.clinical.charting import Author, with_time_out_afterwards
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.time_out import mismatch, said
from mbb_desktop.storage.audit import recent
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.record_block import TimeOutKept, begin, plan_block, read_block, save_draft
from mbb_desktop.workflow.room import (
    NotInOrder,
    NotSettled,
    PlanChanged,
    TimeOutIncomplete,
    complete_time_out,
    confirm_plan,
    correct_plan,
    stamp,
    who_can_settle,
)
from mbb_desktop.workflow.signing import WrongPin
from tests.workflow.conftest import NOW, PEOPLE, PIN, Desks, Prepared, lumbar_course, prepare, somebody

BOTH = (JointSide("L4-5", Side.LEFT), JointSide("L4-5", Side.RIGHT))
RIGHT = (JointSide("L4-5", Side.RIGHT),)


def begun(desks: Desks) -> Block:
    physician = desks.of("physician")
    course = save_course(physician, lumbar_course(save_patient(physician, somebody())))
    return begin(physician, plan_block(physician, course, BOTH, NOW))


@pytest.fixture(scope="module")
def prepared(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared[Block]:
    return prepare(template, tmp_path_factory, begun)


@pytest.fixture
def block(prepared: Prepared[Block]) -> Block:
    return prepared.made


def answers(joints: tuple[JointSide, ...] = BOTH, answer: PatientAnswer = PatientAnswer.BOTH) -> TimeOut:
    return TimeOut(
        NOW,
        "",
        WhereTimeOut.ROOM_SCREEN,
        joints=said(joints),
        patient_answer=answer,
        name_said=True,
        born_said=True,
        procedure_said=True,
        consent=True,
        site_mark=True,
        allergy=True,
        anticoagulant=True,
        images_up=True,
        drug_labelled=True,
        present=("A. Okafor, MD",),
    )


def _without(answer: str) -> TimeOut:
    given = {field.name: getattr(answers(), field.name) for field in fields(TimeOut)}
    return TimeOut(**{**given, answer: False})


def test_no_needle_before_the_time_out(desks: Desks, block: Block) -> None:
    with pytest.raises(NotInOrder, match="time-out comes first"):
        stamp(desks.of("nurse"), block, Moment.NEEDLE_IN)


@pytest.mark.parametrize(
    "missing",
    [
        *("name_said", "born_said", "procedure_said", "consent", "site_mark"),
        *("allergy", "anticoagulant", "images_up", "drug_labelled"),
    ],
)
def test_every_answer_is_needed(desks: Desks, block: Block, missing: str) -> None:
    with pytest.raises(TimeOutIncomplete) as incomplete:
        complete_time_out(desks.of("nurse"), block, _without(missing))
    assert len(incomplete.value.missing) == 1


def test_a_time_out_that_agrees_is_recorded_with_who_led_it(desks: Desks, block: Block) -> None:
    done = complete_time_out(desks.of("nurse"), block, answers())
    assert done.time_out is not None
    assert (done.time_out.led_by, done.time_out.matched_plan) == ("M. Diaz, RN", True)
    stamped = stamp(desks.of("nurse", NOW + timedelta(minutes=1)), done, Moment.NEEDLE_IN)
    out = stamp(desks.of("nurse", NOW + timedelta(minutes=6)), stamped, Moment.NEEDLE_OUT)
    assert out.needle_out == NOW + timedelta(minutes=6)
    entry = out.entered(Item.NEEDLE_OUT)
    assert entry is not None
    assert (entry.by, entry.how) == ("RN Diaz", HowEntered.STAMPED)


@pytest.mark.parametrize(
    "given",
    [
        answers(RIGHT, PatientAnswer.RIGHT),
        answers((JointSide("L5-S1", Side.LEFT), JointSide("L5-S1", Side.RIGHT))),
        answers(BOTH, PatientAnswer.LEFT),
    ],
    ids=["side", "level", "patient"],
)
def test_a_mismatch_stops_and_nothing_may_be_injected(desks: Desks, block: Block, given: TimeOut) -> None:
    stopped = complete_time_out(desks.of("nurse"), block, given)
    assert stopped.time_outs[-1].stopped
    assert stopped.time_out is None
    with pytest.raises(NotInOrder):
        stamp(desks.of("nurse"), stopped, Moment.NEEDLE_IN)


def test_the_physician_corrects_the_plan_with_the_own_pin_and_the_time_out_is_repeated(
    desks: Desks, block: Block
) -> None:
    stopped = complete_time_out(desks.of("nurse"), block, answers(RIGHT, PatientAnswer.RIGHT))
    with pytest.raises(WrongPin):
        correct_plan(desks.of("nurse"), stopped, RIGHT, PEOPLE["physician"], "9999")
    corrected = correct_plan(desks.of("nurse"), stopped, RIGHT, PEOPLE["physician"], PIN)
    assert corrected.planned_joints == RIGHT
    assert corrected.time_out is None
    stop = corrected.time_outs[0]
    first = (stop.was_planned, stop.was_planned_by, stop.was_planned_on)
    assert first == (said(block.planned_joints), block.planned_by, block.planned_on)
    again = complete_time_out(desks.of("nurse"), corrected, answers(RIGHT, PatientAnswer.RIGHT))
    assert again.time_out is not None
    assert [attempt.stopped for attempt in again.time_outs] == [True, False]
    assert again.time_outs[0].settled_by == "A. Okafor, MD"


def test_a_stop_is_settled_by_physicians_with_a_pin_who_are_no_learners(desks: Desks, block: Block) -> None:
    stopped = complete_time_out(desks.of("nurse"), block, answers(RIGHT, PatientAnswer.RIGHT))
    assert [user.name for user in who_can_settle(desks.of("nurse"), stopped)] == ["A. Okafor"]
    other = replace(PEOPLE["physician"], id=UUID(int=77), name="A. Newcomer")
    pupil = replace(other, id=UUID(int=78), learner=True)
    with desks.of("nurse").change("user changed") as change:
        change.save(other)  # without a PIN
        change.save(pupil)
    of_another = replace(stopped, physician_id=other.id)
    assert [user.name for user in who_can_settle(desks.of("nurse"), of_another)] == ["A. Okafor"]
    with pytest.raises(NotInOrder, match="learner"):
        confirm_plan(desks.of("nurse"), stopped, pupil, PIN)


def test_a_nurse_cannot_settle_a_stop_with_her_own_pin(desks: Desks, block: Block) -> None:
    stopped = complete_time_out(desks.of("nurse"), block, answers(RIGHT, PatientAnswer.RIGHT))
    with pytest.raises(NotAllowed):
        correct_plan(desks.of("nurse"), stopped, RIGHT, PEOPLE["nurse"], PIN)
    with pytest.raises(NotAllowed):
        confirm_plan(desks.of("nurse"), stopped, PEOPLE["nurse"], PIN)


@pytest.mark.parametrize(
    "given",
    [answers(RIGHT), answers((JointSide("L5-S1", Side.LEFT),)), answers(BOTH, PatientAnswer.LEFT)],
    ids=["side", "level", "patient"],
)
def test_after_a_stop_no_other_time_out_before_the_physician_settled_it(
    desks: Desks, block: Block, given: TimeOut
) -> None:
    stopped = complete_time_out(desks.of("nurse"), block, given)
    with pytest.raises(NotSettled, match="physician settles it"):
        complete_time_out(desks.of("nurse"), stopped, answers())
    settled = confirm_plan(desks.of("nurse"), stopped, PEOPLE["physician"], PIN)
    assert complete_time_out(desks.of("nurse"), settled, answers()).time_out is not None


def test_the_physician_keeps_a_plan_that_was_right(desks: Desks, block: Block) -> None:
    nurse = desks.of("nurse")
    stopped = complete_time_out(nurse, block, answers(RIGHT, PatientAnswer.RIGHT))
    settled = confirm_plan(desks.of("nurse", NOW + timedelta(days=1)), stopped, PEOPLE["physician"], PIN)
    plan = (settled.planned_joints, settled.planned_on, settled.planned_by)
    assert plan == (BOTH, block.planned_on, block.planned_by)
    assert settled.time_outs[-1].settled_by == "A. Okafor, MD"
    typed_again = correct_plan(nurse, stopped_again(desks, settled), BOTH, PEOPLE["physician"], PIN)
    assert typed_again.planned_on == block.planned_on


def stopped_again(desks: Desks, settled: Block) -> Block:
    return complete_time_out(desks.of("nurse"), settled, answers(RIGHT, PatientAnswer.RIGHT))


def test_without_a_plan_the_physician_says_what_is_right(desks: Desks, block: Block) -> None:
    nurse, physician = desks.of("nurse"), PEOPLE["physician"]
    course = block.course_id
    with nurse.store.look() as look:
        unplanned = begin(nurse, plan_block(nurse, look.get(Course, course), (), NOW))
    stopped = complete_time_out(nurse, unplanned, answers(RIGHT, PatientAnswer.LEFT))
    with pytest.raises(NotSettled):
        complete_time_out(nurse, stopped, answers(RIGHT, PatientAnswer.RIGHT))
    with pytest.raises(NotInOrder, match="Nothing is planned"):
        confirm_plan(nurse, stopped, physician, PIN)
    with pytest.raises(NotInOrder, match="which joints"):
        correct_plan(nurse, stopped, (), physician, PIN)
    settled = correct_plan(nurse, stopped, RIGHT, physician, PIN)
    assert complete_time_out(nurse, settled, answers(RIGHT, PatientAnswer.RIGHT)).time_out is not None


def test_a_stop_cannot_be_saved_away(desks: Desks, block: Block) -> None:
    nurse = desks.of("nurse")
    stopped = complete_time_out(nurse, block, answers(RIGHT, PatientAnswer.RIGHT))
    forged = replace(stopped.time_outs[0], settled_by="A. Okafor, MD")
    afterwards = with_time_out_afterwards(stopped, "M. Diaz, RN", NOW, Author(block.id, "RN Diaz", NOW))
    for edited in (replace(stopped, time_outs=()), replace(stopped, time_outs=(forged,)), afterwards):
        with pytest.raises(TimeOutKept):
            save_draft(nurse, stopped, edited)


def test_only_a_stop_is_settled(desks: Desks, block: Block) -> None:
    done = complete_time_out(desks.of("nurse"), block, answers())
    with pytest.raises(NotInOrder, match="No time-out is waiting"):
        correct_plan(desks.of("nurse"), done, RIGHT, PEOPLE["physician"], PIN)


def test_without_a_plan_the_patients_answer_still_counts(desks: Desks, block: Block) -> None:
    unplanned = replace(block, planned_joints=())
    assert answers(BOTH, PatientAnswer.LEFT).joints == said(BOTH)
    assert mismatch(answers(BOTH, PatientAnswer.LEFT), unplanned) is not None
    assert mismatch(answers(BOTH, PatientAnswer.BOTH), unplanned) is None


def changed_elsewhere(desks: Desks, stopped: Block) -> Block:
    """The physician plans the right side alone while the other screen still shows both."""
    physician = desks.of("physician", NOW + timedelta(minutes=1))
    return save_draft(physician, stopped, replace(stopped, planned_joints=RIGHT))


@pytest.mark.parametrize("joints", [BOTH, (JointSide("L5-S1", Side.LEFT),)], ids=["keep", "correct"])
def test_a_plan_that_was_changed_meanwhile_is_not_settled_unseen(
    desks: Desks, block: Block, joints: tuple[JointSide, ...]
) -> None:
    nurse = desks.of("nurse")
    stopped = complete_time_out(nurse, block, answers(RIGHT, PatientAnswer.RIGHT))
    changed = changed_elsewhere(desks, stopped)
    head = nurse.store.head
    with pytest.raises(PlanChanged, match="changed the plan at another screen"):
        correct_plan(nurse, stopped, joints, PEOPLE["physician"], PIN)
    assert read_block(nurse, block.id) == changed
    assert nurse.store.head == head
    assert correct_plan(nurse, changed, RIGHT, PEOPLE["physician"], PIN).planned_joints == RIGHT


def test_a_stop_settled_at_another_screen_is_not_settled_twice(desks: Desks, block: Block) -> None:
    nurse, physician = desks.of("nurse"), PEOPLE["physician"]
    stopped = complete_time_out(nurse, block, answers(RIGHT, PatientAnswer.RIGHT))
    confirm_plan(nurse, stopped, physician, PIN)
    with pytest.raises(NotInOrder, match="No time-out is waiting"):
        correct_plan(nurse, stopped, RIGHT, physician, PIN)


def test_settling_keeps_what_somebody_entered_meanwhile(desks: Desks, block: Block) -> None:
    nurse = desks.of("nurse")
    stopped = complete_time_out(nurse, block, answers(RIGHT, PatientAnswer.RIGHT))
    save_draft(nurse, stopped, replace(stopped, radiographer="RT Lin"))
    settled = correct_plan(nurse, stopped, RIGHT, PEOPLE["physician"], PIN)
    assert (settled.radiographer, settled.planned_joints) == ("RT Lin", RIGHT)


def test_the_time_out_is_compared_with_the_plan_as_it_is_stored(desks: Desks, block: Block) -> None:
    changed = changed_elsewhere(desks, block)
    held = complete_time_out(desks.of("nurse"), block, answers())
    assert (held.time_outs[-1].stopped, held.planned_joints) == (True, changed.planned_joints)
    with desks.vault.store.look() as look:
        assert recent(look.connection)[0].event == "time-out stopped: answers disagree"


def test_nobody_confirms_what_was_never_asked(desks: Desks) -> None:
    physician = desks.of("physician")
    patient = save_patient(physician, replace(somebody(), allergy_state=None))
    course = save_course(physician, lumbar_course(patient))
    block = begin(physician, plan_block(physician, course, BOTH, NOW))
    with pytest.raises(TimeOutIncomplete, match="allergies were never asked"):
        complete_time_out(desks.of("nurse"), block, answers())

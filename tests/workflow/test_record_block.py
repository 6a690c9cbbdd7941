"""Drafts: planned, begun, saved, joined with what others saved, discarded and restored."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Block, BlockState, Item
from mbb_desktop.clinical.charting import Author, with_agent, with_levels
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.people import AllergyState
from mbb_desktop.clinical.preset import AgentOffered
from mbb_desktop.clinical.response import Reading, Series
from mbb_desktop.clinical.scoring import BadScore
from mbb_desktop.workflow.day_list import day_list
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.follow_up import response_of, save_scores
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.knowledge import presets
from mbb_desktop.workflow.record_block import (
    AlreadySigned,
    NotToday,
    Overtaken,
    SomebodyElseChanged,
    begin,
    discard_draft,
    plan_block,
    read_block,
    restore_draft,
    save_draft,
    start_block,
)
from mbb_desktop.workflow.today import board
from tests.workflow.conftest import NOW, Desks, lumbar_course, somebody, statements


@pytest.fixture
def draft(desks: Desks) -> Block:
    physician = desks.of("physician")
    patient = save_patient(physician, somebody())
    return start_block(physician, save_course(physician, lumbar_course(patient)))


def _levels(text: str) -> Levels:
    levels = read_levels(text, region=Region.LUMBAR)
    assert isinstance(levels, Levels)
    return levels


def test_a_new_draft_holds_nothing_clinical(draft: Block) -> None:
    assert (draft.joints, draft.targets, draft.drugs, draft.entries) == ((), (), (), ())
    assert draft.needle_out is None
    assert draft.sedation is None
    assert draft.consent.kind is None
    assert not draft.no_complication


def test_two_people_who_change_different_fields_both_keep_their_change(desks: Desks, draft: Block) -> None:
    physician, nurse = desks.of("physician"), desks.of("nurse")
    author = Author(physician.user.id, "Dr Okafor", NOW)
    charted = with_levels(draft, _levels("45 51 b"), "45 51 b", presets()[Region.LUMBAR], author)
    save_draft(nurse, draft, replace(draft, in_room=NOW))
    both = save_draft(physician, draft, charted)
    assert both.in_room == NOW
    assert len(both.targets) == 6
    assert read_block(physician, draft.id) == both


def test_a_field_that_both_changed_is_a_question_and_nothing_is_overwritten(
    desks: Desks, draft: Block
) -> None:
    first = save_draft(desks.of("nurse"), draft, replace(draft, in_room=NOW))
    mine = replace(draft, in_room=NOW - timedelta(minutes=5))
    with pytest.raises(SomebodyElseChanged) as question:
        save_draft(desks.of("physician"), draft, mine)
    assert question.value.collisions[0].theirs == NOW
    assert read_block(desks.of("physician"), draft.id) == first


def test_both_may_change_different_parts_of_the_fluoroscopy(desks: Desks, draft: Block) -> None:
    seconds = replace(draft, fluoroscopy=replace(draft.fluoroscopy, seconds=42))
    images = replace(draft, fluoroscopy=replace(draft.fluoroscopy, images_saved=6))
    save_draft(desks.of("nurse"), draft, seconds)
    both = save_draft(desks.of("physician"), draft, images)
    assert (both.fluoroscopy.seconds, both.fluoroscopy.images_saved) == (42, 6)


def test_a_nurse_may_not_enter_levels(desks: Desks, draft: Block) -> None:
    nurse = desks.of("nurse")
    author = Author(nurse.user.id, "RN Diaz", NOW)
    charted = with_levels(draft, _levels("45 l"), "45 l", presets()[Region.LUMBAR], author)
    with pytest.raises(NotAllowed):
        save_draft(nurse, draft, charted)


def test_a_nurse_reads_a_label_but_changes_no_drug_that_was_chosen(desks: Desks, draft: Block) -> None:
    physician, nurse = desks.of("physician"), desks.of("nurse")
    author = Author(physician.user.id, "Dr Okafor", NOW)
    chosen = save_draft(physician, draft, with_agent(draft, AgentOffered("bupivacaine", Decimal(5)), author))
    (drug,) = chosen.drugs
    for other in (replace(drug, agent="ropivacaine"), replace(drug, strength=Decimal("2.5"))):
        with pytest.raises(NotAllowed):
            save_draft(nurse, chosen, replace(chosen, drugs=(other,)))
    label = replace(drug, lot="4J2291", label="ropivacaine")
    read = save_draft(nurse, chosen, replace(chosen, drugs=(label,)))
    assert (read.drugs[0].agent, read.drugs[0].lot) == ("bupivacaine", "4J2291")


def test_a_score_for_a_time_to_come_is_not_kept(desks: Desks, draft: Block) -> None:
    nurse = desks.of("nurse")
    empty = response_of(nurse, draft)
    early = Reading(Series.OVERALL, 30, NOW + timedelta(minutes=1), Decimal(2))
    with pytest.raises(BadScore, match="has not come yet"):
        save_scores(nurse, empty, replace(empty, readings=(early,)))


def test_the_plan_is_never_copied_into_the_record(desks: Desks) -> None:
    physician = desks.of("physician")
    course = save_course(physician, lumbar_course(save_patient(physician, somebody())))
    planned = plan_block(desks.of("front desk"), course, _levels("45 51 b").joints, NOW)
    begun = begin(physician, planned)
    assert begun.state is BlockState.DRAFT
    assert begun.planned_joints == planned.planned_joints
    assert begun.joints == ()
    assert begun.targets == ()


def test_a_plan_of_a_later_day_cannot_be_documented_today(desks: Desks) -> None:
    physician = desks.of("physician")
    course = save_course(physician, lumbar_course(save_patient(physician, somebody())))
    planned = plan_block(physician, course, _levels("45 l").joints, NOW + timedelta(days=3))
    with pytest.raises(NotToday, match="27-Nov-2026"):
        begin(physician, planned)


def test_a_physician_who_opens_a_nurses_draft_becomes_its_physician(desks: Desks) -> None:
    physician = desks.of("physician")
    course = save_course(physician, lumbar_course(save_patient(physician, somebody())))
    draft = start_block(desks.of("nurse"), course)
    assert draft.physician_id is None
    assert begin(physician, draft).physician_id == physician.user.id


def test_a_discarded_draft_can_be_restored_for_seven_days(desks: Desks, draft: Block) -> None:
    physician = desks.of("physician")
    gone = discard_draft(physician, draft)
    last_day = day_list(desks.of("physician", NOW + timedelta(days=7)))
    assert [row.block.id for row in last_day.discarded] == [draft.id]
    assert day_list(desks.of("physician", NOW + timedelta(days=7, minutes=1))).discarded == ()
    assert restore_draft(physician, gone).state is BlockState.DRAFT


def test_what_a_colleague_saved_meanwhile_is_not_lost_by_discarding(desks: Desks, draft: Block) -> None:
    save_draft(desks.of("nurse"), draft, replace(draft, room="Room 2"))
    gone = discard_draft(desks.of("physician"), draft)
    assert restore_draft(desks.of("physician"), gone).room == "Room 2"


def test_a_plan_that_was_never_begun_comes_back_as_a_plan(desks: Desks) -> None:
    physician = desks.of("physician")
    course = save_course(physician, lumbar_course(save_patient(physician, somebody())))
    gone = discard_draft(physician, plan_block(physician, course, _levels("45 l").joints, NOW))
    assert restore_draft(physician, gone).state is BlockState.PLANNED
    with pytest.raises(Overtaken):
        restore_draft(physician, gone)


def test_a_discarded_draft_takes_no_more_changes(desks: Desks, draft: Block) -> None:
    discard_draft(desks.of("physician"), draft)
    with pytest.raises(AlreadySigned):
        save_draft(desks.of("physician"), draft, replace(draft, room="Room 2"))


def test_changing_the_drug_never_changes_a_volume(desks: Desks, draft: Block) -> None:
    author = Author(draft.patient_id, "Dr Okafor", NOW)
    charted = with_levels(draft, _levels("45 r"), "45 r", presets()[Region.LUMBAR], author)
    changed = with_agent(charted, AgentOffered("bupivacaine", Decimal(5)), author)
    assert [t.volume for t in changed.targets] == [t.volume for t in charted.targets]
    assert changed.entered(Item.EPINEPHRINE) is None


def test_a_block_done_yesterday_keeps_its_day_and_stays_on_the_board(desks: Desks) -> None:
    physician = desks.of("physician")
    course = save_course(physician, lumbar_course(save_patient(physician, somebody())))
    planned = plan_block(physician, course, _levels("45 l").joints, NOW)
    tomorrow = desks.of("physician", NOW + timedelta(days=1))
    assert [row.block.id for row in board(tomorrow).older_drafts] == [planned.id]
    assert board(tomorrow).drafts == 0, "beside the day's patients only the day's drafts are counted"
    assert begin(tomorrow, planned).performed_on == NOW.date()


def test_the_front_desk_changes_demographics_but_no_safety_fact(desks: Desks) -> None:
    patient = save_patient(desks.of("physician"), somebody())
    moved = save_patient(desks.of("front desk"), replace(patient, phone="(555) 010-0142"))
    assert moved.phone == "(555) 010-0142"
    with pytest.raises(NotAllowed):
        save_patient(desks.of("front desk"), replace(moved, allergy_state=AllergyState.LISTED))


def test_an_autosave_reads_the_stored_block_once(desks: Desks, draft: Block) -> None:
    nurse = desks.of("nurse")
    ran = statements(desks, lambda: save_draft(nurse, draft, replace(draft, room="Room 2")))
    assert len([one for one in ran if "FROM block \n" in one]) == 1
    assert len(ran) == len(set(ran))
    assert read_block(nurse, draft.id).room == "Room 2"

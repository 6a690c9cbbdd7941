"""The day in one reply: which test of its joints each block is, and what was put away."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.charting import Author, with_levels
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.response import BEFORE, Series
from mbb_desktop.clinical.scoring import Scored, with_score
from mbb_desktop.workflow.day_list import day_list
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.follow_up import response_of, save_scores
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.knowledge import presets
from mbb_desktop.workflow.people_list import with_similar_names
from mbb_desktop.workflow.record_block import discard_draft, plan_block, save_draft, start_block
from tests.workflow.conftest import NOW, Desks, lumbar_course, somebody, statements


def levels(text: str) -> Levels:
    read = read_levels(text, region=None)
    assert isinstance(read, Levels)
    return read


@pytest.fixture
def course(desks: Desks) -> Course:
    patient = save_patient(desks.of("nurse"), somebody())
    return save_course(desks.of("physician"), lumbar_course(patient))


def draft(desks: Desks, course: Course, days_ago: int, typed: str) -> Block:
    """A block that was documented some days ago."""
    desk = desks.of("physician", NOW - timedelta(days=days_ago))
    block = start_block(desk, course)
    author = Author(desk.user.id, desk.user.called, desk.now)
    charted = with_levels(block, levels(typed), typed, presets()[course.region], author)
    return save_draft(desk, block, replace(charted, needle_out=desk.now))


def scored(desks: Desks, block: Block) -> None:
    """Scores that make a test of it: one before, one after."""
    desk = desks.of("nurse", NOW)
    response = response_of(desk, block)
    author = Author(desk.user.id, desk.user.called, desk.now)
    filled = response
    for slot, score in ((BEFORE, 7), (15, 1), (30, 1), (60, 1), (120, 1), (180, 3), (240, 6)):
        filled = with_score(filled, block, Scored(Series.OVERALL, slot, Decimal(score)), author)
    save_scores(desk, response, filled)


def test_a_planned_block_counts_the_tests_of_its_joints(desks: Desks, course: Course) -> None:
    earlier = draft(desks, course, 20, "L45 L5S1 b")
    scored(desks, earlier)
    same = plan_block(desks.of("nurse"), course, levels("L45 l").joints, NOW + timedelta(hours=1))
    other = plan_block(desks.of("nurse"), course, levels("L23 l").joints, NOW + timedelta(hours=2))
    numbers = day_list(desks.of("nurse")).numbers
    assert (numbers[same.id], numbers[other.id], numbers[earlier.id]) == (2, 1, 1)


def test_a_block_without_scores_was_no_test(desks: Desks, course: Course) -> None:
    draft(desks, course, 20, "L45 l")
    planned = plan_block(desks.of("nurse"), course, levels("L45 l").joints, NOW + timedelta(hours=1))
    assert day_list(desks.of("nurse")).numbers[planned.id] == 1


def test_discarded_drafts_are_there_for_who_may_restore_them(desks: Desks, course: Course) -> None:
    put_away = discard_draft(desks.of("physician"), draft(desks, course, 0, "L45 l"))
    assert put_away.state is BlockState.DISCARDED
    assert [row.block.id for row in day_list(desks.of("nurse")).discarded] == [put_away.id]
    assert day_list(desks.of("front desk")).discarded == ()


@pytest.mark.parametrize("role", ["manager", "administrator"])
def test_people_who_see_no_patients_see_no_list(desks: Desks, role: str) -> None:
    with pytest.raises(NotAllowed):
        day_list(desks.of(role))
    with pytest.raises(NotAllowed):
        with_similar_names(desks.of(role), ())


def test_who_may_be_taken_for_somebody_else_is_found_in_the_whole_list(desks: Desks) -> None:
    desk = desks.of("nurse")
    one = save_patient(desk, somebody())
    twin = save_patient(desk, somebody(given=one.given + "a", mrn="77 1234"), although_known=True)
    assert with_similar_names(desk, (one,)) == {one.id}
    assert with_similar_names(desk, (twin, one)) == {one.id, twin.id}


def a_day_of(desks: Desks, names: Iterable[str]) -> None:
    """For each name a plan of today, a draft of yesterday with scores, and a discarded draft."""
    for family in names:
        patient = save_patient(desks.of("nurse"), somebody(family, mrn=family))
        course = save_course(desks.of("physician"), lumbar_course(patient))
        scored(desks, draft(desks, course, 1, "L45 l"))
        discard_draft(desks.of("physician"), draft(desks, course, 0, "L45 l"))
        plan_block(desks.of("nurse"), course, levels("L45 l").joints, NOW)


def test_a_long_day_takes_no_more_statements_than_a_short_one(desks: Desks) -> None:
    a_day_of(desks, (f"Marsh{letter}" for letter in "abc"))
    physician = desks.of("physician")
    few = len(statements(desks, lambda: day_list(physician)))
    a_day_of(desks, (f"{first}arsh{letter}" for first in "MT" for letter in "defgh"))
    assert len(day_list(physician).board.blocks) == 13
    assert len(statements(desks, lambda: day_list(physician))) == few

"""Sessions: the rolling year to the day, levels, regions, and what else was done that day."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.clinical.anatomy import JointSide, Region, Side
from mbb_desktop.clinical.block import Block, BlockState, Purpose
from mbb_desktop.clinical.course import Treatment
from mbb_desktop.clinical.criteria import Case, Found, Verdict
from mbb_desktop.clinical.session_caps import SessionsInAYear
from mbb_desktop.clinical.session_criteria import (
    JointsNamed,
    LevelsPerSession,
    NothingElseThatDay,
    OneRegionPerDay,
    OneSessionADay,
    RegionKnown,
)
from mbb_desktop.clinical.sessions import SessionKind, regions_judged, sessions
from tests.clinical.invented import COURSE, LEFT, RIGHT, a_block, a_case
from tests.every_row import every_row

MET, NOT_MET, UNKNOWN, NOT_YET = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_YET
FOUR = SessionsInAYear("diagnostic", 4)
TWO = SessionsInAYear("ablation", 2)
TODAY = date(2026, 12, 1)


def days(*on: date, joints: tuple[JointSide, ...] = RIGHT, today: date = TODAY) -> Case:
    blocks = [(a_block(joints, on=day, number=at), None) for at, day in enumerate(on, start=1)]
    return a_case(*blocks, today=today)


def said(found: Found) -> str:
    return "; ".join([*(each.text for each in found.evidence), *found.missing, found.caution])


def ablated(*on: date | None, today: date = TODAY) -> Case:
    done = tuple(Treatment(day, ("L4-5",), (Side.RIGHT,)) for day in on)
    return replace(a_case(today=today), course=replace(COURSE, ablated_before=True, ablations=done))


def test_the_fifth_session_in_a_year_is_one_too_many() -> None:
    four = [date(2026, month, 2) for month in (3, 5, 7, 9)]
    assert FOUR.find(days(*four)).verdict is MET
    assert FOUR.find(days(*four, date(2026, 11, 2))).verdict is NOT_MET


@every_row(
    ("first", "verdict", "words"),
    [
        (date(2025, 11, 1), MET, ""),
        (date(2025, 11, 2), MET, "Counted with 02-Nov-2025 itself: 5 of 4."),
        (date(2025, 11, 3), NOT_MET, ""),
    ],
)
def test_the_year_begins_the_day_after_and_both_ways_are_told(
    first: date, verdict: Verdict, words: str
) -> None:
    rest = [date(2026, month, 2) for month in (3, 5, 8, 11)]
    found = FOUR.find(days(first, *rest))
    assert found.verdict is verdict
    assert words in found.caution
    assert ("itself" in found.caution) is bool(words)


def test_a_full_allowance_says_when_the_next_session_is_possible() -> None:
    found = FOUR.find(days(*[date(2026, month, 2) for month in (3, 5, 7, 9)]))
    assert "the next session is possible from 02-Mar-2027" in found.caution


def test_the_day_that_is_promised_after_the_29th_of_february_is_possible() -> None:
    four = [date(2028, month, day) for month, day in ((2, 29), (5, 1), (7, 1), (9, 1))]
    found = FOUR.find(days(*four, today=date(2028, 10, 1)))
    assert "the next session is possible from 01-Mar-2029" in found.caution
    assert FOUR.find(days(*four, date(2029, 3, 1), today=date(2029, 3, 1))).verdict is MET
    assert FOUR.find(days(*four, date(2029, 2, 28), today=date(2029, 3, 1))).verdict is NOT_MET


def test_the_29th_of_february_has_a_year_before_it() -> None:
    assert FOUR.find(days(date(2028, 2, 29), today=date(2028, 3, 1))).verdict is MET


def test_sides_on_different_days_are_warned_of_and_both_on_one_day_are_not() -> None:
    right, left = a_block(RIGHT), (a_block(LEFT, on=date(2026, 11, 10), number=2), None)
    assert "two sides" in FOUR.find(a_case((right, None), left)).caution
    assert FOUR.find(days(TODAY, date(2026, 11, 1), joints=(*LEFT, *RIGHT))).caution == ""


def test_old_sessions_do_not_count_against_today() -> None:
    old = [date(2024, month, 2) for month in (1, 2, 3, 4, 5)]
    assert FOUR.find(days(*old)).verdict is MET


def test_blocks_of_other_courses_and_plans_ahead_count() -> None:
    case = days(*[date(2026, month, 2) for month in (3, 5, 7)])
    elsewhere = replace(a_block(on=date(2026, 9, 2), number=8), course_id=UUID(int=9))
    plan = replace(
        a_block(on=date(2026, 12, 7), number=9),
        state=BlockState.PLANNED,
        targets=(),
        joints=(),
        planned_joints=LEFT,
    )
    assert FOUR.find(replace(case, others=(elsewhere, plan))).verdict is NOT_MET
    assert FOUR.find(replace(case, others=(plan,))).verdict is MET
    past = replace(plan, performed_on=date(2026, 11, 2))
    assert FOUR.find(replace(case, others=(elsewhere, past))).verdict is MET


def test_the_neck_has_its_own_allowance() -> None:
    case = days(*[date(2026, month, 2) for month in (3, 5, 7, 9)])
    neck = replace(
        a_block((JointSide("C4-5", Side.LEFT),), on=date(2026, 11, 2), number=9), course_id=UUID(int=9)
    )
    assert FOUR.find(replace(case, others=(neck,))).verdict is MET


def test_a_session_whose_purpose_is_not_recorded_may_be_one_too_many() -> None:
    case = days(*[date(2026, month, 2) for month in (3, 5, 7, 9, 11)])
    last = replace(case.blocks[-1][0], purpose=None)
    found = FOUR.find(replace(case, blocks=(*case.blocks[:-1], (last, None))))
    assert found.verdict is UNKNOWN
    assert found.missing == ("purpose, steroid or joints of the block of 02-Nov-2026",)
    assert "stopped" not in found.caution


def test_a_block_without_joints_counts_in_its_own_region_only() -> None:
    bare = replace(a_block(), joints=(), targets=(), region=Region.CERVICAL)
    assert sessions(a_case((bare, None)), SessionKind.DIAGNOSTIC, regions_judged(a_case())[0]) == ()
    lumbar = replace(bare, region=None)
    assert len(sessions(a_case((lumbar, None)), SessionKind.DIAGNOSTIC, regions_judged(a_case())[0])) == 1


def test_a_needle_without_injection_is_no_session() -> None:
    block = a_block()
    nothing = replace(block, targets=tuple(replace(each, not_injected=True) for each in block.targets))
    assert "0 of 4" in said(FOUR.find(a_case((nothing, None))))


def test_ablations_count_with_the_one_asked_for() -> None:
    assert TWO.find(ablated(date(2026, 3, 2))).verdict is MET
    assert TWO.find(ablated(date(2026, 3, 2), date(2026, 9, 2))).verdict is NOT_MET
    assert TWO.find(ablated(date(2025, 12, 1), date(2026, 9, 2))).verdict is MET
    assert "02-Mar-2026 and the one asked for" in said(TWO.find(ablated(date(2026, 3, 2))))


def test_a_request_is_judged_by_the_year_that_ends_with_it() -> None:
    found = TWO.find(ablated(date(2024, 12, 20), date(2025, 3, 10), date(2025, 12, 5)))
    assert found.verdict is MET
    assert found.evidence[0].text == (
        "lumbar and sacral: 2 of 2 from 02-Dec-2025 to 01-Dec-2026 (05-Dec-2025 and the one asked for); "
        "counting 01-Dec-2025 too: 2"
    )


def test_ablations_of_the_region_count_whatever_complaint_they_stand_under() -> None:
    never = replace(a_case(today=TODAY), course=replace(COURSE, ablated_before=False))
    days_done = (date(2026, 3, 2), date(2026, 9, 2))
    lumbar = replace(
        COURSE, id=UUID(int=9), ablations=tuple(Treatment(on, ("L2-3",), (Side.LEFT,)) for on in days_done)
    )
    assert TWO.find(never).verdict is MET
    assert TWO.find(replace(never, other_courses=(lumbar,))).verdict is NOT_MET
    neck = replace(
        lumbar,
        region=Region.CERVICAL,
        ablations=(*(Treatment(on, ("C4-5",)) for on in days_done), Treatment()),
    )
    assert TWO.find(replace(never, other_courses=(neck,))).verdict is MET
    undated = replace(lumbar, ablations=(Treatment(None, ("L4-5",)),))
    assert TWO.find(replace(never, other_courses=(undated,))).verdict is UNKNOWN


def test_ablations_nobody_asked_about_are_missing() -> None:
    assert TWO.find(a_case()).verdict is UNKNOWN
    assert TWO.find(ablated(None)).missing == ("date and joints of the earlier ablation",)
    never = replace(a_case(), course=replace(COURSE, ablated_before=False))
    assert TWO.find(never).verdict is MET
    somewhere = replace(a_case(), course=replace(COURSE, ablations=(Treatment(date(2026, 9, 2)),) * 1))
    assert TWO.find(somewhere).verdict is MET


@every_row(
    ("joints", "per_side", "contiguous", "verdict"),
    [
        (("L4-5 right", "L5-S1 right"), False, False, MET),
        (("L4-5 right", "L5-S1 left"), False, False, MET),
        (("L4-5 right", "L4-5 left", "L5-S1 right", "L5-S1 left"), False, False, MET),
        (("L3-4 right", "L4-5 right", "L5-S1 right"), False, False, NOT_MET),
        (("L3-4 right", "L4-5 right", "L5-S1 left"), False, False, NOT_MET),
        (("L3-4 right", "L4-5 right", "L5-S1 left"), True, False, MET),
        (("L3-4 right", "L5-S1 right"), True, True, NOT_MET),
        (("L3-4 right", "L5-S1 left"), True, True, MET),
    ],
)
def test_levels_are_joints_and_both_sides_are_one(
    joints: tuple[str, ...], per_side: bool, contiguous: bool, verdict: Verdict
) -> None:
    places = tuple(JointSide(words.split()[0], Side(words.split()[1])) for words in joints)
    rule = LevelsPerSession(2, per_side, contiguous)
    assert rule.find(days(TODAY, joints=places)).verdict is verdict
    assert rule.find(replace(a_case(), requested=places)).verdict is verdict


def test_two_blocks_of_a_day_in_a_region_are_one_session_of_levels() -> None:
    upper = tuple(JointSide(name, Side.RIGHT) for name in ("L2-3", "L3-4"))
    neck = tuple(JointSide(name, Side.RIGHT) for name in ("C4-5", "C5-6"))
    one, two = a_block(RIGHT, number=1), a_block(upper, number=2)
    found = LevelsPerSession(2).find(a_case((one, None), (two, None)))
    assert found.verdict is NOT_MET
    assert said(found).startswith("03-Nov-2026: 4 joints (L2-3, L3-4, L4-5 and L5-S1)")
    elsewhere = replace(two, course_id=UUID(int=9))
    assert LevelsPerSession(2).find(replace(a_case((one, None)), others=(elsewhere,))).verdict is NOT_MET
    assert LevelsPerSession(2).find(a_case((one, None), (a_block(LEFT, number=2), None))).verdict is MET
    assert LevelsPerSession(2).find(a_case((one, None), (a_block(neck, number=2), None))).verdict is MET
    bare = replace(two, joints=(), targets=())
    assert LevelsPerSession(2).find(a_case((one, None), (bare, None))).verdict is UNKNOWN


def test_without_a_block_nothing_is_said_about_levels() -> None:
    for rule in (LevelsPerSession(2), JointsNamed(), RegionKnown(), OneRegionPerDay(), OneSessionADay()):
        assert rule.find(a_case()).verdict is NOT_YET
    assert NothingElseThatDay().find(a_case()).verdict is NOT_YET


def test_nerves_alone_do_not_name_joints() -> None:
    nerves = replace(a_block(), joints=())
    assert JointsNamed().find(a_case((nerves, None))).verdict is UNKNOWN
    assert LevelsPerSession(2).find(a_case((nerves, None))).verdict is MET
    named = replace(a_block(), targets=())
    assert said(JointsNamed().find(a_case((named, None)))) == "03-Nov-2026: 2 joints; "


def test_t12_l1_belongs_to_the_lumbar_region_only_with_l1_2() -> None:
    both = (JointSide("T12-L1", Side.RIGHT), JointSide("L1-2", Side.RIGHT))
    assert "counts as lumbar" in RegionKnown().find(days(TODAY, joints=both)).caution
    assert OneRegionPerDay().find(days(TODAY, joints=both)).verdict is MET
    apart = (JointSide("T12-L1", Side.RIGHT), JointSide("L2-3", Side.RIGHT))
    assert OneRegionPerDay().find(days(TODAY, joints=apart)).verdict is NOT_MET


def test_a_day_with_a_block_of_unknown_joints_has_an_unknown_region() -> None:
    bare = replace(a_block(number=2), joints=(), targets=(), course_id=UUID(int=9))
    case = replace(days(date(2026, 11, 3)), others=(bare,))
    assert OneRegionPerDay().find(case).verdict is UNKNOWN


@every_row(
    ("other", "verdict"),
    [(Purpose.DIAGNOSTIC, MET), (Purpose.THERAPEUTIC, NOT_MET), (None, UNKNOWN)],
)
def test_one_day_is_one_session_of_one_purpose(other: Purpose | None, verdict: Verdict) -> None:
    second = replace(a_block(number=2), purpose=other)
    assert OneSessionADay().find(a_case((a_block(), None), (second, None))).verdict is verdict


def test_each_region_of_a_day_is_a_session_of_its_own() -> None:
    neck, lumbar = (JointSide("C5-6", Side.RIGHT),), a_block(RIGHT)
    treated = replace(a_block(neck, number=2), purpose=Purpose.THERAPEUTIC)
    apart = OneSessionADay().find(a_case((lumbar, None), (treated, None)))
    assert apart.verdict is MET
    assert "03-Nov-2026, cervical and thoracic: one session" in said(apart)
    wide = a_block((*RIGHT, *neck))
    assert OneSessionADay().find(a_case((wide, None), (treated, None))).verdict is NOT_MET
    nowhere = replace(treated, joints=(), targets=())
    unclear = OneSessionADay().find(a_case((lumbar, None), (nowhere, None)))
    assert (unclear.verdict, unclear.missing) == (UNKNOWN, ("joints of the block (03-Nov-2026)",))


@every_row(("known", "verdict"), [(None, UNKNOWN), (False, MET), (True, NOT_MET)])
def test_whether_anything_else_was_injected_must_be_said(known: bool | None, verdict: Verdict) -> None:
    block = replace(a_block(), other_injection=known)
    assert NothingElseThatDay().find(a_case((block, None))).verdict is verdict


def test_a_recorded_second_block_that_day_contradicts() -> None:
    block = replace(a_block(), other_injection=False)
    neck = replace(a_block((JointSide("C4-5", Side.LEFT),), number=2), course_id=UUID(int=9))
    assert NothingElseThatDay().find(replace(a_case((block, None)), others=(neck,))).verdict is NOT_MET
    other_day = replace(neck, performed_on=date(2026, 11, 4))
    assert NothingElseThatDay().find(replace(a_case((block, None)), others=(other_day,))).verdict is MET


def test_a_draft_just_begun_is_no_injection() -> None:
    block = replace(a_block(), other_injection=False)
    empty = Block(UUID(int=99), block.patient_id, block.course_id, block.performed_on)
    case = replace(a_case((block, None)), others=(empty,))
    for rule in (NothingElseThatDay(), OneRegionPerDay(), OneSessionADay(), LevelsPerSession(2)):
        assert rule.find(case) == rule.find(a_case((block, None)))
    reported = replace(empty, reported_by="Invented Clinic", joints=RIGHT, purpose=Purpose.THERAPEUTIC)
    assert NothingElseThatDay().find(replace(case, others=(reported,))).verdict is NOT_MET


def test_a_block_of_the_day_of_unknown_joints_or_kind_may_confuse() -> None:
    block = replace(a_block(), other_injection=False)
    for unclear, gap in (
        ({"joints": (), "targets": ()}, "joints of the block (03-Nov-2026)"),
        ({"purpose": None}, "whether the block of 03-Nov-2026 was diagnostic"),
        ({"no_steroid": False}, "whether steroid was injected on 03-Nov-2026"),
    ):
        second = replace(a_block(number=2), course_id=UUID(int=9), **unclear)
        found = NothingElseThatDay().find(replace(a_case((block, None)), others=(second,)))
        assert (found.verdict, found.missing) == (UNKNOWN, (gap,))


@given(st.lists(st.dates(date(2025, 1, 1), date(2026, 12, 1)), min_size=1, max_size=7, unique=True))
def test_one_more_session_never_makes_a_failed_allowance_met(on: list[date]) -> None:
    fewer, more = FOUR.find(days(*on[:-1])) if on[:-1] else None, FOUR.find(days(*on))
    if fewer is not None and fewer.verdict is NOT_MET:
        assert more.verdict is NOT_MET
    assert (more.evidence[0].number or 0) <= len(on)


def test_a_block_of_another_course_on_another_day_is_no_business_of_this_one() -> None:
    neck = replace(
        a_block((JointSide("C4-5", Side.LEFT),), on=date(2026, 11, 4), number=2), course_id=UUID(int=9)
    )
    found = OneRegionPerDay().find(replace(a_case((a_block(), None)), others=(neck,)))
    assert found.verdict is MET
    assert "04-Nov-2026" not in said(found)


def test_an_ablation_in_another_region_or_on_an_unknown_day_is_no_session_here() -> None:
    known = Treatment(date(2026, 6, 1), ("L4-5",), (Side.RIGHT,))
    others = (replace(known, joints=("C4-5",)), replace(known, on=None))
    course = replace(COURSE, ablated_before=True, ablations=(known, *others))
    case = replace(a_case((a_block(), None)), course=course)
    found = sessions(case, SessionKind.ABLATION, regions_judged(case)[0])
    assert [(session.on, session.sure) for session in found] == [(date(2026, 6, 1), True)]

"""Ablations: the planned one's heat, how long the last one helped, and how long ago it was."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from mbb_desktop.clinical import standings
from mbb_desktop.clinical.ablation_criteria import (
    AblationMethodAllowed,
    AblationPlanned,
    EarlierAblationHelped,
    EarlierAblationRecent,
    MonthsSinceAblation,
    NoBlockAfterAblation,
)
from mbb_desktop.clinical.anatomy import JointSide, Region, Side
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.block_criteria import ReliefEachTime, confirmed
from mbb_desktop.clinical.course import AblationMethod, Treatment
from mbb_desktop.clinical.criteria import Case, Criterion, Found, Verdict
from mbb_desktop.clinical.earlier_ablation import earlier_at, still_counting
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.standings import Standing, assessed_tests
from mbb_desktop.clinical.verdict import assess
from tests.clinical.invented import (
    AGENTS,
    COURSE,
    EIGHTY,
    LASTING_2_H,
    LEFT,
    NO_RELIEF,
    NO_SCORES,
    RIGHT,
    a_block,
    a_case,
    done,
    two_blocks,
)
from tests.every_row import every_row

MET, NOT_MET, UNKNOWN, NOT_YET = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_YET
DOES_NOT_APPLY = Verdict.DOES_NOT_APPLY
TODAY = date(2026, 11, 25)
ON = date(2026, 1, 12)
LAST = Treatment(ON, ("L4-5", "L5-S1"), (Side.RIGHT,), Decimal(50), None, date(2026, 7, 12))
HELPED = EarlierAblationHelped(Decimal(50), months=6, function=Decimal(50))
PLAIN = EarlierAblationHelped(Decimal(50), months=6)
RENEWED = EarlierAblationRecent(2, 2, Decimal(80), lasting=True)
ALL: tuple[Criterion, ...] = (
    HELPED,
    RENEWED,
    MonthsSinceAblation(6),
    NoBlockAfterAblation(Decimal(50), 2),
)


def after(*done: Treatment, **course: object) -> Case:
    known = replace(COURSE, ablated_before=True, ablations=done, **course)  # type: ignore[arg-type]
    return replace(a_case(today=TODAY), course=known, requested=RIGHT)


@every_row(
    ("method", "celsius", "verdict"),
    [
        (AblationMethod.THERMAL, "85", MET),
        (AblationMethod.THERMAL, "80.1", MET),
        (AblationMethod.THERMAL, "80", MET),
        (AblationMethod.THERMAL, "79.9", NOT_MET),
        (AblationMethod.PULSED, "85", NOT_MET),
        (AblationMethod.PULSED, None, NOT_MET),
        (None, "60", NOT_MET),
        (None, "85", UNKNOWN),
        (AblationMethod.THERMAL, None, UNKNOWN),
    ],
)
def test_thermal_above_80_degrees(
    method: AblationMethod | None, celsius: str | None, verdict: Verdict
) -> None:
    heat = None if celsius is None else Decimal(celsius)
    found = AblationMethodAllowed(("thermal radiofrequency",), Decimal(80)).find(
        after(rfa_method=method, rfa_temperature=heat)
    )
    assert found.verdict is verdict
    assert bool(found.caution) is (celsius == "80")


@every_row(
    ("on", "celsius", "verdict"),
    [
        (date(2026, 12, 28), "85", MET),
        (date(2026, 12, 28), "75", NOT_MET),
        (date(2026, 12, 28), None, UNKNOWN),
        (date(2026, 1, 12), "75", UNKNOWN),
    ],
    ids=["hot", "cold", "not recorded", "before the blocks"],
)
def test_with_nothing_planned_the_ablation_after_the_blocks_is_judged(
    on: date, celsius: str | None, verdict: Verdict
) -> None:
    heat = None if celsius is None else Decimal(celsius)
    done = replace(LAST, on=on, pain_back_on=None, method=AblationMethod.THERMAL, temperature=heat)
    asked = AblationMethodAllowed(("thermal radiofrequency",), Decimal(80))
    course = replace(COURSE, ablated_before=True, ablations=(done,), rfa_method=None, rfa_temperature=None)
    case = replace(a_case(*two_blocks(), today=date(2026, 12, 30)), course=course)
    assert asked.find(case).verdict is verdict
    planned = replace(case.course, rfa_method=AblationMethod.THERMAL, rfa_temperature=Decimal(85))
    assert asked.find(replace(case, course=planned)).verdict is MET


@every_row(("planned", "verdict"), [(True, MET), (False, NOT_MET), (None, UNKNOWN)])
def test_whether_an_ablation_is_planned(planned: bool | None, verdict: Verdict) -> None:
    assert AblationPlanned().find(after(rfa_planned_if_positive=planned)).verdict is verdict


@every_row(
    ("change", "verdict", "without_function"),
    [
        ({}, MET, MET),
        ({"pain_back_on": date(2026, 7, 11)}, UNKNOWN, NOT_MET),
        ({"relief": Decimal("49.9")}, UNKNOWN, NOT_MET),
        ({"relief": Decimal("49.9"), "function": Decimal(50)}, MET, NOT_MET),
        ({"relief": Decimal("49.9"), "function": Decimal("49.9")}, NOT_MET, NOT_MET),
        ({"relief": None}, UNKNOWN, UNKNOWN),
        ({"pain_back_on": None}, UNKNOWN, UNKNOWN),
        ({"on": None}, UNKNOWN, UNKNOWN),
        ({"on": None, "function": Decimal(60)}, MET, UNKNOWN),
        ({"joints": (), "sides": ()}, MET, MET),
    ],
)
def test_how_long_the_last_one_helped_counts_to_the_day_the_pain_came_back(
    change: dict[str, object], verdict: Verdict, without_function: Verdict
) -> None:
    case = after(replace(LAST, **change))  # type: ignore[arg-type]
    assert HELPED.find(case).verdict is verdict
    assert PLAIN.find(case).verdict is without_function


def test_more_than_and_weeks_are_exact() -> None:
    assert EarlierAblationHelped(Decimal(50), months=6, over=True).find(after(LAST)).verdict is NOT_MET
    twelve = replace(LAST, pain_back_on=date(2026, 4, 6))
    assert EarlierAblationHelped(Decimal(50), weeks=12).find(after(twelve)).verdict is MET
    less = replace(LAST, pain_back_on=date(2026, 4, 5))
    assert EarlierAblationHelped(Decimal(50), weeks=12).find(after(less)).verdict is NOT_MET


def test_the_other_side_is_another_joint() -> None:
    left = replace(LAST, sides=(Side.LEFT,), on=date(2026, 10, 1))
    assert MonthsSinceAblation(6).find(after(left)).verdict is DOES_NOT_APPLY
    assert MonthsSinceAblation(6).find(after(replace(left, sides=()))).verdict is NOT_MET


@every_row(("on", "verdict"), [(date(2026, 5, 25), MET), (date(2026, 5, 26), NOT_MET)])
def test_six_months_since_the_last_ablation(on: date, verdict: Verdict) -> None:
    assert MonthsSinceAblation(6).find(after(replace(LAST, on=on))).verdict is verdict


@every_row(("on", "verdict"), [(date(2024, 11, 25), MET), (date(2024, 11, 24), NOT_MET)])
def test_after_two_years_the_blocks_are_repeated(on: date, verdict: Verdict) -> None:
    case = after(replace(LAST, on=on))
    assert RENEWED.find(case).verdict is verdict


OLD = replace(LAST, on=date(2023, 3, 1))


@every_row(
    ("blocks", "verdict"),
    [
        ((), NOT_MET),
        ((done(1, NO_RELIEF),), NOT_MET),
        ((done(1, LASTING_2_H, joints=LEFT),), NOT_MET),
        ((done(1, LASTING_2_H),), NOT_YET),
        ((done(1, NO_SCORES),), UNKNOWN),
        (two_blocks(), MET),
    ],
    ids=["none", "negative", "other side", "one", "no scores", "two"],
)
def test_an_old_ablation_asks_for_as_many_positive_blocks_again(
    blocks: tuple[tuple[Block, Response], ...], verdict: Verdict
) -> None:
    assert RENEWED.find(replace(after(OLD), blocks=blocks)).verdict is verdict


def test_blocks_before_an_old_ablation_no_longer_count() -> None:
    asked = ReliefEachTime(2, Decimal(80), renewed_after=2)
    before = tuple(
        (replace(block, performed_on=date(2022, 6, day)), response)
        for day, (block, response) in zip((1, 22), two_blocks(), strict=True)
    )
    assert asked.find(replace(after(), blocks=before)).verdict is MET
    assert asked.find(replace(after(OLD), blocks=before)).verdict is NOT_YET
    assert asked.find(replace(after(LAST), blocks=before)).verdict is MET
    assert confirmed(replace(after(OLD), blocks=before), asked) == ()
    assert confirmed(replace(after(LAST), blocks=before), asked) == RIGHT


def test_an_ablation_under_another_complaint_is_one_of_these_joints_too() -> None:
    here = replace(after(), course=replace(COURSE, ablated_before=False))
    beside = replace(COURSE, id=UUID(int=77), ablations=(LAST,))
    assert PLAIN.find(replace(here, other_courses=(beside,))).verdict is MET
    neck = replace(beside, region=Region.CERVICAL)
    assert PLAIN.find(replace(here, other_courses=(neck,))).verdict is MET
    nowhere = replace(neck, ablations=(replace(LAST, joints=()),))
    assert PLAIN.find(replace(here, other_courses=(nowhere,))).verdict is DOES_NOT_APPLY
    lumbar = replace(nowhere, region=Region.LUMBAR)
    assert PLAIN.find(replace(here, other_courses=(lumbar,))).verdict is MET


def test_each_side_is_judged_by_its_own_last_ablation() -> None:
    """The right side failed, the left one helped: the later one does not stand for both."""
    right = Treatment(date(2025, 10, 1), ("L4-5",), (Side.RIGHT,), Decimal(20), None, date(2025, 11, 1))
    left = Treatment(date(2025, 10, 22), ("L4-5",), (Side.LEFT,), Decimal(80), None, date(2026, 7, 22))
    both = (JointSide("L4-5", Side.LEFT), JointSide("L4-5", Side.RIGHT))
    case = replace(after(right, left), requested=both)
    assert PLAIN.find(case).verdict is NOT_MET
    assert PLAIN.find(replace(case, requested=both[:1])).verdict is MET
    old = replace(right, on=date(2021, 10, 1))
    assert RENEWED.find(replace(after(old, left), requested=both)).verdict is NOT_MET
    assert RENEWED.find(replace(after(old, left), requested=both[:1])).verdict is MET


@every_row(
    ("change", "verdict"),
    [
        ({}, NOT_MET),
        ({"relief": Decimal(49)}, MET),
        ({"relief": None}, UNKNOWN),
        ({"on": None}, UNKNOWN),
        ({"joints": ()}, UNKNOWN),
        ({"on": date(2024, 11, 2)}, MET),
        ({"on": date(2024, 11, 3)}, NOT_MET),
        ({"on": date(2026, 11, 4)}, MET),
        ({"sides": (Side.LEFT,)}, MET),
    ],
)
def test_no_block_soon_after_a_successful_ablation(change: dict[str, object], verdict: Verdict) -> None:
    case = replace(after(replace(LAST, **change)), blocks=((a_block(), None),))  # type: ignore[arg-type]
    assert NoBlockAfterAblation(Decimal(50), 2).find(case).verdict is verdict


@every_row("criterion", ALL)
def test_nobody_asked_is_missing_and_none_is_met(criterion: Criterion) -> None:
    block = ((a_block(), None),)
    unknown = replace(after(), blocks=block, course=COURSE)
    assert criterion.find(unknown).verdict is UNKNOWN
    without_a_day = replace(after(), blocks=block)
    assert criterion.find(without_a_day).verdict is UNKNOWN
    never = replace(unknown, course=replace(COURSE, ablated_before=False))
    forbids = isinstance(criterion, NoBlockAfterAblation)
    assert criterion.find(never).verdict is (MET if forbids else DOES_NOT_APPLY)


@every_row("criterion", ALL[1:3])
def test_an_ablation_without_its_day_is_missing(criterion: Criterion) -> None:
    assert criterion.find(after(replace(LAST, on=None))).verdict is UNKNOWN


def test_an_earlier_ablation_is_told_with_its_effect() -> None:
    evidence = HELPED.find(after(replace(LAST, function=Decimal(40)))).evidence[0]
    assert evidence.text == (
        "ablation of L4-5 and L5-S1, right on 12-Jan-2026, 50 % relief, pain back on 12-Jul-2026 (6 months), "
        "40 % better movements or activities"
    )
    bare = HELPED.find(after(Treatment(function=Decimal(60)))).evidence[0]
    assert bare.text.startswith("ablation of joints not recorded on a day not recorded")


@every_row("criterion", ALL)
def test_an_undated_ablation_beside_a_dated_one_is_not_passed_over(criterion: Criterion) -> None:
    good = replace(LAST, relief=Decimal(40) if criterion is ALL[-1] else Decimal(80))
    undated = replace(LAST, on=None, relief=Decimal(10), pain_back_on=None)
    case = replace(after(good, undated), blocks=two_blocks())
    assert criterion.find(replace(case, course=replace(case.course, ablations=(good,)))).verdict is MET
    found = criterion.find(case)
    assert (found.verdict, found.missing) == (UNKNOWN, ("date and joints of the earlier ablation",))


def test_an_ablation_of_the_neck_does_not_answer_for_the_lumbar_joints() -> None:
    neck = replace(LAST, joints=("C4-5",))
    other = replace(COURSE, id=UUID(int=9), region=Region.CERVICAL, ablations=(neck,))
    rule = NoBlockAfterAblation(Decimal(50), 2)
    case = replace(a_case(*two_blocks()), other_courses=(other,))
    asked = replace(case, course=replace(COURSE, ablated_before=None))
    assert (rule.find(asked).verdict, rule.find(asked).missing) == (
        UNKNOWN,
        ("whether these joints were ablated before",),
    )
    assert rule.find(replace(case, course=replace(COURSE, ablated_before=False))).verdict is MET


@every_row("order", [1, -1], ids=["as done", "reversed"])
def test_the_latest_ablation_of_a_joint_counts_in_whatever_order_they_are_kept(order: int) -> None:
    kept = (replace(LAST, on=None), OLD, LAST)[::order]
    assert earlier_at(after(*kept), RIGHT) == (replace(LAST, on=None), OLD, LAST)
    assert RENEWED.find(after(*(OLD, LAST)[::order])).verdict is MET
    assert HELPED.find(after(*(replace(LAST, on=date(2026, 1, 1)), OLD)[::order])).evidence[0].on == date(
        2026, 1, 1
    )


def test_an_old_ablation_of_the_other_side_leaves_the_blocks_of_this_one_standing() -> None:
    asked = ReliefEachTime(2, Decimal(80), renewed_after=2)
    before = tuple(
        (replace(block, performed_on=date(2022, 6, day)), response)
        for day, (block, response) in zip((1, 22), two_blocks(), strict=True)
    )
    left = replace(OLD, sides=(Side.LEFT,))
    assert asked.find(replace(after(left), blocks=before)).verdict is MET
    assert asked.find(replace(after(OLD), blocks=before)).verdict is NOT_YET


@every_row(("day", "counted"), [(1, False), (2, True)], ids=["that day", "the day after"])
def test_only_blocks_after_the_day_of_an_old_ablation_count(day: int, counted: bool) -> None:
    case = after(OLD)
    on = date(2023, 3, day)
    block = replace(a_block(on=on), performed_on=on)
    tests = standings.tests_at(case, RIGHT[0], (assess(block, None, EIGHTY, AGENTS),))
    assert bool(still_counting(case, RIGHT[0], tests, 2)) is counted
    assert still_counting(case, RIGHT[0], tests, 0) == tests


def test_how_long_relief_held_needs_months_or_weeks_and_not_both() -> None:
    for months, weeks in ((0, 0), (6, 12)):
        with pytest.raises(ValueError, match=r"^either 'months' or 'weeks' must be given\.$"):
            EarlierAblationHelped(Decimal(50), months=months, weeks=weeks)


def test_after_an_ablation_of_an_unknown_day_an_old_block_is_open_and_a_new_one_counts() -> None:
    undated = replace(COURSE, ablated_before=True, ablations=(Treatment(None, ("L4-5",), (Side.RIGHT,)),))
    for today, standing in ((date(2026, 12, 1), Standing.POSITIVE), (date(2029, 12, 1), Standing.UNKNOWN)):
        case = replace(a_case(*two_blocks(), today=today), course=undated)
        tests = standings.tests_at(case, RIGHT[0], assessed_tests(case, EIGHTY))
        counting = still_counting(case, RIGHT[0], tests, 2)
        assert {each.standing for each in counting} == {standing}
        assert len(counting) == len(tests) == 2
        assert {each.standing for each in still_counting(case, RIGHT[0], tests, 0)} == {Standing.POSITIVE}
    recent = replace(
        undated, ablations=(*undated.ablations, Treatment(date(2029, 6, 1), ("L4-5",), (Side.RIGHT,)))
    )
    case = replace(case, course=recent)
    assert still_counting(case, RIGHT[0], tests, 2) == tests


SHORT, HIDDEN = "1 1 8 8 8 8 8 8 8 8 8 8", "1 1 - 8 8 8 8 8 8 8 8 8"
JUST_80 = "2 2 2 2 5 7 9 9 9 9 9 9"


def repeated(*blocks: tuple[Block, Response | None], rule: EarlierAblationRecent = RENEWED) -> Found:
    return rule.find(replace(after(OLD), blocks=blocks))


def test_how_long_blocks_after_an_old_ablation_lasted_must_be_known_where_the_rule_asks_it() -> None:
    hidden = done(1, HIDDEN), done(2, HIDDEN)
    assert repeated(*hidden).verdict is UNKNOWN
    assert repeated(*hidden, rule=replace(RENEWED, lasting=False)).verdict is MET
    assert repeated(done(1, SHORT), done(2, SHORT)).verdict is MET


def test_more_than_and_at_least_differ_after_an_old_ablation() -> None:
    exactly = done(1, JUST_80, before="10"), done(2, JUST_80, before="10")
    assert repeated(*exactly).verdict is MET
    assert repeated(*exactly, rule=replace(RENEWED, over=True)).verdict is NOT_MET


def test_a_block_after_an_old_ablation_may_still_await_its_scores() -> None:
    block = a_block(on=TODAY)
    found = repeated(done(1, LASTING_2_H), (block, None))
    assert (found.verdict, found.missing) == (
        NOT_YET,
        ("scores of the block of 25-Nov-2026, not due before the next day",),
    )


def test_blocks_before_an_old_ablation_do_not_repeat_it() -> None:
    before = tuple(
        (replace(block, performed_on=date(2022, 6, day)), response)
        for day, (block, response) in zip((1, 22), two_blocks(), strict=True)
    )
    assert repeated(*before).verdict is NOT_MET


def test_an_ablation_that_forbids_no_block_is_still_told() -> None:
    far = replace(LAST, on=date(2024, 11, 2))
    found = NoBlockAfterAblation(Decimal(50), 2).find(replace(after(far), blocks=((a_block(), None),)))
    (told,) = found.evidence
    assert (found.verdict, told.on) == (MET, far.on)
    same_day = replace(LAST, on=a_block().performed_on)
    case = replace(after(same_day), blocks=((a_block(), None),))
    assert NoBlockAfterAblation(Decimal(50), 2).find(case).verdict is MET


def test_a_method_that_no_rule_can_name_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match=r"^'heat' is no method\. Known are: thermal radiofrequency, "):
        AblationMethodAllowed(("heat",))
    with pytest.raises(ValueError, match=r"^no method is named\.$"):
        AblationMethodAllowed(())


def test_a_test_that_failed_stays_failed_whatever_day_an_ablation_had() -> None:
    undated = replace(COURSE, ablated_before=True, ablations=(Treatment(None, ("L4-5",), (Side.RIGHT,)),))
    case = replace(a_case(*two_blocks(), today=date(2029, 12, 1)), course=undated)
    tests = standings.tests_at(case, RIGHT[0], assessed_tests(case, EIGHTY))
    failed = tuple(replace(each, standing=Standing.NEGATIVE) for each in tests)
    assert still_counting(case, RIGHT[0], failed, 2) == failed

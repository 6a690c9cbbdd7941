"""Several blocks of one joint, therapeutic blocks, and the candidate: boundaries to the day and the point."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block, BlockState, Purpose
from mbb_desktop.clinical.block_criteria import DaysBetweenBlocks, ReliefEachTime
from mbb_desktop.clinical.candidacy_criteria import (
    AllOf,
    DiagnosisListed,
    DisabilityScored,
    ExamRecorded,
    ImagingRecorded,
    NotFused,
    PainScored,
    Unrecorded,
)
from mbb_desktop.clinical.course import (
    CareKind,
    CareOutcome,
    ConservativeCare,
    Course,
    Diagnosis,
    Imaging,
    Treatment,
)
from mbb_desktop.clinical.course_criteria import CareFailed
from mbb_desktop.clinical.criteria import Case, Criterion, Found, Verdict
from mbb_desktop.clinical.repeat_criteria import (
    BlockRecent,
    DifferentAgents,
    EarlyBlockExplained,
    NoFurtherBlock,
    UsualNumber,
)
from mbb_desktop.clinical.therapy_criteria import (
    BlocksBeforeTherapy,
    NoTherapy,
    ReasonAgainstAblation,
    TherapyHelped,
)
from tests.clinical.invented import (
    BUPIVACAINE,
    COURSE,
    LASTING_2_H,
    LEFT,
    LIDOCAINE,
    NO_RELIEF,
    NO_SCORES,
    RIGHT,
    a_block,
    a_case,
    a_response,
    done,
    two_blocks,
)
from tests.every_row import every_row

MET, NOT_MET, UNKNOWN, NOT_YET = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_YET
DOES_NOT_APPLY = Verdict.DOES_NOT_APPLY
EIGHTY = Decimal(80)
COMPARED = DifferentAgents(EIGHTY)
TWO = NoFurtherBlock(2, EIGHTY)


def course(**changes: object) -> Case:
    known: Course = replace(COURSE, **changes)  # type: ignore[arg-type] # fields by name
    return replace(a_case(today=date(2026, 11, 25)), course=known)


def asked(criterion: Criterion, **changes: object) -> Verdict:
    return criterion.find(course(**changes)).verdict


@every_row(("percent", "verdict"), [("2", MET), ("2.04", NOT_MET), ("1.9", MET)])
def test_79_6_percent_is_not_80(percent: str, verdict: Verdict) -> None:
    words = " ".join([percent] * 4 + ["9"] * 8)
    assert ReliefEachTime(1, EIGHTY).find(a_case((a_block(), a_response("10", words)))).verdict is verdict


@every_row(("over", "verdict"), [(False, MET), (True, NOT_MET)])
def test_exactly_50_percent_is_not_more_than_50(over: bool, verdict: Verdict) -> None:
    case = a_case((a_block(), a_response("8", " ".join(["4"] * 4 + ["8"] * 8))))
    assert ReliefEachTime(1, Decimal(50), over).find(case).verdict is verdict


def test_an_alternative_passes_with_a_caution_only() -> None:
    rule = ReliefEachTime(2, Decimal(100), alternative=EIGHTY)
    found = rule.find(a_case(*two_blocks()))
    assert found.verdict is MET
    assert "80 % is accepted instead of 100 %." in found.caution
    assert rule.find(a_case(done(1, NO_RELIEF))).verdict is NOT_MET


@every_row(("days", "verdict"), [(13, NOT_MET), (14, MET)])
def test_13_days_are_not_14(days: int, verdict: Verdict) -> None:
    assert DaysBetweenBlocks(14).find(a_case(*two_blocks(days))).verdict is verdict


def test_a_reason_lets_a_sooner_block_pass_with_a_caution() -> None:
    first, (second, response) = two_blocks(13)
    early = a_case(first, (replace(second, early_because="surgery is booked"), response))
    rule = DaysBetweenBlocks(14, unless_explained=True)
    assert rule.find(early).verdict is MET
    assert rule.find(early).caution == "16-Nov-2026, the reason given: surgery is booked."
    assert DaysBetweenBlocks(14).find(early).verdict is NOT_MET
    assert EarlyBlockExplained(14).find(early).verdict is MET
    assert EarlyBlockExplained(14).find(a_case(*two_blocks(14))).verdict is DOES_NOT_APPLY
    assert rule.find(a_case(*two_blocks(13))).verdict is NOT_MET
    assert EarlyBlockExplained(14).find(a_case(*two_blocks(13))).verdict is UNKNOWN
    assert EarlyBlockExplained(14).find(a_case(first)).verdict is NOT_YET


def test_a_block_elsewhere_in_between_hides_no_early_one() -> None:
    first, (second, response) = two_blocks(10)
    between = a_block(LEFT, on=first[0].performed_on + timedelta(days=3), number=9)
    case = replace(a_case(first, (between, None), (second, response)), requested=RIGHT)
    assert EarlyBlockExplained(14).find(case).verdict is UNKNOWN
    assert DaysBetweenBlocks(14).find(case).verdict is NOT_MET
    alone = a_case(first, (between, None))
    assert EarlyBlockExplained(14).find(alone).verdict is NOT_YET


def test_two_positive_blocks_with_other_agents() -> None:
    assert COMPARED.find(a_case(*two_blocks())).verdict is MET
    same = a_case(done(1, LASTING_2_H), done(2, LASTING_2_H))
    assert COMPARED.find(same).verdict is NOT_MET
    assert COMPARED.find(a_case(done(1, LASTING_2_H))).verdict is NOT_YET
    assert COMPARED.find(a_case()).verdict is NOT_YET


def test_a_third_block_only_after_one_that_showed_nothing() -> None:
    three = a_case(done(1, NO_RELIEF), done(2, LASTING_2_H), done(3, LASTING_2_H, drug=BUPIVACAINE))
    assert TWO.find(three).verdict is NOT_MET
    found = NoFurtherBlock(2, EIGHTY, caution_only=True).find(three)
    assert (found.verdict, found.caution) == (MET, "More than 2 blocks of one joint are reviewed; say why.")
    no_pain = a_case(done(1, NO_RELIEF, before="0"), done(2, LASTING_2_H), done(3, LASTING_2_H))
    assert TWO.find(no_pain).verdict is MET
    lost = a_case(done(1, NO_SCORES), done(2, LASTING_2_H), done(3, LASTING_2_H))
    assert TWO.find(lost).verdict is UNKNOWN
    left = a_case(done(1, NO_RELIEF), done(2, LASTING_2_H), done(3, LASTING_2_H, joints=LEFT))
    assert TWO.find(left).verdict is MET
    assert TWO.find(a_case()).verdict is NOT_YET
    assert TWO.find(a_case(done(1, NO_SCORES))).evidence[0].text == "no block with a result yet"


def test_more_than_two_days_of_tests_for_one_complaint_are_a_caution_at_whatever_joints() -> None:
    upper = (JointSide("L3-4", Side.RIGHT),)
    four = [
        *(done(at, NO_RELIEF, joints=upper) for at in (1, 2)),
        *(done(at, LASTING_2_H) for at in (3, 4)),
    ]
    found = UsualNumber(2).find(a_case(*four))
    assert (found.verdict, found.evidence[0].number) == (MET, 4)
    assert found.caution == "More than 2 diagnostic blocks for one complaint are reviewed; say why."
    assert UsualNumber(2).find(a_case(*four[:2])).caution == ""
    assert UsualNumber(2).find(a_case()).verdict is NOT_YET
    between = Treatment(four[1][0].performed_on, ("L4-5",))
    after = replace(a_case(*four), course=replace(COURSE, ablated_before=True, ablations=(between,)))
    assert UsualNumber(2).find(after).caution == ""


@every_row(("today", "verdict"), [(date(2027, 5, 3), MET), (date(2027, 5, 4), NOT_MET)])
def test_a_block_is_valid_to_the_day(today: date, verdict: Verdict) -> None:
    case = a_case(done(1, LASTING_2_H), today=today)
    assert BlockRecent(6, Decimal(50)).find(case).verdict is verdict
    assert BlockRecent(6, Decimal(50)).find(a_case()).verdict is NOT_YET
    elsewhere = replace(case, requested=(JointSide("C4-5", Side.LEFT),))
    assert BlockRecent(6, Decimal(50)).find(elsewhere).verdict is NOT_YET


def test_a_block_that_failed_makes_an_old_one_no_younger() -> None:
    old = a_block(on=date(2025, 10, 1)), a_response("8", LASTING_2_H, on=date(2025, 10, 1))
    case = a_case(old, done(2, NO_RELIEF))
    assert BlockRecent(6, Decimal(50)).find(case).verdict is NOT_MET
    assert BlockRecent(6, Decimal(50)).find(a_case(done(1, NO_RELIEF))).verdict is NOT_YET


def therapy(on: date, number: int = 8, **changes: object) -> tuple[Block, None]:
    block = replace(a_block(RIGHT, (LIDOCAINE,), on=on, number=number), purpose=Purpose.THERAPEUTIC)
    return replace(block, **changes), None  # type: ignore[arg-type] # fields by name


def test_therapeutic_blocks_need_two_diagnostic_ones_before() -> None:
    rule = BlocksBeforeTherapy(2, EIGHTY)
    assert rule.find(a_case(*two_blocks(), therapy(date(2026, 12, 1)))).verdict is MET
    assert rule.find(a_case(*two_blocks(), therapy(date(2026, 11, 23)))).verdict is NOT_MET
    assert rule.find(a_case(*two_blocks())).verdict is DOES_NOT_APPLY
    assert rule.find(a_case((replace(a_block(), purpose=None), None))).verdict is UNKNOWN


def test_a_planned_therapeutic_block_is_asked_for_its_reason() -> None:
    block = replace(therapy(date(2026, 12, 7))[0], state=BlockState.PLANNED)
    case = replace(a_case(), others=(block,))
    assert ReasonAgainstAblation().find(case).verdict is UNKNOWN
    told = replace(case, course=replace(COURSE, no_rfa_because="pseudarthrosis"))
    assert ReasonAgainstAblation().find(told).verdict is MET
    assert ReasonAgainstAblation().find(a_case()).verdict is DOES_NOT_APPLY


@every_row(("again", "verdict"), [(date(2026, 11, 2), NOT_MET), (date(2026, 11, 3), UNKNOWN)])
def test_a_repeat_too_early_is_not_met_and_later_its_relief_is_missing(again: date, verdict: Verdict) -> None:
    case = a_case(therapy(date(2026, 8, 3)), therapy(again, 9))
    assert TherapyHelped(Decimal(50), 3).find(case).verdict is verdict
    assert TherapyHelped(Decimal(50), 3).find(a_case(therapy(again))).verdict is DOES_NOT_APPLY


@every_row(("on", "verdict"), [(date(2026, 10, 6), MET), (date(2026, 10, 7), NOT_MET)])
def test_four_weeks_without_a_therapeutic_block(on: date, verdict: Verdict) -> None:
    case = a_case(therapy(on), (a_block(), None))
    assert NoTherapy(4).find(case).verdict is verdict
    assert NoTherapy().find(case).verdict is NOT_MET


def test_pain_of_exactly_the_bound() -> None:
    assert asked(PainScored(Decimal(5)), usual_score=Decimal(5)) is MET
    assert asked(PainScored(Decimal(5)), usual_score=Decimal("4.9")) is NOT_MET
    assert asked(PainScored(Decimal(5), over=True), usual_score=Decimal(5)) is NOT_MET
    assert asked(PainScored(Decimal(5)), usual_score=None) is UNKNOWN


def test_scale_examination_imaging_and_fusion() -> None:
    odi = {"disability_scale": "ODI", "disability_score": Decimal(44)}
    assert asked(DisabilityScored(), **odi) is UNKNOWN
    assert asked(DisabilityScored(), **odi, disability_on=date(2026, 9, 1)) is MET
    assert asked(DisabilityScored(), disability_scale="ODI") is UNKNOWN
    assert asked(ExamRecorded(), exam="facet loading painful", exam_on=date(2026, 9, 1)) is MET
    assert asked(ExamRecorded(), exam="facet loading painful") is UNKNOWN
    assert asked(ImagingRecorded(), imaging=(Imaging("MRI", date(2026, 9, 1), "arthropathy"),)) is MET
    assert asked(ImagingRecorded(), imaging=(Imaging("MRI", date(2026, 9, 1)),)) is UNKNOWN
    assert [asked(NotFused(), fusion=state) for state in (False, True, None)] == [MET, UNKNOWN, UNKNOWN]
    assert asked(Unrecorded("a number")) is UNKNOWN


CODES = DiagnosisListed({"M47.816": "joint wear, lumbar", "M47.812": "joint wear, cervical"})


@every_row(
    ("codes", "verdict", "cautioned"),
    [
        ((), UNKNOWN, False),
        (("",), UNKNOWN, False),
        (("M54.50",), NOT_MET, False),
        (("m47.816 ",), MET, False),
        (("M54.50", "M47.816"), MET, False),
        (("M47.812",), MET, True),
    ],
)
def test_a_listed_code_that_fits_the_joints(
    codes: tuple[str, ...], verdict: Verdict, cautioned: bool
) -> None:
    named = tuple(Diagnosis("pain", code) for code in codes)
    found = CODES.find(replace(course(diagnoses=named), requested=RIGHT))
    assert (found.verdict, bool(found.caution)) == (verdict, cautioned)
    block = replace(a_block(), diagnoses=named)
    assert CODES.find(a_case((block, None))).verdict is verdict


def care(weeks_end: date | None, outcome: CareOutcome | None = CareOutcome.NO_RELIEF) -> dict[str, object]:
    started = date(2026, 5, 1)
    return {"conservative_care": (ConservativeCare(CareKind.NSAID, "", started, weeks_end, outcome=outcome),)}


def test_weeks_of_care_are_counted_to_the_day() -> None:
    rule = CareFailed(1, weeks=6, kinds=("NSAID",))
    assert asked(rule, **care(date(2026, 6, 12))) is MET
    assert asked(rule, **care(date(2026, 6, 11))) is NOT_MET
    assert asked(rule, **care(None)) is UNKNOWN
    assert asked(rule, **care(None, CareOutcome.NOT_TOLERATED)) is UNKNOWN
    assert asked(CareFailed(1, kinds=("physical therapy",)), **care(date(2026, 6, 12))) is UNKNOWN
    with pytest.raises(ValueError, match="'rest' is no kind of care"):
        CareFailed(1, kinds=("rest",))


def test_all_of_names_what_fails_and_what_is_missing() -> None:
    both = AllOf(("A", "B"), (PainScored(Decimal(5)), NotFused()))
    assert asked(both, fusion=False) is MET
    found: Found = both.find(course(fusion=None, usual_score=Decimal(1)))
    assert (found.verdict, found.evidence[0].text, found.missing) == (NOT_MET, "A not met", ("what B lacks",))
    with pytest.raises(ValueError, match="names none"):
        AllOf(())

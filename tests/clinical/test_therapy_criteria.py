"""Therapeutic blocks: what counts as one, and what must come before each of them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block, BlockState, Drug, DrugUse, Purpose
from mbb_desktop.clinical.course import Treatment
from mbb_desktop.clinical.criteria import Case, Verdict
from mbb_desktop.clinical.performed import kind_of
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.session_caps import SessionsInAYear
from mbb_desktop.clinical.session_criteria import NothingElseThatDay, OneSessionADay
from mbb_desktop.clinical.therapy_criteria import (
    BlocksBeforeTherapy,
    NoTherapy,
    ReasonAgainstAblation,
    TherapyHelped,
)
from tests.clinical.invented import COURSE, DAY, NO_RELIEF, RIGHT, a_block, a_case, done, two_blocks

MET, NOT_MET, UNKNOWN, NOT_YET = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_YET
EIGHTY = Decimal(80)
STEROID = Drug(DrugUse.STEROID, "dexamethasone")


def with_steroid(on: date, number: int = 8) -> Block:
    """A block that was meant as diagnostic, with steroid."""
    block = a_block(on=on, number=number)
    return replace(block, drugs=(*block.drugs, STEROID), no_steroid=False)


def blocks(*found: Block) -> Case:
    return a_case(*((block, None) for block in found))


def test_a_block_with_steroid_counts_as_therapeutic_whatever_it_was_meant_for() -> None:
    assert kind_of(with_steroid(DAY)) is Purpose.THERAPEUTIC
    assert kind_of(replace(with_steroid(DAY), purpose=None)) is Purpose.THERAPEUTIC
    assert kind_of(a_block()) is Purpose.DIAGNOSTIC
    assert kind_of(replace(a_block(), purpose=None)) is None


def test_without_a_word_on_steroid_nobody_knows_what_a_block_was() -> None:
    silent = replace(a_block(), no_steroid=False)
    assert kind_of(silent) is None
    assert kind_of(replace(silent, state=BlockState.PLANNED)) is Purpose.DIAGNOSTIC
    found = NoTherapy().find(blocks(silent))
    assert (found.verdict, found.missing) == (UNKNOWN, ("whether steroid was injected on 03-Nov-2026",))


def therapy(on: date, joints: tuple[JointSide, ...] = RIGHT, number: int = 8) -> tuple[Block, None]:
    return replace(a_block(joints, on=on, number=number), purpose=Purpose.THERAPEUTIC), None


def test_every_therapeutic_block_needs_tests_of_its_own_joints() -> None:
    rule = BlocksBeforeTherapy(2, EIGHTY)
    first = therapy(date(2027, 1, 11))
    assert rule.find(a_case(*two_blocks(), first)).verdict is MET
    other = therapy(date(2027, 3, 1), (JointSide("L2-3", Side.LEFT),), 9)
    found = rule.find(a_case(*two_blocks(), first, other))
    assert found.verdict is NOT_MET
    assert "therapeutic block on 01-Mar-2027" in {each.text for each in found.evidence}
    one_more = therapy(date(2027, 3, 1), (*RIGHT, JointSide("L3-4", Side.RIGHT)), 9)
    assert rule.find(a_case(*two_blocks(), one_more)).verdict is NOT_MET


def test_a_test_that_is_awaited_or_unclear_before_a_therapeutic_block_stays_so() -> None:
    rule, (first, (block, response)) = BlocksBeforeTherapy(2, EIGHTY), two_blocks()
    after = therapy(date(2027, 1, 11))
    awaited = rule.find(a_case(first, (block, replace(response, signed_at=None)), after))
    assert awaited.verdict is NOT_YET
    assert awaited.missing == ("response of the block of 23-Nov-2026, not signed",)
    assert rule.find(a_case(first, (block, None), after, today=date(2027, 2, 1))).verdict is UNKNOWN
    assert rule.find(a_case(first, after)).verdict is NOT_MET
    nowhere = replace(after[0], joints=(), targets=())
    assert rule.find(a_case(*two_blocks(), (nowhere, None))).verdict is UNKNOWN


def test_blocks_with_steroid_use_the_therapeutic_allowance() -> None:
    case = blocks(*(with_steroid(date(2026, month, 3), month) for month in (3, 4, 5, 6, 7)))
    assert SessionsInAYear("therapeutic", 4).find(case).verdict is NOT_MET
    assert SessionsInAYear("diagnostic", 4).find(case).evidence[0].number == 0
    assert BlocksBeforeTherapy(2, EIGHTY).find(case).verdict is NOT_MET
    assert ReasonAgainstAblation().find(case).verdict is UNKNOWN


def test_a_therapeutic_block_of_another_complaint_in_the_region_comes_before_the_test_too() -> None:
    elsewhere = replace(therapy(date(2026, 10, 25))[0], course_id=UUID(int=9))
    case = replace(blocks(a_block()), others=(elsewhere,))
    assert NoTherapy(4).find(case).verdict is NOT_MET
    assert NoTherapy().find(case).verdict is MET
    neck = replace(a_block((JointSide("C4-5", Side.LEFT),), on=date(2026, 10, 25)), course_id=UUID(int=9))
    neck = replace(neck, purpose=Purpose.THERAPEUTIC)
    assert NoTherapy(4).find(replace(case, others=(neck,))).verdict is MET
    silent = replace(elsewhere, purpose=Purpose.DIAGNOSTIC, no_steroid=False)
    assert NoTherapy(4).find(replace(case, others=(silent,))).verdict is UNKNOWN


def test_a_block_with_steroid_before_a_test_is_no_test_and_confuses_it() -> None:
    assert NoTherapy(4).find(blocks(with_steroid(date(2026, 10, 17)), a_block())).verdict is NOT_MET
    same_day = blocks(with_steroid(DAY), replace(a_block(), other_injection=False))
    assert NothingElseThatDay().find(same_day).verdict is NOT_MET
    assert OneSessionADay().find(same_day).verdict is NOT_MET


def told(on: date | None, relief: str | None = None, *, sides: tuple[Side, ...] = (Side.RIGHT,)) -> Treatment:
    return Treatment(on, ("L4-5",), sides, None if relief is None else Decimal(relief))


def telling(case: Case, *found: Treatment) -> Case:
    return replace(case, course=replace(COURSE, therapies=found))


def test_a_therapeutic_block_only_told_is_in_the_record_too() -> None:
    near = telling(blocks(a_block()), told(date(2026, 10, 20)))
    assert NoTherapy().find(near).verdict is NOT_MET
    assert NoTherapy(4).find(near).verdict is NOT_MET
    long_before = telling(blocks(a_block()), told(date(2026, 3, 2)))
    assert [NoTherapy(weeks).find(long_before).verdict for weeks in (0, 4)] == [NOT_MET, MET]
    undated = telling(blocks(a_block()), told(None))
    assert [NoTherapy(weeks).find(undated).verdict for weeks in (0, 4)] == [NOT_MET, UNKNOWN]
    assert NoTherapy(4).find(undated).missing == ("the day of the therapeutic block",)
    assert ReasonAgainstAblation().find(near).verdict is UNKNOWN


def test_a_therapeutic_block_only_told_needs_tests_before_it_as_well() -> None:
    rule = BlocksBeforeTherapy(2, EIGHTY)
    assert rule.find(telling(a_case(*two_blocks()), told(date(2026, 11, 30)))).verdict is MET
    assert rule.find(telling(a_case(*two_blocks()), told(date(2026, 11, 10)))).verdict is UNKNOWN
    assert rule.find(telling(a_case(*two_blocks()), told(None))).verdict is UNKNOWN
    assert rule.find(telling(a_case(*two_blocks()), told(date(2026, 11, 30), sides=()))).verdict is UNKNOWN


def test_a_therapeutic_block_under_another_complaint_is_the_one_before() -> None:
    rule, again = TherapyHelped(Decimal(50), 3), a_case(therapy(date(2027, 1, 11)))
    other = replace(COURSE, id=UUID(int=9), therapies=(told(date(2026, 6, 1), "20"),))
    assert rule.find(again).verdict is Verdict.DOES_NOT_APPLY
    assert rule.find(replace(again, other_courses=(other,))).verdict is NOT_MET
    block = replace(therapy(date(2026, 6, 1), number=9)[0], course_id=other.id)
    assert rule.find(replace(again, other_courses=(other,), others=(block,))).verdict is NOT_MET


def test_each_joint_has_its_own_last_repeat() -> None:
    above = (JointSide("L2-3", Side.LEFT),)
    repeats = [
        therapy(date(2026, 3, 2), number=1),
        therapy(date(2026, 7, 6), number=2),
        therapy(date(2026, 3, 9), above, 3),
        therapy(date(2026, 8, 3), above, 4),
    ]
    helped = Treatment(date(2026, 3, 9), ("L2-3",), (Side.LEFT,), Decimal(90), pain_back_on=date(2026, 7, 20))
    short = replace(told(date(2026, 3, 2), "20"), pain_back_on=date(2026, 3, 20))
    case = telling(a_case(*repeats), helped, short)
    assert TherapyHelped(Decimal(50), 3).find(case).verdict is NOT_MET


def test_an_undated_therapeutic_block_leaves_the_repeat_and_the_allowance_open() -> None:
    case = telling(a_case(therapy(date(2026, 11, 9))), told(None, "80"))
    for rule in (TherapyHelped(Decimal(50), 3), SessionsInAYear("therapeutic", 4)):
        found = rule.find(case)
        assert (found.verdict, found.missing) == (UNKNOWN, ("the day of the therapeutic block",))
    assert SessionsInAYear("diagnostic", 4).find(case).verdict is MET


def only_told(on: date, *blocks: tuple[Block, Response | None], **more: object) -> Case:
    """A therapeutic block that is only told, beside the blocks of our record."""
    reported = Treatment(on, ("L4-5", "L5-S1"), (Side.RIGHT,), **more)  # type: ignore[arg-type]
    return replace(a_case(*blocks), course=replace(COURSE, therapies=(reported,)))


def test_what_came_before_a_told_therapeutic_block_is_unknown_where_our_record_holds_too_little() -> None:
    rule, (first, second) = BlocksBeforeTherapy(2, EIGHTY), two_blocks()
    assert rule.find(only_told(date(2027, 1, 11), first, second)).verdict is MET
    for before in ((), (first,)):
        found = rule.find(only_told(date(2027, 1, 11), *before))
        assert found.verdict is UNKNOWN
        assert (
            "whether diagnostic blocks came before the therapeutic block of 11-Jan-2027" in found.missing[-1]
        )
    assert rule.find(only_told(date(2026, 3, 2), first, second)).verdict is UNKNOWN
    assert rule.find(only_told(date(2027, 1, 11), first, done(2, NO_RELIEF))).verdict is NOT_MET


def test_a_told_block_of_other_joints_on_the_day_of_ours_is_judged_too() -> None:
    rule, after = BlocksBeforeTherapy(2, EIGHTY), therapy(date(2027, 1, 11))
    elsewhere = Treatment(date(2027, 1, 11), ("L2-3",), (Side.LEFT,))
    same = Treatment(date(2027, 1, 11), ("L4-5",), (Side.RIGHT,))
    for therapies, verdict in (((elsewhere,), UNKNOWN), ((same,), MET)):
        case = replace(a_case(*two_blocks(), after), course=replace(COURSE, therapies=therapies))
        assert rule.find(case).verdict is verdict

"""What the criteria about repeated blocks tell: each sentence with its record, its number and its day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.course import Treatment
from mbb_desktop.clinical.criteria import Case, Criterion, Evidence, Found, Verdict
from mbb_desktop.clinical.repeat_criteria import (
    BlockRecent,
    DifferentAgents,
    EarlyBlockExplained,
    NoFurtherBlock,
    UsualNumber,
)
from mbb_desktop.clinical.response import Series, StatedRelief
from tests.clinical.invented import (
    BUPIVACAINE,
    COURSE,
    DAY,
    LASTING_2_H,
    LEFT,
    LIDOCAINE,
    NO_RELIEF,
    NO_SCORES,
    RIGHT,
    a_block,
    a_case,
    done,
    needle_out,
    two_blocks,
)
from tests.every_row import every_row

MET, NOT_MET, UNKNOWN, NOT_YET = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_YET
EIGHTY = Decimal(80)
AGENTS, DECIDED = DifferentAgents(EIGHTY), NoFurtherBlock(2, EIGHTY)
DAYS, RECENT, EXPLAINED = UsualNumber(2), BlockRecent(6, EIGHTY), EarlyBlockExplained(14)
SECOND, THIRD = date(2026, 11, 23), date(2026, 12, 13)
LATER = date(2027, 3, 1)
THREE = a_case(*(done(number, LASTING_2_H) for number in (1, 2, 3)), today=LATER)
EXACTLY = a_case(
    *(
        done(number, "2 2 2 2 5 7 9 9 9 9 9 9", before="10", drug=drug)
        for number, drug in ((1, LIDOCAINE), (2, BUPIVACAINE))
    )
)
NO_BLOCK, NO_SECOND = (Found(NOT_YET, missing=(gap,)) for gap in ("a diagnostic block", "a second block"))


def of_block(number: int, text: str, on: date, value: int | None = None) -> Evidence:
    return Evidence(text, UUID(int=100 + number), value, on)


def of_course(text: str, number: int) -> Evidence:
    return Evidence(text, COURSE.id, number)


@every_row(
    ("criterion", "found"),
    [(AGENTS, NO_BLOCK), (DECIDED, NO_BLOCK), (DAYS, NO_BLOCK), (RECENT, NO_BLOCK), (EXPLAINED, NO_SECOND)],
    ids=["agents", "decided", "days", "recent", "explained"],
)
def test_before_the_first_block_a_block_is_awaited(criterion: Criterion, found: Found) -> None:
    assert criterion.find(a_case()) == found


def agents(first: str, second: str) -> tuple[Evidence, ...]:
    return of_block(1, f"03-Nov-2026: {first}", DAY), of_block(2, f"23-Nov-2026: {second}", SECOND)


@every_row(
    ("case", "rule", "found"),
    [
        (a_case(done(1, LASTING_2_H)), AGENTS, NO_SECOND),
        (a_case(*two_blocks()), AGENTS, Found(MET, agents("lidocaine", "bupivacaine"))),
        (
            a_case(done(1, LASTING_2_H), done(2, LASTING_2_H)),
            AGENTS,
            Found(NOT_MET, agents("lidocaine", "lidocaine")),
        ),
        (EXACTLY, AGENTS, Found(MET, agents("lidocaine", "bupivacaine"))),
        (EXACTLY, replace(AGENTS, over=True), NO_SECOND),
    ],
    ids=["one", "two agents", "one agent", "exactly", "more than"],
)
def test_the_agents_of_the_positive_blocks_are_told(case: Case, rule: DifferentAgents, found: Found) -> None:
    assert rule.find(case) == found


PLACES = "L4-5 right and L5-S1 right"
TWO = of_course(f"2 blocks with a result of {PLACES}", 2)
MANY = of_course(f"3 blocks with a result of {PLACES}", 3)
SAY_WHY = "More than 2 blocks of one joint are reviewed; say why."


@every_row(
    ("case", "rule", "found"),
    [
        (
            a_case(done(1, LASTING_2_H)),
            DECIDED,
            Found(MET, (of_course(f"1 block with a result of {PLACES}", 1),)),
        ),
        (
            a_case(done(1, NO_SCORES)),
            DECIDED,
            Found(MET, (of_course("no block with a result yet", 0),)),
        ),
        (THREE, DECIDED, Found(NOT_MET, (MANY,), caution=SAY_WHY)),
        (THREE, replace(DECIDED, caution_only=True), Found(MET, (MANY,), caution=SAY_WHY)),
        (
            a_case(*two_blocks(), done(3, NO_SCORES), today=LATER),
            DECIDED,
            Found(UNKNOWN, (TWO,), ("block of 13-Dec-2026: no score after the block",)),
        ),
        (
            a_case(*two_blocks(), done(3, NO_RELIEF, before="0"), today=LATER),
            DECIDED,
            Found(
                MET,
                (TWO, of_block(3, "block of 13-Dec-2026 not counted: it was not assessable", THIRD)),
            ),
        ),
    ],
    ids=["one", "none decided", "three", "three with caution", "open third", "no pain"],
)
def test_the_blocks_with_a_result_are_counted_and_told(
    case: Case, rule: NoFurtherBlock, found: Found
) -> None:
    assert rule.find(case) == found


def test_a_result_is_negative_or_positive_by_the_relief_that_is_asked() -> None:
    open_ = replace(DECIDED, at_most=1)
    assert open_.find(EXACTLY).verdict is replace(open_, over=True).find(EXACTLY).verdict is NOT_MET


PLAN = replace(
    a_block(number=9, on=date(2027, 4, 1)), state=BlockState.PLANNED, planned_joints=(*RIGHT, *LEFT)
)
FURTHER = f"01-Apr-2027: a further block is planned of {PLACES}, which have all the results that count."


def test_a_plan_for_joints_that_have_all_their_results_is_a_caution() -> None:
    both, one = a_case(*two_blocks()), a_case(done(1, LASTING_2_H))

    def planned(case: Case, *plans: Block) -> str:
        return DECIDED.find(replace(case, others=plans)).caution

    assert planned(both, PLAN) == FURTHER
    elsewhere = replace(PLAN, course_id=UUID(int=9)), replace(PLAN, state=BlockState.DISCARDED)
    assert planned(both, *elsewhere) == ""
    assert planned(both, replace(PLAN, planned_joints=LEFT), PLAN) == FURTHER
    assert planned(one, PLAN) == ""


@every_row(
    ("case", "words", "number", "caution"),
    [
        (a_case(done(1, LASTING_2_H)), "1 day with a diagnostic block (03-Nov-2026)", 1, ""),
        (
            a_case(*two_blocks()),
            "2 days with diagnostic blocks (03-Nov-2026 and 23-Nov-2026)",
            2,
            "",
        ),
        (
            THREE,
            "3 days with diagnostic blocks (03-Nov-2026, 23-Nov-2026 and 13-Dec-2026)",
            3,
            "More than 2 diagnostic blocks for one complaint are reviewed; say why.",
        ),
    ],
    ids=["one", "two", "three"],
)
def test_the_days_with_a_block_are_counted_and_told(
    case: Case, words: str, number: int, caution: str
) -> None:
    assert DAYS.find(case) == Found(MET, (of_course(words, number),), caution=caution)


def test_after_an_ablation_the_days_are_counted_anew() -> None:
    def ablated(on: date) -> Found:
        course = replace(COURSE, ablations=(Treatment(on), Treatment(None), Treatment(date(2020, 1, 1))))
        return DAYS.find(replace(THREE, course=course))

    words = "2 days with diagnostic blocks (23-Nov-2026 and 13-Dec-2026)"
    assert ablated(DAY) == Found(MET, (of_course(words, 2),))
    assert ablated(date(2027, 1, 1)) == Found(MET)


VALID = (of_block(2, "block of 23-Nov-2026, valid until 23-May-2027", SECOND),)
NO_POSITIVE = Found(NOT_YET, missing=("a block with enough relief",))


@every_row(
    ("case", "rule", "found"),
    [
        (a_case(done(1, NO_RELIEF)), RECENT, NO_POSITIVE),
        (a_case(*two_blocks(), today=date(2027, 5, 23)), RECENT, Found(MET, VALID)),
        (a_case(*two_blocks(), today=date(2027, 5, 24)), RECENT, Found(NOT_MET, VALID)),
        (
            replace(a_case(*two_blocks()), requested=LEFT),
            RECENT,
            Found(NOT_YET, missing=("a block that tests these joints",)),
        ),
        (EXACTLY, RECENT, Found(MET, VALID)),
        (EXACTLY, replace(RECENT, over=True), NO_POSITIVE),
    ],
    ids=["negative", "last day", "day after", "other side", "exactly", "more than"],
)
def test_how_long_a_positive_block_is_valid_is_told(case: Case, rule: BlockRecent, found: Found) -> None:
    assert rule.find(case) == found


def apart(days: int, reason: str = "") -> Case:
    first, (second, response) = two_blocks(days)
    return a_case(first, (replace(second, early_because=reason), response))


@every_row(
    ("case", "found"),
    [
        (
            apart(14),
            Found(
                Verdict.DOES_NOT_APPLY,
                (of_block(2, "03-Nov-2026 to 17-Nov-2026: 14 days", date(2026, 11, 17), 14),),
            ),
        ),
        (
            apart(13),
            Found(
                UNKNOWN,
                (of_block(2, "03-Nov-2026 to 16-Nov-2026: 13 days", date(2026, 11, 16), 13),),
                ("why the block of 16-Nov-2026 came early",),
            ),
        ),
        (
            apart(13, "a journey."),
            Found(
                MET,
                (of_block(2, "03-Nov-2026 to 16-Nov-2026: 13 days", date(2026, 11, 16), 13),),
                caution="16-Nov-2026, the reason given: a journey.",
            ),
        ),
    ],
    ids=["in time", "early", "explained"],
)
def test_an_early_block_is_told_with_its_reason(case: Case, found: Found) -> None:
    assert EXPLAINED.find(case) == found


def stated(percent: int, words: str, before: str) -> Case:
    """One block whose stated relief is this."""
    block, response = done(1, words, before=before)
    said = (StatedRelief(Series.OVERALL, Decimal(percent), needle_out(DAY)),)
    return a_case((block, replace(response, stated=said)), today=LATER)


def test_a_block_whose_two_reliefs_disagree_has_no_result_yet() -> None:
    none, one = of_course("no block with a result yet", 0), of_course(f"1 block with a result of {PLACES}", 1)
    assert DECIDED.find(stated(60, LASTING_2_H, "8")).evidence == (none,)
    assert DECIDED.find(stated(90, LASTING_2_H, "8")).evidence == (one,)
    exactly = stated(90, "2 2 2 2 5 7 9 9 9 9 9 9", "10")
    assert DECIDED.find(exactly).evidence == (one,)
    assert replace(DECIDED, over=True).find(exactly).evidence == (none,)


def test_an_open_block_that_cannot_be_one_too_many_leaves_nothing_open() -> None:
    case = a_case(done(1, LASTING_2_H), done(2, NO_SCORES), today=LATER)
    assert DECIDED.find(case).verdict is MET

"""What the criteria about therapeutic blocks tell: each sentence with its record, its number and its day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Treatment
from mbb_desktop.clinical.criteria import Case, Evidence, Found, Verdict
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.therapy_criteria import (
    BlocksBeforeTherapy,
    NoTherapy,
    ReasonAgainstAblation,
    TherapyHelped,
)
from tests.clinical.invented import COURSE, a_block, a_case, done, two_blocks
from tests.clinical.test_therapy_criteria import therapy
from tests.every_row import every_row

MET, NOT_MET, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN
NOT_HERE = Verdict.DOES_NOT_APPLY
EIGHTY, FIFTY = Decimal(80), Decimal(50)
FEBRUARY = date(2027, 2, 1)
AGAIN = therapy(date(2027, 1, 11))
NOWHERE = (replace(AGAIN[0], joints=(), targets=()), None)
BEFORE, WHY, HELPED = BlocksBeforeTherapy(2, EIGHTY), ReasonAgainstAblation(), TherapyHelped(FIFTY, 3)
Pair = tuple[Block, Response | None]


def telling(*told: Treatment, blocks: tuple[Pair, ...] = (), reason: str = "") -> Case:
    course = replace(COURSE, therapies=told, no_rfa_because=reason)
    return replace(a_case(*blocks, today=FEBRUARY), course=course)


def on_record(text: str) -> Evidence:
    return Evidence(text, COURSE.id)


NO_THERAPY = Found(NOT_HERE, (on_record("no therapeutic block in this record"),))
NO_REPEAT = Found(NOT_HERE, (on_record("no repeated therapeutic block in this record"),))
SILENT = (replace(a_block(), purpose=None), None), (replace(a_block(number=2), no_steroid=False), None)
OPEN_KINDS = Found(
    UNKNOWN,
    missing=(
        "whether the block of 03-Nov-2026 was diagnostic",
        "whether steroid was injected on 03-Nov-2026",
    ),
)
NO_DAY = Found(UNKNOWN, missing=("the day of the therapeutic block",))


def test_without_a_therapeutic_block_its_rules_do_not_apply() -> None:
    assert BEFORE.find(telling()) == WHY.find(telling()) == NO_THERAPY
    assert HELPED.find(telling()) == HELPED.find(telling(blocks=(AGAIN,))) == NO_REPEAT
    for rule in (BEFORE, WHY, HELPED):
        assert rule.find(telling(blocks=SILENT)) == OPEN_KINDS


def test_the_blocks_before_a_therapeutic_one_are_told_after_it() -> None:
    found = BEFORE.find(telling(blocks=(*two_blocks(), AGAIN)))
    treated, *tests = found.evidence
    day = date(2027, 1, 11)
    assert (found.verdict, treated) == (
        MET,
        Evidence("therapeutic block on 11-Jan-2027", AGAIN[0].id, None, day),
    )
    assert [each.record_id for each in tests] == [block.id for block, _ in two_blocks()]
    told = BEFORE.find(telling(Treatment(day, ("L4-5",), (Side.RIGHT,)), blocks=two_blocks()))
    assert told.verdict is MET
    assert told.evidence[0] == Evidence("therapeutic block on 11-Jan-2027", COURSE.id, None, day)


@every_row(
    ("case", "found"),
    [
        (
            telling(blocks=(*two_blocks(), NOWHERE)),
            Found(UNKNOWN, missing=("joints of the block (11-Jan-2027)",)),
        ),
        (telling(Treatment(None), blocks=two_blocks()), NO_DAY),
        (
            telling(Treatment(date(2027, 1, 5)), blocks=two_blocks()),
            Found(UNKNOWN, missing=("joints of the block (05-Jan-2027)",)),
        ),
    ],
    ids=["recorded", "no day", "told"],
)
def test_without_joints_or_a_day_nobody_knows_what_came_before(case: Case, found: Found) -> None:
    assert BEFORE.find(case) == found


def test_more_than_and_at_least_differ_before_a_therapeutic_block() -> None:
    exactly = [done(number, "2 2 2 2 5 7 9 9 9 9 9 9", before="10") for number in (1, 2)]
    case = telling(blocks=(*exactly, AGAIN))
    assert BEFORE.find(case).verdict is MET
    assert replace(BEFORE, over=True).find(case).verdict is NOT_MET


def test_why_no_ablation_is_possible_is_told_or_missing() -> None:
    told = Treatment(date(2027, 1, 5))
    assert WHY.find(telling(told)) == Found(UNKNOWN, missing=("why no ablation is possible",))
    assert WHY.find(telling(told, reason="pacemaker")) == Found(MET, (on_record("pacemaker"),))


SEPTEMBER = date(2026, 9, 11)
LAST = Treatment(SEPTEMBER, ("L4-5", "L5-S1"), (Side.RIGHT,), Decimal(60), Decimal(40), date(2026, 12, 11))
AT = "therapeutic block of L4-5 and L5-S1, right on"
BACK = "the day on which the pain came back, or that it is not back"
BETTER = "40 % better movements or activities"


def interval(old: date, days: int, again: Block = AGAIN[0]) -> Evidence:
    words = f"{old:%d-%b-%Y} to {again.performed_on:%d-%b-%Y}: {days} days"
    return Evidence(words, again.id, days, again.performed_on)


def treated(words: str, on: date = SEPTEMBER, relief: int | None = 60) -> Evidence:
    number = None if relief is None else Decimal(relief)
    return Evidence(f"{AT} {on:%d-%b-%Y}{words}", COURSE.id, number, on)


def repeated(old: Treatment, rule: TherapyHelped = HELPED) -> Found:
    return rule.find(telling(old, blocks=(AGAIN,)))


WHOLE = treated(f", 60 % relief, pain back on 11-Dec-2026 (3 months), {BETTER}"), interval(SEPTEMBER, 122)


@every_row(
    ("old", "rule", "found"),
    [
        (LAST, HELPED, Found(MET, WHOLE)),
        (LAST, TherapyHelped(Decimal(60), 3), Found(MET, WHOLE)),
        (LAST, TherapyHelped(Decimal(60), 3, over=True), Found(NOT_MET, WHOLE)),
        (LAST, TherapyHelped(Decimal(70), 3), Found(NOT_MET, WHOLE)),
        (LAST, TherapyHelped(Decimal(70), 3, function=Decimal(40)), Found(MET, WHOLE)),
        (
            replace(LAST, pain_back_on=date(2026, 12, 10)),
            HELPED,
            Found(
                NOT_MET,
                (treated(f", 60 % relief, pain back on 10-Dec-2026 (2 months), {BETTER}"), WHOLE[1]),
            ),
        ),
        (
            replace(LAST, relief=None),
            HELPED,
            Found(
                UNKNOWN,
                (treated(f", pain back on 11-Dec-2026 (3 months), {BETTER}", relief=None), WHOLE[1]),
                ("relief in percent after the therapeutic block of 11-Sep-2026",),
            ),
        ),
        (replace(LAST, on=None), HELPED, NO_DAY),
        (
            replace(LAST, pain_back_on=None),
            HELPED,
            Found(UNKNOWN, (treated(f", 60 % relief, {BETTER}"), WHOLE[1]), (BACK,)),
        ),
        (
            replace(LAST, on=date(2026, 10, 11), pain_back_on=None),
            HELPED,
            Found(
                UNKNOWN,
                (
                    treated(f", 60 % relief, {BETTER}", date(2026, 10, 11)),
                    interval(date(2026, 10, 11), 92),
                ),
                (BACK,),
            ),
        ),
        (
            replace(LAST, on=date(2026, 10, 12), pain_back_on=None),
            HELPED,
            Found(
                NOT_MET,
                (
                    treated(f", 60 % relief, {BETTER}", date(2026, 10, 12)),
                    interval(date(2026, 10, 12), 91),
                ),
            ),
        ),
        (replace(LAST, on=date(2027, 1, 11)), HELPED, NO_REPEAT),
        (replace(LAST, on=date(2027, 1, 20)), HELPED, NO_REPEAT),
        (replace(LAST, on=None, joints=("L2-3",)), HELPED, NO_REPEAT),
    ],
    ids=[
        *("helped", "at least", "more than", "too little", "function", "too short", "relief missing"),
        *("no day", "not back", "three months before", "a day less", "same day", "later", "elsewhere"),
    ],
)
def test_how_the_one_before_a_repeat_helped_is_told(
    old: Treatment, rule: TherapyHelped, found: Found
) -> None:
    assert repeated(old, rule) == found


def test_of_several_before_a_repeat_the_last_counts_and_the_one_with_its_relief() -> None:
    newer = Treatment(date(2026, 10, 1), ("L4-5", "L5-S1"), (Side.RIGHT,))
    later = HELPED.find(telling(LAST, newer, blocks=(AGAIN,)))
    assert (later.verdict, later.evidence[0].on) == (UNKNOWN, date(2026, 10, 1))
    bare = Treatment(SEPTEMBER, ("L4-5", "L5-S1"), (Side.RIGHT,))
    for told in ((bare, LAST), (LAST, bare)):
        assert HELPED.find(telling(*told, blocks=(AGAIN,))) == Found(MET, WHOLE)


def test_a_test_or_a_treatment_of_other_joints_is_no_treatment_before() -> None:
    above = therapy(date(2026, 9, 11), (JointSide("L2-3", Side.LEFT),), 7)
    assert HELPED.find(telling(blocks=(*two_blocks(), AGAIN))) == NO_REPEAT
    assert HELPED.find(telling(blocks=(above, AGAIN))) == NO_REPEAT


def test_a_later_block_elsewhere_or_nowhere_is_no_repeat_at_these_joints() -> None:
    above = therapy(date(2027, 1, 25), (JointSide("L2-3", Side.LEFT),), 9)
    assert HELPED.find(telling(LAST, blocks=(AGAIN, above))) == Found(MET, WHOLE)
    nowhere = replace(NOWHERE[0], id=UUID(int=77), performed_on=date(2027, 1, 25))
    found = HELPED.find(telling(LAST, blocks=(AGAIN, (nowhere, None))))
    assert WHOLE[1] in found.evidence
    assert interval(SEPTEMBER, 136, nowhere) in found.evidence


def test_a_repeat_without_joints_is_held_against_what_was_told() -> None:
    assert HELPED.find(telling(LAST, blocks=(NOWHERE,))).verdict is MET
    assert HELPED.find(telling(replace(LAST, relief=Decimal(20)), blocks=(NOWHERE,))).verdict is NOT_MET


RECORDED = therapy(SEPTEMBER, number=7)
PLAIN = treated("", relief=None), WHOLE[1]
NOT_SAID = (
    "relief in percent after the therapeutic block of 11-Sep-2026",
    "the day on which the pain came back, or that it is not back",
)


@every_row(
    ("told", "found"),
    [
        ((), Found(UNKNOWN, PLAIN, NOT_SAID)),
        ((LAST,), Found(MET, WHOLE)),
        ((replace(LAST, on=date(2026, 9, 1), joints=("L2-3",)),), Found(UNKNOWN, PLAIN, NOT_SAID)),
        ((replace(LAST, joints=("L2-3",)),), Found(UNKNOWN, PLAIN, NOT_SAID)),
        ((replace(LAST, on=date(2026, 9, 1)),), Found(UNKNOWN, PLAIN, NOT_SAID)),
    ],
    ids=["alone", "same day", "another day", "other joints", "a day of its own"],
)
def test_a_recorded_block_has_the_relief_that_was_told_of_its_day(
    told: tuple[Treatment, ...], found: Found
) -> None:
    assert HELPED.find(telling(*told, blocks=(RECORDED, AGAIN))) == found


def test_relief_told_without_joints_belongs_to_the_block_of_its_day() -> None:
    told = replace(LAST, joints=(), sides=())
    found = HELPED.find(telling(told, blocks=(RECORDED, AGAIN)))
    assert (found.verdict, found.evidence[0].number) == (MET, Decimal(60))


def before_test(*told: Treatment, blocks: tuple[Pair, ...] = (), weeks: int = 0) -> Found:
    return NoTherapy(weeks).find(telling(*told, blocks=blocks))


def test_a_therapeutic_block_in_the_record_is_told_with_its_days() -> None:
    tests = two_blocks()
    assert before_test(blocks=tests) == replace(NO_THERAPY, verdict=MET)
    assert before_test(blocks=SILENT) == OPEN_KINDS
    both = before_test(LAST, blocks=(*tests, AGAIN))
    words = "therapeutic block on 11-Sep-2026 and 11-Jan-2027"
    assert both == Found(NOT_MET, (Evidence(words, AGAIN[0].id, None, date(2027, 1, 11)),))
    told = Evidence("therapeutic block on 11-Sep-2026", COURSE.id, None, SEPTEMBER)
    assert before_test(LAST, blocks=tests) == Found(NOT_MET, (told,))
    undated = before_test(Treatment(None), blocks=tests)
    (evidence,) = undated.evidence
    assert (undated.verdict, evidence.on, evidence.record_id) == (NOT_MET, None, COURSE.id)
    assert before_test(Treatment(None), blocks=tests, weeks=4) == NO_DAY


@every_row(
    ("on", "verdict"),
    [
        (date(2026, 10, 6), MET),
        (date(2026, 10, 7), NOT_MET),
        (date(2026, 11, 3), NOT_MET),
        (date(2026, 11, 24), MET),
    ],
)
def test_a_therapeutic_block_counts_from_its_day_to_the_end_of_the_weeks(on: date, verdict: Verdict) -> None:
    told = Treatment(on, ("L4-5",), (Side.RIGHT,))
    assert before_test(told, blocks=two_blocks(), weeks=4).verdict is verdict


def test_a_therapeutic_block_of_the_day_of_the_only_test_counts() -> None:
    told = Treatment(date(2026, 11, 3), ("L4-5",), (Side.RIGHT,))
    assert before_test(told, blocks=two_blocks()[:1], weeks=4).verdict is NOT_MET


def test_with_weeks_what_was_told_under_another_complaint_counts_and_without_it_does_not() -> None:
    near = Treatment(date(2026, 10, 20), ("L4-5",), (Side.RIGHT,))
    other = replace(COURSE, id=UUID(int=9), therapies=(near,))
    case = replace(telling(blocks=two_blocks()), other_courses=(other,))
    assert [NoTherapy(weeks).find(case).verdict for weeks in (0, 4)] == [MET, NOT_MET]


def test_an_own_block_without_joints_is_looked_at_as_well() -> None:
    nowhere = replace(NOWHERE[0], performed_on=date(2026, 10, 20))
    assert before_test(blocks=(*two_blocks(), (nowhere, None)), weeks=4).verdict is NOT_MET

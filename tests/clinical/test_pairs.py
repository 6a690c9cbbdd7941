"""Two blocks compared per joint and side."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Drug, DrugUse, Fluoroscopy, Guidance
from mbb_desktop.clinical.pairs import Compared, PairVerdict, compare
from mbb_desktop.clinical.response import Response, Series
from mbb_desktop.clinical.verdict import Assessed, assess
from tests.clinical.invented import (
    AGENTS,
    BOTH,
    BUPIVACAINE,
    DAY,
    EIGHTY,
    LASTING_2_H,
    LASTING_6_H,
    LEFT,
    LIDOCAINE,
    RIGHT,
    a_block,
    a_response,
    two_blocks,
    with_score,
    with_series,
)
from tests.every_row import every_row

LATER = DAY + timedelta(days=14)
ROPIVACAINE = replace(BUPIVACAINE, agent="ropivacaine")
FOUR_H, THREE_H = "2 2 2 2 2 2 6 9 9 9 9 9", "2 2 2 2 2 6 9 9 9 9 9 9"
NO_RELIEF = "8 8 8 8 8 8 8 8 8 8 8 8"
EIGHT_H = "1 1 1 1 1 1 1 1 1 1 9 9"


def first(words: str, drug: Drug = LIDOCAINE, before: str = "10") -> Assessed:
    return assess(a_block(drugs=(drug,)), a_response(before, words), EIGHTY, AGENTS)


def second(words: str, drug: Drug = BUPIVACAINE, before: str = "10", on: date = LATER) -> Assessed:
    block = a_block(drugs=(drug,), on=on, number=2)
    return assess(block, a_response(before, words, on=on), EIGHTY, AGENTS)


def verdict_of(one: Assessed, two: Assessed) -> PairVerdict:
    (verdict,) = {row.verdict for row in compare(one, two).rows}
    return verdict


def for_thirty_hours() -> Assessed:
    response = with_score(a_response("9", "1 1 1 1 1 1 1 1 1 1 1 1"), 1800, "1")
    return assess(a_block(), response, EIGHTY, AGENTS)


@every_row(
    ("one", "two", "verdict"),
    [
        (first(LASTING_2_H, before="8"), second(LASTING_6_H, before="7"), PairVerdict.CONCORDANT),
        (first(FOUR_H), second(THREE_H), PairVerdict.DISCORDANT),
        (first(FOUR_H), second(FOUR_H), PairVerdict.DISCORDANT),
        (
            for_thirty_hours(),
            second(EIGHT_H, before="9"),
            PairVerdict.DISCORDANT_PROLONGED,
        ),
        (first(FOUR_H), second("1 1 1 1 1 1 1 1 1 1 1 9"), PairVerdict.CONCORDANT_PROLONGED),
        (first(FOUR_H), second(FOUR_H, LIDOCAINE), PairVerdict.SAME_AGENT),
        (first(FOUR_H, BUPIVACAINE), second(THREE_H, LIDOCAINE), PairVerdict.CONCORDANT),
        (first(FOUR_H), second(NO_RELIEF), PairVerdict.NOT_CONFIRMED),
        (first(NO_RELIEF), second(FOUR_H), PairVerdict.NEGATIVE),
        (first(NO_RELIEF), second(NO_RELIEF), PairVerdict.NEGATIVE),
        (first("- - - - - - - - - - - 1"), second(FOUR_H), PairVerdict.UNDECIDED),
        (first(FOUR_H), second("- - - - - - - - - - - 1"), PairVerdict.UNDECIDED),
        (first(FOUR_H, BUPIVACAINE), second(FOUR_H, ROPIVACAINE), PairVerdict.CONFIRMED),
        (first(FOUR_H), second(FOUR_H, replace(LIDOCAINE, agent="articaine")), PairVerdict.CONFIRMED),
        (first(FOUR_H), second("2 2 2 2 2 - 2 2 9 9 9 9"), PairVerdict.CONFIRMED),
        (first(FOUR_H), second("2 2 2 2 2 - 9 9 9 9 9 9"), PairVerdict.CONFIRMED),
        (first("2 2 2 2 2 - - 9 9 9 9 9"), second("2 2 2 2 2 2 9 9 9 9 9 9"), PairVerdict.CONFIRMED),
        (first("2 2 2 2 - 9 9 9 9 9 9 9"), second(FOUR_H), PairVerdict.CONCORDANT),
    ],
)
def test_the_labels_of_comparative_blocks(one: Assessed, two: Assessed, verdict: PairVerdict) -> None:
    assert verdict_of(one, two) is verdict
    assert verdict_of(two, one) is verdict
    for row in compare(one, two).rows:
        assert (row.first, row.second) == (one.of(row.place.side), two.of(row.place.side))


def test_the_first_block_is_the_earlier_one() -> None:
    one, two = first(LASTING_2_H), second(LASTING_6_H)
    for compared in (compare(one, two), compare(two, one)):
        assert compared.first is one
        assert compared.days_apart == 14


def test_blocks_of_one_day_are_told_apart_by_the_clock() -> None:
    one, two = first(LASTING_2_H), second(LASTING_6_H, on=DAY)
    earlier = replace(
        two,
        block=replace(
            two.block, needle_out=one.block.needle_out and one.block.needle_out - timedelta(hours=2)
        ),
    )
    assert compare(one, earlier).first is earlier


def wider() -> Compared:
    three = (*RIGHT, JointSide("L3-4", Side.RIGHT))
    one = assess(a_block(three), a_response("8", LASTING_2_H), EIGHTY, AGENTS)
    return compare(one, second(LASTING_6_H, before="8"))


def test_blocks_are_compared_on_what_they_share() -> None:
    compared = wider()
    assert tuple(row.place for row in compared.rows) == RIGHT
    assert "Block 1 also covered L3-4 right." in compared.cautions


def test_only_blocks_without_a_shared_joint_are_not_comparable() -> None:
    one = assess(a_block(LEFT), a_response("8", LASTING_2_H), EIGHTY, AGENTS)
    compared = compare(one, second(LASTING_6_H))
    assert not compared.comparable
    assert wider().comparable


def test_the_sides_are_judged_apart() -> None:
    response = with_series(a_response("8", LASTING_2_H, series=Series.LEFT), Series.RIGHT, "8", NO_RELIEF)
    one = assess(a_block(BOTH), response, EIGHTY, AGENTS)
    later = with_series(
        a_response("8", LASTING_6_H, on=LATER, series=Series.LEFT), Series.RIGHT, "8", LASTING_6_H, on=LATER
    )
    two = assess(a_block(BOTH, (BUPIVACAINE,), on=LATER, number=2), later, EIGHTY, AGENTS)
    verdicts = {row.place.side: (row.verdict, row.both_reached) for row in compare(one, two).rows}
    assert verdicts == {
        Side.LEFT: (PairVerdict.CONCORDANT, True),
        Side.RIGHT: (PairVerdict.NEGATIVE, False),
    }


@every_row(
    ("before", "caution"),
    [
        ("8", []),
        ("7", ["Scores before the blocks differ (overall: 8 and 7); each block is judged against its own."]),
        ("4", ["The pain was not back before block 2 (overall: 4 against 8)."]),
    ],
)
def test_pain_that_was_not_back_is_said(before: str, caution: list[str]) -> None:
    compared = compare(first(LASTING_2_H, before="8"), second("0 0 0 0 0 0 0 0 8 8 8 8", before=before))
    assert list(compared.cautions) == caution


def test_different_scales_are_said() -> None:
    one, two = first(LASTING_2_H, before="8"), second(LASTING_6_H, before="8")
    assert two.response is not None
    other: Response = replace(two.response, scale="VAS")
    compared = compare(one, replace(two, response=other))
    assert "The blocks were scored on different scales: NRS 0 to 10 and VAS." in compared.cautions


def test_short_relief_is_a_caution_of_the_pair() -> None:
    (row, _) = compare(first("1 1 5 7 8 8 8 8 8 8 8 8", before="8"), second(LASTING_6_H, before="8")).rows
    assert row.verdict is PairVerdict.CONCORDANT
    assert row.cautions == ("Block 1: relief shorter than the window of 1 to 4 h.",)


def test_short_relief_is_a_caution_of_a_repeat_with_the_same_agent_too() -> None:
    rows = compare(first("1 1 5 7 8 8 8 8 8 8 8 8", before="8"), second(LASTING_2_H, LIDOCAINE, "8")).rows
    assert [row.place for row in rows] == list(RIGHT)
    for row in rows:
        assert row.verdict is PairVerdict.SAME_AGENT
        assert row.cautions == ("Block 1: relief shorter than the window of 1 to 4 h.",)


def test_each_side_is_compared_with_its_own_agent() -> None:
    block = a_block(BOTH, (LIDOCAINE, replace(BUPIVACAINE, syringe=2)))
    targets = tuple(replace(t, syringe=2) if t.side is Side.RIGHT else t for t in block.targets)
    one = assess(replace(block, targets=targets), a_response("8", LASTING_6_H), EIGHTY, AGENTS)
    two = a_block(BOTH, (BUPIVACAINE,), on=LATER, number=2), a_response("8", LASTING_6_H, on=LATER)
    verdicts = {row.place.side: row.verdict for row in compare(one, assess(*two, EIGHTY, AGENTS)).rows}
    assert (verdicts[Side.LEFT] is PairVerdict.SAME_AGENT, verdicts[Side.RIGHT]) == (
        False,
        PairVerdict.SAME_AGENT,
    )


def test_a_baseline_that_differs_on_one_side_only_is_said_for_that_side() -> None:
    def of_both(right: str, on: date, number: int) -> Assessed:
        left = a_response("8", LASTING_2_H, on=on, series=Series.LEFT)
        response = with_series(left, Series.RIGHT, right, LASTING_2_H, on=on)
        return assess(a_block(BOTH, on=on, number=number), response, EIGHTY, AGENTS)

    found = compare(of_both("8", DAY, 1), of_both("7", LATER, 2))
    assert found.cautions == (
        "Scores before the blocks differ (right: 8 and 7); each block is judged against its own.",
    )


def test_a_block_without_a_response_leaves_its_side_of_the_row_empty() -> None:
    found = compare(assess(a_block(), None, EIGHTY, AGENTS), second(LASTING_6_H))
    assert {(row.verdict, row.first, row.both_reached) for row in found.rows} == {
        (PairVerdict.UNDECIDED, None, False)
    }
    assert all(row.second is not None for row in found.rows)
    assert found.cautions == ()


FLUOROSCOPY, CT = Guidance.FLUOROSCOPY, Guidance.CT


@every_row(
    ("guidance", "cautions"),
    [
        ((FLUOROSCOPY, CT), ("The blocks were guided in different ways: fluoroscopy and CT.",)),
        ((FLUOROSCOPY, FLUOROSCOPY), ()),
        ((FLUOROSCOPY, None), ()),
        ((None, CT), ()),
    ],
)
def test_only_guidance_that_is_known_to_differ_is_said(
    guidance: tuple[Guidance | None, Guidance | None], cautions: tuple[str, ...]
) -> None:
    pair = (first(LASTING_2_H, before="8"), second(LASTING_6_H, before="8"))
    guided = (
        replace(each, block=replace(each.block, fluoroscopy=Fluoroscopy(seen)))
        for each, seen in zip(pair, guidance, strict=True)
    )
    assert compare(*guided).cautions == cautions


def test_a_block_with_steroid_decides_nothing() -> None:
    block = a_block(drugs=(LIDOCAINE, Drug(DrugUse.STEROID, "dexamethasone", amount=Decimal(4))))
    one = assess(block, a_response("8", LASTING_2_H), EIGHTY, AGENTS)
    assert verdict_of(one, second(LASTING_6_H)) is PairVerdict.UNDECIDED


SCORES = st.lists(st.sampled_from(["0", "1", "2", "5", "8", "-"]), min_size=12, max_size=12).map(" ".join)


@given(SCORES, SCORES, st.integers(0, 60))
def test_the_order_in_which_blocks_are_given_does_not_matter(one: str, two: str, days: int) -> None:
    blocks = first(one, before="8"), second(two, before="8", on=DAY + timedelta(days=days))
    there, back = compare(*blocks), compare(*reversed(blocks))
    assert there == back


def test_the_invented_pair_is_concordant() -> None:
    (one, two) = two_blocks()
    assessed = [assess(block, response, EIGHTY, AGENTS) for block, response in (one, two)]
    assert {row.verdict for row in compare(*assessed).rows} == {PairVerdict.CONCORDANT}

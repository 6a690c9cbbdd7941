"""What holds for every response and every rule set: order, better scores, mirrored sides, less knowledge."""

from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from mbb_desktop.clinical.anatomy import JointSide, mirrored
from mbb_desktop.clinical.block import Block, Drug
from mbb_desktop.clinical.block_criteria import EarlierBlockRelieved, ReliefEachTime, confirmed
from mbb_desktop.clinical.criteria import Case, Verdict
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.pairs import Compared, compare
from mbb_desktop.clinical.response import BEFORE, SLOTS, Response, Series
from mbb_desktop.clinical.rules import judge
from mbb_desktop.clinical.verdict import Assessed, BlockVerdict, assess
from tests.clinical.invented import (
    AGENTS,
    BOTH,
    BUPIVACAINE,
    EIGHTY,
    LEFT,
    LIDOCAINE,
    RIGHT,
    TWICE,
    a_block,
    a_case,
    a_response,
    done,
    with_series,
)
from tests.clinical.test_rule_properties import CASES, judged, mirror, said
from tests.clinical.test_verdict import SIDED, mirrored_block, mirrored_response

Row = TypeVar("Row")
MET, NOT_MET = Verdict.MET, Verdict.NOT_MET
RELIEF = {"relief_each_time", "earlier_block_relieved"}
THRESHOLDS = st.sampled_from([EIGHTY, Threshold(Decimal(50)), Threshold(Decimal(50), over=True)])
DRUGS = st.sampled_from([LIDOCAINE, BUPIVACAINE])
SCORES = st.lists(st.sampled_from(["-", *map(str, range(11))]), min_size=12, max_size=12)
PLACES = st.sampled_from([LEFT, RIGHT, BOTH])


def in_another_order(rows: tuple[Row, ...], mixed: Random) -> tuple[Row, ...]:
    return tuple(mixed.sample(rows, len(rows)))


def shuffled(case: Case, mixed: Random) -> Case:
    """The same records, everywhere in another order."""

    def of_block(block: Block) -> Block:
        joints = in_another_order(block.joints, mixed)
        planned = in_another_order(block.planned_joints, mixed)
        targets = in_another_order(block.targets, mixed)
        return replace(block, joints=joints, planned_joints=planned, targets=targets)

    def of_response(response: Response | None) -> Response | None:
        if response is None:
            return None
        readings = in_another_order(response.readings, mixed)
        return replace(response, readings=readings, stated=in_another_order(response.stated, mixed))

    pairs = tuple((of_block(block), of_response(response)) for block, response in case.blocks)
    return replace(
        case,
        blocks=in_another_order(pairs, mixed),
        others=in_another_order(tuple(map(of_block, case.others)), mixed),
        requested=in_another_order(case.requested, mixed),
        course=replace(case.course, ablations=in_another_order(case.course.ablations, mixed)),
    )


@settings(max_examples=4 * settings().max_examples)
@given(st.integers(0, len(CASES) - 1), st.integers(0, 99))
def test_the_order_in_which_records_are_kept_changes_no_judgement(at: int, seed: int) -> None:
    rule_set, case = CASES[at]
    other = judge(rule_set, shuffled(case, Random(seed)))
    assert said(other, {}) == said(judged(at), {}), rule_set.named


# Better scores -------------------------------------------------------------------------------------

_RELIEVED = (BlockVerdict.NEGATIVE, BlockVerdict.PARTIAL, BlockVerdict.POSITIVE)


def better(words: list[str], at: int, by: int) -> list[str]:
    """The same scores with one of them lower, if there is one and it can be."""
    score = words[at]
    lower = score if score == "-" else str(max(0, int(score) - by))
    return [*words[:at], lower, *words[at + 1 :]]


@given(st.data(), SCORES, DRUGS, THRESHOLDS)
def test_a_better_score_never_lowers_the_verdict(
    data: st.DataObject, words: list[str], drug: Drug, threshold: Threshold
) -> None:
    """It may leave more unknown: longer relief ends later, where the next score may be missing."""
    before = str(data.draw(st.integers(1, 10)))
    changed = better(words, data.draw(st.integers(0, 11)), data.draw(st.integers(1, 10)))
    verdicts = []
    for scores in (words, changed):
        response = a_response(before, " ".join(scores))
        (result,) = assess(a_block(drugs=(drug,)), response, threshold, AGENTS).series
        verdicts.append(result.verdict)
    old, new = verdicts
    if old in _RELIEVED and new in _RELIEVED:
        assert _RELIEVED.index(new) >= _RELIEVED.index(old)


@given(st.data())
def test_a_better_score_never_turns_a_relief_rule_from_met_into_not_met(data: st.DataObject) -> None:
    words = [data.draw(SCORES) for _ in range(2)]
    at, slot, by = data.draw(st.integers(0, 1)), data.draw(st.integers(0, 11)), data.draw(st.integers(1, 10))
    others = [better(each, slot, by) if n == at else each for n, each in enumerate(words)]
    drugs, joints = (LIDOCAINE, data.draw(DRUGS)), data.draw(PLACES)
    old, new = (
        a_case(
            *(
                done(number, " ".join(each), drug=drug, joints=joints)
                for number, (each, drug) in enumerate(zip(scores, drugs, strict=True), start=1)
            )
        )
        for scores in (words, others)
    )
    percent = data.draw(st.sampled_from([Decimal(50), Decimal(80)]))
    for rule in (ReliefEachTime(2, percent), ReliefEachTime(1, percent), EarlierBlockRelieved(percent)):
        assert not (rule.find(old).verdict is MET and rule.find(new).verdict is NOT_MET), rule


# Sides ---------------------------------------------------------------------------------------------


@st.composite
def bilateral(draw: st.DrawFn) -> Response:
    """The responses of both sides, with or without one for both."""
    left, right, overall = (" ".join(draw(SCORES)) for _ in range(3))
    response = with_series(a_response("8", left, series=Series.LEFT), Series.RIGHT, "7", right)
    return with_series(response, Series.OVERALL, "8", overall) if draw(st.booleans()) else response


def rows_of(found: Compared, *, other_side: bool) -> set[tuple[object, ...]]:
    """What was found for each joint; with `other_side` as if left were right."""
    return {
        (
            mirrored([row.place]) if other_side else (row.place,),
            row.verdict,
            row.cautions,
            *(
                result and (SIDED[result.series] if other_side else result.series)
                for result in (row.first, row.second)
            ),
        )
        for row in found.rows
    }


@given(bilateral(), SCORES, PLACES, PLACES)
def test_mirroring_two_blocks_mirrors_their_comparison(
    response: Response, later: list[str], one: tuple[JointSide, ...], two: tuple[JointSide, ...]
) -> None:
    first = a_block(one), response
    second = done(2, " ".join(later), joints=two, drug=BUPIVACAINE)
    here = compare(*(assess(*pair, EIGHTY, AGENTS) for pair in (first, second)))
    there = compare(*(_mirrored(pair) for pair in (first, second)))
    assert rows_of(there, other_side=True) == rows_of(here, other_side=False)


def _mirrored(pair: tuple[Block, Response]) -> Assessed:
    return assess(mirrored_block(pair[0]), mirrored_response(pair[1]), EIGHTY, AGENTS)


def test_mirroring_a_case_mirrors_what_a_letter_may_ask_for() -> None:
    for rule_set, case in CASES:
        asked = rule_set.asked or TWICE
        there = {replace(place, side=place.side.other) for place in confirmed(mirror(case), asked)}
        assert there == set(confirmed(case, asked)), rule_set.named


# Less knowledge ------------------------------------------------------------------------------------


def without_scores(case: Case, slots: set[int]) -> Case:
    """The same case in which nobody knows the scores of these times."""

    def less(response: Response | None) -> Response | None:
        if response is None:
            return None
        kept = (replace(r, score=None, score_to=None) if r.slot in slots else r for r in response.readings)
        return replace(response, readings=tuple(kept))

    return replace(case, blocks=tuple((block, less(response)) for block, response in case.blocks))


@given(st.integers(0, len(CASES) - 1), st.sets(st.sampled_from([BEFORE, *SLOTS]), min_size=1))
def test_a_score_that_nobody_knows_never_turns_not_met_into_met(at: int, slots: set[int]) -> None:
    rule_set, case = CASES[at]
    after = without_scores(case, slots)
    relief = [rule for rule in rule_set.rules if rule.kind in {*RELIEF, "blocks_before_therapy"}]
    lost = [rule for rule in relief if judged(at).finding(rule.id).verdict is NOT_MET]
    risen = [rule.id for rule in lost if rule.criterion.find(after).verdict is MET]
    assert risen == []


def test_without_any_score_no_rule_about_relief_is_met() -> None:
    everything = {BEFORE, *SLOTS}
    for rule_set, case in CASES:
        after = without_scores(case, everything)
        met = [r.id for r in rule_set.rules if r.kind in RELIEF and r.criterion.find(after).verdict is MET]
        assert met == [], rule_set.named

"""All criteria about blocks together: order does not matter, and unknown never becomes met."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.block_criteria import (
    DaysBetweenBlocks,
    EarlierBlockRelieved,
    ReliefEachTime,
    SameScale,
)
from mbb_desktop.clinical.criteria import Case, Criterion, Verdict
from mbb_desktop.clinical.response import Conclusion, Response, Series, StatedRelief
from tests.clinical.invented import (
    BOTH,
    BUPIVACAINE,
    DAY,
    LASTING_2_H,
    LASTING_6_H,
    LEFT,
    LIDOCAINE,
    NO_RELIEF,
    RIGHT,
    a_case,
    done,
    needle_out,
)

MET, NOT_MET = Verdict.MET, Verdict.NOT_MET
TWICE_80, FIRST_80 = ReliefEachTime(2, Decimal(80)), EarlierBlockRelieved(Decimal(80))
DAYS_14 = DaysBetweenBlocks(14)
Pair = tuple[Block, Response | None]

SCORES = st.one_of(
    st.sampled_from([LASTING_2_H, NO_RELIEF, LASTING_6_H]),
    st.lists(st.sampled_from(["0", "1", "5", "8", "-"]), min_size=12, max_size=12).map(" ".join),
)
STATED = st.one_of(st.none(), st.integers(0, 100).map(Decimal))


@st.composite
def courses(draw: st.DrawFn) -> tuple[tuple[Block, Response], ...]:
    pairs = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        joints = draw(st.sampled_from([LEFT, RIGHT, BOTH]))
        drug = draw(st.sampled_from([LIDOCAINE, BUPIVACAINE]))
        before = draw(st.sampled_from(["8", "4", "0", None]))
        block, response = done(number, draw(SCORES), before=before, drug=drug, joints=joints)
        percent = draw(STATED)
        stated = () if percent is None else (StatedRelief(Series.OVERALL, percent, needle_out(DAY)),)
        conclusion = draw(st.sampled_from([*Conclusion, None]))
        pairs.append((block, replace(response, stated=stated, conclusion=conclusion)))
    return tuple(pairs)


CRITERIA: tuple[Criterion, ...] = (TWICE_80, FIRST_80, DAYS_14, SameScale())


@given(courses())
def test_the_order_of_the_blocks_in_the_input_does_not_matter(pairs: tuple[Pair, ...]) -> None:
    found = {criterion: criterion.find(a_case(*pairs)) for criterion in CRITERIA}
    for order in (pairs[::-1], (*pairs[1:], pairs[0])):  # every other order follows from these two
        assert {criterion: criterion.find(a_case(*order)) for criterion in CRITERIA} == found


def forget(pair: tuple[Block, Response], what: str, slot: int) -> Pair:
    """The same block with one fact not known."""
    block, response = pair
    readings = response.readings
    match what:
        case "response":
            return block, None
        case "score" | "baseline":
            gone = readings[0].slot if what == "baseline" else readings[slot].slot
            kept = tuple(replace(r, score=None) if r.slot == gone else r for r in readings)
            return block, replace(response, readings=kept)
        case "agent":
            return replace(block, drugs=()), response
        case "purpose":
            return replace(block, purpose=None), response
        case _:
            return block, replace(response, stated=())


FACTS = st.sampled_from(["response", "score", "baseline", "agent", "purpose", "stated"])


@given(courses(), st.integers(0, 2), FACTS, st.integers(1, 12))
def test_forgetting_a_fact_never_meets_a_criterion(
    pairs: tuple[tuple[Block, Response], ...], which: int, what: str, slot: int
) -> None:
    index = which % len(pairs)
    changed = [*pairs[:index], forget(pairs[index], what, slot), *pairs[index + 1 :]]
    asked = replace(a_case(*pairs), requested=RIGHT)
    for criterion in CRITERIA:
        before, after = (
            criterion.find(replace(asked, blocks=tuple(each))).verdict for each in (pairs, changed)
        )
        assert not (before is NOT_MET and after is MET)


@given(courses())
def test_a_criterion_with_an_unknown_first_block_is_not_met(
    pairs: tuple[tuple[Block, Response], ...],
) -> None:
    unknown: list[Pair] = [(block, None) for block, _ in pairs]
    case: Case = replace(a_case(*unknown), today=date(2027, 6, 1))
    assert TWICE_80.find(case).verdict is not MET
    assert FIRST_80.find(case).verdict is not MET

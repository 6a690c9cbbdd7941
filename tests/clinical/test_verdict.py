"""The verdict of one block: the first that applies, with what stands beside it."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.clinical.anatomy import JointSide, Side, mirrored
from mbb_desktop.clinical.block import (
    Block,
    Drug,
    DrugUse,
    Epinephrine,
    Purpose,
)
from mbb_desktop.clinical.drugs import Confidence, Window
from mbb_desktop.clinical.measures import Lasted, Threshold
from mbb_desktop.clinical.response import Response, Series, StatedRelief
from mbb_desktop.clinical.verdict import Assessed, BlockVerdict, SeriesResult, assess
from tests.clinical.invented import (
    AGENTS,
    BOTH,
    BUPIVACAINE,
    DAY,
    EIGHTY,
    FIFTY,
    LASTING_2_H,
    LASTING_6_H,
    LEFT,
    LIDOCAINE,
    RIGHT,
    a_block,
    a_response,
    needle_out,
    with_series,
)
from tests.every_row import every_row

GONE = "- - - - - - - - - - - -"


def judged(response: Response, block: Block | None = None, threshold: Threshold = EIGHTY) -> SeriesResult:
    result = assess(block or a_block(), response, threshold, AGENTS).overall
    assert result is not None
    return result


@every_row(
    ("drug", "response", "verdict", "lasted"),
    [
        (LIDOCAINE, a_response("8", LASTING_2_H), BlockVerdict.POSITIVE, Lasted.WITHIN),
        (BUPIVACAINE, a_response("7", LASTING_6_H), BlockVerdict.POSITIVE, Lasted.WITHIN),
        (LIDOCAINE, a_response("8", "2 2 2 2 5 7 8 8 8 8 8 8"), BlockVerdict.PARTIAL, Lasted.NOT_KNOWN),
        (LIDOCAINE, a_response("10", "2 2 2 2 2 2 6 9 10 10 10 10"), BlockVerdict.POSITIVE, Lasted.WITHIN),
        (BUPIVACAINE, a_response("10", "2 2 2 2 2 6 9 10 10 10 10 10"), BlockVerdict.POSITIVE, Lasted.WITHIN),
        (
            LIDOCAINE,
            a_response("4", "1 1 1 1 3 4 4 4 4 4 4 4", stated="90"),
            BlockVerdict.CONFLICT,
            Lasted.NOT_KNOWN,
        ),
        (
            BUPIVACAINE,
            a_response("0", "0 0 0 0 0 0 0 0 0 0 0 0"),
            BlockVerdict.NOT_ASSESSABLE,
            Lasted.NOT_KNOWN,
        ),
        (
            BUPIVACAINE,
            a_response("8", "- - - - - - - - - - - 1"),
            BlockVerdict.INSUFFICIENT,
            Lasted.NOT_KNOWN,
        ),
        (LIDOCAINE, a_response("9", "1 1 1 1 1 1 1 1 1 1 1 1"), BlockVerdict.POSITIVE, Lasted.PROLONGED),
        (BUPIVACAINE, a_response("9", "1 1 1 1 1 1 1 1 1 1 6 9"), BlockVerdict.POSITIVE, Lasted.WITHIN),
        (LIDOCAINE, a_response("8", "1 1 5 7 8 8 8 8 8 8 8 8"), BlockVerdict.POSITIVE, Lasted.SHORT),
        (LIDOCAINE, a_response("8", "5 5 5 5 8 8 8 8 8 8 8 8"), BlockVerdict.NEGATIVE, Lasted.NOT_KNOWN),
        (
            LIDOCAINE,
            a_response(None, "1 1 1 1 5 7 8 8 8 8 8 8"),
            BlockVerdict.NOT_ASSESSABLE,
            Lasted.NOT_KNOWN,
        ),
        (LIDOCAINE, a_response("8", GONE), BlockVerdict.INSUFFICIENT, Lasted.NOT_KNOWN),
    ],
)
def test_the_golden_blocks(drug: Drug, response: Response, verdict: BlockVerdict, lasted: Lasted) -> None:
    result = judged(response, a_block(drugs=(drug,)))
    assert (result.verdict, result.measures.lasted) == (verdict, lasted)


@every_row(
    ("percent", "before", "best", "verdict"),
    [
        (80, "10", "2", BlockVerdict.POSITIVE),
        (80, "5", "1", BlockVerdict.POSITIVE),
        (80, "10", "2.04", BlockVerdict.PARTIAL),
        (80, "10", "5", BlockVerdict.PARTIAL),
        (80, "10", "5.1", BlockVerdict.NEGATIVE),
        (50, "10", "5", BlockVerdict.POSITIVE),
        (50, "10", "5.1", BlockVerdict.NEGATIVE),
        (70, "10", "4", BlockVerdict.PARTIAL),
    ],
)
def test_partial_lies_between_50_and_the_threshold(
    percent: int, before: str, best: str, verdict: BlockVerdict
) -> None:
    response = a_response(before, " ".join([best] * 4 + ["9"] * 8))
    assert judged(response, threshold=Threshold(Decimal(percent))).verdict is verdict


def test_more_than_fifty_differs_from_at_least_fifty() -> None:
    response = a_response("10", " ".join(["5"] * 4 + ["9"] * 8))
    assert judged(response, threshold=FIFTY).positive
    assert not judged(response, threshold=Threshold(Decimal(50), over=True)).positive


def test_stated_relief_on_the_same_side_is_no_conflict() -> None:
    assert judged(a_response("8", LASTING_2_H, stated="80")).positive


@every_row("stated", ["79.9", "0", "-20"])
def test_stated_relief_below_the_threshold_conflicts(stated: str) -> None:
    assert judged(a_response("8", LASTING_2_H, stated=stated)).verdict is BlockVerdict.CONFLICT


def test_one_sided_pain_is_one_pain_wherever_it_was_filed() -> None:
    response = a_response("4", "1 1 1 1 3 4 4 4 4 4 4 4", series=Series.RIGHT)
    stated = StatedRelief(Series.OVERALL, Decimal(90), needle_out(DAY))
    assessed = assess(a_block(), replace(response, stated=(stated,)), EIGHTY, AGENTS)
    assert [result.verdict for result in assessed.series] == [BlockVerdict.CONFLICT]


def test_an_overall_percentage_does_not_judge_one_of_two_sides() -> None:
    response = a_response("8", LASTING_2_H, series=Series.LEFT)
    response = with_series(response, Series.RIGHT, "8", "8 8 8 8 8 8 8 8 8 8 8 8")
    stated = StatedRelief(Series.OVERALL, Decimal(50), needle_out(DAY))
    assessed = assess(a_block(BOTH), replace(response, stated=(stated,)), EIGHTY, AGENTS)
    assert [r.verdict for r in assessed.series] == [BlockVerdict.POSITIVE, BlockVerdict.NEGATIVE]


@every_row(
    ("change", "reason"),
    [
        ({"drugs": (LIDOCAINE, Drug(DrugUse.STEROID, "dexamethasone"))}, "steroid was injected"),
        ({"purpose": Purpose.THERAPEUTIC}, "the block was therapeutic"),
        ({"drugs": (Drug(DrugUse.TARGET, "saline", Decimal(9)),)}, "only saline was injected"),
    ],
)
def test_some_blocks_are_not_diagnostic(change: dict[str, object], reason: str) -> None:
    result = judged(a_response("8", LASTING_2_H), replace(a_block(), **change))  # type: ignore[arg-type] # one field each
    assert result.verdict is BlockVerdict.NOT_DIAGNOSTIC
    assert reason in result.reason


def test_needles_without_injection_cannot_be_assessed() -> None:
    block = a_block()
    empty = replace(block, targets=tuple(replace(t, not_injected=True) for t in block.targets))
    result = judged(a_response("8", LASTING_2_H), empty)
    assert (result.verdict, result.reason) == (BlockVerdict.NOT_ASSESSABLE, "nothing was injected")


def test_a_side_that_was_not_injected_cannot_be_assessed() -> None:
    block = a_block(BOTH)
    targets = tuple(replace(t, not_injected=t.side is Side.LEFT) for t in block.targets)
    response = a_response("8", LASTING_2_H, series=Series.LEFT)
    response = with_series(response, Series.RIGHT, "8", LASTING_2_H)
    assessed = assess(replace(block, targets=targets), response, EIGHTY, AGENTS)
    left, right = assessed.of(Side.LEFT), assessed.of(Side.RIGHT)
    assert left is not None
    assert right is not None
    assert (left.verdict, right.positive) == (BlockVerdict.NOT_ASSESSABLE, True)
    assert any("L4-5 left and L5-S1 left" in caution for caution in assessed.cautions)


def test_less_than_half_of_the_readings_is_insufficient() -> None:
    result = judged(a_response("7", "1 1 1 1 1 - - - - - - 7"), a_block(drugs=(BUPIVACAINE,)))
    assert result.verdict is BlockVerdict.INSUFFICIENT
    assert result.reason == "1 of 6 readings inside the window of 3 to 8 h"


def test_half_of_the_readings_is_enough() -> None:
    assert judged(a_response("8", "1 1 1 5 - - - - - - - -")).positive


def one_reading_due(words: str) -> SeriesResult:
    """With an invented agent in whose window the diary asks only at 12 h."""
    agents = {"lidocaine": replace(AGENTS["lidocaine"], window=Window(600, 800, "invented", Confidence.OWN))}
    (result,) = assess(a_block(), a_response("8", words), EIGHTY, agents).series
    return result


@every_row(
    ("words", "verdict", "filled"),
    [
        ("1 1 1 1 1 1 1 8 8 8 - 8", BlockVerdict.INSUFFICIENT, 0),
        ("1 1 1 1 1 1 1 8 8 8 8 8", BlockVerdict.POSITIVE, 1),
        ("1 1 1 1 1 1 1 1 1 1 1 -", BlockVerdict.POSITIVE, 1),
    ],
)
def test_a_window_with_one_reading_needs_that_one(words: str, verdict: BlockVerdict, filled: int) -> None:
    result = one_reading_due(words)
    assert (result.verdict, result.measures.filled, result.measures.due) == (verdict, filled, 1)


def test_without_agent_and_scores_the_reason_is_the_scores() -> None:
    result = judged(a_response("8", GONE), a_block(drugs=()))
    assert (result.verdict, result.reason) == (BlockVerdict.INSUFFICIENT, "no score after the block")


def test_readings_only_outside_the_window_are_insufficient() -> None:
    result = judged(a_response("8", "1 1 - - - - 8 8 8 8 8 8"))
    assert result.reason == "no reading inside the window of 1 to 4 h"


def test_a_mixture_has_the_window_of_its_longest_acting_agent() -> None:
    result = judged(a_response("7", LASTING_6_H), a_block(drugs=(LIDOCAINE, BUPIVACAINE)))
    assert result.measures.window == AGENTS["bupivacaine"].window
    assert "More than one agent: the window is that of the longest-acting, 3 to 8 h." in result.cautions


def test_each_side_has_the_window_of_its_own_agent() -> None:
    block = a_block(BOTH, (LIDOCAINE, replace(BUPIVACAINE, syringe=2)))
    targets = tuple(replace(t, syringe=2) if t.side is Side.RIGHT else t for t in block.targets)
    response = with_series(a_response("8", LASTING_2_H, series=Series.LEFT), Series.RIGHT, "7", LASTING_6_H)
    assessed = assess(replace(block, targets=targets), response, EIGHTY, AGENTS)
    windows = [result.measures.window for result in assessed.series]
    assert windows == [AGENTS["lidocaine"].window, AGENTS["bupivacaine"].window]


def test_epinephrine_changes_the_window() -> None:
    drug = replace(LIDOCAINE, epinephrine=Epinephrine.ONE_IN_200_000)
    result = judged(a_response("8", "1 1 1 1 1 1 1 1 8 8 8 8"), a_block(drugs=(drug,)))
    assert result.measures.lasted is Lasted.WITHIN


def test_epinephrine_without_a_window_of_its_own_is_a_caution() -> None:
    drug = replace(BUPIVACAINE, epinephrine=Epinephrine.ONE_IN_200_000)
    assessed = assess(a_block(drugs=(drug,)), a_response("7", LASTING_6_H), EIGHTY, AGENTS)
    assert "Epinephrine lengthens relief; the window of plain bupivacaine was used." in assessed.cautions


def test_an_unknown_agent_leaves_the_duration_unknown() -> None:
    result = judged(a_response("8", LASTING_2_H), a_block(drugs=(replace(LIDOCAINE, agent="articaine"),)))
    assert result.title == "Positive, duration not known"
    assert "the expected window of articaine" in result.missing


def test_two_sides_rated_as_one_are_said_so() -> None:
    assessed = assess(a_block(BOTH), a_response("8", LASTING_2_H), EIGHTY, AGENTS)
    assert not assessed.sides_rated
    assert "The sides were not rated separately." in assessed.cautions
    assert assessed.of(Side.LEFT) is assessed.overall is assessed.of(Side.RIGHT)


def test_a_one_sided_block_needs_no_sides() -> None:
    assessed = assess(a_block(), a_response("8", LASTING_2_H), EIGHTY, AGENTS)
    assert assessed.sides_rated
    assert assessed.cautions == ()


def test_without_a_response_there_is_no_verdict() -> None:
    assert assess(a_block(), None, EIGHTY, AGENTS).series == ()


SIDED = {Series.LEFT: Series.RIGHT, Series.RIGHT: Series.LEFT, Series.OVERALL: Series.OVERALL}
JOINTS = st.lists(
    st.builds(JointSide, st.sampled_from(["L3-4", "L4-5", "L5-S1"]), st.sampled_from(Side)),
    min_size=1,
    unique=True,
)
SCORES = st.lists(st.sampled_from(["0", "1", "2", "5", "8", "-"]), min_size=12, max_size=12).map(" ".join)


def mirrored_block(block: Block) -> Block:
    targets = tuple(replace(t, side=t.side.other) for t in block.targets)
    return replace(block, joints=mirrored(block.joints), targets=targets)


def mirrored_response(response: Response) -> Response:
    return replace(
        response,
        readings=tuple(replace(r, series=SIDED[r.series]) for r in response.readings),
        stated=tuple(replace(s, series=SIDED[s.series]) for s in response.stated),
    )


def by_series(assessed: Assessed) -> dict[Series, tuple[object, ...]]:
    return {
        r.series: (r.verdict, r.measures.run, r.measures.lasted, r.reason, r.missing) for r in assessed.series
    }


@given(JOINTS, SCORES, SCORES, st.one_of(st.none(), st.integers(0, 100).map(str)))
def test_mirroring_the_sides_mirrors_the_verdicts(
    joints: list[JointSide], left: str, right: str, stated: str | None
) -> None:
    block = a_block(joints)
    response = with_series(a_response("8", left, stated=stated, series=Series.LEFT), Series.RIGHT, "7", right)
    there = by_series(assess(block, response, EIGHTY, AGENTS))
    back = by_series(assess(mirrored_block(block), mirrored_response(response), EIGHTY, AGENTS))
    assert {SIDED[series]: found for series, found in back.items()} == there


@given(SCORES, st.sampled_from([LEFT, RIGHT]))
def test_forgetting_the_baseline_is_never_positive(words: str, joints: tuple[JointSide, ...]) -> None:
    result = judged(a_response(None, words), a_block(joints))
    assert result.verdict is BlockVerdict.NOT_ASSESSABLE


@every_row(
    ("words", "any_time", "lasting"),
    [
        (LASTING_2_H, True, True),
        ("1 1 5 7 8 8 8 8 8 8 8 8", True, True),
        ("1 1 - 8 8 8 8 8 8 8 8 8", True, None),
        ("2 2 2 2 5 7 8 8 8 8 8 8", False, False),
        ("8 8 8 8 8 8 8 8 8 8 8 8", False, False),
        (GONE, None, None),
    ],
    ids=["inside the window", "too short", "hidden by a gap", "partial", "none", "no scores"],
)
def test_a_rule_may_ask_that_the_duration_of_relief_is_known(
    words: str, any_time: bool | None, lasting: bool | None
) -> None:
    result = judged(a_response("8", words))
    assert (result.meets(lasting=False), result.meets(lasting=True)) == (any_time, lasting)


def test_a_verdict_by_relief_needs_no_reason() -> None:
    assert judged(a_response("8", LASTING_2_H)).reason == ""


def test_a_judgement_keeps_what_it_was_judged_by() -> None:
    found = assess(a_block(), a_response("8", LASTING_2_H), EIGHTY, AGENTS)
    assert (found.threshold, found.window) == (EIGHTY, AGENTS["lidocaine"].window)
    assert assess(a_block(), None, FIFTY, AGENTS).window == AGENTS["lidocaine"].window


def test_what_is_stated_for_a_side_is_of_that_side() -> None:
    response = a_response("8", LASTING_2_H, series=Series.LEFT)
    response = with_series(response, Series.RIGHT, "8", LASTING_2_H)
    sides = [(Series.LEFT, Decimal(90)), (Series.RIGHT, Decimal(50))]
    stated = tuple(StatedRelief(series, percent, needle_out(DAY)) for series, percent in sides)
    assessed = assess(a_block(BOTH), replace(response, stated=stated), EIGHTY, AGENTS)
    assert [(r.verdict, r.measures.stated) for r in assessed.series] == [
        (BlockVerdict.POSITIVE, Decimal(90)),
        (BlockVerdict.CONFLICT, Decimal(50)),
    ]

"""The worked examples of a response: which verdict, label and judgement each must get."""

from datetime import timedelta
from decimal import Decimal

from mbb_desktop.clinical.block import Block, Drug
from mbb_desktop.clinical.block_criteria import ReliefEachTime
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.pairs import PairVerdict, compare
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.rules import judge, read_rule_set
from mbb_desktop.clinical.verdict import Assessed, BlockVerdict, SeriesResult, assess
from tests.clinical.invented import (
    AGENTS,
    BUPIVACAINE,
    DAY,
    EIGHTY,
    FIFTY,
    LIDOCAINE,
    RESOURCES,
    a_block,
    a_case,
    a_response,
    two_blocks,
    with_score,
)
from tests.every_row import every_row

MEDICARE = read_rule_set(RESOURCES / "rules" / "us-medicare-facet.toml")


def assessed(pair: tuple[Block, Response]) -> Assessed:
    return assess(*pair, EIGHTY, AGENTS)


def judged(
    response: Response, block: Block | None = None, threshold: Threshold = EIGHTY, drug: Drug = LIDOCAINE
) -> SeriesResult:
    result = assess(block or a_block(drugs=(drug,)), response, threshold, AGENTS).overall
    assert result is not None
    return result


@every_row(
    ("threshold", "largest"),
    [(EIGHTY, (0, 0, 0, 0, 1, 1, 1, 1, 1, 2)), (FIFTY, (0, 1, 1, 2, 2, 3, 3, 4, 4, 5))],
)
def test_the_largest_score_that_still_meets_the_threshold(
    threshold: Threshold, largest: tuple[int, ...]
) -> None:
    for baseline, most in enumerate(largest, start=1):
        assert threshold.highest_score(Decimal(baseline)) == most
        for score in range(11):
            response = a_response(str(baseline), " ".join([str(score)] * 4 + [str(baseline)] * 8))
            assert judged(response, threshold=threshold).positive is (score <= most), (baseline, score)


FOUR_H, THREE_H = "2 2 2 2 2 2 6 9 10 10 10 10", "2 2 2 2 2 6 9 10 10 10 10 10"
OF_9 = "1 1 1 1 1 1 1 1 1 1 1 1"


def blocks_of(
    one: tuple[Drug, str, str], two: tuple[Drug, str, str], days: int
) -> tuple[tuple[Block, Response], tuple[Block, Response]]:
    later = DAY + timedelta(days=days)
    first = a_block(drugs=(one[0],)), a_response(one[1], one[2])
    return first, (a_block(drugs=(two[0],), on=later, number=2), a_response(two[1], two[2], on=later))


THIRTY_HOURS = with_score(a_response("9", OF_9), 1800, "1")


@every_row(
    ("pair", "label", "days", "eligible", "cautioned"),
    [
        (two_blocks(), PairVerdict.CONCORDANT, Verdict.MET, Verdict.MET, False),
        (
            blocks_of((LIDOCAINE, "10", FOUR_H), (BUPIVACAINE, "10", THREE_H), 14),
            PairVerdict.DISCORDANT,
            Verdict.MET,
            Verdict.MET,
            True,
        ),
        (
            (
                (a_block(), THIRTY_HOURS),
                blocks_of((LIDOCAINE, "9", OF_9), (BUPIVACAINE, "9", "1 1 1 1 1 1 1 1 1 1 9 9"), 13)[1],
            ),
            PairVerdict.DISCORDANT_PROLONGED,
            Verdict.NOT_MET,
            Verdict.MET,
            True,
        ),
    ],
)
def test_golden_pairs(
    pair: tuple[tuple[Block, Response], tuple[Block, Response]],
    label: PairVerdict,
    days: Verdict,
    eligible: Verdict,
    cautioned: bool,
) -> None:
    one, two = map(assessed, pair)
    assert all(result.positive for each in (one, two) for result in each.series)
    assert {row.verdict for row in compare(one, two).rows} == {label}
    found = judge(MEDICARE, a_case(*pair))
    assert (found.finding("DX-3").verdict, found.finding("RF-1").verdict) == (days, eligible)
    assert bool(found.finding("RF-1").caution) is cautioned


@every_row(
    ("drug", "response", "verdict", "medicare", "consensus"),
    [
        (LIDOCAINE, ("8", "2 2 2 2 8 8 8 8 8 8 8 8"), BlockVerdict.PARTIAL, Verdict.NOT_MET, Verdict.MET),
        (LIDOCAINE, ("4", "1 1 1 1 4 4 4 4 4 4 4 4"), BlockVerdict.CONFLICT, Verdict.UNKNOWN, Verdict.MET),
        (
            BUPIVACAINE,
            ("0", "0 0 0 0 0 0 0 0 0 0 0 0"),
            BlockVerdict.NOT_ASSESSABLE,
            Verdict.NOT_YET,
            Verdict.NOT_YET,
        ),
        (
            BUPIVACAINE,
            ("8", "- - - - - - - - - - - 1"),
            BlockVerdict.INSUFFICIENT,
            Verdict.UNKNOWN,
            Verdict.UNKNOWN,
        ),
    ],
)
def test_golden_single_blocks(
    drug: Drug, response: tuple[str, str], verdict: BlockVerdict, medicare: Verdict, consensus: Verdict
) -> None:
    stated = "90" if verdict is BlockVerdict.CONFLICT else None
    pair = a_block(drugs=(drug,)), a_response(*response, stated=stated)
    assert judged(pair[1], pair[0]).verdict is verdict
    assert ReliefEachTime(1, Decimal(80)).find(a_case(pair)).verdict is medicare
    assert ReliefEachTime(1, Decimal(50)).find(a_case(pair)).verdict is consensus

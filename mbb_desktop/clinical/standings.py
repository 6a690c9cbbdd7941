"""How each diagnostic block of a case stands, joint by joint: what the criteria about blocks count."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from mbb_desktop.clinical.anatomy import JointSide, in_order
from mbb_desktop.clinical.block import Block, BlockState, DrugUse, Purpose
from mbb_desktop.clinical.block_state import DONE, NOT_FINAL, unsigned_gap
from mbb_desktop.clinical.criteria import Case, Evidence
from mbb_desktop.clinical.measures import Lasted, Measures, Threshold
from mbb_desktop.clinical.pairs import time_of
from mbb_desktop.clinical.performed import (
    SERIES,
    joints_blocked,
    not_a_session,
    session_undecided,
    something_injected,
)
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.relief_words import say_calculated, say_lasted, say_run, say_stated
from mbb_desktop.clinical.response import Conclusion, Response, Series
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.clinical.verdict import Assessed, BlockVerdict, SeriesResult, assess


class Standing(Enum):
    """PENDING waits for a signature or the scores of the day; UNKNOWN lacks a fact that nobody recorded."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Tested:
    """One diagnostic block at one joint and side; `gap` says what is missing or awaited."""

    assessed: Assessed
    result: SeriesResult | None
    standing: Standing
    gap: str = ""

    @property
    def on(self) -> date:
        return self.assessed.block.performed_on

    @property
    def showed_nothing(self) -> bool:
        """Whether the signed response holds too little to say anything of this joint and side."""
        response, result = self.assessed.response, self.result
        signed = response is not None and response.signed_at is not None
        empty = result is None or result.verdict in (BlockVerdict.NOT_ASSESSABLE, BlockVerdict.INSUFFICIENT)
        known = self.assessed.block.purpose is not None
        return signed and known and empty and self.standing is Standing.UNKNOWN


def diagnostic_blocks(case: Case) -> tuple[tuple[Block, Response | None], ...]:
    """The blocks of a case that test something, oldest first; purpose not recorded counts as one.

    Plans, discarded records, steroid, therapeutic blocks and needles without an injection are none, and no
    stopped block that is no session.
    """
    tests = [(block, response) for block, response in case.blocks if is_test(block)]
    return tuple(sorted(tests, key=lambda pair: time_of(pair[0])))


def is_test(block: Block) -> bool:
    """Whether a block was done to test something; a stopped one that is no session is no test."""
    return (
        block.state in DONE
        and block.purpose is not Purpose.THERAPEUTIC
        and something_injected(block)
        and not not_a_session(block)
        and not block.drugs_for(DrugUse.STEROID)
    )


def places(case: Case) -> tuple[JointSide, ...]:
    """The joints and sides that are judged: the requested ones, else as `Case` says; cranial first."""
    if case.requested:
        return in_order(case.requested)
    blocked = [joints_blocked(block) for block, _ in diagnostic_blocks(case)]
    if not blocked:
        return ()
    latest = {place.joint for place in blocked[-1]}
    everywhere = [place for places_of_block in blocked for place in places_of_block]
    twice = {place for place in everywhere if everywhere.count(place) > 1 and place.joint in latest}
    return in_order(twice or blocked[-1])


def counts(block: Block, response: Response | None, place: JointSide) -> bool:
    """Whether a block counts as a test of a joint on a side.

    Not on a day without pain (baseline 0), and not when the physician signed that it was not assessable.
    """
    if place not in joints_blocked(block):
        return False
    if response is None:
        return True
    if response.signed_at is not None and response.conclusion is Conclusion.NOT_ASSESSABLE:
        return False
    own = SERIES[place.side] if SERIES[place.side] in response.rated else Series.OVERALL
    return response.baseline(own) != 0


def assessed_tests(case: Case, threshold: Threshold) -> tuple[Assessed, ...]:
    """The diagnostic blocks, judged, oldest first."""
    if threshold not in case.assessed:
        case.assessed[threshold] = tuple(
            assess(block, response, threshold, case.agents) for block, response in diagnostic_blocks(case)
        )
    return case.assessed[threshold]


def tests_at(case: Case, place: JointSide, tests: tuple[Assessed, ...]) -> tuple[Tested, ...]:
    """How the tests that count at a joint on a side stand, oldest first."""
    return tuple(_tested(case, each, place) for each in tests if counts(each.block, each.response, place))


def tests_by_place(case: Case, threshold: Threshold) -> Mapping[JointSide, tuple[Tested, ...]]:
    """The tests that count, for each joint and side that is judged."""
    tests = assessed_tests(case, threshold)
    return {place: tests_at(case, place, tests) for place in places(case)}


def _tested(case: Case, assessed: Assessed, place: JointSide) -> Tested:
    result = assessed.of(place.side)
    for standing, gap in _reasons_to_wait(case, assessed):
        return Tested(assessed, result, standing, gap)
    if result is None:
        return Tested(assessed, None, Standing.UNKNOWN, phrase("gap.no_scores", on=_on(assessed)))
    return _standing(assessed, result)


def _on(assessed: Assessed) -> str:
    return show_date(assessed.block.performed_on)


def _reasons_to_wait(case: Case, assessed: Assessed) -> Iterator[tuple[Standing, str]]:
    block, response = assessed.block, assessed.response
    if block.state in (BlockState.DRAFT, *NOT_FINAL):
        yield Standing.PENDING, phrase(unsigned_gap(block.state), on=_on(assessed))
    if response is None:
        too_early = case.today <= block.performed_on + timedelta(days=1)
        key = "gap.scores_awaited" if too_early else "gap.no_scores"
        yield Standing.PENDING if too_early else Standing.UNKNOWN, phrase(key, on=_on(assessed))
    elif response.signed_at is None:
        yield Standing.PENDING, phrase("gap.response_unsigned", on=_on(assessed))
    if block.purpose is None:
        yield Standing.UNKNOWN, phrase("gap.purpose", on=_on(assessed))
    if session_undecided(block) and (response is None or response.conclusion is None):
        yield Standing.UNKNOWN, phrase("missing.stopped", on=_on(assessed))


def _standing(assessed: Assessed, result: SeriesResult) -> Tested:
    """A physician's signed negative conclusion is never overruled; a positive one decides only a conflict."""
    conclusion = assessed.response.conclusion if assessed.response else None
    verdict, on = result.verdict, _on(assessed)
    if verdict in (BlockVerdict.PARTIAL, BlockVerdict.NEGATIVE) or conclusion is Conclusion.NEGATIVE:
        return Tested(assessed, result, Standing.NEGATIVE)
    if verdict is BlockVerdict.CONFLICT and conclusion is None:
        return Tested(assessed, result, Standing.UNKNOWN, phrase("gap.conflict", on=on))
    if verdict in (BlockVerdict.NOT_ASSESSABLE, BlockVerdict.INSUFFICIENT, BlockVerdict.NOT_DIAGNOSTIC):
        return Tested(assessed, result, Standing.UNKNOWN, phrase("gap.reason", on=on, reason=result.reason))
    decided = verdict is BlockVerdict.CONFLICT and result.measures.run is None
    if result.measures.lasted is Lasted.NOT_KNOWN and not decided:
        return Tested(assessed, result, Standing.UNKNOWN, phrase("gap.duration", on=on))
    return Tested(assessed, result, Standing.POSITIVE)


def evidence_of(tested: Tested) -> Evidence:
    """`27-Oct-2026, lidocaine, left: 87 % calculated, 90 % stated; 80 % or more from 30 min to 2 h ...`."""
    block = tested.assessed.block
    block_words = ", ".join(
        [show_date(tested.on), listed(tested.assessed.agents) or phrase("evidence.agent_missing")]
    )
    result = tested.result
    if result is None:
        return Evidence(block_words, block.id, None, tested.on)
    side = "" if result.series is Series.OVERALL else f", {result.series.value}"
    measures = result.measures
    return Evidence(f"{block_words}{side}: {_relief(measures)}", block.id, measures.best, tested.on)


def _relief(measures: Measures) -> str:
    key = "evidence.not_calculable" if measures.best is None else "evidence.calculated"
    calculated = phrase(key, percent=say_calculated(measures))
    stated = [phrase("evidence.stated", percent=say_stated(measures))] if measures.stated is not None else []
    return f"{', '.join([calculated, *stated])}; {say_run(measures)}"


def cautions_of(assessed: Assessed, result: SeriesResult) -> Iterator[str]:
    """What a reader must know of a block that counts as positive."""
    on = _on(assessed)
    if result.measures.lasted is not Lasted.WITHIN:
        yield phrase("caution.lasted", on=on, lasted=say_lasted(result.measures))
    if result.verdict is BlockVerdict.CONFLICT:
        yield phrase("caution.on", on=on, caution=phrase("caution.conflict_decided"))
    yield from (phrase("caution.on", on=on, caution=each.what) for each in result.confounders)
    yield from (phrase("caution.on", on=on, caution=each) for each in (*result.cautions, *assessed.cautions))
    if not assessed.block.no_steroid:
        yield phrase("caution.steroid_unknown", on=on)

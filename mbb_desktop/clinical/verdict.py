"""What one block showed, per rated side: the first verdict that applies, and what stands beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.block import Block, DrugUse, Purpose
from mbb_desktop.clinical.circumstances import (
    Confounder,
    block_cautions,
    confounders,
    missing_facts,
    series_cautions,
)
from mbb_desktop.clinical.drugs import Agent, AgentKind, Window
from mbb_desktop.clinical.measures import Lasted, Measures, Threshold, measure, stated_for
from mbb_desktop.clinical.performed import SERIES, agents_of, sides_of, targets_of_series, window_of
from mbb_desktop.clinical.phrases import of, phrase
from mbb_desktop.clinical.response import Response, Series

_PARTIAL_FROM = 50


class BlockVerdict(Enum):
    """In the order in which they are tried."""

    NOT_DIAGNOSTIC = "not a diagnostic block"
    NOT_ASSESSABLE = "not assessable"
    INSUFFICIENT = "insufficient data"
    CONFLICT = "conflict"
    POSITIVE = "positive"
    PARTIAL = "partial"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class SeriesResult:
    """The verdict of one series. `reason` says in a clause why, when the verdict alone does not."""

    series: Series
    verdict: BlockVerdict
    measures: Measures
    reason: str = ""
    confounders: tuple[Confounder, ...] = ()
    cautions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def confounded(self) -> bool:
        return bool(self.confounders)

    @property
    def positive(self) -> bool:
        return self.verdict is BlockVerdict.POSITIVE

    def meets(self, lasting: bool) -> bool | None:
        """Whether relief is what a rule asks; None is open.

        With `lasting` it is open also while nobody can tell whether relief reached the agent's window. Relief
        that was too short fails nothing by itself, as the windows are conventions: a caution says it.
        """
        if self.verdict in (BlockVerdict.PARTIAL, BlockVerdict.NEGATIVE):
            return False
        if not self.positive:
            return None
        return None if lasting and self.measures.reaches_window is None else True

    @property
    def title(self) -> str:
        """`Positive, prolonged relief`, `Not assessable`."""
        if self.positive:
            return phrase(f"positive.{self.measures.lasted.name.lower()}")
        return of(self.verdict)

    @property
    def lasted_open(self) -> bool:
        """Whether it is positive, and nobody can say from the scores how long the relief lasted."""
        return self.positive and self.measures.lasted is Lasted.NOT_DECIDABLE


@dataclass(frozen=True, slots=True)
class Assessed:
    """A block with its response, judged per series against one threshold."""

    block: Block
    response: Response | None
    threshold: Threshold
    agents: tuple[str, ...]
    window: Window | None
    series: tuple[SeriesResult, ...]
    cautions: tuple[str, ...] = ()

    def result(self, series: Series) -> SeriesResult | None:
        return next((result for result in self.series if result.series is series), None)

    @property
    def overall(self) -> SeriesResult | None:
        return self.result(Series.OVERALL)

    @property
    def sides_rated(self) -> bool:
        """Whether a bilateral block has scores for each side; True for a block on one side."""
        sides = sides_of(self.block)
        return len(sides) < 2 or all(self.result(SERIES[side]) for side in sides)

    def of(self, side: Side) -> SeriesResult | None:
        """What counts for a side: its own scores, else the overall ones."""
        return self.result(SERIES[side]) or self.overall


def assess(
    block: Block, response: Response | None, threshold: Threshold, agents: Mapping[str, Agent]
) -> Assessed:
    """Judge a block. Without a response, or without any score, there is no series to judge."""
    window = window_of(block, agents)
    series = (
        ()
        if response is None
        else tuple(_judge(block, response, each, threshold, agents) for each in response.rated)
    )
    cautions = tuple(block_cautions(block, response, agents))
    return Assessed(block, response, threshold, agents_of(block), window, series, cautions)


def _judge(
    block: Block, response: Response, series: Series, threshold: Threshold, agents: Mapping[str, Agent]
) -> SeriesResult:
    window = window_of(block, agents, series)
    scored = measure(response, series, block.needle_out, threshold, window)
    measures = replace(scored, stated=_stated(block, response, series))
    verdict, reason = _verdict(block, measures, agents)
    return SeriesResult(
        series,
        verdict,
        measures,
        reason,
        confounders=tuple(confounders(block, response, measures)),
        cautions=tuple(series_cautions(block, measures)),
        missing=tuple(missing_facts(block, response, measures, agents)),
    )


def _stated(block: Block, response: Response, series: Series) -> Decimal | None:
    """The stated relief of a series. On a one-sided block there is one pain, whatever it was filed under."""
    own = stated_for(response, series)
    if own is not None or len(sides_of(block)) > 1:
        return own
    others = {stated_for(response, each) for each in Series} - {None}
    return others.pop() if len(others) == 1 else None


def _verdict(block: Block, measures: Measures, agents: Mapping[str, Agent]) -> tuple[BlockVerdict, str]:
    if reason := _not_diagnostic(block, agents):
        return BlockVerdict.NOT_DIAGNOSTIC, reason
    if reason := _not_assessable(block, measures):
        return BlockVerdict.NOT_ASSESSABLE, reason
    best = measures.best
    if best is None or _too_few(measures):
        return BlockVerdict.INSUFFICIENT, _why_insufficient(measures)
    if measures.conflict:
        return BlockVerdict.CONFLICT, phrase("reason.conflict")
    return _by_relief(best, measures.threshold), ""


def _not_diagnostic(block: Block, agents: Mapping[str, Agent]) -> str:
    if block.drugs_for(DrugUse.STEROID):
        return phrase("reason.steroid")
    if block.purpose is Purpose.THERAPEUTIC:
        return phrase("reason.therapeutic")
    names = agents_of(block)
    if names and all(name in agents and agents[name].kind is AgentKind.NONE for name in names):
        return phrase("reason.placebo")
    return ""


def _not_assessable(block: Block, measures: Measures) -> str:
    if block.targets and not targets_of_series(block, measures.series):
        return phrase("reason.nothing_injected")
    if measures.baseline is None:
        return phrase("reason.no_baseline")
    return phrase("reason.baseline_zero") if measures.baseline == 0 else ""


def _too_few(measures: Measures) -> bool:
    empty = measures.due > 0 and measures.filled == 0
    return empty or (measures.coverage is not None and measures.coverage < Fraction(1, 2))


def _why_insufficient(measures: Measures) -> str:
    window = measures.window.words if measures.window else ""
    if not measures.given:
        return phrase("reason.no_scores")
    if measures.best is None or not measures.filled:
        return phrase("reason.none_in_window", window=window)
    return phrase("reason.coverage", filled=measures.filled, due=measures.due, window=window)


def _by_relief(best: Fraction, threshold: Threshold) -> BlockVerdict:
    if threshold.met_by(best):
        return BlockVerdict.POSITIVE
    partial = best >= _PARTIAL_FROM and threshold.percent > _PARTIAL_FROM
    return BlockVerdict.PARTIAL if partial else BlockVerdict.NEGATIVE

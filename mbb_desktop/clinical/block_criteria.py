"""Criteria about the blocks: the scale, the first block's relief, the days between, relief each time."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise, takewhile

from mbb_desktop.clinical.anatomy import JointSide, in_order
from mbb_desktop.clinical.block import Block, DrugUse
from mbb_desktop.clinical.criteria import Case, Evidence, Found, Verdict, worst
from mbb_desktop.clinical.earlier_ablation import still_counting
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.pairs import PairVerdict, compare, time_of
from mbb_desktop.clinical.performed import joints_blocked, say_places
from mbb_desktop.clinical.phrases import of, phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.response import BEFORE, Response, Series
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.clinical.standings import (
    Standing,
    Tested,
    assessed_tests,
    cautions_of,
    counts,
    diagnostic_blocks,
    evidence_of,
    is_test,
    places,
    tests_at,
    tests_by_place,
)


@dataclass(frozen=True, slots=True)
class SameScale:
    """Every diagnostic block was scored before and after, on a scale that is named."""

    def find(self, case: Case) -> Found:
        blocks = diagnostic_blocks(case)
        if not blocks:
            return Found(Verdict.NOT_YET, missing=(phrase("gap.no_block"),))
        unscored = [block for block, response in blocks if response is None or not response.readings]
        scored = [
            (block, response) for block, response in blocks if response is not None and response.readings
        ]
        missing = tuple(gap for block, response in scored for gap in _scale_gaps(block, response))
        awaited = tuple(phrase("gap.no_scores", on=show_date(block.performed_on)) for block in unscored)
        evidence = tuple(_scale_evidence(block, response) for block, response in scored)
        scales = dict.fromkeys(response.scale for _, response in scored if response.scale)
        caution = phrase("caution.scales", scales=listed(list(scales))) if len(scales) > 1 else ""
        verdict = Verdict.UNKNOWN if missing else Verdict.NOT_YET if awaited else Verdict.MET
        return Found(verdict, evidence, (*missing, *awaited), caution)


def _scale_gaps(block: Block, response: Response) -> list[str]:
    on = show_date(block.performed_on)
    gaps = [] if response.scale else [phrase("gap.scale", on=on)]
    without = [series for series in response.rated if response.baseline(series) is None]
    if without:
        gaps.append(phrase("gap.baseline", on=on, series=listed([series.value for series in without])))
    if not all(_scored_after(response, series) for series in response.rated):
        gaps.append(phrase("gap.no_scores", on=on))
    return gaps


def _scored_after(response: Response, series: Series) -> bool:
    return any(
        reading.series is series and reading.slot != BEFORE and reading.score is not None
        for reading in response.readings
    )


def _scale_evidence(block: Block, response: Response) -> Evidence:
    scale = response.scale or phrase("evidence.scale_missing")
    text = phrase("evidence.scale", on=show_date(block.performed_on), scale=scale)
    return Evidence(text, block.id, on=block.performed_on)


@dataclass(frozen=True, slots=True)
class EarlierBlockRelieved:
    """A confirmatory block needs an earlier one with enough relief; after one block, that one is judged.

    `lasting` and `renewed_after` are those of `ReliefEachTime`.
    """

    relief: Decimal
    over: bool = False
    lasting: bool = False
    renewed_after: int = 0

    @property
    def threshold(self) -> Threshold:
        return Threshold(self.relief, self.over)

    def find(self, case: Case) -> Found:
        tests = _counting(case, self.threshold, self.renewed_after)
        first = {place: tested[:1] for place, tested in tests.items()}
        return _at_every_place(case, first, self._first)

    def _first(self, tests: Sequence[Tested]) -> Verdict:
        return _ALONE[_seen(tests[0], self.lasting)] if tests else Verdict.NOT_YET


_ALONE = {
    Standing.POSITIVE: Verdict.MET,
    Standing.NEGATIVE: Verdict.NOT_MET,
    Standing.UNKNOWN: Verdict.UNKNOWN,
    Standing.PENDING: Verdict.NOT_YET,
}


def _counting(case: Case, threshold: Threshold, years: int) -> Mapping[JointSide, tuple[Tested, ...]]:
    tests = tests_by_place(case, threshold)
    return {place: still_counting(case, place, tested, years) for place, tested in tests.items()}


def _seen(tested: Tested, lasting: bool) -> Standing:
    """How a block stands where relief is held against the agent's window: open while nobody can tell.

    Too short a relief keeps its caution and fails nothing. A conflict that the physician decided stands.
    """
    result = tested.result
    if tested.standing is not Standing.POSITIVE or not lasting or result is None or not result.positive:
        return tested.standing
    return Standing.UNKNOWN if result.meets(lasting) is None else Standing.POSITIVE


@dataclass(frozen=True, slots=True)
class ReliefEachTime:
    """The last `blocks` diagnostic medial branch blocks of a joint and side each brought enough relief.

    One that failed after them, or between them, fails the rule, and an open one there leaves it open. One
    that showed nothing there, or failed before them, gives a caution. `alternative` is a lower relief
    (percent) that the same body also accepts: met, with a caution. With `lasting` it must be known whether
    relief reached the window of the agent; too short a relief is a caution. Blocks before an ablation of the
    joint that is more than `renewed_after` years old do not count; 0 counts all.
    """

    blocks: int
    relief: Decimal
    over: bool = False
    alternative: Decimal | None = None
    lasting: bool = False
    renewed_after: int = 0

    @property
    def threshold(self) -> Threshold:
        return Threshold(self.relief, self.over)

    def find(self, case: Case) -> Found:
        tests = _counting(case, self.threshold, self.renewed_after)
        found = _at_every_place(case, tests, self.enough)
        if found.verdict is not Verdict.MET and self.alternative is not None:
            less = replace(self, relief=self.alternative, over=False, alternative=None).find(case)
            if less.verdict is Verdict.MET:
                percent = plain(self.alternative)
                beside = phrase("caution.alternative", percent=percent, asked=self.threshold.words)
                return replace(less, caution=" ".join(filter(None, [beside, less.caution])))
        not_counted = [*self._failed_before(tests), *self._showed_nothing(tests.values())]
        cautions = [*not_counted, *_out_of_order(tests.values()), *_other_causes(case)]
        return replace(found, caution=" ".join(filter(None, [found.caution, *cautions])))

    def enough(self, tests: Sequence[Tested]) -> Verdict:
        """What the blocks of one joint and side, oldest first, amount to."""
        number = Counter(self._since_failure(tests))
        positive, awaited = number[Standing.POSITIVE], number[Standing.PENDING]
        failed = sum(number.values()) < len(tests)
        if positive >= self.blocks:
            return worst([Verdict.MET, *(_ALONE[_seen(each, self.lasting)] for each in self._open(tests))])
        if positive + awaited >= self.blocks:
            return Verdict.NOT_YET
        if number[Standing.UNKNOWN]:
            enough = positive + awaited + number[Standing.UNKNOWN] >= self.blocks
            return Verdict.UNKNOWN if enough or not failed else Verdict.NOT_MET
        return Verdict.NOT_MET if failed else Verdict.NOT_YET

    def _since_failure(self, tests: Sequence[Tested]) -> list[Standing]:
        """How the blocks stand that came after the last one that failed."""
        seen = [_seen(tested, self.lasting) for tested in tests]
        return list(takewhile(lambda standing: standing is not Standing.NEGATIVE, reversed(seen)))

    def _open(self, tests: Sequence[Tested]) -> list[Tested]:
        """The blocks after or between the last positive ones whose result is open."""
        return [each for each in self._not_positive(tests) if not each.showed_nothing]

    def _not_positive(self, tests: Sequence[Tested]) -> list[Tested]:
        """The blocks since the first of the last `blocks` positive ones that were not positive."""
        at = [n for n, each in enumerate(tests) if _seen(each, self.lasting) is Standing.POSITIVE]
        since = tests[at[-self.blocks] :]
        return [each for each in since if _seen(each, self.lasting) is not Standing.POSITIVE]

    def _showed_nothing(self, tests: Iterable[Sequence[Tested]]) -> list[str]:
        met = [tested for tested in tests if self.enough(tested) is Verdict.MET]
        days = {each.on for tested in met for each in self._not_positive(tested)}
        shown = listed([show_date(on) for on in sorted(days)])
        return [phrase("caution.showed_nothing", on=shown)] if days else []

    def _failed_before(self, tests: Mapping[JointSide, Sequence[Tested]]) -> list[str]:
        met = [each for tested in tests.values() if self.enough(tested) is Verdict.MET for each in tested]
        days = {each.on for each in met if _seen(each, self.lasting) is Standing.NEGATIVE}
        shown = listed([show_date(on) for on in sorted(days)])
        return [phrase("caution.failed_before", on=shown)] if days else []


def _out_of_order(tests: Iterable[Sequence[Tested]]) -> list[str]:
    """A caution when the short-acting agent of two positive blocks lasted as long or longer."""
    found: set[PairVerdict] = set()
    for tested in tests:
        positive = [each.assessed for each in tested if each.standing is Standing.POSITIVE]
        if len(positive) > 1:
            found.update(row.verdict for row in compare(*positive[-2:]).rows)
    return [phrase("caution.discordant")] if found & _DISCORDANT else []


_DISCORDANT = {PairVerdict.DISCORDANT, PairVerdict.DISCORDANT_PROLONGED}


def _other_causes(case: Case) -> list[str]:
    """What else may explain relief: steroid given in between, an implanted device."""
    done = [block for block, _ in diagnostic_blocks(case)]
    dates = [block.performed_on for block in done]
    steroid = [
        block.performed_on
        for block, _ in case.blocks
        if block.drugs_for(DrugUse.STEROID) and dates and dates[0] < block.performed_on < dates[-1]
    ]
    cautions = [phrase("caution.steroid_between", on=show_date(on)) for on in sorted(steroid)]
    if case.patient.implanted_device and any(block.other_causes.device_on is None for block in done):
        cautions.append(phrase("caution.implanted_device"))
    return cautions


def _at_every_place(
    case: Case, tests: Mapping[JointSide, Sequence[Tested]], judge: Callable[[Sequence[Tested]], Verdict]
) -> Found:
    """One verdict for all joints and sides in question: the worst of them, with what each block showed."""
    if not any(tests.values()):
        return Found(Verdict.NOT_YET, missing=(_no_test(case),))
    verdicts = {place: judge(tested) for place, tested in tests.items()}
    everything = sorted((each for tested in tests.values() for each in tested), key=lambda each: each.on)
    return Found(
        worst(verdicts.values()),
        tuple(dict.fromkeys(map(evidence_of, everything))),
        tuple(dict.fromkeys(each.gap for each in everything if each.gap)),
        " ".join(dict.fromkeys([*_apart(verdicts), *_beside(everything)])),
    )


def _no_test(case: Case) -> str:
    return phrase("gap.no_test" if diagnostic_blocks(case) else "gap.no_block")


def _apart(verdicts: Mapping[JointSide, Verdict]) -> list[str]:
    """Which joints and sides got which verdict, when they differ."""
    if len(set(verdicts.values())) < 2:
        return []
    groups: dict[Verdict, list[JointSide]] = {}
    for place, verdict in verdicts.items():
        groups.setdefault(verdict, []).append(place)
    return [
        phrase("caution.at_places", places=say_places(found), verdict=of(verdict).lower())
        for verdict, found in groups.items()
    ]


def _beside(tests: Iterable[Tested]) -> list[str]:
    positive = [(t.assessed, t.result) for t in tests if t.standing is Standing.POSITIVE and t.result]
    return [caution for assessed, result in positive for caution in cautions_of(assessed, result)]


@dataclass(frozen=True, slots=True)
class DaysBetweenBlocks:
    """Two diagnostic blocks of a joint and side are at least `at_least` days apart, by date of service.

    With `unless_explained` a sooner one passes, with a caution, when the reason for it is written down.
    """

    at_least: int
    unless_explained: bool = False

    def find(self, case: Case) -> Found:
        days = {place: blocks_at(case, place) for place in places(case)}
        if not any(days.values()):
            return Found(Verdict.NOT_YET, missing=(_no_test(case),))
        evidence = [each for dates in days.values() for each in self._evidence(dates)]
        verdict = worst(self._verdict(blocks) for blocks in days.values())
        reasons = [reason for blocks in days.values() for reason in self._reasons(blocks)]
        return Found(verdict, tuple(dict.fromkeys(evidence)), caution=" ".join(dict.fromkeys(reasons)))

    def _verdict(self, blocks: Sequence[Block]) -> Verdict:
        if len(blocks) < 2:
            return Verdict.NOT_YET
        sooner = self._sooner(blocks)
        explained = self.unless_explained and all(map(early_reason, sooner))
        return Verdict.MET if not sooner or explained else Verdict.NOT_MET

    def _sooner(self, blocks: Sequence[Block]) -> list[Block]:
        least = timedelta(days=self.at_least)
        return [b for a, b in pairwise(blocks) if b.performed_on - a.performed_on < least]

    def _reasons(self, blocks: Sequence[Block]) -> list[str]:
        return [self._reason(block) for block in self._sooner(blocks) if self.unless_explained]

    def _reason(self, block: Block) -> str:
        on, reason = show_date(block.performed_on), early_reason(block)
        return (
            phrase("caution.reason", on=on, reason=reason) if reason else phrase("caution.no_reason", on=on)
        )

    def _evidence(self, blocks: Sequence[Block]) -> list[Evidence]:
        if len(blocks) == 1:
            day = blocks[0].performed_on + timedelta(days=self.at_least)
            return [Evidence(phrase("evidence.second_from", on=show_date(day)), blocks[0].id, on=day)]
        return [_interval(earlier, later) for earlier, later in pairwise(blocks)]


def early_reason(block: Block) -> str:
    """Why a block came so soon, without the stop at its end; a stop alone is no reason."""
    return block.early_because.rstrip(". ")


def blocks_at(case: Case, place: JointSide) -> list[Block]:
    """The diagnostic blocks that count at a joint on a side, whatever the complaint; oldest first."""
    own = [block for block, response in diagnostic_blocks(case) if counts(block, response, place)]
    beside = [block for block in case.others if is_test(block) and counts(block, None, place)]
    return sorted([*own, *beside], key=time_of)


def _interval(earlier: Block, later: Block) -> Evidence:
    days = (later.performed_on - earlier.performed_on).days
    start, end = show_date(earlier.performed_on), show_date(later.performed_on)
    text = phrase("evidence.interval", start=start, end=end, days=days)
    return Evidence(text, later.id, days, later.performed_on)


def confirmed(case: Case, asked: ReliefEachTime) -> tuple[JointSide, ...]:
    """The joints and sides whose blocks confirmed it; a letter asks only for these.

    How long relief lasted does not decide here: the windows are conventions, and the rule itself says it.
    """
    relief = replace(asked, lasting=False)
    tests = assessed_tests(case, relief.threshold)
    everywhere = in_order(place for each in tests for place in joints_blocked(each.block))
    found = {place: tests_at(case, place, tests) for place in everywhere}
    return tuple(
        place
        for place, tested in found.items()
        if relief.enough(still_counting(case, place, tested, asked.renewed_after)) is Verdict.MET
    )

"""Criteria about ablations: the planned one, earlier ones at the same joints, and blocks after those."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from mbb_desktop.clinical.ablation_outcome import best_relief
from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.block_criteria import ReliefEachTime
from mbb_desktop.clinical.course import AblationMethod, Treatment
from mbb_desktop.clinical.course_criteria import months_later
from mbb_desktop.clinical.criteria import Case, Evidence, Found, Verdict, not_yet, together
from mbb_desktop.clinical.earlier_ablation import earlier_at, long_ago, still_counting
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.note_criteria import known
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.relief_held import Held, found_of, say_treatment
from mbb_desktop.clinical.sessions import joints_of
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.clinical.standings import (
    Tested,
    assessed_tests,
    diagnostic_blocks,
    evidence_of,
    places,
    tests_at,
)

_YEAR = 12


@dataclass(frozen=True, slots=True)
class AblationPlanned:
    """An ablation is the next step when the blocks are positive."""

    def find(self, case: Case) -> Found:
        planned = case.course.rfa_planned_if_positive
        if planned is None:
            return Found(Verdict.UNKNOWN, missing=(phrase("missing.rfa_planned"),))
        key = "evidence.rfa_planned" if planned else "evidence.rfa_not_planned"
        return Found(Verdict.MET if planned else Verdict.NOT_MET, (Evidence(phrase(key), case.course.id),))


@dataclass(frozen=True, slots=True)
class AblationMethodAllowed:
    """The ablation uses one of `allowed` and, where `over` is given, more than that temperature (°C).

    The planned one is judged, and while nothing is planned the one that was done after the blocks. Exactly
    `over` passes with a caution, because wordings differ between `80` and `more than 80`.
    """

    allowed: tuple[str, ...]
    over: Decimal | None = None

    def __post_init__(self) -> None:
        known(self.allowed, [method.value for method in AblationMethod], "method")

    def find(self, case: Case) -> Found:
        course, done = case.course, _done_instead_of_planned(case)
        method = done.method if done else course.rfa_method
        celsius = done.temperature if done else course.rfa_temperature
        evidence = [_told(done, case)] if done else []
        evidence += [] if method is None else [Evidence(method.value, course.id)]
        if celsius is not None:
            evidence.append(Evidence(phrase("evidence.celsius", celsius=plain(celsius)), course.id, celsius))
        words = "done" if done else "rfa"
        missing = [] if method is not None else [phrase(f"missing.{words}_method")]
        if self.over is not None and celsius is None:
            missing.append(phrase(f"missing.{words}_temperature"))
        return Found(
            self._verdict(method, celsius, bool(missing)),
            tuple(evidence),
            tuple(missing),
            self._caution(celsius),
        )

    def _verdict(self, method: AblationMethod | None, celsius: Decimal | None, missing: bool) -> Verdict:
        cold = self.over is not None and celsius is not None and celsius < self.over
        if cold or (method is not None and method.value not in self.allowed):
            return Verdict.NOT_MET
        return Verdict.UNKNOWN if missing else Verdict.MET

    def _caution(self, celsius: Decimal | None) -> str:
        exact = self.over is not None and celsius == self.over
        return phrase("caution.exactly_celsius", celsius=plain(self.over or Decimal())) if exact else ""


def _done_instead_of_planned(case: Case) -> Treatment | None:
    """The latest ablation after the last diagnostic block; None while there is none, or one is planned."""
    if case.course.rfa_method is not None or case.course.rfa_temperature is not None:
        return None
    tested = [block.performed_on for block, _ in diagnostic_blocks(case)]
    done = [each for each in case.course.ablations if tested and each.on and each.on >= max(tested)]
    return max(done, key=lambda each: each.on or case.today, default=None)


def _without_earlier(case: Case, found: Sequence[Treatment]) -> Found | None:
    """What to say when there is no earlier ablation here; None when there is one."""
    if found:
        return None
    if case.course.ablated_before is None and not case.course.ablations:
        return Found(Verdict.UNKNOWN, missing=(phrase("missing.ablation"),))
    if case.course.ablated_before and not case.course.ablations:
        return Found(Verdict.UNKNOWN, missing=(phrase("missing.ablation_day"),))
    return Found(Verdict.DOES_NOT_APPLY, (Evidence(phrase("evidence.no_ablation"), case.course.id),))


def _at_each_place(case: Case, judge: Callable[[Sequence[Treatment], JointSide | None], Found]) -> Found:
    """What a rule about the last ablation finds at each joint and side in question, together."""
    everywhere: Sequence[JointSide | None] = places(case) or [None]
    return together([_at(case, place, judge) for place in everywhere])


def _at(
    case: Case, place: JointSide | None, judge: Callable[[Sequence[Treatment], JointSide | None], Found]
) -> Found:
    found = earlier_at(case, [] if place is None else [place])
    return _without_earlier(case, found) or _undated(case, found) or judge(found, place)


def _undated(case: Case, found: Sequence[Treatment]) -> Found | None:
    """With a day missing nobody knows which of several ablations was the last; None when all have one."""
    if len(found) == 1 or all(each.on is not None for each in found):
        return None
    told = tuple(_told(each, case) for each in found)
    return Found(Verdict.UNKNOWN, told, (phrase("missing.ablation_day"),))


def _told(ablation: Treatment, case: Case) -> Evidence:
    said = say_treatment(ablation, "evidence.ablation")
    return Evidence(said, case.course.id, ablation.relief, ablation.on)


@dataclass(frozen=True, slots=True)
class EarlierAblationHelped:
    """A repeat at the same joints: the last one gave `relief` percent for `months` or `weeks`.

    `function`, where given, is the improvement in movements or daily activities that suffices instead. How
    long relief held is counted to the day on which the patient noticed the pain again.
    """

    relief: Decimal
    months: int = 0
    weeks: int = 0
    over: bool = False
    function: Decimal | None = None

    def __post_init__(self) -> None:
        self._asked()

    def find(self, case: Case) -> Found:
        return _at_each_place(case, lambda found, _place: self._judge(case, found[-1]))

    def _judge(self, case: Case, last: Treatment) -> Found:
        asked = self._asked()
        words = phrase("missing.ablation_day"), phrase("missing.ablation_relief")
        return found_of(asked.by(last), (_told(last, case),), asked.missing(last, *words))

    def _asked(self) -> Held:
        return Held(self.relief, self.months, self.weeks, self.over, self.function)


@dataclass(frozen=True, slots=True)
class EarlierAblationRecent:
    """The last ablation lies at most `years` back, else `blocks` since then each gave `relief` percent."""

    years: int
    blocks: int
    relief: Decimal
    over: bool = False
    lasting: bool = False

    def find(self, case: Case) -> Found:
        return _at_each_place(case, lambda found, place: self._judge(case, found[-1], place))

    def _judge(self, case: Case, last: Treatment, place: JointSide | None) -> Found:
        if last.on is None:
            return Found(Verdict.UNKNOWN, (_told(last, case),), (phrase("missing.ablation_day"),))
        if not long_ago(last.on, self.years, case.today):
            return Found(Verdict.MET, (_told(last, case),))
        tests = () if place is None else self._since(case, place)
        if not tests:
            repeat = phrase("caution.repeat_blocks", years=self.years)
            return Found(Verdict.NOT_MET, (_told(last, case),), caution=repeat)
        asked = ReliefEachTime(self.blocks, self.relief, self.over, lasting=self.lasting)
        told = (_told(last, case), *(evidence_of(tested) for tested in tests))
        return Found(asked.enough(tests), told, tuple(filter(None, (tested.gap for tested in tests))))

    def _since(self, case: Case, place: JointSide) -> Sequence[Tested]:
        tests = tests_at(case, place, assessed_tests(case, Threshold(self.relief, self.over)))
        return still_counting(case, place, tests, self.years)


@dataclass(frozen=True, slots=True)
class MonthsSinceAblation:
    """The last ablation of the same joints and sides was at least `at_least` months ago."""

    at_least: int

    def find(self, case: Case) -> Found:
        return _at_each_place(case, lambda found, _place: self._judge(case, found[-1]))

    def _judge(self, case: Case, last: Treatment) -> Found:
        if last.on is None:
            return Found(Verdict.UNKNOWN, (_told(last, case),), (phrase("missing.ablation_day"),))
        possible = months_later(last.on, self.at_least)
        evidence = (_told(last, case), Evidence(phrase("evidence.possible_from", on=show_date(possible))))
        return Found(Verdict.MET if possible <= case.today else Verdict.NOT_MET, evidence)


@dataclass(frozen=True, slots=True)
class NoBlockAfterAblation:
    """No diagnostic block of a joint within `years` of an ablation there that gave `relief` percent."""

    relief: Decimal
    years: int

    def find(self, case: Case) -> Found:
        blocks = [block for block, _ in diagnostic_blocks(case)]
        if not blocks:
            return not_yet("gap.no_block")
        return together([self._judge(case, block) for block in blocks])

    def _judge(self, case: Case, block: Block) -> Found:
        there = earlier_at(case, joints_of(block))
        if (without := _without_earlier(case, there)) is not None:
            kept = without.verdict is Verdict.DOES_NOT_APPLY
            return replace(without, verdict=Verdict.MET) if kept else without
        before = [each for each in there if self._near(each, block)]
        if not before:
            return Found(Verdict.MET, (_told(there[-1], case),))
        return together([self._after(case, each) for each in before])

    def _after(self, case: Case, last: Treatment) -> Found:
        relief = best_relief(last)
        if last.on is None or not last.joints or relief is None:
            gap = "missing.ablation_relief" if last.on and last.joints else "missing.ablation_day"
            return Found(Verdict.UNKNOWN, (_told(last, case),), (phrase(gap),))
        success = relief >= self.relief
        return Found(Verdict.NOT_MET if success else Verdict.MET, (_told(last, case),))

    def _near(self, ablation: Treatment, block: Block) -> bool:
        if ablation.on is None:
            return True
        late = months_later(ablation.on, _YEAR * self.years)
        return ablation.on < block.performed_on <= late

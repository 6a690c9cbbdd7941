"""Criteria about ablations: the planned one, earlier ones at the same joints, and blocks after those."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import AblationMethod, Treatment
from mbb_desktop.clinical.course_criteria import months_later
from mbb_desktop.clinical.criteria import Case, Evidence, Found, Verdict, not_yet, together
from mbb_desktop.clinical.note_criteria import known
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.relief_held import Held, found_of, may_be_at, say_treatment
from mbb_desktop.clinical.sessions import joints_of
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.clinical.standings import diagnostic_blocks, places

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
    """The planned ablation uses one of `allowed` and, where `over` is given, more than that temperature (°C).

    Exactly `over` passes with a caution, because wordings differ between `80` and `more than 80`.
    """

    allowed: tuple[str, ...]
    over: Decimal | None = None

    def __post_init__(self) -> None:
        known(self.allowed, [method.value for method in AblationMethod], "method")

    def find(self, case: Case) -> Found:
        course = case.course
        method, celsius = course.rfa_method, course.rfa_temperature
        evidence = [] if method is None else [Evidence(method.value, course.id)]
        if celsius is not None:
            evidence.append(Evidence(phrase("evidence.celsius", celsius=plain(celsius)), course.id, celsius))
        missing = [] if method is not None else [phrase("missing.rfa_method")]
        if self.over is not None and celsius is None:
            missing.append(phrase("missing.rfa_temperature"))
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


def earlier_at(case: Case, asked: Sequence[JointSide]) -> tuple[Treatment, ...]:
    """The earlier ablations that treated, or may have treated, one of these joints; latest last."""
    found = [each for each in case.course.ablations if may_be_at(each, asked)]
    return tuple(sorted(found, key=lambda each: each.on or date.min))


def _without_earlier(case: Case, found: Sequence[Treatment]) -> Found | None:
    """What to say when there is no earlier ablation here; None when there is one."""
    if found:
        return None
    if case.course.ablated_before is None and not case.course.ablations:
        return Found(Verdict.UNKNOWN, missing=(phrase("missing.ablation"),))
    if case.course.ablated_before and not case.course.ablations:
        return Found(Verdict.UNKNOWN, missing=(phrase("missing.ablation_day"),))
    return Found(Verdict.MET, (Evidence(phrase("evidence.no_ablation"), case.course.id),))


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
        found = earlier_at(case, places(case))
        if (without := _without_earlier(case, found)) is not None:
            return without
        last, asked = found[-1], self._asked()
        words = phrase("missing.ablation_day"), phrase("missing.ablation_relief")
        return found_of(asked.by(last), (_told(last, case),), asked.missing(last, *words))

    def _asked(self) -> Held:
        return Held(self.relief, self.months, self.weeks, self.over, self.function)


@dataclass(frozen=True, slots=True)
class EarlierAblationRecent:
    """An earlier ablation lies at most `years` back, else it was followed by a diagnostic block."""

    years: int

    def find(self, case: Case) -> Found:
        found = earlier_at(case, places(case))
        if (without := _without_earlier(case, found)) is not None:
            return without
        last = found[-1]
        if last.on is None:
            return Found(Verdict.UNKNOWN, (_told(last, case),), (phrase("missing.ablation_day"),))
        if months_later(last.on, _YEAR * self.years) >= case.today:
            return Found(Verdict.MET, (_told(last, case),))
        after = [block for block, _ in diagnostic_blocks(case) if block.performed_on > last.on]
        if after:
            since = phrase("evidence.block_since", on=show_date(after[-1].performed_on))
            return Found(Verdict.MET, (_told(last, case), Evidence(since, after[-1].id)))
        repeat = phrase("caution.repeat_blocks", years=self.years)
        return Found(Verdict.NOT_MET, (_told(last, case),), caution=repeat)


@dataclass(frozen=True, slots=True)
class MonthsSinceAblation:
    """The last ablation of the same joints and sides was at least `at_least` months ago."""

    at_least: int

    def find(self, case: Case) -> Found:
        found = earlier_at(case, places(case))
        if (without := _without_earlier(case, found)) is not None:
            return without
        last = found[-1]
        if any(each.on is None for each in found) or last.on is None:
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
        if (without := _without_earlier(case, case.course.ablations)) is not None:
            return without
        return together([self._judge(case, block) for block in blocks])

    def _judge(self, case: Case, block: Block) -> Found:
        before = [each for each in earlier_at(case, joints_of(block)) if self._near(each, block)]
        if not before:
            return Found(Verdict.MET, (Evidence(phrase("evidence.no_ablation"), case.course.id),))
        last = before[-1]
        if last.on is None or not last.joints or last.relief is None:
            gap = "missing.ablation_relief" if last.on and last.joints else "missing.ablation_day"
            return Found(Verdict.UNKNOWN, (_told(last, case),), (phrase(gap),))
        success = last.relief >= self.relief
        return Found(Verdict.NOT_MET if success else Verdict.MET, (_told(last, case),))

    def _near(self, ablation: Treatment, block: Block) -> bool:
        if ablation.on is None:
            return True
        late = months_later(ablation.on, _YEAR * self.years)
        return ablation.on < block.performed_on <= late

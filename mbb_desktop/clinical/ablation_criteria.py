"""Criteria about ablations: the planned one, earlier ones at the same joints, and blocks after those."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Ablation, AblationMethod
from mbb_desktop.clinical.course_criteria import months_later, whole_months
from mbb_desktop.clinical.criteria import Case, Evidence, Found, Verdict, not_yet, together
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.note_criteria import known
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.sessions import joints_of
from mbb_desktop.clinical.shown import listed, show_date
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


def earlier_at(case: Case, asked: Sequence[JointSide]) -> tuple[Ablation, ...]:
    """The earlier ablations that treated, or may have treated, one of these joints; latest last."""
    found = [each for each in case.course.ablations if _may_be_at(each, asked)]
    return tuple(sorted(found, key=lambda each: each.on or date.min))


def _may_be_at(ablation: Ablation, asked: Sequence[JointSide]) -> bool:
    if not asked or not ablation.joints:
        return True
    sides = {place.side for place in asked if place.joint in ablation.joints}
    return bool(sides) and (not ablation.sides or bool(sides & set(ablation.sides)))


def _without_earlier(case: Case, found: Sequence[Ablation]) -> Found | None:
    """What to say when there is no earlier ablation here; None when there is one."""
    if found:
        return None
    if case.course.ablated_before is None and not case.course.ablations:
        return Found(Verdict.UNKNOWN, missing=(phrase("missing.ablation"),))
    if case.course.ablated_before and not case.course.ablations:
        return Found(Verdict.UNKNOWN, missing=(phrase("missing.ablation_day"),))
    return Found(Verdict.MET, (Evidence(phrase("evidence.no_ablation"), case.course.id),))


def _told(ablation: Ablation, case: Case) -> Evidence:
    """`ablation of L4-5 and L5-S1 on 12-Jan-2026, 80 % relief for 7 months`."""
    where = listed(ablation.joints) or phrase("evidence.where_missing")
    sides = [" ".join(side.value for side in ablation.sides)] if ablation.sides else []
    when = show_date(ablation.on) if ablation.on else phrase("evidence.day_missing")
    parts = [phrase("evidence.ablation", joints=", ".join([where, *sides]), on=when)]
    if ablation.relief is not None:
        parts.append(phrase("evidence.relief", percent=plain(ablation.relief)))
    if ablation.on and ablation.pain_back_on:
        months = whole_months(ablation.on, ablation.pain_back_on)
        parts.append(phrase("evidence.pain_back", on=show_date(ablation.pain_back_on), months=months))
    if ablation.function is not None:
        parts.append(phrase("evidence.function", percent=plain(ablation.function)))
    return Evidence(", ".join(parts), case.course.id, ablation.relief, ablation.on)


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
        if bool(self.months) is bool(self.weeks):
            raise ValueError("either 'months' or 'weeks' must be given.")

    def find(self, case: Case) -> Found:
        found = earlier_at(case, places(case))
        if (without := _without_earlier(case, found)) is not None:
            return without
        last = found[-1]
        held = _both(self._enough(last), self._long(last))
        useful = self._useful(last)
        verdict = _verdict(_either(held, useful))
        missing = tuple(self._missing(last)) if verdict is Verdict.UNKNOWN else ()
        return Found(verdict, (_told(last, case),), missing)

    def _enough(self, last: Ablation) -> bool | None:
        if last.relief is None:
            return None
        return Threshold(self.relief, self.over).met_by(Fraction(last.relief))

    def _long(self, last: Ablation) -> bool | None:
        if last.on is None or last.pain_back_on is None:
            return None
        due = months_later(last.on, self.months) + timedelta(weeks=self.weeks)
        return last.pain_back_on >= due

    def _useful(self, last: Ablation) -> bool | None:
        if self.function is None:
            return False
        return None if last.function is None else last.function >= self.function

    def _missing(self, last: Ablation) -> list[str]:
        lacking = (
            (last.on is None, "missing.ablation_day"),
            (last.relief is None, "missing.ablation_relief"),
            (last.pain_back_on is None, "missing.pain_back"),
            (self.function is not None and last.function is None, "missing.function"),
        )
        return [phrase(key) for lacks, key in lacking if lacks]


def _both(a: bool | None, b: bool | None) -> bool | None:
    return False if a is False or b is False else None if a is None or b is None else True


def _either(a: bool | None, b: bool | None) -> bool | None:
    return True if a or b else None if a is None or b is None else False


def _verdict(holds: bool | None) -> Verdict:
    return Verdict.UNKNOWN if holds is None else Verdict.MET if holds else Verdict.NOT_MET


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

    def _near(self, ablation: Ablation, block: Block) -> bool:
        if ablation.on is None:
            return True
        late = months_later(ablation.on, _YEAR * self.years)
        return ablation.on < block.performed_on <= late

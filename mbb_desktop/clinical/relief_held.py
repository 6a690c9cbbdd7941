"""How long an ablation or a therapeutic block helped, counted to the day on which the pain came back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from mbb_desktop.clinical.ablation_outcome import best_function, best_relief, reliefs, say_outcomes
from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.course import Treatment
from mbb_desktop.clinical.course_criteria import months_later, whole_months
from mbb_desktop.clinical.criteria import Evidence, Found, Verdict
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.shown import listed, show_date


@dataclass(frozen=True, slots=True)
class Held:
    """`relief` percent for `months` or `weeks`, or `function` percent better movements or activities."""

    relief: Decimal
    months: int = 0
    weeks: int = 0
    over: bool = False
    function: Decimal | None = None

    def __post_init__(self) -> None:
        if bool(self.months) is bool(self.weeks):
            raise ValueError("either 'months' or 'weeks' must be given.")

    def by(self, last: Treatment) -> bool | None:
        """Whether a treatment helped that long; None while a fact is missing that would decide it."""
        return _either(_both(self._enough(last), self._long(last)), self._useful(last))

    def missing(self, last: Treatment, day: str, relief: str) -> Iterator[str]:
        """What would decide it; `day` and `relief` are the words for those two."""
        if last.on is None:
            yield day
        if best_relief(last) is None:
            yield relief
        if last.pain_back_on is None and not self._long(last):
            on = last.not_back_on
            yield phrase("missing.not_back", on=show_date(on)) if on else phrase("missing.pain_back")
        if self.function is not None and best_function(last) is None:
            yield phrase("missing.function")

    def _enough(self, last: Treatment) -> bool | None:
        found = best_relief(last)
        return None if found is None else self._reached(found)

    def _reached(self, relief: Fraction) -> bool:
        return Threshold(self.relief, self.over).met_by(relief)

    def _long(self, last: Treatment) -> bool | None:
        """Relief that still goes on has lasted at least until the day on which that was asked.

        Scores that fell below the threshold before the day end it, whatever was told.
        """
        if last.on is None:
            return None
        due = months_later(last.on, self.months) + timedelta(weeks=self.weeks)
        measured = self._measured(last, due)
        if last.pain_back_on is not None:
            return measured is not False and last.pain_back_on >= due
        told = True if last.not_back_on is not None and last.not_back_on >= due else None
        return measured if measured is not None else told

    def _measured(self, last: Treatment, due: date) -> bool | None:
        """What the outcomes show about the relief on that day; None while it lies in a gap between them."""
        found = reliefs(last)
        if any(on <= due and not self._reached(relief) for on, relief in found):
            return False
        after = [self._reached(relief) for on, relief in found if on >= due]
        return True if any(after) else None

    def _useful(self, last: Treatment) -> bool | None:
        if self.function is None:
            return False
        found = best_function(last)
        return None if found is None else found >= self.function


def _both(a: bool | None, b: bool | None) -> bool | None:
    return False if a is False or b is False else None if a is None or b is None else True


def _either(a: bool | None, b: bool | None) -> bool | None:
    return True if a or b else None if a is None or b is None else False


def may_be_at(done: Treatment, asked: Sequence[JointSide]) -> bool:
    """Whether a treatment was, or may have been, at one of these joints and sides."""
    if not asked or not done.joints:
        return True
    sides = {place.side for place in asked if place.joint in done.joints}
    return bool(sides) and (not done.sides or bool(sides & set(done.sides)))


def found_of(holds: bool | None, evidence: tuple[Evidence, ...], missing: Iterable[str]) -> Found:
    """A finding that says what is missing only while that would decide it."""
    if holds is None:
        return Found(Verdict.UNKNOWN, evidence, tuple(missing))
    return Found(Verdict.MET if holds else Verdict.NOT_MET, evidence)


def say_treatment(done: Treatment, words: str) -> str:
    """`ablation of L4-5 and L5-S1 on 12-Jan-2026, 80 % relief, pain back on 12-Aug-2026 (7 months)`."""
    where = listed(done.joints) or phrase("evidence.where_missing")
    sides = [listed([side.value for side in done.sides])] if done.sides else []
    when = show_date(done.on) if done.on else phrase("evidence.day_missing")
    parts = [phrase(words, joints=", ".join([where, *sides]), on=when)]
    if done.relief is not None:
        parts.append(phrase("evidence.relief", percent=plain(done.relief)))
    parts += filter(None, [say_held(done)])
    if done.function is not None:
        parts.append(phrase("evidence.function", percent=plain(done.function)))
    parts += say_outcomes(done)
    return ", ".join(parts)


def say_held(done: Treatment) -> str:
    """`pain back on 12-Aug-2026 (7 months)`, `pain not back on 12-Aug-2026 (at least 7 months)`."""
    key, on = "evidence.pain_back", done.pain_back_on
    if on is None:
        key, on = "evidence.pain_not_back", done.not_back_on
    if done.on is None or on is None:
        return ""
    return phrase(key, on=show_date(on), months=whole_months(done.on, on))

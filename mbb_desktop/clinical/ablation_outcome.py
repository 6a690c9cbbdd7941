"""What came of an ablation after 3, 6 and 12 months: relief from scores, function, and when to ask."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from mbb_desktop.clinical.course import Outcome, Treatment
from mbb_desktop.clinical.course_criteria import months_later
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.response import relief_percent, show_percent
from mbb_desktop.clinical.shown import show_date

MONTHS = (3, 6, 12)
"""When an outcome is asked for, in months after the ablation."""

_LAST_ASKED = 18
"""Months after which nobody is called any more about the outcome after twelve."""


def outcome_at(done: Treatment, months: int) -> Outcome:
    """What was said after 3, 6 or 12 months."""
    return {3: done.at_3_months, 6: done.at_6_months, 12: done.at_12_months}[months]


def with_outcome(done: Treatment, months: int, outcome: Outcome) -> Treatment:
    """The ablation with the outcome after so many months."""
    if months == 3:
        return replace(done, at_3_months=outcome)
    return replace(done, at_6_months=outcome) if months == 6 else replace(done, at_12_months=outcome)


def outcomes(done: Treatment) -> tuple[tuple[int, Outcome], ...]:
    """Every outcome that was asked, with its months, the first first."""
    return tuple((m, outcome_at(done, m)) for m in MONTHS if outcome_at(done, m).on is not None)


def calculated(done: Treatment, outcome: Outcome) -> Fraction | None:
    """Relief in percent from the scores before and now; None without one of them, or with no pain before."""
    if done.score_before is None or outcome.score is None:
        return None
    return relief_percent(done.score_before, outcome.score)


def relief_of(done: Treatment, outcome: Outcome) -> Fraction | None:
    """The relief that counts: calculated from scores, else as the patient states it."""
    found = calculated(done, outcome)
    return Fraction(outcome.stated) if found is None and outcome.stated is not None else found


def reliefs(done: Treatment) -> tuple[tuple[date, Fraction], ...]:
    """The relief on each day that was asked about."""
    found = ((o.on, relief_of(done, o)) for _, o in outcomes(done))
    return tuple((on, relief) for on, relief in found if on is not None and relief is not None)


def best_relief(done: Treatment) -> Fraction | None:
    """The best improvement in percent: as told, else the best of the outcomes."""
    if done.relief is not None:
        return Fraction(done.relief)
    return max((relief for _, relief in reliefs(done)), default=None)


def best_function(done: Treatment) -> Fraction | None:
    """The best improvement of function in percent: as told, else the best of the outcomes."""
    if done.function is not None:
        return Fraction(done.function)
    return max((Fraction(o.function) for _, o in outcomes(done) if o.function is not None), default=None)


def next_outcome(done: Treatment) -> tuple[int, date] | None:
    """The next outcome to ask for, and from which day; None once the pain is back or all were asked.

    An earlier one that was missed is not asked for any more when a later one was.
    """
    if done.on is None or done.pain_back_on is not None:
        return None
    asked = max((months for months, _ in outcomes(done)), default=0)
    later = next((months for months in MONTHS if months > asked), None)
    return None if later is None else (later, months_later(done.on, later))


def outcome_due(done: Treatment, today: date) -> tuple[int, date] | None:
    """Like `next_outcome`, but of several that are due only the last; None when that is long ago."""
    found = next_outcome(done)
    if found is None or done.on is None or today >= months_later(done.on, _LAST_ASKED):
        return None
    passed = [m for m in MONTHS if m >= found[0] and months_later(done.on, m) <= today]
    return (passed[-1], months_later(done.on, passed[-1])) if passed else found


def say_outcomes(done: Treatment) -> Iterator[str]:
    """`after 6 months 75 % relief (NRS 8 to 2), stated 80 %`, one for each that was asked."""
    for months, outcome in outcomes(done):
        assert outcome.on is not None
        parts = [phrase("evidence.outcome", months=months, on=show_date(outcome.on))]
        relief = calculated(done, outcome)
        if relief is not None and done.score_before is not None and outcome.score is not None:
            scores = {"before": plain(done.score_before), "now": plain(outcome.score)}
            parts.append(phrase("evidence.outcome_relief", percent=show_percent(relief), **scores))
        elif outcome.score is not None:
            parts.append(phrase("evidence.outcome_score", now=plain(outcome.score)))
        if outcome.stated is not None:
            parts.append(phrase("evidence.outcome_stated", percent=plain(outcome.stated)))
        if outcome.function is not None:
            parts.append(phrase("evidence.function", percent=plain(outcome.function)))
        yield ", ".join(parts)

"""Criteria about the course: what the pain is, how long it lasts, what was tried and what was ruled out."""

import calendar
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from mbb_desktop.clinical.course import (
    CareKind,
    CareOutcome,
    ConservativeCare,
    Course,
    Imaging,
    RootsExplained,
)
from mbb_desktop.clinical.criteria import Case, Evidence, Found, Verdict
from mbb_desktop.clinical.phrases import of, phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.clinical.standings import diagnostic_blocks

_FAILED = (CareOutcome.NO_RELIEF, CareOutcome.PARTIAL, CareOutcome.NOT_TOLERATED)


def first_block_on(case: Case) -> date | None:
    """The day of the first diagnostic block: what justified it must lie before."""
    done = diagnostic_blocks(case)
    return done[0][0].performed_on if done else None


def judged_on(case: Case) -> date:
    """The day as of which an indication is judged: that of the first diagnostic block, else today."""
    return first_block_on(case) or case.today


@dataclass(frozen=True, slots=True)
class AxialPainWithDeficit:
    """The pain is mainly axial, scored, and limits what the patient can do.

    A score below `score_at_least` gives a caution: bodies that say `moderate` name no number.
    """

    score_at_least: Decimal

    def find(self, case: Case) -> Found:
        course = case.course
        evidence = tuple(_pain_evidence(course))
        if course.axial is False:
            return Found(Verdict.NOT_MET, evidence)
        mild = course.usual_score is not None and course.usual_score < self.score_at_least
        caution = phrase("caution.mild_pain", score=plain(self.score_at_least)) if mild else ""
        missing = tuple(_pain_missing(course, judged_on(case)))
        return Found(Verdict.UNKNOWN if missing else Verdict.MET, evidence, missing, caution)


def _pain_evidence(course: Course) -> list[Evidence]:
    found: list[Evidence] = []
    if course.axial is not None:
        key = "evidence.axial" if course.axial else "evidence.not_axial"
        found.append(Evidence(phrase(key), course.id))
    if course.usual_score is not None:
        text = phrase("evidence.usual_score", score=plain(course.usual_score))
        found.append(Evidence(text, course.id, course.usual_score))
    if course.limits:
        found.append(Evidence(course.limits, course.id))
    if _has_disability_score(course) and course.disability_score is not None:
        fields = {"scale": course.disability_scale, "score": plain(course.disability_score)}
        key = "evidence.disability_on" if course.disability_on else "evidence.disability"
        day = {"on": show_date(course.disability_on)} if course.disability_on else {}
        text = phrase(key, **fields, **day)
        found.append(Evidence(text, course.id, course.disability_score, course.disability_on))
    return found


def _has_disability_score(course: Course) -> bool:
    return bool(course.disability_scale) and course.disability_score is not None


def _pain_missing(course: Course, by: date) -> list[str]:
    missing = []
    if course.axial is None:
        missing.append(phrase("missing.axial"))
    if course.usual_score is None:
        missing.append(phrase("missing.usual_score"))
    scored = _has_disability_score(course) and (course.disability_on is None or course.disability_on <= by)
    if not course.limits and not scored:
        missing.append(phrase("missing.deficit"))
    return missing


@dataclass(frozen=True, slots=True)
class PainLasts:
    """The pain had lasted at least `months` calendar months at the first diagnostic block, else by today."""

    months: int

    def find(self, case: Case) -> Found:
        began = case.course.began_on
        if began is None:
            return Found(Verdict.UNKNOWN, missing=(phrase("missing.onset"),))
        earliest, latest = _first_and_last_day(began, case.course.began_month_only)
        evidence, by = (_since(case, began, latest),), judged_on(case)
        if months_later(latest, self.months) <= by:
            return Found(Verdict.MET, evidence)
        if months_later(earliest, self.months) <= by:
            return Found(Verdict.UNKNOWN, evidence, (phrase("missing.onset_day"),))
        return Found(Verdict.NOT_MET, evidence)


def _since(case: Case, began: date, latest: date) -> Evidence:
    months = whole_months(latest, judged_on(case))
    shown = show_date(began)
    since = shown[3:] if case.course.began_month_only else shown
    key = "evidence.since" if first_block_on(case) is None else "evidence.since_block"
    return Evidence(phrase(key, since=since, months=months), case.course.id, months, began)


def _first_and_last_day(began: date, month_only: bool) -> tuple[date, date]:
    """The days on which the pain may have begun."""
    if not month_only:
        return began, began
    return began.replace(day=1), began.replace(day=_days_in(began.year, began.month))


def _days_in(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day: 30-Nov plus 3 months is 28-Feb."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def whole_months(start: date, end: date) -> int:
    """Completed calendar months from one day to another; 0 when `end` is earlier."""
    months = max((end.year - start.year) * 12 + end.month - start.month, 0)
    return months - 1 if months and months_later(start, months) > end else months


@dataclass(frozen=True, slots=True)
class CareFailed:
    """At least `at_least` attempts of conservative care, with dates, failed or were not tolerated.

    With `kinds` only those count. With `weeks` they lasted that long in sum, a day with two of them counted
    once; with `months` one stretch without a free day lasted so many calendar months. What was not tolerated
    needs no length. Only what came before the first diagnostic block counts, or
    before today without one.
    """

    at_least: int
    weeks: int = 0
    kinds: tuple[str, ...] = ()
    months: int = 0

    def __post_init__(self) -> None:
        if self.weeks and self.months:
            raise ValueError("'weeks' and 'months' cannot both be given.")
        known = [kind.value for kind in CareKind]
        if odd := [name for name in self.kinds if name not in known]:
            raise ValueError(f"{odd[0]!r} is no kind of care. Known are: {', '.join(known)}.")

    def find(self, case: Case) -> Found:
        by = judged_on(case)
        asked = [each for each in case.course.conservative_care if self._asked(each)]
        care = [each for each in asked if each.started is None or each.started < by]
        evidence = tuple(_care_evidence(each, case.course) for each in care)
        caution = " ".join(_too_late(each) for each in asked if each not in care)
        gaps = {each: _care_gaps(each, lasting=bool(self.weeks or self.months)) for each in care}
        failed = [each for each in care if _failed(each) and not gaps[each]]
        if len(failed) >= self.at_least and self._long(failed, by):
            return Found(Verdict.MET, evidence, caution=caution)
        missing = tuple(gap for each in care for gap in gaps[each])
        if not care:
            missing = (self._none(by if asked else None),)
        return Found(Verdict.UNKNOWN if missing else Verdict.NOT_MET, evidence, missing, caution)

    def _asked(self, care: ConservativeCare) -> bool:
        return not self.kinds or care.kind.value in self.kinds

    def _long(self, failed: Sequence[ConservativeCare], by: date) -> bool:
        refused = sum(each.outcome is CareOutcome.NOT_TOLERATED for each in failed)
        if not (self.weeks or self.months) or refused >= self.at_least:
            return True
        if self.months:
            runs = _runs(failed, by)
            return any(months_later(start, self.months) <= end + timedelta(days=1) for start, end in runs)
        return sum((end - start).days for start, end in _runs(failed, by)) >= 7 * self.weeks

    def _none(self, before: date | None) -> str:
        care = listed(self.kinds, last=phrase("missing.or")) or phrase("missing.care")
        return phrase("missing.care_before", care=care, on=show_date(before)) if before else care


def _runs(care: Sequence[ConservativeCare], by: date) -> list[tuple[date, date]]:
    """First and last days of care without a day between, up to a day; oldest first."""
    spans = sorted((each.started, min(each.ended, by)) for each in care if each.started and each.ended)
    runs: list[tuple[date, date]] = []
    for start, end in spans:
        if runs and start <= runs[-1][1] + timedelta(days=1):
            runs[-1] = runs[-1][0], max(runs[-1][1], end)
        else:
            runs.append((start, end))
    return runs


def _too_late(care: ConservativeCare) -> str:
    on = show_date(care.started) if care.started else ""
    return phrase("caution.care_late", what=care.what or care.kind.value, on=on)


def _failed(care: ConservativeCare) -> bool:
    return care.outcome in _FAILED


def _care_gaps(care: ConservativeCare, *, lasting: bool) -> list[str]:
    """What keeps this care from being judged; none when it helped."""
    if care.outcome is CareOutcome.RELIEF:
        return []
    what = care.what or care.kind.value
    if care.outcome is None or care.outcome is CareOutcome.CONTINUES:
        return [phrase("missing.care_outcome", what=what)]
    tolerated = care.outcome is not CareOutcome.NOT_TOLERATED
    undated = care.started is None or (lasting and tolerated and care.ended is None)
    gaps = [phrase("missing.care_dates", what=what)] if undated else []
    if not tolerated and not care.reason:
        gaps.append(phrase("missing.care_reason", what=what))
    return gaps


def _care_evidence(care: ConservativeCare, course: Course) -> Evidence:
    what = care.what or care.kind.value
    days = [show_date(day) for day in (care.started, care.ended) if day is not None]
    outcome = of(care.outcome) if care.outcome else phrase("evidence.outcome_missing")
    key = "evidence.one_visit" if care.visits == 1 else "evidence.visits"
    visits = [phrase(key, count=care.visits)] if care.visits is not None else []
    said = ", ".join([" ".join([what, phrase("evidence.to").join(days)]).strip(), *visits])
    return Evidence(phrase("evidence.care", care=said, outcome=outcome), course.id, care.visits, care.started)


_FINDINGS: Mapping[str, Callable[[Course], bool | None]] = {
    "radiculopathy": lambda course: course.radiculopathy,
    "claudication": lambda course: course.claudication,
    "other_cause": lambda course: course.other_cause,
}


@dataclass(frozen=True, slots=True)
class RuledOut:
    """Each of `findings` (radiculopathy, claudication, other_cause) was looked for and not found.

    `unless` are explanations (treated, facet joint cyst) with which a radiculopathy or claudication that was
    found is no obstacle: met, with a caution.
    """

    findings: tuple[str, ...]
    unless: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if odd := [name for name in self.findings if name not in _FINDINGS]:
            raise ValueError(f"{odd[0]!r} is no finding of a course. Known are: {', '.join(_FINDINGS)}.")
        if not self.findings:
            raise ValueError("'findings' names none.")
        known = [each.value for each in RootsExplained]
        if odd := [name for name in self.unless if name not in known]:
            raise ValueError(f"{odd[0]!r} is no explanation. Known are: {', '.join(known)}.")

    def find(self, case: Case) -> Found:
        states = {name: _FINDINGS[name](case.course) for name in self.findings}
        evidence = tuple(
            Evidence(phrase(f"evidence.{name}_{'found' if state else 'ruled_out'}"), case.course.id)
            for name, state in states.items()
            if state is not None
        )
        missing = tuple(phrase(f"missing.{name}") for name, state in states.items() if state is None)
        caution = self._explained(case.course, [name for name, state in states.items() if state])
        if any(states.values()) and not caution:
            return Found(Verdict.NOT_MET, evidence, missing)
        verdict = Verdict.UNKNOWN if missing else Verdict.MET
        return Found(verdict, (*evidence, *self._looked(case.course)), missing, caution)

    def _explained(self, course: Course, found: Sequence[str]) -> str:
        """Why everything that was found is no obstacle; empty when something is."""
        why = course.roots_explained
        if not found or why is None or why.value not in self.unless or "other_cause" in found:
            return ""
        what = listed([phrase(f"evidence.{name}_found") for name in found])
        return phrase(f"caution.roots_{why.name.lower()}", what=what)

    def _looked(self, course: Course) -> tuple[Evidence, ...]:
        """When somebody looked: on imaging for another cause, in the examination for the rest."""
        if "other_cause" in self.findings:
            return tuple(_study(study, course) for study in course.imaging)
        on = course.neurology_on or course.exam_on
        return () if on is None else (Evidence(phrase("evidence.exam", on=show_date(on)), course.id, on=on),)


def _study(study: Imaging, course: Course) -> Evidence:
    when = [show_date(study.on)] if study.on else []
    return Evidence(" ".join([study.modality, *when]), course.id, on=study.on)

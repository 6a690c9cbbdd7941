"""Ablations done here or elsewhere, and what the patient says of them after 3, 6 and 12 months."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from mbb_desktop.clinical.ablation_outcome import outcome_due, with_outcome
from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.calls import Call, CallOutcome, number_is_wrong, standing
from mbb_desktop.clinical.course import Course, Outcome, Treatment
from mbb_desktop.clinical.course_criteria import months_later
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.storage import calls, courses, similar_people
from mbb_desktop.workflow.calls import Attempt, CallList, call_list, check_attempt
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.keep_courses import treatment_problem

_ASKED_FROM, _ASKED_UNTIL = timedelta(days=85), timedelta(days=560)


class BadAblation(Exception):
    """An ablation or its outcome cannot be kept; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """An ablation whose outcome after `months` is due from `due` on, or again after a try."""

    patient: Patient
    course: Course
    done: Treatment
    months: int
    due: date
    again: datetime | None
    tries: tuple[Call, ...]
    similar: tuple[Patient, ...]

    @property
    def number_is_wrong(self) -> bool:
        """Whether somebody has to find another telephone number first."""
        return number_is_wrong(self.tries, self.patient.phone)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was said about an ablation: the outcome, and the day on which the pain was back or not yet.

    `identity`, by telephone: name and date of birth were said, and both match.
    """

    outcome: Outcome
    back_on: date | None = None
    not_back: bool = False
    telephone: bool = False
    identity: bool = False


@needs(Permission.FIND_PEOPLE)
def outcomes_due(desk: Desk) -> tuple[OutcomeRow, ...]:
    """Whom to ask about an ablation now, the longest waiting first."""
    today = desk.now.date()
    with desk.store.look() as look:
        found = courses.ablated_between(look, today - _ASKED_UNTIL, today - _ASKED_FROM)
        tries = calls.of_courses(look, [course.id for course in found])
        people = look.people(course.patient_id for course in found)
        similar = similar_people.similar_people(look, people.values())
    rows = [
        row
        for course in found
        for done in course.ablations
        if (row := _row(course, done, tries, people[course.patient_id], today))
    ]
    wanted = [row for row in rows if row.again is None or row.again <= desk.now]
    return tuple(
        replace(row, similar=similar[row.patient.id])
        for row in sorted(wanted, key=lambda r: (r.due, r.course.id))
    )


@needs(Permission.FIND_PEOPLE)
def calls_and_outcomes(desk: Desk) -> tuple[CallList, tuple[OutcomeRow, ...]]:
    """Everybody to call: about blocks and about ablations."""
    return call_list(desk), outcomes_due(desk)


def _row(
    course: Course, done: Treatment, every: Sequence[Call], patient: Patient, today: date
) -> OutcomeRow | None:
    found = outcome_due(done, today)
    if found is None or done.elsewhere is None or found[1] > today or patient.deceased_on is not None:
        return None
    months, due = found
    about = (course.id, done.on, months)
    tries = standing([call for call in every if (call.course_id, call.ablated_on, call.months) == about])
    last = tries[-1] if tries else None
    if last is not None and last.outcome is CallOutcome.REFUSED:
        return None
    return OutcomeRow(patient, course, done, months, due, last.next_at if last else None, tries, ())


def ablation_problem(done: Treatment, today: date) -> str:
    """What must be mended before an ablation can be kept; empty when nothing must."""
    missing = (
        (done.on is None, "Enter the day of the ablation."),
        (done.on is not None and done.on > today, "The ablation lies in the future. Check the date."),
        (not done.joints, "Enter the joints."),
        (not done.sides, "Say which side."),
        (done.elsewhere is None, "Say whether it was done here or elsewhere."),
    )
    return next((said for wrong, said in missing if wrong), "") or treatment_problem(done)


@needs(Permission.RECORD_BLOCK)
def record_ablation(desk: Desk, course_id: UUID, done: Treatment) -> Course:
    """Add an ablation to a course. Raises BadAblation."""
    if wrong := ablation_problem(done, desk.now.date()):
        raise BadAblation(wrong)
    with desk.store.look() as look:
        patient_id = look.get(Course, course_id).patient_id
    with desk.change("ablation recorded", patient_id) as change:
        course = change.get(Course, course_id)
        if any(_same(each, done) for each in course.ablations):
            raise BadAblation("This ablation is in the record already. Change it under Complaint.")
        return change.save(replace(course, ablated_before=True, ablations=(*course.ablations, done)))


@needs(Permission.RECORD_SCORES)
def record_outcome(desk: Desk, course_id: UUID, done: Treatment, months: int, asked: Asked) -> Course:
    """Keep what was said about an ablation after 3, 6 or 12 months. Raises BadAblation."""
    asked = replace(asked, outcome=replace(asked.outcome, by=desk.user.called))
    kept = _with_asked(done, months, asked)
    wrong = outcome_problem(done, asked, desk.now.date()) or _too_early(done, months, asked)
    if wrong := wrong or treatment_problem(kept):
        raise BadAblation(wrong)
    with desk.store.look() as look:
        patient_id = look.get(Course, course_id).patient_id
    with desk.change("ablation outcome", patient_id) as change:
        course = change.get(Course, course_id)
        at = next((at for at, each in enumerate(course.ablations) if _same(each, done)), None)
        if at is None:
            raise BadAblation("Somebody has changed this ablation meanwhile. Open it again.")
        known = course.ablations[at]
        changed = (*course.ablations[:at], _with_asked(known, months, asked), *course.ablations[at + 1 :])
        if asked.telephone:
            change.save(_reached(desk, change.get(Patient, patient_id), course, known, months, asked))
        return change.save(replace(course, ablations=changed))


def _too_early(done: Treatment, months: int, asked: Asked) -> str:
    """An outcome is at most a month early: relief after one month says nothing of twelve."""
    on = asked.outcome.on
    if done.on is None or on is None or on >= months_later(done.on, months - 1):
        return ""
    return (
        f"{show_date(on)} is too early for the outcome after {months} months: the ablation was on "
        f"{show_date(done.on)}. Check both dates, or choose fewer months."
    )


def outcome_problem(done: Treatment, asked: Asked, today: date) -> str:
    """What is missing of an outcome, as a sentence; empty for nothing."""
    said = asked.outcome
    empty = said.score is None and said.stated is None and said.function is None
    if asked.telephone and not asked.identity:
        return "Tick identity first: the patient says full name and date of birth, and both match."
    if said.on is None or said.on > today:
        return "Enter the day on which the patient was asked."
    if done.on is not None and said.on < done.on:
        return "The outcome lies before the ablation. Check the date."
    if empty and asked.back_on is None and not asked.not_back:
        return "Enter a score, the stated relief, or whether the pain is back."
    if asked.back_on is not None and asked.back_on > said.on:
        return "The pain cannot have come back after the day on which that was asked. Check the date."
    return "" if said.informant else "Say who gave the answers."


@needs(Permission.RECORD_SCORES)
def note_outcome_attempt(desk: Desk, row: OutcomeRow, attempt: Attempt) -> Call:
    """Keep a try to reach somebody about an ablation. Raises BadCall with a sentence."""
    check_attempt(attempt, desk.now)
    with desk.change("call attempt", row.patient.id) as change:
        made = _call(desk, change.get(Patient, row.patient.id), row.course, row.done, row.months)
        return change.save(replace(made, outcome=attempt.outcome, next_at=attempt.next_at, note=attempt.note))


def _same(a: Treatment, b: Treatment) -> bool:
    return (a.on, a.joints, a.sides) == (b.on, b.joints, b.sides)


def _with_asked(done: Treatment, months: int, asked: Asked) -> Treatment:
    changed = with_outcome(done, months, asked.outcome)
    if asked.back_on is not None:
        return replace(changed, pain_back_on=asked.back_on)
    days = [on for on in (done.not_back_on, asked.outcome.on) if on is not None]
    return replace(changed, not_back_on=max(days)) if asked.not_back and days else changed


def _reached(  # noqa: PLR0913, PLR0917  the facts of one call
    desk: Desk, patient: Patient, course: Course, done: Treatment, months: int, asked: Asked
) -> Call:
    made = _call(desk, patient, course, done, months)
    return replace(made, identity=True, informant=asked.outcome.informant)


def _call(desk: Desk, patient: Patient, course: Course, done: Treatment, months: int) -> Call:
    return Call(
        new_id(desk.now),
        patient.id,
        None,
        desk.now,
        desk.user.id,
        desk.user.called,
        CallOutcome.REACHED,
        dialed=patient.phone,
        course_id=course.id,
        ablated_on=done.on,
        months=months,
    )

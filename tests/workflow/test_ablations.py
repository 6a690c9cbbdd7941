"""An ablation is recorded, asked about after 3, 6 and 12 months, and the readiness for a repeat reads it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.calls import CallOutcome
from mbb_desktop.clinical.course import AblationMethod, Course, Outcome, Treatment
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.storage.audit import recent
from mbb_desktop.workflow.ablations import (
    Asked,
    BadAblation,
    note_outcome_attempt,
    outcomes_due,
    record_ablation,
    record_outcome,
)
from mbb_desktop.workflow.calls import Attempt
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import refresh_chart, save_patient
from mbb_desktop.workflow.review_course import review_course
from tests.workflow.conftest import NOW, Desks, lumbar_course, somebody

DAY = date(2026, 2, 10)
DONE = Treatment(
    DAY,
    ("L4-5",),
    (Side.LEFT,),
    elsewhere=False,
    nerves=("L3 MB", "L4 MB"),
    method=AblationMethod.THERMAL,
    temperature=Decimal(85),
    seconds=90,
    by="A. Okafor, MD",
    score_before=Decimal(8),
)


@pytest.fixture
def course(desks: Desks) -> Course:
    physician = desks.of("physician")
    course = save_course(physician, lumbar_course(save_patient(physician, somebody())))
    return record_ablation(physician, course.id, DONE)


def said(on: date, score: int, informant: str = "patient") -> Outcome:
    return Outcome(on, Decimal(score), Decimal(80), informant=informant)


def test_an_ablation_is_kept_with_everything_that_was_done(desks: Desks, course: Course) -> None:
    stored = refresh_chart(desks.of("physician"), course.patient_id).courses[0]
    assert (stored.ablations, stored.ablated_before) == ((DONE,), True)
    with desks.vault.store.look() as look:
        told = recent(look.connection)[0]
    assert (told.event, told.patient_id) == ("ablation recorded", course.patient_id)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"on": None}, "day of the ablation"),
        ({"on": NOW.date() + timedelta(days=1)}, "in the future"),
        ({"joints": ()}, "joints"),
        ({"sides": ()}, "which side"),
        ({"elsewhere": None}, "here or elsewhere"),
    ],
    ids=["day", "future", "joints", "sides", "where"],
)
def test_day_joints_side_and_place_are_required(
    desks: Desks, course: Course, changed: dict[str, object], sentence: str
) -> None:
    with pytest.raises(BadAblation, match=sentence):
        record_ablation(desks.of("physician"), course.id, replace(DONE, **changed))  # type: ignore[arg-type]


def test_the_same_ablation_is_not_kept_twice(desks: Desks, course: Course) -> None:
    with pytest.raises(BadAblation, match="already"):
        record_ablation(desks.of("physician"), course.id, DONE)


def test_the_outcome_is_due_on_the_day_three_months_later(desks: Desks, course: Course) -> None:
    on = NOW.replace(month=5, day=9)
    assert outcomes_due(desks.of("nurse", on)) == ()
    due = outcomes_due(desks.of("nurse", on + timedelta(days=1)))
    assert [(row.months, row.due, row.course.id) for row in due] == [(3, date(2026, 5, 10), course.id)]


def test_an_ablation_that_was_only_told_calls_nobody(desks: Desks, course: Course) -> None:
    told = replace(course, ablations=(replace(DONE, elsewhere=None),))
    save_course(desks.of("physician"), told)
    assert outcomes_due(desks.of("nurse")) == ()


def test_what_was_said_moves_the_list_on_and_is_audited(desks: Desks, course: Course) -> None:
    nurse = desks.of("nurse", NOW.replace(month=8, day=11))
    row = outcomes_due(nurse)[0]
    assert row.months == 6
    asked = Asked(said(date(2026, 8, 11), 2), not_back=True, telephone=True, identity=True)
    kept = record_outcome(nurse, course.id, row.done, 6, asked).ablations[0]
    assert kept.at_6_months.score == Decimal(2)
    assert (kept.at_6_months.by, kept.not_back_on) == ("RN Diaz", date(2026, 8, 11))
    assert outcomes_due(nurse) == ()
    with nurse.store.look() as look:
        assert recent(look.connection)[0].event == "ablation outcome"


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (Asked(said(date(2026, 8, 11), 2), telephone=True), "identity"),
        (Asked(replace(said(date(2026, 8, 11), 2), on=None)), "day on which"),
        (Asked(said(date(2026, 1, 11), 2)), "before the ablation"),
        (Asked(said(date(2026, 3, 11), 2)), "too early for the outcome after 6 months"),
        (Asked(Outcome(date(2026, 8, 11), informant="patient")), "Enter a score"),
        (Asked(said(date(2026, 8, 11), 2), back_on=date(2026, 8, 12)), "come back after"),
        (Asked(said(date(2026, 8, 11), 2, "")), "who gave"),
    ],
    ids=["identity", "no day", "before", "too early", "nothing", "back later", "informant"],
)
def test_an_outcome_needs_its_facts(desks: Desks, course: Course, asked: Asked, sentence: str) -> None:
    with pytest.raises(BadAblation, match=sentence):
        record_outcome(desks.of("nurse"), course.id, DONE, 6, asked)


def test_no_answer_puts_it_off_and_who_refuses_is_not_called_again(desks: Desks, course: Course) -> None:
    nurse = desks.of("nurse")
    row = outcomes_due(nurse)[0]
    note_outcome_attempt(nurse, row, Attempt(CallOutcome.NO_ANSWER, NOW + timedelta(hours=2)))
    assert outcomes_due(nurse) == ()
    again = outcomes_due(desks.of("nurse", NOW + timedelta(hours=2)))[0]
    assert [each.outcome for each in again.tries] == [CallOutcome.NO_ANSWER]
    note_outcome_attempt(desks.of("nurse", NOW + timedelta(hours=2)), again, Attempt(CallOutcome.REFUSED))
    assert outcomes_due(desks.of("nurse", NOW + timedelta(days=3))) == ()


def test_the_readiness_for_a_repeat_reads_the_outcomes(desks: Desks, course: Course) -> None:
    def repeat() -> Verdict:
        findings = review_course(desks.of("physician"), course.id).judgement.findings
        return next(finding for finding in findings if finding.rule_id == "RF-2").verdict

    assert repeat() is Verdict.UNKNOWN
    record_outcome(desks.of("nurse"), course.id, DONE, 6, Asked(said(date(2026, 8, 11), 2), not_back=True))
    assert repeat() is Verdict.MET


def test_the_front_desk_records_neither(desks: Desks, course: Course) -> None:
    with pytest.raises(NotAllowed):
        record_ablation(desks.of("front desk"), course.id, DONE)
    with pytest.raises(NotAllowed):
        record_outcome(desks.of("front desk"), course.id, DONE, 6, Asked(said(date(2026, 8, 11), 2)))

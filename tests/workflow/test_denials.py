"""The list of what is open with payers: the most urgent first, over merged records, and as a file."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mbb_desktop.clinical.authorization import AskedFor, AuthorizationState
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.denial import Appeal, AppealLevel, Closed, Deadline, Denial, DenialReason, Due
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Correspondent
from mbb_desktop.workflow.authorizations import save_authorization
from mbb_desktop.workflow.denials import BadDenial, payer_entries, payer_list, save_denial
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.export_figures import Form
from mbb_desktop.workflow.export_lists import export_payers
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.merge_patients import merge_patients
from tests.workflow.conftest import NOW, Desks, somebody
from tests.workflow.test_authorizations import course, granted, payer

__all__ = ["course", "payer"]


def denied(course: Course, *deadlines: Deadline, **change: object) -> Denial:
    made = Denial(
        new_id(NOW),
        course.patient_id,
        AskedFor.ABLATION,
        reference="NH-77",
        dated=date(2026, 11, 2),
        reason=DenialReason.RELIEF,
        words="relief of 80 % not shown",
        deadlines=deadlines,
    )
    return replace(made, **change)  # type: ignore[arg-type]


def test_the_list_is_sorted_by_deadline_and_hides_nothing_overdue(
    desks: Desks, course: Course, payer: Correspondent
) -> None:
    desk = desks.of("front desk")
    late = save_denial(desk, denied(course, Deadline(AppealLevel.FIRST, by=date(2026, 11, 23))))
    soon = save_denial(
        desk, denied(course, Deadline(AppealLevel.PEER, days=30, counted_from=date(2026, 11, 2)))
    )
    undated = save_denial(desk, denied(course))
    answered = Appeal(AppealLevel.FIRST, date(2026, 11, 20))
    waiting = save_denial(desk, denied(course, appeals=(answered,)))
    closed = save_denial(desk, denied(course, closed=Closed.ACCEPTED, closed_because="patient declines"))
    refused = save_authorization(desk, granted(course, payer, state=AuthorizationState.DENIED))
    usable = save_authorization(desk, granted(course, payer))
    found = payer_list(desk)
    assert [row.id for row in found.rows[:2]] == [late.id, soon.id]
    assert {row.id for row in found.rows[2:4]} == {undated.id, refused.id}
    assert [row.id for row in found.rows[4:]] == [waiting.id, usable.id]
    assert (found.to_do, found.overdue, late.entered_by) == (4, 1, "J. Park")
    assert closed.closed_on == NOW.date()
    everything = payer_list(desk, everything=True)
    assert [row.id for row in everything.rows if row.step.due is Due.SETTLED] == [closed.id]
    much_later = desks.of("nurse", NOW + timedelta(days=400))
    assert payer_list(much_later).overdue == 2


def test_an_old_closed_denial_is_not_the_entry_of_a_new_one(
    desks: Desks, course: Course, payer: Correspondent
) -> None:
    desk = desks.of("front desk")
    closed = {"procedure": AskedFor.BLOCK, "closed": Closed.ACCEPTED, "closed_because": "not pursued"}
    save_denial(desk, denied(course, dated=date(2025, 5, 2), **closed))
    on = date(2026, 11, 20)
    refused = save_authorization(desk, granted(course, payer, state=AuthorizationState.DENIED, decided_on=on))
    (row,) = payer_list(desk).rows
    assert (row.id, row.step.due, row.denied_without) == (refused.id, Due.UNDATED, True)
    save_denial(desk, denied(course, dated=on, **closed))
    assert payer_list(desk).rows == ()


def test_a_denial_that_is_not_complete_is_refused_and_so_are_other_roles(
    desks: Desks, course: Course
) -> None:
    with pytest.raises(BadDenial, match="Enter the last day"):
        save_denial(desks.of("nurse"), denied(course, Deadline(AppealLevel.FIRST)))
    for role in ("manager", "administrator"):
        with pytest.raises(NotAllowed):
            save_denial(desks.of(role), denied(course))
        with pytest.raises(NotAllowed):
            payer_list(desks.of(role))


def test_the_denials_of_both_records_of_a_person_are_one_list_and_one_file(
    desks: Desks, course: Course
) -> None:
    physician = desks.of("physician")
    other = save_patient(physician, somebody("Marsch", mrn="77 1"), although_known=True)
    save_denial(physician, denied(course, patient_id=other.id))
    own = payer_entries(physician, course.patient_id).of.patient
    merge_patients(physician, own, other, "same birth date and telephone")
    assert len(payer_entries(physician, course.patient_id).denials) == 1
    assert [row.patient.id for row in payer_list(physician).rows] == [own.id]
    with pytest.raises(NotAllowed):
        export_payers(desks.of("front desk"), Form.CSV, "appeals of November")
    ((name, data),) = export_payers(physician, Form.CSV, "appeals of November").files
    assert name == "authorizations and denials.csv"
    assert "denial,deadline not known" in data.decode("utf-8-sig")
    assert "relief not shown as asked" in data.decode("utf-8-sig")

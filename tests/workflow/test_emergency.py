"""Emergency access: what it opens, what it never changes, when it ends, and who is told."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from mbb_desktop.clinical.access import IN_EMERGENCY, Permission, Role
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.storage.audit import Line, append, recent
from mbb_desktop.workflow.desk import Desk, NotAllowed
from mbb_desktop.workflow.emergency import (
    MINUTES,
    NoReason,
    begin_emergency,
    emergencies_to_tell,
    end_emergency,
)
from mbb_desktop.workflow.keep_patients import find_patients, open_chart, save_patient
from tests.workflow.conftest import NOW, Desks, somebody

REASON = "Transfer to hospital, blood thinner unknown"


@pytest.fixture
def inside(desks: Desks) -> Desk:
    """The administrator with emergency access."""
    desk = desks.of("administrator")
    return replace(desk, emergency=begin_emergency(desk, REASON))


def test_it_opens_charts_that_the_role_does_not(desks: Desks, inside: Desk) -> None:
    patient = somebody_known(desks)
    with pytest.raises(NotAllowed):
        open_chart(desks.of("administrator"), patient)
    assert open_chart(inside, patient).patient.id == patient


def test_each_chart_opened_carries_the_reason(desks: Desks, inside: Desk) -> None:
    open_chart(inside, somebody_known(desks))
    with inside.store.look() as look:
        (event,) = recent(look.connection, limit=1)
    assert (event.event, json.loads(event.detail)["emergency"]) == ("chart opened", REASON)


def test_it_changes_nothing(desks: Desks, inside: Desk) -> None:
    assert Permission.RECORD_BLOCK not in IN_EMERGENCY
    with pytest.raises(NotAllowed):
        save_patient(inside, somebody("VANE", "Iris"))


def test_it_ends_by_itself(inside: Desk) -> None:
    find_patients(inside, "a")
    with pytest.raises(NotAllowed):
        find_patients(replace(inside, now=NOW + timedelta(minutes=MINUTES)), "a")


@pytest.mark.parametrize("reason", ["", "   ", "urgent"])
def test_it_needs_a_reason_that_says_something(desks: Desks, reason: str) -> None:
    with pytest.raises(NoReason):
        begin_emergency(desks.of("administrator"), reason)


@pytest.mark.parametrize("role", ["front desk", "manager"])
def test_front_desk_and_manager_have_none(desks: Desks, role: str) -> None:
    with pytest.raises(NotAllowed):
        begin_emergency(desks.of(role), REASON)


def test_physicians_are_told_once(desks: Desks, inside: Desk) -> None:
    end_emergency(inside)
    physician = desks.of("physician", NOW + timedelta(hours=1))
    physician.store.note(physician.user, "unlocked", at=physician.now)
    (told,) = emergencies_to_tell(physician)
    assert inside.user.name in told
    assert REASON in told
    later = replace(physician, now=NOW + timedelta(hours=2))
    later.store.note(later.user, "unlocked", at=later.now)
    assert emergencies_to_tell(later) == ()


def test_who_may_open_charts_is_told_which_were_opened(desks: Desks, inside: Desk) -> None:
    patient = somebody_known(desks)
    open_chart(inside, patient)
    open_chart(inside, patient)
    end_emergency(inside)
    open_chart(desks.of("physician"), patient)
    physician = desks.of("physician", NOW + timedelta(hours=1))
    physician.store.note(physician.user, "unlocked", at=physician.now)
    (told,) = emergencies_to_tell(physician)
    assert f"Reason given: {REASON}. Charts opened: OKORO, Ruth (MRN 004 1187)." in told


def test_an_administrator_is_told_how_many(desks: Desks, inside: Desk) -> None:
    open_chart(inside, somebody_known(desks))
    end_emergency(inside)
    other = replace(desks.of("administrator"), user=replace(inside.user, id=UUID(int=77)))
    (told,) = emergencies_to_tell(other)
    assert told.endswith("1 chart was opened; which, stands in the audit tab of each chart.")


def test_an_emergency_that_opened_nothing_says_so(desks: Desks, inside: Desk) -> None:
    end_emergency(inside)
    (told,) = emergencies_to_tell(desks.of("physician"))
    assert told.endswith("No chart was opened.")


def test_a_busy_day_hides_no_emergency(desks: Desks, inside: Desk) -> None:
    physician = desks.of("physician", NOW + timedelta(hours=1))
    with physician.change("charts opened") as change:
        for at in range(2_100):
            seen = Line(physician.user, "chart opened", NOW + timedelta(minutes=1, seconds=at), None, "", {})
            append(change.connection, seen)
    assert len(emergencies_to_tell(physician)) == 1


def told_at(desks: Desks, minutes: int) -> tuple[str, ...]:
    """What the physician is told who unlocks so long after the emergency began."""
    physician = desks.of("physician", NOW + timedelta(minutes=minutes))
    physician.store.note(physician.user, "unlocked", at=physician.now)
    return emergencies_to_tell(physician)


@pytest.mark.parametrize("ended", [False, True])
def test_while_it_runs_only_that_is_told_and_what_was_read_later(
    desks: Desks, inside: Desk, ended: bool
) -> None:
    (told,) = told_at(desks, 1)
    assert told.endswith(f"It is still running, until 10:{MINUTES}.")
    open_chart(replace(inside, now=NOW + timedelta(minutes=2)), somebody_known(desks))
    if ended:
        end_emergency(replace(inside, now=NOW + timedelta(minutes=3)))
    (told,) = told_at(desks, 4 if ended else MINUTES)
    assert told.endswith("Charts opened: OKORO, Ruth (MRN 004 1187).")
    assert told_at(desks, MINUTES + 1) == ()


def test_coming_back_with_the_pin_tells_nothing_twice(desks: Desks, inside: Desk) -> None:
    physician = desks.of("physician", NOW + timedelta(minutes=1))
    assert len(emergencies_to_tell(physician)) == 1
    assert emergencies_to_tell(replace(physician, now=NOW + timedelta(minutes=2))) == ()
    over = replace(physician, now=NOW + timedelta(minutes=MINUTES))
    assert len(emergencies_to_tell(over)) == 1
    assert emergencies_to_tell(over) == ()


def test_a_learner_is_not_told(desks: Desks, inside: Desk) -> None:
    physician = desks.of("physician")
    learner = replace(physician.user, roles=(Role.PHYSICIAN,), learner=True)
    assert emergencies_to_tell(replace(physician, user=learner)) == ()


def test_papers_and_lot_searches_count_too(desks: Desks, inside: Desk) -> None:
    patient = somebody_known(desks)
    inside.note("paper opened", patient, {"paper": "PN-2026-000001"})
    others = [str(new_id(NOW)), str(patient)]
    about = {"how": "lot B1…", "patients": others, **inside.why()}
    inside.store.note(inside.user, "lots searched", at=NOW, about=about)
    end_emergency(inside)
    (told,) = told_at(desks, 60)
    assert told.endswith(
        "Charts opened: OKORO, Ruth (MRN 004 1187). Patients shown by searches and lists: 1."
    )


def test_nurses_and_the_person_are_not_told(desks: Desks, inside: Desk) -> None:
    assert emergencies_to_tell(desks.of("nurse")) == ()
    assert emergencies_to_tell(inside) == ()


def somebody_known(desks: Desks) -> UUID:
    return save_patient(desks.of("physician"), somebody("OKORO", "Ruth")).id

"""The list of calls, the tries, and what a call ends with."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.calls import CallOutcome, Restart
from mbb_desktop.clinical.people import Anticoagulant, AnticoagulantPlan, Patient
from mbb_desktop.clinical.response import Conclusion
from mbb_desktop.storage.audit import recent
from mbb_desktop.storage.signed import verify
from mbb_desktop.workflow.calls import (
    Attempt,
    BadCall,
    CallList,
    Talk,
    call_list,
    finish_call,
    note_attempt,
    open_call,
    take_attempt_back,
)
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.issue_paper import sign_note
from mbb_desktop.workflow.issue_response import sign_response
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import refresh_chart, save_patient
from mbb_desktop.workflow.mark_error import mark_in_error
from tests.workflow.conftest import NOW, PIN, Desks, Prepared, lumbar_course, prepare, somebody, statements
from tests.workflow.test_signing import POSITIVE, performed, scored

NEXT_MORNING = datetime.combine(
    (NOW + timedelta(days=1)).date(), NOW.time().replace(hour=9, minute=5), NOW.tzinfo
)
STOPPED = Anticoagulant(AnticoagulantPlan.STOPPED, "apixaban", restart_due=NOW.date())


def done(desks: Desks) -> Block:
    physician = desks.of("physician")
    patient = save_patient(physician, replace(somebody(), phone="(555) 010-0142", anticoagulant=STOPPED))
    block = performed(desks, save_course(physician, lumbar_course(patient)))
    sign_note(physician, block, PIN)
    return block


@pytest.fixture(scope="module")
def prepared(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared[Block]:
    return prepare(template, tmp_path_factory, done)


@pytest.fixture
def block(prepared: Prepared[Block]) -> Block:
    """A signed block of yesterday; a blood thinner was stopped for it."""
    return prepared.made


def listed(desks: Desks, at: datetime = NEXT_MORNING, who: str = "nurse") -> CallList:
    return call_list(desks.of(who, at))


def patient_of(desks: Desks, block: Block) -> Patient:
    return refresh_chart(desks.of("physician"), block.patient_id).patient


def test_a_block_is_due_the_next_morning_and_not_before(desks: Desks, block: Block) -> None:
    today, tomorrow = listed(desks, NOW + timedelta(hours=2)), listed(desks)
    assert [[r.block.id for r in rows] for rows in (today.due, today.later)] == [[], [block.id]]
    assert [r.block.id for r in tomorrow.due] == [block.id]


def test_after_two_weeks_nobody_is_asked_any_more(desks: Desks, block: Block) -> None:
    assert listed(desks, NEXT_MORNING + timedelta(days=30)) == CallList((), (), ())


def test_a_block_whose_response_was_an_error_is_called_again(desks: Desks, block: Block) -> None:
    signed = desks.of("physician", NOW + timedelta(days=3))
    response = replace(
        scored(desks, block, POSITIVE), conclusion=Conclusion.POSITIVE, conclusion_reason="note"
    )
    paper = sign_response(signed, response, PIN)
    later = NEXT_MORNING + timedelta(days=3)
    assert listed(desks, later).due == ()
    mark_in_error(desks.of("physician", NOW + timedelta(days=3, hours=1)), paper.id, "Another day.", PIN)
    assert [row.block.id for row in listed(desks, later).due] == [block.id]


def test_no_answer_puts_the_call_off_and_says_who_tried_when(desks: Desks, block: Block) -> None:
    again = NEXT_MORNING + timedelta(hours=2)
    note_attempt(desks.of("nurse", NEXT_MORNING), block, Attempt(CallOutcome.NO_ANSWER, again, "voice mail"))
    assert listed(desks).due == ()
    row = listed(desks, again).due[0]
    assert [(t.by, t.at, t.outcome, t.dialed) for t in row.tries] == [
        ("RN Diaz", NEXT_MORNING, CallOutcome.NO_ANSWER, "(555) 010-0142")
    ]


def test_a_try_noted_by_mistake_is_taken_back_and_stays_in_the_record(desks: Desks, block: Block) -> None:
    nurse = desks.of("nurse", NEXT_MORNING)
    made = note_attempt(nurse, block, Attempt(CallOutcome.REFUSED))
    assert listed(desks).due == ()
    take_attempt_back(nurse, made)
    assert listed(desks).due[0].tries == ()
    with nurse.store.look() as look:
        assert [e.event for e in recent(look.connection)][:2] == ["call attempt taken back", "call attempt"]


def test_a_wrong_number_stays_due_until_there_is_another(desks: Desks, block: Block) -> None:
    note_attempt(desks.of("nurse", NEXT_MORNING), block, Attempt(CallOutcome.WRONG_NUMBER))
    assert listed(desks).due[0].number_is_wrong
    save_patient(desks.of("front desk"), replace(patient_of(desks, block), phone="(555) 010-0199"))
    assert not listed(desks).due[0].number_is_wrong


@pytest.mark.parametrize(
    ("attempt", "sentence"),
    [
        (Attempt(CallOutcome.NO_ANSWER), "when to call again"),
        (Attempt(CallOutcome.CALL_BACK, NEXT_MORNING), "has passed"),
        (Attempt(CallOutcome.REACHED), "with the scores"),
    ],
    ids=["no time", "past time", "reached"],
)
def test_a_try_needs_a_later_time(desks: Desks, block: Block, attempt: Attempt, sentence: str) -> None:
    with pytest.raises(BadCall, match=sentence):
        note_attempt(desks.of("nurse", NEXT_MORNING), block, attempt)


@pytest.mark.parametrize(
    ("talk", "sentence"),
    [
        (Talk(False, "patient"), "identity"),
        (Talk(True, ""), "who gave"),
        (Talk(True, "patient", Restart.RESTARTED, NEXT_MORNING + timedelta(hours=1)), "later than now"),
    ],
    ids=["identity", "informant", "restart"],
)
def test_nothing_is_kept_without_identity_and_informant(
    desks: Desks, block: Block, talk: Talk, sentence: str
) -> None:
    with pytest.raises(BadCall, match=sentence):
        finish_call(desks.of("nurse", NEXT_MORNING), block, talk)
    assert listed(desks).due[0].tries == ()


def test_a_restarted_blood_thinner_is_confirmed_in_the_patients_record(desks: Desks, block: Block) -> None:
    nurse = desks.of("nurse", NEXT_MORNING)
    finish_call(nurse, block, Talk(True, "patient", Restart.NOT_YET))
    assert patient_of(desks, block).anticoagulant.restart_confirmed is False
    finish_call(nurse, block, Talk(True, "patient", Restart.RESTARTED, NEXT_MORNING))
    assert patient_of(desks, block).anticoagulant.restart_confirmed is True
    assert verify(desks.vault.store).intact


def test_who_was_reached_today_is_listed_as_such(desks: Desks, block: Block) -> None:
    scored(desks, block, dict.fromkeys((60, 120, 180, 240, 300, 360, 420, 480, 720, 1440), 2))
    finish_call(desks.of("nurse", NOW + timedelta(days=1, hours=1)), block, Talk(True, "patient"))
    after = listed(desks, NOW + timedelta(days=1, hours=2))
    assert (after.due, after.later, [r.block.id for r in after.reached]) == ((), (), [block.id])


def test_the_front_desk_sees_whom_to_call_and_no_remark(desks: Desks, block: Block) -> None:
    again = NEXT_MORNING + timedelta(minutes=1)
    note_attempt(
        desks.of("nurse", NEXT_MORNING), block, Attempt(CallOutcome.CALL_BACK, again, "at the dentist")
    )
    row = listed(desks, again, "front desk").due[0]
    assert [(t.outcome, t.note) for t in row.tries] == [(CallOutcome.CALL_BACK, "")]
    for act in (open_call, note_attempt, finish_call):
        with pytest.raises(NotAllowed):
            act(desks.of("front desk"), block, block)  # type: ignore[call-arg, arg-type]


def test_opening_a_call_is_told_and_names_nobody(desks: Desks, block: Block) -> None:
    nurse = desks.of("nurse", NEXT_MORNING)
    row = open_call(nurse, block.id).row
    assert (row.block.id, row.number) == (block.id, 1)
    with nurse.store.look() as look:
        told = recent(look.connection)[0]
    assert (told.event, told.patient_id) == ("call opened", block.patient_id)
    assert b"Marsh" not in told.detail


def test_a_long_list_takes_no_more_statements_than_a_short_one(desks: Desks, block: Block) -> None:
    one = statements(desks, lambda: listed(desks))
    physician = desks.of("physician")
    second = save_patient(physician, somebody("Torres", "Camila", "004 2210"))
    performed(desks, save_course(physician, lumbar_course(second)), NOW + timedelta(minutes=40))
    two = statements(desks, lambda: listed(desks))
    assert len(listed(desks).due) == 2
    assert len(two) == len(one)

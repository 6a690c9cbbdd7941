"""Follow-up calls: the list of whom to call, the attempts, and what a call ends with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.calls import (
    ASKED_FOR,
    Call,
    CallOutcome,
    Restart,
    is_called,
    next_call,
    number_is_wrong,
    standing,
)
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import AnticoagulantPlan, Clinic, Patient
from mbb_desktop.clinical.response import Response
from mbb_desktop.storage import blocks, calls, responses
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.review_course import number_in, read_tests
from mbb_desktop.workflow.today import read_rows

_WITHOUT_TIME = (CallOutcome.WRONG_NUMBER, CallOutcome.REFUSED)


class BadCall(Exception):
    """A call cannot be kept like this; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class CallRow:
    """A block that is followed up. `due` is None when nothing more is asked.

    `number` counts the tests; a list leaves it out.
    """

    block: Block
    patient: Patient
    course: Course | None
    similar: tuple[Patient, ...]
    number: int | None
    due: datetime | None
    tries: tuple[Call, ...]

    @property
    def number_is_wrong(self) -> bool:
        """Whether somebody has to find another telephone number first."""
        return number_is_wrong(self.tries, self.patient.phone)


@dataclass(frozen=True, slots=True)
class CallList:
    """Calls due now (the longest waiting first), later ones, and the patients who were reached today."""

    due: tuple[CallRow, ...]
    later: tuple[CallRow, ...]
    reached: tuple[CallRow, ...]


@dataclass(frozen=True, slots=True)
class OpenCall:
    """What the screen of one call shows."""

    row: CallRow
    response: Response
    clinic: Clinic


@dataclass(frozen=True, slots=True)
class Attempt:
    """A try that did not lead to an interview. `next_at` is needed unless there is nothing to wait for."""

    outcome: CallOutcome
    next_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """What a call ends with beside the scores. `identity`: name and date of birth were said, both match."""

    identity: bool
    informant: str
    restart: Restart | None = None
    restarted_at: datetime | None = None
    note: str = ""


@needs(Permission.FIND_PEOPLE)
def call_list(desk: Desk) -> CallList:
    """Whom to call; without the right to enter scores the attempts carry no remarks."""
    with desk.store.look() as look:
        today = desk.now.replace(hour=0, minute=0, second=0, microsecond=0)
        known = blocks.followed_up(look, (today - ASKED_FOR).date(), today.date(), today)
        rows = [r for r in _rows(desk, look, known, only_listed=True) if r.due or _reached_today(desk, r)]
    waiting = sorted((r for r in rows if r.due), key=lambda r: (r.due, r.block.id))
    return CallList(
        tuple(r for r in waiting if r.due and r.due <= desk.now),
        tuple(r for r in waiting if r.due and r.due > desk.now),
        tuple(r for r in rows if _reached_today(desk, r)),
    )


def _reached_today(desk: Desk, row: CallRow) -> bool:
    return any(_is_talk_of(each, desk.now) for each in row.tries)


def _is_talk_of(call: Call, day: datetime) -> bool:
    return call.outcome is CallOutcome.REACHED and call.at.date() == day.date()


def _rows(desk: Desk, look: Look, of: Sequence[Block], *, only_listed: bool = False) -> tuple[CallRow, ...]:
    """The blocks with their calls; `only_listed` leaves out those with which nothing is to be done."""
    ids = [block.id for block in of]
    scores, tries = responses.of_blocks(look, ids), calls.of_blocks(look, ids)
    due = {block.id: next_call(block, scores.get(block.id), tries[block.id]) for block in of}
    wanted = [
        block for block in of if is_called(block) and (not only_listed or due[block.id] or tries[block.id])
    ]
    board = read_rows(desk, look, wanted)
    return tuple(
        CallRow(
            row.block,
            row.patient,
            row.course,
            row.similar,
            None,
            due[row.block.id],
            _shown(desk, standing(tries[row.block.id])),
        )
        for row in board
    )


def _number(look: Look, row: CallRow) -> int:
    tests = read_tests(look, (row.patient,), (row.course,) if row.course else ())
    return number_in(tests.get(row.block.course_id, ()), row.block)


def _shown(desk: Desk, tries: tuple[Call, ...]) -> tuple[Call, ...]:
    """Who tried when is for everybody who sees the list, what was said is not."""
    if desk.may(Permission.RECORD_SCORES):
        return tries
    return tuple(replace(c, informant="", restart=None, restarted_at=None, note="") for c in tries)


@needs(Permission.RECORD_SCORES)
def open_call(desk: Desk, block_id: UUID) -> OpenCall:
    """Everything for one call as it is stored now; that it was opened goes into the audit trail."""
    with desk.store.look() as look:
        rows = _rows(desk, look, [look.get(Block, block_id)])
        if not rows:
            raise BadCall("This block is not followed up any more. Look at the list again.")
        known = responses.of_block(look, block_id)
        clinic = look.all(Clinic)[0]
        row = replace(rows[0], number=_number(look, rows[0]))
    desk.note("call opened", row.patient.id)
    return OpenCall(row, known or Response(new_id(desk.now), row.patient.id, block_id), clinic)


@needs(Permission.RECORD_SCORES)
def note_attempt(desk: Desk, block: Block, attempt: Attempt) -> Call:
    """Keep a try without an interview. Raises BadCall with a sentence."""
    check_attempt(attempt, desk.now)
    with desk.change("call attempt", block.patient_id) as change:
        made = _call(desk, change, block, attempt.outcome)
        return change.save(replace(made, next_at=attempt.next_at, note=attempt.note))


def check_attempt(attempt: Attempt, now: datetime) -> None:
    """Raises BadCall for a try that cannot be kept: reached, or without a later time to call again."""
    if attempt.outcome is CallOutcome.REACHED:
        raise BadCall("A patient who was reached is saved with the scores.")
    if attempt.outcome not in _WITHOUT_TIME:
        if attempt.next_at is None:
            raise BadCall("Say when to call again.")
        if attempt.next_at <= now:
            raise BadCall("The time to call again has passed. Enter a later one.")


@needs(Permission.RECORD_SCORES)
def take_attempt_back(desk: Desk, call: Call) -> Call:
    """An attempt noted by mistake no longer counts; it stays in the record. Raises Conflict."""
    with desk.change("call attempt taken back", call.patient_id) as change:
        return change.save(replace(change.get(Call, call.id), withdrawn_at=desk.now))


@needs(Permission.RECORD_SCORES)
def finish_call(desk: Desk, block: Block, talk: Talk) -> Call:
    """Keep that the patient was reached; the scores are saved before. Raises BadCall with a sentence.

    What is said about a blood thinner that was stopped also goes into the patient's record.
    """
    if not talk.identity:
        raise BadCall("Tick identity first: the patient says full name and date of birth, and both match.")
    if not talk.informant:
        raise BadCall("Say who gave the answers.")
    if talk.restarted_at is not None and talk.restarted_at > desk.now:
        raise BadCall("The blood thinner cannot have been restarted later than now. Check the time.")
    with desk.change("follow-up call", block.patient_id) as change:
        made = _call(desk, change, block, CallOutcome.REACHED)
        _keep_restart(change, block, talk.restart)
        return change.save(
            replace(
                made,
                identity=True,
                informant=talk.informant,
                restart=talk.restart,
                restarted_at=talk.restarted_at,
                note=talk.note,
            )
        )


def _call(desk: Desk, change: Change, block: Block, outcome: CallOutcome) -> Call:
    phone = change.get(Patient, block.patient_id).phone
    return Call(
        new_id(desk.now),
        block.patient_id,
        block.id,
        desk.now,
        desk.user.id,
        desk.user.called,
        outcome,
        dialed=phone,
    )


def _keep_restart(change: Change, block: Block, said: Restart | None) -> None:
    patient = change.get(Patient, block.patient_id)
    taken = patient.anticoagulant
    if taken.plan is not AnticoagulantPlan.STOPPED or said not in (Restart.RESTARTED, Restart.NOT_YET):
        return
    answered = replace(taken, restart_confirmed=said is Restart.RESTARTED)
    change.save(replace(patient, anticoagulant=answered))

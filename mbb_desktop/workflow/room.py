"""The procedure room: time stamps, the time-out, and the sections that the circulator keeps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from mbb_desktop.clinical.access import Permission, Role, User, may
from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block, HowEntered, Item, Moment, TimeOut
from mbb_desktop.clinical.charting import Author, entered
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.time_out import mismatch, said, unanswered, unsettled_stop
from mbb_desktop.storage import accounts
from mbb_desktop.workflow.desk import Desk, NotAllowed, needs
from mbb_desktop.workflow.record_block import save_draft, save_joined
from mbb_desktop.workflow.signing import confirm_person

_STAMPED: dict[Moment, Callable[[Block, datetime], Block]] = {
    Moment.IN_ROOM: lambda block, at: replace(block, in_room=at),
    Moment.NEEDLE_IN: lambda block, at: replace(block, needle_in=at),
    Moment.NEEDLE_OUT: lambda block, at: replace(block, needle_out=at),
    Moment.LEFT_ROOM: lambda block, at: replace(block, left_room=at),
}


class NotInOrder(Exception):
    """A stamp cannot be given yet; the message says what comes first."""


class TimeOutIncomplete(Exception):
    """Answers are missing; `missing` lists them."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(f"Still missing: {', '.join(missing)}.")
        self.missing = missing


class NotSettled(Exception):
    """A time-out was stopped, and no physician has settled it."""

    def __init__(self) -> None:
        super().__init__(
            "The time-out was stopped. The physician settles it here with the PIN, then it is given again."
        )


class PlanChanged(Exception):
    """The plan is no longer the one on the screen: nothing was settled or recorded."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody changed the plan at another screen meanwhile. Look at the plan as it is now, "
            "then settle it again."
        )


@needs(Permission.RECORD_BLOCK)
def stamp(desk: Desk, block: Block, moment: Moment) -> Block:
    """Stamp one moment with the time of the key press. Raises NotInOrder."""
    if moment is Moment.TIME_OUT:
        raise NotInOrder("The time-out is stamped when all its answers are in.")
    if moment in (Moment.NEEDLE_IN, Moment.NEEDLE_OUT) and block.time_out is None:
        raise NotInOrder("The time-out comes first. Nothing is injected before it.")
    if moment is Moment.NEEDLE_OUT and block.needle_in is None:
        raise NotInOrder("Stamp needle in first.")
    author = Author(desk.user.id, desk.user.called, desk.now)
    item = Item.NEEDLE_OUT if moment is Moment.NEEDLE_OUT else Item.TIMES
    stamped = _STAMPED[moment](block, desk.now)
    return save_draft(desk, block, entered(stamped, item, author, HowEntered.STAMPED))


@needs(Permission.RECORD_BLOCK)
def complete_time_out(desk: Desk, block: Block, answers: TimeOut) -> Block:
    """Record a time-out; when the answers disagree it is recorded as stopped and nothing may follow.

    Raises TimeOutIncomplete while an answer is missing, NotSettled after a stop until a physician settled it.
    """
    if missing := unanswered(answers):
        raise TimeOutIncomplete(missing)
    _refuse_unasked(desk, block, answers)
    with desk.change("time-out completed", block.patient_id) as change:
        stored = change.get(Block, block.id)  # the plan may have been settled at another screen
        if unsettled_stop(stored):
            raise NotSettled
        done = _compared(desk, answers, stored)
        if done.stopped:
            change.event = "time-out stopped: answers disagree"
        return save_joined(change, block, _with_time_out(desk, block, done))


def _compared(desk: Desk, answers: TimeOut, stored: Block) -> TimeOut:
    wrong = mismatch(answers, stored)
    return replace(
        answers,
        at=desk.now,
        led_by=desk.user.signs_as,
        matched_plan=(wrong is None) if stored.planned_joints else None,
        stopped=wrong is not None,
    )


def _with_time_out(desk: Desk, block: Block, done: TimeOut) -> Block:
    author = Author(desk.user.id, desk.user.called, desk.now)
    held = replace(block, time_outs=(*block.time_outs, done), nurse=block.nurse or desk.user.signs_as)
    return entered(held, Item.TIMES, author, HowEntered.STAMPED)


def _refuse_unasked(desk: Desk, block: Block, answers: TimeOut) -> None:
    """What nobody has asked the patient cannot be confirmed."""
    with desk.store.look() as look:
        patient = look.get(Patient, block.patient_id)
    unasked = {
        "allergies were never asked": answers.allergy and patient.allergy_state is None,
        "anticoagulants were never asked": answers.anticoagulant and patient.anticoagulant.plan is None,
    }
    if missing := tuple(what for what, is_so in unasked.items() if is_so):
        raise TimeOutIncomplete(missing)


@needs(Permission.RECORD_BLOCK)
def correct_plan(desk: Desk, block: Block, joints: tuple[JointSide, ...], physician: User, pin: str) -> Block:
    """The physician, present at the circulator's screen, settles a stop with the own PIN: `joints` are right.

    They become the plan, and the time-out is repeated. Raises WrongPin, NoPin, NotAllowed, NotInOrder,
    or PlanChanged when the stored plan is not the one that `block` shows.
    """
    if not joints:
        raise NotInOrder("Say which joints and which side are right.")
    if set(joints) == set(block.planned_joints):
        return confirm_plan(desk, block, physician, pin)
    return _settle(desk, block, physician, pin, joints)


@needs(Permission.RECORD_BLOCK)
def confirm_plan(desk: Desk, block: Block, physician: User, pin: str) -> Block:
    """The physician settles a stop with the own PIN: the plan is right and stays, the answers were wrong.

    The time-out is repeated. Raises WrongPin, NoPin, NotAllowed, PlanChanged, NotInOrder
    (also when nothing is planned).
    """
    if not block.planned_joints:
        raise NotInOrder("Nothing is planned. Say which joints and which side are right.")
    return _settle(desk, block, physician, pin)


@needs(Permission.RECORD_BLOCK)
def who_can_settle(desk: Desk, block: Block) -> tuple[User, ...]:
    """Who can settle a stop, by name: physicians with a PIN who are no learners, and present as far as told.

    The physician of the block alone when they can.
    """
    with desk.store.look() as look:
        known = [user for user in look.all(User) if user.active and Role.PHYSICIAN in user.roles]
        able = [user for user in known if not user.learner and accounts.has_pin(look, user.id)]
    stop = unsettled_stop(block)
    here = [user for user in able if stop is not None and user.signs_as in stop.present]
    own = [user for user in able if user.id == block.physician_id]
    return tuple(own or sorted(here or able, key=lambda user: user.name))


def _settle(
    desk: Desk, shown: Block, physician: User, pin: str, joints: tuple[JointSide, ...] | None = None
) -> Block:
    if not may(physician, Permission.DECIDE_BLOCK):
        raise NotAllowed(Permission.DECIDE_BLOCK)
    if physician.learner:
        raise NotInOrder("A learner does not settle a time-out. Ask the attending physician.")
    confirm_person(desk, physician, pin)
    event = f"plan {'confirmed' if joints is None else 'corrected'} at the time-out"
    with desk.change(event, shown.patient_id, by=physician) as change:
        stored = change.get(Block, shown.id)
        stopped = unsettled_stop(stored)
        if stopped is None:
            raise NotInOrder("No time-out is waiting to be settled.")
        if _plan(stored) != _plan(shown) or stopped != unsettled_stop(shown):
            raise PlanChanged
        settled = replace(stopped, settled_by=physician.signs_as)
        decided = stored
        if joints is not None:
            settled = _keeping_plan(settled, stored)
            planned_on, called = desk.now.date(), physician.called
            decided = replace(decided, planned_joints=joints, planned_on=planned_on, planned_by=called)
        decided = replace(decided, time_outs=(*stored.time_outs[:-1], settled))
        return save_joined(change, stored, decided)


def _keeping_plan(settled: TimeOut, block: Block) -> TimeOut:
    """The stop with the plan that is corrected after it: the note says what was planned first."""
    return replace(
        settled,
        was_planned=said(block.planned_joints),
        was_planned_by=block.planned_by,
        was_planned_on=block.planned_on,
    )


def _plan(block: Block) -> tuple[object, ...]:
    return set(block.planned_joints), block.planned_on, block.planned_by

"""The procedure room: time stamps, the time-out, and the sections that the circulator keeps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from mbb_desktop.clinical.access import Permission, User, may
from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block, HowEntered, Item, Moment, TimeOut
from mbb_desktop.clinical.charting import Author, entered
from mbb_desktop.clinical.time_out import mismatch, unanswered
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

    Raises TimeOutIncomplete while an answer is missing.
    """
    if missing := unanswered(answers):
        raise TimeOutIncomplete(missing)
    wrong = mismatch(answers, block)
    done = replace(
        answers,
        at=desk.now,
        led_by=desk.user.signs_as,
        matched_plan=(wrong is None) if block.planned_joints else None,
        stopped=wrong is not None,
    )
    author = Author(desk.user.id, desk.user.called, desk.now)
    recorded = entered(
        replace(block, time_outs=(*block.time_outs, done), nurse=block.nurse or desk.user.signs_as),
        Item.TIMES,
        author,
        HowEntered.STAMPED,
    )
    event = "time-out stopped: answers disagree" if done.stopped else "time-out completed"
    with desk.store.change(
        desk.user, event, at=desk.now, patient_id=block.patient_id, workstation=desk.workstation
    ) as change:
        return save_joined(change, block, recorded)


@needs(Permission.RECORD_BLOCK)
def correct_plan(desk: Desk, block: Block, joints: tuple[JointSide, ...], physician: User, pin: str) -> Block:
    """The physician, present at the circulator's screen, settles a mismatch with the own PIN.

    The plan becomes `joints` and the time-out is repeated. Raises WrongPin, NotAllowed.
    """
    if not may(physician, Permission.DECIDE_BLOCK):
        raise NotAllowed(Permission.DECIDE_BLOCK)
    confirm_person(desk, physician, pin)
    settled = replace(block.time_outs[-1], settled_by=physician.signs_as)
    planned = replace(
        block,
        time_outs=(*block.time_outs[:-1], settled),
        planned_joints=joints,
        planned_on=desk.now.date(),
        planned_by=physician.called,
    )
    with desk.store.change(
        physician,
        "plan corrected at the time-out",
        at=desk.now,
        patient_id=block.patient_id,
        workstation=desk.workstation,
    ) as change:
        return save_joined(change, block, planned)

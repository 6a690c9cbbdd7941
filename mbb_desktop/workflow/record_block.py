"""A block from its plan to the day it is signed: drafts, autosave, discard and restore."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from mbb_desktop.clinical.access import Permission, Role
from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block, BlockState, Purpose, TimeOut, WhereTimeOut
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.merge import Collision, merged
from mbb_desktop.clinical.room_part import circulator_may, is_open
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.clinical.time_out import unsettled_stop
from mbb_desktop.storage import blocks
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.workflow.attestation import honest
from mbb_desktop.workflow.desk import Desk, NotAllowed, needs

DISCARDED_DRAFTS_KEPT = timedelta(days=7)


class SomebodyElseChanged(Exception):
    """Two people changed the same field; both values are here, and nothing was overwritten."""

    def __init__(self, theirs: Block, collisions: tuple[Collision, ...]) -> None:
        super().__init__("Somebody else changed the same field. Choose which value is right.")
        self.theirs = theirs
        self.collisions = collisions


class NotToday(Exception):
    """A block is planned for a later day and cannot be documented yet."""

    def __init__(self, day: date) -> None:
        super().__init__(f"This block is planned for {show_date(day)}. Document it on that day.")


class AlreadySigned(Exception):
    """The record is signed and stays as it is."""

    def __init__(self) -> None:
        super().__init__("This record is signed and stays as it is.")


class Overtaken(Exception):
    """Somebody else did the same first; the message says what."""


class TimeOutKept(Exception):
    """A time-out of the room screen is changed by nobody; after a stop the next one needs the physician."""

    def __init__(self) -> None:
        super().__init__(
            "A time-out given on the room screen stays as it was given. "
            "After a stop the physician settles it there with the PIN."
        )


@needs(Permission.PLAN_BLOCK)
def plan_block(
    desk: Desk, course: Course, joints: tuple[JointSide, ...], scheduled_at: datetime, *, room: str = ""
) -> Block:
    """Put a block on a day's list with its planned joints; the plan is never copied into the record."""
    return _audited(desk, "block planned", planned(course, joints, scheduled_at, room, desk))


def planned(
    course: Course, joints: tuple[JointSide, ...], scheduled_at: datetime, room: str, desk: Desk
) -> Block:
    """A block as it is planned, to be saved."""
    return Block(
        new_id(desk.now),
        course.patient_id,
        course.id,
        performed_on=scheduled_at.date(),
        state=BlockState.PLANNED,
        scheduled_at=scheduled_at,
        planned_joints=joints,
        planned_on=desk.now.date(),
        planned_by=desk.user.called,
        vertebrae=course.vertebrae,
        diagnoses=course.diagnoses,
        room=room,
    )


@needs(Permission.RECORD_BLOCK)
def start_block(desk: Desk, course: Course) -> Block:
    """A new draft of a block done today, with nothing clinical in it."""
    block = Block(
        new_id(desk.now),
        course.patient_id,
        course.id,
        performed_on=desk.now.date(),
        purpose=Purpose.DIAGNOSTIC,
        physician_id=desk.user.id if Role.PHYSICIAN in desk.user.roles else None,
        started_at=desk.now,
        vertebrae=course.vertebrae,
        diagnoses=course.diagnoses,
    )
    return _audited(desk, "draft started", block)


@needs(Permission.RECORD_BLOCK)
def begin(desk: Desk, block: Block) -> Block:
    """Open a block for work: a planned one becomes a draft of its day, and a draft without a physician
    gets the one who opens it. Anything else stays as it is. Raises NotToday for a plan of a later day."""
    is_physician = Role.PHYSICIAN in desk.user.roles
    block = read_block(desk, block.id)  # the list that it was chosen from may be old
    if block.state is BlockState.PLANNED:
        if block.performed_on > desk.now.date():
            raise NotToday(block.performed_on)
        begun = replace(
            block,
            state=BlockState.DRAFT,
            performed_on=_day_of_work(block),
            purpose=block.purpose or Purpose.DIAGNOSTIC,
            physician_id=desk.user.id if is_physician else block.physician_id,
            started_at=desk.now,
        )
        return _audited(desk, "draft started", begun)
    if block.state is BlockState.DRAFT and block.physician_id is None and is_physician:
        return _audited(desk, "physician of the draft", replace(block, physician_id=desk.user.id))
    return block


def _day_of_work(block: Block) -> date:
    """The day of the first stamp, else the planned one: never the day somebody opens the record."""
    stamps = (block.in_room, block.needle_in, block.needle_out)
    return next((at.date() for at in stamps if at is not None), block.performed_on)


@needs(Permission.RECORD_BLOCK)
def read_block(desk: Desk, block_id: UUID) -> Block:
    """A block as it is stored now."""
    with desk.store.look() as look:
        return look.get(Block, block_id)


@needs(Permission.RECORD_BLOCK)
def save_draft(desk: Desk, base: Block, edited: Block) -> Block:
    """Autosave: my changes since `base`, joined with what others saved meanwhile.

    Raises AlreadySigned, NotAllowed (a circulator who changes the physician's part), TimeOutKept or
    SomebodyElseChanged.
    """
    if not desk.may(Permission.DECIDE_BLOCK) and not circulator_may(base, edited):
        raise NotAllowed(Permission.DECIDE_BLOCK)
    if _in_room(base) != _in_room(edited) or (unsettled_stop(base) and base.time_outs != edited.time_outs):
        raise TimeOutKept
    with desk.store.draft(desk.user, at=desk.now) as change:
        return save_joined(change, base, edited)


def _in_room(block: Block) -> tuple[TimeOut, ...]:
    return tuple(held for held in block.time_outs if held.where is WhereTimeOut.ROOM_SCREEN)


def save_joined(change: Change, base: Block, edited: Block) -> Block:
    """Save my changes since `base` over what is stored now, inside an open transaction."""
    stored = change.get(Block, base.id)
    if not is_open(stored):
        raise AlreadySigned
    return change.save(honest(change, base, edited, stored, joined(base, edited, stored)))


def joined(base: Block, edited: Block, stored: Block) -> Block:
    """My changes since `base` in the stored block, ready to be saved. Raises SomebodyElseChanged."""
    both, collisions = (edited, ()) if stored.version == base.version else merged(base, edited, stored)
    if collisions:
        raise SomebodyElseChanged(stored, collisions)
    return replace(both, version=stored.version)


@needs(Permission.RECORD_BLOCK)
def discard_draft(desk: Desk, block: Block) -> Block:
    """Take a draft off the list as it is stored now; it can be restored for seven days.

    Raises AlreadySigned or Overtaken.
    """
    with desk.change("draft discarded", block.patient_id) as change:
        stored = change.get(Block, block.id)
        if stored.state is BlockState.DISCARDED:
            raise Overtaken("Somebody else has discarded this draft already.")
        if not is_open(stored):
            raise AlreadySigned
        return change.save(replace(stored, state=BlockState.DISCARDED, discarded_at=desk.now))


@needs(Permission.RECORD_BLOCK)
def restore_draft(desk: Desk, block: Block) -> Block:
    """Bring a discarded draft back as it was: planned when nobody had begun it. Raises Overtaken."""
    with desk.change("draft restored", block.patient_id) as change:
        stored = change.get(Block, block.id)
        if stored.state is not BlockState.DISCARDED:
            raise Overtaken("Somebody else has brought this draft back already.")
        former = BlockState.DRAFT if stored.started_at else BlockState.PLANNED  # begun, or only planned
        return change.save(replace(stored, state=former, discarded_at=None))


def read_discarded(desk: Desk, look: Look) -> tuple[Block, ...]:
    """Drafts discarded in the last seven days, newest first."""
    return blocks.discarded(look, desk.now - DISCARDED_DRAFTS_KEPT)


def _audited(desk: Desk, event: str, block: Block) -> Block:
    with desk.change(event, block.patient_id) as change:
        return change.save(block)

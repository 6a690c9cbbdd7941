"""What is being edited: the block and its scores, with undo and autosave."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.block import Block, BlockState, DapUnit
from mbb_desktop.clinical.block_state import CLOSED
from mbb_desktop.clinical.charting import Author, asked_again
from mbb_desktop.clinical.merge import merged, with_mine
from mbb_desktop.clinical.response import Reading, Response
from mbb_desktop.clinical.room_part import (
    circulator_may,
    circulator_may_enter,
    is_open,
    may_follow_signature,
    only_recovery_differs,
    to_be_attested_again,
    with_recovery_of,
)
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.follow_up import ScoreChangedMeanwhile, response_of, save_scores
from mbb_desktop.workflow.record_block import SomebodyElseChanged, read_block, save_draft
from mbb_desktop.workflow.recovery import record_recovery

AUTOSAVE_MS = 400
STEPS_KEPT = 200
_DAP_UNIT = "dap_unit"


@dataclass(frozen=True, slots=True)
class Step:
    """The records before and after a change, and where it was made."""

    before: tuple[Block, Response]
    after: tuple[Block, Response]
    where: str


class BlockDraft(QObject):
    """The records behind the editor's panels. Panels call `change` and listen to `changed`."""

    changed = Signal()
    saved = Signal(object)  # datetime
    not_saved = Signal(object)  # the error
    collided = Signal(object)  # SomebodyElseChanged or ScoreChangedMeanwhile
    given_up = Signal(object)  # the block as somebody closed it; my changes after that are not in it
    held_back = Signal()  # a circulator tried to change the physician's part

    def __init__(
        self, session: Session, block: Block, response: Response, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.block = block
        self.response = response
        self._stored_block = block
        self._stored_response = response
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._saving = 0
        self._then: list[Callable[[], None]] = []
        self._timer = QTimer(self, singleShot=True, interval=AUTOSAVE_MS)
        self._timer.timeout.connect(self.save_now)

    # Reading

    def author(self) -> Author:
        user = self._session.user
        return Author(user.id, user.called, self._session.now())

    def signs_as(self) -> str:
        """The name under which this person attests."""
        return self._session.user.signs_as

    def now(self) -> datetime:
        return self._session.now()

    def remembered_dap_unit(self) -> DapUnit | None:
        """The unit that was picked last on this computer: C-arms show one unit, people do not."""
        known = self._session.property(_DAP_UNIT)
        return DapUnit(known) if known else None

    def remember_dap_unit(self, unit: DapUnit) -> None:
        """Offer this unit for the next block until the program is locked."""
        self._session.setProperty(_DAP_UNIT, unit.value)

    def is_editable(self) -> bool:
        """Whether the record as a whole may still be changed; recovery and discharge may be later."""
        return is_open(self.block)

    def _takes_changes(self) -> bool:
        return self.is_editable() or self.block.state in CLOSED

    def scores_are_editable(self) -> bool:
        return self.response.signed_at is None and self.block.state is not BlockState.ENTERED_IN_ERROR

    def may_enter(self, field: str) -> bool:
        """Whether this person may change a field of the block now; `field` is named as in the record."""
        if self.block.state in CLOSED:
            return may_follow_signature(field)
        return self.is_editable() and (self._decides() or circulator_may_enter(self.block, field))

    def may_become(self, block: Block) -> bool:
        """Whether this person may make the block into that one."""
        if self.block.state in CLOSED:
            return only_recovery_differs(self.block, block)
        return self.is_editable() and (self._decides() or circulator_may(self.block, block))

    def _decides(self) -> bool:
        return self._session.may(Permission.DECIDE_BLOCK)

    def is_saved(self) -> bool:
        """Whether everything typed is in the store."""
        return (
            not self._saving and self.block == self._stored_block and self.response == self._stored_response
        )

    # Changing

    def change(self, block: Block, where: str = "") -> None:
        """Take an edited block; `where` names the field, so that typing on in one field is one undo step."""
        block = asked_again(self.block, to_be_attested_again(self.block, block))
        if block == self.block:
            return
        if self.may_become(block):
            self._take(block, self.response, where)
        elif self.is_editable():
            self.held_back.emit()

    def change_scores(self, response: Response, where: str = "") -> None:
        if response != self.response and self.scores_are_editable():
            self._take(self.block, response, where)

    def _take(self, block: Block, response: Response, where: str) -> None:
        typing_on = bool(where) and bool(self._undo) and not self._redo and self._undo[-1].where == where
        before = self._undo.pop().before if typing_on else (self.block, self.response)
        self._undo.append(Step(before, (block, response), where))
        del self._undo[:-STEPS_KEPT]
        self._redo.clear()
        self.block, self.response = block, response
        self._touched()

    def end_step(self) -> None:
        """The field was left: typing in it again is a new undo step."""
        if self._undo:
            self._undo[-1] = replace(self._undo[-1], where="")

    def can_undo(self) -> bool:
        return bool(self._undo)

    def can_redo(self) -> bool:
        return bool(self._redo)

    def undo(self) -> None:
        self._travel(self._undo, self._redo)

    def redo(self) -> None:
        self._travel(self._redo, self._undo)

    def _travel(self, back: list[Step], forth: list[Step]) -> None:
        if not back:
            return
        step = back[-1]
        block, _ = merged(step.after[0], step.before[0], self.block)
        response, _ = merged(step.after[1], step.before[1], self.response)
        if block != self.block and not self.may_become(block):
            return
        if response != self.response and not self.scores_are_editable():
            return
        forth.append(Step(step.after, step.before, ""))
        back.pop()
        self.block, self.response = block, response
        self._touched()

    def _touched(self) -> None:
        self._timer.start()
        self.changed.emit()

    # Saving

    def save_now(self) -> None:
        """Write what changed since the last save: 400 ms after a change, before leaving, before locking."""
        self._timer.stop()
        if self._saving:
            self._timer.start()
            return
        if self.block != self._stored_block and self._takes_changes():
            self._saving += 1
            sent = self.block
            save = save_draft if self.is_editable() else record_recovery
            self._session.do(save, self._stored_block, sent).then(
                lambda stored: self._block_saved(sent, stored), receiver=self
            ).failed(self._failed, receiver=self)
        if self.response != self._stored_response and self.scores_are_editable():
            self._saving += 1
            scores = self.response
            self._session.do(save_scores, self._stored_response, scores).then(
                lambda stored: self._scores_saved(scores, stored), receiver=self
            ).failed(self._failed, receiver=self)

    def _block_saved(self, sent: Block, stored: Block) -> None:
        self._saving -= 1
        self._stored_block = stored
        self.block, collisions = merged(sent, self.block, stored)
        if collisions:
            self._then.clear()
            self.collided.emit(SomebodyElseChanged(stored, collisions))
        self._after_save(refresh=replace(stored, version=0) != replace(sent, version=0))

    def _scores_saved(self, sent: Response, stored: Response) -> None:
        self._saving -= 1
        self._stored_response = stored
        self.response, collisions = merged(sent, self.response, stored)
        if collisions:
            self._then.clear()
            self.collided.emit(ScoreChangedMeanwhile(stored, collisions))
        self._after_save(refresh=replace(stored, version=0) != replace(sent, version=0))

    def _after_save(self, *, refresh: bool) -> None:
        if self._saving:
            return
        if refresh:
            self.changed.emit()
        if self.is_saved():
            waiting, self._then = self._then, []
            self.saved.emit(self._session.now())
            for then in waiting:
                then()
        else:
            self._timer.start()

    def _failed(self, error: Exception) -> None:
        self._saving -= 1
        self._then.clear()
        if isinstance(error, SomebodyElseChanged | ScoreChangedMeanwhile):
            self.collided.emit(error)
        else:
            self.not_saved.emit(error)

    def take_theirs(self, error: SomebodyElseChanged | ScoreChangedMeanwhile) -> None:
        """Keep what the other person saved in the fields that we both changed, and my other changes."""
        self._take_over(error)
        self._touched()

    def keep_mine(self, error: SomebodyElseChanged | ScoreChangedMeanwhile) -> None:
        """Put my values over the other person's in the fields that we both changed."""
        self._take_over(error)
        if isinstance(error, SomebodyElseChanged):
            self.change(with_mine(self.block, error.collisions))
        else:
            self.change_scores(with_mine(self.response, error.collisions))
        self._touched()

    def _take_over(self, error: SomebodyElseChanged | ScoreChangedMeanwhile) -> None:
        """What somebody else saved becomes what mine is compared with, unless it is that already."""
        if isinstance(error, SomebodyElseChanged):
            if error.theirs.version > self._stored_block.version:
                self.block, _ = merged(self._stored_block, self.block, error.theirs)
                self._stored_block = error.theirs
        elif error.theirs.version > self._stored_response.version:
            joined, _ = merged(self._stored_response, self.response, error.theirs)
            self.response = error.theirs if error.theirs.signed_at else joined
            self._stored_response = error.theirs

    def look_again(self) -> None:
        """Somebody else may have entered something: join it with what is being typed."""
        if self._takes_changes() and not self._saving:
            self._session.do(read_block, self.block.id).then(self._arrived).failed(self._not_read)

    def _arrived(self, theirs: Block) -> None:
        if self._saving or theirs.version == self._stored_block.version:
            return
        if self.is_editable() and not is_open(theirs):
            self.show_closed(theirs)
            return
        joined, collisions = merged(self._stored_block, self.block, theirs)
        if collisions:
            self.collided.emit(SomebodyElseChanged(theirs, collisions))
            return
        self.block, self._stored_block = joined, theirs
        self.changed.emit()

    def look_at_scores(self) -> None:
        """Somebody else may have entered scores, or signed them: join them with what is being typed."""
        if self.scores_are_editable() and not self._saving:
            self._session.do(response_of, self.block).then(self._scores_arrived).failed(self._not_read)

    def _scores_arrived(self, theirs: Response) -> None:
        if self._saving or theirs.version == self._stored_response.version:
            return
        joined, collisions = merged(self._stored_response, self.response, theirs)
        if collisions:
            self.collided.emit(ScoreChangedMeanwhile(theirs, collisions))
            return
        self.response, self._stored_response = theirs if theirs.signed_at else joined, theirs
        self._forget_closed_steps()
        self.changed.emit()

    def unsaved_scores(self) -> tuple[Reading, ...]:
        """The scores typed here that are not in the store."""
        kept = self._stored_response.readings
        return tuple(each for each in self.response.readings if each not in kept)

    def _not_read(self, _error: Exception) -> None:
        """The next save will say what is wrong."""

    def stored(self, block: Block, response: Response | None = None) -> None:
        """Somebody else, or a signature, changed the stored record: show it."""
        self._stored_block = self.block = block
        if response is not None:
            self._stored_response = self.response = response
        self._forget_closed_steps()
        self.changed.emit()

    def _forget_closed_steps(self) -> None:
        """Nothing that was entered before a signature can be undone after it."""
        if not self.is_editable() or not self.scores_are_editable():
            self._undo.clear()
            self._redo.clear()

    def show_closed(self, closed: Block) -> None:
        """Somebody signed or discarded what is edited here: of my changes only the recovery of a signed
        block stays; `given_up` tells when there were others."""
        mine, was_lost = self._stored_block, self.block != self._stored_block
        if closed.state in CLOSED:
            was_lost = not only_recovery_differs(mine, self.block)
            mine = with_recovery_of(mine, self.block)
        self.block, collisions = merged(self._stored_block, mine, closed)
        self._stored_block = closed
        self._forget_closed_steps()
        self.changed.emit()
        self.save_now()
        if collisions:
            self.collided.emit(SomebodyElseChanged(closed, collisions))
        if was_lost:
            self.given_up.emit(closed)

    def save_at_once(self) -> None:
        """Write everything before the editor goes away; waits for a save that is under way."""
        for _try in range(3):
            self.save_now()
            if self.is_saved() or not self._session.wait_until_idle():
                return

    def steps(self) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
        """What can be undone and redone, oldest first, to be kept through a lock."""
        return tuple(self._undo), tuple(self._redo)

    def restore_steps(self, undo: tuple[Step, ...], redo: tuple[Step, ...]) -> None:
        """Continue with the steps of before a lock."""
        self._undo, self._redo = [*undo], [*redo]
        self.changed.emit()

    def when_saved(self, then: Callable[[], None]) -> None:
        """Save what is pending, then call back once everything is in the store; not after a failure."""
        if self.is_saved():
            then()
            return
        self._then.append(then)
        self.save_now()

"""What the circulator does beyond typing: stamps and taking them back, the time-out, and settling a STOP."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block, Moment, TimeOut
from mbb_desktop.clinical.block_state import CLOSED
from mbb_desktop.clinical.shown import show_time
from mbb_desktop.clinical.time_out import unanswered, unsettled_stop
from mbb_desktop.storage.errors import StoreUnavailable
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.room_plan_card import PlanCard
from mbb_desktop.ui.room_stamps import moment_words, stamp_of, with_stamp, with_stamp_from, without_stamp
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.room import (
    NotInOrder,
    PlanChanged,
    complete_time_out,
    confirm_plan,
    correct_plan,
    stamp,
)
from mbb_desktop.workflow.signing import NoPin, WrongPin

translate = QCoreApplication.translate


class RoomActs(QObject):
    """Acts on one draft through the workflow, which has the last word on the order of things."""

    answers_missing = Signal()

    def __init__(self, draft: BlockDraft, session: Session, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._draft, self._session, self._window = draft, session, window
        self._last: Moment | None = None  # the stamp that can still be taken back
        self._waiting = False

    # Stamps

    def stamp(self, moment: Moment) -> None:
        """Stamp a moment with the time of this very key press; nothing is asked."""
        if not self._draft.is_editable():
            return
        at = stamp_of(self._draft.block, moment)
        if at is not None:
            told = self.tr("{0} is stamped {1} already.")
            self._window.messages.toast(told.format(moment_words(moment), show_time(at)))
            return
        pressed_at = self._session.now()
        self._draft.save_now()
        asked = self._session.do(stamp, self._draft.block, moment)
        asked.then(partial(self._stamped, moment)).failed(partial(self._not_stamped, moment, pressed_at))
        asked.changes("block", patient_id=self._draft.block.patient_id)

    def _stamped(self, moment: Moment, stored: Block) -> None:
        self._take(with_stamp_from(self._draft.block, stored, moment), moment)

    def _not_stamped(self, moment: Moment, pressed_at: datetime, error: Exception) -> None:
        """A disk that fails must not cost the time: the draft keeps it and goes on trying to save."""
        if isinstance(error, StoreUnavailable):
            author = replace(self._draft.author(), at=pressed_at)
            self._take(with_stamp(self._draft.block, moment, pressed_at, author), moment)
        elif isinstance(error, NotInOrder):
            self._window.messages.toast(str(error))
        else:
            self._window.messages.tell_error(error)
            self._draft.look_again()

    def _take(self, block: Block, moment: Moment) -> None:
        self._last = moment
        self._draft.end_step()
        self._draft.change(block, f"stamp {moment.value}")
        self._draft.end_step()
        at = stamp_of(block, moment)
        told = self.tr("{0} stamped {1}.").format(moment_words(moment), show_time(at) if at else "")
        self._window.messages.toast(told, partial(self.take_back, moment))

    def take_back(self, moment: Moment) -> None:
        """Take back a wrong stamp, as long as it is the last one."""
        if self._last is not moment or not self._draft.is_editable():
            return
        self._last = None
        self._draft.change(without_stamp(self._draft.block, moment))
        self._window.messages.toast(self.tr("{0} taken back.").format(moment_words(moment)))

    # Undo

    def undo(self) -> None:
        """Undo the last change; of the stamps only the last one can be taken back."""
        before, scores = self._draft.block, self._draft.response
        if not self._draft.can_undo():
            signed = before.state in CLOSED
            told = self.tr("The record is signed. This stays as it is.") if signed else ""
            self._window.messages.toast(told or self.tr("Nothing to undo."))
            return
        self._draft.undo()
        if (before, scores) == (self._draft.block, self._draft.response):
            self._window.messages.toast(self.tr("The record is signed. This stays as it is."))
            return
        lost = [m for m in Moment if stamp_of(before, m) and not stamp_of(self._draft.block, m)]
        if any(moment is not self._last for moment in lost):
            self._draft.redo()
            self._window.messages.toast(self.tr("Only the last stamp can be taken back."))
        elif lost:
            self._last = None
            self._window.messages.toast(self.tr("{0} taken back.").format(moment_words(lost[0])))
        else:
            self._window.messages.toast(self.tr("The last entry was undone."))

    def redo(self) -> None:
        """Do again what was undone."""
        self._draft.redo()

    # The time-out

    def complete_time_out(self, answers: TimeOut) -> None:
        """Compare the answers with the plan, or say what is missing."""
        if unanswered(answers):
            self.answers_missing.emit()
        elif self._draft.is_editable() and not self._waiting:
            self._waiting = True
            self._draft.save_now()
            asked = self._session.do(complete_time_out, self._draft.block, answers)
            asked.then(self._time_out_kept).failed(self._time_out_not_kept)
            asked.changes("block", patient_id=self._draft.block.patient_id)

    def _time_out_kept(self, _stored: Block) -> None:
        self._waiting = False
        self._last = None
        self._draft.look_again()

    def _time_out_not_kept(self, error: Exception) -> None:
        self._waiting = False
        self._window.messages.tell_error(error)
        self._draft.look_again()

    def stopped(self) -> TimeOut | None:
        """The last time-out when it was stopped and is not settled."""
        return unsettled_stop(self._draft.block)

    # Settling

    def settle(
        self, card: PlanCard, shown: Block, joints: Sequence[JointSide], physician: User, pin: str
    ) -> None:
        """The physician at this screen decides what is right; no joints keep the plan that the card shows."""
        self._draft.save_now()
        asked = (
            self._session.do(correct_plan, shown, tuple(joints), physician, pin)
            if joints
            else self._session.do(confirm_plan, shown, physician, pin)
        )
        asked.then(partial(self._settled, card, physician)).failed(partial(self._not_settled, card))
        asked.changes("block", patient_id=self._draft.block.patient_id)

    def _settled(self, card: PlanCard, physician: User, _stored: Block) -> None:
        card.dismiss()
        self._draft.look_again()
        told = self.tr("Settled by {0}. Give the time-out again.")
        self._window.messages.toast(told.format(physician.called))

    def _not_settled(self, card: PlanCard, error: Exception) -> None:
        if isinstance(error, WrongPin) and not error.left:
            self._window.lock()
        elif isinstance(error, PlanChanged):
            card.dismiss()
            self._draft.look_again()
            self._window.messages.tell_error(error)
        else:
            card.show_refused(refusal(error))


def refusal(error: Exception) -> str:
    """The sentence of an error, in the words of somebody who stands beside the physician."""
    if isinstance(error, NoPin):
        return translate("room", "This physician has no signing PIN. They set one in Settings, My account.")
    if isinstance(error, WrongPin):
        told = translate("room", "That is not the physician's PIN. {0} tries left before the program locks.")
        return told.format(error.left)
    return str(error)

"""Tells the truth about saving: the status line, the red bar, and what to do when somebody else was first."""

from datetime import datetime

from PySide6.QtCore import QObject

from mbb_desktop.clinical.block import Block
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.room_collision import Clash, CollisionCard
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.record_block import AlreadySigned, read_block


class Saving(QObject):
    """Listens to a draft for as long as its page lives."""

    def __init__(self, draft: BlockDraft, window: MainWindow, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._draft, self._window, self._session = draft, window, session
        self._saved_at = session.now()
        self._asking = False
        draft.changed.connect(self.show_state)
        draft.saved.connect(self._on_saved)
        draft.not_saved.connect(self._on_not_saved)
        draft.collided.connect(self._on_collided)
        self._failed = False

    def show_state(self) -> None:
        """Say how things stand now."""
        if self._failed:
            self._window.status.show_not_saved(self._saved_at)
        elif self._draft.is_saved():
            self._window.status.show_saved(self._saved_at)
        else:
            self._window.status.show_saving()

    def _on_saved(self, at: datetime) -> None:
        self._saved_at, self._failed = at, False
        self._window.messages.saved_again()
        self._window.status.show_saved(at)

    def _on_not_saved(self, error: Exception) -> None:
        if isinstance(error, AlreadySigned):
            self._session.do(read_block, self._draft.block.id).then(self._show_signed)
            return
        self._failed = True
        self._window.messages.not_saved(self._saved_at, error, self._draft.save_now)
        self._window.status.show_not_saved(self._saved_at)

    def _show_signed(self, block: Block) -> None:
        """The physician signed meanwhile: show what is signed, and say what is not in it."""
        self._draft.stored(block)
        self._window.messages.tell(
            self.tr("The record was signed"),
            self.tr(
                "The physician signed it meanwhile. What you changed after that is not in it. "
                "Tell the physician, who can add an addendum."
            ),
        )

    def _on_collided(self, clash: Clash) -> None:
        if self._asking:
            return
        self._asking = True
        card = CollisionCard(self._window, self._draft, clash)
        card.finished.connect(self._on_answered)
        card.open()

    def _on_answered(self, _result: int) -> None:
        self._asking = False

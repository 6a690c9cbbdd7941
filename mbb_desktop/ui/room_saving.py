"""Tells the truth about saving: the status line, the red bar, and what to do when somebody else was first."""

from datetime import datetime

from PySide6.QtCore import QObject

from mbb_desktop.clinical.block import Block
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.collision_bar import CollisionBar
from mbb_desktop.ui.given_up import tell_given_up
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.follow_up import ScoreChangedMeanwhile
from mbb_desktop.workflow.record_block import AlreadySigned, SomebodyElseChanged, read_block

Clash = SomebodyElseChanged | ScoreChangedMeanwhile


class Saving(QObject):
    """Listens to a draft for as long as its page lives."""

    def __init__(self, draft: BlockDraft, window: MainWindow, session: Session, bar: CollisionBar) -> None:
        super().__init__(draft)
        self._draft, self._window, self._session, self._bar = draft, window, session, bar
        self._saved_at, self._failed = session.now(), False
        self._clash: Clash | None = None
        draft.changed.connect(self.show_state)
        draft.saved.connect(self._on_saved)
        draft.not_saved.connect(self._on_not_saved)
        draft.collided.connect(self._on_collided)
        draft.given_up.connect(self._on_given_up)
        bar.theirs_chosen.connect(self._take_theirs)
        bar.mine_chosen.connect(self._keep_mine)

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
            self._session.do(read_block, self._draft.block.id).then(self._draft.show_closed)
            return
        self._failed = True
        self._window.messages.not_saved(self._saved_at, error, self._draft.save_now)
        self._window.status.show_not_saved(self._saved_at)

    def _on_given_up(self, block: Block) -> None:
        tell_given_up(self._window, block)

    def _on_collided(self, clash: Clash) -> None:
        self._clash = clash
        self._bar.show_collisions(str(clash), clash.collisions)

    def _take_theirs(self) -> None:
        if self._clash is not None:
            self._draft.take_theirs(self._clash)
        self._clash = None
        self._bar.hide()

    def _keep_mine(self) -> None:
        if self._clash is not None:
            self._draft.keep_mine(self._clash)
        self._clash = None
        self._bar.hide()

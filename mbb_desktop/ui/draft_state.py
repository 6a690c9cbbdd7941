"""What the editor says about its draft: saved, not saved, changed by somebody else, discarded."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from mbb_desktop.clinical.block import Block
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.collision_bar import CollisionBar
from mbb_desktop.ui.editor_footer import EditorFooter
from mbb_desktop.ui.given_up import tell_given_up
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.workflow.follow_up import ScoreChangedMeanwhile
from mbb_desktop.workflow.record_block import SomebodyElseChanged, discard_draft, restore_draft


class DraftState(QObject):
    """Stands between the draft and the footer, the collision bar and the window's messages."""

    failing_changed = Signal()
    discarded = Signal()

    def __init__(
        self, session: Session, window: MainWindow, draft: BlockDraft, footer: EditorFooter, bar: CollisionBar
    ) -> None:
        super().__init__(draft)
        self._session, self._window, self._draft = session, window, draft
        self._footer, self._bar = footer, bar
        self.failing = False
        self._collision: SomebodyElseChanged | ScoreChangedMeanwhile | None = None
        draft.changed.connect(self._on_changed)
        draft.saved.connect(self._on_saved)
        draft.not_saved.connect(self._on_not_saved)
        draft.collided.connect(self._on_collided)
        draft.given_up.connect(self._on_given_up)
        draft.held_back.connect(self._on_held_back)
        bar.theirs_chosen.connect(self._take_theirs)
        bar.mine_chosen.connect(self._keep_mine)
        footer.discard_asked.connect(self.discard)
        window.about_to_lock.connect(draft.save_at_once)
        session.changed.connect(self._on_others_changed)
        footer.show_saved(session.now())

    def _on_changed(self) -> None:
        if not self._draft.is_saved():
            self._footer.show_unsaved()

    def _on_saved(self, at: datetime) -> None:
        self._footer.show_saved(at, signed=not self._draft.is_editable())
        if self.failing:
            self.failing = False
            self._window.messages.saved_again()
            self.failing_changed.emit()

    def _on_not_saved(self, error: Exception) -> None:
        self.failing = True
        since = self._footer.last_saved() or self._session.now()
        self._window.messages.not_saved(since, error, self._draft.save_now)
        self._footer.show_not_saved()
        self.failing_changed.emit()

    def _on_held_back(self) -> None:
        self._window.messages.toast(self.tr("The physician enters this."))

    def _on_given_up(self, block: Block) -> None:
        tell_given_up(self._window, block)

    def _on_others_changed(self, changed: Changed) -> None:
        if changed.touches("block"):
            self._draft.look_again()
        if changed.touches("response"):
            self._draft.look_at_scores()

    def _on_collided(self, error: SomebodyElseChanged | ScoreChangedMeanwhile) -> None:
        self._collision = error
        self._bar.show_collisions(str(error), error.collisions)

    def _take_theirs(self) -> None:
        if self._collision is not None:
            self._draft.take_theirs(self._collision)
        self._bar.hide()

    def _keep_mine(self) -> None:
        if self._collision is not None:
            self._draft.keep_mine(self._collision)
        self._bar.hide()

    def discard(self) -> None:
        """Take the draft off the list; the toast brings it back."""
        self._draft.when_saved(self._discard_now)

    def _discard_now(self) -> None:
        asked = self._session.do(discard_draft, self._draft.block)
        asked.changes("block", patient_id=self._draft.block.patient_id).then(self._on_discarded)

    def _on_discarded(self, discarded: Block) -> None:
        session, window = self._session, self._window
        self._draft.stored(discarded)

        def restore() -> None:
            session.do(restore_draft, discarded).changes("block", patient_id=discarded.patient_id)

        self.discarded.emit()
        window.messages.toast(window.tr("Draft discarded."), restore)

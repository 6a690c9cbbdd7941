"""Tells the truth about saving: the status line, the red bar, and what to do when somebody else was first."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject

from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.merge import Collision
from mbb_desktop.clinical.response import Reading, Response
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.collision_bar import CollisionBar
from mbb_desktop.ui.fact_field import with_value
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
        """The physician signed meanwhile: what is signed is shown; say what is not in it."""
        if block.state is not BlockState.SIGNED:
            self._window.messages.tell(
                self.tr("The record was closed"),
                self.tr("It is {0} now. What you changed after that is not in it.").format(block.state.value),
            )
            return
        self._window.messages.tell(
            self.tr("The record was signed"),
            self.tr(
                "The physician signed it meanwhile. What you changed after that is not in it, "
                "except recovery and discharge. Tell the physician, who can add an addendum."
            ),
        )

    def _on_collided(self, clash: Clash) -> None:
        self._clash = clash
        self._bar.show_collisions(str(clash), clash.collisions)

    def _take_theirs(self) -> None:
        if self._clash is not None:
            self._draft.take_theirs(self._clash)
        self._clash = None
        self._bar.hide()

    def _keep_mine(self) -> None:
        """Theirs is taken first, so that only the fields in question become mine again."""
        clash = self._clash
        self._take_theirs()
        if isinstance(clash, SomebodyElseChanged):
            block = self._draft.block
            for each in clash.collisions:
                block = with_value(block, each.field, each.mine)
            self._draft.change(block)
        elif clash is not None:
            response = self._draft.response
            for each in clash.collisions:
                response = _with_mine(response, each)
            self._draft.change_scores(response)


def _with_mine(response: Response, collision: Collision) -> Response:
    """The response with my value of a field, or of one reading."""
    mine, theirs = collision.mine, collision.theirs
    asked = mine if isinstance(mine, Reading) else theirs
    if not isinstance(asked, Reading):
        return with_value(response, collision.field, mine)
    others = [r for r in response.readings if (r.series, r.slot) != (asked.series, asked.slot)]
    return replace(response, readings=tuple([*others, mine] if isinstance(mine, Reading) else others))

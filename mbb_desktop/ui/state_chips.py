"""How far a record or a signed paper is, as icon and word: the same word on every screen."""

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.block_state import BlockState
from mbb_desktop.clinical.cosignature import CosignStanding
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.ui.chips import Chip

_tr = QCoreApplication.translate
_STANDS = {
    BlockState.AWAITING: CosignStanding.AWAITED,
    BlockState.RETURNED: CosignStanding.RETURNED,
    BlockState.SIGNED: CosignStanding.COSIGNED,
}


def state_chip(state: BlockState) -> Chip:
    """A block's state; a plan stands as scheduled."""
    if (standing := _STANDS.get(state)) is not None:
        return standing_chip(standing)
    if state is BlockState.DRAFT:
        return Chip(_tr("state", "Draft"), "warn", "pencil")
    if state is BlockState.DISCARDED:
        return Chip(_tr("state", "Discarded"), "neutral", "trash-2")
    if state is BlockState.ENTERED_IN_ERROR:
        return Chip(_tr("state", "Entered in error"), "neutral", "ban")
    return Chip(_tr("state", "Scheduled"), "neutral", "clock")


def standing_chip(standing: CosignStanding) -> Chip:
    """How a learner's paper stands with its attending."""
    if standing is CosignStanding.AWAITED:
        return Chip(_tr("state", "To co-sign"), "warn", "users")
    if standing is CosignStanding.RETURNED:
        return Chip(_tr("state", "Returned"), "danger", "undo-2")
    return Chip(_tr("state", "Signed"), "ok", "circle-check")


def paper_chip(paper: SignedDocument) -> Chip:
    """A signed paper: final, or how it stands with its attending."""
    known = paper.cosigning
    return standing_chip(CosignStanding.COSIGNED if paper.final or known is None else known.standing)

"""A learner's paper and the addenda to it that are not final either: asked, returned and co-signed as one."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from mbb_desktop.clinical.access import User, may_attend
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.block_state import NOT_FINAL, BlockState
from mbb_desktop.clinical.cosignature import Asked, CosignStanding, CosignStep
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.storage import cosignatures, papers
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.workflow.desk import Desk


def together(look: Look, paper: SignedDocument) -> tuple[SignedDocument, ...]:
    """The paper that was added to, and the standing addenda to it that lack their co-signature as well.

    `paper` is any of them. One whose own paper is final, or entered in error, goes alone.
    """
    first = _added_to(look, paper)
    return (first, *_open_addenda(look, first))


def _added_to(look: Look, paper: SignedDocument) -> SignedDocument:
    if paper.kind is not PaperKind.ADDENDUM or paper.supersedes is None:
        return paper
    to = papers.get(look, paper.supersedes)
    return paper if to.final or papers.standing(look, (to,)) == () else _added_to(look, to)


def _open_addenda(look: Look, paper: SignedDocument) -> Iterator[SignedDocument]:
    for each in papers.standing(look, papers.named_after(look, paper.id)):
        if each.kind is PaperKind.ADDENDUM and not each.final:
            yield each
            yield from _open_addenda(look, each)


def waits_for(paper: SignedDocument) -> UUID | None:
    """The attending who was asked, or the learner to whom it was returned; None for a final paper."""
    known = paper.cosigning
    if known is None or known.standing is CosignStanding.COSIGNED:
        return None
    return known.attending_id if known.standing is CosignStanding.AWAITED else paper.signer_id


def is_returned(paper: SignedDocument) -> bool:
    """Whether its attending gave it back to the learner."""
    return paper.cosigning is not None and paper.cosigning.standing is CosignStanding.RETURNED


def may_attend_all(look: Look, user: User, paper: SignedDocument) -> bool:
    """Whether a person can be the attending of the paper and of what goes with it: no own one among them."""
    return all(may_attend(user, each.signer_id) for each in together(look, paper))


def ask_for(desk: Desk, change: Change, paper: SignedDocument, attending: User, reason: str = "") -> None:
    """From now on the paper waits for this attending."""
    _step(desk, change, paper, Asked.ASKED, attending.id, attending.signs_as, reason)


def ask_together(
    desk: Desk, change: Change, paper: SignedDocument, attending: User, reason: str = ""
) -> None:
    """From now on the paper and what goes with it wait for this attending."""
    for each in together(change, paper):
        if waits_for(each) != attending.id:
            ask_for(desk, change, each, attending, reason)
        now_is(change, each, BlockState.AWAITING)


def give_back(desk: Desk, change: Change, paper: SignedDocument, reason: str) -> None:
    """The paper and what goes with it wait for their learners, for this reason."""
    for each in together(change, paper):
        if not is_returned(each):
            _step(desk, change, each, Asked.RETURNED, each.signer_id, each.signer, reason)
        now_is(change, each, BlockState.RETURNED)


def now_is(change: Change, paper: SignedDocument, state: BlockState) -> None:
    """The block of a note counts as what its attending did last."""
    if paper.kind is not PaperKind.PROCEDURE_NOTE or paper.block_id is None:
        return
    block = change.get(Block, paper.block_id)
    if block.state in NOT_FINAL and block.state is not state:
        change.save(replace(block, state=state))


def _step(  # noqa: PLR0913, PLR0917  what is kept of a step
    desk: Desk, change: Change, paper: SignedDocument, step: Asked, to_id: UUID, to: str, reason: str
) -> None:
    by = desk.user
    kept = CosignStep(new_id(desk.now), paper.id, 0, step, to_id, to, reason, desk.now, by.id, by.signs_as)
    cosignatures.went_on(change, kept)

"""Pain scores after a block, and the response that the physician signs."""

from dataclasses import replace

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.merge import Collision, merged
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.scoring import BadScore
from mbb_desktop.storage import responses
from mbb_desktop.workflow.desk import Desk, NotAllowed, needs
from mbb_desktop.workflow.record_block import AlreadySigned

_PHYSICIANS_FIELDS = ("conclusion", "conclusion_reason", "computed", "signed_at")


class ScoreChangedMeanwhile(Exception):
    """Two people entered different scores for the same reading; nothing was overwritten."""

    def __init__(self, theirs: Response, collisions: tuple[Collision, ...]) -> None:
        super().__init__("Somebody else entered scores meanwhile. Look at both, then enter the right one.")
        self.theirs = theirs
        self.collisions = collisions


@needs(Permission.RECORD_SCORES)
def response_of(desk: Desk, block: Block) -> Response:
    """The response of a block; a new, empty one when nobody has entered a score."""
    with desk.store.look() as look:
        known = responses.of_block(look, block.id)
    return known or Response(new_id(desk.now), block.patient_id, block.id)


@needs(Permission.RECORD_SCORES)
def save_scores(desk: Desk, base: Response, edited: Response) -> Response:
    """Autosave of readings, joined with what others entered.

    Raises AlreadySigned, ScoreChangedMeanwhile, or BadScore for a time in the future.
    """
    if not desk.may(Permission.DECIDE_BLOCK) and _physicians_part(base) != _physicians_part(edited):
        raise NotAllowed(Permission.DECIDE_BLOCK)
    if any(reading.at > desk.now for reading in set(edited.readings) - set(base.readings)):
        raise BadScore("A score cannot be given for a time that has not come yet. Check the clock.")
    with desk.store.draft(desk.user, at=desk.now) as change:
        stored = change.find(Response, base.id)
        if stored is None:
            if change.get(Block, base.block_id).state is BlockState.ENTERED_IN_ERROR:
                raise AlreadySigned
            return change.save(replace(edited, version=0))
        if stored.signed_at is not None:
            raise AlreadySigned
        joined, collisions = (edited, ()) if stored.version == base.version else merged(base, edited, stored)
        if collisions:
            raise ScoreChangedMeanwhile(stored, collisions)
        return change.save(replace(joined, version=stored.version))


def _physicians_part(response: Response) -> tuple[object, ...]:
    return tuple(getattr(response, name) for name in _PHYSICIANS_FIELDS)

"""Recovery and discharge are attested by who is there, for exactly what is recorded."""

from datetime import timedelta

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.room_part import attestation, same_recovery, unattested
from mbb_desktop.storage.store import Change

ATTESTED_WITHIN = timedelta(minutes=5)
"""An attestation is saved at once; one that is older than this at its first save was not given for it."""


def honest(change: Change, base: Block, edited: Block, stored: Block, later: Block) -> Block:
    """What is to be saved, without an attestation that was not given for it.

    The stored one stays while nothing attested is changed. A new one is taken only from the person who
    saves, given just now, for what is saved; `edited` is what that person saw.
    """
    if attestation(later) == attestation(stored) and same_recovery(later, stored):
        return later
    by, at = attestation(later)
    is_new = attestation(base) != attestation(edited) == (by, at)
    just_now = at is not None and abs(change.at - at) <= ATTESTED_WITHIN
    mine = is_new and just_now and by == change.by.signs_as and same_recovery(later, edited)
    return later if mine else unattested(later)

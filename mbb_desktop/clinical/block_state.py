"""How far a block is, from its plan to its signature."""

from enum import Enum


class BlockState(Enum):
    PLANNED = "planned"
    DRAFT = "draft"
    AWAITING = "to be co-signed"
    RETURNED = "returned"
    SIGNED = "signed"
    DISCARDED = "discarded"
    ENTERED_IN_ERROR = "entered in error"


NOT_FINAL = (BlockState.AWAITING, BlockState.RETURNED)
"""A learner signed the note; the attending was asked to co-sign it, or returned it to be corrected."""

CLOSED = (*NOT_FINAL, BlockState.SIGNED)
"""The note is signed and frozen; by a learner alone, as long as it is not final."""

DONE = (BlockState.DRAFT, *CLOSED)
"""The procedure was begun, whoever has signed what of it."""


def unsigned_gap(state: BlockState) -> str:
    """The phrase that says what a note lacks that is not final."""
    if state is BlockState.AWAITING:
        return "gap.note_awaits"
    return "gap.note_returned" if state is BlockState.RETURNED else "gap.note_unsigned"

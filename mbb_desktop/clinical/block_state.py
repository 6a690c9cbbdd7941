"""How far a block is, from its plan to its signature."""

from enum import Enum


class BlockState(Enum):
    PLANNED = "planned"
    DRAFT = "draft"
    AWAITING = "awaiting co-signature"
    SIGNED = "signed"
    DISCARDED = "discarded"
    ENTERED_IN_ERROR = "entered in error"


DONE = (BlockState.DRAFT, BlockState.AWAITING, BlockState.SIGNED)
"""The procedure was begun, whoever has signed what of it."""

CLOSED = (BlockState.AWAITING, BlockState.SIGNED)
"""The note is signed and frozen; by a learner alone, as long as it awaits the attending."""

"""Where somebody was when the program locked, and what of it is kept after the PIN is not enough any more."""

from dataclasses import dataclass, replace
from uuid import UUID

from mbb_desktop.clinical.block import TimeOut
from mbb_desktop.ui.block_draft import Step
from mbb_desktop.ui.dialog_card import CardPlace


@dataclass(frozen=True, slots=True)
class EditorPlace:
    """The block, the input with the cursor, the undo steps."""

    block_id: UUID
    focused: str
    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class RoomPlace:
    """The room screen, with the answers of an unfinished time-out."""

    block_id: UUID
    answers: TimeOut | None = None


Place = EditorPlace | RoomPlace | CardPlace


def without_words(place: Place) -> Place | None:
    """Which block it was; nothing of what was typed, so that nothing is left of a card."""
    if isinstance(place, CardPlace):
        return None
    if isinstance(place, RoomPlace):
        return replace(place, answers=None)
    return replace(place, undo=(), redo=())

"""Where somebody was when the program locked, and what of it is kept after the PIN is not enough any more."""

from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtWidgets import QApplication, QWidget

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
    """The room screen, with the answers of an unfinished time-out and the input with the cursor."""

    block_id: UUID
    answers: TimeOut | None = None
    focused: str = ""


Place = EditorPlace | RoomPlace | CardPlace


def focused_place(page: QWidget) -> str:
    """The name of the input of a page that has the keyboard; empty without one."""
    now = QApplication.focusWidget()
    while now is not None and now is not page:
        if now.objectName() and page.isAncestorOf(now):
            return now.objectName()
        now = now.parentWidget()
    return ""


def without_words(place: Place) -> Place | None:
    """Which block it was; nothing of what was typed, so that nothing is left of a card."""
    if isinstance(place, CardPlace):
        return None
    if isinstance(place, RoomPlace):
        return replace(place, answers=None)
    return replace(place, undo=(), redo=())

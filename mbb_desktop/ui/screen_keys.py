"""The keys of each screen, in words, for the card that F1 opens."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

Keys = Sequence[tuple[str, str]]
_tr = QCoreApplication.translate


def today_keys(_page: QWidget) -> Keys:
    """The day's list."""
    return (
        ("↑ ↓", _tr("keys", "move")),
        ("Enter", _tr("keys", "open or document the chosen block")),
        ("Ctrl N", _tr("keys", "new block for another patient")),
        ("Ctrl H", _tr("keys", "handout and diary")),
    )


def patients_keys(_page: QWidget) -> Keys:
    """The list of patients."""
    return (
        ("↑ ↓", _tr("keys", "move")),
        ("Enter", _tr("keys", "open the chosen chart")),
        ("Ctrl F", _tr("keys", "find")),
    )


def chart_keys(_page: QWidget) -> Keys:
    """A chart."""
    return (
        ("Ctrl N", _tr("keys", "new block")),
        ("Ctrl H", _tr("keys", "handout and diary")),
        ("Esc", _tr("keys", "back")),
    )


def paper_keys(_page: QWidget) -> Keys:
    """A paper that is shown."""
    return (
        ("Ctrl P", _tr("keys", "print")),
        ("Ctrl Shift P", _tr("keys", "print with the system's dialog")),
        ("Ctrl S", _tr("keys", "save as PDF")),
        ("Ctrl + / Ctrl -", _tr("keys", "larger, smaller")),
        ("Ctrl 0", _tr("keys", "fit the width")),
        ("Esc", _tr("keys", "back")),
    )


def block_keys(_page: QWidget) -> Keys:
    """The block editor."""
    return (
        ("F2", _tr("keys", "levels")),
        ("F3", _tr("keys", "anesthetic")),
        ("F4", _tr("keys", "fluoroscopy")),
        ("F5", _tr("keys", "pain scores")),
        ("F6", _tr("keys", "the note")),
        ("F7", _tr("keys", "the next missing item")),
        ("F8", _tr("keys", "more facts")),
        ("F9", _tr("keys", "all as listed, I confirm")),
        ("l r b", _tr("keys", "the side, in a level")),
        ("Alt C / Alt T / Alt L", _tr("keys", "cervical, thoracic, lumbar")),
        ("Ctrl D", _tr("keys", "levels of the block before")),
        ("Ctrl Z / Ctrl Shift Z", _tr("keys", "undo, redo")),
        ("Ctrl P", _tr("keys", "print")),
        ("Ctrl Enter", _tr("keys", "sign")),
    )


def room_keys(_page: QWidget) -> Keys:
    """The circulator's screen."""
    return (
        ("F5", _tr("keys", "in the room")),
        ("F6", _tr("keys", "time-out")),
        ("F7", _tr("keys", "needle in")),
        ("F8", _tr("keys", "needle out")),
        ("F9", _tr("keys", "left the room")),
    )


def calls_keys(_page: QWidget) -> Keys:
    """Follow-up calls."""
    return (
        ("↑ ↓", _tr("keys", "move in the list")),
        ("F2", _tr("keys", "name and date of birth match")),
        ("F3", _tr("keys", "recalled; again: read from the diary")),
        ("F8", _tr("keys", "no answer")),
        ("Ctrl Z / Ctrl Shift Z", _tr("keys", "undo, redo")),
        ("Ctrl Enter", _tr("keys", "save, and the next call")),
    )


def payer_keys(_page: QWidget) -> Keys:
    """Authorizations and denials."""
    return (
        ("↑ ↓", _tr("keys", "move")),
        ("Enter", _tr("keys", "open")),
        ("Ctrl F", _tr("keys", "find in this list")),
    )


def ahead_keys(_page: QWidget) -> Keys:
    """The planned blocks of the next days."""
    return (
        ("↑ ↓", _tr("keys", "move")),
        ("Enter", _tr("keys", "ask the patient of the chosen block")),
        ("Ctrl P", _tr("keys", "the list as paper")),
        ("Esc", _tr("keys", "back")),
    )


def letters_keys(_page: QWidget) -> Keys:
    """What waits to be printed or sent."""
    return (
        ("↑ ↓", _tr("keys", "move")),
        ("Space", _tr("keys", "tick")),
        ("Ctrl A", _tr("keys", "tick all that are shown")),
        ("Enter", _tr("keys", "open")),
        ("Ctrl P", _tr("keys", "print what is ticked")),
        ("Ctrl Shift P", _tr("keys", "print with the system's dialog")),
        ("Ctrl F", _tr("keys", "find in this list")),
    )

"""Two people changed the same field: both values side by side, and somebody decides."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from mbb_desktop.clinical.merge import Collision
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui.parts import Button, body, clear, line, put, stack, strong

_LONGEST = 140


class CollisionBar(QFrame):
    """Stays until one of the two is chosen; neither value is lost before."""

    theirs_chosen = Signal()
    mine_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        put(self, "kind", "danger")
        self._column = stack(self, spacing=4, margins=(16, 8, 16, 8))
        self.hide()

    def show_collisions(self, sentence: str, collisions: Sequence[Collision]) -> None:
        """Show both values of each field."""
        clear(self._column)
        self._column.addWidget(strong(sentence))
        for each in collisions:
            name = each.field.replace("_", " ").capitalize()
            text = self.tr("{0}: theirs is {1}; yours is {2}")
            self._column.addWidget(body(text.format(name, in_words(each.theirs), in_words(each.mine))))
        row = line()
        row.addStretch()
        for said, signal in (
            (self.tr("Keep theirs"), self.theirs_chosen),
            (self.tr("Keep mine"), self.mine_chosen),
        ):
            button = Button(said)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(signal)
            row.addWidget(button)
        self._column.addLayout(row)
        self.show()


def in_words(value: object) -> str:
    """A value of a record, short enough to compare with another."""
    text = _words(value)
    return f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text or "empty"


def _words(value: object) -> str:
    match value:
        case None | UUID():
            text = ""
        case bool():
            text = "yes" if value else "no"
        case Enum():
            text = str(value.value)
        case Decimal():
            text = plain(value)
        case datetime():
            text = f"{value:%H:%M}"
        case date():
            text = show_date(value)
        case tuple():
            text = "; ".join(filter(None, map(_words, value)))
        case _:
            text = _record_words(value)
    return text


def _record_words(value: object) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        return " ".join(filter(None, (_words(getattr(value, field.name)) for field in fields(value))))
    return str(value)

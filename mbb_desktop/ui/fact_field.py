"""One fact of a block's record and its input: shows the fact, and writes every change into the draft."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.block import Item
from mbb_desktop.clinical.charting import entered
from mbb_desktop.ui import typed
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.editors import Editor, LineEditor
from mbb_desktop.ui.parts import CheckBox, line
from mbb_desktop.ui.record_form import Field

R = TypeVar("R")


def value_at(record: Any, path: str) -> Any:
    """What stands at `consent.interpreter` or `vitals.0.pulse` in a record."""
    for part in path.split("."):
        record = record[int(part)] if isinstance(record, tuple) else getattr(record, part)
    return record


def with_value(record: R, path: str, value: object) -> R:
    """The record with another value at a path."""
    first, _, rest = path.partition(".")
    if isinstance(record, tuple):
        at = int(first)
        inner = with_value(record[at], rest, value) if rest else value
        return (*record[:at], inner, *record[at + 1 :])  # type: ignore[return-value]  # the same kind of tuple
    changed: dict[str, Any] = {first: with_value(getattr(record, first), rest, value) if rest else value}
    return replace(record, **changed)  # type: ignore[type-var]  # every record is a dataclass


def may_be_unknown(record: Any, path: str) -> bool:
    """Whether None, not known, can be kept at a path."""
    owner, _, name = path.rpartition(".")
    kinds = _kinds(type(value_at(record, owner) if owner else record))  # type: ignore[arg-type]  # a class
    return type(None) in get_args(kinds[name])


@cache
def _kinds(record: type) -> dict[str, Any]:
    return get_type_hints(record)


@dataclass(frozen=True, slots=True)
class Fact:
    """Where a fact stands in the record, whose item it is, and what it is called on the screen."""

    path: str
    item: Item
    label: str
    hint: str = ""


class FactField(Field):
    """A labelled input for one fact; whoever changes it becomes the author of its item."""

    def __init__(self, draft: BlockDraft, fact: Fact, editor: Editor[Any]) -> None:
        super().__init__(fact.label, editor, fact.hint)
        self._draft, self._path, self._item = draft, fact.path, fact.item
        self.setProperty("records", re.sub(r"\.\d+", "", fact.path))
        editor.setObjectName(fact.path)
        editor.edited.connect(self._on_fact_edited)
        editor.left.connect(draft.end_step)
        editor.stepped.connect(draft.end_step)
        self.refresh()

    @property
    def path(self) -> str:
        return self._path

    @property
    def item(self) -> Item:
        return self._item

    def refresh(self) -> None:
        """Show what the draft has now; what was typed and not understood stays."""
        value = value_at(self._draft.block, self._path)
        if self.editor.value() != value and not self._is_typing():
            self.editor.set_value(value)
        may = self._draft.may_enter(self._path)
        if self.editor.isEnabled() is not may:
            self.editor.setEnabled(may)

    def _is_typing(self) -> bool:
        """Whether the line holds something that cannot be kept as it is, and the cursor is still in it."""
        return self.editor.value() is None and any(inner.hasFocus() for inner in self.editor.inputs())

    def _on_fact_edited(self) -> None:
        value = self.editor.value()
        if value is None and not may_be_unknown(self._draft.block, self._path):
            self._on_emptied()
            return
        block = with_value(self._draft.block, self._path, value)
        self._draft.change(entered(block, self._item, self._draft.author()), self._path)

    def _on_emptied(self) -> None:
        """Every such row has it: an emptied line waits for the next key, a choice springs back."""
        if not isinstance(self.editor, LineEditor):
            self.editor.set_value(value_at(self._draft.block, self._path))


class MomentEditor(LineEditor[datetime | None]):
    """A time of day on the block's own day, such as `1031`."""

    def __init__(self, draft: BlockDraft) -> None:
        super().__init__(None, placeholder=draft.tr("hh:mm"))
        self._draft = draft

    def read(self, text: str) -> datetime | None:
        at = typed.read_time(text)
        return None if at is None else on_the_day(self._draft, at)

    def written(self, value: datetime | None) -> str:
        return typed.show_time(value.time() if value else None)


class PastMomentEditor(MomentEditor):
    """A time of day that has passed."""

    def read(self, text: str) -> datetime | None:
        at = super().read(text)
        if at is not None and at > self._draft.now():
            raise typed.NotUnderstood(self.tr("That time has not come yet. Check the time."))
        return at


def on_the_day(draft: BlockDraft, at: time) -> datetime:
    """A clock time on the day of the block, in the zone of the clock on the wall."""
    return datetime.combine(draft.block.performed_on, at, draft.now().tzinfo)


class TickEditor(Editor[bool]):
    """A box that says something is so; unticked it says nothing."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.box = CheckBox(words)
        line(self).addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.clicked.connect(self._on_clicked)
        self.watch_leaving(self.box)

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:
        self.box.setChecked(value)

    def inputs(self) -> list[QWidget]:
        return [self.box]

    def name(self, label: str) -> None:
        self.box.setAccessibleName(", ".join(filter(None, (label, self.box.text()))))

    def _on_clicked(self) -> None:
        self.edited.emit()

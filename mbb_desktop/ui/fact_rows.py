"""Facts that a block has several of (drugs, vital signs, complications): a row of inputs for each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from mbb_desktop.clinical.block import Block, Item
from mbb_desktop.clinical.charting import entered
from mbb_desktop.ui import theme
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.editors import Editor
from mbb_desktop.ui.fact_field import Fact, FactField, value_at, with_value
from mbb_desktop.ui.parts import Button, clear, line, stack, strong


@dataclass(frozen=True, slots=True)
class Column:
    """One input of each row: the attribute, its label, how its editor is made, how many columns it takes."""

    name: str
    label: str
    editor: Callable[[], Editor[Any]]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Rows:
    """A tuple of records in the block: its attribute, its item, its inputs, and how a new one begins.

    `belongs` leaves out rows that are shown elsewhere; without `new` rows are neither added nor removed.
    """

    path: str
    item: Item
    columns: Sequence[Column]
    new: Callable[[], object] | None = None
    add: str = ""
    title: Callable[[Any], str] | None = None
    belongs: Callable[[Any], bool] | None = None
    across: int = 4


class FactRows(QWidget):
    """The rows, each removable, and a button for one more; `rebuilt` when the inputs are new ones."""

    rebuilt = Signal()

    def __init__(self, draft: BlockDraft, rows: Rows) -> None:
        super().__init__()
        self._draft, self._rows = draft, rows
        self._column = stack(self, spacing=8)
        self._shown: tuple[int, ...] | None = None
        self._titles: tuple[str, ...] = ()
        self.fields: list[FactField] = []
        self._add = Button(rows.add, "link", "plus") if rows.new else None
        if self._add is not None:
            self._add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._add.clicked.connect(self._on_add)
        self.setProperty("records", " ".join(f"{rows.path}.{column.name}" for column in rows.columns))
        self.refresh()

    def refresh(self) -> None:
        """Show what the draft has now."""
        found = self._indexes()
        titles = self._titles_of(found)
        if found != self._shown or titles != self._titles:
            self._shown, self._titles = found, titles
            self._build(found)
        else:
            for field in self.fields:
                field.refresh()
        if self._add is not None:
            self._add.setEnabled(self._draft.may_enter(self._rows.path))

    def count(self) -> int:
        """How many rows there are."""
        return len(self._indexes())

    def _records(self) -> tuple[object, ...]:
        records: tuple[object, ...] = value_at(self._draft.block, self._rows.path)
        return records

    def _record(self, at: int) -> object:
        """A row's record; None when it was removed while its input had the keyboard."""
        return next(iter(self._records()[at : at + 1]), None)

    def _indexes(self) -> tuple[int, ...]:
        belongs = self._rows.belongs
        return tuple(at for at, each in enumerate(self._records()) if belongs is None or belongs(each))

    def _titles_of(self, found: tuple[int, ...]) -> tuple[str, ...]:
        title, records = self._rows.title, self._records()
        return tuple(title(records[at]) for at in found) if title else ()

    def _build(self, found: tuple[int, ...]) -> None:
        if self._add is not None:
            self._column.removeWidget(self._add)
        clear(self._column)
        self.fields = []
        for order, at in enumerate(found):
            title = self._titles[order] if self._titles else ""
            number = self.tr("row {0}").format(order + 1) if len(found) > 1 else ""
            self._column.addWidget(self._row(at, title, title or number))
        if self._add is not None:
            self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
            self._add.raise_()  # the last of the children, so that Tab reaches it last
        self.rebuilt.emit()

    def _row(self, at: int, title: str, called: str) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "soft")
        column = stack(frame, spacing=4, margins=(12, 8, 12, 8))
        if title:
            column.addWidget(strong(title))
        row = line(spacing=8)
        row.addLayout(self._grid(at, called), 1)
        if self._rows.new:
            remove = Button(self.tr("Remove"), "quiet", "trash-2")
            remove.setAccessibleName(" ".join(filter(None, (self.tr("Remove"), called))))
            remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            remove.clicked.connect(lambda: self._remove(at))
            row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        return frame

    def _grid(self, at: int, called: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        row = place = 0
        for column in self._rows.columns:
            fact = Fact(f"{self._rows.path}.{at}.{column.name}", self._rows.item, column.label)
            editor = column.editor()
            editor.about(partial(self._record, at))
            field = FactField(self._draft, fact, editor)
            field.editor.name(", ".join(filter(None, (called, column.label))))
            self.fields.append(field)
            if place + column.span > self._rows.across:
                row, place = row + 1, 0
            grid.addWidget(field, row, place, 1, column.span)
            place += column.span
        for each in range(self._rows.across):
            grid.setColumnStretch(each, 1)
        return grid

    def _on_add(self) -> None:
        if self._rows.new is None:
            return
        self._change((*self._records(), self._rows.new()))
        if self.fields:
            last = [
                f for f in self.fields if f.path.startswith(f"{self._rows.path}.{len(self._records()) - 1}.")
            ]
            last[0].editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, at: int) -> None:
        records = self._records()
        self._change((*records[:at], *records[at + 1 :]))
        if self._add is not None:
            self._add.setFocus(Qt.FocusReason.TabFocusReason)

    def _change(self, records: tuple[object, ...]) -> None:
        block: Block = with_value(self._draft.block, self._rows.path, records)
        self._draft.change(entered(block, self._rows.item, self._draft.author()))
        self.refresh()

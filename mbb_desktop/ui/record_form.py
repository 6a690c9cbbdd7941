"""Edit one record: each field is added once, with its name, label and input."""

from collections.abc import Callable, Mapping
from dataclasses import Field as DataclassField
from dataclasses import replace
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from mbb_desktop.ui import theme
from mbb_desktop.ui.editor import Editor
from mbb_desktop.ui.parts import IconLabel, appear, line, put, section_title, stack, words


class Record(Protocol):
    """Any frozen dataclass."""

    __dataclass_fields__: ClassVar[dict[str, DataclassField[Any]]]


R = TypeVar("R", bound=Record)
E = TypeVar("E", bound=Editor[Any])


class Field(QWidget):
    """An input with its label above and one sentence below: what is wrong, else a hint."""

    def __init__(self, label: str, editor: Editor[Any], hint: str = "", optional: bool = False) -> None:
        super().__init__()
        self.editor = editor
        self._name, self._hint, self._problem = label, hint, ""
        shown = self.tr("{0} (optional)").format(label) if optional else label
        self._label = words(shown, "fieldLabel")
        self._label.setBuddy(editor)
        self._icon = IconLabel("circle-alert", "danger", 14)
        self._below = words("", "help")
        self._below.setWordWrap(True)
        self._build(label)
        editor.left.connect(self._on_left)
        editor.edited.connect(self._on_edited)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the value; nothing clears it. What cannot be read comes first."""
        self._problem = sentence
        self._show()

    def show_hint(self, sentence: str) -> None:
        """Say this below the input while nothing is wrong."""
        if sentence != self._hint:
            self._hint = sentence
            self._show()

    def named(self, problem: str) -> str:
        """A problem with the name of this field before it, for where it is said elsewhere."""
        return f"{self._name}: {problem}" if self._name else problem

    def sentence(self) -> str:
        """What stands below the input."""
        return self._below.text()

    def is_wrong(self) -> bool:
        """Whether that sentence says what is wrong."""
        return self._icon.isVisibleTo(self)

    def _build(self, label: str) -> None:
        column = stack(self, spacing=4)
        appear(self._label, bool(label))
        column.addWidget(self._label)
        column.addWidget(self.editor)
        column.addLayout(self._below_row())
        column.addStretch()
        self.editor.name(label)
        self._show()

    def _below_row(self) -> QHBoxLayout:
        row = line(spacing=6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._below, 1)
        return row

    def _show(self) -> None:
        wrong = self.editor.problem() or self._problem
        self._icon.setVisible(bool(wrong))
        self._below.setText(wrong or self._hint)
        put(self._below, "tone", "danger" if wrong else "")
        self._below.setVisible(bool(wrong or self._hint))
        self.editor.show_wrong(bool(wrong))
        for inner in self.editor.inputs():
            inner.setAccessibleDescription(wrong or self._hint)

    def _on_left(self) -> None:
        self._show()

    def _on_edited(self) -> None:
        if self.is_wrong():
            self._show()


class RecordForm(QWidget, Generic[R]):
    """Shows a record's fields in a grid; `record()` is the saved record with what was entered."""

    edited = Signal(str)

    def __init__(
        self, record: R, check: Callable[[R], Mapping[str, str]] | None = None, columns: int = 1
    ) -> None:
        super().__init__()
        self._saved, self._check, self._columns = record, check, columns
        self._fields: dict[str, Field] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(12))
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self._row, self._column = 0, 0

    def add_section(self, title: str) -> None:
        """Start a new row under a title."""
        self._new_row()
        self._grid.addWidget(section_title(title), self._row, 0, 1, self._columns)
        self._row += 1

    def add_field(self, name: str, label: str, editor: E, hint: str = "", span: int = 1) -> E:
        """Add the input for the record's attribute `name`, `span` columns wide."""
        field = Field(label, editor, hint)
        editor.setObjectName(name)
        editor.set_value(getattr(self._saved, name))
        editor.edited.connect(lambda: self._on_edited(name))
        editor.left.connect(lambda: self._on_left(name))
        self._fields[name] = field
        if self._column + span > self._columns:
            self._new_row()
        self._grid.addWidget(field, self._row, self._column, 1, span)
        self._column += span
        return editor

    def add_end(self) -> None:
        """Keep the fields together at the top."""
        self._new_row()
        self._grid.setRowStretch(self._row, 1)

    def record(self) -> R:
        """The record with every value that was entered and understood."""
        entered = {name: field.editor.value() for name, field in self._fields.items()}
        return replace(self._saved, **entered)

    def show_record(self, record: R) -> None:
        """Show another record, or the same one as it was saved."""
        self._saved = record
        for name, field in self._fields.items():
            field.editor.set_value(getattr(record, name))
            field.show_problem("")

    def fill(self, entered: R) -> None:
        """Put values into the inputs as if they had been typed; the saved record stays what it was."""
        for name, field in self._fields.items():
            field.editor.set_value(getattr(entered, name))

    def is_dirty(self) -> bool:
        """Whether anything differs from the saved record, or cannot be read."""
        return self.record() != self._saved or bool(self._unread())

    def editor(self, name: str) -> Editor[Any]:
        """The input of a field."""
        return self._fields[name].editor

    def field(self, name: str) -> Field:
        """The input with its label and sentence."""
        return self._fields[name]

    def problems(self) -> dict[str, str]:
        """What is wrong, by field: what cannot be read, then what the check says."""
        found = dict(self._check(self.record())) if self._check else {}
        return found | self._unread()

    def show_problems(self) -> bool:
        """Put every problem under its field and go to the first; False when there are none."""
        found = self.problems()
        for name, field in self._fields.items():
            field.show_problem(found.get(name, ""))
        for name, field in self._fields.items():
            if name in found:
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                break
        return bool(found)

    def _unread(self) -> dict[str, str]:
        return {name: said for name, field in self._fields.items() if (said := field.editor.problem())}

    def _new_row(self) -> None:
        if self._column:
            self._row, self._column = self._row + 1, 0

    def _on_edited(self, name: str) -> None:
        field = self._fields[name]
        if field.is_wrong():
            field.show_problem(self.problems().get(name, ""))
        self.edited.emit(name)

    def _on_left(self, name: str) -> None:
        field = self._fields[name]
        if field.editor.value() not in (None, "", ()):  # what is missing is said when it is needed
            field.show_problem(self.problems().get(name, ""))

"""Several small records in one field: a row of inputs for each, added and removed one at a time."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from mbb_desktop.ui.editor import Editor
from mbb_desktop.ui.parts import Button, line, stack
from mbb_desktop.ui.record_form import Record, RecordForm

R = TypeVar("R", bound=Record)


class RowsEditor(Editor[tuple[R, ...]], Generic[R]):
    """`build` adds the inputs to the form of a row; `check` says what a row lacks, empty for nothing."""

    def __init__(
        self,
        blank: R,
        build: Callable[[RecordForm[R]], None],
        add_text: str,
        columns: int = 3,
        check: Callable[[R], str] = lambda _row: "",
    ) -> None:
        super().__init__()
        self._blank, self._build, self._columns, self._check = blank, build, columns, check
        self._forms: list[tuple[RecordForm[R], QWidget]] = []
        self._rows = stack(spacing=8)
        self._add = Button(add_text, icon="plus")
        self._add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._add.clicked.connect(self._on_add)
        column = stack(self, spacing=8)
        column.addLayout(self._rows)
        self._below = line()
        self._below.addWidget(self._add)
        self._below.addStretch()
        column.addLayout(self._below)
        self.setFocusProxy(self._add)

    def value(self) -> tuple[R, ...]:
        entered = (form.record() for form, _frame in self._forms)
        return tuple(record for record in entered if record != self._blank)

    def set_value(self, value: tuple[R, ...]) -> None:
        if value == self.value() and (value or not self._forms):
            return
        for _form, frame in self._forms:
            frame.hide()
            frame.deleteLater()
        self._forms = []
        for record in value:
            self._put_row(record)

    def problem(self) -> str:
        for form, _frame in self._forms:
            unread = form.problems()
            if unread:
                return next(iter(unread.values()))
            record = form.record()
            if record != self._blank and (lack := self._check(record)):
                return lack
        return ""

    def inputs(self) -> list[QWidget]:
        return []

    def name(self, label: str) -> None:
        self.setAccessibleName(label)

    def add_row(self, record: R | None = None) -> RecordForm[R]:
        """Add a row, filled in or blank; gives its form."""
        form = self._put_row(record or self._blank)
        self.edited.emit()
        return form

    def add_beside(self, widget: QWidget) -> None:
        """Put another button beside the one that adds a row."""
        self._below.insertWidget(1, widget)

    def forms(self) -> list[RecordForm[R]]:
        """The forms of the rows, from top to bottom."""
        return [form for form, _frame in self._forms]

    def _put_row(self, record: R) -> RecordForm[R]:
        form: RecordForm[R] = RecordForm(record, columns=self._columns)
        self._build(form)
        form.edited.connect(lambda _name: self.edited.emit())
        frame = QFrame()
        frame.setProperty("kind", "soft")
        row = line(frame, spacing=12, margins=(12, 10, 8, 10))
        row.addWidget(form, 1)
        remove = Button(self.tr("Remove this row"), "quiet", "trash-2")
        remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        remove.clicked.connect(lambda: self.remove_row(form))
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(frame)
        self._forms.append((form, frame))
        return form

    def _on_add(self) -> None:
        form = self.add_row()
        first: Any = form.findChild(Editor)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_row(self, form: RecordForm[R]) -> None:
        """Take a row away."""
        kept = [(own, frame) for own, frame in self._forms if own is not form]
        for own, frame in self._forms:
            if own is form:
                frame.hide()
                frame.deleteLater()
        self._forms = kept
        self.edited.emit()

"""The texts of one template: the list, the words of the chosen one, its problems, and fields to insert."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mbb_desktop.clinical.template import Template, TextProblem, name_of, with_text
from mbb_desktop.clinical.template_fields import Field, TemplateKind, fields_for
from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import Chip, Piece
from mbb_desktop.ui.editors import DateEditor, TextEditor
from mbb_desktop.ui.parts import Notice, appear, help_text, line, put, stack, strong
from mbb_desktop.ui.record_form import Field as FormField
from mbb_desktop.ui.record_table import Column, RecordTable
from mbb_desktop.workflow.keep_templates import template_problems

_WAIT = 350  # milliseconds after the last key
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text as the list shows it."""

    key: str
    text: str
    changed: bool
    wrong: bool


class TemplateEditor(QWidget):
    """`settled` comes a moment after the last change of words or of the chosen text."""

    settled = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._template: Template | None = None
        self._saved: Template | None = None
        self._problems: tuple[TextProblem, ...] = ()
        self._showing = False
        self.texts: RecordTable[TextRow] = RecordTable(self._text_columns(), self.tr("Texts"), row_height=44)
        self.fields: RecordTable[Field] = RecordTable(self._field_columns(), self.tr("Fields"), row_height=44)
        self.area = QPlainTextEdit()
        self.problem = Notice("", "danger", "circle-alert")
        self._name, self._hint = strong(""), help_text("")
        self.approved_by, self.approved_on = TextEditor(), DateEditor(latest=today)
        self._approval = QWidget()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._build()
        self._connect()

    def show_template(self, template: Template, saved: Template) -> None:
        """Edit these words; `saved` are those in use."""
        other = self._template is None or self._saved is None or _which(saved) != _which(self._saved)
        self._template, self._saved = template, saved
        self._showing = True
        self.approved_by.set_value(template.approved_by)
        self.approved_on.set_value(template.approved_on)
        self._showing = False
        appear(self._approval, template.kind is TemplateKind.HANDOUT)
        if other:
            self.fields.show_records(fields_for(template.kind))
        self._check()
        self._list_texts()
        if other or self.texts.current() is None:
            self.texts.select(0)
        self._show_text()

    def template(self) -> Template:
        """The words as they are typed now."""
        assert self._template is not None
        return self._template

    def key(self) -> str:
        """The text that is chosen."""
        row = self.texts.current()
        return row.key if row else ""

    def is_dirty(self) -> bool:
        """Whether anything differs from the words in use."""
        return self._template != self._saved

    def is_refused(self) -> bool:
        """Whether the words, as they were looked at last, cannot be saved."""
        return bool(self._problems)

    def problems(self) -> tuple[TextProblem, ...]:
        """Why the words cannot be saved, as of now."""
        self._check()
        self._say_problems()
        return self._problems

    def show_problems(self, problems: Sequence[TextProblem]) -> None:
        """Say what somebody else found, and go to the first text that it is about."""
        self._problems = tuple(problems)
        keys = [row.key for row in self.texts.records()]
        wrong = next((keys.index(each.key) for each in problems if each.key in keys), None)
        if wrong is not None and self.key() not in {each.key for each in problems}:
            self.texts.select(wrong)
        self._say_problems()

    def insert(self, field: Field) -> None:
        """Put a field where the cursor is."""
        self.area.insertPlainText(field.braced)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _text_columns(self) -> list[Column[TextRow]]:
        return [
            Column(
                self.tr("Text"),
                lambda row: name_of(row.key),
                second=lambda row: " ".join(row.text.split()) or self.tr("Says nothing"),
                verbatim=True,
                chips=self._state,
            )
        ]

    def _state(self, row: TextRow) -> list[Piece]:
        if row.wrong:
            return [Chip(self.tr("Refused"), "danger", "circle-alert")]
        return [Chip(self.tr("Changed"), "info", "pencil")] if row.changed else []

    def _field_columns(self) -> list[Column[Field]]:
        return [
            Column(
                self.tr("Field"),
                lambda field: field.braced,
                second=lambda field: field.example,
                width=210,
                verbatim=True,
            ),
            Column(
                self.tr("What it says"),
                lambda field: field.says,
                second=lambda field: self.tr("When not recorded: {0}").format(field.missing),
                least=220,
            ),
        ]

    def _build(self) -> None:
        column = stack(self, spacing=8)
        column.addWidget(self.texts, 4)
        column.addWidget(self._name)
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(theme.px(112))
        column.addWidget(self.area)
        column.addWidget(self.problem)
        column.addWidget(self._hint)
        column.addWidget(self.fields, 3)
        row = line(self._approval, spacing=12)
        row.addWidget(FormField(self.tr("Wording approved by"), self.approved_by), 2)
        row.addWidget(FormField(self.tr("On"), self.approved_on), 1)
        column.addWidget(self._approval)

    def _connect(self) -> None:
        self.texts.picked.connect(lambda _row: self._show_text())
        self.fields.opened.connect(self.insert)
        self.area.textChanged.connect(self._on_typed)
        self._timer.timeout.connect(self._on_settled)
        for editor in (self.approved_by, self.approved_on):
            editor.edited.connect(self._on_approved)

    # Typing

    def _on_typed(self) -> None:
        if self._showing or self._template is None or not self.key():
            return
        before = self._template
        self._template = with_text(before, self.key(), self.area.toPlainText())
        if (before.approved_by, before.approved_on) != (
            self._template.approved_by,
            self._template.approved_on,
        ):
            self.approved_by.set_value("")
            self.approved_on.set_value(None)
        self._timer.start()

    def _on_approved(self) -> None:
        if not self._showing and self._template is not None:
            by, on = self.approved_by.value().strip(), self.approved_on.value()
            self._template = replace(self._template, approved_by=by, approved_on=on)
            self._timer.start()

    def _on_settled(self) -> None:
        self._check()
        self._list_texts()
        self._say_problems()
        self.settled.emit()

    def _show_text(self) -> None:
        key = self.key()
        if self._template is None or not key:
            return
        self._name.setText(name_of(key))
        self.area.setAccessibleName(name_of(key))
        if self.area.toPlainText() != self._template[key]:
            self._showing = True
            self.area.setPlainText(self._template[key])
            self._showing = False
        self._say_problems()
        self._timer.start()

    def _check(self) -> None:
        self._problems = template_problems(self._template) if self._template else ()

    def _list_texts(self) -> None:
        if self._template is None or self._saved is None:
            return
        wrong = {each.key for each in self._problems}
        rows = [
            TextRow(key, text, self._saved.texts.get(key) != text, key in wrong)
            for key, text in self._template.texts.items()
        ]
        if rows != self.texts.records():
            self.texts.show_records(rows, key=lambda row: row.key)

    def _say_problems(self) -> None:
        own = [each for each in self._problems if each.key in ("", self.key())]
        elsewhere = sorted({name_of(each.key) for each in self._problems if each not in own})
        said = [each.words for each in own[:_MOST_NAMED]]
        if elsewhere:
            said.append(self.tr("Refused as well: {0}.").format("; ".join(elsewhere[:_MOST_NAMED])))
        self.problem.show_text("\n".join(said), "danger", "circle-alert")
        put(self.area, "wrong", "true" if any(each.key for each in own) else "false")
        stars = self._template is not None and self._template.kind is TemplateKind.HANDOUT
        self._hint.setText(
            self.tr("Enter or a double click inserts a field. *Stars* make words bold.")
            if stars
            else self.tr("Enter or a double click inserts a field.")
        )


def _which(template: Template) -> tuple[TemplateKind, str]:
    return template.kind, template.language

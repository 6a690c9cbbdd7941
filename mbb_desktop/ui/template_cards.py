"""Cards of the templates: why a text changes, and the versions that were."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.shown import show_date
from mbb_desktop.clinical.template import RefusedTemplate, Wording
from mbb_desktop.storage.templates import TemplateVersion
from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import Chip, Piece
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, body
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.record_table import Column, RecordTable
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.workflow.keep_templates import NoReason, TemplateShelf


def refusal(error: Exception, otherwise: str) -> str:
    """What was wrong with a template, in a few sentences."""
    if isinstance(error, RefusedTemplate):
        return "\n".join(each.words for each in error.problems[:5])
    return explain(error) or otherwise


class WhyCard(DialogCard):
    """Asks for the reason of a new version; `keep` saves with it."""

    def __init__(
        self, window: QWidget, title: str, said: str, keep: Callable[[str], Pending[Wording]]
    ) -> None:
        super().__init__(window, title, wide=460)
        self._keep_with = keep
        self.why = TextEditor(max_length=160)
        self._notice = Notice("", "danger", "circle-alert")
        self._field = Field(self.tr("Why do the words change?"), self.why)
        for part in (body(said), self._field, self._notice):
            self.body.addWidget(part)
        cancel, self.keep = Button(self.tr("Cancel")), Button(self.tr("Save as a new version"), "primary")
        cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self._on_keep)
        for button in (cancel, self.keep):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        self.keep.setDefault(True)
        self.why.setFocus()

    def said(self) -> str:
        """Why nothing was saved; empty while nothing is wrong."""
        return self._notice.text() or (self._field.sentence() if self._field.is_wrong() else "")

    def _on_keep(self) -> None:
        if not self.why.value().strip():
            self._field.show_problem(str(NoReason()))
            self.fit()
            return
        self.keep.setEnabled(False)
        keeping = self._keep_with(self.why.value())
        keeping.changes("template").then(lambda _kept: self.accept(), self).failed(self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self.keep.setEnabled(True)
        said = refusal(error, self.tr("It was not saved. Try again."))
        self._notice.show_text(said, "danger", "circle-alert")
        self.fit()


class VersionsCard(DialogCard):
    """Every version with who, when and why; one of them can be used again."""

    def __init__(
        self, session: Session, window: QWidget, shelf: TemplateShelf, again: Callable[[int], None]
    ) -> None:
        super().__init__(
            window, self.tr("Versions: {0}").format(localized(shelf.delivered.kind.value)), wide=640
        )
        self._zone, self._shelf, self._again = session.now().tzinfo, shelf, again
        columns: list[Column[TemplateVersion | None]] = [
            Column(self.tr("Version"), self._called, second=self._why, chips=self._state),
            Column(self.tr("Saved"), self._when, second=lambda row: row.user if row else "", width=170),
        ]
        self.table: RecordTable[TemplateVersion | None] = RecordTable(columns, self.tr("Versions"))
        self.table.setMinimumHeight(theme.px(260))
        self.body.addWidget(self.table)
        self.table.show_records([*shelf.versions, None])
        close, self.use = Button(self.tr("Close")), Button(self.tr("Use these words again"), "primary")
        close.clicked.connect(self.reject)
        self.use.clicked.connect(self._on_use)
        for button in (close, self.use):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        self.table.picked.connect(self._on_picked)
        self.table.select(0)
        self.table.setFocus()

    def _called(self, row: TemplateVersion | None) -> str:
        return self.tr("Version {0}").format(row.number) if row else self.tr("Delivered with the program")

    def _why(self, row: TemplateVersion | None) -> str:
        return row.why if row else ""

    def _when(self, row: TemplateVersion | None) -> str:
        if row is None:
            return ""
        at = row.at.astimezone(self._zone)
        return f"{show_date(at.date())} {at:%H:%M}"

    def _state(self, row: TemplateVersion | None) -> list[Piece]:
        if self._number(row) == self._shelf.in_use.number:
            return [Chip(self.tr("In use"), "ok", "check")]
        if row is not None and row.number == self._shelf.newest:
            return [Chip(self.tr("Refused by this program"), "danger", "circle-alert")]
        return []

    def _number(self, row: TemplateVersion | None) -> int:
        return row.number if row else 0

    def _on_picked(self, row: TemplateVersion | None) -> None:
        self.use.setEnabled(self._number(row) != self._shelf.in_use.number)

    def _on_use(self) -> None:
        number = self._number(self.table.current())
        self.accept()
        self._again(number)

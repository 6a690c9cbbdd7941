"""A form with its own Save: what is typed survives every failure, and leaving saves what can be saved."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from mbb_desktop.storage.errors import Conflict
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, body, card, grey, line, muted, rule_line, scrolled, stack
from mbb_desktop.ui.record_form import Record, RecordForm
from mbb_desktop.ui.session import Pending, Session

R = TypeVar("R")
D = TypeVar("D", bound=Record)


class DetailsForm(QWidget, Generic[R, D]):
    """Edits a record R through its typed details D. `record` is None for a new one; Ctrl+S saves."""

    saved = Signal(object)
    closed = Signal()

    def __init__(
        self, session: Session, window: MainWindow, record: R | None, form: RecordForm[D], verb: str
    ) -> None:
        super().__init__()
        self.session, self.window_of = session, window
        self.kept = record
        self.form = form
        self.save_button = Button(verb, "primary", hint="Ctrl S")
        self._cancel = Button(self.tr("Cancel"))
        self._notice = Notice("", "danger", "circle-alert")
        self._state = muted("")
        self._build()
        self.form.edited.connect(self._on_edited)
        self.save_button.clicked.connect(lambda: self.save())
        self._cancel.clicked.connect(self._on_cancel)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(lambda: self.save())

    # What each form says for itself

    def details_of(self, record: R | None) -> D:
        """The details of a saved record, or of a new one."""
        raise NotImplementedError

    def record_of(self, details: D) -> R:
        """The record that was typed, on top of the saved one."""
        raise NotImplementedError

    def keep(self, record: R) -> Pending[R]:
        """Save it."""
        raise NotImplementedError

    def read_again(self) -> Pending[R]:
        """The record as somebody else saved it meanwhile."""
        raise NotImplementedError

    def explained(self, error: Exception) -> bool:
        """Show an error of this form at its place; False for any other error."""
        raise NotImplementedError

    def show_fitting(self) -> None:
        """Show the fields that follow from what is entered."""

    # What all of them do

    def leaving(self) -> None:
        """Save changes when nothing stands against it; else say that they are not kept."""
        if self.kept is None or not self.form.is_dirty():
            return
        problems = self.form.problems()
        if not problems:
            self.save()
            return
        lost = self.tr("The changes were not saved. {0}").format(next(iter(problems.values())))
        self.window_of.messages.toast(lost)

    def is_unfinished(self) -> bool:
        """Whether something is typed that leaving cannot save."""
        return self.form.is_dirty() and (self.kept is None or bool(self.form.problems()))

    def discard(self) -> None:
        """Give up what is typed."""
        self.take(self.kept)

    def show_saved(self, record: R) -> None:
        """Show the record as saved elsewhere, unless something is being typed here."""
        if not self.form.is_dirty():
            self.take(record)

    def save(self) -> None:
        """Save, or say beside the fields what is missing."""
        if not self.form.isEnabled():
            return
        if self.form.show_problems():
            self.say_problems()
            return
        self.put(self.keep)

    def put(self, keep: Callable[[R], Pending[R]]) -> None:
        """Save what is typed in one way or another."""
        self.save_button.setEnabled(False)
        keep(self.record_of(self.form.record())).then(self._on_saved).failed(self._on_failed)

    def take(self, record: R | None) -> None:
        """Show a record as it is kept; what was typed is gone."""
        self.kept = record
        self.form.show_record(self.details_of(record))
        self.show_fitting()
        self.show_state()

    def read_only(self) -> None:
        """Nothing may be changed, nor saved: only read."""
        grey(self.form, self.tr("You can read this here, not change it."))
        for part in (*self.form.findChildren(Button), *self._foot_parts):
            part.hide()

    def add_to_foot(self, widget: QWidget) -> None:
        """Put something at the left of the row with the buttons."""
        self._foot.insertWidget(0, widget)

    def add_card(self, widget: QWidget) -> None:
        """Put something that saves itself under the form."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def show_state(self) -> None:
        """Whether there is anything to save or to take back."""
        dirty = self.form.is_dirty()
        self._cancel.setVisible(dirty or self.kept is None)
        grey(self.save_button, "" if dirty else self.tr("Nothing was changed."))
        self._state.setText(self.tr("Not saved yet") if dirty and self.kept is not None else "")
        if not dirty:
            self._notice.show_text("")

    def said(self) -> str:
        """What stands above the buttons."""
        return self._notice.text()

    def say_problems(self) -> None:
        """Count the sentences that stand under the fields."""
        self._count_problems(max(1, len(self.form.problems())))

    def _count_problems(self, count: int) -> None:
        if not count:
            self._notice.show_text("")
            return
        said = self.tr("1 field needs a look.") if count == 1 else self.tr("{0} fields need a look.")
        self._notice.show_text(said.format(count), "danger", "circle-alert")

    def _build(self) -> None:
        content = QWidget()
        column = stack(content, spacing=12, margins=(20, 16, 20, 16))
        frame = card()
        frame.body.addWidget(self.form)
        column.addWidget(frame)
        column.addStretch()
        self._column = column
        foot = QWidget()
        foot_column = stack(foot, spacing=8, margins=(20, 10, 20, 10))
        self._foot = row = line(spacing=8)
        row.addWidget(self._state, 1)
        for button in (self._cancel, self.save_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        foot_column.addWidget(self._notice)
        foot_column.addLayout(row)
        whole = stack(self, spacing=0)
        whole.addWidget(scrolled(content), 1)
        self._foot_parts = (rule_line(), foot)
        for part in self._foot_parts:
            whole.addWidget(part)

    def _on_edited(self, _name: str) -> None:
        self.show_fitting()
        self.show_state()
        if self._notice.text():
            self._count_problems(len(self.form.problems()))

    def _on_saved(self, record: R) -> None:
        self.take(record)
        self.saved.emit(record)

    def _on_failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, Conflict):
            self.read_again().then(self._ask_which, self)
        elif not self.explained(error):
            said = explain(error) or self.tr("It was not saved. Try again.")
            self._notice.show_text(said, "danger", "circle-alert")

    def _ask_which(self, theirs: R) -> None:
        """Mine go on top of theirs only when the person says so."""
        asking = DialogCard(self.window_of, self.tr("Somebody else changed this record"))
        asking.body.addWidget(
            body(self.tr("Your entries are still here. They can be put on top of what was saved meanwhile."))
        )
        show, put_on_top = Button(self.tr("Show theirs")), Button(self.tr("Save mine on top"), "primary")
        for button, do in ((show, self.take), (put_on_top, self._save_on_top)):
            button.clicked.connect(asking.accept)
            button.clicked.connect(lambda _on=False, do=do: do(theirs))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            asking.buttons.addWidget(button)
        asking.open()

    def _save_on_top(self, theirs: R) -> None:
        before, mine = self.details_of(self.kept), self.form.record()
        names = [n for n in mine.__dataclass_fields__ if getattr(mine, n) != getattr(before, n)]
        self.take(theirs)
        for name in names:
            self.form.editor(name).set_value(getattr(mine, name))
        self.save()

    def _on_cancel(self) -> None:
        self.take(self.kept)
        if self.kept is None:
            self.closed.emit()

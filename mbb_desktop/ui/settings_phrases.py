"""Phrases by short codes: one's own and the clinic's, tried before they are needed, passed on as a file."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from mbb_desktop.clinical.phrase_book import Phrase, book_problem, phrase_problem
from mbb_desktop.interop.budget import Unreadable
from mbb_desktop.ui.choices import Segments
from mbb_desktop.ui.chosen_file import ask_for_file, bytes_of
from mbb_desktop.ui.editors import LongTextEditor, TextEditor
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.paper_files import in_documents
from mbb_desktop.ui.parts import Button, Notice, appear, body, card, line, scrolled, stack
from mbb_desktop.ui.record_form import Field, RecordForm
from mbb_desktop.ui.rows_editor import RowsEditor
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.keep_phrases import (
    PhraseShelf,
    phrase_shelf,
    phrases_file,
    phrases_of,
    save_phrases,
)


class _CodeEditor(TextEditor):
    """A code as it is: the one input in which it stays one."""

    def expand(self, _key: QEvent) -> bool:
        return False


class PhraseSettings(QWidget):
    """Save keeps what is shown, leaving all that can be kept; what a phrase may not hold stays typed."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__()
        self._session, self._window = session, window
        self._typed: dict[bool, tuple[Phrase, ...]] = {True: (), False: ()}
        self._kept = dict(self._typed)
        self._own = True
        self.whose = Segments([self.tr("My own"), self.tr("The clinic's")])
        self.rows: RowsEditor[Phrase] = RowsEditor(
            Phrase(), self._add_fields, self.tr("Add a phrase"), 4, phrase_problem
        )
        self.notice = Notice("", "danger", "circle-alert")
        self.trial = LongTextEditor(self.tr("Type a saved code here, then Space"), lines=3)
        self.save = Button(self.tr("Save"), "primary")
        self._build()
        session.do(phrase_shelf).then(self._show)

    def leaving(self) -> None:
        """Save what can be saved; else say that it is not kept. It stays typed until the lock."""
        for own, phrases in self._changed().items():
            if problem := self._problem(phrases, own):
                lost = self.tr("The changes were not saved. {0}").format(problem)
                self._window.messages.toast(lost)
            else:
                self._keep(phrases, own)

    def is_unfinished(self) -> bool:
        """Whether something is typed that leaving cannot save."""
        return any(self._problem(phrases, own) for own, phrases in self._changed().items())

    def read_file(self, path: Path) -> None:
        """Add the phrases of a file to those that are typed; one with the same code replaces it."""
        try:
            found = phrases_of(bytes_of(path))
        except (OSError, Unreadable) as error:
            self._tell(explain(error) or "")
            return
        kept = {phrase.code: phrase for phrase in (*self.rows.value(), *found)}
        self.rows.set_value(tuple(kept.values()))
        self._tell(book_problem(self.rows.value()))

    def write_file(self, path: Path) -> None:
        """Save the phrases that are shown."""
        try:
            path.write_bytes(phrases_file(self.rows.value()))
        except OSError as error:
            self._tell(explain(error) or "")
            return
        self._window.messages.toast(self.tr("Saved: {0}").format(path.name))

    def _add_fields(self, row: RecordForm[Phrase]) -> None:
        row.add_field("code", self.tr("Code"), _CodeEditor(".lbp", max_length=17))
        row.add_field("text", self.tr("Stands for"), LongTextEditor(lines=2), span=3)

    def _build(self) -> None:
        frame = card(self.tr("Phrases"))
        said = self.tr(
            "A code and then Space or Tab puts its text in its place, in every field of free text. An "
            "unknown code stays as typed. A phrase never holds a side, level, drug, complication or "
            "attestation."
        )
        frame.body.addWidget(body(said))
        self._chooser = QWidget()
        row = line(self._chooser)
        row.addWidget(self.whose)
        row.addStretch()
        for part in (self._chooser, self.rows, self.notice):
            frame.body.addWidget(part)
        frame.body.addLayout(self._buttons())
        frame.body.addWidget(Field(self.tr("Try it"), self.trial))
        self.whose.choose(0)
        for at, button in enumerate(self.whose.buttons):
            button.clicked.connect(lambda _down=False, at=at: self._choose(own=at == 0))
        inner = QWidget()
        column = stack(inner, margins=(20, 16, 20, 16))
        column.addWidget(frame)
        column.addStretch()
        stack(self).addWidget(scrolled(inner))

    def _buttons(self) -> QHBoxLayout:
        row = line()
        bring = Button(self.tr("Add from a file"), icon="upload")
        give = Button(self.tr("Save as a file"), icon="download")
        for button, run in ((self.save, self._on_save), (bring, self._ask_for_file), (give, self._ask_where)):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(run)
            row.addWidget(button)
        row.addStretch()
        return row

    def _show(self, shelf: PhraseShelf) -> None:
        appear(self._chooser, shelf.may_change_clinic)
        self._kept = {True: shelf.own, False: shelf.clinic}
        self._typed = dict(self._kept)
        self.rows.set_value(self._typed[self._own])

    def _choose(self, *, own: bool) -> None:
        """One of the two is always down; what was typed in the other waits there."""
        self.whose.choose(0 if own else 1)
        if own is not self._own:
            self._typed[self._own] = self.rows.value()
            self._own = own
            self.rows.set_value(self._typed[own])
            self._tell("")

    def _on_save(self) -> None:
        phrases = self.rows.value()
        if problem := self._problem(phrases, self._own):
            self._tell(problem)
            return
        self._keep(phrases, self._own)

    def _changed(self) -> dict[bool, tuple[Phrase, ...]]:
        """The books that are typed otherwise than they are kept."""
        typed = {**self._typed, self._own: self.rows.value()}
        return {own: phrases for own, phrases in typed.items() if phrases != self._kept[own]}

    def _problem(self, phrases: Sequence[Phrase], own: bool) -> str:
        return (self.rows.problem() if own is self._own else "") or book_problem(phrases)

    def _keep(self, phrases: tuple[Phrase, ...], own: bool) -> None:
        before = self._kept[own]
        self._kept[own] = phrases
        saving = self._session.do(save_phrases, phrases, own=own).changes("phrases")
        saving.then(self._on_saved, self).failed(partial(self._on_failed, own, before))

    def _on_saved(self, _done: None) -> None:
        self._tell("")
        self._window.messages.toast(self.tr("Saved. The codes work at once."))

    def _on_failed(self, own: bool, before: tuple[Phrase, ...], error: Exception) -> None:
        self._kept[own] = before
        self._tell(explain(error) or self.tr("It was not saved. Try again."))

    def _tell(self, problem: str) -> None:
        self.notice.show_text(problem, "danger", "circle-alert")

    def _ask_for_file(self) -> None:
        ask_for_file(self, self.tr("Choose a file of phrases"), [self.tr("CSV (*.csv)")], self.read_file)

    def _ask_where(self) -> None:
        asking = QFileDialog(self, self.tr("Save the phrases"), in_documents("phrases.csv"))
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setDefaultSuffix("csv")
        asking.fileSelected.connect(lambda name: self.write_file(Path(name)))
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.open()

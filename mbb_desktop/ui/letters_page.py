"""Letters: what waits to be printed and sent, over all patients, and what became of it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.paper import LETTERS, PaperKind
from mbb_desktop.clinical.print_step import PrintOf, Standing
from mbb_desktop.settings import Settings
from mbb_desktop.ui import letters_rows, theme, today_rows
from mbb_desktop.ui.chips import Piece
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.folding_row import FoldingRow
from mbb_desktop.ui.letter_preview import LetterPreview
from mbb_desktop.ui.letters_rows import LetterRow, Shown, counted, fits, rows_of, status_chip
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.paper_files import in_documents, write_all
from mbb_desktop.ui.parts import Button, Notice, appear, card, grey, key_hints, line, muted, put, stack
from mbb_desktop.ui.person_words import full_name
from mbb_desktop.ui.print_batch import BatchEnd, PrintBatch, Printer, in_jobs
from mbb_desktop.ui.printer_card import PrinterCard, stored_printer
from mbb_desktop.ui.printing import no_printer
from mbb_desktop.ui.record_table import Column, RecordTable
from mbb_desktop.ui.screen_keys import letters_keys
from mbb_desktop.ui.sent_card import NotNeededCard, SentCard
from mbb_desktop.ui.session import Changed, Pending, Session
from mbb_desktop.ui.system_print import ask_system
from mbb_desktop.ui.undermined import ask_despite
from mbb_desktop.workflow.print_list import Key, PrintItem, PrintList, print_list
from mbb_desktop.workflow.print_papers import open_item, papers_to_save, put_back, say_outcome

_PRESELECTED = (*LETTERS, PaperKind.CORRECTION_NOTICE, PrintOf.PACKET)
_SHOWN = ("paper", "block", "response", "patient")


class LettersPage(QWidget):
    """Space ticks, Ctrl+P prints what is ticked, Enter opens; an incomplete paper can be looked up only."""

    keys = letters_keys

    open_chart = Signal(object)
    open_block = Signal(object)
    open_paper = Signal(object, object)  # what it is, and its key on this list
    counted = Signal(int)

    def __init__(self, session: Session, window: MainWindow, settings: Settings) -> None:
        super().__init__()
        self._session, self._window, self._settings = session, window, settings
        self._known: PrintList | None = None
        self._begun, self._ending = False, False
        self._printer = Printer("")
        self.batch = PrintBatch(session, self)
        self.shown: ChoiceEditor[Shown] = ChoiceEditor(self._choices())
        self.shown.set_value(Shown.WAITING)
        self.words = TextEditor(self.tr("Filter: name, number, to"))
        self.table: RecordTable[LetterRow] = RecordTable(
            self._columns(), self.tr("Letters"), checkable=True, row_height=52
        )
        self.table.records_model.may_check = lambda row: row.may_print
        self.setFocusProxy(self.table)
        self.preview = LetterPreview(session)
        self.notice = Notice("", "info", "info")
        self._empty = muted(self.tr("Reading the list"))
        self._list = card(self.tr("To print and send"), flush=True)
        self._today = muted("")
        self.select_all = Button(self.tr("Select all"), hint="Ctrl A")
        self.print = Button(self.tr("Print"), "primary", "printer", "Ctrl P")
        self.save = Button(self.tr("Save as PDF"), icon="file-text")
        self.sent = Button(self.tr("Mark as sent"), icon="mail")
        self.stop = Button(self.tr("Stop after this one"))
        self._bar, self._progress = QProgressBar(), muted("")
        self._build()
        self._connect()

    def entered(self) -> None:
        """Look again: others print too."""
        self._printer = stored_printer(self._settings)
        self.preview.show_printer(self._printer)
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        self._session.do(print_list).then(self._show).failed(self._on_unread)

    def nothing_said(self) -> str:
        """What stands there instead of an empty list."""
        return self._empty.text() if self.table.isHidden() else ""

    def ticked(self) -> list[PrintItem]:
        """The ticked papers, else the chosen one, in the order of the list."""
        rows = self.table.checked() or [row for row in (self.table.current(),) if row is not None]
        return [row.item for row in rows if row.item is not None and row.may_print]

    def print_ticked(self) -> None:
        """Print what is ticked, one job for each patient."""
        self._print(self.ticked())

    def print_with_dialog(self) -> None:
        """Print what is ticked on the printer chosen in the system's dialog, this once."""
        items = self.ticked()
        if items and not self.batch.is_running() and self._has_printer():
            ask_system(self._window, self._printer, lambda printer: self._print(items, on=printer))

    def _has_printer(self) -> bool:
        if not self._printer.name:
            self._tell(no_printer(), "warn")
        return bool(self._printer.name)

    def _print(self, items: Sequence[PrintItem], despite: str = "", on: Printer | None = None) -> None:
        if not items or self.batch.is_running() or not self._has_printer():
            return
        self._tell("")
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)  # the button is about to be closed
        self.batch.start(in_jobs(items), on or self._printer, despite=despite)

    # Building

    def _choices(self) -> list[tuple[Shown, str]]:
        return [
            (Shown.UNFINISHED, self.tr("Not complete")),
            (Shown.WAITING, self.tr("To do")),
            (Shown.READY, self.tr("Ready")),
            (Shown.FAILED, self.tr("Failed")),
            (Shown.PRINTED, self.tr("Printed")),
            (Shown.FAXED, self.tr("Faxed")),
            (Shown.SENT, self.tr("Sent")),
        ]

    def _columns(self) -> list[Column[LetterRow]]:
        return [
            Column("", lambda _row: "", width=44),
            Column(
                self.tr("Patient"),
                lambda row: full_name(row.patient),
                second=lambda row: f"{letters_rows.born(row)}   {row.patient.mrn}",
                least=164,
            ),
            Column(self.tr("Document"), letters_rows.kind_words, second=letters_rows.number_words, width=146),
            Column(
                self.tr("Levels"),
                lambda row: today_rows.level_words(row.joints) if row.joints else "",
                chips=lambda row: today_rows.side_chips(row.joints, True),
                strong=True,
                width=132,
            ),
            Column(self.tr("To"), letters_rows.to_words, width=92),
            Column(self.tr("Status"), lambda _row: "", chips=self._status, width=116),
        ]

    def _status(self, row: LetterRow) -> list[Piece]:
        return [status_chip(row, row.item is not None and row.item.key in self.batch.current())]

    def _build(self) -> None:
        columns = line(self, spacing=16, margins=(20, 16, 20, 16))
        columns.addWidget(self._list, 13)
        columns.addWidget(self.preview, 8)
        self.preview.setMinimumWidth(theme.px(296))
        for button in (self.select_all, self.print, self.save, self.sent, self.stop):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words.name(self.tr("Filter: name, number, to"))
        self.words.setMaximumWidth(theme.px(230))
        self._list.head.addWidget(self.words, 1)
        self._list.head.addWidget(self.select_all)
        body = self._list.body
        body.addWidget(self._filters())
        told = stack(margins=(16, 0, 16, 0))
        told.addWidget(self.notice)
        body.addLayout(told)
        self._empty.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(16))
        body.addWidget(self._empty)
        body.addWidget(self.table, 1)
        body.addStretch()
        body.addWidget(self._below())

    def _filters(self) -> QWidget:
        part = QWidget()
        row = line(part, margins=(16, 0, 16, 4))
        self.shown.name(self.tr("Shown"))
        row.addWidget(self.shown)
        return part

    def _below(self) -> QWidget:
        part = QWidget()
        column = stack(part, spacing=10, margins=(16, 8, 16, 12))
        hints = (("Space", self.tr("select")), ("Enter", self.tr("open")), ("Ctrl F", self.tr("filter")))
        column.addWidget(key_hints(hints))
        self._bar.setTextVisible(False)
        progress = line(spacing=8)
        progress.addWidget(self._progress)
        progress.addWidget(self._bar, 1)
        progress.addWidget(self.stop)
        self._running = QWidget()
        self._running.setLayout(progress)
        appear(self._running, False)
        column.addWidget(self._running)
        column.addWidget(FoldingRow((self._today,), (self.sent, self.save, self.print)))
        return part

    def _connect(self) -> None:
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self._open)
        self.table.checks_changed.connect(self._say_counts)
        self.shown.edited.connect(self._show_rows)
        self.words.edited.connect(self._show_rows)
        self.select_all.clicked.connect(self._on_select_all)
        self.print.clicked.connect(self.print_ticked)
        self.save.clicked.connect(self._on_save)
        self.sent.clicked.connect(lambda: self._ask_sent(self.ticked()))
        self.stop.clicked.connect(self._on_stop)
        self.batch.progressed.connect(self._on_progress)
        self.batch.ended.connect(self._on_ended)
        self._session.changed.connect(self._on_changed)
        self._window.about_to_lock.connect(self._on_lock)
        self._connect_preview()
        for keys, run in (
            ("Ctrl+P", self.print_ticked),
            ("Ctrl+Shift+P", self.print_with_dialog),
            ("Ctrl+A", self._on_select_all),
            ("Ctrl+F", lambda: self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _connect_preview(self) -> None:
        preview = self.preview
        preview.printer_asked.connect(self._ask_printer)
        preview.outcome_said.connect(self._on_outcome)
        preview.open_asked.connect(lambda: self._open(self.table.current()))
        preview.sent_asked.connect(lambda: self._ask_sent(self._chosen()))
        preview.not_needed_asked.connect(self._on_not_needed)
        preview.despite_asked.connect(self._on_despite)
        preview.again_asked.connect(self._on_again)

    # Showing

    def _show(self, known: PrintList) -> None:
        self._known = known
        said = self.tr("Printed today: {0}").format(known.printed_today)
        self._today.setText(said)
        self.counted.emit(len(known.waiting))
        self._show_rows()
        if not self._begun:
            self._begin()

    def _begin(self) -> None:
        """The first time, tick the letters that are ready, and show the first of them; nothing else, ever."""
        self._begun = True
        rows = self.table.records()
        ready = [
            at
            for at, row in enumerate(rows)
            if row.item
            and row.may_print
            and row.item.standing is Standing.READY
            and row.item.kind in _PRESELECTED
        ]
        self.table.check(ready)
        if rows:
            self.table.select(ready[0] if ready else 0)

    def _show_rows(self) -> None:
        if self._known is None:
            return
        shown = self.shown.value() or Shown.WAITING
        every = rows_of(self._known, shown)
        rows = [row for row in every if fits(row, self.words.value())]
        ticked = {row.key for row in self.table.checked()}
        self.table.show_records(rows, key=lambda row: row.key)
        self.table.check([at for at, row in enumerate(rows) if row.key in ticked])
        self._empty.setText(self._nothing(shown) if not every else self.tr("Nothing here has these words."))
        self._empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self._list.show_note(counted(rows))
        if rows and self.table.current() is None:
            self.table.select(0)
        self._on_picked(self.table.current())

    def _nothing(self, shown: Shown) -> str:
        said = {
            Shown.UNFINISHED: self.tr("Every paper is complete."),
            Shown.WAITING: self.tr("Nothing to print."),
            Shown.READY: self.tr("Nothing to print."),
            Shown.FAILED: self.tr("Nothing failed."),
        }
        return said.get(shown, self.tr("Nothing in the last seven days."))

    def _say_counts(self) -> None:
        count, ticked = len(self.ticked()), len(self.table.checked())
        busy = self.batch.is_running()
        say = self.tr("Print {0}").format(count) if ticked else self.tr("Print")
        self.print.say(say)
        self.save.say(self.tr("Save {0} as PDF").format(count) if ticked else self.tr("Save as PDF"))
        self.sent.say(self.tr("Mark {0} as sent").format(count) if ticked else self.tr("Mark as sent"))
        nothing = "" if count else self.tr("No paper is chosen that can go out.")
        waiting = self.tr("Wait until it has printed.") if busy else ""
        grey(self.save, nothing)
        for part in (self.print, self.sent):
            grey(part, nothing or waiting)
        appear(self.sent, self._session.may(Permission.SEND_PAPERS))

    def _on_picked(self, row: LetterRow | None) -> None:
        at = self.table.currentIndex().row()
        place = self.tr("{0} of {1}").format(at + 1, len(self.table.records())) if row else ""
        self.preview.show_row(row, place)
        self._say_counts()

    def _on_changed(self, changed: Changed) -> None:
        busy = self.batch.is_running() or self._ending
        if not busy and any(changed.touches(kind) for kind in _SHOWN):
            self.reload()

    def _on_unread(self, error: Exception) -> None:
        said = explain(error) or self.tr("The list could not be read. Open the page again.")
        self._empty.setText(said)
        self._empty.setVisible(True)
        self._tell(said, "danger")

    def _on_lock(self) -> None:
        self.batch.stop()
        self.preview.clear_pages()
        self.table.show_records([])
        self._known = None

    def _tell(self, said: str, tone: str = "info") -> None:
        icon = {"danger": "circle-x", "ok": "circle-check"}.get(tone, "info")
        self.notice.show_text(said, tone, icon)  # type: ignore[arg-type]  # one of the tones

    # Acting

    def _chosen(self) -> list[PrintItem]:
        row = self.table.current()
        return [row.item] if row is not None and row.item is not None else []

    def _on_select_all(self) -> None:
        every = [at for at, row in enumerate(self.table.records()) if row.may_print]
        self.table.check([] if len(self.table.checked()) == len(every) else every)

    def _open(self, row: LetterRow | None) -> None:
        if row is None:
            return
        if row.item is not None:
            key = row.item.key
            opening = self._session.do(open_item, key)
            opening.then(lambda paper: self.open_paper.emit(paper, key), receiver=self)
        elif row.unfinished and row.unfinished.block and self._session.may(Permission.RECORD_BLOCK):
            self.open_block.emit(row.unfinished.block)
        else:
            self.open_chart.emit(row.patient.id)

    def _on_progress(self, done: int, jobs: int) -> None:
        appear(self._running, True)
        self._bar.setMaximum(jobs)
        self._bar.setValue(done)
        put(self._bar, "tone", "")
        said = self.tr("Printing {0} of {1} jobs").format(min(done + 1, jobs), jobs)
        self._progress.setText(said)
        self.stop.setEnabled(True)
        self.stop.say(self.tr("Stop after this one"))
        self.table.viewport().update()
        self._say_counts()

    def _on_stop(self) -> None:
        self.batch.stop()
        self.stop.setEnabled(False)
        self.stop.say(self.tr("Stopping"))

    def _on_ended(self, end: BatchEnd) -> None:
        appear(self._running, False)
        self.table.check([])
        self.reload()  # before the other pages look again
        self._ending = True
        self._session.announce("paper")
        self._ending = False
        papers = self.tr("1 paper printed.") if end.printed == 1 else self.tr("{0} papers printed.")
        said = papers.format(end.printed)
        left = self.tr("{0} not begun; they stay on the list.").format(end.left) if end.left else ""
        parts = (said if end.printed or not end.reason else "", end.reason, left)
        tone = "warn" if end.unknown else "danger" if end.reason else "info" if end.left else "ok"
        self._tell(" ".join(part for part in parts if part), tone)

    def _on_outcome(self, came_out: bool) -> None:
        self._run_on_chosen(lambda keys: self._session.do(say_outcome, keys, came_out=came_out))

    def _on_again(self) -> None:
        self._run_on_chosen(lambda keys: self._session.do(put_back, keys))

    def _run_on_chosen(self, run: Callable[[tuple[Key, ...]], Pending[None]]) -> None:
        items = self._chosen()
        if items:
            run(tuple(item.key for item in items)).changes("paper", patient_id=items[0].patient.id)

    def _ask_sent(self, items: Sequence[PrintItem]) -> None:
        fit = [item for item in items if item.of is not PrintOf.HANDOUT]
        addressed = [item for item in fit if item.addressee.to]
        if fit:
            SentCard(self._session, self._window, addressed or fit[:1]).open()

    def _on_not_needed(self) -> None:
        if items := self._chosen():
            NotNeededCard(self._session, self._window, items[0]).open()

    def _on_despite(self) -> None:
        items = self._chosen()
        said = letters_rows.said_of(items[0]) if items else ""
        if said:
            ask_despite(self._window, said, self.tr("Print nevertheless"), partial(self._print, items))

    def _ask_printer(self) -> None:
        asking = PrinterCard(self._window, self._settings)
        asking.chosen.connect(self._on_printer)
        asking.open()

    def _on_printer(self, printer: Printer) -> None:
        self._printer = printer
        self.preview.show_printer(printer)

    def _on_save(self) -> None:
        items = self.ticked()
        if not items:
            return
        asking = QFileDialog(self, self.tr("Folder for the PDFs"), in_documents(""))
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setFileMode(QFileDialog.FileMode.Directory)
        asking.setOption(QFileDialog.Option.ShowDirsOnly)
        asking.fileSelected.connect(lambda name: self.save_into(Path(name), [item.key for item in items]))
        asking.open()

    def save_into(self, folder: Path, keys: Sequence[Key]) -> None:
        """Write papers into a folder, each named by its number."""
        reading = self._session.do(papers_to_save, keys)
        reading.then(lambda files: self._write(folder, files), receiver=self)

    def _write(self, folder: Path, files: tuple[tuple[str, bytes], ...]) -> None:
        writing = self._session.work(write_all, {folder / name: pdf for name, pdf in files})
        done = self.tr("Saved {0} into {1}.").format(len(files), folder.name)
        writing.then(lambda _done: self._tell(done, "ok"), receiver=self).failed(self._on_not_written)

    def _on_not_written(self, error: Exception) -> None:
        self._tell(explain(error) or self.tr("The papers could not be saved. Try again."), "danger")

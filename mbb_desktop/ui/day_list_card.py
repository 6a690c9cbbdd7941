"""Plan a day's list from a CSV file: look at every row, mend what is asked, plan, keep what is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from mbb_desktop.interop.budget import Unreadable
from mbb_desktop.interop.day_list_file import Head, mended, texts_of
from mbb_desktop.ui import theme
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.chosen_file import ask_for_file, bytes_of
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.figure_tile import Steps
from mbb_desktop.ui.listed_row import ListedRow, columns
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.paper_files import in_documents, write_all
from mbb_desktop.ui.parts import Button, Notice, appear, body, line, muted
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.record_table import RecordTable
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.listed_rows import OfferedPlan, Wanted, listed_twice
from mbb_desktop.workflow.plan_list import (
    DayListOffered,
    PlannedFromList,
    check_listed,
    plan_listed,
    preview_day_list,
    rows_as_file,
)

_ROW = 44
_MOST_ROWS = 4  # so that what is wrong with the chosen one is seen below them
_LOOK_MS = 100


@dataclass(slots=True)
class _Run(Steps):
    """One piece of work on the list, and whether the person ended it."""

    stopped: bool = False

    def told(self, done: int, of: int) -> bool:
        """Called on the thread that works."""
        self.tell(done, of)
        return not self.stopped


class DayListCard(DialogCard):
    """Nothing is kept before the last button; what is not planned can be saved with what is wrong."""

    planned = Signal(int)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window, self.tr("Plan a day's list"), wide=980)
        self._session = session
        self._data = b""
        self._heads: tuple[str, ...] = ()
        self._run = _Run()
        self._kept = 0
        self._notice = Notice("", "danger", "circle-alert")
        self.order: ChoiceEditor[bool] = ChoiceEditor(
            [(True, self.tr("Day first: 3 April")), (False, self.tr("Month first: March 4"))]
        )
        self._order = Field(self.tr("How is 03/04/2026 meant in this file?"), self.order)
        self.table: RecordTable[OfferedPlan] = RecordTable(
            columns(self), self.tr("Rows of the file"), row_height=_ROW
        )
        self.row = ListedRow()
        self.progress, self.stop = QProgressBar(), Button(self.tr("Stop"))
        self._looking = QTimer(self, interval=_LOOK_MS)
        self._summary = muted("")
        self._build()
        self._connect()
        self._show_parts()

    def is_unfinished(self) -> bool:
        """Levels that were typed here, and rows that were not planned, are in no file yet."""
        return any(map(_touched, self.rows()))

    def open_with(self, file: Path | None) -> None:
        """Ask for a file, or look at this one."""
        self.open()
        if file is not None:
            self.read_file(file)

    def read_file(self, path: Path) -> None:
        """Look at a file, with nothing left of an earlier one; a problem with it is said in the card."""
        self.table.show_records([])
        try:
            self._data = bytes_of(path)
        except (OSError, Unreadable) as error:
            self._notice.show_text(explain(error) or "", "danger", "circle-alert")
            self.fit()
            return
        self.order.set_value(None)
        self._read()

    def rows(self) -> list[OfferedPlan]:
        """The rows of the file as they stand."""
        return self.table.records()

    def said(self) -> str:
        """What went wrong, or what was done."""
        return self._notice.text()

    def save_problems(self, path: Path) -> None:
        """Write the rows that cannot be planned, each with what is wrong."""
        bad = [row for row in self.rows() if not row.is_good]
        writing = self._session.do(rows_as_file, self._heads, bad)
        writing.then(lambda data: self._write(path, data), receiver=self).failed(self._on_failed)

    def _write(self, path: Path, data: bytes) -> None:
        try:
            write_all({path: data})
        except OSError as error:
            self._on_failed(error)
            return
        self._notice.show_text(self.tr("Saved: {0}").format(path.name), "ok", "circle-check")
        self.fit()

    # Building

    def _build(self) -> None:
        self._intro = body(
            self.tr(
                "A CSV file with one row for each block. The first row names the columns: MRN, name, birth "
                "date, levels, side, day, time. Nothing is kept yet."
            )
        )
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Working on the list"))
        self._working = QWidget()
        work = line(self._working, spacing=12)
        work.addWidget(self.progress, 1)
        work.addWidget(self.stop)
        for part in (self._intro, self._notice, self._order, self._working, self.table, self.row):
            self.body.addWidget(part)
        self._add_buttons()

    def _add_buttons(self) -> None:
        self.buttons.insertWidget(0, self._summary)
        self.next = Button(self.tr("Next problem"), hint="F7")
        self.next.setShortcut("F7")
        self.save = Button(self.tr("Save rows with problems"), icon="download")
        self.close_it = Button(self.tr("Cancel"))
        self.choose = Button(self.tr("Choose a file"), "primary", "upload")
        self.plan = Button(self.tr("Plan"), "primary", "calendar")
        for button in (self.next, self.save, self.close_it, self.choose, self.plan):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask_for_file)
        self.close_it.clicked.connect(self._on_close)
        self.plan.clicked.connect(self._plan)
        self.save.clicked.connect(self._ask_where)
        self.next.clicked.connect(self._to_next)
        self.stop.clicked.connect(self._on_stop)
        self.order.edited.connect(self._read)
        self.table.picked.connect(self._on_picked)
        self.row.changed.connect(self._on_row)
        self.row.mended.connect(self._on_mended)
        self._looking.timeout.connect(self._show_steps)

    # Reading

    def _read(self) -> None:
        run = self._begin_work()
        reading = self._session.beside(preview_day_list, self._data, self.order.value(), run.told)
        reading.then(lambda found: self._on_read(run, found), receiver=self)
        reading.failed(lambda error: self._on_stopped(run, error), receiver=self)

    def _on_read(self, run: _Run, found: DayListOffered) -> None:
        if run is not self._run:
            return
        self._end_work()
        self._notice.show_text("")
        self._heads = found.columns
        self._order.setVisible(found.asks_order or self.order.value() is not None)
        said = {row.wanted.listed.line: self._anew(row.wanted) for row in self.rows() if _touched(row)}
        rows = [_again(row, said.get(row.wanted.listed.line)) for row in found.rows]
        self._show_rows(rows)
        for row in rows:
            if row.unchecked:
                self._check(row.wanted)

    def _show_rows(self, rows: Sequence[OfferedPlan]) -> None:
        self.table.show_records(rows)
        self._show_parts()
        if rows:
            self.table.select(next((at for at, row in enumerate(rows) if not row.is_good), 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _anew(self, wanted: Wanted, typed: Mapping[Head, str] = MappingProxyType({})) -> Wanted:
        """A row whose cells were mended, read in the order that was said; about whom it is may be new."""
        if not (wanted.listed.mended or typed):
            return wanted
        today, order = self._session.now().date(), self.order.value()
        listed = mended(self._heads, wanted.listed, typed, today, day_first=order)
        return Wanted(listed, frozenset() if {Head.MRN, Head.BORN} & typed.keys() else wanted.said)

    def _on_mended(self, typed: Mapping[Head, str]) -> None:
        if (row := self.table.current()) is not None:
            wanted = self._anew(row.wanted, typed)
            self.row.take(wanted)
            self._on_row(wanted)

    def _on_row(self, wanted: Wanted) -> None:
        """Levels or an answer of the chosen row changed: until it is looked at again it is not planned."""
        if (at := self._place_of(wanted)) is not None:
            changed = replace(self.rows()[at], wanted=wanted, unchecked=True)
            self.table.records_model.replace(at, changed)
            self._count()
            self._check(wanted)

    def _check(self, wanted: Wanted) -> None:
        self._session.do(check_listed, wanted).then(self._on_checked, receiver=self)

    def _place_of(self, wanted: Wanted) -> int | None:
        line_of = wanted.listed.line
        return next((at for at, row in enumerate(self.rows()) if row.wanted.listed.line == line_of), None)

    def _on_checked(self, row: OfferedPlan) -> None:
        at = self._place_of(row.wanted)
        if at is None or self.rows()[at].wanted != row.wanted:
            return  # about something that is typed anew since
        self.table.records_model.replace(at, replace(row, twice=self.rows()[at].twice))
        if row.wanted.listed.mended:
            self._look_for_twice()
        chosen = self.table.current()
        if chosen is not None and chosen.wanted == row.wanted:
            self.row.show_reading(chosen)
        self._count()
        self.fit()

    def _look_for_twice(self) -> None:
        """Another number or day: rows that were doubtful beside it may not be any more, or begin to be."""
        for at, row in enumerate(listed_twice(self.rows())):
            if row.twice != self.rows()[at].twice:
                self.table.records_model.replace(at, row)

    # Planning

    def _plan(self) -> None:
        run = self._begin_work()
        self.order.setEnabled(False)
        wanted = [row.wanted for row in self.rows() if row.is_good]
        planning = self._session.beside(plan_listed, wanted, run.told).changes("block", "patient", "course")
        planning.then(self._on_planned).failed(lambda error: self._on_stopped(run, error), receiver=self)

    def _on_planned(self, done: PlannedFromList) -> None:
        self._end_work()
        self._kept += len(done.blocks)
        self.planned.emit(len(done.blocks))
        not_reached = {wanted.listed.line for wanted in done.not_reached}
        left_out = {row.wanted.listed.line: row for row in done.left_out}
        rest = [
            left_out.get(row.wanted.listed.line, row)
            for row in self.rows()
            if not row.is_good or row.wanted.listed.line in not_reached | left_out.keys()
        ]
        if not rest:
            self.accept()
            return
        said = self.tr("1 block planned.") if self._kept == 1 else self.tr("{0} blocks planned.")
        left = self.tr("The rows below were not planned. Mend them here, or save them and mend the file.")
        self._notice.show_text(f"{said.format(self._kept)} {left}", "ok", "circle-check")
        self.close_it.say(self.tr("Close"))
        self._order.hide()
        self._show_rows(rest)

    # Progress

    def _begin_work(self) -> _Run:
        self._run.stopped = True
        self._run = _Run()
        self.progress.setRange(0, 0)
        self._looking.start()
        self._working.setVisible(True)
        for part in (self.plan, self.choose, self.save, self.row):
            part.setEnabled(False)
        self.fit()
        return self._run

    def _end_work(self) -> None:
        self._looking.stop()
        self._working.setVisible(False)
        for part in (self.choose, self.row, self.order):
            part.setEnabled(True)
        self._count()

    def _show_steps(self) -> None:
        self.progress.setRange(0, self._run.of)
        self.progress.setValue(self._run.done)

    def _on_stop(self) -> None:
        self._run.stopped = True

    def _on_stopped(self, run: _Run, error: Exception) -> None:
        if run is not self._run:
            return
        self._end_work()
        self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        said = explain(error) or self.tr("The list could not be read. Nothing was kept.")
        self._notice.show_text(said, "danger", "circle-alert")
        self._show_parts()

    # Showing

    def _show_parts(self) -> None:
        rows = self.rows()
        appear(self._order, bool(rows) and (self.order.value() is not None or not self._order.isHidden()))
        appear(self._working, False)
        appear(self._intro, not rows)
        for part in (self.table, self.row, self.plan):
            appear(part, bool(rows))
        appear(self.choose, not rows)
        self.table.setFixedHeight(theme.px(32 + _ROW * min(_MOST_ROWS, max(1, len(rows)))) + 2)
        self._count()
        self.fit()

    def _count(self) -> None:
        rows = self.rows()
        good = sum(row.is_good for row in rows)
        self.plan.say(self.tr("Plan 1 block") if good == 1 else self.tr("Plan {0} blocks").format(good))
        busy = self._looking.isActive() or any(row.unchecked for row in rows)
        self.plan.setEnabled(bool(good) and not busy)
        bad = len(rows) - good
        for button in (self.save, self.next):
            appear(button, bool(bad))
        self.save.setEnabled(not busy)
        self._summary.setText(self.tr("{0} rows, {1} with problems").format(len(rows), bad) if rows else "")

    def _on_picked(self, row: OfferedPlan) -> None:
        self.row.show_row(row, texts_of(self._heads, row.wanted.listed))
        self.fit()

    def _to_next(self) -> None:
        rows, here = self.rows(), self.table.currentIndex().row()
        after = [*range(here + 1, len(rows)), *range(here + 1)]
        if (at := next((each for each in after if not rows[each].is_good), None)) is not None:
            self.table.select(at)

    def _on_close(self) -> None:
        self._run.stopped = True
        self.reject()

    # Files

    def _ask_for_file(self) -> None:
        filters = [self.tr("Lists (*.csv *.txt *.tsv)"), self.tr("All files (*)")]
        ask_for_file(self, self.tr("Choose a day's list"), filters, self.read_file)

    def _ask_where(self) -> None:
        asking = QFileDialog(self, self.tr("Save the rows with problems"), in_documents("not-planned.csv"))
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setDefaultSuffix("csv")
        asking.fileSelected.connect(lambda name: self.save_problems(Path(name)))
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.open()


def _touched(row: OfferedPlan) -> bool:
    """Whether somebody answered or typed something for it here."""
    return bool(row.wanted.said or row.wanted.listed.retyped or row.wanted.listed.mended)


def _again(row: OfferedPlan, before: Wanted | None) -> OfferedPlan:
    """The row as it was read anew, with what somebody had answered and typed; that is to be looked at."""
    if before is None:
        return row
    if before.listed.mended:
        return replace(row, wanted=before, unchecked=True)
    listed = row.wanted.listed
    retyped = listed.with_levels(before.listed.levels) if before.listed.retyped else listed
    return replace(row, wanted=Wanted(retyped, before.said), unchecked=True)

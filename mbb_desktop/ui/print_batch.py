"""Print many papers, one job for each patient after the other; it can be stopped between two jobs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from mbb_desktop.documents.print_sheets import sheets
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.printing import OutcomeUnknown, PrintFailed, PrintJob, print_pdf
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.print_list import Key, PrintItem
from mbb_desktop.workflow.print_papers import PrintRun, begin_print, end_print


@dataclass(frozen=True, slots=True)
class Printer:
    """Where and how papers are printed on this workstation."""

    name: str
    copies: int = 1
    both_sides: bool = False


@dataclass(frozen=True, slots=True)
class BatchEnd:
    """How a batch ended, in numbers of papers; `reason` is why it stopped at a job."""

    printed: int
    left: int
    reason: str = ""
    unknown: bool = False


@dataclass(slots=True)
class _Under:
    """What is being printed: jobs that are left, and how far it has come."""

    printer: Printer
    left: list[tuple[Key, ...]]
    done: int = 0
    jobs: int = 0
    current: tuple[Key, ...] = ()
    stop: bool = False


def in_jobs(items: Sequence[PrintItem]) -> list[tuple[Key, ...]]:
    """One job for each patient, in the order of the list; no two patients share one."""
    jobs: dict[object, list[Key]] = {}
    for item in items:
        jobs.setdefault(item.patient.id, []).append(item.key)
    return [tuple(keys) for keys in jobs.values()]


class PrintBatch(QObject):
    """`progressed` says how many jobs are done and how many there are. It stops at the first failure."""

    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._under: _Under | None = None

    def is_running(self) -> bool:
        return self._under is not None

    def current(self) -> tuple[Key, ...]:
        """What is at the printer at this moment."""
        return self._under.current if self._under else ()

    def start(self, jobs: Sequence[tuple[Key, ...]], printer: Printer) -> None:
        """Print these jobs; while others are running nothing happens."""
        if self._under is None and jobs:
            self._under = _Under(printer, list(jobs), jobs=len(jobs))
            self._next()

    def stop(self) -> None:
        """Finish the job at the printer and begin no other."""
        if self._under is not None:
            self._under.stop = True

    def _next(self) -> None:
        under = self._under
        assert under is not None
        self.progressed.emit(under.jobs - len(under.left), under.jobs)
        if under.stop or not under.left:
            self._end()
            return
        under.current = under.left.pop(0)
        beginning = self._session.do(begin_print, under.current, under.printer.name, under.printer.copies)
        beginning.then(self._on_begun).failed(self._on_refused)

    def _on_begun(self, run: PrintRun) -> None:
        assert self._under is not None
        printing = self._session.work(_print, run, self._under.printer)
        printing.then(partial(self._on_printed, run), self)
        printing.failed(partial(self._on_not_printed, run), self)

    def _on_printed(self, run: PrintRun, _done: None) -> None:
        self._session.do(end_print, run).then(self._on_noted).failed(self._on_refused)

    def _on_noted(self, _done: None) -> None:
        assert self._under is not None
        self._under.done += len(self._under.current)
        self._under.current = ()
        self._next()

    def _on_not_printed(self, run: PrintRun, error: Exception) -> None:
        if isinstance(error, OutcomeUnknown):
            self._end(str(error), unknown=True)
            return
        said = self.tr("It could not be printed. Try again.")
        reason = str(error) if isinstance(error, PrintFailed) else explain(error) or said
        noting = self._session.do(end_print, run, reason)
        noting.then(lambda _done: self._end(reason), receiver=self).failed(self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        said = self.tr("It could not be printed. Try again.")
        self._end(explain(error) or said)

    def _end(self, reason: str = "", *, unknown: bool = False) -> None:
        under, self._under = self._under, None
        if under is not None:
            left = sum(len(keys) for keys in under.left)
            self.ended.emit(BatchEnd(under.done, left, reason, unknown))


def _print(run: PrintRun, printer: Printer) -> None:
    pdf = sheets(run.pdfs, both_sides=printer.both_sides)
    print_pdf(PrintJob(pdf, printer.name, printer.copies, printer.both_sides, run.title))

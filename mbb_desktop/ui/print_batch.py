"""Print many papers, one job for each patient after the other; it can be stopped between two jobs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from mbb_desktop.documents.print_sheets import sheets
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.printing import OutcomeUnknown, PrintFailed, PrintJob, print_pdf
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.print_list import Key, PrintItem
from mbb_desktop.workflow.print_papers import PrintRun, begin_print, end_print

translate = QCoreApplication.translate


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
    despite: str = ""


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

    def start(self, jobs: Sequence[tuple[Key, ...]], printer: Printer, *, despite: str = "") -> None:
        """Print these jobs; while others are running nothing happens.

        `despite` is why a paper that rests on something entered in error is printed nevertheless.
        """
        if self._under is None and jobs:
            self._under = _Under(printer, list(jobs), jobs=len(jobs), despite=despite)
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
        to = under.printer
        beginning = self._session.do(begin_print, under.current, to.name, to.copies, despite=under.despite)
        beginning.then(self._on_begun).failed(self._on_refused)

    def _on_begun(self, run: PrintRun) -> None:
        assert self._under is not None
        printing = self._session.at_printer(
            partial(_print, run, self._under.printer), partial(_note_end, run)
        )
        printing.then(self._on_printed).failed(self._on_not_printed)

    def _on_printed(self, _done: None) -> None:
        assert self._under is not None
        self._under.done += len(self._under.current)
        self._under.current = ()
        self._next()

    def _on_not_printed(self, error: Exception) -> None:
        self._end(_reason(error), unknown=isinstance(error, OutcomeUnknown))

    def _on_refused(self, error: Exception) -> None:
        self._end(_reason(error))

    def _end(self, reason: str = "", *, unknown: bool = False) -> None:
        under, self._under = self._under, None
        if under is not None:
            left = sum(len(keys) for keys in under.left)
            self.ended.emit(BatchEnd(under.done, left, reason, unknown))


def _reason(error: Exception) -> str:
    if isinstance(error, PrintFailed | OutcomeUnknown):
        return str(error)
    return explain(error) or translate("print_batch", "It could not be printed. Try again.")


def _note_end(run: PrintRun, desk: Desk, error: Exception | None) -> None:
    """Nothing is noted while nobody knows: it stays at the printer until somebody says."""
    if not isinstance(error, OutcomeUnknown):
        end_print(desk, run, "" if error is None else _reason(error))


def _print(run: PrintRun, printer: Printer) -> None:
    pdf = sheets(run.pdfs, both_sides=printer.both_sides)
    print_pdf(PrintJob(pdf, printer.name, printer.copies, printer.both_sides, run.title))

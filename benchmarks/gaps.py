"""How long the window's thread is held up while a thread beside it saves or makes a paper."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from benchmarks.measure import Aim, Plan, Row, Samples, within
from benchmarks.painted import GapWatch, until
from benchmarks.papers import signed_note
from benchmarks.saving import audited_change, autosave, draft_of
from benchmarks.vaults import at_desk
from mbb_desktop.ui.tasks import Outcome, Tasks
from mbb_desktop.workflow.issue_paper import note_facts

BUDGET = 0.016
_TIMES = 20
_PATIENCE_S = 3600


@dataclass(frozen=True, slots=True)
class Worked:
    """How long some work took beside the event loop, and the gaps between the loop's ticks meanwhile."""

    seconds: float
    gaps: Samples

    @property
    def longest(self) -> float:
        return self.gaps.worst


def application() -> QApplication:
    """The Qt application of this process."""
    known = QApplication.instance()
    return known if isinstance(known, QApplication) else QApplication([])


def running(work: Callable[[], object]) -> Worked:
    """Do the work on the store's thread while the event loop ticks every millisecond."""
    application()
    tasks, watch = Tasks(), GapWatch()
    outcomes: list[Outcome[object]] = []

    def begin(quit_loop: Callable[[], None]) -> None:
        def done(outcome: Outcome[object]) -> None:
            outcomes.append(outcome)
            quit_loop()

        watch.start()
        tasks.store_work(work, done)

    seconds = until(begin, _PATIENCE_S)
    gaps = Samples(watch.stop())
    tasks.close()
    if outcomes[0].error is not None:
        raise outcomes[0].error
    return Worked(seconds, gaps)


def gaps_of_window(plan: Plan) -> Iterator[Row]:
    """Idle tells what this machine does to a timer by itself."""
    idle = running(_idle).gaps
    with at_desk(plan.vault) as (_vault, desk):
        facts = note_facts(desk, draft_of(desk).id)
        signed_note(facts)
        kinds: dict[str, Callable[[], object]] = {
            "saving a draft": autosave(desk),
            "an audited change": audited_change(desk),
            "a procedure note as PDF": lambda: signed_note(facts),
        }
        for what, work in kinds.items():
            worked = running(_repeated(work))
            aim = Aim("G13", f"longest gap of the window's thread: {what}", BUDGET)
            yield within(aim, worked.longest, worked.gaps, f"idle {idle.worst * 1000:.3g} ms")


def _repeated(work: Callable[[], object]) -> Callable[[], object]:
    def run() -> None:
        for _ in range(_TIMES):
            work()

    return run


def _idle() -> None:
    time.sleep(1.0)

"""How long the window's thread is held up while a thread beside it saves or makes a paper."""

import time
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.measure import Aim, Plan, Row, Samples, within
from benchmarks.painted import GapWatch
from benchmarks.papers import signed_note
from benchmarks.saving import audited_change, autosave, draft_of
from benchmarks.window import at_work
from mbb_desktop.workflow.export_figures import Form
from mbb_desktop.workflow.export_lists import export_people
from mbb_desktop.workflow.issue_paper import note_facts

BUDGET = 0.016
_TIMES = 20


def gaps_of_window(plan: Plan) -> Iterator[Row]:
    """Idle tells what this machine does to a timer by itself."""
    with at_work(plan) as running:
        idle = running.beside(lambda: time.sleep(1)).gaps
        facts = note_facts(running.desk, draft_of(running.desk).id)
        kinds: dict[str, Callable[[], object]] = {
            "saving a draft": autosave(running.desk),
            "an audited change": audited_change(running.desk),
            "a procedure note as PDF": lambda: signed_note(facts),
            "exporting the people found": partial(export_people, running.desk, "a", Form.CSV, "benchmark"),
        }
        for what, work in kinds.items():
            gaps = running.beside(_repeated(work)).gaps
            aim = Aim("window", f"longest gap of the window's thread: {what}", BUDGET)
            yield within(aim, gaps.worst, gaps, f"idle {idle.worst * 1000:.3g} ms")
    yield _unlocking(plan, idle.worst)


def _unlocking(plan: Plan, idle: float) -> Row:
    """From the passphrase, with everything imported, until the Today page has come."""
    watch = GapWatch()
    with at_work(plan, began=watch.start):
        gaps = Samples(watch.stop())
    aim = Aim("window", "longest gap of the window's thread: unlocking", BUDGET)
    return within(aim, gaps.worst, gaps, f"idle {idle * 1000:.3g} ms")


def _repeated(work: Callable[[], object]) -> Callable[[], object]:
    """Once so that everything is loaded, then as often as is counted."""
    work()

    def run() -> None:
        for _ in range(_TIMES):
            work()

    return run

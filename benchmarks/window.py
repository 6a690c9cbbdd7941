"""The program at work in this process: unlocked, on its Today page, with its real threads."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from benchmarks.measure import Plan, Samples
from benchmarks.painted import GapWatch, pause, until
from benchmarks.people import NOW, PASSPHRASE
from mbb_desktop import app
from mbb_desktop.settings import Settings
from mbb_desktop.storage import keys
from mbb_desktop.ui.collector import Collector
from mbb_desktop.ui.tasks import Outcome, Tasks
from mbb_desktop.workflow.desk import Desk

_PATIENCE_S = 3600
_SETTLED_MS = 1_000
_LOOK_MS = 20


@dataclass(frozen=True, slots=True)
class AtWork:
    """The program, its threads, and the desk of the person who unlocked it."""

    program: app.App
    tasks: Tasks
    desk: Desk

    def beside(self, work: Callable[[], object]) -> "Worked":
        """Do the work on the store's thread while the window's thread ticks every millisecond."""
        watch = GapWatch()
        outcomes: list[Outcome[object]] = []

        def begin(quit_loop: Callable[[], None]) -> None:
            def done(outcome: Outcome[object]) -> None:
                outcomes.append(outcome)
                quit_loop()

            watch.start()
            self.tasks.store_work(work, done)

        seconds = until(begin, _PATIENCE_S)
        gaps = Samples(watch.stop())
        _destroy(watch)
        if outcomes[0].error is not None:
            raise outcomes[0].error
        return Worked(seconds, gaps)


@dataclass(frozen=True, slots=True)
class Worked:
    """How long some work took beside the event loop, and the gaps between the loop's ticks meanwhile."""

    seconds: float
    gaps: Samples


@contextmanager
def at_work(plan: Plan, began: Callable[[], object] = lambda: None) -> Iterator[AtWork]:
    """Start, unlock and wait until everything asked for has come; the program is closed at the end.

    `began` is called right before the passphrase is given.
    """
    settings = Settings(plan.scratch / "settings.toml")
    app.qt_application(settings)
    tasks, collector = Tasks(), Collector()
    program = app.App(plan.vault, clock=lambda: NOW, tasks=tasks, settings=settings)
    program.window.resize(1440, 900)
    program.window.show()
    app.import_ahead(program)
    try:
        began()
        until(lambda done: _unlock(program, done))
        while not tasks.is_idle():  # waiting for it would hold the window's thread up
            pause(_LOOK_MS)
        pause(_SETTLED_MS)
        assert program.session is not None
        session = program.session
        yield AtWork(program, tasks, Desk(session.store, session.user, NOW, "benchmark"))
    finally:
        program.window.close()
        tasks.close()
        collector.stop()
        _destroy(program.window, program, tasks, collector)


def _destroy(*objects: QObject) -> None:
    """Now and here: otherwise the garbage collector does it, in whichever thread it runs."""
    for one in objects:
        one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def _unlock(program: app.App, done: Callable[[], None]) -> None:
    program.window.page_shown.connect(lambda _key: done())
    program.unlock_as(keys.people(program.folder)[0].name, PASSPHRASE)

"""Run work off the GUI thread and bring its outcome back to it."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from itertools import count
from queue import Empty, SimpleQueue
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


class Outcome(Generic[T]):
    """What a piece of work gave: its value, or the error that ended it."""

    def __init__(self, work: Callable[[], T]) -> None:
        self.error: Exception | None = None
        self._value: list[T] = []
        try:
            self._value.append(work())
        except Exception as error:  # noqa: BLE001  handed on whole, never swallowed
            self.error = error

    @property
    def value(self) -> T:
        """The value of work that succeeded."""
        return self._value[0]


Deliver = Callable[[Outcome[T]], None]


class Worker(Protocol):
    """What a session needs of Tasks; InlineTasks is the same without threads."""

    def store_work(self, work: Callable[[], T], deliver: Deliver[T]) -> None: ...

    def pool_work(self, work: Callable[[], T], deliver: Deliver[T]) -> None: ...

    def long_work(self, work: Callable[[], T], deliver: Deliver[T]) -> None: ...

    def print_work(self, work: Callable[[], T], deliver: Deliver[T]) -> None: ...

    def wait_until_idle(self, seconds: float = 10.0) -> bool: ...


class Tasks(QObject):
    """One thread for the store, so that its work keeps its order; one for work of minutes, one for
    the printer; a small pool for everything else."""

    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = ThreadPoolExecutor(1, "store")
        self._pool = ThreadPoolExecutor(2, "pool")
        self._long = ThreadPoolExecutor(1, "long")
        self._print = ThreadPoolExecutor(1, "print")
        self._running: set[Future[None]] = set()
        self._ready: SimpleQueue[tuple[int, Outcome[Any]]] = SimpleQueue()
        # a thread never holds who waits: the last to let go of a page would delete it there
        self._waiting: dict[int, Deliver[Any]] = {}
        self._numbers = count()
        self._arrived.connect(self._deliver_all)

    def store_work(self, work: Callable[[], T], deliver: Deliver[T]) -> None:
        """Run on the store's thread, after what was asked before; `deliver` runs on the GUI thread."""
        self._run(self._store, work, deliver)

    def pool_work(self, work: Callable[[], T], deliver: Deliver[T]) -> None:
        """Run beside everything else; `deliver` runs on the GUI thread."""
        self._run(self._pool, work, deliver)

    def long_work(self, work: Callable[[], T], deliver: Deliver[T]) -> None:
        """Run one after another beside everything else; nobody who waits until idle waits for it."""
        self._submit(self._long, work, deliver)

    def print_work(self, work: Callable[[], T], deliver: Deliver[T]) -> None:
        """Follow one job after another at the printer; nobody who waits until idle waits for it."""
        self._submit(self._print, work, deliver)

    def is_idle(self) -> bool:
        """Whether no work but long work and printing is waiting, running or undelivered."""
        return self._ready.empty() and all(future.done() for future in self._running)

    def wait_until_idle(self, seconds: float = 10.0) -> bool:
        """Finish all work and deliver it; False when `seconds` were not enough. Blocks the GUI thread."""
        end = time.monotonic() + seconds
        while not self.is_idle():
            if time.monotonic() > end:
                return False
            wait(set(self._running), timeout=max(0.0, end - time.monotonic()))
            self._deliver_all()
        return True

    def close(self) -> None:
        """Take no more work; what was begun is finished."""
        self._store.shutdown()
        self._pool.shutdown()
        self._long.shutdown()
        self._print.shutdown()

    def _run(self, pool: ThreadPoolExecutor, work: Callable[[], T], deliver: Deliver[T]) -> None:
        self._running.add(self._submit(pool, work, deliver))

    def _submit(self, pool: ThreadPoolExecutor, work: Callable[[], T], deliver: Deliver[T]) -> Future[None]:
        number = next(self._numbers)
        self._waiting[number] = deliver

        def run() -> None:
            self._ready.put((number, Outcome(work)))
            self._arrived.emit()

        return pool.submit(run)

    def _deliver_all(self) -> None:
        while True:
            self._running = {future for future in self._running if not future.done()}
            try:
                number, outcome = self._ready.get_nowait()
            except Empty:
                return
            self._waiting.pop(number)(outcome)


class InlineTasks:
    """Does everything at once on the calling thread."""

    def store_work(self, work: Callable[[], T], deliver: Deliver[T]) -> None:
        """Run and deliver now."""
        deliver(Outcome(work))

    def pool_work(self, work: Callable[[], T], deliver: Deliver[T]) -> None:
        """Run and deliver now."""
        deliver(Outcome(work))

    def long_work(self, work: Callable[[], T], deliver: Deliver[T]) -> None:
        """Run and deliver now."""
        deliver(Outcome(work))

    def print_work(self, work: Callable[[], T], deliver: Deliver[T]) -> None:
        """Run and deliver now."""
        deliver(Outcome(work))

    def wait_until_idle(self, seconds: float = 10.0) -> bool:
        """Always idle; `seconds` is not used."""
        return seconds >= 0

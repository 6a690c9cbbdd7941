"""Reading everything beside the saves of others: one backup or one check at a time, ended by closing."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from mbb_desktop.storage.errors import StoreClosed

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection as Driver

MustStop = Callable[[], bool]
_STEPS = 10_000  # of the database engine, between two questions whether to stop: some milliseconds


class LongWork:
    """Lets one piece of long work run, and ends it."""

    def __init__(self) -> None:
        self._one = threading.Lock()
        self._ended = threading.Event()

    @contextlib.contextmanager
    def turn(self) -> Iterator[MustStop]:
        """Work for long; gives the question whether to stop. Raises StoreClosed once the store closes."""
        with self._one:
            if self._ended.is_set():
                raise StoreClosed
            yield self._ended.is_set

    def end(self) -> None:
        """Stop what runs and wait until it has put its things away; nothing begins any more."""
        self._ended.set()
        with self._one:
            pass


@contextlib.contextmanager
def stopped_when(driver: "Driver", must_stop: MustStop) -> Iterator[None]:
    """Statements of this connection end with Stopped soon after `must_stop` says so."""
    driver.set_progress_handler(must_stop, _STEPS)
    try:
        yield
    finally:
        driver.set_progress_handler(None, 0)

"""The statements that some work sends to the database, and sending them again through the bare driver."""

import time
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import event

from mbb_desktop.storage.store import Store

Statement = tuple[str, Sequence[Any]]


def sent_by(store: Store, work: Callable[[], object]) -> tuple[Statement, ...]:
    """Run the work once and return its statements with their values, in their order."""
    sent: list[Statement] = []

    def remember(_connection: Any, _cursor: Any, sql: str, values: Any, *_rest: Any) -> None:
        sent.append((sql, values))

    event.listen(store.engine, "before_cursor_execute", remember)
    try:
        work()
    finally:
        event.remove(store.engine, "before_cursor_execute", remember)
    return tuple(sent)


def seconds_of_driver(store: Store, statements: Sequence[Statement]) -> float:
    """The time of the same statements on the driver's own connection, every row fetched."""

    def run(driver: Any) -> float:
        start = time.perf_counter()
        for sql, values in statements:
            driver.execute(sql, values).fetchall()
        driver.execute("COMMIT")
        return time.perf_counter() - start

    return store.outside_transaction(run)

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

    def end(_connection: Any) -> None:
        sent.append(("COMMIT", ()))

    heard: dict[str, Callable[..., Any]] = {"before_cursor_execute": remember, "commit": end}
    for name, listener in heard.items():
        event.listen(store.engine, name, listener)
    try:
        work()
    finally:
        for name, listener in heard.items():
            event.remove(store.engine, name, listener)
    return tuple(sent)


def seconds_of_driver(store: Store, statements: Sequence[Statement]) -> float:
    """The time of the same statements on the driver's own connection, every row fetched."""

    def run(driver: Any) -> float:
        start = time.perf_counter()
        for sql, values in statements:
            driver.execute(sql, values).fetchall()
        return time.perf_counter() - start

    return store.outside_transaction(run)

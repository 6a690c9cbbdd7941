"""SQL statements are worded once for all vaults of a run: the program opens one vault, a run thousands."""

from collections.abc import Callable
from functools import cache
from typing import Any

import sqlalchemy as sa

_create: Callable[..., sa.Engine] = sa.create_engine


@cache
def _first() -> tuple[Any, dict[Any, Any]]:
    """A dialect of our driver that has seen a connection, and the statements that were worded for it."""
    import sqlcipher3.dbapi2

    engine = _create("sqlite://", module=sqlcipher3.dbapi2)
    engine.connect().close()
    engine.dispose()
    return engine.dialect, {}


def _sharing(url: str | sa.URL, **wanted: Any) -> sa.Engine:
    engine = _create(url, **wanted)
    if url == "sqlite://":
        engine.dialect, worded = _first()
        engine.update_execution_options(compiled_cache=worded)
    return engine


def share_statements() -> None:
    """Let every vault of this process use the wording of those before it."""
    sa.create_engine = _sharing

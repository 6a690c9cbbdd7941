"""One test for a whole table: every row is tried, and the failure names all rows that do not hold.

A row costs what it does, without what pytest adds to a test. It is for facts without fixtures of their own.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from typing import Any

import pytest

Ids = Callable[[Any], object] | Sequence[str] | None
_LONGEST = 60


def every_row(names: str | Sequence[str], rows: Iterable[Any], ids: Ids = None) -> Callable[..., Any]:
    """Like `pytest.mark.parametrize`, but as a single test. A table without rows is an error."""
    asked = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    alone = isinstance(names, str) and len(asked) == 1
    table = [(_values(row, len(asked), alone), row) for row in rows]
    assert table, f"no row for {asked}"

    def decorated(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def tries_every_row(*args: object, **others: object) -> None:
            failed: list[tuple[str, BaseException]] = []
            for place, (values, row) in enumerate(table):
                try:
                    test(*args, **others, **dict(zip(asked, values, strict=True)))
                except (Exception, pytest.fail.Exception, RowsFailed) as error:  # noqa: BLE001 - in any way
                    name = _named(place, values, row, ids)
                    failed += [(f"{name}{own}", each) for own, each in _single(error)]
            if failed:
                raise _group(failed, len(table))

        left = inspect.signature(test)
        kept = [each for name, each in left.parameters.items() if name not in asked]
        tries_every_row.__signature__ = left.replace(parameters=kept)  # type: ignore[attr-defined]
        return tries_every_row

    return decorated


class RowsFailed(BaseExceptionGroup[BaseException]):
    """The rows that failed, each under its name."""

    rows: tuple[str, ...] = ()


def _group(failed: Sequence[tuple[str, BaseException]], tried: int) -> RowsFailed:
    for name, error in failed:
        error.add_note(f"row: {name}")
    told = "\n  ".join(name for name, _ in failed)
    found = RowsFailed(f"{len(failed)} of {tried} rows failed:\n  {told}\n", [error for _, error in failed])
    found.rows = tuple(name for name, _ in failed)
    return found


def _single(error: BaseException) -> Iterator[tuple[str, BaseException]]:
    """A table in a table tells its rows one by one."""
    if isinstance(error, RowsFailed):
        yield from zip((f", {name}" for name in error.rows), error.exceptions, strict=True)
    else:
        yield "", error


def _values(row: Any, wanted: int, alone: bool) -> tuple[Any, ...]:
    values = row.values if isinstance(row, type(pytest.param())) else (row,) if alone else tuple(row)
    assert len(values) == wanted, f"{row!r} has not {wanted} values"
    return tuple(values)


def _named(place: int, values: tuple[Any, ...], row: Any, ids: Ids) -> str:
    own = row.id if isinstance(row, type(pytest.param())) else None
    if own is not None or isinstance(ids, Sequence):
        return str(own if own is not None or ids is None else ids[place])  # type: ignore[index]
    return f"{place}: {', '.join(_short(ids(each) if ids else each) for each in values)}"


def _short(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."

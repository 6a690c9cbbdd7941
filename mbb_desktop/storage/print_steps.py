"""What was printed and how it ended: added once, told in the audit trail, and never changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.print_step import PrintStep
from mbb_desktop.storage import to_print
from mbb_desktop.storage.audit import hash_of, read_row
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.storage.tables import PRINT_STEP

_COLUMNS = PRINT_STEP.c
_ALL = sa.select(*(_COLUMNS[name] for name in PrintStep.__slots__))
_MOST_AT_ONCE = 500
_OF_ITEMS = _ALL.where(_COLUMNS.item_id.in_(sa.bindparam("keys", expanding=True)))
_LAST_PLACE = sa.select(sa.func.max(_COLUMNS.place)).where(
    _COLUMNS.item_id == sa.bindparam("item_id"), _COLUMNS.to == sa.bindparam("to")
)
_INSERT = PRINT_STEP.insert()


def keep(change: Change, step: PrintStep) -> None:
    """Add a step for good, behind those before it; the audit event of the change carries its hash.

    A `place` other than 0 was read in the same change: it is the one behind the last step.
    """
    if not step.place:
        before = {"item_id": step.item_id, "to": step.to}
        last: int | None = change.connection.execute(_LAST_PLACE, before).scalar()
        step = replace(step, place=(last or 0) + 1)
    change.connection.execute(_INSERT, {name: getattr(step, name) for name in PrintStep.__slots__})
    told = change.detail.setdefault("steps", [])
    assert isinstance(told, list)
    told.append({"id": step.id, "step": step.step, "sha256": fingerprint(step)})
    to_print.went_on(change, step)


def fingerprint(step: PrintStep) -> bytes:
    """SHA-256 over all that is kept of a step."""
    return hash_of(
        "print step 1",
        step.id,
        step.item_id,
        step.of.value,
        step.to,
        step.place,
        step.patient_id,
        step.paper_id,
        step.block_id,
        step.step.value,
        step.order,
        step.printer,
        step.copies,
        step.reason,
        step.workstation,
        step.at,
        step.by_id,
        step.by,
    )


def of_items(look: Look, item_ids: Sequence[UUID]) -> tuple[PrintStep, ...]:
    """Every step of these items, the first one first."""
    found: list[PrintStep] = []
    for start in range(0, len(item_ids), _MOST_AT_ONCE):
        some = item_ids[start : start + _MOST_AT_ONCE]
        found += _read(look.connection.execute(_OF_ITEMS, {"keys": some}))
    return tuple(found)


def since(look: Look, moment: datetime) -> tuple[PrintStep, ...]:
    """Every step since a moment, the first one first."""
    return tuple(_read(look.connection.execute(_ALL.where(_COLUMNS.at >= moment))))


def _read(rows: Iterable[Sequence[Any]]) -> list[PrintStep]:
    found = [PrintStep(*row) for row in rows]
    return sorted(found, key=lambda each: (each.at, each.item_id.bytes, each.to, each.place))


def every_one(connection: sa.Connection) -> Iterator[tuple[str, PrintStep | None]]:
    """The place and the facts of every step; None for one that can no longer be read."""
    names = ", ".join(f'"{column.name}"' for column in _COLUMNS)
    every = sa.text(f"SELECT {names} FROM print_step").execution_options(yield_per=200)
    for row in connection.execute(every):
        found: dict[str, Any] | None = read_row(PRINT_STEP, row, connection.dialect)
        name = row.id.hex() if isinstance(row.id, bytes) else str(row.id)
        yield f"print step {name}", None if found is None else PrintStep(**found)

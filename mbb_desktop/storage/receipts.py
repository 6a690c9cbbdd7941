"""Who received which paper: added once, told in the audit trail, and never changed."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.receipt import Receipt
from mbb_desktop.storage import to_print
from mbb_desktop.storage.audit import hash_of, read_row
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.storage.tables import RECEIPT

_COLUMNS = RECEIPT.c
_ALL = sa.select(*_COLUMNS)


def keep(change: Change, receipt: Receipt) -> None:
    """Add a receipt for good; the audit event of the change carries its hash."""
    change.connection.execute(RECEIPT.insert(), {name: getattr(receipt, name) for name in Receipt.__slots__})
    told = change.detail.setdefault("received", [])
    assert isinstance(told, list)
    told.append({"id": receipt.id, "sha256": fingerprint(receipt)})
    to_print.arrived(change, receipt)


def fingerprint(receipt: Receipt) -> bytes:
    """SHA-256 over all that is kept of a receipt."""
    return hash_of(
        "receipt 1",
        receipt.id,
        receipt.paper_id,
        receipt.patient_id,
        receipt.to,
        receipt.correspondent_id,
        receipt.how.value,
        receipt.at,
        receipt.kept_at,
        receipt.kept_by_id,
        receipt.kept_by,
    )


def of_papers(look: Look, paper_ids: Sequence[UUID]) -> tuple[Receipt, ...]:
    """Who received these papers, the first one first."""
    return _found(look, _COLUMNS.paper_id.in_(paper_ids)) if paper_ids else ()


def since(look: Look, moment: datetime) -> tuple[Receipt, ...]:
    """What was kept since a moment, the first one first."""
    return _found(look, _COLUMNS.kept_at >= moment)


def of_patient(look: Look, patient_id: UUID) -> tuple[Receipt, ...]:
    """Who received any paper of a patient, the first one first."""
    return _found(look, _COLUMNS.patient_id.in_(look.same_person(patient_id)))


def _found(look: Look, condition: sa.ColumnElement[bool]) -> tuple[Receipt, ...]:
    rows = look.connection.execute(_ALL.where(condition)).all()
    found = [Receipt(**row._mapping) for row in rows]
    return tuple(sorted(found, key=lambda each: (each.at, each.kept_at, each.id.bytes)))


def every_one(connection: sa.Connection) -> Iterator[tuple[str, Receipt | None]]:
    """The place and the facts of every receipt; None for one that can no longer be read."""
    names = ", ".join(f'"{column.name}"' for column in _COLUMNS)
    every = sa.text(f"SELECT {names} FROM receipt").execution_options(yield_per=200)
    for row in connection.execute(every):
        found: dict[str, Any] | None = read_row(RECEIPT, row, connection.dialect)
        name = row.id.hex() if isinstance(row.id, bytes) else str(row.id)
        yield f"receipt {name}", None if found is None else Receipt(**found)

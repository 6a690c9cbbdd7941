"""Scans and papers from outside: kept byte for byte, told in the audit trail, struck but never removed."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID, uuid5

import sqlalchemy as sa

from mbb_desktop.clinical.enclosure import Enclosure, Struck
from mbb_desktop.storage.audit import hash_of, read_row
from mbb_desktop.storage.errors import Conflict, NotFound
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.storage.tables import ENCLOSURE, ENCLOSURE_STRUCK

_COLUMNS, _MARKS = ENCLOSURE.c, ENCLOSURE_STRUCK.c
_FACTS = tuple(field.name for field in fields(Enclosure) if field.name != "struck")
_MARKED = tuple(field.name for field in fields(Struck))
_ALL = (
    sa.select(
        *(_COLUMNS[name] for name in _FACTS), *(_MARKS[name].label(f"struck_{name}") for name in _MARKED)
    )
    .select_from(ENCLOSURE.outerjoin(ENCLOSURE_STRUCK))
    .order_by(_COLUMNS.added_at.desc(), _COLUMNS.id.desc())
)
_CONTENT = sa.select(_COLUMNS.content).where(_COLUMNS.id == sa.bindparam("key_id"))


def add(change: Change, enclosure: Enclosure, content: bytes) -> None:
    """Keep a paper for good; the audit event of the change carries its hash."""
    if hashlib.sha256(content).digest() != enclosure.sha256:
        raise ValueError("an enclosure's hash is not that of its pages")
    row = {name: getattr(enclosure, name) for name in _FACTS}
    change.connection.execute(ENCLOSURE.insert(), {**row, "content": content})
    _tell(change, enclosure.id, fingerprint(row))


def strike(change: Change, enclosure_id: UUID, reason: str) -> None:
    """Say that a paper was entered in error. Raises NotFound, and Conflict when somebody said so before."""
    if get(change, enclosure_id).struck is not None:
        raise Conflict("enclosure")
    row = {
        "enclosure_id": enclosure_id,
        "reason": reason,
        "at": change.at,
        "by_id": change.by.id,
        "by": change.by.signs_as,
    }
    change.connection.execute(ENCLOSURE_STRUCK.insert(), row)
    _tell(change, _mark_key(enclosure_id), mark_fingerprint(row))


def of_patient(look: Look, patient_id: UUID) -> tuple[Enclosure, ...]:
    """The patient's enclosures without their pages, newest first, struck ones among them."""
    return _enclosures(look, _COLUMNS.patient_id.in_(look.same_person(patient_id)))


def get(look: Look, key: UUID) -> Enclosure:
    """The enclosure; raises NotFound."""
    if not (found := _enclosures(look, _COLUMNS.id == key)):
        raise NotFound("enclosure")
    return found[0]


def of_source(look: Look, source_sha256: bytes) -> tuple[Enclosure, ...]:
    """What was made from a file with this SHA-256, whoever's it is."""
    return _enclosures(look, _COLUMNS.source_sha256 == source_sha256)


def content(look: Look, key: UUID) -> bytes:
    """The pages as PDF, as they were kept. Raises NotFound."""
    kept: bytes | None = look.connection.execute(_CONTENT, {"key_id": key}).scalar_one_or_none()
    if kept is None:
        raise NotFound("enclosure")
    return kept


def _enclosures(look: Look, condition: sa.ColumnElement[bool]) -> tuple[Enclosure, ...]:
    return tuple(_enclosure(row._asdict()) for row in look.connection.execute(_ALL.where(condition)))


def _enclosure(row: dict[str, Any]) -> Enclosure:
    mark = {name: row.pop(f"struck_{name}") for name in _MARKED}
    return Enclosure(**row, struck=None if mark["at"] is None else Struck(**mark))


# What the audit trail tells


def _tell(change: Change, key: UUID, sha256: bytes) -> None:
    told = change.detail.setdefault("enclosed", [])
    assert isinstance(told, list)
    told.append({"id": key, "sha256": sha256})


def _mark_key(enclosure_id: UUID) -> UUID:
    """Under which the mark of an enclosure is told."""
    return uuid5(enclosure_id, "struck")


def fingerprint(row: dict[str, Any]) -> bytes:
    """SHA-256 over all that is kept of an enclosure; its pages stand in it by their own hash."""
    return hash_of("enclosure 1", *(_told(row[name]) for name in _FACTS))


def mark_fingerprint(row: dict[str, Any]) -> bytes:
    """SHA-256 over all that is kept of a mark."""
    return hash_of("enclosure struck 1", row["enclosure_id"], *(row[name] for name in _MARKED))


def _told(value: Any) -> object:
    match value:
        case Enum():
            return value.value
        case datetime():
            return value
        case date():
            return value.isoformat()
    return value


@dataclass(frozen=True, slots=True)
class Checked:
    """A stored row as it is found: under which key it was told, and its hash; None when it is unreadable."""

    place: str
    key: UUID | None
    sha256: bytes | None


def every_one(connection: sa.Connection) -> Iterator[Checked]:
    """Every enclosure and every mark, with the hash of what is there now."""
    for raw, row in _rows(connection, ENCLOSURE):
        own = row is not None and hashlib.sha256(row["content"]).digest() == row["sha256"]
        yield Checked(
            f"enclosure {raw}",
            row["id"] if row else None,
            (fingerprint(row) if own else b"") if row else None,
        )
    for raw, row in _rows(connection, ENCLOSURE_STRUCK):
        key = _mark_key(row["enclosure_id"]) if row else None
        yield Checked(f"mark of enclosure {raw}", key, mark_fingerprint(row) if row else None)


def _rows(connection: sa.Connection, table: sa.Table) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """The key as it lies there, and the values; None when one of them is not what its column holds."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    every = sa.text(f"SELECT {names} FROM {table.name}").execution_options(yield_per=4)
    for row in connection.execute(every):
        raw = row[0].hex() if isinstance(row[0], bytes) else str(row[0])
        found = read_row(table, row, connection.dialect)
        yield raw, found

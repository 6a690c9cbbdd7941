"""The audit chain: who did what when, each event carrying the hash of the one before."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.types import TypeEngine

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.text import clean_text
from mbb_desktop.storage.column_types import Stored, instant_text
from mbb_desktop.storage.same_person import same_person, standing_merges
from mbb_desktop.storage.tables import AUDIT_EVENT

GENESIS = "record store created"
_NOTHING = bytes(32)  # what the first event carries as the hash before it
_SERVER_CHAIN_LOCK = 0x4D42_4243  # any number that only this program uses

_COLUMNS = AUDIT_EVENT.c
_NEWEST = sa.select(sa.func.max(_COLUMNS.seq)).scalar_subquery()  # a bound LIMIT is compiled at each use
_HEAD = sa.select(_COLUMNS.seq, _COLUMNS.hash, _COLUMNS.at).where(_COLUMNS.seq == _NEWEST)
_INSERT = AUDIT_EVENT.insert()


@dataclass(frozen=True, slots=True)
class Head:
    """The newest event: what the whole chain before it can be checked against."""

    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Line:
    """What is to be told: who (None: the program), what, when, about whom, where, and the particulars."""

    by: User | None
    event: str
    at: datetime
    patient_id: UUID | None = None
    workstation: str = ""
    detail: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the audit trail. `detail` is JSON, kept byte for byte."""

    seq: int
    id: UUID
    at: datetime
    user_id: UUID | None
    user: str
    workstation: str
    event: str
    patient_id: UUID | None
    detail: bytes
    previous: bytes
    hash: bytes


def append(connection: sa.Connection, line: Line) -> Head:
    """Add one event at the end of the chain, in the caller's writing transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_SERVER_CHAIN_LOCK)))
    last = connection.execute(_HEAD).first()
    seq, previous = (1, _NOTHING) if last is None else (last.seq + 1, last.hash)
    facts = dict(line.detail)
    if last is not None and line.at < last.at:
        facts["clock"] = f"went back {int((last.at - line.at).total_seconds())} s since the event before"
    row: dict[str, Any] = {
        "seq": seq,
        "id": new_id(line.at),
        "at": line.at,
        "user_id": line.by.id if line.by else None,
        "user": clean_text(line.by.signs_as) if line.by else "",
        "workstation": clean_text(line.workstation),
        "event": clean_text(line.event),
        "patient_id": line.patient_id,
        "detail": canonical(facts),
        "previous": previous,
    }
    row["hash"] = chained_hash(row)
    connection.execute(_INSERT, row)
    return Head(seq, row["hash"])


def chained_hash(row: Mapping[str, Any]) -> bytes:
    """SHA-256 over the event's fields and the hash before it, each led by its length."""
    return hash_of(
        "audit event 1",
        row["seq"],
        row["id"],
        row["at"],
        row["user_id"],
        row["user"],
        row["workstation"],
        row["event"],
        row["patient_id"],
        row["detail"],
        row["previous"],
    )


def hash_of(*fields: object) -> bytes:
    """SHA-256 over fields, each led by its length in eight bytes; None differs from empty."""
    return hashlib.sha256(joined(*fields)).digest()


def joined(*fields: object) -> bytes:
    """The fields one after another, each led by its length, so that no two lists give the same bytes."""
    return b"".join(_framed(field) for field in fields)


def _framed(field: object) -> bytes:
    if field is None:
        return b"\xff" * 8
    raw = _raw(field)
    return len(raw).to_bytes(8, "big") + raw


def _raw(field: object) -> bytes:
    match field:
        case bytes():
            return field
        case UUID():
            return field.bytes
        case datetime():
            return instant_text(field).encode()
        case int() | str():
            return str(field).encode()
    raise TypeError(f"{type(field).__name__} has no place in a hash")


def head(connection: sa.Connection) -> Head:
    """The newest event's number and hash; (0, zeros) in an empty chain."""
    last = connection.execute(_HEAD).first()
    return Head(0, _NOTHING) if last is None else Head(last.seq, last.hash)


def all_events(connection: sa.Connection) -> Iterator[tuple[Head, Event | None]]:
    """Every event from the first to the last, a few at a time; None for one that can no longer be read."""
    names = ", ".join(f'"{column.name}"' for column in _COLUMNS)
    every = sa.text(f"SELECT {names} FROM audit_event ORDER BY seq").execution_options(yield_per=1_000)
    for row in connection.execute(every):
        found = read_row(AUDIT_EVENT, row, connection.dialect)
        yield Head(row.seq, row.hash), None if found is None else Event(**found)


def read_row(table: sa.Table, row: sa.Row[Any], dialect: sa.Dialect) -> dict[str, Any] | None:
    """The values of a raw row, or None when one of them is not exactly what the column would hold."""
    kinds = [column.type for column in table.columns]
    try:
        values = [_exactly(kind, value, dialect) for kind, value in zip(kinds, row, strict=True)]
    except (TypeError, ValueError, ArithmeticError):
        return None
    return dict(zip(table.columns.keys(), values, strict=True))


def _exactly(kind: TypeEngine[Any], raw: Any, dialect: sa.Dialect) -> Any:
    """A value that is written just as it lies there: other spellings of the same moment are no accident."""
    if not isinstance(kind, Stored):
        return raw
    value = kind.process_result_value(raw, dialect)
    if kind.process_bind_param(value, dialect) != raw:
        raise ValueError("not as this program writes it")
    return value


def event_at(connection: sa.Connection, seq: int) -> Event | None:
    row = connection.execute(sa.select(AUDIT_EVENT).where(_COLUMNS.seq == seq)).first()
    return None if row is None else Event(*row)


def recent(
    connection: sa.Connection,
    *,
    patient_id: UUID | None = None,
    before_seq: int | None = None,
    limit: int = 200,
) -> tuple[Event, ...]:
    """The newest events first, of one patient or of all; page on with the last `seq`."""
    statement = sa.select(AUDIT_EVENT).order_by(_COLUMNS.seq.desc()).limit(limit)
    if patient_id is not None:
        ids = same_person(standing_merges(connection), patient_id)
        statement = statement.where(_COLUMNS.patient_id.in_(ids))
    if before_seq is not None:
        statement = statement.where(_COLUMNS.seq < before_seq)
    return tuple(Event(*row) for row in connection.execute(statement))


def first_holding(connection: sa.Connection, names: Collection[str], words: str) -> Event | None:
    """The first event of one of these names whose facts hold some words. It reads every one of that name."""
    statement = sa.select(AUDIT_EVENT).where(_COLUMNS.event.in_(names)).order_by(_COLUMNS.seq)
    found = (Event(*row) for row in connection.execute(statement) if words.encode() in row.detail)
    return next(found, None)


def newest_named(connection: sa.Connection, name: str, *, by: UUID, limit: int) -> tuple[Event, ...]:
    """The newest events of one name by one person, the newest first."""
    mine = sa.and_(_COLUMNS.event == name, _COLUMNS.user_id == by)
    statement = sa.select(AUDIT_EVENT).where(mine).order_by(_COLUMNS.seq.desc()).limit(limit)
    return tuple(Event(*row) for row in connection.execute(statement))


def named_after(connection: sa.Connection, *names: str, seq: int) -> tuple[Event, ...]:
    """Every event of these names after a place in the chain, the oldest first."""
    later = sa.and_(_COLUMNS.event.in_(names), _COLUMNS.seq > seq)
    statement = sa.select(AUDIT_EVENT).where(later).order_by(_COLUMNS.seq)
    return tuple(Event(*row) for row in connection.execute(statement))


def of_user_after(connection: sa.Connection, user_id: UUID, *, seq: int) -> tuple[Event, ...]:
    """Every event of one person after a place in the chain, the oldest first."""
    later = sa.and_(_COLUMNS.user_id == user_id, _COLUMNS.seq > seq)
    statement = sa.select(AUDIT_EVENT).where(later).order_by(_COLUMNS.seq)
    return tuple(Event(*row) for row in connection.execute(statement))


def last_before(connection: sa.Connection, at: datetime, *, seq: int) -> int:
    """The place of the last event before a moment and before a place in the chain; 0 when there is none."""
    earlier = sa.and_(_COLUMNS.seq < seq, _COLUMNS.at < at)
    statement = sa.select(_COLUMNS.seq).where(earlier).order_by(_COLUMNS.seq.desc()).limit(1)
    return connection.execute(statement).scalar() or 0

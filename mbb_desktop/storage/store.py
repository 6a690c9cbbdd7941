"""The open store: reading in one consistent view, and audited changes that happen wholly or not at all."""

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.response import Response
from mbb_desktop.storage import audit
from mbb_desktop.storage.audit import Head, Line
from mbb_desktop.storage.codec import RecordTable
from mbb_desktop.storage.engine import WRITING, explained
from mbb_desktop.storage.errors import Busy, Frozen, NotFound, StoreClosed, StoreUnavailable
from mbb_desktop.storage.history import changes
from mbb_desktop.storage.long_work import LongWork, stopped_when
from mbb_desktop.storage.patient_words import keep_words
from mbb_desktop.storage.same_person import Merges, same_person, standing_merges, survivor
from mbb_desktop.storage.tables import RECORDS

R = TypeVar("R")
_WAIT_FOR_WRITER_S = 10
_AT_ONCE = 500  # keys in one statement
_OPEN_STATES = (BlockState.PLANNED, BlockState.DRAFT, BlockState.DISCARDED)


class Door(Protocol):
    """What an open vault keeps for its store: the folder, the data key and the right to both."""

    @property
    def folder(self) -> Path: ...
    @property
    def data_key(self) -> bytes: ...
    def mark(self, head: Head, durable: bool) -> None:
        """Note outside the database how far the audit chain has come."""

    def release(self) -> None:
        """Forget the key and let others in."""


class Look:
    """One consistent view of the store; lives as long as the `with` that made it."""

    __slots__ = ("_merges", "connection")

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection
        self._merges: Merges | None = None

    @property
    def merges(self) -> Merges:
        """The records that were merged into another one."""
        if self._merges is None:
            self._merges = standing_merges(self.connection)
        return self._merges

    def forget_merges(self) -> None:
        """Read them anew: one was made or undone."""
        self._merges = None

    def survivor_of(self, patient_id: UUID) -> UUID:
        """The record under which a person is found; a patient's own id unless it was merged."""
        return survivor(self.merges, patient_id)

    def same_person(self, patient_id: UUID) -> tuple[UUID, ...]:
        """Every record of the person; whatever belongs to a patient belongs to one of them."""
        return same_person(self.merges, patient_id)

    def records_of(self, patient_ids: Iterable[UUID]) -> Iterator[tuple[UUID, ...]]:
        """Every record of many people, some at once and each person's together, for queries by patient."""
        some: list[UUID] = []
        for kept in dict.fromkeys(self.survivor_of(one) for one in patient_ids):
            if len(some) >= _AT_ONCE:
                yield tuple(some)
                some = []
            some += self.same_person(kept)
        if some:
            yield tuple(some)

    def get(self, kind: type[R], key: UUID) -> R:
        """The record; raises NotFound. A patient's is the one that stays, whichever id is given."""
        if (record := self.find(kind, key)) is None:
            raise NotFound(_table(kind).noun)
        return record

    def find(self, kind: type[R], key: UUID) -> R | None:
        return _table(kind).find(self.connection, self._found_under(kind, key))

    def _found_under(self, kind: type, key: UUID) -> UUID:
        return self.survivor_of(key) if kind is Patient else key

    def many(self, kind: type[R], keys: "list[UUID] | tuple[UUID, ...]") -> tuple[R, ...]:
        """The records of the keys that exist, in the order of the keys."""
        wanted = list(dict.fromkeys(self._found_under(kind, key) for key in keys))
        found = _table(kind).many(self.connection, wanted)
        return tuple(found[key] for key in wanted if key in found)

    def people(self, ids: Iterable[UUID]) -> Mapping[UUID, Patient]:
        """Whose each record is, by the id asked for; of a merged one the record that stays."""
        asked = tuple(dict.fromkeys(ids))
        found = {patient.id: patient for patient in self.many(Patient, asked)}
        return {key: found[kept] for key in asked if (kept := self.survivor_of(key)) in found}

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of a small kind: users, correspondents, the clinic."""
        table = _table(kind)
        return table.where(self.connection, order=(table.table.c.name, table.table.c.id))

    def where(
        self,
        kind: type[R],
        *conditions: sa.ColumnElement[bool] | sa.TextClause,
        order: tuple[Any, ...] = (),
        limit: int | None = None,
    ) -> tuple[R, ...]:
        """The records that fulfil conditions over `tables`; for the modules of this layer."""
        return _table(kind).where(self.connection, *conditions, order=order, limit=limit)

    def of_people(
        self,
        kind: type[R],
        patient_ids: Iterable[UUID],
        *conditions: sa.ColumnElement[bool],
        order: tuple[Any, ...] = (),
    ) -> dict[UUID, tuple[R, ...]]:
        """The records of a kind of each person, whichever record they stand in, by the ids asked for."""
        asked, found = tuple(patient_ids), dict[UUID, list[R]]()
        column = _table(kind).table.c.patient_id
        for some in self.records_of(asked):
            for record in self.where(kind, column.in_(some), *conditions, order=order):
                owner: UUID = record.patient_id  # type: ignore[attr-defined]  # every kind asked for has one
                found.setdefault(self.survivor_of(owner), []).append(record)
        return {one: tuple(found.get(self.survivor_of(one), ())) for one in asked}


class Change(Look):
    """A change under way: nothing of it is kept unless all of it is. `event` names it in the audit trail.

    `patient_id` is whom the event is about, also when that is read only inside the change.
    """

    __slots__ = ("_drafting", "_known", "at", "by", "detail", "event", "patient_id")

    def __init__(
        self, connection: sa.Connection, by: User, at: datetime, event: str = "", drafting: bool = False
    ) -> None:
        super().__init__(connection)
        self.event = event
        self.patient_id: UUID | None = None
        self.by = by
        self.at = at
        self.detail: dict[str, object] = {}
        self._drafting = drafting
        self._known: dict[tuple[type, UUID], object] = {}

    def find(self, kind: type[R], key: UUID) -> R | None:
        found = super().find(kind, key)
        # nobody else writes until this change ends: saving needs no second look
        self._known[kind, key] = found
        return found

    def save(self, record: R) -> R:
        """Keep the record and return it with its new version; the same when nothing differs.

        Raises Conflict when somebody saved first, Frozen when it is signed.
        """
        table = _table(type(record))
        place = (type(record), _key(record))
        known: Any = self._known.get(place)
        before, after = table.save(self.connection, record, known)
        self._known[place] = after
        if self._drafting and not (is_draft(after) and (before is None or is_draft(before))):
            raise Frozen(table.noun)
        if before is not after:
            self._keep(table.noun, before, after)
        return after

    def delete(self, record: R) -> None:
        """Remove a draft; anything that was ever signed raises Frozen."""
        table = _table(type(record))
        before = self.get(type(record), _key(record))
        if not is_draft(before):
            raise Frozen(table.noun)
        table.delete(self.connection, record)
        self._known.clear()
        self._keep(table.noun, before, None)

    def tell(self, **facts: object) -> None:
        """Add facts to the audit event of this change."""
        self.detail |= facts

    def _keep(self, noun: str, before: object | None, after: object | None) -> None:
        record = after if after is not None else before
        if isinstance(record, Patient) and after is not None:
            keep_words(self.connection, record)
        if not self._drafting and record is not None:
            told = {
                "kind": noun,
                "id": _key(record),
                "changes": changes(before, after),
                "gone": after is None,
            }
            saved = self.detail.setdefault("saved", [])
            assert isinstance(saved, list)
            saved.append(told)


def is_draft(record: object) -> bool:
    """Whether a record may be saved without an audit event, or removed."""
    match record:
        case Block():
            return record.state in _OPEN_STATES
        case Response():
            return record.signed_at is None
    return False


class Store:
    """The clinic's records. One writer at a time, any number of readers, from any thread."""

    def __init__(self, engine: sa.Engine, vault_id: UUID, door: Door | None = None) -> None:
        self.vault_id = vault_id
        self.long_work = LongWork()
        self._engine = engine
        self._door = door
        self._closed = False
        self._writer = threading.Lock()
        self._writing_thread: int | None = None

    @property
    def folder(self) -> Path | None:
        """The vault's folder; None on a server."""
        return None if self._door is None else self._door.folder

    @property
    def door(self) -> Door:
        """The open vault; raises StoreClosed on a server or after closing."""
        if self._door is None or self._closed:
            raise StoreClosed
        return self._door

    @property
    def engine(self) -> sa.Engine:
        """For the modules of this layer."""
        if self._closed:
            raise StoreClosed
        return self._engine

    @contextlib.contextmanager
    def look(self) -> Iterator[Look]:
        """Read in one consistent view, whatever others save meanwhile."""
        server = self.engine.dialect.name == "postgresql"
        options: dict[str, Any] = (
            {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True} if server else {}
        )
        with (
            explained(),
            self.engine.connect().execution_options(**options) as connection,
            connection.begin(),
        ):
            yield Look(connection)

    @contextlib.contextmanager
    def long_look(self) -> Iterator[Look]:
        """Read for minutes, one at a time; closing the store ends it with Stopped."""
        with self.long_work.turn() as must_stop, self.look() as look:
            if self.engine.dialect.name != "sqlite":
                yield look
                return
            with stopped_when(look.connection.connection.driver_connection, must_stop):
                yield look

    @contextlib.contextmanager
    def change(
        self,
        by: User,
        event: str,
        *,
        at: datetime,
        patient_id: UUID | None = None,
        workstation: str = "",
    ) -> Iterator[Change]:
        """Change records and tell it in one audit event, in one transaction; an exception undoes all."""
        with self._writing() as write:
            change = Change(write.connection, by, at, event)
            change.patient_id = patient_id
            yield change
            line = Line(by, change.event, at, change.patient_id, workstation, change.detail)
            write.head = audit.append(write.connection, line)

    @contextlib.contextmanager
    def draft(self, by: User, *, at: datetime) -> Iterator[Change]:
        """Save drafts without an audit event, as often as somebody types; anything else raises Frozen."""
        with self._writing() as write:
            yield Change(write.connection, by, at, drafting=True)

    def note(  # noqa: PLR0913  the facts of one line of the audit trail
        self,
        by: User | None,
        event: str,
        *,
        at: datetime,
        patient_id: UUID | None = None,
        workstation: str = "",
        about: Mapping[str, object] | None = None,
    ) -> Head:
        """Put an event without a change into the audit trail: a chart opened, a paper printed."""
        with self._writing() as write:
            head = audit.append(write.connection, Line(by, event, at, patient_id, workstation, about or {}))
            write.head = head
        return head

    @property
    def head(self) -> Head:
        """The newest event of the audit chain."""
        with self.look() as look:
            return audit.head(look.connection)

    def checkpoint(self) -> bool:
        """Bring everything into the main file; for idle moments. False when a reader was in the way."""
        if self.engine.dialect.name != "sqlite":
            return True
        with explained(), self._one_writer():
            busy, _, _ = self.outside_transaction(_empty_journal)
            self._mark(self.head, durable=True)
        return not busy

    def outside_transaction(self, work: Callable[[Any], R]) -> R:
        """Run work on a bare connection of the driver, for what a transaction forbids; for this layer."""
        with explained():
            held = self.engine.raw_connection()
            try:
                return work(held.driver_connection)
            finally:
                held.close()

    def forget_words(self) -> None:
        """Let go of what was searched for: each statement is kept with the values of its first use."""
        self._engine.clear_compiled_cache()

    def close(self) -> None:
        """End long work, finish the running write, bring all into the main file, forget the key.

        Safe to call twice.
        """
        if self._closed:
            return
        self.long_work.end()
        with self._one_writer():
            try:
                # on a full disk the journal stays beside the file and is read at the next opening
                with contextlib.suppress(StoreUnavailable):
                    if self._engine.dialect.name == "sqlite":
                        self.outside_transaction(_empty_journal)
            finally:
                self._closed = True
                self._engine.dispose()
                if self._door is not None:
                    self._door.release()

    @contextlib.contextmanager
    def _writing(self) -> Iterator["_Write"]:
        engine = self.engine
        with self._one_writer():
            with (
                explained(),
                engine.connect().execution_options(**{WRITING: True}) as connection,
                connection.begin(),
            ):
                write = _Write(connection)
                yield write
            if write.head is not None:
                self._mark(write.head)

    @contextlib.contextmanager
    def _one_writer(self) -> Iterator[None]:
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("a change inside a change; use the one that is open")
        if not self._writer.acquire(timeout=_WAIT_FOR_WRITER_S):
            raise Busy
        self._writing_thread = threading.get_ident()
        try:
            yield
        finally:
            self._writing_thread = None
            self._writer.release()

    def _mark(self, head: Head, durable: bool = False) -> None:
        if self._door is not None:
            self._door.mark(head, durable)


@dataclass(slots=True)
class _Write:
    """A writing transaction, and the newest audit event once it has one."""

    connection: sa.Connection
    head: Head | None = None


def _empty_journal(driver: Any) -> tuple[int, int, int]:
    row: tuple[int, int, int] = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return row


def _table(kind: type[R]) -> RecordTable[R]:
    return RECORDS[kind]


def _key(record: object) -> UUID:
    key: UUID = record.id  # type: ignore[attr-defined]  # every aggregate has one
    return key

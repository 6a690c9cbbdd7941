"""Fill an empty vault with invented people in bulk; a program of its own, run by `vaults.make_vault`.

A few patterns are saved as the program saves them; the rest are copies made inside the database, with one
audit event per patient and two per block.
"""

import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver
from sqlalchemy import event

from benchmarks import people
from benchmarks.people import NOW, PASSPHRASE, Pattern
from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Patient
from mbb_desktop.storage import audit, keys
from mbb_desktop.storage.codec import RecordTable
from mbb_desktop.storage.column_types import instant_text
from mbb_desktop.storage.patient_words import sort_key, words_of
from mbb_desktop.storage.place import DATABASE
from mbb_desktop.storage.store import Change, Store
from mbb_desktop.storage.tables import (
    AUDIT_EVENT,
    BLOCKS,
    COURSES,
    PATIENT_PLACE,
    PATIENT_WORD,
    PATIENTS,
    RESPONSES,
)

_BATCH = 1_000  # patients in one transaction
_COPIES = """CREATE TEMP TABLE copies (
    pattern_course BLOB, pattern_block BLOB, pattern_response BLOB,
    patient_id BLOB, course_id BLOB, block_id BLOB, response_id BLOB, performed_on TEXT, is_first INTEGER)"""
_COPY = "INSERT INTO copies VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"

Case = tuple[UUID, UUID]
"""A patient and the patient's course."""


def fill(folder: Path, patients: int, blocks_each: int) -> None:
    """Fill the closed vault; takes about a second for 1,000 blocks."""
    key_file = keys.read_keys(folder)
    data_key, _ = keys.open_as_person(key_file, keys.people(folder)[0].user_id, PASSPHRASE)
    with closing(Store(_quick_engine(folder / DATABASE, data_key), key_file.vault_id)) as store:
        with store.look() as look:
            by = look.all(User)[0]
        _Filling(store, by, blocks_each).run(patients)


def _quick_engine(path: Path, key: bytes) -> sa.Engine:
    """Not safe against a power cut, not wiping its memory: for invented people only."""

    def connect() -> driver.Connection:
        connection = driver.connect(path, isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for setting in ("journal_mode = WAL", "synchronous = OFF", "cache_size = -262144", "temp_store = 2"):
            connection.execute(f"PRAGMA {setting}").fetchall()
        connection.execute(_COPIES)
        return connection

    engine = sa.create_engine(
        "sqlite://", module=driver, creator=connect, poolclass=sa.pool.StaticPool, hide_parameters=True
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


class _Filling:
    """One run: everything random comes from the one seed."""

    def __init__(self, store: Store, by: User, blocks_each: int) -> None:
        self._store, self._by, self._blocks_each = store, by, blocks_each
        self._chance = random.Random(people.SEED + 1)

    def run(self, patients: int) -> None:
        payer, referrer = people.directory(self._chance)
        everybody = people.patients(self._chance, patients, payer.id, referrer.id)
        with self._change() as change:
            change.save(payer)
            change.save(referrer)
            patterns = self._save_patterns(change, change.save(next(everybody)))
        first: list[Case] = []
        while batch := list(islice(everybody, _BATCH)):
            cases = self._add(batch, patterns)
            first = first or cases
        with self._change() as change:
            for record in people.day_of(self._chance, patterns[0], first):
                change.save(record)

    def _change(self) -> AbstractContextManager[Change]:
        return self._store.change(self._by, "benchmark filled", at=NOW)

    def _save_patterns(self, change: Change, of: Patient) -> tuple[Pattern, ...]:
        patterns = people.patterns(self._chance, of.id, self._by)
        for pattern in patterns:
            for record in (pattern.course, pattern.block, pattern.response):
                change.save(record)
        return patterns

    def _add(self, batch: Sequence[Patient], patterns: Sequence[Pattern]) -> list[Case]:
        copies = [copy for one in batch for copy in self._copies(one.id, self._chance.choice(patterns))]
        with self._change() as change:
            _insert_people(change, batch)
            change.connection.exec_driver_sql("DELETE FROM copies")
            change.connection.exec_driver_sql(_COPY, copies)
            _copy_record(
                change, COURSES, "pattern_course", {"id": "course_id", "patient_id": "patient_id"}, "is_first"
            )
            block = {name: name for name in ("patient_id", "course_id", "performed_on")}
            _copy_record(change, BLOCKS, "pattern_block", {"id": "block_id", **block})
            response = {"id": "response_id", "patient_id": "patient_id", "block_id": "block_id"}
            _copy_record(change, RESPONSES, "pattern_response", response)
            _tell(change, batch, [UUID(bytes=copy[3]) for copy in copies])
        return [(UUID(bytes=copy[3]), UUID(bytes=copy[4])) for copy in copies if copy[-1]]

    def _copies(self, patient_id: UUID, pattern: Pattern) -> Iterator[tuple[Any, ...]]:
        course_id = self._new_id()
        known = (pattern.course.id, pattern.block.id, pattern.response.id, patient_id, course_id)
        days = sorted(self._chance.sample(range(10, 730), self._blocks_each), reverse=True)
        for place, ago in enumerate(days):
            fresh = (self._new_id(), self._new_id())
            day = (NOW - timedelta(days=ago)).date().isoformat()
            yield (*(key.bytes for key in (*known, *fresh)), day, place == 0)

    def _new_id(self) -> UUID:
        return people.invented_id(self._chance, NOW)


def _insert_people(change: Change, batch: Sequence[Patient]) -> None:
    rows = [PATIENTS.shape.row(replace(one, version=1)) for one in batch]
    change.connection.execute(PATIENTS.table.insert(), rows)
    for child in PATIENTS.children:
        members = [
            {child.owner_id: one.id, "position": at, **child.shape.row(member)}
            for one in batch
            for at, member in enumerate(getattr(one, child.field))
        ]
        if members:
            change.connection.execute(child.table.insert(), members)
    _insert(change, PATIENT_PLACE, [(sort_key(one), one.id.bytes) for one in batch])
    _insert(change, PATIENT_WORD, [(word, one.id.bytes) for one in batch for word in sorted(words_of(one))])


def _insert(change: Change, table: sa.Table, rows: Sequence[tuple[object, ...]]) -> None:
    """Rows as they lie in the file, in the order of the table's columns."""
    marks = ", ".join("?" * len(table.columns))
    change.connection.exec_driver_sql(f'INSERT INTO "{table.name}" VALUES ({marks})', list(rows))


def _copy_record(
    change: Change, record: RecordTable[Any], pattern: str, fresh: Mapping[str, str], only: str = "1"
) -> None:
    """Copy a pattern's row and its children once for each line of `copies`; `fresh` gives the new columns."""
    _copy(change, record.table, f'"id" = {pattern}', fresh, only)
    for child in record.children:
        _copy(change, child.table, f'"{child.owner_id}" = {pattern}', {child.owner_id: fresh["id"]}, only)


def _copy(change: Change, table: sa.Table, join: str, fresh: Mapping[str, str], only: str) -> None:
    names = [column.name for column in table.columns]
    into = ", ".join(f'"{name}"' for name in names)
    chosen = ", ".join(f"copies.{fresh[name]}" if name in fresh else f'known."{name}"' for name in names)
    change.connection.exec_driver_sql(
        f'INSERT INTO "{table.name}" ({into}) SELECT {chosen} FROM copies '
        f'CROSS JOIN "{table.name}" AS known ON known.{join} WHERE {only}'
    )


def _tell(change: Change, batch: Sequence[Patient], of_blocks: Sequence[UUID]) -> None:
    """One event per patient and two per block, chained as the program chains them."""
    told = [("patient added", one.id) for one in batch]
    told += [(event, key) for key in of_blocks for event in ("draft started", "note signed")]
    head = audit.head(change.connection)
    rows: list[tuple[object, ...]] = []
    for said, patient_id in told:
        row = _event(change.by, said, patient_id, head)
        head = audit.Head(head.seq + 1, audit.chained_hash(row))
        rows.append((*map(_lying, row.values()), head.hash))
    _insert(change, AUDIT_EVENT, rows)


def _lying(value: object) -> object:
    match value:
        case UUID():
            return value.bytes
        case datetime():
            return _NOW_TEXT
    return value


_NOW_TEXT = instant_text(NOW)
_DETAIL = canonical(
    {"saved": [{"kind": "block", "id": "invented", "changes": {"state": ["draft", "signed"]}, "gone": False}]}
)


def _event(by: User, said: str, patient_id: UUID, head: audit.Head) -> dict[str, object]:
    return {
        "seq": head.seq + 1,
        "id": new_id(NOW),
        "at": NOW,
        "user_id": by.id,
        "user": by.signs_as,
        "workstation": "benchmark",
        "event": said,
        "patient_id": patient_id,
        "detail": _DETAIL,
        "previous": head.hash,
    }


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

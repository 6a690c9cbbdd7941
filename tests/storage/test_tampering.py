"""What is signed and what came from outside, changed in every column and way: nothing passes the check."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import product
from pathlib import Path

import pytest
import sqlalchemy as sa

from mbb_desktop.clinical.block import BlockState
from mbb_desktop.clinical.cosignature import Asked, Attestation
from mbb_desktop.clinical.enclosure import EnclosureKind
from mbb_desktop.clinical.paper import Meaning
from mbb_desktop.storage.engine import WRITING
from mbb_desktop.storage.guards import sqlite_guards
from mbb_desktop.storage.head_mark import read_mark
from mbb_desktop.storage.signed import check_record, verify
from mbb_desktop.storage.store import Store
from mbb_desktop.storage.vault import open_vault
from tests.storage.builders import AT, PASSPHRASE, PHYSICIAN, saved_block, sign_note, sign_response
from tests.storage.learners import taught
from tests.storage.test_enclosures import enclosure, keep, strike

_ENCLOSED = "id patient_id course_id block_id kind dated sender view marker note pages content sha256 " + (
    "source_sha256 added_at added_by_id added_by"
)
_SIGNED = (
    "id kind number patient_id block_id course_id supersedes content content_sha256 meaning signer_id "
    + ("signer signed_at key_id signature pdf pdf_sha256 pdf_signature")
)
_COSIGNED = "paper_id attestation signer_id signer signed_at key_id signature pdf pdf_sha256 pdf_signature"
KEPT = {
    "signed_document": _SIGNED.split(),
    "enclosure": _ENCLOSED.split(),
    "enclosure_struck": ["enclosure_id", "reason", "at", "by_id", "by"],
    "cosign_step": ["id", "paper_id", "place", "step", "to_id", "to", "reason", "at", "by_id", "by"],
    "cosignature": _COSIGNED.split(),
}
_NOTHING = {"emptied": None, "blank": ""}
_WHOLE = {"removed", "copied"}
_ALLOWED: dict[str, type[Enum]] = {
    "kind": EnclosureKind,
    "meaning": Meaning,
    "step": Asked,
    "attestation": Attestation,
}
_HOW = ("bit", "short", "long", "emptied", "blank", "exchanged", "other", "swapped", "removed", "copied")
_CHANGES = [(table, column, way) for table in KEPT for column in KEPT[table] for way in _HOW]


@dataclass(frozen=True, slots=True)
class Written:
    """A vault with a history, its guards away as somebody with the key would have them."""

    store: Store
    connection: sa.Connection


@pytest.fixture(scope="module")
def written(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Written]:
    folder = Path(shutil.copytree(template, tmp_path_factory.mktemp("written") / "clinic"))
    vault = open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    for number in range(2):
        draft = saved_block(vault.store, vault.user)
        with vault.store.change(vault.user, "signed", at=AT) as change:
            block = change.save(replace(draft, state=BlockState.SIGNED))
        sign_note(vault, block, b'{"note":%d}' % number, b"%%PDF-1.4 note %d" % number)
        sign_response(vault, block)
        pages = b"%%PDF-1.4 scan %d" % number
        made = replace(
            enclosure(block, vault, pages),
            kind=(EnclosureKind.FLUOROSCOPY_IMAGE, EnclosureKind.OUTSIDE_NOTE)[number],
            sender=f"Harbor {number}",
            note=f"sheet {number}",
            pages=number + 1,
        )
        keep(vault, made, pages)
        strike(vault, made, f"reason {number}")
    teaching = taught(vault)
    for _ in range(2):
        teaching.cosign(*teaching.signed())
    assert verify(vault.store).intact
    with vault.store.engine.connect().execution_options(**{WRITING: True}) as connection:
        with connection.begin():
            for name in sqlite_guards():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        yield Written(vault.store, connection)
    vault.close()


def test_none_of_nine_hundred_changes_passes_the_check(written: Written) -> None:
    """Every column in every way, three times over with other chances, which are the same in each run.

    With the mutations of audit rows, keys and papers elsewhere these are over a thousand. What the tables
    themselves refuse is no change, but every column has some.
    """
    store, connection = written.store, written.connection
    assert store.folder is not None
    mark = read_mark(store.folder)
    passed, changed, ways, tried = [], set(), set(), 0
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for again, (table, column, way) in product(range(3), _CHANGES):
        if way in _WHOLE and column != KEPT[table][0]:
            continue  # the row as a whole, once for each table
        with connection.begin_nested() as running:
            made = _change(connection, table, column, way, again)
            faults = check_record(connection, store.vault_id, mark).faults if made else ()
            running.rollback()
        if made and all(fault.place in sqlite_guards() for fault in faults):
            passed.append(f"{table} {column} {way}")
        tried += made
        if made:
            changed.add((table, column))
            ways.add(way)
    connection.rollback()
    assert passed == []
    assert tried > 850
    assert ways == set(_HOW)
    missing = {(table, column) for table, columns in KEPT.items() for column in columns} - changed
    assert missing <= {("signed_document", "supersedes")}  # no paper here adds to another


def test_what_is_not_touched_is_whole(written: Written) -> None:
    assert written.store.folder is not None
    faults = check_record(written.connection, written.store.vault_id, read_mark(written.store.folder)).faults
    assert {fault.place for fault in faults} <= set(sqlite_guards())


def _change(connection: sa.Connection, table: str, column: str, way: str, again: int) -> bool:
    """Make one change; whether there was anything to change."""
    chance = random.Random(f"{table} {column} {way} {again}")
    rows = connection.exec_driver_sql(f'SELECT rowid, "{column}" FROM {table}').all()
    rowid, value = chance.choice(rows)
    other, its = chance.choice([row for row in rows if row[1] != value] or rows)
    if way == "removed":
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
        return True
    if way == "copied":
        return _copied(connection, table, rowid, chance)
    if way == "swapped":
        return _swapped(connection, table, rowid, other, column)
    if way == "other":  # what the table allows there
        its = next((each.value for each in _ALLOWED.get(column, ()) if each.value != value), value)
    new = its if way in ("exchanged", "other") else _altered(value, way, chance)
    return new != value and _put(connection, table, rowid, column, new)


def _put(connection: sa.Connection, table: str, rowid: int, column: str, value: object) -> bool:
    """What the table's own rules refuse is no change."""
    try:
        with connection.begin_nested():
            connection.exec_driver_sql(f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', (value, rowid))
    except sa.exc.IntegrityError:
        return False
    return True


def _swapped(connection: sa.Connection, table: str, rowid: int, other: int, column: str) -> bool:
    """Two rows exchange a value."""
    read = f'SELECT "{column}" FROM {table} WHERE rowid = ?'
    own, its = (connection.exec_driver_sql(read, (each,)).scalar_one() for each in (rowid, other))
    if own == its:
        return False
    spare = bytes(16) if isinstance(own, bytes) else own
    first = spare == own or _put(connection, table, rowid, column, spare)
    return (
        first and _put(connection, table, other, column, own) and _put(connection, table, rowid, column, its)
    )


def _copied(connection: sa.Connection, table: str, rowid: int, chance: random.Random) -> bool:
    """A row a second time, under a key of its own."""
    key = KEPT[table][0]
    number = f"'PN-2026-{chance.randrange(100_000, 999_999)}'"
    fresh = {key: "randomblob(16)", "place": "place + 1", "number": number}
    values = ", ".join(fresh.get(name, f'"{name}"') for name in KEPT[table])
    names = ", ".join(f'"{name}"' for name in KEPT[table])
    connection.exec_driver_sql(
        f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} WHERE rowid = ?", (rowid,)
    )
    return True


def _altered(value: object, way: str, chance: random.Random) -> object:
    """One bit of it, its end, or nothing of it left."""
    if way in _NOTHING:
        return _NOTHING[way]
    raw = _raw(value)
    if way == "short":
        return _back(raw[: chance.randrange(len(raw))], value) if raw else value
    if way == "long":
        return _back(raw + bytes([chance.randrange(48, 58)]), value)
    if not raw:
        return value
    at = chance.randrange(len(raw))
    return _back(raw[:at] + bytes([raw[at] ^ (1 << chance.randrange(7))]) + raw[at + 1 :], value)


def _raw(value: object) -> bytes:
    return value if isinstance(value, bytes) else b"" if value is None else str(value).encode()


def _back(raw: bytes, like: object) -> object:
    if isinstance(like, bytes):
        return raw
    text = raw.decode(errors="replace")
    return int(text) if isinstance(like, int) and text.lstrip("-").isdigit() else text

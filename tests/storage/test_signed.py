"""Checking the record: whatever somebody with the key changes in the file is reported, with its place."""

import hashlib
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from mbb_desktop.clinical.block import BlockState
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.storage import accounts, audit
from mbb_desktop.storage.audit import Event
from mbb_desktop.storage.column_types import instant_of
from mbb_desktop.storage.engine import WRITING
from mbb_desktop.storage.guards import sqlite_guards
from mbb_desktop.storage.head_mark import read_mark
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.storage.papers import pdf_bytes_signed, signed_bytes
from mbb_desktop.storage.signed import Fault, check_record, verify
from mbb_desktop.storage.store import Store
from mbb_desktop.storage.vault import Vault, open_vault
from tests.storage.builders import (
    AT,
    CHEAP,
    NURSE,
    PASSPHRASE,
    PHYSICIAN,
    patient,
    printed,
    received,
    saved_block,
    sign_error,
    sign_note,
    sign_response,
)

Attack = Callable[[sa.Connection], None]
NOTE, ANSWER, ERROR = "PN-2026-000001", "DR-2026-000001", "EN-2026-000001"


@dataclass(frozen=True, slots=True)
class Record:
    """A vault with a history (two people, a block, a signed note, a signed response), its guards away."""

    store: Store
    note: SignedDocument
    connection: sa.Connection


@pytest.fixture(scope="module")
def record(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    folder = Path(shutil.copytree(template, tmp_path_factory.mktemp("written") / "clinic"))
    vault = open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    accounts.add_person(vault.store, NURSE, "tractor umbrella eleven", by=vault.user, at=AT, cost=CHEAP)
    draft = saved_block(vault.store, vault.user)
    with vault.store.change(vault.user, "signed", at=AT) as change:
        block = change.save(replace(draft, state=BlockState.SIGNED))
    note = sign_note(vault, block)
    answer = sign_response(vault, block)
    received(vault, answer)
    printed(vault, answer)
    sign_error(vault, block, answer)
    for _ in range(3):
        vault.store.note(vault.user, "chart opened", at=AT, patient_id=block.patient_id)
    assert verify(vault.store).intact
    with vault.store.engine.connect().execution_options(**{WRITING: True}) as connection:
        with connection.begin():
            for name in sqlite_guards():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        yield Record(vault.store, note, connection)
    vault.close()


def faults_after(record: Record, attack: Attack) -> tuple[Fault, ...]:
    """What checking says after a change around the guards; the change is undone."""
    store, connection = record.store, record.connection
    assert store.folder is not None
    with connection.begin() as running:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        attack(connection)
        report = check_record(connection, store.vault_id, read_mark(store.folder))
        running.rollback()
    return tuple(fault for fault in report.faults if fault.place not in sqlite_guards())


def sql(*statements: str) -> Attack:
    def attack(connection: sa.Connection) -> None:
        for statement in statements:
            assert connection.exec_driver_sql(statement).rowcount, statement

    return attack


def event_with(column: str, value: str) -> Attack:
    return sql(f'UPDATE audit_event SET "{column}" = {value} WHERE seq = 6')


def note_with(column: str, value: str) -> Attack:
    return sql(f"UPDATE signed_document SET {column} = {value} WHERE number = '{NOTE}'")


LONG_AGO = "'2020-01-01T00:00:00.000000Z+0000'"
OF_ANSWER = f"FROM signed_document WHERE number = '{ANSWER}')"
ATTACKS: dict[str, tuple[Attack, str]] = {
    "event renamed": (event_with("event", "'other'"), "entry 6"),
    "event redated": (event_with("at", LONG_AGO), "entry 6"),
    "event given to another": (event_with("user", "'B. Other'"), "entry 6"),
    "event of another user": (event_with("user_id", "zeroblob(16)"), "entry 6"),
    "event of another patient": (event_with("patient_id", "zeroblob(16)"), "entry 6"),
    "event of nobody": (sql("UPDATE audit_event SET patient_id = NULL WHERE seq > 8"), "entry 9"),
    "event elsewhere": (event_with("workstation", "'x'"), "entry 6"),
    "event's key changed": (event_with("id", "zeroblob(16)"), "entry 6"),
    "detail changed": (event_with("detail", "x'7B7D'"), "entry 6"),
    "detail made unreadable": (event_with("detail", "'text'"), "entry 6"),
    "user made unreadable": (event_with("user_id", "x'00'"), "entry 6"),
    "moment made unreadable": (event_with("at", "'once'"), "entry 6"),
    "hash changed": (event_with("hash", "zeroblob(32)"), "entry 6"),
    "link changed": (event_with("previous", "zeroblob(32)"), "entry 6"),
    "event removed": (sql("DELETE FROM audit_event WHERE seq = 6"), "entry 7"),
    "events swapped": (
        sql(
            "UPDATE audit_event SET seq = -5 WHERE seq = 5",
            "UPDATE audit_event SET seq = 5 WHERE seq = 6",
            "UPDATE audit_event SET seq = 6 WHERE seq = -5",
        ),
        "entry 5",
    ),
    "events renumbered": (
        sql(
            "DELETE FROM audit_event WHERE seq = 6",
            "UPDATE audit_event SET seq = -seq WHERE seq > 6",
            "UPDATE audit_event SET seq = -seq - 1 WHERE seq < 0",
        ),
        "entry 6",
    ),
    "first event removed": (sql("DELETE FROM audit_event WHERE seq = 1"), "entry 2"),
    "end cut": (sql("DELETE FROM audit_event WHERE seq > 8"), "entry 8"),
    "trail emptied": (sql("DELETE FROM audit_event"), "entry 1"),
    "event added": (
        sql(
            'INSERT INTO audit_event SELECT 99, id, at, user_id, "user", workstation, event, patient_id,'
            " detail, previous, hash FROM audit_event WHERE seq = 6"
        ),
        "entry 99",
    ),
    "note's content changed": (note_with("content", "x'7B7D'"), NOTE),
    "note's content made unreadable": (note_with("content", "'text'"), NOTE),
    "note's pdf changed": (note_with("pdf", "x'7B7D'"), NOTE),
    "note's hash changed": (note_with("content_sha256", "zeroblob(32)"), NOTE),
    "note's number changed": (note_with("number", "'PN-2026-000007'"), "PN-2026-000007"),
    "note's kind changed": (note_with("kind", "'addendum'"), NOTE),
    "note's signer changed": (note_with("signer", "'B. Other, MD'"), NOTE),
    "note's signer is another": (note_with("signer_id", "zeroblob(16)"), NOTE),
    "note's meaning changed": (note_with("meaning", "'Addendum by'"), NOTE),
    "note's block removed": (note_with("block_id", "NULL"), NOTE),
    "note's course removed": (note_with("course_id", "NULL"), NOTE),
    "note redated": (note_with("signed_at", LONG_AGO), NOTE),
    "note made unreadable": (note_with("signed_at", "''"), NOTE),
    "signature removed": (note_with("signature", "zeroblob(64)"), NOTE),
    "pdf signature removed": (note_with("pdf_signature", "zeroblob(64)"), NOTE),
    "papers exchanged": (
        note_with(
            "content", f"(SELECT content {OF_ANSWER}, content_sha256 = (SELECT content_sha256 {OF_ANSWER}"
        ),
        NOTE,
    ),
    "pdfs exchanged": (
        note_with("pdf", f"(SELECT pdf {OF_ANSWER}, pdf_sha256 = (SELECT pdf_sha256 {OF_ANSWER}"),
        NOTE,
    ),
    "note removed": (sql(f"DELETE FROM signed_document WHERE number = '{NOTE}'"), NOTE),
    "paper added": (
        sql(
            "INSERT INTO signed_document SELECT zeroblob(16), kind, 'PN-2026-000002', patient_id, block_id,"
            " course_id, supersedes, content, content_sha256, meaning, signer_id, signer, signed_at, key_id,"
            f" signature, pdf, pdf_sha256, pdf_signature FROM signed_document WHERE number = '{NOTE}'"
        ),
        "PN-2026-000002",
    ),
    "notice of error removed": (sql(f"DELETE FROM signed_document WHERE number = '{ERROR}'"), ERROR),
    "notice of error of another": (
        sql(f"UPDATE signed_document SET supersedes = NULL WHERE number = '{ERROR}'"),
        ERROR,
    ),
    "block called an error": (sql("UPDATE block SET state = 'entered in error'"), "block"),
    "notice turned to the note": (
        sql(
            "UPDATE signed_document SET supersedes ="
            f" (SELECT id FROM signed_document WHERE number = '{NOTE}') WHERE number = '{ERROR}'"
        ),
        "block",
    ),
    "recipient changed": (sql("UPDATE receipt SET \"to\" = 'nobody'"), "receipt"),
    "receipt of another paper": (
        sql(f"UPDATE receipt SET paper_id = (SELECT id FROM signed_document WHERE number = '{NOTE}')"),
        "receipt",
    ),
    "receipt redated": (sql(f"UPDATE receipt SET at = {LONG_AGO}"), "receipt"),
    "receipt made unreadable": (sql("UPDATE receipt SET at = ''"), "receipt"),
    "receipt removed": (sql("DELETE FROM receipt"), "receipt"),
    "receipt added": (
        sql(
            'INSERT INTO receipt SELECT zeroblob(16), paper_id, patient_id, "to", correspondent_id, how, at,'
            " kept_at, kept_by_id, kept_by FROM receipt"
        ),
        "receipt 0000",
    ),
    "print of another item": (sql("UPDATE print_step SET item_id = zeroblob(16)"), "print step"),
    "print called a failure": (sql("UPDATE print_step SET step = 'failed'"), "print step"),
    "print on another printer": (sql("UPDATE print_step SET printer = 'Room 2'"), "print step"),
    "print made unreadable": (sql("UPDATE print_step SET at = ''"), "print step"),
    "print removed": (sql("DELETE FROM print_step"), "print step"),
    "signing keys exchanged": (sql("UPDATE signing_key SET public = zeroblob(32)"), "signing key"),
    "signing keys given away": (sql("UPDATE signing_key SET user_id = zeroblob(16)"), "signing key"),
    "signing keys removed": (sql("DELETE FROM signing_key"), "signing key"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_reported_with_its_place(record: Record, name: str) -> None:
    attack, place = ATTACKS[name]
    assert any(fault.place.startswith(place) for fault in faults_after(record, attack))


def test_the_untouched_record_is_intact(record: Record) -> None:
    assert faults_after(record, lambda _: None) == ()
    report = verify(record.store)
    assert report.documents == 3
    assert report.events == report.head.seq


def test_a_dropped_guard_is_reported(vault: Vault) -> None:
    def drop(driver: Any) -> None:
        driver.execute("DROP TRIGGER audit_event_keep_delete")

    vault.store.outside_transaction(drop)
    assert [fault.place for fault in verify(vault.store).faults] == ["audit_event_keep_delete"]


def test_a_forged_event_with_a_fitting_hash_is_reported(record: Record) -> None:
    def attack(connection: sa.Connection) -> None:
        forge(connection, 6, loaded(connection, 6).previous)

    assert any(fault.place == "entry 7" for fault in faults_after(record, attack))


def test_a_chain_rewritten_to_its_end_is_reported_by_the_note_beside_it(record: Record) -> None:
    last = record.store.head.seq

    def attack(connection: sa.Connection) -> None:
        previous = loaded(connection, 5).hash
        for seq in range(6, last + 1):
            previous = forge(connection, seq, previous)

    faults = faults_after(record, attack)
    sentence = "It differs from the one that was noted beside the database."
    assert Fault(f"entry {last}", sentence) in faults


def test_a_paper_forged_without_the_signers_key_is_reported(record: Record) -> None:
    """Content, hashes and signatures all fit together, but the key is not the physician's."""
    own, content = SigningKey.new(), b'{"note":"forged"}'
    digest = hashlib.sha256(content).digest()
    forged = replace(record.note, content=content, content_sha256=digest, key_id=own.public_id)

    def attack(connection: sa.Connection) -> None:
        signature = own.sign(signed_bytes(forged, record.store.vault_id))
        pdf_signature = own.sign(pdf_bytes_signed(forged.id, digest, forged.pdf_sha256))
        connection.exec_driver_sql(
            "UPDATE signed_document SET content = ?, content_sha256 = ?, key_id = ?, signature = ?,"
            " pdf_signature = ? WHERE number = ?",
            (content, digest, own.public_id, signature, pdf_signature, NOTE),
        )

    sentence = "It was signed with a key that is not the signer's."
    assert Fault(NOTE, sentence) in faults_after(record, attack)


def test_a_key_that_is_recorded_twice_is_reported(vault: Vault) -> None:
    public = vault.signing_key.public_bytes

    def forget(driver: Any) -> None:
        driver.execute("DROP TRIGGER signing_key_keep_delete")
        driver.execute("DELETE FROM signing_key")

    vault.store.outside_transaction(forget)
    with vault.store.change(vault.user, "again", at=AT) as change:
        accounts.record_key(change, vault.user.id, public)
    assert any("recorded twice" in fault.sentence for fault in verify(vault.store).faults)


def loaded(connection: sa.Connection, seq: int) -> Event:
    row = connection.exec_driver_sql("SELECT * FROM audit_event WHERE seq = ?", (seq,)).one()
    event = Event(*row)
    return replace(event, at=instant_of(row[2]))


def forge(connection: sa.Connection, seq: int, previous: bytes) -> bytes:
    """Rename an event and give it the hash that the program would give it; returns the hash."""
    event = replace(loaded(connection, seq), event="nothing happened", previous=previous)
    fitting = audit.chained_hash({name: getattr(event, name) for name in Event.__slots__})
    connection.exec_driver_sql(
        "UPDATE audit_event SET event = ?, previous = ?, hash = ? WHERE seq = ?",
        (event.event, previous, fitting, seq),
    )
    return fitting


COLUMNS = {
    "audit_event": "id at user_id user workstation event patient_id detail previous hash",
    "signed_document": "id kind number patient_id content content_sha256 meaning signer_id signer signed_at "
    "key_id signature pdf pdf_sha256 pdf_signature",
    "signing_key": "key_id user_id public",
    "receipt": "id paper_id patient_id to correspondent_id how at kept_at kept_by_id kept_by",
}


@pytest.mark.parametrize("table", COLUMNS)
def test_every_column_mutated_is_reported(record: Record, table: str) -> None:
    for column, seed in product(COLUMNS[table].split(), range(2)):
        attack = partial(mutate, table=table, column=column, chance=random.Random(f"{table} {column} {seed}"))
        assert faults_after(record, attack), (column, seed)


@pytest.mark.parametrize("table", COLUMNS)
def test_every_row_removed_is_reported(record: Record, table: str) -> None:
    with record.connection.begin():
        rows = record.connection.exec_driver_sql(f"SELECT rowid FROM {table}").scalars().all()
    assert rows
    for rowid in rows:
        assert faults_after(record, sql(f"DELETE FROM {table} WHERE rowid = {rowid}")), rowid


def mutate(connection: sa.Connection, table: str, column: str, chance: random.Random) -> None:
    """Change one value."""
    connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
    rows = connection.exec_driver_sql(f'SELECT rowid, "{column}" FROM {table}').all()
    rowid, value = chance.choice(rows)
    changed = f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?'
    connection.exec_driver_sql(changed, (mutated(value, chance), rowid))


def mutated(value: object, chance: random.Random) -> object:
    """Another value of the same kind."""
    if value is None:
        return bytes(16)
    if isinstance(value, bytes):
        at = chance.randrange(len(value))
        return value[:at] + bytes([value[at] ^ (1 << chance.randrange(8))]) + value[at + 1 :]
    assert isinstance(value, str)
    known = ("procedure note", "diagnostic response"), ("Performed", "Reviewed and concluded")
    for pair in known:
        if value in pair:
            return pair[0] if value == pair[1] else pair[1]
    return value.replace("2026", "2025") if "2026" in value else value + "x"


def test_legitimate_work_raises_no_false_alarm(vault: Vault) -> None:
    """Checked after each act at first, then at every signature; with range(1_000) it held as well."""
    store, chance = vault.store, random.Random(1000)
    kept = saved_block(store, vault.user)
    for n in range(150):
        if chance.random() < 0.5:
            store.note(vault.user, "paper printed", at=AT, about={"paper": n})
        elif chance.random() < 0.5:
            with store.draft(vault.user, at=AT) as change:
                kept = change.save(replace(kept, plan=f"plan {n}"))
        else:
            with store.change(vault.user, "patient added", at=AT) as change:
                change.save(patient(f"FAMILY{n}", mrn=f"{n:05}"))
        if n % 50 == 0:
            sign_note(vault, saved_block(store, vault.user))
        if n < 10 or n % 50 == 0:
            assert verify(store).intact, n
    assert verify(store).intact

"""Checking the record: whatever somebody with the key changes in the file is reported, with its place."""

import hashlib
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.storage import accounts, audit
from mbb_desktop.storage.audit import Event
from mbb_desktop.storage.column_types import instant_of
from mbb_desktop.storage.engine import connect_encrypted
from mbb_desktop.storage.keys import SigningKey, open_as_person, read_keys
from mbb_desktop.storage.papers import pdf_bytes_signed, signed_bytes
from mbb_desktop.storage.signed import Report, verify
from mbb_desktop.storage.vault import Vault, open_vault
from tests.storage.builders import (
    AT,
    CHEAP,
    NURSE,
    PASSPHRASE,
    PHYSICIAN,
    patient,
    saved_block,
    sign_note,
    sign_response,
)

Driver = Any  # the driver's connection, which has no types


@dataclass(frozen=True, slots=True)
class Record:
    """A closed vault with a history: two people, one block, a signed note and a signed response."""

    folder: Path
    note: SignedDocument
    response: SignedDocument
    block: Block


@pytest.fixture(scope="module")
def written(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Record:
    folder = Path(shutil.copytree(template, tmp_path_factory.mktemp("written") / "clinic"))
    vault = open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    accounts.add_person(vault.store, NURSE, "tractor umbrella eleven", by=vault.user, at=AT, cost=CHEAP)
    draft = saved_block(vault.store, vault.user)
    with vault.store.change(vault.user, "signed", at=AT) as change:
        block = change.save(replace(draft, state=BlockState.SIGNED))
    note, response = sign_note(vault, block), sign_response(vault, block)
    for _ in range(3):
        vault.store.note(vault.user, "chart opened", at=AT, patient_id=block.patient_id)
    vault.close()
    return Record(folder, note, response, block)


@pytest.fixture
def record(written: Record, tmp_path: Path) -> Record:
    return replace(written, folder=Path(shutil.copytree(written.folder, tmp_path / "clinic")))


def tamper(record: Record, attack: Callable[[Driver], None]) -> None:
    """Change the file with the key in hand, around the guards, and put the guards back."""
    key, _ = open_as_person(read_keys(record.folder), PHYSICIAN.id, PASSPHRASE)
    driver = connect_encrypted(record.folder / "clinic.db", key)
    driver.execute("PRAGMA foreign_keys = OFF")
    guards = driver.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        driver.execute(f"DROP TRIGGER {name}")
    attack(driver)
    for _, text in guards:
        driver.execute(text)
    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    driver.close()


def checked(record: Record) -> Report:
    """What checking says when the vault is opened."""
    vault = open_vault(record.folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    try:
        return verify(vault.store)
    finally:
        vault.close()


def sql(*statements: str) -> Callable[[Driver], None]:
    def attack(driver: Driver) -> None:
        for statement in statements:
            assert driver.execute(statement).rowcount != 0, statement

    return attack


_SWAP = (
    "UPDATE audit_event SET seq = -5 WHERE seq = 5",
    "UPDATE audit_event SET seq = 5 WHERE seq = 6",
    "UPDATE audit_event SET seq = 6 WHERE seq = -5",
)
ATTACKS: dict[str, tuple[Callable[[Driver], None], str]] = {
    "event renamed": (sql("UPDATE audit_event SET event = 'other' WHERE seq = 6"), "entry 6"),
    "event redated": (sql("UPDATE audit_event SET at = '2020-01-01T00:00:00.000000Z+0000' WHERE seq = 6"), "entry 6"),
    "event given to another": (sql('UPDATE audit_event SET "user" = \'B. Other\' WHERE seq = 6'), "entry 6"),
    "event of another user": (sql("UPDATE audit_event SET user_id = zeroblob(16) WHERE seq = 6"), "entry 6"),
    "event of another patient": (sql("UPDATE audit_event SET patient_id = zeroblob(16) WHERE seq = 6"), "entry 6"),
    "event elsewhere": (sql("UPDATE audit_event SET workstation = 'x' WHERE seq = 6"), "entry 6"),
    "detail changed": (sql("UPDATE audit_event SET detail = replace(detail, 'block', 'clock') WHERE seq = 6"), "entry 6"),
    "hash changed": (sql("UPDATE audit_event SET hash = zeroblob(32) WHERE seq = 6"), "entry 6"),
    "link changed": (sql("UPDATE audit_event SET previous = zeroblob(32) WHERE seq = 6"), "entry 6"),
    "event removed": (sql("DELETE FROM audit_event WHERE seq = 6"), "entry 7"),
    "events swapped": (sql(*_SWAP), "entry 5"),
    "events renumbered": (sql("DELETE FROM audit_event WHERE seq = 6", "UPDATE audit_event SET seq = seq - 1 WHERE seq > 6"), "entry 6"),
    "first event removed": (sql("DELETE FROM audit_event WHERE seq = 1"), "entry 2"),
    "trail emptied": (sql("DELETE FROM audit_event"), "entry 1"),
    "note's content changed": (sql("UPDATE signed_document SET content = x'7B7D' WHERE number LIKE 'PN%'"), "PN-2026-000001"),
    "note's pdf changed": (sql("UPDATE signed_document SET pdf = x'7B7D' WHERE number LIKE 'PN%'"), "PN-2026-000001"),
    "note's number changed": (sql("UPDATE signed_document SET number = 'PN-2026-000007' WHERE number LIKE 'PN%'"), "PN-2026-000007"),
    "note's kind changed": (sql("UPDATE signed_document SET kind = 'addendum' WHERE number LIKE 'PN%'"), "PN-2026-000001"),
    "note's signer changed": (sql("UPDATE signed_document SET signer = 'B. Other, MD' WHERE number LIKE 'PN%'"), "PN-2026-000001"),
    "note's meaning changed": (sql("UPDATE signed_document SET meaning = 'Addendum by' WHERE number LIKE 'PN%'"), "PN-2026-000001"),
    "note's patient changed": (sql("UPDATE signed_document SET patient_id = zeroblob(16) WHERE number LIKE 'PN%'"), "PN-2026-000001"),
    "note's block changed": (sql("UPDATE signed_document SET block_id = NULL WHERE number LIKE 'PN%'"), "PN-2026-000001"),
    "note redated": (
        sql("UPDATE signed_document SET signed_at = '2020-01-01T00:00:00.000000Z+0000' WHERE number LIKE 'PN%'"),
        "PN-2026-000001",
    ),
    "signature removed": (sql("UPDATE signed_document SET signature = zeroblob(64) WHERE number LIKE 'PN%'"), "PN-2026-000001"),
    "pdf signature removed": (
        sql("UPDATE signed_document SET pdf_signature = zeroblob(64) WHERE number LIKE 'PN%'"),
        "PN-2026-000001",
    ),
    "papers exchanged": (
        sql(
            "UPDATE signed_document SET content = (SELECT content FROM signed_document WHERE number LIKE 'DR%'),"
            " content_sha256 = (SELECT content_sha256 FROM signed_document WHERE number LIKE 'DR%') WHERE number LIKE 'PN%'"
        ),
        "PN-2026-000001",
    ),
    "note removed": (sql("DELETE FROM signed_document WHERE number LIKE 'PN%'"), "PN-2026-000001"),
    "paper added": (
        sql(
            "INSERT INTO signed_document SELECT zeroblob(16), kind, 'PN-2026-000002', patient_id, block_id, course_id,"
            " supersedes, content, content_sha256, meaning, signer_id, signer, signed_at, key_id, signature, pdf,"
            " pdf_sha256, pdf_signature FROM signed_document WHERE number LIKE 'PN%'"
        ),
        "PN-2026-000002",
    ),
    "signing key exchanged": (sql("UPDATE signing_key SET public = zeroblob(32)"), "signing key"),
    "signing key given to another": (sql("UPDATE signing_key SET user_id = zeroblob(16)"), "signing key"),
    "signing key removed": (sql("DELETE FROM signing_key WHERE user_id IN (SELECT signer_id FROM signed_document)"), "signing key"),
    "detail made unreadable": (sql("UPDATE audit_event SET detail = 'text' WHERE seq = 6"), "entry 6"),
    "key made unreadable": (sql("UPDATE audit_event SET user_id = x'00' WHERE seq = 6"), "entry 6"),
    "moment made unreadable": (sql("UPDATE audit_event SET at = 'once' WHERE seq = 6"), "entry 6"),
    "paper made unreadable": (sql("UPDATE signed_document SET signed_at = '' WHERE number LIKE 'PN%'"), "PN-2026-000001"),
    "paper of no kind": (sql("UPDATE signed_document SET content = 5 WHERE number LIKE 'PN%'"), "PN-2026-000001"),
}  # fmt: skip


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_reported_with_its_place(record: Record, name: str) -> None:
    attack, place = ATTACKS[name]
    tamper(record, attack)
    if name == "trail emptied":  # the unlock itself writes an entry again
        assert not checked(record).intact
        return
    assert any(fault.place.startswith(place) for fault in checked(record).faults)


def test_the_untouched_record_is_intact(record: Record) -> None:
    report = checked(record)
    assert report.faults == ()
    assert report.documents == 2
    assert report.events == report.head.seq


def test_a_forged_event_with_a_fitting_hash_is_reported(record: Record) -> None:
    def attack(driver: Driver) -> None:
        event = replace(loaded(driver, 6), event="nothing happened")
        driver.execute(
            "UPDATE audit_event SET event = ?, hash = ? WHERE seq = 6", (event.event, rehashed(event))
        )

    tamper(record, attack)
    assert any(fault.place == "entry 7" for fault in checked(record).faults)


def test_a_chain_rewritten_to_its_end_is_reported_by_the_note_beside_it(record: Record) -> None:
    def attack(driver: Driver) -> None:
        previous = loaded(driver, 5).hash
        (last,) = driver.execute("SELECT max(seq) FROM audit_event").fetchone()
        for seq in range(6, last + 1):
            event = replace(loaded(driver, seq), previous=previous)
            event = replace(event, event="nothing happened") if seq == 6 else event
            previous = rehashed(event)
            row = (event.event, event.previous, previous, seq)
            driver.execute("UPDATE audit_event SET event = ?, previous = ?, hash = ? WHERE seq = ?", row)

    tamper(record, attack)
    vault = open_vault(record.folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    assert vault.remarks == ("The record differs from the one that was last open here. Check the record.",)
    vault.close()


def test_a_cut_end_is_reported_by_the_note_beside_it(record: Record) -> None:
    tamper(record, sql("DELETE FROM audit_event WHERE seq > 8"))
    vault = open_vault(record.folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    assert "newer entries" in vault.remarks[0]
    vault.close()


def test_a_paper_forged_without_the_signers_key_is_reported(record: Record) -> None:
    """Content, hashes and signatures all fit together, but the key is not the physician's."""
    own = SigningKey.new()
    content = b'{"note":"forged"}'
    forged = replace(
        record.note, content=content, content_sha256=hashlib.sha256(content).digest(), key_id=own.public_id
    )

    def attack(driver: Driver) -> None:
        (raw,) = driver.execute("SELECT id FROM signed_document WHERE number LIKE 'PN%'").fetchone()
        vault_id = read_keys(record.folder).vault_id
        row = (
            content,
            forged.content_sha256,
            own.public_id,
            own.sign(signed_bytes(forged, vault_id)),
            own.sign(pdf_bytes_signed(forged.id, forged.content_sha256, forged.pdf_sha256)),
            raw,
        )
        driver.execute(
            "UPDATE signed_document SET content = ?, content_sha256 = ?, key_id = ?, signature = ?,"
            " pdf_signature = ? WHERE id = ?",
            row,
        )

    tamper(record, attack)
    sentences = [fault.sentence for fault in checked(record).faults if fault.place == record.note.number]
    assert "It was signed with a key that is not the signer's." in sentences


def loaded(driver: Driver, seq: int) -> Event:
    row = driver.execute("SELECT * FROM audit_event WHERE seq = ?", (seq,)).fetchone()
    event = Event(*row)
    return replace(event, at=instant_of(row[2]))


def rehashed(event: Event) -> bytes:
    """The hash that the program would write; keys are still bytes here, and count as such."""
    return audit.chained_hash({name: getattr(event, name) for name in Event.__slots__})


COLUMNS = {
    "audit_event": ["at", "user_id", "user", "workstation", "event", "patient_id", "detail", "previous", "hash", "id"],
    "signed_document": [
        "id", "kind", "number", "patient_id", "content", "content_sha256", "meaning", "signer_id", "signer",
        "signed_at", "key_id", "signature", "pdf", "pdf_sha256", "pdf_signature",
    ],
    "signing_key": ["key_id", "user_id", "public"],
}  # fmt: skip


@pytest.mark.parametrize("seed", range(100))
def test_a_random_mutation_is_reported(record: Record, seed: int) -> None:
    chance = random.Random(seed)
    table = chance.choice(list(COLUMNS))
    column = chance.choice(COLUMNS[table])

    def attack(driver: Driver) -> None:
        rows = driver.execute(f'SELECT rowid, "{column}" FROM {table}').fetchall()
        rowid, value = chance.choice(rows)
        if chance.random() < 0.2:
            driver.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
        else:
            driver.execute(
                f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', (mutated(value, chance), rowid)
            )

    key, _ = open_as_person(read_keys(record.folder), PHYSICIAN.id, PASSPHRASE)
    tamper(record, attack)
    vault = reopened(record, key)
    assert vault is None or not verify(vault).intact
    if vault is not None:
        vault.close()


def reopened(record: Record, key: bytes) -> Any:
    """The store without the unlock's own entry, so that nothing is written over the mutation."""
    from mbb_desktop.storage.door import open_store
    from mbb_desktop.storage.place import FolderLock

    return open_store(record.folder, read_keys(record.folder).vault_id, key, FolderLock(record.folder))


def mutated(value: object, chance: random.Random) -> object:
    """Another value of the same kind."""
    if value is None:
        return bytes(16)
    if isinstance(value, bytes):
        at = chance.randrange(len(value))
        return value[:at] + bytes([value[at] ^ (1 << chance.randrange(8))]) + value[at + 1 :]
    assert isinstance(value, str)
    if value.endswith(("Z-0800", "Z+0000")):
        return value.replace("2026", "2025")
    other = {"procedure note": "addendum", "diagnostic response": "addendum", "Performed": "Addendum by"}
    return other.get(value, "Addendum by" if value == "Reviewed and concluded" else value + "x")


def test_legitimate_work_raises_no_false_alarm(vault: Vault, physician: User) -> None:
    store = vault.store
    for n in range(30):
        with store.change(physician, "patient added", at=AT) as change:
            change.save(patient(f"FAMILY{n}", mrn=f"{n:05}"))
        if n % 10 == 0:
            sign_note(vault, saved_block(store, physician))
    assert verify(store).intact

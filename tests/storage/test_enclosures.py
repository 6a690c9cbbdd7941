"""Scans and papers from outside: kept byte for byte, struck but never removed, and checked."""

import hashlib
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.enclosure import Enclosure, EnclosureKind, SideMarker, Struck, View
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.storage import enclosures
from mbb_desktop.storage.audit import recent
from mbb_desktop.storage.engine import WRITING, explained
from mbb_desktop.storage.errors import Conflict, Frozen, NotFound
from mbb_desktop.storage.guards import sqlite_guards
from mbb_desktop.storage.signed import Fault, verify
from mbb_desktop.storage.store import Store
from mbb_desktop.storage.tables import ENCLOSURE, ENCLOSURE_STRUCK
from mbb_desktop.storage.vault import Vault
from tests.storage.builders import AT, saved_block

PAGES = b"%PDF-1.4 two pages"


def enclosure(of: Block, vault: Vault, content: bytes = PAGES) -> Enclosure:
    return Enclosure(
        id=new_id(AT),
        patient_id=of.patient_id,
        course_id=of.course_id,
        block_id=of.id,
        kind=EnclosureKind.FLUOROSCOPY_IMAGE,
        dated=date(2026, 11, 24),
        sender="C-arm 2",
        view=View.OBLIQUE,
        marker=SideMarker.RIGHT,
        note="needle in place",
        pages=2,
        sha256=hashlib.sha256(content).digest(),
        source_sha256=hashlib.sha256(b"file").digest(),
        added_at=AT,
        added_by_id=vault.user.id,
        added_by=vault.user.signs_as,
    )


def keep(vault: Vault, kept: Enclosure, content: bytes = PAGES) -> None:
    with vault.store.change(vault.user, "enclosure added", at=AT, patient_id=kept.patient_id) as change:
        enclosures.add(change, kept, content)


def strike(vault: Vault, kept: Enclosure, reason: str = "another patient's") -> None:
    with vault.store.change(vault.user, "enclosure struck", at=AT, patient_id=kept.patient_id) as change:
        enclosures.strike(change, kept.id, reason)


@pytest.fixture
def block(vault: Vault) -> Block:
    return saved_block(vault.store, vault.user)


@pytest.fixture
def kept(vault: Vault, block: Block) -> Enclosure:
    made = enclosure(block, vault)
    keep(vault, made)
    return made


def of_patient(store: Store, block: Block) -> tuple[Enclosure, ...]:
    with store.look() as look:
        return enclosures.of_patient(look, block.patient_id)


def run(store: Store, statement: str) -> None:
    engine = store.engine
    with explained(), engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
        connection.exec_driver_sql(statement)


def test_columns_are_the_fields_of_an_enclosure_and_of_its_mark() -> None:
    names = {field.name for field in fields(Enclosure)} - {"struck"}
    assert {column.name for column in ENCLOSURE.columns} == names | {"content"}
    assert {column.name for column in ENCLOSURE_STRUCK.columns} == {
        "enclosure_id",
        *(field.name for field in fields(Struck)),
    }


def test_an_enclosure_is_read_as_it_was_kept_newest_first(
    vault: Vault, block: Block, kept: Enclosure
) -> None:
    later = replace(
        enclosure(block, vault),
        added_at=AT + timedelta(minutes=1),
        kind=EnclosureKind.CONSENT,
        dated=None,
        course_id=None,
        block_id=None,
        view=None,
        marker=None,
    )
    keep(vault, later)
    assert of_patient(vault.store, block) == (later, kept)
    with vault.store.look() as look:
        assert enclosures.content(look, kept.id) == PAGES
        assert enclosures.of_source(look, kept.source_sha256) == (later, kept)
    assert verify(vault.store).intact


def test_the_audit_trail_tells_of_it(vault: Vault, kept: Enclosure) -> None:
    with vault.store.look() as look:
        event = recent(look.connection)[0]
    row = {name: getattr(kept, name) for name in Enclosure.__slots__}
    assert event.event == "enclosure added"
    assert enclosures.fingerprint(row).hex().encode() in event.detail


def test_pages_with_another_hash_are_not_kept(vault: Vault, block: Block) -> None:
    with pytest.raises(ValueError, match="hash"):
        keep(vault, enclosure(block, vault), b"other pages")
    assert of_patient(vault.store, block) == ()


def test_a_struck_enclosure_stays_with_its_reason(vault: Vault, block: Block, kept: Enclosure) -> None:
    strike(vault, kept)
    (found,) = of_patient(vault.store, block)
    assert found.struck == Struck("another patient's", AT, vault.user.id, vault.user.signs_as)
    assert replace(found, struck=None) == kept
    assert verify(vault.store).intact


def test_an_enclosure_is_struck_once(vault: Vault, kept: Enclosure) -> None:
    strike(vault, kept)
    with pytest.raises(Conflict):
        strike(vault, kept, "again")


def test_what_is_not_there_cannot_be_read_or_struck(vault: Vault, block: Block) -> None:
    unknown = enclosure(block, vault)
    with pytest.raises(NotFound):
        strike(vault, unknown)
    with vault.store.look() as look, pytest.raises(NotFound):
        enclosures.content(look, unknown.id)


SLIPS = [
    "UPDATE enclosure SET content = x'00'",
    "UPDATE enclosure SET patient_id = patient_id",
    "DELETE FROM enclosure",
    "INSERT OR REPLACE INTO enclosure SELECT * FROM enclosure",
    "UPDATE enclosure_struck SET reason = ''",
    "DELETE FROM enclosure_struck",
    "INSERT OR REPLACE INTO enclosure_struck SELECT * FROM enclosure_struck",
]


@pytest.mark.parametrize("slip", SLIPS)
def test_an_enclosure_resists(vault: Vault, block: Block, kept: Enclosure, slip: str) -> None:
    strike(vault, kept)
    before = of_patient(vault.store, block)
    with pytest.raises(Frozen):
        run(vault.store, slip)
    assert of_patient(vault.store, block) == before


def faults_after(store: Store, statement: str) -> tuple[Fault, ...]:
    """What checking finds when somebody with the key lifts the guards for a moment."""
    guards: dict[str, str] = {k: v for k, v in sqlite_guards().items() if k.startswith("enclosure")}
    for name in guards:
        run(store, f"DROP TRIGGER {name}")
    run(store, statement)
    for text in guards.values():
        run(store, text)
    return verify(store).faults


CHANGED = "It is not the enclosure that the audit trail tells of."
_OTHER = f"content = x'7B7D', sha256 = x'{hashlib.sha256(b'{}').hexdigest()}'"
_ROW = (
    "patient_id, course_id, block_id, kind, dated, sender, view, marker, note, pages, content, sha256,"
    " source_sha256, added_at, added_by_id, added_by"
)
ATTACKS: dict[str, tuple[str, str]] = {
    "pages": ("UPDATE enclosure SET content = x'7B7D'", CHANGED),
    "pages and their hash": (f"UPDATE enclosure SET {_OTHER}", CHANGED),
    "block": ("UPDATE enclosure SET block_id = NULL", CHANGED),
    "course": ("UPDATE enclosure SET course_id = NULL", CHANGED),
    "kind": ("UPDATE enclosure SET kind = 'consent'", CHANGED),
    "date": ("UPDATE enclosure SET dated = '2025-01-01'", CHANGED),
    "sender": ("UPDATE enclosure SET sender = ''", CHANGED),
    "view": ("UPDATE enclosure SET view = 'AP'", CHANGED),
    "marker": ("UPDATE enclosure SET marker = 'L marker'", CHANGED),
    "count of pages": ("UPDATE enclosure SET pages = 1", CHANGED),
    "moment": ("UPDATE enclosure SET added_at = '2025-01-01T00:00:00.000000Z+0000'", CHANGED),
    "who": ("UPDATE enclosure SET added_by = 'B. Other, MD'", CHANGED),
    "unreadable": ("UPDATE enclosure SET dated = 'once'", "It cannot be read any more."),
    "added": (f"INSERT INTO enclosure SELECT zeroblob(16), {_ROW} FROM enclosure", CHANGED),
    "reason": ("UPDATE enclosure_struck SET reason = 'none'", CHANGED),
    "mark removed": ("DELETE FROM enclosure_struck", "This enclosure or its mark was removed."),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_tampering_is_reported(vault: Vault, kept: Enclosure, attack: str) -> None:
    strike(vault, kept)
    statement, sentence = ATTACKS[attack]
    assert sentence in [fault.sentence for fault in faults_after(vault.store, statement)]


def test_a_removed_enclosure_is_reported(vault: Vault, kept: Enclosure) -> None:
    faults = faults_after(vault.store, "DELETE FROM enclosure")
    assert [fault.sentence for fault in faults] == ["This enclosure or its mark was removed."]


def test_the_untouched_record_is_intact(vault: Vault, kept: Enclosure) -> None:
    strike(vault, kept)
    assert faults_after(vault.store, "SELECT 1") == ()

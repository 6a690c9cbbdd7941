"""Kept judgements are added once, told in the audit trail, and never changed."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.kept_judgement import KeptJudgement, WhyKept
from mbb_desktop.storage import judgements
from mbb_desktop.storage.audit import recent
from mbb_desktop.storage.engine import WRITING, explained
from mbb_desktop.storage.errors import Frozen
from mbb_desktop.storage.guards import sqlite_guards
from mbb_desktop.storage.signed import Fault, verify
from mbb_desktop.storage.store import Store
from mbb_desktop.storage.tables import KEPT_JUDGEMENT
from mbb_desktop.storage.vault import Vault
from tests.storage.builders import AT, saved_block, sign_note

CONTENT = b'{"findings":[]}'


def judged(block: Block, vault: Vault, content: bytes = CONTENT) -> KeptJudgement:
    return KeptJudgement(
        new_id(AT),
        block.patient_id,
        block.course_id,
        AT.date(),
        AT,
        vault.user.id,
        vault.user.signs_as,
        WhyKept.AGAIN,
        None,
        "US-MEDICARE-FACET",
        "2026-05",
        bytes(32),
        content,
        hashlib.sha256(content).digest(),
    )


@pytest.fixture
def block(vault: Vault) -> Block:
    return saved_block(vault.store, vault.user)


@pytest.fixture
def kept(vault: Vault, block: Block) -> KeptJudgement:
    return keep(vault, judged(block, vault))


def keep(vault: Vault, judgement: KeptJudgement) -> KeptJudgement:
    with vault.store.change(vault.user, "judgement kept", at=AT, patient_id=judgement.patient_id) as change:
        judgements.keep(change, judgement)
    return judgement


def of_course(store: Store, block: Block) -> tuple[KeptJudgement, ...]:
    with store.look() as look:
        return judgements.of_course(look, block.course_id)


def run(store: Store, statement: str) -> None:
    engine = store.engine
    with explained(), engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
        connection.exec_driver_sql(statement)


def test_columns_are_the_fields_of_a_kept_judgement() -> None:
    assert {column.name for column in KEPT_JUDGEMENT.columns} == set(KeptJudgement.__slots__)


def test_a_kept_judgement_is_read_as_it_was_kept_newest_first(
    vault: Vault, block: Block, kept: KeptJudgement
) -> None:
    paper = sign_note(vault, block)
    later = replace(
        judged(block, vault), kept_at=AT + timedelta(days=1), why=WhyKept.LETTER, paper_id=paper.id
    )
    keep(vault, later)
    assert of_course(vault.store, block) == (later, kept)
    assert verify(vault.store).intact


def test_the_audit_trail_tells_of_it(vault: Vault, kept: KeptJudgement) -> None:
    with vault.store.look() as look:
        event = recent(look.connection)[0]
    assert event.event == "judgement kept"
    assert judgements.fingerprint(kept).hex().encode() in event.detail


SLIPS = [
    "UPDATE kept_judgement SET content = x'00'",
    "UPDATE kept_judgement SET rule_set_version = '2027-01'",
    "UPDATE kept_judgement SET id = id",
    "DELETE FROM kept_judgement",
    "INSERT OR REPLACE INTO kept_judgement SELECT * FROM kept_judgement",
]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_kept_judgement_resists(vault: Vault, block: Block, kept: KeptJudgement, slip: str) -> None:
    with pytest.raises(Frozen):
        run(vault.store, slip)
    assert of_course(vault.store, block) == (kept,)


def faults_after(store: Store, statement: str) -> tuple[Fault, ...]:
    """What checking finds when somebody with the key lifts the guards for a moment."""
    guards: dict[str, str] = {k: v for k, v in sqlite_guards().items() if k.startswith("kept_judgement")}
    for name in guards:
        run(store, f"DROP TRIGGER {name}")
    run(store, statement)
    for text in guards.values():
        run(store, text)
    return verify(store).faults


CHANGED = "It is not the judgement that the audit trail tells of."
_OTHER = f"content = x'7B7D', content_sha256 = x'{hashlib.sha256(b'{}').hexdigest()}'"
ATTACKS: dict[str, tuple[str, str]] = {
    "content": ("UPDATE kept_judgement SET content = x'7B7D'", CHANGED),
    "content and its hash": (f"UPDATE kept_judgement SET {_OTHER}", CHANGED),
    "day": ("UPDATE kept_judgement SET \"on\" = '2025-01-01'", CHANGED),
    "moment": ("UPDATE kept_judgement SET kept_at = '2025-01-01T00:00:00.000000Z+0000'", CHANGED),
    "who": ("UPDATE kept_judgement SET kept_by = 'B. Other, MD'", CHANGED),
    "why": ("UPDATE kept_judgement SET why = 'letter signed'", CHANGED),
    "version": ("UPDATE kept_judgement SET rule_set_version = '2027-01'", CHANGED),
    "rule set's hash": ("UPDATE kept_judgement SET rule_set_sha256 = x'" + "11" * 32 + "'", CHANGED),
    "unreadable": ("UPDATE kept_judgement SET kept_at = ''", "It cannot be read any more."),
    "removed": ("DELETE FROM kept_judgement", "This kept judgement was removed."),
    "added": (
        'INSERT INTO kept_judgement SELECT zeroblob(16), patient_id, course_id, "on", kept_at, kept_by_id,'
        " kept_by, why, paper_id, rule_set_id, rule_set_version, rule_set_sha256, content, content_sha256"
        " FROM kept_judgement",
        CHANGED,
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_tampering_is_reported(vault: Vault, kept: KeptJudgement, attack: str) -> None:
    statement, sentence = ATTACKS[attack]
    assert sentence in [fault.sentence for fault in faults_after(vault.store, statement)]


def test_the_untouched_record_is_intact(vault: Vault, kept: KeptJudgement) -> None:
    assert faults_after(vault.store, "SELECT 1") == ()

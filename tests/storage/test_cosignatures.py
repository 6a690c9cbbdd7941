"""Two signatures on one paper: both checked, neither changed, and nothing final before the second."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.cosignature import Attestation, CosignStanding
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.storage import cosignatures, papers, to_print
from mbb_desktop.storage.engine import WRITING, explained
from mbb_desktop.storage.errors import Frozen
from mbb_desktop.storage.guards import sqlite_guards
from mbb_desktop.storage.signed import Fault, check_record, verify
from mbb_desktop.storage.vault import Vault, open_vault
from tests.storage.builders import AT, PASSPHRASE, PHYSICIAN
from tests.storage.learners import Taught, taught


@pytest.fixture
def teaching(vault: Vault) -> Taught:
    return taught(vault)


def test_a_learners_paper_is_final_only_with_the_co_signature(teaching: Taught) -> None:
    store = teaching.vault.store
    block, paper = teaching.signed()
    with store.look() as look:
        waiting = papers.get(look, paper.id)
        assert papers.open_learners(look) == (waiting,)
        assert to_print.waiting(look) == ()
    assert waiting.cosigning is not None
    assert (waiting.cosigning.standing, waiting.final, waiting.version) == (CosignStanding.AWAITED, False, 1)
    assert waiting.cosigning.attending == teaching.vault.user.signs_as
    assert verify(store).intact
    done = teaching.cosign(block, paper)
    assert (done.final, done.version, done.pdf) == (True, 2, b"%PDF-1.7 both")
    assert (done.content, done.signature) == (paper.content, paper.signature)
    with store.look() as look:
        assert papers.open_learners(look) == ()
        assert papers.by_pdf(look, paper.pdf_sha256) == papers.by_pdf(look, done.pdf_sha256) == done
        assert look.get(Block, block.id).state is BlockState.SIGNED
    assert verify(store).intact


def test_a_returned_paper_says_why_until_somebody_is_asked_again(teaching: Taught) -> None:
    vault, (block, paper) = teaching.vault, teaching.signed()
    block = teaching.give_back(block, paper)
    assert verify(vault.store).intact
    with vault.store.look() as look:
        returned = papers.get(look, paper.id).cosigning
    assert returned is not None
    assert (returned.standing, returned.reason) == (CosignStanding.RETURNED, "wrong volume")
    teaching.ask(block, paper)
    with vault.store.look() as look:
        again = papers.get(look, paper.id).cosigning
    assert again is not None
    assert again.standing is CosignStanding.AWAITED
    assert verify(vault.store).intact


def _run(vault: Vault, statement: str) -> None:
    engine = vault.store.engine
    with explained(), engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
        connection.exec_driver_sql(statement)


def test_guards_keep_both_signatures_and_the_state_between_them(teaching: Taught) -> None:
    vault = teaching.vault
    block, paper = teaching.signed()
    for statement in (
        "UPDATE block SET state = 'signed'",
        "UPDATE block SET state = 'draft'",
        "UPDATE block SET state = 'returned'",
        "UPDATE block SET plan = 'x'",
        "UPDATE cosign_step SET \"to\" = 'x'",
        "DELETE FROM cosign_step",
        "INSERT OR REPLACE INTO cosign_step SELECT * FROM cosign_step",
    ):
        with pytest.raises(Frozen):
            _run(vault, statement)
    teaching.cosign(block, paper)
    for statement in (
        "UPDATE block SET state = 'to be co-signed'",
        "UPDATE cosignature SET pdf = x'00'",
        "DELETE FROM cosignature",
        "REPLACE INTO cosignature SELECT * FROM cosignature",
    ):
        with pytest.raises(Frozen):
            _run(vault, statement)
    assert verify(vault.store).intact


def test_guards_keep_a_returned_block_returned_until_somebody_is_asked(teaching: Taught) -> None:
    teaching.give_back(*teaching.signed())
    for state in ("to be co-signed", "signed", "draft"):
        with pytest.raises(Frozen):
            _run(teaching.vault, f"UPDATE block SET state = '{state}'")


@pytest.fixture
def bare(teaching: Taught) -> Iterator[tuple[sa.Connection, Taught, SignedDocument]]:
    """A co-signed paper and one that waits, the guards away as somebody with the key would have them."""
    block, paper = teaching.signed()
    done = teaching.cosign(block, paper)
    teaching.signed()
    with teaching.vault.store.engine.connect().execution_options(**{WRITING: True}) as connection:
        with connection.begin():
            for name in sqlite_guards():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        yield connection, teaching, done


TAMPERED = {
    "attestation": "UPDATE cosignature SET attestation = 'I was present for the entire procedure.'",
    "signer": "UPDATE cosignature SET signer = 'B. Other, MD'",
    "signer_id": "UPDATE cosignature SET signer_id = (SELECT signer_id FROM signed_document)",
    "signed_at": "UPDATE cosignature SET signed_at = replace(signed_at, '2026', '2025')",
    "key_id": "UPDATE cosignature SET key_id = (SELECT key_id FROM signed_document)",
    "signature": "UPDATE cosignature SET signature = zeroblob(64)",
    "pdf": "UPDATE cosignature SET pdf = x'2550'",
    "pdf_sha256": "UPDATE cosignature SET pdf_sha256 = zeroblob(32)",
    "pdf_signature": "UPDATE cosignature SET pdf_signature = zeroblob(64)",
    "moved": "UPDATE cosignature SET paper_id = (SELECT id FROM signed_document WHERE id <> paper_id)",
    "removed": "DELETE FROM cosignature",
    "not a moment": "UPDATE cosignature SET signed_at = 'then'",
    "asked": "UPDATE cosign_step SET \"to\" = 'B. Other, MD'",
    "asked is gone": "DELETE FROM cosign_step",
    "signed without": "UPDATE block SET state = 'signed'",
    "returned by nobody": "UPDATE block SET state = 'returned' WHERE state = 'to be co-signed'",
    "awaits again": "UPDATE block SET state = 'to be co-signed'",
    "not a learner's": "UPDATE signed_document SET meaning = 'Performed'",
}


def test_whatever_is_changed_of_a_co_signature_is_told(
    bare: tuple[sa.Connection, Taught, SignedDocument],
) -> None:
    connection, teaching, paper = bare
    vault_id, silent = teaching.vault.store.vault_id, []
    for name, statement in TAMPERED.items():
        with connection.begin() as running:
            connection.exec_driver_sql(statement)
            told = [f for f in check_record(connection, vault_id).faults if f.place not in sqlite_guards()]
            running.rollback()
        if not told:
            silent.append(name)
        if name == "signature":
            assert Fault(f"co-signature of {paper.number}", "Its signature does not fit.") in told
    assert silent == []
    with connection.begin():
        assert {f.place for f in check_record(connection, vault_id).faults} <= set(sqlite_guards())


def test_no_learner_and_no_strangers_key_makes_a_good_co_signature(teaching: Taught) -> None:
    vault, (block, paper) = teaching.vault, teaching.signed()
    teaching.cosign(block, paper, by=teaching.learner, key=teaching.key)
    told = {fault.sentence for fault in verify(vault.store).faults}
    assert told == {"The learner co-signed the own paper."}


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # fork is what this needs
def test_a_kill_in_the_middle_of_co_signing_leaves_the_learners_paper_waiting(folder: Path) -> None:
    with closing(open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)) as vault:
        block, paper = taught(vault).signed()
    child = os.fork()
    if child == 0:
        try:
            _co_sign_and_die(folder, block, paper)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    with closing(open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)) as vault:
        assert verify(vault.store).intact
        with vault.store.look() as look:
            (waiting,) = papers.open_learners(look)
            assert cosignatures.cosigned(look.connection) == frozenset()
            assert look.get(Block, block.id).state is BlockState.AWAITING
        assert waiting.pdf == paper.pdf


def _co_sign_and_die(folder: Path, block: Block, paper: SignedDocument) -> None:
    """Both signatures are written, the block is final, and then the program is gone before it commits."""
    vault = open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    key = vault.signing_key
    assert key is not None
    with vault.store.change(vault.user, "note co-signed", at=AT) as change:
        at, vault_id = AT, vault.store.vault_id
        given = cosignatures.sign(paper, Attestation.REVIEWED, vault.user, key, at=at, vault_id=vault_id)
        cosignatures.freeze(change, paper, given, b"%PDF-1.7 both", key)
        change.save(replace(block, state=BlockState.SIGNED))
        os.kill(os.getpid(), signal.SIGKILL)

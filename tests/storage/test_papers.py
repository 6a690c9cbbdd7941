"""Signed papers: numbered in order, bound to signer and subject, and frozen."""

from dataclasses import fields, replace

import pytest

from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.paper import PaperKind, Signed, SignedDocument
from mbb_desktop.storage import papers
from mbb_desktop.storage.errors import NotFound
from mbb_desktop.storage.keys import signature_is_good
from mbb_desktop.storage.papers import pdf_bytes_signed, signed_bytes
from mbb_desktop.storage.tables import SIGNED_DOCUMENT
from mbb_desktop.storage.vault import Vault
from tests.storage.builders import AT, NURSE, saved_block, sign_note, sign_response


def test_a_frozen_paper_is_found_whole(vault: Vault) -> None:
    block = saved_block(vault.store, vault.user)
    note = sign_note(vault, block)
    answer = sign_response(vault, block)
    with vault.store.look() as look:
        assert papers.get(look, note.id) == note
        assert papers.of_patient(look, block.patient_id) == (note, answer)
        assert papers.of_block(look, block.id) == (note, answer)
        assert papers.of_course(look, block.course_id) == (note, answer)
        assert papers.by_pdf(look, note.pdf_sha256) == note
        assert papers.by_pdf(look, bytes(32)) is None
        with pytest.raises(NotFound):
            papers.get(look, new_id(AT))


def test_numbers_run_by_kind_and_year(vault: Vault) -> None:
    block = saved_block(vault.store, vault.user)
    assert [sign_note(vault, block).number for _ in range(2)] == ["PN-2026-000001", "PN-2026-000002"]
    assert sign_response(vault, block).number == "DR-2026-000001"
    with vault.store.change(vault.user, "look", at=AT) as change:
        assert papers.next_number(change, PaperKind.PROCEDURE_NOTE, 2027) == "PN-2027-000001"


def test_columns_are_the_fields_of_a_signed_document() -> None:
    columns = {column.name for column in SIGNED_DOCUMENT.columns} - {"pdf_signature"}
    assert columns == {field.name for field in fields(SignedDocument)} - {"cosigning"}
    assert columns == {field.name for field in fields(Signed)} | {"pdf", "pdf_sha256"}


@pytest.mark.parametrize(
    "change",
    [
        {"number": "PN-2026-000009"},
        {"content_sha256": bytes(32)},
        {"signer": "B. Other, MD"},
        {"signer_id": NURSE.id},
        {"patient_id": NURSE.id},
        {"block_id": None},
        {"supersedes": NURSE.id},
        {"kind": PaperKind.ADDENDUM},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_signature_is_bound_to_its_paper(vault: Vault, change: dict[str, object]) -> None:
    note = sign_note(vault, saved_block(vault.store, vault.user))
    public, vault_id = vault.signing_key.public_bytes, vault.store.vault_id
    assert signature_is_good(public, note.signature, signed_bytes(note, vault_id))
    altered = replace(note, **change)  # type: ignore[arg-type]
    assert not signature_is_good(public, note.signature, signed_bytes(altered, vault_id))
    assert not signature_is_good(public, note.signature, signed_bytes(note, NURSE.id))


def test_a_signature_of_a_pdf_is_bound_to_its_content() -> None:
    one = pdf_bytes_signed(NURSE.id, bytes(32), b"\x01" * 32)
    assert one != pdf_bytes_signed(NURSE.id, b"\x01" * 32, bytes(32))

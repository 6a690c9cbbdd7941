"""Checking every co-signature against the paper, the attending's key, and its own PDF."""

import hashlib
from collections.abc import Iterator, Mapping
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.cosignature import OF_ADDENDUM, OF_PROCEDURE, CoSignature
from mbb_desktop.clinical.paper import BY_LEARNER, PaperKind, SignedDocument
from mbb_desktop.storage import cosignatures
from mbb_desktop.storage.keys import signature_is_good

Keys = Mapping[bytes, tuple[UUID, bytes]]


def faults(connection: sa.Connection, paper: SignedDocument, keys: Keys, vault_id: UUID) -> Iterator[str]:
    """What is wrong with the co-signature that lies beside a paper."""
    given = cosignatures.one(connection, paper.id)
    if given is None:
        yield "It cannot be read any more."
        return
    if hashlib.sha256(given.pdf).digest() != given.pdf_sha256:
        yield "Its PDF was changed after co-signing."
    if paper.meaning not in BY_LEARNER:
        yield "It is on a paper that no learner signed."
    if given.signer_id == paper.signer_id:
        yield "The learner co-signed the own paper."
    if given.attestation not in (OF_ADDENDUM if paper.kind is PaperKind.ADDENDUM else OF_PROCEDURE):
        yield "It attests what this kind of paper does not ask."
    yield from _signature_faults(paper, given, keys, vault_id)


def _signature_faults(paper: SignedDocument, given: CoSignature, keys: Keys, vault_id: UUID) -> Iterator[str]:
    owner, public = keys.get(given.key_id, (None, b""))
    if owner != given.signer_id:
        yield "It was signed with a key that is not the attending's."
    elif not signature_is_good(public, given.signature, cosignatures.signed_bytes(paper, given, vault_id)):
        yield "Its signature does not fit."
    elif not signature_is_good(
        public, given.pdf_signature, cosignatures.pdf_bytes_signed(given, paper.content_sha256)
    ):
        yield "The signature of its PDF does not fit."

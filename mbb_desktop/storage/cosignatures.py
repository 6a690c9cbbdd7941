"""Co-signatures of learners' papers: asked for, returned, given; each added once and never changed."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.block_state import NOT_FINAL, BlockState
from mbb_desktop.clinical.cosignature import (
    Asked,
    Attestation,
    CoSignature,
    Cosigning,
    CosignStanding,
    CosignStep,
    standing_by,
)
from mbb_desktop.clinical.paper import BY_LEARNER, PaperKind, Signed
from mbb_desktop.storage.audit import hash_of, joined, read_row
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.storage.tables import BLOCKS, COSIGN_STEP, COSIGNATURE, SIGNED_DOCUMENT

_STEP, _GIVEN, _PAPER = COSIGN_STEP.c, COSIGNATURE.c, SIGNED_DOCUMENT.c
_MOST_AT_ONCE = 500
_KEYS_GIVEN = sa.select(_GIVEN.paper_id)
_FACTS = sa.select(
    _GIVEN.paper_id,
    _GIVEN.attestation,
    _GIVEN.signer_id,
    _GIVEN.signer,
    _GIVEN.signed_at,
    _GIVEN.pdf_sha256,
)


def went_on(change: Change, step: CosignStep) -> CosignStep:
    """Add a step behind those before it; the audit event of the change carries its hash."""
    before = sa.select(sa.func.max(_STEP.place)).where(_STEP.paper_id == step.paper_id)
    last: int | None = change.connection.execute(before).scalar()
    step = replace(step, place=(last or 0) + 1)
    change.connection.execute(
        COSIGN_STEP.insert(), {name: getattr(step, name) for name in CosignStep.__slots__}
    )
    told = change.detail.setdefault("cosign_steps", [])
    assert isinstance(told, list)
    told.append({"id": step.id, "step": step.step, "sha256": fingerprint(step)})
    return step


def fingerprint(step: CosignStep) -> bytes:
    """SHA-256 over all that is kept of a step."""
    return hash_of(
        "co-signature step 1",
        step.id,
        step.paper_id,
        step.place,
        step.step.value,
        step.to_id,
        step.to,
        step.reason,
        step.at,
        step.by_id,
        step.by,
    )


def sign(  # noqa: PLR0913  what a signature binds together
    paper: Signed, attestation: Attestation, signer: User, key: SigningKey, *, at: datetime, vault_id: UUID
) -> CoSignature:
    """Sign the learner's content and signature with the attestation; the PDF is still to be made."""
    unsigned = CoSignature(
        paper.id, attestation, signer.id, signer.signs_as, at, key.public_id, b"", b"", b"", b""
    )
    return replace(unsigned, signature=key.sign(signed_bytes(paper, unsigned, vault_id)))


def signed_bytes(paper: Signed, given: CoSignature, vault_id: UUID) -> bytes:
    """What the co-signature covers: the signed bytes, the learner's signature, and what is attested."""
    return joined(
        "co-signature 1",
        vault_id,
        paper.id,
        paper.number,
        paper.content_sha256,
        paper.signature,
        given.attestation.value,
        given.signer_id,
        given.signer,
        given.signed_at,
        given.key_id,
    )


def pdf_bytes_signed(given: CoSignature, content_sha256: bytes) -> bytes:
    """What the attending's second signature covers: that this PDF shows that content, co-signed."""
    return joined("co-signed pdf 1", given.paper_id, content_sha256, given.signature, given.pdf_sha256)


def freeze(change: Change, paper: Signed, given: CoSignature, pdf: bytes, key: SigningKey) -> CoSignature:
    """Keep the co-signature and the PDF with both signatures for good."""
    given = replace(given, pdf=pdf, pdf_sha256=hashlib.sha256(pdf).digest())
    given = replace(given, pdf_signature=key.sign(pdf_bytes_signed(given, paper.content_sha256)))
    change.connection.execute(
        COSIGNATURE.insert(), {name: getattr(given, name) for name in CoSignature.__slots__}
    )
    told = change.detail.setdefault("cosigned", [])
    assert isinstance(told, list)
    about = {"id": paper.id, "number": paper.number, "attestation": given.attestation}
    told.append({**about, "sha256": whole_fingerprint(given)})
    return given


def whole_fingerprint(given: CoSignature) -> bytes:
    """SHA-256 over all that is kept of a co-signature; its PDF by its own hash."""
    return hash_of(
        "co-signature kept 1",
        given.paper_id,
        given.attestation.value,
        given.signer_id,
        given.signer,
        given.signed_at,
        given.key_id,
        given.signature,
        given.pdf_sha256,
        given.pdf_signature,
    )


def standings(look: Look, paper_ids: Sequence[UUID]) -> dict[UUID, Cosigning]:
    """How learners' papers stand with their attendings."""
    found: dict[UUID, Cosigning] = {}
    for start in range(0, len(paper_ids), _MOST_AT_ONCE):
        keys = paper_ids[start : start + _MOST_AT_ONCE]
        steps = steps_of(look, keys)
        known = {key: standing_by(tuple(s for s in steps if s.paper_id == key)) for key in keys}
        found |= {key: each for key, each in known.items() if each is not None}
        for row in look.connection.execute(_FACTS.where(_GIVEN.paper_id.in_(keys))):
            found[row.paper_id] = Cosigning(
                CosignStanding.COSIGNED,
                row.signer_id,
                row.signer,
                row.signed_at,
                row.attestation,
                pdf_sha256=row.pdf_sha256,
            )
    return found


def steps_of(look: Look, paper_ids: Sequence[UUID]) -> tuple[CosignStep, ...]:
    """The steps of papers, the first one first."""
    chosen = sa.select(*_STEP).where(_STEP.paper_id.in_(paper_ids)).order_by(_STEP.paper_id, _STEP.place)
    return tuple(CosignStep(**row._mapping) for row in look.connection.execute(chosen))


def pdf_of(look: Look, paper_id: UUID) -> bytes | None:
    """The PDF with both signatures; None without a co-signature."""
    found: bytes | None = look.connection.execute(
        sa.select(_GIVEN.pdf).where(_GIVEN.paper_id == paper_id)
    ).scalar()
    return found


def by_pdf(look: Look, pdf_sha256: bytes) -> UUID | None:
    """The paper whose PDF with both signatures is exactly this one."""
    chosen = sa.select(_GIVEN.paper_id).where(_GIVEN.pdf_sha256 == pdf_sha256)
    found: UUID | None = look.connection.execute(chosen).scalar()
    return found


def without(look: Look, found: Iterable[Signed]) -> frozenset[UUID]:
    """Those of these papers that a learner signed and no attending co-signed."""
    learners = [paper.id for paper in found if paper.meaning in BY_LEARNER]
    given: set[UUID] = set()
    for start in range(0, len(learners), _MOST_AT_ONCE):
        keys = learners[start : start + _MOST_AT_ONCE]
        given |= set(look.connection.execute(_KEYS_GIVEN.where(_GIVEN.paper_id.in_(keys))).scalars())
    return frozenset(learners) - given


def open_papers(look: Look) -> tuple[UUID, ...]:
    """The learners' papers that no attending has co-signed; also those entered in error."""
    given = sa.exists().where(_GIVEN.paper_id == _STEP.paper_id)
    return tuple(look.connection.execute(sa.select(_STEP.paper_id).where(~given).distinct()).scalars())


def every_step(connection: sa.Connection) -> Iterator[tuple[str, CosignStep | None]]:
    """The place and the facts of every step; None for one that can no longer be read."""
    names = ", ".join(f'"{column.name}"' for column in _STEP)
    every = sa.text(f"SELECT {names} FROM cosign_step").execution_options(yield_per=200)
    for row in connection.execute(every):
        found: dict[str, Any] | None = read_row(COSIGN_STEP, row, connection.dialect)
        name = row.id.hex() if isinstance(row.id, bytes) else str(row.id)
        yield f"co-signature step {name}", None if found is None else CosignStep(**found)


def every_one(connection: sa.Connection) -> Iterator[tuple[UUID | None, CoSignature | None]]:
    """Every co-signature without its PDF, and whose it is; None for one that can no longer be read."""
    for row in connection.execute(sa.text(_select('substr("pdf", 1, 0)')).execution_options(yield_per=200)):
        given = _read(connection, row)
        yield given.paper_id if given else None, given


def one(connection: sa.Connection, paper_id: UUID) -> CoSignature | None:
    """The co-signature of a paper with its PDF; None when it can no longer be read."""
    chosen = sa.text(_select('"pdf"') + " WHERE paper_id = :key")
    row = connection.execute(chosen, {"key": paper_id.bytes}).first()
    return None if row is None else _read(connection, row)


def _select(pdf: str) -> str:
    names = ", ".join(pdf if column.name == "pdf" else f'"{column.name}"' for column in _GIVEN)
    return f"SELECT {names} FROM cosignature"


def _read(connection: sa.Connection, row: sa.Row[Any]) -> CoSignature | None:
    found: dict[str, Any] | None = read_row(COSIGNATURE, row, connection.dialect)
    return None if found is None else CoSignature(**found)


def cosigned(connection: sa.Connection) -> frozenset[bytes]:
    """The keys of the papers that have a co-signature, as they lie there; what is no key is no paper's."""
    every = connection.execute(sa.text("SELECT paper_id FROM cosignature")).scalars()
    return frozenset(key for key in every if isinstance(key, bytes))


def place_of(number: str) -> str:
    """How a co-signature is named where something is wrong with it."""
    return f"co-signature of {number}"


def disagreements(connection: sa.Connection) -> Iterator[tuple[str, str]]:
    """Blocks that count as signed, await a signature or were returned, though their note says otherwise."""
    note = sa.and_(_PAPER.kind == PaperKind.PROCEDURE_NOTE, _PAPER.block_id == BLOCKS.table.c.id)
    learners = _PAPER.meaning.in_(BY_LEARNER)
    given = sa.exists().where(_GIVEN.paper_id == _PAPER.id)
    state = BLOCKS.table.c.state
    pairs = sa.select(BLOCKS.table.c.id).join(SIGNED_DOCUMENT, note)
    for key in connection.execute(pairs.where(state == BlockState.SIGNED, learners, ~given)).scalars():
        yield f"block {key.hex}", "It counts as signed, but its attending has not co-signed the note."
    open_ = sa.exists().where(note, learners, ~given)
    waiting = sa.select(BLOCKS.table.c.id).where(state.in_(NOT_FINAL), ~open_)
    for key in connection.execute(waiting).scalars():
        yield f"block {key.hex}", "It awaits a co-signature, but no learner's note of it does."
    last = sa.select(_STEP.step).where(_STEP.paper_id == _PAPER.id).order_by(_STEP.place.desc()).limit(1)
    returned = last.scalar_subquery() == Asked.RETURNED
    unlike = sa.or_(
        sa.and_(state == BlockState.AWAITING, returned), sa.and_(state == BlockState.RETURNED, ~returned)
    )
    for key in connection.execute(pairs.where(unlike, learners, ~given)).scalars():
        yield f"block {key.hex}", "Whether its note waits or was returned is not what its attending did last."

"""Signed papers: numbered, signed, frozen byte for byte, and never changed."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.cosignature import CosignStanding
from mbb_desktop.clinical.paper import (
    BY_LEARNER,
    LETTERS,
    PREFIX,
    Meaning,
    PaperKind,
    Signed,
    SignedDocument,
)
from mbb_desktop.storage import cosignatures, entered_in_error, to_print
from mbb_desktop.storage.audit import joined
from mbb_desktop.storage.errors import NotFound
from mbb_desktop.storage.keys import SigningKey, signature_is_good
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.storage.tables import CORRECTIONS, COSIGNATURE, RECEIPT, SIGNED_DOCUMENT

_COLUMNS = SIGNED_DOCUMENT.c
_FILE = "paper file 1"
_MOST_AT_ONCE = 500
_KEYS: sa.BindParameter[UUID] = sa.bindparam("keys", expanding=True)
_LISTED = sa.select(*(_COLUMNS[name] for name in Signed.__slots__)).where(_COLUMNS.id.in_(_KEYS))
_PDFS = (
    sa.select(_COLUMNS.id, sa.func.coalesce(COSIGNATURE.c.pdf, _COLUMNS.pdf).label("pdf"))
    .outerjoin_from(SIGNED_DOCUMENT, COSIGNATURE, COSIGNATURE.c.paper_id == _COLUMNS.id)
    .where(_COLUMNS.id.in_(_KEYS))
)
_ALL = sa.select(*(column for column in _COLUMNS if column.name != "pdf_signature"))


def next_number(change: Change, kind: PaperKind, year: int) -> str:
    """The next free number of a kind in a year, `PN-2026-000001`; free only until another paper is frozen."""
    lead = f"{PREFIX[kind]}-{year:04}-"
    newest = sa.select(sa.func.max(_COLUMNS.number)).where(
        _COLUMNS.number > lead, _COLUMNS.number < f"{lead}~"
    )
    last: str | None = change.connection.execute(newest).scalar()
    return f"{lead}{int(last.removeprefix(lead)) + 1 if last else 1:06}"


def sign(  # noqa: PLR0913  what a signature binds together
    *,
    id: UUID,
    kind: PaperKind,
    number: str,
    patient_id: UUID,
    content: bytes,
    meaning: Meaning,
    signer: User,
    key: SigningKey,
    at: datetime,
    vault_id: UUID,
    block_id: UUID | None = None,
    course_id: UUID | None = None,
    supersedes: UUID | None = None,
) -> Signed:
    """Sign the content together with what it is, whose it is, who signs and what that means."""
    digest = hashlib.sha256(content).digest()
    unsigned = Signed(
        id=id,
        kind=kind,
        number=number,
        patient_id=patient_id,
        block_id=block_id,
        course_id=course_id,
        supersedes=supersedes,
        content=content,
        content_sha256=digest,
        meaning=meaning,
        signer_id=signer.id,
        signer=signer.signs_as,
        signed_at=at,
        key_id=key.public_id,
        signature=b"",
    )
    return replace(unsigned, signature=key.sign(signed_bytes(unsigned, vault_id)))


def signed_bytes(paper: Signed, vault_id: UUID) -> bytes:
    """What the signature covers."""
    return joined(
        "signed document 1",
        vault_id,
        paper.id,
        paper.kind.value,
        paper.number,
        paper.patient_id,
        paper.block_id,
        paper.course_id,
        paper.supersedes,
        paper.content_sha256,
        paper.meaning.value,
        paper.signer_id,
        paper.signer,
        paper.signed_at,
        paper.key_id,
    )


def pdf_bytes_signed(paper_id: UUID, content_sha256: bytes, pdf_sha256: bytes) -> bytes:
    """What the second signature covers: that this PDF shows that content."""
    return joined("signed document pdf 1", paper_id, content_sha256, pdf_sha256)


def sealing(key: SigningKey) -> Callable[[bytes], bytes]:
    """Signs the hash of a file, so that a copy can be checked away from the vault."""
    return lambda digest: key.sign(joined(_FILE, digest))


def seal_is_good(public: bytes, signature: bytes, digest: bytes) -> bool:
    """Whether a file's seal was made with the key over this hash."""
    return signature_is_good(public, signature, joined(_FILE, digest))


def freeze(change: Change, signed: Signed, pdf: bytes, key: SigningKey) -> SignedDocument:
    """Keep the signed paper and its PDF for good. Save the record before: later its guards refuse it."""
    facts: dict[str, Any] = {name: getattr(signed, name) for name in Signed.__slots__}
    pdf_sha256 = hashlib.sha256(pdf).digest()
    facts |= {"pdf": pdf, "pdf_sha256": pdf_sha256}
    pdf_signature = key.sign(pdf_bytes_signed(signed.id, signed.content_sha256, pdf_sha256))
    change.connection.execute(SIGNED_DOCUMENT.insert(), {**facts, "pdf_signature": pdf_signature})
    frozen = change.detail.setdefault("frozen", [])
    assert isinstance(frozen, list)
    frozen.append(
        {
            "id": signed.id,
            "number": signed.number,
            "content_sha256": signed.content_sha256,
            "pdf_sha256": pdf_sha256,
            "signature": signed.signature,
        }
    )
    to_print.wait_for(change, signed)
    return SignedDocument(**facts)


def get(look: Look, key: UUID) -> SignedDocument:
    """The signed paper; raises NotFound."""
    if not (found := _papers(look, _COLUMNS.id == key)):
        raise NotFound("paper")
    return found[0]


def listed(look: Look, keys: Sequence[UUID]) -> dict[UUID, Signed]:
    """Papers without their PDFs, by id."""
    found: dict[UUID, Signed] = {}
    for start in range(0, len(keys), _MOST_AT_ONCE):
        rows = look.connection.execute(_LISTED, {"keys": keys[start : start + _MOST_AT_ONCE]})
        found |= {row.id: Signed(*row) for row in rows}
    return found


def pdfs(look: Look, keys: Sequence[UUID]) -> dict[UUID, bytes]:
    """The frozen PDFs of some papers, by id; of the co-signed ones that with both signatures."""
    rows = look.connection.execute(_PDFS, {"keys": list(keys)})
    return {row.id: row.pdf for row in rows}


def first_hashes(look: Look, keys: Sequence[UUID]) -> dict[UUID, bytes]:
    """The SHA-256 of the PDFs as they were first signed, by id; of co-signed papers that of version 1."""
    rows = look.connection.execute(sa.select(_COLUMNS.id, _COLUMNS.pdf_sha256).where(_COLUMNS.id.in_(keys)))
    return {row.id: row.pdf_sha256 for row in rows}


def of_patient(look: Look, patient_id: UUID) -> tuple[SignedDocument, ...]:
    """The patient's signed papers, newest first."""
    return _papers(look, _COLUMNS.patient_id.in_(look.same_person(patient_id)))


def of_block(look: Look, block_id: UUID) -> tuple[SignedDocument, ...]:
    """The signed papers about a block, newest first."""
    return _papers(look, _COLUMNS.block_id == block_id)


def standing(look: Look, found: Sequence[SignedDocument]) -> tuple[SignedDocument, ...]:
    """The papers among them that were not entered in error as a whole."""
    gone = entered_in_error.papers_in_error(look, [paper.id for paper in found])
    return tuple(paper for paper in found if paper.id not in gone)


def of_course(look: Look, course_id: UUID) -> tuple[SignedDocument, ...]:
    """The signed papers about a course, newest first."""
    return _papers(look, _COLUMNS.course_id == course_id)


def by_number(look: Look, number: str) -> SignedDocument | None:
    """The signed paper with this number."""
    return next(iter(_papers(look, _COLUMNS.number == number)), None)


def named_after(look: Look, paper_id: UUID) -> tuple[SignedDocument, ...]:
    """The addenda and notices that name a paper, the oldest first."""
    return _papers(look, _COLUMNS.supersedes == paper_id)[::-1]


def open_corrections(look: Look) -> tuple[SignedDocument, ...]:
    """The correction notices that nobody is recorded to have received, the oldest first."""
    given = sa.exists().where(RECEIPT.c.paper_id == _COLUMNS.id)
    return _papers(look, sa.and_(CORRECTIONS, ~given))[::-1]


def last_letters(look: Look, since: datetime) -> dict[UUID, datetime | None]:
    """The courses with a response signed since then and after every letter, and when the last letter was.

    The oldest response first; letters that were entered in error, or rest on what was, are none.
    """
    letter, other = SIGNED_DOCUMENT.alias("letter").c, SIGNED_DOCUMENT.alias("answer").c
    answered = sa.and_(_COLUMNS.signed_at >= since, _COLUMNS.kind == PaperKind.RESPONSE)
    meant = sa.select(other.course_id).where(other.signed_at >= since, other.kind == PaperKind.RESPONSE)
    gone = entered_in_error.letters_in_error(look, meant) | _letters_undermined(look, meant)
    own = sa.and_(letter.course_id == _COLUMNS.course_id, letter.kind.in_(LETTERS))
    stands = [letter.id.not_in(gone)] if gone else []
    last = sa.select(sa.func.max(letter.signed_at)).where(own, *stands).scalar_subquery()
    later = sa.or_(last.is_(None), last < _COLUMNS.signed_at)
    found = sa.select(_COLUMNS.course_id, last.label("at")).where(answered, later)
    rows = look.connection.execute(found.order_by(_COLUMNS.signed_at))
    return {row.course_id: row.at for row in rows if row.course_id is not None}


def _letters_undermined(look: Look, course_ids: sa.Select[tuple[UUID | None]]) -> frozenset[UUID]:
    wrong = sa.select(_COLUMNS.course_id).where(
        _COLUMNS.course_id.in_(course_ids), _COLUMNS.kind == PaperKind.ERROR_NOTICE
    )
    letters = sa.select(_COLUMNS.id).where(_COLUMNS.course_id.in_(wrong), _COLUMNS.kind.in_(LETTERS))
    keys = list(look.connection.execute(letters).scalars())
    return frozenset(entered_in_error.undermined(look, listed(look, keys).values()))


def by_pdf(look: Look, pdf_sha256: bytes) -> SignedDocument | None:
    """The signed paper that has exactly this PDF, or had it before it was co-signed."""
    key = cosignatures.by_pdf(look, pdf_sha256)
    own = _COLUMNS.pdf_sha256 == pdf_sha256 if key is None else _COLUMNS.id == key
    return next(iter(_papers(look, own)), None)


def _papers(look: Look, condition: sa.ColumnElement[bool]) -> tuple[SignedDocument, ...]:
    rows: Sequence[sa.Row[Any]] = look.connection.execute(_ALL.where(condition)).all()
    found = _with_attendings(look, [SignedDocument(**row._mapping) for row in rows])
    return tuple(sorted(found, key=lambda paper: (paper.signed_at, paper.number), reverse=True))


def _with_attendings(look: Look, found: list[SignedDocument]) -> list[SignedDocument]:
    """Learners' papers with how they stand; the co-signed ones with the PDF that carries both signatures."""
    learners = [paper.id for paper in found if paper.meaning in BY_LEARNER]
    if not learners:
        return found
    known = cosignatures.standings(look, learners)
    return [_with_attending(look, replace(each, cosigning=known.get(each.id))) for each in found]


def _with_attending(look: Look, paper: SignedDocument) -> SignedDocument:
    given = paper.cosigning
    if given is None or given.standing is not CosignStanding.COSIGNED:
        return paper
    pdf = cosignatures.pdf_of(look, paper.id)
    return replace(paper, pdf=pdf or b"", pdf_sha256=given.pdf_sha256)


def open_learners(look: Look) -> tuple[SignedDocument, ...]:
    """The standing papers of learners that no attending has co-signed, the oldest first."""
    keys = cosignatures.open_papers(look)
    return standing(look, _papers(look, _COLUMNS.id.in_(keys))[::-1]) if keys else ()

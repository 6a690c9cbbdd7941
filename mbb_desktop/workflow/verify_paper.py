"""Whether a PDF is one of ours and unchanged: with the vault, and by the seal that the file carries."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.paper import PaperKind, SignedDocument, short_code
from mbb_desktop.clinical.performed import say_places
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.documents.compare import (
    NeedsPassword,
    NotReadable,
    differing_pages,
    named_number,
    put_together_as,
)
from mbb_desktop.documents.seal import seal_of
from mbb_desktop.storage import audit, cosignatures, entered_in_error, papers
from mbb_desktop.storage.audit import Event
from mbb_desktop.storage.signed import verify
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.make_packet import COVER_MADE, PACKET_MADE


class Told(Enum):
    """What a check found. NOT_CONFIRMED: changed, not ours, or not to be told. LOCKED: nothing was found.

    NOT_FINAL: as a learner signed it, without the attending's co-signature.
    """

    STANDS = "unchanged, and it stands"
    NOT_FINAL = "unchanged, but a learner's paper without the attending's co-signature"
    NOT_CONFIRMED = "changed, not ours, or not to be told"
    IN_ERROR = "unchanged, but entered in error"
    LOCKED = "locked with a password, so it cannot be checked"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, and the sentences that say so; they name nobody but who signed."""

    told: Told
    sentences: tuple[str, ...]


_NOT_SIGNED = "It is not signed itself; the papers inside are."
_PUT_TOGETHER = "It calls itself {0}. Such a file is put together for sending and is not signed itself."

_LOCKED = Checked(
    Told.LOCKED,
    (
        "This file is locked with a password, so it cannot be checked.",
        "A locked copy carries no seal. Check the paper that it was made from.",
    ),
)


def check_alone(pdf: bytes) -> Checked:
    """Check a file by its seal alone. What the record says since then needs the vault."""
    try:
        number = named_number(pdf)
    except NeedsPassword:
        return _LOCKED
    except NotReadable:
        return _not_confirmed("This is not a PDF that can be read.")
    seal = seal_of(pdf)
    named = f"It calls itself document {number}." if number else "It names no document number."
    if seal is None and (called := put_together_as(pdf)):
        return _not_confirmed(
            _PUT_TOGETHER.format(called),
            "Whether it is as it was made, and which signed papers are inside, can be told with the vault.",
        )
    if seal is None:
        return _not_confirmed(
            "The file carries no seal: it was not issued by this program, or another program saved it again.",
            named,
            "Whether its pages are as issued can be told with the vault.",
        )
    if not papers.seal_is_good(seal.public, seal.signature, seal.digest):
        return _not_confirmed("The file was changed after it was issued: its seal does not fit.", named)
    key = short_code(hashlib.sha256(seal.public).digest())
    return Checked(
        Told.STANDS,
        (
            "Every byte is as it was when the file was sealed.",
            named,
            f"The seal was made with the key {key}. Whose key that is, whether the paper was entered in "
            "error since, and whether a learner's is final, can be told with the vault only.",
        ),
    )


@needs(Permission.CHECK_RECORD)
def check_paper(desk: Desk, pdf: bytes) -> Checked:
    """Check a file against the papers of the vault; audited when it is one of them."""
    with desk.store.look() as look:
        paper = papers.by_pdf(look, hashlib.sha256(pdf).digest())
        if paper is None and (made := _made_here(look, pdf)) is None:
            return _unknown(look, pdf)
        if paper is not None:
            first = paper.version > 1 and hashlib.sha256(pdf).digest() != paper.pdf_sha256
            said, in_error = tuple(_said(look, paper, first=first)), _is_in_error(look, paper)
    if paper is None:
        assert made is not None
        return _put_together(desk, made)
    desk.note("paper file checked", paper.patient_id, {"paper": paper.number})
    places = (paper.number, cosignatures.place_of(paper.number))
    faults = [fault.sentence for fault in verify(desk.store).faults if fault.place in places]
    if faults:
        return _not_confirmed(*said, *(f"The vault's own record of it is not intact: {f}" for f in faults))
    if in_error:
        return Checked(Told.IN_ERROR, said)
    return Checked(Told.STANDS if paper.final and not first else Told.NOT_FINAL, said)


def _made_here(look: Look, pdf: bytes) -> Event | None:
    """The line of the audit trail that a packet or cover sheet was put together with exactly these bytes."""
    digest = hashlib.sha256(pdf).hexdigest()
    return audit.first_holding(look.connection, (PACKET_MADE, COVER_MADE), f'"sha256":"{digest}"')


def _put_together(desk: Desk, made: Event) -> Checked:
    """What a packet or cover sheet is, and how the signed papers inside it stand now."""
    about = json.loads(made.detail)
    numbers = {str(each["paper"]): str(each["pdf_sha256"]) for each in about["papers"]}
    what = "packet" if made.event == PACKET_MADE else "fax cover sheet"
    said = [
        f"Exactly as this vault put it together, every byte: the {what} of {about['paper']}.",
        f"Made by {made.user} on {show_date(made.at.date())} at {made.at:%H:%M}. {_NOT_SIGNED}",
    ]
    with desk.store.look() as look:
        found = {number: papers.by_number(look, number) for number in numbers}
        held = [paper for paper in found.values() if paper is not None]
        errors = entered_in_error.about(look, held)
        first = papers.first_hashes(look, [paper.id for paper in held])
    same = [p.number for p in held if p.pdf_sha256.hex() == numbers[p.number]]
    old = [p.number for p in held if p.number not in same and first[p.id].hex() == numbers[p.number]]
    others = [number for number in numbers if number not in {*same, *old} and found[number] is not None]
    scans = [number for number in numbers if found[number] is None]
    inside = f"Inside, each as issued: {listed(same)}."
    said.append(inside if same else "No signed paper is inside: it lies in front of one.")
    said += [f"Inside in the version before the co-signature, and not final: {listed(old)}."] if old else []
    said += [f"Scans from outside inside it: {listed(scans)}."] if scans else []
    wrong = [p.number for p in held if p.id in errors.gone or p.id in errors.partly]
    said += [f"Entered in error, as a whole or in part: {listed(wrong)}."] if wrong else []
    if made.patient_id is not None:
        desk.note("paper file checked", made.patient_id, {"paper": str(about["packet"])})
    faults = [f.sentence for f in verify(desk.store).faults if f.place in {*numbers, f"entry {made.seq}"}]
    if faults or others:
        return _not_confirmed(*said, *(f"The vault's own record of it is not intact: {f}" for f in faults))
    open_ = old or any(not paper.final for paper in held)
    return Checked(Told.IN_ERROR if wrong else Told.NOT_FINAL if open_ else Told.STANDS, tuple(said))


def _said(look: Look, paper: SignedDocument, *, first: bool) -> Iterator[str]:
    at, version = paper.signed_at, 1 if first else paper.version
    named = f"{paper.kind.value} {paper.number}, version {version}, code {paper.code}"
    yield f"Exactly as issued, every byte: {named}."
    yield _signed(paper.meaning.value, f"{paper.signer} on {show_date(at.date())} at {at:%H:%M}")
    yield from _cosigned(paper, first=first)
    for error in entered_in_error.of_paper(look, paper.id):
        what = f"not diagnostic for {say_places(error.wrong.joints)}"
        what = "entered in error" if error.whole else what
        yield f"It is {what}: {error.number}, {error.by}, {show_date(error.at.date())}."
    after = papers.named_after(look, paper.id)
    if addenda := [each.number for each in after if each.kind is PaperKind.ADDENDUM]:
        yield f"Read it together with the addendum {listed(addenda)}."
    if newer := _newer(look, paper):
        yield f"A newer one of its kind was signed: {newer.number}, {show_date(newer.signed_at.date())}."


def _signed(meaning: str, who_and_when: str) -> str:
    """Some meanings end in "by" and stand before the name."""
    said = f"{meaning} {who_and_when}" if meaning.endswith(" by") else f"Signed by {who_and_when}: {meaning}"
    return f"{said}."


def _cosigned(paper: SignedDocument, *, first: bool) -> Iterator[str]:
    given = paper.cosigning
    if given is None:
        return
    if not paper.final:
        yield "It is not final: the attending's co-signature is missing."
        return
    attested = given.attestation.value if given.attestation else ""
    said = f"{given.attending} on {show_date(given.at.date())} at {given.at:%H:%M}: {attested}"
    if first:
        yield "This file is the version before the co-signature, and not final."
        yield f"Use version 2, which was co-signed by {said}"
    else:
        yield f"Co-signed by {said}"


def _is_in_error(look: Look, paper: SignedDocument) -> bool:
    return bool(entered_in_error.of_paper(look, paper.id))


def _newer(look: Look, paper: SignedDocument) -> SignedDocument | None:
    """The newest standing paper of the same kind about the same block, or about the same course."""
    if paper.block_id is not None:
        known = papers.of_block(look, paper.block_id)
    else:
        known = papers.of_course(look, paper.course_id) if paper.course_id else ()
    once = (PaperKind.PROCEDURE_NOTE, PaperKind.RESPONSE, PaperKind.RFA_LETTER)
    later = [each for each in known if each.kind is paper.kind and each.signed_at > paper.signed_at]
    return next(iter(papers.standing(look, later)), None) if paper.kind in once else None


def _unknown(look: Look, pdf: bytes) -> Checked:
    try:
        number = named_number(pdf)
        issued = papers.by_number(look, number) if number else None
        if issued is not None:
            return _changed(issued, differing_pages(issued.pdf, pdf))
    except NeedsPassword:
        return _LOCKED
    except NotReadable:
        return _not_confirmed("This is not a PDF that can be read, and no paper of this vault.")
    if called := put_together_as(pdf):
        return _not_confirmed(
            _PUT_TOGETHER.format(called),
            "This vault never made this very file: it was changed, saved again, or made elsewhere.",
        )
    if number:
        return _not_confirmed(f"It calls itself document {number}, but this vault never issued one.")
    return _not_confirmed("It is no paper that this vault issued: it names no document number.")


def _changed(issued: SignedDocument, pages: tuple[int, ...]) -> Checked:
    head = f"It calls itself {issued.kind.value} {issued.number}, but it is not the file that was issued."
    if not pages:
        return _not_confirmed(
            head,
            "Every page looks as issued: another program saved it again, or it was changed out of sight.",
        )
    which = f"Page {pages[0]} shows" if len(pages) == 1 else f"Pages {listed(list(map(str, pages)))} show"
    return _not_confirmed(head, f"{which} something else than the paper that was issued.")


def _not_confirmed(*sentences: str) -> Checked:
    return Checked(Told.NOT_CONFIRMED, sentences)

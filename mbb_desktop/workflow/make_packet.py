"""The packet of a signed letter: the letter, the papers it reports, chosen scans, and what leads through."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.enclosure import IMAGING
from mbb_desktop.clinical.enclosure import Enclosure as Outside
from mbb_desktop.clinical.entered_in_error import EnteredInError
from mbb_desktop.clinical.paper import LETTERS, PaperKind, SignedDocument
from mbb_desktop.clinical.people import Clinic, Patient
from mbb_desktop.clinical.signed_letter import ReportedBlock, SignedLetter, read_signed_letter
from mbb_desktop.clinical.template_fields import TemplateKind
from mbb_desktop.documents.packet_facts import Enclosure, Fax, PacketFacts, Scan
from mbb_desktop.documents.rule_topics import rules_shown_by
from mbb_desktop.storage import clinic_settings, enclosures, entered_in_error, papers, responses
from mbb_desktop.storage.errors import NotFound
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.installed_rules import installed
from mbb_desktop.workflow.wordings import wording_in_use

PACKET_MADE, COVER_MADE = "packet made", "fax cover made"
"""Events whose facts hold the SHA-256 of the file."""

_ADDED = (PaperKind.ADDENDUM, PaperKind.ERROR_NOTICE)


class NoLetter(ValueError):
    """Only a signed letter that asks for an ablation has a packet."""

    def __init__(self) -> None:
        super().__init__("Only a referral or prior-authorization letter has a packet. Choose one of them.")


class LetterInError(ValueError):
    """A letter that was entered in error asks for nothing any more."""

    def __init__(self, number: str) -> None:
        super().__init__(f"{number} was entered in error. Sign a new letter, then make its packet.")


class AddendumNotFinal(ValueError):
    """A packet without an addendum may mislead, and one with it would not be final."""

    def __init__(self, addendum: str) -> None:
        super().__init__(
            f"{addendum}, which belongs in this packet, awaits a co-signature. "
            "Have it co-signed, or marked as entered in error, then make the packet."
        )


class NotEnclosed(ValueError):
    """A scan that is another patient's, or that was entered in error, goes nowhere."""

    def __init__(self) -> None:
        super().__init__("One of the chosen scans does not stand any more. Close this, and choose again.")


@dataclass(frozen=True, slots=True)
class Packet:
    """What was put together, and from which papers: number (of a scan: its name) and SHA-256. Never kept.

    `cover` names the words of the fax cover; empty without one. `undermined` are the notices of error about
    what the letter rests on.
    """

    name: str
    patient_id: UUID
    letter: str
    pdf: bytes
    papers: tuple[tuple[str, str], ...]
    cover: str = ""
    undermined: tuple[EnteredInError, ...] = ()


@needs(Permission.ISSUE_PAPERS)
def make_packet(
    desk: Desk, letter_id: UUID, *, fax_cover: bool = False, scans: Sequence[UUID] = ()
) -> Packet:
    """Put the packet of a signed letter together; audited with its papers and their hashes.

    `scans` are the enclosures that go along. The same papers on the same day give the same bytes.
    Raises NoLetter, LetterInError, NotFound, NotEnclosed, AddendumNotFinal.
    """
    from mbb_desktop.documents.packet import packet_pdf

    with desk.store.look() as look:
        _check_addenda(look, letter_id)
        facts = _facts(desk, look, letter_id, scans, fax_cover=fax_cover)
        undermined = entered_in_error.undermined(look, (facts.letter,))
    signed = (facts.letter, *(each.paper for each in facts.enclosures))
    used = [(paper.number, paper.pdf_sha256) for paper in signed]
    used += [(scan.about.named, scan.about.sha256) for scan in facts.scans]
    packet = Packet(
        f"packet-{facts.letter.number}",
        facts.patient.id,
        facts.letter.number,
        packet_pdf(facts),
        tuple((named, digest.hex()) for named, digest in used),
        facts.fax_wording.named if facts.fax_wording and fax_cover else "",
        undermined.get(letter_id, ()),
    )
    desk.note(PACKET_MADE, packet.patient_id, _about(packet))
    return packet


def papers_of_packet(look: Look, letter_id: UUID) -> tuple[SignedDocument, ...]:
    """The signed papers that the packet of a letter holds, the letter first; addenda that are final only.

    Raises as `make_packet`, but for addenda.
    """
    letter = _letter(look, letter_id)
    said = read_signed_letter(letter.content)
    return (letter, *(each.paper for each in _enclosures(look, letter, said)))


def _check_addenda(look: Look, letter_id: UUID) -> None:
    """No addendum that belongs inside lacks its co-signature, but one entered in error."""
    inside = {paper.id for paper in papers_of_packet(look, letter_id)}
    awaited = [paper for paper in papers.open_learners(look) if paper.supersedes in inside]
    if awaited:
        raise AddendumNotFinal(awaited[0].number)


@needs(Permission.ISSUE_PAPERS)
def make_fax_cover(desk: Desk, letter_id: UUID) -> Packet:
    """The cover sheet alone, for the letter to be faxed behind it; audited. Raises as `make_packet`."""
    from mbb_desktop.documents.fax_cover import fax_cover_pdf
    from mbb_desktop.documents.packet import pages_in

    with desk.store.look() as look:
        letter = _letter(look, letter_id)
        clinic, logo = look.all(Clinic)[0], clinic_settings.logo(look)
        wording = wording_in_use(look, TemplateKind.FAX_COVER)
        undermined = entered_in_error.undermined(look, (letter,)).get(letter.id, ())
    to = read_signed_letter(letter.content).recipient
    pages = 1 + pages_in(letter.pdf)
    sender, today = desk.user.signs_as, desk.now.date()
    pdf = fax_cover_pdf(Fax(clinic, to, sender, today, pages, letter.number, logo, wording))
    named = f"fax-cover-{letter.number}"
    packet = Packet(named, letter.patient_id, letter.number, pdf, (), wording.named, undermined)
    desk.note(COVER_MADE, packet.patient_id, _about(packet))
    return packet


@needs(Permission.ISSUE_PAPERS)
def note_packet(desk: Desk, packet: Packet, how: str, despite: str = "") -> None:
    """Record that a packet was printed or saved, and how (`printed`, `saved as a file`).

    `despite` is why, when its letter rests on something entered in error.
    """
    why = {"despite_an_error": despite} if despite else {}
    desk.note(f"packet {how}", packet.patient_id, {**_about(packet), **why})


def _about(packet: Packet) -> Mapping[str, object]:
    kept = [{"paper": number, "pdf_sha256": digest} for number, digest in packet.papers]
    own = hashlib.sha256(packet.pdf).hexdigest()  # so that the file can be told from another one
    about = {"packet": packet.name, "paper": packet.letter, "papers": kept, "sha256": own}
    return about | ({"cover": packet.cover} if packet.cover else {})


def _letter(look: Look, letter_id: UUID) -> SignedDocument:
    letter = papers.get(look, letter_id)
    if letter.kind not in LETTERS:
        raise NoLetter
    if not papers.standing(look, (letter,)):
        raise LetterInError(letter.number)
    return letter


def _facts(desk: Desk, look: Look, letter_id: UUID, scans: Sequence[UUID], *, fax_cover: bool) -> PacketFacts:
    letter = _letter(look, letter_id)
    said = read_signed_letter(letter.content)
    return PacketFacts(
        look.all(Clinic)[0],
        look.get(Patient, letter.patient_id),
        desk.now.date(),
        letter,
        said.rule_set,
        said.criteria,
        tuple(_enclosures(look, letter, said)),
        said.recipient,
        desk.user.signs_as if fax_cover else "",
        clinic_settings.logo(look),
        scans=tuple(_scans(look, letter, said, scans)),
        fax_wording=wording_in_use(look, TemplateKind.FAX_COVER),
    )


def _enclosures(look: Look, letter: SignedDocument, said: SignedLetter) -> Iterator[Enclosure]:
    """The papers that the signed letter names, oldest first, each with its addenda and notices of error."""
    known = papers.of_patient(look, letter.patient_id)[::-1]
    yield from _addenda(known, letter)
    named = [pair for block in said.blocks for pair in _named(block)]
    by_number = {paper.number: paper for paper in known}
    if lost := [number for number, _ in named if number not in by_number]:
        raise NotFound(f"paper {lost[0]}")
    found = [Enclosure(by_number[number], block.records) for number, block in named]
    for enclosure in sorted(found, key=lambda each: (each.paper.signed_at, each.paper.number)):
        yield enclosure
        yield from _addenda(known, enclosure.paper)


def _named(block: ReportedBlock) -> Iterator[tuple[str, ReportedBlock]]:
    for number in (block.note, block.response):
        if number:
            yield number, block


def _addenda(known: Iterable[SignedDocument], to: SignedDocument) -> Iterator[Enclosure]:
    """What was added to a paper or said about it, and what was added to that; nothing that is not final."""
    for paper in known:
        if paper.kind in _ADDED and paper.supersedes == to.id and paper.final:
            yield Enclosure(paper, (), to.number)
            yield from _addenda(known, paper)


def _scans(look: Look, letter: SignedDocument, said: SignedLetter, chosen: Sequence[UUID]) -> Iterator[Scan]:
    """The chosen scans by their own date, then by when they came in."""
    from mbb_desktop.documents.scan_pages import images_of

    found = [enclosures.get(look, key) for key in dict.fromkeys(chosen)]
    own = look.same_person(letter.patient_id)
    if any(each.patient_id not in own or each.struck for each in found):
        raise NotEnclosed
    for each in sorted(found, key=lambda scan: (scan.dated or scan.added_at.date(), scan.added_at)):
        pages = images_of(enclosures.content(look, each.id))
        yield Scan(each, pages, _rules_shown(look, said, each))


def _rules_shown(look: Look, said: SignedLetter, scan: Outside) -> tuple[str, ...]:
    """The rules for which the letter found what this scan shows: a study of its day, or its block."""
    known = installed(look)
    sets = (each for each in (*known.in_use, *known.withdrawn) if each.named == said.rule_set)
    about = {rule for each in sets for rule in rules_shown_by(each, scan.kind)}
    records = _records_of(look, scan)
    return tuple(
        each.rule
        for each in said.criteria
        if each.rule in about
        and (scan.dated in each.days if scan.kind in IMAGING else records & {*each.records})
    )


def _records_of(look: Look, scan: Outside) -> set[UUID]:
    """The block that a scan is about, and its response."""
    if scan.block_id is None:
        return set()
    response = responses.of_block(look, scan.block_id)
    return {scan.block_id, *([response.id] if response else [])}

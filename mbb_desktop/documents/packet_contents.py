"""The first page of a packet: what it holds with pages and hashes, and where each criterion is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus.flowables import Flowable

from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.phrases import of
from mbb_desktop.clinical.signed_letter import SignedCriterion
from mbb_desktop.documents import look
from mbb_desktop.documents.amounts import day
from mbb_desktop.documents.grids import Column, Ruling, Shade, grid
from mbb_desktop.documents.issue import Issue
from mbb_desktop.documents.packet_facts import Enclosure, PacketFacts, Scan
from mbb_desktop.documents.page import Sheet, render
from mbb_desktop.documents.parts import heading, lines, title
from mbb_desktop.documents.wording import Mark, Run, Words, words

KIND = "Packet"
_MARKS = {Verdict.MET: Mark.GOOD, Verdict.UNKNOWN: Mark.MISSING, Verdict.NOT_MET: Mark.BOLD}
_SCANS = (
    " A scan shows a paper as it came in, made smaller to leave room for that line; it is not signed here. "
    "Its SHA-256 is that of the pictures that the sender keeps."
)
_ABOUT = (
    "Each paper is a copy of a signed one with this packet's line in its top margin. The SHA-256 is that of "
    "the signed original, which the sender keeps."
)


@dataclass(frozen=True, slots=True)
class Place:
    """A paper and its first and last page in the packet."""

    paper: Enclosure | Scan
    first: int
    last: int

    @property
    def pages(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def contents_pdf(facts: PacketFacts, places: Sequence[Place]) -> bytes:
    """The contents and criteria. The same facts give the same bytes."""
    sheet = Sheet(
        KIND,
        facts.clinic,
        facts.patient,
        facts.on,
        Issue(logo=facts.logo),
        never_signed="Not a signed document",
    )
    return render(sheet, _story(facts, places, sheet.width))


def _story(facts: PacketFacts, places: Sequence[Place], width: float) -> list[Flowable]:
    return [
        title(f"Packet {facts.letter.number}", look.TITLE),
        lines(f"Put together on {day(facts.on)}", look.UNDERTITLE, after=2),
        heading("Contents"),
        *_papers(places, width),
        lines(_ABOUT + (_SCANS if facts.scans else ""), look.SMALL, before=3),
        *_criteria(facts, places, width),
    ]


def _papers(places: Sequence[Place], width: float) -> list[Flowable]:
    columns = [
        Column("Pages", 40.0),
        Column("Paper", 168.0, names=True),
        Column("Signed", 100.0),
        Column("SHA-256 of the original", width - 308.0, style=look.HASH),
    ]
    rows = [_paper(place) for place in places]
    return grid(columns, rows, Ruling(padding=1.4))


def _paper(place: Place) -> tuple[str, ...]:
    if isinstance(place.paper, Scan):
        about = place.paper.about
        sender = f"\nfrom {about.sender}" if about.sender else ""
        added = f"not signed here\nadded {day(about.added_at.date())}"
        return place.pages, f"Scan: {about.named}{sender}", added, _in_two(about.sha256)
    paper = place.paper.paper
    more = f"\nto {place.paper.adds_to}" if place.paper.adds_to else ""
    kind = paper.kind.value[0].upper() + paper.kind.value[1:]
    signed = f"{day(paper.signed_at.date())}\n{paper.signer}"
    return place.pages, f"{kind}\n{paper.number}{more}", signed, _in_two(paper.pdf_sha256)


def _in_two(digest: bytes) -> str:
    return f"{digest[:16].hex()}\n{digest[16:].hex()}"


def _criteria(facts: PacketFacts, places: Sequence[Place], width: float) -> list[Flowable]:
    columns = [
        Column("Rule", 52.0, style=look.CRITERION_LABEL, names=True),
        Column("Criterion", width - 192.0, style=look.CRITERION),
        Column("Status", 50.0, style=look.CRITERION),
        Column("Shown on pages", 90.0, style=look.CRITERION),
    ]
    shades = tuple(
        Shade((at, 0), (at, 3), look.WARN_SOFT)
        for at, each in enumerate(facts.criteria)
        if each.verdict is Verdict.UNKNOWN
    )
    rows = [_row(each, places) for each in facts.criteria]
    return [
        heading(f"Criteria as the letter was signed, {facts.rule_set}"),
        lines("Pages of this packet; – = nothing in it shows the criterion.", look.SMALL, after=2),
        *grid(columns, rows, Ruling(shades, padding=0.8)),
    ]


def _row(criterion: SignedCriterion, places: Sequence[Place]) -> tuple[str | Words, ...]:
    status = words(Run(of(criterion.verdict), _MARKS.get(criterion.verdict, Mark.PLAIN)))
    return criterion.rule, criterion.asks, status, ", ".join(_shown_on(criterion, places)) or "–"


def _shown_on(criterion: SignedCriterion, places: Sequence[Place]) -> list[str]:
    """The pages of the papers of each block that is evidence; the letter's for everything else it found.

    A scan is named for the rules whose evidence it is.
    """
    papers = [(place, place.paper.records) for place in places if isinstance(place.paper, Enclosure)]
    wanted = set(criterion.records)
    found = [place for place, records in papers if wanted & set(records)]
    found_otherwise = not wanted and criterion.verdict in {Verdict.MET, Verdict.NOT_MET}
    if wanted.difference(*(records for _, records in papers)) or found_otherwise:
        found = [places[0], *found]
    scans = [p for p in places if isinstance(p.paper, Scan) and criterion.rule in p.paper.rules]
    return [place.pages for place in (*found, *scans)]

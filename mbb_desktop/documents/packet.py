"""A packet: signed papers and scans with what leads through them. The papers keep their content.

The pages are copies: a line in the top margin says whose packet it is and counts its pages. Structure, text
and fonts of every paper go along, so that the packet is tagged PDF/A-1b as its papers are.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Page, Pdf, String
from reportlab.pdfgen.canvas import Canvas

from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.documents import look
from mbb_desktop.documents.amounts import NB, day
from mbb_desktop.documents.archive import About, finished
from mbb_desktop.documents.fax_cover import fax_cover_pdf
from mbb_desktop.documents.fonts import SAVING, inter
from mbb_desktop.documents.look import Align, Weight
from mbb_desktop.documents.packet_contents import Place, contents_pdf
from mbb_desktop.documents.packet_facts import Enclosure, Fax, PacketFacts, Scan
from mbb_desktop.documents.page import MARGIN, paper_size, short_identity
from mbb_desktop.documents.scan_pages import scan_pdf
from mbb_desktop.documents.text import draw_line
from mbb_desktop.documents.wording import Words, plain_text, words

_LINE = 17.0  # points from the upper edge: above the letterhead, below the accent bar
_MOST_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class _Part:
    """A document of the packet; its bookmark names kind, number and day, never a person or typed words."""

    title: str
    pdf: bytes
    identified: bool = True


def packet_pdf(facts: PacketFacts) -> bytes:
    """The packet. The same facts give the same bytes."""
    signed = [_Part(_titled(facts.letter), facts.letter.pdf)]
    signed += [_Part(_titled(each.paper, each.adds_to), each.paper.pdf) for each in facts.enclosures]
    behind = [*signed, *(_scanned(each, facts) for each in facts.scans)]
    before = 1 if facts.sender else 0
    lengths = [pages_in(part.pdf) for part in behind]
    contents = _contents(facts, before, lengths)
    parts = [_Part("Contents and criteria", contents), *behind]
    if facts.sender:
        pages = before + pages_in(contents) + sum(lengths)
        parts.insert(0, _Part("Fax cover sheet", _cover(facts, pages), identified=False))
    about = About(f"Packet {facts.letter.number}", facts.clinic.language)
    return _merged(parts, facts, about)


def pages_in(pdf: bytes) -> int:
    """How many pages a document has."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return len(file.pages)


def _titled(paper: SignedDocument, adds_to: str = "") -> str:
    kind = paper.kind.value[0].upper() + paper.kind.value[1:]
    more = f" to {adds_to}" if adds_to else ""
    return f"{kind} {paper.number}{more}, {day(paper.signed_at.date())}"


def _scanned(scan: Scan, facts: PacketFacts) -> _Part:
    """The pages of a paper from outside on sheets of ours, so that the line in the margin hides nothing."""
    title = f"Scan: {scan.about.named}"
    named = [scan.about.page_named(page) for page in range(1, len(scan.pages) + 1)]
    about = About("Scan", facts.clinic.language)
    return _Part(title, scan_pdf(scan.pages, named, about, paper_size(facts.clinic)))


def _cover(facts: PacketFacts, pages: int) -> bytes:
    number, wording = facts.letter.number, facts.fax_wording
    return fax_cover_pdf(
        Fax(facts.clinic, facts.recipient, facts.sender, facts.on, pages, number, facts.logo, wording)
    )


def _contents(facts: PacketFacts, before: int, lengths: Sequence[int]) -> bytes:
    """The contents know the pages behind them, whose numbers depend on how long the contents are."""
    own, made = 0, b""
    for _ in range(_MOST_ROUNDS):
        own = pages_in(made) if made else 1
        made = contents_pdf(facts, tuple(_places(facts, before + own + 1, lengths)))
        if pages_in(made) == own:
            break
    return made


def _places(facts: PacketFacts, first: int, lengths: Sequence[int]) -> Iterator[Place]:
    papers: list[Enclosure | Scan] = [Enclosure(facts.letter), *facts.enclosures, *facts.scans]
    for paper, length in zip(papers, lengths, strict=True):
        yield Place(paper, first, first + length - 1)
        first += length


# One file of many


def _merged(parts: Sequence[_Part], facts: PacketFacts, about: About) -> bytes:
    with ExitStack() as opened:
        made = opened.enter_context(pikepdf.new())
        document = made.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
        numbers = Array()
        starts: list[int] = []
        for part in parts:
            starts.append(len(made.pages))
            _add(made, opened.enter_context(pikepdf.open(BytesIO(part.pdf))), part, document, numbers)
        _structure(made, document, numbers)
        _stamp(made, opened, [part.identified for part in _by_page(parts, starts, len(made.pages))], facts)
        with made.open_outline() as outline:
            outline.root.extend(OutlineItem(part.title, at) for part, at in zip(parts, starts, strict=True))
        made.Root.PageMode = Name.UseOutlines
        return finished(made, about)


def _by_page(parts: Sequence[_Part], starts: Sequence[int], count: int) -> Iterator[_Part]:
    for part, start, end in zip(parts, starts, [*starts[1:], count], strict=True):
        yield from [part] * (end - start)


def _add(made: Pdf, paper: Pdf, part: _Part, document: Object, numbers: Array) -> None:
    """Append a paper's pages and, as one part of the document, its structure."""
    start = len(made.pages)
    made.pages.extend(paper.pages)
    tree = paper.Root.StructTreeRoot
    whole = tree.K
    del whole.P
    copied = made.copy_foreign(whole)
    copied.S, copied.P, copied.T = Name.Part, document, String(part.title)
    document.K.append(copied)
    marked = dict(zip(map(int, tree.ParentTree.Nums[0::2]), tree.ParentTree.Nums[1::2], strict=True))
    for page in made.pages[start:]:
        if (key := page.obj.get("/StructParents")) is not None:
            page.obj.StructParents = len(numbers) // 2
            numbers.append(len(numbers) // 2)
            numbers.append(made.copy_foreign(marked[int(key)]))


def _structure(made: Pdf, document: Object, numbers: Array) -> None:
    tree = made.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=document))
    document.P = tree
    tree.ParentTree = made.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(numbers) // 2
    made.Root.StructTreeRoot = tree


# The line in the margin


def _stamp(made: Pdf, opened: ExitStack, identified: Sequence[bool], facts: PacketFacts) -> None:
    """Put the packet's line on every page as furniture."""
    sizes = [_size(page) for page in made.pages]
    lines = opened.enter_context(pikepdf.open(BytesIO(_lines(sizes, identified, facts))))
    for page, line in zip(made.pages, lines.pages, strict=True):
        drawn = made.copy_foreign(line.as_form_xobject())
        page.add_resource(drawn, Name.XObject, Name.PacketLine)
        page.contents_add(b"/Artifact BMC q /PacketLine Do Q EMC")


def _size(page: Page) -> tuple[float, float]:
    left, bottom, right, top = (float(at) for at in page.mediabox)
    return right - left, top - bottom


def _lines(sizes: Sequence[tuple[float, float]], identified: Sequence[bool], facts: PacketFacts) -> bytes:
    """One page per page of the packet that shows nothing but its line."""
    buffer = BytesIO()
    font = inter(Weight.REGULAR)
    canvas = Canvas(buffer, invariant=1, initialFontName=font)  # type: ignore[arg-type] # the stubs say float
    who = words(*_apart(short_identity(facts.patient, facts.on)))
    for number, (size, named) in enumerate(zip(sizes, identified, strict=True), start=1):
        canvas.setPageSize(size)
        said = f"Packet {facts.letter.number}, page {number} of {len(sizes)}"
        at = size[1] - _LINE
        draw_line(canvas, size[0] - MARGIN, at, said, look.FOOT_SMALL.aligned(Align.RIGHT))
        if named:
            draw_line(canvas, MARGIN, at, who, look.FOOT_SMALL)
        canvas.showPage()
    with SAVING:
        canvas.save()
    return buffer.getvalue()


def _apart(said: Sequence[Words]) -> Iterator[str]:
    """Long names are cut: the strip below has them whole."""
    for place, each in enumerate(said):
        text = plain_text(each)
        cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        yield f"{f'{NB}{NB} ' if place else ''}{cut}"


_LONGEST = 40

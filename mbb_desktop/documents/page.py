"""Every page of every paper: letterhead, patient strip, footer, page numbers, stamps.

The head of the first page is read out; on later pages it is furniture, as is every footer.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, letter
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from mbb_desktop.clinical.people import Clinic, Paper, Patient
from mbb_desktop.documents import look
from mbb_desktop.documents.amounts import NB, day, identity, joined
from mbb_desktop.documents.archive import About, archived
from mbb_desktop.documents.fonts import SAVING, inter
from mbb_desktop.documents.issue import Issue, Stamp
from mbb_desktop.documents.letterhead import Letterhead, letterhead
from mbb_desktop.documents.look import Weight
from mbb_desktop.documents.parts import missing_cosign
from mbb_desktop.documents.tags import Node, Tags, marked
from mbb_desktop.documents.text import TextBlock, draw_line, paragraph, text_width
from mbb_desktop.documents.wording import Words, bold, words

rl_config.useA85 = 0  # streams are written anew by `archived`: spelling them as text first is a detour

MARGIN = 51.0  # 18 mm
_GAP = 14.0
_BELOW_STRIP = 11.0
_ABOVE_FOOT = 9.0
_BAND_GAP = 4.0
_AROUND_BAND = _BAND_GAP + 9.0
_SIZES = {Paper.LETTER: letter, Paper.A4: A4}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the content of a paper for patients, in their language: it is no record to sign.

    `strip` and `foot` say whose it is, `about` what it is; `number` has the fields `number` and `count`.
    """

    language: str
    strip: tuple[Words, ...]
    foot: tuple[Words, ...]
    about: tuple[str, ...]
    number: str
    telephone: str
    fax: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Who a paper is about, who sends it, and how it is issued. `on` is the day the patient's age is of.

    Only a fax cover sheet names no patient. `never_signed` says what a paper is that is no draft either.
    """

    kind: str
    clinic: Clinic
    patient: Patient | None
    on: date
    issue: Issue
    never_signed: str = ""
    around: Surroundings | None = None

    @property
    def size(self) -> tuple[float, float]:
        return paper_size(self.clinic)

    @property
    def width(self) -> float:
        """The room between the margins in points."""
        return self.size[0] - 2 * MARGIN

    @property
    def stamps(self) -> tuple[Stamp, ...]:
        """Those asked for, SAMPLE in a sample clinic, and DRAFT on every record that nobody has signed."""
        found = set(self.issue.stamps)
        found |= {Stamp.SAMPLE} if self.clinic.sample else set()
        unsigned = self.issue.signature is None and not self.never_signed and self.around is None
        found |= {Stamp.DRAFT} if unsigned else set()
        return tuple(stamp for stamp in Stamp if stamp in found)


def paper_size(clinic: Clinic) -> tuple[float, float]:
    """Width and height of the clinic's paper in points."""
    return _SIZES[clinic.paper]


def room(sheet: Sheet) -> float:
    """The height for content on one page in points."""
    return sheet.size[1] - _head(sheet).height - _foot(sheet).height - _ABOVE_FOOT


def render(sheet: Sheet, story: Sequence[Flowable]) -> bytes:
    """The paper as PDF/A-1b: the same sheet and story give the same bytes."""
    head, foot = _head(sheet), _foot(sheet)
    buffer = BytesIO()
    frame = Frame(
        MARGIN,
        foot.height + _ABOVE_FOOT,
        sheet.width,
        sheet.size[1] - head.height - foot.height - _ABOVE_FOOT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    paper = BaseDocTemplate(
        buffer,
        pagesize=sheet.size,
        invariant=1,
        pageCompression=0,  # `archived` does it once
        initialFontName=inter(Weight.REGULAR),
    )
    tags = Tags()
    begin = lambda canvas, _paper: _begin_page(canvas, sheet, head)  # noqa: E731 - ReportLab's hook
    paper.addPageTemplates([PageTemplate(frames=[frame], onPage=begin)])
    with SAVING:
        paper.build(list(story), canvasmaker=_numbered(sheet, foot, tags))
    signed = sheet.issue.signature
    cosign = sheet.issue.cosign
    made_at = (cosign and cosign.signed_at) or (signed.signed_at if signed else None)
    language = sheet.around.language if sheet.around else sheet.clinic.language
    about = About(sheet.kind, language, made_at)
    return archived(buffer.getvalue(), tags, about)


@dataclass(frozen=True, slots=True)
class _Band:
    """Text in rows, each block at its place from the upper left corner of the band."""

    placed: tuple[tuple[float, float, TextBlock], ...]
    height: float

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        for x, down, block in self.placed:
            block.drawOn(canvas, left + x, top - down - block.height)


def _flowing(items: Sequence[Words], style: look.Type, room: float, gap: float = _GAP) -> _Band:
    """Items side by side with a gap, in as many rows as they need; a very long one breaks within itself."""
    placed: list[tuple[float, float, TextBlock]] = []
    x = down = row = 0.0
    for item in items:
        width = min(text_width(item, style) + 0.5, room)
        if x and x + width > room:
            x, down = 0.0, down + row
        block = paragraph(item, style)
        _, row = block.wrap(width)
        placed.append((x, down, block))
        x += width + gap
    return _Band(tuple(placed), down + row)


# The top of a page


@dataclass(frozen=True, slots=True)
class _Head:
    letterhead: Letterhead
    kind: TextBlock
    strip: _Band
    missing: _Band
    height: float
    stamp: Node


def _head(sheet: Sheet) -> _Head:
    left = sheet.width * 0.68
    own = letterhead(sheet.clinic.name, _address(sheet), sheet.issue.logo, left)
    kind = paragraph(sheet.kind, look.KIND)
    kind.wrap(sheet.width - left)
    known = sheet.around.strip if sheet.around else _identity(sheet)
    strip = _flowing(known, look.STRIP, sheet.width - 18)
    top = max(own.height, kind.height + 12)
    missing = _missing(sheet)
    below = missing.height + _AROUND_BAND + _BELOW_STRIP if missing.height else _BELOW_STRIP
    return _Head(own, kind, strip, missing, 26 + top + 7 + strip.height + 10 + below, Node("P"))


def _missing(sheet: Sheet) -> _Band:
    """On every page of a learner's paper whose attending has not co-signed."""
    cosign = sheet.issue.cosign
    if cosign is None or not sheet.issue.lacks_cosign:
        return _Band((), 0)
    return _flowing([missing_cosign(cosign)], look.MISSING, sheet.width - 18)


def _address(sheet: Sheet) -> str:
    clinic = sheet.clinic
    telephone, fax = (sheet.around.telephone, sheet.around.fax) if sheet.around else ("Tel", "Fax")
    numbers = (clinic.phone and f"{telephone} {clinic.phone}", clinic.fax and f"{fax} {clinic.fax}")
    return joined((clinic.address, *(number.replace(" ", NB) for number in numbers)), "\u2003 ")


def _begin_page(canvas: Canvas, sheet: Sheet, head: _Head) -> None:
    width, height = sheet.size
    strip = head.strip.height + 10
    band = head.missing.height + _AROUND_BAND if head.missing.height else 0
    bottom = height - head.height + _BELOW_STRIP + band
    canvas.saveState()
    with marked(canvas, None):
        if sheet.stamps:
            _stamp(canvas, sheet)
        canvas.setFillColor(HexColor(look.ACCENT))
        canvas.rect(0, height - 4, width, 4, stroke=0, fill=1)
        if sheet.patient:
            canvas.setFillColor(HexColor(look.SURFACE2))
            canvas.roundRect(MARGIN, bottom, sheet.width, strip, 3, stroke=0, fill=1)
        if band:
            canvas.setFillColor(HexColor(look.WARN))
            canvas.rect(MARGIN, bottom - band, sheet.width, band - _BAND_GAP, stroke=0, fill=1)
    top = height - 26
    head.letterhead.draw(canvas, MARGIN, top)
    head.kind.drawOn(canvas, MARGIN + sheet.width * 0.68, top - head.kind.height)
    if sheet.stamps:
        said = words(bold("  ".join(stamp.value for stamp in sheet.stamps)))
        with marked(canvas, head.stamp if canvas.getPageNumber() == 1 else None):
            draw_line(canvas, MARGIN + sheet.width, top - head.kind.height - 9, said, look.STAMP_WORD)
    head.strip.draw(canvas, MARGIN + 9, bottom + strip - 5)
    head.missing.draw(canvas, MARGIN + 9, bottom - _BAND_GAP - 4)
    canvas.restoreState()


def _stamp(canvas: Canvas, sheet: Sheet) -> None:
    """The stamps across the page, under the text, in a grey that neither hides nor gets lost."""
    width, height = sheet.size
    said = "  ".join(stamp.value for stamp in sheet.stamps)
    size = min(150, 0.95 * width / max(text_width(said, look.Type(1, 1, Weight.BOLD)), 0.1))
    canvas.saveState()
    canvas.translate(width / 2, height / 2)
    canvas.rotate(50)
    style = look.Type(size, size, Weight.BOLD, look.STAMP, look.Align.CENTER)
    draw_line(canvas, 0, -size * 0.36, said, style)
    canvas.restoreState()


# The bottom of a page


@dataclass(frozen=True, slots=True)
class _Foot:
    who: _Band
    about: _Band
    height: float


def _foot(sheet: Sheet) -> _Foot:
    known = sheet.around.foot if sheet.around else _short_identity(sheet)
    said = [words(each) for each in sheet.around.about] if sheet.around else _about(sheet)
    who = _flowing(known, look.FOOT, sheet.width - 70, gap=9)
    about = _flowing(said, look.FOOT_SMALL, sheet.width, gap=12)
    return _Foot(who, about, 19 + about.height + who.height + 5)


def _identity(sheet: Sheet) -> Sequence[Words]:
    return identity(sheet.patient, sheet.on) if sheet.patient else []


def _short_identity(sheet: Sheet) -> list[Words]:
    return short_identity(sheet.patient, sheet.on) if sheet.patient else []


def short_identity(patient: Patient, on: date) -> list[Words]:
    """Name, birth date and record number."""
    name, _born, *rest = identity(patient, on)
    return [name, words(f"Born {day(patient.born)}"), rest[-1]]


def _about(sheet: Sheet) -> list[Words]:
    issue = sheet.issue
    number = f"Document {issue.number}, version {issue.version}" if issue.number else "Not issued, no number"
    number = sheet.never_signed or number
    chain = [words(f"Chain {issue.chain_code}")] if issue.chain_code else []
    return [words(number), *chain, words("Confidential patient information")]


def _numbered(sheet: Sheet, foot: _Foot, tags: Tags) -> Callable[..., Canvas]:
    """A canvas that writes the footers last, when the number of pages is known."""

    class Numbered(Canvas):
        def __init__(self, *args: object, **keywords: object) -> None:
            super().__init__(*args, **keywords)  # type: ignore[arg-type] # passed on as ReportLab gives them
            self._pages: list[dict[str, object]] = []
            self.tags = tags

        def showPage(self) -> None:  # noqa: N802 - ReportLab's name
            self._pages.append(dict(self.__dict__))
            self._startPage()  # type: ignore[attr-defined] # ReportLab's own way to count pages first

        def save(self) -> None:
            pages = self._pages
            for number, page in enumerate(pages, start=1):
                self.__dict__.update(page)
                numbered = sheet.around.number if sheet.around else "Page {number} of {count}"
                _end_page(self, sheet, foot, numbered.format(number=number, count=len(pages)))
                super().showPage()
            super().save()

    return Numbered


def _end_page(canvas: Canvas, sheet: Sheet, foot: _Foot, number: str) -> None:
    top = foot.height
    canvas.saveState()
    with marked(canvas, None):
        canvas.setStrokeColor(HexColor(look.RULE))
        canvas.setLineWidth(0.6)
        canvas.line(MARGIN, top, MARGIN + sheet.width, top)
        foot.who.draw(canvas, MARGIN, top - 5)
        foot.about.draw(canvas, MARGIN, top - 5 - foot.who.height)
        style = look.FOOT_SMALL.aligned(look.Align.RIGHT)
        draw_line(canvas, MARGIN + sheet.width, top - 5 - 8, number, style)
    canvas.restoreState()

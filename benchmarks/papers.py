"""The procedure note beside a bare canvas that draws the same texts and as many lines."""

from collections.abc import Iterator
from ctypes import byref, c_float
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium
from reportlab.pdfgen.canvas import Canvas

from benchmarks.measure import Aim, Plan, Row, against_floor, in_pairs, timed
from benchmarks.people import NOW
from benchmarks.saving import draft_of
from benchmarks.vaults import at_desk
from mbb_desktop.clinical.paper import Meaning, PaperKind
from mbb_desktop.documents.fonts import loaded
from mbb_desktop.documents.issue import Signature
from mbb_desktop.documents.make import make
from mbb_desktop.documents.note_facts import NoteFacts
from mbb_desktop.workflow.issue_paper import note_facts

_AIM = Aim("note", "procedure note, warm / bare canvas drawing the same", 1.25)
_LEAST_ROUNDS = 25


def procedure_note(plan: Plan) -> Iterator[Row]:
    """Warm: fonts and code are loaded on both sides."""
    with at_desk(plan.vault) as (_vault, desk):
        facts = note_facts(desk, draft_of(desk).id)
    pages = drawn_on(signed_note(facts))
    pairs = in_pairs(
        lambda: timed(lambda: signed_note(facts)),
        lambda: timed(lambda: bare_canvas(pages)),
        max(plan.rounds, _LEAST_ROUNDS),
    )
    texts, lines = (sum(len(getattr(page, name)) for page in pages) for name in ("texts", "paths"))
    note = f"{len(pages)} pages, {texts} texts, {lines} paths"
    yield against_floor(_AIM, pairs, note=note)


def signed_note(facts: NoteFacts) -> bytes:
    """The note as it is frozen at signing."""
    signature = Signature(
        "A. Okafor", "MD", "pain medicine", "1234567893", NOW, Meaning.PERFORMED, "5C1E-09BD"
    )
    number = "PN-2026-0001"
    code = "5C1E-09BD-77A4"
    return make(PaperKind.PROCEDURE_NOTE, facts, signature=signature, number=number, chain_code=code).pdf


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One page: its texts with their font, place and size in points, and the points of each of its paths."""

    size: tuple[float, float]
    texts: tuple[tuple[str, str, Point, float], ...]
    paths: tuple[tuple[Point, ...], ...]


def drawn_on(pdf: bytes) -> tuple[Drawn, ...]:
    """What stands on the pages of a paper."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_drawn(page) for page in document)
    finally:
        document.close()


def _drawn(page: pypdfium2.PdfPage) -> Drawn:
    found = list(page.get_objects(max_depth=1, textpage=page.get_textpage()))
    texts = [one for one in found if one.type == pdfium.FPDF_PAGEOBJ_TEXT]
    paths = [one for one in found if one.type == pdfium.FPDF_PAGEOBJ_PATH]
    return Drawn(page.get_size(), tuple(map(_text, texts)), tuple(map(_path, paths)))


def _text(found: pypdfium2.PdfTextObj) -> tuple[str, str, Point, float]:
    left, bottom, _right, _top = found.get_bounds()
    font = found.get_font().get_base_name().rpartition("+")[2]  # without the mark of a subset
    return loaded(font).fontName, found.extract(), (left, bottom), found.get_font_size()


def _path(found: pypdfium2.PdfObject) -> tuple[Point, ...]:
    x, y = c_float(), c_float()
    points: list[Point] = []
    for at in range(pdfium.FPDFPath_CountSegments(found.raw)):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(found.raw, at), byref(x), byref(y))
        points.append((x.value, y.value))
    return tuple(points)


def bare_canvas(pages: tuple[Drawn, ...]) -> bytes:
    """The same texts at the same places, every path as straight lines, and nothing else."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=pages[0].size, invariant=1)
    for page in pages:
        for font, text, (x, y), size in page.texts:
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
        for points in page.paths:
            path = canvas.beginPath()
            path.moveTo(*points[0])
            for point in points[1:]:
                path.lineTo(*point)
            canvas.drawPath(path)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()

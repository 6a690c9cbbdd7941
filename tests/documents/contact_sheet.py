"""Every page of every paper in every hard case on a few large sheets, to be looked at: `make sheet`."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Page, Pdf, Rectangle
from reportlab.pdfgen.canvas import Canvas

from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.documents.fonts import inter
from mbb_desktop.documents.look import Weight
from mbb_desktop.documents.make import make
from mbb_desktop.documents.packet import packet_pdf
from mbb_desktop.documents.procedure_note import procedure_note_pdf
from mbb_desktop.documents.recovery_sheet import recovery_sheet_pdf
from tests.documents.example_changes import CHANGED
from tests.documents.example_courses import LETTER
from tests.documents.example_others import for_patients, one_of_each
from tests.documents.example_packets import PACKET
from tests.documents.example_requests import REQUEST
from tests.documents.examples import CLINIC, DRAFT, FACTS, LONG_NAMES, SIGNED
from tests.documents.test_papers import EVERY as PAPERS
from tests.documents.test_papers import made
from tests.documents.test_procedure_note import EVERY as NOTES

_COLUMNS, _ROWS = 6, 3
_WIDE, _HIGH = 306.0, 396.0  # half a Letter page
_GAP, _CAPTION = 14.0, 16.0


def every_paper() -> Iterator[tuple[str, bytes]]:
    """A name and the PDF of each."""
    for name, facts in (NOTES | CHANGED).items():
        yield f"note, {name}", procedure_note_pdf(facts, SIGNED)
    yield "note, draft", procedure_note_pdf(FACTS, DRAFT)
    for name in PAPERS:
        yield name, made(name)
    yield "letter, draft", make(PaperKind.RFA_LETTER, LETTER).pdf
    long = replace(REQUEST.letter, patient=LONG_NAMES.patient, clinic=LONG_NAMES.clinic)
    yield "authorization, long names, draft", make(PaperKind.AUTHORIZATION, replace(REQUEST, letter=long)).pdf
    yield "packet", packet_pdf(PACKET)
    yield from {**dict(one_of_each()), **dict(for_patients())}.items()
    yield "recovery sheet", recovery_sheet_pdf("ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-4567-89AB-C", CLINIC.name)


def contact_sheet() -> bytes:
    """All pages in order, each under its name and page number."""
    with ExitStack() as opened:
        pages: list[tuple[str, Page]] = []
        for name, pdf in every_paper():
            paper = opened.enter_context(pikepdf.open(BytesIO(pdf)))
            pages += [(f"{name}, page {at}", page) for at, page in enumerate(paper.pages, start=1)]
        each = _COLUMNS * _ROWS
        sheets = [pages[at : at + each] for at in range(0, len(pages), each)]
        made_of = opened.enter_context(pikepdf.open(BytesIO(_captions(sheets))))
        for sheet, shown in zip(made_of.pages, sheets, strict=True):
            for place, (_, page) in enumerate(shown):
                sheet.add_overlay(page, Rectangle(*_box(place)))
        return _saved(made_of)


def _box(place: int) -> tuple[float, float, float, float]:
    """Where a page goes on its sheet, from the lower left corner."""
    row, column = divmod(place, _COLUMNS)
    left = _GAP + column * (_WIDE + _GAP)
    bottom = _GAP + (_ROWS - 1 - row) * (_HIGH + _GAP + _CAPTION)
    return left, bottom, left + _WIDE, bottom + _HIGH


def _captions(sheets: list[list[tuple[str, Page]]]) -> bytes:
    """Sheets with frames and names and no pages yet."""
    size = (_GAP + _COLUMNS * (_WIDE + _GAP), _GAP + _ROWS * (_HIGH + _GAP + _CAPTION))
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    for shown in sheets:
        canvas.setFont(inter(Weight.SEMIBOLD), 11)
        for place, (name, _) in enumerate(shown):
            left, bottom, right, top = _box(place)
            canvas.drawString(left, top + 5, name)
            canvas.rect(left, bottom, right - left, top - bottom)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _saved(file: Pdf) -> bytes:
    kept = BytesIO()
    file.save(kept, deterministic_id=True)
    return kept.getvalue()


if __name__ == "__main__":
    out = Path(sys.argv[1])
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(contact_sheet())
    print(out)

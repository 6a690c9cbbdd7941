"""The sheet with the recovery code, to be printed once and locked away. It holds nothing about patients."""

from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, letter
from reportlab.pdfgen.canvas import Canvas

from mbb_desktop.clinical.people import Paper
from mbb_desktop.documents import look
from mbb_desktop.documents.fonts import SAVING, inter
from mbb_desktop.documents.look import Type, Weight
from mbb_desktop.documents.text import draw_line

_CODE = Type(17, 26, Weight.SEMIBOLD)
_GROUPS_IN_A_ROW = 3
_SENTENCES = (
    "Without a passphrase and this code nobody can open the data, us included.",
    "Whoever has this sheet and the vault's folder can open every record. Lock the sheet away,",
    "and keep it in another building than the computer. Do not photograph it or mail it.",
    "To use it: on the unlock screen choose Use recovery code and type all of it.",
)


def recovery_sheet_pdf(code: str, clinic: str, paper: Paper = Paper.LETTER) -> bytes:
    """One page with the code in large groups; the same arguments give the same bytes."""
    buffer = BytesIO()
    size = letter if paper is Paper.LETTER else A4
    font: Any = inter(Weight.REGULAR)  # the stubs call a font's name a number
    canvas = Canvas(buffer, pagesize=size, invariant=1, initialFontName=font)
    canvas.setTitle("Recovery code")
    y = size[1] - 90
    draw_line(canvas, 72, y, "Recovery code", look.TITLE)
    draw_line(canvas, 72, y - 20, clinic or "MBB Desktop", look.UNDERTITLE)
    y = _draw_groups(canvas, code.split("-"), size[0], y - 50)
    for sentence in _SENTENCES:
        draw_line(canvas, 72, y, sentence, look.BODY)
        y -= 16
    canvas.showPage()
    with SAVING:
        canvas.save()
    return buffer.getvalue()


def _draw_groups(canvas: Canvas, groups: list[str], width: float, top: float) -> float:
    rows = -(-len(groups) // _GROUPS_IN_A_ROW)
    height = 34 * rows + 22
    canvas.setFillColor(HexColor(look.SURFACE2))
    canvas.roundRect(72, top - height, width - 144, height, 6, stroke=0, fill=1)
    apart = (width - 144) / _GROUPS_IN_A_ROW
    for place, group in enumerate(groups):
        row, column = divmod(place, _GROUPS_IN_A_ROW)
        draw_line(canvas, 100 + column * apart, top - 34 - row * 34, group, _CODE)
    return top - height - 34

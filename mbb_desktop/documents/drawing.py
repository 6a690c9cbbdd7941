"""Paint a Drawing on a ReportLab page: the axis is flipped, letters are not, and every letter is printed."""

from collections.abc import Mapping
from types import MappingProxyType

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

from mbb_desktop.documents.look import Align, Type, Weight
from mbb_desktop.documents.tags import Node, marked
from mbb_desktop.documents.text import draw_line
from mbb_desktop.drawing.shapes import (
    MIDDLE_OF_CAPITALS,
    Box,
    Dot,
    Drawing,
    Ink,
    Label,
    Line,
    Path,
    Polygon,
)

PAPER: Mapping[str, str] = MappingProxyType(
    {
        "bg": "#FFFFFF",
        "surface": "#FFFFFF",
        "surface2": "#EDF0F4",
        "border": "#D6DCE4",
        "field": "#7F8A99",
        "text": "#16202C",
        "text2": "#465364",
        "muted": "#5F6C7D",
        "accent": "#0B5F73",
        "accentSoft": "#E1F0F3",
        "left": "#1B5FC4",
        "right": "#B34700",
        "onSide": "#FFFFFF",
        "ok": "#146C43",
        "warn": "#7A5200",
        "danger": "#B3261E",
        "series1": "#5B3FA8",
        "series2": "#0B5F73",
        "boneHi": "#FBF6EA",
        "boneLo": "#EADFC8",
        "boneLine": "#8F7E62",
    }
)
"""The colours of paper: the light ones, on white, whatever the screen shows."""

_ALIGN = {"start": Align.LEFT, "middle": Align.CENTER, "end": Align.RIGHT}


class DrawingFlowable(Flowable):
    """A drawing as a part of a page, `width` points wide; `alt` says what it shows."""

    def __init__(self, drawing: Drawing, width: float, alt: str) -> None:
        super().__init__()
        self.node = Node("Figure", alt=alt)
        self._drawing = drawing
        self.width = width
        self.height = width * drawing.height / drawing.width

    def wrap(self, *_available: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        left, bottom = self.canv.absolutePosition(0, 0)
        self.node.bounds = (left, bottom, left + self.width, bottom + self.height)
        with marked(self.canv, self.node):
            draw_on_canvas(self.canv, self._drawing, (0, 0), self.width)


def draw_on_canvas(
    canvas: Canvas,
    drawing: Drawing,
    corner: tuple[float, float],
    width: float | None = None,
) -> None:
    """Paint with the lower left corner at `corner`, `width` points wide or at its true size."""
    scale = mm if width is None else width / drawing.width
    canvas.saveState()
    canvas.translate(corner[0], corner[1] + drawing.height * scale)
    canvas.scale(scale, -scale)
    canvas.setLineJoin(1)
    for shape in drawing.shapes:
        if isinstance(shape, Label):
            _draw_label(canvas, shape)
        else:
            _draw_outline(canvas, shape)
    canvas.restoreState()


def _draw_outline(canvas: Canvas, shape: Line | Polygon | Path | Dot | Box) -> None:
    ink = shape.ink
    if ink.fill is not None:
        canvas.setFillColor(_on_white(_fill_color(ink), ink.opacity))
    if ink.stroke is not None:
        canvas.setStrokeColor(_on_white(HexColor(PAPER[ink.stroke]), ink.opacity))
        canvas.setLineWidth(ink.width)
        canvas.setLineCap(0 if ink.dash else 1)
        canvas.setDash(list(ink.dash), 0)
    canvas.drawPath(
        _outline(canvas, shape), stroke=int(ink.stroke is not None), fill=int(ink.fill is not None)
    )


def _fill_color(ink: Ink) -> Color:
    """A shaded fill prints as its middle: flat areas stay clean on a grey-scale printer."""
    upper = HexColor(PAPER[ink.fill or "surface"])
    if ink.shade is None:
        return upper
    lower = HexColor(PAPER[ink.shade])
    return Color((upper.red + lower.red) / 2, (upper.green + lower.green) / 2, (upper.blue + lower.blue) / 2)


def _on_white(color: Color, opacity: float) -> Color:
    """How a translucent colour looks on paper: archives allow no transparency (PDF/A-1)."""
    red, green, blue = (1 - opacity * (1 - part) for part in (color.red, color.green, color.blue))
    return Color(red, green, blue)


def _outline(canvas: Canvas, shape: Line | Polygon | Path | Dot | Box) -> PDFPathObject:
    path = canvas.beginPath()
    match shape:
        case Line(start=start, end=end):
            path.moveTo(*start)
            path.lineTo(*end)
        case Polygon(points=points):
            path.moveTo(*points[0])
            for point in points[1:]:
                path.lineTo(*point)
        case Path(start=start, curves=curves):
            path.moveTo(*start)
            for first, second, end in curves:
                path.curveTo(*first, *second, *end)
        case Dot(x=x, y=y, radius=radius):
            path.circle(x, y, radius)
        case Box(x=x, y=y, width=width, height=height, radius=0.0):
            path.rect(x, y, width, height)
        case Box(x=x, y=y, width=width, height=height, radius=radius):
            path.roundRect(x, y, width, height, radius)
    if isinstance(shape, Polygon | Path) and shape.closed:
        path.close()
    return path


def _draw_label(canvas: Canvas, label: Label) -> None:
    canvas.saveState()
    canvas.translate(label.x, label.y + MIDDLE_OF_CAPITALS * label.size)
    canvas.scale(1, -1)
    weight = Weight.SEMIBOLD if label.bold else Weight.REGULAR
    color = int(PAPER[label.token].removeprefix("#"), 16)
    draw_line(canvas, 0, 0, label.text, Type(label.size, label.size, weight, color, _ALIGN[label.anchor]))
    canvas.restoreState()

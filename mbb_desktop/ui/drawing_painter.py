"""Paint a Drawing with Qt."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
)

from mbb_desktop.drawing.shapes import (
    MIDDLE_OF_CAPITALS,
    Box,
    Dot,
    Ink,
    Label,
    Line,
    Path,
    Polygon,
    Shape,
)
from mbb_desktop.ui.language import localized

_DESIGN_SIZE = 100  # text is set at this size and scaled, so that zooming changes no letter's place

_Outlined = Line | Polygon | Path | Dot | Box


def paint(painter: QPainter, shapes: Sequence[Shape], colors: Mapping[str, str], font: QFont) -> None:
    """Paint shapes with one painter unit per millimetre; `font` gives the family.

    Raises KeyError for a token that the palette lacks; inside a paint event that would end the program.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in shapes:
        if isinstance(shape, Label):
            _paint_label(painter, shape, colors, font)
        else:
            _paint_outline(painter, shape, colors)


def _paint_outline(painter: QPainter, shape: _Outlined, colors: Mapping[str, str]) -> None:
    ink = shape.ink
    painter.setOpacity(ink.opacity)
    painter.setBrush(_brush(shape, ink, colors))
    painter.setPen(_pen(ink, colors))
    painter.drawPath(_outline(shape))
    painter.setOpacity(1.0)


def _brush(shape: _Outlined, ink: Ink, colors: Mapping[str, str]) -> QBrush:
    if ink.fill is None:
        return QBrush(Qt.BrushStyle.NoBrush)
    if ink.shade is None:
        return QBrush(QColor(colors[ink.fill]))
    room = shape.bounds()
    run = QLinearGradient(0, room.top, 0, room.bottom)
    run.setColorAt(0, QColor(colors[ink.fill]))
    run.setColorAt(1, QColor(colors[ink.shade]))
    return QBrush(run)


def _pen(ink: Ink, colors: Mapping[str, str]) -> QPen:
    if ink.stroke is None:
        return QPen(Qt.PenStyle.NoPen)
    cap = Qt.PenCapStyle.FlatCap if ink.dash else Qt.PenCapStyle.RoundCap
    pen = QPen(QColor(colors[ink.stroke]), ink.width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)
    if ink.dash:
        pen.setDashPattern([length / ink.width for length in ink.dash])
    return pen


def _outline(shape: _Outlined) -> QPainterPath:
    path = QPainterPath()
    match shape:
        case Line(start=start, end=end):
            path.moveTo(*start)
            path.lineTo(*end)
        case Polygon(points=points, closed=closed):
            path.moveTo(*points[0])
            for point in points[1:]:
                path.lineTo(*point)
            if closed:
                path.closeSubpath()
        case Path(start=start, curves=curves, closed=closed):
            path.moveTo(*start)
            for first, second, end in curves:
                path.cubicTo(*first, *second, *end)
            if closed:
                path.closeSubpath()
        case Dot(x=x, y=y, radius=radius):
            path.addEllipse(QPointF(x, y), radius, radius)
        case Box(x=x, y=y, width=width, height=height, radius=radius):
            path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return path


def _paint_label(painter: QPainter, label: Label, colors: Mapping[str, str], font: QFont) -> None:
    face = QFont(font)
    face.setPixelSize(_DESIGN_SIZE)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    face.setWeight(QFont.Weight.DemiBold if label.bold else QFont.Weight.Normal)
    advance = QFontMetricsF(face).horizontalAdvance(words := localized(label.text))
    before = {"start": 0.0, "middle": advance / 2, "end": advance}[label.anchor]
    painter.save()
    painter.translate(label.x, label.y + MIDDLE_OF_CAPITALS * label.size)
    painter.scale(label.size / _DESIGN_SIZE, label.size / _DESIGN_SIZE)
    painter.setFont(face)
    painter.setPen(QColor(colors[label.token]))
    painter.drawText(QPointF(-before, 0), words)
    painter.restore()

"""Chips: a state as icon and word, a side as letter and shape, a safety fact as a small mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mbb_desktop.ui import icons, theme
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import TONE_COLORS, Tone

_HIGH, _SIDE, _MARK, _GAP = 22, 18, 24, 6
_CLEAR = QColor(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Chip:
    """A state in words, with its icon; the colour only supports them."""

    text: str
    tone: Tone = "neutral"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class SideChip:
    """The patient's side: L is a square, R a circle; filled when recorded, hollow while planned."""

    side: Literal["L", "R"]
    recorded: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """What may stop a case: neutral is fine, warn is to mind, danger stops; dashed while not asked."""

    icon: str
    tone: Tone
    tip: str
    asked: bool = True


Piece = Chip | SideChip | Mark


def width_of(piece: Piece) -> float:
    """How many pixels a chip takes."""
    if isinstance(piece, Chip):
        font = theme.font(12, 600)
        pictured = theme.px(18 if piece.text else 10) if piece.icon else 0
        return QFontMetricsF(font).horizontalAdvance(localized(piece.text)) + pictured + theme.px(16)
    return theme.px(_SIDE if isinstance(piece, SideChip) else _MARK)


def laid_out(
    pieces: Sequence[Piece], room: float, shorten: bool = False
) -> list[tuple[QRectF, Piece, Piece]]:
    """Where each chip goes in a row: its box from (0, 0) down the middle, how it is shown, and what it is.

    With `shorten` a chip that has no room shows its icon alone.
    """
    placed: list[tuple[QRectF, Piece, Piece]] = []
    left = 0.0
    for piece in pieces:
        shown = piece
        if shorten and isinstance(piece, Chip) and piece.icon and left + width_of(piece) > room:
            shown = Chip("", piece.tone, piece.icon)
        high = theme.px({Chip: _HIGH, SideChip: _SIDE, Mark: _MARK}[type(piece)])
        placed.append((QRectF(left, -high / 2, width_of(shown), high), shown, piece))
        left += width_of(shown) + theme.px(3 if isinstance(piece, Mark) else _GAP)
    return placed


def paint_chips(painter: QPainter, box: QRectF, pieces: Sequence[Piece], shorten: bool = False) -> None:
    """Paint chips from the left of the box, centred in its height."""
    start = QPointF(box.left(), box.center().y())
    for place, shown, _piece in laid_out(pieces, box.width(), shorten):
        paint_chip(painter, place.translated(start), shown)


def paint_chip(painter: QPainter, box: QRectF, piece: Piece) -> None:
    """Paint one chip that fills the box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if isinstance(piece, Chip):
        _paint_state(painter, box, piece)
    elif isinstance(piece, SideChip):
        _paint_side(painter, box, piece)
    else:
        _paint_mark(painter, box, piece)
    painter.restore()


def _paint_state(painter: QPainter, box: QRectF, chip: Chip) -> None:
    front, ground = TONE_COLORS[chip.tone]
    painter.setPen(_outline_when_grounds_are_plain(front, ground))
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), box.height() / 2, box.height() / 2)
    left = box.left() + theme.px(8)
    if chip.icon:
        side = theme.px(14)
        icons.paint(
            painter, chip.icon, QRectF(left - theme.px(2), box.center().y() - side / 2, side, side), front
        )
        left += theme.px(16)
    painter.setPen(theme.color(front))
    painter.setFont(theme.font(12, 600))
    room = QRectF(left, box.top(), box.right() - left, box.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, localized(chip.text))


def _outline_when_grounds_are_plain(front: str, ground: str) -> QPen:
    plain = theme.tokens()[ground] == theme.tokens()["surface"]
    return QPen(theme.color(front), 1.0) if plain else QPen(_CLEAR)


def _paint_side(painter: QPainter, box: QRectF, chip: SideChip) -> None:
    own = theme.color("left" if chip.side == "L" else "right")
    painter.setPen(QPen(own, 2.0))
    painter.setBrush(own if chip.recorded else theme.color("surface"))
    shape = box.adjusted(1, 1, -1, -1)
    if chip.side == "L":
        painter.drawRoundedRect(shape, theme.px(3), theme.px(3))
    else:
        painter.drawEllipse(shape)
    painter.setPen(theme.color("onSide") if chip.recorded else own)
    painter.setFont(theme.font(10, 700))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, chip.side)


def _paint_mark(painter: QPainter, box: QRectF, mark: Mark) -> None:
    front, ground = TONE_COLORS[mark.tone]
    if not mark.asked:
        _frame(painter, box, QPen(theme.color("field"), 1.0, Qt.PenStyle.DashLine), _CLEAR)
    elif mark.tone in ("warn", "danger"):
        _frame(painter, box, QPen(theme.color(front), 1.2), theme.color(ground))
    inset = box.width() * 0.21
    icons.paint(painter, mark.icon, box.adjusted(inset, inset, -inset, -inset), front)


def _frame(painter: QPainter, box: QRectF, pen: QPen, ground: QColor) -> None:
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(5), theme.px(5))


class ChipLabel(QWidget):
    """One chip among other widgets."""

    def __init__(self, piece: Piece) -> None:
        super().__init__()
        self._piece = piece
        self.show_chip(piece)

    def show_chip(self, piece: Piece) -> None:
        """Change what it says."""
        self._piece = piece
        self.setAccessibleName(spoken(piece))
        self._fit()
        self.update()

    def chip(self) -> Piece:
        """What it says."""
        return self._piece

    def _fit(self) -> None:
        high = {Chip: _HIGH, SideChip: _SIDE, Mark: _MARK}[type(self._piece)]
        self.setFixedSize(QSize(round(width_of(self._piece)) + 1, theme.px(high)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_chip(painter, QRectF(self.rect()), self._piece)


class SideChipLabel(ChipLabel):
    """A side chip among other widgets."""

    def __init__(self, side: Literal["L", "R"], recorded: bool) -> None:
        super().__init__(SideChip(side, recorded))


def spoken(piece: Piece) -> str:
    """A chip as a screen reader says it."""
    if isinstance(piece, Chip):
        return piece.text
    if isinstance(piece, Mark):
        return piece.tip
    return localized(
        f"{'left' if piece.side == 'L' else 'right'}, {'recorded' if piece.recorded else 'planned'}"
    )

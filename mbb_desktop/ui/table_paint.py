"""Paint the cells of a table: two lines, chips, a tick box, a button on the chosen row."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import Piece, laid_out, paint_chips
from mbb_desktop.ui.parts import paint_check

CELL = Qt.ItemDataRole.UserRole + 3
"""The model's role that gives a CellLook."""

_PAD, _CHECK, _BUTTON_HIGH = 8, 22, 30


@dataclass(frozen=True, slots=True)
class CellLook:
    """Everything that is painted in one cell."""

    text: str
    second: str = ""
    chips: Sequence[Piece] = ()
    strong: bool = False
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    action: str = ""
    checked: bool | None = None
    struck: bool = False


def text_box(look: CellLook, cell: QRectF) -> QRectF:
    """Where the words are: inside the padding, right of the tick box."""
    left = theme.px(_CHECK + 14) if look.checked is not None else 0
    return cell.adjusted(theme.px(_PAD) + left, 0, -theme.px(_PAD), 0)


def button_box(look: CellLook, cell: QRectF) -> QRectF:
    """Where the cell's button is painted, at the right."""
    width = QFontMetricsF(theme.font(13, 600)).horizontalAdvance(look.action) + theme.px(30)
    high = theme.px(_BUTTON_HIGH)
    return QRectF(cell.right() - theme.px(16) - width, cell.center().y() - high / 2, width, high)


def piece_under(look: CellLook, cell: QRectF, at: QPointF) -> Piece | None:
    """The chip or mark at a point."""
    box = text_box(look, cell)
    left = _chips_left(look, box)
    for place, _shown, piece in laid_out(look.chips, box.right() - left, bool(look.text)):
        if place.left() <= at.x() - left <= place.right():
            return piece
    return None


def cut_words(look: CellLook, cell: QRectF) -> str:
    """The lines of a cell that have no room, whole; empty when nothing is cut."""
    room = text_box(look, cell).width()
    fonts = ((look.text, _first_font(look)), (look.second, theme.font(12)))
    cut = [text for text, font in fonts if QFontMetricsF(font).horizontalAdvance(text) > room]
    return "\n".join(cut)


def paint_cell(painter: QPainter, cell: QRectF, look: CellLook, chosen: bool) -> None:
    """Paint one cell on its ground."""
    if look.checked is not None:
        side = theme.px(_CHECK)
        paint_check(
            painter,
            QRectF(cell.left() + theme.px(_PAD), cell.center().y() - side / 2, side, side),
            look.checked,
        )
    if look.action:
        _paint_button(painter, button_box(look, cell), look.action, chosen)
    _paint_words(painter, text_box(look, cell), look)


def _paint_words(painter: QPainter, box: QRectF, look: CellLook) -> None:
    first, half = box, theme.px(17)
    if look.second:
        first = QRectF(box.left(), box.center().y() - half, box.width(), half)
        second = QRectF(box.left(), box.center().y() - theme.px(1), box.width(), half)
        painter.setPen(theme.color("muted"))
        _write(painter, second, look.second, look.align, theme.font(12))
    painter.setPen(theme.color("text"))
    _write(painter, first, look.text, look.align, _first_font(look), struck=look.struck)
    left = _chips_left(look, box)
    room = QRectF(left, first.top(), box.right() - left, first.height())
    paint_chips(painter, room, look.chips, shorten=bool(look.text))


def _first_font(look: CellLook) -> QFont:
    return theme.font(13, 600 if look.strong or look.second else 400)


def _write(  # noqa: PLR0913 - what is written where and how
    painter: QPainter, box: QRectF, text: str, align: Qt.AlignmentFlag, font: QFont, *, struck: bool = False
) -> None:
    font.setStrikeOut(struck)
    painter.setFont(font)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, shown)


def _chips_left(look: CellLook, box: QRectF) -> float:
    taken = QFontMetricsF(_first_font(look)).horizontalAdvance(look.text)
    return box.left() + (taken + theme.px(8) if look.text else 0)


def _paint_button(painter: QPainter, box: QRectF, text: str, chosen: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent" if chosen else "field"), 1.0))
    painter.setBrush(theme.color("accent" if chosen else "surface"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
    painter.setPen(theme.color("onAccent" if chosen else "text"))
    painter.setFont(theme.font(13, 600 if chosen else 500))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class CellDelegate(QStyledItemDelegate):
    """Paints every cell of a RecordTable."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look: CellLook = index.data(CELL)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._ground(painter, option, index, chosen)
        paint_cell(painter, QRectF(option.rect), look, chosen)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        look: CellLook = index.data(CELL)
        wide = QFontMetricsF(theme.font(13, 600)).horizontalAdvance(look.text)
        return QSize(round(wide) + theme.px(24), option.rect.height())

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        chosen: bool,
    ) -> None:
        box: QRect = option.rect
        painter.fillRect(box, theme.color("accentSoft" if chosen else "surface"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.color("border"))
        if chosen:
            ringed = option.widget is not None and option.widget.hasFocus()
            _paint_chosen(painter, box, first=index.column() == 0, ringed=ringed)


def _paint_chosen(painter: QPainter, box: QRect, *, first: bool, ringed: bool) -> None:
    """A bar at the row's left edge; lines above and below where the keyboard is, or no tint says it."""
    accent, bare = theme.color("accent"), theme.is_high_contrast()
    if first:
        painter.fillRect(QRect(box.left(), box.top(), theme.px(6 if bare else 3), box.height()), accent)
    wide = theme.ring() if ringed else 1
    if ringed or bare:
        painter.fillRect(QRect(box.left(), box.top(), box.width(), wide), accent)
        painter.fillRect(QRect(box.left(), box.bottom() + 1 - wide, box.width(), wide), accent)

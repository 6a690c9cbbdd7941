"""The rows of the palette: painted, one chosen, two lines for a person, a key for a command."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mbb_desktop.ui import icons, theme
from mbb_desktop.ui.chips import Chip, paint_chip, width_of
from mbb_desktop.ui.parts import paint_focus, paint_keycap

_HEAD, _HIGH, _LEFT, _WORDS = 28, 46, 20, 48


@dataclass(frozen=True, slots=True)
class Row:
    """What is shown, and what choosing it does."""

    icon: str
    title: str
    run: Callable[[], object]
    second: str = ""
    chip: Chip | None = None
    patient_id: UUID | None = None
    keys: str = ""


class PaletteRows(QWidget):
    """Groups of rows with their headings; the first row is chosen when they are shown."""

    chosen = Signal(object)
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.at = 0
        self._groups: tuple[tuple[str, Sequence[Row]], ...] = ()
        self._rows: list[Row] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("What was found"))

    def show_groups(self, groups: Sequence[tuple[str, Sequence[Row]]]) -> None:
        """Replace all rows; a group without rows has no heading."""
        self._groups = tuple((title, rows) for title, rows in groups if rows)
        self._rows = [row for _title, rows in self._groups for row in rows]
        self.at = 0
        self.updateGeometry()
        self.update()

    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def titles(self) -> list[str]:
        """What the rows say, from top to bottom."""
        return [row.title for row in self._rows]

    def current(self) -> Row | None:
        """The chosen row."""
        return self._rows[self.at] if self._rows else None

    def choose(self, at: int) -> None:
        """Choose a row by its number from the top."""
        if 0 <= at < len(self._rows):
            self.at = at
            self.update()
            self.moved.emit()

    def move_by(self, steps: int) -> None:
        """Up or down, around the ends."""
        if self._rows:
            self.choose((self.at + steps) % len(self._rows))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(640), round(sum(box.height() for _row, box in self._boxes(640))))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._row_at(event.position())
        if at is not None and at != self.at:
            self.choose(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._row_at(event.position())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self._rows[at])

    def paintEvent(self, _event: QPaintEvent) -> None:
        at = 0
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for row, box in self._boxes(self.width()):
                if isinstance(row, str):
                    _paint_heading(painter, box, row)
                    continue
                _paint_row(painter, box, row, chosen=at == self.at)
                at += 1

    def _boxes(self, width: float) -> list[tuple[Row | str, QRectF]]:
        """Headings and rows with their places."""
        found: list[tuple[Row | str, QRectF]] = []
        down = 0.0
        for title, rows in self._groups:
            group: list[Row | str] = [title, *rows]
            for each in group:
                high = theme.px(_HEAD if isinstance(each, str) else _HIGH)
                found.append((each, QRectF(0, down, width, high)))
                down += high
        return found

    def _row_at(self, place: QPointF) -> int | None:
        boxes = [box for row, box in self._boxes(self.width()) if isinstance(row, Row)]
        return next((at for at, box in enumerate(boxes) if box.contains(place)), None)


def _paint_heading(painter: QPainter, box: QRectF, title: str) -> None:
    painter.setPen(theme.color("text2"))
    painter.setFont(theme.font(12, 500))
    painter.drawText(
        box.adjusted(theme.px(_LEFT), 0, 0, 0),
        Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
        title,
    )


def _paint_row(painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:
    if chosen:
        painter.fillRect(box, theme.color("accentSoft"))
        painter.fillRect(QRectF(0, box.top(), theme.px(3), box.height()), theme.color("accent"))
        if theme.is_high_contrast():
            paint_focus(painter, box, theme.px(4))
    side = theme.px(17)
    left = QRectF(theme.px(_LEFT), box.center().y() - side / 2, side, side)
    icons.paint(painter, row.icon, left, "accent" if chosen else "text2")
    right = box.right() - theme.px(16)
    for key in (row.keys, "Enter" if chosen and row.patient_id else ""):
        if key:
            right = paint_keycap(painter, right, box.center().y(), key) - theme.px(10)
    if row.chip is not None:
        wide = width_of(row.chip)
        high = theme.px(22)
        paint_chip(painter, QRectF(right - wide, box.center().y() - high / 2, wide, high), row.chip)
        right -= wide + theme.px(10)
    _paint_words(painter, QRectF(theme.px(_WORDS), box.top(), right - theme.px(_WORDS), box.height()), row)


def _paint_words(painter: QPainter, box: QRectF, row: Row) -> None:
    shift = theme.px(9) if row.second else 0
    for text, font, color, down in (
        (row.title, theme.font(13, 600), "text", -shift),
        (row.second, theme.font(12), "text2", shift),
    ):
        painter.setFont(font)
        painter.setPen(QPen(theme.color(color)))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(
            box.translated(0, down), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown
        )

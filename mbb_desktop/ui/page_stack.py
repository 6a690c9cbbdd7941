"""Sheets of paper under each other; asks for the pictures of those that can be seen."""

from collections import OrderedDict
from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mbb_desktop.ui import theme
from mbb_desktop.ui.pdf_pages import PageSize

_GAP = 16
_MOST_KEPT = 12


class PageStack(QWidget):
    """`zoom` is pixels per point. `wanted` names a page, counted from 0, whose picture is missing."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._sizes: tuple[PageSize, ...] = ()
        self._zoom = 1.0
        self._pictures: OrderedDict[int, QImage] = OrderedDict()
        self._asked: set[int] = set()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_sizes(self, sizes: tuple[PageSize, ...]) -> None:
        """Lay out blank sheets."""
        self._sizes = sizes
        self.forget()
        self._fit()

    def show_pages(self, sizes: tuple[PageSize, ...], zoom: float, pictures: Mapping[int, QImage]) -> None:
        """Put other sheets in the place of these at once, with the pictures that are made already."""
        self._sizes, self._zoom = sizes, zoom
        self._pictures = OrderedDict(pictures)
        self._asked = set(pictures)
        self._fit()

    def set_zoom(self, zoom: float) -> None:
        """Change the size; sheets stay, their pictures are asked for again."""
        if abs(zoom - self._zoom) > 0.001:
            self._zoom = zoom
            self._asked.clear()
            self._fit()

    def zoom(self) -> float:
        """Pixels per point."""
        return self._zoom

    def widest(self) -> float:
        """The width of the widest sheet in points."""
        return max((size.width for size in self._sizes), default=612.0)

    def count(self) -> int:
        """How many sheets there are."""
        return len(self._sizes)

    def show_picture(self, at: int, picture: QImage) -> None:
        """The picture of a sheet; old ones are let go."""
        self._pictures[at] = picture
        self._pictures.move_to_end(at)
        while len(self._pictures) > _MOST_KEPT:
            gone, _picture = self._pictures.popitem(last=False)
            self._asked.discard(gone)
        self.update()

    def has_pictures(self) -> bool:
        """Whether any page is held in memory."""
        return bool(self._pictures)

    def forget(self) -> None:
        """Let every picture go."""
        self._pictures.clear()
        self._asked.clear()
        self.update()

    def top_of(self, at: int) -> int:
        """Where a sheet begins."""
        gap = theme.px(_GAP)
        return gap + sum(round(size.height * self._zoom) + gap for size in self._sizes[:at])

    def page_at(self, y: int) -> int:
        """The sheet that is at a height, counted from 0."""
        at = 0
        for index in range(len(self._sizes)):
            if self.top_of(index) <= y:
                at = index
        return at

    def sizeHint(self) -> QSize:
        wide = round(self.widest() * self._zoom) + 2 * theme.px(_GAP)
        return QSize(wide, self.top_of(len(self._sizes)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        seen: list[int] = []
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for at in range(len(self._sizes)):
                sheet = self._sheet(at)
                if sheet.intersects(QRectF(event.rect())):
                    self._paint(painter, at, sheet)
                    seen.append(at)
        for at in seen:
            if at not in self._asked:
                self._asked.add(at)
                self.wanted.emit(at)

    def _paint(self, painter: QPainter, at: int, sheet: QRectF) -> None:
        shade = theme.color("text")
        for spread in (3, 2, 1):
            shade.setAlpha(14)
            painter.fillRect(sheet.adjusted(-spread, -spread + 1, spread, spread + 1), shade)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        picture = self._pictures.get(at)
        if picture is not None:
            painter.drawImage(sheet, picture)
        painter.setPen(QPen(theme.color("border"), 1.0))
        painter.drawRect(sheet)

    def _sheet(self, at: int) -> QRectF:
        size = self._sizes[at]
        wide, high = round(size.width * self._zoom), round(size.height * self._zoom)
        return QRectF((self.width() - wide) / 2, self.top_of(at), wide, high)

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.setMinimumWidth(self.sizeHint().width())
        self.updateGeometry()
        self.update()

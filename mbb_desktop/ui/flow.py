"""A row of widgets that breaks into further rows where the width ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from mbb_desktop.ui import theme


class FlowLayout(QLayout):
    """Places its widgets from left to right, row by row; gaps are pixels at 100 percent."""

    def __init__(self, parent: QWidget | None = None, across: int = 16, down: int = 6) -> None:
        super().__init__(parent) if parent else super().__init__()
        self._items: list[QLayoutItem] = []
        self._across, self._down = across, down
        self._heights: dict[int, int] = {}
        """For each width; layouts around this one ask for the same few very often."""
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._heights.clear()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._placed(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        self._placed(box, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _placed(self, box: QRect, move: bool) -> int:
        """Place every item, or only measure; gives the height that is needed."""
        margins = self.contentsMargins()
        left, right = box.left() + margins.left(), box.right() - margins.right()
        x, y, high = left, box.top() + margins.top(), 0
        room = right - left + 1
        for row in self._rows(room):
            sizes = [_within(item, room) for item in row]
            high = max(size.height() for size in sizes)
            for item, size in zip(row, sizes, strict=True):
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + theme.px(self._across)
            x, y = left, y + high + theme.px(self._down)
        return y - (theme.px(self._down) if self._items else 0) + margins.bottom() - box.top()

    def _rows(self, room: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = 0
        for item in (each for each in self._items if not each.isEmpty()):
            wide = _within(item, room).width()
            if rows and used + wide <= room:
                rows[-1].append(item)
            else:
                rows.append([item])
                used = 0
            used += wide + theme.px(self._across)
        return rows


def _within(item: QLayoutItem, room: int) -> QSize:
    """What an item takes; words that wrap get no wider than the row."""
    size = item.sizeHint()
    if size.width() <= room or not item.hasHeightForWidth():
        return size
    return QSize(room, item.heightForWidth(room))

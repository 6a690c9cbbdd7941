"""A table as high as its rows: the page around it scrolls, not the table."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt

from mbb_desktop.ui import theme
from mbb_desktop.ui.record_table import Column, RecordTable

T = TypeVar("T")


class FittedTable(RecordTable[T]):
    """Call `fit` after showing other rows. Too narrow a place gets a bar below, not over, the rows."""

    def __init__(self, columns: Sequence[Column[T]], name: str, row_height: int = 48) -> None:
        self._high = row_height
        super().__init__(columns, name, row_height=row_height)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().rangeChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height of the rows."""
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() else 0
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + len(self.records()) * theme.px(self._high) + below + 1)

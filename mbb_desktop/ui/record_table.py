"""Show many records: a table is its columns; one model, painted cells, whole rows as targets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip

from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import Piece, spoken
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.table_paint import (
    CELL,
    CellDelegate,
    CellLook,
    button_box,
    cut_words,
    piece_under,
    text_box,
)
from mbb_desktop.ui.tool_tip import plain_tip

T = TypeVar("T")

RECORD = Qt.ItemDataRole.UserRole + 1
SORT = Qt.ItemDataRole.UserRole + 2

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTER = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column. Annotate the list: `columns: list[Column[Row]] = [Column("Time", lambda row: ...)]`."""

    title: str
    text: Callable[[T], str]
    second: Callable[[T], str] | None = None
    """A smaller second line."""
    chips: Callable[[T], Sequence[Piece]] | None = None
    """Chips after the first line."""
    sort: Callable[[T], Any] | None = None
    align: Qt.AlignmentFlag = LEFT
    strong: bool = False
    width: int | None = None
    """Pixels at 100 percent; without it the column shares the room that is left."""
    least: int = 160
    """What a column without a width takes at least, in pixels at 100 percent."""
    action: Callable[[T], str] | None = None
    """The words of a button that is painted in the cell; empty for none."""
    struck: Callable[[T], bool] | None = None
    """Whether the first line is struck through: what was entered in error."""
    verbatim: bool = False
    """Whether it shows words of a paper, which keeps its language."""

    def shown(self, words: Callable[[T], str], row: T) -> str:
        """What stands in a cell."""
        return words(row) if self.verbatim else localized(words(row))


class RecordModel(QAbstractTableModel, Generic[T]):
    """The rows as they are; they come sorted and paged."""

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self.rows: list[T] = []
        self.checked: set[int] | None = None
        self.may_check: Callable[[T], bool] = _always

    def show(self, rows: Sequence[T]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = list(rows)
        if self.checked is not None:
            self.checked = set()
        self.endResetModel()

    def append(self, rows: Sequence[T]) -> None:
        """Add the next page."""
        if not rows:
            return
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
        self.rows.extend(rows)
        self.endInsertRows()

    def replace(self, at: int, row: T) -> None:
        """Show another record in a row; whether it is ticked stays."""
        self.rows[at] = row
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        if role == CELL:
            return self._look(index)
        if role == RECORD:
            return self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            column = self.columns[index.column()]
            return column.shown(column.text, self.rows[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        if role == SORT:
            sort = self.columns[index.column()].sort
            return sort(self.rows[index.row()]) if sort else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].align | Qt.AlignmentFlag.AlignVCenter
        return None

    def _look(self, index: QModelIndex | QPersistentModelIndex) -> CellLook:
        column, row = self.columns[index.column()], self.rows[index.row()]
        return CellLook(
            text=column.shown(column.text, row),
            second=column.shown(column.second, row) if column.second else "",
            chips=column.chips(row) if column.chips else (),
            strong=column.strong,
            align=column.align,
            action=column.action(row) if column.action else "",
            struck=column.struck(row) if column.struck else False,
            checked=self._is_checked(index.row()) if index.column() == 0 else None,
        )

    def _is_checked(self, row: int) -> bool | None:
        """None where there is no box."""
        if self.checked is None or not self.may_check(self.rows[row]):
            return None
        return row in self.checked

    def _spoken(self, index: QModelIndex | QPersistentModelIndex) -> str:
        look = self._look(index)
        return ", ".join(
            part for part in (look.text, look.second, *map(spoken, look.chips), look.action) if part
        )


class RecordTable(QTableView, Generic[T]):
    """Up and Down move, Enter or a double click opens, Space ticks where rows can be ticked."""

    opened = Signal(object)
    picked = Signal(object)
    acted = Signal(object, str)
    checks_changed = Signal()
    more_needed = Signal()
    sort_asked = Signal(int, bool)

    def __init__(
        self, columns: Sequence[Column[T]], name: str, checkable: bool = False, row_height: int = 48
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.records_model: RecordModel[T] = RecordModel(columns, self)
        self.records_model.checked = set() if checkable else None
        self.setModel(self.records_model)
        self._delegate = CellDelegate(self)
        self.setItemDelegate(self._delegate)
        self._row_height = row_height
        self._behave()
        self._arrange()
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_records(self, records: Sequence[T], key: Callable[[T], object] | None = None) -> None:
        """Show these rows; the chosen row stays chosen where `key` finds it again."""
        chosen = self.current()
        self.records_model.show(records)
        if chosen is None or key is None:
            return
        again = [at for at, record in enumerate(records) if key(record) == key(chosen)]
        if again:
            self.select(again[0])

    def append_records(self, records: Sequence[T]) -> None:
        """Add the next page at the end."""
        self.records_model.append(records)

    def records(self) -> list[T]:
        """All rows that are shown."""
        return list(self.records_model.rows)

    def current(self) -> T | None:
        """The chosen row."""
        row = self.currentIndex().row()
        return self.records_model.rows[row] if row >= 0 else None

    def select(self, row: int) -> None:
        """Choose a row, counted from 0."""
        self.setCurrentIndex(self.records_model.index(row, 0))

    def checked(self) -> list[T]:
        """The ticked rows, from top to bottom."""
        ticked = self.records_model.checked or set()
        return [self.records_model.rows[row] for row in sorted(ticked)]

    def check(self, rows: Sequence[int]) -> None:
        """Tick exactly these rows."""
        self._set_checked(set(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        record = self.current()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and record is not None:
            self.opened.emit(record)
        elif event.key() == Qt.Key.Key_Space and self.records_model.checked is not None:
            self._toggle(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        look, cell = index.data(CELL), QRectF(self.visualRect(index))
        if look.action and button_box(look, cell).contains(event.position()):
            self.acted.emit(self.records_model.rows[index.row()], look.action)
        elif look.checked is not None and event.position().x() < text_box(look, cell).left():
            self._toggle(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.records_model.rows[index.row()])

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.records_model.rows:
            self.select(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row_height"):
            self._size()

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _arrange(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(any(column.sort for column in self.records_model.columns))
        header.sectionClicked.connect(self._on_header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self._size()

    def _size(self) -> None:
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(theme.px(24))
        rows.setDefaultSectionSize(theme.px(self._row_height))
        columns = self.records_model.columns
        metrics = self.horizontalHeader().fontMetrics()
        heads = [metrics.horizontalAdvance(column.title) + theme.px(16) for column in columns]
        fixed = [
            max(theme.px(column.width), head) if column.width is not None else None
            for column, head in zip(columns, heads, strict=True)
        ]
        taken = sum(filter(None, fixed))
        sharing = sum(column.width is None for column in columns)
        share = (self.viewport().width() - taken) // max(1, sharing)
        for at, (column, wide) in enumerate(zip(columns, fixed, strict=True)):
            self.setColumnWidth(at, wide or max(share, theme.px(column.least)))

    def _toggle(self, row: int) -> None:
        self._set_checked((self.records_model.checked or set()) ^ {row})

    def _set_checked(self, rows: set[int]) -> None:
        may_check, known = self.records_model.may_check, self.records_model.rows
        self.records_model.checked = {row for row in rows if may_check(known[row])}
        self.viewport().update()
        self.checks_changed.emit()

    def _show_tip(self, event: QHelpEvent) -> None:
        index = self.indexAt(event.pos())
        look = index.data(CELL) if index.isValid() else None
        cell = QRectF(self.visualRect(index))
        piece = piece_under(look, cell, QPointF(event.pos())) if look else None
        said = spoken(piece) if piece else plain_tip(cut_words(look, cell)) if look else ""
        QToolTip.showText(event.globalPos(), said, self.viewport())

    def _on_row_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self.records_model.rows[index.row()])

    def _on_header(self, section: int) -> None:
        if self.records_model.columns[section].sort is None:
            return
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        down = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        self.sort_asked.emit(section, down)

    def _on_scrolled(self, place: int) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() and place >= bar.maximum() - bar.pageStep():
            self.more_needed.emit()


def _always(_record: object) -> bool:
    return True

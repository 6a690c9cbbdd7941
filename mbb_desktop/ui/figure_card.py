"""A card with one figure: its chart, the same as a table, and what is counted and left out."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from mbb_desktop.drawing.relief_chart import SCREEN_TEXT
from mbb_desktop.ui import theme
from mbb_desktop.ui.choices import Segments
from mbb_desktop.ui.figure_words import Shown
from mbb_desktop.ui.fitted_table import FittedTable
from mbb_desktop.ui.parts import Button, Card, grey, help_text, words
from mbb_desktop.ui.record_table import RIGHT, Column
from mbb_desktop.ui.spine_view import ThemedView

Row = tuple[str, ...]
Head = tuple[str, int | None]
"""The words over a column and how wide it is, in pixels at 100 percent."""

_ROW = 30


class FigureView(ThemedView):
    """A chart made for the room it has."""

    def __init__(self, high: int) -> None:
        self._shown: Shown | None = None
        self._room = (0.0, 0.0)
        self._high = high
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.room_changed.connect(self._on_room)

    def show_figure(self, shown: Shown) -> None:
        """Draw another one."""
        self._shown = shown
        self.setAccessibleDescription(shown.spoken)
        self.draw_soon()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(self._high))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw(self) -> None:
        if self._shown is None or min(self._room) < 15:
            return
        self.set_drawing(self._shown.draw(self._room, SCREEN_TEXT))

    def _on_room(self, width: float, height: float) -> None:
        self._room = (width, height)
        self.draw_soon()


class FigureCard(Card):
    """`columns` are the heads of its table; with `ways` it asks for one of them by `way_chosen`."""

    way_chosen = Signal(int)

    def __init__(self, title: str, columns: Sequence[Head], *, high: int, ways: Sequence[str] = ()) -> None:
        super().__init__(title)
        self.ways = Segments(ways) if ways else None
        self.view = FigureView(high)
        self.view.setAccessibleName(title)
        self.table: FittedTable[Row] = FittedTable(figure_columns(columns), title, _ROW)
        self._nothing = words("", "muted")
        self.caption = help_text("")
        self.as_table = Button(self.tr("Table"), icon="list")
        self.as_table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.as_table.setAccessibleName(self.tr("{0}: table").format(title))
        self.as_table.clicked.connect(self._on_table)
        self._build()

    def show_figure(self, shown: Shown, nothing: str = "") -> None:
        """Show a figure; `nothing` stands there instead of an empty one."""
        self._nothing.setText(nothing)
        self.view.show_figure(shown)
        self.table.show_records(shown.rows)
        self.table.fit()
        self.caption.setText(shown.caption)
        self._choose()

    def _build(self) -> None:
        self._tabled = False
        if self.ways is not None:
            self.ways.choose(0)
            for at, button in enumerate(self.ways.buttons):
                button.clicked.connect(lambda _checked=False, at=at: self._on_way(at))
            self.ways.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            self.head.addWidget(self.ways)
        self.head.addWidget(self.as_table)
        self.body.addWidget(self.view, 1)
        for part in (self.table, self._nothing):
            self.body.addWidget(part)
        self.body.addStretch(0)
        self.body.addWidget(self.caption)
        self._choose()

    def _on_way(self, at: int) -> None:
        if self.ways is not None:
            self.ways.choose(at)  # one is always chosen
        self.way_chosen.emit(at)

    def _on_table(self) -> None:
        self._tabled = not self._tabled
        title = self.view.accessibleName()
        self.as_table.say(self.tr("Chart") if self._tabled else self.tr("Table"))
        self.as_table.show_icon("chart-column" if self._tabled else "list")
        said = self.tr("{0}: chart") if self._tabled else self.tr("{0}: table")
        self.as_table.setAccessibleName(said.format(title))
        self._choose()

    def _choose(self) -> None:
        empty = bool(self._nothing.text())
        for part, wanted in ((self.view, not self._tabled), (self.table, self._tabled)):
            if not wanted or part.parentWidget() is not None:
                part.setVisible(wanted and not empty)
        self._nothing.setVisible(empty)
        grey(self.as_table, self._nothing.text())


def figure_columns(heads: Sequence[Head]) -> list[Column[Row]]:
    """Words at the left, which take the room that is left, and numbers at the right."""
    return [_column(head, at) for at, head in enumerate(heads)]


def _column(head: Head, at: int) -> Column[Row]:
    title, width = head
    align = RIGHT if at else Qt.AlignmentFlag.AlignLeft
    return Column(title, lambda row: row[at] if at < len(row) else "", align=align, width=width, least=110)

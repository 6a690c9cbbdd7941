"""A grid of pain scores: each box goes on to the next empty one in reading order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.response import Series
from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import SideChipLabel
from mbb_desktop.ui.parts import IconLabel, clear, line, words
from mbb_desktop.ui.score_box import Cell, Place, ScoreBox


@dataclass(frozen=True, slots=True)
class Head:
    """The lines above a column: the clock time, how long after the block below, another day on top."""

    slot: int
    above: str
    below: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class GridFacts:
    """What the grid shows. `ends` are the words at the right of each row."""

    rows: tuple[Series, ...]
    heads: tuple[Head, ...]
    cells: Mapping[Place, Cell] = field(default_factory=dict)
    ends: Mapping[Series, str] = field(default_factory=dict)
    end_title: str = ""


def score_text(score: Decimal | None) -> str:
    """A score as the grid shows it; a dash when it was asked and is not known."""
    return "–" if score is None else plain(score)


class HeadStrip(QWidget):
    """The lines above all columns; a word may reach over its column."""

    def __init__(self, middle: Callable[[int], float]) -> None:
        super().__init__()
        self._middle = middle
        self._heads: tuple[Head, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_heads(self, heads: tuple[Head, ...]) -> None:
        """Show these words."""
        self._heads = heads
        said = (" ".join(filter(None, (head.day, head.above, head.below))) for head in heads)
        self.setAccessibleName(", ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(100), theme.px(15 * self._lines()))

    def _lines(self) -> int:
        return 3 if any(head.day for head in self._heads) else 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        lines = self._lines()
        half, bold = self.height() / lines, 600 if any(head.below for head in self._heads) else 400
        with QPainter(self) as painter:
            painter.setPen(theme.color("text2"))
            for row in range(lines):
                which, weight = row + 3 - lines, bold if row == lines - 2 else 400
                texts = [(head, (head.day, head.above, head.below)[which]) for head in self._heads]
                painter.setFont(self._fitting([text for _head, text in texts], weight))
                for head, text in texts:
                    dated = theme.px(5) if "-" in head.above else 0  # a date is wider than a time
                    room = QRectF(self._middle(head.slot) - 60 + dated, row * half, 120, half)
                    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _fitting(self, texts: list[str], weight: int) -> QFont:
        """Smaller where a word would touch the one beside it, never below 10 pixels; the same in all a line.

        A date reaches over its column.
        """
        first, second = [self._middle(head.slot) for head in self._heads[:2]]
        fonts = [theme.font(size, weight) for size in (11, 10, 9, 8) if theme.px(size) >= 10]
        short = [text for text in texts if "-" not in text]
        widest = (max(map(QFontMetricsF(font).horizontalAdvance, short), default=0) for font in fonts)
        room = second - first - theme.px(2)
        return next((font for font, wide in zip(fonts, widest, strict=True) if wide <= room), fonts[-1])


class PainGrid(QWidget):
    """Boxes for several pains at several times. It tells what was entered and changes nothing itself."""

    typed = Signal(object, int, object)  # Series, slot, Decimal or None
    erased = Signal(object, int)
    copy_asked = Signal(object)
    refused = Signal(str)
    """Why what was typed is no score; empty when that is over."""
    left = Signal()
    """A box lost the keyboard; what waited in it was settled before."""
    left_at_end = Signal()
    """The last open box is filled."""

    def __init__(self, high: int = 24, gap: int = 3) -> None:
        """Boxes `high` pixels high and `gap` apart, at 100 percent."""
        super().__init__()
        self._high = high
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(gap))
        self._grid.setVerticalSpacing(theme.px(gap))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.boxes: dict[Place, ScoreBox] = {}
        self._facts = GridFacts((), ())
        self._half_points = False
        self._last_filled: tuple[Place, str] | None = None

    def set_half_points(self, half_points: bool) -> None:
        """Whether 3.5 is a score."""
        self._half_points = half_points
        for box in self.boxes.values():
            box.half_points = half_points

    def show_facts(self, facts: GridFacts) -> None:
        """Show these scores; boxes are made once, rows that are not wanted are hidden."""
        slots, known = [[head.slot for head in each.heads] for each in (facts, self._facts)]
        if slots != known:
            self._build(facts)
        if facts.heads != self._facts.heads or slots != known:
            self._strip.show_heads(facts.heads)
        if (facts.rows, facts.ends, facts.end_title) != self._row_state():
            self._facts = facts
            self._show_rows(facts)
        self._facts = facts
        when = {h.slot: " ".join(filter(None, [h.below, h.day, h.above])) for h in facts.heads}
        for place, box in self.boxes.items():
            box.show_cell(facts.cells.get(place, _NO_CELL), when[place[1]])

    def _row_state(self) -> tuple[tuple[Series, ...], Mapping[Series, str], str]:
        return self._facts.rows, self._facts.ends, self._facts.end_title

    def facts(self) -> GridFacts:
        """What is shown."""
        return self._facts

    def first_open(self) -> ScoreBox | None:
        """The first box that is open and empty, else the first open one."""
        return self._next_empty(-1) or next((box for box in self._order() if box.isEnabled()), None)

    def _build(self, facts: GridFacts) -> None:
        clear(self._grid)
        self.boxes = {}
        self._strip = HeadStrip(self._middle_of)
        self._grid.addWidget(self._strip, 0, 0, 1, len(facts.heads) + 2)
        self._row_heads = {series: _row_head(series) for series in Series}
        self._ends = {series: words("", "strong", "ok") for series in Series}
        self._end_title = words("", "help")
        for column, head in enumerate(facts.heads, 1):
            self._grid.setColumnStretch(column, 1)
            for row, series in enumerate(Series, 1):
                self._grid.addWidget(self._new_box(series, head), row, column)
        last = len(facts.heads) + 1
        for row, series in enumerate(Series, 1):
            self._grid.addWidget(self._row_heads[series], row, 0)
            self._grid.addWidget(self._ends[series], row, last)
        self._grid.addWidget(self._end_title, 0, last)
        for label in self._ends.values():
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._end_title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.boxes = {place: self.boxes[place] for place in sorted(self.boxes, key=_reading_order)}
        self._show_rows(facts)

    def _middle_of(self, slot: int) -> float:
        """Where a column's middle is, in a row that is shown."""
        row = self._facts.rows[-1] if self._facts.rows else Series.OVERALL
        return self.boxes[row, slot].geometry().center().x() - self._strip.x()

    def _show_rows(self, facts: GridFacts) -> None:
        with_ends = any(facts.ends.values())
        self._end_title.setText(facts.end_title if with_ends else "")
        self._end_title.setVisible(bool(facts.end_title) or with_ends)
        for series in Series:
            shown = series in facts.rows
            self._ends[series].setText(facts.ends.get(series, ""))
            self._ends[series].setVisible(shown and with_ends)
            self._row_heads[series].setVisible(shown)
            for head in facts.heads:
                self.boxes[series, head.slot].setVisible(shown)

    def _new_box(self, series: Series, head: Head) -> ScoreBox:
        box = ScoreBox((series, head.slot), _ROW_WORDS[series])
        box.half_points, box.high = self._half_points, self._high
        box.typed.connect(lambda place, score: self.typed.emit(*place, score))
        box.erased.connect(lambda place: self.erased.emit(*place))
        box.copy_asked.connect(self._on_copy)
        box.moved.connect(self._on_moved)
        box.left.connect(self.left)
        box.done.connect(self._on_done)
        box.passed_on.connect(self._on_passed_on)
        box.taken_back.connect(self._on_taken_back)
        box.refused.connect(self.refused)
        self.boxes[box.place] = box
        return box

    def _order(self) -> Sequence[ScoreBox]:
        return [box for place, box in self.boxes.items() if place[0] in self._facts.rows]

    def _next_empty(self, after: int) -> ScoreBox | None:
        boxes = self._order()
        return next((b for b in boxes[after + 1 :] if b.isEnabled() and not b.cell().text), None)

    def _on_done(self, place: Place, digits: str) -> None:
        """To the next open box without a score, in reading order."""
        found = self._next_empty(self._order().index(self.boxes[place]))
        if found is None:
            self.boxes[place].rest()
            self.boxes[place].comes_after(place, digits)
            self._last_filled = (place, digits) if digits else None
            self.left_at_end.emit()
        else:
            found.setFocus(Qt.FocusReason.TabFocusReason)
            found.comes_after(place, digits)

    def take_last_back(self, sign: str) -> None:
        """A decimal point after the last score, from where `left_at_end` led: that was no whole number."""
        if self._last_filled is not None:
            place, digits = self._last_filled
            self._on_taken_back(place, digits + sign)

    def keep_last(self) -> None:
        """The person has gone on: nothing that follows belongs to the last score."""
        self._last_filled = None

    def _on_taken_back(self, place: Place, text: str) -> None:
        self._last_filled = None
        box = self.boxes[place]
        box.setFocus(Qt.FocusReason.BacktabFocusReason)
        self.erased.emit(*place)
        box.hold(text)

    def _on_passed_on(self, place: Place, digit: str) -> None:
        found = self._next_empty(self._order().index(self.boxes[place]))
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)
            found.take(digit)

    def _on_copy(self, place: Place) -> None:
        self.copy_asked.emit(place[0])

    def _on_moved(self, place: Place, across: int, down: int) -> None:
        rows, slots = self._facts.rows, [head.slot for head in self._facts.heads]
        row, column = rows.index(place[0]) + down, slots.index(place[1]) + across
        inside = 0 <= row < len(rows) and 0 <= column < len(slots)
        if inside and (box := self.boxes[rows[row], slots[column]]).isEnabled():
            box.setFocus(Qt.FocusReason.TabFocusReason)


_NO_CELL = Cell()
_ORDER = {series: place for place, series in enumerate(Series)}


def _reading_order(place: Place) -> tuple[int, int]:
    return _ORDER[place[0]], place[1]


_ROW_WORDS = {Series.LEFT: "Left", Series.RIGHT: "Right", Series.OVERALL: "Overall"}
_CHIPS: dict[Series, Literal["L", "R"]] = {Series.LEFT: "L", Series.RIGHT: "R"}


def _row_head(series: Series) -> QWidget:
    head = QWidget()
    row = line(head, spacing=6)
    if series in _CHIPS:
        row.addWidget(SideChipLabel(_CHIPS[series], True))
    else:
        row.addWidget(IconLabel("logo", "text2", 16))
    row.addWidget(words(_ROW_WORDS[series], "body"))
    row.addStretch()
    return head

"""Large targets for gloved hands, read from two metres: ticks, choices, and the one big button."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Generic, Literal, TypeVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mbb_desktop.ui import icons, theme
from mbb_desktop.ui.chips import SideChip, paint_chip
from mbb_desktop.ui.parts import Card, line, paint_focus, scrolled

T = TypeVar("T")
Letter = Literal["L", "R"]

_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_PAD, _ICON, _GAP, _SIDE = 14, 20, 9, 20
_LOW = 50  # a tile lower than this is set tighter
_MARKED = ("ok", "danger")


class Tile(QAbstractButton):
    """A framed target with a tick or side marks, a title and one line below it.

    Space ticks it and goes on to the next one; with `sides` it is centred and has their marks, not the tick.
    """

    def __init__(
        self, title: str, detail: str = "", sides: Sequence[Letter] | None = None, high: int = 62
    ) -> None:
        super().__init__()
        self._detail, self._sides, self._high = detail, sides, high
        self._wrong = False
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(theme.px(high))

    def detail(self) -> str:
        """The line below the title."""
        return self._detail

    def show_detail(self, detail: str) -> None:
        """Change the line below the title."""
        self._detail = detail
        self.setAccessibleDescription(detail)
        self.updateGeometry()
        self.update()

    def show_wrong(self, wrong: bool) -> None:
        """Red instead of green: this answer does not agree."""
        self._wrong = wrong
        self.update()

    def is_wrong(self) -> bool:
        """Whether it is shown as an answer that does not agree."""
        return self._wrong

    def sizeHint(self) -> QSize:
        return QSize(self._wide(), theme.px(self._high))

    def minimumSizeHint(self) -> QSize:
        least = 96 if self._sides is None else 74
        high = min(self._high, 46 if self._detail else 42)
        return QSize(min(self._wide(), theme.px(least)), theme.px(high))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space:
            event.ignore()
        elif not event.isAutoRepeat():
            self.click()
            if self.isChecked():
                self.focusNextPrevChild(True)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the press has done it all

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMaximumHeight(theme.px(self._high))
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            edge, ground = self._colors()
            paint_box(painter, QRectF(self.rect()), Box(edge, ground, 2.0 if edge in _MARKED else 1.2))
            if self._sides is None:
                self._paint_left(painter)
            else:
                self._paint_centred(painter, self._sides)
            if self.hasFocus():
                paint_focus(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), theme.px(6))

    def _wide(self) -> int:
        title = QFontMetricsF(theme.font(15, 600)).horizontalAdvance(self.text())
        below = QFontMetricsF(theme.font(12)).horizontalAdvance(self._detail)
        marks = _ICON + _GAP if self._sides is None else len(self._sides) * (_SIDE + 6)
        return round(max(title, below)) + theme.px(marks) + theme.px(2 * _PAD)

    def _colors(self) -> tuple[str, str]:
        if self._wrong:
            return "danger", "dangerSoft"
        if self.isChecked():
            return "ok", "okSoft"
        if not self.isEnabled():
            return "offEdge", "surface"
        return "field", "surface2" if self.underMouse() else "surface"

    def _front(self) -> str:
        return "text" if self.isEnabled() or self.isChecked() else "off"

    def _paint_left(self, painter: QPainter) -> None:
        low = self._high < _LOW
        side, left = theme.px(18 if low else _ICON), theme.px(10 if low else _PAD)
        icon, color = ("circle-check", "ok") if self.isChecked() else ("circle", "field")
        icons.paint(painter, icon, QRectF(left, (self.height() - side) / 2, side, side), color)
        left += side + theme.px(6 if low else _GAP)
        room = QRectF(self.rect()).adjusted(left, 0, -theme.px(5), 0)
        paint_lines(painter, room, Lines(self.text(), self._detail, self._front()))

    def _paint_centred(self, painter: QPainter, sides: Sequence[Letter]) -> None:
        side, gap = theme.px(_SIDE), theme.px(6)
        marks = len(sides) * (side + gap)
        font = fitting(self.text(), 15, 600, self.width() - marks - theme.px(12))
        wide = QFontMetricsF(font).horizontalAdvance(self.text()) + 2
        left, middle = (self.width() - wide - marks) / 2, self.height() / 2
        for letter in sides:
            mark = QRectF(left, middle - side / 2, side, side)
            paint_chip(painter, mark, SideChip(letter, self.isChecked()))
            left += side + gap
        painter.setPen(theme.color(self._front()))
        painter.setFont(font)
        room = QRectF(left, 0, wide, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())


@dataclass(frozen=True, slots=True)
class Box:
    """A rounded frame: tokens of its edge and ground, and how the edge is drawn."""

    edge: str
    ground: str
    wide: float = 1.2
    dashed: bool = False


def paint_box(painter: QPainter, area: QRectF, box: Box) -> None:
    """A rounded frame with its ground, filling an area."""
    style = Qt.PenStyle.DashLine if box.dashed else Qt.PenStyle.SolidLine
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color(box.edge), box.wide, style))
    painter.setBrush(theme.color(box.ground))
    inset = box.wide / 2
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), theme.px(7), theme.px(7))


@dataclass(frozen=True, slots=True)
class Lines:
    """A title and a smaller line below it, in the token of a colour; `size` is the title's.

    `spared` is what the title leaves at its right to something else.
    """

    title: str
    below: str
    color: str
    size: int = 15
    spared: float = 0.0


def paint_lines(painter: QPainter, room: QRectF, lines: Lines) -> None:
    """Centred in height, smaller where there is little room; what has none even so ends in dots."""
    title_wide = room.width() - lines.spared
    upper = fitting(lines.title, lines.size, 600, title_wide)
    lower = fitting(lines.below, lines.size - 3, 400, room.width())
    high = QFontMetricsF(upper).height()
    below_high = QFontMetricsF(lower).height() if lines.below else 0.0
    top = room.center().y() - (high + below_high) / 2
    painter.setPen(theme.color(lines.color))
    painter.setFont(upper)
    _paint_line(painter, QRectF(room.left(), top, title_wide, high), lines.title)
    if lines.below:
        painter.setPen(theme.color("text2" if lines.color == "text" else lines.color))
        painter.setFont(lower)
        _paint_line(painter, QRectF(room.left(), top + high, room.width(), below_high), lines.below)


def fitting(text: str, size: int, weight: int, wide: float) -> QFont:
    """The font at `size` pixels, or up to two smaller where the text needs it."""
    fonts = (theme.font(each, weight) for each in range(size, size - 3, -1))
    small = (font for font in fonts if QFontMetricsF(font).horizontalAdvance(text) <= wide)
    return next(small, theme.font(size - 2, weight))


def _paint_line(painter: QPainter, box: QRectF, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One answer: its value, its words, the side marks before them, and the key that gives it."""

    value: T
    words: str
    sides: tuple[Letter, ...] = ()
    key: str = ""


class TileChoice(QWidget, Generic[T]):
    """One answer of several, none at the start. Arrows move, Space or the letter answers and goes on."""

    chosen = Signal()

    def __init__(self, name: str, options: Sequence[Option[T]], high: int = 62) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._options, self._high = list(options), high
        self._row = line(self, spacing=8)
        self.tiles: list[Tile] = []
        for option in options:
            self._add(option)
        self._let_tab_stop_at(0)

    def value(self) -> T | None:
        """What was answered; None while nothing was."""
        return next((o.value for o, tile in self._pairs() if tile.isChecked()), None)

    def set_value(self, value: T | None) -> None:
        """Show an answer, in its own words when it is none of those offered; emits nothing."""
        if value is not None and all(option.value != value for option in self._options):
            self._options.append(Option(value, str(value)))
            self._add(self._options[-1])
        for option, tile in self._pairs():
            tile.setChecked(value is not None and option.value == value)
        self._let_tab_stop_at(self._at())

    def show_wrong(self, wrong: bool) -> None:
        """Show the answer that was given as one that does not agree."""
        for tile in self.tiles:
            tile.show_wrong(wrong and tile.isChecked())

    def enter(self) -> None:
        """Put the keyboard on the answer, or on the first one."""
        self.tiles[self._at()].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        now = self.focusWidget()
        if step is not None and isinstance(now, Tile):
            at = (self.tiles.index(now) + step) % len(self.tiles)
            self.tiles[at].setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._answer_by_letter(event):
            event.ignore()

    def _answer_by_letter(self, event: QKeyEvent) -> bool:
        letter = event.text().lower()
        if event.modifiers() or event.isAutoRepeat() or not letter:
            return False
        for option, tile in self._pairs():
            if option.key == letter and tile.isEnabled():
                if not tile.isChecked():
                    tile.click()
                tile.setFocus(Qt.FocusReason.OtherFocusReason)
                tile.focusNextPrevChild(True)
                return True
        return False

    def _pairs(self) -> Iterator[tuple[Option[T], Tile]]:
        return zip(self._options, self.tiles, strict=True)

    def _add(self, option: Option[T]) -> None:
        tile = Tile(option.words, sides=option.sides, high=self._high)
        tile.setAccessibleName(f"{self.accessibleName()}: {option.words}")
        tile.clicked.connect(self._on_clicked)
        self.tiles.append(tile)
        self._row.addWidget(tile)

    def _on_clicked(self) -> None:
        pressed = self.sender()
        for tile in self.tiles:
            if tile is not pressed:
                tile.setChecked(False)
        self._let_tab_stop_at(self._at())
        self.chosen.emit()

    def _at(self) -> int:
        return next((at for at, tile in enumerate(self.tiles) if tile.isChecked()), 0)

    def _let_tab_stop_at(self, stop: int) -> None:
        for at, tile in enumerate(self.tiles):
            policy = Qt.FocusPolicy.StrongFocus if at == stop else Qt.FocusPolicy.ClickFocus
            tile.setFocusPolicy(policy)


class Tone(Enum):
    """What the big button says by its colour."""

    WAITING = "waiting"
    READY = "ready"
    DONE = "done"
    STOPPED = "stopped"


_BIG = {
    Tone.WAITING: ("off", "surface2", "offEdge"),
    Tone.READY: ("onAccent", "accent", "accent"),
    Tone.DONE: ("ok", "okSoft", "ok"),
    Tone.STOPPED: ("danger", "dangerSoft", "danger"),
}


class BigButton(QAbstractButton):
    """The one act that ends a list of answers; it can be pressed only when it is ready."""

    def __init__(self, text: str, hint: str = "") -> None:
        super().__init__()
        self._tone, self._hint = Tone.WAITING, hint
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(theme.px(58))
        self.show_state(text, Tone.WAITING)

    def show_state(self, text: str, tone: Tone) -> None:
        """Say something in a tone."""
        self._tone = tone
        self.setText(text)
        self.setAccessibleName(text)
        self.setEnabled(tone is Tone.READY)
        self.update()

    def tone(self) -> Tone:
        """How it is shown."""
        return self._tone

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(58))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(46))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMaximumHeight(theme.px(58))

    def paintEvent(self, _event: QPaintEvent) -> None:
        front, ground, edge = _BIG[self._tone]
        wide = 2.0 if self._tone in (Tone.DONE, Tone.STOPPED) else 1.0
        with QPainter(self) as painter:
            paint_box(painter, QRectF(self.rect()), Box(edge, ground, wide))
            painter.setPen(theme.color(front))
            painter.setFont(theme.font(17, 600))
            hint = self._hint if self._tone in (Tone.READY, Tone.WAITING) else ""
            text = f"{self.text()}   {hint}" if hint else self.text()
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, text)
            if self.hasFocus():
                painter.setPen(QPen(theme.color("text"), 2.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(7), theme.px(7))


class Fitted(QWidget):
    """One line as large as there is room for, never cut as long as it fits in the smallest size."""

    def __init__(self, text: str, sizes: tuple[int, int], weight: int = 600, color: str = "text") -> None:
        super().__init__()
        self._sizes = range(sizes[0], sizes[1] - 1, -1)
        self._text, self._weight, self._color = text, weight, color
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        """The line."""
        return self._text

    def sizeHint(self) -> QSize:
        return self._size(self._sizes[0])

    def minimumSizeHint(self) -> QSize:
        return self._size(self._sizes[-1])

    def paintEvent(self, _event: QPaintEvent) -> None:
        wide = self.width()
        fits = (size for size in self._sizes if self._size(size).width() <= wide)
        with QPainter(self) as painter:
            painter.setPen(theme.color(self._color))
            painter.setFont(theme.font(next(fits, self._sizes[-1]), self._weight))
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text
            )

    def _size(self, size: int) -> QSize:
        metrics = QFontMetricsF(theme.font(size, self._weight))
        return QSize(round(metrics.horizontalAdvance(self._text)) + 2, round(metrics.height()))


class StepHead(QWidget):
    """The number of a step in a disc, what it is, and a remark."""

    def __init__(self, number: int, title: str, note: str = "") -> None:
        super().__init__()
        self._number = number
        self.setAccessibleName(f"{number}. {title}")
        self.row = line(self, spacing=10, margins=(34, 2, 0, 2))
        self.row.addWidget(Fitted(title, (17, 12)))
        if note:
            self.row.addWidget(Fitted(note, (13, 10), weight=400, color="muted"))
        self.row.addStretch()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), theme.px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = theme.px(25)
        disc = QRectF(0, (self.height() - side) / 2, side, side)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("text"))
            painter.drawEllipse(disc)
            painter.setPen(theme.color("surface"))
            painter.setFont(theme.font(13, 700))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))


def step_card(name: str, content: QWidget) -> Card:
    """A card of steps that scrolls only when the window is too low; its body takes a fixed end."""
    card = Card(flush=True)
    card.setAccessibleName(name)
    card.body.setSpacing(0)
    area = scrolled(content)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    card.body.addWidget(area, 1)
    return card

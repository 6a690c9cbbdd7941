"""Show a Drawing in a window, and let mouse, keyboard and screen reader reach its targets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, hypot

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

from mbb_desktop.drawing.shapes import Bounds, Drawing, Shape
from mbb_desktop.ui import theme
from mbb_desktop.ui.drawing_painter import paint

LEAST_TARGET = 24
"""Pixels: the smallest side of a target's hit area."""

_PIXELS_PER_MM = 96 / 25.4
_ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


@dataclass(frozen=True, slots=True)
class Target:
    """What a screen reader, a tool tip and a check mark say about one key of the drawing."""

    name: str
    description: str = ""
    checked: bool = False
    tip: str = ""


class DrawingView(QWidget):
    """A drawing scaled to fit. Its keys are written "kind:..."; arrows, ranges and drags stay within a kind.

    Arrows up and down stay on one half of the picture, left and right change to the other half.
    """

    clicked = Signal(str)
    """A target was pressed and released, or toggled with Space."""
    hovered = Signal(str)
    """The target under the pointer changed; empty when there is none."""
    dragged = Signal(list)
    """Targets passed in one stroke, or reached with Shift, in order."""
    cleared = Signal()
    """Delete was pressed on a target."""
    room_changed = Signal(float, float)
    """The widget's width and height in millimetres, for a drawing made to measure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = Drawing(1, 1, ())
        self._colors: Mapping[str, str] = {}
        self._targets: Mapping[str, Target] = {}
        self._buttons: dict[str, _TargetButton] = {}
        self._picture: QPixmap | None = None
        self._ground: QPixmap | None = None
        self._ground_shapes = 0
        self._percent = 100
        self._hover = ""
        self._stroke: list[QPointF] | None = None
        self._last_key = ""
        self.setMouseTracking(True)

    def set_colors(self, colors: Mapping[str, str]) -> None:
        """The palette, token to "#RRGGBB". Raises KeyError when it lacks a token of the drawing."""
        _check_tokens(self._drawing, colors)
        self._colors = colors
        self._repaint()

    def set_drawing(self, drawing: Drawing) -> None:
        """Show another drawing. Raises KeyError when the palette, set before, lacks one of its tokens."""
        _check_tokens(drawing, self._colors)
        self._keep_ground(drawing)
        self._drawing = drawing
        self._place_buttons()
        self._picture = None
        self.update()

    def set_targets(self, targets: Mapping[str, Target]) -> None:
        """Words and check marks by key; a key without them can be clicked but not reached by keyboard."""
        self._targets = targets
        self._place_buttons()

    def set_text_percent(self, percent: int) -> None:
        """The text size setting, 100 for normal; it changes how many millimetres the widget offers."""
        self._percent = percent
        self._tell_room()

    def target_button(self, key: str) -> QAbstractButton:
        """The accessible child of a key. Raises KeyError for a key without words."""
        return self._buttons[key]

    def target_area(self, key: str) -> QRect:
        """Where a target can be hit, in the widget's pixels. Raises KeyError for an unknown key."""
        return self._area(self._drawing.targets()[key])

    def sizeHint(self) -> QSize:
        """The drawing at the text size set."""
        zoom = _PIXELS_PER_MM * self._percent / 100
        return QSize(ceil(self._drawing.width * zoom), ceil(self._drawing.height * zoom))

    def _scale(self) -> float:
        return max(min(self.width() / self._drawing.width, self.height() / self._drawing.height), 0.01)

    def _corner(self) -> QPointF:
        scale = self._scale()
        left = (self.width() - self._drawing.width * scale) / 2
        return QPointF(left, (self.height() - self._drawing.height * scale) / 2)

    def _area(self, room: Bounds) -> QRect:
        scale, corner = self._scale(), self._corner()
        width = max(LEAST_TARGET, ceil((room.right - room.left) * scale))
        height = max(LEAST_TARGET, ceil((room.bottom - room.top) * scale))
        x, y = room.centre
        return QRect(
            round(corner.x() + x * scale - width / 2),
            round(corner.y() + y * scale - height / 2),
            width,
            height,
        )

    def _key_at(self, spot: QPointF) -> str:
        scale, corner = self._scale(), self._corner()
        x, y = (spot.x() - corner.x()) / scale, (spot.y() - corner.y()) / scale
        return self._drawing.hit(x, y, LEAST_TARGET / 2 / scale) or ""

    def _place_buttons(self) -> None:
        rooms = self._drawing.targets()
        wanted = [key for key in rooms if key in self._targets]
        for key in set(self._buttons) - set(wanted):
            self._buttons.pop(key).deleteLater()
        for key in wanted:
            if key not in self._buttons:
                self._buttons[key] = _TargetButton(key, self)
            self._buttons[key].show_target(self._targets[key], self._area(rooms[key]))
        self._let_one_take_tab()

    def _let_one_take_tab(self) -> None:
        """Tab stops once, at the target last used; arrows reach the others."""
        stop = self._last_key if self._last_key in self._buttons else next(iter(self._buttons), "")
        for key, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == stop else Qt.FocusPolicy.ClickFocus)

    def press(self, key: str) -> None:
        """Toggle a target, as Space does."""
        self.remember(key)
        self.clicked.emit(key)

    def remember(self, key: str) -> None:
        """Make a target the start of the next range and the one that Tab reaches."""
        self._last_key = key
        self._let_one_take_tab()

    def move_from(self, key: str, way: tuple[int, int], *, extend: bool) -> None:
        """Go to the next target in a direction; with `extend` both are reported as one stroke."""
        there = self._next(key, way)
        if there:
            self._buttons[there].setFocus(Qt.FocusReason.ShortcutFocusReason)
            if extend:
                self.dragged.emit([key, there])

    def _next(self, key: str, way: tuple[int, int]) -> str:
        rooms = self._drawing.targets()
        x, y = rooms[key].centre
        options: list[tuple[float, str]] = []
        for other in self._buttons:
            aside, below = rooms[other].centre[0] - x, rooms[other].centre[1] - y
            ahead = aside * way[0] + below * way[1] > 0
            crosses = self._half(other) != self._half(key)
            if _kind(other) == _kind(key) and ahead and crosses == (way[0] != 0):
                options.append((abs(below), other))
        return min(options)[1] if options else ""

    def _half(self, key: str) -> bool:
        return self._drawing.targets()[key].centre[0] > self._drawing.width / 2

    def _range_to(self, key: str) -> list[str]:
        """The targets from the last one used to this one on the same half of the picture, both included."""
        rooms = self._drawing.targets()
        if self._last_key not in rooms or _kind(self._last_key) != _kind(key):
            return [key]
        first, last = sorted((rooms[self._last_key].centre[1], rooms[key].centre[1]))
        return [
            other
            for other, room in rooms.items()
            if _kind(other) == _kind(key)
            and self._half(other) == self._half(key)
            and first <= room.centre[1] <= last
        ]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._stroke = [event.position()]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._stroke is not None:
            self._stroke.append(event.position())
        self._point_at(self._key_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._stroke is None:
            return
        stroke, self._stroke = [*self._stroke, event.position()], None
        passed = self._passed(stroke)
        key = self._key_at(event.position())
        if len(passed) > 1:
            self.remember(passed[-1])
            self.dragged.emit(passed)
        elif key and key == self._key_at(stroke[0]):
            self._click(key, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def _click(self, key: str, *, extend: bool) -> None:
        reached = self._range_to(key) if extend else [key]
        if key in self._buttons:
            self._buttons[key].setFocus(Qt.FocusReason.MouseFocusReason)
        if len(reached) > 1:
            self.remember(key)
            self.dragged.emit(reached)
        else:
            self.press(key)

    def _passed(self, stroke: list[QPointF]) -> list[str]:
        """The targets under a stroke, also where the mouse was faster than its events."""
        keys: list[str] = []
        for start, end in pairwise(stroke):
            steps = max(1, ceil(hypot(end.x() - start.x(), end.y() - start.y()) / 3))
            for step in range(steps + 1):
                key = self._key_at(start + (end - start) * step / steps)
                if key and key not in keys and (not keys or _kind(key) == _kind(keys[0])):
                    keys.append(key)
        return keys

    def _point_at(self, key: str) -> None:
        if key != self._hover:
            self._hover = key
            self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            self.hovered.emit(key)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at("")
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            target = self._targets.get(self._key_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), target.tip if target else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange):
            self._repaint()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_buttons()
        self._repaint()
        super().resizeEvent(event)
        self._tell_room()

    def _tell_room(self) -> None:
        zoom = _PIXELS_PER_MM * self._percent / 100
        self.room_changed.emit(self.width() / zoom, self.height() / zoom)

    def _repaint(self) -> None:
        self._ground = self._picture = None
        self.update()

    def _keep_ground(self, drawing: Drawing) -> None:
        """Keep the painted bones when the next drawing begins with the same ones: pointing must be quick."""
        shared = _shared(self._drawing, drawing)
        if not shared / 2 <= self._ground_shapes <= shared:
            self._ground = None
            self._ground_shapes = shared

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ground is not None and self._ground.devicePixelRatio() != self.devicePixelRatioF():
            self._ground = self._picture = None  # the window is on another screen now
        if self._picture is None:
            self._picture = self._painted()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)

    def _painted(self) -> QPixmap:
        shapes = self._drawing.shapes
        if self._ground is None:
            self._ground = self._blank()
            self._paint_on(self._ground, shapes[: self._ground_shapes])
        picture = QPixmap(self._ground)
        self._paint_on(picture, shapes[self._ground_shapes :])
        return picture

    def _blank(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        sheet = QPixmap(QSize(ceil(self.width() * ratio), ceil(self.height() * ratio)))
        sheet.setDevicePixelRatio(ratio)
        sheet.fill(Qt.GlobalColor.transparent)
        return sheet

    def _paint_on(self, sheet: QPixmap, shapes: Sequence[Shape]) -> None:
        if self._colors and not sheet.isNull():
            with QPainter(sheet) as painter:
                painter.translate(self._corner())
                painter.scale(self._scale(), self._scale())
                paint(painter, shapes, self._colors, self.font())

    def accent(self) -> QColor:
        """The colour of the focus ring."""
        return QColor(self._colors.get("accent", "#000000"))


class _TargetButton(QAbstractButton):
    """One target for keyboard and screen reader; the view below it paints and takes the mouse."""

    def __init__(self, key: str, view: DrawingView) -> None:
        super().__init__(view)
        self._key = key
        self._view = view
        self._ringed = False
        self.setCheckable(True)
        self.setObjectName(key)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._on_clicked)

    def show_target(self, target: Target, area: QRect) -> None:
        self.setAccessibleName(target.name)
        self.setAccessibleDescription(target.description)
        self.setChecked(target.checked)
        self.setGeometry(area)
        self.show()

    def nextCheckState(self) -> None:
        """Only the caller, who knows what a click means, changes the check mark."""

    def _on_clicked(self) -> None:
        self._view.press(self._key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is not None:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._view.move_from(self._key, way, extend=extend)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._view.cleared.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() != Qt.FocusReason.MouseFocusReason
        self._view.remember(self._key)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.hasFocus() and self._ringed):
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            wide = theme.ring()
            painter.setPen(QPen(self._view.accent(), wide))
            inside = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
            painter.drawRoundedRect(inside, 6, 6)


def _kind(key: str) -> str:
    return key.split(":")[0]


def _shared(before: Drawing, after: Drawing) -> int:
    """How many shapes two drawings of one size begin with in common."""
    if (before.width, before.height) != (after.width, after.height):
        return 0
    pairs = enumerate(zip(before.shapes, after.shapes, strict=False))
    fewest = min(len(before.shapes), len(after.shapes))
    return next((index for index, (old, new) in pairs if old is not new and old != new), fewest)


def _check_tokens(drawing: Drawing, colors: Mapping[str, str]) -> None:
    """Here, because an exception while painting would end the program."""
    missing = drawing.tokens() - colors.keys() if colors else frozenset()
    if missing:
        raise KeyError(", ".join(sorted(missing)))

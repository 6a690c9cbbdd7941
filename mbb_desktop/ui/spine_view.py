"""The spine from behind, to look at and to point at: a click, a drag or the keyboard marks joints and nerves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from mbb_desktop.clinical.anatomy import (
    JointSide,
    NerveSide,
    Region,
    Side,
    joints_of_spine,
    nerves_of_spine,
)
from mbb_desktop.clinical.shown import listed
from mbb_desktop.drawing.shapes import Drawing
from mbb_desktop.drawing.spine import SCREEN_TEXT, spine
from mbb_desktop.drawing.spine_marks import Marks, joint_key, nerve_key
from mbb_desktop.drawing.spine_sheet import levels_that_fit
from mbb_desktop.ui import theme
from mbb_desktop.ui.drawing_view import paint
from mbb_desktop.ui.parts import paint_focus

_PIXELS_PER_MM = 96 / 25.4
_SMALLEST_TARGET = 24
Place = JointSide | NerveSide


def scale() -> float:
    """Pixels per millimetre of a drawing at the size of text that the person chose."""
    return _PIXELS_PER_MM * theme.percent() / 100


def key_of(place: Place) -> str:
    """The key of a place in a drawing."""
    if isinstance(place, JointSide):
        return joint_key(place.joint, place.side)
    return nerve_key(place.nerve, place.side)


class Target(QAbstractButton):
    """One joint or nerve for keyboard and screen reader; the mouse goes through to the view."""

    def __init__(self, view: "SpineView", place: Place, name: str, served: str) -> None:
        super().__init__(view)
        self.place = place
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(f"{name}, {place.side.value}")
        self.setAccessibleDescription(served)

    def nextCheckState(self) -> None:
        """Whether it is marked is decided by the record alone."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            with QPainter(self) as painter:
                paint_focus(painter, QRectF(self.rect()), theme.px(6))


@dataclass(slots=True)
class _Drag:
    """What the mouse has passed since it was pressed."""

    passed: list[JointSide] = field(default_factory=list)


class SpineView(QWidget):
    """Shows marks on one region. It changes nothing by itself: it tells what was asked for."""

    toggled = Signal(object)  # JointSide
    passed_over = Signal(object)  # tuple[JointSide, ...] to be marked together
    nerve_pressed = Signal(object)  # NerveSide
    clear_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._region, self._marks = Region.LUMBAR, Marks()
        self._history: Mapping[JointSide, str] = {}
        self._drawing = Drawing(1, 1, ())
        self._picture: QPixmap | None = None
        self._targets: dict[str, Target] = {}
        self._drag: _Drag | None = None
        self._last: JointSide | None = None
        self._read_only = False
        self._cursor: str | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Spine, seen from behind"))

    # What is shown

    def show_marks(self, region: Region, marks: Marks, history: Mapping[JointSide, str]) -> None:
        """Show another region or other marks; nothing is done when they are the same."""
        self._history = history
        marks = replace(marks, hover=self._marks.hover if region is self._region else None)
        if (region, marks) != (self._region, self._marks) or not self._targets:
            self._region, self._marks = region, marks
            self._draw()

    def set_read_only(self, read_only: bool) -> None:
        """Whether it only shows."""
        self._read_only = read_only

    def region(self) -> Region:
        """The region on screen."""
        return self._region

    def target(self, place: Place) -> Target:
        """The button of a joint or nerve. Raises KeyError for one that is not on screen."""
        return self._targets[key_of(place)]

    def places(self) -> tuple[Place, ...]:
        """Every joint and nerve on screen."""
        return tuple(target.place for target in self._targets.values())

    def shown_levels(self) -> tuple[str, ...]:
        """The joints on screen, from the top."""
        joints = (p.joint for p in self.places() if isinstance(p, JointSide) and p.side is Side.LEFT)
        return tuple(joints)

    def centre_of(self, place: Place) -> QPoint:
        """Where to click for a joint or nerve, in this widget's pixels."""
        return self.target(place).geometry().center()

    # Drawing

    def _draw(self) -> None:
        size = self.width() / scale(), self.height() / scale()
        if min(size) < 20:
            return
        text = SCREEN_TEXT * 0.93
        joints = [each.joint for each in (*self._marks.joints, *self._marks.planned)]
        six = self._marks.six_lumbar
        levels = levels_that_fit(self._region, joints, size[1], text=text, six_lumbar=six)
        self._drawing = spine(self._region, self._marks, levels=levels, size=size, text=text)
        self._picture = None
        self._place_targets()
        self.update()

    def _place_targets(self) -> None:
        rooms = self._drawing.targets()
        wanted = {key: place for place in self._all_places() if (key := key_of(place)) in rooms}
        for key in [key for key in self._targets if key not in wanted]:
            self._targets.pop(key).deleteLater()
        for key, place in wanted.items():
            if key not in self._targets:
                self._targets[key] = self._new_target(place)
            room = rooms[key]
            box = QRectF(
                room.left * scale(),
                room.top * scale(),
                (room.right - room.left) * scale(),
                (room.bottom - room.top) * scale(),
            )
            self._targets[key].setGeometry(_at_least(box))
            self._targets[key].setChecked(self._is_marked(place))
        self._settle_tab_stop()

    def _all_places(self) -> Iterable[Place]:
        six = self._marks.six_lumbar
        for joint in joints_of_spine(six_lumbar=six):
            yield from (JointSide(joint, side) for side in Side)
        for nerve in nerves_of_spine(six_lumbar=six):
            yield from (NerveSide(nerve, side) for side in Side)

    def _new_target(self, place: Place) -> Target:
        six = self._marks.six_lumbar
        if isinstance(place, JointSide):
            nerves = [
                nerves_of_spine(six_lumbar=six)[n]
                for n in joints_of_spine(six_lumbar=six)[place.joint].nerves
            ]
            name = self.tr("{0} facet joint").format(place.joint)
            served = self.tr("supplied by {0}").format(listed([nerve.words for nerve in nerves]))
        else:
            joints = [j.name for j in joints_of_spine(six_lumbar=six).values() if place.nerve in j.nerves]
            name = nerves_of_spine(six_lumbar=six)[place.nerve].words
            served = self.tr("supplies {0}").format(listed(joints))
        target = Target(self, place, name, served)
        target.clicked.connect(lambda: self._ask(place))
        target.show()
        return target

    def _is_marked(self, place: Place) -> bool:
        return place in self._marks.joints or place in self._marks.targets

    def _settle_tab_stop(self) -> None:
        """Tab reaches one target; the arrows go on from there."""
        marked = next((key for key, target in self._targets.items() if target.isChecked()), None)
        current = self._cursor if self._cursor in self._targets else marked or next(iter(self._targets), None)
        for key, target in self._targets.items():
            policy = Qt.FocusPolicy.TabFocus if key == current else Qt.FocusPolicy.ClickFocus
            if target.focusPolicy() is not policy:
                target.setFocusPolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self._painted()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.scale(scale(), scale())
            paint(painter, self._drawing, theme.tokens(), theme.font())
        return picture

    def sizeHint(self) -> QSize:
        return QSize(theme.px(380), theme.px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(240))

    # Mouse

    def _place_at(self, at: QPointF) -> Place | None:
        key = self._drawing.hit(at.x() / scale(), at.y() / scale())
        return self._targets[key].place if key in self._targets else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if self._read_only or event.button() != Qt.MouseButton.LeftButton or place is None:
            return
        if isinstance(place, NerveSide):
            self._ask(place)
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._last is not None:
            self.passed_over.emit(self._range(self._last, place))
            self._last = place
            return
        self._drag = _Drag([place])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        self._hover(None if place is None else key_of(place))
        if self._drag is not None and isinstance(place, JointSide) and place not in self._drag.passed:
            self._drag.passed.append(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._last = drag.passed[-1]
        if len(drag.passed) == 1:
            self.toggled.emit(drag.passed[0])
        else:
            self.passed_over.emit(tuple(drag.passed))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(QPointF(event.pos()))
            said = self._history.get(place, "") if isinstance(place, JointSide) else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def _hover(self, key: str | None) -> None:
        if key != self._marks.hover:
            self._marks = replace(self._marks, hover=key)
            self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            self._draw()

    def _range(self, first: JointSide, last: JointSide) -> tuple[JointSide, ...]:
        shown = self.shown_levels()
        ends = sorted((shown.index(first.joint), shown.index(last.joint)))
        return tuple(JointSide(joint, last.side) for joint in shown[ends[0] : ends[1] + 1])

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((t for t in self._targets.values() if t.hasFocus()), None)
        move = _MOVES.get(Qt.Key(event.key()))
        if focused is None or self._read_only:
            super().keyPressEvent(event)
        elif move is not None:
            self._go(focused, move, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_asked.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, start: Target, move: tuple[int, int], extend: bool) -> None:
        """To the nearest target in a direction: up and down in one column, left and right across."""
        across, down = move
        here = start.geometry().center()
        same = [t for t in self._targets.values() if (type(t.place), t.place.side) == _column(start.place)]
        others = same if down else [t for t in self._targets.values() if t not in same]
        ahead = [t for t in others if _is_ahead(t.geometry().center() - here, across, down)]
        if not ahead:
            return
        found = min(ahead, key=lambda t: _away(t.geometry().center() - here, bool(across)))
        self._cursor = key_of(found.place)
        self._settle_tab_stop()
        found.setFocus(Qt.FocusReason.TabFocusReason)
        if extend and isinstance(start.place, JointSide) and isinstance(found.place, JointSide):
            self.passed_over.emit((start.place, found.place))

    def _ask(self, place: Place) -> None:
        if self._read_only:
            return
        if isinstance(place, JointSide):
            self._last = place
            self.toggled.emit(place)
        else:
            self.nerve_pressed.emit(place)


_MOVES: dict[Qt.Key, tuple[int, int]] = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


def _column(place: Place) -> tuple[type[Place], Side]:
    return type(place), place.side


def _is_ahead(step: QPoint, across: int, down: int) -> bool:
    return step.x() * across > 4 if across else step.y() * down > 0


def _away(step: QPoint, across: bool) -> float:
    return abs(step.y()) * 3 + abs(step.x()) if across else abs(step.y())


def _at_least(box: QRectF) -> QRect:
    """The box, grown around its middle to the smallest size that a finger or a shaky mouse can hit."""
    side = theme.px(_SMALLEST_TARGET)
    wide, high = max(box.width(), side), max(box.height(), side)
    return QRectF(box.center().x() - wide / 2, box.center().y() - high / 2, wide, high).toAlignedRect()

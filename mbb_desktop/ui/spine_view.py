"""The spine from behind, to look at and to point at, with the strip of the whole spine beside it."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from mbb_desktop.clinical.anatomy import (
    Joint,
    JointSide,
    Nerve,
    NerveSide,
    Region,
    Side,
    joints_of_spine,
    nerves_of_spine,
)
from mbb_desktop.clinical.shown import listed
from mbb_desktop.drawing.spine import SCREEN_TEXT, spine
from mbb_desktop.drawing.spine_marks import Marks, joint_key, nerve_key
from mbb_desktop.drawing.spine_navigator import region_key, spine_navigator
from mbb_desktop.drawing.spine_sheet import levels_that_fit
from mbb_desktop.ui import theme
from mbb_desktop.ui.drawing_view import DrawingView, Target
from mbb_desktop.ui.language import localized

Place = JointSide | NerveSide
_AFTER_TEXT_MS = 50  # what is typed and its echo are painted before the spine follows


def key_of(place: Place) -> str:
    """The key of a place in the drawing."""
    if isinstance(place, JointSide):
        return joint_key(place.joint, place.side)
    return nerve_key(place.nerve, place.side)


def place_of(key: str) -> Place:
    """The joint or nerve that a key of the drawing names."""
    kind, name, side = key.split(":")
    return JointSide(name, Side(side)) if kind == "joint" else NerveSide(name, Side(side))


class ThemedView(DrawingView):
    """A drawing in the colours of the current look, made anew at most once between two paintings."""

    def __init__(self) -> None:
        super().__init__()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.draw)
        self._dress()

    def draw(self) -> None:
        """Make the drawing for the room there is."""
        raise NotImplementedError

    def draw_soon(self, after: int = 0) -> None:
        """Once everything that changes now has changed, `after` milliseconds at the earliest."""
        self._soon.start(after)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self.draw()
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.setFont(theme.font())
        self.set_colors(theme.tokens())
        self.set_text_percent(theme.percent())


class SpineView(ThemedView):
    """One region with its marks. It changes nothing: it tells which joints or which nerve were asked for."""

    toggled = Signal(object)  # JointSide
    passed_over = Signal(object)  # tuple[JointSide, ...], to be marked together
    nerve_pressed = Signal(object)  # NerveSide

    def __init__(self) -> None:
        self._region, self._marks = Region.LUMBAR, Marks()
        self._history: Mapping[JointSide, str] = {}
        self._room: tuple[float, float] | None = None
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Spine, seen from behind"))
        self.clicked.connect(self._on_clicked)
        self.dragged.connect(self._on_dragged)
        self.hovered.connect(self._on_hovered)
        self.room_changed.connect(self._on_room)

    def show_marks(self, region: Region, marks: Marks, history: Mapping[JointSide, str]) -> None:
        """Show another region, other marks or earlier blocks; nothing is drawn when they are the same."""
        marks = replace(marks, hover=self._marks.hover if region is self._region else None)
        if (region, marks, history) != (self._region, self._marks, self._history):
            self._region, self._marks, self._history = region, marks, history
            self.draw_soon(_AFTER_TEXT_MS)

    def region(self) -> Region:
        """The region on the screen."""
        return self._region

    def sizeHint(self) -> QSize:
        return QSize(theme.px(340), theme.px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(280), theme.px(200))

    def draw(self) -> None:
        if self._room is None or min(self._room) < 30:
            return
        joints = [each.joint for each in (*self._marks.joints, *self._marks.planned)]
        levels = levels_that_fit(
            self._region, joints, self._room[1], text=SCREEN_TEXT, six_lumbar=self._marks.six_lumbar
        )
        self.set_drawing(spine(self._region, self._marks, levels=levels, size=self._room, text=SCREEN_TEXT))
        self.set_targets(self._words())

    def _words(self) -> dict[str, Target]:
        six = self._marks.six_lumbar
        found: dict[str, Target] = {}
        for side in Side:
            for joint in joints_of_spine(six_lumbar=six).values():
                found[joint_key(joint.name, side)] = self._joint_words(joint, side)
            for nerve in nerves_of_spine(six_lumbar=six).values():
                found[nerve_key(nerve.name, side)] = self._nerve_words(nerve, side)
        return found

    def _joint_words(self, joint: Joint, side: Side) -> Target:
        place = JointSide(joint.name, side)
        nerves = nerves_of_spine(six_lumbar=self._marks.six_lumbar)
        said = self.tr("supplied by {0}").format(listed([nerves[name].words for name in joint.nerves]))
        name = self.tr("{0} facet joint, {1}").format(joint.name, localized(side.value))
        before = self._history.get(place, "")
        return Target(name, f"{said}. {before}" if before else said, place in self._marks.joints, before)

    def _nerve_words(self, nerve: Nerve, side: Side) -> Target:
        joints = joints_of_spine(six_lumbar=self._marks.six_lumbar).values()
        served = listed([joint.name for joint in joints if nerve.name in joint.nerves])
        checked = NerveSide(nerve.name, side) in self._marks.targets
        return Target(
            localized(f"{nerve.words}, {side.value}"), self.tr("supplies {0}").format(served), checked
        )

    def _on_clicked(self, key: str) -> None:
        place = place_of(key)
        if isinstance(place, JointSide):
            self.toggled.emit(place)
        else:
            self.nerve_pressed.emit(place)

    def _on_dragged(self, keys: list[str]) -> None:
        joints = tuple(place for key in keys if isinstance(place := place_of(key), JointSide))
        if joints:
            self.passed_over.emit(joints)

    def _on_hovered(self, key: str) -> None:
        self._marks = replace(self._marks, hover=key or None)
        self.draw_soon()

    def _on_room(self, width: float, height: float) -> None:
        if self._room != (width, height):
            self._room = (width, height)
            self.draw_soon()


class NavigatorView(ThemedView):
    """C2 to the sacrum as a strip; pressing a region asks for it."""

    asked = Signal(object)  # Region

    def __init__(self) -> None:
        self._shown: tuple[Region, tuple[JointSide, ...], bool] = (Region.LUMBAR, (), False)
        self._room = (0.0, 0.0)
        super().__init__()
        self.setAccessibleName(self.tr("Whole spine"))
        self.setFixedWidth(theme.px(60))
        self.clicked.connect(self._on_clicked)
        self.room_changed.connect(self._on_room)

    def show_region(self, region: Region, joints: tuple[JointSide, ...], *, six_lumbar: bool) -> None:
        """Frame a region and mark joints."""
        if (region, joints, six_lumbar) != self._shown:
            self._shown = (region, joints, six_lumbar)
            self.draw_soon(_AFTER_TEXT_MS)

    def draw(self) -> None:
        region, joints, six = self._shown
        if min(self._room) < 10:
            return
        self.set_drawing(spine_navigator(region, joints, six_lumbar=six, size=self._room))
        words = {each: self.tr("{0} spine").format(localized(each.value.capitalize())) for each in Region}
        self.set_targets({region_key(each): Target(words[each], checked=each is region) for each in Region})

    def _on_clicked(self, key: str) -> None:
        self.asked.emit(Region(key.split(":")[1]))

    def _on_room(self, width: float, height: float) -> None:
        self._room = (width, height)
        self.draw_soon()

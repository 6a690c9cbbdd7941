"""A drawing in a window: painted in its colours, reached by mouse, keyboard and screen reader."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.anatomy import JointSide, Region, Side, targets_of
from mbb_desktop.drawing.relief_chart import Curve, Relief, relief_chart
from mbb_desktop.drawing.shapes import Drawing
from mbb_desktop.drawing.spine import spine
from mbb_desktop.drawing.spine_marks import Marks
from mbb_desktop.ui.drawing_view import LEAST_TARGET, DrawingView, Target
from mbb_desktop.ui.theme import DARK, LIGHT

LOW_LEFT = (JointSide("L4-5", Side.LEFT), JointSide("L5-S1", Side.LEFT))
MARKED = Marks(joints=LOW_LEFT, targets=targets_of(LOW_LEFT))


def _lumbar(marks: Marks = MARKED) -> Drawing:
    return spine(Region.LUMBAR, marks, size=(100, 165))


def _words(drawing: Drawing) -> dict[str, Target]:
    recorded = {"joint:L4-5:left", "joint:L5-S1:left"}
    return {
        key: Target(f"name of {key}", f"about {key}", checked=key in recorded) for key in drawing.targets()
    }


@pytest.fixture
def view(qtbot: QtBot) -> DrawingView:
    view = DrawingView()
    qtbot.addWidget(view)
    view.resize(400, 660)
    view.set_colors(LIGHT)
    view.set_drawing(_lumbar())
    view.set_targets(_words(_lumbar()))
    view.show()
    qtbot.waitExposed(view)
    return view


def test_a_window_on_another_screen_is_drawn_with_all_its_dots(qtbot: QtBot) -> None:
    class Moved(DrawingView):
        ratio = 1.0

        def devicePixelRatioF(self) -> float:
            return self.ratio

    view = Moved()
    qtbot.addWidget(view)
    view.resize(40, 66)
    view.set_colors(LIGHT)
    view.set_drawing(_lumbar())
    view.grab()
    view.ratio = 2.0
    view.grab()
    assert view._picture is not None
    assert view._picture.width() == 80


def _spot(view: DrawingView, key: str) -> QPoint:
    return view.target_area(key).center()


def _press(view: DrawingView, key: str, modifiers: Qt.KeyboardModifier) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, modifiers, _spot(view, key))


def _drag(view: DrawingView, *spots: QPoint) -> None:
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(view, spot)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spots[-1])


def _key(view: DrawingView, at: str, key: Qt.Key, *, shift: bool = False) -> None:
    button = view.target_button(at)
    button.setFocus()
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(button, key, modifier)


def _focused(view: DrawingView) -> str:
    widget = view.focusWidget()
    return widget.objectName() if widget else ""


# Painting


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_a_recorded_joint_is_painted_in_its_sides_colour(
    view: DrawingView, colors: Mapping[str, str]
) -> None:
    view.set_colors(colors)
    seen = view.grab().toImage()
    area = view.target_area("joint:L4-5:left")
    ratio = seen.devicePixelRatio()
    spot = QPointF(area.center().x(), area.top() + 0.2 * area.height()) * ratio
    assert seen.pixelColor(spot.toPoint()) == QColor(colors["left"])


def test_a_picture_does_not_depend_on_the_pictures_before(qtbot: QtBot) -> None:
    hovered = _lumbar(Marks(joints=LOW_LEFT, targets=MARKED.targets, hover="joint:L5-S1:left"))
    cervical = spine(Region.CERVICAL, Marks(), size=(100, 165))
    used, fresh = DrawingView(), DrawingView()
    before = [cervical, _lumbar(), hovered, _lumbar(), cervical, hovered]
    for view, drawings in ((used, [*before, _lumbar(Marks())]), (fresh, [_lumbar(Marks())])):
        qtbot.addWidget(view)
        view.resize(400, 660)
        view.set_colors(LIGHT)
        view.show()
        qtbot.waitExposed(view)
        for drawing in drawings:
            view.set_drawing(drawing)
            seen = view.grab().toImage()
    assert seen == used.grab().toImage()


def test_a_palette_without_a_needed_colour_is_refused_before_painting(view: DrawingView) -> None:
    with pytest.raises(KeyError, match="boneHi"):
        view.set_colors({token: color for token, color in LIGHT.items() if token != "boneHi"})


def test_the_drawing_keeps_its_proportions(view: DrawingView) -> None:
    view.resize(800, 660)
    left, right = (_spot(view, f"joint:L4-5:{side}").x() for side in ("left", "right"))
    assert left + right == pytest.approx(800, abs=3)
    assert right - left < 120


def test_the_widget_tells_how_many_millimetres_it_offers(view: DrawingView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.room_changed) as told:
        view.resize(378, 567)
    assert told.args == [pytest.approx(100, abs=0.1), pytest.approx(150, abs=0.1)]
    with qtbot.waitSignal(view.room_changed) as told:
        view.set_text_percent(150)
    assert told.args == [pytest.approx(66.7, abs=0.1), pytest.approx(100, abs=0.1)]


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_a_chart_is_painted_too(qtbot: QtBot, colors: Mapping[str, str]) -> None:
    points = tuple((minutes, Decimal(3)) for minutes in (None, 60, 480, 1440))
    view = DrawingView()
    qtbot.addWidget(view)
    view.set_colors(colors)
    view.set_drawing(relief_chart(Relief((Curve("Overall", points, "series1", "diamond", (2, 1)),))))
    view.resize(view.sizeHint())
    seen = view.grab().toImage()
    found = {seen.pixel(x, y) for x in range(seen.width()) for y in range(seen.height())}
    assert QColor(colors["series1"]).rgb() in found


def test_at_150_percent_the_drawing_asks_for_half_as_much_room_again(view: DrawingView) -> None:
    normal = view.sizeHint()
    view.set_text_percent(150)
    assert view.sizeHint().width() == pytest.approx(1.5 * normal.width(), abs=2)


# Mouse


def test_a_click_names_the_target(view: DrawingView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.clicked) as clicked:
        _press(view, "joint:L3-4:right", Qt.KeyboardModifier.NoModifier)
    assert clicked.args == ["joint:L3-4:right"]


def test_a_click_beside_everything_says_nothing(view: DrawingView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.clicked):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 655))


def test_a_target_is_hit_anywhere_in_24_pixels(view: DrawingView, qtbot: QtBot) -> None:
    view.resize(200, 330)
    for key, outwards in (("nerve:T11 MB:left", -9), ("nerve:T11 MB:right", 9)):
        with qtbot.waitSignal(view.clicked) as clicked:
            spot = _spot(view, key) + QPoint(outwards, -9)
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        assert clicked.args == [key]


def test_the_pointer_is_reported_once_per_target(view: DrawingView) -> None:
    seen: list[str] = []
    view.hovered.connect(seen.append)
    spot = _spot(view, "joint:L1-2:left")
    for each in (spot, spot + QPoint(1, 1), QPoint(5, 655)):
        QTest.mouseMove(view, each)
    assert seen == ["joint:L1-2:left", ""]


def test_leaving_the_widget_ends_the_hover(view: DrawingView) -> None:
    seen: list[str] = []
    QTest.mouseMove(view, _spot(view, "joint:L1-2:left"))
    view.hovered.connect(seen.append)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert seen == [""]


def test_a_shift_click_does_not_reach_from_a_nerve_to_a_joint(view: DrawingView, qtbot: QtBot) -> None:
    _press(view, "nerve:L1 MB:left", Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(view.clicked) as clicked:
        _press(view, "joint:L4-5:left", Qt.KeyboardModifier.ShiftModifier)
    assert clicked.args == ["joint:L4-5:left"]


def test_a_drag_along_one_side_reports_each_joint_passed(view: DrawingView, qtbot: QtBot) -> None:
    joints = [f"joint:{name}:right" for name in ("L2-3", "L3-4", "L4-5")]
    with qtbot.waitSignal(view.dragged) as dragged, qtbot.assertNotEmitted(view.clicked):
        _drag(view, _spot(view, joints[0]), _spot(view, joints[2]))
    assert dragged.args == [joints]


def test_a_drag_across_the_midline_reports_both_sides(view: DrawingView, qtbot: QtBot) -> None:
    joints = [f"joint:L3-4:{side}" for side in ("left", "right")]
    with qtbot.waitSignal(view.dragged) as dragged:
        _drag(view, *(_spot(view, joint) for joint in joints))
    assert dragged.args == [joints]


def test_leaving_the_target_before_release_cancels_the_click(view: DrawingView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.clicked), qtbot.assertNotEmitted(view.dragged):
        _drag(view, _spot(view, "joint:L3-4:left"), QPoint(5, 655))


def test_a_shift_click_reaches_from_the_last_target(view: DrawingView, qtbot: QtBot) -> None:
    _press(view, "joint:L2-3:left", Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(view.dragged) as dragged:
        _press(view, "joint:L5-S1:left", Qt.KeyboardModifier.ShiftModifier)
    assert dragged.args == [[f"joint:{name}:left" for name in ("L2-3", "L3-4", "L4-5", "L5-S1")]]


def test_resting_on_a_target_shows_its_tip(view: DrawingView) -> None:
    key = "joint:L4-5:left"
    view.set_targets({key: Target("L4-5 facet joint, left", tip="Blocked 27-Oct-2026, positive")})
    spot = _spot(view, key)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, spot, view.mapToGlobal(spot)))
    assert QToolTip.text() == "Blocked 27-Oct-2026, positive"
    QToolTip.hideText()


def test_the_wheel_is_left_to_the_page(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    view = DrawingView(page)
    layout = QVBoxLayout(page)
    layout.addWidget(view)
    spot, none = QPointF(9, 9), Qt.KeyboardModifier.NoModifier
    turn = QWheelEvent(
        spot,
        spot,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    turn.accept()
    view.wheelEvent(turn)
    assert not turn.isAccepted()


# Keyboard and screen reader


def test_every_target_is_a_named_check_box(view: DrawingView) -> None:
    for key in _lumbar().targets():
        reader = QAccessible.queryAccessibleInterface(view.target_button(key))
        assert reader.role() == QAccessible.Role.CheckBox
        assert reader.text(QAccessible.Text.Name) == f"name of {key}"
        assert reader.text(QAccessible.Text.Description) == f"about {key}"
        assert reader.state().focusable


def test_only_recorded_joints_are_checked(view: DrawingView) -> None:
    checked = {key for key in _lumbar().targets() if view.target_button(key).isChecked()}
    assert checked == {"joint:L4-5:left", "joint:L5-S1:left"}


def test_no_target_is_smaller_than_24_pixels(view: DrawingView) -> None:
    view.resize(200, 330)
    sizes = [view.target_button(key).size() for key in _lumbar().targets()]
    assert min(min(size.width(), size.height()) for size in sizes) == LEAST_TARGET


def test_space_presses_without_changing_the_mark_itself(view: DrawingView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.clicked) as clicked:
        _key(view, "joint:L3-4:left", Qt.Key.Key_Space)
    assert clicked.args == ["joint:L3-4:left"]
    assert not view.target_button("joint:L3-4:left").isChecked()


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("joint:L3-4:left", Qt.Key.Key_Up, "joint:L2-3:left"),
        ("joint:L3-4:left", Qt.Key.Key_Down, "joint:L4-5:left"),
        ("joint:L3-4:left", Qt.Key.Key_Right, "joint:L3-4:right"),
        ("joint:L3-4:left", Qt.Key.Key_Left, "joint:L3-4:left"),
        ("joint:L5-S1:right", Qt.Key.Key_Down, "joint:L5-S1:right"),
        ("nerve:L4 MB:right", Qt.Key.Key_Down, "nerve:L5 DR:right"),
    ],
)
def test_arrows_move_within_the_joints_or_the_nerves(
    view: DrawingView, start: str, key: Qt.Key, end: str
) -> None:
    _key(view, start, key)
    assert _focused(view) == end


def test_shift_and_an_arrow_report_both_targets(view: DrawingView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.dragged) as dragged:
        _key(view, "joint:L3-4:left", Qt.Key.Key_Down, shift=True)
    assert dragged.args == [["joint:L3-4:left", "joint:L4-5:left"]]


def test_delete_asks_to_clear(view: DrawingView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.cleared):
        _key(view, "joint:L4-5:left", Qt.Key.Key_Delete)


def test_tab_stops_once_at_the_target_last_used(view: DrawingView) -> None:
    _key(view, "joint:L3-4:left", Qt.Key.Key_Down)
    stops = [
        key
        for key in _lumbar().targets()
        if view.target_button(key).focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["joint:L4-5:left"]


def test_the_focus_stays_when_the_drawing_changes(view: DrawingView) -> None:
    view.target_button("joint:L3-4:left").setFocus()
    view.set_drawing(_lumbar(Marks()))
    assert _focused(view) == "joint:L3-4:left"


def test_a_key_without_words_has_no_button_but_can_be_clicked(view: DrawingView, qtbot: QtBot) -> None:
    view.set_targets({})
    with pytest.raises(KeyError):
        view.target_button("joint:L4-5:left")
    with qtbot.waitSignal(view.clicked):
        _press(view, "joint:L4-5:left", Qt.KeyboardModifier.NoModifier)

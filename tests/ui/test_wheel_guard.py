"""The wheel scrolls the page and never changes a value."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QScrollArea,
    QSlider,
    QSpinBox,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.editors import ChoiceEditor
from mbb_desktop.ui.parts import scrolled, stack
from mbb_desktop.ui.wheel_guard import WheelGuard


@pytest.fixture
def guard(qapp: QApplication) -> Iterator[WheelGuard]:
    made = WheelGuard(qapp)
    yield made
    qapp.removeEventFilter(made)
    made.deleteLater()


def turn(widget: QWidget) -> None:
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        QPointF(widget.mapToGlobal(place)),
        QPoint(0, -240),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def page_with(qtbot: QtBot, widget: QWidget) -> QScrollArea:
    content = QWidget()
    stack(content).addWidget(widget)
    content.setMinimumHeight(2000)
    area = scrolled(content)
    area.resize(300, 200)
    qtbot.addWidget(area)
    area.show()
    widget.setFocus()
    return area


def combo() -> QComboBox:
    made = QComboBox()
    made.addItems(["left", "right", "bilateral"])
    return made


def number() -> QDoubleSpinBox:
    made = QDoubleSpinBox()
    made.setValue(0.5)
    return made


def tabs() -> QTabBar:
    made = QTabBar()
    for title in ("Overview", "Blocks"):
        made.addTab(title)
    return made


@pytest.mark.parametrize("make", [combo, number, QSpinBox, QSlider, tabs])
def test_the_wheel_scrolls_and_changes_nothing(qtbot: QtBot, guard: WheelGuard, make: type[QWidget]) -> None:
    widget = make()
    area = page_with(qtbot, widget)
    before = state(widget)
    turn(widget)
    assert state(widget) == before
    assert area.verticalScrollBar().value() > 0


def state(widget: QWidget) -> object:
    if isinstance(widget, QComboBox | QTabBar):
        return widget.currentIndex()
    assert isinstance(widget, QSpinBox | QDoubleSpinBox | QSlider)
    return widget.value()


def test_the_wheel_over_the_line_of_a_spin_box_changes_nothing(qtbot: QtBot, guard: WheelGuard) -> None:
    spin = number()
    area = page_with(qtbot, spin)
    turn(spin.lineEdit())
    assert spin.value() == 0.5
    assert area.verticalScrollBar().value() > 0


def test_the_wheel_over_our_own_list_chooses_nothing(qtbot: QtBot, guard: WheelGuard) -> None:
    editor = ChoiceEditor([("a", "Medicare"), ("b", "Other")], segmented=False)
    area = page_with(qtbot, editor)
    turn(editor.inputs()[0])
    assert editor.value() is None
    assert area.verticalScrollBar().value() > 0


def test_a_scroll_bar_still_scrolls(qtbot: QtBot, guard: WheelGuard) -> None:
    area = page_with(qtbot, QWidget())
    turn(area.verticalScrollBar())
    assert area.verticalScrollBar().value() > 0

"""Pages that are dressed when they are looked at first."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mbb_desktop.ui.late_stack import LateStack
from tests.ui.sample import let_go


def stacked(qtbot: QtBot) -> tuple[QWidget, LateStack, list[QLabel]]:
    whole, stack, labels = QWidget(), LateStack(), [QLabel("one"), QLabel("two"), QLabel("three")]
    qtbot.addWidget(whole)
    stack.setParent(whole)
    for label in labels:
        stack.add(label)
    return whole, stack, labels


def test_a_page_comes_into_the_window_when_it_is_looked_at(qtbot: QtBot) -> None:
    whole, stack, (first, second, third) = stacked(qtbot)
    assert (first.window(), stack.count()) == (whole, 3)
    assert whole not in (second.window(), third.window())
    stack.show_page(2)
    assert stack.currentWidget() is third
    assert third.window() is whole
    assert second.window() is not whole
    stack.show_page(0)
    assert stack.currentWidget() is first


def test_another_page_takes_a_place_without_coming_to_the_front(qtbot: QtBot) -> None:
    _, stack, (first, second, _third) = stacked(qtbot)
    new = QLabel("new")
    stack.put(1, new)
    assert stack.currentWidget() is first
    stack.show_page(1)
    assert stack.currentWidget() is new
    assert second.parent() is not stack
    again = QLabel("again")
    stack.put(1, again)
    assert (stack.currentWidget(), stack.count()) == (again, 3)


def test_pages_that_nobody_looked_at_go_with_the_stack(qtbot: QtBot) -> None:
    _, stack, labels = stacked(qtbot)
    stack.deleteLater()
    let_go()
    let_go()
    assert not any(isValid(label) for label in labels)

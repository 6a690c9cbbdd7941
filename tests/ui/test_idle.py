"""When nobody is there the program warns, then locks; a key or the mouse keeps it open."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QExposeEvent, QKeySequence, QRegion, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.idle import IdleWatch
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.system_watch import SystemWatch

from .conftest import NOW
from .hands import strike


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **time: int) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def watch(clock: Clock, desk: QWidget) -> Iterator[IdleWatch]:
    made = IdleWatch(clock, 5, desk)
    yield made
    made.stop()


def test_it_warns_thirty_seconds_before_and_then_locks(watch: IdleWatch, clock: Clock) -> None:
    said: list[object] = []
    watch.warned.connect(said.append)
    watch.due.connect(lambda: said.append("locked"))
    for step in (269, 1, 29, 1):
        clock.forward(seconds=step)
        watch.look()
    assert said == [30, 1, "locked"]


def test_a_key_takes_the_warning_back(watch: IdleWatch, clock: Clock, desk: QWidget) -> None:
    said: list[int] = []
    watch.warned.connect(said.append)
    clock.forward(seconds=280)
    watch.look()
    strike(desk, Qt.Key.Key_Shift)
    clock.forward(seconds=280)
    watch.look()
    assert said == [20, 0, 20]


def test_waking_from_sleep_locks_at_once(watch: IdleWatch, clock: Clock, qtbot: QtBot) -> None:
    clock.forward(hours=2)
    with qtbot.waitSignal(watch.due, timeout=20_000):
        watch.look()


def test_the_key_that_wakes_the_computer_locks_and_types_nothing(
    watch: IdleWatch, clock: Clock, desk: QWidget, qtbot: QtBot
) -> None:
    typed = QLineEdit(desk)
    clock.forward(hours=2)
    with qtbot.waitSignal(watch.due, timeout=20_000):
        strike(typed, Qt.Key.Key_A)
    assert typed.text() == ""


def _shortcut(desk: QWidget, qtbot: QtBot) -> list[bool]:
    """What F9 did in a window that is in front."""
    accepted: list[bool] = []
    QShortcut(QKeySequence("F9"), desk).activated.connect(lambda: accepted.append(True))
    desk.show()
    desk.activateWindow()
    with qtbot.waitActive(desk):
        pass
    return accepted


def test_a_shortcut_that_wakes_the_computer_locks_and_does_nothing_else(
    watch: IdleWatch, clock: Clock, desk: QWidget, qtbot: QtBot
) -> None:
    accepted = _shortcut(desk, qtbot)
    strike(desk, Qt.Key.Key_F9)
    assert accepted == [True]
    clock.forward(hours=2)
    with qtbot.waitSignal(watch.due, timeout=20_000):
        strike(desk, Qt.Key.Key_F9)
    assert accepted == [True]


def test_a_shortcut_shows_that_somebody_is_there(
    watch: IdleWatch, clock: Clock, desk: QWidget, qtbot: QtBot
) -> None:
    said: list[int] = []
    watch.warned.connect(said.append)
    _shortcut(desk, qtbot)
    clock.forward(seconds=280)
    watch.look()
    strike(desk, Qt.Key.Key_F9)
    assert said == [20, 0]


def test_a_short_sleep_locks_before_the_window_is_painted_again(qtbot: QtBot, clock: Clock) -> None:
    window = MainWindow(clock)
    qtbot.addWidget(window)
    window.show()
    window.begin("Dr Okafor", "Physician", lambda: True)
    window.lock_when_idle(10)
    seconds = [0.0]
    window.slept = SystemWatch(window, clock=lambda: seconds[0]).slept
    again = QExposeEvent(QRegion(window.rect()))
    QApplication.sendEvent(window.windowHandle(), again)
    seconds[0] = 60.0
    with qtbot.waitSignal(window.locked, timeout=20_000):
        QApplication.sendEvent(window.windowHandle(), again)
    assert not window.frame.isVisible()


def test_the_window_says_so_and_locks(qtbot: QtBot, clock: Clock) -> None:
    window = MainWindow(clock)
    qtbot.addWidget(window)
    window.begin("Dr Okafor", "Physician", lambda: True)
    window.lock_when_idle(1)
    watch = window.findChildren(IdleWatch)[0]
    clock.forward(seconds=40)
    watch.look()
    assert window.frame.leaving_soon.text() == "Locks in 20 s. Press a key to stay."
    clock.forward(seconds=20)
    with qtbot.waitSignal(window.locked, timeout=20_000):
        watch.look()
    assert window.frame.leaving_soon.text() == ""

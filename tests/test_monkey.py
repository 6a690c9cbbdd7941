"""The checks of the random use find what they look for: each is shown one mistake."""

import gc
import logging
from collections import Counter
from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer, Signal, qWarning
from PySide6.QtWidgets import QApplication, QScrollArea, QScrollBar, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.tasks import Tasks
from tests.monkey.hands import within
from tests.monkey.watch import Census, Errors, Found, Left, check_levels, check_windows
from tests.ui.conftest import NOW


class Bell(QObject):
    rung = Signal()


def wrong() -> None:
    raise ValueError("a mistake in a slot")


def _slot() -> None:
    bell = Bell()
    bell.rung.connect(wrong)
    bell.rung.emit()


def _qt() -> None:
    qWarning("Qt does not like this")


def _logged() -> None:
    logging.getLogger("mbb_desktop").error("a mistake in the log")


@pytest.mark.expect_errors
@pytest.mark.parametrize(
    ("make", "words"),
    [(_slot, "a mistake in a slot"), (_qt, "Qt does not like this"), (_logged, "a mistake in the log")],
    ids=["slot", "qt", "log"],
)
def test_it_hears_what_goes_wrong(qapp: QApplication, make: Callable[[], None], words: str) -> None:
    errors = Errors()
    with errors.listening():
        make()
    assert len(errors.seen) == 1
    assert words in errors.seen[0]


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(lambda: NOW)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_sees_a_window_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    window.messages.tell("Sure?", "It belongs to the window.")
    check_windows(window)
    stray = QWidget()
    qtbot.addWidget(stray)
    stray.show()
    with pytest.raises(Found, match="a window of its own: QWidget"):
        check_windows(window)
    stray.hide()
    window.messages.clear()


def test_it_sees_levels_that_nobody_entered() -> None:
    joints = (JointSide("L4-5", Side.LEFT),)
    block = Block(UUID(int=1), UUID(int=2), UUID(int=3), date(2026, 11, 24), joints=joints)
    with pytest.raises(Found, match="nobody entered"):
        check_levels(block)


def test_it_counts_what_is_left_behind(qapp: QApplication) -> None:
    census, kept = Census(), list[QTimer]()
    for _lock in range(6):
        census.take()
    owner = QObject()
    kept += [QTimer(owner) for _ in range(5)]
    with pytest.raises(Found, match="timers left behind"):
        census.take()


def test_it_counts_our_objects_that_qt_never_shows(qapp: QApplication) -> None:
    census, kept = Census(), list[Tasks]()
    for _lock in range(6):
        census.take()
    kept += [Tasks() for _ in range(21)]
    with pytest.raises(Found, match=r"ours left behind: .'Tasks': 21."):
        census.take()
    for tasks in kept:
        tasks.close()


def test_looking_for_what_can_be_used_keeps_nothing(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    for _time in range(3):
        inner = QWidget(outer)
        line = QScrollArea(inner)
        assert {inner, line} <= set(within(outer))
        inner.deleteLater()
        del inner, line
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dead = [each for each in gc.get_objects() if type(each) is QScrollBar and not isValid(each)]
    assert dead == []


def test_it_says_whether_memory_is_flat() -> None:
    none: Counter[str] = Counter()
    flat = Census([Left(none, none, 1, 300.0 + (at % 3)) for at in range(80)])
    assert flat.check_memory(1.1).startswith("memory is flat: 301 MB")
    assert Census(flat.counts[:59]).check_memory(1.1) == "too short to judge memory: 59 locks of at least 60"
    growing = Census([Left(none, none, 1, 300.0 + 2 * at) for at in range(80)])
    with pytest.raises(Found, match="memory grows"):
        growing.check_memory(1.1)

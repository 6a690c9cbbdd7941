"""The window opens on every screen with all of it to be seen, and closes when the terminal says so."""

import signal
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.app import close_when_told, show_fitting
from mbb_desktop.ui.main_window import MainWindow


@pytest.mark.parametrize(
    ("room", "maximized"),
    [((1920, 1040), False), ((1440, 940), False), ((1440, 900), True), ((1366, 728), True)],
)
def test_a_window_that_does_not_fit_takes_the_screen(
    qtbot: QtBot, room: tuple[int, int], maximized: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    show_fitting(window, QSize(*room))
    assert window.isMaximized() is maximized
    assert maximized or window.size() == QSize(1440, 900)


def test_ctrl_c_in_the_terminal_closes_the_window(qtbot: QtBot) -> None:
    before = {told: signal.getsignal(told) for told in (signal.SIGINT, signal.SIGTERM)}
    window = MainWindow(lambda: datetime(2026, 11, 24, 11, 5, tzinfo=UTC))
    qtbot.addWidget(window)
    try:
        close_when_told(window)
        with qtbot.waitSignal(window.closing, timeout=20_000):
            signal.raise_signal(signal.SIGINT)
    finally:
        for told, did in before.items():
            signal.signal(told, did)

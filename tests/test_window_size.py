"""The window opens on every screen with all of it to be seen."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.app import show_fitting


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

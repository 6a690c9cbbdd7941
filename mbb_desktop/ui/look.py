"""How the application looks: fonts, theme by this computer's settings, and the wheel guard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mbb_desktop.settings import APPEARANCE, TEXT_PERCENT, read_settings
from mbb_desktop.ui import theme
from mbb_desktop.ui.wheel_guard import WheelGuard

_GUARD = "wheel guard"


def dress(application: QApplication) -> None:
    """Fonts, colours and the guard that keeps the wheel from changing values."""
    application.setApplicationName("MBB Desktop")
    application.setDesktopFileName("mbb-desktop")
    theme.load_fonts()
    show_look(application)
    if application.property(_GUARD) is None:
        WheelGuard(application)
        application.setProperty(_GUARD, True)

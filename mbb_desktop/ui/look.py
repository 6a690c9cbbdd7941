"""How the application looks on this computer: its colours and its text size."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mbb_desktop.settings import APPEARANCE, TEXT_PERCENT, Settings
from mbb_desktop.ui import theme


def dress(application: QApplication, settings: Settings) -> None:
    """Show the chosen colours and text size; with `system` the colours follow the system, now and later."""
    show = _Dressing(application, settings)
    show()
    if application.property("follows system") is None:
        application.styleHints().colorSchemeChanged.connect(show)
        application.setProperty("follows system", True)


class _Dressing:
    def __init__(self, application: QApplication, settings: Settings) -> None:
        self._application, self._settings = application, settings

    def __call__(self, _scheme: Qt.ColorScheme | None = None) -> None:
        chosen = self._settings.get(APPEARANCE)
        theme.apply(self._application, _tokens(self._application, chosen), self._settings.get(TEXT_PERCENT))


def _tokens(application: QApplication, chosen: str) -> Mapping[str, str]:
    dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    if chosen == "high contrast":
        return theme.HIGH_CONTRAST_DARK if dark else theme.HIGH_CONTRAST
    if chosen == "system":
        return theme.DARK if dark else theme.LIGHT
    return theme.DARK if chosen == "dark" else theme.LIGHT

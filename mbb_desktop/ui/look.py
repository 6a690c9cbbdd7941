"""How the application looks on this computer: its colours and its text size."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mbb_desktop.settings import APPEARANCE, TEXT_PERCENT, Settings
from mbb_desktop.ui import theme


def dress(application: QApplication, settings: Settings) -> None:
    """Show the chosen colours and text size; what follows the system follows it now and later."""
    show = _Dressing(application, settings)
    show()
    if application.property("follows system") is None:
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(show)
        hints.accessibility().contrastPreferenceChanged.connect(show)
        application.setProperty("follows system", True)


def tokens_of(chosen: str, *, dark: bool, high_contrast: bool) -> Mapping[str, str]:
    """The colours of a choice, on a system that is `dark` or asks for high contrast.

    Light and dark are what they say; high contrast is light or dark as the system is.
    """
    dark = chosen.endswith("dark") or (dark and chosen != "light")
    if chosen.startswith("high contrast") or (chosen == "system" and high_contrast):
        return theme.HIGH_CONTRAST_DARK if dark else theme.HIGH_CONTRAST
    return theme.DARK if dark else theme.LIGHT


class _Dressing:
    def __init__(self, application: QApplication, settings: Settings) -> None:
        self._application, self._settings = application, settings

    def __call__(self, _changed: object = None) -> None:
        hints = self._application.styleHints()
        contrast = hints.accessibility().contrastPreference()
        found = tokens_of(
            self._settings.get(APPEARANCE),
            dark=hints.colorScheme() is Qt.ColorScheme.Dark,
            high_contrast=contrast is Qt.ContrastPreference.HighContrast,
        )
        theme.apply(self._application, found, self._settings.get(TEXT_PERCENT))

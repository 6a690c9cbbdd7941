"""The way to the other language, before anybody has unlocked."""

from PySide6.QtCore import Signal

from mbb_desktop.ui import language
from mbb_desktop.ui.parts import Button


class LanguageLink(Button):
    """The name of the other language, in its own words."""

    chosen = Signal(str)

    def __init__(self) -> None:
        other = next(code for code in language.NAMES if code != language.in_force())
        super().__init__(language.NAMES[other], "link")
        self.setObjectName("languageLink")
        self.clicked.connect(lambda _on=False: self.chosen.emit(other))

"""A quiet page while something is being made."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from mbb_desktop.ui import theme
from mbb_desktop.ui.parts import IconLabel, centered, stack, words


class WaitingPage(QFrame):
    """Says what is going on, and how far it is once `advanced` tells; there is nothing to do on it."""

    advanced = Signal(int, int)
    """How many steps of how many are done; any thread may say so."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setObjectName("lockPage")
        self.setAccessibleName(sentence)
        column = stack(self, spacing=14)
        column.addStretch(5)
        column.addWidget(IconLabel("logo", "accent", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words(sentence, "section"), 0, Qt.AlignmentFlag.AlignHCenter)
        bar = self._bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(theme.px(240))
        bar.setAccessibleName(sentence)
        column.addLayout(centered(bar))
        column.addStretch(6)
        self.advanced.connect(self._show)

    def _show(self, done: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(done)

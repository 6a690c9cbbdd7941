"""A quiet page while something is being made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QProgressBar

from mbb_desktop.ui import theme
from mbb_desktop.ui.parts import IconLabel, centered, stack, words


class WaitingPage(QFrame):
    """Says what is going on; there is nothing to do on it."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setObjectName("lockPage")
        self.setAccessibleName(sentence)
        column = stack(self, spacing=14)
        column.addStretch(5)
        column.addWidget(IconLabel("logo", "accent", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words(sentence, "section"), 0, Qt.AlignmentFlag.AlignHCenter)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(theme.px(240))
        bar.setAccessibleName(sentence)
        column.addLayout(centered(bar))
        column.addStretch(6)

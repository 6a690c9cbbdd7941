"""Criteria, the draft letter and the cards beside them: as many columns as there is room for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from mbb_desktop.ui import theme
from mbb_desktop.ui.letter_pane import LetterPane
from mbb_desktop.ui.parts import Button, appear, line, scrolled, stack

_BESIDE = 360
_TWO_FROM = 1120
_THREE_FROM = 1600


class ReadinessColumns(QWidget):
    """Wide: all three. Else the letter stands beside the criteria and gives way to the cards when asked.

    In a narrow window the letter is folded: asked for, it takes the place of the criteria.
    """

    def __init__(self, criteria: QWidget, letter: LetterPane, cards: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._criteria, self._letter = criteria, letter
        self._asked: bool | None = None
        self.turn = Button(self.tr("Show the draft letter"), icon="file-text")
        self.turn.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cards = self._column(cards)
        row = line(self, spacing=12, margins=(20, 16, 20, 16))
        row.addWidget(criteria, 5)
        row.addWidget(letter, 4)
        row.addWidget(self._cards)
        self.turn.clicked.connect(self._on_turn)
        letter.other_asked.connect(self._on_turn)
        self._arrange()

    def _column(self, cards: tuple[QWidget, ...]) -> QWidget:
        content = QWidget()
        column = stack(content, spacing=12)
        column.addWidget(self.turn)
        for card in cards:
            column.addWidget(card)
        column.addStretch()
        area = scrolled(content)
        area.setFixedWidth(theme.px(_BESIDE))
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _on_turn(self) -> None:
        self._asked = not self._wanted()
        self._arrange()
        next_one = self._letter.other if self._letter.other.isVisible() else self.turn
        next_one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fits(self, width: int) -> bool:
        return self.width() >= theme.px(width)

    def _wanted(self) -> bool:
        """Whether the letter is shown: as it was asked for, else wherever it fits beside the criteria."""
        return self._fits(_TWO_FROM) if self._asked is None else self._asked

    def _arrange(self) -> None:
        two, three, wanted = self._fits(_TWO_FROM), self._fits(_THREE_FROM), self._wanted()
        appear(self._criteria, two or not wanted)
        appear(self._letter, three or wanted)
        appear(self._cards, three or not two or not wanted)
        appear(self._letter.foot, two and not three)
        appear(self.turn, not three)
        self.turn.say(
            self.tr("Back to the criteria") if wanted and not two else self.tr("Show the draft letter")
        )

"""Words that give way: cut with an ellipsis where there is no room, whole in the tool tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from mbb_desktop.ui import theme
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.tool_tip import plain_tip


class ElidedLabel(QLabel):
    """A label of one of the style sheet's kinds that may be narrower than its words."""

    def __init__(self, text: str = "", kind: str = "muted", least: int = 0) -> None:
        super().__init__(localized(text))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self._least = least
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        super().setText(localized(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(self._least) if self._least else 0, super().minimumSizeHint().height())

    def shown(self) -> str:
        """The words that fit."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip("" if self.shown() == self.text() else plain_tip(self.text()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown()
            )

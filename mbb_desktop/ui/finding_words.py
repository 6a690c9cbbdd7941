"""What a criterion says, painted by one widget: forty rows of labels would take half a second to lay out."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mbb_desktop.ui import icons, theme

_ICON, _GAP, _BETWEEN, _LEAST = 18, 12, 1, 70
_HEAD, _SAID = (13, 600), (13, 400)
_APART = "\u2002"

Placed = tuple[tuple[tuple[QPointF, QTextLayout], ...], int]
"""Where each paragraph begins, and how high all of them are."""


class FindingWords(QWidget):
    """An icon, the title with its verdict, and sentences below it; `tone` names a colour of the theme.

    A line break in a sentence begins a new line. A screen reader is told by the row around it.
    """

    def __init__(self, icon: str, tone: str, title: str, verdict: str, sentences: Sequence[str]) -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self._title, self._verdict = title, verdict.replace(" ", "\u00a0")
        self._said = tuple(part for sentence in sentences for part in sentence.split("\n"))
        self._placed: dict[int, Placed] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(_indent() + theme.px(_LEAST), theme.px(_ICON))

    def heightForWidth(self, width: int) -> int:
        return self._at(width)[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (
            self.heightForWidth(self.width()) > self.height()
        ):  # the room became narrower after it was measured
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._placed.clear()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = theme.px(_ICON)
        with QPainter(self) as painter:
            icons.paint(painter, self._icon, QRectF(0, 0, side, side), self._tone)
            painter.setPen(theme.color("text2"))
            for place, paragraph in self._at(self.width())[0]:
                paragraph.draw(painter, place)

    def _at(self, width: int) -> Placed:
        if width not in self._placed:
            self._placed[width] = self._lay_out(width)
        return self._placed[width]

    def _lay_out(self, width: int) -> Placed:
        paragraphs = [self._head(), *(QTextLayout(said, theme.font(*_SAID)) for said in self._said)]
        left, top, found = _indent(), 0, []
        for paragraph in paragraphs:
            found.append((QPointF(left, top), paragraph))
            top += _wrapped(paragraph, max(width - left, 1)) + theme.px(_BETWEEN)
        return tuple(found), max(top, theme.px(_ICON))

    def _head(self) -> QTextLayout:
        head = QTextLayout(f"{self._title}{_APART}{self._verdict}", theme.font(*_HEAD))
        start = len(self._title) + len(_APART)
        verdict = "text" if self._tone == "text2" else self._tone
        head.setFormats([_colored(0, start, "text"), _colored(start, len(self._verdict), verdict)])
        return head


def _indent() -> int:
    return theme.px(_ICON) + theme.px(_GAP)


def _colored(start: int, length: int, color: str) -> QTextLayout.FormatRange:
    looks = QTextCharFormat()
    looks.setForeground(QColor(theme.color(color)))
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, looks
    return found


def _wrapped(paragraph: QTextLayout, room: int) -> int:
    """Break a paragraph into lines; gives its height."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    paragraph.setTextOption(option)
    step, top = _line_height(paragraph.font()), 0
    paragraph.beginLayout()
    while (line := paragraph.createLine()).isValid():
        line.setLineWidth(room)
        line.setPosition(QPointF(0, top))
        top += step
    paragraph.endLayout()
    return top


def _line_height(font: QFont) -> int:
    return QFontMetrics(font).lineSpacing()

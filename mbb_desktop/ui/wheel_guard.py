"""The mouse wheel scrolls; it never changes a value."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QScrollBar,
    QTabBar,
    QWidget,
)

_VALUES = (QAbstractSpinBox, QComboBox, QAbstractSlider, QTabBar)


class WheelGuard(QObject):
    """Watches the whole program; keep a reference to it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QWheelEvent):  # sees every event of the program; asking for types is slow
            return False
        if not isinstance(watched, QWidget) or not _edits_a_value(watched):
            return False
        area = _scrolled_around(watched)
        if area is not None:
            QCoreApplication.sendEvent(area.viewport(), event)
        return True


def _edits_a_value(widget: QWidget) -> bool:
    around = widget.parentWidget()
    return any(isinstance(one, _VALUES) and not isinstance(one, QScrollBar) for one in (widget, around))


def _scrolled_around(widget: QWidget) -> QAbstractScrollArea | None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QAbstractScrollArea):
        around = around.parentWidget()
    return around

"""Notice that nobody is there: a warning, then the lock."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

WARNING_SECONDS = 30

_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Counts from the last key or mouse movement anywhere in the program, by the clock on the wall.

    After sleep the clock has moved on, so waking up locks at once. Ctrl+L locks where the window's own
    shortcut does not reach: with a card, a list or a menu open.
    """

    warned = Signal(int)  # seconds left, 0 when somebody came back
    due = Signal()

    def __init__(self, clock: Callable[[], datetime], minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit = timedelta(minutes=minutes)
        self._last = clock()
        self._warning = False
        self._ticking = QTimer(self, interval=1000)
        self._ticking.timeout.connect(self.look)
        self._ticking.start()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputEvent) and event.type() in _ACTIVITY:
            self._last = self._clock()
            if self._warning:
                self._warning = False
                self.warned.emit(0)
            if isinstance(event, QKeyEvent) and _asks_to_lock(event):
                QTimer.singleShot(0, self, self.due.emit)
                return True
        return False

    def look(self) -> None:
        """Warn or lock, if it is time."""
        left = self._limit - (self._clock() - self._last)
        if left <= timedelta(0):
            self.stop()
            self.due.emit()
        elif left <= timedelta(seconds=WARNING_SECONDS):
            self._warning = True
            self.warned.emit(round(left.total_seconds()))

    def stop(self) -> None:
        """Watch no longer."""
        self._ticking.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)


def _asks_to_lock(event: QKeyEvent) -> bool:
    pressed = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_L
    return pressed and event.modifiers() == Qt.KeyboardModifier.ControlModifier

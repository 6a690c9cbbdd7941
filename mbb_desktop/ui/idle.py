"""Notice that nobody is there: a warning, then the lock."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QExposeEvent, QInputEvent, QKeyEvent, QShortcutEvent
from PySide6.QtWidgets import QApplication

WARNING_SECONDS = 30

_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.Shortcut,  # a key that is one presses nothing
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Counts from the last key or mouse movement anywhere in the program, by two clocks.

    After sleep the clock on the wall has moved on, or `slept` says so: the first key, click or painting
    afterwards locks, and the key or click does nothing else. Putting that clock back wins no time, because
    the other one (seconds that only grow) counts too. Ctrl+L locks where the window's own
    shortcut does not reach: with a card, a list or a menu open.
    """

    warned = Signal(int)  # seconds left, 0 when somebody came back
    due = Signal()

    def __init__(
        self,
        clock: Callable[[], datetime],
        minutes: int,
        parent: QObject,
        seconds: Callable[[], float] = time.monotonic,
        slept: Callable[[], bool] = bool,
    ) -> None:
        super().__init__(parent)
        self._clock, self._seconds, self._slept = clock, seconds, slept
        self._limit = timedelta(minutes=minutes)
        self._last = (clock(), seconds())
        self._warning = False
        self._ticking = QTimer(self, interval=1000)
        self._ticking.timeout.connect(self.look)
        self._ticking.start()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QInputEvent | QShortcutEvent | QExposeEvent):
            return False
        touched = event.type() in _ACTIVITY
        if (touched or isinstance(event, QExposeEvent)) and (
            self._idle_for() >= self._limit or self._slept()
        ):
            self._lock()
            return touched
        if touched:
            self._last = (self._clock(), self._seconds())
            if self._warning:
                self._warning = False
                self.warned.emit(0)
            if isinstance(event, QKeyEvent) and _asks_to_lock(event):
                QTimer.singleShot(0, self, self.due.emit)
                return True
        return False

    def look(self) -> None:
        """Warn or lock, if it is time."""
        left = self._limit - self._idle_for()
        if left <= timedelta(0):
            self._lock()
        elif left <= timedelta(seconds=WARNING_SECONDS):
            self._warning = True
            self.warned.emit(round(left.total_seconds()))

    def _lock(self) -> None:
        self.stop()
        self.due.emit()

    def _idle_for(self) -> timedelta:
        wall, counted = self._last
        return max(self._clock() - wall, timedelta(seconds=self._seconds() - counted))

    def stop(self) -> None:
        """Watch no longer."""
        self._ticking.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)


def _asks_to_lock(event: QKeyEvent) -> bool:
    pressed = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_L
    return pressed and event.modifiers() == Qt.KeyboardModifier.ControlModifier

"""Waiting for widgets the way the program does: in the event loop, until something has been painted."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

_PATIENCE_S = 60


class TookTooLong(Exception):
    """What was waited for did not come."""


class PaintWatch(QObject):
    """Emits `painted` after a widget was painted while `ready` held; whoever made it must keep it."""

    painted = Signal()

    def __init__(self, widget: QWidget, ready: Callable[[], bool] = lambda: True) -> None:
        super().__init__()
        self._ready = ready
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt names it
        if event.type() is QEvent.Type.Paint and self._ready():
            QTimer.singleShot(0, self, self.painted.emit)
        return False


def until(begin: Callable[[Callable[[], None]], object], patience: int = _PATIENCE_S) -> float:
    """Seconds from before `begin` until somebody has called what it was given; events go on meanwhile.

    Raises TookTooLong after `patience` seconds.
    """
    loop, giving_up = QEventLoop(), QTimer(singleShot=True, interval=patience * 1000)
    giving_up.timeout.connect(partial(loop.exit, 1))
    giving_up.start()
    start = time.perf_counter()
    begin(loop.quit)
    code = loop.exec()
    seconds = time.perf_counter() - start
    if code:
        raise TookTooLong
    return seconds


def until_painted(watch: PaintWatch, act: Callable[[], object]) -> float:
    """Seconds from before `act` until the watched widget has been painted."""

    def begin(done: Callable[[], None]) -> None:
        watch.painted.connect(done)
        act()

    return until(begin)


def pause(milliseconds: int) -> None:
    """Let the event loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


class GapWatch(QObject):
    """A timer that should tick every millisecond; remembers how late it came."""

    def __init__(self) -> None:
        super().__init__()
        self._last = 0.0
        self.gaps: list[float] = []
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        self.gaps, self._last = [], time.perf_counter()
        self._timer.start()

    def stop(self) -> tuple[float, ...]:
        """The seconds between one tick and the next, in their order."""
        self._timer.stop()
        return tuple(self.gaps)

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now

"""Python's garbage collector on the GUI thread only: run by a worker, it would delete Qt objects there."""

import ctypes
import gc
import sys

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000
_AFTER_A_LOCK_MS = 250  # when the unlock page is painted, and what was closed is deleted


class Collector(QObject):
    """Collects by Python's own thresholds, once a second; the automatic collector is off while it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds, self._was_on = gc.get_threshold(), gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_A_LOCK_MS)
        self._soon.timeout.connect(self.let_go)

    def collect(self) -> None:
        """Collect the oldest generation that is due, and the younger ones with it."""
        due = [at for at, (count, most) in enumerate(self._due()) if count > most]
        if due:
            gc.collect(due[-1])

    def let_go_soon(self) -> None:
        """The program was locked: let everything go as soon as the unlock page is seen."""
        self._soon.start()

    def let_go(self) -> None:
        """Collect everything, and hand what is free back to the system, which wipes it."""
        gc.collect()
        hand_back()

    def stop(self) -> None:
        """Leave it as it was before."""
        self._timer.stop()
        self._soon.stop()
        if self._was_on:
            gc.enable()

    def _due(self) -> list[tuple[int, int]]:
        return list(zip(gc.get_count(), self._thresholds, strict=True))


def hand_back() -> bool:
    """Whether the C library gave what it keeps free between used pieces back to the system; glibc only.

    Otherwise it is kept, with what was written in it: after a day a quarter of the program's memory.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    return trim is not None and bool(trim(0))

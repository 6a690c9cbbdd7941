"""Python's garbage collector on the GUI thread only: run by a worker, it would delete Qt objects there."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class Collector(QObject):
    """Collects by Python's own thresholds, once a second; the automatic collector is off while it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds, self._was_on = gc.get_threshold(), gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, and the younger ones with it."""
        due = [at for at, (count, most) in enumerate(self._due()) if count > most]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Leave it as it was before."""
        self._timer.stop()
        if self._was_on:
            gc.enable()

    def _due(self) -> list[tuple[int, int]]:
        return list(zip(gc.get_count(), self._thresholds, strict=True))

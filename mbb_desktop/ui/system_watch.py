"""Hear that the computer goes to sleep, wakes up, or shows its own lock screen."""

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:  # only Linux has it, and the unlock window comes first
    from PySide6.QtDBus import QDBusConnection

_LOOK_MS = 1000
_ASLEEP_S = 20.0
"""A look that comes so much too late was not late: nothing ran in between."""

_LOGIN = "org.freedesktop.login1"
_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver")


class SystemWatch(QObject):
    """`away` means that nobody may read on. Every system: sleep, noticed on waking up at the latest.

    Linux tells before it sleeps and when its screen is locked, over D-Bus. Windows and macOS tell Qt of
    neither; there a locked screen locks the program when its own minutes are over.
    """

    away = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._clock = clock
        self._seen = clock()
        self._looking = QTimer(self, interval=_LOOK_MS)
        self._looking.timeout.connect(self.look)
        self._looking.start()

    def look(self) -> None:
        """Compare the clock on the wall with when it was looked at last."""
        slept, self._seen = self.slept(), self._clock()
        if slept:
            self.away.emit()

    def slept(self) -> bool:
        """Whether nothing has run for so long that the computer slept."""
        return self._clock() - self._seen > _ASLEEP_S

    def listen(self) -> None:
        """Listen to the system's own signals, where there are some."""
        if sys.platform == "linux":
            from PySide6.QtDBus import QDBusConnection

            self.listen_for_sleep(QDBusConnection.systemBus())
            self.listen_for_screen(QDBusConnection.sessionBus())

    def listen_for_sleep(self, bus: "QDBusConnection") -> None:
        """The bus of the computer: about to sleep, and sessions that are locked."""
        if bus.isConnected():
            self._hear(bus, f"{_LOGIN}.Manager", "PrepareForSleep", SLOT("on_state(bool)"))
            self._hear(bus, f"{_LOGIN}.Session", "Lock", SLOT("on_lock()"))

    def listen_for_screen(self, bus: "QDBusConnection") -> None:
        """The bus of the person who is signed in: the screen is covered."""
        if bus.isConnected():
            for saver in _SAVERS:
                self._hear(bus, saver, "ActiveChanged", SLOT("on_state(bool)"))

    def _hear(self, bus: "QDBusConnection", interface: str, signal: str, slot: object) -> None:
        bus.connect("", "", interface, signal, self, slot)  # type: ignore[call-overload]  # the stub asks for bytes

    @Slot(bool)
    def on_state(self, begins: bool) -> None:
        """Sleep or the screen saver begins, or ends."""
        if begins:
            self.away.emit()

    @Slot()
    def on_lock(self) -> None:
        """A session is asked to lock."""
        self.away.emit()

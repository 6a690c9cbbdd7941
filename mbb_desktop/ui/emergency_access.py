"""Emergency access at the window: asked for, shown above every page, and over by itself."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from mbb_desktop.clinical.access import Emergency
from mbb_desktop.ui.emergency_card import EmergencyBar, EmergencyCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.emergency import end_emergency


class EmergencyAccess(QObject):
    """`renew` lets every page go and offers those that the person may see now."""

    def __init__(
        self, parent: QObject, session: Session, window: MainWindow, renew: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self._session, self._window, self._renew = session, window, renew
        self._over = QTimer(self, singleShot=True)
        self._over.timeout.connect(self.end)
        window.about_to_lock.connect(self._on_lock)

    def ask(self) -> None:
        """Ask for the reason to read charts without the role for it."""
        self._window.frame.when_finished(self._ask)

    def _ask(self) -> None:
        asking = EmergencyCard(self._session, self._window)
        asking.begun.connect(self.begin)
        asking.open()

    def begin(self, emergency: Emergency) -> None:
        """Show what it opens, and for how long."""
        self._session.emergency = emergency
        self._renew()
        bar = EmergencyBar(emergency)
        bar.end_asked.connect(self.end)
        self._window.frame.add_notice(bar)
        left = emergency.until - self._session.now()
        self._over.start(max(0, int(left.total_seconds() * 1_000)))

    def end(self) -> None:
        """Close everything that it opened."""
        if self._note_end():
            self._renew()

    def _on_lock(self) -> None:
        """A lock ends it; closing that is refused leaves the person with the pages of the role."""
        if self._note_end():
            QTimer.singleShot(0, self, lambda: self._session.is_locked or self._renew())

    def _note_end(self) -> bool:
        """Note its end; False when there was none."""
        self._over.stop()
        if self._session.emergency is None or self._session.is_locked:
            return False
        self._session.emergency = None
        self._session.do(end_emergency)
        return True

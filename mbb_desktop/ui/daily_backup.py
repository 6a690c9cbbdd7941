"""The backup of the day: begun when it is due, and shown in the line below the window."""

from PySide6.QtCore import QObject, QTimer

from mbb_desktop.storage.backup import Backup
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.ui.status_line import BackupFacts
from mbb_desktop.workflow.keep_clinic import back_up_when_due, last_backup

_CHECK_MS = 30 * 60_000


class DailyBackup(QObject):
    """Looks every few minutes whether one is due; it is made beside everything else."""

    def __init__(self, parent: QObject, session: Session, window: MainWindow) -> None:
        super().__init__(parent)
        self._session, self._window = session, window
        self._looking = QTimer(self, interval=_CHECK_MS)
        self._looking.timeout.connect(self._back_up)
        session.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Show the last one, and go on from here."""
        self._back_up()
        self._looking.start()

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("backup"):
            self._session.do(last_backup).then(self._show, receiver=self)

    def _back_up(self) -> None:
        self._session.do(last_backup).then(self._show, receiver=self)
        self._session.beside(back_up_when_due).then(self._backed_up, receiver=self)

    def _backed_up(self, made: Backup | None) -> None:
        if made is not None:
            self._show(made)

    def _show(self, made: Backup | None) -> None:
        facts = BackupFacts(made.made_at, verified=not made.chain_faults) if made else None
        self._window.status.show_backup(facts, self._session.now().date())

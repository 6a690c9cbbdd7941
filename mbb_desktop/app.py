"""The one place that wires things: the vault, who is at work, the window and its pages."""

from __future__ import annotations

import platform
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from mbb_desktop import __version__
from mbb_desktop.ui import ways_in
from mbb_desktop.ui.first_run import FirstRun
from mbb_desktop.ui.lock_page import LockPage
from mbb_desktop.ui.look import dress
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import crash_report, explain
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.tasks import Outcome, Tasks, Worker

if TYPE_CHECKING:  # slow to import, and the unlock window comes first
    from mbb_desktop.storage.vault import Vault
    from mbb_desktop.ui.first_run_steps import NewClinic
    from mbb_desktop.ui.workplace import Workplace

Clock = Callable[[], datetime]
T = TypeVar("T")


def local_time() -> datetime:
    """The present moment with this computer's offset from UTC."""
    return datetime.now().astimezone()


def run(folder: Path, *, sample: bool = False) -> int:
    """Open the program on a vault and stay until its window is closed. Returns the exit code."""
    application = qt_application()
    app = App(folder, clock=local_time, tasks=Tasks(), sample=sample)
    app.window.resize(1440, 900)
    app.window.show()
    threading.Thread(target=ways_in.import_ahead, daemon=True).start()
    return application.exec()


def qt_application() -> QApplication:
    """The Qt application with our fonts, look and wheel guard."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    dress(application)
    return application


class App(QObject):
    """One window on one vault, from the unlock page to the pages and back."""

    unlocked = Signal()
    locked = Signal()

    def __init__(self, folder: Path, *, clock: Clock, tasks: Worker, sample: bool = False) -> None:
        super().__init__()
        self.folder, self.clock, self.tasks, self.sample = folder, clock, tasks, sample
        self.window = MainWindow(clock)
        self.session: Session | None = None
        self.workplace: Workplace | None = None
        self._came_in: dict[UUID, Vault] = {}
        self._last: UUID | None = None
        self._key_held = QTimer(self, singleShot=True)
        self._key_held.timeout.connect(self._drop_key)
        self.window.locked.connect(self._on_locked)
        self.window.closing.connect(self._drop_key)
        self._show_way_in()

    # The ways in

    def _show_way_in(self) -> None:
        if ways_in.is_vault(self.folder):
            self._show_lock_page()
        elif self.sample:
            self._wait(self.tr("Making the sample clinic"))
            self._in_background(self._make_sample, self._sample_made)
        else:
            self._show_first_run()

    def _show_lock_page(self, note: str = "") -> LockPage:
        people = ways_in.people(self.folder, tuple(self._came_in), self._last)
        page = LockPage(
            ways_in.clinic_name(self.folder),
            people,
            __version__,
            ways_in.passphrase_rule,
            ways_in.sample_secrets() if self.sample else None,
        )
        page.passphrase_given.connect(self._on_passphrase)
        page.pin_given.connect(self._on_pin)
        page.recovery_given.connect(self._on_recovery)
        page.restore_asked.connect(self._on_restore)
        self.window.show_cover(page)
        if note:
            page.show_note(note)
        self._page = page
        return page

    def _show_first_run(self) -> None:
        page = FirstRun(ways_in.passphrase_rule, ways_in.new_code(), __version__)
        page.clinic_made.connect(self._on_clinic_made)
        page.sample_asked.connect(self._on_sample_asked)
        page.save_code_asked.connect(lambda code: ways_in.save_code(self.window, code))
        page.print_code_asked.connect(lambda code: ways_in.print_code(self.window, code))
        page.restore_asked.connect(self._on_restore)
        self._first = page
        self.window.show_cover(page)

    def _wait(self, sentence: str) -> None:
        self.window.show_cover(ways_in.waiting(sentence))

    def _in_background(self, work: Callable[[], T], then: Callable[[Outcome[T]], None]) -> None:
        self.tasks.pool_work(work, then)

    def _make_sample(self) -> None:
        ways_in.make_sample(self.folder, self.clock())

    def _sample_made(self, outcome: Outcome[None]) -> None:
        if outcome.error is not None:
            self._explain(outcome.error)
        else:
            self._show_lock_page()

    def _on_sample_asked(self) -> None:
        self.folder, self.sample = ways_in.sample_folder(), True
        self._show_way_in()

    def _on_clinic_made(self, entered: NewClinic) -> None:
        self._first.set_busy(self.tr("Making your clinic"))
        now = self.clock()
        self._in_background(lambda: ways_in.make_clinic(self.folder, entered, now), self._clinic_made)

    def _clinic_made(self, outcome: Outcome[Vault]) -> None:
        if outcome.error is not None:
            self._first.show_problem(explain(outcome.error) or self._report(outcome.error))
        else:
            self._enter(outcome.value)

    def _on_passphrase(self, user_id: UUID, passphrase: str) -> None:
        now, opened = self.clock(), next(iter(self._came_in.values()), None)
        if opened is None:
            self._in_background(lambda: ways_in.unlock(self.folder, user_id, passphrase, now), self._opened)
        else:
            self._in_background(lambda: ways_in.admit(opened, user_id, passphrase, now), self._opened)

    def _on_recovery(self, user_id: UUID, code: str, passphrase: str) -> None:
        now = self.clock()
        self._drop_key()
        self._in_background(
            lambda: ways_in.recover(self.folder, user_id, code, passphrase, now), self._opened
        )

    def _opened(self, outcome: Outcome[Vault]) -> None:
        if outcome.error is not None:
            sentence = explain(outcome.error) or self._report(outcome.error)
            self._page.show_problem(sentence, getattr(outcome.error, "wait_seconds", 0))
        else:
            self._enter(outcome.value)

    def _on_pin(self, user_id: UUID, pin: str) -> None:
        vault = self._came_in[user_id]
        now = self.clock()
        self._in_background(lambda: ways_in.come_back(vault, pin, now), self._came_back)

    def _came_back(self, outcome: Outcome[Vault]) -> None:
        if outcome.error is None:
            self._enter(outcome.value)
            return
        if getattr(outcome.error, "left", 1) == 0:
            self._drop_key()
            self._page.require_passphrase()
        self._page.show_problem(explain(outcome.error) or self._report(outcome.error))

    def _on_restore(self) -> None:
        self._drop_key()
        ways_in.ask_restore(self.window, self.folder, self.clock(), self._in_background, self._restored)

    def _restored(self) -> None:
        self._show_lock_page(self.tr("The backup is restored. Unlock to go on."))

    # At work

    def _enter(self, vault: Vault) -> None:
        from mbb_desktop.ui.workplace import Workplace

        self._key_held.stop()
        self._came_in[vault.user.id] = vault
        self._last = vault.user.id
        self.session = Session(
            vault.store,
            vault.user,
            self.clock,
            self.tasks,
            workstation=platform.node(),
            signing_key=vault.signing_key,
        )
        self.workplace = Workplace(self.window, self.session)
        self.workplace.begin(vault.remarks)
        self.unlocked.emit()

    def _on_locked(self) -> None:
        minutes = self.workplace.minutes_key_is_held if self.workplace else 0
        if self.session is not None:
            self.session.lock()
        self.session = self.workplace = None
        if minutes:
            self._key_held.start(minutes * 60_000)
        else:
            self._drop_key()
        self._show_lock_page()
        self.locked.emit()

    def _drop_key(self) -> None:
        """A full lock: the store is closed and the passphrase is needed."""
        self._key_held.stop()
        vault = next(iter(self._came_in.values()), None)
        self._came_in.clear()
        if self.session is not None:
            self.session.lock()
            self.session = None
        if vault is not None:
            vault.close()

    def _explain(self, error: Exception) -> None:
        self.window.messages.tell(
            self.tr("The clinic could not be opened"), explain(error) or self._report(error)
        )

    def _report(self, error: BaseException) -> str:
        return crash_report(error)

"""The one place that wires things: the vault, who is at work, the window and its pages."""

from __future__ import annotations

import gc
import platform
import signal
import sys
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from mbb_desktop import __version__, log
from mbb_desktop.paths import log_dir, sample_vault
from mbb_desktop.settings import LANGUAGE, BadSettings, Settings, read_settings, settings_file
from mbb_desktop.ui import language, theme
from mbb_desktop.ui.collector import Collector
from mbb_desktop.ui.lock_page import LockPage, Person, SampleSecrets
from mbb_desktop.ui.look import dress
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.tasks import Outcome, Tasks, Worker
from mbb_desktop.ui.waiting_page import WaitingPage
from mbb_desktop.ui.wheel_guard import WheelGuard
from mbb_desktop.workflow import unlock

if TYPE_CHECKING:  # slow to import, and the unlock window comes first
    from mbb_desktop.storage.backup import Backup
    from mbb_desktop.storage.restore import Compared
    from mbb_desktop.storage.vault import Vault
    from mbb_desktop.ui.places import Place
    from mbb_desktop.ui.restore_card import RestoreCard
    from mbb_desktop.ui.system_watch import SystemWatch
    from mbb_desktop.ui.workplace import Workplace

Clock = Callable[[], datetime]
T = TypeVar("T")
_USUAL = QSize(1440, 900)
_TITLE_BAR = 40
_LOOK_AT_PLACES_MS = 60_000
_AFTER_FIRST_PAINT_MS = 50  # importing earlier takes a tenth of the time until the window is painted


def run(folder: Path, *, sample: bool = False) -> int:
    """Open the program on a vault and stay until its window is closed. Returns the exit code."""
    settings = _settings()
    application = qt_application(settings)
    tasks, collector = Tasks(), Collector()
    app = App(folder, clock=unlock.local_time, tasks=tasks, settings=settings, sample=sample)
    app.locked.connect(collector.let_go_soon)
    log.begin(log_dir(), app.tell_mistake)
    log.keep_crashes(log_dir())
    log.note(f"started {__version__}")
    show_fitting(app.window, app.window.screen().availableSize())
    close_when_told(app.window)
    ahead = threading.Thread(target=import_ahead, args=(app,), daemon=True)
    QTimer.singleShot(_AFTER_FIRST_PAINT_MS, app, ahead.start)
    QTimer.singleShot(0, app, theme.load_fallback_fonts)
    QTimer.singleShot(_AFTER_FIRST_PAINT_MS, app, partial(lock_with_the_computer, app.window))
    code = application.exec()
    collector.stop()
    tasks.close()
    log.note("closed")
    return code


def show_fitting(window: QWidget, room: QSize) -> None:
    """Open a window at its usual size, or as large as the screen where that and a title bar do not fit."""
    window.resize(_USUAL.boundedTo(room - QSize(0, _TITLE_BAR)))
    if room.width() < _USUAL.width() or room.height() < _USUAL.height() + _TITLE_BAR:
        window.showMaximized()
    else:
        window.show()


def close_when_told(window: MainWindow) -> None:
    """Ctrl+C in the terminal, and the end of a desktop's session, close the window as its cross does."""
    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, lambda *_: QTimer.singleShot(0, window, window.close))


def lock_with_the_computer(window: MainWindow) -> SystemWatch:
    """Lock the window when the computer sleeps or covers its screen."""
    from mbb_desktop.ui.system_watch import SystemWatch

    watch = SystemWatch(window)
    watch.away.connect(window.lock)
    window.slept = watch.slept
    watch.listen()
    return watch


def import_ahead(app: App) -> None:
    """Load what the pages need. It stays until the end, so that collecting garbage need not look at it."""
    unlock.import_ahead()
    if app.session is None:  # what a person has opened must be let go again
        gc.freeze()


def _settings() -> Settings:
    """This computer's settings; with a file that cannot be read the program starts with the defaults."""
    try:
        return read_settings()
    except BadSettings as odd:
        print(odd.sentence, file=sys.stderr)
        return Settings(settings_file())


def qt_application(settings: Settings) -> QApplication:
    """The Qt application with our fonts, this computer's look, and the wheel guard."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("MBB Desktop")
    application.setDesktopFileName("mbb-desktop")
    if application.findChild(WheelGuard) is None:
        WheelGuard(application)
    language.speak(language.chosen(settings))
    dress(application, settings)
    return application


class App(QObject):
    """One window on one vault, from the unlock page to the pages and back."""

    unlocked = Signal()
    locked = Signal()

    def __init__(
        self, folder: Path, *, clock: Clock, tasks: Worker, settings: Settings, sample: bool = False
    ) -> None:
        super().__init__()
        self.folder, self.clock, self.tasks, self.settings = folder, clock, tasks, settings
        self.sample = sample
        self.window = MainWindow(clock)
        self.session: Session | None = None
        self.workplace: Workplace | None = None
        self._came_in: dict[UUID, Vault] = {}
        self._last: UUID | None = None
        self._places: dict[UUID, Place] = {}
        self._left_at: dict[UUID, datetime] = {}
        self._held = timedelta(0)
        self._key_held = QTimer(self, singleShot=True)
        self._key_held.timeout.connect(self._lock_fully)
        self._places_held = QTimer(self, interval=_LOOK_AT_PLACES_MS)
        self._places_held.timeout.connect(self._drop_old_places)
        self.window.about_to_lock.connect(self._remember_place)
        self.window.locked.connect(self._on_locked)
        self.window.closing.connect(self._drop_key)
        self._show_way_in()

    def tell_mistake(self, _error: BaseException) -> None:
        """Say that the program made a mistake; it is logged already."""
        self.window.messages.tell_mistake()

    # Ways in

    def _show_way_in(self) -> None:
        if unlock.is_vault(self.folder):
            self._show_lock_page()
        elif self.sample:
            page = WaitingPage(self.tr("Making the sample clinic"))
            self.window.show_cover(page)
            work = partial(unlock.make_sample, self.folder, self.clock(), page.advanced.emit)
            self._in_background(work, self._sample_made)
        else:
            self._show_first_run()

    def _show_lock_page(self, note: str = "") -> None:
        secrets = SampleSecrets(*unlock.sample_secrets()) if self.sample else None
        name = self.tr("Sample clinic") if self.sample else ""
        page = LockPage(name, self._people(), __version__, unlock.passphrase_rule, secrets)
        page.begin_with(self._last)
        page.passphrase_given.connect(self._on_passphrase)
        page.pin_given.connect(self._on_pin)
        page.recovery_given.connect(self._on_recovery)
        page.restore_asked.connect(self._on_restore_asked)
        page.language_asked.connect(self._on_language_asked)
        self._lock_page = page
        self.window.show_cover(page)
        if note:
            page.show_note(note)

    def _people(self) -> list[Person]:
        try:
            with_pin = unlock.with_own_pin(self._came_in)
            held = filter(self._is_held, with_pin)
            known = unlock.who_may_unlock(self.folder, held)
        except Exception as error:
            if explain(error) is None:
                raise
            QTimer.singleShot(0, self, partial(self._explain, error))
            return []
        return [Person(one.user_id, one.name, with_pin=one.with_pin) for one in known]

    def _show_first_run(self) -> None:
        from mbb_desktop.ui.first_run import FirstRun
        from mbb_desktop.ui.recovery_sheet import print_code, save_code

        page = FirstRun(unlock.passphrase_rule, unlock.new_code(), __version__)
        page.clinic_made.connect(self._on_clinic_made)
        page.sample_asked.connect(self._on_sample_asked)
        page.restore_asked.connect(self._on_restore_asked)
        page.language_asked.connect(self._on_language_asked)
        page.save_code_asked.connect(partial(save_code, self.window))
        page.print_code_asked.connect(partial(print_code, self.window, self.settings))
        self._first_run = page
        self.window.show_cover(page)

    def _on_language_asked(self, code: str) -> None:
        try:
            self.settings.put(LANGUAGE, code)
        except OSError as error:
            self._explain(error)
            return
        self._speak()
        self._show_way_in()

    def _speak(self) -> None:
        """Pages are made in one language: it changes while none is shown."""
        before = language.in_force()
        language.speak(language.chosen(self.settings))
        if language.in_force() != before:
            self.window.forget_words()

    def _in_background(self, work: Callable[[], T], then: Callable[[Outcome[T]], None]) -> None:
        self.tasks.pool_work(work, then)

    def _sample_made(self, outcome: Outcome[None]) -> None:
        if outcome.error is not None:
            self._explain(outcome.error)
        else:
            self._show_lock_page()

    def _on_sample_asked(self) -> None:
        self.folder, self.sample = sample_vault(), True
        self._show_way_in()

    def _on_clinic_made(self, entered: unlock.NewClinic) -> None:
        self._first_run.set_busy(self.tr("Making your clinic"))
        work = partial(unlock.make_clinic, self.folder, entered, self.clock())
        self._in_background(work, self._clinic_made)

    def _clinic_made(self, outcome: Outcome[Vault]) -> None:
        if outcome.error is not None:
            self._first_run.show_problem(self._said(outcome.error))
        else:
            self._enter(outcome.value)

    def unlock_as(self, name: str, passphrase: str) -> None:
        """Unlock for a person by name, as if the passphrase had been typed."""
        known = unlock.who_may_unlock(self.folder, self._came_in)
        self._on_passphrase(next(one.user_id for one in known if one.name == name), passphrase)

    def _on_passphrase(self, user_id: UUID, passphrase: str) -> None:
        now, opened = self.clock(), next(iter(self._came_in.values()), None)
        place = platform.node()
        if opened is None:
            work = partial(unlock.unlock, self.folder, user_id, passphrase, now, place)
        else:
            work = partial(unlock.admit, opened, user_id, passphrase, now, place)
        self._in_background(work, self._opened)
        QTimer.singleShot(0, self.window, self.window.make_frame)  # while the key is derived

    def _on_recovery(self, user_id: UUID, code: str, passphrase: str) -> None:
        self._drop_key()
        work = partial(unlock.recover, self.folder, user_id, code, passphrase, now=self.clock())
        self._in_background(work, self._opened)

    def _opened(self, outcome: Outcome[Vault]) -> None:
        if outcome.error is not None:
            wait = getattr(outcome.error, "wait_seconds", 0)
            self._lock_page.show_problem(self._said(outcome.error), wait)
        else:
            self._enter(outcome.value)

    def _is_held(self, user_id: UUID) -> bool:
        """Whether a PIN is still enough: each person's time begins with the own lock."""
        left = self._left_at.get(user_id)
        return left is not None and timedelta(0) <= self.clock() - left <= self._held

    def _on_pin(self, user_id: UUID, pin: str) -> None:
        if not self._is_held(user_id):
            QTimer.singleShot(0, self, self._ask_for_passphrase)  # after the key that gave the PIN
            return
        work = partial(unlock.come_back, self._came_in[user_id], pin, self.clock(), platform.node())
        self._in_background(work, self._came_back)

    def _ask_for_passphrase(self) -> None:
        self._lock_page.require_passphrase()
        self._lock_page.show_problem(self.tr("A PIN is not enough any more. Type the passphrase."))

    def _came_back(self, outcome: Outcome[Vault]) -> None:
        if outcome.error is None:
            self._enter(outcome.value)
            return
        if getattr(outcome.error, "left", 1) == 0:
            self._drop_key()
            self._lock_page.require_passphrase()
        self._lock_page.show_problem(self._pin_problem(outcome.error))

    def _pin_problem(self, error: Exception) -> str:
        """It is locked already: what is at stake is that the passphrase is asked for again."""
        match getattr(error, "left", 0):
            case 0:
                return self._said(error)
            case 1:
                return self.tr("That is not your PIN. One more try, then the passphrase is asked for.")
            case left:
                told = self.tr("That is not your PIN. {0} tries left, then the passphrase is asked for.")
                return told.format(left)

    def _on_restore_asked(self) -> None:
        from mbb_desktop.ui.restore_card import Kept, RestoreCard

        self._drop_key()
        kept = Kept(
            self.folder,
            not unlock.is_vault(self.folder),
            unlock.backups_of,
            partial(unlock.who_may_restore, self.folder),
            partial(unlock.is_backup_of, self.folder),
        )
        card = RestoreCard(self.window, kept)
        card.compare_asked.connect(partial(self._on_compare, card))
        card.chosen.connect(partial(self._on_restore, card))
        card.open()

    def _on_compare(self, card: RestoreCard, backup: Backup, user_id: UUID | None, secret: str) -> None:
        work = partial(unlock.compare_backup, self.folder, backup, user_id, secret, self.clock())
        self._in_background(work, partial(self._compared, card))

    def _compared(self, card: RestoreCard, outcome: Outcome[Compared]) -> None:
        if outcome.error is not None:
            card.show_not_compared(self._said(outcome.error))
        else:
            card.show_compared(outcome.value)

    def _on_restore(self, card: RestoreCard, backup: Backup, user_id: UUID | None, secret: str) -> None:
        work = partial(unlock.restore_backup, self.folder, backup, user_id, secret, self.clock())
        self._in_background(work, partial(self._restored, card))

    def _restored(self, card: RestoreCard, outcome: Outcome[None]) -> None:
        if outcome.error is not None:
            card.show_problem(self._said(outcome.error))
            return
        card.dismiss()
        self._show_lock_page(self.tr("The backup is restored. Unlock to go on."))

    # At work

    def _enter(self, vault: Vault) -> None:
        from mbb_desktop.ui.workplace import Workplace

        self._key_held.stop()
        self._drop_old_places()
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
        self.workplace = Workplace(self.window, self.session, self.settings)
        log.note("unlocked")
        if self.sample:
            self.workplace.begun.connect(self.workplace.tour.offer)
        self.workplace.begin(vault.remarks, self._places.pop(vault.user.id, None))
        self.unlocked.emit()

    def _remember_place(self) -> None:
        if self.session is not None and self.workplace is not None:
            place = self.workplace.place()
            if place is not None:
                self._places[self.session.user.id] = place

    def _drop_old_places(self) -> None:
        """What was typed is kept no longer than that PIN is enough, whoever works meanwhile."""
        from mbb_desktop.ui.places import without_words

        for who in [who for who in self._places if not self._is_held(who)]:
            kept = without_words(self._places.pop(who))
            if kept is not None:
                self._places[who] = kept
        if not any(map(self._is_held, self._places)):
            self._places_held.stop()

    def _on_locked(self) -> None:
        minutes = self.workplace.minutes_key_is_held if self.workplace else 0
        self._held = timedelta(minutes=minutes)
        if self.session is not None:
            self._left_at[self.session.user.id] = self.clock()
            self.session.lock()
        if self.workplace is not None:
            self.workplace.deleteLater()
        self.session = self.workplace = None
        if minutes:
            self._key_held.start(minutes * 60_000)
            self._places_held.start()
        else:
            self._drop_key()
        self._speak()
        self._show_lock_page(self.window.unsaved)
        log.note("locked")
        self.locked.emit()

    def _lock_fully(self) -> None:
        self._drop_key()
        self._show_lock_page()
        self.locked.emit()

    def _drop_key(self) -> None:
        """A full lock: the store is closed and the passphrase is needed."""
        self._key_held.stop()
        vault = next(iter(self._came_in.values()), None)
        self._came_in.clear()
        self._places.clear()
        self._places_held.stop()
        self._left_at.clear()
        if self.session is not None:
            self.session.lock()
            self.session = None
        if vault is not None:
            vault.close()

    def _said(self, error: Exception) -> str:
        return explain(error) or log.crash_report(error)

    def _explain(self, error: Exception) -> None:
        self.window.messages.tell_error(error)

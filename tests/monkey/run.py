"""One run: the program with real threads on a sample clinic, hands at it, checks after each step."""

import faulthandler
import shutil
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mbb_desktop.app import App, qt_application
from mbb_desktop.clinical.access import Permission, Role, User
from mbb_desktop.clinical.block import BlockState
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.settings import Settings
from mbb_desktop.storage.keys import Cost, people
from mbb_desktop.storage.vault import open_vault
from mbb_desktop.ui import paper_preview, printer_card, printing, recovery_sheet
from mbb_desktop.ui.block_editor import BlockEditor
from mbb_desktop.ui.collector import Collector
from mbb_desktop.ui.lock_page import LockPage
from mbb_desktop.ui.lp_job import LpJob, OutcomeUnknown, PrintFailed
from mbb_desktop.ui.room_page import RoomPage
from mbb_desktop.ui.tasks import Tasks
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.keep_clinic import add_user
from mbb_desktop.workflow.keep_patients import find_patients, refresh_chart
from mbb_desktop.workflow.sample_clinic import make_sample_clinic
from mbb_desktop.workflow.sample_people import PASSPHRASE, PIN
from tests.monkey.hands import Hands, within
from tests.monkey.watch import Census, Errors, Found, check_draft, check_windows

_BEGIN = datetime(2026, 11, 24, 11, 5, tzinfo=UTC)
_STEPS_AT_WORK = 80  # on average, until somebody locks
_STEPS_OF_AN_ERRAND = 40
_DRAFT_EVERY = 25
_REMEMBERED = 20
_QUICK = Cost(1024, 1, 1)
_GROWTH_ALLOWED = 1.1
_PATIENCE_S, _HANGS_AFTER_S = 180, 600  # the computer may have much else to do
_PARTS = 10  # of a run, after each of which it says where it is


class Run:
    """The same seed does the same, as far as threads and timers let it."""

    def __init__(self, scratch: Path, seed: int) -> None:
        self._scratch, self._chance = scratch, Random(seed)
        self.now = _BEGIN
        self._steps = self._copies = self._locks = 0
        self._recent: deque[str] = deque(maxlen=_REMEMBERED)
        self._found: dict[str, list[str]] = {}
        self._verdict = ""
        self._errors = Errors()
        self._application = qt_application(Settings(scratch / "settings.toml"))
        self._tasks, self._collector = Tasks(), Collector()
        self._census = Census()
        self._template = _template(scratch / "template")
        _pretend_to_print(self._chance)
        self._app = self._fresh()

    def until(self, end: float) -> int:
        """Act until that second of the monotonic clock. Returns 0, or 1 when something was found."""
        begun = time.monotonic()
        marks = [begun + (end - begun) * part / _PARTS for part in range(1, _PARTS)]
        with self._errors.listening():
            while (now := time.monotonic()) < end:
                if marks and now > marks[0]:
                    marks = [each for each in marks if each > now]
                    self._say_where_it_is(now - begun)
                faulthandler.dump_traceback_later(_HANGS_AFTER_S, exit=True)
                self._checked_step()
            self._say_where_it_is(end - begun)
            self._checked(self._judge_memory)
            self._app.window.close()
        self._tell()
        self._tasks.close()
        self._collector.stop()
        faulthandler.cancel_dump_traceback_later()
        return 1 if self._found else 0

    def _say_where_it_is(self, seconds: float) -> None:
        counts = self._census.counts
        used = f"{counts[-1].megabytes:.0f} MB at the last one" if counts else "not counted yet"
        print(f"{seconds / 60:5.1f} min {self._steps:7,} steps {self._locks:5,} locks, {used}", flush=True)

    def _judge_memory(self) -> None:
        self._verdict = "memory grows"
        self._verdict = self._census.check_memory(_GROWTH_ALLOWED)

    # Steps

    def _checked_step(self) -> None:
        self._steps += 1
        self.now += timedelta(seconds=self._chance.choice((0, 1, 1, 2, 5)))
        if self._chance.random() < 1 / 1500:
            self.now += timedelta(minutes=self._chance.choice((3, 20, 26 * 60)))
        self._checked(self._step)

    def _checked(self, act: Callable[[], object]) -> None:
        problem = ""
        try:
            act()
        except Found as found:
            problem = str(found)
        except Exception as error:  # noqa: BLE001  whatever it is, it is what the monkey looks for
            self._errors.take_exception(error)
        problem = "\n".join([*self._errors.seen, *([problem] if problem else [])])
        self._errors.seen.clear()
        if problem:
            self._note(problem)
            self._app = self._fresh()

    def _step(self) -> None:
        if self._app.session is None:
            self._come_in() if self._chance.random() < 0.7 else self._act()
        elif self._chance.random() < 1 / _STEPS_AT_WORK:
            self._lock()
        else:
            self._errand() if self._chance.random() < 1 / _STEPS_OF_AN_ERRAND else self._act()
            if self._steps % _DRAFT_EVERY == 0:
                self._check_draft()
        check_windows(self._app.window)

    def _act(self) -> None:
        locked = self._app.session is None
        self._recent.append(self._hands.act())
        QApplication.processEvents()
        if self._chance.random() < 0.8 and not self._tasks.wait_until_idle(_PATIENCE_S):
            raise Found("work that does not end")
        QApplication.processEvents()
        if self._app.session is None and not locked:
            self._count()

    def _errand(self) -> None:
        """Go where hands come to seldom: a chart, an editor or a room, of anybody."""
        session, work = self._app.session, self._app.workplace
        if session is None or work is None or QApplication.activeModalWidget() is not None:
            return
        desk = Desk(session.store, session.user, self.now, "monkey", emergency=session.emergency)
        if not desk.may(Permission.FIND_PEOPLE):
            return
        patient = self._chance.choice(find_patients(desk, "", None, 100).patients)
        blocks = refresh_chart(desk, patient.id).blocks if desk.may(Permission.OPEN_CHART) else ()
        opened = [block for block in blocks if block.state not in (BlockState.DISCARDED,)]
        if opened and desk.may(Permission.RECORD_BLOCK) and self._chance.random() < 0.8:
            decides = desk.may(Permission.DECIDE_BLOCK) and self._chance.random() < 0.7
            open_it = work.open_block if decides else work.open_room
            open_it(self._chance.choice(opened))
            self._recent.append(f"errand: {'editor' if decides else 'room'}")
        else:
            work.open_chart(patient.id)
            self._recent.append("errand: chart")
        self._tasks.wait_until_idle(_PATIENCE_S)
        QApplication.processEvents()

    def _lock(self) -> None:
        self._check_draft()
        self._recent.append("lock")
        self._app.window.lock()
        self._count()

    def _count(self) -> None:
        self._locks += 1
        self._tasks.wait_until_idle(_PATIENCE_S)
        self._census.take(self._end_long_work)

    def _end_long_work(self) -> None:
        """What waits last in a line of one has all others behind it."""
        ended: list[object] = []
        for line in (self._tasks.long_work, self._tasks.print_work):
            line(lambda: None, ended.append)
        end = time.monotonic() + _PATIENCE_S
        while len(ended) < 2:
            QApplication.processEvents()
            time.sleep(0.001)
            if time.monotonic() > end:
                raise Found("long work that does not end")

    def _come_in(self) -> None:
        self._recent.append("unlock")
        page = [each for each in within(self._app.window) if isinstance(each, LockPage)]
        if not page or not page[-1]._people or QApplication.activeModalWidget() is not None:
            self._act()
            return
        while page[-1]._waiting.isActive():  # somebody typed too many wrong ones
            page[-1]._waiting.timeout.emit()
        person = self._chance.choice(page[-1]._people)
        page[-1].show_person(person)
        QTest.keyClicks(page[-1]._secret.line, PIN if page[-1].asks_for_pin() else PASSPHRASE)
        QTest.keyClick(page[-1]._secret.line, Qt.Key.Key_Return)
        if not self._tasks.wait_until_idle(_PATIENCE_S):
            raise Found("unlocking does not end")
        QApplication.processEvents()
        if self._app.session is None:
            self.now += timedelta(seconds=61)

    def _check_draft(self) -> None:
        shown, session = self._app.window.shown(), self._app.session
        known = session is not None and self._app.window.unsaved == ""
        if known and session is not None and isinstance(shown, BlockEditor | RoomPage):
            check_draft(session, shown.draft)

    # A clinic

    def _fresh(self) -> App:
        """The program anew on a new copy: at first, and after something was found."""
        if self._copies:
            self._tasks.wait_until_idle(_PATIENCE_S)
            self._app.window.close()
            self._app.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._errors.seen.clear()
        self._copies += 1
        self._census = Census()
        folder = self._scratch / f"clinic-{self._copies}"
        shutil.copytree(self._template, folder)
        settings = Settings(self._scratch / f"settings-{self._copies}.toml")
        app = App(folder, clock=lambda: self.now, tasks=self._tasks, settings=settings, sample=True)
        app.locked.connect(self._collector.let_go_soon)
        app.window.resize(1440, 900)
        app.window.show()
        QApplication.processEvents()
        self._hands = Hands(app.window, self._chance, self._scratch)
        return app

    def _note(self, problem: str) -> None:
        if problem not in self._found:
            self._found[problem] = list(self._recent)
            print(f"\nFOUND at step {self._steps}:\n{problem}", flush=True)
            print("  after: " + "\n         ".join(self._recent), flush=True)

    def _tell(self) -> None:
        found = f"{len(self._found)} mistakes found, see above" if self._found else "nothing found"
        print(f"{self._steps:,} steps, {self._locks:,} locks: {found}; {self._verdict}", flush=True)


def _template(folder: Path) -> Path:
    """A sample clinic with somebody who is administrator and nothing else."""
    make_sample_clinic(folder, _BEGIN, cost=_QUICK)
    physician = next(each for each in people(folder) if each.name == "A. Okafor")
    vault = open_vault(folder, physician.user_id, PASSPHRASE, at=_BEGIN)
    desk = Desk(vault.store, vault.user, _BEGIN, "monkey", vault.signing_key)
    add_user(desk, User(new_id(_BEGIN), "T. Blum", "", (Role.ADMINISTRATOR,)), PASSPHRASE)
    vault.close()
    return folder


def _pretend_to_print(chance: Random) -> None:
    """A printer that sometimes fails: no paper may come out of the printers of whoever runs this."""

    def print_with_lp(_job: LpJob, _patience: float, *, until_out: bool = True) -> None:
        time.sleep(0.01)
        fails = chance.random()
        if until_out and fails < 0.1:
            raise PrintFailed("The printer has no paper.")
        if until_out and fails < 0.15:
            raise OutcomeUnknown("The printer still has it.")

    vars(printing).update(has_lp=lambda: True, print_with_lp=print_with_lp)
    for module in (paper_preview, printer_card, recovery_sheet):
        vars(module).update(printers=lambda: ("Front desk",))

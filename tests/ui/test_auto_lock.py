"""The lock comes whatever is open or running, and what was on the screen is gone after it."""

import gc
import shutil
import subprocess
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.app import App, lock_with_the_computer
from mbb_desktop.clinical.access import Role
from mbb_desktop.clinical.authorization import AskedFor, Authorization, AuthorizationState
from mbb_desktop.clinical.block import BlockState, TimeOut, WhereTimeOut
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient
from mbb_desktop.settings import Settings
from mbb_desktop.storage.backup import backups
from mbb_desktop.storage.errors import Conflict
from mbb_desktop.ui.addendum_card import AddendumCard
from mbb_desktop.ui.authorization_card import AuthorizationCard
from mbb_desktop.ui.block_editor import BlockEditor
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.denial_card import DenialCard
from mbb_desktop.ui.dialog_card import CardPlace, DialogCard
from mbb_desktop.ui.editors import LongTextEditor, TextEditor
from mbb_desktop.ui.error_card import ErrorCard
from mbb_desktop.ui.export_card import ExportCard, day_offer
from mbb_desktop.ui.idle import IdleWatch
from mbb_desktop.ui.letter_card import LetterCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.palette import Palette
from mbb_desktop.ui.paper_standing import PaperStanding
from mbb_desktop.ui.patient_form import PatientForm
from mbb_desktop.ui.places import EditorPlace, RoomPlace, without_words
from mbb_desktop.ui.print_card import PrintCard
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.room_page import RoomPage
from mbb_desktop.ui.system_watch import SystemWatch
from mbb_desktop.ui.tasks import InlineTasks, Tasks
from mbb_desktop.workflow.authorizations import save_authorization
from mbb_desktop.workflow.day_list import day_list
from mbb_desktop.workflow.denials import payer_entries
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.keep_clinic import back_up_now, change_user
from mbb_desktop.workflow.keep_patients import find_patients, refresh_chart, save_patient
from mbb_desktop.workflow.merge_patients import merge_patients
from mbb_desktop.workflow.sample_people import PASSPHRASE, PIN
from tests.ui.conftest import NOW
from tests.ui.driver import Driver
from tests.ui.sample import let_go, press
from tests.ui.traces import records_left, words_left

MARSH = "marsh"
C = TypeVar("C", bound=DialogCard)


@dataclass
class AtWork:
    """The program on a copy of the sample clinic, with a clock that the test moves."""

    app: App
    now: datetime = NOW

    @property
    def window(self) -> MainWindow:
        return self.app.window

    def unlock(self, name: str = "A. Okafor") -> None:
        self.app.unlock_as(name, PASSPHRASE)
        while self.app.workplace is None or self.app.workplace.clinic is None:
            assert self.app.tasks.wait_until_idle()
            QApplication.processEvents()
        self.window.activateWindow()
        QApplication.processEvents()
        assert self.app.session is not None

    def desk(self) -> Desk:
        session = self.app.session
        assert session is not None
        return Desk(session.store, session.user, self.now, "test")

    def wait_too_long(self) -> None:
        """Nobody is there for longer than the clinic allows; the watch looks once a second by itself."""
        self.now += timedelta(hours=2)
        for watch in self.window.findChildren(IdleWatch):
            watch.look()


@pytest.fixture(scope="module")
def program(sample_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AtWork]:
    """Locked; its key is held, so that unlocking again is quick."""
    folder = tmp_path_factory.mktemp("locks") / "vault"
    shutil.copytree(sample_template, folder)
    made = AtWork(App(folder, clock=lambda: made.now, tasks=InlineTasks(), settings=Settings(folder / "set")))
    made.window.resize(1440, 900)
    made.unlock()
    made.window.lock()
    let_go()
    yield made
    made.window.close()
    let_go()


@pytest.fixture
def clinic(program: AtWork) -> Iterator[AtWork]:
    """The physician at work, everything done at once."""
    program.app.tasks = InlineTasks()
    yield from _opened(program)


@pytest.fixture
def threaded(program: AtWork, tasks: Tasks) -> Iterator[AtWork]:
    """The physician at work, with real threads."""
    program.app.tasks = tasks
    yield from _opened(program)


def _opened(program: AtWork) -> Iterator[AtWork]:
    program.window.show()
    program.unlock()
    yield program
    program.window.lock()
    program.window.hide()
    let_go()


def open_chart(clinic: AtWork) -> QWidget:
    patient = find_patients(clinic.desk(), MARSH).patients[0]
    assert clinic.app.workplace is not None
    chart = clinic.app.workplace.open_chart(patient.id)
    QApplication.processEvents()
    return chart


def _card(clinic: AtWork) -> QWidget:
    return clinic.window.messages.tell("Sure?", "MARSH, Eleanor")


def _print_card(clinic: AtWork) -> QWidget:
    card = PrintCard(clinic.window, 2, ("Front desk",), "")
    card.open()
    return card


def _file_dialog(clinic: AtWork) -> QWidget:
    assert clinic.app.session is not None
    card = ExportCard(clinic.app.session, clinic.window, day_offer(clinic.app.session, clinic.window))
    card.open()
    card.reason.set_value("For MARSH, Eleanor")
    press(card, "Save")
    return card.findChildren(QFileDialog)[0]


def _palette(clinic: AtWork) -> QWidget:
    Driver(clinic.window).key("ctrl+k")
    Driver(clinic.window).type(MARSH)
    return clinic.window.findChildren(Palette)[0]


@pytest.mark.parametrize("over", [_card, _print_card, _file_dialog, _palette], ids=lambda made: made.__name__)
def test_it_locks_whatever_lies_over_the_pages(clinic: AtWork, over: Callable[[AtWork], QWidget]) -> None:
    open_chart(clinic)
    assert over(clinic).isVisible()
    clinic.wait_too_long()
    assert clinic.app.session is None
    assert QApplication.activeModalWidget() is None
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [clinic.window]
    let_go()
    assert not [text for text in words_left() if MARSH in text.lower()]


def test_after_it_nothing_of_any_patient_is_left(clinic: AtWork) -> None:
    driver = Driver(clinic.window)
    for page in ("today", "calls", "letters", "settings"):
        clinic.window.show_page(page)
        QApplication.processEvents()
    open_chart(clinic)
    clinic.window.show_page("patients")
    driver.key("ctrl+shift+n")
    form = clinic.window.findChildren(PatientForm)[0]
    line = form.findChildren(QLineEdit)[0]
    line.setFocus()
    driver.type("Marshfield")
    line.selectAll()
    driver.key("ctrl+c")
    assert QGuiApplication.clipboard().text() == "Marshfield"
    assert [text for text in words_left() if MARSH in text.lower()]
    patients = {each.id for each in find_patients(clinic.desk(), "", None, 500).patients}
    assert records_left(patients)
    clinic.wait_too_long()
    assert records_left(patients) == []
    assert not [text for text in words_left() if MARSH in text.lower() or "004 1187" in text]


def test_a_lock_leaves_no_more_in_the_window_than_the_lock_before_it(clinic: AtWork) -> None:
    before = _left_after_a_lock(clinic)
    clinic.unlock()
    assert _left_after_a_lock(clinic) - before == Counter()
    clinic.unlock()


def _left_after_a_lock(clinic: AtWork) -> Counter[str]:
    clinic.window.lock()
    let_go()
    return Counter(type(each).__name__ for each in clinic.window.findChildren(QObject))


def test_a_running_job_does_not_keep_it_open_and_its_reply_goes_nowhere(
    threaded: AtWork, qtbot: QtBot
) -> None:
    session, gate, replies = threaded.app.session, threading.Event(), list[object]()
    assert session is not None
    session.beside(lambda desk: (gate.wait(20), find_patients(desk, MARSH))).then(replies.append)
    threaded.wait_too_long()
    assert threaded.app.session is None
    gate.set()
    threaded.app.tasks.long_work(threading.Event, lambda _outcome: replies.append("after it"))
    qtbot.waitUntil(lambda: bool(replies), timeout=20_000)
    assert replies == ["after it"]


def test_a_backup_that_runs_is_finished_after_the_lock(threaded: AtWork, qtbot: QtBot) -> None:
    session = threaded.app.session
    assert session is not None
    threaded.now += timedelta(minutes=1)
    begun = threaded.now
    session.beside(back_up_now)
    threaded.wait_too_long()
    assert threaded.app.session is None
    qtbot.waitUntil(lambda: begun in {each.made_at for each in backups(threaded.app.folder)}, timeout=20_000)


def _letter(clinic: AtWork) -> tuple[LongTextEditor | TextEditor, type[DialogCard]]:
    chart = open_chart(clinic)
    assert isinstance(chart, ChartPage)
    course = chart.course()
    assert course is not None
    return chart.shelf.write_letter(course.id).form.editor("paragraph"), LetterCard  # type: ignore[return-value]


def _denial(clinic: AtWork) -> tuple[LongTextEditor | TextEditor, type[DialogCard]]:
    press(_details(clinic), "Add denial")
    return _top(clinic, DenialCard).form.editor("words"), DenialCard  # type: ignore[return-value]


def _authorization(clinic: AtWork) -> tuple[LongTextEditor | TextEditor, type[DialogCard]]:
    press(_details(clinic), "Add authorization")
    return _top(clinic, AuthorizationCard).form.editor("number"), AuthorizationCard  # type: ignore[return-value]


def _note(clinic: AtWork) -> SignedDocument:
    found = refresh_chart(clinic.desk(), find_patients(clinic.desk(), MARSH).patients[0].id).papers
    return next(each for each in found if each.kind is PaperKind.PROCEDURE_NOTE)


def _addendum(clinic: AtWork) -> tuple[LongTextEditor | TextEditor, type[DialogCard]]:
    assert clinic.app.workplace is not None
    return clinic.app.workplace._show_addendum_card(_note(clinic)).text, AddendumCard


def _error(clinic: AtWork) -> tuple[LongTextEditor | TextEditor, type[DialogCard]]:
    chart = open_chart(clinic)
    assert isinstance(chart, ChartPage)
    chart.shelf.open_paper(_note(clinic))
    standing = clinic.window.findChild(PaperStanding)
    assert isinstance(standing, PaperStanding)
    return standing.ask_to_mark().reason, ErrorCard


def _details(clinic: AtWork) -> QWidget:
    chart = open_chart(clinic)
    assert isinstance(chart, ChartPage)
    chart.show_tab("details")
    return chart


def _top(clinic: AtWork, kind: type[C]) -> C:
    QApplication.processEvents()
    return next(each for each in clinic.window.findChildren(kind) if each.isVisible())


@pytest.mark.parametrize(
    "begin", [_letter, _denial, _authorization, _addendum, _error], ids=lambda made: made.__name__
)
def test_what_is_typed_in_a_card_comes_back_to_the_same_person_only(
    clinic: AtWork, begin: Callable[[AtWork], tuple[LongTextEditor | TextEditor, type[DialogCard]]]
) -> None:
    line, kind = begin(clinic)
    name = line.objectName()
    line.set_value("ZEBRA typed and not kept")
    clinic.wait_too_long()
    assert clinic.app.session is None
    let_go()
    assert not [word for word in words_left() if "ZEBRA" in word]
    clinic.unlock("M. Diaz")
    assert not [each for each in clinic.window.findChildren(kind) if each.isVisible()]
    clinic.window.lock()
    clinic.unlock()
    card = _top(clinic, kind)
    texts = [each.value() for each in card.findChildren(type(line)) if each.objectName() == name]
    assert "ZEBRA typed and not kept" in texts
    card.dismiss()


def _marsh(clinic: AtWork) -> Patient:
    return find_patients(clinic.desk(), MARSH).patients[0]


def _wait(clinic: AtWork) -> None:
    for _ in range(8):
        assert clinic.app.tasks.wait_until_idle()
        QApplication.processEvents()


def _addenda(clinic: AtWork) -> int:
    return sum(
        each.kind is PaperKind.ADDENDUM for each in refresh_chart(clinic.desk(), _marsh(clinic).id).papers
    )


def _entered(clinic: AtWork, number: str) -> list[Authorization]:
    known = payer_entries(clinic.desk(), _marsh(clinic).id).of.known.authorizations
    return [each for each in known if each.number == number]


def _request(form: RecordForm[Authorization], number: str) -> None:
    form.editor("number").set_value(number)
    form.editor("procedure").set_value(AskedFor.BLOCK)
    form.editor("state").set_value(AuthorizationState.REQUESTED)
    form.editor("requested_on").set_value(NOW.date())


def test_an_addendum_that_is_being_signed_at_the_lock_does_not_come_back(threaded: AtWork) -> None:
    assert threaded.app.workplace is not None
    card = threaded.app.workplace._show_addendum_card(_note(threaded))
    _wait(threaded)
    card.text.set_value("ZEBRA signed")
    card.reason.set_value("forgotten")
    before = _addenda(threaded)
    card._on_pin(PIN)
    threaded.window.lock()
    threaded.unlock()
    _wait(threaded)
    assert _addenda(threaded) == before + 1
    assert not [each for each in threaded.window.findChildren(AddendumCard) if each.isVisible()]


def test_an_entry_that_is_being_saved_at_the_lock_does_not_come_back(threaded: AtWork) -> None:
    chart = _details(threaded)
    _wait(threaded)
    press(chart, "Add authorization")
    _wait(threaded)
    card = _top(threaded, AuthorizationCard)
    _request(card.form, "ZEBRA-1")
    card._save()
    threaded.window.lock()
    threaded.unlock()
    _wait(threaded)
    assert len(_entered(threaded, "ZEBRA-1")) == 1
    assert not [each for each in threaded.window.findChildren(AuthorizationCard) if each.isVisible()]


def test_a_new_entry_that_comes_back_is_the_same_entry(clinic: AtWork) -> None:
    _authorization(clinic)
    begun = _top(clinic, AuthorizationCard)
    _request(begun.form, "ZEBRA-2")
    begun_as = begun.form.record()
    clinic.window.lock()
    clinic.unlock()
    card = _top(clinic, AuthorizationCard)
    assert card.is_unfinished()
    card._save()
    assert [each.id for each in _entered(clinic, "ZEBRA-2")] == [begun_as.id]
    with pytest.raises(Conflict):
        save_authorization(clinic.desk(), replace(begun_as, number="ZEBRA-3"))


def test_what_was_typed_is_dropped_when_the_pin_is_not_enough_any_more(clinic: AtWork) -> None:
    line, kind = _addendum(clinic)
    line.set_value("ZEBRA for an hour")
    clinic.window.lock()
    mine = set(clinic.app._places)
    clinic.unlock("M. Diaz")
    clinic.now += timedelta(minutes=29)
    clinic.app._places_held.timeout.emit()
    assert mine <= set(clinic.app._places)
    clinic.now += timedelta(minutes=2)
    clinic.app._places_held.timeout.emit()
    assert not clinic.app._places
    assert not clinic.app._places_held.isActive()
    clinic.window.lock()
    clinic.unlock()
    assert not clinic.window.findChildren(kind)


def test_undo_steps_are_dropped_too_and_the_block_is_kept(clinic: AtWork) -> None:
    assert clinic.app.workplace is not None
    people = find_patients(clinic.desk(), "", None, 500).patients
    blocks = (block for each in people for block in refresh_chart(clinic.desk(), each.id).blocks)
    clinic.app.workplace.open_block(next(each for each in blocks if each.state is BlockState.DRAFT))
    editor = clinic.window.shown()
    assert isinstance(editor, BlockEditor)
    editor.draft.change(replace(editor.draft.block, levels_reason="ZEBRA"))
    clinic.window.lock()
    ((who, place),) = clinic.app._places.items()
    assert isinstance(place, EditorPlace)
    assert place.undo
    clinic.now += timedelta(minutes=31)
    clinic.app._places_held.timeout.emit()
    assert clinic.app._places == {who: EditorPlace(place.block_id, place.focused)}
    room = RoomPlace(place.block_id, TimeOut(NOW, "", WhereTimeOut.ROOM_SCREEN))
    assert without_words(room) == RoomPlace(place.block_id)
    clinic.unlock()
    assert isinstance(clinic.window.shown(), BlockEditor)


def test_who_comes_too_late_finds_nothing_typed(clinic: AtWork) -> None:
    line, kind = _addendum(clinic)
    line.set_value("ZEBRA for a day")
    clinic.window.lock()
    clinic.now += timedelta(days=1)
    clinic.unlock()
    assert not clinic.window.findChildren(kind)


def _behind(clinic: AtWork) -> Desk:
    """The physician, who is an administrator too, at another computer while this one is locked."""
    vault = next(iter(clinic.app._came_in.values()))
    return Desk(vault.store, vault.user, clinic.now, "test", vault.signing_key)


def _told(clinic: AtWork) -> str:
    return " ".join(label.text() for label in clinic.window.findChildren(QLabel) if label.isVisible())


def test_who_may_not_do_it_any_more_is_told_and_gets_no_text_back(clinic: AtWork) -> None:
    clinic.window.lock()
    clinic.unlock("M. Diaz")
    _, kind = _authorization(clinic)
    _top(clinic, AuthorizationCard).form.editor("number").set_value("ZEBRA refused")
    assert clinic.app.session is not None
    nurse = clinic.app.session.user
    clinic.window.lock()
    changed = change_user(_behind(clinic), replace(nurse, roles=(Role.MANAGER,)))
    clinic.unlock("M. Diaz")
    QApplication.processEvents()
    assert not clinic.window.findChildren(kind)
    assert "Your role was changed" in _told(clinic)
    clinic.window.lock()
    change_user(_behind(clinic), replace(changed, roles=nurse.roles))
    let_go()
    assert not [word for word in words_left() if "ZEBRA" in word]


def test_a_card_says_that_the_record_was_made_one_with_another_meanwhile(clinic: AtWork) -> None:
    assert clinic.app.workplace is not None
    kept, other = (
        save_patient(
            clinic.desk(),
            Patient(
                new_id(clinic.now),
                "Twofold",
                "Ada",
                date(1950, 1, 1),
                (Identifier(IdentifierKind.MRN, number),),
            ),
            although_known=True,
        )
        for number in ("990 0001", "990 0002")
    )
    chart = clinic.app.workplace.open_chart(other.id)
    chart.show_tab("details")
    press(chart, "Add authorization")
    _top(clinic, AuthorizationCard).form.editor("number").set_value("ZEBRA merged")
    clinic.window.lock()
    merge_patients(_behind(clinic), kept, other, "the same person")
    clinic.unlock()
    card = _top(clinic, AuthorizationCard)
    assert card.form.record().patient_id == kept.id
    assert "made one with another" in card.said()
    card.dismiss()


def test_the_room_in_front_comes_back_and_not_a_letter_that_stepped_aside(clinic: AtWork) -> None:
    line, kind = _letter(clinic)
    line.set_value("ZEBRA aside")
    _top(clinic, LetterCard)._show_draft()
    assert clinic.app.workplace is not None
    assert isinstance(clinic.app.workplace.place(), CardPlace)
    rows = day_list(replace(clinic.desk(), now=NOW)).board.blocks
    clinic.app.workplace.open_room(next(row.block for row in rows if row.block.state is BlockState.PLANNED))
    clinic.window.lock()
    clinic.unlock()
    assert isinstance(clinic.window.shown(), RoomPage)
    assert not clinic.window.findChildren(kind)


def test_a_card_goes_when_the_lock_comes_right_after_it_was_opened(clinic: AtWork) -> None:
    assert clinic.app.workplace is not None
    clinic.app.workplace._show_addendum_card(_note(clinic))
    clinic.window.lock()
    let_go()
    gc.collect()
    assert not [each for each in gc.get_objects() if isinstance(each, AddendumCard)]


def test_a_clock_that_is_put_back_wins_no_time(qtbot: QtBot) -> None:
    desk, passed = QWidget(), [0.0]
    qtbot.addWidget(desk)
    now = [NOW]
    watch = IdleWatch(lambda: now[0], 5, desk, seconds=lambda: passed[0])
    now[0], passed[0] = NOW - timedelta(hours=1), 301.0
    with qtbot.waitSignal(watch.due):
        watch.look()


# The computer sleeps or covers its screen


def test_waking_up_locks_before_anything_is_read(clinic: AtWork) -> None:
    seconds = [0.0]
    watch = SystemWatch(clinic.window, clock=lambda: seconds[0])
    watch.away.connect(clinic.window.lock)
    seconds[0] = 2.0
    watch.look()
    assert clinic.app.session is not None
    seconds[0] = 60.0
    watch.look()
    assert clinic.app.session is None


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[QDBusConnection]:
    """A bus of our own; on the real ones nobody may play the computer."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("no dbus-daemon here")
    asked = [program, "--session", "--nofork", "--print-address", f"--address=unix:path={tmp_path / 'bus'}"]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        yield QDBusConnection.connectToBus(address, "test of the lock")
        QDBusConnection.disconnectFromBus("test of the lock")
        daemon.terminate()


SLEEP = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
SESSION = ("/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session", "Lock")
SAVER = ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged")


@pytest.mark.parametrize(
    ("told", "arguments"),
    [(SLEEP, [True]), (SESSION, []), (SAVER, [True])],
    ids=["sleep", "session", "saver"],
)
def test_the_system_says_so(
    bus: QDBusConnection, qtbot: QtBot, told: tuple[str, str, str], arguments: list[bool]
) -> None:
    watch = SystemWatch()
    watch.listen_for_sleep(bus)
    watch.listen_for_screen(bus)
    said = QDBusMessage.createSignal(*told)
    said.setArguments(arguments)
    with qtbot.waitSignal(watch.away, timeout=20_000):
        bus.send(said)


def test_the_end_of_a_sleep_locks_nobody_out(qtbot: QtBot) -> None:
    watch = SystemWatch()
    with qtbot.assertNotEmitted(watch.away, wait=20):
        watch.on_state(False)


def test_the_window_of_the_program_hears_it(clinic: AtWork) -> None:
    watch = lock_with_the_computer(clinic.window)
    watch.on_state(True)
    assert clinic.app.session is None
    watch.deleteLater()

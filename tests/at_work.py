"""The whole program at work: people who unlock it, and what a physician and a nurse do in it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pypdfium2
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from mbb_desktop.app import App
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.response import BEFORE, Conclusion, Series
from mbb_desktop.settings import Settings
from mbb_desktop.ui import theme
from mbb_desktop.ui.block_editor import BlockEditor
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.letter_card import LetterCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.ui.room_page import RoomPage
from mbb_desktop.ui.tasks import InlineTasks
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.keep_patients import open_chart
from mbb_desktop.workflow.record_block import start_block
from tests.ui.driver import Driver
from tests.ui.hands import press
from tests.workflow.conftest import NOW, PASSPHRASE, PIN

W = TypeVar("W", bound=QWidget)
_NOT_BY_KEYS = Qt.FocusPolicy.NoFocus


class Clinic:
    """The program on a copy of the vault, with a clock that the test moves."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.folder, self._settings = folder, settings
        self.now = NOW
        self.app = self.start()

    def start(self) -> App:
        self.app = App(self.folder, clock=lambda: self.now, tasks=InlineTasks(), settings=self._settings)
        self.app.window.resize(1440, 900)
        self.app.window.show()
        QApplication.processEvents()
        return self.app

    @property
    def window(self) -> MainWindow:
        return self.app.window

    def unlock(self, name: str) -> None:
        self.app.unlock_as(name, PASSPHRASE)
        self.window.activateWindow()  # the offscreen screen gives the focus back to nobody
        QApplication.processEvents()
        assert self.app.session is not None

    def desk(self) -> Desk:
        session = self.app.session
        assert session is not None
        return Desk(session.store, session.user, self.now, "test")

    def shown(self, kind: type[W]) -> W:
        found = self.window.shown()
        assert isinstance(found, kind), found
        return found

    def wait(self, **passed: int) -> None:
        self.now += timedelta(**passed)

    def next_morning(self) -> None:
        """The window was locked overnight."""
        self.window.lock()
        self.wait(hours=25)
        self.unlock("A. Okafor")

    def close(self) -> None:
        self.window.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def at_work(closed: Path, folder: Path, qapp: QApplication) -> Iterator[Clinic]:
    """The program on a copy of a closed vault, to be unlocked."""
    theme.load_fonts()
    theme.apply(qapp)
    shutil.copytree(closed, folder / "clinic")
    clinic = Clinic(folder / "clinic", Settings(folder / "settings.toml"))
    yield clinic
    clinic.close()


def named(within: QWidget, name: str) -> QWidget:
    """The visible input or button with this accessible name."""
    shown = [w for w in within.findChildren(QWidget) if w.isVisible() and w.focusPolicy() != _NOT_BY_KEYS]
    return next(w for w in shown if w.accessibleName().startswith(name) or w.accessibleName().endswith(name))


def card(window: QWidget) -> QDialog:
    """The question that lies over the window."""
    QApplication.processEvents()
    return next(d for d in window.findChildren(QDialog) if d.isVisible())


def stored(clinic: Clinic, block: Block) -> Block:
    return next(b for b in open_chart(clinic.desk(), block.patient_id).blocks if b.id == block.id)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def time_out_in_the_room(clinic: Clinic, block: Block) -> None:
    """The nurse: in room, everything asked and answered, time-out, needle in, needle out."""
    assert clinic.app.workplace is not None
    clinic.app.workplace.open_room(block)
    give_time_out(clinic)


def give_time_out(clinic: Clinic, side: str = "Bilateral", told: str = "Both") -> None:
    """On the room screen that is shown; `told` is the patient's own answer."""
    room = clinic.shown(RoomPage)
    driver = Driver(clinic.window)
    driver.key("f5")
    for tick in ("Full name", "Date of birth"):
        driver.click(named(room, tick))
    driver.click(named(room, "Levels"))
    driver.type("45 51")
    for answer in (f"Side: {side}", f"The patient's own answer: {told}"):
        driver.click(named(room, answer))
    checks = ("Procedure", "Consent", "Site mark", "Allergy", "Anticoagulant", "Images up", "Drug labelled")
    for tick in checks:
        driver.click(named(room, tick))
    driver.click(named(room, "Present: M. Diaz, RN"))
    clinic.wait(minutes=8)
    driver.key("f6")
    clinic.wait(minutes=1)
    driver.key("f7")
    clinic.wait(minutes=6)
    driver.key("f8")


def after_the_room(clinic: Clinic, course: Course) -> Block:
    """A draft without a plan, with a time-out and the needle out, and the physician back at the list."""
    block = start_block(clinic.desk(), course)
    clinic.window.lock()
    clinic.unlock("M. Diaz")
    time_out_in_the_room(clinic, block)
    room = stored(clinic, block)
    assert room.time_out is not None
    assert room.needle_out == clinic.now
    clinic.window.lock()
    clinic.wait(minutes=1)
    clinic.unlock("A. Okafor")
    return room


def record_block(clinic: Clinic, anesthetic: str = "2", levels: str = "45 51 b") -> Driver:
    """From the list to the read-back: levels, agent, fluoroscopy, all as listed."""
    driver = Driver(clinic.window)
    driver.key("enter")
    clinic.shown(BlockEditor)
    driver.type(levels)
    driver.key("enter")
    driver.type(anesthetic)
    driver.key("f4")
    driver.type("42")
    driver.key("tab")
    driver.type("8.1")
    driver.key("f9")
    return driver


def sign(driver: Driver) -> None:
    driver.key("ctrl+enter")
    driver.type(PIN)
    driver.key("enter")


def enter_scores(clinic: Clinic, block: Block) -> None:
    """A day later the readings are typed in one row of the grid."""
    clinic.next_morning()
    editor = clinic.shown(BlockEditor)
    assert editor.draft.block.id == block.id
    driver = Driver(clinic.window)
    driver.click(named(editor, "Paper diary"))
    driver.click(named(editor, "Overall, Pre"))
    for score in ("8", "2", "1 ", "1 ", "1 ", "1 ", "1 ", "1 ", "1 ", "3", "5", "6", "7"):
        driver.type(score)
    editor.draft.save_now()
    response = open_chart(clinic.desk(), block.patient_id).responses[block.id]
    assert [response.reading(Series.OVERALL, slot).score for slot in (BEFORE, 15, 30, 1440)] == [8, 2, 1, 7]  # type: ignore[union-attr]  # all four were typed
    clinic.window.show_page("today")


def conclude(clinic: Clinic, block: Block) -> None:
    """The physician chooses the own conclusion and signs the response."""
    assert clinic.app.workplace is not None
    clinic.app.workplace.sign_response(block)
    asking = card(clinic.window)
    driver = Driver(clinic.window)
    driver.click(named(asking, "Positive"))
    look_at_the_draft_and_come_back(clinic, asking)
    driver.click(named(asking, "Your signing PIN"))
    driver.type(PIN)
    driver.key("enter")
    response = open_chart(clinic.desk(), block.patient_id).responses[block.id]
    assert response.conclusion is Conclusion.POSITIVE
    assert response.signed_at == clinic.now


def look_at_the_draft_and_come_back(clinic: Clinic, asking: QDialog) -> None:
    """The draft says what was chosen; the card waits with it."""
    press(asking, "Preview")
    shown = clinic.shown(PaperPreview)
    assert not asking.isVisible()
    assert "DRAFT" in text_of(shown._pdf)
    assert "Not concluded yet" not in text_of(shown._pdf)
    clinic.window.back()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert asking.isVisible()


def write_letter(clinic: Clinic, course: Course) -> None:
    """From the chart's readiness to a signed letter."""
    assert clinic.app.workplace is not None
    clinic.app.workplace.open_chart(course.patient_id)
    chart = clinic.shown(ChartPage)
    chart.show_tab("readiness")
    QApplication.processEvents()
    driver = Driver(clinic.window)
    driver.click(named(chart, "Write the letter"))
    asking = card(clinic.window)
    assert isinstance(asking, LetterCard)
    asking.recipient.set_value(next(key for key, entry in asking.entries() if entry.name == "R. Vance"))
    driver.click(named(asking, "Your signing PIN"))
    driver.type(PIN)
    driver.key("enter")

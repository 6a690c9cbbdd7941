"""The window shows pages, opens charts over them, and forgets everything when it locks."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mbb_desktop.clinical.remembered import remembered
from mbb_desktop.storage.errors import DiskFull
from mbb_desktop.ui.frame import LAYERS_KEPT
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.patient_banner import BannerFacts, PatientBanner
from mbb_desktop.ui.top_bar import PageAction

from .conftest import NOW
from .hands import click, strike
from .sample import let_go

MARSH = "MARSH, Eleanor"


class Page(QWidget):
    def __init__(self, text: str = MARSH) -> None:
        super().__init__()
        self.calls: list[str] = []
        self.note = QLineEdit(text)
        QVBoxLayout(self).addWidget(self.note)

    def entered(self) -> None:
        self.calls.append("entered")

    def leaving(self) -> None:
        self.calls.append("leaving")


class PageWithWords(Page):
    def is_unfinished(self) -> bool:
        return True


class PageWithAction(Page):
    def page_action(self) -> PageAction:
        return PageAction("New block", lambda: self.calls.append("acted"), "plus", "Ctrl N")


@pytest.fixture
def window(qtbot: QtBot, clock: Callable[[], datetime]) -> MainWindow:
    made = MainWindow(clock)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.begin("Dr Okafor", "Physician", lambda: True)
    made.add_page("today", "Today", "house", PageWithAction, "Ctrl+1")
    made.add_page("patients", "Patients", "users", Page, "Ctrl+2")
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_page("today")
    return made


def banner() -> PatientBanner:
    return PatientBanner(BannerFacts(MARSH, (("MRN", "004 1187"),)))


def words_shown(window: QWidget) -> str:
    labels = [label.text() for label in window.findChildren(QLabel)]
    lines = [line.text() for line in window.findChildren(QLineEdit)]
    names = [widget.accessibleName() for widget in window.findChildren(QWidget)]
    return " ".join([*labels, *lines, *names, window.windowTitle()])


def test_a_page_is_made_when_it_is_shown_first(window: MainWindow) -> None:
    assert window.page("patients") is None
    first = window.show_page("patients")
    window.show_page("today")
    assert window.show_page("patients") is first


def test_keys_and_rail_lead_to_pages(window: MainWindow, qtbot: QtBot) -> None:
    strike(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_key() == "patients"
    window.rail.page_asked.emit("today")
    assert window.current_key() == "today"


def test_a_page_hears_when_it_is_shown_and_left(window: MainWindow) -> None:
    today = window.page("today")
    window.show_page("patients")
    assert isinstance(today, Page)
    assert today.calls == ["entered", "leaving"]


def test_the_main_action_belongs_to_the_page(window: MainWindow, qtbot: QtBot) -> None:
    primary = window.top._primary
    assert primary.text() == " New block   Ctrl N"
    click(primary)
    today = window.page("today")
    assert isinstance(today, Page)
    assert today.calls[-1] == "acted"
    window.show_page("patients")
    assert primary.isHidden()


def test_the_date_is_shown_in_words(window: MainWindow) -> None:
    assert window.top._date.text() == "Tuesday 24-Nov-2026, 11:05"


def test_a_chart_opens_over_the_page_and_escape_goes_back(window: MainWindow, qtbot: QtBot) -> None:
    chart = Page()
    window.open(chart, "Chart", banner())
    chart.note.setFocus()
    assert window.shown() is chart
    strike(chart.note, Qt.Key.Key_Escape)
    assert window.shown() is window.page("today")
    assert chart.calls == ["entered", "leaving"]
    with qtbot.waitSignal(chart.destroyed, timeout=20_000):
        pass


def test_escape_on_a_page_does_nothing(window: MainWindow, qtbot: QtBot) -> None:
    strike(window, Qt.Key.Key_Escape)
    assert window.current_key() == "today"


def test_of_many_things_opened_one_after_another_the_oldest_go(window: MainWindow) -> None:
    room, typed = Page(), PageWithWords()
    window.open(room, "Room", banner(), wide=True)
    window.open(typed, "Chart", banner())
    opened = [Page() for _ in range(LAYERS_KEPT + 2)]
    card = None
    for at, page in enumerate(opened):
        window.open(page, "Chart", banner())
        if at == LAYERS_KEPT:
            card = window.messages.tell("Sure?", "It may come back to a chart.")
    assert card is not None
    let_go()
    assert all(map(isValid, opened[1:]))
    card.dismiss()
    let_go()
    window.open(Page(), "Chart", banner())
    let_go()
    assert [isValid(each) for each in opened[:5]] == [False, False, False, True, True]
    for _step in range(LAYERS_KEPT):
        window.back()
    assert window.shown() is typed
    window.back()
    assert window.shown() is room


def test_the_way_back_is_a_button_too(window: MainWindow, qtbot: QtBot) -> None:
    window.open(Page(), "Chart", banner())
    window.open(Page(), "Block", banner(), wide=True)
    window.back()
    window.back()
    assert window.shown() is window.page("today")


def test_the_rail_gives_way_to_the_editor_and_to_small_windows(window: MainWindow) -> None:
    assert not window.rail.is_narrow()
    window.open(Page(), "Block", banner(), wide=True)
    assert window.rail.is_narrow()
    window.back()
    assert not window.rail.is_narrow()
    window.resize(1280, 720)
    assert window.rail.is_narrow()


def test_the_window_title_never_holds_a_name(window: MainWindow) -> None:
    window.open(Page(), MARSH, banner())
    assert window.windowTitle() == "MBB Desktop"


def test_locking_saves_first_and_then_forgets_every_patient(window: MainWindow, qtbot: QtBot) -> None:
    today = window.page("today")
    assert isinstance(today, Page)
    order: list[str] = []

    def settle() -> bool:
        order.append("settled")
        return True

    window.about_to_lock.connect(
        lambda: order.append("saving" if today.calls[-1] == "leaving" else "too early")
    )
    window.begin("Dr Okafor", "Physician", settle)
    window.locked.connect(lambda: order.append("locked"))
    window.open(Page(), "Chart", banner())
    window.messages.toast(f"Draft of {MARSH} discarded.")
    card = window.messages.tell(MARSH, MARSH)
    QGuiApplication.clipboard().setText(MARSH)
    window.lock()
    assert order == ["saving", "settled", "locked"]
    assert not card.isVisible()
    assert not window.rail.isVisible()
    with qtbot.waitSignal(today.destroyed, timeout=20_000):
        pass
    assert MARSH not in words_shown(window)
    assert "Okafor" not in words_shown(window)
    assert MARSH not in QGuiApplication.clipboard().text()


def test_what_was_shown_is_covered_before_the_lock_waits(window: MainWindow) -> None:
    at = window.rect().center()
    seen: list[tuple[bool, bool]] = []

    def settle() -> bool:
        found = window.childAt(at)
        seen.append((found is not None and window.frame.isAncestorOf(found), card.isVisible()))
        return True

    window.begin("Dr Okafor", "Physician", settle)
    window.show_page("today")
    before = window.childAt(at)
    assert before is not None
    assert window.frame.isAncestorOf(before)
    card = window.messages.tell(MARSH, MARSH)
    window.lock()
    assert seen == [(False, False)]


def test_ctrl_l_locks_and_no_page_key_works_after_it(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.locked, timeout=20_000):
        strike(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    window.show_cover(QWidget())
    strike(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_key() == ""


def _open_card(window: MainWindow) -> QWidget:
    return window.messages.tell(MARSH, MARSH)


def _open_list(window: MainWindow) -> QWidget:
    combo = QComboBox(window)
    combo.addItems([MARSH, "Elena"])
    combo.show()
    combo.showPopup()
    return combo.view()


def _open_menu(window: MainWindow) -> QWidget:
    menu = QMenu(window)
    menu.addAction(MARSH)
    menu.popup(window.mapToGlobal(window.rect().center()))
    return menu


def _open_list_in_a_card(window: MainWindow) -> QWidget:
    card = window.messages.tell(MARSH, MARSH)
    combo = QComboBox()
    combo.addItems([MARSH, "Elena"])
    card.body.addWidget(combo)
    combo.showPopup()
    return combo.view()


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
@pytest.mark.parametrize(
    "over", [_open_card, _open_list, _open_menu, _open_list_in_a_card], ids=lambda made: made.__name__
)
def test_ctrl_l_locks_with_something_open(
    window: MainWindow, qtbot: QtBot, over: Callable[[MainWindow], QWidget]
) -> None:
    window.lock_when_idle(10)
    over(window)
    QApplication.processEvents()
    front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    assert front is not None
    with qtbot.waitSignal(window.locked, timeout=20_000):
        QTest.keyPress(front.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.activePopupWidget() is None
    assert QApplication.activeModalWidget() is None


def test_a_save_that_failed_before_the_lock_is_not_forgotten(window: MainWindow) -> None:
    window.about_to_lock.connect(lambda: window.messages.not_saved(NOW, DiskFull(), window.lock))
    window.lock()
    assert window.unsaved.startswith("Not saved since 11:05. The disk is full.")


def test_a_cover_gives_way_to_the_pages(window: MainWindow) -> None:
    window.lock()
    cover = QWidget()
    window.show_cover(cover)
    assert cover.isVisible()
    assert not window.rail.isVisible()
    window.begin("RN Diaz", "Nurse", lambda: True)
    assert window.rail.isVisible()


def test_after_unlocking_as_somebody_else_only_their_pages_are_there(window: MainWindow) -> None:
    window.lock()
    window.begin("A. Manager", "Manager", lambda: True)
    window.add_page("analytics", "Analytics", "chart-column", Page, "Ctrl+1")
    window.show_page("analytics")
    with pytest.raises(KeyError):
        window.show_page("patients")


def test_the_sample_clinic_is_framed_in_amber(window: MainWindow) -> None:
    window.lock()
    window.begin("Dr Okafor", "Physician", lambda: True, demo=True)
    QApplication.processEvents()
    assert window.grab().toImage().pixelColor(700, 1).name() == "#efc258"
    assert window.status.texts()[2] == "Demo clinic: sample patients only"


def test_closing_waits_for_what_is_being_written(window: MainWindow) -> None:
    window.begin("Dr Okafor", "Physician", lambda: False)
    event = QCloseEvent()
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()
    window.begin("Dr Okafor", "Physician", lambda: True)
    window.messages.clear()
    event = QCloseEvent()
    QApplication.sendEvent(window, event)
    assert event.isAccepted()


def test_what_was_worked_out_with_a_patients_words_is_forgotten(window: MainWindow) -> None:
    asked: list[str] = []

    @remembered(4)
    def longer(word: str) -> str:
        asked.append(word)
        return word * 2

    assert [longer("marsh"), longer("marsh")] == ["marshmarsh"] * 2
    assert asked == ["marsh"]
    window.lock()
    longer("marsh")
    assert asked == ["marsh", "marsh"]

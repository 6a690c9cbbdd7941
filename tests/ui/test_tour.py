"""The tour of the sample clinic: offered once, left at once, and never over what it explains."""

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mbb_desktop.settings import TOUR_TOLD
from mbb_desktop.ui.block_editor import BlockEditor
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.letters_page import LettersPage
from mbb_desktop.ui.settings_page import SettingsPage
from mbb_desktop.ui.today_page import TodayPage
from mbb_desktop.ui.tour import Tour, TourPanel, place_beside
from mbb_desktop.ui.workplace import Workplace
from tests.ui.sample import SampleClinic, button, press


@pytest.fixture
def tour(clinic: SampleClinic, qtbot: QtBot) -> Iterator[Tour]:
    """The tour as it is offered after the unlock of a sample clinic."""
    work = Workplace(clinic.window, clinic.session, clinic.settings)
    work.begun.connect(work.tour.offer)
    work.begin(())
    clinic.window.activateWindow()
    yield work.tour
    work.deleteLater()


def _panel(tour: Tour) -> TourPanel:
    assert tour.panel is not None
    return tour.panel


def _on(tour: Tour) -> None:
    _panel(tour).on.click()
    QApplication.processEvents()
    tour.follow()


def test_the_offer_takes_no_keyboard_and_no_is_not_asked_again(tour: Tour, clinic: SampleClinic) -> None:
    assert not _panel(tour).isAncestorOf(clinic.window.focusWidget())
    press(_panel(tour), "No, thanks")
    assert clinic.settings.get(TOUR_TOLD)
    tour.offer()
    assert tour.panel is None


def test_the_offer_stays_on_its_page_and_covers_nothing_that_is_opened_from_there(
    tour: Tour, clinic: SampleClinic
) -> None:
    tour.follow()
    assert _panel(tour).isVisible()
    clinic.open_chart("marsh eleanor")
    tour.follow()
    assert not _panel(tour).isVisible()
    clinic.window.back()
    tour.follow()
    assert _panel(tour).isVisible()


def test_it_stops_at_real_controls_and_covers_none_of_them(tour: Tour, clinic: SampleClinic) -> None:
    clinic.window.resize(1024, 640)
    pages: list[type | None] = [
        TodayPage,
        TodayPage,
        ChartPage,
        ChartPage,
        BlockEditor,
        LettersPage,
        LettersPage,
    ]
    blocks = clinic.events().count("draft started")
    for page in pages:
        _on(tour)
        shown, panel = clinic.window.shown(), _panel(tour)
        target, _at = tour._placed()
        assert type(shown) is page
        assert target is not None, panel.accessibleName()
        assert not panel.geometry().intersects(target), panel.accessibleName()
        assert clinic.window.rect().contains(panel.geometry())
        assert clinic.window.focusWidget() is panel.on
        assert panel.on.accessibleDescription().startswith(panel.accessibleName())
    assert panel.on.accessibleName() == "Done"
    assert clinic.events().count("draft started") == blocks  # a draft that was open: no record is begun
    _on_last(tour, clinic)


def _on_last(tour: Tour, clinic: SampleClinic) -> None:
    press(_panel(tour), "Back")
    assert _panel(tour).accessibleName() == "Letters"
    press(_panel(tour), "Next")
    press(_panel(tour), "Done")
    assert tour.panel is None
    assert clinic.settings.get(TOUR_TOLD)


def test_escape_leaves_at_once_and_the_page_stays(tour: Tour, clinic: SampleClinic) -> None:
    for _stop in range(3):
        _on(tour)
    clinic.hands().key("esc")
    assert tour.panel is None
    assert isinstance(clinic.window.shown(), ChartPage)


def test_it_waits_behind_an_open_card(tour: Tour, clinic: SampleClinic) -> None:
    clinic.window.messages.tell("Before you go on", "Somebody used emergency access.")
    tour.follow()
    assert not _panel(tour).isVisible()
    clinic.cards()[0].reject()
    tour.follow()
    assert _panel(tour).isVisible()


def test_the_lock_ends_it(tour: Tour, clinic: SampleClinic) -> None:
    _on(tour)
    clinic.window.lock()
    assert tour.panel is None
    assert not [panel for panel in clinic.window.findChildren(TourPanel) if panel.isVisible()]


def test_about_begins_it_again(tour: Tour, clinic: SampleClinic) -> None:
    tour.leave()
    page = clinic.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    button(page.show_section("about"), "Tour of the sample clinic").click()
    assert _panel(tour).accessibleName() == "Today"


def test_a_real_clinic_has_no_tour(clinic: SampleClinic) -> None:
    page = SettingsPage(clinic.session, clinic.window, clinic.settings)
    about = page.show_section("about")
    assert "Tour of the sample clinic" not in [
        each.accessibleName() for each in about.findChildren(type(button(about, "Save a file for support")))
    ]
    page.deleteLater()


def test_a_panel_never_covers_a_target_that_leaves_room_beside_it() -> None:
    room, size = QRect(16, 16, 992, 608), QSize(480, 200)
    for x, y, wide, high in product((20, 300, 560), (20, 200, 380), (60, 180), (40, 120)):
        target = QRect(x, y, wide, high)
        at = QRect(place_beside(target, size, room, 12), size)
        assert not at.intersects(target), target
        assert room.contains(at), target
    assert place_beside(None, size, room, 12) == QPoint(528, 424)

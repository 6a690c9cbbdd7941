"""The rail shows only the pages that were added, what waits on them, and the lock."""

import pytest
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.nav_rail import NARROW, WIDE, NavRail, RailButton

from .hands import click


@pytest.fixture
def rail(qtbot: QtBot) -> NavRail:
    made = NavRail("MBB Desktop")
    made.add_page("today", "Today", "house")
    made.add_page("calls", "Follow-up calls", "phone")
    qtbot.addWidget(made)
    return made


def button(rail: NavRail, key: str) -> RailButton:
    found = rail.findChild(RailButton, f"nav_{key}")
    assert isinstance(found, RailButton)
    return found


def test_a_click_asks_for_its_page(rail: NavRail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.page_asked) as asked:
        click(button(rail, "calls"))
    assert asked.args == ["calls"]


def test_exactly_the_shown_page_is_marked(rail: NavRail) -> None:
    rail.show_current("calls")
    assert [button(rail, key).isChecked() for key in ("today", "calls")] == [False, True]


def test_what_waits_is_spoken_too(rail: NavRail) -> None:
    rail.show_count("calls", 4)
    assert button(rail, "calls").accessibleDescription() == "4 waiting"
    rail.show_count("calls", 0)
    assert button(rail, "calls").accessibleDescription() == ""


def test_a_narrow_rail_says_its_words_as_tips(rail: NavRail) -> None:
    rail.narrow(True)
    assert (rail.width(), button(rail, "calls").toolTip()) == (NARROW, "Follow-up calls")
    rail.narrow(False)
    assert (rail.width(), button(rail, "calls").toolTip()) == (WIDE, "")


def test_forgetting_leaves_no_page_and_no_name(rail: NavRail) -> None:
    rail.show_person("Dr Okafor", "Physician")
    rail.remove_pages()
    assert [one.text() for one in rail.findChildren(RailButton) if not one.isHidden()] == ["Lock"]
    assert rail._name.text() == ""

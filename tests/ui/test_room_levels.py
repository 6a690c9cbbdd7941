"""Levels on the circulator's screen: read as everywhere else, also when L5 is sacralised."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.anatomy import JointSide, Region, Side
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.ui.room_levels import RIGHT, SiteEntry

LAST = JointSide("L5-S1", Side.LEFT)


@pytest.fixture
def site(qtbot: QtBot) -> SiteEntry:
    made = SiteEntry(Region.LUMBAR, Vertebrae.SACRALISED_L5)
    qtbot.addWidget(made)
    made.show()
    return made


def typed(site: SiteEntry, text: str) -> None:
    QTest.keyClicks(site.line, text)


def test_the_nerves_of_a_sacralised_l5_are_asked_for(site: SiteEntry) -> None:
    typed(site, "51 l")
    assert site.joints() == ()
    assert site.echo() == "L5 is sacralised. Which nerves for L5-S1?"
    typed(site, "1")
    assert site.joints() == (LAST,)


def test_the_other_answer_names_the_joint_above(site: SiteEntry) -> None:
    typed(site, "51 l2")
    assert site.joints() == (JointSide("L4-5", Side.LEFT),)


def test_what_was_answered_is_not_asked_again(site: SiteEntry, qtbot: QtBot) -> None:
    typed(site, "45 51 l1")
    again = SiteEntry(Region.LUMBAR, Vertebrae.SACRALISED_L5)
    qtbot.addWidget(again)
    again.show_answer(site.spelling())
    assert again.joints() == site.joints() == (JointSide("L4-5", Side.LEFT), LAST)


def test_another_side_pressed_keeps_the_nerves_that_were_chosen(site: SiteEntry) -> None:
    typed(site, "51 l1")
    site.sides.set_value(RIGHT)
    site.sides.chosen.emit()
    assert site.joints() == (JointSide("L5-S1", Side.RIGHT),)


def test_the_side_is_asked_before_the_nerves(site: SiteEntry) -> None:
    typed(site, "51")
    site.sides.set_value(RIGHT)
    site.sides.chosen.emit()
    assert site.echo() == "L5 is sacralised. Which nerves for L5-S1?"
    assert site.sides_entered() == RIGHT

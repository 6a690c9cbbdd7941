"""The windows in Spanish: what is translated, what stays, and the way between the languages."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mbb_desktop.storage.passphrase import passphrase_problem
from mbb_desktop.ui import language
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.lock_page import LockPage
from mbb_desktop.ui.parts import Button


@pytest.fixture
def spanish() -> Iterator[None]:
    """The windows that a test makes speak Spanish."""
    language.speak("es")
    yield
    language.speak("en")


def test_the_unlock_page_speaks_spanish_and_offers_the_way_back(qtbot: QtBot, spanish: None) -> None:
    page = LockPage("", [], "1.0", passphrase_problem)
    qtbot.addWidget(page)
    shown = [button.text() for button in page.findChildren(Button)]
    assert {"Desbloquear", "English"} <= {text.strip() for text in shown}


def test_in_english_nothing_is_looked_up() -> None:
    assert localized("not met") == "not met"

"""The windows in Spanish: what is translated, what stays, and the way between the languages."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mbb_desktop.settings import LANGUAGE, Settings
from mbb_desktop.storage.errors import WrongPassphrase
from mbb_desktop.storage.passphrase import passphrase_problem
from mbb_desktop.ui import language, typed
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.lock_page import LockPage, SampleSecrets
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice
from mbb_desktop.ui.settings_account import AppearanceSettings

SECRETS = SampleSecrets("sample clinic, invented people", "4711")


@pytest.fixture
def spanish() -> Iterator[None]:
    """The windows that a test makes speak Spanish."""
    language.speak("es")
    yield
    language.speak("en")


def test_the_unlock_page_speaks_spanish_and_offers_the_way_back(qtbot: QtBot, spanish: None) -> None:
    page = LockPage("", [], "1.0", passphrase_problem, SECRETS)
    qtbot.addWidget(page)
    shown = {button.text().strip() for button in page.findChildren(Button)}
    assert {"Desbloquear", "English"} <= shown
    asked: list[str] = []
    page.language_asked.connect(asked.append)
    next(button for button in page.findChildren(Button) if button.text() == "English").click()
    assert asked == ["en"]


def test_a_passphrase_is_shown_as_it_is(qtbot: QtBot, spanish: None) -> None:
    page = LockPage("", [], "1.0", passphrase_problem, SECRETS)
    qtbot.addWidget(page)
    notice = page.findChild(Notice, "sampleNotice")
    assert notice is not None
    assert "sample clinic, invented people   PIN: 4711" in notice.text()


def test_in_english_nothing_is_looked_up() -> None:
    assert localized("not met, left L4-5, 24-Nov-2026") == "not met, left L4-5, 24-Nov-2026"


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("Left L4-5; right L5-S1", "Izquierda L4-5; derecha L5-S1"),
        ("bilateral L4-5 and L5-S1", "bilateral L4-5 y L5-S1"),
        ("Right T7-8, T8-9: nerves T6 T7 T8, 3 targets", "Derecha T7-8, T8-9: nervios T6 T7 T8, 3 puntos"),
        ("L4 MB left", "L4 MB izquierda"),
        ("Positive, prolonged relief", "Positivo, alivio prolongado"),
        ("6 do not apply", "6 no proceden"),
        ("sedation, images and steroid", "sedación, imágenes y esteroide"),
        ("steroid and images", "esteroide e imágenes"),
        ("2nd", "2.º"),
        ("14-Mar-1961", "14-mar-1961"),
        (
            "80 % or more from 30 min to 2 h after the block; meets the criterion you selected.",
            "80 % o más de 30 min a 2 h después del bloqueo; cumple el criterio que usted eligió.",
        ),
        (
            "0.05 mL at L4 MB left: did you mean 0.5 mL?",
            "0.05 mL en L4 MB izquierda: ¿quiso decir 0.5 mL?",
        ),
        (
            "The complaint is on the left, the block on the right. Correct the levels, or give the reason.",
            "La dolencia es del lado: izquierda; el bloqueo, del lado: derecha. "
            "Corrija los niveles, o indique el motivo.",
        ),
    ],
)
def test_words_of_the_record_are_said_in_spanish(spanish: None, english: str, said: str) -> None:
    assert localized(english) == said


@pytest.mark.parametrize(
    "typed_text",
    [
        "MARSH, Eleanor",
        "Patient was anxious and asked for water.",
        "left early to catch the bus",
        "Refer to Dr Lindgren of Springfield",
        "no driving",
    ],
)
def test_what_a_person_typed_stays_as_it_was_typed(spanish: None, typed_text: str) -> None:
    assert localized(typed_text) == typed_text


def test_a_refusal_is_explained_in_spanish(spanish: None) -> None:
    assert explain(WrongPassphrase()) == (
        "La frase de contraseña no es correcta. No se cambió nada. "
        "Escríbala de nuevo, o use el código de recuperación."
    )


@pytest.mark.parametrize(
    "written", ["14-mar-1961", "14 de marzo de 1961", "14 mar 1961", "14-Mar-1961", "1961-03-14"]
)
def test_a_day_is_read_in_both_languages(written: str) -> None:
    assert typed.read_date(written) == date(1961, 3, 14)


def test_a_day_that_is_shown_can_be_read_again_in_every_month(spanish: None) -> None:
    days = [date(2026, month, 9) for month in range(1, 13)]
    assert [typed.read_date(typed.show_date(day)) for day in days] == days


def test_a_decimal_comma_is_read_and_a_point_is_shown(spanish: None) -> None:
    assert typed.read_number("0,5") == Decimal("0.5")
    assert typed.show_number(Decimal("0.5")) == "0.5"


def test_the_setting_is_kept_and_waits_for_the_next_lock(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.toml")
    section = AppearanceSettings(settings)
    qtbot.addWidget(section)
    section.language.set_value("es")
    section.language.edited.emit()
    assert settings.get(LANGUAGE) == "es"
    assert language.chosen(settings) == "es"
    assert language.in_force() == "en"


def test_after_a_change_the_frame_is_made_anew(
    qtbot: QtBot, spanish: None, clock: Callable[[], datetime]
) -> None:
    window = MainWindow(clock)
    qtbot.addWidget(window)
    before = window.frame, window.messages
    window.forget_words()
    assert (window.frame, window.messages) != before

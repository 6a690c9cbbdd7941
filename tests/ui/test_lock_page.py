"""The unlock page hands on what was typed, explains what came of it, and knows nothing itself."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.storage.errors import WrongPassphrase
from mbb_desktop.storage.passphrase import passphrase_problem
from mbb_desktop.ui.lock_page import LockPage, Person, SampleSecrets

from .hands import press, strike, write

OKAFOR, DIAZ = Person(UUID(int=1), "Dr A. Okafor", "Physician"), Person(UUID(int=2), "RN Diaz", "Nurse", True)
GOOD = "gravel lantern oyster violin"


@pytest.fixture
def page(qtbot: QtBot) -> LockPage:
    made = LockPage("Riverside Pain Clinic", [OKAFOR, DIAZ], "1.0.0", passphrase_problem)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def type_secret(qtbot: QtBot, page: LockPage, text: str) -> None:
    write(page._secret.line, text)


def test_the_cursor_waits_in_the_passphrase(page: LockPage) -> None:
    assert page._secret.line.hasFocus()


def test_enter_hands_on_who_and_what(page: LockPage, qtbot: QtBot) -> None:
    type_secret(qtbot, page, GOOD)
    with qtbot.waitSignal(page.passphrase_given, timeout=20_000) as given:
        strike(page._secret.line, Qt.Key.Key_Return)
    assert given.args == [OKAFOR.id, GOOD]


def test_nothing_is_handed_on_twice_while_it_is_checked(page: LockPage, qtbot: QtBot) -> None:
    type_secret(qtbot, page, GOOD)
    press(page, "Unlock")
    with qtbot.assertNotEmitted(page.passphrase_given, wait=20):
        press(page, "Unlocking")


def test_letters_are_no_try_of_a_pin(page: LockPage, qtbot: QtBot) -> None:
    page.show_person(DIAZ)
    type_secret(qtbot, page, GOOD)
    with qtbot.assertNotEmitted(page.pin_given, wait=20):
        press(page, "Unlock")
    assert page.problem() == "A PIN has only digits. This was not counted as a try."


def test_an_empty_passphrase_is_not_tried(page: LockPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.passphrase_given, wait=20):
        press(page, "Unlock")


def test_a_wrong_passphrase_is_explained_and_kept_for_correction(page: LockPage, qtbot: QtBot) -> None:
    type_secret(qtbot, page, GOOD)
    press(page, "Unlock")
    page.show_problem(WrongPassphrase.sentence)
    assert page.problem() == WrongPassphrase.sentence
    assert page._secret.text() == GOOD
    assert page._secret.isEnabled()


def test_too_many_tries_count_down(page: LockPage, qtbot: QtBot) -> None:
    page.show_problem("Too many wrong tries.", wait_seconds=2)
    assert page.problem().endswith("2 s left.")
    assert not page._secret.isEnabled()
    page._waiting.timeout.emit()
    assert page.problem().endswith("1 s left.")
    page._waiting.timeout.emit()
    assert page.problem() == ""
    assert page._secret.isEnabled()


def test_a_pin_is_enough_while_the_key_is_held(page: LockPage, qtbot: QtBot) -> None:
    page.show_person(DIAZ)
    type_secret(qtbot, page, "4711")
    with qtbot.waitSignal(page.pin_given, timeout=20_000) as given:
        press(page, "Unlock")
    assert given.args == [DIAZ.id, "4711"]


def test_after_too_many_pins_the_passphrase_is_asked(page: LockPage, qtbot: QtBot) -> None:
    page.show_person(DIAZ)
    page.require_passphrase()
    type_secret(qtbot, page, GOOD)
    with qtbot.waitSignal(page.passphrase_given, timeout=20_000):
        press(page, "Unlock")


def test_switching_the_person_forgets_what_was_typed(page: LockPage, qtbot: QtBot) -> None:
    type_secret(qtbot, page, GOOD)
    page.show_person(DIAZ)
    assert page._secret.text() == ""


def test_the_recovery_code_comes_with_a_new_passphrase(page: LockPage, qtbot: QtBot) -> None:
    press(page, "Use recovery code")
    recovery = page._recovery
    assert recovery is not None
    write(recovery.code.line, "ABCD-EFGH")
    with qtbot.assertNotEmitted(page.recovery_given, wait=20):
        press(page, "Unlock")
    for field in (recovery.fresh.first, recovery.fresh.second):
        write(field.line, GOOD)
    with qtbot.waitSignal(page.recovery_given, timeout=20_000) as given:
        press(page, "Unlock")
    assert given.args == [OKAFOR.id, "ABCD-EFGH", GOOD]


def test_a_backup_can_be_restored_from_here(page: LockPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.restore_asked, timeout=20_000):
        press(page, "Restore a backup")


def test_the_first_letter_says_that_somebody_is_here(page: LockPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.typing_began, timeout=20_000):
        type_secret(qtbot, page, "g")


def test_the_sample_clinic_shows_its_secrets_and_no_other_does(page: LockPage, qtbot: QtBot) -> None:
    sample = LockPage("Sample", [OKAFOR], "1.0.0", passphrase_problem, SampleSecrets(GOOD, "4711"))
    qtbot.addWidget(sample)
    assert any(GOOD in label.text() and "4711" in label.text() for label in sample.findChildren(QLabel))
    assert not any(GOOD in label.text() for label in page.findChildren(QLabel))


def test_every_input_and_button_has_a_name(page: LockPage) -> None:
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            assert widget.accessibleName() or widget.focusProxy(), widget


def test_who_was_here_last_is_asked_for_and_the_order_stays(qtbot: QtBot) -> None:
    made = LockPage("Clinic", [OKAFOR, DIAZ], "1.0.0", passphrase_problem)
    qtbot.addWidget(made)
    made.begin_with(DIAZ.id)
    assert made._name.text() == "RN Diaz"
    made._choose_by(1)
    assert made._name.text() == "Dr A. Okafor"


def test_ways_in_with_long_words_take_a_further_row(qtbot: QtBot) -> None:
    made = LockPage("Clinic", [DIAZ], "1.0.0", passphrase_problem)
    qtbot.addWidget(made)
    made._other.setText("Usar la frase de contraseña de siempre")
    with qtbot.waitExposed(made):
        made.show()
    made.resize(900, 700)
    for way in (made._other, made._recover):
        assert way.width() >= way.sizeHint().width()
    assert made._recover.y() > made._other.y()

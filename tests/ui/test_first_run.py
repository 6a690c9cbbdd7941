"""The first start asks for everything once, checks it in words, and hands it on in one piece."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.people import Paper
from mbb_desktop.storage.passphrase import passphrase_problem
from mbb_desktop.storage.recovery_code import new_recovery_code
from mbb_desktop.ui.editors import LineEditor
from mbb_desktop.ui.first_run import FirstRun
from mbb_desktop.workflow.unlock import NewClinic

from .hands import press

CODE = new_recovery_code()
GOOD = "gravel lantern oyster violin"


@pytest.fixture
def first_run(qtbot: QtBot) -> FirstRun:
    made = FirstRun(passphrase_problem, CODE, "1.0.0")
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def fill(form: QWidget, name: str, text: str) -> None:
    editor = form.findChild(LineEditor, name)
    assert isinstance(editor, LineEditor)
    editor.line.setText(text)


def to_clinic(first_run: FirstRun, qtbot: QtBot) -> None:
    press(first_run, "New clinic")


def to_physician(first_run: FirstRun, qtbot: QtBot) -> None:
    to_clinic(first_run, qtbot)
    fill(first_run, "clinic_name", "Riverside Pain Clinic")
    fill(first_run, "phone", "(555) 010-0100")
    first_run._clinic.form.editor("paper").set_value(Paper.LETTER)
    press(first_run, "Continue")


def to_recovery(first_run: FirstRun, qtbot: QtBot) -> None:
    to_physician(first_run, qtbot)
    fill(first_run, "name", "A. Okafor")
    fill(first_run, "credentials", "MD")
    fill(first_run, "pin", "4711")
    first_run._physician.secret.first.set_value(GOOD)
    first_run._physician.secret.second.set_value(GOOD)
    press(first_run, "Continue")


def test_the_sample_clinic_is_one_click_away(first_run: FirstRun, qtbot: QtBot) -> None:
    with qtbot.waitSignal(first_run.sample_asked, timeout=20_000):
        press(first_run, "Open the sample clinic")


def test_a_step_is_left_only_when_it_is_complete(first_run: FirstRun, qtbot: QtBot) -> None:
    to_clinic(first_run, qtbot)
    press(first_run, "Continue")
    assert first_run.step() == 1
    assert first_run._clinic.form.field("clinic_name").sentence().startswith("The name is missing.")
    assert first_run._clinic.form.field("paper").sentence() == "Choose the paper that your printer holds."


def test_the_cursor_waits_in_the_first_field(first_run: FirstRun, qtbot: QtBot) -> None:
    to_clinic(first_run, qtbot)
    editor = first_run._clinic.form.editor("clinic_name")
    assert isinstance(editor, LineEditor)
    assert editor.line.hasFocus()


@pytest.mark.parametrize("weak", ["short", "Riverside Pain Clinic", "password password"])
def test_a_weak_passphrase_is_refused_with_the_rules_sentence(
    first_run: FirstRun, qtbot: QtBot, weak: str
) -> None:
    to_physician(first_run, qtbot)
    secret = first_run._physician.secret
    secret.first.set_value(weak)
    secret.second.set_value(weak)
    press(first_run, "Continue")
    assert first_run.step() == 2
    assert secret.problems()[0].endswith(".")
    assert secret.strength() < 50


def test_the_two_passphrases_must_be_the_same(first_run: FirstRun, qtbot: QtBot) -> None:
    to_physician(first_run, qtbot)
    secret = first_run._physician.secret
    secret.first.set_value(GOOD)
    secret.second.set_value(GOOD + "s")
    assert secret.problems() == ("", "The two are not the same.")


@pytest.mark.parametrize(
    ("pin", "fits"), [("471", False), ("4711", True), ("47114711", True), ("471147114", False)]
)
def test_a_pin_has_four_to_eight_digits(first_run: FirstRun, qtbot: QtBot, pin: str, fits: bool) -> None:
    to_physician(first_run, qtbot)
    fill(first_run, "pin", pin)
    assert ("pin" not in first_run._physician.form.problems()) is fits


def test_the_whole_code_must_be_typed_back(first_run: FirstRun, qtbot: QtBot) -> None:
    to_recovery(first_run, qtbot)
    first_run._recovery.fresh.typed.set_value(CODE[:9])
    with qtbot.assertNotEmitted(first_run.clinic_made, wait=20):
        press(first_run, "Create clinic")
    first_run._recovery.fresh.typed.set_value(CODE.lower().replace("-", " "))
    with qtbot.waitSignal(first_run.clinic_made, timeout=20_000) as made:
        press(first_run, "Create clinic")
    assert made.args == [
        NewClinic(
            clinic_name="Riverside Pain Clinic",
            phone="(555) 010-0100",
            paper=Paper.LETTER,
            name="A. Okafor",
            credentials="MD",
            passphrase=GOOD,
            pin="4711",
            recovery_code=CODE,
        )
    ]


def test_the_code_is_shown_whole_and_can_be_saved_and_printed(first_run: FirstRun, qtbot: QtBot) -> None:
    to_recovery(first_run, qtbot)
    shown = [
        label.text() for label in first_run._recovery.findChildren(QLabel) if label.property("kind") == "code"
    ]
    assert "-".join(shown) == CODE
    for words, asked in (("Save as PDF", first_run.save_code_asked), ("Print", first_run.print_code_asked)):
        with qtbot.waitSignal(asked, timeout=20_000) as signal:
            press(first_run, words)
        assert signal.args == [CODE]


def test_going_back_keeps_what_was_typed(first_run: FirstRun, qtbot: QtBot) -> None:
    to_physician(first_run, qtbot)
    press(first_run, "Back")
    assert first_run.step() == 1
    assert first_run.entered().clinic_name == "Riverside Pain Clinic"


def test_wiping_forgets_every_secret(first_run: FirstRun, qtbot: QtBot) -> None:
    to_recovery(first_run, qtbot)
    first_run.wipe()
    assert (first_run.entered().passphrase, first_run.entered().pin) == ("", "")


def test_a_failure_is_explained_and_can_be_tried_again(first_run: FirstRun, qtbot: QtBot) -> None:
    to_recovery(first_run, qtbot)
    first_run.set_busy("Making the record store.")
    assert not first_run._next.isEnabled()
    first_run.show_problem("The disk is full.")
    assert first_run._says.text() == "The disk is full."
    assert first_run._next.isEnabled()

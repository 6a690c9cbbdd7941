"""Inputs take what people type, write it out in full, never clear it, and start with nothing chosen."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.choices import Combo
from mbb_desktop.ui.editors import (
    ChoiceEditor,
    DateEditor,
    DecimalEditor,
    Editor,
    IntegerEditor,
    LineEditor,
    LongTextEditor,
    MultiChoice,
    SecondsEditor,
    SecretEditor,
    TextEditor,
    TimeEditor,
    YesNoEditor,
)
from mbb_desktop.ui.parts import stack

from .hands import click, strike, write


class Two(QWidget):
    """An editor with something after it."""

    def __init__(self, editor: Editor[Any]) -> None:
        super().__init__()
        self.after = TextEditor()
        column = stack(self)
        column.addWidget(editor)
        column.addWidget(self.after)


def shown(qtbot: QtBot, editor: Editor[Any]) -> Two:
    window = Two(editor)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    editor.setFocus()
    return window


def volume() -> DecimalEditor:
    return DecimalEditor(Decimal("0.05"), "mL", highest=Decimal(2))


@pytest.mark.parametrize(
    ("editor", "typed", "value", "written"),
    [
        (DateEditor, "14 mar 1961", date(1961, 3, 14), "14-Mar-1961"),
        (TimeEditor, "1031", time(10, 31), "10:31"),
        (volume, ".5", Decimal("0.5"), "0.5"),
        (volume, "0,5", Decimal("0.5"), "0.5"),
        (volume, "1.0", Decimal(1), "1"),
        (IntegerEditor, "6", 6, "6"),
        (SecondsEditor, "1:12", 72, "72"),
        (SecondsEditor, "2 s", 2, "2 s"),
        (SecondsEditor, "5:01", 301, "301 s"),
        (TextEditor, "  4J2291 ", "4J2291", "4J2291"),
    ],
)
def test_what_is_typed_is_written_out_on_leaving(
    qtbot: QtBot, editor: Any, typed: str, value: object, written: str
) -> None:
    made: LineEditor[Any] = editor()
    window = shown(qtbot, made)
    write(made.line, typed)
    assert made.value() == value
    assert made.text() == typed
    window.after.setFocus()
    assert made.text() == written
    assert made.value() == value


@pytest.mark.parametrize(("typed", "words"), [("2", "Were these minutes?"), ("301", "301 s is 5:01 min")])
def test_a_bare_time_that_may_be_minutes_is_asked_about_before_it_is_kept(
    qtbot: QtBot, typed: str, words: str
) -> None:
    made = SecondsEditor()
    window = shown(qtbot, made)
    write(made.line, typed)
    window.after.setFocus()
    assert made.value() is None
    assert words in made.problem()


@pytest.mark.parametrize("editor", [DateEditor, TimeEditor, volume, IntegerEditor, SecondsEditor])
def test_what_is_not_understood_stays_and_is_explained(qtbot: QtBot, editor: Any) -> None:
    made: LineEditor[Any] = editor()
    window = shown(qtbot, made)
    write(made.line, "about ten")
    window.after.setFocus()
    assert made.text() == "about ten"
    assert made.value() is None
    assert made.problem().endswith(".")


@pytest.mark.parametrize(
    "editor", [DateEditor, TimeEditor, volume, IntegerEditor, SecondsEditor, YesNoEditor]
)
def test_nothing_is_known_at_the_start(qtbot: QtBot, editor: Any) -> None:
    made: Editor[Any] = editor()
    qtbot.addWidget(made)
    assert made.value() is None
    assert made.problem() == ""


def test_setting_a_value_is_no_edit(qtbot: QtBot) -> None:
    editor = volume()
    qtbot.addWidget(editor)
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_value(Decimal("0.50"))
    assert editor.text() == "0.5"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_both_enter_keys_go_to_the_next_field(qtbot: QtBot, key: Qt.Key) -> None:
    editor = volume()
    window = shown(qtbot, editor)
    write(editor.line, ".5")
    strike(editor.line, key)
    assert editor.text() == "0.5"
    assert window.after.line.hasFocus()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("2.05", "Enter 2 or less."), ("0.01", "Enter it in steps of 0.05."), ("-1", "Enter 0 or more.")],
)
def test_a_number_outside_its_bounds_is_explained(qtbot: QtBot, typed: str, sentence: str) -> None:
    editor = volume()
    qtbot.addWidget(editor)
    editor.line.setText(typed)
    assert (editor.value(), editor.problem()) == (None, sentence)


def test_no_editor_is_a_spin_box(qtbot: QtBot) -> None:
    for editor in (volume(), IntegerEditor(), TimeEditor(), DateEditor()):
        qtbot.addWidget(editor)
        assert not editor.findChildren(QAbstractSpinBox)


def test_arrow_keys_do_not_change_a_number(qtbot: QtBot) -> None:
    editor = volume()
    window = shown(qtbot, editor)
    editor.set_value(Decimal("0.5"))
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp):
        strike(editor.line, key)
    assert editor.value() == Decimal("0.5")
    assert not window.after.line.hasFocus()


def test_control_characters_are_refused_in_text(qtbot: QtBot) -> None:
    editor = LongTextEditor()
    qtbot.addWidget(editor)
    editor.area.setPlainText("pain\x07free")
    assert editor.value() == ""
    assert "control character" in editor.problem()


@pytest.mark.parametrize("segmented", [True, False])
def test_a_choice_starts_with_nothing_chosen(qtbot: QtBot, segmented: bool) -> None:
    editor = ChoiceEditor([(1, "1st"), (2, "2nd")], segmented)
    qtbot.addWidget(editor)
    assert editor.value() is None
    editor.set_value(2)
    assert (editor.value(), editor.text()) == (2, "2nd")
    editor.set_value(None)
    assert editor.value() is None


def test_a_segment_pressed_again_is_let_up(qtbot: QtBot) -> None:
    editor = YesNoEditor()
    qtbot.addWidget(editor)
    yes, no = editor.inputs()
    edits: list[object] = []
    editor.edited.connect(lambda: edits.append(editor.value()))
    for button in (yes, no, no):
        click(button)
    assert edits == [True, False, None]


def test_segments_are_named_with_their_question(qtbot: QtBot) -> None:
    editor = YesNoEditor()
    qtbot.addWidget(editor)
    editor.name("Pregnant")
    assert [button.accessibleName() for button in editor.inputs()] == ["Pregnant: Yes", "Pregnant: No"]


@pytest.fixture
def beside(qtbot: QtBot) -> tuple[QWidget, list[QWidget]]:
    """A line, Female or Male, and another line, with the keyboard in the first."""
    window, sex = QWidget(), ChoiceEditor([("f", "Female"), ("m", "Male"), ("x", "Not known")])
    before, after = QLineEdit(), QLineEdit()
    column = QVBoxLayout(window)
    for part in (before, sex, after):
        column.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    before.setFocus()
    return window, [before, *sex.inputs(), after]


def _choose(window: QWidget, *pressed: Qt.Key) -> None:
    for key in pressed:
        QTest.keyClick(window.windowHandle(), key)


TAB, SPACE, ENTER, RIGHT = Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Right


def _down(parts: list[QWidget]) -> list[str]:
    return [b.text() for b in parts if isinstance(b, QPushButton) and b.isChecked()]


def test_tab_after_a_choice_leaves_the_choice(beside: tuple[QWidget, list[QWidget]]) -> None:
    window, parts = beside
    _choose(window, TAB, SPACE, TAB, SPACE)
    assert _down(parts) == ["Female"]
    assert parts[-1].hasFocus()


@pytest.mark.parametrize("take", [SPACE, ENTER], ids=["space", "enter"])
def test_the_arrows_move_in_a_choice_and_change_nothing(
    beside: tuple[QWidget, list[QWidget]], take: Qt.Key
) -> None:
    window, parts = beside
    _choose(window, TAB, RIGHT, RIGHT, RIGHT)
    assert parts[3].hasFocus()
    assert _down(parts) == []
    _choose(window, Qt.Key.Key_Left, take)
    assert _down(parts) == ["Male"]
    _choose(window, Qt.Key.Key_Home, TAB)
    assert parts[-1].hasFocus()
    QTest.keyClick(window.windowHandle(), TAB, Qt.KeyboardModifier.ShiftModifier)
    assert parts[2].hasFocus()


def test_enter_passes_a_choice_by(beside: tuple[QWidget, list[QWidget]]) -> None:
    window, parts = beside
    _choose(window, TAB, ENTER)
    assert _down(parts) == []


def test_several_can_be_chosen_in_the_order_offered(qtbot: QtBot) -> None:
    editor = MultiChoice([("latex", "Latex"), ("iodine", "Iodine"), ("amide", "Amides")], columns=2)
    qtbot.addWidget(editor)
    for box in reversed(editor.inputs()):
        click(box)
    assert editor.value() == ("latex", "iodine", "amide")
    editor.set_value(("iodine",))
    assert editor.value() == ("iodine",)


def test_a_passphrase_is_hidden_pasted_and_shown_on_demand(qtbot: QtBot) -> None:
    editor = SecretEditor()
    qtbot.addWidget(editor)
    QGuiApplication.clipboard().setText(" gravel lantern ")
    editor.line.paste()
    assert editor.value() == " gravel lantern "
    assert "gravel" not in editor.line.displayText()
    click(editor._eye)
    assert editor.line.displayText() == " gravel lantern "
    editor.wipe()
    assert (editor.value(), editor.line.isUndoAvailable()) == ("", False)


def test_a_pin_has_digits_only(qtbot: QtBot) -> None:
    editor = SecretEditor(digits_only=True)
    qtbot.addWidget(editor)
    editor.line.setText("12a4")
    assert (editor.value(), editor.problem()) == ("", "A PIN has only digits.")


def test_a_text_that_no_paper_can_hold_is_told_and_not_cut(qtbot: QtBot) -> None:
    editor = LongTextEditor(max_length=10)
    qtbot.addWidget(editor)
    editor.set_value("x" * 13)
    assert editor.problem() == "The text is too long. Shorten it by 3 characters."
    editor.set_value("x" * 10)
    assert (editor.problem(), editor.value()) == ("", "x" * 10)


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
@pytest.mark.parametrize("rows", [2, 9])
def test_a_list_opens_with_every_row(qtbot: QtBot, rows: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    combo = Combo(window)
    combo.addItems([f"Item {at}" for at in range(rows)])
    window.show()
    combo.showPopup()
    view = combo.view()
    assert view.visualRect(view.model().index(rows - 1, 0)).bottom() <= view.viewport().height()
    combo.hidePopup()


def test_the_eye_stays_small_beside_a_narrow_line(qtbot: QtBot) -> None:
    secret = SecretEditor()
    qtbot.addWidget(secret)
    secret.set_width(140)
    secret.resize(500, 40)
    secret.show()
    qtbot.waitUntil(lambda: secret._eye.width() > 0, timeout=20_000)
    assert secret._eye.width() <= 40

"""A card answers Enter as it answers Space: the button that has the keyboard is pressed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.parts import Button


class Question(DialogCard):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "Question")
        self.pressed: list[str] = []


@pytest.fixture
def card(qtbot: QtBot) -> Iterator[Question]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = Question(window)
    for words in ("Cancel", "Save"):
        button = Button(words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _on=False, words=words: made.pressed.append(words))
        made.buttons.addWidget(button)
    made.findChildren(Button)[1].setDefault(True)
    made.open()
    made.activateWindow()
    QApplication.processEvents()
    yield made
    made.dismiss()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space], ids=str)
def test_the_focused_button_is_pressed(card: Question, key: Qt.Key) -> None:
    cancel, _save = card.findChildren(Button)
    cancel.setFocus()
    QTest.keyClick(cancel, key)
    assert card.pressed == ["Cancel"]


def test_a_greyed_button_is_not_pressed_by_enter(card: Question) -> None:
    cancel, save = card.findChildren(Button)
    cancel.setFocus()
    save.setEnabled(False)
    cancel.setEnabled(False)
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert card.pressed == []


def test_its_head_stays_where_it_is_while_somebody_types(card: Question) -> None:
    def grow() -> None:
        card.body.addWidget(QLabel("one\nmore\nanswer"))
        card.fit()
        QApplication.processEvents()

    typed = QLineEdit()
    card.body.addWidget(typed)
    card.fit()
    QApplication.processEvents()
    before = card.y()
    grow()
    middle = card.y()
    assert middle < before, "it is in the middle"
    QTest.keyClick(typed, Qt.Key.Key_A)
    grow()
    assert card.y() == middle

"""What was done is said and can be undone; what failed is said in words, never with a patient's name."""

import logging

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.access import Permission
from mbb_desktop.storage.errors import BrokenRule, DiskFull
from mbb_desktop.ui.dialog_card import Backdrop, DialogCard
from mbb_desktop.ui.messages import TOAST_MS, Messages, NotSavedBar, Toast, explain
from mbb_desktop.ui.parts import words
from mbb_desktop.workflow.desk import NotAllowed

from .conftest import NOW
from .hands import press, strike


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.resize(1100, 700)
        self.bar = NotSavedBar()
        self.bar.setParent(self)
        self.messages = Messages(self, self.bar)

    def toast(self) -> Toast:
        return self.findChildren(Toast)[0]


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_toast_stays_six_seconds(window: Window) -> None:
    window.messages.toast("Draft discarded.")
    assert window.toast().isVisible()
    assert window.toast()._timer.remainingTime() > TOAST_MS - 1000
    window.toast()._timer.timeout.emit()
    assert not window.toast().isVisible()


def test_pointing_at_a_toast_keeps_it(window: Window) -> None:
    window.messages.toast("Draft discarded.")
    place = QPointF(5, 5)
    QApplication.sendEvent(window.toast(), QEnterEvent(place, place, place))
    assert not window.toast()._timer.isActive()
    QApplication.sendEvent(window.toast(), QEvent(QEvent.Type.Leave))
    assert window.toast()._timer.isActive()


class Draft(QObject):
    def undo(self) -> None:
        raise AssertionError("it is gone")


def test_undo_goes_with_what_it_belongs_to(window: Window, qtbot: QtBot) -> None:
    draft = Draft()
    window.messages.toast("Side changed.", draft.undo)
    assert window.toast()._undo.isVisible()
    with qtbot.waitSignal(draft.destroyed):
        draft.deleteLater()
    assert window.toast().isVisible()
    assert not window.toast()._undo.isVisible()


def test_the_undo_of_a_later_toast_stays(window: Window, qtbot: QtBot) -> None:
    draft, undone = Draft(), list[str]()
    window.messages.toast("Side changed.", draft.undo)
    window.messages.toast("Draft discarded.", lambda: undone.append("back"))
    with qtbot.waitSignal(draft.destroyed):
        draft.deleteLater()
    press(window.toast(), "Undo")
    assert undone == ["back"]


def test_undo_puts_it_back_once(window: Window, qtbot: QtBot) -> None:
    undone: list[str] = []
    window.messages.toast("Draft discarded.", lambda: undone.append("draft"))
    press(window.toast(), "Undo")
    assert undone == ["draft"]
    assert not window.toast().isVisible()
    assert window.toast().text() == ""


def test_a_failed_save_stays_in_red_until_it_is_saved(window: Window, qtbot: QtBot) -> None:
    tried: list[int] = []
    window.messages.not_saved(NOW, DiskFull(), lambda: tried.append(1))
    assert window.bar.text().startswith("Not saved since 11:05. The disk is full.")
    press(window.bar, "Try again")
    assert tried == [1]
    assert window.bar.isVisible()
    window.messages.saved_again()
    assert not window.bar.isVisible()


def test_the_verb_of_a_question_acts(window: Window, qtbot: QtBot) -> None:
    done: list[int] = []
    card = window.messages.ask(
        "Discard the draft?", "It stays for 7 days.", "Discard", lambda: done.append(1)
    )
    press(card, "Discard")
    assert done == [1]
    assert not window.findChildren(Backdrop) or not window.findChildren(Backdrop)[0].isVisible()


def test_escape_answers_no(window: Window, qtbot: QtBot) -> None:
    done: list[int] = []
    card = window.messages.ask(
        "Discard the draft?", "It stays for 7 days.", "Discard", lambda: done.append(1)
    )
    strike(card, Qt.Key.Key_Escape)
    assert done == []
    assert not card.isVisible()


def test_enter_cancels_where_the_verb_is_dangerous(window: Window, qtbot: QtBot) -> None:
    done: list[int] = []
    card = window.messages.ask(
        "Restore?", "Today is replaced.", "Restore", lambda: done.append(1), danger=True
    )
    strike(card, Qt.Key.Key_Return)
    assert done == []
    assert not card.isVisible()


def test_clearing_closes_a_question_without_an_answer(window: Window, qtbot: QtBot) -> None:
    answers: list[str] = []
    card = window.messages.ask("Discard?", "It stays.", "Discard", lambda: answers.append("yes"))
    card.rejected.connect(lambda: answers.append("no"))
    window.messages.clear()
    assert answers == []
    assert not card.isVisible()


def test_a_long_card_fits_the_window(window: Window) -> None:
    card = window.messages.tell("Much to say", "Many words. " * 800)
    assert card.height() <= 640
    card.dismiss()


def test_known_errors_are_explained() -> None:
    assert explain(DiskFull()) == DiskFull.sentence
    assert "administrator" in (explain(NotAllowed(Permission.SIGN)) or "")
    assert "No space left" in (explain(OSError(28, "No space left on device")) or "")


@pytest.mark.parametrize("error", [KeyError("MARSH"), ValueError("MARSH"), BrokenRule("rule")])
def test_our_mistakes_are_not_explained_away(error: Exception) -> None:
    assert explain(error) is None


@pytest.mark.expect_errors
def test_a_mistake_of_ours_is_logged_without_patient_data(
    window: Window, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        card = window.messages.tell_error(ValueError("MARSH, Eleanor"))
    assert "ValueError" in caplog.text
    assert "MARSH" not in caplog.text
    assert card.accessibleName() == "The program made a mistake"
    card.dismiss()


def test_a_card_makes_room_for_what_comes_while_it_is_open(window: Window, qtbot: QtBot) -> None:
    card = DialogCard(window, "Card")
    card.open()
    QApplication.processEvents()
    before = card.height()
    card.body.addWidget(words("\n".join(["one more line"] * 6), "body"))
    card.fit()
    QApplication.processEvents()
    assert card.height() >= before + 60
    card.dismiss()

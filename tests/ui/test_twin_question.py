"""Two people with nearly one name: what differs is asked, and what is asked is not shown."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient
from mbb_desktop.ui.room_inputs import ExpiryEditor
from mbb_desktop.ui.twin_question import TwinQuestion, asks_birthday
from tests.ui.editing import elena, marsh

AT = datetime(2026, 11, 24, 10, 0)
ELEANOR = replace(marsh(AT), id=UUID(int=1))
ELENA = replace(elena(AT), id=UUID(int=2))
SAME_DAY = replace(ELENA, born=date(1950, 3, 14))


def shown(question: TwinQuestion) -> str:
    return " ".join(label.text() for label in question.findChildren(QLabel))


def asked(qtbot: QtBot, twin: Patient) -> TwinQuestion:
    question = TwinQuestion(ELEANOR, [twin], "Left L4-5")
    qtbot.addWidget(question)
    return question


def test_different_birthdays_are_asked_for(qtbot: QtBot) -> None:
    question = asked(qtbot, ELENA)
    assert "Day and month of birth" in shown(question)
    assert "14-Mar" not in shown(question)
    assert "14-May-1961" in shown(question)


def test_with_the_same_birthday_the_record_number_is_asked_for(qtbot: QtBot) -> None:
    assert not asks_birthday(ELEANOR, [SAME_DAY])
    question = asked(qtbot, SAME_DAY)
    assert "Last four characters of the MRN" in shown(question)
    assert "004 1187" not in shown(question)
    question.digits.setText("1187")
    assert question.is_right()


def test_one_of_several_twins_with_the_same_birthday_is_enough(qtbot: QtBot) -> None:
    assert not asks_birthday(ELEANOR, [ELENA, SAME_DAY])


@pytest.mark.parametrize("month", ["3", "03", "mar", "Mar"])
def test_the_month_is_written_as_people_write_it(qtbot: QtBot, month: str) -> None:
    question = asked(qtbot, ELENA)
    question.day.setText("14")
    question.month.setText(month)
    question.month.textEdited.emit(month)
    assert question.is_right()
    assert question.verdict() == "This is MARSH, Eleanor."


@pytest.mark.parametrize(("month", "word"), [(1, "ene"), (4, "ABR"), (8, "ago"), (12, "dic")])
def test_the_months_of_spanish_windows_are_understood(qtbot: QtBot, month: int, word: str) -> None:
    question = TwinQuestion(replace(ELEANOR, born=date(1961, month, 14)), [ELENA], "Left L4-5")
    qtbot.addWidget(question)
    question.day.setText("14")
    question.month.setText(word)
    assert question.is_right()


@pytest.mark.parametrize("written", ["ago 2027", "Aug 2027", "agosto 2027", "08/2027"])
def test_the_expiry_of_a_vial_is_read_in_both_languages(qtbot: QtBot, written: str) -> None:
    editor = ExpiryEditor(AT.date())
    qtbot.addWidget(editor)
    assert editor.read(written) == date(2027, 8, 31)


def test_the_twins_answer_says_stop(qtbot: QtBot) -> None:
    question = asked(qtbot, ELENA)
    question.day.setText("14")
    question.month.setText("5")
    question.month.textEdited.emit("5")
    assert not question.is_right()
    assert question.verdict() == "Stop. This is MARSH, Elena, another patient."


def test_without_a_record_number_the_birthday_is_still_asked(qtbot: QtBot) -> None:
    nameless = replace(ELENA, identifiers=(Identifier(IdentifierKind.OTHER, "x"),))
    assert "not recorded" in shown(asked(qtbot, nameless))

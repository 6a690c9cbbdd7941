"""A form shows a record, gives back the changed one, and says beside each field what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.editors import DateEditor, LineEditor, TextEditor
from mbb_desktop.ui.record_form import RecordForm


@dataclass(frozen=True, slots=True)
class Person:
    family: str = "MARSH"
    born: date | None = date(1961, 3, 14)
    mrn: str = "004 1187"
    version: int = 3


def check(person: Person) -> Mapping[str, str]:
    found = {}
    if not person.family:
        found["family"] = "The family name is missing. Enter it as on the wristband."
    if person.born and person.born.year < 1900:
        found["born"] = "Check the year of birth."
    return found


@pytest.fixture
def form(qtbot: QtBot) -> RecordForm[Person]:
    made = RecordForm(Person(), check, columns=2)
    made.add_field("family", "Family name", TextEditor())
    made.add_field("born", "Born", DateEditor(), hint="Day, month, year.")
    qtbot.addWidget(made)
    made.show()
    return made


def type_into(form: RecordForm[Person], name: str, text: str) -> None:
    editor = form.editor(name)
    assert isinstance(editor, LineEditor)
    editor.line.setText(text)
    editor.line.textEdited.emit(text)


def test_the_record_keeps_what_the_form_does_not_show(form: RecordForm[Person]) -> None:
    type_into(form, "family", "MARIN")
    assert form.record() == Person(family="MARIN")


def test_a_form_is_dirty_only_while_something_differs(form: RecordForm[Person]) -> None:
    assert not form.is_dirty()
    type_into(form, "family", "MARIN")
    assert form.is_dirty()
    form.show_record(Person(family="MARIN"))
    assert not form.is_dirty()


def test_what_cannot_be_read_makes_the_form_dirty(form: RecordForm[Person]) -> None:
    form.show_record(Person(born=None))
    type_into(form, "born", "in spring")
    assert form.record().born is None
    assert form.is_dirty()
    assert form.problems()["born"].startswith("This is not a date.")


def test_an_edit_names_its_field(form: RecordForm[Person], qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.edited) as edited:
        type_into(form, "born", "15 mar 1961")
    assert edited.args == ["born"]


def test_a_missing_value_is_said_when_it_is_needed(form: RecordForm[Person]) -> None:
    type_into(form, "family", "")
    form.editor("family").left.emit()
    assert not form.field("family").is_wrong()
    assert form.show_problems()
    assert form.field("family").sentence().startswith("The family name is missing.")


def test_an_odd_value_is_said_on_leaving_and_gone_when_it_is_right(form: RecordForm[Person]) -> None:
    type_into(form, "born", "14 mar 1861")
    form.editor("born").left.emit()
    assert form.field("born").sentence() == "Check the year of birth."
    type_into(form, "born", "14 mar 1961")
    assert form.field("born").sentence() == "Day, month, year."


def test_the_first_problem_gets_the_keyboard(form: RecordForm[Person]) -> None:
    form.activateWindow()
    type_into(form, "born", "in spring")
    type_into(form, "family", "")
    form.show_problems()
    family = form.editor("family")
    assert isinstance(family, LineEditor)
    assert family.line.hasFocus()


def test_every_input_has_its_label_as_name_and_its_problem_as_description(form: RecordForm[Person]) -> None:
    type_into(form, "family", "")
    form.show_problems()
    [line] = form.editor("family").inputs()
    assert line.accessibleName() == "Family name"
    assert line.accessibleDescription().startswith("The family name is missing.")

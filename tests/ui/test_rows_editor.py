"""Several small records in one field."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.flow import FlowLayout
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.rows_editor import RowsEditor
from tests.ui.sample import let_go


@dataclass(frozen=True)
class Pet:
    name: str = ""
    kind: str = ""


def build(row: RecordForm[Pet]) -> None:
    row.add_field("name", "Name", TextEditor())
    row.add_field("kind", "Kind", TextEditor())


@pytest.fixture
def rows(qtbot: QtBot) -> Iterator[RowsEditor[Pet]]:
    editor = RowsEditor(Pet(), build, "Add a pet", 2, lambda pet: "" if pet.kind else "Which kind?")
    qtbot.addWidget(editor)
    yield editor
    let_go()  # removed rows, while the editor is still there


def test_it_starts_empty(rows: RowsEditor[Pet]) -> None:
    assert rows.value() == ()
    assert rows.problem() == ""


def test_what_was_set_is_there(rows: RowsEditor[Pet]) -> None:
    pets = (Pet("Rex", "dog"), Pet("Mia", "cat"))
    rows.set_value(pets)
    assert rows.value() == pets
    rows.set_value(())
    assert rows.forms() == []


def test_a_blank_row_is_no_record(rows: RowsEditor[Pet]) -> None:
    rows.add_row()
    assert rows.value() == ()
    assert rows.problem() == ""


def test_what_a_row_lacks_is_said(rows: RowsEditor[Pet]) -> None:
    rows.add_row(Pet("Rex"))
    assert rows.problem() == "Which kind?"


def test_adding_and_removing_are_edits(rows: RowsEditor[Pet]) -> None:
    edits: list[bool] = []
    rows.edited.connect(lambda: edits.append(True))
    form = rows.add_row(Pet("Rex", "dog"))
    rows.remove_row(form)
    assert (len(edits), rows.value()) == (2, ())


def test_setting_the_same_again_keeps_the_inputs(rows: RowsEditor[Pet]) -> None:
    rows.set_value((Pet("Rex", "dog"),))
    before = rows.forms()
    rows.set_value((Pet("Rex", "dog"),))
    assert rows.forms() == before


def test_widgets_flow_into_further_rows(qapp: object) -> None:
    holder = QWidget()
    flow = FlowLayout(holder, across=10, down=5)
    for _ in range(3):
        part = QWidget()
        part.setFixedSize(100, 20)
        flow.addWidget(part)
    assert flow.heightForWidth(330) == 20
    assert flow.heightForWidth(220) == 45
    assert flow.heightForWidth(50) == 70

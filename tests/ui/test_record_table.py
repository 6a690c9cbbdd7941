"""Rows are records: moved through with the keyboard, opened with Enter, painted without widgets."""

from dataclasses import dataclass
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.chips import Chip, SideChip
from mbb_desktop.ui.record_table import RECORD, SORT, Column, RecordTable
from mbb_desktop.ui.table_paint import CellLook, cut_words

from .hands import click, double_click, strike


@dataclass(frozen=True, slots=True)
class Case:
    time: str
    name: str
    born: str
    status: str = "Draft"


CASES = [
    Case("10:20", "MARSH, Eleanor", "14-Mar-1961 (65 y)   004 1187"),
    Case("11:00", "HADDAD, Samir", "27-Jul-1966 (60 y)   004 1142"),
    Case("13:00", "MARSH, Elena", "14-May-1961 (65 y)   004 0655", "Scheduled"),
]
COLUMNS: list[Column[Case]] = [
    Column("Time", lambda case: case.time, sort=lambda case: case.time, width=70),
    Column("Patient", lambda case: case.name, second=lambda case: case.born),
    Column(
        "Status", lambda case: "", chips=lambda case: (Chip(case.status), SideChip("L", False)), width=180
    ),
    Column("", lambda case: "", action=lambda case: "Document" if case.status == "Draft" else "", width=120),
]


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable[Case]:
    made: RecordTable[Case] = RecordTable(COLUMNS, "Block list")
    made.resize(800, 400)
    made.show_records(CASES)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def middle(table: RecordTable[Case], row: int, column: int) -> QPoint:
    return table.visualRect(table.records_model.index(row, column)).center()


def test_up_down_and_enter_work_without_a_mouse(table: RecordTable[Case], qtbot: QtBot) -> None:
    opened: list[object] = []
    table.opened.connect(opened.append)
    table.select(0)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        strike(table, key)
    assert opened == [CASES[1], CASES[1]]


def test_the_whole_row_is_the_target(table: RecordTable[Case], qtbot: QtBot) -> None:
    for column in range(len(COLUMNS) - 1):
        table.select(0)
        click(table.viewport(), middle(table, 2, column))
        assert table.current() == CASES[2]


def test_a_double_click_opens(table: RecordTable[Case], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.opened) as opened:
        double_click(table.viewport(), middle(table, 1, 1))
    assert opened.args == [CASES[1]]


def test_the_painted_button_acts_on_its_row(table: RecordTable[Case], qtbot: QtBot) -> None:
    cell = table.visualRect(table.records_model.index(1, 3))
    with qtbot.waitSignal(table.acted) as acted:
        click(table.viewport(), QPoint(cell.right() - 40, cell.center().y()))
    assert acted.args == [CASES[1], "Document"]


def test_a_row_without_a_button_has_none(table: RecordTable[Case], qtbot: QtBot) -> None:
    cell = table.visualRect(table.records_model.index(2, 3))
    with qtbot.assertNotEmitted(table.acted):
        click(table.viewport(), QPoint(cell.right() - 40, cell.center().y()))


def test_the_chosen_row_stays_chosen_when_the_list_changes(table: RecordTable[Case]) -> None:
    table.select(2)
    table.show_records([CASES[2], CASES[0]], key=lambda case: case.name)
    assert table.current() == CASES[2]
    assert table.currentIndex().row() == 0


def test_a_chosen_row_that_is_gone_chooses_nothing_else(table: RecordTable[Case]) -> None:
    table.select(0)
    table.show_records(CASES[1:], key=lambda case: case.name)
    assert table.current() is None


def test_a_screen_reader_hears_two_lines_chips_and_the_action(table: RecordTable[Case]) -> None:
    model = table.records_model
    said = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(1, 4)]
    assert said == ["MARSH, Eleanor, 14-Mar-1961 (65 y)   004 1187", "Draft, left, planned", "Document"]


def test_words_that_have_no_room_are_whole_in_the_tip(qapp: QApplication) -> None:
    look = CellLook(text="L5-S1", second="Documented for the wrong patient")
    assert cut_words(look, QRectF(0, 0, 90, 48)) == "Documented for the wrong patient"
    assert cut_words(look, QRectF(0, 0, 400, 48)) == ""


def test_the_model_gives_the_record_and_what_to_sort_by(table: RecordTable[Case]) -> None:
    index = table.records_model.index(2, 0)
    assert (index.data(RECORD), index.data(SORT)) == (CASES[2], "13:00")


def test_no_cell_is_a_widget_or_can_be_edited(table: RecordTable[Case]) -> None:
    assert table.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    assert all(
        table.indexWidget(table.records_model.index(row, column)) is None
        for row in range(len(CASES))
        for column in range(len(COLUMNS))
    )


def test_rows_are_ticked_by_key_and_by_mouse(qtbot: QtBot) -> None:
    table: RecordTable[Case] = RecordTable(COLUMNS, "Letters", checkable=True)
    qtbot.addWidget(table)
    table.resize(800, 400)
    table.show_records(CASES)
    table.show()
    table.select(2)
    strike(table, Qt.Key.Key_Space)
    box = table.visualRect(table.records_model.index(0, 0))
    click(table.viewport(), QPoint(box.left() + 15, box.center().y()))
    assert table.checked() == [CASES[0], CASES[2]]


def test_the_next_page_is_asked_for_at_the_end(table: RecordTable[Case], qtbot: QtBot) -> None:
    table.show_records(CASES * 30)
    with qtbot.waitSignal(table.more_needed):
        table.scrollToBottom()
    table.append_records(CASES)
    assert len(table.records()) == 93


def test_a_header_asks_for_an_order(table: RecordTable[Case], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.sort_asked) as asked:
        table.horizontalHeader().sectionClicked.emit(0)
    assert asked.args[0] == 0
    with qtbot.assertNotEmitted(table.sort_asked):
        table.horizontalHeader().sectionClicked.emit(1)


def test_a_column_that_identifies_a_patient_is_never_squeezed_away(table: RecordTable[Case]) -> None:
    table.resize(300, 400)
    assert table.columnWidth(1) >= 160


def test_twenty_thousand_rows_are_shown_at_once(qtbot: QtBot) -> None:
    table: RecordTable[Case] = RecordTable(COLUMNS, "Patients")
    qtbot.addWidget(table)
    table.resize(800, 400)
    table.show()
    began = perf_counter()
    table.show_records(CASES * 7_000)
    table.grab()
    assert perf_counter() - began < 0.5

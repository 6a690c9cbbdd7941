"""One key is one score, and ten is never taken for one and zero."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.response import BEFORE, Series
from mbb_desktop.ui.pain_grid import GridFacts, Head, PainGrid
from mbb_desktop.ui.score_box import Cell, Place

SLOTS = (BEFORE, 15, 30, 60)
OPEN = {BEFORE, 15, 30}


def _press(grid: PainGrid, letter: str) -> None:
    QTest.keyClick(grid.windowHandle(), letter)  # type: ignore[call-overload]  # missing in the stub


class Asked:
    """A grid with what was entered in it, as its owner keeps it."""

    def __init__(self, qtbot: QtBot, rows: tuple[Series, ...] = (Series.OVERALL,)) -> None:
        self.scores: dict[Place, Decimal | None] = {}
        self.copied: list[Series] = []
        self.said: list[str] = []
        self.rows = rows
        self.grid = PainGrid()
        qtbot.addWidget(self.grid)
        self.grid.typed.connect(self._take)
        self.grid.erased.connect(lambda series, slot: self._erase((series, slot)))
        self.grid.copy_asked.connect(self.copied.append)
        self.grid.refused.connect(self.said.append)
        self.show()
        self.grid.show()
        self.grid.activateWindow()
        QTest.qWaitForWindowActive(self.grid)

    def show(self) -> None:
        heads = tuple(Head(slot, "11:31", f"{slot} min") for slot in SLOTS)
        cells = {(series, slot): self._cell((series, slot)) for series in self.rows for slot in SLOTS}
        self.grid.show_facts(GridFacts(self.rows, heads, cells))

    def type(self, keys: str, series: Series = Series.OVERALL, slot: int = BEFORE) -> None:
        self.grid.boxes[series, slot].setFocus()
        for key in keys:
            if key == "\n":
                QTest.keyClick(self.grid.windowHandle(), Qt.Key.Key_Return)
            else:
                _press(self.grid, key)

    def row(self, series: Series = Series.OVERALL) -> list[Decimal | None]:
        return [self.scores[series, slot] for slot in SLOTS if (series, slot) in self.scores]

    def _cell(self, place: Place) -> Cell:
        text = "" if place not in self.scores else str(self.scores[place])
        return Cell(text, closed="" if place[1] in OPEN else "due 11:31")

    def _take(self, series: Series, slot: int, score: Decimal | None) -> None:
        self.scores[series, slot] = score
        self.show()

    def _erase(self, place: Place) -> None:
        self.scores.pop(place, None)
        self.show()


def numbers(*scores: int) -> list[Decimal]:
    return [Decimal(score) for score in scores]


def test_a_digit_is_a_score_and_goes_on(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.type("72")
    assert asked.row() == numbers(7, 2)
    assert asked.grid.boxes[Series.OVERALL, 30].hasFocus()


@pytest.mark.parametrize("ends", [Qt.Key.Key_Tab, Qt.Key.Key_Return], ids=["tab", "enter"])
def test_who_ends_each_digit_with_a_key_scores_the_same_times(qtbot: QtBot, ends: Qt.Key) -> None:
    asked = Asked(qtbot)
    for digit in "72":
        _press(asked.grid, digit) if asked.row() else asked.type(digit)
        QTest.keyClick(asked.grid.windowHandle(), ends)
    assert asked.row() == numbers(7, 2)
    assert asked.grid.boxes[Series.OVERALL, 30].hasFocus()


def test_a_second_tab_goes_on(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.type("7")
    for _ in range(2):
        QTest.keyClick(asked.grid.windowHandle(), Qt.Key.Key_Tab)
    assert asked.grid.boxes[Series.OVERALL, 30].hasFocus()


def test_ten_is_ten(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.type("1")
    assert asked.row() == []
    assert asked.grid.boxes[Series.OVERALL, BEFORE].shown() == "1"
    asked.type("0")
    assert asked.row() == numbers(10)


@pytest.mark.parametrize(
    ("keys", "scores"), [("71\n0", (7, 1, 0)), ("1\n", (1,)), ("12", (1, 2)), ("110", (1, 10))]
)
def test_one_is_settled_by_the_next_key(qtbot: QtBot, keys: str, scores: tuple[int, ...]) -> None:
    asked = Asked(qtbot)
    asked.type(keys)
    assert asked.row() == numbers(*scores)


def test_one_is_settled_when_the_box_is_left(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.type("1")
    asked.grid.boxes[Series.OVERALL, 30].setFocus()
    assert asked.row() == numbers(1)


def test_space_settles_one(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.type("1 4")
    assert asked.row() == numbers(1, 4)


def test_a_dash_is_asked_and_not_known(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.type("-5")
    assert asked.row() == [None, Decimal(5)]


def test_delete_takes_a_score_away_and_a_waiting_digit_first(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.type("6")
    box = asked.grid.boxes[Series.OVERALL, BEFORE]
    box.setFocus()
    _press(asked.grid, "1")
    QTest.keyClick(asked.grid.windowHandle(), Qt.Key.Key_Backspace)
    assert asked.row() == numbers(6)
    QTest.keyClick(asked.grid.windowHandle(), Qt.Key.Key_Backspace)
    assert asked.row() == []


def test_a_box_whose_time_has_not_come_takes_nothing(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    later = asked.grid.boxes[Series.OVERALL, 60]
    assert not later.isEnabled()
    assert later.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert later.toolTip() == "due 11:31"
    asked.type("1234")
    assert asked.row() == numbers(1, 2, 3)


def test_at_the_end_of_a_row_the_next_row_goes_on(qtbot: QtBot) -> None:
    asked = Asked(qtbot, (Series.LEFT, Series.RIGHT, Series.OVERALL))
    asked.type("742", Series.LEFT)
    asked.type("3", Series.RIGHT)
    assert asked.row(Series.LEFT) == numbers(7, 4, 2)
    assert asked.row(Series.RIGHT) == numbers(3)


def test_the_equals_sign_asks_for_a_copy_of_the_row(qtbot: QtBot) -> None:
    asked = Asked(qtbot, (Series.LEFT, Series.RIGHT))
    asked.type("=", Series.RIGHT)
    assert asked.copied == [Series.RIGHT]


def test_the_arrows_move_and_change_nothing(qtbot: QtBot) -> None:
    asked = Asked(qtbot, (Series.LEFT, Series.RIGHT))
    asked.grid.boxes[Series.LEFT, BEFORE].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(asked.grid.windowHandle(), key)
    assert asked.grid.boxes[Series.RIGHT, BEFORE].hasFocus()
    assert asked.scores == {}


@pytest.mark.parametrize(
    ("keys", "scores"), [("3.5", ("3.5",)), ("3,52", ("3.5",)), ("34\n", ("3", "4")), ("10\n", ("10",))]
)
def test_half_points_only_where_the_clinic_uses_them(
    qtbot: QtBot, keys: str, scores: tuple[str, ...]
) -> None:
    asked = Asked(qtbot)
    asked.grid.set_half_points(True)
    asked.type(keys)
    assert asked.row()[: len(scores)] == [Decimal(score) for score in scores]


def test_a_hidden_score_cannot_be_seen_or_typed_over(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    box = asked.grid.boxes[Series.OVERALL, BEFORE]
    box.show_cell(Cell("✓", hidden=True))
    assert box.accessibleName() == "Overall: scored, hidden"
    asked.type("5")
    assert asked.row() == []


WHOLE = "Whole numbers from 0 to 10."


@pytest.mark.parametrize(
    ("keys", "before"), [("0.5", ()), ("7.5", ()), ("2,5", ()), ("1.5", ()), ("10.5", ()), ("57.5", (5,))]
)
def test_a_decimal_point_takes_the_score_back_and_nothing_reaches_the_next_box(
    qtbot: QtBot, keys: str, before: tuple[int, ...]
) -> None:
    asked = Asked(qtbot)
    asked.type(keys)
    assert asked.row() == numbers(*before)
    box = asked.grid.boxes[Series.OVERALL, SLOTS[len(before)]]
    assert box.hasFocus()
    assert box.shown() == keys[len(before) :]
    assert "cannot be read" in box.accessibleName()
    assert asked.said[-1] == WHOLE


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Escape])
def test_an_unreadable_score_swallows_keys_until_it_is_corrected(qtbot: QtBot, key: Qt.Key) -> None:
    asked = Asked(qtbot)
    asked.type("0.5 3\n4")
    assert asked.row() == []
    QTest.keyClick(asked.grid.windowHandle(), key)
    assert asked.said[-1] == ""
    for sign in "62":
        _press(asked.grid, sign)
    assert asked.row() == numbers(6, 2)


def test_tab_leaves_an_unreadable_score_empty(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.type("0.5")
    QTest.keyClick(asked.grid.windowHandle(), Qt.Key.Key_Tab)
    _press(asked.grid, "3")
    assert asked.scores == {(Series.OVERALL, 15): Decimal(3)}
    assert asked.grid.boxes[Series.OVERALL, BEFORE].shown() == ""
    assert asked.said[-1] == ""


def test_the_last_open_box_takes_its_score_back_too(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.type("840.5")
    assert asked.row() == numbers(8, 4)
    assert asked.grid.boxes[Series.OVERALL, 30].shown() == "0.5"


def test_a_decimal_point_after_moving_on_by_hand_takes_nothing_back(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.type("7")
    QTest.keyClick(asked.grid.windowHandle(), Qt.Key.Key_Right)
    QTest.keyClick(asked.grid.windowHandle(), Qt.Key.Key_Left)
    for sign in ".5":
        _press(asked.grid, sign)
    assert asked.row() == numbers(7)
    assert asked.grid.boxes[Series.OVERALL, 15].shown() == ".5"


def test_a_letter_is_answered_and_changes_nothing(qtbot: QtBot) -> None:
    asked = Asked(qtbot)
    asked.type("x")
    assert asked.said == [WHOLE]
    asked.type("4")
    assert asked.said == [WHOLE, ""]
    assert asked.row() == numbers(4)


@pytest.mark.parametrize("keys", ["3.7", "10.5"])
def test_with_half_points_only_halves_are_scores(qtbot: QtBot, keys: str) -> None:
    asked = Asked(qtbot)
    asked.grid.set_half_points(True)
    asked.type(keys)
    assert asked.row() == []
    assert asked.grid.boxes[Series.OVERALL, BEFORE].shown() == keys
    assert "half" in asked.said[-1]

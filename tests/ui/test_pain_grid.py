"""One key is one score, and ten is never taken for one and zero."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.response import BEFORE, Series
from mbb_desktop.ui.pain_grid import Cell, GridFacts, Head, PainGrid, Place

SLOTS = (BEFORE, 15, 30, 60)
OPEN = {BEFORE, 15, 30}


def _press(grid: PainGrid, letter: str) -> None:
    QTest.keyClick(grid.windowHandle(), letter)  # type: ignore[call-overload]  # missing in the stub


class Asked:
    """A grid with what was entered in it, as its owner keeps it."""

    def __init__(self, qtbot: QtBot, rows: tuple[Series, ...] = (Series.OVERALL,)) -> None:
        self.scores: dict[Place, Decimal | None] = {}
        self.copied: list[Series] = []
        self.rows = rows
        self.grid = PainGrid()
        qtbot.addWidget(self.grid)
        self.grid.typed.connect(self._take)
        self.grid.erased.connect(lambda series, slot: self._erase((series, slot)))
        self.grid.copy_asked.connect(self.copied.append)
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

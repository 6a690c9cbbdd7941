"""The charts of figures: on the sheet, to scale, and silent about percentages of few."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mbb_desktop.drawing.level_rows import ShareRow, StageRow, share_rows, stage_rows
from mbb_desktop.drawing.month_dots import MOST_DOTS, Column, Units, month_dots
from mbb_desktop.drawing.shapes import Box, Dot, Drawing, Label
from mbb_desktop.drawing.upright_bars import Bar, nice_step, upright_bars

SIZE, TEXT = (120.0, 60.0), 2.9


def labels(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


def boxes(drawing: Drawing) -> list[Box]:
    return [shape for shape in drawing.shapes if isinstance(shape, Box)]


def assert_on_sheet(drawing: Drawing) -> None:
    for shape in drawing.shapes:
        if not isinstance(shape, Label):
            room = shape.bounds()
            assert room.left >= -0.01, shape
            assert room.top >= -0.01, shape
            assert room.right <= drawing.width + 0.01, shape
            assert room.bottom <= drawing.height + 0.01, shape


COUNTS = some.lists(some.tuples(some.integers(0, 3000), some.integers(0, 3000)), max_size=24)


@given(COUNTS)
def test_bars_stay_on_the_sheet(counts: list[tuple[int, int]]) -> None:
    assert_on_sheet(upright_bars([Bar("Nov", parts) for parts in counts], size=SIZE, text=TEXT))


def test_parts_are_as_high_as_they_are_many() -> None:
    first, second = boxes(upright_bars([Bar("Nov", (30, 10), "40")], size=SIZE, text=TEXT))
    assert first.height == pytest.approx(3 * second.height, abs=0.01)
    assert second.y + second.height == pytest.approx(first.y, abs=0.01)


def test_a_part_of_nothing_is_not_drawn() -> None:
    assert len(boxes(upright_bars([Bar("Nov", (0, 4))], size=SIZE, text=TEXT))) == 1


@given(some.integers(0, 100_000))
def test_a_scale_has_at_most_five_marks(most: int) -> None:
    step = nice_step(most)
    assert most / step <= 4
    assert str(step).rstrip("0") in {"1", "2", "5"}


@given(some.lists(some.integers(0, 5000), min_size=1, max_size=6))
def test_stages_stay_on_the_sheet(counts: list[int]) -> None:
    rows = [StageRow("outcome recorded", count, "100 %", "9 lost to follow-up") for count in counts]
    assert_on_sheet(stage_rows(rows, size=SIZE, text=TEXT))


def test_a_stage_is_as_long_as_it_is_many() -> None:
    first, second = boxes(stage_rows([StageRow("1st", 40), StageRow("2nd", 10)], size=SIZE, text=TEXT))
    assert first.width == pytest.approx(4 * second.width, abs=0.01)


def test_a_stage_that_nobody_reached_says_nought() -> None:
    drawing = stage_rows([StageRow("1st", 4), StageRow("2nd", 0)], size=SIZE, text=TEXT)
    assert len(boxes(drawing)) == 1
    assert "0" in labels(drawing)


def test_few_have_words_and_no_point() -> None:
    drawing = share_rows([ShareRow("3rd or later", "3 of 7")], size=SIZE, text=TEXT)
    assert boxes(drawing) == []
    assert "3 of 7" in labels(drawing)


def test_many_have_a_point_inside_their_interval() -> None:
    row = ShareRow("1st block", "263 of 412", 64.0, 59.0, 68.0, "64 %")
    drawing = share_rows([row], size=SIZE, text=TEXT)
    assert_on_sheet(drawing)
    assert len(boxes(drawing)) == 1
    assert "64 %" in labels(drawing)


def test_each_dot_is_one_value_while_they_are_few() -> None:
    values = tuple(float(value) for value in range(MOST_DOTS))
    drawing = month_dots(
        [Column("Nov", values, 19.5, "20")], units=Units("s", "Median"), size=SIZE, text=TEXT
    )
    assert_on_sheet(drawing)
    assert sum(isinstance(shape, Dot) for shape in drawing.shapes) == MOST_DOTS


def test_many_values_are_a_box() -> None:
    values = tuple(float(value) for value in range(MOST_DOTS + 1))
    drawing = month_dots(
        [Column("Nov", values, 20.0, "20")], units=Units("s", "Median"), size=SIZE, text=TEXT
    )
    assert [type(shape) for shape in drawing.shapes if isinstance(shape, Dot | Box)] == [Box]


def test_months_without_values_are_empty() -> None:
    drawing = month_dots(
        [Column("Oct", ()), Column("Nov", ())], units=Units("mGy", "Median"), size=SIZE, text=TEXT
    )
    assert_on_sheet(drawing)
    assert {"Oct", "Nov", "mGy"} <= set(labels(drawing))

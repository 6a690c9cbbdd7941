"""A table that is tried in one test: all rows are tried, and the failure names those that do not hold."""

import pytest

from tests.every_row import every_row


def test_all_rows_are_tried_and_those_that_fail_are_named() -> None:
    tried: list[int] = []

    @every_row(("number", "square"), [(1, 1), (2, 5), pytest.param(3, 8, id="three"), (4, 16)])
    def squares(number: int, square: int) -> None:
        tried.append(number)
        assert number * number == square

    with pytest.raises(BaseExceptionGroup) as failed:
        squares()
    assert tried == [1, 2, 3, 4]
    assert failed.value.message.splitlines() == ["2 of 4 rows failed:", "  1: 2, 5", "  three"]
    assert failed.value.exceptions[1].__notes__ == ["row: three"]


def test_a_row_may_fail_in_any_way() -> None:
    @every_row("text", ["x", "1", ""])
    def numbers(text: str) -> None:
        with pytest.raises(ValueError, match="invalid"):
            int(text or f"{1 / 0}")

    with pytest.raises(BaseExceptionGroup) as failed:
        numbers()
    assert [type(each).__name__ for each in failed.value.exceptions] == ["Failed", "ZeroDivisionError"]


def test_a_table_in_a_table_names_both_rows() -> None:
    @every_row("side", ["left", "right"], ids=str.upper)
    @every_row(("level", "count"), [("L4", 1), ("L5", 2)], ids=["one", "two"])
    def holds(count: int, level: str, side: str) -> None:
        assert (side, level, count) != ("right", "L5", 2)

    with pytest.raises(BaseExceptionGroup) as failed:
        holds()
    assert failed.value.message.splitlines()[1:] == ["  1: RIGHT, two"]


def test_a_fixture_is_handed_on() -> None:
    @every_row("number", [1, 2])
    def below(number: int, most: int) -> None:
        assert number <= most

    below(most=2)
    with pytest.raises(BaseExceptionGroup, match="1 of 2 rows failed"):
        below(most=1)


def test_a_table_needs_rows_of_the_right_length() -> None:
    with pytest.raises(AssertionError, match="no row"):
        every_row("number", [])
    with pytest.raises(AssertionError, match="has not 2 values"):
        every_row("one, two", [(1, 2, 3)])

"""Labels take the first place where nothing is in the way."""

from mbb_desktop.drawing.chart_labels import Wish, along, clusters, place
from mbb_desktop.drawing.shapes import Bounds

SHEET = Bounds(0, 0, 100, 50)
FIRST, SECOND = Bounds(10, 10, 30, 15), Bounds(10, 30, 30, 35)


def test_the_first_free_place_is_taken() -> None:
    assert place([Wish((FIRST, SECOND))], SHEET, []) == [FIRST]


def test_a_line_through_a_place_sends_the_label_on() -> None:
    line = along(((0, 12), (100, 12)))
    assert place([Wish((FIRST, SECOND))], SHEET, line) == [SECOND]


def test_two_labels_never_share_a_place() -> None:
    wish = Wish((FIRST, SECOND))
    assert place([wish, wish], SHEET, []) == [FIRST, SECOND]


def test_a_place_off_the_sheet_is_the_last_resort() -> None:
    outside = Bounds(90, 10, 110, 15)
    assert place([Wish((outside, FIRST))], SHEET, along(((0, 12), (100, 12)))) == [FIRST]


def test_near_ends_are_named_together_from_the_top_down() -> None:
    ends = [(50.0, 20.0), (50.0, 18.0), (50.0, 40.0), (90.0, 20.0)]
    assert sorted(map(sorted, clusters(ends, (5, 4)))) == [[0, 1], [2], [3]]
    assert [1, 0] in clusters(ends, (5, 4))

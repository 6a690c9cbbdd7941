"""The arithmetic of a response: exact, negative when worse, cut when printed."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from mbb_desktop.clinical.response import BEFORE, Series, reached, relief_percent, show_percent
from tests.clinical.invented import DAY, a_response, readings
from tests.every_row import every_row


@every_row(
    ("baseline", "score", "percent", "enough"),
    [
        ("10", "2", 80, True),
        ("5", "1", 80, True),
        ("10", "2.01", 80, False),
        ("10", "5.04", 50, False),
        ("10", "5", 50, True),
        ("4", "4", 0, True),
        ("4", "5", 0, False),
        ("0", "0", 80, True),
    ],
)
def test_enough_relief_is_compared_exactly(baseline: str, score: str, percent: int, enough: bool) -> None:
    assert reached(Decimal(baseline), Decimal(score), percent) is enough


@every_row(
    ("baseline", "score", "relief"),
    [
        ("8", "1", Fraction(175, 2)),
        ("3", "2", Fraction(100, 3)),
        ("4", "6", -50),
        ("8", "8", 0),
        ("0", "3", None),
    ],
)
def test_relief_is_a_fraction_of_the_pain_before(
    baseline: str, score: str, relief: Fraction | int | None
) -> None:
    assert relief_percent(Decimal(baseline), Decimal(score)) == relief


@every_row(
    ("relief", "words"),
    [
        ("79.6", "79 %"),
        ("79.999", "79 %"),
        ("80", "80 %"),
        ("-12.5", "-13 %"),
        ("0", "0 %"),
        ("-0.1", "-1 %"),
    ],
)
def test_a_percentage_is_cut_toward_the_failing_side(relief: str, words: str) -> None:
    assert show_percent(Fraction(relief)) == words


def test_a_range_or_another_series_is_no_baseline() -> None:
    response = a_response("8", "1", series=Series.LEFT)
    before = response.readings[0]
    assert response.baseline(Series.LEFT) == 8
    assert response.baseline(Series.RIGHT) is None
    ranged = replace(response, readings=(replace(before, score_to=Decimal(9)),))
    assert ranged.baseline(Series.LEFT) is None
    assert ranged.reading(Series.LEFT, BEFORE) == ranged.readings[0]
    assert ranged.reading(Series.LEFT, 15) is None


def test_rated_series_stand_in_the_order_left_right_both() -> None:
    rows = (*readings(DAY, Series.OVERALL, "8", {}), *readings(DAY, Series.LEFT, "8", {}))
    assert replace(a_response("8", ""), readings=rows).rated == (Series.LEFT, Series.OVERALL)

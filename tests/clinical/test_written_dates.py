"""Days as people write them: every day that a writing can mean is given, and nothing else."""

from datetime import date

from mbb_desktop.clinical.written_dates import possible_days
from tests.every_row import every_row

MARCH_14, APRIL_3, MARCH_4 = date(1961, 3, 14), date(1961, 4, 3), date(1961, 3, 4)


@every_row(
    ("text", "days"),
    [
        ("14 Mar 1961", {MARCH_14}),
        ("14-Mar-1961", {MARCH_14}),
        ("Mar 14, 1961", {MARCH_14}),
        ("1961 Mar 14", {MARCH_14}),
        ("14 de marzo de 1961", {MARCH_14}),
        ("14. März 1961", {MARCH_14}),
        ("1961-03-14", {MARCH_14}),
        ("14/03/1961", {MARCH_14}),
        ("03/14/1961", {MARCH_14}),
        ("14031961", {MARCH_14}),
        ("19610314", {MARCH_14}),
        ("03/04/1961", {APRIL_3, MARCH_4}),
        ("3 abr 61", {APRIL_3, date(2061, 4, 3)}),
        ("03-04-61", {APRIL_3, MARCH_4, date(2061, 4, 3), date(2061, 3, 4)}),
        ("30 Feb 1961", set()),
        ("31/04/1961", set()),
        ("14 Foo 1961", set()),
        ("Mar Apr 1961", set()),
        ("14 Mar 161", set()),
        ("14/03/161", set()),
        ("114/03/1961", set()),
        ("14/103/1961", set()),
        ("14/03/19611", set()),
        ("0000-03-14", set()),
        ("14 Mar", set()),
        ("1961031", set()),
        ("", set()),
    ],
)
def test_every_day_that_a_writing_can_mean_is_given(text: str, days: set[date]) -> None:
    assert possible_days(text) == days


def test_the_order_of_day_and_month_can_be_said() -> None:
    assert possible_days("03/04/1961", day_first=True) == {APRIL_3}
    assert possible_days("03/04/1961", day_first=False) == {MARCH_4}
    assert possible_days("03041961", day_first=True) == {APRIL_3}
    assert possible_days("14/03/1961", day_first=False) == frozenset()

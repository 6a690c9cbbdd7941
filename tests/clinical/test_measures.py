"""Relief from scores: exact, never interpolated, and honest about what is missing."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.clinical.drugs import Window
from mbb_desktop.clinical.measures import Lasted, Measures, Threshold, measure, stated_for
from mbb_desktop.clinical.response import SLOTS, Mode, Series, StatedRelief
from tests.clinical.invented import AGENTS, DAY, EIGHTY, FIFTY, a_response, needle_out, scores, with_score
from tests.every_row import every_row

LIDOCAINE, BUPIVACAINE = AGENTS["lidocaine"].window, AGENTS["bupivacaine"].window


def measured(
    before: str | None,
    words: str,
    window: Window | None = LIDOCAINE,
    threshold: Threshold = EIGHTY,
) -> Measures:
    response = a_response(before, words)
    return measure(response, Series.OVERALL, needle_out(DAY), threshold, window)


@every_row("baseline", range(1, 11))
def test_the_highest_score_that_counts(baseline: int) -> None:
    eighty = [0, 0, 0, 0, 1, 1, 1, 1, 1, 2]
    fifty = [0, 1, 1, 2, 2, 3, 3, 4, 4, 5]
    assert EIGHTY.highest_score(Decimal(baseline)) == eighty[baseline - 1]
    assert FIFTY.highest_score(Decimal(baseline)) == fifty[baseline - 1]


@every_row(
    ("words", "window", "reaches"),
    [
        ("8 8 1 8 8 8 8 8 8 8 8 8", LIDOCAINE, True),
        ("8 8 8 8 8 1 8 8 8 8 8 8", LIDOCAINE, True),
        ("8 1 8 8 8 8 8 8 8 8 8 8", LIDOCAINE, False),
        ("8 1 - - - - 8 8 8 8 8 8", LIDOCAINE, None),
        ("8 8 8 8 8 8 8 8 8 8 8 8", LIDOCAINE, None),
        ("1 1 1 1 1 1 1 1 8 8 8 8", None, None),
    ],
    ids=["first minute", "last minute", "too soon", "hidden by a gap", "no relief", "no window"],
)
def test_relief_reaches_the_window_with_a_score_inside_it(
    words: str, window: Window | None, reaches: bool | None
) -> None:
    assert measured("8", words, window).reaches_window is reaches


@given(st.integers(1, 20), st.integers(0, 20), st.integers(0, 100), st.booleans())
def test_the_highest_score_agrees_with_every_score(
    baseline: int, score: int, percent: int, over: bool
) -> None:
    threshold, half = Threshold(Decimal(percent), over), Decimal("0.5")
    highest = threshold.highest_score(baseline * half, half)
    relief = Fraction(100 * (baseline - score), baseline)
    assert threshold.met_by(relief) is (highest is not None and score * half <= highest)


@every_row(
    ("percent", "baseline", "highest"),
    [(50, 10, 4), (50, 9, 4), (50, 2, 0), (50, 1, 0), (80, 10, 1), (80, 5, 0), (80, 4, 0), (100, 3, None)],
)
def test_the_highest_score_of_more_than_a_percentage(
    percent: int, baseline: int, highest: int | None
) -> None:
    assert Threshold(Decimal(percent), over=True).highest_score(Decimal(baseline)) == highest


def test_without_pain_no_score_counts() -> None:
    assert EIGHTY.highest_score(Decimal(0)) is None


@every_row(
    ("relief", "percent", "over", "enough"),
    [
        ("80", 80, False, True),
        ("79.6", 80, False, False),
        ("79.999999999999", 80, False, False),
        ("50", 50, False, True),
        ("50", 50, True, False),
        ("50.1", 50, True, True),
    ],
)
def test_the_threshold_is_exact(relief: str, percent: int, over: bool, enough: bool) -> None:
    assert Threshold(Decimal(percent), over).met_by(Fraction(relief)) is enough


def test_the_threshold_is_said_as_it_is() -> None:
    assert [FIFTY.words, Threshold(Decimal(50), over=True).words] == ["50 % or more", "more than 50 %"]


def test_relief_runs_from_first_to_last_score_that_counts() -> None:
    found = measured("7", "1 1 0 0 1 1 1 1 3 5 - 6", BUPIVACAINE)
    assert found.run is not None
    assert (found.run.start, found.run.end, found.run.dip) == (15, 360, None)
    assert found.lasted is Lasted.WITHIN
    assert found.peak is not None
    assert found.peak.relief == 100


@every_row(
    ("words", "lasted"),
    [
        ("1 1 5 7 8 8 8 8 8 8 8 8", Lasted.SHORT),
        ("1 1 1 5 8 8 8 8 8 8 8 8", Lasted.WITHIN),
        ("1 1 1 1 1 1 5 8 8 8 8 8", Lasted.WITHIN),
        ("1 1 1 1 1 1 1 8 8 8 8 8", Lasted.PROLONGED),
        ("1 1 - 5 8 8 8 8 8 8 8 8", Lasted.NOT_DECIDABLE),
        ("1 1 1 1 1 - 5 8 8 8 8 8", Lasted.NOT_DECIDABLE),
        ("1 1 1 1 1 - - - - - - -", Lasted.NOT_DECIDABLE),
        ("1 1 1 1 1 1 - 5 8 8 8 8", Lasted.NOT_DECIDABLE),
        ("1 1 1 1 - 5 8 8 8 8 8 8", Lasted.WITHIN),
        ("5 5 5 5 5 5 5 5 5 5 5 5", Lasted.NOT_KNOWN),
    ],
)
def test_the_end_of_relief_is_judged_against_1_to_4_hours(words: str, lasted: Lasted) -> None:
    assert measured("8", words).lasted is lasted


def test_a_bound_in_a_gap_is_never_short() -> None:
    found = measured("8", "1 1 1 1 - 7 8 8 8 8 8 8", BUPIVACAINE)
    assert found.run is not None
    assert (found.run.end, found.run.until, found.lasted) == (120, 240, Lasted.NOT_DECIDABLE)


def test_a_score_at_the_bound_that_fails_is_short() -> None:
    assert measured("8", "1 1 1 1 7 7 8 8 8 8 8 8", BUPIVACAINE).lasted is Lasted.SHORT


def test_one_dip_does_not_end_the_run_and_is_kept() -> None:
    found = measured("8", "1 1 4 1 1 6 8 8 8 8 8 8")
    assert found.run is not None
    assert (found.run.start, found.run.end) == (15, 180)
    assert found.run.dip is not None
    assert found.run.dip.minutes == 60


def test_a_second_dip_ends_the_run() -> None:
    found = measured("8", "1 1 4 1 4 1 1 1 1 8 8 8", BUPIVACAINE)
    assert found.run is not None
    assert (found.run.start, found.run.end) == (120, 420)


def test_two_bad_scores_in_a_row_end_the_run() -> None:
    found = measured("8", "1 4 4 1 1 1 8 8 8 8 8 8", BUPIVACAINE)
    assert found.run is not None
    assert (found.run.start, found.run.end) == (120, 240)


def test_a_missing_reading_breaks_the_run() -> None:
    found = measured("8", "1 1 1 - 1 1 1 1 5 8 8 8", BUPIVACAINE)
    assert found.run is not None
    assert (found.run.start, found.run.end) == (180, 360)
    assert found.onset is not None
    assert found.onset.minutes == 15


def test_a_reading_nobody_asked_for_breaks_the_run_too() -> None:
    response = with_score(a_response("8", "1 1 1"), 240, "1")
    found = measure(response, Series.OVERALL, needle_out(DAY), EIGHTY, BUPIVACAINE)
    assert found.run is not None
    assert (found.run.start, found.run.end) == (15, 60)


def test_of_two_entries_for_one_reading_the_first_stays() -> None:
    diary = a_response("8", "1 1 1 5 8 8 8 8 8 8 8 8")
    again = replace(diary.readings[1], score=Decimal(9), mode=Mode.RECALL)
    found = measure(
        replace(diary, readings=(*diary.readings, again)), Series.OVERALL, needle_out(DAY), EIGHTY, LIDOCAINE
    )
    assert found.onset is not None
    assert found.onset.minutes == 15


def test_the_run_is_the_longest_not_the_first() -> None:
    found = measured("8", "1 5 5 1 1 1 5 8 8 8 8 8")
    assert found.run is not None
    assert (found.run.start, found.run.end) == (120, 240)


def test_of_two_equally_long_runs_the_one_without_a_dip_counts_else_the_earlier() -> None:
    dipped = measured("8", "8 8 1 4 1 8 8 1 1 1 8 8", BUPIVACAINE)
    assert dipped.run is not None
    assert (dipped.run.start, dipped.run.end, dipped.run.dip) == (360, 480, None)
    equal = measured("8", "8 8 1 1 8 8 1 1 8 8 8 8", BUPIVACAINE)
    assert equal.run is not None
    assert (equal.run.start, equal.run.end) == (60, 120)


def test_relief_at_the_very_end_of_the_window_is_inside_it() -> None:
    found = measured("8", "8 8 8 8 8 1 8 8 8 8 8 8")
    assert found.run is not None
    assert found.peak is not None
    assert (found.run.start, found.run.end, found.peak.minutes) == (240, 240, 240)
    assert measured("8", "8 8 8 8 8 8 1 8 8 8 8 8").run is None


def test_a_score_at_needle_out_itself_is_a_score() -> None:
    response = a_response("8", "1 8 8 8 8 8 8 8 8 8 8 8")
    at = needle_out(DAY) + timedelta(minutes=15)
    found = measure(response, Series.OVERALL, at, EIGHTY, LIDOCAINE)
    assert found.run is not None
    assert (found.run.start, len(found.given)) == (0, 12)
    late = measure(response, Series.OVERALL, at + timedelta(minutes=1), EIGHTY, LIDOCAINE)
    assert (late.run, len(late.given)) == (None, 11)


def test_a_score_that_nobody_had_planned_may_be_the_first_after_relief() -> None:
    response = with_score(a_response("8", "1 1 1 1 1 - - - - - - -"), 200, "8")
    found = measure(response, Series.OVERALL, needle_out(DAY), EIGHTY, LIDOCAINE)
    assert found.after_relief is not None
    assert (found.after_relief.minutes, found.coverage) == (200, Fraction(4, 5))


def test_relief_that_starts_after_the_window_is_not_the_agents() -> None:
    found = measured("8", "8 8 8 8 8 8 8 8 1 1 1 1")
    assert found.run is None
    assert found.peak is not None
    assert found.peak.relief == 0
    assert found.onset is not None
    assert found.onset.minutes == 420


def test_relief_to_the_last_score_is_at_least() -> None:
    found = measured("8", "1 1 1 1 1 - - - - - - -", BUPIVACAINE)
    assert found.run is not None
    assert found.run.at_least
    assert found.run.end == 180


def test_worse_pain_stays_negative() -> None:
    found = measured("4", "6 6 6 6 6 6 6 6 6 6 6 6")
    assert found.peak is not None
    assert found.peak.relief == -50


def test_a_range_is_no_score() -> None:
    response = a_response("8", "1 1 1 1 5 8 8 8 8 8 8 8")
    before, first, *rest = response.readings
    ranged = replace(response, readings=(before, replace(first, score_to=Decimal(3)), *rest))
    found = measure(ranged, Series.OVERALL, needle_out(DAY), EIGHTY, LIDOCAINE)
    assert found.run is not None
    assert found.run.start == 30


def test_a_score_from_before_needle_out_is_no_score() -> None:
    response = a_response("8", "1 1 1 1 5 8 8 8 8 8 8 8")
    found = measure(response, Series.OVERALL, needle_out(DAY) + timedelta(minutes=20), EIGHTY, LIDOCAINE)
    assert found.run is not None
    assert found.run.start == 10


def test_without_needle_out_the_hour_asked_for_stands() -> None:
    found = measure(a_response("8", "1 1 1 5"), Series.OVERALL, None, EIGHTY, LIDOCAINE)
    assert found.by_slot
    assert found.run is not None
    assert (found.run.start, found.run.end) == (15, 60)


@every_row(
    ("words", "filled", "coverage"),
    [
        ("1 1 1 1 5 8 8 8 8 8 8 8", 4, Fraction(1)),
        ("1 1 1 1 1 1 - 8 8 8 8 8", 4, Fraction(4, 5)),
        ("1 1 - - - - 8 8 8 8 8 8", 0, Fraction(0)),
        ("1 1 1 5 - - - - - - - -", 2, Fraction(1, 2)),
    ],
)
def test_coverage_counts_the_window_and_the_first_reading_after_relief(
    words: str, filled: int, coverage: Fraction
) -> None:
    found = measured("8", words)
    assert (found.filled, found.due, found.coverage) == (filled, 4, coverage)


def test_bupivacaine_has_six_readings_in_its_window() -> None:
    assert measured("8", "1 1 1 1 1 1 1 1 5 8 8 8", BUPIVACAINE).due == 6


def test_without_a_window_duration_is_not_known() -> None:
    found = measured("8", "1 1 1 1 5 8 8 8 8 8 8 8", None)
    assert (found.lasted, found.coverage) == (Lasted.NOT_KNOWN, None)
    assert found.peak is not None


def test_the_last_stated_relief_counts() -> None:
    at = needle_out(DAY)
    said = [StatedRelief(Series.LEFT, Decimal(p), at + timedelta(hours=h)) for p, h in ((90, 2), (60, 1))]
    response = replace(a_response("8", "1"), stated=tuple(said))
    assert stated_for(response, Series.LEFT) == 90
    assert stated_for(response, Series.RIGHT) is None


SCORE = st.one_of(st.none(), st.integers(0, 10).map(Decimal))
GRID = st.lists(SCORE, min_size=len(SLOTS), max_size=len(SLOTS))


def _words(grid: list[Decimal | None]) -> str:
    return " ".join("-" if score is None else str(score) for score in grid)


@given(st.integers(1, 10), GRID, st.integers(0, len(SLOTS) - 1), st.sampled_from([LIDOCAINE, BUPIVACAINE]))
def test_a_better_score_never_lowers_relief_or_shortens_it(
    before: int, grid: list[Decimal | None], where: int, window: Window
) -> None:
    score = grid[where]
    if score is None or score == 0:
        return
    better = [*grid[:where], score - 1, *grid[where + 1 :]]
    old, new = (measured(str(before), _words(each), window) for each in (grid, better))
    old_peak, new_peak = (m.peak.relief if m.peak else None for m in (old, new))
    assert old_peak is None or (new_peak is not None and new_peak >= old_peak)
    old_run, new_run = (m.run.end - m.run.start if m.run else -1 for m in (old, new))
    assert new_run >= old_run


@given(st.integers(1, 10), GRID, st.sampled_from([LIDOCAINE, BUPIVACAINE]))
def test_relief_is_only_ever_at_times_that_were_scored(
    before: int, grid: list[Decimal | None], window: Window
) -> None:
    found = measured(str(before), _words(grid), window)
    scored = {slot for slot, score in scores(_words(grid)).items() if score is not None}
    if found.run is not None:
        assert {found.run.start, found.run.end} <= scored
        assert all(p.score is not None for p in found.points if found.run.start <= p.minutes <= found.run.end)
    assert {point.minutes for point in found.given} == scored


@given(st.integers(1, 10), GRID, st.integers(0, len(SLOTS) - 1), st.sampled_from([LIDOCAINE, BUPIVACAINE]))
def test_forgetting_a_score_never_gives_more_relief(
    before: int, grid: list[Decimal | None], where: int, window: Window
) -> None:
    known, forgotten = grid, [*grid[:where], None, *grid[where + 1 :]]
    old, new = (measured(str(before), _words(each), window) for each in (known, forgotten))
    old_peak, new_peak = (m.peak.relief if m.peak else None for m in (old, new))
    assert new_peak is None or (old_peak is not None and new_peak <= old_peak)
    assert (new.run.end - new.run.start if new.run else -1) <= (
        old.run.end - old.run.start if old.run else -1
    )


def test_all_of_it_is_not_said_as_or_more() -> None:
    assert Threshold(Decimal(100)).words == "100 %"
    assert Threshold(Decimal(99)).words == "99 % or more"

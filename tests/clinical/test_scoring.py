"""Entering scores: one number from 0 to 10, at its own time, never in the future."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.clinical.charting import Author
from mbb_desktop.clinical.measures import Threshold, measure
from mbb_desktop.clinical.response import (
    BEFORE,
    SLOTS,
    Channel,
    Mode,
    Reading,
    Response,
    Series,
    StatedRelief,
)
from mbb_desktop.clinical.scoring import (
    NRS,
    BadScore,
    Scored,
    asked_at,
    is_due,
    is_late,
    is_live,
    lacks_baseline,
    score_problem,
    when_due,
    with_copied_row,
    with_reading,
    with_score,
    with_stated_relief,
    without_score,
)
from tests.every_row import every_row

from .invented import LASTING_2_H, a_response
from .test_charting import AUTHOR, NOW, charted

BLOCK = replace(charted(), needle_out=NOW)
EMPTY = Response(AUTHOR.id, AUTHOR.id, AUTHOR.id)
LATER = replace(AUTHOR, at=NOW + timedelta(days=2))


def scored(slot: int, score: int | str | None, series: Series = Series.OVERALL) -> Scored:
    return Scored(series, slot, None if score is None else Decimal(score))


@every_row("slot", SLOTS)
def test_a_reading_is_due_when_its_minute_has_passed_and_not_before(slot: int) -> None:
    due = NOW + timedelta(minutes=slot)
    assert when_due(BLOCK, slot) == due
    assert is_due(BLOCK, slot, due)
    assert not is_due(BLOCK, slot, due - timedelta(seconds=1))


def test_the_score_before_is_always_due_and_never_live() -> None:
    unstarted = replace(BLOCK, needle_out=None)
    assert is_due(unstarted, BEFORE, NOW)
    assert not is_due(unstarted, 15, NOW)
    assert not is_live(BLOCK, BEFORE, NOW)
    assert not is_live(unstarted, 15, NOW)
    assert not is_late(BLOCK, BEFORE, NOW + timedelta(days=1))


@every_row(
    ("slot", "minutes", "live", "late"),
    [
        (15, 14, False, False),
        (15, 15, True, False),
        (15, 29, True, False),
        (15, 30, False, False),
        (60, 90, True, False),
        (60, 91, False, True),
        (1440, 1470, True, False),
        (1440, 1471, False, True),
    ],
)
def test_a_score_is_live_until_the_next_is_due_and_late_after_half_an_hour(
    slot: int, minutes: int, live: bool, late: bool
) -> None:
    now = NOW + timedelta(minutes=minutes)
    assert (is_live(BLOCK, slot, now), is_late(BLOCK, slot, now)) == (live, late)


def test_a_score_in_the_future_is_refused_with_its_time() -> None:
    with pytest.raises(BadScore, match=r"due at 19:01"):
        with_score(EMPTY, BLOCK, scored(30, 1), AUTHOR)


def test_without_needle_out_no_score_but_the_one_before() -> None:
    block = replace(BLOCK, needle_out=None)
    with pytest.raises(BadScore, match="needle-out"):
        with_score(EMPTY, block, scored(15, 1), LATER)
    assert with_score(EMPTY, block, scored(BEFORE, 7), LATER).baseline(Series.OVERALL) == 7


@every_row(("in_room", "expected"), [(-20, -20), (None, 0)])
def test_the_score_before_is_true_before_the_needle_even_when_entered_late(
    in_room: int | None, expected: int
) -> None:
    block = BLOCK if in_room is None else replace(BLOCK, in_room=NOW + timedelta(minutes=in_room))
    reading = with_score(EMPTY, block, scored(BEFORE, 7), LATER).reading(Series.OVERALL, BEFORE)
    assert reading is not None
    assert reading.at == NOW + timedelta(minutes=expected)
    early = replace(AUTHOR, at=NOW - timedelta(minutes=30))
    first = with_score(EMPTY, block, scored(BEFORE, 7), early).reading(Series.OVERALL, BEFORE)
    assert first is not None
    assert first.at == early.at


@every_row(
    ("score", "half_points", "good"),
    [
        ("0", False, True),
        ("10", False, True),
        ("11", False, False),
        ("-1", False, False),
        ("0.5", False, False),
        ("0.5", True, True),
        ("0.3", True, False),
        ("10.5", True, False),
    ],
)
def test_a_score_is_a_whole_number_unless_the_clinic_counts_halves(
    score: str, half_points: bool, good: bool
) -> None:
    assert (score_problem(Decimal(score), half_points=half_points) == "") is good


def test_not_known_is_kept_as_asked_and_not_known() -> None:
    response = with_score(EMPTY, BLOCK, scored(15, None), LATER)
    reading = response.reading(Series.OVERALL, 15)
    assert reading is not None
    assert reading.score is None
    assert response.scale == NRS


def test_a_bad_score_is_refused() -> None:
    with pytest.raises(BadScore, match="between 0 and 10"):
        with_score(EMPTY, BLOCK, scored(15, 11), LATER)


def at_minute(minutes: int) -> Author:
    return replace(AUTHOR, at=NOW + timedelta(minutes=minutes))


@every_row(
    ("slot", "entered", "asked"),
    [(15, 15, 15), (15, 20, 20), (15, 31, 15), (30, 38, 38), (30, 60, 30), (60, 90, 90), (60, 91, 60)],
)
def test_a_score_asked_while_it_is_due_keeps_the_minute_it_was_asked(
    slot: int, entered: int, asked: int
) -> None:
    reading = with_score(EMPTY, BLOCK, scored(slot, 2), at_minute(entered)).reading(Series.OVERALL, slot)
    assert reading is not None
    assert reading.at == NOW + timedelta(minutes=asked)
    assert reading.at <= NOW + timedelta(minutes=entered)
    assert asked_at(BLOCK, reading) == (None if asked == slot else asked)


def test_a_score_from_the_diary_keeps_the_time_printed_there() -> None:
    diary = replace(scored(60, 2), mode=Mode.PAPER_DIARY)
    reading = with_score(EMPTY, BLOCK, diary, at_minute(70)).reading(Series.OVERALL, 60)
    assert reading is not None
    assert reading.at == NOW + timedelta(minutes=60)


def test_a_correction_keeps_the_minute_at_which_it_was_asked() -> None:
    first = with_score(EMPTY, BLOCK, scored(30, 1), at_minute(38))
    for later in (44, 300):
        reading = with_score(first, BLOCK, scored(30, 2), at_minute(later)).reading(Series.OVERALL, 30)
        assert reading is not None
        assert reading.at == NOW + timedelta(minutes=38)
        assert reading.entered_at == NOW + timedelta(minutes=later)


def test_the_verdict_counts_the_minute_at_which_it_was_asked() -> None:
    response = with_score(EMPTY, BLOCK, scored(BEFORE, 8), at_minute(38))
    response = with_score(response, BLOCK, scored(30, 1), at_minute(38))
    measures = measure(response, Series.OVERALL, NOW, Threshold(Decimal(80)), None)
    assert measures.run is not None
    assert measures.run.start == 38


def test_who_enters_long_after_has_to_say_how_it_was_learned() -> None:
    assert not is_late(BLOCK, 30, NOW + timedelta(minutes=60))
    assert is_late(BLOCK, 30, NOW + timedelta(minutes=61))
    assert not is_late(BLOCK, BEFORE, NOW + timedelta(days=1))


def test_a_copied_row_has_the_same_scores_under_the_other_name() -> None:
    left = with_score(EMPTY, BLOCK, replace(scored(15, 2, Series.LEFT), mode=Mode.PAPER_DIARY), LATER)
    left = with_score(left, BLOCK, scored(30, 1, Series.LEFT), at_minute(38))
    both = with_copied_row(left, Series.LEFT, Series.RIGHT, LATER)
    assert [(r.slot, r.score, r.mode) for r in both.readings if r.series is Series.RIGHT] == [
        (15, Decimal(2), Mode.PAPER_DIARY),
        (30, Decimal(1), Mode.IN_CLINIC),
    ]
    right = both.reading(Series.RIGHT, 30)
    assert right is not None
    assert right.at == NOW + timedelta(minutes=38)
    assert both.rated == (Series.LEFT, Series.RIGHT)


def test_taking_a_score_away_leaves_it_never_asked() -> None:
    response = with_score(EMPTY, BLOCK, scored(15, 2), LATER)
    assert without_score(response, Series.OVERALL, 15).reading(Series.OVERALL, 15) is None


@every_row("percent", [-101, 101])
def test_a_stated_relief_beyond_all_is_refused(percent: int) -> None:
    with pytest.raises(BadScore):
        with_stated_relief(EMPTY, Series.OVERALL, Decimal(percent), AUTHOR)


def test_a_stated_relief_replaces_the_earlier_one_of_its_row() -> None:
    once = with_stated_relief(EMPTY, Series.OVERALL, Decimal(80), AUTHOR)
    twice = with_stated_relief(once, Series.OVERALL, Decimal(90), AUTHOR)
    assert [stated.percent for stated in twice.stated] == [90]


def test_a_baseline_asked_in_the_room_before_the_needle_keeps_its_own_minute() -> None:
    in_room = replace(BLOCK, in_room=NOW, needle_in=None, needle_out=None)
    five_later = Author(AUTHOR.id, AUTHOR.name, NOW + timedelta(minutes=5))
    reading = with_score(EMPTY, in_room, scored(BEFORE, 7), five_later).reading(Series.OVERALL, BEFORE)
    assert reading is not None
    assert reading.at == five_later.at


@given(st.lists(st.tuples(st.sampled_from([BEFORE, *SLOTS]), st.integers(0, 10)), max_size=20))
def test_the_last_score_for_a_minute_counts_and_rows_stay_in_order(
    given_scores: list[tuple[int, int]],
) -> None:
    response = EMPTY
    for slot, score in given_scores:
        response = with_score(response, BLOCK, scored(slot, score), LATER)
    assert {r.slot: r.score for r in response.readings} == dict(given_scores)
    assert [r.slot for r in response.readings] == sorted({slot for slot, _ in given_scores})


def test_every_score_keeps_who_entered_it_and_when() -> None:
    nurse = Author(UUID(int=7), "RN Diaz", NOW + timedelta(hours=1))
    reading = with_score(EMPTY, BLOCK, scored(15, 2), nurse).readings[0]
    assert (reading.entered_by, reading.entered_at, reading.entered_by_id) == (
        "RN Diaz",
        nurse.at,
        UUID(int=7),
    )


@every_row(("hours", "mode"), [(1, Mode.IN_CLINIC), (26, Mode.RECALL)])
def test_a_baseline_entered_the_next_day_is_recalled(hours: int, mode: Mode) -> None:
    author = replace(AUTHOR, at=NOW + timedelta(hours=hours))
    reading = with_score(EMPTY, BLOCK, scored(BEFORE, 7), author).readings[0]
    assert reading.mode is mode


def test_a_reading_is_put_back_exactly_as_it_was_and_none_takes_it_away() -> None:
    asked = with_score(EMPTY, BLOCK, scored(30, 4), LATER)
    was = asked.reading(Series.OVERALL, 30)
    corrected = with_score(asked, BLOCK, scored(30, 5), LATER)
    assert with_reading(corrected, Series.OVERALL, 30, was).readings == asked.readings
    assert with_reading(corrected, Series.OVERALL, 30, None).readings == ()


def test_only_the_row_that_is_copied_gets_another_name() -> None:
    both = with_score(
        with_score(EMPTY, BLOCK, scored(30, 4, Series.LEFT), LATER), BLOCK, scored(60, 5), LATER
    )
    copied = with_copied_row(both, Series.LEFT, Series.RIGHT, LATER)
    assert [(r.series, r.slot, str(r.score)) for r in copied.readings] == [
        (Series.LEFT, 30, "4"),
        (Series.RIGHT, 30, "4"),
        (Series.OVERALL, 60, "5"),
    ]


def test_only_a_score_after_a_known_needle_out_has_a_minute_of_its_own() -> None:
    early = with_score(EMPTY, BLOCK, scored(15, 2), at_minute(20)).reading(Series.OVERALL, 15)
    before = with_score(EMPTY, BLOCK, scored(BEFORE, 7), at_minute(-30)).reading(Series.OVERALL, BEFORE)
    assert early is not None
    assert before is not None
    assert asked_at(BLOCK, early) == 20
    assert asked_at(BLOCK, before) is None
    assert asked_at(replace(BLOCK, needle_out=None), early) is None


KEPT = "The paper diary has a score for this time. A recalled score does not replace it."
NUMBER, HALVES = "Enter a whole number from 0 to 10.", "Enter a whole or half number from 0 to 10."
RANGE = "A pain score lies between 0 and 10."


@every_row(
    ("score", "half_points", "problem"),
    [
        ("0.5", False, NUMBER),
        ("0.3", True, HALVES),
        ("10.5", True, RANGE),
        ("-1", False, RANGE),
        ("11", False, RANGE),
    ],
)
def test_what_is_no_score_is_said_in_words(score: str, half_points: bool, problem: str) -> None:
    assert score_problem(Decimal(score), half_points=half_points) == problem


def test_half_points_are_kept_only_where_the_clinic_counts_them() -> None:
    with pytest.raises(BadScore) as refused:
        with_score(EMPTY, BLOCK, scored(15, "2.5"), LATER)
    assert str(refused.value) == NUMBER
    kept = with_score(EMPTY, BLOCK, scored(15, "2.5"), LATER, half_points=True)
    assert [r.score for r in kept.readings] == [Decimal("2.5")]


def entered(response: Response, mode: Mode, score: int | None, slot: int = 60) -> Response:
    return with_score(response, BLOCK, replace(scored(slot, score), mode=mode), LATER)


@every_row(
    ("first", "score", "then", "refused"),
    [
        (Mode.PAPER_DIARY, 2, Mode.RECALL, True),
        (Mode.PAPER_DIARY, None, Mode.RECALL, False),
        (Mode.PAPER_DIARY, 2, Mode.PAPER_DIARY, False),
        (Mode.PAPER_DIARY, 2, Mode.IN_CLINIC, False),
        (Mode.IN_CLINIC, 2, Mode.RECALL, False),
        (Mode.RECALL, 2, Mode.RECALL, False),
    ],
    ids=str,
)
def test_what_was_written_down_is_not_replaced_from_memory(
    first: Mode, score: int | None, then: Mode, refused: bool
) -> None:
    response = entered(EMPTY, first, score)
    if refused:
        with pytest.raises(BadScore) as found:
            entered(response, then, 5)
        assert str(found.value) == KEPT
    else:
        assert [r.score for r in entered(response, then, 5).readings] == [5]


def test_the_diary_of_one_time_and_row_says_nothing_of_another() -> None:
    response = entered(EMPTY, Mode.PAPER_DIARY, 2)
    entered(response, Mode.RECALL, 5, slot=120)
    left = replace(scored(60, 5, Series.LEFT), mode=Mode.RECALL)
    assert len(with_score(response, BLOCK, left, LATER).readings) == 2


def test_a_reading_is_kept_whole() -> None:
    asked = Scored(Series.LEFT, 60, Decimal(3), Mode.RECALL, Channel.TELEPHONE)
    assert with_score(EMPTY, BLOCK, asked, LATER).readings == (
        Reading(
            Series.LEFT,
            60,
            NOW + timedelta(minutes=60),
            Decimal(3),
            mode=Mode.RECALL,
            channel=Channel.TELEPHONE,
            entered_by_id=LATER.id,
            entered_by=LATER.name,
            entered_at=LATER.at,
        ),
    )


def test_a_copied_score_names_who_copied_it_and_when() -> None:
    nurse = Author(UUID(int=7), "RN Diaz", NOW + timedelta(hours=3))
    left = with_score(EMPTY, BLOCK, scored(60, 3, Series.LEFT), at_minute(70))
    first, copied = with_copied_row(left, Series.LEFT, Series.RIGHT, nurse).readings
    expected = replace(first, series=Series.RIGHT, entered_at=nurse.at)
    assert copied == replace(expected, entered_by_id=nurse.id, entered_by=nurse.name)


@every_row("percent", [-100, 0, 100])
def test_a_stated_relief_is_kept_with_who_asked_and_when(percent: int) -> None:
    kept = with_stated_relief(EMPTY, Series.LEFT, Decimal(percent), AUTHOR).stated
    assert kept == (StatedRelief(Series.LEFT, Decimal(percent), AUTHOR.at, AUTHOR.name),)


def test_an_impossible_relief_is_refused_in_words() -> None:
    with pytest.raises(BadScore) as refused:
        with_stated_relief(EMPTY, Series.OVERALL, Decimal(101), AUTHOR)
    assert str(refused.value) == "A stated relief lies between -100 and 100 %."


@every_row(("minutes", "mode"), [(120, Mode.IN_CLINIC), (121, Mode.RECALL)])
def test_two_hours_after_the_needle_a_baseline_is_still_told_from_a_recalled_one(
    minutes: int, mode: Mode
) -> None:
    (reading,) = with_score(EMPTY, BLOCK, scored(BEFORE, 7), at_minute(minutes)).readings
    assert reading.mode is mode


def test_a_baseline_entered_with_the_needle_is_from_before_it() -> None:
    block = replace(BLOCK, in_room=NOW - timedelta(minutes=20))
    (reading,) = with_score(EMPTY, block, scored(BEFORE, 7), AUTHOR).readings
    assert reading.at == NOW - timedelta(minutes=20)


def test_without_needle_out_it_is_said_what_to_enter_first() -> None:
    with pytest.raises(BadScore) as refused:
        with_score(EMPTY, replace(BLOCK, needle_out=None), scored(15, 1), LATER)
    assert str(refused.value) == "Enter the needle-out time first: every reading counts from it."


def test_without_a_score_before_the_block_there_is_no_baseline() -> None:
    with_one = a_response("8", LASTING_2_H)
    after = replace(with_one, readings=tuple(r for r in with_one.readings if r.slot != BEFORE))
    assert [lacks_baseline(each) for each in (None, with_one, after)] == [True, False, True]

"""When a patient is called after a block, and what is said."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from mbb_desktop.clinical.anatomy import Region, Side
from mbb_desktop.clinical.block import Block, BlockState, Purpose, Target
from mbb_desktop.clinical.call_script import question, rows_of
from mbb_desktop.clinical.calls import (
    Call,
    CallOutcome,
    is_called,
    morning_after,
    next_call,
    number_is_wrong,
    open_slots,
    try_again_at,
)
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.response import BEFORE, SLOTS, Reading, Response, Series
from tests.every_row import every_row

OUT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
NEXT_MORNING = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
NINE = NEXT_MORNING.replace(minute=0)
ID = new_id(OUT)


def block(**changes: object) -> Block:
    targets = (Target("L4", Side.LEFT),)
    made = Block(ID, ID, ID, date(2026, 11, 23), BlockState.SIGNED, Purpose.DIAGNOSTIC, needle_out=OUT)
    return replace(made, targets=targets, **changes)  # type: ignore[arg-type]  # fields by name


def response(*slots: int, series: Series = Series.OVERALL) -> Response:
    readings = tuple(
        Reading(series, slot, OUT + timedelta(minutes=max(slot, 0)), Decimal(2)) for slot in slots
    )
    return Response(ID, ID, ID, readings=readings)


def tried(outcome: CallOutcome, at: datetime = NEXT_MORNING, **changes: object) -> Call:
    made = Call(new_id(at), ID, ID, at, ID, "RN Diaz", outcome)
    return replace(made, **changes)  # type: ignore[arg-type]


def test_the_first_call_is_the_morning_after_needle_out() -> None:
    assert next_call(block(), None, ()) == NINE


def test_nobody_is_called_about_a_score_that_was_asked_and_is_not_known() -> None:
    asked = response(BEFORE, 15, 30, *[slot for slot in SLOTS if slot >= 60])
    unknown = replace(asked, readings=tuple(replace(r, score=None) for r in asked.readings))
    assert open_slots(unknown) == ()
    assert next_call(block(), unknown, ()) is None


@every_row(
    "changes",
    [
        {"state": BlockState.PLANNED},
        {"state": BlockState.DISCARDED},
        {"state": BlockState.ENTERED_IN_ERROR},
        {"purpose": Purpose.THERAPEUTIC},
        {"needle_out": None},
        {"reported_by": "another clinic"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_other_blocks_are_not_followed_up(changes: dict[str, object]) -> None:
    assert not is_called(block(**changes))
    assert next_call(block(**changes), None, ()) is None


def test_a_block_where_nothing_went_in_is_not_followed_up() -> None:
    assert not is_called(replace(block(), targets=(Target("L4", Side.LEFT, not_injected=True),)))


def test_a_signed_response_ends_the_calls() -> None:
    assert next_call(block(), replace(response(60), signed_at=NEXT_MORNING), ()) is None


def test_a_reached_patient_is_called_when_the_last_time_comes() -> None:
    up_to_12_h = response(*[slot for slot in SLOTS if 60 <= slot < 1440])
    assert next_call(block(), up_to_12_h, (tried(CallOutcome.REACHED),)) == OUT + timedelta(hours=24)


def test_a_diary_that_was_not_returned_is_asked_for_the_next_morning() -> None:
    late = NEXT_MORNING + timedelta(hours=2)
    assert next_call(block(), response(60, 120), (tried(CallOutcome.REACHED, late),)) == morning_after(late)


def test_a_try_says_when_the_next_one_is() -> None:
    again = NEXT_MORNING + timedelta(hours=3)
    later = NEXT_MORNING + timedelta(minutes=10)
    tries = (tried(CallOutcome.NO_ANSWER), tried(CallOutcome.CALL_BACK, later, next_at=again))
    assert next_call(block(), None, tries) == again


def test_who_refuses_is_not_called_again_and_a_try_taken_back_does_not_count() -> None:
    refused = tried(CallOutcome.REFUSED)
    assert next_call(block(), None, (refused,)) is None
    assert next_call(block(), None, (replace(refused, withdrawn_at=NEXT_MORNING),)) == NINE


def test_a_wrong_number_waits_for_another_one() -> None:
    tries = (tried(CallOutcome.WRONG_NUMBER, dialed="(555) 010-0142"),)
    assert next_call(block(), None, tries) == NEXT_MORNING
    assert number_is_wrong(tries, "(555) 010-0142")
    assert not number_is_wrong(tries, "(555) 010-0199")


@every_row(
    ("hour", "expected"),
    [
        (9, NINE.replace(hour=11)),
        (15, NINE.replace(hour=17)),
        (16, morning_after(NINE)),
        (23, morning_after(NINE)),
    ],
)
def test_no_answer_is_tried_again_in_two_hours_or_the_next_morning(hour: int, expected: datetime) -> None:
    assert try_again_at(NINE.replace(hour=hour)) == expected


COURSE = Course(
    ID,
    ID,
    Region.LUMBAR,
    date(2026, 11, 1),
    pain_area="low back at the belt line",
    provoked_by="bending backward",
)
BOTH = (Target("L4", Side.LEFT), Target("L4", Side.RIGHT))


def said(course: Course, about: Block, slot: int) -> str:
    return "".join(words for words, _ in question(course, about, slot))


def test_the_script_names_area_sides_movement_time_and_rows() -> None:
    assert said(COURSE, replace(block(), targets=BOTH), 60) == (
        "Think only of the pain we tested: low back at the belt line, left and right, on bending backward. "
        "From 0 to 10, how was it at 10:30, 1 h after the injection? "
        "First the left, then the right, then overall."
    )


def test_the_script_guesses_nothing() -> None:
    bare = replace(COURSE, pain_area="", provoked_by="")
    assert said(bare, block(), 120).startswith("Think only of the pain we tested: left. From 0 to 10")


def test_one_side_is_asked_in_the_row_that_was_rated_before() -> None:
    assert rows_of(block(), response(BEFORE)) == (Series.OVERALL,)
    assert rows_of(block(), response(BEFORE, series=Series.LEFT)) == (Series.LEFT,)
    assert rows_of(block(), response()) == (Series.OVERALL,)
    assert rows_of(replace(block(), targets=BOTH), response(BEFORE)) == tuple(Series)


def test_what_is_not_recorded_of_the_complaint_is_left_out_of_the_question() -> None:
    nowhere = replace(block(), targets=())
    course = Course(ID, ID, Region.LUMBAR, date(2026, 9, 1))
    words = "".join(piece for piece, _ in question(course, nowhere, 60))
    assert words.startswith("Think only of the pain we tested. From 0 to 10, how was it at ")

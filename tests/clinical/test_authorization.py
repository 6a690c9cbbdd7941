"""What somebody entered of a payer's answer: what it says of itself, and why it cannot be kept yet."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.authorization import AskedFor, Authorization, AuthorizationState, Unnamed, problems
from tests.every_row import every_row

TODAY = date(2026, 11, 24)
TOMORROW = date(2026, 11, 25)
GRANTED = Authorization(
    UUID(int=1),
    UUID(int=2),
    AskedFor.BLOCK,
    AuthorizationState.APPROVED,
    joints=("L4-5", "L5-S1"),
    sides=(Side.LEFT, Side.RIGHT),
    joints_at_most=2,
    codes=("64493",),
    sessions=2,
    requested_on=date(2026, 11, 3),
    decided_on=date(2026, 11, 10),
    valid_from=date(2026, 11, 10),
    valid_to=TODAY,
)


def test_it_can_be_used_up_to_its_last_day() -> None:
    assert not GRANTED.expired(TODAY)
    assert GRANTED.expired(TOMORROW)
    assert not replace(GRANTED, valid_to=None).expired(TOMORROW)
    assert replace(GRANTED, state=AuthorizationState.PARTLY).expired(TOMORROW)
    assert not replace(GRANTED, state=AuthorizationState.DENIED).expired(TOMORROW)


def test_where_it_holds_is_said_in_words() -> None:
    assert GRANTED.where == "L4-5 and L5-S1, left and right"
    assert replace(GRANTED, sides=()).where == "L4-5 and L5-S1"
    assert replace(GRANTED, joints=(), sides=()).where == ""


@every_row(
    ("change", "found"),
    [
        ({}, {}),
        ({"procedure": None}, {"procedure": "Say what the authorization is for."}),
        ({"state": None}, {"state": "Say what the payer answered, or that it was requested."}),
        (
            {"state": AuthorizationState.NOT_NEEDED},
            {"note": "Say who of the payer said that none is needed."},
        ),
        ({"state": AuthorizationState.IN_ERROR}, {"note": "Say what is wrong with this entry."}),
        ({"state": AuthorizationState.IN_ERROR, "note": "another patient's"}, {}),
        (
            {"requested_on": TOMORROW, "decided_on": None},
            {"requested_on": "This day lies in the future. Check the date."},
        ),
        ({"decided_on": TOMORROW}, {"decided_on": "This day lies in the future. Check the date."}),
        ({"requested_on": date(2026, 11, 10)}, {}),
        (
            {"requested_on": date(2026, 11, 11)},
            {"decided_on": "It was requested later, on 11-Nov-2026. Check the dates."},
        ),
        ({"valid_from": TODAY}, {}),
        (
            {"valid_from": TOMORROW},
            {"valid_to": "The last day lies before the first. Check the dates."},
        ),
        ({"joints_at_most": 3}, {"joints_at_most": "Only 2 joints are named. Check the number."}),
        ({"joints_at_most": 3, "joints": ()}, {}),
        ({"note": "n" * 1_000}, {}),
        ({"note": "n" * 1_001}, {"note": "Shorten the words to 1000 characters."}),
        (
            {"unnamed": tuple(Unnamed)},
            {
                "sides": "The letter names no side, it says below. Keep one of the two.",
                "codes": "The letter names no codes, it says below. Keep one of the two.",
                "sessions": "The letter names no number of sessions, it says below. Keep one of the two.",
            },
        ),
        ({"unnamed": tuple(Unnamed), "sides": (), "codes": (), "sessions": None}, {}),
    ],
)
def test_why_it_cannot_be_kept_yet_is_said(change: dict[str, object], found: dict[str, str]) -> None:
    assert problems(replace(GRANTED, **change), TODAY) == found  # type: ignore[arg-type]

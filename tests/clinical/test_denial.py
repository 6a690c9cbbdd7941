"""Deadlines of appeals come from what somebody entered, and overdue ones stay until somebody acts."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from mbb_desktop.clinical.authorization import AskedFor
from mbb_desktop.clinical.denial import (
    Appeal,
    AppealLevel,
    AppealOutcome,
    Closed,
    Deadline,
    Denial,
    DenialReason,
    Due,
    next_step,
    problems,
)
from tests.every_row import every_row

TODAY = date(2026, 11, 24)
TOMORROW = date(2026, 11, 25)
LETTER = date(2026, 11, 10)
IN_FUTURE = "An appeal or its answer cannot lie in the future. Check the date."
PEER = Deadline(AppealLevel.PEER, days=14, counted_from=LETTER)
FIRST = Deadline(AppealLevel.FIRST, by=date(2027, 1, 9))
DENIED = Denial(
    UUID(int=1),
    UUID(int=2),
    AskedFor.ABLATION,
    dated=LETTER,
    reason=DenialReason.RELIEF,
    deadlines=(PEER, FIRST),
)
SENT = Appeal(AppealLevel.FIRST, date(2026, 11, 20))


def step(denial: Denial, today: date = TODAY) -> tuple[Due, date | None, AppealLevel | None]:
    found = next_step(denial, today)
    return found.due, found.on, found.level


def test_the_first_open_deadline_is_next_and_stays_when_it_has_passed() -> None:
    assert step(DENIED) == (Due.OPEN, TODAY, AppealLevel.PEER)
    assert step(DENIED, date(2026, 11, 25)) == (Due.OVERDUE, TODAY, AppealLevel.PEER)
    given_up = replace(PEER, given_up="no physician of the payer could be reached")
    assert step(replace(DENIED, deadlines=(given_up, FIRST))) == (Due.OPEN, FIRST.by, AppealLevel.FIRST)


def test_an_appeal_ends_the_deadlines_up_to_its_level() -> None:
    assert step(replace(DENIED, appeals=(SENT,))) == (Due.WAITING, SENT.sent_on, AppealLevel.FIRST)
    upheld = replace(SENT, outcome=AppealOutcome.UPHELD, outcome_on=TODAY)
    assert step(replace(DENIED, appeals=(upheld,))) == (Due.UNDATED, None, None)
    second = Deadline(AppealLevel.SECOND, by=date(2026, 11, 23))
    after = replace(DENIED, appeals=(upheld,), deadlines=(PEER, FIRST, second))
    assert step(after) == (Due.OVERDUE, second.by, AppealLevel.SECOND)


def test_a_denial_is_settled_by_an_approval_or_by_who_closes_it_and_by_nothing_else() -> None:
    won = replace(SENT, outcome=AppealOutcome.OVERTURNED, outcome_on=TODAY)
    assert step(replace(DENIED, appeals=(won,)))[0] is Due.SETTLED
    assert step(replace(DENIED, closed=Closed.ACCEPTED))[0] is Due.SETTLED
    assert step(replace(DENIED, deadlines=()), date(2030, 1, 1)) == (Due.UNDATED, None, None)


@every_row(
    ("change", "field", "said"),
    [
        ({"dated": None}, "dated", "Enter the date on the payer's letter."),
        ({"reason": DenialReason.OTHER}, "words", "Write the payer's reason."),
        ({"received_on": LETTER - timedelta(days=1)}, "received_on", "before its own date, 10-Nov-2026"),
        (
            {"deadlines": (Deadline(AppealLevel.FIRST, days=30),)},
            "deadlines",
            "Enter the last day, or the days and the date from which they count.",
        ),
        ({"deadlines": (replace(FIRST, by=date(2026, 11, 9)),)}, "deadlines", "lies before the letter"),
        (
            {"deadlines": (replace(PEER, by=TODAY.replace(day=25)),)},
            "deadlines",
            "The days lead to 24-Nov-2026",
        ),
        (
            {"appeals": (Appeal(AppealLevel.FIRST),)},
            "appeals",
            "Enter when the appeal was sent, or when the call took place.",
        ),
        (
            {"appeals": (replace(SENT, outcome_on=LETTER),)},
            "appeals",
            "The answer lies before the appeal. Check the dates.",
        ),
        ({"procedure": None}, "procedure", "Say what was denied."),
        ({"reason": None}, "reason", "Choose the reason, or other reason with the payer's words."),
        ({"dated": TOMORROW}, "dated", "This day lies in the future. Check the date."),
        ({"received_on": TOMORROW}, "received_on", "This day lies in the future. Check the date."),
        (
            {"deadlines": (replace(FIRST, level=None),)},
            "deadlines",
            "Say which level of appeal the deadline is of.",
        ),
        ({"appeals": (replace(SENT, level=None),)}, "appeals", "Say which level of appeal it was."),
        ({"appeals": (replace(SENT, sent_on=TOMORROW),)}, "appeals", IN_FUTURE),
        ({"appeals": (replace(SENT, outcome_on=TOMORROW),)}, "appeals", IN_FUTURE),
        (
            {"appeals": (replace(SENT, outcome=AppealOutcome.UPHELD),)},
            "appeals",
            "Enter when the payer answered the appeal.",
        ),
        ({"closed": Closed.ACCEPTED}, "closed_because", "Say why nothing more is to be done."),
    ],
    ids=[
        *(
            "date",
            "other",
            "received",
            "days",
            "early",
            "two-days",
            "unsent",
            "answer",
            "procedure",
            "reason",
        ),
        *("future", "came", "deadline", "level", "sent", "answered", "undated", "closed"),
    ],
)
def test_what_is_missing_or_contradicts_is_said(change: dict[str, object], field: str, said: str) -> None:
    found = problems(replace(DENIED, **change), TODAY)  # type: ignore[arg-type]
    assert said in found[field]
    assert said[-1] != "." or found[field].endswith(said)
    assert found[field][0].isupper()
    answered = replace(SENT, outcome=AppealOutcome.UPHELD, outcome_on=TODAY)
    assert problems(replace(DENIED, appeals=(SENT, answered)), TODAY) == problems(DENIED, TODAY) == {}


def test_a_day_that_is_today_or_that_of_the_letter_is_no_mistake() -> None:
    today = Appeal(AppealLevel.FIRST, TODAY, outcome=AppealOutcome.UPHELD, outcome_on=TODAY)
    same_day = replace(
        DENIED,
        dated=TODAY,
        received_on=TODAY,
        deadlines=(replace(FIRST, by=TODAY),),
        appeals=(today,),
    )
    assert problems(same_day, TODAY) == {}


def test_only_an_appeal_that_was_sent_ends_deadlines_and_two_of_one_day_are_no_trouble() -> None:
    unsent = Appeal(AppealLevel.FIRST)
    assert step(replace(DENIED, appeals=(unsent,))) == (Due.OPEN, TODAY, AppealLevel.PEER)
    first = replace(FIRST, by=TODAY)
    assert step(replace(DENIED, deadlines=(PEER, first))) == (Due.OPEN, TODAY, AppealLevel.PEER)
    nameless = Appeal(None, TODAY)
    assert step(replace(DENIED, appeals=(nameless,))) == (Due.OPEN, TODAY, AppealLevel.PEER)

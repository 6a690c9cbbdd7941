"""Which joints and sides are judged when none was asked for, and which blocks test them."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from mbb_desktop.clinical import standings
from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import BlockState, Purpose
from mbb_desktop.clinical.criteria import Evidence
from mbb_desktop.clinical.response import Conclusion, Response, Series, StatedRelief
from mbb_desktop.clinical.standings import (
    Standing,
    assessed_tests,
    cautions_of,
    counts,
    diagnostic_blocks,
    evidence_of,
    places,
)
from mbb_desktop.clinical.verdict import assess
from tests.clinical.invented import (
    BOTH,
    DAY,
    EIGHTY,
    LASTING_2_H,
    LEFT,
    NO_RELIEF,
    NO_SCORES,
    RIGHT,
    a_block,
    a_case,
    a_response,
    done,
    needle_out,
    with_series,
)
from tests.every_row import every_row

UPPER = (JointSide("L3-4", Side.RIGHT), JointSide("L4-5", Side.RIGHT))


def at(*blocks: tuple[JointSide, ...]) -> tuple[JointSide, ...]:
    """The joints that are judged after positive blocks of these joints."""
    return places(a_case(*(done(n, LASTING_2_H, joints=joints) for n, joints in enumerate(blocks, 1))))


@every_row(
    ("blocks", "judged"),
    [
        ((), ()),
        ((RIGHT,), RIGHT),
        ((RIGHT, RIGHT), RIGHT),
        ((RIGHT, UPPER), RIGHT[:1]),
        ((UPPER, RIGHT), RIGHT[:1]),
        ((LEFT, RIGHT), RIGHT),
        ((LEFT, RIGHT, LEFT, RIGHT), BOTH),
        ((LEFT, LEFT, RIGHT), LEFT),
        ((UPPER[:1], UPPER[:1], RIGHT), RIGHT),
        ((RIGHT, RIGHT, RIGHT[:1]), RIGHT[:1]),
    ],
    ids=[
        "none",
        "one",
        "twice",
        "new level",
        "level left",
        "other side",
        "staged",
        "side twice",
        "moved",
        "fewer",
    ],
)
def test_the_joints_tested_twice_are_judged_while_the_last_block_was_there(
    blocks: tuple[tuple[JointSide, ...], ...], judged: tuple[JointSide, ...]
) -> None:
    assert set(at(*blocks)) == set(judged)


def test_what_is_asked_for_is_judged_from_the_head_down() -> None:
    asked = (RIGHT[1], LEFT[0], RIGHT[0])
    assert places(replace(a_case(), requested=asked)) == (LEFT[0], RIGHT[0], RIGHT[1])


@every_row(
    ("change", "tests"),
    [
        ({}, True),
        ({"purpose": None}, True),
        ({"purpose": Purpose.THERAPEUTIC}, False),
        ({"state": BlockState.DRAFT}, True),
        ({"state": BlockState.PLANNED}, False),
        ({"state": BlockState.DISCARDED}, False),
        ({"state": BlockState.ENTERED_IN_ERROR}, False),
    ],
    ids=["signed", "no purpose", "therapeutic", "draft", "planned", "discarded", "in error"],
)
def test_a_block_tests_something_unless_it_treated_or_was_not_done(
    change: dict[str, object], tests: bool
) -> None:
    block = replace(a_block(), **change)  # type: ignore[arg-type] # fields by name
    assert diagnostic_blocks(a_case((block, None))) == (((block, None),) if tests else ())


def test_blocks_are_told_oldest_first() -> None:
    early, late = done(1, LASTING_2_H), done(2, NO_RELIEF)
    assert diagnostic_blocks(a_case(late, early)) == (early, late)


def test_a_block_counts_at_its_own_joints_while_there_was_pain_to_test() -> None:
    block, painless = a_block(), a_response("0", NO_RELIEF)
    assert counts(block, None, RIGHT[0])
    assert not counts(block, None, LEFT[0])
    assert counts(block, a_response("8", NO_RELIEF), RIGHT[0])
    assert counts(block, a_response(None, NO_RELIEF), RIGHT[0])
    assert not counts(block, painless, RIGHT[0])
    sides = with_series(painless, Series.RIGHT, "7", NO_RELIEF)
    assert counts(block, sides, RIGHT[0])
    assert not counts(a_block(BOTH), sides, LEFT[0])


def test_a_block_that_the_physician_signed_as_not_assessable_does_not_count() -> None:
    block, response = done(1, LASTING_2_H)
    lost = replace(response, conclusion=Conclusion.NOT_ASSESSABLE)
    assert not counts(block, lost, RIGHT[0])
    assert counts(block, replace(lost, signed_at=None), RIGHT[0])
    assert counts(block, replace(response, conclusion=Conclusion.NEGATIVE), RIGHT[0])


@every_row(
    ("later", "standing", "gap"),
    [
        (1, Standing.PENDING, "scores of the block of 03-Nov-2026, not due before the next day"),
        (2, Standing.UNKNOWN, "scores after the block of 03-Nov-2026"),
    ],
    ids=["next day", "the day after"],
)
def test_scores_are_awaited_until_the_day_after_the_block(later: int, standing: Standing, gap: str) -> None:
    case = a_case((a_block(), None), today=DAY.replace(day=DAY.day + later))
    (tested,) = standings.tests_by_place(case, EIGHTY)[RIGHT[0]]
    assert (tested.standing, tested.gap, tested.on) == (standing, gap, DAY)


YES = done(1, LASTING_2_H)[1]
LOW = (StatedRelief(Series.OVERALL, Decimal(60), needle_out(DAY)),)
HIGH = (StatedRelief(Series.OVERALL, Decimal(90), needle_out(DAY)),)
RIGHT_ONLY = replace(YES, readings=tuple(replace(each, series=Series.RIGHT) for each in YES.readings))
LONG = "80 % or more from 15 min to 2 h after the block"


def stands(response: Response | None, place: JointSide, **changes: object) -> standings.Tested:
    block = replace(a_block(BOTH), **changes)  # type: ignore[arg-type] # fields by name
    case = replace(a_case((block, response)), requested=(place,))
    return standings.tests_by_place(case, EIGHTY)[place][0]


@every_row(
    ("response", "changes", "standing", "gap"),
    [
        (YES, {}, Standing.POSITIVE, ""),
        (a_response("8", NO_RELIEF), {}, Standing.NEGATIVE, ""),
        (replace(YES, conclusion=Conclusion.NEGATIVE), {}, Standing.NEGATIVE, ""),
        (YES, {"state": BlockState.DRAFT}, Standing.PENDING, "note of the block of 03-Nov-2026, not signed"),
        (
            replace(YES, signed_at=None),
            {},
            Standing.PENDING,
            "response of the block of 03-Nov-2026, not signed",
        ),
        (YES, {"purpose": None}, Standing.UNKNOWN, "whether the block of 03-Nov-2026 was diagnostic"),
        (
            replace(YES, stated=LOW),
            {},
            Standing.UNKNOWN,
            "the physician's conclusion on the block of 03-Nov-2026: calculated and stated relief disagree",
        ),
        (replace(YES, stated=LOW, conclusion=Conclusion.POSITIVE), {}, Standing.POSITIVE, ""),
        (YES, {"drugs": ()}, Standing.UNKNOWN, "agent or duration of the block of 03-Nov-2026"),
        (
            replace(YES, stated=LOW, conclusion=Conclusion.POSITIVE),
            {"drugs": ()},
            Standing.UNKNOWN,
            "agent or duration of the block of 03-Nov-2026",
        ),
        (
            replace(a_response("8", NO_RELIEF), stated=HIGH, conclusion=Conclusion.POSITIVE),
            {"drugs": ()},
            Standing.POSITIVE,
            "",
        ),
        (
            a_response(None, LASTING_2_H),
            {},
            Standing.UNKNOWN,
            "block of 03-Nov-2026: no single score before the block",
        ),
        (a_response("8", NO_SCORES), {}, Standing.UNKNOWN, "block of 03-Nov-2026: no score after the block"),
    ],
    ids=[
        *("positive", "negative", "concluded negative", "draft", "unsigned response", "no purpose"),
        *("conflict", "conflict decided", "no agent", "decided without agent", "stated only"),
        *("no baseline", "no scores"),
    ],
)
def test_how_a_block_stands_and_what_it_lacks(
    response: Response, changes: dict[str, object], standing: Standing, gap: str
) -> None:
    found = stands(response, RIGHT[0], **changes)
    assert (found.standing, found.gap) == (standing, gap)
    assert found.result is not None


@every_row(
    ("response", "place", "words", "relief"),
    [
        (YES, RIGHT[0], f": 87 % calculated; {LONG}", Fraction(175, 2)),
        (replace(YES, stated=LOW), RIGHT[0], f": 87 % calculated, 60 % stated; {LONG}", Fraction(175, 2)),
        (RIGHT_ONLY, RIGHT[0], f", right: 87 % calculated; {LONG}", Fraction(175, 2)),
        (RIGHT_ONLY, LEFT[0], "", None),
        (
            a_response("8", NO_RELIEF),
            RIGHT[0],
            ": 0 % calculated; 80 % or more at no time after the block",
            Fraction(0),
        ),
        (
            a_response(None, LASTING_2_H),
            RIGHT[0],
            ": relief not calculable; whether it was ever 80 % or more is not known",
            None,
        ),
        (a_response("8", NO_SCORES), RIGHT[0], ": relief not calculable; no score after the block", None),
        (None, RIGHT[0], "", None),
    ],
    ids=["overall", "stated", "own side", "other side", "none", "no baseline", "no scores", "no response"],
)
def test_a_block_is_told_with_its_relief_its_day_and_its_record(
    response: Response | None, place: JointSide, words: str, relief: Fraction | None
) -> None:
    block = a_block(BOTH)
    told = evidence_of(stands(response, place))
    assert told == Evidence(f"03-Nov-2026, lidocaine{words}", block.id, relief, DAY)


def test_a_block_without_an_agent_says_so() -> None:
    assert evidence_of(stands(None, RIGHT[0], drugs=())).text == "03-Nov-2026, agent not recorded"


STOPPED = "whether the stopped block of 03-Nov-2026 counts as a session"


@every_row(
    ("response", "counted", "standing", "gap"),
    [
        (YES, None, Standing.UNKNOWN, STOPPED),
        (YES, True, Standing.POSITIVE, ""),
        (replace(YES, conclusion=Conclusion.POSITIVE), None, Standing.POSITIVE, ""),
    ],
    ids=["nobody said", "a session", "concluded"],
)
def test_a_stopped_block_waits_until_somebody_says_whether_it_counts(
    response: Response, counted: bool | None, standing: Standing, gap: str
) -> None:
    found = stands(response, RIGHT[0], stopped_because="faint", counts_as_session=counted)
    assert (found.standing, found.gap) == (standing, gap)


def test_a_stopped_block_without_a_response_waits_for_both() -> None:
    block = replace(a_block(BOTH), stopped_because="faint")
    assessed = assess(block, None, EIGHTY, a_case().agents)
    waits = list(standings._reasons_to_wait(a_case(), assessed))
    assert waits == [
        (Standing.UNKNOWN, "scores after the block of 03-Nov-2026"),
        (Standing.UNKNOWN, STOPPED),
    ]


def test_what_stands_beside_a_positive_block_is_said_with_its_day() -> None:
    long = replace(a_response("8", "1 1 1 1 1 1 1 1 1 8 8 8"), stated=LOW, conclusion=Conclusion.POSITIVE)
    found = stands(long, RIGHT[0], no_steroid=False)
    assert found.result is not None
    assert list(cautions_of(found.assessed, found.result)) == [
        "03-Nov-2026: relief longer than the window of 1 to 4 h.",
        "03-Nov-2026: calculated and stated relief lie on opposite sides of the threshold; "
        "the physician's conclusion decided.",
        "03-Nov-2026: The sides were not rated separately.",
        "03-Nov-2026: it is not recorded whether steroid was injected.",
    ]


def test_a_note_that_awaits_its_co_signature_or_was_returned_is_pending() -> None:
    block, response = done(1, LASTING_2_H)
    for state, said in (
        (BlockState.AWAITING, "co-signature"),
        (BlockState.RETURNED, "returned to the learner"),
    ):
        case = a_case((replace(block, state=state), response))
        (found,) = standings.tests_at(case, RIGHT[0], assessed_tests(case, EIGHTY))
        assert (found.standing, found.showed_nothing) == (Standing.PENDING, False)
        assert said in found.gap

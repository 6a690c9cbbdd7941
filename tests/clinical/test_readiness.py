"""What a course has so far: each joint's tests, and the sessions of twelve months."""

from dataclasses import replace
from datetime import date, timedelta

from mbb_desktop.clinical.anatomy import CoverageRegion, Side
from mbb_desktop.clinical.block import Purpose
from mbb_desktop.clinical.criteria import Case
from mbb_desktop.clinical.readiness import places_tested, say_tested, session_counts
from mbb_desktop.clinical.response import Series
from mbb_desktop.clinical.rules import read_rule_set
from mbb_desktop.clinical.sessions import Session
from tests.clinical.invented import (
    BOTH,
    COURSE,
    DAY,
    LASTING_2_H,
    LEFT,
    NO_RELIEF,
    RESOURCES,
    RIGHT,
    TWICE,
    a_block,
    a_case,
    a_response,
    done,
    two_blocks,
    with_series,
)

NONE = (
    "None in the 12 months from 02-Dec-2025 to 01-Dec-2026. It is the same number if 01-Dec-2025 counts too."
)
RULES = read_rule_set(RESOURCES / "rules" / "us-medicare-facet.toml")


def said_of(case: Case) -> list[tuple[str, str]]:
    return [say_tested(each) for each in places_tested(case, TWICE)]


def counts(case: Case) -> list[tuple[str, str, str]]:
    return [(each.title, each.number, each.words) for each in session_counts(case, RULES)]


def test_two_positive_blocks_are_asked_for() -> None:
    assert said_of(a_case(*two_blocks())) == [
        ("Right L4-5, L5-S1", "03-Nov-2026 positive, 23-Nov-2026 positive: asked for")
    ]


def test_only_the_positive_side_is_asked_for_and_the_other_is_shown() -> None:
    one = with_series(
        a_response("8", LASTING_2_H, series=Series.LEFT), Series.RIGHT, "8", NO_RELIEF
    )  # left relieved, right not
    later = DAY + timedelta(days=20)
    two = with_series(
        a_response("8", LASTING_2_H, series=Series.LEFT, on=later), Series.RIGHT, "8", NO_RELIEF, later
    )
    case = a_case((a_block(BOTH), one), (a_block(BOTH, on=later, number=2), two))
    assert said_of(case) == [
        ("Left L4-5, L5-S1", "03-Nov-2026 positive, 23-Nov-2026 positive: asked for"),
        (
            "Right L4-5, L5-S1",
            "03-Nov-2026 not positive, 23-Nov-2026 not positive: 0 of 2 positive, not asked for",
        ),
    ]


def test_a_third_block_stands_there_too() -> None:
    three = [done(1, LASTING_2_H), done(2, NO_RELIEF), done(3, LASTING_2_H)]
    ((_, said),) = said_of(a_case(*three, today=DAY + timedelta(days=60)))
    tests = "03-Nov-2026 positive, 23-Nov-2026 not positive, 13-Dec-2026 positive"
    assert said == f"{tests}: 1 of 2 positive, not asked for"


def test_the_sessions_are_counted_by_both_readings_of_the_first_day() -> None:
    case = replace(a_case(*two_blocks()), course=replace(COURSE, ablated_before=False))
    assert counts(case) == [
        (
            "Diagnostic blocks, lumbar and sacral",
            "2 of 4 allowed",
            "03-Nov-2026 and 23-Nov-2026: in the 12 months from 24-Nov-2025 to 23-Nov-2026. "
            "It is the same number if 23-Nov-2025 counts too.",
        ),
        ("Therapeutic blocks, lumbar and sacral", "0 of 4 allowed", NONE),
        ("Ablations, lumbar and sacral", "0 of 2 allowed", NONE),
    ]


def test_a_session_of_the_same_day_a_year_before_is_told_apart() -> None:
    first, second = a_block(), replace(a_block(number=2), performed_on=date(2027, 11, 3))
    case = a_case((first, None), (second, None), today=date(2027, 11, 3))
    assert counts(case)[0][1:] == (
        "1 of 4 allowed",
        "03-Nov-2027: in the 12 months from 04-Nov-2026 to 03-Nov-2027. "
        "If 03-Nov-2026 counts too, as some read the rule, there are 2.",
    )


def test_an_ablation_that_nobody_asked_about_is_not_counted_as_none() -> None:
    assert counts(a_case(*two_blocks()))[2][1:] == (
        "not known",
        "Missing: whether these joints were ablated before",
    )


def test_a_purpose_that_is_not_recorded_leaves_the_number_open() -> None:
    silent = replace(a_block(), purpose=None)
    found = session_counts(a_case((silent, None)), RULES)
    assert found[0].number == "0 to 1 of 4 allowed"
    assert list(found[0].cautions()) == ["Missing: purpose, steroid or joints of the block of 03-Nov-2026"]


def test_sides_on_different_days_are_warned_of() -> None:
    right, left = a_block(RIGHT), a_block(LEFT, on=DAY + timedelta(days=20), number=2)
    found = session_counts(a_case((right, None), (left, None)), RULES)
    assert found[0].number == "2 of 4 allowed"
    assert list(found[0].cautions()) == ["The two sides on different days are separate sessions."]
    assert {joint.side for joint in right.joints} == {Side.RIGHT}
    assert right.purpose is Purpose.DIAGNOSTIC


def test_the_ablation_that_is_asked_for_is_counted_and_said() -> None:
    known = replace(a_case(*two_blocks()), course=replace(COURSE, ablated_before=False), requested=RIGHT)
    assert counts(known)[1:] == [
        ("Therapeutic blocks, lumbar and sacral", "0 of 4 allowed", NONE),
        (
            "Ablations, lumbar and sacral, with the one asked for",
            "1 of 2 allowed",
            "The one asked for: in the 12 months from 02-Dec-2025 to 01-Dec-2026. "
            "It is the same number if 01-Dec-2025 counts too.",
        ),
    ]
    (asked,) = session_counts(known, RULES)[2].counted.inside
    assert asked == Session(known.today, CoverageRegion.LUMBAR_SACRAL, RIGHT)


def test_a_rule_set_without_a_limit_counts_all_the_same() -> None:
    found = session_counts(a_case(*two_blocks()), replace(RULES, rules=()))
    assert (found[0].number, found[0].limit) == ("2, no limit", None)


def test_a_block_whose_scores_are_awaited_is_said_so() -> None:
    case = a_case((a_block(), None), today=DAY + timedelta(days=1))
    assert said_of(case) == [("Right L4-5, L5-S1", "03-Nov-2026 awaited: 0 of 2 positive, not asked for")]

"""What the session criteria tell: every sentence with its record, its number and its day."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block, Purpose
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.clinical.criteria import Criterion, Evidence, Found, Verdict
from mbb_desktop.clinical.session_caps import SessionsInAYear
from mbb_desktop.clinical.session_criteria import (
    JointsNamed,
    LevelsPerSession,
    NothingElseThatDay,
    OneRegionPerDay,
    OneSessionADay,
    RegionKnown,
)
from mbb_desktop.clinical.sessions import SessionKind
from tests.clinical.invented import COURSE, DAY, LEFT, RIGHT, a_block, a_case
from tests.clinical.test_session_criteria import FOUR, MET, NOT_MET, TODAY, TWO, UNKNOWN, ablated, days
from tests.every_row import every_row


def test_the_yearly_count_is_told_with_its_number_its_day_and_its_last_record() -> None:
    (told,) = FOUR.find(days(*[date(2026, month, 2) for month in (3, 5, 7, 9)])).evidence
    assert told == Evidence(
        "lumbar and sacral: 4 of 4 from 03-Sep-2025 to 02-Sep-2026 (02-Mar-2026, 02-May-2026, 02-Jul-2026 "
        "and 02-Sep-2026); counting 02-Sep-2025 too: 4",
        UUID(int=104),
        4,
        date(2026, 9, 2),
    )
    (none,) = FOUR.find(days()).evidence
    words = "lumbar and sacral: 0 of 4 from 02-Dec-2025 to 01-Dec-2026; counting 01-Dec-2025 too: 0"
    assert none == Evidence(words, None, 0, TODAY)


def test_the_cautions_of_a_count_stand_one_after_the_other() -> None:
    rest = [date(2026, month, 2) for month in (3, 5, 8, 11)]
    assert FOUR.find(days(date(2025, 11, 2), *rest)).caution == (
        "Counted with 02-Nov-2025 itself: 5 of 4. "
        "The allowance is used; the next session is possible from 02-Mar-2027."
    )
    full = TWO.find(ablated(date(2025, 12, 1), date(2026, 9, 2)))
    assert full.caution == "Counted with 01-Dec-2025 itself: 3 of 2."
    right, left = a_block(RIGHT), (a_block(LEFT, on=date(2026, 11, 10), number=2), None)
    apart = "The two sides on different days are separate sessions."
    assert FOUR.find(a_case((right, None), left)).caution == apart


def test_a_stopped_block_that_nobody_counted_is_told() -> None:
    stopped = replace(a_block(), stopped_because="pain")
    found = SessionsInAYear("diagnostic", 1).find(
        a_case((stopped, None), (a_block(on=TODAY, number=2), None))
    )
    assert found.verdict is UNKNOWN
    assert found.missing == ("whether the stopped block of 03-Nov-2026 counts as a session",)
    assert found.caution == (
        "The allowance is used; the next session is possible from 01-Dec-2027. The number includes "
        "the stopped block of 03-Nov-2026, although nobody recorded whether it counts."
    )


def test_an_unknown_kind_of_session_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="Known are: diagnostic, therapeutic, ablation") as refused:
        SessionsInAYear("diagnosis", 4)
    assert str(refused.value).startswith("'diagnosis' is no kind of session.")
    for kind in SessionKind:
        assert SessionsInAYear(kind.value, 4).of == kind.value


ONE, SECOND = UUID(int=101), UUID(int=102)
NECK = replace(a_block((JointSide("C4-5", Side.LEFT),), number=2), purpose=Purpose.THERAPEUTIC)
BOTH_REGIONS = a_case((replace(a_block(), other_injection=False), None), (NECK, None))
NOV = date(2026, 11, 3)


@every_row(
    ("criterion", "told"),
    [
        (
            LevelsPerSession(2),
            [("03-Nov-2026: 1 joint (C4-5)", SECOND, 1), ("03-Nov-2026: 2 joints (L4-5 and L5-S1)", ONE, 2)],
        ),
        (
            JointsNamed(),
            [("03-Nov-2026: 2 joints, 3 nerves", ONE, 2), ("03-Nov-2026: 1 joint, 2 nerves", SECOND, 1)],
        ),
        (
            RegionKnown(),
            [
                ("03-Nov-2026: lumbar and sacral", ONE, None),
                ("03-Nov-2026: cervical and thoracic", SECOND, None),
            ],
        ),
        (OneRegionPerDay(), [("03-Nov-2026: cervical and thoracic; lumbar and sacral", ONE, None)]),
        (
            OneSessionADay(),
            [
                ("03-Nov-2026, cervical and thoracic: one session", SECOND, 1),
                ("03-Nov-2026, lumbar and sacral: one session", ONE, 1),
            ],
        ),
        (NothingElseThatDay(), [("03-Nov-2026: something else was injected that day", SECOND, None)]),
    ],
    ids=lambda each: "" if isinstance(each, list) else type(each).__name__,
)
def test_a_day_is_told_region_by_region_with_its_own_record(
    criterion: Criterion, told: list[tuple[str, UUID, int | None]]
) -> None:
    wanted = tuple(Evidence(text, record, number, NOV) for text, record, number in told)
    assert criterion.find(BOTH_REGIONS).evidence == wanted


@every_row(
    "criterion",
    [LevelsPerSession(2), JointsNamed(), RegionKnown(), OneRegionPerDay()],
    ids=lambda each: type(each).__name__,
)
def test_a_block_without_joints_lacks_them_by_its_day(criterion: Criterion) -> None:
    bare = replace(a_block(), joints=(), targets=())
    found = criterion.find(a_case((bare, None)))
    assert (found.verdict, found.missing) == (UNKNOWN, ("joints of the block (03-Nov-2026)",))


def test_what_one_session_holds_is_told() -> None:
    wide = (JointSide("L3-4", Side.RIGHT), JointSide("L5-S1", Side.RIGHT))
    apart = LevelsPerSession(2, contiguous=True).find(days(TODAY, joints=wide))
    assert apart.evidence[0].text == "01-Dec-2026: 2 joints, not neighbours (L3-4 and L5-S1)"
    asked = LevelsPerSession(1).find(replace(a_case(), requested=RIGHT))
    assert asked.evidence == (Evidence("request: 2 joints (L4-5 and L5-S1)", None, 2, None),)
    assert asked.caution == (
        "With 1 or fewer a day it takes 2 days, and each is a session of the yearly allowance."
    )
    both = (JointSide("T12-L1", Side.RIGHT), JointSide("L1-2", Side.RIGHT))
    joined = RegionKnown().find(days(TODAY, joints=both))
    assert joined.caution == "01-Dec-2026: T12-L1 together with L1-2 counts as lumbar."
    for upper in both:
        assert RegionKnown().find(days(TODAY, joints=(upper,))).caution == ""


def test_what_one_day_holds_is_told() -> None:
    treated = replace(a_block(number=2), purpose=Purpose.THERAPEUTIC)
    mixed = OneSessionADay().find(a_case((a_block(), None), (treated, None)))
    assert mixed.evidence == (Evidence("03-Nov-2026: 2 blocks, one session", ONE, 2, NOV),)
    assert mixed.caution == (
        "03-Nov-2026: diagnostic and therapeutic blocks of a region on one day are one session."
    )
    silent = OneSessionADay().find(a_case((replace(a_block(), purpose=None), None)))
    assert silent.missing == ("whether the block of 03-Nov-2026 was diagnostic",)
    for known, words in (
        (False, "nothing else was injected"),
        (True, "something else was injected that day"),
    ):
        found = NothingElseThatDay().find(a_case((replace(a_block(), other_injection=known), None)))
        assert found.evidence == (Evidence(f"03-Nov-2026: {words}", ONE, None, NOV),)
    unknown = NothingElseThatDay().find(a_case((a_block(), None)))
    assert unknown.missing == ("whether anything else was injected on 03-Nov-2026",)


@every_row(("last", "verdict"), [(date(2025, 12, 1), MET), (date(2025, 12, 2), NOT_MET)])
def test_a_year_that_ended_twelve_months_ago_is_over(last: date, verdict: Verdict) -> None:
    five = [*(date(2025, month, 20) for month in (1, 3, 5, 7)), last]
    assert FOUR.find(days(*five)).verdict is verdict


@every_row(("first", "free"), [(date(2025, 12, 1), True), (date(2025, 12, 2), False)])
def test_an_allowance_that_is_free_today_is_no_longer_used(first: date, free: bool) -> None:
    four = [first, *(date(2026, month, 2) for month in (3, 5, 9))]
    assert ("allowance is used" in FOUR.find(days(*four)).caution) is not free


def test_other_joints_on_the_other_side_are_no_split_of_sides() -> None:
    right, left = a_block(RIGHT[:1]), a_block(LEFT[1:], on=date(2026, 11, 10), number=2)
    assert FOUR.find(a_case((right, None), (left, None))).caution == ""
    same = a_block(LEFT[:1], on=date(2026, 11, 10), number=2)
    assert "two sides" in FOUR.find(a_case((right, None), (same, None))).caution


SIX = replace(COURSE, vertebrae=Vertebrae.SIX)


@every_row(
    ("joints", "verdict"), [(("L5-6", "L6-S1"), MET), (("L4-5", "L6-S1"), NOT_MET), (("L4-5", "L5-6"), MET)]
)
def test_neighbours_are_those_of_the_patients_own_spine(joints: tuple[str, ...], verdict: Verdict) -> None:
    block = replace(
        a_block(),
        joints=tuple(JointSide(name, Side.LEFT) for name in joints),
        targets=(),
        reported_by="Dr Away",
    )
    found = LevelsPerSession(2, contiguous=True).find(replace(a_case((block, None)), course=SIX))
    assert found.verdict is verdict


def test_a_session_within_the_limit_needs_no_words_about_splitting() -> None:
    block = a_block(RIGHT)
    assert LevelsPerSession(2).find(a_case((block, None))).caution == ""
    assert LevelsPerSession(1).find(a_case((block, None))).caution != ""


NOWHERE = replace(a_block(number=2), joints=(), targets=())
NECK = a_block((JointSide("C5-6", Side.RIGHT),), number=3)
JOINTS_MISSING = ("joints of the block (03-Nov-2026)",)


@every_row(
    ("blocks", "expected"),
    [
        ((NOWHERE,), Found(UNKNOWN, missing=JOINTS_MISSING)),
        (
            (a_block(), NOWHERE),
            Found(
                UNKNOWN,
                (Evidence("03-Nov-2026: lumbar and sacral", UUID(int=101), None, DAY),),
                JOINTS_MISSING,
            ),
        ),
        (
            (a_block(), NECK, NOWHERE),
            Found(
                NOT_MET,
                (
                    Evidence(
                        "03-Nov-2026: cervical and thoracic; lumbar and sacral", UUID(int=101), None, DAY
                    ),
                ),
                JOINTS_MISSING,
            ),
        ),
    ],
    ids=["nowhere", "one and nowhere", "two and nowhere"],
)
def test_a_day_with_a_block_without_joints_lacks_them(blocks: tuple[Block, ...], expected: Found) -> None:
    assert OneRegionPerDay().find(a_case(*((block, None) for block in blocks))) == expected


def test_what_a_day_of_open_blocks_lacks_is_named_once() -> None:
    case = a_case(
        (replace(a_block(), purpose=None), None), (replace(a_block(number=2), no_steroid=False), None)
    )
    found = OneSessionADay().find(case)
    assert found.missing == ("whether the block of 03-Nov-2026 was diagnostic",)
    alone = OneSessionADay().find(a_case((replace(NOWHERE, purpose=Purpose.DIAGNOSTIC), None)))
    assert [each.text for each in alone.evidence] == ["03-Nov-2026: one session"]


def test_a_second_diagnostic_block_of_the_region_confuses_nothing() -> None:
    block = replace(a_block(), other_injection=False)
    second = replace(a_block(LEFT, number=2), other_injection=False)
    assert NothingElseThatDay().find(a_case((block, None), (second, None))).verdict is MET

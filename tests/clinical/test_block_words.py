"""What the criteria about several blocks tell: every sentence with its record, its number and its day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block, BlockState, Drug, DrugUse
from mbb_desktop.clinical.block_criteria import DaysBetweenBlocks, ReliefEachTime, SameScale, confirmed
from mbb_desktop.clinical.criteria import Evidence, Verdict
from mbb_desktop.clinical.repeat_criteria import EarlyBlockExplained
from mbb_desktop.clinical.response import Response
from tests.clinical.invented import (
    BOTH,
    DAY,
    LASTING_2_H,
    LEFT,
    NO_RELIEF,
    PATIENT,
    RIGHT,
    TWICE,
    a_block,
    a_case,
    a_response,
    done,
    two_blocks,
)

DAYS_14 = DaysBetweenBlocks(14)
EXPLAINED = DaysBetweenBlocks(14, unless_explained=True)


def sooner(reason: str) -> tuple[tuple[Block, Response], tuple[Block, Response]]:
    first, (second, response) = two_blocks(13)
    return first, (replace(second, early_because=reason), response)


def test_an_interval_is_told_with_its_days_and_the_later_record() -> None:
    first, second = two_blocks(20)
    text, on = "03-Nov-2026 to 23-Nov-2026: 20 days", date(2026, 11, 23)
    assert DAYS_14.find(a_case(first, second)).evidence == (Evidence(text, second[0].id, 20, on),)
    due = Evidence("second block from 17-Nov-2026", first[0].id, None, date(2026, 11, 17))
    assert DAYS_14.find(a_case(first)).evidence == (due,)


@pytest.mark.parametrize(
    ("reason", "verdict", "caution"),
    [
        ("surgery is booked.", Verdict.MET, "16-Nov-2026, the reason given: surgery is booked."),
        ("surgery in TEX", Verdict.MET, "16-Nov-2026, the reason given: surgery in TEX."),
        (".", Verdict.NOT_MET, "16-Nov-2026: an exception needs a written reason, and none is recorded."),
        ("", Verdict.NOT_MET, "16-Nov-2026: an exception needs a written reason, and none is recorded."),
    ],
    ids=["with a stop", "without", "only a stop", "none"],
)
def test_the_reason_for_a_sooner_block_is_told_as_one_sentence(
    reason: str, verdict: Verdict, caution: str
) -> None:
    found = EXPLAINED.find(a_case(*sooner(reason)))
    assert found.verdict is verdict
    assert found.caution == caution
    assert EarlyBlockExplained(14).find(a_case(*sooner(reason))).verdict is (
        verdict if verdict is Verdict.MET else Verdict.UNKNOWN
    )
    assert DAYS_14.find(a_case(*sooner(reason))).caution == ""
    assert EXPLAINED.find(a_case(*two_blocks(14))).caution == ""


def test_blocks_of_another_complaint_count_between_and_plans_do_not() -> None:
    first = done(1, LASTING_2_H)
    other = replace(a_block(on=DAY + timedelta(days=5), number=9), course_id=UUID(int=9))
    assert DAYS_14.find(replace(a_case(first), others=(other,))).verdict is Verdict.NOT_MET
    for unlike in (replace(other, state=BlockState.PLANNED), a_block(LEFT, on=other.performed_on, number=9)):
        assert DAYS_14.find(replace(a_case(first), others=(unlike,))).verdict is Verdict.NOT_YET


@pytest.mark.parametrize(
    ("day", "told"), [(0, False), (1, True), (19, True), (20, False)], ids=["first", "next", "before", "last"]
)
def test_steroid_counts_as_between_on_the_days_between_only(day: int, told: bool) -> None:
    drug = Drug(DrugUse.STEROID, "dexamethasone")
    steroid = a_block(drugs=(drug,), on=DAY + timedelta(days=day), number=3)
    found = TWICE.find(a_case(*two_blocks(20), (steroid, None)))
    assert ("A block with steroid" in found.caution) is told


def test_a_device_that_was_off_at_every_block_is_no_caution() -> None:
    blocks = two_blocks()
    patient = replace(PATIENT, implanted_device=True)
    for off in (0, 1, 2):
        asked = tuple(
            (replace(b, other_causes=replace(b.other_causes, device_on=False if n < off else None)), r)
            for n, (b, r) in enumerate(blocks)
        )
        found = TWICE.find(replace(a_case(*asked), patient=patient))
        assert ("Implanted device" in found.caution) is (off < 2)


def test_a_lower_relief_that_suffices_keeps_the_cautions_beside_it() -> None:
    rule = ReliefEachTime(2, Decimal(100), alternative=Decimal(80))
    one, (block, response) = two_blocks()
    assert rule.find(a_case(one, (block, response))).caution == "80 % is accepted instead of 100 % or more."
    silent = rule.find(a_case(one, (replace(block, no_steroid=False), response))).caution
    assert silent == (
        "80 % is accepted instead of 100 % or more. "
        "23-Nov-2026: it is not recorded whether steroid was injected."
    )


def test_places_that_differ_are_told_apart() -> None:
    mixed = a_case(done(1, LASTING_2_H), done(2, LASTING_2_H), done(3, NO_RELIEF, joints=LEFT))
    found = TWICE.find(replace(mixed, requested=BOTH))
    assert found.verdict is Verdict.NOT_MET
    assert "L4-5 left and L5-S1 left: not met." in found.caution
    assert "L4-5 right and L5-S1 right: met." in found.caution


def test_without_a_block_of_these_joints_it_is_said_which_is_missing() -> None:
    elsewhere = (JointSide("L2-3", RIGHT[0].side),)
    for criterion in (TWICE, DAYS_14):
        assert criterion.find(a_case()).missing == ("a diagnostic block",)
        found = criterion.find(replace(a_case(done(1, LASTING_2_H)), requested=elsewhere))
        assert found.missing != ("a diagnostic block",)
        assert len(found.missing) == 1


def test_a_scale_is_told_with_its_record_and_day() -> None:
    block, response = done(1, LASTING_2_H)
    (told,) = SameScale().find(a_case((block, response))).evidence
    assert told == Evidence("03-Nov-2026: NRS 0 to 10", block.id, None, DAY)
    (unnamed,) = SameScale().find(a_case((block, replace(response, scale="")))).evidence
    assert unnamed.text.startswith("03-Nov-2026: ")
    assert unnamed.text != told.text


def test_what_is_confirmed_does_not_hang_on_how_long_relief_lasted() -> None:
    short = "1 1 8 8 8 8 8 8 8 8 8 8"
    asked = replace(TWICE, lasting=True)
    case = a_case(done(1, short), done(2, short))
    assert asked.find(case).verdict is Verdict.NOT_MET
    assert confirmed(case, asked) == RIGHT
    waiting = a_case(done(1, LASTING_2_H), (done(2, LASTING_2_H)[0], None))
    assert confirmed(waiting, asked) == ()
    assert confirmed(a_case((a_block(), a_response("0", NO_RELIEF))), asked) == ()

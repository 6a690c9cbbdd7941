"""What the criteria about several blocks tell: every sentence with its record, its number and its day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block, BlockState, Drug, DrugUse
from mbb_desktop.clinical.block_criteria import (
    DaysBetweenBlocks,
    EarlierBlockRelieved,
    ReliefEachTime,
    SameScale,
    confirmed,
)
from mbb_desktop.clinical.course import Treatment
from mbb_desktop.clinical.criteria import Evidence, Found, Verdict
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.repeat_criteria import EarlyBlockExplained
from mbb_desktop.clinical.response import Conclusion, Response, Series, StatedRelief
from tests.clinical.invented import (
    BOTH,
    COURSE,
    DAY,
    LASTING_2_H,
    LEFT,
    NO_RELIEF,
    NO_SCORES,
    PATIENT,
    RIGHT,
    TWICE,
    a_block,
    a_case,
    a_response,
    done,
    needle_out,
    two_blocks,
)
from tests.every_row import every_row

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


@every_row(
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


@every_row(
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
    assert rule.find(a_case(one, (block, response))).caution == "80 % is accepted instead of 100 %."
    silent = rule.find(a_case(one, (replace(block, no_steroid=False), response))).caution
    assert silent == (
        "80 % is accepted instead of 100 %. 23-Nov-2026: it is not recorded whether steroid was injected."
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
    hidden = "1 1 - 8 8 8 8 8 8 8 8 8"
    asked = replace(TWICE, lasting=True)
    case = a_case(done(1, hidden), done(2, hidden))
    assert asked.find(case).verdict is Verdict.UNKNOWN
    assert confirmed(case, asked) == RIGHT
    waiting = a_case(done(1, LASTING_2_H), (done(2, LASTING_2_H)[0], None))
    assert confirmed(waiting, asked) == ()
    assert confirmed(a_case((a_block(), a_response("0", NO_RELIEF))), asked) == ()


SHORT, OPEN_END = "1 1 8 8 8 8 8 8 8 8 8 8", "1 1 - 8 8 8 8 8 8 8 8 8"
FIRST_80 = EarlierBlockRelieved(Decimal(80))
ENDURING = replace(TWICE, lasting=True)
LATER = date(2027, 3, 1)


def unsigned(pair: tuple[Block, Response]) -> tuple[Block, Response]:
    return pair[0], replace(pair[1], signed_at=None)


def decided(number: int) -> tuple[Block, Response]:
    """Calculated and stated relief disagree, and the physician said that it was positive."""
    block, response = done(number, LASTING_2_H)
    at = needle_out(block.performed_on)
    stated = (StatedRelief(Series.OVERALL, Decimal(60), at),)
    return block, replace(response, stated=stated, conclusion=Conclusion.POSITIVE)


def test_before_the_first_block_the_scale_misses_a_block() -> None:
    assert SameScale().find(a_case()) == Found(Verdict.NOT_YET, missing=("a diagnostic block",))
    assert SameScale().find(a_case(*two_blocks())).caution == ""


def test_only_the_first_block_is_told_where_it_decides() -> None:
    first, second = two_blocks()
    (told,) = FIRST_80.find(a_case(first, second)).evidence
    assert told.record_id == first[0].id


def test_a_side_without_a_block_is_not_yet() -> None:
    case = replace(a_case(done(1, LASTING_2_H)), requested=BOTH)
    assert FIRST_80.find(case).verdict is Verdict.NOT_YET


@every_row(
    ("words", "verdict"),
    [
        ("5 5 5 5 8 8 8 8 8 8 8 8", Verdict.MET),
        ("5.1 5.1 5.1 5.1 8 8 8 8 8 8 8 8", Verdict.NOT_MET),
    ],
)
def test_the_lower_relief_is_a_least_one_even_where_more_than_the_other_is_asked(
    words: str, verdict: Verdict
) -> None:
    rule = ReliefEachTime(2, Decimal(80), over=True, alternative=Decimal(50))
    found = rule.find(a_case(done(1, words, before="10"), done(2, words, before="10"), today=LATER))
    assert found.verdict is verdict


@every_row(
    ("blocks", "verdict"),
    [
        ((done(1, LASTING_2_H), done(2, OPEN_END), done(3, LASTING_2_H)), Verdict.UNKNOWN),
        ((done(1, LASTING_2_H), done(2, LASTING_2_H), done(3, OPEN_END)), Verdict.UNKNOWN),
        ((done(1, OPEN_END), done(2, LASTING_2_H), done(3, LASTING_2_H)), Verdict.MET),
        ((done(1, LASTING_2_H), unsigned(done(2, LASTING_2_H))), Verdict.NOT_YET),
        ((done(1, LASTING_2_H), decided(2)), Verdict.MET),
    ],
    ids=["open between", "open after", "open before", "unsigned", "decided"],
)
def test_relief_that_has_to_last_is_seen_block_by_block(
    blocks: tuple[tuple[Block, Response], ...], verdict: Verdict
) -> None:
    assert ENDURING.find(a_case(*blocks, today=LATER)).verdict is verdict


def test_relief_that_was_too_short_is_told_and_is_not_called_too_little() -> None:
    case = a_case(done(1, SHORT), done(2, LASTING_2_H), done(3, LASTING_2_H), today=LATER)
    for asked in (ENDURING, TWICE):
        found = asked.find(case)
        assert found.verdict is Verdict.MET
        assert "03-Nov-2026: relief shorter than the window of 1 to 4 h" in found.caution
        assert "too little relief" not in found.caution


@every_row(
    ("blocks", "verdict"),
    [
        ((done(1, NO_RELIEF), done(2, LASTING_2_H), unsigned(done(3, LASTING_2_H))), Verdict.NOT_YET),
        ((done(1, NO_RELIEF), unsigned(done(2, LASTING_2_H)), done(3, NO_SCORES)), Verdict.UNKNOWN),
        ((done(1, NO_RELIEF), done(2, NO_SCORES)), Verdict.NOT_MET),
        ((done(1, NO_RELIEF), unsigned(done(2, LASTING_2_H))), Verdict.NOT_MET),
    ],
    ids=["awaited", "awaited and unknown", "too few", "one awaited"],
)
def test_after_a_failure_what_is_awaited_may_still_suffice(
    blocks: tuple[tuple[Block, Response], ...], verdict: Verdict
) -> None:
    assert TWICE.find(a_case(*blocks, today=LATER)).verdict is verdict


def test_several_cautions_are_sentences_of_one_text() -> None:
    blocks = [(replace(b, no_steroid=False), r) for b, r in two_blocks(13)]
    text = "it is not recorded whether steroid was injected."
    both = f"03-Nov-2026: {text} 16-Nov-2026: {text}"
    assert TWICE.find(a_case(*blocks)).caution == both
    soon = [
        (replace(a_block(on=DAY + timedelta(days=5 * n), number=n + 1), early_because=f"reason {n}"), None)
        for n in range(3)
    ]
    assert EXPLAINED.find(a_case(*soon)).caution == (
        "08-Nov-2026, the reason given: reason 1. 13-Nov-2026, the reason given: reason 2."
    )


def test_a_day_without_pain_is_no_block_to_count_days_from() -> None:
    painless = a_block(on=DAY + timedelta(days=3), number=2), a_response("0", NO_RELIEF)
    assert DAYS_14.find(a_case(done(1, LASTING_2_H), painless)).verdict is Verdict.NOT_YET


def test_blocks_before_an_old_ablation_confirm_only_where_none_is_asked_again() -> None:
    course = replace(
        COURSE, ablated_before=True, ablations=(Treatment(date(2023, 3, 1), ("L4-5",), (Side.RIGHT,)),)
    )
    before = tuple(
        (replace(block, performed_on=date(2022, 6, day)), response)
        for day, (block, response) in zip((1, 22), two_blocks(), strict=True)
    )
    case = replace(a_case(*before), course=course)
    assert confirmed(case, TWICE) == RIGHT
    assert confirmed(case, replace(TWICE, renewed_after=2)) == RIGHT[1:]
    here = replace(case, requested=RIGHT[:1])
    assert FIRST_80.find(here).verdict is Verdict.MET
    assert replace(FIRST_80, renewed_after=2).find(here).verdict is Verdict.NOT_YET
    assert TWICE.find(here).verdict is Verdict.MET
    assert replace(TWICE, renewed_after=2).find(here).verdict is Verdict.NOT_YET


def test_what_is_said_of_all_blocks_follows_what_is_said_of_each() -> None:
    failed = done(1, NO_RELIEF)
    blocks = [(replace(block, no_steroid=False), response) for block, response in map(_relieved, (2, 3))]
    open_ = "it is not recorded whether steroid was injected."
    assert TWICE.find(a_case(failed, *blocks, today=LATER)).caution == (
        f"23-Nov-2026: {open_} 13-Dec-2026: {open_} {phrase('caution.failed_before', on='03-Nov-2026')}"
    )


def _relieved(number: int) -> tuple[Block, Response]:
    return done(number, LASTING_2_H)

"""Criteria about the blocks: relief each time, the days between, the same scale."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Side, in_order
from mbb_desktop.clinical.block import Block, BlockState, Drug, DrugUse, Purpose
from mbb_desktop.clinical.block_criteria import (
    DaysBetweenBlocks,
    EarlierBlockRelieved,
    ReliefEachTime,
    SameScale,
    confirmed,
)
from mbb_desktop.clinical.criteria import Criterion, Verdict
from mbb_desktop.clinical.response import Conclusion, Medicine, MedicineKind, Response, Series, StatedRelief
from tests.clinical.invented import (
    BOTH,
    BUPIVACAINE,
    DAY,
    LASTING_2_H,
    LEFT,
    LIDOCAINE,
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
    with_series,
)
from tests.every_row import every_row

MET, NOT_MET, UNKNOWN, NOT_YET = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_YET
FIRST_80 = EarlierBlockRelieved(Decimal(80))
DAYS_14 = DaysBetweenBlocks(14)
Pair = tuple[Block, Response | None]


def days_later(days: int, number: int, joints: tuple[JointSide, ...] = RIGHT) -> tuple[Block, Response]:
    """A positive block so many days after the first day."""
    on = DAY + timedelta(days=days)
    return a_block(joints, on=on, number=number), a_response("8", YES, on=on)


def verdict(criterion: Criterion, *blocks: Pair) -> Verdict:
    return criterion.find(a_case(*blocks, today=date(2027, 3, 1))).verdict


YES, NO, UNKNOWN_SCORES = LASTING_2_H, NO_RELIEF, NO_SCORES


@every_row(
    ("words", "twice", "first"),
    [
        ((), NOT_YET, NOT_YET),
        ((YES,), NOT_YET, MET),
        ((NO,), NOT_MET, NOT_MET),
        ((UNKNOWN_SCORES,), UNKNOWN, UNKNOWN),
        ((YES, YES), MET, MET),
        ((YES, NO), NOT_MET, MET),
        ((NO, YES), NOT_MET, NOT_MET),
        ((YES, UNKNOWN_SCORES), UNKNOWN, MET),
        ((UNKNOWN_SCORES, YES), UNKNOWN, UNKNOWN),
        ((NO, UNKNOWN_SCORES), NOT_MET, NOT_MET),
        ((NO, YES, YES), MET, NOT_MET),
        ((YES, NO, YES), NOT_MET, MET),
        ((YES, NO, YES, YES), MET, MET),
        ((YES, YES, NO), NOT_MET, MET),
        ((YES, YES, UNKNOWN_SCORES), MET, MET),
        ((YES, UNKNOWN_SCORES, NO), NOT_MET, MET),
        ((NO, YES, UNKNOWN_SCORES), UNKNOWN, NOT_MET),
    ],
)
def test_relief_each_time_and_first(words: tuple[str, ...], twice: Verdict, first: Verdict) -> None:
    blocks = [done(number, each) for number, each in enumerate(words, start=1)]
    assert (verdict(TWICE, *blocks), verdict(FIRST_80, *blocks)) == (twice, first)


def test_three_quarters_fail_80_and_pass_50() -> None:
    block = done(1, "2 2 2 2 5 7 8 8 8 8 8 8")
    assert verdict(FIRST_80, block) is NOT_MET
    assert verdict(EarlierBlockRelieved(Decimal(50)), block) is MET


def test_exactly_half_meets_half_but_not_more_than_half() -> None:
    block = done(1, "4 4 4 4 7 7 8 8 8 8 8 8")
    assert verdict(EarlierBlockRelieved(Decimal(50)), block) is MET
    assert verdict(EarlierBlockRelieved(Decimal(50), over=True), block) is NOT_MET


@every_row(("best", "expected"), [("2", MET), ("2.04", NOT_MET)])
def test_79_6_is_not_80(best: str, expected: Verdict) -> None:
    words = " ".join([best] * 4 + ["9"] * 8)
    assert verdict(FIRST_80, done(1, words, before="10")) is expected


@every_row(
    ("words", "said"),
    [
        ("1 1 8 8 8 8 8 8 8 8 8 8", "relief shorter than the window of 1 to 4 h"),
        ("1 1 1 1 1 1 1 8 8 8 8 8", "relief longer than the window of 1 to 4 h"),
        ("1 1 - 8 8 8 8 8 8 8 8 8", "duration between 30 min and 2 h: not decidable"),
    ],
)
def test_duration_alone_never_fails(words: str, said: str) -> None:
    found = FIRST_80.find(a_case(done(1, words)))
    assert found.verdict is MET
    assert said in found.caution


@every_row(
    ("words", "expected"),
    [
        ("1 1 8 8 8 8 8 8 8 8 8 8", MET),
        ("1 1 - 8 8 8 8 8 8 8 8 8", UNKNOWN),
        ("1 1 1 8 8 8 8 8 8 8 8 8", MET),
        ("8 8 8 8 8 1 8 8 8 8 8 8", MET),
        ("1 1 1 1 1 1 1 8 8 8 8 8", MET),
        ("1 1 1 1 1 1 - 8 8 8 8 8", MET),
    ],
    ids=["too short", "hidden by a gap", "to the window", "late", "prolonged", "end hidden by a gap"],
)
def test_a_rule_that_asks_for_duration_is_open_only_while_nobody_can_tell(
    words: str, expected: Verdict
) -> None:
    once = ReliefEachTime(1, Decimal(80), lasting=True)
    case = a_case(done(1, words))
    for rule in (EarlierBlockRelieved(Decimal(80), lasting=True), once):
        found = rule.find(case)
        assert found.verdict is expected
        assert ("relief shorter than the window" in found.caution) is words.startswith("1 1 8")
    assert confirmed(case, once) == RIGHT


def test_a_block_of_the_joint_under_another_complaint_is_as_near() -> None:
    block, _ = done(1, YES)
    soon = replace(block, id=UUID(int=88), course_id=UUID(int=9), performed_on=DAY + timedelta(days=5))
    case = a_case(done(1, YES), today=date(2027, 3, 1))
    assert DAYS_14.find(case).verdict is NOT_YET
    assert DAYS_14.find(replace(case, others=(soon,))).verdict is NOT_MET
    other_side = replace(a_block(LEFT, on=soon.performed_on, number=7), course_id=UUID(int=9))
    assert DAYS_14.find(replace(case, others=(other_side,))).verdict is NOT_YET


def test_a_block_that_failed_before_the_ones_that_count_is_told() -> None:
    found = TWICE.find(a_case(done(1, NO), done(2, YES), done(3, YES)))
    assert found.verdict is MET
    assert "too little relief on 03-Nov-2026" in found.caution


def conflict(number: int, conclusion: Conclusion | None = None) -> Pair:
    """Calculated 87 %, stated 60 %."""
    block, response = done(number, YES)
    stated = (StatedRelief(Series.OVERALL, Decimal(60), needle_out(block.performed_on)),)
    return block, replace(response, stated=stated, conclusion=conclusion)


def unsigned(number: int) -> Pair:
    block, response = done(number, YES)
    return block, replace(response, signed_at=None)


@every_row(
    ("blocks", "expected"),
    [
        ((done(1, YES), done(2, YES), conflict(3)), UNKNOWN),
        ((done(1, YES), conflict(2), done(3, YES)), UNKNOWN),
        ((conflict(1), done(2, YES), done(3, YES)), MET),
        ((done(1, YES), conflict(2, Conclusion.POSITIVE), done(3, YES)), MET),
        ((done(1, YES), done(2, YES), unsigned(3)), NOT_YET),
        ((done(1, YES), unsigned(2), done(3, YES)), NOT_YET),
        ((done(1, YES), unsigned(2), done(3, YES), conflict(4)), UNKNOWN),
        ((done(1, YES), done(2, YES), (done(3, YES)[0], None)), UNKNOWN),
    ],
    ids=["after", "between", "before", "decided", "awaited after", "awaited between", "both", "no scores"],
)
def test_an_open_block_after_or_between_the_positive_ones_leaves_it_open(
    blocks: tuple[Pair, ...], expected: Verdict
) -> None:
    assert verdict(TWICE, *blocks) is expected
    assert (confirmed(a_case(*blocks, today=date(2027, 3, 1)), TWICE) == RIGHT) is (expected is MET)


@every_row("at", [2, 3])
def test_a_block_that_showed_nothing_is_named_and_takes_nothing_away(at: int) -> None:
    words = [YES, YES, YES]
    words[at - 1] = UNKNOWN_SCORES
    blocks = [done(number, each) for number, each in enumerate(words, start=1)]
    found = TWICE.find(a_case(*blocks, today=date(2027, 3, 1)))
    assert found.verdict is MET
    said = {2: "on 23-Nov-2026 showed nothing", 3: "on 13-Dec-2026 showed nothing"}
    assert said[at] in found.caution


def test_one_block_that_failed_after_a_positive_one_is_not_confirmed() -> None:
    once = ReliefEachTime(1, Decimal(80))
    assert confirmed(a_case(done(1, YES), done(2, NO)), once) == ()
    assert confirmed(a_case(done(1, NO), done(2, YES)), once) == RIGHT


@every_row("concluded", [Conclusion.POSITIVE, Conclusion.NEGATIVE, None])
def test_the_physician_decides_between_calculated_and_stated_relief(concluded: Conclusion | None) -> None:
    said = a_response("4", "1 1 1 1 3 4 4 4 4 4 4 4", stated="90")
    found = FIRST_80.find(a_case((a_block(), replace(said, conclusion=concluded))))
    expected = {Conclusion.POSITIVE: MET, Conclusion.NEGATIVE: NOT_MET, None: UNKNOWN}
    assert found.verdict is expected[concluded]
    assert "agent or duration" not in "; ".join(found.missing)


def test_without_an_agent_duration_is_unknown() -> None:
    block, response = done(1, YES)
    found = FIRST_80.find(a_case((replace(block, drugs=()), response)))
    assert found.verdict is UNKNOWN
    assert found.missing == ("agent or duration of the block of 03-Nov-2026",)


def test_without_a_response_the_next_day_is_awaited_and_then_missing() -> None:
    block = a_block()
    tomorrow = replace(a_case((block, None)), today=DAY + timedelta(days=1))
    later = replace(tomorrow, today=DAY + timedelta(days=2))
    assert [FIRST_80.find(case).verdict for case in (tomorrow, later)] == [NOT_YET, UNKNOWN]


def test_an_unsigned_response_is_not_yet() -> None:
    one, (block, response) = two_blocks()
    found = TWICE.find(a_case(one, (block, replace(response, signed_at=None))))
    assert found.verdict is NOT_YET
    assert found.missing == ("response of the block of 23-Nov-2026, not signed",)


def test_an_unsigned_note_is_not_yet() -> None:
    one, (block, response) = two_blocks()
    assert verdict(TWICE, one, (replace(block, state=BlockState.DRAFT), response)) is NOT_YET


@every_row("state", [BlockState.PLANNED, BlockState.DISCARDED, BlockState.ENTERED_IN_ERROR])
def test_what_was_not_done_does_not_count(state: BlockState) -> None:
    one, (block, response) = two_blocks()
    assert verdict(TWICE, one, (replace(block, state=state), response)) is NOT_YET


@every_row(
    "change",
    [
        {"purpose": Purpose.THERAPEUTIC},
        {"drugs": (LIDOCAINE, Drug(DrugUse.STEROID, "dexamethasone"))},
    ],
)
def test_a_treatment_is_no_test(change: dict[str, object]) -> None:
    one, (block, response) = two_blocks()
    treated = replace(block, **change)  # type: ignore[arg-type] # one field
    assert verdict(TWICE, one, (treated, response)) is NOT_YET


def test_a_block_of_unknown_purpose_is_unknown() -> None:
    one, (block, response) = two_blocks()
    assert verdict(TWICE, one, (replace(block, purpose=None), response)) is UNKNOWN


def test_a_day_without_pain_tests_nothing() -> None:
    assert verdict(TWICE, done(1, YES), done(2, "0 0 0 0 0 0 0 0 0 0 0 0", before="0")) is NOT_YET


def test_a_baseline_nobody_recorded_is_unknown() -> None:
    assert verdict(TWICE, done(1, YES), done(2, YES, before=None)) is UNKNOWN


def concluded(pair: tuple[Block, Response], conclusion: Conclusion) -> tuple[Block, Response]:
    return pair[0], replace(pair[1], conclusion=conclusion, conclusion_reason="seen by me")


@every_row(
    ("conclusion", "expected"),
    [
        (None, UNKNOWN),
        (Conclusion.POSITIVE, MET),
        (Conclusion.NEGATIVE, NOT_MET),
        (Conclusion.NOT_ASSESSABLE, NOT_YET),
    ],
)
def test_the_physician_decides_a_conflict(conclusion: Conclusion | None, expected: Verdict) -> None:
    block, response = done(1, YES)
    stated = (StatedRelief(Series.OVERALL, Decimal(60), needle_out(DAY)),)
    found = FIRST_80.find(a_case((block, replace(response, stated=stated, conclusion=conclusion))))
    assert found.verdict is expected
    assert ("the physician's conclusion decided" in found.caution) is (expected is MET)


def test_a_negative_conclusion_is_never_overruled() -> None:
    assert verdict(FIRST_80, concluded(done(1, YES), Conclusion.NEGATIVE)) is NOT_MET


def test_a_positive_conclusion_does_not_raise_the_relief() -> None:
    assert verdict(FIRST_80, concluded(done(1, NO), Conclusion.POSITIVE)) is NOT_MET


def test_a_block_concluded_not_assessable_gives_way_to_its_repeat() -> None:
    lost = concluded(done(1, NO_SCORES), Conclusion.NOT_ASSESSABLE)
    assert verdict(FIRST_80, lost, done(2, YES)) is MET
    assert verdict(TWICE, lost, done(2, YES), done(3, YES)) is MET


def test_each_side_must_reach_it() -> None:
    blocks = []
    for number, left in ((1, YES), (2, NO)):
        block, response = done(number, YES, joints=BOTH)
        right = replace(response, readings=tuple(replace(r, series=Series.RIGHT) for r in response.readings))
        blocks.append((block, with_series(right, Series.LEFT, "8", left, block.performed_on)))
    found = TWICE.find(a_case(*blocks))
    assert found.verdict is NOT_MET
    assert "L4-5 left and L5-S1 left: not met." in found.caution
    assert confirmed(a_case(*blocks), TWICE) == RIGHT
    assert TWICE.find(replace(a_case(*blocks), requested=RIGHT)).verdict is MET


def test_a_wider_first_block_does_not_matter() -> None:
    wide = done(1, YES, joints=(*RIGHT, JointSide("L3-4", Side.RIGHT)))
    assert verdict(TWICE, wide, done(2, YES)) is MET
    assert confirmed(a_case(wide, done(2, YES)), TWICE) == RIGHT


def test_sides_blocked_on_different_days_are_judged_together() -> None:
    staged = [done(n, YES, joints=LEFT if n % 2 else RIGHT) for n in (1, 2, 3, 4)]
    assert verdict(TWICE, *staged) is MET
    assert confirmed(a_case(*staged), TWICE) == in_order(BOTH)


def test_new_levels_after_a_failure_are_a_new_question() -> None:
    other = (JointSide("L3-4", Side.RIGHT),)
    assert verdict(TWICE, done(1, NO), done(2, NO), done(3, YES, joints=other)) is NOT_YET


def test_nothing_is_confirmed_by_one_block() -> None:
    assert confirmed(a_case(done(1, YES)), TWICE) == ()


@every_row(
    ("days", "expected", "said"),
    [
        ((0,), NOT_YET, "second block from 17-Nov-2026"),
        ((0, 13), NOT_MET, "03-Nov-2026 to 16-Nov-2026: 13 days"),
        ((0, 14), MET, "03-Nov-2026 to 17-Nov-2026: 14 days"),
        ((0, 0), NOT_MET, "03-Nov-2026 to 03-Nov-2026: 0 days"),
        ((0, 20, 30), NOT_MET, "23-Nov-2026 to 03-Dec-2026: 10 days"),
    ],
)
def test_13_days_are_not_14(days: tuple[int, ...], expected: Verdict, said: str) -> None:
    blocks = [days_later(day, number) for number, day in enumerate(days, start=1)]
    found = DAYS_14.find(a_case(*blocks))
    assert found.verdict is expected
    assert said in [evidence.text for evidence in found.evidence]


def test_days_count_between_blocks_of_the_same_side() -> None:
    assert verdict(DAYS_14, done(1, YES, joints=LEFT), days_later(1, 2)) is NOT_YET


@every_row("criterion", [TWICE, FIRST_80, DAYS_14, SameScale()])
def test_before_the_first_block_nothing_is_judged(criterion: Criterion) -> None:
    assert criterion.find(a_case()).verdict is NOT_YET


def test_the_scale_is_named_and_used_before_and_after() -> None:
    one, two = two_blocks()
    found = SameScale().find(a_case(one, two))
    assert found.verdict is MET
    assert [each.text for each in found.evidence] == ["03-Nov-2026: NRS 0 to 10", "23-Nov-2026: NRS 0 to 10"]


@every_row(
    ("response", "expected", "missing"),
    [
        (replace(a_response("8", YES), scale=""), UNKNOWN, ("the pain scale of the block of 03-Nov-2026",)),
        (a_response(None, YES), UNKNOWN, ("the overall score before the block of 03-Nov-2026",)),
        (a_response("8", NO_SCORES), UNKNOWN, ("scores after the block of 03-Nov-2026",)),
        (None, NOT_YET, ("scores after the block of 03-Nov-2026",)),
    ],
)
def test_a_scale_that_cannot_be_checked_is_missing(
    response: Response | None, expected: Verdict, missing: tuple[str, ...]
) -> None:
    found = SameScale().find(a_case((a_block(), response)))
    assert (found.verdict, found.missing) == (expected, missing)


def test_different_scales_are_a_caution() -> None:
    one, (block, response) = two_blocks()
    found = SameScale().find(a_case(one, (block, replace(response, scale="VAS"))))
    assert found.verdict is MET
    assert found.caution == "The blocks were scored on different scales: NRS 0 to 10 and VAS."


def test_discordant_relief_is_only_a_caution() -> None:
    four = "2 2 2 2 2 2 6 9 9 9 9 9"
    blocks = done(1, four, before="10"), done(2, four, before="10", drug=BUPIVACAINE)
    found = TWICE.find(a_case(*blocks))
    assert found.verdict is MET
    assert found.caution == "The short-acting agent lasted as long as the long-acting one, or longer."


def test_concordant_relief_needs_no_caution() -> None:
    assert TWICE.find(a_case(*two_blocks())).caution == ""


def test_steroid_between_two_blocks_is_a_caution() -> None:
    one, two = two_blocks()
    steroid = a_block(drugs=(Drug(DrugUse.STEROID, "dexamethasone"),), on=DAY + timedelta(days=5), number=3)
    assert (
        "A block with steroid on 08-Nov-2026 lies between."
        in TWICE.find(a_case(one, two, (steroid, None))).caution
    )


def test_an_implanted_device_is_a_caution() -> None:
    case = replace(a_case(*two_blocks()), patient=replace(PATIENT, implanted_device=True))
    assert "Implanted device" in TWICE.find(case).caution


def test_what_stands_beside_a_positive_block_is_said() -> None:
    one, (block, response) = two_blocks()
    reported = replace(block, reported_by="Dr Away", no_steroid=False)
    caution = TWICE.find(a_case(one, (reported, response))).caution
    assert "23-Nov-2026: Reported by Dr Away, not observed here." in caution
    assert "23-Nov-2026: it is not recorded whether steroid was injected." in caution


def test_a_confounder_is_said() -> None:
    block, response = done(1, YES)
    rescue = Medicine("tramadol", MedicineKind.RESCUE, needle_out(DAY) + timedelta(minutes=30))
    caution = FIRST_80.find(a_case((block, replace(response, medicines=(rescue,))))).caution
    assert "03-Nov-2026: tramadol at 11:00, before or during the relief." in caution


def test_a_signed_response_without_scores_of_the_side_is_unknown() -> None:
    block, response = done(1, YES, joints=BOTH)
    left = tuple(replace(reading, series=Series.LEFT) for reading in response.readings)
    found = FIRST_80.find(replace(a_case((block, replace(response, readings=left))), requested=RIGHT))
    assert found.verdict is UNKNOWN
    assert found.missing == ("scores after the block of 03-Nov-2026",)
    assert [each.text for each in found.evidence] == ["03-Nov-2026, lidocaine"]


def test_relief_that_cannot_be_calculated_is_said_so() -> None:
    found = FIRST_80.find(a_case(done(1, YES, before=None)))
    assert found.evidence[0].text == (
        "03-Nov-2026, lidocaine: relief not calculable; whether it was ever 80 % or more is not known"
    )


def test_evidence_carries_relief_date_and_record() -> None:
    one, two = two_blocks()
    evidence = TWICE.find(a_case(one, two)).evidence
    assert [(each.record_id, each.on) for each in evidence] == [(b.id, b.performed_on) for b, _ in (one, two)]
    assert evidence[0].number == Decimal("87.5")
    assert evidence[0].text == (
        "03-Nov-2026, lidocaine: 87 % calculated, 90 % stated; "
        "80 % or more from 15 min to 2 h after the block"
    )

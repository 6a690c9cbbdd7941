"""The figures: what is counted, that counts add up, and that few say little."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as some

from mbb_desktop.clinical.anatomy import JointSide, Region, Side
from mbb_desktop.clinical.block import Block, BlockState, Drug, DrugUse, Fluoroscopy, Purpose, Target
from mbb_desktop.clinical.completeness import called_in_time, missing, slots_known
from mbb_desktop.clinical.counted import (
    Counted,
    CountedBlock,
    CountedComplaint,
    Dose,
    Gap,
    Left,
    Period,
    Result,
    Stage,
    in_region,
)
from mbb_desktop.clinical.counting import Asked, Complaint, Scores, SignedBlock, count, year_to
from mbb_desktop.clinical.course import Treatment
from mbb_desktop.clinical.doses_given import month_doses, sum_bands, year_doses
from mbb_desktop.clinical.figures import figures
from mbb_desktop.clinical.funnel import funnel
from mbb_desktop.clinical.rates import By, label_of, overall_rate, rates
from mbb_desktop.clinical.response import BEFORE, SLOTS, Conclusion
from mbb_desktop.clinical.time_to_sign import middle_band, times_to_sign
from tests.every_row import every_row

TODAY = date(2026, 11, 24)
YEAR = Period(date(2025, 11, 25), TODAY)
OKAFOR, LINDGREN = UUID(int=901), UUID(int=902)
PATIENT, COMPLAINT = UUID(int=801), UUID(int=701)
ALL_SCORES = Scores(frozenset((BEFORE, *SLOTS)), frozenset((BEFORE, *SLOTS)))
L45_LEFT = (JointSide("L4-5", Side.LEFT),)
LEFT_TARGETS = (Target("L3 MB", Side.LEFT), Target("L4 MB", Side.LEFT))


def signed(
    number: int, on: date, concluded: Conclusion | None = Conclusion.POSITIVE, **changes: Any
) -> SignedBlock:
    facts: dict[str, Any] = {
        "joints": L45_LEFT,
        "targets": LEFT_TARGETS,
        "drugs": (Drug(DrugUse.TARGET, "lidocaine"),),
        "physician_id": OKAFOR,
        "purpose": Purpose.DIAGNOSTIC,
        "no_steroid": True,
        **changes,
    }
    block = Block(UUID(int=number), PATIENT, COMPLAINT, on, BlockState.SIGNED, **facts)
    scores = Scores(ALL_SCORES.known, ALL_SCORES.asked, on + timedelta(days=1), concluded)
    return SignedBlock(block, Region.LUMBAR, True, True, None, scores)


def counted(*blocks: SignedBlock, complaint: Complaint | None = None, period: Period = YEAR) -> Counted:
    known = complaint or Complaint(COMPLAINT, PATIENT, Region.LUMBAR)
    return count(Asked(period), blocks, (known,), TODAY)


def test_the_second_test_of_a_joint_is_number_two() -> None:
    found = counted(signed(2, date(2026, 3, 1)), signed(1, date(2026, 2, 1)))
    assert {block.id.int: block.number for block in found.blocks} == {1: 1, 2: 2}


def test_a_test_that_was_not_assessable_is_passed_over_in_counting() -> None:
    first = signed(1, date(2026, 2, 1), Conclusion.NOT_ASSESSABLE)
    assert [block.number for block in counted(first, signed(2, date(2026, 3, 1))).blocks] == [1, 1]


def test_the_other_side_begins_anew() -> None:
    right = signed(2, date(2026, 3, 1), joints=(JointSide("L4-5", Side.RIGHT),))
    assert [block.number for block in counted(signed(1, date(2026, 2, 1)), right).blocks] == [1, 1]


def test_a_block_before_the_period_counts_for_the_number_alone() -> None:
    found = counted(signed(1, date(2025, 10, 1)), signed(2, date(2026, 3, 1)))
    assert [(block.id.int, block.number) for block in found.blocks] == [(2, 2)]


@every_row(
    ("changes", "result"),
    [
        ({"purpose": Purpose.THERAPEUTIC}, Result.NOT_A_TEST),
        ({"drugs": (Drug(DrugUse.STEROID, "triamcinolone"),)}, Result.NOT_A_TEST),
        ({"targets": (Target("L3 MB", Side.LEFT, not_injected=True),)}, Result.NOT_A_TEST),
        ({"reported_by": "Harbor Spine Clinic"}, Result.ELSEWHERE),
        ({}, Result.POSITIVE),
    ],
    ids=["therapeutic", "steroid", "nothing injected", "elsewhere", "test"],
)
def test_only_the_clinics_own_tests_have_a_result(changes: dict[str, Any], result: Result) -> None:
    assert counted(signed(1, date(2026, 2, 1), **changes)).blocks[0].result is result


def test_a_response_that_nobody_signed_is_open() -> None:
    assert counted(signed(1, date(2026, 2, 1), None)).blocks[0].result is Result.OPEN


def test_a_conclusion_against_the_computed_value_is_told() -> None:
    one = signed(1, date(2026, 2, 1))
    scores = Scores(conclusion=Conclusion.POSITIVE, computed=("left: negative", "right: positive"))
    told = counted(SignedBlock(one.block, one.region, True, True, None, scores)).blocks[0]
    assert (told.differs, told.computed) == (True, "positive and negative")


def test_a_physician_asked_alone_has_only_the_own_blocks() -> None:
    blocks = (signed(1, date(2026, 2, 1)), signed(2, date(2026, 3, 1), physician_id=LINDGREN))
    found = count(Asked(YEAR, LINDGREN), blocks, (Complaint(COMPLAINT, PATIENT, Region.LUMBAR),), TODAY)
    assert [block.id.int for block in found.blocks] == [2]
    assert found.complaints == ()
    assert len(found.year) == 2, "a patient's dose of twelve months is whole, whoever gave it"


def reached(*blocks: SignedBlock, **facts: object) -> tuple[Stage, Left | None]:
    complaint = Complaint(COMPLAINT, PATIENT, Region.LUMBAR, **facts)  # type: ignore[arg-type]
    (found,) = counted(*blocks, complaint=complaint).complaints
    return found.reached, found.left


LONG_AGO, LATELY = date(2026, 2, 1), date(2026, 11, 1)
CONFIRMED = (signed(1, LONG_AGO), signed(2, LATELY))


def test_a_negative_test_ends_the_way() -> None:
    assert reached(signed(1, LONG_AGO, Conclusion.NEGATIVE)) == (Stage.FIRST, Left.NEGATIVE)


def test_without_a_further_step_for_ninety_days_it_is_lost() -> None:
    assert reached(signed(1, TODAY - timedelta(days=91))) == (Stage.FIRST, Left.LOST)
    assert reached(signed(1, TODAY - timedelta(days=90))) == (Stage.FIRST, Left.WAITING)


def test_two_positive_tests_of_one_joint_confirm() -> None:
    assert reached(*CONFIRMED) == (Stage.CONFIRMED, Left.WAITING)


def test_two_positive_tests_of_different_joints_do_not() -> None:
    other = signed(
        2,
        LATELY,
        joints=(JointSide("L5-S1", Side.RIGHT),),
        targets=(Target("L4 MB", Side.RIGHT), Target("L5 DR", Side.RIGHT)),
    )
    assert reached(signed(1, LONG_AGO), other) == (Stage.SECOND, Left.WAITING)


def test_an_ablation_without_a_letter_went_another_way() -> None:
    told = (Treatment(TODAY),)
    assert reached(*CONFIRMED, ablations=told) == (Stage.CONFIRMED, Left.OTHERWISE)


def test_an_ablation_before_the_first_test_is_none_of_this_way() -> None:
    told = (Treatment(date(2020, 1, 1), relief=Decimal(80)),)
    assert reached(*CONFIRMED, ablations=told, letter_on=LATELY) == (Stage.LETTER, Left.WAITING)


def test_what_came_of_the_ablation_is_the_end() -> None:
    told = (Treatment(TODAY, relief=Decimal(80)),)
    assert reached(*CONFIRMED, ablations=told, letter_on=LATELY) == (Stage.OUTCOME, None)


def test_a_decision_against_ablation_ends_the_way() -> None:
    assert reached(*CONFIRMED, ended=True) == (Stage.CONFIRMED, Left.ENDED)


COMPLAINTS = some.lists(
    some.builds(
        lambda stage, left: CountedComplaint(
            COMPLAINT, PATIENT, None, Region.LUMBAR, TODAY, stage, None if stage is Stage.OUTCOME else left
        ),
        some.sampled_from(Stage),
        some.sampled_from(Left),
    )
)


@given(COMPLAINTS)
def test_every_stage_of_the_funnel_adds_up(complaints: list[CountedComplaint]) -> None:
    steps = funnel(complaints)
    assert steps[0].reached.count == len(complaints)
    for step, following in pairwise(steps):
        assert step.reached.count == following.reached.count + sum(step.left.values())
        assert following.reached.of == step.reached.count
    assert not steps[-1].left


def block(number: int = 1, **facts: object) -> CountedBlock:
    usual: dict[str, object] = {"region": Region.LUMBAR, "number": 1, "result": Result.POSITIVE, **facts}
    return CountedBlock(UUID(int=number), PATIENT, COMPLAINT, OKAFOR, usual.pop("on", TODAY), **usual)  # type: ignore[arg-type]


BLOCKS = some.lists(
    some.builds(
        block,
        number=some.integers(0, 5),
        region=some.sampled_from(Region),
        result=some.sampled_from(Result),
        agents=some.sampled_from([(), ("lidocaine",), ("lidocaine", "bupivacaine")]),
    )
)


@given(BLOCKS)
def test_every_block_is_in_one_group_of_each_figure(blocks: list[CountedBlock]) -> None:
    assert overall_rate(blocks).all_blocks == len(blocks)
    for by in By:
        groups = rates(blocks, by, {OKAFOR: "A. Okafor"})
        assert sum(group.all_blocks for group in groups) == len(blocks)
        assert sum(group.positive.count for group in groups) == overall_rate(blocks).positive.count


def test_a_mixture_is_a_group_of_its_own() -> None:
    both = block(agents=("lidocaine", "bupivacaine"))
    assert [group.label for group in rates([both], By.AGENT, {})] == ["bupivacaine + lidocaine"]


def test_a_physician_whose_name_may_not_be_shown_has_none() -> None:
    assert [group.label for group in rates([block()], By.PHYSICIAN, {})] == [""]


def test_a_dose_that_nobody_recorded_is_not_zero() -> None:
    (month,) = month_doses([block(kerma=Decimal(8)), block()], Period(TODAY, TODAY), Dose.KERMA)
    assert (month.values, month.recorded.words, month.middle) == ((Decimal(8),), "1 of 2", None)


def test_a_block_without_fluoroscopy_gave_nothing() -> None:
    assert block(no_fluoroscopy=True).dose(Dose.DAP) == 0


def test_a_sum_with_a_gap_is_not_whole() -> None:
    year = year_doses([block(seconds=40), block(seconds=2), block()], Dose.SECONDS)
    (patient,) = year.patients
    assert (patient.total, patient.is_whole, year.middle) == (Decimal(42), False, None)
    assert year.whole.words == "0 of 1"


def test_a_block_done_elsewhere_is_no_dose_of_ours() -> None:
    assert year_doses([block(seconds=40, result=Result.ELSEWHERE)], Dose.SECONDS).patients == ()


def test_sums_stand_in_bands_of_equal_width() -> None:
    sums = {1: 40, 2: 99, 3: 100, 4: 730, 5: None}
    blocks = [
        CountedBlock(
            UUID(int=at), UUID(int=at), COMPLAINT, None, TODAY, Region.LUMBAR, 1, Result.OPEN, seconds=each
        )
        for at, each in sums.items()
    ]
    bands = sum_bands(year_doses(blocks, Dose.SECONDS))
    assert [(band.low, band.whole) for band in bands if band.whole] == [(0, 2), (100, 1), (700, 1)]
    assert sum(band.whole + band.least for band in bands) == 4, "nobody without any value is in a band"


@given(some.lists(some.tuples(some.integers(1, 9), some.none() | some.integers(0, 10**6))))
def test_every_patient_with_a_dose_is_in_one_band(given_to: list[tuple[int, int | None]]) -> None:
    blocks = [
        CountedBlock(
            UUID(int=1), UUID(int=who), COMPLAINT, None, TODAY, Region.LUMBAR, 1, Result.OPEN, seconds=dose
        )
        for who, dose in given_to
    ]
    bands = sum_bands(year_doses(blocks, Dose.SECONDS))
    assert sum(band.whole + band.least for band in bands) == len(
        {who for who, dose in given_to if dose is not None}
    )
    assert len(bands) <= 11


def test_a_score_due_is_known_asked_or_not_asked() -> None:
    blocks = [block(known=frozenset({60}), asked=frozenset({60})), block(asked=frozenset({60})), block()]
    hour = next(each for each in slots_known([*blocks, block(due=False)]) if each.slot == 60)
    assert (hour.known.words, hour.asked, hour.not_asked) == ("1 of 3", 1, 1)


def test_a_24_h_score_of_the_third_day_is_late() -> None:
    blocks = [block(day_score_after=2), block(day_score_after=3), block()]
    assert called_in_time(blocks).words == "1 of 3"


def test_a_block_without_fluoroscopy_cannot_lack_its_dose() -> None:
    blocks = [block(no_fluoroscopy=True), block(lacks=frozenset({Gap.KERMA}))]
    kerma = next(each for each in missing(blocks) if each.gap is Gap.KERMA)
    assert kerma.lacking.words == "1 of 1"


def test_the_gaps_of_a_bare_record_are_all_named() -> None:
    bare = signed(1, LONG_AGO, None, purpose=None, fluoroscopy=Fluoroscopy())
    only = SignedBlock(bare.block, bare.region, False, False, None, Scores())
    assert counted(only).blocks[0].lacks == set(Gap)


def test_few_notes_have_no_times() -> None:
    assert times_to_sign([30] * 9).bands == ()


def test_times_are_told_as_bands() -> None:
    times = times_to_sign([20] * 4 + [30] + [45] * 5 + [4000])
    assert [(band.words, band.count) for band in times.bands if band.count] == [
        ("up to 30 s", 5),
        ("30 s to 1 min", 5),
        ("over 1 h", 1),
    ]
    assert times.middle == "30 s to 1 min"


def test_twelve_months_end_with_their_day() -> None:
    assert year_to(date(2028, 2, 29)) == Period(date(2027, 3, 1), date(2028, 2, 29))
    assert year_to(date(2026, 11, 24)) == Period(date(2025, 11, 25), date(2026, 11, 24))


def test_a_period_over_a_new_year_has_its_months_in_order() -> None:
    period = Period(date(2025, 11, 25), date(2026, 2, 3))
    assert period.months == ((2025, 11), (2025, 12), (2026, 1), (2026, 2))
    assert period.place(date(2026, 2, 3)) == 4


def test_one_region_leaves_out_the_others() -> None:
    neck = block(2, region=Region.CERVICAL)
    chosen = in_region(Counted(YEAR, (block(), neck), year=(neck,)), Region.LUMBAR)
    assert [each.id.int for each in chosen.blocks] == [1]
    neck_alone = figures(Counted(YEAR, (block(), neck), year=(neck, block(seconds=7))), {}, Region.CERVICAL)
    assert neck_alone.everything.positive.words == "1 of 1"
    assert [len(neck_alone.year[which].patients) for which in Dose] == [1, 1, 1]


def test_the_time_to_sign_counts_from_the_start_and_leaves_out_what_lies_before_it() -> None:
    begun = datetime(2026, 11, 3, 9, tzinfo=UTC)
    times = [begun + timedelta(seconds=90), begun - timedelta(seconds=1), None]
    notes = [
        replace(signed(at, date(2026, 11, 3), started_at=begun), note_signed_at=each)
        for at, each in enumerate(times, start=1)
    ]
    assert counted(*notes).seconds_to_sign == {Region.LUMBAR: (90,)}
    elsewhere = replace(notes[0], block=replace(notes[0].block, reported_by="Elm Clinic"))
    assert counted(elsewhere).seconds_to_sign == {}


def test_the_highest_sum_is_that_of_who_got_most_and_none_without_any() -> None:
    other = replace(block(seconds=7), patient_id=UUID(int=802))
    assert year_doses([block(seconds=40), block(seconds=2), other], Dose.SECONDS).highest == Decimal(42)
    assert year_doses([block()], Dose.SECONDS).highest is None


def test_a_month_counts_tests_alone() -> None:
    therapy = block(result=Result.NOT_A_TEST)
    shown = figures(Counted(YEAR, (block(), therapy)), {})
    assert sum(month.tests.all_blocks for month in shown.months) == 1


def test_a_block_is_named_as_its_group_is() -> None:
    agents = block(agents=("lidocaine",))
    assert label_of(agents, By.AGENT, {}) == "lidocaine"
    assert label_of(agents, By.PHYSICIAN, {OKAFOR: "A. Okafor"}) == "A. Okafor"


def test_no_band_holds_the_middle_of_nothing() -> None:
    assert middle_band([]) == ""

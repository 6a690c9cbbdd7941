"""How a response is read: duration, gaps, coverage, sides, what confounds, and what stands beside it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block, Drug, DrugUse, Guidance, SedationLevel, Target
from mbb_desktop.clinical.block_criteria import DaysBetweenBlocks, ReliefEachTime
from mbb_desktop.clinical.code_book import PayerStyle, read_code_book
from mbb_desktop.clinical.coding import Procedure, Work, preview
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.measures import Lasted, Threshold
from mbb_desktop.clinical.pairs import Compared, PairVerdict, compare
from mbb_desktop.clinical.people import BothSides
from mbb_desktop.clinical.relief_words import say_lasted, say_run
from mbb_desktop.clinical.response import SLOTS, Conclusion, Medicine, MedicineKind, Response, Series
from mbb_desktop.clinical.rules import judge, read_rule_set, read_rule_sets
from mbb_desktop.clinical.sessions import SessionKind, region_of_course, sessions
from mbb_desktop.clinical.verdict import Assessed, BlockVerdict, SeriesResult, assess
from tests.clinical.invented import (
    AGENTS,
    BOTH,
    BUPIVACAINE,
    COURSE,
    DAY,
    EIGHTY,
    FIFTY,
    LASTING_2_H,
    LASTING_6_H,
    LEFT,
    LIDOCAINE,
    NO_RELIEF,
    PATIENT,
    RESOURCES,
    RIGHT,
    a_block,
    a_case,
    a_response,
    done,
    needle_out,
    two_blocks,
    with_series,
)
from tests.every_row import every_row

MEDICARE = read_rule_set(RESOURCES / "rules" / "us-medicare-facet.toml")
SEVENTY, ALL_OF_IT = Threshold(Decimal(70)), Threshold(Decimal(100))
LAST_2_OF_3 = "8 8 8 1 1 1 8 8 8 8 8 8"


def judged(
    response: Response, block: Block | None = None, threshold: Threshold = EIGHTY, drug: Drug = LIDOCAINE
) -> SeriesResult:
    result = assess(block or a_block(drugs=(drug,)), response, threshold, AGENTS).overall
    assert result is not None
    return result


# Duration ------------------------------------------------------------------------------------------


def test_onset_last_qualifying_reading_and_longest_run_are_kept_apart() -> None:
    measures = judged(a_response("8", "8 1 8 8 1 1 1 8 8 1 8 8")).measures
    assert measures.onset is not None
    assert measures.last is not None
    assert measures.run is not None
    assert (measures.onset.minutes, measures.last.minutes) == (30, 480)
    assert (measures.run.start, measures.run.end) == (180, 300)


def test_duration_is_printed_from_the_first_to_the_last_reading_of_the_run() -> None:
    measures = judged(a_response("8", "8 1 1 1 8 8 8 8 8 8 8 8")).measures
    assert say_run(measures) == "80 % or more from 30 min to 2 h after the block"


def test_the_window_is_judged_since_needle_out_and_not_since_onset() -> None:
    late = judged(a_response("8", LAST_2_OF_3))
    assert late.measures.run is not None
    assert late.measures.run.end - late.measures.run.start < 180
    assert (late.verdict, late.measures.lasted) == (BlockVerdict.POSITIVE, Lasted.WITHIN)
    assert judged(a_response("8", LAST_2_OF_3), drug=BUPIVACAINE).measures.lasted is Lasted.WITHIN


def test_a_later_needle_out_shortens_the_time_since() -> None:
    block = replace(a_block(), needle_out=needle_out(DAY) + timedelta(minutes=10))
    measures = judged(a_response("8", LASTING_2_H), block).measures
    assert measures.run is not None
    assert (measures.run.start, measures.run.end) == (5, 110)


@every_row(
    ("words", "run", "dip"),
    [
        ("1 1 4 1 1 8 8 8 8 8 8 8", (15, 180), 60),
        ("1 1 4 4 1 8 8 8 8 8 8 8", (15, 30), None),
        ("1 1 - 1 1 8 8 8 8 8 8 8", (120, 180), None),
        ("1 4 1 4 1 1 8 8 8 8 8 8", (60, 240), 120),
    ],
)
def test_one_dip_is_bridged_and_a_missing_reading_is_not(
    words: str, run: tuple[int, int], dip: int | None
) -> None:
    measures = judged(a_response("8", words)).measures
    assert measures.run is not None
    assert (measures.run.start, measures.run.end) == run
    assert (measures.run.dip.minutes if measures.run.dip else None) == dip
    assert ("with a dip at 1 h (score 4)" in say_run(measures)) is (dip == 60)


def test_the_diary_asks_hourly_to_8_h_for_every_agent_then_at_12_and_24_h() -> None:
    hourly = tuple(60 * hour for hour in (*range(1, 9), 12, 24))
    assert (15, 30, *hourly) == SLOTS
    for agent in AGENTS.values():
        for window in filter(None, (agent.window, agent.window_with_epinephrine)):
            assert any(window.start <= slot <= window.end for slot in SLOTS), agent.name


@every_row("score_at_two_hours", ["1", "0"])
def test_a_bound_in_a_gap_is_not_decidable_and_never_short(score_at_two_hours: str) -> None:
    words = f"1 1 1 {score_at_two_hours} - 8 8 8 8 8 8 8"
    measures = judged(a_response("8", words), drug=BUPIVACAINE).measures
    assert measures.lasted is Lasted.NOT_DECIDABLE
    assert say_lasted(measures) == "duration between 2 and 4 h: not decidable"
    asked = judged(a_response("8", "1 1 1 1 8 8 8 8 8 8 8 8"), drug=BUPIVACAINE).measures
    assert asked.lasted is Lasted.SHORT


# Coverage ------------------------------------------------------------------------------------------


def test_what_is_missing_after_relief_has_ended_costs_no_coverage() -> None:
    measures = judged(a_response("8", "1 1 1 1 8 8 - - - - - -")).measures
    assert measures.coverage == 1
    assert judged(a_response("8", "1 1 1 1 8 8 - - - - - -")).positive


def test_the_first_reading_after_relief_counts_even_beyond_the_window() -> None:
    seen = judged(a_response("8", "1 1 1 1 1 1 8 - - - - -")).measures
    unseen = judged(a_response("8", "1 1 1 1 1 1 - 8 8 8 8 8")).measures
    assert (seen.coverage, unseen.coverage) == (Fraction(1), Fraction(4, 5))


def test_two_of_five_readings_are_less_than_half() -> None:
    result = judged(a_response("8", "1 1 - - 1 1 - - - - - -"))
    assert (result.verdict, result.measures.coverage) == (BlockVerdict.INSUFFICIENT, Fraction(2, 5))


def test_readings_before_the_window_do_not_make_up_for_those_inside() -> None:
    result = judged(a_response("8", "1 1 1 1 1 - - - - - 8 8"), drug=BUPIVACAINE)
    assert (result.verdict, result.measures.filled) == (BlockVerdict.INSUFFICIENT, 1)


# Partial relief ------------------------------------------------------------------------------------


@every_row(
    ("threshold", "partial"),
    [
        (EIGHTY, range(50, 80)),
        (SEVENTY, range(50, 70)),
        (ALL_OF_IT, range(50, 100)),
        (FIFTY, ()),
        (Threshold(Decimal(50), over=True), ()),
        (Threshold(Decimal(30)), ()),
        (Threshold(Decimal("50.5")), (50,)),
    ],
)
def test_partial_lies_from_50_to_below_the_threshold_and_nowhere_at_50(
    threshold: Threshold, partial: range | tuple[int, ...]
) -> None:
    for percent in (-20, 0, 29, 30, 31, 49, 50, 51, 69, 70, 71, 79, 80, 99, 100):
        words = " ".join([str(100 - percent)] * 4 + ["100"] * 8)
        verdict = judged(a_response("100", words), threshold=threshold).verdict
        assert (verdict is BlockVerdict.PARTIAL) is (percent in partial), percent
        assert (verdict is BlockVerdict.POSITIVE) is threshold.met_by(Fraction(percent)), percent


# What confounds ------------------------------------------------------------------------------------


def taken(kind: MedicineKind, minutes: int) -> Medicine:
    return Medicine("tramadol", kind, needle_out(DAY) + timedelta(minutes=minutes))


@every_row("kind", list(MedicineKind))
@every_row("minutes", [-240, 0, 15, 120, 121, 180, 1440])
def test_only_extra_medicine_until_the_last_reading_of_the_run_confounds(
    kind: MedicineKind, minutes: int
) -> None:
    response = replace(a_response("8", LASTING_2_H), medicines=(taken(kind, minutes),))
    result = judged(response)
    assert result.confounded is (kind is not MedicineKind.USUAL and minutes <= 120)
    assert result.verdict is BlockVerdict.POSITIVE


def test_relief_that_a_rescue_may_have_brought_back_is_confounded_and_what_ended_before_is_not() -> None:
    words, rescue = "1 1 1 8 8 8 1 1 8 8 8 8", taken(MedicineKind.RESCUE, 250)
    response = replace(a_response("8", words), medicines=(rescue,))
    long, short = judged(response, drug=BUPIVACAINE), judged(response)
    assert long.measures.run is not None
    assert short.measures.run is not None
    assert (long.measures.run.start, long.confounded) == (300, True)
    assert (short.measures.run.end, short.confounded) == (60, False)


@every_row("level", [level for level in SedationLevel if level is not SedationLevel.NONE])
def test_sedation_is_a_flag_and_leaves_the_verdict(level: SedationLevel) -> None:
    block = replace(a_block(), sedation=level)
    result = judged(a_response("8", LASTING_2_H), block)
    assert (result.positive, result.confounded) == (True, True)
    nothing = judged(a_response("8", NO_RELIEF), block)
    assert (nothing.verdict, nothing.confounded) == (BlockVerdict.NEGATIVE, False)


# Sides and joints ----------------------------------------------------------------------------------


def test_a_bilateral_block_has_a_row_for_each_side_and_one_for_both() -> None:
    response = with_series(a_response("8", LASTING_2_H, series=Series.LEFT), Series.RIGHT, "8", NO_RELIEF)
    assessed = assess(a_block(BOTH), with_series(response, Series.OVERALL, "8", NO_RELIEF), EIGHTY, AGENTS)
    verdicts = {each.series: each.verdict for each in assessed.series}
    assert verdicts == {
        Series.LEFT: BlockVerdict.POSITIVE,
        Series.RIGHT: BlockVerdict.NEGATIVE,
        Series.OVERALL: BlockVerdict.NEGATIVE,
    }
    assert (assessed.sides_rated, assessed.of(Side.LEFT)) == (True, assessed.result(Series.LEFT))
    assert "The sides were not rated separately." not in assessed.cautions


@every_row("rated", [Series.OVERALL, Series.LEFT, Series.RIGHT])
def test_a_bilateral_block_without_both_sides_says_so(rated: Series) -> None:
    assessed = assess(a_block(BOTH), a_response("8", LASTING_2_H, series=rated), EIGHTY, AGENTS)
    assert not assessed.sides_rated
    assert "The sides were not rated separately." in assessed.cautions


def compared(first: tuple[JointSide, ...], second: tuple[JointSide, ...]) -> Compared:
    one = assess(*done(1, LASTING_2_H, joints=first), EIGHTY, AGENTS)
    two = assess(*done(2, LASTING_6_H, joints=second, drug=BUPIVACAINE), EIGHTY, AGENTS)
    return compare(one, two)


def test_blocks_are_compared_on_their_intersection_per_joint_and_side() -> None:
    more = (JointSide("L3-4", Side.RIGHT), *RIGHT)
    found = compared(more, (*RIGHT, JointSide("L4-5", Side.LEFT)))
    assert tuple(row.place for row in found.rows) == RIGHT
    assert {row.verdict for row in found.rows} == {PairVerdict.CONCORDANT}
    assert "Block 1 also covered L3-4 right." in found.cautions
    assert "Block 2 also covered L4-5 left." in found.cautions


@every_row(
    ("first", "second"), [(RIGHT, LEFT), (RIGHT, (JointSide("L2-3", Side.RIGHT),)), (RIGHT[:1], RIGHT[1:])]
)
def test_blocks_are_not_comparable_only_when_they_share_no_joint_on_a_side(
    first: tuple[JointSide, ...], second: tuple[JointSide, ...]
) -> None:
    assert not compared(first, second).comparable
    assert compared(first, (*first, *second)).comparable


# Rules ---------------------------------------------------------------------------------------------


@every_row(
    ("celsius", "verdict", "cautioned"),
    [
        ("79.9", Verdict.NOT_MET, False),
        ("80", Verdict.MET, True),
        ("80.1", Verdict.MET, False),
        (None, Verdict.UNKNOWN, False),
    ],
)
def test_exactly_80_celsius_passes_with_a_warning(
    celsius: str | None, verdict: Verdict, cautioned: bool
) -> None:
    (example, *_) = MEDICARE.examples
    case = example.case(AGENTS)
    heat = None if celsius is None else Decimal(celsius)
    found = judge(MEDICARE, replace(case, course=replace(case.course, rfa_temperature=heat))).finding("RF-4")
    assert found.verdict is verdict
    assert bool(found.caution) is cautioned


def test_the_disability_rule_asks_a_baseline_and_no_number_of_days() -> None:
    rule = MEDICARE.rule("ASM-3")
    assert rule.kind == "disability_scored"
    titles = [each.title for rule_set in read_rule_sets(RESOURCES / "rules") for each in rule_set.rules]
    assert not [title for title in titles if "90 days" in title]


@every_row("change", [{"drugs": ()}, {"drugs": (replace(LIDOCAINE, agent="articaine"),)}])
def test_relief_without_a_known_agent_has_no_known_duration(change: dict[str, tuple[Drug, ...]]) -> None:
    (block, response), second = two_blocks()
    unknown = replace(block, **change)  # type: ignore[arg-type] # one field
    result = judged(response, unknown)
    assert (result.verdict, result.measures.lasted) == (BlockVerdict.POSITIVE, Lasted.NOT_KNOWN)
    found = judge(MEDICARE, a_case((unknown, response), second))
    assert {found.finding(rule).verdict for rule in ("DX-2", "RF-1")} == {Verdict.UNKNOWN}


# What else is flagged, with its effect -------------------------------------------------------------

TWICE = ReliefEachTime(2, Decimal(80))


def assessed(pair: tuple[Block, Response]) -> Assessed:
    return assess(*pair, EIGHTY, AGENTS)


def diagnostic_sessions(*blocks: Block) -> int:
    case = a_case(*((block, None) for block in blocks))
    return len(sessions(case, SessionKind.DIAGNOSTIC, region_of_course(COURSE)))


@every_row(
    ("baseline", "words"), [("4", "The pain was not back before block 2"), ("7", "Scores before the blocks")]
)
def test_another_baseline_at_block_2_is_said_and_each_is_judged_against_its_own(
    baseline: str, words: str
) -> None:
    two = done(2, "0 0 0 0 0 0 0 0 4 4 4 4", before=baseline, drug=BUPIVACAINE)
    pair = compare(assessed(done(1, LASTING_2_H)), assessed(two))
    assert [caution for caution in pair.cautions if caution.startswith(words)]
    assert {row.verdict for row in pair.rows} == {PairVerdict.CONCORDANT}
    assert TWICE.find(a_case(done(1, LASTING_2_H), two)).verdict is Verdict.MET


def test_steroid_between_the_blocks_is_a_caution_and_no_diagnostic_session() -> None:
    one, two = two_blocks()
    between = a_block(drugs=(Drug(DrugUse.STEROID, "dexamethasone"),), on=DAY + timedelta(days=9), number=3)
    found = TWICE.find(a_case(one, two, (between, None)))
    assert found.verdict is Verdict.MET
    assert "A block with steroid on 12-Nov-2026 lies between." in found.caution


def test_an_implanted_device_is_a_caution_and_leaves_the_verdict() -> None:
    case = a_case(*two_blocks())
    device = TWICE.find(replace(case, patient=replace(PATIENT, implanted_device=True)))
    assert device.verdict is Verdict.MET
    assert "Implanted device: record whether it was switched on." in device.caution


def test_delayed_onset_is_a_caution_and_leaves_the_verdict() -> None:
    result = judged(a_response("8", LAST_2_OF_3))
    assert (result.positive, result.cautions) == (True, ("Relief began late, at 2 h.",))


def changed_targets(block: Block, change: Callable[[Target], Target]) -> Block:
    return replace(block, targets=tuple(map(change, block.targets)))


def test_one_side_of_a_bilateral_block_that_was_stopped_tests_only_the_other() -> None:
    block = changed_targets(a_block(BOTH), lambda t: replace(t, not_injected=t.side is Side.LEFT))
    stopped = replace(block, stopped_because="vasovagal")
    found = assess(stopped, a_response("8", LASTING_2_H), EIGHTY, AGENTS)
    assert "The procedure was stopped: vasovagal." in found.cautions
    assert "Not fully blocked: L4-5 left and L5-S1 left." in found.cautions
    assert diagnostic_sessions(stopped) == 1
    response = replace(a_response("8", LASTING_2_H), conclusion=Conclusion.POSITIVE)
    tests = {
        side: ReliefEachTime(1, Decimal(80)).find(replace(a_case((stopped, response)), requested=places))
        for side, places in ((Side.LEFT, LEFT), (Side.RIGHT, RIGHT))
    }
    assert [tests[side].verdict for side in Side] == [Verdict.NOT_YET, Verdict.MET]


def test_a_nerve_injected_again_is_a_caution_and_one_session() -> None:
    block = a_block()
    again = replace(block, targets=(*block.targets, block.targets[0]))
    found = assess(again, a_response("8", LASTING_2_H), EIGHTY, AGENTS)
    assert "A nerve was injected more than once." in found.cautions
    assert found.overall is not None
    assert found.overall.positive
    assert diagnostic_sessions(again) == 1
    aborted = replace(again, targets=(*block.targets, replace(block.targets[0], not_injected=True)))
    assert not assess(aborted, None, EIGHTY, AGENTS).cautions


def test_needles_without_an_injection_are_no_test_and_no_session() -> None:
    empty = changed_targets(a_block(), lambda target: replace(target, not_injected=True))
    result = judged(a_response("8", LASTING_2_H), empty)
    assert (result.verdict, result.reason) == (BlockVerdict.NOT_ASSESSABLE, "nothing was injected")
    assert diagnostic_sessions(empty) == 0
    assert DaysBetweenBlocks(14).find(a_case((empty, None))).verdict is Verdict.NOT_YET


# Codes of both sides -------------------------------------------------------------------------------


def test_how_add_ons_of_both_sides_are_written_is_known_per_payer_and_never_assumed() -> None:
    book = read_code_book(RESOURCES / "clinical" / "coding.toml")
    work = Work(Procedure.INJECTION, DAY, joints=BOTH, guidance=Guidance.FLUOROSCOPY)
    unknown = preview(work, book, PayerStyle())
    assert [line.code for line in unknown.lines] == ["64493"]
    assert [said for said in unknown.sentences if said.startswith("64494 for both sides of L5-S1")]
    ways = {way: preview(work, book, PayerStyle(add_on=way)).lines[1:] for way in BothSides}
    assert {way: [f"{line.words} x{line.units}" for line in lines] for way, lines in ways.items()} == {
        BothSides.ONE_LINE: ["64494-50 x1"],
        BothSides.TWO_LINES: ["64494-LT x1", "64494-RT x1"],
        BothSides.TWO_UNITS: ["64494 x2"],
    }

"""Unusual courses that decide what a payer covers, each as one named fact; see also test_edge_cases.py."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block, BlockState, Drug, DrugUse, Fluoroscopy, Guidance, Target
from mbb_desktop.clinical.checks import Problem, blocking, problems
from mbb_desktop.clinical.complaint import against_complaint
from mbb_desktop.clinical.course import Course, Hardware, HardwareKind, Treatment, Vertebrae
from mbb_desktop.clinical.criteria import Case, Verdict
from mbb_desktop.clinical.level_concerns import level_concerns, payer_concerns
from mbb_desktop.clinical.performed import joints_blocked
from mbb_desktop.clinical.response import Conclusion
from mbb_desktop.clinical.rules import Finding, judge, read_rule_sets
from mbb_desktop.clinical.sessions import all_blocks
from mbb_desktop.clinical.standings import assessed_tests, diagnostic_blocks
from mbb_desktop.clinical.standings import tests_at as found_at
from mbb_desktop.clinical.therapy_criteria import NoTherapy
from mbb_desktop.clinical.verdict import assess
from tests.clinical.invented import (
    AGENTS,
    BOTH,
    BUPIVACAINE,
    COURSE,
    DAY,
    EIGHTY,
    FORMULARY,
    LASTING_2_H,
    LASTING_6_H,
    LEFT,
    NO_RELIEF,
    PATIENT,
    RESOURCES,
    RIGHT,
    a_block,
    a_case,
    a_response,
    done,
    two_blocks,
)
from tests.clinical.test_charting import NOW
from tests.clinical.test_checks import PATIENT as CHECKED
from tests.clinical.test_checks import complete
from tests.clinical.test_edge_cases import MEDICARE_RULES
from tests.clinical.test_repeat_criteria import therapy
from tests.every_row import every_row

SETS = read_rule_sets(RESOURCES / "rules")


def found(rule: str, case: Case) -> Finding:
    alone = replace(MEDICARE_RULES, rules=(MEDICARE_RULES.rule(rule),))
    return judge(alone, case).finding(rule)


def course_with(*hardware: Hardware, fusion: bool | None = True) -> Course:
    return replace(COURSE, fusion=fusion, hardware=hardware)


ALIF = Hardware(("L5-S1",), HardwareKind.ANTERIOR)
SCREWS_ABOVE = Hardware(("L2-3", "L3-4"), HardwareKind.SCREWS)


@every_row(
    ("course", "verdict"),
    [
        (course_with(ALIF), Verdict.NOT_MET),
        (course_with(SCREWS_ABOVE), Verdict.MET),
        (course_with(SCREWS_ABOVE, Hardware((), HardwareKind.CAGE)), Verdict.UNKNOWN),
        (course_with(), Verdict.UNKNOWN),
        (course_with(fusion=None), Verdict.UNKNOWN),
        (course_with(fusion=False), Verdict.MET),
    ],
    ids=["at the level", "adjacent", "one level missing", "no level", "not recorded", "none"],
)
def test_a_fused_level_is_not_covered_and_the_adjacent_one_is(course: Course, verdict: Verdict) -> None:
    assert found("EXC-2", replace(a_case(*two_blocks()), course=course)).verdict is verdict


def test_a_request_next_to_a_fused_level_is_judged_by_its_own_level() -> None:
    case = replace(a_case(*two_blocks()), course=course_with(ALIF), requested=RIGHT[:1])
    finding = found("EXC-2", case)
    assert finding.verdict is Verdict.MET
    said = [each.text for each in finding.evidence]
    assert said == ["anterior interbody fusion at L5-S1", "not at L4-5"]


def test_without_any_level_in_question_a_fusion_decides_nothing_yet() -> None:
    finding = found("EXC-2", replace(a_case(), course=course_with(SCREWS_ABOVE)))
    assert finding.verdict is Verdict.NOT_YET
    assert finding.missing == ("a diagnostic block",)
    assert [each.text for each in finding.evidence] == ["screws or rods at L2-3 and L3-4"]


def test_a_pseudarthrosis_at_the_level_is_said() -> None:
    loose = replace(ALIF, pseudarthrosis=True)
    finding = found("EXC-2", replace(a_case(*two_blocks()), course=course_with(loose)))
    assert (finding.verdict, "did not become solid" in finding.caution) == (Verdict.NOT_MET, True)


def at_levels(*hardware: Hardware, reason: str = "") -> list[Problem]:
    block = replace(complete(), levels_reason=reason)
    found = problems(block, CHECKED, NOW, FORMULARY, course_with(*hardware))
    return [each for each in found if "fused" in each.sentence]


def test_a_block_at_a_fused_level_needs_a_reason_before_signing() -> None:
    joint = complete().joints[0].joint
    (concern,) = at_levels(Hardware((joint,), HardwareKind.CAGE))
    assert concern.sentence.startswith(f"{joint} is fused or carries hardware (cage at {joint}).")
    assert (blocking((concern,)), concern.path) == ((concern,), "levels_reason")
    assert not blocking(tuple(at_levels(Hardware((joint,), HardwareKind.CAGE), reason="pseudarthrosis")))


def test_a_block_beside_a_fused_level_needs_none() -> None:
    assert JointSide("L2-3", Side.RIGHT) not in complete().joints
    assert at_levels(Hardware(("L2-3",), HardwareKind.CAGE)) == []


RFA = Treatment(date(2026, 4, 25), ("L4-5", "L5-S1"), (Side.RIGHT,), Decimal(80))


@every_row(
    ("back", "not_back", "verdict"),
    [
        (date(2026, 10, 25), None, Verdict.MET),
        (date(2026, 10, 24), None, Verdict.NOT_MET),
        (None, date(2026, 10, 25), Verdict.MET),
        (None, date(2026, 10, 24), Verdict.UNKNOWN),
        (None, None, Verdict.UNKNOWN),
    ],
    ids=["six months", "a day less", "not back after six", "not back, asked too early", "not recorded"],
)
def test_a_repeat_ablation_counts_to_the_day_the_pain_came_back(
    back: date | None, not_back: date | None, verdict: Verdict
) -> None:
    rfa = replace(RFA, pain_back_on=back, not_back_on=not_back, function=Decimal(10))
    course = replace(COURSE, ablated_before=True, ablations=(rfa,))
    assert found("RF-2", replace(a_case(*two_blocks()), course=course)).verdict is verdict


def test_pain_that_is_not_back_is_said_with_at_least_so_many_months() -> None:
    course = replace(COURSE, ablated_before=True, ablations=(replace(RFA, not_back_on=date(2026, 11, 25)),))
    (said,) = found("RF-2", replace(a_case(*two_blocks()), course=course)).evidence
    assert said.text.endswith("80 % relief, pain not back on 25-Nov-2026 (at least 7 months)")


FIRST, AGAIN = date(2026, 7, 13), date(2026, 10, 26)


@every_row(
    ("told", "verdict"),
    [
        (Treatment(FIRST, (), (), Decimal(50), None, date(2026, 10, 13)), Verdict.MET),
        (Treatment(FIRST, (), (), Decimal(50), Decimal(10), date(2026, 10, 12)), Verdict.NOT_MET),
        (Treatment(FIRST, (), (), Decimal(49), Decimal(10), date(2026, 10, 13)), Verdict.NOT_MET),
        (Treatment(FIRST, (), (), Decimal(20), Decimal(50), date(2026, 8, 1)), Verdict.MET),
        (Treatment(FIRST, (), (), Decimal(50), None, date(2026, 10, 12)), Verdict.UNKNOWN),
        (Treatment(FIRST, (), (), Decimal(50), Decimal(10), None, AGAIN), Verdict.MET),
        (Treatment(FIRST), Verdict.UNKNOWN),
    ],
)
def test_a_repeated_therapeutic_block_needs_relief_for_three_months_or_better_function(
    told: Treatment, verdict: Verdict
) -> None:
    case = a_case(therapy(FIRST), therapy(AGAIN, 9))
    assert found("TX-2", case).verdict is Verdict.UNKNOWN
    assert found("TX-2", replace(case, course=replace(COURSE, therapies=(told,)))).verdict is verdict


def test_a_therapeutic_block_done_elsewhere_is_the_one_before_and_counts_as_a_session() -> None:
    elsewhere = Treatment(FIRST, ("L4-5",), (Side.RIGHT,), Decimal(30), Decimal(0), date(2026, 11, 1))
    case = replace(a_case(therapy(AGAIN)), course=replace(COURSE, therapies=(elsewhere,)))
    assert found("TX-2", case).verdict is Verdict.NOT_MET
    assert found("TX-CAP", case).evidence[0].number == 2
    left = replace(elsewhere, sides=(Side.LEFT,))
    other = replace(case, course=replace(COURSE, therapies=(left,)))
    assert found("TX-2", other).verdict is Verdict.DOES_NOT_APPLY


def sessions_of_five(counts: bool | None, *, injected: bool = True) -> Finding:
    """Four blocks in a year and a fifth that was stopped, with or without an injection."""
    earlier = [a_block(on=date(2026, month, 2), number=month) for month in (3, 5, 7, 9)]
    stopped = replace(a_block(on=DAY, number=11), stopped_because="vasovagal", counts_as_session=counts)
    if not injected:
        stopped = replace(stopped, targets=dry(stopped))
    return found("DX-CAP", a_case(*((block, None) for block in (*earlier, stopped))))


def dry(block: Block, *sides: Side) -> tuple[Target, ...]:
    """The targets, those of the sides (or all of them) without an injection."""
    left_out = sides or tuple(Side)
    return tuple(replace(each, not_injected=each.side in left_out) for each in block.targets)


def test_a_needle_without_an_injection_is_no_session_and_no_test() -> None:
    block = replace(a_block(), stopped_because="vascular uptake", targets=dry(a_block()))
    case = a_case((block, None))
    assert diagnostic_blocks(case) == ()
    assert all_blocks(case) == ()
    assert sessions_of_five(None, injected=False).verdict is Verdict.MET


@every_row(
    ("counts", "verdict", "number"),
    [(True, Verdict.NOT_MET, 5), (False, Verdict.MET, 4), (None, Verdict.UNKNOWN, 5)],
)
def test_a_stopped_block_is_a_session_only_as_somebody_said(
    counts: bool | None, verdict: Verdict, number: int
) -> None:
    finding = sessions_of_five(counts)
    assert (finding.verdict, finding.evidence[0].number) == (verdict, number)
    asked = "whether the stopped block of 03-Nov-2026 counts as a session" in finding.missing
    assert asked is (counts is None)
    assert ("nobody recorded whether it counts" in finding.caution) is (counts is None)


@every_row(
    ("counts", "concluded", "verdict"),
    [
        (False, None, Verdict.NOT_YET),
        (False, Conclusion.POSITIVE, Verdict.NOT_YET),
        (None, None, Verdict.UNKNOWN),
        (None, Conclusion.POSITIVE, Verdict.MET),
        (True, None, Verdict.MET),
    ],
)
def test_a_stopped_block_that_is_no_session_confirms_nothing(
    counts: bool | None, concluded: Conclusion | None, verdict: Verdict
) -> None:
    one, (block, response) = two_blocks()
    stopped = replace(block, stopped_because="vasovagal", counts_as_session=counts)
    case = a_case(one, (stopped, replace(response, conclusion=concluded)))
    finding = found("RF-1", case)
    assert finding.verdict is verdict
    asked = "whether the stopped block of 23-Nov-2026 counts as a session" in finding.missing
    assert asked is (verdict is Verdict.UNKNOWN)


def test_a_stopped_steroid_injection_that_is_no_session_was_still_injected() -> None:
    steroid = Drug(DrugUse.STEROID, "dexamethasone")
    stopped = replace(a_block(number=9), drugs=(steroid,), stopped_because="pain", counts_as_session=False)
    test = replace(a_block(), other_injection=False)
    case = a_case((test, None), (stopped, None))
    assert found("EXC-1", case).verdict is Verdict.NOT_MET
    nine_days_before = replace(stopped, performed_on=DAY - timedelta(days=9))
    early = a_case((test, None), (nine_days_before, None))
    assert NoTherapy(weeks=6).find(early).verdict is Verdict.NOT_MET
    assert found("TX-CAP", case).evidence[0].number == 0


def test_a_stopped_block_is_asked_whether_it_counts_before_signing() -> None:
    stopped = replace(complete(), stopped_because="pain")
    said = [each for each in problems(stopped, CHECKED, NOW, FORMULARY) if "session" in each.sentence]
    assert [(each.path, each.blocks_signing) for each in said] == [("counts_as_session", False)]
    decided = replace(stopped, counts_as_session=False)
    assert not [each for each in problems(decided, CHECKED, NOW, FORMULARY) if "session" in each.sentence]


def test_one_side_of_a_bilateral_block_that_was_aborted_is_no_test_of_that_side() -> None:
    block = replace(a_block(BOTH), stopped_because="pain on the right")
    block = replace(block, targets=dry(block, Side.RIGHT))
    case = a_case((block, a_response("8", LASTING_2_H)))
    assert joints_blocked(block) == LEFT
    tests = assessed_tests(case, EIGHTY)
    assert len(found_at(case, LEFT[0], tests)) == 1
    assert found_at(case, RIGHT[0], tests) == ()
    assert "Not fully blocked: L4-5 right and L5-S1 right." in tests[0].cautions


def early(reason: str) -> Case:
    first, (second, response) = two_blocks(13)
    return a_case(first, (replace(second, early_because=reason), response))


def test_a_second_block_after_13_days_with_a_written_reason_is_met_only_with_caution() -> None:
    for rule in ("DX-3", "DX-4"):
        finding = found(rule, early("moves abroad"))
        assert (finding.verdict, finding.evidence[0].number) == (Verdict.MET, 13)
        assert finding.caution == "16-Nov-2026, the reason given: moves abroad."


def test_a_second_block_after_13_days_without_a_reason_is_not_met_and_names_the_exception() -> None:
    finding = found("DX-3", early(""))
    assert finding.verdict is Verdict.NOT_MET
    assert finding.caution == "16-Nov-2026: an exception needs a written reason, and none is recorded."
    assert found("DX-4", early("")).missing == ("why the block of 16-Nov-2026 came early",)


def test_a_third_block_is_met_only_when_an_earlier_one_was_not_assessable_or_at_other_levels() -> None:
    third = done(3, LASTING_6_H, drug=BUPIVACAINE)
    decided = a_case(done(1, NO_RELIEF), done(2, LASTING_2_H), third)
    assert found("DX-7", decided).verdict is Verdict.NOT_MET
    elsewhere = a_case(done(1, NO_RELIEF), done(2, LASTING_2_H), done(3, LASTING_6_H, joints=LEFT))
    assert found("DX-7", elsewhere).verdict is Verdict.MET
    finding = found("DX-7", a_case(done(1, LASTING_2_H, before="0"), done(2, LASTING_2_H), third))
    assert finding.verdict is Verdict.MET
    assert [each.text for each in finding.evidence] == [
        "2 blocks with a result of L4-5 right and L5-S1 right",
        "block of 03-Nov-2026 not counted: it was not assessable",
    ]


def test_a_third_block_that_is_planned_is_pointed_out_before_it_is_done() -> None:
    plan = replace(a_block(on=date(2026, 12, 9), number=9), state=BlockState.PLANNED, planned_joints=RIGHT)
    finding = found("DX-7", replace(a_case(*two_blocks()), others=(plan,)))
    assert finding.caution.startswith("09-Dec-2026: a further block is planned of L4-5 right and L5-S1 right")
    left = replace(plan, planned_joints=LEFT)
    assert found("DX-7", replace(a_case(*two_blocks()), others=(left,))).caution == ""


@every_row(("joint", "verdict"), [("C2-3", Verdict.NOT_MET), ("C3-4", Verdict.MET)])
def test_the_third_occipital_nerve_for_headache_is_not_covered_by_evicore(
    joint: str, verdict: Verdict
) -> None:
    place = (JointSide(joint, Side.LEFT),)
    evicore = next(each for each in SETS if each.id == "US-EVICORE-CMM-208")
    for case in (a_case((a_block(place), None)), replace(a_case(), requested=place)):
        finding = judge(evicore, case).finding("TON")
        assert (finding.verdict, "C2-3 for headache" in finding.caution) == (verdict, True)
    said = payer_concerns(place, PATIENT, COURSE, evicore, DAY)
    assert any("third occipital nerve" in sentence for sentence in said) is (verdict is Verdict.NOT_MET)


THREE = tuple(JointSide(joint, Side.RIGHT) for joint in ("L3-4", "L4-5", "L5-S1"))


def test_three_levels_where_two_are_covered_say_how_many_sessions_a_split_takes() -> None:
    finding = found("LVL-1", replace(a_case(), requested=THREE))
    assert finding.verdict is Verdict.NOT_MET
    assert finding.caution.startswith("With 2 or fewer a day it takes 2 days, and each is a session")
    assert found("LVL-1", replace(a_case(), requested=THREE[:2])).caution == ""


def test_what_speaks_against_levels_is_hardware_and_the_payer() -> None:
    fused = course_with(ALIF)
    said = level_concerns(THREE, PATIENT, fused, MEDICARE_RULES, DAY)
    assert [sentence.split(" ")[0] for sentence in said] == ["L5-S1", "2"]
    assert level_concerns(THREE[:2], PATIENT, fused, MEDICARE_RULES, DAY) == ()


def test_two_regions_are_counted_in_sessions_of_their_own() -> None:
    neck = replace(a_block((JointSide("C4-5", Side.LEFT),), number=9, on=DAY), course_id=UUID(int=77))
    lumbar = [a_block(on=date(2026, month, 2), number=month) for month in (3, 5, 7, 9)]
    case = a_case(*((block, None) for block in lumbar))
    finding = found("DX-CAP", replace(case, others=(neck,)))
    assert (finding.verdict, finding.evidence[0].number) == (Verdict.MET, 4)


def test_images_that_nobody_recorded_are_missing_in_the_payers_rule() -> None:
    for images, verdict in ((None, Verdict.UNKNOWN), (0, Verdict.NOT_MET), (4, Verdict.MET)):
        seen = Fluoroscopy(Guidance.FLUOROSCOPY, images_saved=images)
        assert found("DOC-2", a_case((replace(a_block(), fluoroscopy=seen), None))).verdict is verdict


@every_row(
    ("cause", "words"),
    [
        ("steroid_since", "A steroid was given between"),
        ("epidural_since", "An epidural injection lies between"),
        ("trauma_since", "An injury lies between"),
        ("surgery_since", "An operation lies between"),
        ("device_on", "stimulator or pump was on"),
    ],
)
def test_another_cause_of_relief_is_flagged_beside_the_verdict(cause: str, words: str) -> None:
    first, (second, response) = two_blocks()
    for state, said in ((True, True), (False, False), (None, False)):
        other = replace(second, other_causes=replace(second.other_causes, **{cause: state}))
        finding = found("RF-1", a_case(first, (other, response)))
        assert finding.verdict is Verdict.MET
        assert (words in finding.caution) is said


def test_an_implanted_device_is_asked_about_until_every_block_says_if_it_was_on() -> None:
    case = a_case(*two_blocks())
    person = replace(PATIENT, implanted_device=True)
    assert "record whether it was switched on" in found("RF-1", replace(case, patient=person)).caution
    off = [(replace(b, other_causes=replace(b.other_causes, device_on=False)), r) for b, r in two_blocks()]
    assert "switched on" not in found("RF-1", replace(a_case(*off), patient=person)).caution


def test_pain_unmasked_elsewhere_leaves_the_index_series_as_it_is() -> None:
    response = a_response("8", LASTING_2_H)
    moved = replace(response, unmasked="groin, 4 of 10")
    assert (
        assess(a_block(), moved, EIGHTY, AGENTS).series == assess(a_block(), response, EIGHTY, AGENTS).series
    )


def test_with_a_sacralised_l5_a_block_of_l5_s1_needs_a_reason() -> None:
    course = replace(COURSE, vertebrae=Vertebrae.SACRALISED_L5)
    said = [
        each for each in problems(complete(), CHECKED, NOW, FORMULARY, course) if "mobile" in each.sentence
    ]
    assert [(each.path, each.blocks_signing) for each in said] == [("levels_reason", True)]
    assert said[0].sentence.startswith("With a sacralised L5 the last mobile level is L4-5.")
    above = replace(a_block(RIGHT[:1]), vertebrae=Vertebrae.SACRALISED_L5)
    assert against_complaint(above, course) == ()

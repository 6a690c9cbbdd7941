"""Unusual courses that decide what a payer covers, each as one named fact; see also test_edge_cases.py."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.checks import Problem, blocking, problems
from mbb_desktop.clinical.course import Course, Hardware, HardwareKind, Treatment
from mbb_desktop.clinical.criteria import Case, Verdict
from mbb_desktop.clinical.rules import Finding, judge
from tests.clinical.invented import COURSE, FORMULARY, RIGHT, a_case, two_blocks
from tests.clinical.test_charting import NOW
from tests.clinical.test_checks import PATIENT as CHECKED
from tests.clinical.test_checks import complete
from tests.clinical.test_edge_cases import MEDICARE_RULES
from tests.clinical.test_repeat_criteria import therapy


def found(rule: str, case: Case) -> Finding:
    return judge(MEDICARE_RULES, case).finding(rule)


def course_with(*hardware: Hardware, fusion: bool | None = True) -> Course:
    return replace(COURSE, fusion=fusion, hardware=hardware)


ALIF = Hardware(("L5-S1",), HardwareKind.ANTERIOR)
SCREWS_ABOVE = Hardware(("L2-3", "L3-4"), HardwareKind.SCREWS)


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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
    done = replace(RFA, pain_back_on=back, not_back_on=not_back, function=Decimal(10))
    course = replace(COURSE, ablated_before=True, ablations=(done,))
    assert found("RF-2", replace(a_case(*two_blocks()), course=course)).verdict is verdict


def test_pain_that_is_not_back_is_said_with_at_least_so_many_months() -> None:
    course = replace(COURSE, ablated_before=True, ablations=(replace(RFA, not_back_on=date(2026, 11, 25)),))
    (said,) = found("RF-2", replace(a_case(*two_blocks()), course=course)).evidence
    assert said.text.endswith("80 % relief, pain not back on 25-Nov-2026 (at least 7 months)")


FIRST, AGAIN = date(2026, 7, 13), date(2026, 10, 26)


@pytest.mark.parametrize(
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
    assert found("TX-2", other).verdict is Verdict.MET

"""Unusual courses that decide what a payer covers, each as one named fact; see also test_edge_cases.py."""

from dataclasses import replace

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.checks import Problem, blocking, problems
from mbb_desktop.clinical.course import Course, Hardware, HardwareKind
from mbb_desktop.clinical.criteria import Case, Verdict
from mbb_desktop.clinical.rules import Finding, judge
from tests.clinical.invented import COURSE, FORMULARY, RIGHT, a_case, two_blocks
from tests.clinical.test_charting import NOW
from tests.clinical.test_checks import PATIENT as CHECKED
from tests.clinical.test_checks import complete
from tests.clinical.test_edge_cases import MEDICARE_RULES


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

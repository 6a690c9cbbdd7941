"""Diagnosis codes that suffice or speak against the joints, and hardware at the joints or elsewhere."""

from dataclasses import replace
from uuid import UUID

import pytest

from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.candidacy_criteria import AllOf, DiagnosisListed, NotFused
from mbb_desktop.clinical.course import Diagnosis, Hardware, HardwareKind
from mbb_desktop.clinical.criteria import Evidence, Found, Verdict
from tests.clinical.invented import COURSE, RIGHT, a_block, a_case
from tests.every_row import every_row

MET, NOT_MET, NOT_YET = Verdict.MET, Verdict.NOT_MET, Verdict.NOT_YET
CODES = DiagnosisListed({"M47.816": "joint wear, lumbar", "M53.86": "cyst puncture only"}, ("M53.86",))


def with_codes(*codes: str) -> Found:
    diagnoses = tuple(Diagnosis("pain", code) for code in codes)
    return CODES.find(replace(a_case(), course=replace(COURSE, diagnoses=diagnoses), requested=RIGHT))


def test_a_code_for_cysts_does_not_suffice_alone() -> None:
    alone = with_codes("m53.86 ")
    assert (alone.verdict, alone.caution) == (NOT_MET, "")
    assert alone.evidence[0].text == "m53.86  cyst puncture only"
    assert with_codes("M53.86", "M47.816").verdict is MET
    with pytest.raises(ValueError, match="of 'not_alone' is not among"):
        DiagnosisListed({"M53.86": "cyst puncture only"}, ("M53.87",))


@every_row(("codes", "verdict"), [(("M47.816", "M54.16"), MET), (("M54.16",), NOT_MET)])
def test_a_radiculopathy_among_the_diagnoses_is_warned_of(codes: tuple[str, ...], verdict: Verdict) -> None:
    found = with_codes(*codes)
    assert found.verdict is verdict
    assert found.caution == "M54.16 names a radiculopathy: say why the pain is not from the nerve root."


@every_row(("digit", "said"), [(4, True), (5, False), (6, False), (7, False), (8, True)])
def test_a_code_of_the_part_next_to_the_joint_needs_no_caution(digit: int, said: bool) -> None:
    code = f"M47.81{digit}"
    course = replace(COURSE, diagnoses=(Diagnosis("pain", code),))
    case = replace(a_case(), course=course, requested=RIGHT[:1])
    found = DiagnosisListed({code: "joint wear"}).find(case)
    assert (found.verdict, bool(found.caution)) == (MET, said)


def test_two_cautions_about_codes_are_two_sentences() -> None:
    course = replace(COURSE, diagnoses=(Diagnosis("neck", "M47.812"), Diagnosis("root", "M54.16")))
    case = replace(a_case(), course=course, requested=RIGHT)
    caution = DiagnosisListed({"M47.812": "joint wear, neck"}).find(case).caution
    assert caution.endswith(" M54.16 names a radiculopathy: say why the pain is not from the nerve root.")
    assert caution.count("M47.812") == 1
    assert ". M54.16" in caution


def with_hardware(
    *hardware: Hardware, asked: tuple[JointSide, ...] = RIGHT, others: tuple[Block, ...] = ()
) -> Found:
    course = replace(COURSE, fusion=True, hardware=hardware)
    return NotFused().find(replace(a_case(), course=course, requested=asked, others=others))


def told(text: str) -> Evidence:
    return Evidence(text, COURSE.id)


CAGE = Hardware(("L4-5",), HardwareKind.CAGE)
ABOVE = Hardware(("L2-3",), HardwareKind.SCREWS)


def test_hardware_at_the_joints_is_told_and_a_loose_one_beside() -> None:
    assert with_hardware(CAGE, ABOVE) == Found(NOT_MET, (told("cage at L4-5"),))
    loose = with_hardware(replace(CAGE, pseudarthrosis=True))
    assert (loose.verdict, loose.evidence) == (NOT_MET, (told("cage at L4-5, pseudarthrosis"),))
    assert loose.caution == (
        "The fusion did not become solid: ask the payer whether the level counts as fused."
    )


def test_hardware_elsewhere_is_told_with_the_joints_that_are_free() -> None:
    found = with_hardware(ABOVE)
    assert found.verdict is MET
    first, free = found.evidence
    assert first == told("screws or rods at L2-3")
    assert free.record_id == COURSE.id
    assert "L4-5 and L5-S1" in free.text


def test_the_joints_of_a_plan_are_asked_about_when_there_is_no_block() -> None:
    plan = replace(a_block(), state=BlockState.PLANNED, planned_joints=RIGHT)
    assert with_hardware(CAGE, asked=(), others=(plan,)).verdict is NOT_MET
    of_another_complaint = replace(plan, course_id=UUID(int=9))
    assert with_hardware(CAGE, asked=(), others=(of_another_complaint,)).verdict is NOT_YET


def test_a_rule_of_no_rules_is_refused_and_one_that_waits_fails_nothing() -> None:
    with pytest.raises(ValueError, match="none") as refused:
        AllOf(())
    assert str(refused.value) == "'rules' names none."
    waiting = AllOf(("A",), (NotFused(),)).find(a_case())
    assert waiting.evidence == ()
    with pytest.raises(ValueError, match="shorter"):
        AllOf(("A", "B"), (NotFused(),)).find(a_case())

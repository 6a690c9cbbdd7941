"""What speaks against levels before they are blocked: hardware there, and what the payer leaves out."""

from dataclasses import replace

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.course import Hardware, HardwareKind, Vertebrae
from mbb_desktop.clinical.level_concerns import level_concerns, payer_concerns
from mbb_desktop.clinical.note_criteria import JointsLeftOut
from mbb_desktop.clinical.rules import RuleSet, read_rule_set
from mbb_desktop.clinical.session_criteria import LevelsPerSession
from tests.clinical.invented import COURSE, DAY, PATIENT, RESOURCES

RULES = read_rule_set(RESOURCES / "rules" / "us-medicare-facet.toml")
THREE = tuple(JointSide(joint, Side.RIGHT) for joint in ("L3-4", "L4-5", "L5-S1"))
FUSED = replace(COURSE, fusion=True, hardware=(Hardware(("L5-S1",), HardwareKind.ANTERIOR),))
ON_L5_S1 = "L5-S1 is fused or carries hardware (anterior interbody fusion at L5-S1)."
LEVELS = "2 levels or fewer per session, a third only on appeal (US-MEDICARE-FACET 2026-05)"
SPLIT = "With 2 or fewer a day it takes 2 days, and each is a session of the yearly allowance."


def leaving_out(*joints: str, caution: str = "") -> RuleSet:
    """The Medicare rules with a rule in front that leaves joints out."""
    rule = replace(RULES.rule("LVL-1"), criterion=JointsLeftOut(joints), caution=caution)
    return replace(RULES, rules=(RULES.rule("IND-1"), rule, *RULES.rules))


def test_hardware_comes_first_and_then_each_rule_with_its_facts() -> None:
    too_many = f"{LEVELS}: request: 3 joints (L3-4, L4-5 and L5-S1). {SPLIT}"
    assert level_concerns(THREE, PATIENT, FUSED, RULES, DAY) == (ON_L5_S1, too_many)
    assert level_concerns(THREE, PATIENT, COURSE, RULES, DAY) == (too_many,)
    assert level_concerns(THREE[2:], PATIENT, FUSED, RULES, DAY) == (ON_L5_S1,)
    assert level_concerns(THREE[:2], PATIENT, FUSED, RULES, DAY) == ()


def test_without_levels_nothing_speaks_against_them() -> None:
    assert level_concerns((), PATIENT, FUSED, leaving_out("L4-5"), DAY) == ()


def test_a_joint_that_the_payer_leaves_out_is_named_with_what_to_do() -> None:
    found = payer_concerns(THREE[:2], PATIENT, COURSE, leaving_out("L4-5", caution="Ask the payer."), DAY)
    assert found == (f"{LEVELS}: L4-5 right. Ask the payer.",)
    assert payer_concerns(THREE[:2], PATIENT, COURSE, leaving_out("L4-5"), DAY) == (f"{LEVELS}: L4-5 right.",)


def test_the_words_of_a_rule_follow_what_was_found() -> None:
    found = payer_concerns(THREE, PATIENT, COURSE, _warned("Ask the payer."), DAY)
    assert found == (f"{LEVELS}: request: 3 joints (L3-4, L4-5 and L5-S1). {SPLIT} Ask the payer.",)


def test_two_facts_of_a_rule_are_told_one_after_the_other() -> None:
    neck = tuple(JointSide(joint, Side.LEFT) for joint in ("C3-4", "C4-5", "C5-6"))
    (found,) = payer_concerns((*THREE, *neck), PATIENT, COURSE, RULES, DAY)
    assert "(C3-4, C4-5 and C5-6); request: 3 joints (L3-4, L4-5 and L5-S1). " in found


def _warned(caution: str) -> RuleSet:
    return replace(RULES, rules=(replace(RULES.rule("LVL-1"), caution=caution),))


def test_neighbours_are_those_of_the_patients_own_spine() -> None:
    apart = tuple(JointSide(joint, Side.LEFT) for joint in ("L4-5", "L6-S1"))
    rule = replace(RULES.rule("LVL-1"), criterion=LevelsPerSession(2, contiguous=True))
    only, six = replace(RULES, rules=(rule,)), replace(COURSE, vertebrae=Vertebrae.SIX)
    (found,) = level_concerns(apart, PATIENT, six, only, DAY)
    assert "L4-5 and L6-S1" in found
    assert level_concerns(apart[:1], PATIENT, six, only, DAY) == ()

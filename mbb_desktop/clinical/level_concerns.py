"""What speaks against levels before they are blocked: hardware there, and what the payer leaves out."""

from collections.abc import Sequence
from datetime import date

from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.criteria import Case, Verdict
from mbb_desktop.clinical.hardware import fused_levels
from mbb_desktop.clinical.note_criteria import JointsLeftOut
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.rules import RuleSet
from mbb_desktop.clinical.session_criteria import LevelsPerSession


def level_concerns(
    levels: Sequence[JointSide], patient: Patient, course: Course, rule_set: RuleSet, on: date
) -> tuple[str, ...]:
    """One sentence for each fused level and for each rule of the payer that these levels do not meet."""
    fused = fused_levels(course, [place.joint for place in levels])
    return (*fused, *payer_concerns(levels, patient, course, rule_set, on))


def payer_concerns(
    levels: Sequence[JointSide], patient: Patient, course: Course, rule_set: RuleSet, on: date
) -> tuple[str, ...]:
    """`Not the third occipital nerve for headache (US-EVICORE-CMM-208 v1): C2-3 left. C2-3 for ...`."""
    case = Case(patient, course, (), on, {}, requested=tuple(levels))
    found = []
    for rule in rule_set.rules if levels else ():
        if isinstance(rule.criterion, JointsLeftOut | LevelsPerSession):
            judged = rule.criterion.find(case)
            if judged.verdict is Verdict.NOT_MET:
                facts = "; ".join(each.text for each in judged.evidence)
                beside = " ".join(filter(None, [judged.caution, rule.caution]))
                found.append(f"{rule.title} ({rule_set.named}): {facts}. {beside}".strip())
    return tuple(found)

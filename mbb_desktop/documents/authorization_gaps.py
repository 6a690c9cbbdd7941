"""What a payer asks for and our record does not hold: the visible list of a prior-authorization letter."""

from collections.abc import Iterator

from mbb_desktop.clinical.anatomy import say_joints_in_sentence
from mbb_desktop.clinical.enclosure import IMAGING, EnclosureKind
from mbb_desktop.clinical.people import Sex
from mbb_desktop.clinical.relief_held import may_be_at
from mbb_desktop.documents.authorization_facts import AuthorizationFacts
from mbb_desktop.documents.letter_facts import LetterFacts
from mbb_desktop.documents.letter_words import diagnoses_of
from mbb_desktop.documents.rule_topics import Topic, rules_on

Asked = tuple[tuple[object, str, Topic | None], ...]
"""A fact that is there or not, its name, and the part of the letter whose rules it bears on."""


def ablated(facts: LetterFacts) -> bool:
    """Whether anything says that one of the joints asked for was, or may have been, ablated before."""
    course = facts.course
    here = [each for each in course.ablations if may_be_at(each, facts.requested)]
    if here or facts.ablated_beside or facts.earlier_ablation:
        return True
    return bool(course.ablated_before) and not course.ablations


def not_in_record(facts: AuthorizationFacts) -> Iterator[str]:
    """What a payer asks for and our record does not hold, each with the rules it bears on."""
    asked = (*_formal(facts), *_clinical(facts.letter))
    for fact, label, topic in asked:
        if not fact:
            ids = rules_on(facts.letter.rule_set, topic) if topic else ()
            yield f"{label} ({', '.join(ids)})" if ids else label


def _uncoded(facts: AuthorizationFacts) -> str:
    """The joints and sides asked for that no line of the coding preview stands for."""
    coded = {joint for line in facts.codes.lines for joint in line.joints}
    left = [place for place in facts.letter.requested if place not in coded]
    return say_joints_in_sentence(left) if left else ""


def _formal(facts: AuthorizationFacts) -> Asked:
    own = facts.letter
    patient, clinic = own.patient, own.clinic
    return (
        (own.author.npi, "NPI of the physician", None),
        (clinic.npi, "NPI of the facility", None),
        (clinic.tin, "tax number (TIN)", None),
        (clinic.address, "address of the facility", None),
        (own.recipient, "receiver", None),
        (own.payer, "plan", None),
        (patient.member_id, "member id", None),
        (patient.phone, "patient’s telephone", None),
        (patient.address, "patient’s address", None),
        (own.place_of_service, "place of service of the ablation", None),
        (facts.planned_for, "day planned for the ablation", None),
        (own.requested, "joints and sides requested", Topic.LEVELS),
        (not (uncoded := _uncoded(facts)), f"procedure code of {uncoded}", None),
        (diagnoses_of(own), "diagnosis", Topic.DIAGNOSIS),
    )


def _clinical(facts: LetterFacts) -> Asked:
    patient, course = facts.patient, facts.course
    blocks = [each.assessed.block for each in facts.blocks]
    return (
        (course.began_on, "when the pain began", Topic.HISTORY),
        (course.axial is not None, "whether the pain is axial", Topic.HISTORY),
        (course.limits, "functional limits", Topic.HISTORY),
        (course.exam, "exam", Topic.EXAM),
        (course.radiculopathy is not None, "radiculopathy", Topic.EXAM),
        (course.claudication is not None, "neurogenic claudication", Topic.EXAM),
        (course.imaging, "imaging", Topic.IMAGING),
        (course.other_cause is not None, "whether another cause was ruled out", Topic.IMAGING),
        (course.conservative_care, "conservative care", Topic.CARE),
        (course.disability_score is not None, "disability score at baseline", Topic.SCALES),
        (None, "disability score after the blocks", None),
        (course.fusion is not None or course.fused, "fusion at the levels", Topic.EXCLUSIONS),
        (None, "infection and coagulopathy at this time", None),
        (patient.anticoagulant.plan is not None, "anticoagulant", None),
        (patient.pregnancy or patient.sex is Sex.MALE, "pregnancy", None),
        (patient.implanted_device is not None, "implanted electrical device", None),
        (all(each.other_injection is not None for each in blocks), "other injections that day", None),
        (facts.ablation_plan or course.rfa_method, "method of the ablation", Topic.PLAN),
        (facts.ablation_plan or course.rfa_temperature is not None, "temperature", Topic.PLAN),
        (facts.ablation_plan, "guidance and sedation of the ablation", None),
        (ablated(facts) or course.ablated_before is not None, "earlier ablation", Topic.REPEAT),
        (set(IMAGING) & {*facts.scans}, "imaging report as a paper", None),
        (EnclosureKind.OUTSIDE_NOTE in facts.scans, "consultation note as a paper", None),
    )

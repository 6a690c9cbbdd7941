"""Authorizations at work: who enters them, what the trail keeps, and what a plan is compared with."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.authorization import AskedFor, Authorization, AuthorizationState, Unnamed
from mbb_desktop.clinical.authorized import Cover
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind, Patient
from mbb_desktop.clinical.rules import judge
from mbb_desktop.storage.errors import Conflict
from mbb_desktop.workflow.authorizations import (
    BadAuthorization,
    ablation_covered,
    block_covered,
    payer_file,
    save_authorization,
)
from mbb_desktop.workflow.day_list import day_list
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.issue_letter import LetterOrder, facts_of_authorization
from mbb_desktop.workflow.keep_clinic import save_correspondent
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.knowledge import rule_set_versions
from mbb_desktop.workflow.merge_patients import merge_patients
from mbb_desktop.workflow.read_audit import chart_trail
from mbb_desktop.workflow.record_block import begin, plan_block, save_draft
from mbb_desktop.workflow.review_course import review_course, reviewed
from tests.workflow.conftest import NOW, Desks, lumbar_course, somebody
from tests.workflow.test_day_list import draft, levels


@pytest.fixture
def payer(desks: Desks) -> Correspondent:
    made = Correspondent(new_id(NOW), CorrespondentKind.PAYER, "Northfield Health")
    return save_correspondent(desks.of("front desk"), made)


@pytest.fixture
def course(desks: Desks, payer: Correspondent) -> Course:
    patient = save_patient(desks.of("nurse"), replace(somebody(), payer_id=payer.id))
    return save_course(desks.of("physician"), lumbar_course(patient))


def granted(course: Course, payer: Correspondent, **change: object) -> Authorization:
    made = Authorization(
        new_id(NOW),
        course.patient_id,
        AskedFor.BLOCK,
        AuthorizationState.APPROVED,
        payer.id,
        number="AB-1204",
        joints=("L4-5", "L5-S1"),
        sides=(Side.LEFT, Side.RIGHT),
        codes=("64493", "64494"),
        sessions=1,
        unnamed=(Unnamed.PAIRS,),
        valid_from=date(2026, 11, 1),
        valid_to=date(2026, 12, 31),
    )
    return replace(made, **change)  # type: ignore[arg-type]


def test_front_desk_enters_what_the_plan_is_compared_with(
    desks: Desks, course: Course, payer: Correspondent
) -> None:
    desk = desks.of("front desk")
    block = plan_block(desk, course, levels("L45 L5S1 b").joints, NOW + timedelta(hours=1))
    assert block_covered(desk, block).cover is Cover.NOT_KNOWN
    kept = save_authorization(desk, granted(course, payer))
    assert (kept.payer, kept.entered_by, kept.entered_at) == ("Northfield Health", "J. Park", NOW)
    assert day_list(desk).authorized[block.id].cover is Cover.COVERS
    wider = plan_block(desk, course, levels("L34 L45 b").joints, NOW + timedelta(hours=2))
    assert "bilateral L3-4 not in it" in day_list(desk).authorized[wider.id].sentence
    draft(desks, course, 3, "L45 l")
    assert "1 of 1 sessions used" in block_covered(desk, block).sentence


def test_a_draft_with_needles_and_no_level_leaves_open_whether_the_session_is_used(
    desks: Desks, course: Course, payer: Correspondent
) -> None:
    physician = desks.of("physician")
    save_authorization(physician, granted(course, payer))
    begun = begin(physician, plan_block(physician, course, levels("L45 l").joints, NOW))
    save_draft(physician, begun, replace(begun, needle_in=NOW, needle_out=NOW))
    again = plan_block(physician, course, levels("L45 L5S1 b").joints, NOW + timedelta(days=4))
    assert block_covered(physician, again).cover is Cover.NOT_KNOWN


def test_a_draft_is_compared_by_what_is_done_not_by_its_plan(
    desks: Desks, course: Course, payer: Correspondent
) -> None:
    physician = desks.of("physician")
    save_authorization(physician, granted(course, payer))
    begun = begin(physician, plan_block(physician, course, levels("L45 l").joints, NOW))
    assert block_covered(physician, begun).cover is Cover.COVERS
    wider = levels("L34 L45 l").joints
    kept = save_draft(physician, begun, replace(begun, joints=wider))
    assert "left L3-4 not in it" in block_covered(physician, kept).sentence


def test_a_letter_prints_only_numbers_that_hold_for_what_it_asks(
    desks: Desks, course: Course, payer: Correspondent
) -> None:
    physician = desks.of("physician")
    done = draft(desks, course, 3, "L45 l")
    other = save_correspondent(physician, replace(payer, id=new_id(NOW), name="Elm", version=0))
    of_ablation = {"procedure": AskedFor.ABLATION, "codes": ("64635",), "sides": (Side.LEFT,)}
    for number, change in (
        ("HOLDS", {}),
        ("ELM", {"payer_id": other.id}),
        ("JOINT", {"joints": ("L2-3",)}),
        ("ASKED", {"state": AuthorizationState.REQUESTED}),
    ):
        save_authorization(physician, granted(course, payer, **of_ablation, **change, number=number))
    order = LetterOrder(course.id)
    with physician.store.look() as look:
        review = replace(reviewed(physician, look, course.id), requested=done.joints)
        said = facts_of_authorization(physician, look, order, review).letter.authorizations
    assert sorted(each.number for each in said) == ["ASKED", "HOLDS"]


def test_a_recorded_authorization_meets_the_rule_that_asks_for_it(
    desks: Desks, course: Course, payer: Correspondent
) -> None:
    physician = desks.of("physician")
    done = draft(desks, course, 3, "L45 l")
    alabama = next(each for each in rule_set_versions() if each.id == "US-AL-MEDICAID")

    def verdict() -> Verdict:
        case = replace(review_course(physician, course.id).case, requested=done.joints)
        return judge(alabama, case).finding("PA").verdict

    assert verdict() is Verdict.UNKNOWN
    of_ablation = {"procedure": AskedFor.ABLATION, "codes": ("64635",), "sides": (Side.LEFT,)}
    save_authorization(physician, granted(course, payer, **of_ablation))
    assert verdict() is Verdict.MET


def test_a_change_is_told_with_before_and_after_and_nobody_overwrites(
    desks: Desks, course: Course, payer: Correspondent
) -> None:
    kept = save_authorization(desks.of("front desk"), granted(course, payer))
    longer = replace(kept, valid_to=date(2027, 1, 31))
    assert save_authorization(desks.of("nurse"), longer).entered_by == "RN Diaz"
    with pytest.raises(Conflict):
        save_authorization(desks.of("front desk"), replace(kept, number="AB-9"))
    events = [line.event for line in chart_trail(desks.of("nurse"), course.patient_id)][:2]
    assert events == ["authorization changed", "authorization entered"]


def test_what_is_not_complete_is_refused_and_so_are_other_roles(
    desks: Desks, course: Course, payer: Correspondent
) -> None:
    with pytest.raises(BadAuthorization, match="what the payer answered"):
        save_authorization(desks.of("nurse"), granted(course, payer, state=None))
    for role in ("manager", "administrator"):
        with pytest.raises(NotAllowed):
            save_authorization(desks.of(role), granted(course, payer))
        with pytest.raises(NotAllowed):
            payer_file(desks.of(role), course.patient_id)


def test_both_records_of_a_merged_person_are_compared(
    desks: Desks, course: Course, payer: Correspondent
) -> None:
    physician = desks.of("physician")
    other: Patient = save_patient(physician, somebody("Marsch", mrn="77 1"), although_known=True)
    save_authorization(physician, replace(granted(course, payer), patient_id=other.id))
    assert payer_file(physician, course.patient_id).known.authorizations == ()
    own = payer_file(physician, course.patient_id).patient
    merge_patients(physician, own, other, "same birth date and telephone")
    joints = levels("L45 L5S1 b").joints
    block = plan_block(physician, course, joints, NOW + timedelta(hours=1))
    assert block_covered(physician, block).cover is Cover.COVERS
    assert ablation_covered(physician, course.id, joints).cover is Cover.NOT_KNOWN

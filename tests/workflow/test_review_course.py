"""Which rule set judges a course, and what it counts."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Region, Side
from mbb_desktop.clinical.block import Block, BlockState, Purpose
from mbb_desktop.clinical.course import Course, Treatment
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.drugs import Confidence, Window
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.installed import Installed
from mbb_desktop.clinical.measures import Lasted
from mbb_desktop.clinical.people import Clinic, Correspondent, CorrespondentKind
from mbb_desktop.clinical.rule_windows import OwnWindow
from mbb_desktop.workflow.issue_letter import LetterOrder, draft_letter
from mbb_desktop.workflow.judgements import blocks_under, view_of
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.knowledge import rule_set_versions
from mbb_desktop.workflow.review_course import confirmed_by, review_course, rule_set_of
from tests.clinical.invented import a_case, two_blocks
from tests.workflow.conftest import NOW, Desks, lumbar_course, somebody

COURSE = Course(UUID(int=2), UUID(int=1), Region.LUMBAR, date(2026, 9, 1))
CLINIC = Clinic(UUID(int=3), "Invented Clinic", rule_set="US-MEDICARE-FACET")
PAYER = Correspondent(UUID(int=4), CorrespondentKind.PAYER, "Invented", rule_set="US-AETNA-CPB-0016")
DAY = date(2026, 11, 24)
SHIPPED = Installed(rule_set_versions())


def test_the_complaint_comes_before_the_payer_and_the_payer_before_the_clinic() -> None:
    own = replace(COURSE, rule_set="UK-50X1")
    assert rule_set_of(SHIPPED, own, PAYER, CLINIC, DAY).id == "UK-50X1"
    assert rule_set_of(SHIPPED, COURSE, PAYER, CLINIC, DAY).id == "US-AETNA-CPB-0016"
    assert rule_set_of(SHIPPED, COURSE, None, CLINIC, DAY).id == "US-MEDICARE-FACET"
    assert (
        rule_set_of(SHIPPED, COURSE, replace(PAYER, rule_set="gone"), CLINIC, DAY).id == "US-MEDICARE-FACET"
    )


def test_a_date_of_service_before_every_version_takes_the_first_one() -> None:
    found = rule_set_of(SHIPPED, COURSE, None, CLINIC, date(2026, 1, 5))
    assert (found.version, found.in_force_on(date(2026, 1, 5))) == ("2026-05", False)


def test_a_rule_set_that_is_nowhere_is_an_error() -> None:
    with pytest.raises(ValueError, match="The rule set gone is not installed"):
        rule_set_of(SHIPPED, COURSE, None, replace(CLINIC, rule_set="gone"), DAY)


def a_block(course: Course, days_ago: int, **changes: object) -> Block:
    """A signed diagnostic block of L4-5 right, as joints without targets."""
    on = NOW.date() - timedelta(days=days_ago)
    joints = (JointSide("L4-5", Side.RIGHT),)
    block = Block(
        new_id(NOW), course.patient_id, course.id, on, BlockState.SIGNED, Purpose.DIAGNOSTIC, joints=joints
    )
    return replace(block, **changes)  # type: ignore[arg-type] # fields by name


def keep(desks: Desks, *records: Block) -> None:
    with desks.of("physician").change("blocks kept", records[0].patient_id) as change:
        for each in records:
            change.save(each)


def test_an_ablation_under_another_complaint_counts(desks: Desks) -> None:
    physician = desks.of("physician")
    patient = save_patient(physician, somebody())
    course = save_course(physician, replace(lumbar_course(patient), ablated_before=False))
    done = tuple(Treatment(NOW.date() - timedelta(days=ago), ("L2-3",)) for ago in (60, 90))
    save_course(physician, replace(lumbar_course(patient), ablated_before=True, ablations=done))
    assert review_course(physician, course.id).judgement.finding("RF-CAP").verdict is Verdict.NOT_MET


def test_a_block_reported_by_joints_only_is_judged_and_what_is_not_known_is_missing(desks: Desks) -> None:
    physician = desks.of("physician")
    course = save_course(physician, lumbar_course(save_patient(physician, somebody())))
    keep(desks, a_block(course, 20, reported_by="Invented Clinic, letter of 10-Nov-2026"))
    review = review_course(physician, course.id)
    assert [each.reported_by for each in review.blocks] == ["Invented Clinic, letter of 10-Nov-2026"]
    assert review.judgement.finding("RF-1").verdict is Verdict.UNKNOWN
    assert review.judgement.finding("DX-CAP").evidence[0].number == 1
    assert draft_letter(physician, LetterOrder(course.id)).pdf.startswith(b"%PDF")
    unclear = a_block(course, 10, joints=())
    keep(desks, unclear)
    assert unclear.id not in {each.id for each in review_course(physician, course.id).blocks}


LATER = OwnWindow("lidocaine", False, Window(180, 300, "practice policy of 01-Oct-2026", Confidence.OWN))


def test_a_practices_own_window_judges_blocks_and_their_explanation_and_no_other_set() -> None:
    medicare = rule_set_of(SHIPPED, COURSE, None, CLINIC, DAY)
    ours, case = replace(medicare, windows=(LATER,)), a_case(*two_blocks())
    for rule_set, lasted in ((ours, Lasted.SHORT), (medicare, Lasted.WITHIN)):
        first, _ = blocks_under(rule_set, case)
        assert first.overall is not None
        assert first.overall.measures.lasted is lasted
    said = view_of(ours, case)
    own, delivered = (view_of(each, case).judgement.finding("RF-1") for each in (ours, medicare))
    assert (own.verdict, delivered.verdict) == (Verdict.MET, Verdict.MET)
    assert ("shorter" in own.caution, "shorter" in delivered.caution) == (True, False)
    rows = " ".join(words for _, words in said.reasons(said.judgement.finding("RF-1")))
    assert "practice policy of 01-Oct-2026" in rows
    assert confirmed_by(case, ours) == confirmed_by(case, medicare) != ()

"""The planned blocks of the next days: who sees what, what is asked, and the list as paper."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from mbb_desktop.clinical.ahead import OF_THE_DESK, Checked, Ready
from mbb_desktop.clinical.asked_before import Arranged
from mbb_desktop.clinical.course import Course
from mbb_desktop.workflow.ahead import BadDays, ahead_list, nurse_list, save_asked
from mbb_desktop.workflow.day_list import day_list
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.export_figures import Form
from mbb_desktop.workflow.export_lists import export_ahead
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.merge_patients import merge_patients
from mbb_desktop.workflow.read_audit import chart_trail
from mbb_desktop.workflow.record_block import Overtaken, begin, plan_block
from tests.documents.reading import text_of
from tests.workflow.conftest import NOW, Desks, lumbar_course, somebody, statements
from tests.workflow.test_day_list import course, draft, levels

__all__ = ["course"]
JOINTS = "L45 L5S1 b"


def states(desks: Desks, role: str, days: int = 7) -> dict[Checked, Ready]:
    (row,) = ahead_list(desks.of(role), days).rows
    return {check.what: check.ready for check in row.checks}


def test_the_list_holds_the_chosen_days_and_the_interval_counts_both_records(
    desks: Desks, course: Course
) -> None:
    physician = desks.of("physician")
    plan_block(desks.of("front desk"), course, levels(JOINTS).joints, NOW + timedelta(days=5))
    assert ahead_list(physician, 4).rows == ()
    assert states(desks, "nurse")[Checked.INTERVAL] is Ready.READY
    other = save_patient(physician, somebody("Marsch", mrn="77 1"), although_known=True)
    theirs = lumbar_course(other)
    draft(desks, save_it(desks, theirs), 3, JOINTS)
    kept = ahead_list(physician, 5).rows[0].patient
    merge_patients(physician, kept, other, "same birth date and telephone")
    assert states(desks, "nurse")[Checked.INTERVAL] is Ready.STOPS
    for wrong in (0, 15):
        with pytest.raises(BadDays):
            ahead_list(physician, wrong)


def save_it(desks: Desks, course: Course) -> Course:
    from mbb_desktop.workflow.keep_courses import save_course

    return save_course(desks.of("physician"), course)


def test_a_front_desk_sees_and_enters_what_it_can_arrange_and_no_pain(desks: Desks, course: Course) -> None:
    block = plan_block(desks.of("nurse"), course, levels(JOINTS).joints, NOW + timedelta(hours=2))
    (row,) = ahead_list(desks.of("nurse"), 1).rows
    save_asked(desks.of("nurse"), replace(row.asked, pain_now=Decimal(6)))
    assert set(states(desks, "front desk")) <= set(OF_THE_DESK)
    (seen,) = ahead_list(desks.of("front desk"), 1).rows
    assert seen.asked.pain_now is None
    kept = save_asked(desks.of("front desk"), replace(seen.asked, driver=Arranged.ARRANGED))
    assert (kept.pain_now, kept.driver, kept.asked_by) == (Decimal(6), Arranged.ARRANGED, "J. Park")
    assert states(desks, "nurse")[Checked.PAIN] is Ready.READY
    assert day_list(desks.of("nurse")).asked[block.id] == kept
    assert day_list(desks.of("front desk")).asked == {}
    assert chart_trail(desks.of("nurse"), course.patient_id)[0].event == "asked before a block"
    begin(desks.of("physician"), block)
    with pytest.raises(Overtaken):
        save_asked(desks.of("nurse"), kept)


def test_the_nurse_list_names_everybody_with_two_identifiers_and_is_told_in_each_chart(
    desks: Desks, course: Course
) -> None:
    plan_block(desks.of("nurse"), course, levels(JOINTS).joints, NOW + timedelta(hours=2))
    said = text_of(nurse_list(desks.of("nurse"), 1))
    for words in ("1/1", "MARSH, Eleanor", "Born 14-Mar-1961 (65 y)", "MRN 004 1187", "Page 1 of 1"):
        assert words in said
    assert "Not known" in said
    assert "Ask by telephone" not in said
    ((name, data),) = export_ahead(desks.of("physician"), 1, Form.CSV, "a day without the network").files
    assert name.startswith("planned blocks 2026-11-24")
    assert "pain now,not known,Pain not asked" in data.decode("utf-8-sig")
    line = chart_trail(desks.of("nurse"), course.patient_id)[1]
    assert (line.event, line.looked) == ("nurse list made", True)
    for role in ("front desk", "manager"):
        with pytest.raises(NotAllowed):
            nurse_list(desks.of(role), 1)


def test_a_long_list_takes_no_more_statements_than_a_short_one(desks: Desks) -> None:
    nurse = desks.of("nurse")

    def planned(names: str) -> int:
        for at, name in enumerate(names, start=1):
            patient = save_patient(nurse, somebody(f"Other{name}", mrn=name))
            theirs = save_it(desks, lumbar_course(patient))
            plan_block(nurse, theirs, levels(JOINTS).joints, NOW + timedelta(days=at))
        return len(statements(desks, lambda: ahead_list(nurse, 14)))

    assert planned("abc") == planned("defg")

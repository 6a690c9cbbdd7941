"""One patient's chart: what the blocks show, what is missing, and who may see what."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.authorization import AskedFor, Authorization, AuthorizationState
from mbb_desktop.clinical.block import Block, BlockState, Discharge
from mbb_desktop.clinical.course import Course, Vertebrae
from mbb_desktop.clinical.criteria import WORST_FIRST, Verdict
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.levels import Levels
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.people import Identifier, IdentifierKind
from mbb_desktop.ui.chart_facts import CourseFacts
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.course_form import CourseForm
from mbb_desktop.ui.letter_card import LetterCard
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.ui.parts import Button
from mbb_desktop.ui.plan_card import PlanCard
from mbb_desktop.ui.timeline import events_of
from mbb_desktop.workflow.authorizations import save_authorization
from mbb_desktop.workflow.keep_clinic import clinic as clinic_details
from mbb_desktop.workflow.keep_clinic import save_clinic
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.mark_error import mark_in_error
from mbb_desktop.workflow.recovery import record_recovery
from mbb_desktop.workflow.review_course import review_course
from mbb_desktop.workflow.sample_people import PIN
from tests.ui.sample import SampleClinic, press


def emitted(signal: Any) -> list[object]:
    seen: list[object] = []
    signal.connect(seen.append)
    return seen


def levels(card: PlanCard) -> QLineEdit:
    """Where the joints are typed."""
    return card.findChildren(QLineEdit)[0]


def test_two_concordant_blocks_are_said_in_the_words_of_the_papers(seen: SampleClinic) -> None:
    chart = seen.open_chart("marsh eleanor")
    title, detail = chart.overview.headline.texts()
    assert title == "Concordant: the long-acting agent lasted longer, bilateral L4-5 and L5-S1"
    assert "1st with lidocaine: 8 to 1 (87 %)" in detail
    assert "meets the criterion you selected" in detail
    name = chart.banner.accessibleName()
    assert name.startswith("MARSH, Eleanor, Born 14-Mar-1961 (65 y), Sex Female, MRN 004 1187")
    press(chart.overview, "Table")
    assert chart.overview.curve.isHidden(), "the curve is there in numbers too"
    assert "before 8, 15 min 3, 30 min 1" in chart.overview.curve.accessibleDescription()


def test_a_negative_block_is_a_result_and_not_an_error(seen: SampleClinic) -> None:
    chart = seen.open_chart("lindqvist")
    title, detail = chart.overview.headline.texts()
    assert title == "1st block, left L5-S1: negative"
    assert "does not meet the criterion you selected" in detail
    assert chart.overview.headline.property("kind") == "card"


def test_without_scores_nothing_is_judged(seen: SampleClinic) -> None:
    assert seen.open_chart("haddad").overview.headline.texts()[0] == "No block with scores yet"


def test_the_timeline_runs_from_the_newest_to_the_beginning(seen: SampleClinic) -> None:
    chart = seen.chart("marsh eleanor")
    course = chart.courses[0]
    facts = CourseFacts(chart, course, seen.do(review_course, course.id), blind=False)
    titles = [event.title for event in events_of(facts)]
    assert titles[-1] == "Pain began"
    assert {"2nd diagnostic block", "Physical therapy ended", "MRI lumbar spine", "Examination"} <= set(
        titles
    )
    days = [event.day for event in events_of(facts) if event.day]
    assert days == sorted(days, reverse=True)


def test_a_block_in_error_has_no_number_in_the_timeline(clinic: SampleClinic) -> None:
    note = next(p for p in clinic.chart("marsh eleanor").papers if p.kind is PaperKind.PROCEDURE_NOTE)
    clinic.do(mark_in_error, note.id, "written for the wrong visit", PIN)
    chart = clinic.chart("marsh eleanor")
    course = chart.courses[0]
    facts = CourseFacts(chart, course, clinic.do(review_course, course.id), blind=False)
    events = {event.title: event for event in events_of(facts)}
    assert events["Block, entered in error later"].detail.endswith(": Written for the wrong visit")
    assert events["Block, entered in error later"].icon == "ban"
    assert "2nd diagnostic block" not in events
    assert "Diagnostic response, entered in error" in events


def test_the_banner_follows_a_change_and_keeps_the_way_back(clinic: SampleClinic) -> None:
    chart = clinic.open_chart("haddad")
    patient = clinic.patient("haddad")
    clinic.do(save_patient, replace(patient, family="Hadad"))
    clinic.session.announce("patient", patient_id=patient.id)
    assert chart.banner.accessibleName().startswith("HADAD, Samir")
    assert [b for b in chart.banner.findChildren(Button) if b.accessibleName() == "Back"]


def test_every_criterion_has_its_verdict_its_rule_and_why_and_leads_to_what_is_missing(
    seen: SampleClinic,
) -> None:
    chart = seen.open_chart("whelan")
    chart.show_tab("readiness")
    QApplication.processEvents()
    lines = chart.readiness.findings.lines()
    assert len(lines) == 40
    order = list(dict.fromkeys(line.finding.verdict for line in lines))
    assert order == [v for v in WORST_FIRST if v in order]
    verdicts = {line.finding.rule_id: line.finding.verdict for line in lines}
    assert verdicts["IND-1"] is Verdict.UNKNOWN
    assert verdicts["RF-1"] is Verdict.NOT_YET
    first = lines[0]
    assert not first.is_open()
    press(first, "Why")
    assert first.is_open()
    missing = next(line for line in lines if line.finding.rule_id == "IND-4")
    press(missing, f"Enter what is missing: {missing.finding.title}")
    assert chart.current_tab() == "course"


def test_a_payers_answer_changes_the_verdict(clinic: SampleClinic) -> None:
    patient, course = clinic.patient("marsh eleanor"), clinic.chart("marsh eleanor").courses[0]
    clinic.do(save_course, replace(course, rule_set="US-AL-MEDICAID"))
    chart = clinic.open_chart("marsh eleanor")
    chart.show_tab("readiness")
    denied = Authorization(
        new_id(clinic.session.now()), patient.id, AskedFor.ABLATION, AuthorizationState.DENIED
    )
    clinic.do(save_authorization, denied)
    clinic.session.announce("authorization", patient_id=patient.id)
    verdicts = {line.finding.rule_id: line.finding.verdict for line in chart.readiness.findings.lines()}
    assert verdicts["PA"] is Verdict.NOT_MET


def test_entering_what_is_missing_changes_the_verdict(clinic: SampleClinic) -> None:
    chart = clinic.open_chart("whelan")
    chart.show_tab("readiness")
    course = chart.course()
    assert course is not None
    clinic.do(save_course, replace(course, other_cause=False))
    clinic.session.announce("course", patient_id=course.patient_id)
    verdicts = {line.finding.rule_id: line.finding.verdict for line in chart.readiness.findings.lines()}
    assert verdicts["IND-5"] is Verdict.MET


def test_the_letter_waits_for_what_comes_first(seen: SampleClinic) -> None:
    chart = seen.open_chart("whelan")
    chart.show_tab("readiness")
    QApplication.processEvents()
    assert "Sign the diagnostic response of 25-Oct-2026." in chart.readiness.letter.before()
    press(chart.readiness, "Write the letter")
    assert isinstance(seen.cards()[0], LetterCard)


def test_a_missing_baseline_is_named_before_the_response_is_signed(seen: SampleClinic) -> None:
    chart = seen.open_chart("kowalski")
    chart.show_tab("readiness")
    QApplication.processEvents()
    assert chart.readiness.letter.before().splitlines()[:2] == [
        "Enter the score before the block of 21-Nov-2026: without it nothing can be judged.",
        "Sign the diagnostic response of 21-Nov-2026.",
    ]


def test_a_signed_paper_opens_over_the_chart_and_is_noted(seen: SampleClinic) -> None:
    chart = seen.open_chart("marsh eleanor")
    chart.show_tab("papers")
    chart.papers.table.setFocus()
    seen.hands().key("enter")
    assert isinstance(seen.window.shown(), PaperPreview)
    assert seen.events()[0] == "paper opened"


def test_opening_a_chart_is_noted_once_however_often_it_changes(clinic: SampleClinic) -> None:
    chart = clinic.open_chart("haddad")
    clinic.session.announce("block", patient_id=clinic.patient("haddad").id)
    assert clinic.events().count("chart opened") == 1
    assert chart.course() is not None


def test_ctrl_n_begins_a_block_of_the_shown_course(seen: SampleClinic) -> None:
    chart = seen.open_chart("haddad")
    asked = emitted(chart.new_block)
    seen.hands().key("ctrl+n")
    assert [course.id for course in asked if isinstance(course, Course)] == [
        seen.chart("haddad").courses[0].id
    ]


def test_a_planned_block_opens_for_who_works_on_it(seen: SampleClinic) -> None:
    for who, signal in (("physician", "open_block"), ("nurse", "open_room")):
        seen.sign_in(who)
        chart = seen.open_chart("haddad")
        asked = emitted(getattr(chart, signal))
        chart.show_tab("blocks")
        chart.blocks.table.setFocus()
        seen.hands().key("enter")
        assert len(asked) == 1, who


def test_a_response_can_be_signed_from_the_list_of_blocks(seen: SampleClinic) -> None:
    chart = seen.open_chart("nowak")
    asked = emitted(chart.sign_response)
    row = chart.blocks.table.records()[0]
    chart.blocks.table.acted.emit(row, "Sign response")
    assert [block.id for block in asked if isinstance(block, Block)] == [row.block.id]


def test_a_block_is_planned_by_typing_its_levels(clinic: SampleClinic) -> None:
    chart = clinic.open_chart("haddad")
    chart.show_tab("blocks")
    press(chart.blocks, "Plan a block")
    card = clinic.card(PlanCard)
    QTest.keyClicks(levels(card), "45 l")
    card.form.editor("day").set_value(date(2026, 12, 1))
    card.form.editor("at").set_value(time(10, 20))
    press(card, "Plan")
    planned = [b for b in clinic.chart("haddad").blocks if b.performed_on == date(2026, 12, 1)]
    assert [b.state for b in planned] == [BlockState.PLANNED]
    assert [(j.joint, j.side.value) for j in planned[0].planned_joints] == [("L4-5", "left")]


def test_what_speaks_against_the_levels_is_said_while_they_are_planned_and_a_side_is_needed(
    seen: SampleClinic,
) -> None:
    chart = seen.open_chart("haddad")
    chart._on_plan()
    card = seen.card(PlanCard)
    QTest.keyClicks(levels(card), "45 51 l")
    assert card.against() == ""
    levels(card).selectAll()
    QTest.keyClicks(levels(card), "34 45 51 l")
    assert "2 levels or fewer per session" in card.against()
    assert "it takes 2 days, and each is a session of the yearly allowance" in card.against()
    levels(card).selectAll()
    QTest.keyClicks(levels(card), "45")
    card.form.editor("day").set_value(date(2026, 12, 1))
    card.form.editor("at").set_value(time(10, 20))
    press(card, "Plan")
    assert card.isVisible()
    assert len(seen.chart("haddad").blocks) == 1


def test_planning_asks_for_the_nerves_of_a_sacralised_l5(clinic: SampleClinic) -> None:
    course = replace(clinic.chart("haddad").courses[0], vertebrae=Vertebrae.SACRALISED_L5)
    clinic.do(save_course, course)
    chart = clinic.open_chart("haddad")
    chart._on_plan()
    card = clinic.card(PlanCard)
    QTest.keyClicks(levels(card), "45 51 l")
    assert not isinstance(card.reading(), Levels)
    press(card, "nerves L4 and L5: L5-S1 still moves")
    reading = card.reading()
    assert isinstance(reading, Levels)
    assert [place.joint for place in reading.joints] == ["L4-5", "L5-S1"]


def test_a_front_desk_gets_papers_codes_and_demographics_only(seen: SampleClinic) -> None:
    seen.sign_in("front desk")
    chart = seen.open_chart("marsh eleanor")
    assert chart._names == ["papers", "coding", "details"]
    assert "Weight" not in chart.banner.accessibleName()
    assert [p.kind for p in chart.papers.table.records()].count(PaperKind.PROCEDURE_NOTE) == 2
    assert seen.events()[0] == "papers opened"


def test_whoever_collects_scores_sees_no_verdict_before_it_is_signed(clinic: SampleClinic) -> None:
    clinic.sign_in("nurse")
    chart = clinic.open_chart("nowak")
    assert chart.overview.headline.texts()[0] == "Scores are being collected"
    assert chart.overview.table.records()[0].assessed is None
    clinic.sign_in("physician")
    details = clinic.do(clinic_details)
    clinic.do(save_clinic, replace(details, blind_scoring=False))
    clinic.sign_in("nurse")
    assert clinic.open_chart("nowak").overview.headline.texts()[0].startswith("1st block")


def test_what_is_typed_in_the_details_is_saved_on_leaving(clinic: SampleClinic) -> None:
    chart = clinic.open_chart("haddad")
    chart.show_tab("details")
    assert chart.details is not None
    chart.details.form.editor("phone").set_value("(555) 010-3333")
    clinic.window.back()
    assert clinic.patient("haddad").phone == "(555) 010-3333"


def test_another_complaint_can_be_opened_and_chosen(clinic: SampleClinic) -> None:
    chart = clinic.open_chart("haddad")
    chart.show_tab("course")
    assert chart.course_form is not None
    press(chart.course_form, "New complaint")
    form = clinic.window.shown()
    assert isinstance(form, CourseForm)
    form.form.editor("region").set_value(Region.CERVICAL)
    form.save()
    QApplication.processEvents()
    assert clinic.window.shown() is chart
    assert len(clinic.chart("haddad").courses) == 2
    assert not chart._courses.isHidden()
    course = chart.course()
    assert course is not None
    assert course.region is Region.CERVICAL


def test_every_tab_can_be_shown(seen: SampleClinic) -> None:
    chart = seen.open_chart("marsh eleanor")
    for tab in ("overview", "blocks", "readiness", "papers", "details", "course"):
        chart.show_tab(tab)
        assert chart.current_tab() == tab
        shown = chart._stack.currentWidget()
        assert shown is not None
        assert shown.isVisible()
        assert shown.findChildren(QWidget)
    assert seen.errors == []


def test_a_patient_without_a_complaint_is_led_to_describe_it(clinic: SampleClinic) -> None:
    number = (Identifier(IdentifierKind.MRN, "77 1234"),)
    known = clinic.patient("haddad")
    someone = replace(known, id=new_id(clinic.now), version=0, family="New", identifiers=number)
    added = clinic.do(save_patient, someone, although_known=True)
    chart = ChartPage(clinic.session, clinic.window, added.id, clinic.settings)
    clinic.window.open(chart, chart.title(), banner=chart.banner)
    asked = emitted(chart.new_block)
    clinic.hands().key("ctrl+n")
    assert asked == []
    assert chart.current_tab() == "course"


def test_a_nurse_opens_the_recovery_of_a_signed_block_and_sees_the_discharge(
    clinic: SampleClinic,
) -> None:
    clinic.sign_in("nurse")
    chart, block = clinic.open_chart("marsh eleanor"), clinic.block("marsh eleanor")
    rooms, editors = emitted(chart.open_room), emitted(chart.open_block)
    chart.blocks.opened.emit(block)
    assert (len(rooms), editors) == (1, [])
    by = clinic.vault.user.signs_as
    left = Discharge(clinic.now, "husband", attested_by=by, attested_at=clinic.now)
    clinic.do(record_recovery, block, replace(block, discharge=left))
    found = clinic.chart("marsh eleanor")
    course = found.course(block.course_id)
    facts = CourseFacts(found, course, clinic.do(review_course, course.id), blind=True)
    assert any("Discharged 11:05, attested by M. Diaz, RN" in event.detail for event in events_of(facts))
    chart.blocks.opened.emit(clinic.block("marsh eleanor"))
    assert (len(rooms), len(editors)) == (1, 1)


def test_a_rule_set_that_is_not_installed_is_named_and_readiness_stays_open(clinic: SampleClinic) -> None:
    course = clinic.chart("marsh eleanor").courses[0]
    clinic.do(save_course, replace(course, rule_set="GONE-2024"))
    chart = clinic.open_chart("marsh eleanor")
    said = chart.not_judged.text()
    assert said.startswith("The rule set GONE-2024 is named here and not installed.")
    chart.show_tab("readiness")
    assert chart.current_tab() == "readiness"

"""Readiness in the window: explanations, other rule sets, and judgements that are kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.kept_judgement import KeptJudgement, WhyKept, read_back
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.rules import RuleSet, read_rule_sets
from mbb_desktop.paths import data_dir
from mbb_desktop.storage.signed import verify
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.findings import FindingLine
from mbb_desktop.ui.letter_card import LetterCard
from mbb_desktop.ui.readiness_cards import deciding_words
from mbb_desktop.ui.readiness_view import ReadinessView
from mbb_desktop.workflow import installed_rules
from mbb_desktop.workflow.judgements import compare_rule_sets, keep_judgement, kept_judgements, view_of
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.review_course import review_course
from mbb_desktop.workflow.sample_people import PIN
from tests.clinical.invented import RESOURCES, a_case, two_blocks
from tests.documents.reading import text_of
from tests.ui.sample import SampleClinic, button, press


def readiness(clinic: SampleClinic, words: str) -> ReadinessView:
    chart = clinic.open_chart(words)
    chart.show_tab("readiness")
    QApplication.processEvents()
    return chart.readiness


def line_of(view: ReadinessView, rule_id: str) -> FindingLine:
    return next(line for line in view.findings.lines() if line.finding.rule_id == rule_id)


def why(view: ReadinessView, rule_id: str) -> dict[str, str]:
    line = line_of(view, rule_id)
    press(line, "Why")
    return dict(line.reasons())


def verdicts(view: ReadinessView) -> dict[str, Verdict]:
    return {line.finding.rule_id: line.finding.verdict for line in view.findings.lines()}


def kept(clinic: SampleClinic, words: str = "marsh eleanor") -> tuple[KeptJudgement, ...]:
    return clinic.do(kept_judgements, clinic.chart(words).courses[0].id)


def sign_letter(clinic: SampleClinic, view: ReadinessView) -> bytes:
    press(view, "Write the letter")
    card = clinic.card(LetterCard)
    card.recipient.set_value(next(key for key, entry in card.entries() if entry.name == "R. Vance"))
    QTest.keyClicks(card.pin.field.line, PIN)
    press(card, "Sign the letter")
    clinic.window.back()
    papers = clinic.chart("marsh eleanor").papers
    return next(paper.pdf for paper in papers if paper.kind is PaperKind.RFA_LETTER)


def widths_are_kept(clinic: SampleClinic, view: ReadinessView) -> None:
    """No row is wider than a small window."""
    clinic.window.resize(1280, 720)
    QApplication.processEvents()
    areas = view.findChildren(QScrollArea)
    assert len(areas) == 3
    assert [area.horizontalScrollBar().maximum() for area in areas] == [0, 0, 0]


def the_tab_key_reaches_every_reason(view: ReadinessView) -> None:
    buttons = [button(line, "Why") for line in view.findings.lines()]
    passed = [buttons[0]]
    at: QWidget | None = buttons[0].nextInFocusChain()
    while at is not None and at is not buttons[0]:
        passed += [each for each in buttons if each is at]
        at = at.nextInFocusChain()
    assert passed == buttons


def test_findings_stand_in_order_and_unfold_into_readings_formula_threshold_source_and_version(
    clinic: SampleClinic, qtbot: QtBot
) -> None:
    view = readiness(clinic, "marsh eleanor")
    qtbot.waitUntil(lambda: len(view.findings.findChildren(FindingLine)) == 40, timeout=20_000)
    assert view.findings.findChildren(FindingLine) == view.findings.lines()
    the_tab_key_reaches_every_reason(view)
    rows = why(view, "RF-1")
    first = rows["Block of 27-Oct-2026, left"]
    assert "8 before the block at 08:25; needle out 08:35; 3 at 15 min, 1 at 30 min" in first
    assert "100 × (8 − 1) / 8 = 87 %, cut, not rounded" in first
    assert "Threshold: 80 % or more = NRS 1 or less" in first
    assert rows["Rule"].startswith("RF-1 of US-MEDICARE-FACET 2026-05, revision 2021-04")
    assert "LCD L38801 v23 (16-Apr-2026)" in rows["Source"]
    assert rows["Confidence"] == "Read in a secondary page, or in part"
    widths_are_kept(clinic, view)


def test_relief_that_is_only_accepted_is_no_plain_met_and_one_press_leads_back_to_today(
    clinic: SampleClinic,
) -> None:
    view = readiness(clinic, "marsh eleanor")
    rows = {row.view.rule_set.id: row for row in view.sets.rows()}
    assert rows["US-MEDICARE-FACET"].said()[1] == "Meets every criterion of this rule set."
    said = rows["SIS-100X2"].said()[1]
    assert "Caution: RF-1 80 % is accepted instead of 100 %." in said
    lines = view.findings.lines()
    clinic.session.announce("paper")
    assert view.findings.lines() == lines
    press(view.sets, "Open SIS-100X2 2026-11")
    press(view, "Back to today's judgement")
    assert view._rule_set.text() == "US-MEDICARE-FACET 2026-05"
    assert len(view.findings.lines()) == 40
    assert view._notice.isHidden()


def test_the_words_on_screen_are_those_of_the_signed_letter_whatever_rule_set_is_looked_at(
    clinic: SampleClinic,
) -> None:
    view = readiness(clinic, "marsh eleanor")
    shown = {line.finding.rule_id: line for line in view.findings.lines()}
    said = {rule: line.sentences() for rule, line in shown.items() if not line.finding.brief}
    formula = why(view, "DX-3")["Formula"]
    press(view.sets, "Open SIS-100X2 2026-11")
    assert view._rule_set.text() == "SIS-100X2 2026-11"
    assert "The letter uses US-MEDICARE-FACET 2026-05." in view._notice.text()
    assert "RFA indicated" not in view._notice.text()
    assert list(verdicts(view)) == ["RF-1", "CMP-1"]
    assert "Block of 27-Oct-2026, left" in why(view, "RF-1")
    text = text_of(sign_letter(clinic, view)).replace("\u00a0", " ")
    for rule, sentences in said.items():
        for sentence in sentences:
            assert sentence in text, rule
    assert formula in text
    assert "All criteria, US-MEDICARE-FACET 2026-05" in text
    assert "SIS" not in text
    the_letter_kept_its_judgement(clinic, view)


def the_letter_kept_its_judgement(clinic: SampleClinic, view: ReadinessView) -> None:
    (one,) = kept(clinic)
    letter = next(p for p in clinic.chart("marsh eleanor").papers if p.kind is PaperKind.RFA_LETTER)
    assert one.rule_set_id == "US-MEDICARE-FACET"
    assert (one.why, one.paper_id, one.kept_by) == (WhyKept.LETTER, letter.id, "A. Okafor, MD")
    assert [f.title for f in read_back(one.content).judgement.findings] == [
        f.title
        for f in view._review().judgement.findings  # type: ignore[union-attr]
    ]
    assert verify(clinic.vault.store).intact


def test_the_same_course_stands_beside_other_rule_sets_and_payers_when_they_are_asked_for(
    clinic: SampleClinic,
) -> None:
    view = readiness(clinic, "lindqvist")
    rows = {row.view.rule_set.id: row for row in view.sets.rows()}
    assert list(rows) == ["US-MEDICARE-FACET", "CONSENSUS-50X1", "SIS-100X2"]
    assert rows["US-MEDICARE-FACET"].view.judges
    assert rows["CONSENSUS-50X1"].said()[0] == "1 positive block, 50 % or more"
    assert rows["CONSENSUS-50X1"].said()[1].startswith("Not met: RF-1 One medial branch block, 50 % or more")
    assert rows["SIS-100X2"].said()[0] == "2 positive blocks, each 100 % (80 % is accepted too)"
    review = clinic.do(review_course, clinic.chart("lindqvist").courses[0].id)
    few, all_of_them = (clinic.do(compare_rule_sets, review, payers=asked) for asked in (False, True))
    assert (len(few.views), few.other_payers) == (3, 7)
    assert (len(all_of_them.views), all_of_them.other_payers) == (10, 7)
    press(view.sets, "Show 7 other payers")
    assert len(view.sets.rows()) == 10
    clinic.window.back()
    again = readiness(clinic, "lindqvist")
    assert len(again.sets.rows()) == 10
    press(again.sets, "Hide other payers")
    assert len(again.sets.rows()) == 3


def test_todays_judgement_is_kept_once_and_what_has_changed_since_is_said(clinic: SampleClinic) -> None:
    view = readiness(clinic, "marsh eleanor")
    press(view, "Keep today's judgement")
    press(view, "Keep today's judgement")
    assert [each.why for each in kept(clinic)] == [WhyKept.FIRST]
    assert clinic.events().count("judgement kept") == 1
    assert view.kept.changed() == "Today's judgement is kept already; nothing has changed since."
    course = clinic.chart("marsh eleanor").courses[0]
    clinic.do(save_course, replace(course, radiculopathy=True))
    clinic.session.announce("course", patient_id=course.patient_id)
    assert view.kept.changed() == "Since 24-Nov-2026: IND-4 met, now not met; DX-1 met, now not met."
    press(view, "Open the judgement of 24-Nov-2026")
    assert verdicts(view)["IND-4"] is Verdict.MET
    assert "It cannot be changed." in view._notice.text()
    assert "No radiculopathy; no neurogenic claudication" in line_of(view, "IND-4").sentences()[0]
    assert "Rule" in why(view, "IND-4")
    press(view, "Back to today's judgement")
    assert verdicts(view)["IND-4"] is Verdict.NOT_MET
    a_nurse_reads_it_and_keeps_none(clinic)
    clinic.sign_in("physician")
    clinic.now += timedelta(minutes=1)
    clinic.do(keep_judgement, course.id)
    assert [each.why for each in kept(clinic)] == [WhyKept.AGAIN, WhyKept.FIRST]


def a_nurse_reads_it_and_keeps_none(clinic: SampleClinic) -> None:
    clinic.sign_in("nurse")
    view = readiness(clinic, "marsh eleanor")
    assert view.kept._keep.isHidden()
    press(view, "Open the judgement of 24-Nov-2026")
    assert len(view.findings.lines()) == 40


def test_after_one_block_of_the_neck_the_first_day_for_the_second_is_given(clinic: SampleClinic) -> None:
    chart: ChartPage = clinic.open_chart("oyelaran")
    chart.show_tab("readiness")
    QApplication.processEvents()
    view = chart.readiness
    names = [row.view.rule_set.id for row in view.sets.rows()]
    assert "CONSENSUS-CERVICAL" in names
    assert "UK-50X1" not in names
    assert "Second block from 22-Nov-2026" in line_of(view, "DX-3").sentences()
    assert why(view, "DX-3")["Formula"] == "08-Nov-2026 + 14 days = 22-Nov-2026"
    assert view.letter.tested() == [
        "Right C4-5, C5-6",
        "08-Nov-2026 positive: 1 of 2 positive, not asked for",
    ]
    widths_are_kept(clinic, view)
    what_a_finding_was_read_in_can_be_opened(clinic, chart)


def what_a_finding_was_read_in_can_be_opened(clinic: SampleClinic, chart: ChartPage) -> None:
    asked: list[object] = []
    chart.open_block.connect(asked.append)
    first = line_of(chart.readiness, "DX-2")
    press(first, f"Block 08-Nov-2026, source of: {first.finding.title}")
    assert [getattr(block, "performed_on", None) for block in asked] == [
        clinic.block("oyelaran").performed_on
    ]
    pain = line_of(chart.readiness, "IND-2")
    press(pain, f"Complaint, source of: {pain.finding.title}")
    assert chart.current_tab() == "course"


def newer_rules(folder: Path) -> tuple[RuleSet, ...]:
    """The delivered rule sets, with a second version of Medicare's from 01-Dec-2026 that asks 90 %."""
    copytree(data_dir("resources") / "rules", folder)
    old = folder / "us-medicare-facet.toml"
    text = old.read_text(encoding="utf-8")
    newer = text.replace("effective_from = 2026-05-21", "effective_from = 2026-12-01")
    newer = newer.replace('version = "2026-05"', 'version = "2026-12"').replace("relief = 80", "relief = 100")
    (folder / "us-medicare-newer.toml").write_text(newer, encoding="utf-8")
    ended = text.replace(
        "effective_from = 2026-05-21", "effective_from = 2026-05-21\neffective_to = 2026-11-30"
    )
    old.write_text(ended, encoding="utf-8")
    return read_rule_sets(folder)


def test_a_new_version_of_the_rules_leaves_the_old_judgement_as_it_was(
    clinic: SampleClinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(readiness(clinic, "marsh eleanor"), "Keep today's judgement")
    (before,) = kept(clinic)
    clinic.window.back()
    delivered = newer_rules(tmp_path / "rules")
    monkeypatch.setattr(installed_rules, "rule_set_versions", lambda: delivered)
    clinic.now += timedelta(days=20)
    view = readiness(clinic, "marsh eleanor")
    assert view._rule_set.text() == "US-MEDICARE-FACET 2026-12"
    said = view.kept.changed()
    assert said.startswith("Since 24-Nov-2026, then judged by US-MEDICARE-FACET 2026-05 and now by")
    assert "RF-1 met, now not met" in said
    press(view, "Keep today's judgement")
    newest, oldest = kept(clinic)
    assert oldest == before
    assert (newest.rule_set_version, str(newest.on)) == ("2026-12", "2026-12-14")
    press(view, "Open the judgement of 24-Nov-2026")
    assert view._rule_set.text() == "US-MEDICARE-FACET 2026-05"
    assert verdicts(view)["RF-1"] is Verdict.MET
    assert verify(clinic.vault.store).intact


def test_without_a_block_the_screen_says_what_is_missing_and_what_would_satisfy(clinic: SampleClinic) -> None:
    view = readiness(clinic, "haddad")
    assert line_of(view, "RF-1").sentences() == ("Awaited: a diagnostic block",)
    rows = why(view, "RF-1")
    assert "each with relief of 80 % or more: 2" in rows["Met when"]
    assert rows["Missing"] == "A diagnostic block"
    assert line_of(view, "IND-5").sentences() == (
        "Not in our record on 24-Nov-2026: whether another cause explains the pain",
    )
    assert view.letter.tested() == []


def labels(view: ReadinessView) -> Sequence[str]:
    return [line.accessibleName() for line in view.findings.lines()]


def test_whoever_collects_scores_sees_no_criteria_before_the_response_is_signed(clinic: SampleClinic) -> None:
    clinic.sign_in("nurse")
    view = readiness(clinic, "nowak")
    assert labels(view) == []
    assert view._whole.isHidden()


def test_a_rule_set_of_another_region_says_so_beside_what_fails() -> None:
    cervical = next(each for each in read_rule_sets(RESOURCES / "rules") if each.id == "CONSENSUS-CERVICAL")
    for blocks in ((), two_blocks()):
        said = " ".join(deciding_words(view_of(cervical, a_case(*blocks))))
        assert said.count("is about the cervical spine") == 1

"""Settings, rule sets: the list, a file that is added, what is refused, reviews, and a broken file."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mbb_desktop.paths import data_dir
from mbb_desktop.storage import rule_files
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.messages import AskCard
from mbb_desktop.ui.rule_file_card import RuleFileCard
from mbb_desktop.ui.rule_set_editor import RuleSetEditor
from mbb_desktop.ui.settings_clinic import ClinicForm
from mbb_desktop.ui.settings_page import SettingsPage
from mbb_desktop.ui.settings_rules import RuleSettings
from mbb_desktop.workflow.keep_clinic import clinic as clinic_details
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_rules import add_rules, rule_library, withdraw_rules
from tests.ui.sample import SampleClinic, button, press

UK = (data_dir("resources") / "rules" / "uk-50x1.toml").read_text(encoding="utf-8")
OURS = UK.replace('id = "UK-50X1"', 'id = "OURS"', 1).replace(
    'title = "England: one', 'title = "Our clinic: one', 1
)


@pytest.fixture
def page(clinic: SampleClinic) -> SettingsPage:
    return clinic.page(lambda: SettingsPage(clinic.session, clinic.window, clinic.settings))


@pytest.fixture
def rules(page: SettingsPage) -> RuleSettings:
    shown = page.show_section("rules")
    assert isinstance(shown, RuleSettings)
    QApplication.processEvents()
    return shown


def choose(rules: RuleSettings, named: str) -> None:
    rules.table.select([row.named for row in rules.table.records()].index(named))
    QApplication.processEvents()


def cells(rules: RuleSettings) -> list[str]:
    """The chosen row as a screen reader says it."""
    at, model = rules.table.currentIndex().row(), rules.table.records_model
    return [model.data(model.index(at, column), 11) for column in range(model.columnCount())]


def written(folder: Path, text: str) -> Path:
    path = folder / "ours.toml"
    path.write_text(text, encoding="utf-8")
    return path


def use_in_the_complaint(clinic: SampleClinic, words: str, rule_set: str) -> None:
    course = clinic.chart(words).courses[0]
    clinic.do(save_course, replace(course, rule_set=rule_set))


def keep_broken(clinic: SampleClinic) -> None:
    """As if a later program did not know a setting any more."""
    with clinic.desk().change("kept by a former program") as change:
        text = OURS.replace("months = 6", "moons = 6")
        rule_files.add(change, "ours.toml", "OURS", "2026-11", text.encode())


def test_every_delivered_set_is_listed_with_what_it_rests_on(rules: RuleSettings) -> None:
    assert len(rules.table.records()) == 13
    choose(rules, "US-MEDICARE-FACET 2026-05")
    said = cells(rules)
    assert said[0].endswith("US-MEDICARE-FACET 2026-05")
    assert said[1:] == [
        "from 21-May-2026, no end",
        "40 rules, least sure: low",
        "Not reviewed here",
        "Delivered",
    ]
    assert "LCD L38801 v23 (16-Apr-2026): read from a secondary summary on 22-Nov-2026" in (
        rules.rests_on.text()
    )


def test_a_file_is_checked_shown_and_added(clinic: SampleClinic, rules: RuleSettings, tmp_path: Path) -> None:
    press(rules, "Add a rule file")
    card = clinic.card(RuleFileCard)
    assert not button(card, "Add this rule set").isEnabled()
    card.read_file(written(tmp_path, OURS))
    assert "OURS 2026-11" in card.offer()
    assert "6 rules; every one of its 5 examples gets its verdicts." in card.offer()
    assert "OURS" not in [row.rule_set_id for row in clinic.do(rule_library)]
    press(card, "Add this rule set")
    choose(rules, "OURS 2026-11")
    assert cells(rules)[-1] == "Own file"
    assert clinic.events()[0] == "rule set added"
    assert clinic.errors == []


WRONG_FILES = (
    (
        OURS.replace("months = 6", "month = 6"),
        "ours.toml, line 38, rule IND-2: 'month' is not known here.",
    ),
    (OURS.replace('RF-1 = "met"', 'RF-1 = "missing"', 1), "RF-1 is 'met', expected 'missing'"),
    (UK, "UK-50X1 2026-11 is installed already."),
    ("", "ours.toml, line 1: the file is empty."),
)


def test_a_wrong_file_is_refused_with_its_line(
    clinic: SampleClinic, rules: RuleSettings, tmp_path: Path
) -> None:
    press(rules, "Add a rule file")
    card = clinic.card(RuleFileCard)
    for text, problem in WRONG_FILES:
        card.read_file(written(tmp_path, OURS))
        assert card.offer() != ""
        card.read_file(written(tmp_path, text))
        assert problem in card.said()
        assert card.offer() == ""
        assert not button(card, "Add this rule set").isEnabled()
    card.read_file(tmp_path / "none.toml")
    assert "No such file" in card.said()


def test_a_review_is_noted_after_a_question_and_what_was_delivered_offers_no_withdrawal(
    clinic: SampleClinic, rules: RuleSettings
) -> None:
    choose(rules, "UK-50X1 2026-11")
    assert [b.isHidden() for b in (rules._withdraw, rules._take_back, rules._review)] == [True, True, False]
    choose(rules, "US-MEDICARE-FACET 2026-05")
    press(rules, "Mark as reviewed")
    assert cells(rules)[3] == "Not reviewed here"
    press(clinic.card(AskCard), "I have compared it")
    assert cells(rules)[3] == "24-Nov-2026, A. Okafor, MD"
    assert clinic.events()[0] == "rule set reviewed"


def test_an_own_set_is_withdrawn_and_used_again(clinic: SampleClinic, rules: RuleSettings) -> None:
    clinic.do(add_rules, "ours.toml", OURS)
    clinic.session.announce("rule set")
    choose(rules, "OURS 2026-11")
    press(rules, "Withdraw")
    press(clinic.card(AskCard), "Withdraw")
    assert cells(rules)[-1] == "Withdrawn"
    assert rules.table.currentIndex().row() == len(rules.table.records()) - 1
    press(rules, "Use again")
    assert cells(rules)[-1] == "Own file"


def test_an_own_set_can_be_chosen_at_once_and_stays_chosen_when_withdrawn(
    clinic: SampleClinic, page: SettingsPage
) -> None:
    form = page.show_section("clinic").findChildren(ClinicForm)[0]
    editor = form.form.editor("rule_set")
    assert isinstance(editor, RuleSetEditor)
    clinic.do(add_rules, "ours.toml", OURS)
    clinic.session.announce("rule set")
    editor.set_value("OURS")
    assert editor.text() == "Our clinic: one block, 50 %, radiofrequency for low back pain (2026-11)"
    form.save()
    assert clinic.do(clinic_details).rule_set == "OURS"
    clinic.do(withdraw_rules, next(row for row in clinic.do(rule_library) if row.rule_set_id == "OURS"))
    clinic.session.announce("rule set")
    assert (editor.value(), editor.text()) == ("OURS", "OURS (not in use)")


def test_a_broken_file_is_listed_first_with_its_sentence(clinic: SampleClinic, rules: RuleSettings) -> None:
    keep_broken(clinic)
    clinic.session.announce("rule set")
    rules.table.select(0)
    assert cells(rules)[0] == "ours.toml, OURS 2026-11"
    assert cells(rules)[-1] == "Cannot be used"
    assert "ours.toml, line 38, rule IND-2: 'moons' is not known here." in rules.problem.text()
    press(rules, "Withdraw")
    press(clinic.card(AskCard), "Withdraw")
    assert rules.problem.text() != ""


def test_a_chart_says_which_file_is_broken_and_shows_its_blocks(clinic: SampleClinic) -> None:
    keep_broken(clinic)
    before = clinic.open_chart("marsh eleanor")
    lines = len(before.blocks.table.records())
    assert before.not_judged.text() == ""
    use_in_the_complaint(clinic, "marsh eleanor", "OURS")
    chart: ChartPage = clinic.open_chart("marsh eleanor")
    assert "The clinic's rule set OURS 2026-11 should judge here and cannot be used." in (
        chart.not_judged.text()
    )
    assert "line 38" in chart.not_judged.text()
    assert chart.overview.headline._title.text() == "Not judged"
    assert not chart._tabs.isTabEnabled(chart._names.index("readiness"))
    assert len(chart.blocks.table.records()) == lines > 0
    assert clinic.errors == []
    use_in_the_complaint(clinic, "marsh eleanor", "")
    clinic.session.announce("course", patient_id=clinic.patient("marsh eleanor").id)
    assert chart.not_judged.text() == ""
    assert chart._tabs.isTabEnabled(chart._names.index("readiness"))

"""A strength is taken as it was meant: percent and mg/mL are told apart, and nothing is converted unasked."""

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.block import Drug, DrugUse
from mbb_desktop.clinical.drugs import read_formulary
from mbb_desktop.paths import data_dir
from mbb_desktop.ui.strength_editor import StrengthEditor

AGENTS = read_formulary(data_dir("resources") / "clinical" / "anesthetics.toml").agents


@pytest.fixture
def editor(qtbot: QtBot) -> StrengthEditor:
    made = StrengthEditor(AGENTS)
    qtbot.addWidget(made)
    return made


def typed(
    editor: StrengthEditor, text: str, agent: str = "bupivacaine", use: DrugUse = DrugUse.TARGET
) -> str:
    """What stands there after it was typed and left."""
    editor.about(lambda: Drug(use, agent))
    editor.line.setText(text)
    editor.leaving()
    return editor.text()


@pytest.mark.parametrize(
    ("text", "agent", "strength"),
    [
        ("0.5 %", "bupivacaine", "5"),
        ("0,25%", "bupivacaine", "2.5"),
        (".0625 %", "bupivacaine", "0.625"),
        ("5 mg/mL", "bupivacaine", "5"),
        ("5 mg / ml", "bupivacaine", "5"),
        ("5", "bupivacaine", "5"),
        ("1.25", "bupivacaine", "1.25"),
        ("2", "ropivacaine", "2"),
        ("0.5 mg/mL", "bupivacaine", "0.5"),
        ("40", "", "40"),
    ],
)
def test_a_strength_is_read_with_its_unit(
    editor: StrengthEditor, text: str, agent: str, strength: str
) -> None:
    assert typed(editor, text, agent) == f"{strength} mg/mL"
    assert editor.value() == Decimal(strength)
    assert editor.problem() == ""


def test_a_bare_percentage_is_asked_about_and_never_taken_for_milligrams(editor: StrengthEditor) -> None:
    assert typed(editor, "0.5") == "0.5"
    assert editor.value() is None
    assert editor.problem() == "Is this 0.5 % (5 mg/mL) or 0.5 mg/mL? Type it with its unit."


@pytest.mark.parametrize(("text", "agent"), [("1", "lidocaine"), ("2", "lidocaine"), ("0.5", ""), ("4", "x")])
def test_the_agent_says_what_is_a_percentage(editor: StrengthEditor, text: str, agent: str) -> None:
    typed(editor, text, agent)
    assert editor.problem().startswith(f"Is this {text} % (")


@pytest.mark.parametrize("text", ["%", "0 %", "0", "abc %", "0.5 mg", "-1 %"])
def test_what_is_no_strength_is_refused_with_a_sentence(editor: StrengthEditor, text: str) -> None:
    typed(editor, text)
    assert editor.value() is None
    assert editor.problem().endswith(".")


def test_only_anesthetics_are_given_in_percent(editor: StrengthEditor) -> None:
    typed(editor, "1", "midazolam", DrugUse.SEDATION)
    assert editor.value() == 1
    typed(editor, "1 %", "midazolam", DrugUse.SEDATION)
    assert editor.problem() == "Only anesthetics are given in percent. Write mg per mL."


def test_ten_times_a_usual_strength_is_asked_about_before_it_is_stored(editor: StrengthEditor) -> None:
    typed(editor, "50")
    assert editor.value() is None
    assert editor.problem() == "Did you mean 5 mg/mL? Else type 50 with its unit."
    typed(editor, "500")
    assert editor.problem() == "Did you mean 5 mg/mL? Else type 500 with its unit."
    typed(editor, "50 mg/mL")
    assert editor.value() == Decimal(50)

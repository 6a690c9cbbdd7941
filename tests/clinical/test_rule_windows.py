"""A practice's own windows of relief: they judge where their rule set judges, and nowhere else."""

from dataclasses import replace

import pytest

from mbb_desktop.clinical.check_rules import check_rule_file
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.data_file import DataFileError
from mbb_desktop.clinical.drugs import Confidence, Window
from mbb_desktop.clinical.rule_windows import OwnWindow, with_windows
from mbb_desktop.clinical.rules import judge, parse_rule_set
from tests.clinical.invented import AGENTS, a_case, two_blocks
from tests.clinical.test_rules import FEW, MEDICARE
from tests.every_row import every_row

OWN = """
[[window]]
agent = "lidocaine"
from = 180
to = 300
source = "practice policy of 01-Oct-2026"
confidence = "own"
"""
TEXT = FEW.replace("[[rule]]", f"{OWN}\n[[rule]]", 1)
LATER = Window(180, 300, "practice policy of 01-Oct-2026", Confidence.OWN)
OURS = replace(MEDICARE, windows=(OwnWindow("lidocaine", False, LATER),))


def test_a_window_of_the_file_takes_the_place_of_the_delivered_one() -> None:
    assert parse_rule_set("ours.toml", TEXT).windows == OURS.windows
    agents = OURS.agents(AGENTS)
    assert agents["lidocaine"].window == LATER
    assert agents["lidocaine"].window_with_epinephrine == AGENTS["lidocaine"].window_with_epinephrine
    assert {name for name in AGENTS if agents[name] != AGENTS[name]} == {"lidocaine"}
    assert MEDICARE.agents(AGENTS) is AGENTS


def test_one_with_epinephrine_is_a_window_of_its_own() -> None:
    text = TEXT.replace("to = 300\n", "to = 300\nwith_epinephrine = true\n")
    (own,) = parse_rule_set("ours.toml", text).windows
    agents = with_windows(AGENTS, (own, replace(own, agent="articaine")))
    assert agents["lidocaine"].window_with_epinephrine == LATER
    assert agents["lidocaine"].window == AGENTS["lidocaine"].window
    assert set(agents) == set(AGENTS)


def test_relief_is_judged_by_the_window_of_the_set_that_judges() -> None:
    """Lidocaine relief to 2 h lasts long enough from 1 h on, and not from 3 h on."""
    case = a_case(*two_blocks())
    for _ in range(2):  # and neither judgement leaves a trace in the other
        theirs, own = (judge(each, case).finding("RF-1") for each in (MEDICARE, OURS))
        assert (theirs.verdict, own.verdict) == (Verdict.MET, Verdict.MET)
        assert "relief shorter" not in theirs.caution
        assert "relief shorter than the window of 3 to 5 h" in own.caution
    assert MEDICARE.case(case) is case


def test_the_text_of_the_windows_is_part_of_the_version() -> None:
    assert parse_rule_set("a.toml", TEXT).sha256 != parse_rule_set("a.toml", FEW).sha256


@every_row(
    ("old", "new", "problem"),
    [
        ("from = 180", "form = 180", "window of lidocaine: 'form' is not known here"),
        ("from = 180", "", "'from' is missing"),
        ("from = 180", "from = -1", "'from' must lie before 'to', both from 0 to 1440 minutes"),
        ("from = 180", "from = 300", "'from' must lie before 'to'"),
        ("to = 300", "to = 1441", "'from' must lie before 'to'"),
        ("from = 180", 'from = "3 h"', "'from' must be a whole number"),
        ('confidence = "own"', 'confidence = "sure"', "'confidence' must be one of"),
        ('source = "practice policy of 01-Oct-2026"', "", "'source' is missing"),
        (OWN, OWN + OWN, "the window of lidocaine stands there twice"),
    ],
)
def test_a_wrong_window_is_refused_with_its_place(old: str, new: str, problem: str) -> None:
    with pytest.raises(DataFileError, match=r"^ours\.toml, line \d+") as refused:
        parse_rule_set("ours.toml", TEXT.replace(old, new, 1))
    assert problem in str(refused.value)


def test_the_ends_of_the_diary_are_allowed_and_an_unknown_agent_is_remarked() -> None:
    text = TEXT.replace("from = 180\nto = 300", "from = 0\nto = 1440").replace(
        'agent = "lidocaine"\nfrom', 'agent = "articaine"\nfrom'
    )
    found = check_rule_file("ours.toml", text.encode(), AGENTS)
    assert found.problems == ()
    assert "The agent 'articaine' of a window is not known." in found.remarks


def test_a_file_without_windows_has_none() -> None:
    assert MEDICARE.windows == ()


def test_several_windows_stand_side_by_side_and_a_mistake_is_found_on_its_line() -> None:
    both = OWN + OWN.replace("to = 300", "to = 400\nwith_epinephrine = true") + OWN.replace("lido", "bupi")
    text = FEW.replace("[[rule]]", f"{both}\n[[rule]]", 1)
    assert [each.agent for each in parse_rule_set("ours.toml", text).windows] == [
        *("lidocaine", "lidocaine", "bupicaine")
    ]
    late = TEXT.replace("from = 180", "from = 400")
    line = late.splitlines().index("from = 400") + 1
    with pytest.raises(DataFileError, match=rf"line {line}, window of lidocaine"):
        parse_rule_set("ours.toml", late)
    twice = TEXT.replace(OWN, OWN + OWN)
    second = [at for at, each in enumerate(twice.splitlines(), 1) if each == 'agent = "lidocaine"'][1]
    with pytest.raises(DataFileError, match=rf"line {second}, "):
        parse_rule_set("ours.toml", twice)

"""Examples that fail, a judgement as plain data, and tables that are current."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mbb_desktop.clinical.check_rules import (
    LARGEST,
    NO_RELIEF,
    Checked,
    check_rule_file,
    told,
    untried,
    wrong_examples,
)
from mbb_desktop.clinical.rule_table import MARK, tried_kinds, written_below
from mbb_desktop.clinical.rules import parse_rule_set, read_rule_sets
from tests.clinical.invented import AGENTS, RESOURCES, a_case, two_blocks
from tests.clinical.test_rules import SHORT

SETS = read_rule_sets(RESOURCES / "rules")
TRIED = tried_kinds(Path(__file__).parent)
MEDICARE = next(each for each in SETS if each.id == "US-MEDICARE-FACET")


def test_the_delivered_examples_all_get_what_they_expect() -> None:
    """Those of the longest set are judged one by one in test_rules.py, for less."""
    others = [each for each in SETS if each is not MEDICARE]
    assert [sentence for each in others for sentence in wrong_examples(each, AGENTS)] == []
    assert [untried(each) for each in SETS] == [()] * len(SETS)


def test_an_example_that_gets_another_verdict_is_told_with_its_evidence() -> None:
    ours = parse_rule_set("ours.toml", SHORT.replace("blocks = 2\nrelief = 80", "blocks = 2\nrelief = 90", 1))
    first = next(iter(wrong_examples(ours, AGENTS)))
    assert first.startswith(
        "Example 'two concordant blocks, 20 days apart': RF-1 is 'not met', expected 'met'."
    )
    assert "87 % calculated" in first


def test_a_caution_that_is_not_expected_is_told() -> None:
    ours = parse_rule_set("ours.toml", SHORT.replace("relief = 80", "relief = 80\ncaution = 'Ours.'", 1))
    assert any("DX-2 is 'met' with caution, expected 'met'." in each for each in wrong_examples(ours, AGENTS))


def test_a_file_of_more_than_a_megabyte_is_not_even_read() -> None:
    largest = check_rule_file("ours.toml", b"#" * LARGEST, AGENTS)
    assert "1 MB" not in largest.problems[0]
    over = check_rule_file("ours.toml", b"#" * (LARGEST + 1), AGENTS)
    assert over == Checked(
        "", None, ("ours.toml: the file is larger than 1 MB. A rule file is a short text.",)
    )


def test_a_file_that_cannot_be_read_says_only_why() -> None:
    found = check_rule_file("ours.toml", SHORT.replace("months = 3", "months = '3'", 1).encode(), AGENTS)
    assert (found.text, found.rule_set, found.remarks) == ("", None, ())
    (problem,) = found.problems
    assert "rule IND-2: 'months' must be a whole number" in problem


def test_a_file_that_says_no_relief_cannot_judge() -> None:
    found = check_rule_file("ours.toml", SHORT[: SHORT.index('[[rule]]\nid = "DX-2"')].encode(), AGENTS)
    assert found.rule_set is not None
    assert found.problems == (f"ours.toml: {NO_RELIEF}",)
    assert found.remarks[0].startswith("No example tries IND-1, IND-2, ")


def test_an_agent_that_is_not_known_is_remarked() -> None:
    data = SHORT.replace('agent = "lidocaine 20"', 'agent = "lidokaine 20"').encode()
    found = check_rule_file("ours.toml", data, AGENTS)
    said = "The agent 'lidokaine' of an example is not known."
    assert said in found.remarks
    assert said not in check_rule_file("ours.toml", SHORT.encode(), AGENTS).remarks


def test_a_rule_that_no_example_tries_is_named() -> None:
    assert untried(replace(MEDICARE, examples=())) == tuple(rule.id for rule in MEDICARE.rules)


def test_a_judgement_is_told_as_plain_data() -> None:
    case = a_case(*two_blocks())
    plain = json.loads(json.dumps(told(MEDICARE, case)))
    assert (plain["rule_set"], plain["version"], plain["in_force"]) == ("US-MEDICARE-FACET", "2026-05", True)
    assert sum(plain["counts"].values()) == len(MEDICARE.rules)
    relief = next(each for each in plain["findings"] if each["rule"] == "RF-1")
    assert relief["verdict"] == "met"
    assert [(each["block"], each["on"]) for each in relief["evidence"]] == [
        (1, "2026-11-03"),
        (2, "2026-11-23"),
    ]
    onset = next(each for each in plain["findings"] if each["rule"] == "IND-2")
    assert onset["evidence"][0]["block"] is None


def test_the_page_of_the_rules_is_current() -> None:
    page = (RESOURCES.parent / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written_below(page, SETS, TRIED) == page, "run `make docs`"


def test_every_rule_is_tried_by_an_example_and_by_a_test_of_its_kind() -> None:
    assert [(each.named, untried(each)) for each in SETS if untried(each)] == []
    used = {rule.kind for each in SETS for rule in each.rules}
    assert [kind for kind in used if not TRIED[kind]] == []


def test_a_rule_names_its_examples_and_the_tests_of_its_kind() -> None:
    page = written_below(MARK, (MEDICARE,), {"pain_lasts": ("test_some", "test_other")})
    row = next(line for line in page.splitlines() if line.startswith("| IND-2 |"))
    numbers = [n for n, each in enumerate(MEDICARE.examples, start=1) if "IND-2" in each.expect]
    assert row.endswith(f"| examples {', '.join(map(str, numbers))}; test_some, test_other |")
    assert f"{numbers[0]}. {MEDICARE.examples[numbers[0] - 1].title}" in page.splitlines()


def test_a_page_without_the_mark_is_left_alone() -> None:
    with pytest.raises(ValueError, match="make docs"):
        written_below("# Rules\n", SETS)
    assert written_below(f"# Rules\n{MARK}\nold", ()).startswith(f"# Rules\n{MARK}\n\n## Kinds of rules")


def test_every_delivered_set_names_a_relief_and_says_how_it_was_read() -> None:
    assert all(each.threshold is not None for each in SETS)
    assert {each.id: each.blocks for each in SETS if each.blocks == 1} == {
        "CONSENSUS-50X1": 1,
        "CONSENSUS-CERVICAL": 1,
        "UK-50X1": 1,
    }
    least = {each.id: each.asked.threshold.words for each in SETS if each.asked is not None}
    assert least["SIS-100X2"] == "80 % or more"
    assert least["CONSENSUS-CERVICAL"] == "more than 50 %"
    assert least["US-UHC-FACET"] == "80 % or more"


def test_the_rule_of_a_block_is_named_by_its_number() -> None:
    by_id = {each.id: each for each in SETS}
    assert [by_id["US-MEDICARE-FACET"].relief_rule(number) for number in (1, 2)] == ["DX-2", "RF-1"]
    assert [by_id["UK-50X1"].relief_rule(number) for number in (1, 2)] == ["RF-1", "RF-1"]
    assert [by_id["US-UHC-FACET"].relief_rule(number) for number in (1, 2)] == ["DX-2", "DX-2"]


def test_titles_are_short_enough_for_a_line() -> None:
    assert [rule.id for each in SETS for rule in each.rules if len(rule.title) > 68] == []


def test_files_are_where_the_page_says() -> None:
    assert all(path.suffix == ".toml" for path in Path(RESOURCES / "rules").iterdir())

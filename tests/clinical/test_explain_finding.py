"""What a finding rests on: one set of words for the screen and for paper."""

from dataclasses import replace
from datetime import date, timedelta

from mbb_desktop.clinical.asked_words import say_asked, say_formula
from mbb_desktop.clinical.criteria import Case, Evidence, Verdict
from mbb_desktop.clinical.explain import explain_finding, say_finding
from mbb_desktop.clinical.kinds import KINDS
from mbb_desktop.clinical.phrases import known
from mbb_desktop.clinical.response import BEFORE, Response, Series
from mbb_desktop.clinical.rules import RuleSet, judge, read_rule_set, read_rule_sets
from mbb_desktop.clinical.verdict import assess
from tests.clinical.invented import (
    AGENTS,
    BOTH,
    COURSE,
    DAY,
    EIGHTY,
    LASTING_2_H,
    RESOURCES,
    a_block,
    a_case,
    a_response,
    two_blocks,
    with_series,
)
from tests.every_row import every_row

RULES = read_rule_set(RESOURCES / "rules" / "us-medicare-facet.toml")


def rows(case: Case, rule_id: str, rules: RuleSet = RULES) -> dict[str, str]:
    blocks = [assess(block, response, EIGHTY, AGENTS) for block, response in case.blocks]
    return dict(explain_finding(rules, judge(rules, case).finding(rule_id), blocks))


def test_every_kind_of_rule_says_what_it_asks() -> None:
    assert [kind for kind in KINDS if not known(f"asked.{kind}")] == []


@every_row("rules", read_rule_sets(RESOURCES / "rules"), ids=lambda rules: rules.id)
def test_every_rule_that_is_delivered_can_be_said(rules: RuleSet) -> None:
    for rule in rules.rules:
        said = say_asked(rule)
        assert said
        assert "{" not in said
        assert "None" not in said


def test_an_interval_shows_both_dates_and_its_formula() -> None:
    found = rows(a_case(*two_blocks(20)), "DX-3")
    assert found["Inputs"] == "03-Nov-2026 to 23-Nov-2026: 20 days"
    assert found["Formula"] == "03-Nov-2026 + 14 days = 17-Nov-2026; the later block was on 23-Nov-2026"
    assert found["Met when"] == (
        "14 days or more from one block of a joint and side to the next, or a written reason"
    )
    assert found["Rule"] == "DX-3 of US-MEDICARE-FACET 2026-05, revision 2021-04; " + (
        "this version is in force from 21-May-2026"
    )
    assert found["Source"].startswith("LCD L38801 v23 (16-Apr-2026)")
    assert found["Confidence"] == "Read in a secondary page, or in part"


def test_after_one_block_the_formula_gives_the_first_possible_day() -> None:
    assert rows(a_case(two_blocks()[0]), "DX-3")["Formula"] == "03-Nov-2026 + 14 days = 17-Nov-2026"


def test_the_formula_of_an_early_block_shows_the_day_on_which_it_was_due() -> None:
    finding = judge(RULES, a_case(*two_blocks(9))).finding("DX-4")
    assert say_formula(RULES.rule("DX-4"), finding) == (
        "03-Nov-2026 + 14 days = 17-Nov-2026; the later block was on 12-Nov-2026"
    )


def test_evidence_without_a_day_has_no_interval() -> None:
    finding = judge(RULES, a_case(*two_blocks())).finding("DX-3")
    undated = replace(finding, evidence=(Evidence("a reason was given"), *finding.evidence))
    assert say_formula(RULES.rule("DX-3"), undated) == say_formula(RULES.rule("DX-3"), finding)


def test_relief_without_a_score_before_shows_that_nothing_can_be_calculated() -> None:
    (first, _), second = two_blocks()
    found = rows(a_case((first, a_response(None, LASTING_2_H)), second), "RF-1")
    assert "No relief can be calculated" in found["Block of 03-Nov-2026"]
    assert "100 × (7 − 1) / 7 = 85 %" in found["Block of 23-Nov-2026"]


def test_only_the_blocks_that_are_evidence_show_their_arithmetic() -> None:
    first, second = two_blocks()
    case = a_case(first, second)
    judged = [assess(block, response, EIGHTY, AGENTS) for block, response in case.blocks]
    finding = judge(RULES, case).finding("RF-1")
    alone = replace(finding, evidence=tuple(e for e in finding.evidence if e.record_id == first[0].id))
    labels = [label for label, _ in explain_finding(RULES, alone, judged)]
    assert [label for label in labels if label.startswith("Block of")] == ["Block of 03-Nov-2026"]


def test_relief_shows_the_readings_with_their_times_and_the_arithmetic_of_each_block() -> None:
    found = rows(a_case(*two_blocks()), "RF-1")
    first = found["Block of 03-Nov-2026"]
    assert first.startswith("8 before the block at 10:30; needle out 10:30; 1 at 15 min, 1 at 30 min, ")
    assert "100 × (8 − 1) / 8 = 87 %, cut, not rounded" in first
    assert "Threshold: 80 % or more = NRS 1 or less" in first
    assert "Window: 1 to 4 h since needle-out" in first
    assert first.endswith("Stated: 90 % by the patient")
    assert "Block of 23-Nov-2026" in found
    assert "25 to 41 %" in found["Limits"]


def test_a_counter_shows_its_window_and_both_readings_of_the_first_day() -> None:
    case = a_case(*two_blocks())
    finding = judge(RULES, case).finding("DX-CAP")
    assert finding.evidence[0].text == (
        "lumbar and sacral: 2 of 4 from 24-Nov-2025 to 23-Nov-2026 (03-Nov-2026 and 23-Nov-2026); "
        "counting 23-Nov-2025 too: 2"
    )
    assert say_formula(RULES.rule("DX-CAP"), finding).endswith("the second number counts 23-Nov-2025 too")
    earlier = replace(two_blocks()[0][0], performed_on=DAY + timedelta(days=20) - timedelta(days=365))
    counted = judge(RULES, replace(case, others=(earlier,))).finding("DX-CAP")
    assert counted.evidence[0].text.endswith("counting 23-Nov-2025 too: 3")


def test_without_a_block_it_says_what_is_awaited_and_what_would_satisfy() -> None:
    case = a_case()
    finding = judge(RULES, case).finding("RF-1")
    assert say_finding(finding, date(2026, 12, 1)) == ("Awaited: a diagnostic block",)
    found = rows(case, "RF-1")
    assert found["Missing"] == "A diagnostic block"
    assert found["Met when"] == (
        "The last diagnostic blocks of the same joint and side, signed, each with relief of 80 % or more: 2, "
        "each duration known against the window of the agent; blocks before an ablation of more than 2 "
        "years ago do not count"
    )


def test_what_is_missing_is_said_first_and_dated() -> None:
    case = replace(a_case(), course=replace(COURSE, axial=None))
    finding = judge(RULES, case).finding("IND-1")
    assert finding.verdict is Verdict.UNKNOWN
    assert say_finding(finding, date(2026, 12, 1)) == (
        "Not in our record on 01-Dec-2026: whether the pain is mainly axial",
        "Usual pain 7; cannot stand longer than 10 minutes",
    )


@every_row(
    ("verdict", "sentences"),
    [
        (Verdict.MET, ("One; two", "Missing: a; b", "Caution: mind the X")),
        (Verdict.NOT_MET, ("One; two", "Missing: a; b", "Caution: mind the X")),
        (Verdict.DOES_NOT_APPLY, ("One; two", "Missing: a; b", "Caution: mind the X")),
        (Verdict.UNKNOWN, ("Not in our record on 03-Nov-2026: a; b", "One; two", "Caution: mind the X")),
        (Verdict.NOT_YET, ("One; two", "Awaited: a; b", "Caution: mind the X")),
    ],
    ids=lambda each: each.value if isinstance(each, Verdict) else "",
)
def test_a_finding_is_said_in_its_own_order(verdict: Verdict, sentences: tuple[str, ...]) -> None:
    finding = replace(judge(RULES, a_case(*two_blocks())).finding("DX-3"), verdict=verdict)
    facts = (Evidence("one"), Evidence("two"))
    full = replace(finding, evidence=facts, missing=("a", "b"), caution="mind the X.")
    assert say_finding(full, DAY) == sentences
    assert say_finding(replace(full, missing=(), caution=""), DAY) == ("One; two",)


def rated(*series: Series) -> Response:
    first, *more = series
    response = a_response("8", LASTING_2_H, series=first)
    for each in more:
        response = with_series(response, each, "7", LASTING_2_H)
    return response


@every_row(
    ("series", "labels"),
    [
        ((Series.OVERALL,), ["Block of 03-Nov-2026"]),
        ((Series.LEFT, Series.RIGHT), ["Block of 03-Nov-2026, left", "Block of 03-Nov-2026, right"]),
        (
            (Series.LEFT, Series.RIGHT, Series.OVERALL),
            ["Block of 03-Nov-2026, left", "Block of 03-Nov-2026, right"],
        ),
        ((Series.LEFT, Series.OVERALL), ["Block of 03-Nov-2026, left", "Block of 03-Nov-2026"]),
    ],
    ids=["overall", "sides", "all", "one side"],
)
def test_every_score_that_counts_for_a_side_shows_its_arithmetic(
    series: tuple[Series, ...], labels: list[str]
) -> None:
    found = rows(a_case((a_block(BOTH), rated(*series))), "RF-1")
    assert [label for label in found if label.startswith("Block of")] == labels


def test_each_side_shows_the_agent_that_it_got() -> None:
    block = a_block(BOTH)
    other = replace(block.drugs[0], agent="bupivacaine", syringe=2)
    targets = tuple(replace(t, syringe=1 + (t.side.value == "right")) for t in block.targets)
    mixed = replace(block, drugs=(*block.drugs, other), targets=targets)
    found = rows(a_case((mixed, rated(Series.LEFT, Series.RIGHT))), "RF-1")
    assert "lidocaine. 100" in found["Block of 03-Nov-2026, left"]
    assert "bupivacaine. 100" in found["Block of 03-Nov-2026, right"]


def test_a_block_without_a_score_after_shows_the_formula_alone() -> None:
    (block, response), _ = two_blocks()
    before = replace(response, readings=tuple(r for r in response.readings if r.slot == BEFORE))
    assert rows(a_case((block, before)), "RF-1")["Block of 03-Nov-2026"].startswith(
        "8 before the block at 10:30; needle out 10:30; lidocaine. "
        "100 × (8 − score) / 8, exact, not rounded. Threshold: 80 % or more = NRS 1 or less. Window: "
    )


def test_what_is_shown_and_what_is_missing_are_lists_in_one_sentence() -> None:
    open_ = replace(a_case(*two_blocks()), course=replace(COURSE, axial=None, usual_score=None))
    assert rows(open_, "IND-1")["Missing"] == "Whether the pain is mainly axial; usual pain score"
    found = rows(a_case(*two_blocks()), "IND-1")
    assert found["Inputs"] == "Mainly axial; usual pain 7; cannot stand longer than 10 minutes"
    assert "Limits" not in found

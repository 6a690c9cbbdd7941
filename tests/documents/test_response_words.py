"""A response keeps apart what was computed and what the physician concludes, and names every unknown."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mbb_desktop.clinical.response import Conclusion, Series
from mbb_desktop.documents.response_facts import ResponseFacts
from mbb_desktop.documents.response_words import report
from mbb_desktop.documents.score_table import score_table
from mbb_desktop.documents.wording import plain_text
from tests.documents.example_courses import (
    FACTS,
    NEGATIVE,
    ONE_SIDE,
    RESPONSE,
    UNDECIDED,
    judged,
    scores,
    with_response,
)
from tests.documents.examples import BLOCK, STOPPED


def headline(facts: ResponseFacts) -> str:
    return " / ".join(map(plain_text, report(facts).computed.headline)).replace("\u00a0", " ")


def details(facts: ResponseFacts) -> str:
    return " ".join(map(plain_text, report(facts).computed.details)).replace("\u00a0", " ")


def row(facts: ResponseFacts, title: str) -> str:
    said = [plain_text(each.said) for each in report(facts).circumstances if each.title == title]
    return said[0].replace("\u00a0", " ")


def test_a_block_that_meets_the_criterion_says_under_which_rule() -> None:
    assert headline(FACTS) == (
        "Meets the criterion you selected: 80 % or more on the same scale (US-MEDICARE-FACET 2026-05, DX-2)"
    )
    assert report(FACTS).computed.met is True


def test_each_caution_is_a_sentence() -> None:
    napped = with_response(replace(RESPONSE, napped=True), STOPPED.block)
    assert ". The patient napped" in details(napped)


def test_a_rule_set_of_another_time_is_said_not_to_be_in_force() -> None:
    assert FACTS.rule_set is not None
    day = FACTS.assessed.block.performed_on
    early = replace(FACTS, rule_set=replace(FACTS.rule_set, effective_from=day + timedelta(days=1)))
    assert "(US-MEDICARE-FACET 2026-05, not in force on 24-Nov-2026, DX-2)" in headline(early)
    assert "not in force on" in report(early).source.replace("\u00a0", " ")


def test_a_block_that_does_not_meet_it_says_so() -> None:
    assert headline(NEGATIVE).startswith("Does not meet the criterion you selected")
    assert report(NEGATIVE).computed.met is False


def test_relief_shorter_than_the_window_meets_it_and_the_same_line_says_so() -> None:
    after = {Series.OVERALL: (1, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7)}
    short = with_response(replace(RESPONSE, readings=scores(BLOCK, {Series.OVERALL: 7}, after)))
    assert headline(short).startswith("Meets the criterion you selected")
    assert headline(short).endswith("DX-2) (positive, relief shorter than expected)")
    assert report(short).computed.met is True


def test_what_cannot_be_decided_is_neither() -> None:
    assert "criterion" not in headline(UNDECIDED)
    assert report(UNDECIDED).computed.met is None


def test_without_any_score_nothing_is_claimed() -> None:
    empty = with_response(replace(RESPONSE, readings=(), stated=(), conclusion=None))
    assert headline(empty) == "Not assessable: no score is recorded"
    assert report(empty).computed.met is None
    assert row(empty, "Calculated") == "not recorded"


def test_the_criterion_is_named_whatever_was_computed() -> None:
    criterion = "you selected: 80 % or more on the same scale (US-MEDICARE-FACET 2026-05, DX-2)"
    empty = with_response(replace(RESPONSE, readings=(), stated=(), conclusion=None))
    for facts in (FACTS, NEGATIVE, UNDECIDED, empty):
        found = report(facts).computed
        said = [plain_text(each).replace("\u00a0", " ") for each in (*found.headline, *found.details)]
        assert sum(criterion in each for each in said) == 1, said


def test_sides_that_differ_are_told_apart() -> None:
    readings = scores(
        BLOCK,
        {Series.LEFT: 8, Series.RIGHT: 8},
        {Series.LEFT: [1] * 12, Series.RIGHT: [7] * 12},
    )
    facts = with_response(replace(RESPONSE, readings=readings, stated=()))
    assert headline(facts).startswith("Left: Meets the criterion")
    assert "/ Right: Does not meet" in headline(facts)
    assert report(facts).computed.met is None


def test_the_longest_run_and_its_window_are_told() -> None:
    assert details(FACTS).startswith("80 % or more from 15 min to 6 h after the block.")
    assert "left, right and overall" in details(FACTS)


def test_the_physicians_conclusion_stands_apart() -> None:
    said = [plain_text(each) for each in report(FACTS).conclusion]
    assert said[0] == "Positive block."
    assert said[1].startswith("Relief of the index pain")
    assert said[2].replace("\u00a0", " ") == "A. Okafor, MD, 25-Nov-2026."
    assert [plain_text(each) for each in report(UNDECIDED).conclusion] == ["Not concluded yet."]


@pytest.mark.parametrize("conclusion", list(Conclusion))
def test_the_conclusion_is_the_physicians_own_whatever_was_computed(conclusion: Conclusion) -> None:
    own = replace(NEGATIVE, response=replace(NEGATIVE.response, conclusion=conclusion))
    assert report(own).computed == report(NEGATIVE).computed
    said = plain_text(report(own).conclusion[0])
    assert said.lower().startswith(conclusion.value)


def test_calculated_and_stated_relief_are_both_there() -> None:
    assert row(FACTS, "Calculated") == "100 % (7 to 0) left and overall; 100 % (6 to 0) right"
    assert row(FACTS, "Stated") == "95 % left, right and overall (25-Nov-2026)"
    assert row(UNDECIDED, "Stated") == "not asked"


def test_movements_medicines_and_rest_are_told_or_not_recorded() -> None:
    assert "Not regained: lifting." in row(FACTS, "Movements")
    assert "Acetaminophen 1,000 mg at 18:40: extra pain medicine." in row(FACTS, "Medicines")
    assert "Lisinopril at 08:00: usual medicine at its usual time." in row(FACTS, "Medicines")
    assert row(UNDECIDED, "Movements") == "not recorded"
    assert row(UNDECIDED, "Rest, effects") == "Nap not recorded. Side effects: not recorded."


def test_one_side_alone_needs_no_names() -> None:
    assert row(ONE_SIDE, "Calculated") == "100 % (7 to 0)"
    assert plain_text(report(ONE_SIDE).place) == "Left L4-5 and L5-S1, diagnostic block 2"


def test_a_stopped_block_names_only_the_joints_that_were_blocked() -> None:
    stopped = replace(FACTS, assessed=judged(STOPPED.block, RESPONSE), compared=None)
    assert plain_text(report(stopped).place).startswith("Left L4-5 and L5-S1")


def test_the_comparison_stands_per_joint_and_side_with_its_cautions() -> None:
    said = report(FACTS)
    assert [line.joints for line in said.comparison] == ["L4-5, L5-S1", "L4-5, L5-S1"]
    assert said.comparison[0].first == "8 to 1 (87 %), from 30 min to 2 h"
    assert "28\u00a0days apart" in said.compared_notes
    assert any("baseline" in note.lower() or "before" in note.lower() for note in said.compared_notes)


def test_the_limits_of_one_block_are_always_told() -> None:
    assert "falsely positive in 25 to 41" in report(NEGATIVE).limits


# The table


def test_each_score_stands_under_its_true_time() -> None:
    table = score_table(FACTS.assessed, RESPONSE)
    assert table.elapsed[:4] == ("Before", "15\u00a0min", "30\u00a0min", "1\u00a0h")
    assert [plain_text(cell) for cell in table.clock.cells][1] == "10:46"
    assert plain_text(table.clock.cells[-1]) == "10:31\u00a0+1"


def test_a_score_taken_late_is_labelled_with_its_own_minutes() -> None:
    moved = [replace(r, at=r.at.replace(minute=49)) if r.slot == 15 else r for r in RESPONSE.readings]
    response = replace(RESPONSE, readings=tuple(moved))
    assert score_table(judged(BLOCK, response), response).elapsed[1] == "18\u00a0min"


def test_an_odd_time_is_short_enough_for_its_column() -> None:
    moved = [replace(r, at=r.at + timedelta(minutes=12)) if r.slot == 120 else r for r in RESPONSE.readings]
    response = replace(RESPONSE, readings=tuple(moved))
    assert "2:12\u00a0h" in score_table(judged(BLOCK, response), response).elapsed


def test_only_scores_that_meet_the_threshold_are_shaded() -> None:
    left = score_table(FACTS.assessed, RESPONSE).scores[0]
    assert left.shaded == frozenset(range(1, 9))


def test_percentages_are_cut_toward_the_failing_side() -> None:
    relief = score_table(FACTS.assessed, RESPONSE).relief[0]
    assert [plain_text(cell) for cell in relief.cells][1] == "85\u00a0%"


def test_missing_and_unknown_scores_are_told_apart() -> None:
    table = score_table(UNDECIDED.assessed, UNDECIDED.response)
    assert [plain_text(cell) for cell in table.scores[0].cells][:3] == ["7", "?", "–"]
    assert any("asked, not known" in note for note in table.legend)


def test_every_reading_says_how_and_from_whom() -> None:
    legend = " ".join(score_table(FACTS.assessed, RESPONSE).legend).replace("\u00a0", " ")
    assert "a = in clinic, informant patient, M. Diaz, RN" in legend
    assert "b = paper diary by telephone, informant patient, M. Diaz, RN, 25-Nov-2026 11:02" in legend
    modes = score_table(FACTS.assessed, RESPONSE).modes
    assert [plain_text(cell) for cell in modes.cells] == ["a"] * 3 + ["b"] * 8 + ["", "b"]

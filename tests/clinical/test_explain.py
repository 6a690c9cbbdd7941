"""Why a verdict is what it is."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from mbb_desktop.clinical.explain import explain, say_criterion, say_highest_score
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.response import Medicine, MedicineKind
from mbb_desktop.clinical.rules import read_rule_set
from mbb_desktop.clinical.verdict import Assessed, SeriesResult, assess
from tests.clinical.invented import (
    AGENTS,
    BUPIVACAINE,
    DAY,
    EIGHTY,
    RESOURCES,
    a_block,
    a_response,
    needle_out,
)
from tests.every_row import every_row

RULES = read_rule_set(RESOURCES / "rules" / "us-medicare-facet.toml")
LASTING = "1 1 0 0 1 1 1 1 3 5 - 6"


def judged(before: str | None, words: str, *, stated: str | None = None) -> tuple[SeriesResult, Assessed]:
    response = a_response(before, words, stated=stated)
    assessed = assess(a_block(drugs=(BUPIVACAINE,)), response, EIGHTY, AGENTS)
    assert assessed.overall is not None
    return assessed.overall, assessed


def test_every_input_of_a_verdict_is_shown() -> None:
    rows = dict(explain(*judged("7", LASTING, stated="95"), RULES))
    assert rows["Inputs"] == (
        "7 before the block at 10:30; needle out 10:30; 1 at 15 min, 1 at 30 min, 0 at 1 h, 0 at 2 h, "
        "1 at 3 h, 1 at 4 h, 1 at 5 h, 1 at 6 h, 3 at 7 h, 5 at 8 h, 6 at 24 h; bupivacaine"
    )
    assert rows["Formula"] == "100 × (7 − score) / 7, exact, not rounded"
    assert rows["Threshold"] == "80 % or more = NRS 1 or less"
    assert rows["Window"] == (
        "3 to 8 h since needle-out; "
        "6 of 6 readings in the window, first reading after relief ended (7 h) present; "
        "relief within the window of 3 to 8 h (convention for judging medial branch blocks; "
        "peripheral blocks 180 to 600 min)"
    )
    assert rows["Stated"] == "95 % by the patient"
    assert rows["Source"].startswith("US-MEDICARE-FACET 2026-05: LCD L38801 v23")
    assert rows["Missing"] == "nothing"
    assert "25 to 41 %" in rows["Limits"]


def test_a_rule_set_that_was_not_in_force_that_day_says_so() -> None:
    later = replace(RULES, effective_from=DAY + timedelta(days=1))
    source = dict(explain(*judged("7", LASTING), later))["Source"]
    assert source.startswith("US-MEDICARE-FACET 2026-05, not in force on 03-Nov-2026: LCD L38801")
    ended = replace(RULES, effective_to=DAY - timedelta(days=1))
    assert ended.named_on(DAY) == "US-MEDICARE-FACET 2026-05, not in force on 03-Nov-2026"
    assert RULES.named_on(DAY) == RULES.named


def test_what_is_missing_is_shown() -> None:
    result, assessed = judged("7", "1 1 0 - 1 1 1 1 - 5 - 6")
    assert dict(explain(result, assessed))["Missing"] == "readings at 7 h"


def test_empty_rows_are_left_out() -> None:
    labels = [label for label, _ in explain(*judged("7", LASTING))]
    assert labels == ["Inputs", "Formula", "Threshold", "Window", "Missing", "Limits"]


def test_without_a_baseline_there_is_no_formula() -> None:
    result, assessed = judged(None, LASTING)
    rows = dict(explain(result, replace(assessed, block=replace(assessed.block, needle_out=None))))
    assert rows["Formula"] == "no relief can be calculated"
    assert rows["Threshold"] == "80 % or more"
    assert rows["Inputs"].startswith("no single score before the block; 1 at 15 min")


def test_without_a_window_that_is_said() -> None:
    response = a_response("7", LASTING)
    assessed = assess(replace(a_block(), drugs=()), response, EIGHTY, AGENTS)
    assert assessed.overall is not None
    rows = dict(explain(assessed.overall, assessed))
    assert rows["Window"] == "not known"
    assert rows["Inputs"].endswith("agent not recorded")


def test_confounders_and_cautions_stand_beside() -> None:
    rescue = Medicine("tramadol", MedicineKind.RESCUE, needle_out(DAY) + timedelta(minutes=60))
    response = replace(a_response("7", LASTING), medicines=(rescue,))
    assessed = assess(
        replace(a_block(drugs=(BUPIVACAINE,)), stopped_because="pain"), response, EIGHTY, AGENTS
    )
    assert assessed.overall is not None
    assert dict(explain(assessed.overall, assessed))["Beside it"] == (
        "tramadol at 11:30, before or during the relief. The procedure was stopped: pain."
    )


@every_row(
    ("before", "label"),
    [("7", "NRS 1 or less"), ("4", "NRS 0"), ("10", "NRS 2 or less"), (None, ""), ("0", "")],
)
def test_the_threshold_line_is_labelled_with_a_whole_score(before: str | None, label: str) -> None:
    assert say_highest_score(judged(before, LASTING)[0].measures) == label


def test_with_half_points_the_line_lies_on_one() -> None:
    measures = judged("9", LASTING)[0].measures
    assert say_highest_score(measures) == "NRS 1 or less"
    assert say_highest_score(measures, Decimal("0.5")) == "NRS 1.5 or less"


def test_a_threshold_that_no_score_reaches_is_said() -> None:
    measures = replace(judged("7", LASTING)[0].measures, threshold=Threshold(Decimal(100), over=True))
    assert say_highest_score(measures) == "no score"


@every_row(
    ("before", "words", "you", "third"),
    [
        ("7", LASTING, "meets the criterion you selected", "meets the criterion selected"),
        (
            "7",
            "7 7 7 7 7 7 7 7 7 7 7 7",
            "does not meet the criterion you selected",
            "does not meet the criterion selected",
        ),
        (
            None,
            LASTING,
            "cannot be judged by the criterion you selected",
            "cannot be judged by the criterion selected",
        ),
    ],
)
def test_the_criterion_is_the_readers_own_only_on_screen(
    before: str | None, words: str, you: str, third: str
) -> None:
    result, _ = judged(before, words)
    assert (say_criterion(result, None), say_criterion(result, None, third=True)) == (you, third)


@every_row(
    ("words", "said"),
    [
        ("7 1 7 7 7 7 7 7 7 7 7 7", "meets"),
        ("7 1 1 1 - - 7 7 7 7 7 7", "cannot be judged by"),
        (LASTING, "meets"),
    ],
    ids=["too short", "hidden by a gap", "inside the window"],
)
def test_only_relief_of_unknown_length_is_open_where_duration_is_asked(words: str, said: str) -> None:

    result, _ = judged("7", words)
    assert say_criterion(result, RULES) == f"{said} the criterion you selected"
    assert say_criterion(result, None) == "meets the criterion you selected"

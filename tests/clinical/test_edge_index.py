"""Where each unusual patient, day or payer is tested: the words of a clinician, then the tests."""

import re
from pathlib import Path

import pytest

from tests.every_row import every_row

TESTS = Path(__file__).resolve().parents[1]
CASES = {
    "six lumbar vertebrae or a sacralised L5": (
        "test_a_sixth_lumbar_vertebra_is_named_only_once_it_is_recorded",
        "test_with_a_sacralised_l5_a_block_of_l5_s1_needs_a_reason",
        "test_with_a_sacralised_l5_the_nerves_of_l5_s1_are_chosen_and_never_derived",
        "test_planning_asks_for_the_nerves_of_a_sacralised_l5",
        "test_the_nerves_of_a_sacralised_l5_are_asked_for",
        "test_a_click_asks_for_the_nerves_of_a_sacralised_l5_once",
        "test_the_letter_says_how_levels_were_counted_and_what_the_imaging_report_calls_them",
    ),
    "fusion, cage, screws, anterior fusion": (
        "test_a_fused_level_is_not_covered_and_the_adjacent_one_is",
        "test_a_block_at_a_fused_level_needs_a_reason_before_signing",
    ),
    "sides with other volumes or agents": ("test_each_side_keeps_its_own_volume_and_agent",),
    "one nerve of two joints": ("test_a_nerve_of_two_joints_takes_one_needle_and_one_volume",),
    "a block that was stopped": (
        "test_a_stopped_block_counts_only_the_joints_that_were_reached",
        "test_a_needle_without_an_injection_is_no_session_and_no_test",
        "test_a_stopped_block_is_a_session_only_as_somebody_said",
        "test_one_side_of_a_bilateral_block_that_was_aborted_is_no_test_of_that_side",
    ),
    "wrong side or level found later": ("test_a_record_entered_in_error_no_longer_counts",),
    "contrast allergy": ("test_no_contrast_because_of_an_allergy_keeps_nobody_from_signing",),
    "pregnancy": ("test_a_pregnant_patients_block_is_not_signed_without_a_reason",),
    "a block done elsewhere": ("test_a_block_done_elsewhere_without_agent_is_unknown_and_not_ours_to_code",),
    "answers by telephone the next day": ("test_an_answer_by_telephone_does_not_replace_the_paper_diary",),
    "a lost diary": ("test_a_lost_diary_is_insufficient_and_the_stated_relief_stays_beside_it",),
    "no pain on arrival": ("test_no_pain_is_not_assessable_and_little_pain_is_a_caution",),
    "pain in another area afterwards": ("test_pain_unmasked_elsewhere_leaves_the_index_series_as_it_is",),
    "pain that returns worse": ("test_pain_that_returns_worse_stays_negative",),
    "relief for weeks": ("test_relief_that_outlasts_the_agent_is_positive_and_said",),
    "opioid or sedation that day": ("test_an_opioid_or_sedation_flags_the_result_and_leaves_its_verdict",),
    "another operator": ("test_another_physician_or_guidance_at_the_second_block_is_allowed_and_said",),
    "the same agent twice": ("test_the_same_agent_twice_confirms_but_compares_nothing",),
    "the second block too soon": (
        "test_thirteen_days_are_not_fourteen",
        "test_a_second_block_after_13_days_with_a_written_reason_is_met_only_with_caution",
    ),
    "a repeated ablation": ("test_a_repeat_ablation_counts_to_the_day_the_pain_came_back",),
    "one side positive": ("test_only_the_side_that_was_positive_twice_may_be_asked_for",),
    "a third block": (
        "test_a_third_block_is_met_only_when_an_earlier_one_was_not_assessable_or_at_other_levels",
    ),
    "third occipital nerve": ("test_the_third_occipital_nerve_for_headache_is_not_covered_by_evicore",),
    "a minor": ("test_the_consent_of_a_minor_names_who_gave_it",),
    "a slipped unit": ("test_a_slipped_unit_is_asked_about_and_the_milligrams_are_there",),
    "midnight and the clock set back": (
        "test_elapsed_minutes_are_the_truth_when_the_clock_is_set_back",
        "test_elapsed_minutes_go_on_over_midnight",
    ),
    "another payer between the blocks": (
        "test_each_block_keeps_the_rule_set_of_its_payer_when_the_payer_changes",
    ),
    "more levels than the payer covers": (
        "test_three_levels_where_two_are_covered_say_how_many_sessions_a_split_takes",
    ),
    "two regions": ("test_two_regions_are_counted_in_sessions_of_their_own",),
    "lost images": ("test_images_that_nobody_recorded_are_missing_in_the_payers_rule",),
    "two records of one person": (
        "test_two_records_of_one_person_make_one_chart_that_counts_the_blocks_of_both",
        "test_a_signed_paper_keeps_what_it_says_and_is_found_under_the_record_that_stays",
        "test_a_merge_stays_once_a_paper_was_signed_after_it",
    ),
    "two workstations": ("test_two_workstations_lose_nothing_of_one_encounter",),
    "a learner performs": ("test_nobody_signs_for_another_physician_and_a_learner_signs_nothing_alone",),
    "no show": ("test_a_block_that_never_took_place_does_not_count",),
    "rules changed after signing": ("test_a_changed_rule_set_leaves_the_earlier_judgement_as_it_was",),
}


@pytest.fixture(scope="module")
def names() -> set[str]:
    files = TESTS.rglob("test_*.py")
    return {
        name for file in files for name in re.findall(r"def (test_\w+)", file.read_text(encoding="utf-8"))
    }


@every_row("case", CASES)
def test_every_unusual_case_has_its_tests(case: str, names: set[str]) -> None:
    assert set(CASES[case]) <= names


def test_every_statement_about_a_response_names_tests_that_exist(names: set[str]) -> None:
    page = (TESTS.parent / "docs" / "rules.md").read_text(encoding="utf-8")
    section = page.partition("## How a response is judged")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")][2:]
    named = [set(re.findall(r"`(test_\w+)`", row)) for row in rows]
    assert len(rows) == 18
    assert all(named)
    assert set().union(*named) <= names

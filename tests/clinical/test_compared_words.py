"""Two blocks in words."""

from dataclasses import replace
from decimal import Decimal

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.block import (
    Drug,
    DrugUse,
    Exactly,
    Fluoroscopy,
    Guidance,
    SedationLevel,
)
from mbb_desktop.clinical.compared_words import block_facts, comparison_rows
from mbb_desktop.clinical.pairs import Compared, PairVerdict, compare
from mbb_desktop.clinical.response import Mode, Series
from mbb_desktop.clinical.verdict import assess
from tests.clinical.invented import (
    AGENTS,
    BOTH,
    BUPIVACAINE,
    EIGHTY,
    LASTING_2_H,
    LIDOCAINE,
    a_block,
    a_response,
    two_blocks,
    with_series,
)


def compared() -> Compared:
    one, two = (assess(block, response, EIGHTY, AGENTS) for block, response in two_blocks())
    return compare(one, two)


def facts(**changes: object) -> dict[str, str]:
    block = replace(a_block(), **changes)  # type: ignore[arg-type] # fields by name
    return dict(block_facts(assess(block, a_response("8", LASTING_2_H), EIGHTY, AGENTS)))


def test_the_table_of_two_blocks() -> None:
    both = compared()
    first, second = dict(block_facts(both.first)), dict(block_facts(both.second))
    table = {label: (first[label], second[label]) for label in first}
    assert table["Date"] == ("03-Nov-2026", "23-Nov-2026")
    assert table["Joints and sides"][0] == "right L4-5 and L5-S1 (3 nerves)"
    assert table["Agent and dose"] == (
        "lidocaine 2 %, 0.5 mL per nerve, 1.5 mL (30 mg)",
        "bupivacaine 0.5 %, 0.5 mL per nerve, 1.5 mL (7.5 mg)",
    )
    assert table["Baseline to best"] == ("8 to 1 (87 %)", "7 to 1 (85 %)")
    assert table["Best relief"][0] == "87 % calculated, 90 % stated by the patient"
    assert table["80 % or more"][1] == "80 % or more from 15 min to 6 h after the block"
    assert table["Readings and mode"][0] == "12 of 12 (in window 4 of 4): in clinic 12"
    assert table["Result"] == ("Positive", "Positive")


def test_what_nobody_recorded_is_said_so() -> None:
    assert facts(no_steroid=False, sedation=None)["Guidance, other drugs"] == (
        "guidance not recorded, contrast not recorded, sedation not recorded, steroid not recorded"
    )
    assert facts()["Movements regained"] == "not recorded"
    assert facts(drugs=())["Agent and dose"] == "not recorded"


def test_what_was_used_is_said() -> None:
    drugs = (
        LIDOCAINE,
        Drug(DrugUse.CONTRAST, "iohexol"),
        Drug(DrugUse.SEDATION, "midazolam"),
        Drug(DrugUse.STEROID, "dexamethasone"),
    )
    fluoroscopy = Fluoroscopy(Guidance.FLUOROSCOPY)
    said = facts(drugs=drugs, fluoroscopy=fluoroscopy, sedation=None)["Guidance, other drugs"]
    assert said == "fluoroscopy, contrast not recorded, sedation midazolam, steroid dexamethasone"
    none = facts(no_contrast=True, fluoroscopy=fluoroscopy)["Guidance, other drugs"]
    assert none == "fluoroscopy, no contrast, no sedation, no steroid"
    assert "sedation minimal" in facts(sedation=SedationLevel.MINIMAL)["Guidance, other drugs"]


def test_an_uncertain_volume_is_an_upper_bound() -> None:
    targets = tuple(replace(t, volume_is=Exactly.LESS) for t in a_block().targets)
    assert facts(targets=targets)["Agent and dose"] == (
        "lidocaine 2 %, 0.5 mL per nerve, 1.5 mL at most (30 mg at most)"
    )


def test_a_volume_that_is_missing_is_said_beside_the_sum() -> None:
    first, *rest = a_block().targets
    said = facts(targets=(replace(first, volume=None), *rest))["Agent and dose"]
    assert said.endswith(f"not counted: {first.nerve} {first.side.value} (volume not recorded)")


def test_different_volumes_have_no_single_volume() -> None:
    first, *rest = a_block().targets
    targets = (replace(first, volume=Decimal("0.3")), *rest)
    assert facts(targets=targets)["Agent and dose"] == "lidocaine 2 %, 1.3 mL (26 mg)"


def test_a_mixture_names_both_agents() -> None:
    assert facts(drugs=(LIDOCAINE, BUPIVACAINE))["Agent and dose"] == (
        "lidocaine 2 %, 0.5 mL per nerve, 1.5 mL (30 mg); "
        "bupivacaine 0.5 %, 0.5 mL per nerve, 1.5 mL (7.5 mg)"
    )


def test_a_block_reported_from_elsewhere_has_no_nerves() -> None:
    assert facts(targets=())["Joints and sides"] == "right L4-5 and L5-S1"


def test_movements_are_told_as_tried_and_regained() -> None:
    response = replace(a_response("8", LASTING_2_H), movements_tried=("lifting", "turning"))
    tried = dict(block_facts(assess(a_block(), response, EIGHTY, AGENTS)))
    assert tried["Movements regained"] == "none of: lifting, turning"
    regained = replace(response, movements_regained=("turning",))
    assert dict(block_facts(assess(a_block(), regained, EIGHTY, AGENTS)))["Movements regained"] == "turning"


def test_the_sides_are_told_apart_when_they_differ() -> None:
    response = with_series(a_response("8", LASTING_2_H, series=Series.LEFT), Series.RIGHT, "7", LASTING_2_H)
    said = dict(block_facts(assess(a_block(BOTH), response, EIGHTY, AGENTS)))
    assert said["Baseline to best"] == "left 8 to 1 (87 %); right 7 to 1 (85 %)"
    assert said["80 % or more"] == "left and right 80 % or more from 15 min to 2 h after the block"


def test_modes_are_counted() -> None:
    response = a_response("8", LASTING_2_H)
    readings = tuple(replace(r, mode=Mode.PAPER_DIARY) if r.slot > 30 else r for r in response.readings)
    said = dict(block_facts(assess(a_block(), replace(response, readings=readings), EIGHTY, AGENTS)))
    assert said["Readings and mode"] == "12 of 12 (in window 4 of 4): in clinic 2, paper diary 10"


def test_a_range_is_no_reading_and_has_no_mode_either() -> None:
    response = a_response("8", LASTING_2_H)
    readings = tuple(replace(r, score_to=Decimal(2)) if r.slot == 60 else r for r in response.readings)
    said = dict(block_facts(assess(a_block(), replace(response, readings=readings), EIGHTY, AGENTS)))
    assert said["Readings and mode"] == "11 of 12 (in window 3 of 4): in clinic 11"


def test_one_nerve_is_told_in_its_own_grammar() -> None:
    one, *others = a_block().targets
    left_out = tuple(replace(target, not_injected=True) for target in others)
    assert facts(targets=(one, *left_out))["Joints and sides"].endswith("(1 nerve)")


def test_without_a_response_nothing_is_made_up() -> None:
    said = dict(block_facts(assess(a_block(), None, EIGHTY, AGENTS)))
    assert {said[label] for label in ("Best relief", "80 % or more", "Readings and mode", "Result")} == {
        "not recorded"
    }


def test_without_a_known_agent_there_is_no_window_to_count() -> None:
    assert facts(drugs=())["Readings and mode"].startswith("12 of 12: ")


def test_the_rows_of_a_comparison_stand_per_side() -> None:
    (line,) = comparison_rows(compared())
    assert (line.joints, line.side) == ("L4-5, L5-S1", Side.RIGHT)
    assert line.first == "8 to 1 (87 %), from 15 min to 2 h"
    assert line.second == "7 to 1 (85 %), from 15 min to 6 h"
    assert (line.both, line.both_reached, line.verdict) == (
        "80 % or more in both",
        True,
        PairVerdict.CONCORDANT,
    )


def test_a_block_without_scores_has_no_words_in_the_comparison() -> None:
    one, two = (assess(block, response, EIGHTY, AGENTS) for block, response in two_blocks())
    (line,) = comparison_rows(compare(one, replace(two, response=None, series=())))
    assert (line.second, line.both) == ("not recorded", "not 80 % or more in both")

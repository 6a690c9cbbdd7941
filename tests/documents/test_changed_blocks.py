"""The note of a block that was stopped or changed: what was done, what was not, and nothing that was not."""

from dataclasses import replace

import pytest

from mbb_desktop.clinical.checks import blocking, problems
from mbb_desktop.clinical.drugs import read_formulary
from mbb_desktop.clinical.needle import Needle
from mbb_desktop.documents.note_words import note
from mbb_desktop.documents.procedure_note import procedure_note_pdf
from mbb_desktop.documents.wording import plain_text
from mbb_desktop.paths import data_dir
from tests.documents.example_changes import (
    AFTER_SOME,
    CHANGED,
    NOTHING_NAMED,
    OTHER_LEVEL,
    OTHER_SIDE,
    STOPPED_EARLY,
    UNEQUAL,
)
from tests.documents.examples import MARSH, SIGNED, STOPPED, D, at
from tests.documents.reading import text_of
from tests.documents.structure import elements

FORMULARY = read_formulary(data_dir("resources") / "clinical" / "anesthetics.toml")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {name: text_of(procedure_note_pdf(facts, SIGNED)) for name, facts in CHANGED.items()}


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("stopped early", "Lumbar medial branch block, stopped Nothing injected"),
        ("stopped early", "The block was stopped: blood pressure 214/118 after the time-out."),
        ("stopped early", "Performed: nothing."),
        ("stopped early", "Nothing of it was injected."),
        ("stopped early", "Needle in – Needle out –"),
        ("nothing named", "Lumbar medial branch block, stopped Levels and side not recorded"),
        ("nothing named", "Planned: bilateral L4-5 and L5-S1 (A. Okafor, MD, 20-Nov-2026)."),
        ("after some", "Lumbar medial branch block, stopped No joint fully injected"),
        ("after some", "Injected: left L3 medial branch and right L3 medial branch."),
        ("after some", "Performed: no joint was fully injected."),
        ("after some", "Not all of it was blocked."),
        ("other side", "Right L4-5 and L5-S1 facet joints"),
        (
            "other side",
            "Planned: left L4-5 and L5-S1 (A. Okafor, MD, 20-Nov-2026). Performed: right L4-5 and",
        ),
        ("other side", "Reason for these levels: pain moved to the right side since the visit"),
        (
            "other level",
            "Planned: left L4-5 and L5-S1 (A. Okafor, MD, 20-Nov-2026). Performed: left L3-4 and",
        ),
        ("other level", "What was blocked differs from the time-out. Reason: the ala was not reached."),
        ("unequal", "Bilateral L5-S1 and left L4-5 facet joints"),
        ("unequal", "3 × 0.5 mL + 2 × 0.4 mL = 2.3 mL (11.5 mg)"),
        ("no weight", "Bupivacaine: limit 175 mg absolute."),
    ],
)
def test_the_note_says_what_was_and_was_not_done(texts: dict[str, str], name: str, fact: str) -> None:
    assert fact in texts[name]


@pytest.mark.parametrize("name", ["stopped early", "nothing named"])
@pytest.mark.parametrize(
    "word", ["negative", "bupivacaine", "Complications", "mL", "Injected:", "facet joints"]
)
def test_a_block_without_a_needle_claims_nothing_of_one(texts: dict[str, str], name: str, word: str) -> None:
    assert word not in texts[name].split("Not recorded:")[0]


@pytest.mark.parametrize("name", CHANGED)
def test_what_was_not_injected_is_never_called_performed(texts: dict[str, str], name: str) -> None:
    block = CHANGED[name].block
    if any(target.not_injected for target in block.targets):
        assert "Performed: bilateral" not in texts[name]
        assert "Performed as planned" not in texts[name]


def test_a_target_without_a_needle_shows_none_and_one_with_blood_does() -> None:
    rows = note(STOPPED_EARLY).targets
    assert {row.needle for row in rows} == {"–"}
    dry = next(row for row in note(STOPPED).targets if row.target.not_injected)
    assert dry.needle == "–"


def test_a_block_stopped_before_the_needle_can_be_signed_without_a_needle_out() -> None:
    block = replace(STOPPED_EARLY.block, no_complication=True)
    assert blocking(problems(block, MARSH, at(12, 0), FORMULARY, STOPPED_EARLY.course)) == ()


def test_a_needle_that_was_chosen_and_not_used_is_said_to_be_chosen(texts: dict[str, str]) -> None:
    assert "Needle chosen: 25 G 3.5 in." in texts["stopped early"]
    assert "needle tip" not in texts["stopped early"]
    assert "Needle: 25 G 3.5 in." in texts["after some"]


@pytest.mark.parametrize("name", ["after some", "other side"])
def test_any_needle_needs_its_needle_out(name: str) -> None:
    block = replace(CHANGED[name].block, needle_out=None)
    found = blocking(problems(block, MARSH, at(12, 0), FORMULARY))
    assert "Needle-out time is missing. Every reading counts from it." in {each.sentence for each in found}


def test_a_needle_in_without_an_injection_needs_its_needle_out() -> None:
    block = replace(STOPPED_EARLY.block, needle_in=at(10, 30))
    assert any("Needle-out" in each.sentence for each in problems(block, MARSH, at(12, 0), FORMULARY))
    gaps = {gap.label for gap in note(replace(STOPPED_EARLY, block=block)).not_recorded}
    assert "needle-out time" in gaps


def test_no_needle_time_is_missed_before_the_needle() -> None:
    gaps = {gap.label for gap in note(STOPPED_EARLY).not_recorded}
    assert not gaps & {"needle-in time", "needle-out time"}
    assert "needle-out time" in {gap.label for gap in note(NOTHING_NAMED).not_recorded}


def test_the_picture_tells_of_no_joint_that_was_not_blocked() -> None:
    def pictured(name: str) -> list[str]:
        pdf = procedure_note_pdf(CHANGED[name], SIGNED)
        return [alt for tag, alt in elements(pdf) if tag == "Figure"]

    assert pictured("stopped early") == []
    assert pictured("after some") == ["Spine seen from behind, blocked: no joint fully"]
    assert pictured("unequal") == ["Spine seen from behind, blocked: bilateral L5-S1 and left L4-5"]


def test_the_place_is_that_of_what_was_blocked() -> None:
    assert plain_text(note(AFTER_SOME).place) == "No joint fully injected"
    assert plain_text(note(UNEQUAL).place) == "Bilateral L5-S1 and left L4-5 facet joints"
    assert plain_text(note(OTHER_SIDE).place) == "Right L4-5 and L5-S1 facet joints"
    assert plain_text(note(OTHER_LEVEL).place) == "Left L3-4 and L4-5 facet joints"


def test_a_longer_needle_of_the_kit_is_still_named_once() -> None:
    facts = replace(STOPPED_EARLY, block=replace(STOPPED_EARLY.block, needle=Needle(22, D(5))))
    assert text_of(procedure_note_pdf(facts, SIGNED)).count("22 G 5 in") == 1

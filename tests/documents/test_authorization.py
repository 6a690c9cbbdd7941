"""The prior-authorization letter: what is asked for, what was measured, and what is not in the record."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.coded_block import preview_of_request
from mbb_desktop.clinical.course import AblationMethod, Treatment, Vertebrae
from mbb_desktop.clinical.enclosure import EnclosureKind
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.rules import read_rule_set
from mbb_desktop.documents.authorization_facts import AuthorizationFacts
from mbb_desktop.documents.authorization_gaps import not_in_record
from mbb_desktop.documents.authorization_words import authorization
from mbb_desktop.documents.make import make
from mbb_desktop.documents.rule_topics import Topic, rules_on
from mbb_desktop.paths import data_dir
from tests.documents.example_courses import NEXT_DAY, RULES
from tests.documents.example_requests import AGAIN, BARE, BOOK, OWN, REQUEST, REVIEWERS
from tests.documents.examples import JOINTS
from tests.documents.reading import pages_of, text_of
from tests.documents.test_papers import SIGNED

UHC = read_rule_set(data_dir("resources") / "rules" / "us-uhc-2026T0004WW.toml")


def printed(facts: AuthorizationFacts) -> bytes:
    return make(PaperKind.AUTHORIZATION, facts, signature=SIGNED, number="PA-2026-000007").pdf


@pytest.fixture(scope="module")
def text() -> str:
    return text_of(printed(REQUEST))


@pytest.mark.parametrize(
    "fact",
    [
        "Request for prior authorization: radiofrequency ablation, bilateral L4-5 and L5-S1",
        "A. Okafor, MD, pain medicine, NPI 1234567893.",
        "Riverside Pain Clinic, NPI 1098765435, TIN 12-3456789.",
        "Bilateral L4-5 and L5-S1 (2 levels, not more than two). Nerves: L3 medial branch",
        "Rules LVL-1, LVL-2, REG-2.",
        "ICD-10-CM: M47.816 Spondylosis",
        "Rule DX-ICD.",
        "Place of service: office. Planned for January 2027.",
        "Coding preview, not a claim",
        "64635 1 50 bilateral L4-5",
        "64636 1 50 bilateral L5-S1",
        "on condition of thermal ablation under fluoroscopy",
        "Began on 16-Feb-2026 (9 months).",
        "Rules IND-1, IND-2.",
        "Physical therapy 06-Apr-2026 to 01-Jun-2026 8 14 no lasting relief",
        "Nerves L3 MB, L4 MB, L5 DR left and right",
        "Pain scale NRS 0 to 10",
        "Onset 30 min 15 min",
        "90 % stated by the patient",
        "Rule set US-MEDICARE-FACET 2026-05",
        "27-Oct-2026 to 24-Nov-2026: 28 days. Rules DX-3, DX-4.",
        "ODI 42 % on 18-Sep-2026. Rules ASM-1, ASM-2, ASM-3.",
        "the patient regained: bending backward, turning",
        "No implanted electrical device. Rules IND-4, EXC-1, EXC-2.",
        "Thermal, 85 °C for 90 s, fluoroscopy, no sedation.",
        "diagnostic response DR-2026-004190. Stored images: PACS RV-26-118204",
        "The criterion selected",
        "Not in our record on 25-Nov-2026: disability score after the blocks",
    ],
)
def test_the_letter_holds_the_fact(text: str, fact: str) -> None:
    assert fact in text


def test_the_usual_letter_takes_three_pages() -> None:
    assert len(pages_of(printed(REQUEST))) == 3


@pytest.mark.parametrize(
    "word", ["excellent", "clearly", "certainly", "proven", "successful relief", "ideal"]
)
def test_it_praises_nothing_and_is_certain_of_nothing(text: str, word: str) -> None:
    assert word not in text.lower()


def test_a_repeat_has_its_section_only_when_there_was_an_ablation(text: str) -> None:
    assert "Repeat ablation" not in text
    again = text_of(printed(AGAIN))
    assert "Repeat ablation." in again
    assert "The pain came back 13 months after the ablation of 04-Mar-2024. Rules DX-5, RF-2, RF-3." in again


def test_an_ablation_under_another_complaint_makes_it_a_repeat() -> None:
    done = AGAIN.letter.course.ablations
    beside = replace(OWN, course=replace(OWN.course, ablated_before=False), ablated_beside=done)
    said = text_of(printed(replace(REQUEST, letter=beside)))
    assert "Repeat ablation." in said
    assert "First ablation at these joints" not in said
    assert "No earlier ablation at these joints" not in said
    assert "The pain came back 13 months after the ablation of 04-Mar-2024" in said


def test_therapeutic_blocks_that_were_told_are_in_the_letter() -> None:
    told = Treatment(date(2026, 3, 2), ("L4-5",), (Side.LEFT,), Decimal(40))
    letter = replace(OWN, course=replace(OWN.course, therapies=(told,)))
    said = text_of(printed(replace(REQUEST, letter=letter)))
    assert "Therapeutic block: 02-Mar-2026, L4-5 left, 40 % relief" in said


def test_what_is_missing_is_listed_with_the_rules_it_bears_on() -> None:
    listed = list(not_in_record(BARE))
    assert {"tax number (TIN)", "NPI of the facility", "plan", "member id"} <= set(listed)
    assert "when the pain began (IND-1, IND-2)" in listed
    assert "conservative care (IND-3)" in listed
    assert all(each in text_of(printed(BARE)) for each in listed)


def test_a_fact_that_is_there_is_not_called_missing() -> None:
    assert [each for each in not_in_record(REQUEST) if "care" in each or "TIN" in each] == []


@pytest.mark.parametrize("name", ["place_of_service", "ablation_plan"])
def test_what_only_the_author_knows_is_missing_until_it_is_said(name: str) -> None:
    silent = replace(REQUEST, letter=replace(OWN, **{name: ""}))  # type: ignore[arg-type] # the fact's name
    assert len(list(not_in_record(silent))) > len(list(not_in_record(REQUEST)))


def test_only_rules_of_the_set_are_named() -> None:
    known = {rule.id for rule in UHC.rules}
    assert {id for topic in Topic for id in rules_on(UHC, topic)} <= known
    assert rules_on(UHC, Topic.IMAGING) == ("IMG-0", "IND-5")
    assert rules_on(UHC, Topic.SCALES) == ()
    assert rules_on(RULES, Topic.IMAGING) == ("IND-5",)
    assert rules_on(RULES, Topic.EXAM) == ("IND-4",)


def test_every_rule_that_decides_an_ablation_is_named_in_a_part() -> None:
    named = {id for topic in Topic for id in rules_on(RULES, topic)}
    asked = {"LVL-1", "DX-ICD", "IND-1", "IND-2", "IND-3", "IND-4", "IND-5", "DX-2", "DX-3", "RF-1", "RF-2"}
    assert asked | {"RF-3", "RF-4", "SED-1", "ASM-1", "ASM-3", "EXC-2", "DOC-1", "DOC-2"} <= named


def test_a_pulsed_ablation_gets_no_thermal_code() -> None:
    course = replace(OWN.course, rfa_method=AblationMethod.PULSED)
    codes = preview_of_request(JOINTS, NEXT_DAY, BOOK, BOOK.style_of(REVIEWERS), course)
    said = authorization(replace(REQUEST, letter=replace(OWN, course=course), codes=codes))
    assert said.codes == ()
    assert said.codes_notes == ("No code is given here.",)
    assert "procedure code of bilateral L4-5 and L5-S1" in said.not_in_record


def test_a_code_that_the_coder_has_to_settle_is_missing_and_says_nothing_to_the_payer() -> None:
    undecided = replace(BOOK.style_of(REVIEWERS), add_on=None)
    codes = preview_of_request(JOINTS, NEXT_DAY, BOOK, undecided, OWN.course)
    facts = replace(REQUEST, codes=codes)
    assert [line.code for line in codes.lines] == ["64635"]
    assert "procedure code of bilateral L5-S1" in list(not_in_record(facts))
    assert "coder" not in text_of(printed(facts))


@pytest.mark.parametrize(
    ("method", "said"),
    [
        (None, "Radiofrequency ablation of the nerves."),
        (AblationMethod.THERMAL, "Thermal radiofrequency ablation of the nerves."),
        (AblationMethod.CRYO, "Cryoablation of the nerves."),
    ],
    ids=["none", "thermal", "cryo"],
)
def test_the_procedure_is_named_as_recorded(method: AblationMethod | None, said: str) -> None:
    course = replace(OWN.course, rfa_method=method)
    asked = authorization(replace(REQUEST, letter=replace(OWN, course=course))).request
    assert next(each.text for each in asked if each.title == "Procedure").startswith(said)


def test_a_sacralised_vertebra_keeps_its_capital() -> None:
    course = replace(OWN.course, vertebrae=Vertebrae.SACRALISED_L5)
    assert "Sacralised L5." in text_of(printed(replace(REQUEST, letter=replace(OWN, course=course))))


def test_the_months_of_pain_are_counted_to_the_day_of_the_letter() -> None:
    later = replace(REQUEST, letter=replace(OWN, on=date(2027, 2, 16)))
    assert "(12 months)" in text_of(printed(later))


def test_an_ablation_of_other_joints_makes_no_repeat() -> None:
    elsewhere = Treatment(date(2024, 3, 4), ("L2-3",), (Side.LEFT,), Decimal(70))
    letter = replace(AGAIN.letter, course=replace(AGAIN.letter.course, ablations=(elsewhere,)))
    text = text_of(printed(replace(AGAIN, letter=letter)))
    assert "Repeat ablation" not in text
    assert "No earlier ablation of these joints is in our record." in text
    assert "Repeat ablation" in text_of(printed(AGAIN))


def test_papers_from_outside_that_lie_in_the_chart_are_no_gap() -> None:
    papers = {"imaging report as a paper", "consultation note as a paper"}
    assert papers <= set(not_in_record(REQUEST))
    scans = (EnclosureKind.MRI_REPORT, EnclosureKind.OUTSIDE_NOTE)
    there = replace(REQUEST, letter=replace(REQUEST.letter, scans=scans))
    assert papers & set(not_in_record(there)) == set()

"""The printed note: every fact in the text of the page, numbers as they must be, nothing cut off."""

import re
from dataclasses import replace
from functools import cache

import pytest

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.course import Imaging
from mbb_desktop.clinical.people import Paper
from mbb_desktop.documents.note_facts import NoteFacts
from mbb_desktop.documents.procedure_note import procedure_note_pdf
from tests.documents.examples import (
    COURSE,
    DRAFT,
    EMPTY,
    FACTS,
    LESS_THAN,
    LONG_NAMES,
    MIXED,
    SIGNED,
    STOPPED,
    THORACIC,
    TON,
    TWELVE,
    one_sided,
    with_block,
)
from tests.documents.reading import fonts_of, pages_of, text_of

EVERY = {
    "bilateral": FACTS,
    "TON": TON,
    "thoracic": THORACIC,
    "stopped": STOPPED,
    "twelve": TWELVE,
    "mixed": MIXED,
    "less than": LESS_THAN,
    "left": one_sided(Side.LEFT),
    "empty": EMPTY,
    "long names": LONG_NAMES,
}
TRAILING_ZERO = re.compile(r"(?<![\d.:-])\d+\.\d*0(?![\d.])")
NAKED_POINT = re.compile(r"(?<![\dA-Za-z)])\.\d")


@cache
def noted(name: str) -> bytes:
    return procedure_note_pdf(EVERY[name], SIGNED)


@pytest.fixture(scope="module")
def printed() -> dict[str, bytes]:
    return {name: noted(name) for name in EVERY}


@pytest.mark.parametrize("name", EVERY)
def test_numbers_have_no_trailing_zero_and_no_naked_point(printed: dict[str, bytes], name: str) -> None:
    text = text_of(printed[name])
    assert TRAILING_ZERO.findall(text) == []
    assert NAKED_POINT.findall(text) == []
    assert " ug" not in text


@pytest.mark.parametrize("name", EVERY)
def test_every_page_is_identified_and_numbered(printed: dict[str, bytes], name: str) -> None:
    patient = EVERY[name].patient
    pages = pages_of(printed[name])
    for number, page in enumerate(pages, start=1):
        assert page.count(patient.family.upper()) == 2
        assert page.count(patient.identifiers[0].value) == 2
        assert f"Page {number} of {len(pages)}" in page


@pytest.mark.parametrize("name", EVERY)
def test_the_same_facts_are_the_same_bytes(printed: dict[str, bytes], name: str) -> None:
    assert procedure_note_pdf(EVERY[name], SIGNED) == printed[name]


@pytest.mark.parametrize("name", EVERY)
def test_every_font_is_embedded_and_bold_is_its_own(printed: dict[str, bytes], name: str) -> None:
    fonts = fonts_of(printed[name])
    assert all(fonts.values())
    assert {"Inter-Regular", "Inter-SemiBold", "Inter-Bold"} <= set(fonts)


@pytest.mark.parametrize(
    "fact",
    [
        "Bilateral L4-5 and L5-S1 facet joints",
        "Left L3 medial branch SAP/TP junction, L4 vertebra L4-5",
        "Right L5 dorsal ramus junction of S1 SAP and sacral ala L5-S1",
        "6 × 0.5 mL = 3 mL (15 mg) of bupivacaine 0.5 %, limit 144 mg",
        "Fluoroscopy time 42 s. Air kerma at the reference point 8.1 mGy. DAP 1,215 mGy·cm²",
        "1.2 mL (288 mgI)",
        "4K1182 31-Aug-2027",
        "Needle out 10:31",
        "25 G 3.5 in",
        "M47.816 Spondylosis without myelopathy or radiculopathy, lumbar region",
        "Steroid: none. Sedation: none.",
        "Complications None (entered by A. Okafor, MD, 10:38)",
        "Estimated blood loss: none. Specimens: none.",
        "PACS RV-26-118204, images 1 to 8",
        "BP 132/78 mmHg, pulse 74, SpO2 98 %, 36.6 °C",
        "Discharged 11:05; escort: husband. Attested by M. Diaz, RN, 24-Nov-2026 11:06",
        "Signed electronically as Performed A. Okafor, MD, pain medicine, NPI 1234567893",
        "24-Nov-2026 11:12 (UTC-08:00) Code 7F3A-91C2",
        "Medicare Part B, Noridian JF. Rule set US-MEDICARE-FACET 2026-05.",
        "Not recorded: monitoring; needle tip",
    ],
)
def test_the_printed_note_holds_the_fact(printed: dict[str, bytes], fact: str) -> None:
    assert fact in text_of(printed["bilateral"])


def test_the_usual_note_takes_two_pages(printed: dict[str, bytes]) -> None:
    assert len(pages_of(printed["bilateral"])) == 2
    a4 = replace(FACTS, clinic=replace(FACTS.clinic, paper=Paper.A4))
    assert len(pages_of(procedure_note_pdf(a4, SIGNED))) == 2


def test_twelve_targets_are_twelve_rows(printed: dict[str, bytes]) -> None:
    text = text_of(printed["twelve"])
    assert text.count("25 G 3.5 in") == 1 + 12
    assert "12 × 0.5 mL = 6 mL (30 mg)" in text


def test_a_made_up_right_side_differs_from_the_left_only_in_the_side() -> None:
    left = text_of(procedure_note_pdf(one_sided(Side.LEFT), SIGNED))
    right = text_of(procedure_note_pdf(one_sided(Side.RIGHT), SIGNED))
    assert left != right
    assert sorted(_sideless(left)) == sorted(_sideless(right))


def _sideless(text: str) -> list[str]:
    return re.sub(r"\b(left|right|Left|Right|LEFT|RIGHT|L|R)\b", "SIDE", text).split()


def test_an_empty_record_prints_its_gaps_and_claims_nothing(printed: dict[str, bytes]) -> None:
    before, _, after = text_of(printed["empty"]).partition("Not recorded:")
    assert "time-out" in after
    assert not re.search(r"negative|none|consent|confirmed", before, re.IGNORECASE)


def test_a_draft_says_so_and_has_no_signature() -> None:
    text = text_of(procedure_note_pdf(FACTS, DRAFT))
    assert "Not signed. This is a draft." in text
    assert "Code" not in text


def test_very_long_words_of_a_person_are_continued_and_not_lost() -> None:
    story = " ".join(f"finding{number}" for number in range(1500))
    pages = pages_of(procedure_note_pdf(with_block(findings=story), SIGNED))
    text = " ".join(pages)
    assert "Findings (continued)" in text
    assert all(f"finding{number}" in text for number in range(1, 1500, 97))
    assert all("MARSH, Eleanor" in page for page in pages)


def test_markup_in_a_record_is_printed_and_not_obeyed() -> None:
    study = Imaging("MRI <b>lumbar</b> spine", finding="BP <120 & a<b, <img src='/etc/hostname'/>")
    facts = replace(FACTS, course=replace(COURSE, imaging=(study,)))
    text = text_of(procedure_note_pdf(facts, SIGNED))
    assert "MRI <b>lumbar</b> spine: BP <120 & a<b, <img src='/etc/hostname'/>" in text


def test_names_in_other_scripts_are_printed() -> None:
    patient = replace(FACTS.patient, family="Nguyễn", given="Thị Hồng 王")
    facts: NoteFacts = replace(FACTS, patient=patient)
    assert text_of(procedure_note_pdf(facts, SIGNED)).count("NGUYỄN, Thị Hồng 王") == 4

"""Papers that archives accept and that can be read aloud in their order."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from mbb_desktop.documents.look import BODY
from mbb_desktop.documents.page import Sheet, render
from mbb_desktop.documents.procedure_note import procedure_note_pdf
from mbb_desktop.documents.text import paragraph
from tests.documents.example_others import one_of_each
from tests.documents.examples import CLINIC, DAY, DRAFT, MARSH, SIGNED
from tests.documents.pictures import RED
from tests.documents.structure import drawn_outside, elements, malformed, order_of, refused_by_preflight
from tests.documents.test_papers import EVERY as PAPERS
from tests.documents.test_papers import made
from tests.documents.test_procedure_note import EVERY as NOTES
from tests.documents.test_procedure_note import noted

_OTHERS = ("note, awaiting", "note, co-signed", "addendum, co-signed", "who saw", "blocks ahead")
WAYS = {f"note, {name}": name for name in NOTES} | {name: name for name in PAPERS}


@pytest.fixture(scope="module")
def papers() -> dict[str, bytes]:
    notes = {f"note, {name}": noted(name) for name in NOTES}
    draft = {"draft": procedure_note_pdf(next(iter(NOTES.values())), DRAFT)}
    headed = {"under a picture": procedure_note_pdf(next(iter(NOTES.values())), replace(SIGNED, logo=RED))}
    others = {name: pdf for name, pdf in one_of_each() if name.startswith(_OTHERS)}
    return notes | draft | headed | others | {name: made(name) for name in PAPERS}


def test_every_paper_is_valid_pdf_a_1b(papers: dict[str, bytes], tmp_path: Path) -> None:
    for place, pdf in enumerate(papers.values()):
        (tmp_path / f"{place}.pdf").write_bytes(pdf)
    assert refused_by_preflight(tmp_path) == []


def test_every_paper_is_well_formed(papers: dict[str, bytes]) -> None:
    assert {name: faults for name, pdf in papers.items() if (faults := malformed(pdf))} == {}


@pytest.mark.parametrize("name", WAYS)
def test_nothing_is_drawn_that_is_neither_a_part_nor_furniture(papers: dict[str, bytes], name: str) -> None:
    assert drawn_outside(papers[name]) == []


def test_co_signed_papers_and_lists_are_made_of_parts_too(papers: dict[str, bytes]) -> None:
    for name in (each for each in papers if each.startswith(_OTHERS)):
        assert (name, drawn_outside(papers[name])) == (name, [])
        assert (name, sum(tag == "H1" for tag, _ in elements(papers[name]))) == (name, 1)
    both = [
        said for _, said in order_of(papers["note, co-signed"]) if said.startswith(("J. Lee", "A. Okafor"))
    ]
    assert [said.split(", pain")[0] for said in both[-2:]] == [
        "J. Lee, MD, learner",
        "A. Okafor, MD, attending physician",
    ]


@pytest.mark.parametrize("name", WAYS)
def test_every_paper_has_one_title_and_names_its_figures(papers: dict[str, bytes], name: str) -> None:
    parts = elements(papers[name])
    assert sum(tag == "H1" for tag, _ in parts) == 1
    assert all(alt for tag, alt in parts if tag == "Figure")
    assert {tag for tag, _ in parts} <= {
        *("Document", "H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure"),
    }


def after(pdf: bytes, *asked: tuple[str, str]) -> list[tuple[str, str]]:
    """Those of the asked parts that stand in the paper, in its order."""
    return [part for part in order_of(pdf) if part in asked]


def test_a_note_is_read_from_the_patient_to_the_signature(papers: dict[str, bytes]) -> None:
    asked = (
        ("P", "Procedure note"),
        ("P", "MARSH, Eleanor"),
        ("H1", "Lumbar medial branch block"),
        ("Lbl", "Performed by"),
        ("Lbl", "Needle out"),
        ("H2", "Drugs"),
        ("TH", "Lot"),
        ("H2", "Targets and injectate"),
        ("TH", "Nerve"),
    )
    name = next(iter(NOTES))
    assert tuple(after(papers[f"note, {name}"], *asked)) == asked
    assert order_of(papers[f"note, {name}"])[-2][1].startswith("A. Okafor, MD")


def test_a_letter_is_read_from_the_recipient_to_its_criteria(papers: dict[str, bytes]) -> None:
    asked = (
        ("P", "MARSH, Eleanor"),
        ("H1", "Re: Eleanor Marsh. Radiofrequency ablation, bilateral L4-5 and L5-S1"),
        ("TH", "Baseline to best"),
        ("TH", "Evidence in our record"),
        ("Lbl", "Safety"),
        ("P", "Sincerely,"),
    )
    assert tuple(after(papers["letter"], *asked)) == asked


def test_what_repeats_on_the_next_page_is_read_once(papers: dict[str, bytes]) -> None:
    said = [words for _, words in order_of(papers["letter"])]
    assert said.count("MARSH, Eleanor") == 1
    assert said.count("Evidence in our record") == 1
    assert not any(words.startswith("Page ") for words in said)


def test_a_paragraph_torn_by_a_page_end_is_one_part() -> None:
    long = paragraph("word " * 2000, BODY)
    pdf = render(Sheet("Procedure note", CLINIC, MARSH, DAY, SIGNED), [long])
    said = [words for tag, words in order_of(pdf) if "word word" in words]
    assert len(said) == 1
    assert said[0].count("word") == 2000


def test_a_draft_has_no_date_and_a_signed_paper_that_of_its_signature(papers: dict[str, bytes]) -> None:
    for name, dated in (("draft", False), ("letter", True)):
        with pikepdf.open(BytesIO(papers[name])) as file:
            assert ("/CreationDate" in file.trailer.Info) is dated
            assert (b"<xmp:CreateDate>" in file.Root.Metadata.read_bytes()) is dated


def test_the_file_says_nothing_that_somebody_typed(papers: dict[str, bytes]) -> None:
    with pikepdf.open(BytesIO(papers["letter"])) as file:
        said = bytes(file.Root.Metadata.read_bytes()).decode() + str(dict(file.trailer.Info.items()))
    for typed in ("Riverside", "arsh", "Okafor", "1187"):
        assert typed not in said

"""Every page says whose it is, which page it is, and whether it counts."""

from dataclasses import replace

import pytest
from reportlab.platypus.flowables import PageBreak

from mbb_desktop.clinical.people import Paper, Sex
from mbb_desktop.documents.issue import Issue, Stamp
from mbb_desktop.documents.look import BODY
from mbb_desktop.documents.page import Sheet, render
from mbb_desktop.documents.text import paragraph
from tests.documents.examples import CLINIC, DAY, DRAFT, EMPTY, LONG_NAMES, MARSH, SIGNED
from tests.documents.reading import fonts_of, information_of, pages_of

SHEET = Sheet("Procedure note", CLINIC, MARSH, DAY, SIGNED)


def three_pages(sheet: Sheet = SHEET) -> bytes:
    story = [
        paragraph("one", BODY),
        PageBreak(),
        paragraph("two", BODY),
        PageBreak(),
        paragraph("three", BODY),
    ]
    return render(sheet, story)


def test_every_page_has_two_identifiers_twice_and_its_number() -> None:
    pages = pages_of(three_pages())
    assert len(pages) == 3
    for number, page in enumerate(pages, start=1):
        assert page.count("MARSH, Eleanor") == 2
        assert page.count("14-Mar-1961") == 2
        assert page.count("004 1187") == 2
        assert f"Page {number} of 3" in page
        assert "Confidential patient information" in page
        assert "Document PN-2026-004183, version 1" in page
        assert "Chain 5C1E-09BD-77A4" in page
        assert "Riverside Pain Clinic" in page


def test_no_page_says_who_printed_it_or_that_there_is_no_addendum() -> None:
    text = " ".join(pages_of(three_pages()))
    assert "Printed" not in text
    assert "Addenda" not in text


def test_the_file_names_no_patient() -> None:
    said = information_of(three_pages())
    assert "Procedure note" in said
    assert "MARSH" not in said.upper()
    assert "1187" not in said


def test_every_font_is_embedded() -> None:
    assert all(fonts_of(three_pages()).values())


def test_a_signed_paper_has_no_stamp() -> None:
    assert SHEET.stamps == ()
    assert "DRAFT" not in " ".join(pages_of(three_pages()))


def test_what_nobody_signed_is_a_draft_on_every_page() -> None:
    pages = pages_of(three_pages(replace(SHEET, issue=DRAFT)))
    assert all("DRAFT" in page for page in pages)
    assert all("Not issued, no number" in page for page in pages)


def test_a_sample_clinic_can_never_print_without_sample() -> None:
    sheet = replace(SHEET, clinic=replace(CLINIC, sample=True))
    assert sheet.stamps == (Stamp.SAMPLE,)
    assert all("SAMPLE" in page for page in pages_of(three_pages(sheet)))


@pytest.mark.parametrize("stamp", list(Stamp))
def test_a_stamp_is_on_every_page(stamp: Stamp) -> None:
    sheet = replace(SHEET, issue=replace(SIGNED, stamps=(stamp,)))
    assert all(stamp.value in page for page in pages_of(three_pages(sheet)))


def test_a_person_without_a_record_number_keeps_two_identifiers() -> None:
    sheet = Sheet("Procedure note", CLINIC, EMPTY.patient, DAY, Issue("PN-1"))
    page = pages_of(three_pages(sheet))[0]
    assert page.count("TRAN") == 2
    assert page.count("Member id K-55 902 (Plan X)") == 2


def test_an_unknown_sex_is_left_out_and_a_known_one_shown() -> None:
    assert "Sex" not in pages_of(three_pages(replace(SHEET, patient=replace(MARSH, sex=None))))[0]
    assert "Sex Other" in pages_of(three_pages(replace(SHEET, patient=replace(MARSH, sex=Sex.OTHER))))[0]


def test_long_names_are_printed_whole() -> None:
    page = pages_of(three_pages(replace(SHEET, patient=LONG_NAMES.patient, clinic=LONG_NAMES.clinic)))[1]
    assert LONG_NAMES.patient.family.upper() in page
    assert page.count("Lloyd Martin") == 2
    assert LONG_NAMES.clinic.name in page


@pytest.mark.parametrize(("paper", "width"), [(Paper.LETTER, 612), (Paper.A4, 595)])
def test_the_page_has_the_clinics_size(paper: Paper, width: int) -> None:
    sheet = replace(SHEET, clinic=replace(CLINIC, paper=paper))
    assert int(sheet.size[0]) == width
    assert len(pages_of(three_pages(sheet))) == 3


def test_the_same_page_is_the_same_bytes() -> None:
    assert three_pages() == three_pages()

"""The printed response, letter and addendum, and the registry that makes every paper."""

import hashlib
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache, partial
from uuid import UUID

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.entered_in_error import Wrong
from mbb_desktop.clinical.paper import Meaning, PaperKind
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind, Paper
from mbb_desktop.clinical.receipt import PATIENT, HowSent, Receipt
from mbb_desktop.clinical.response import Series
from mbb_desktop.documents.addendum_facts import AddendumFacts
from mbb_desktop.documents.issue import Stamp
from mbb_desktop.documents.letter_facts import LetterFacts
from mbb_desktop.documents.make import Facts, WrongFacts, make
from mbb_desktop.documents.notice_facts import CorrectionFacts, ErrorFacts
from mbb_desktop.documents.packet import packet_pdf
from mbb_desktop.documents.response_facts import ResponseFacts
from tests.documents.example_courses import (
    FACTS,
    FIRST_BLOCK,
    LETTER,
    NEGATIVE,
    NEXT_DAY,
    ONE_SIDE,
    RESPONSE,
    UNDECIDED,
    scores,
    with_response,
)
from tests.documents.example_requests import AGAIN, BARE, REQUEST
from tests.documents.examples import CLINIC, DAY, MARSH, SIGNATURE, at
from tests.documents.examples import FACTS as NOTE
from tests.documents.reading import fonts_of, information_of, pages_of, text_of
from tests.documents.test_procedure_note import NAKED_POINT, TRAILING_ZERO

ADDENDUM = AddendumFacts(
    MARSH,
    CLINIC,
    NEXT_DAY,
    PaperKind.PROCEDURE_NOTE,
    "PN-2026-004183",
    date(2026, 11, 24),
    "7F3A-91C2",
    "The lot of bupivacaine was 4K1183.\n\nThe vial was photographed.",
    reason="misread label",
    about="lot and expiry",
)
L45 = JointSide("L4-5", Side.LEFT)
WRONG = Wrong(
    UUID(int=1), PaperKind.PROCEDURE_NOTE, "PN-2026-004183", "7F3A-91C2", "Another patient's block."
)
ERROR = ErrorFacts(MARSH, CLINIC, NEXT_DAY, WRONG, "A. Okafor, MD", date(2026, 11, 24))
RECEIPT = Receipt(
    UUID(int=2),
    UUID(int=1),
    MARSH.id,
    PATIENT,
    None,
    HowSent.HANDED,
    at(11, 30),
    at(11, 31),
    UUID(int=3),
    "J. Park",
)
HOLM = Correspondent(
    UUID(int=4),
    CorrespondentKind.RFA_PROVIDER,
    "R. Holm",
    "MD",
    "Holm Spine",
    "5 Pier St",
    fax="(555) 010-0142",
)
CORRECTION = CorrectionFacts(ERROR, "EN-2026-000001", (RECEIPT,), HOLM)
SIGNED = replace(SIGNATURE, meaning=Meaning.REVIEWED, signed_at=at(11, 14, NEXT_DAY))

EVERY: dict[str, tuple[PaperKind, Facts]] = {
    "response": (PaperKind.RESPONSE, FACTS),
    "undecided": (PaperKind.RESPONSE, UNDECIDED),
    "one side": (PaperKind.RESPONSE, ONE_SIDE),
    "negative": (PaperKind.RESPONSE, NEGATIVE),
    "letter": (PaperKind.RFA_LETTER, LETTER),
    "letter, one block": (PaperKind.RFA_LETTER, replace(LETTER, blocks=LETTER.blocks[:1], compared=None)),
    "letter, nothing asked": (PaperKind.RFA_LETTER, replace(LETTER, requested=(), recipient=None)),
    "authorization": (PaperKind.AUTHORIZATION, REQUEST),
    "authorization, bare": (PaperKind.AUTHORIZATION, BARE),
    "authorization, repeat": (PaperKind.AUTHORIZATION, AGAIN),
    "addendum": (PaperKind.ADDENDUM, ADDENDUM),
    "error": (PaperKind.ERROR_NOTICE, ERROR),
    "error, joint": (PaperKind.ERROR_NOTICE, replace(ERROR, wrong=replace(WRONG, joints=(L45,)))),
    "correction": (PaperKind.CORRECTION_NOTICE, CORRECTION),
    "correction, patient": (PaperKind.CORRECTION_NOTICE, replace(CORRECTION, correspondent=None)),
}


@cache
def made(name: str) -> bytes:
    kind, facts = EVERY[name]
    return make(kind, facts, signature=SIGNED, number="XX-2026-000007", chain_code="8E47-2C90-D1B3").pdf


@pytest.fixture(scope="module")
def printed() -> dict[str, bytes]:
    return {name: made(name) for name in EVERY}


@pytest.mark.parametrize("name", EVERY)
def test_numbers_have_no_trailing_zero_and_no_naked_point(printed: dict[str, bytes], name: str) -> None:
    text = text_of(printed[name])
    assert TRAILING_ZERO.findall(text) == []
    assert NAKED_POINT.findall(text) == []


@pytest.mark.parametrize("name", EVERY)
def test_every_page_is_identified_numbered_and_unstamped(printed: dict[str, bytes], name: str) -> None:
    pages = pages_of(printed[name])
    for number, page in enumerate(pages, start=1):
        assert page.count("MARSH, Eleanor") == 2
        assert page.count("004 1187") == 2
        assert f"Page {number} of {len(pages)}" in page
        assert "DRAFT" not in page
        assert "Document XX-2026-000007, version 1" in page


@pytest.mark.parametrize("name", EVERY)
def test_fonts_are_embedded_and_metadata_name_nobody(printed: dict[str, bytes], name: str) -> None:
    assert all(fonts_of(printed[name]).values())
    assert "arsh" not in information_of(printed[name])


@pytest.mark.parametrize("name", EVERY)
def test_the_same_facts_are_the_same_bytes(printed: dict[str, bytes], name: str) -> None:
    assert made.__wrapped__(name) == printed[name]


@pytest.mark.parametrize("name", EVERY)
def test_no_heading_stands_alone_at_the_foot_of_a_page(printed: dict[str, bytes], name: str) -> None:
    for page in pages_of(printed[name]):
        assert "Index pain after each block, hours" not in page or "needle out" in page
        assert "All criteria, US" not in page or "Evidence in our record" in page


def hashes() -> str:
    """Names and SHA-256 of one paper of each kind, and of a packet."""
    from tests.documents.example_others import one_of_each  # which is made of papers of here
    from tests.documents.example_packets import PACKET

    names = ("letter", "response", "authorization", "addendum", "error", "correction")
    every = {**dict(one_of_each()), **{name: made(name) for name in names}}
    every["packet"] = packet_pdf(PACKET)
    return str({name: hashlib.sha256(pdf).hexdigest() for name, pdf in every.items()})


def test_another_process_makes_the_same_bytes() -> None:
    code = "from tests.documents.test_papers import hashes; print(hashes())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == hashes()


@pytest.mark.parametrize(
    "fact",
    [
        "COMPUTED Meets the criterion you selected: 80 % or more",
        "PHYSICIAN’S CONCLUSION Positive block.",
        "US-MEDICARE-FACET 2026-05",
        "Left 7 1 1 0 0 1 1 1 1 3 5 – 6",
        "Overall 7 1 1 0 0 1 1 1 1 3 5 – 6",
        "Relief overall 85 % 85 % 100 %",
        "100 × (7 − score) / 7, exact, not rounded",
        "6 of 6 readings in the window",
        "window bupivacaine 3 to 8 h",
        "L4-5, L5-S1 Left 8 to 1 (87 %), from 30 min to 2 h 7 to 0 (100 %), from 15 min to 6 h",
        "A single diagnostic block is falsely positive in 25 to 41 % of people",
        "note PN-2026-004183",
        "Signed electronically as Reviewed and concluded A. Okafor, MD, pain medicine, NPI 1234567893",
    ],
)
def test_the_printed_response_holds_the_fact(printed: dict[str, bytes], fact: str) -> None:
    assert fact in text_of(printed["response"])


def test_the_usual_response_takes_one_page(printed: dict[str, bytes]) -> None:
    assert len(pages_of(printed["response"])) == 1


def test_an_undecided_response_shades_nothing_and_concludes_nothing(printed: dict[str, bytes]) -> None:
    text = text_of(printed["undecided"])
    assert "Not concluded yet." in text
    assert "Meets" not in text


@pytest.mark.parametrize(
    "fact",
    [
        "Re: Eleanor Marsh. Radiofrequency ablation, bilateral L4-5 and L5-S1",
        "Dear Dr. Vance,",
        "Member id 1EG4-TE5-MK73",
        "41 Orchard Lane, Springfield Tel (555) 010-0142",
        "lidocaine 2 %, 0.5 mL per nerve, 3 mL (60 mg)",
        "90 % stated by the patient",
        "87 % calculated",
        "DX-3",
        "28 days",
        "Physical therapy 06-Apr-2026 to 01-Jun-2026 (8 weeks), 14 visits: no lasting relief",
        "MRI lumbar spine 02-Sep-2026: facet arthropathy L4-5 and L5-S1, both sides",
        "CPT 64635 and 64636",
        "Not in our record on 25-Nov-2026:",
        "The criterion selected",
        "Cc: K. Sato, MD (primary care); Eleanor Marsh.",
        "Enclosed: procedure notes PN-2026-003871 and PN-2026-004183",
    ],
)
def test_the_printed_letter_holds_the_fact(printed: dict[str, bytes], fact: str) -> None:
    assert fact in text_of(printed["letter"])


def test_the_letter_never_says_you_selected(printed: dict[str, bytes]) -> None:
    assert "you selected" not in text_of(printed["letter"])


def test_an_addendum_names_the_document_it_adds_to_and_leaves_it_unchanged(printed: dict[str, bytes]) -> None:
    text = text_of(printed["addendum"])
    assert "Addendum to PN-2026-004183" in text
    assert "The signed procedure note itself is unchanged." in text
    assert "The lot of bupivacaine was 4K1183. The vial was photographed." in text
    assert "Code 7F3A-91C2" in text


def test_a_paper_is_refused_for_the_facts_of_another() -> None:
    with pytest.raises(WrongFacts):
        make(PaperKind.RFA_LETTER, NOTE)


def test_an_unsigned_paper_is_a_draft_and_a_copy_says_copy() -> None:
    assert "DRAFT" in text_of(make(PaperKind.RESPONSE, FACTS).pdf)
    copy = make(PaperKind.RESPONSE, FACTS, signature=SIGNED, stamp=Stamp.COPY).pdf
    assert "COPY" in text_of(copy)
    assert "DRAFT" not in text_of(copy)


_HUGE = " ".join(f"word{number}" for number in range(700))


@pytest.mark.parametrize(
    "huge",
    [
        partial(
            replace,
            FACTS,
            response=replace(RESPONSE, conclusion_reason=_HUGE, side_effects=_HUGE, note=_HUGE),
        ),
        partial(replace, LETTER, paragraph=_HUGE, ablation_plan=_HUGE, cc=(_HUGE,)),
        partial(replace, LETTER, course=replace(LETTER.course, exam=_HUGE, pain_area=_HUGE, limits=_HUGE)),
    ],
)
def test_very_long_words_fill_more_pages_and_are_not_lost(
    huge: Callable[[], ResponseFacts | LetterFacts],
) -> None:
    facts = huge()
    kind = PaperKind.RESPONSE if isinstance(facts, ResponseFacts) else PaperKind.RFA_LETTER
    text = text_of(make(kind, facts, signature=SIGNED).pdf)
    assert all(f"word{number}" in text for number in range(1, 700, 50))


@pytest.mark.parametrize("name", ["response", "letter", "addendum"])
def test_the_papers_fit_a4(name: str) -> None:
    kind, facts = EVERY[name]
    assert isinstance(facts, ResponseFacts | LetterFacts | AddendumFacts)
    on_a4 = replace(facts, clinic=replace(CLINIC, paper=Paper.A4))
    assert len(pages_of(make(kind, on_a4, signature=SIGNED).pdf)) <= len(pages_of(made(name)))


def test_a_notice_of_error_says_what_of_the_paper_stands(printed: dict[str, bytes]) -> None:
    whole, joint = text_of(printed["error"]), text_of(printed["error, joint"])
    assert "PN-2026-004183 was entered in error" in whole
    assert "does not stand" in whole
    assert "PN-2026-004183 is not diagnostic for L4-5 left" in joint
    assert "counts as a session" in joint
    assert "not used to judge this joint." in joint


def test_a_correction_notice_is_addressed_and_says_what_was_sent(printed: dict[str, bytes]) -> None:
    doctor, patient = text_of(printed["correction"]), text_of(printed["correction, patient"])
    assert "R. Holm, MD" in doctor
    assert "5 Pier St Fax (555) 010-0142" in doctor
    assert "on 24-Nov-2026 on paper" in doctor
    assert "EN-2026-000001" in doctor
    assert "R. Holm" not in patient
    assert "Eleanor Marsh" in patient.title()


def test_no_paper_has_a_sentence_about_printing(printed: dict[str, bytes]) -> None:
    assert not any(re.search(r"Printed|Addenda: none", text_of(pdf)) for pdf in printed.values())


def test_a_reading_of_the_next_morning_stands_on_one_line() -> None:
    out = replace(FIRST_BLOCK, needle_out=at(20, 0), performed_on=DAY)
    readings = scores(out, {Series.OVERALL: 7}, {Series.OVERALL: [1] * 12})
    facts = with_response(replace(RESPONSE, readings=readings), out)
    assert "20:00 +1" in text_of(make(PaperKind.RESPONSE, facts, signature=SIGNED).pdf)

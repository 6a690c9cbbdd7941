"""Fields of templates on paper: each is filled in where it is known, and says so when the record has none."""

from dataclasses import replace

import pytest

from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.template import Template, Wording
from mbb_desktop.clinical.template_fields import FIELDS, TemplateKind, fields_for
from mbb_desktop.documents.fax_cover import fax_cover_pdf
from mbb_desktop.documents.handout_words import VALUES
from mbb_desktop.documents.make import make
from mbb_desktop.documents.packet_facts import Fax
from mbb_desktop.documents.template_words import FAX_VALUES, LETTER_VALUES, delivered_wording, letter_text
from mbb_desktop.documents.wording import plain_text
from tests.documents.example_courses import LETTER, NEXT_DAY
from tests.documents.example_requests import BARE, REQUEST
from tests.documents.examples import CLINIC
from tests.documents.reading import text_of
from tests.documents.test_markup import PAYLOADS

OF = {
    TemplateKind.RFA_LETTER: LETTER_VALUES,
    TemplateKind.AUTHORIZATION: LETTER_VALUES,
    TemplateKind.FAX_COVER: FAX_VALUES,
    TemplateKind.HANDOUT: VALUES,
}


def saying(kind: TemplateKind, **texts: str) -> Wording:
    """The delivered words with other texts; number 3 as if the clinic had saved them."""
    own = delivered_wording(kind).template
    table = next(iter(own.texts)).partition(".")[0]
    return Wording(Template(kind, "en", {**own.texts, **{f"{table}.{k}": t for k, t in texts.items()}}), 3)


@pytest.mark.parametrize("kind", TemplateKind, ids=lambda kind: kind.name)
def test_the_registry_and_the_papers_know_the_same_fields(kind: TemplateKind) -> None:
    assert {field.name for field in fields_for(kind)} == OF[kind].keys()


@pytest.mark.parametrize("field", fields_for(TemplateKind.RFA_LETTER), ids=lambda field: field.name)
def test_a_field_that_the_record_does_not_have_says_so(field) -> None:  # type: ignore[no-untyped-def]
    nobody = Patient(LETTER.patient.id, "Tran", "", LETTER.patient.born, ())
    bare = replace(BARE.letter, patient=nobody, clinic=replace(CLINIC, name="", phone="", fax=""))
    bare = replace(bare, author=replace(bare.author, name="", credentials=""))
    bare = replace(bare, wording=saying(TemplateKind.RFA_LETTER, closing=f"X {field.braced} Y"))
    said = plain_text(letter_text(bare, TemplateKind.RFA_LETTER, "letter.closing"))
    always = {"patient.name", "patient.age", "patient.born", "rules.name", "letter.date"}
    assert (said == f"X {FIELDS[field.name].missing} Y") is (field.name not in always)


def test_opening_request_closing_and_farewell_are_the_clinic_s() -> None:
    wording = saying(
        TemplateKind.RFA_LETTER,
        opening="May I send you {patient.name}, {patient.age}?",
        request="We ask for {request.levels}, {request.joints}.",
        closing="Please write to {clinic.name}.\nThank you.",
        farewell="With kind regards,",
    )
    said = text_of(make(PaperKind.RFA_LETTER, replace(LETTER, wording=wording)).pdf)
    for words in (
        "May I send you Eleanor Marsh, 65 years? The index pain is",
        "We ask for 2 levels, bilateral L4-5 and L5-S1.",
        "Please write to Riverside Pain Clinic. Thank you. With kind regards,",
    ):
        assert words in said.replace("\u00a0", " ")
    assert "I refer" not in said
    assert "Sincerely" not in said


def test_the_letter_to_the_payer_has_its_own_words() -> None:
    wording = saying(
        TemplateKind.AUTHORIZATION,
        opening="Please decide about {patient.name}, {patient.age}.",
        closing="Call {clinic.telephone}.",
    )
    facts = replace(REQUEST, letter=replace(REQUEST.letter, wording=wording))
    said = text_of(make(PaperKind.AUTHORIZATION, facts).pdf).replace("\u00a0", " ")
    assert "Please decide about Eleanor Marsh, 65 years. Each part names the rules of" in said
    assert "Call (555) 010-0100. Sincerely," in said


def test_the_fax_cover_says_the_clinic_s_message() -> None:
    wording = saying(TemplateKind.FAX_COVER, message="About {fax.reference}, {fax.pages}.")
    fax = Fax(CLINIC, None, "J. Park", NEXT_DAY, 4, "RL-2026-000001", b"", wording)
    said = text_of(fax_cover_pdf(fax)).replace("\u00a0", " ")
    assert "About RL-2026-000001, 4 pages." in said
    assert "Confidential. This fax holds" in said


@pytest.mark.parametrize("at", [0, 5, 13, 16])
def test_markup_in_a_template_is_printed_literally(at: int) -> None:
    payload = PAYLOADS[at]
    facts = replace(LETTER, wording=saying(TemplateKind.RFA_LETTER, closing=payload))
    assert payload.replace(" ", "") in text_of(make(PaperKind.RFA_LETTER, facts).pdf).replace(" ", "")

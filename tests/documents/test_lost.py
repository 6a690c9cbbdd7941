"""What no font can print is collected while a paper is drawn, and named with the field that holds it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from reportlab.pdfgen.canvas import Canvas

from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.people import Clinic, Patient
from mbb_desktop.documents.lost import Lost, collecting, gap_words, located, lost_sentence
from mbb_desktop.documents.make import Made, make
from mbb_desktop.documents.pictures import chart_picture
from mbb_desktop.drawing.relief_chart import Curve, Relief
from tests.documents.examples import CLINIC, FACTS, MARSH, SIGNED
from tests.documents.reading import text_of
from tests.documents.test_papers import ADDENDUM
from tests.documents.test_text import printed

BIRD = "\U00013171"


def note(clinic: Clinic = CLINIC, patient: Patient = MARSH) -> Made:
    facts = replace(FACTS, clinic=clinic, patient=patient)
    return make(PaperKind.PROCEDURE_NOTE, facts, signature=SIGNED.signature)


def test_a_paper_that_prints_everything_has_lost_nothing() -> None:
    assert note().lost == ()


def test_the_field_of_the_letterhead_is_named() -> None:
    made = note(clinic=replace(CLINIC, address=f"1 {BIRD} Street"))
    assert [(one.characters, one.field) for one in made.lost] == [(BIRD, "clinic, address")]
    assert "1 \ufffd Street" in text_of(made.pdf)
    assert lost_sentence(made.lost[0]) == (
        f"The field “clinic, address” holds a character that cannot be printed: {BIRD} (U+13171)."
    )


def test_the_same_field_is_named_once_however_often_it_is_printed() -> None:
    made = note(patient=replace(MARSH, family=f"Marsh{BIRD}", given=f"{BIRD}El"))
    assert [one.field for one in made.lost] == ["patient, family name", "patient, given name"]


def test_every_character_of_a_field_is_named() -> None:
    made = make(PaperKind.ADDENDUM, replace(ADDENDUM, text=f"one {BIRD}\ntwo \ue000\nthree \u202e"))
    assert [(one.characters, one.field) for one in made.lost] == [(f"{BIRD}\ue000\u202e", "text")]
    assert "U+E000, U+202E." in gap_words(made.lost)
    assert gap_words(made.lost).startswith("The field “text” holds characters that cannot be printed: ")


def test_what_stands_in_no_field_is_told_with_the_words_around() -> None:
    with collecting() as found:
        printed(f"signed by {BIRD}")
    assert located(found, FACTS, SIGNED.signature) == (Lost(BIRD, "signed by \ufffd"),)
    assert lost_sentence(next(iter(found))).startswith("“signed by \ufffd” holds a character")


def test_nothing_is_said_without_a_gap() -> None:
    assert gap_words(()) == ""


def test_a_label_of_a_chart_uses_every_font_and_tells_its_gaps() -> None:
    canvas = Canvas("unwritten.pdf")
    curve = Curve(f"Block 1, 王 {BIRD}", ((None, Decimal(7)), (60, Decimal(2))), "series1", "circle")
    with collecting() as found:
        chart_picture(Relief((curve,)), 400, 200).drawOn(canvas, 0, 0)
    assert [one.characters for one in found] == [BIRD]


@pytest.mark.parametrize(
    "sign", ["\u202a", "\u202e", "\u2066", "\u2069"], ids=lambda sign: f"U+{ord(sign):04X}"
)
def test_a_sign_that_turns_the_direction_is_told_not_followed(sign: str) -> None:
    with collecting() as found:
        assert "paid \ufffdUSD 100" in text_of(printed(f"paid {sign}USD 100"))
    assert [one.characters for one in found] == [sign]


def test_the_same_facts_lose_the_same_whatever_was_made_before() -> None:
    clinic = replace(CLINIC, name=f"{BIRD} Clinic")
    assert note(clinic=clinic) == note(clinic=clinic)
    assert note().lost == ()

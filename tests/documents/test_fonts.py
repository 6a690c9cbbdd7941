"""The bundled fonts: which one prints what, and that two papers at once do not disturb each other."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from mbb_desktop.documents.fonts import clusters, font_for, loaded, needs_shaping, simple_letters
from mbb_desktop.documents.look import Weight
from mbb_desktop.documents.procedure_note import procedure_note_pdf
from tests.documents.examples import FACTS, SIGNED


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("A", "Inter-Regular"),
        ("≥", "Inter-Regular"),
        ("☐", "DejaVuSans"),
        ("ש", "DejaVuSans"),
        ("प", "NotoSansDevanagari-Regular"),
        ("ก", "NotoSansThai-Regular"),
        ("王", "DroidSansFallback"),
        ("\U00013000", None),
    ],
)
def test_each_script_has_its_font(text: str, font: str | None) -> None:
    assert font_for(text, Weight.REGULAR) == font


def test_bold_text_uses_the_bold_faces() -> None:
    assert font_for("A", Weight.BOLD) == "Inter-Bold"
    assert font_for("☐", Weight.SEMIBOLD) == "DejaVuSans-Bold"


def test_the_four_faces_are_four_fonts() -> None:
    names = {loaded(f"Inter-{weight.value}").face.name for weight in Weight}
    assert len(names) == 4


def test_marks_stay_with_their_letter() -> None:
    assert clusters("x̱क्षa") == ["x̱", "क्", "ष", "a"]


def test_simple_letters_are_those_that_need_no_shaping() -> None:
    assert {"a", "Ł", "5", "°"} <= simple_letters()
    assert not {"ש", "\u0301", "\x00", "\ue000"} & simple_letters()
    assert needs_shaping("😀")


def test_papers_made_side_by_side_are_the_same_as_one_by_one() -> None:
    alone = procedure_note_pdf(FACTS, SIGNED)
    with ThreadPoolExecutor(max_workers=4) as pool:
        papers = list(pool.map(lambda _: procedure_note_pdf(FACTS, SIGNED), range(4)))
    assert set(papers) == {alone}

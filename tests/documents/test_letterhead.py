"""The clinic's picture on every paper: at its size, as a figure that has the clinic's name."""

from dataclasses import replace
from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from mbb_desktop.clinical.people import Clinic, Paper
from mbb_desktop.documents.authorization_facts import AuthorizationFacts
from mbb_desktop.documents.letterhead import letterhead
from mbb_desktop.documents.make import Facts, make
from mbb_desktop.documents.notice_facts import CorrectionFacts
from tests.documents.examples import CLINIC, SIGNED
from tests.documents.pictures import RED, picture
from tests.documents.reading import pages_of
from tests.documents.structure import drawn_outside, elements
from tests.documents.typed import PAPERS

SHAPES = {"wide": (900, 90), "word mark": (900, 300), "square": (360, 360), "tall": (60, 360), "tiny": (8, 8)}


@cache
def headed(name: str, logo: bytes = RED, clinic: Clinic = CLINIC) -> bytes:
    kind, facts = PAPERS[name]
    if isinstance(facts, AuthorizationFacts):
        own: Facts = replace(facts, letter=replace(facts.letter, clinic=clinic))
    elif isinstance(facts, CorrectionFacts):
        own = replace(facts, error=replace(facts.error, clinic=clinic))
    else:
        own = replace(facts, clinic=clinic)
    return make(kind, own, signature=SIGNED.signature, logo=logo).pdf


def red_on(pdf: bytes) -> list[tuple[int, int, int, int]]:
    """The box around the red pixels of each page at 72 per inch: left, top, right, bottom."""
    document = pypdfium2.PdfDocument(pdf)
    boxes = [_red_in(page.render(scale=1).to_pil().convert("RGB")) for page in document]
    document.close()
    return [box for box in boxes if box]


def _red_in(image: Image.Image) -> tuple[int, int, int, int] | None:
    red, green, _ = image.split()
    bright, dark = red.point([0] * 241 + [255] * 15), green.point([255] * 15 + [0] * 241)
    return ImageChops.darker(bright, dark).getbbox()


@pytest.mark.parametrize("name", PAPERS)
def test_every_page_of_every_paper_has_the_picture(name: str) -> None:
    boxes = red_on(headed(name))
    assert len(boxes) == len(pages_of(headed(name)))
    for left, top, right, bottom in boxes:
        assert (right - left) / (bottom - top) == pytest.approx(2, abs=0.1)
        assert left >= 50


@pytest.mark.parametrize("name", PAPERS)
def test_it_is_one_figure_with_the_clinics_name_and_furniture_later(name: str) -> None:
    pdf = headed(name)
    assert elements(pdf).count(("Figure", CLINIC.name)) == 1
    assert drawn_outside(pdf) == []


def test_the_file_keeps_it_once_and_without_transparency() -> None:
    with pikepdf.open(BytesIO(headed("note"))) as file:
        images = [
            each
            for each in file.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]
    assert len(images) == 1
    assert "/SMask" not in images[0]
    assert images[0].ColorSpace == "/DeviceRGB"


def test_the_same_facts_and_picture_give_the_same_bytes() -> None:
    assert headed.__wrapped__("note") == headed("note")
    assert headed("note") != headed("note", picture((200, 100), "blue"))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_takes_the_page_from_the_words(shape: str, paper: Paper) -> None:
    clinic = replace(CLINIC, paper=paper, name="Riverside and Lakeside Interventional Pain and Spine Clinic")
    with_picture = pages_of(headed("response", picture(SHAPES[shape]), clinic))
    assert len(with_picture) <= len(pages_of(headed("response", b"", clinic))) + 1
    head = letterhead(clinic.name, clinic.address, picture(SHAPES[shape]), 340)
    assert head.height <= 34 + 4 + 50
    assert head.picture is not None
    assert head.picture.width / head.picture.height == pytest.approx(SHAPES[shape][0] / SHAPES[shape][1])


def test_a_small_picture_is_not_blown_up() -> None:
    head = letterhead("Clinic", "", picture((8, 8)), 340)
    assert head.picture is not None
    assert head.picture.width == 6


def test_without_a_picture_nothing_changes() -> None:
    assert letterhead("Clinic", "Street", b"", 340).picture is None

"""Pictures of pages as a PDF that archives keep, and back."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from mbb_desktop.clinical.enclosure import PageImage
from mbb_desktop.documents.archive import About
from mbb_desktop.documents.scan_pages import images_of, scan_pdf
from tests.documents.example_packets import page
from tests.documents.structure import drawn_outside, elements, refused_by_preflight

ABOUT = About("Scan", "en")
PAGES = (page("one"), page("two", mode="RGB"), page("three", (1600, 800)), page("four", (64, 64)))
NAMED = ["page 1", "page 2", "page 3", "page 4"]
A4 = (595.28, 841.89)


@pytest.fixture(scope="module", params=["alone", "on a sheet"])
def pdf(request: pytest.FixtureRequest) -> bytes:
    return scan_pdf(PAGES, NAMED, ABOUT, A4 if request.param == "on a sheet" else None)


def test_it_is_valid_pdf_a_1b(pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(pdf)
    assert refused_by_preflight(tmp_path) == []


def test_every_page_is_a_figure_under_its_words_and_nothing_else(pdf: bytes) -> None:
    assert elements(pdf) == [("Document", ""), *(("Figure", words) for words in NAMED)]
    assert drawn_outside(pdf) == []


def test_the_pictures_come_back_byte_for_byte(pdf: bytes) -> None:
    assert images_of(pdf) == PAGES


def test_the_same_pictures_are_the_same_bytes(pdf: bytes) -> None:
    assert pdf in (scan_pdf(PAGES, NAMED, ABOUT), scan_pdf(PAGES, NAMED, ABOUT, A4))


def test_a_page_keeps_its_shape_and_stands_upright(pdf: bytes) -> None:
    with pypdfium2.PdfDocument(pdf) as document:
        assert document[2].get_width() > document[2].get_height()
        image = document[0].render(scale=1).to_pil().convert("L")
    dark = [place for place in ((0.1, 0.1), (0.9, 0.9)) if image.getpixel(at(image.size, place)) < 60]
    assert dark == [(0.1, 0.1)]


def at(size: tuple[int, int], place: tuple[float, float]) -> tuple[int, int]:
    return int(size[0] * place[0]), int(size[1] * place[1])


def test_a_page_by_itself_fills_its_sheet() -> None:
    with pikepdf.open(BytesIO(scan_pdf(PAGES, NAMED, ABOUT))) as file:
        sizes = [[float(side) for side in each.mediabox[2:]] for each in file.pages]
    assert sizes == [[612, 792], [612, 792], [792, 396], [612, 612]]


def test_a_picture_without_pages_is_an_empty_paper() -> None:
    assert images_of(scan_pdf((), [], ABOUT)) == ()


def test_a_picture_knows_whether_it_is_grey() -> None:
    kept = images_of(scan_pdf(PAGES[:2], NAMED[:2], ABOUT))
    assert [each.grey for each in kept] == [True, False]
    assert isinstance(kept[0], PageImage)

"""Papers of one job: no two of them on one sheet, and a paper alone stays as it was frozen."""

from io import BytesIO

import pypdfium2
import pytest

from mbb_desktop.documents.print_sheets import sheets


def paper(pages: int, wide: int = 612) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(wide, 792)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def widths(pdf: bytes) -> list[int]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [round(document.get_page_size(at)[0]) for at in range(len(document))]
    finally:
        document.close()


@pytest.mark.parametrize("pages", [1, 2, 3])
def test_a_paper_alone_on_one_side_keeps_its_bytes(pages: int) -> None:
    frozen = paper(pages)
    assert sheets([frozen], both_sides=False) == frozen


def test_an_even_paper_on_both_sides_keeps_its_bytes() -> None:
    frozen = paper(2)
    assert sheets([frozen], both_sides=True) == frozen


def test_an_odd_paper_gets_a_blank_back_of_its_own_size() -> None:
    assert widths(sheets([paper(3, 595)], both_sides=True)) == [595] * 4


def test_every_paper_begins_on_a_sheet_of_its_own() -> None:
    both = widths(sheets([paper(1, 600), paper(2, 610), paper(3, 620)], both_sides=True))
    assert both == [600, 600, 610, 610, 620, 620, 620, 620]
    assert [both.index(wide) % 2 for wide in (600, 610, 620)] == [0, 0, 0]


def test_on_one_side_nothing_is_added() -> None:
    assert widths(sheets([paper(1, 600), paper(2, 610)], both_sides=False)) == [600, 610, 610]

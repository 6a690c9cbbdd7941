"""The recovery sheet: the whole code, what it is for, the same bytes each time, and its own fonts."""

import pypdfium2
import pytest

from mbb_desktop.clinical.people import Paper
from mbb_desktop.documents.recovery_sheet import recovery_sheet_pdf
from mbb_desktop.storage.recovery_code import new_recovery_code, same_code

CODE = new_recovery_code()


@pytest.mark.parametrize("paper", Paper)
def test_the_whole_code_can_be_read_back_from_the_sheet(paper: Paper) -> None:
    pdf = recovery_sheet_pdf(CODE, "Riverside Pain Clinic", paper)
    document = pypdfium2.PdfDocument(pdf)
    words = document[0].get_textpage().get_text_range().split()
    document.close()
    assert same_code(CODE, " ".join(word for word in words if word in CODE.split("-")))
    assert pdf == recovery_sheet_pdf(CODE, "Riverside Pain Clinic", paper)
    assert b"/Helvetica" not in pdf


@pytest.mark.parametrize("paper", Paper)
def test_the_widest_code_stays_within_the_margins(paper: Paper) -> None:
    widest = "-".join([*["WWWW"] * 8, "W"])
    document = pypdfium2.PdfDocument(recovery_sheet_pdf(widest, "", paper))
    page = document[0].get_textpage()
    edges = [page.get_charbox(at) for at in range(page.count_chars()) if page.get_text_range(at, 1).strip()]
    printed = page.get_text_range().count("W")
    width = document[0].get_width()
    page.close()
    document.close()
    assert printed == 33 + 2  # the sentences have two of their own
    assert min(left for left, *_ in edges) >= 72
    assert max(right for _, _, right, _ in edges) <= width - 72

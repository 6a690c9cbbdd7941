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
    assert same_code(CODE, " ".join(word for word in words if word in CODE.split()))
    assert pdf == recovery_sheet_pdf(CODE, "Riverside Pain Clinic", paper)
    assert b"/Helvetica" not in pdf

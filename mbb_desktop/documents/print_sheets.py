"""Papers of one patient behind each other for one print job, no two of them on one sheet."""

from collections.abc import Sequence
from contextlib import ExitStack
from io import BytesIO

import pikepdf


def sheets(pdfs: Sequence[bytes], *, both_sides: bool) -> bytes:
    """One PDF for one job; one paper that needs no blank back stays byte for byte as it was frozen.

    With `both_sides` a paper with an odd number of pages gets a blank page as the back of its last sheet, so
    that neither the next paper nor the next copy begins there.
    """
    if len(pdfs) == 1 and not (both_sides and _pages(pdfs[0]) % 2):
        return pdfs[0]
    with ExitStack() as opened:
        joined = opened.enter_context(pikepdf.new())
        for pdf in pdfs:
            paper = opened.enter_context(pikepdf.open(BytesIO(pdf)))
            joined.pages.extend(paper.pages)
            if both_sides and len(paper.pages) % 2:
                left, low, right, high = (float(edge) for edge in paper.pages[-1].mediabox.as_list())
                joined.add_blank_page(page_size=(right - left, high - low))
        out = BytesIO()
        joined.save(out)
        return out.getvalue()


def _pages(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as paper:
        return len(paper.pages)

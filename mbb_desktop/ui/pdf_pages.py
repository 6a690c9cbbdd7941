"""Pages of a PDF as pictures, made from memory; nothing is written to a file."""

from dataclasses import dataclass
from threading import Lock

import pypdfium2
from PySide6.QtGui import QImage

POINTS_PER_INCH = 72
_one_at_a_time = Lock()  # PDFium is not made for several threads


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height in points."""

    width: float
    height: float


class NotAPdf(ValueError):
    """The bytes are no PDF that can be shown."""

    def __init__(self) -> None:
        super().__init__("This paper cannot be shown. Open it again, or ask for it to be made again.")


def page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """The size of every page. Raises NotAPdf."""
    with _one_at_a_time:
        document = _opened(pdf)
        try:
            return tuple(PageSize(*document.get_page_size(at)) for at in range(len(document)))
        finally:
            document.close()


def render_page(pdf: bytes, at: int, scale: float) -> QImage:
    """One page, counted from 0, with `scale` pixels per point, on white. Raises NotAPdf."""
    with _one_at_a_time:
        document = _opened(pdf)
        try:
            bitmap = document[at].render(scale=scale, prefer_bgrx=True, draw_annots=True)
            picture = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()
            bitmap.close()
            return picture
        finally:
            document.close()


def pages_with_gaps(pdf: bytes) -> tuple[int, ...]:
    """The pages, counted from 0, on which U+FFFD stands for what could not be printed. Raises NotAPdf."""
    with _one_at_a_time:
        document = _opened(pdf)
        try:
            return tuple(at for at in range(len(document)) if "\ufffd" in _words(document[at]))
        finally:
            document.close()


def _words(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    said: str = text.get_text_range()
    text.close()
    return said


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        raise NotAPdf from None

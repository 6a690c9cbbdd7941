"""Two PDFs beside each other: which pages show something else, and which number a paper names."""

import re
from itertools import zip_longest
from threading import Lock

import pypdfium2

_NUMBER = re.compile(r"Document ([A-Z]{2}-[0-9]{4}-[0-9]{6}), version [0-9]+")
_PACKET, _COVER = re.compile(r"Packet [A-Z]{2}-[0-9]{4}-[0-9]{6}"), "Fax"
_SCALE = 1.5
_one_at_a_time = Lock()  # PDFium is not made for several threads


class NotReadable(ValueError):
    """The bytes are no PDF that can be read."""


class NeedsPassword(NotReadable):
    """The file opens with a password only."""


def named_number(pdf: bytes) -> str:
    """The number in the footer, when every page that names one names the same; else empty."""
    with _one_at_a_time:
        found = {match for text in _texts(pdf) for match in _NUMBER.findall(text)}
    return found.pop() if len(found) == 1 else ""


def put_together_as(pdf: bytes) -> str:
    """`packet RL-2026-000004` or `fax cover sheet` when a file calls itself so in its title; else empty."""
    with _one_at_a_time:
        document = _opened(pdf)
        try:
            title = document.get_metadata_value("Title")
        finally:
            document.close()
    if title == _COVER:
        return "fax cover sheet"
    return title.replace("Packet", "packet") if _PACKET.fullmatch(title) else ""


def differing_pages(one: bytes, other: bytes) -> tuple[int, ...]:
    """The pages, counted from 1, that look otherwise or are there in one of the two only."""
    with _one_at_a_time:
        pairs = zip_longest(_pictures(one), _pictures(other))
        return tuple(at for at, (first, second) in enumerate(pairs, start=1) if first != second)


def _texts(pdf: bytes) -> list[str]:
    document = _opened(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    except pypdfium2.PdfiumError:
        raise NotReadable from None
    finally:
        document.close()


def _pictures(pdf: bytes) -> list[bytes]:
    document = _opened(pdf)
    try:
        return [_picture(page) for page in document]
    except pypdfium2.PdfiumError:
        raise NotReadable from None
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage) -> bytes:
    bitmap = page.render(scale=_SCALE, draw_annots=True)
    size = f"{bitmap.width}x{bitmap.height} ".encode()
    return size + bytes(bitmap.buffer)


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise (NeedsPassword if locked else NotReadable) from None

"""A copy of a PDF that opens with a password only; it does not claim to be fit for an archive."""

import re
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the preview of a paper needs this module, and pikepdf only once something is locked
    from pikepdf import Pdf

_CLAIM = re.compile(rb"\s*<pdfaid:part>[^<]*</pdfaid:part>\s*<pdfaid:conformance>[^<]*</pdfaid:conformance>")
_TITLE = re.compile(rb'(<dc:title>\s*<rdf:Alt>\s*<rdf:li xml:lang="x-default">)([^<]*)')
_ADDED = ", locked copy"


class NotLocked(Exception):
    """The copy could not be made, or does not open with its password."""

    def __init__(self) -> None:
        super().__init__("The copy could not be locked. Nothing was saved. Try another password.")


def locked_copy(pdf: bytes, password: str) -> bytes:
    """The same pages behind a password (AES with 256 bits, PDF 2.0 revision 6). Raises NotLocked.

    Who has the password may read, print and copy: there is no second one.
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(pdf)) as file:
            count = len(file.pages)
            _say_copy(file)
            made = BytesIO()
            file.save(made, encryption=pikepdf.Encryption(owner=password, user=password, R=6))
        with pikepdf.open(made, password=password) as again:
            if not again.is_encrypted or len(again.pages) != count:
                raise NotLocked
    except pikepdf.PdfError:
        raise NotLocked from None
    return made.getvalue()


def _say_copy(file: "Pdf") -> None:
    """Say what it is, and take back what no encrypted file may say of itself (PDF/A-1)."""
    from pikepdf import String

    if "/Title" in file.docinfo:
        file.docinfo.Title = String(f"{file.docinfo.Title}{_ADDED}")
    if "/Metadata" in file.Root:
        told = _CLAIM.sub(b"", file.Root.Metadata.read_bytes())
        file.Root.Metadata.write(_TITLE.sub(rb"\1\2" + _ADDED.encode(), told))

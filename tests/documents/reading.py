"""Reading papers back: the text of each page, and what the file itself says."""

from io import BytesIO

import pikepdf
import pypdfium2


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page in the order of the content, with single blanks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_text(document, number) for number in range(len(document))]
    finally:
        document.close()


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    text = page.get_textpage()
    said = text.get_text_bounded() if hasattr(text, "get_text_bounded") else text.get_text_range()
    text.close()
    page.close()
    return " ".join(said.replace("\ufffe", "-").split())


def text_of(pdf: bytes) -> str:
    return " ".join(pages_of(pdf))


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """The fonts of all pages by name without the subset's prefix, and whether each is embedded."""
    found: dict[str, bool] = {}
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            for font in page.Resources.get("/Font", pikepdf.Dictionary()).values():
                name = str(font.BaseFont).lstrip("/").split("+")[-1]
                found[name] = "/FontDescriptor" in font and "/FontFile2" in font.FontDescriptor
    return found


def information_of(pdf: bytes) -> str:
    """Everything in the document information dictionary, as one text."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return " ".join(f"{key}={value}" for key, value in document.docinfo.items())

"""The pages of a PDF as pictures, and what the file carries besides them; for the reading process alone."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2
from PIL import Image

from mbb_desktop.interop.scan_limits import DAMAGED, LONGEST_SIDE, MOST_PAGES, SHARP, TOO_MANY, Refused

_WITH_PASSWORD = (
    "This PDF is locked with a password. Open it, save it without a password, then choose that file."
)
_FORM = (
    "This PDF is a form that only shows in Adobe Reader. Print it into a new PDF there, then choose that one."
)
_FOLDER = "This PDF is a folder of other files. Save those that you need one by one, then add each."
_LOCKED = 4  # FPDF_ERR_PASSWORD


def pages(data: bytes) -> Iterator[Image.Image]:
    """Each page as a picture; raises Refused."""
    try:
        yield from _drawn(data)
    except pypdfium2.PdfiumError:
        raise Refused(DAMAGED) from None


def _drawn(data: bytes) -> Iterator[Image.Image]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        raise Refused(_WITH_PASSWORD if fault.err_code == _LOCKED else DAMAGED) from None
    if len(document) > MOST_PAGES:
        raise Refused(TOO_MANY)
    if not len(document):
        raise Refused(DAMAGED)
    document.init_forms()  # what was filled into a form belongs to the page
    for at in range(len(document)):
        page = document[at]
        scale = min(SHARP / 72, LONGEST_SIDE / max(*page.get_size(), 1))
        yield page.render(scale=scale).to_pil().convert("RGB")
        page.close()


def remarks(data: bytes) -> list[str]:
    """What the file carries besides its pages; a picture of them leaves it behind."""
    try:
        with pikepdf.open(BytesIO(data)) as file:
            root = file.Root
            if "/Collection" in root:
                raise Refused(_FOLDER)
            if root.get("/NeedsRendering", False):
                raise Refused(_FORM)
            found = []
            if count := len(file.attachments):
                found.append("1 attached file" if count == 1 else f"{count} attached files")
            if _acts(file):
                found.append("commands that run when it is opened")
            return found
    except pikepdf.PasswordError:
        raise Refused(_WITH_PASSWORD) from None
    except pikepdf.PdfError:
        return []  # the pages may still show


def _acts(file: pikepdf.Pdf) -> bool:
    """Whether something runs when it is opened, read or closed."""
    opening = file.Root.get("/OpenAction")
    runs = isinstance(opening, pikepdf.Dictionary) and opening.get("/S") in (
        pikepdf.Name.JavaScript,
        pikepdf.Name.Launch,
        pikepdf.Name.URI,
    )
    return runs or "/AA" in file.Root or "/JavaScript" in file.Root.get("/Names", pikepdf.Dictionary())

"""Reading the structure of a paper: its parts in reading order, and what its pages draw outside of them."""

import ctypes
import shutil
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as raw
import pytest

_JARS = (
    *("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io"),
    *("javax.activation", "jaxb-api", "bcprov", "bcmail", "bcpkix"),
)
_SHORT_RUN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # a JVM of seconds: no time to make it fast
_CHECK = "org.apache.pdfbox.preflight.Validator_A1b"
_SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
_PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh"}


def refused_by_preflight(folder: Path) -> list[str]:
    """The PDFs of a folder that Apache PDFBox Preflight does not call PDF/A-1b, with its reasons.

    Skips the test where Java or PDFBox is not installed.
    """
    jars = [Path("/usr/share/java") / f"{name}.jar" for name in _JARS]
    java = shutil.which("java")
    if java is None or not all(jar.is_file() for jar in jars):
        pytest.skip("needs Java and the Debian package libpdfbox2-java")
    path = ":".join(map(str, jars))
    command = [java, *_SHORT_RUN, "-cp", path, _CHECK, "batch", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = [line for line in done.stdout.splitlines() if line.strip()]
    good = sum("is a valid PDF/A-1b file" in line for line in told)
    wrong = [line for line in told if "is a valid PDF/A-1b file" not in line]
    assert good + len([line for line in wrong if "is not" in line]) == len(list(folder.glob("*.pdf")))
    return wrong


def malformed(pdf: bytes) -> list[str]:
    """What qpdf says against the syntax of the file and of all that it holds."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return [*map(str, file.get_warnings()), *map(str, file.check_pdf_syntax())]


@cache
def order_of(pdf: bytes) -> list[tuple[str, str]]:
    """Tag and words of each part that has content, in reading order; a part's further content is added to it.

    Read by PDFium and the structure tree, within milliseconds; `order_in_poppler` is the second opinion.
    """
    marked = _marked_texts(pdf)
    found: list[tuple[str, str]] = []

    def walk(part: pikepdf.Object, page: int) -> None:
        own = page_of(part, page)
        here = len(found)
        kids = part.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Object) and "/S" in kid:
                walk(kid, own)
                continue
            said = marked[page_of(kid, own)].get(_number(kid), "")
            if len(found) > here:
                found[-1] = (found[-1][0], f"{found[-1][1]} {said}")
            else:
                found.append((str(part.S).lstrip("/"), said))

    def page_of(part: object, outside: int) -> int:
        return pages[part.Pg.objgen] if isinstance(part, pikepdf.Object) and "/Pg" in part else outside

    with pikepdf.open(BytesIO(pdf)) as file:
        pages = {page.obj.objgen: place for place, page in enumerate(file.pages)}
        walk(file.Root.StructTreeRoot.K, 0)
    return [(tag, _single_blanks(words)) for tag, words in found]


def _number(kid: object) -> int:
    """Of the marked content that a part holds, itself or by reference."""
    return int(kid.MCID) if isinstance(kid, pikepdf.Object) else int(str(kid))


def _marked_texts(pdf: bytes) -> list[dict[int, str]]:
    """For each page the text of each numbered content."""
    document = pypdfium2.PdfDocument(pdf)
    found: list[dict[int, str]] = []
    for number in range(len(document)):
        page, here = document[number], dict[int, str]()
        text = page.get_textpage()
        for place in range(raw.FPDFPage_CountObjects(page)):
            each = raw.FPDFPage_GetObject(page, place)
            marked = raw.FPDFPageObj_GetMarkedContentID(each)
            if raw.FPDFPageObj_GetType(each) == raw.FPDF_PAGEOBJ_TEXT and marked >= 0:
                here[marked] = here.get(marked, "") + _text_of(each, text)
        found.append(here)
        text.close()
        page.close()
    document.close()
    return found


def _text_of(each: Any, text: Any) -> str:
    size = raw.FPDFTextObj_GetText(each, text, None, 0)
    letters = (ctypes.c_ushort * (size // 2))()
    raw.FPDFTextObj_GetText(each, text, letters, size)
    return bytes(letters).decode("utf-16-le").rstrip("\0").replace("\ufffe", "-")


def order_in_poppler(pdf: bytes) -> list[tuple[str, str]]:
    """The same as another program reads it; it takes seconds, as it goes through a page for each part."""
    read = subprocess.run(
        ["pdfinfo", "-struct-text", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    found: list[tuple[str, str]] = []
    tag = ""
    for line in map(str.strip, read.splitlines()):
        if line.startswith('"') and tag:
            found.append((tag, _single_blanks(line)))
            tag = ""
        elif line.startswith('"'):
            found[-1] = (found[-1][0], f"{found[-1][1]} {_single_blanks(line)}")
        elif line and not line.startswith("/"):
            tag = line.removesuffix(":").split(" ")[0]
    return found


def _single_blanks(line: str) -> str:
    return " ".join(line.strip('"').replace("\u00a0", " ").split())


def elements(pdf: bytes) -> list[tuple[str, str]]:
    """Tag and alternative text of every part, from the first to the last."""
    found: list[tuple[str, str]] = []

    def walk(part: pikepdf.Object) -> None:
        if "/S" not in part:
            return
        found.append((str(part.S).lstrip("/"), str(part.get("/Alt", ""))))
        for kid in part.K:
            walk(kid)

    with pikepdf.open(BytesIO(pdf)) as file:
        walk(file.Root.StructTreeRoot.K)
    return found


def drawn_outside(pdf: bytes) -> list[str]:
    """The operators that show text or paint although no part and no furniture is open."""
    found: list[str] = []
    with pikepdf.open(BytesIO(pdf)) as file:
        for page in file.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                name = str(instruction.operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
                if depth == 0 and name in _SHOWS_TEXT | _PAINTS:
                    found.append(name)
            assert depth == 0
    return found

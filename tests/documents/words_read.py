"""The words of a paper as a reader gets them: letters by the fonts' own tables, spans by what they stand for.

Furniture (what repeats on each page, rules, grounds) is left out, as readers leave it out.
"""

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO

import pikepdf

_PAIRS = re.compile(r"<(\w+)>\s*<(\w+)>")
_RANGES = re.compile(r"<(\w+)>\s*<(\w+)>\s*(\[.*?\]|<\w+>)", re.DOTALL)


def normal(text: str) -> str:
    """Composed (NFC), every stretch of blanks and line ends as one blank, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def words_read(pdf: bytes) -> str:
    """Every part of the structure in reading order; what stands on two pages is one part."""
    with pikepdf.open(BytesIO(pdf)) as file:
        tables: dict[str, dict[int, str]] = {}
        said: dict[tuple[int, int], str] = {}
        for number, page in enumerate(file.pages):
            said |= {(number, mark): words for mark, words in _Reader(page, tables).read().items()}
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        return normal("\n".join(_parts(file.Root.StructTreeRoot.K, pages, said)))


def _parts(
    part: pikepdf.Object, pages: dict[tuple[int, int], int], said: dict[tuple[int, int], str]
) -> Iterator[str]:
    marks = [kid for kid in part.K if "/MCID" in kid]
    for kid in part.K:
        if "/S" in kid:
            yield from _parts(kid, pages, said)
    yield "".join(said[pages[mark.Pg.objgen], int(mark.MCID)] for mark in marks)


class _Reader:
    """Reads one page: the words of each of its marks."""

    def __init__(self, page: pikepdf.Page, tables: dict[str, dict[int, str]]) -> None:
        self._page = page
        self._tables = tables
        self._open: list[bool] = []
        self._font: dict[int, str] = {}
        self._mark = -1
        self._said: dict[int, str] = {}

    def read(self) -> dict[int, str]:
        for part in pikepdf.parse_content_stream(self._page):
            self._take(str(part.operator), list(part.operands))
        return self._said

    def _take(self, operator: str, operands: list[pikepdf.Object]) -> None:
        if operator in {"BDC", "BMC"}:
            self._begin(str(operands[0]), operands[1] if len(operands) > 1 else pikepdf.Dictionary())
        elif operator == "EMC":
            self._open.pop()
        elif operator == "Tf":
            self._font = self._table(str(operands[0]))
        elif operator in {"Tj", "TJ"} and not any(self._open):
            shown = [operands[0]] if operator == "Tj" else operands[0]
            letters = (bytes(one) for one in shown if isinstance(one, pikepdf.String))
            self._said[self._mark] += "".join(self._font[code] for one in letters for code in one)

    def _begin(self, tag: str, about: pikepdf.Object) -> None:
        if "/MCID" in about:
            self._mark = int(about.MCID)
            self._said[self._mark] = ""
        elif "/ActualText" in about and not any(self._open):
            self._said[self._mark] += str(about.ActualText)
        self._open.append(tag == "/Artifact" or "/ActualText" in about)

    def _table(self, name: str) -> dict[int, str]:
        if name not in self._tables:
            font = self._page.Resources.Font[name]
            self._tables[name] = _letters(font.ToUnicode.read_bytes().decode("latin-1"))
        return self._tables[name]


def _letters(table: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        found |= {int(code, 16): _utf16(letter) for code, letter in _PAIRS.findall(block)}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for low, high, letters in _RANGES.findall(block):
            first = re.findall(r"<(\w+)>", letters)
            codes = range(int(low, 16), int(high, 16) + 1)
            if letters.startswith("["):
                found |= dict(zip(codes, map(_utf16, first), strict=False))
            else:
                found |= {code: chr(int(first[0], 16) + code - codes[0]) for code in codes}
    return found


def _utf16(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace")

"""Text on paper: the only way that words get onto a page. No typed text is ever taken for markup.

Characters that the main font lacks are printed with another bundled font; what no font has is printed as
U+FFFD and told to whoever collects it (`lost`), or asked for beforehand with `uncovered`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable

from mbb_desktop.clinical.remembered import remembered
from mbb_desktop.documents.fonts import (
    clusters,
    font_for,
    inter,
    joins_previous,
    needs_shaping,
    simple_letters,
    unseen,
)
from mbb_desktop.documents.look import Align, Type, Weight, face_of
from mbb_desktop.documents.lost import tell_lost
from mbb_desktop.documents.shaping import shape
from mbb_desktop.documents.tags import Node, marked
from mbb_desktop.documents.wording import Run, Words

_UNKNOWN = "\ufffd"
_BLANKS = " \t\r\f\v"
_TOKEN = re.compile(rf"[{_BLANKS}]|\n|[^{_BLANKS}\n]+")
_FIRST_BREAKING = "\u2e80"
_MIRRORED = str.maketrans("()[]{}<>", ")(][}{><")


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one font and colour. `flow`: L or R for letters, N for numbers, O for anything else.

    `lost` is what U+FFFD stands for.
    """

    text: str
    drawn: str
    font: str
    color: int
    width: float
    flow: str = "L"
    shaped: bool = False
    lost: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """Pieces that stay together, with the blank before them; a `forced` word begins a new line."""

    pieces: tuple[Piece, ...]
    width: float
    blank: Piece | None = None
    forced: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces of one line in reading order, and how wide they are in points; `torn` ends within a word."""

    pieces: tuple[Piece, ...]
    width: float
    torn: bool = False


def uncovered(text: str) -> set[str]:
    """The characters that no bundled font can print; they would appear as U+FFFD."""
    odd = set(text) - simple_letters() - set("\n" + _BLANKS)
    return {character for character in odd if not _printable(character)}


def _printable(character: str) -> bool:
    return font_for(character, Weight.REGULAR) is not None and not unseen(character)


def paragraph(said: str | Words, style: Type) -> "TextBlock":
    """Words that fill the width they are given. Plain text and emphasised runs are taken literally."""
    return TextBlock(_words(_runs(said), style), style, Node("P"))


def text_width(said: str | Words, style: Type) -> float:
    """The width in points that the words take on one line."""
    return sum(word.width + (word.blank.width if word.blank else 0) for word in _words(_runs(said), style))


def draw_line(canvas: Canvas, x: float, y: float, said: str | Words, style: Type) -> float:
    """Write one line with its baseline at `y`, starting (or centred, or ending) at `x`; returns its width."""
    width = text_width(said, style)
    line = next(iter(_lines(_words(_runs(said), style), width + 1)), Line((), 0))
    start = {Align.LEFT: x, Align.CENTER: x - width / 2, Align.RIGHT: x - width}[style.align]
    _draw(canvas, start, y, line.pieces, style.size)
    return width


class TextBlock(Flowable):
    """Broken lines of text; may continue on the next page between two lines.

    `node` is what the text is; drawn a second time (a heading that repeats) it is furniture.
    """

    def __init__(self, words: Iterable[Word], style: Type, node: Node | None) -> None:
        super().__init__()
        self._words = tuple(words)
        self._style = style
        self.node = node
        self._drawn = False
        self._goes_on = False
        self._lines: tuple[Line, ...] = ()
        self._room = -1.0

    def wrap(self, room: float, _height: float = 0) -> tuple[float, float]:
        if room != self._room:
            self._lines, self._room = tuple(_lines(self._words, room)), room
        self.width, self.height = room, len(self._lines) * self._style.leading
        return self.width, self.height

    def minWidth(self) -> float:  # noqa: N802 - ReportLab's name
        return max((word.width for word in self._words), default=0)

    def split(self, room: float, height: float) -> list[Flowable]:
        return list(self.halves(room, height) or ())

    def halves(self, room: float, height: float) -> "tuple[TextBlock, TextBlock] | None":
        """What fits into the height and the rest; None when it cannot be torn there."""
        self.wrap(room)
        fit = min(int((height + 0.01) // self._style.leading), len(self._lines) - 2)
        if fit < 2:  # no single line is left behind or carried over
            return None
        first, rest = self._lines[:fit], self._lines[fit:]
        upper = _Broken(first, self._style, room, self.node, goes_on=True)
        return upper, _Broken(rest, self._style, room, self.node, goes_on=self._goes_on)

    def draw(self) -> None:
        if self._lines:
            with marked(self.canv, None if self._drawn else self.node):
                self._draw_lines()
        self._drawn = True

    def _draw_lines(self) -> None:
        style = self._style
        baseline = self.height - (style.leading - style.size) / 2 - 0.82 * style.size
        last = len(self._lines) - (0 if self._goes_on else 1)
        for number, line in enumerate(self._lines):
            slack = self.width - line.width
            start = {Align.LEFT: 0, Align.CENTER: slack / 2, Align.RIGHT: slack}[style.align]
            _draw(self.canv, start, baseline, line.pieces if number == last else _spaced(line), style.size)
            baseline -= style.leading


class _Broken(TextBlock):
    """Lines that were broken before, on their own page; they keep their width. Others may follow them."""

    def __init__(
        self, lines: tuple[Line, ...], style: Type, room: float, node: Node | None, *, goes_on: bool
    ) -> None:
        super().__init__((), style, node)
        self._lines, self._room, self._goes_on = lines, room, goes_on

    def wrap(self, room: float, _height: float = 0) -> tuple[float, float]:
        self.width, self.height = room, len(self._lines) * self._style.leading
        return self.width, self.height


def _spaced(line: Line) -> tuple[Piece, ...]:
    """The line with a blank after it, so that whoever reads the file does not join it with the next one."""
    if not line.pieces or line.torn:
        return line.pieces
    end = line.pieces[-1]
    return (*line.pieces, Piece(" ", " ", end.font, end.color, 0, "O"))


# From runs to words


def _runs(said: str | Words) -> Words:
    return (Run(said),) if isinstance(said, str) else said


@remembered(1024)  # a paper is made again at each change of a draft, and in several sizes
def _words(runs: Words, style: Type) -> tuple[Word, ...]:
    """Words in order; two runs without a blank between them share a word."""
    found: list[Word] = []
    blank: Piece | None = None
    forced = glued = False
    both_ways = any(map(_reversed_letters, (run.text for run in runs)))
    for run in runs:
        weight, color = face_of(run.mark, style)
        for token in _tokens(run.text):
            if token == "\n":
                found.extend([_word((), None, forced=True)] if forced else [])
                blank, forced, glued = None, True, False
            elif token == " ":
                blank = _piece(" ", inter(weight), style.size, color, flow="O")
                glued = False
            else:
                pieces = tuple(_pieces(token, weight, style.size, color, both_ways=both_ways))
                if glued and not _breaks_anywhere(token[0]):
                    last = found[-1]
                    found[-1] = _word(last.pieces + pieces, last.blank, forced=last.forced)
                else:
                    found.append(_word(pieces, blank if found and not forced else None, forced=forced))
                blank, forced, glued = None, False, True
    return tuple(found)


def _word(pieces: tuple[Piece, ...], blank: Piece | None, *, forced: bool) -> Word:
    return Word(pieces, sum(piece.width for piece in pieces), blank, forced)


def _tokens(text: str) -> Iterator[str]:
    """Words, single blanks and line ends; scripts without spaces may break at each character."""
    for token in _TOKEN.findall(unicodedata.normalize("NFC", text.replace("\r\n", "\n"))):
        if token in _BLANKS:
            yield " "
        elif max(token) < _FIRST_BREAKING:
            yield token
        else:
            yield from _broken(token)


def _broken(text: str) -> Iterator[str]:
    """Text without blanks, cut where its script may break."""
    start = 0
    for place, character in enumerate(text):
        if place > start and _breaks_anywhere(character) and not joins_previous(character):
            yield text[start:place]
            start = place
    yield text[start:]


def _breaks_anywhere(character: str) -> bool:
    return (
        _FIRST_BREAKING <= character <= "\ua4cf"
        or "\uac00" <= character <= "\ud7ff"
        or character >= "\U00020000"
    )


# From words to pieces


def _pieces(token: str, weight: Weight, size: float, color: int, *, both_ways: bool) -> Iterator[Piece]:
    if not both_ways and simple_letters().issuperset(token):
        yield _piece(token, inter(weight), size, color, flow="L")
        return
    for flow, stretch in _stretches(token):
        for font, text, lost in _by_font(stretch, weight):
            piece = _piece(text, font, size, color, flow=flow)
            yield replace(piece, lost=lost) if lost else piece


def _piece(text: str, font: str, size: float, color: int, *, flow: str) -> Piece:
    plain = text.isascii() or simple_letters().issuperset(text) or text == _UNKNOWN
    if not plain and any(map(needs_shaping, text)):
        glyphs = shape(text, font)
        return Piece(text, glyphs.glyphs, font, color, glyphs.width * size / 1000, flow, shaped=True)
    return Piece(text, text, font, color, _width(text, font, size), flow)


@remembered(4096)
def _width(text: str, font: str, size: float) -> float:
    return float(stringWidth(text, font, size))


def _reversed_letters(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)


def _stretches(token: str) -> Iterator[tuple[str, str]]:
    """The token cut where its direction changes: right-to-left letters, numbers, and the rest."""
    kept = ""
    stretch = ""
    for cluster in clusters(token):
        flow = _cluster_flow(cluster[0])
        if stretch and flow != kept:
            yield kept, stretch
            stretch = ""
        kept, stretch = flow, stretch + cluster
    if stretch:
        yield kept, stretch


def _cluster_flow(character: str) -> str:
    direction = unicodedata.bidirectional(character)
    if direction in {"R", "AL"}:
        return "R"
    if direction in {"EN", "AN"}:
        return "N"
    return "L" if direction == "L" or not direction else "O"


def _by_font(stretch: str, weight: Weight) -> Iterator[tuple[str, str, str]]:
    """The stretch in one font if one has it all, else in the smallest parts that fonts have.

    A part is its font, its letters, and what U+FFFD stands for when it is one.
    """
    whole = font_for(stretch, weight)
    if whole is not None and not any(map(unseen, stretch)):
        yield whole, stretch, ""
        return
    parts = clusters(stretch)
    if parts == [stretch]:
        parts = list(stretch)
    if parts == [stretch]:
        yield font_for(_UNKNOWN, weight) or inter(weight), _UNKNOWN, stretch
        return
    for part in parts:
        yield from _by_font(part, weight)


# From words to lines


def _lines(words: Iterable[Word], room: float) -> Iterator[Line]:
    pieces: list[Piece] = []
    used = 0.0
    begun = False
    for word in (part for each in words for part in _fitting(each, room)):
        blank = word.blank.width if word.blank and pieces else 0.0
        if begun and (word.forced or (pieces and used + blank + word.width > room + 0.01)):
            yield Line(tuple(pieces), used, torn=word.blank is None and not word.forced)
            pieces, used, blank = [], 0.0, 0.0
        if word.blank and pieces:
            pieces.append(word.blank)
        pieces.extend(word.pieces)
        used += blank + word.width
        begun = True
    if begun:
        yield Line(tuple(pieces), used)


def _fitting(word: Word, room: float) -> Iterator[Word]:
    """The word, or its clusters as words of their own when no line can hold it."""
    if word.width <= room:
        yield word
        return
    first = True
    for piece in word.pieces:
        for cluster in clusters(piece.text):
            small = piece if len(piece.text) == len(cluster) else _part(piece, cluster)
            yield _word((small,), word.blank if first else None, forced=word.forced and first)
            first = False


def _part(piece: Piece, cluster: str) -> Piece:
    size = piece.width / max(_width(piece.drawn, piece.font, 1), 1e-9)
    return _piece(cluster, piece.font, size, piece.color, flow=piece.flow)


# From lines to the page


def _draw(canvas: Canvas, x: float, y: float, pieces: tuple[Piece, ...], size: float) -> None:
    if any(piece.lost for piece in pieces):
        tell_lost((piece.text, piece.lost) for piece in pieces)
    for literal, run in _spans(pieces):
        text = canvas.beginText(x, y)
        for piece in run:
            text.setFont(piece.font, size)
            text.setFillColor(_color(piece.color))
            text.textOut(piece.drawn)
            x += piece.width
        if literal:
            canvas.addLiteral(f"/Span <</ActualText <{_utf16(literal)}>>> BDC")
        canvas.drawText(text)
        if literal:
            canvas.addLiteral("EMC")


def _spans(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, list[Piece]]]:
    """Stretches to draw in order; a shaped or right-to-left one carries the letters it stands for."""
    start = 0
    while start < len(pieces):
        end = _end_of_reversed(pieces, start)
        if end > start:
            run = list(pieces[start:end])
            yield "".join(piece.text for piece in run), [_mirrored(piece) for piece in reversed(run)]
        else:
            end = next((i for i in range(start, len(pieces)) if pieces[i].flow == "R"), len(pieces))
            run = list(pieces[start:end])
            shaped = any(piece.shaped for piece in run)
            yield ("".join(piece.text for piece in run), run) if shaped else ("", _merged(run))
        start = end


def _end_of_reversed(pieces: tuple[Piece, ...], start: int) -> int:
    """Where a right-to-left run that begins here ends: at its last letter or number; `start` without one."""
    if pieces[start].flow != "R":
        return start
    end = start
    for place in range(start, len(pieces)):
        if pieces[place].flow == "L":
            break
        if pieces[place].flow in {"R", "N"}:
            end = place + 1
    return end


def _mirrored(piece: Piece) -> Piece:
    return replace(piece, drawn=piece.drawn.translate(_MIRRORED)) if piece.flow == "O" else piece


def _merged(pieces: list[Piece]) -> list[Piece]:
    """Neighbours of one font and colour as one."""
    return [_joined(list(alike)) for _, alike in groupby(pieces, key=attrgetter("font", "color"))]


def _joined(alike: list[Piece]) -> Piece:
    if len(alike) == 1:
        return alike[0]
    drawn = "".join(piece.drawn for piece in alike)
    return replace(alike[0], drawn=drawn, width=sum(piece.width for piece in alike))


@lru_cache(maxsize=64)
def _color(value: int) -> Color:
    return HexColor(value)


def _utf16(text: str) -> str:
    return "FEFF" + text.encode("utf-16-be").hex().upper()

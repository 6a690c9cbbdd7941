"""Letters that join, stack or run from right to left, as glyphs of one font."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import uharfbuzz
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

from mbb_desktop.documents.fonts import covered_by, font_file, loaded

_PRIVATE_USE = range(0xE000, 0xF900)


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs in the order they are drawn; `width` in thousandths of the type size."""

    glyphs: str
    width: float


def shape(text: str, font: str) -> Shaped:
    """One stretch of text of one direction in one font. `glyphs` are for this font only."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(_harfbuzz(font), buffer, {"kern": True, "liga": True})
    scale = _scale(font)
    codes: list[str] = []
    places: list[ShapeData] = []
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        code = _code_for(font, info.codepoint)
        advance, dx, dy = scale(at.x_advance), scale(at.x_offset), scale(at.y_offset)
        codes.append(chr(code))
        width = loaded(font).face.charWidths[code]
        places.append(ShapeData(info.cluster, advance, 0, dx, dy, width))
    glyphs = ShapedStr("".join(codes), places)  # type: ignore[arg-type] # one per glyph; the stub says one
    return Shaped(glyphs, sum(place.x_advance for place in places))


def _code_for(font: str, glyph: int) -> int:
    """A private code for a glyph: the same in every process, so that papers are the same bytes."""
    code = _free_codes(font)[glyph]
    face = loaded(font).face
    if code not in face.charToGlyph:
        face.charToGlyph[code] = glyph
        face.charWidths[code] = _scale(font)(_harfbuzz(font).get_glyph_h_advance(glyph))
    return code


@cache
def _free_codes(font: str) -> tuple[int, ...]:
    return tuple(code for code in _PRIVATE_USE if code not in covered_by(font))


@cache
def _harfbuzz(font: str) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(font_file(font).read_bytes())))


@cache
def _scale(font: str) -> Callable[[float], float]:
    """From the font's own units to thousandths of the type size."""
    per_em = float(_harfbuzz(font).face.upem)
    return lambda units: units * 1000 / per_em

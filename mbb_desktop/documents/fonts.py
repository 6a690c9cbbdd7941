"""The bundled fonts: which one prints which character, loaded only when a paper needs it."""

import unicodedata
from functools import cache
from pathlib import Path
from threading import Lock, RLock

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from mbb_desktop.documents.look import Weight
from mbb_desktop.paths import data_dir

_SCRIPTS = (
    "NotoSansHebrew-Regular",
    "NotoSansArabic-Regular",
    "NotoSansDevanagari-Regular",
    "NotoSansThai-Regular",
    "DroidSansFallback",
)
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = {"\u200c", "\u200d"}
_ONE_AT_A_TIME = Lock()
_HEAVY = {Weight.SEMIBOLD, Weight.BOLD}

SAVING = RLock()
"""Held while a paper is saved: a font is read at one shared place, two at once would mix their letters."""


@cache
def inter(weight: Weight) -> str:
    """The name of the main font in one weight, registered for use on a page."""
    return loaded(f"Inter-{weight.value}").fontName


def loaded(name: str) -> TTFont:
    """A bundled font, registered under its own name, once even when papers are made side by side."""
    with _ONE_AT_A_TIME:
        return _registered(name)


@cache
def _registered(name: str) -> TTFont:
    font = TTFont(name, str(font_file(name)))
    registerFont(font)
    return font


def font_file(name: str) -> Path:
    return data_dir("resources") / "fonts" / f"{name}.ttf"


@cache
def covered_by(name: str) -> frozenset[int]:
    """The code points a font has a glyph for, as its file says."""
    return frozenset(loaded(name).face.charToGlyph)


@cache
def simple_letters() -> frozenset[str]:
    """Characters that the main font prints one by one, from left to right, without shaping."""
    letters = (chr(code) for code in covered_by("Inter-Regular") if code <= 0xFFFF)
    return frozenset(letter for letter in letters if not needs_shaping(letter) and not unseen(letter))


def unseen(character: str) -> bool:
    """Control characters, half surrogate pairs and private codes have no shape, whatever a font says.

    Nor have the signs that turn the writing direction of what follows: a page does not follow them.
    """
    return unicodedata.category(character) in {"Cc", "Cs", "Co"} or character in _TURNING


def font_for(cluster: str, weight: Weight) -> str | None:
    """The first font that has every character of a cluster; None when no bundled font has."""
    return next((name for name in _chain(weight) if covered_by(name).issuperset(map(ord, cluster))), None)


def _chain(weight: Weight) -> tuple[str, ...]:
    return (f"Inter-{weight.value}", "DejaVuSans-Bold" if weight in _HEAVY else "DejaVuSans", *_SCRIPTS)


def clusters(text: str) -> list[str]:
    """Each base character with the marks, joiners and variation selectors that belong to it."""
    found: list[str] = []
    for character in text:
        if found and (joins_previous(character) or found[-1][-1] == "\u200d"):
            found[-1] += character
        else:
            found.append(character)
    return found


def joins_previous(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character).startswith("M")


def needs_shaping(character: str) -> bool:
    """Whether a character changes with its neighbours or runs from right to left."""
    return (
        ord(character) > 0xFFFF
        or joins_previous(character)
        or unicodedata.bidirectional(character) in {"R", "AL", "AN"}
        or 0x0900 <= ord(character) <= 0x109F
        or 0x1780 <= ord(character) <= 0x17FF
    )

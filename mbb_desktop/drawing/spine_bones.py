"""The bones of a sheet as shapes: bodies and ribs behind, then each vertebra over the one below it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from mbb_desktop.drawing.bones import Look, Part, Vertebra
from mbb_desktop.drawing.outline import both_halves, mirrored, smooth
from mbb_desktop.drawing.shapes import Ink, Path, Shape
from mbb_desktop.drawing.spine_sheet import Sheet

_LINE = 0.09  # of the type size
_BEHIND: tuple[Look, ...] = ("body", "rib")


@lru_cache(maxsize=8)
def bone_shapes(sheet: Sheet, faded: Vertebra | None = None) -> tuple[Shape, ...]:
    """All bones, lowest layer first; `faded` is a vertebra shown only to tell that the spine goes on.

    Kept between calls: the bones stay while the pointer moves over them.
    """
    return tuple(_layers(sheet, faded))


def _layers(sheet: Sheet, faded: Vertebra | None) -> Iterator[Shape]:
    for behind in (True, False):
        for vertebra in reversed(sheet.vertebrae):
            for part in vertebra.parts:
                if (part.look in _BEHIND) == behind:
                    yield from _part(sheet, vertebra, part, pale=vertebra == faded)


def _part(sheet: Sheet, vertebra: Vertebra, part: Part, *, pale: bool) -> Iterator[Shape]:
    ink = _ink(part.look, _LINE * sheet.text)
    place = sheet.place(vertebra)
    outlines = [both_halves(part.points)] if part.midline else [mirrored(part.points), part.points]
    for points in outlines:
        path = smooth(points, place, ink)
        if pale:
            yield from _pale(path)
        else:
            yield path


def _pale(path: Path) -> Iterator[Path]:
    """Half as strong without showing what lies below."""
    yield replace(path, ink=replace(path.ink, fill="surface", shade=None, stroke="surface", opacity=1.0))
    yield replace(path, ink=replace(path.ink, opacity=path.ink.opacity * 0.5))


def _ink(look: Look, line: float) -> Ink:
    match look:
        case "body":
            return Ink(fill="boneLo", stroke="boneLine", width=line * 0.7, opacity=0.4)
        case "rib":
            return Ink(fill="boneLo", stroke="boneLine", width=line * 0.8, opacity=0.7)
        case "bone":
            return Ink(fill="boneHi", shade="boneLo", stroke="boneLine", width=line)
        case "crest":
            return Ink(fill="boneHi", stroke="boneLine", width=line)
        case "hole":
            return Ink(fill="boneLine", opacity=0.35)

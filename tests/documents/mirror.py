"""The same facts with left and right exchanged, and the same words."""

import re
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.block import PatientAnswer
from mbb_desktop.clinical.response import Series

T = TypeVar("T")

_ENUMS: dict[Enum, Enum] = {
    Side.LEFT: Side.RIGHT,
    Series.LEFT: Series.RIGHT,
    PatientAnswer.LEFT: PatientAnswer.RIGHT,
}
_ENUMS |= {right: left for left, right in _ENUMS.items()}
_WORDS = {"left": "right", "Left": "Right", "LEFT": "RIGHT", "L": "R"}
_WORDS |= {right: left for left, right in _WORDS.items()}
_TYPED = re.compile(r"\b(left|right)\b")
_SIDED = re.compile(r"((?:left|right) and )?\b(left|right|Left|Right) (\S*\d\S*)")
_TOKEN = re.compile(r"[\w%/.:-]*[\w%]")


def mirrored(value: T) -> T:
    """Records, tuples and words with the sides exchanged; everything else as it is."""
    return _mirrored(value)  # type: ignore[return-value] # each branch keeps the type


def _mirrored(value: object) -> object:
    if isinstance(value, Enum):
        return _ENUMS.get(value, value)
    if isinstance(value, str):
        return _TYPED.sub(lambda found: _WORDS[found[0]], value)
    if isinstance(value, tuple):
        return tuple(_mirrored(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        own = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
        changed = {name: new for name, old in own.items() if (new := _mirrored(old)) != old}
        return replace(value, **changed) if changed else value
    return value


def words_of(text: str) -> Counter[str]:
    """How often each word stands in a text."""
    return Counter(_words(text))


def words_mirrored(text: str) -> Counter[str]:
    """The same with the sides exchanged."""
    return Counter(_WORDS.get(word, word) for word in _words(text))


def _words(text: str) -> list[str]:
    """The words in their order; leaving the room and a radiographer's letters are no sides."""
    return _TOKEN.findall(text.replace("Left room", "left-the-room").replace("RT(R)", "RT-R"))


def sided(text: str, *, exchanged: bool) -> Counter[tuple[str, str]]:
    """Each side with the level, score or volume that stands right behind it."""
    found = [
        (side.lower(), fact.rstrip(".,;"))
        for last_of_list, side, fact in _SIDED.findall(text)
        if not (last_of_list and fact[0].isalpha())  # the next cell or sentence begins there
    ]
    return Counter((_WORDS[side] if exchanged else side, fact) for side, fact in found)

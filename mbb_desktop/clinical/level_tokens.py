"""One word of a level entry, such as `L45`, `4s1`, `L3mb` or `b`, read by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from mbb_desktop.clinical.anatomy import (
    JOINTS,
    SIX_LUMBAR_JOINTS,
    Region,
    Side,
    joints_of_spine,
    nerves_of_spine,
)

SIDE_WORDS = {
    **dict.fromkeys(("l", "left", "lt"), (Side.LEFT,)),
    **dict.fromkeys(("r", "right", "rt"), (Side.RIGHT,)),
    **dict.fromkeys(("b", "bi", "bil", "bilat", "bilateral", "both"), (Side.LEFT, Side.RIGHT)),
}
UNITS = ("mb", "dr")


@dataclass(frozen=True, slots=True)
class SideWord:
    """`l`, `right`, `bil` and the like."""

    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class SomeJoints:
    """One joint, or every joint of a range, cranial to caudal."""

    names: tuple[str, ...]

    @property
    def spelling(self) -> str:
        """How to type the same again."""
        return " ".join(self.names)


@dataclass(frozen=True, slots=True)
class OneNerve:
    """A nerve typed with its kind, so that it cannot be a vertebra or a joint."""

    name: str

    @property
    def spelling(self) -> str:
        """How to type the same again."""
        short, *kind = self.name.split()
        return short + "".join(kind).lower()


@dataclass(frozen=True, slots=True)
class Vertebra:
    """A letter and a number alone: a nerve, a vertebra or part of a joint. T12 also spells the joint T1-2."""

    name: str
    joint: str | None = None

    @property
    def spelling(self) -> str:
        """How to type the same again."""
        return self.name


@dataclass(frozen=True, slots=True)
class OpenRange:
    """`L3-5`: joints between vertebrae, or nerves."""

    first: str
    last: str

    @property
    def spelling(self) -> str:
        """How to type the same again."""
        return f"{self.first}-{self.last[1:]}"


@dataclass(frozen=True, slots=True)
class NoRegion:
    """Digits that are a level of the spine in some region, which was not given."""

    spelling: str


Level = SomeJoints | OneNerve | Vertebra | OpenRange | NoRegion

_SHAPE = re.compile(
    r"(?P<letter>[ctls]?)(?P<number>[0-9]{1,9})"
    r"(?:(?P<mark>[-/]?)(?P<letter2>[ctls]?)(?P<number2>[0-9]{1,9}))?(?P<unit>mb|dr)?"
)
_REGION_LETTER = {Region.CERVICAL: "C", Region.THORACIC: "T", Region.LUMBAR: "L"}
_BELOW = {"C": "T", "T": "L", "L": "S"}
_ABOVE = {below: letter for letter, below in _BELOW.items()}


@cache
def vertebrae(*, six_lumbar: bool = False) -> tuple[str, ...]:
    """C1 to S1, cranial to caudal."""
    counts = {"C": 7, "T": 12, "L": 6 if six_lumbar else 5, "S": 1}
    return tuple(f"{letter}{number}" for letter, count in counts.items() for number in range(1, count + 1))


@lru_cache(maxsize=1024)  # asked again for each ending that a typed word may get
def joints_between(first: str, last: str, *, six_lumbar: bool) -> tuple[str, ...]:
    """The joints from one vertebra down to another; empty when one of them is no joint for a block."""
    spine, joints = vertebrae(six_lumbar=six_lumbar), joints_of_spine(six_lumbar=six_lumbar)
    if first not in spine or last not in spine:
        return ()
    uppers = spine[spine.index(first) : spine.index(last)]
    found = tuple(name for name in joints if name.split("-")[0] in uppers)
    return found if len(found) == len(uppers) else ()


def nerve_called(short: str, *, six_lumbar: bool) -> str | None:
    """The target nerve of this number: "L5 DR" for "L5"; None for "C2" or "S1"."""
    table = nerves_of_spine(six_lumbar=six_lumbar)
    return next((name for name, nerve in table.items() if nerve.short == short), None)


def read_token(word: str, region: Region | None, *, six_lumbar: bool) -> SideWord | Level | None:
    """Read one word in small letters; None for no level. Digits without a letter belong to `region`."""
    sides = SIDE_WORDS.get(word)
    return SideWord(sides) if sides else read_level(word, region, six_lumbar=six_lumbar)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the right shape, in capitals, taken apart; `letter` may be implied by the rest."""

    letter: str
    is_bare: bool
    number: str
    mark: str
    letter2: str
    number2: str
    unit: str
    six_lumbar: bool

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Upper and lower vertebra, in each way in which the digits can be cut in two."""
        if self.number2:
            yield self._pair(self.number, self.number2)
            return
        for cut in range(1, len(self.number)):
            yield self._pair(self.number[:cut], self.number[cut:])

    def _pair(self, number: str, number2: str) -> tuple[str, str]:
        upper = f"{self.letter}{int(number)}"
        spine = vertebrae(six_lumbar=self.six_lumbar)
        is_last = upper in spine[:-1] and spine[spine.index(upper) + 1][0] != self.letter
        crossing = _BELOW[self.letter] if is_last and int(number2) == 1 else self.letter
        return upper, f"{self.letter2 or crossing}{int(number2)}"

    @property
    def vertebra(self) -> str:
        """The vertebra, or the nerve's number, that the first number names."""
        return f"{self.letter}{int(self.number)}"


def take_apart(word: str, region: Region | None, six_lumbar: bool) -> Word | None:
    """Letters and numbers of a word; None for another shape, or when nothing tells the region."""
    shape = _SHAPE.fullmatch(word)
    if shape is None:
        return None
    letter, number, mark, letter2, number2, unit = ((part or "").upper() for part in shape.groups())
    implied = _ABOVE.get(letter2, letter2) if letter2 and int(number2) == 1 else letter2
    known = letter or implied or (_REGION_LETTER[region] if region else "")
    if not known:
        return None
    return Word(known, not (letter or implied), number, mark, letter2, number2, unit, six_lumbar)


def read_level(word: str, region: Region | None, *, six_lumbar: bool) -> Level | None:
    """Read one word that is not a side."""
    if word == "ton":
        return OneNerve("TON")
    parts = take_apart(word, region, six_lumbar)
    if parts is None:
        return NoRegion(word) if region is None and _fits_a_region(word, six_lumbar) else None
    if parts.unit:
        return _read_nerve(parts)
    return _read_pair(parts) if parts.number2 else _read_run(parts)


def _fits_a_region(word: str, six_lumbar: bool) -> bool:
    return any(read_level(word, region, six_lumbar=six_lumbar) for region in Region)


def _read_nerve(parts: Word) -> OneNerve | None:
    name = f"{parts.vertebra} {parts.unit}"
    known = not parts.number2 and not parts.is_bare and name in nerves_of_spine(six_lumbar=parts.six_lumbar)
    return OneNerve(name) if known else None


def _read_run(parts: Word) -> SomeJoints | Vertebra | None:
    """`L45`, `45`, `T1011`, or a vertebra such as `L4`; `T12` is both."""
    joint = next((name for pair in parts.pairs() if (name := joint_of(pair, parts.six_lumbar))), None)
    if not parts.is_bare and _may_stand_alone(parts):
        return Vertebra(parts.vertebra, joint)
    return SomeJoints((joint,)) if joint else None


def _may_stand_alone(parts: Word) -> bool:
    below_atlas = vertebrae(six_lumbar=parts.six_lumbar)[1:]
    return (
        parts.vertebra in below_atlas or nerve_called(parts.vertebra, six_lumbar=parts.six_lumbar) is not None
    )


def joint_of(pair: tuple[str, str], six_lumbar: bool) -> str | None:
    """The joint between two neighbouring vertebrae."""
    names = joints_between(*pair, six_lumbar=six_lumbar)
    return names[0] if len(names) == 1 else None


def _read_pair(parts: Word) -> SomeJoints | OpenRange | None:
    """`L4-5`, `L4/5`, `L4L5`, and with a second letter or a dash a range."""
    upper, lower = next(parts.pairs())
    names = joints_between(upper, lower, six_lumbar=parts.six_lumbar)
    if not names or (len(names) > 1 and _is_no_range(parts, upper, lower, names)):
        return None
    return SomeJoints(names) if len(names) == 1 or parts.letter2 else OpenRange(upper, lower)


def _is_no_range(parts: Word, upper: str, lower: str, names: tuple[str, ...]) -> bool:
    """L5-S1 is no range in a spine with L6: whoever writes it means one joint."""
    return parts.mark == "/" or f"{upper}-{lower}" in JOINTS or crosses_regions(names)


def crosses_regions(names: tuple[str, ...]) -> bool:
    """Whether the joints are shown in more than one region."""
    return len({(JOINTS.get(name) or SIX_LUMBAR_JOINTS[name]).region for name in names}) > 1

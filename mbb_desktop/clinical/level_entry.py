"""A whole level entry, such as `L45 l, L5S1 r`: its words as levels grouped by side."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, product

from mbb_desktop.clinical.anatomy import Region, Side
from mbb_desktop.clinical.level_refusals import Unreadable, explain
from mbb_desktop.clinical.level_tokens import SIDE_WORDS, UNITS, Level, SideWord, read_token

_Words = list[list[str]]
_Token = SideWord | Level | None
_Tokens = list[list[_Token]]

_SIDE_LETTER = {(Side.LEFT,): "l", (Side.RIGHT,): "r", (Side.LEFT, Side.RIGHT): "b", (): ""}


@dataclass(frozen=True, slots=True)
class Group:
    """Levels on the same side; `sides` is empty while the side is not known."""

    levels: tuple[Level, ...]
    sides: tuple[Side, ...]

    @property
    def spelling(self) -> str:
        """How to type the same again."""
        return " ".join([each.spelling for each in self.levels] + [_SIDE_LETTER[self.sides]]).rstrip()


@dataclass(frozen=True, slots=True)
class Entry:
    """Groups with different sides; the one without a side is the last."""

    groups: tuple[Group, ...]

    @property
    def spelling(self) -> str:
        """How to type the same again."""
        return ", ".join(group.spelling for group in self.groups)

    def with_levels(self, levels_of: Callable[[Group], Iterable[Level]]) -> "Entry":
        """The entry with other levels in each group."""
        return Entry(tuple(Group(tuple(levels_of(group)), group.sides) for group in self.groups))

    def with_side(self, sides: tuple[Side, ...]) -> "Entry":
        """The entry with this side for the group that has none."""
        return Entry(tuple(Group(group.levels, group.sides or sides) for group in self.groups))


def read_entry(text: str, region: Region | None, *, six_lumbar: bool) -> Entry | Unreadable | None:
    """Read the words and sides; None for nothing or for the beginning of something valid."""
    read = partial(read_token, region=region, six_lumbar=six_lumbar)
    words = _split(text)
    tokens: _Tokens = [[read(word) for word in group] for group in words]
    if not words or _is_begun(words, tokens, text.rstrip()[-1] in ",;", read):
        return None
    explain_word = partial(explain, region=region, six_lumbar=six_lumbar)
    return _refuse_word(words, tokens, explain_word) or _refuse_sides(tokens) or _merge(tokens)


def sides_named(text: str) -> frozenset[tuple[Side, ...]]:
    """The sides that stand in an entry, whatever else it says."""
    return frozenset(SIDE_WORDS[word] for group in _split(text) for word in group if word in SIDE_WORDS)


_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_AROUND_MARK = re.compile(r"\s*([-/])\s*")


def _split(text: str) -> _Words:
    """Groups of words in small letters, with each unit joined to its nerve; empty groups are left out."""
    plain = _AROUND_MARK.sub(r"\1", _DASHES.sub("-", text.lower()))
    groups = [_join_units(group.split()) for group in plain.replace(";", ",").split(",")]
    return [group for group in groups if group]


def _join_units(words: list[str]) -> list[str]:
    joined: list[str] = []
    for word in words:
        if joined and word in UNITS:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _join(words: Iterable[Sequence[str]]) -> str:
    return ", ".join(" ".join(group) for group in words)


# Whatever can be completed is completed by one of these.
_ENDINGS = (
    *sorted({word[cut:] for word in ("ton", *UNITS, *SIDE_WORDS) for cut in range(1, len(word))}),
    *("".join(parts) for parts in product(("", "-"), ("", *"ctls"), map(str, range(13)))),
)


def _is_begun(words: _Words, tokens: _Tokens, ended: bool, read: Callable[[str], _Token]) -> bool:
    """Whether only the last word cannot be read yet and some ending makes it right."""
    *earlier, last = chain.from_iterable(tokens)
    if None in earlier or ended:
        return False
    if last is None:
        *before, begun = words[-1][-2:]  # an `m` needs the word before it to become L4mb
        return any(read(_join_units([*before, begun + ending])[-1]) for ending in _ENDINGS)
    return words[-1] == ["l"] and all(
        _side_of(group) for group in tokens
    )  # of l45: no group waits for a side


def _side_of(group: Iterable[_Token]) -> tuple[Side, ...]:
    return next((token.sides for token in group if isinstance(token, SideWord)), ())


def _refuse_word(words: _Words, tokens: _Tokens, why: Callable[[str], Unreadable]) -> Unreadable | None:
    for index, group in enumerate(tokens):
        if None in group:
            at = group.index(None)
            problem = why(words[index][at])
            suggestions = [_with_word(words, index, at, word) for word in problem.suggestions]
            return Unreadable(problem.sentence, tuple(suggestions))
    return None


def _with_word(words: _Words, index: int, at: int, word: str) -> str:
    changed = [*words[index][:at], word, *words[index][at + 1 :]]
    return _join([*words[:index], changed, *words[index + 1 :]])


def _refuse_sides(tokens: _Tokens) -> Unreadable | None:
    waiting = any(not _side_of(group) for group in tokens)
    for group in tokens:
        if problem := _misplaced_side(group, may_be_alone=waiting and group is tokens[-1]):
            return Unreadable(problem)
    return None


def _misplaced_side(group: Sequence[_Token], *, may_be_alone: bool) -> str | None:
    if len({token.sides for token in group if isinstance(token, SideWord)}) > 1:
        return "Two sides. Use b, or a comma between groups."
    is_side = [isinstance(token, SideWord) for token in group]
    if is_side[0] and not (all(is_side) and may_be_alone):
        return "Write the levels before the side, for example L4-5 l."
    if is_side != sorted(is_side):
        return "Put a comma after each side, for example L4-5 l, L5-S1 l."
    return None


def _merge(tokens: _Tokens) -> Entry:
    """One group for each side; groups without a side take the one at the very end."""
    final = _side_of(tokens[-1])
    levels: dict[tuple[Side, ...], list[Level]] = {}
    for group in tokens:
        found = levels.setdefault(_side_of(group) or final, [])
        found += [token for token in group if token is not None and not isinstance(token, SideWord)]
    groups = [Group(tuple(dict.fromkeys(found)), sides) for sides, found in levels.items()]
    return Entry(tuple(sorted(groups, key=lambda group: not group.sides)))

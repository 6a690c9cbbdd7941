"""What a paper could not print: collected while it is drawn, named with the field that holds it."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace

_AROUND = 24  # characters of context on either side
_MOST_NAMED = 6
_FIELDS = {
    "family": "family name",
    "given": "given name",
    "identifiers": "numbers",
    "limits": "limits in daily life",
    "provoked_by": "what provokes the pain",
    "cc": "copies to",
    "to_number": "number",
}


@dataclass(frozen=True, slots=True)
class Lost:
    """Characters that no bundled font has; on paper U+FFFD stands for each. `words` are those around them.

    `field` is where they were typed (`clinic, address`), empty when that is not known.
    """

    characters: str
    words: str
    field: str = ""


_collected: ContextVar[dict[Lost, None] | None] = ContextVar("lost", default=None)


@contextmanager
def collecting() -> Iterator[dict[Lost, None]]:
    """Everything that cannot be printed while papers are drawn inside, each once."""
    found: dict[Lost, None] = {}
    token = _collected.set(found)
    try:
        yield found
    finally:
        _collected.reset(token)


def tell_lost(pieces: Iterable[tuple[str, str]]) -> None:
    """Say of one drawn line what was lost: its pieces as printed, and what U+FFFD stands for."""
    found = _collected.get()
    if found is None:
        return
    line = list(pieces)
    lost = "".join(dict.fromkeys("".join(lost for _, lost in line)))
    words = "".join(printed for printed, _ in line)
    at = words.index("\ufffd")
    found[Lost(lost, words[max(0, at - _AROUND) : at + _AROUND].strip())] = None


def located(found: Iterable[Lost], facts: object, signature: object = None) -> tuple[Lost, ...]:
    """The same with the fields of facts and signature that hold the characters; one for each field."""
    if not (found := tuple(found)):
        return ()  # as nearly always: to walk through every field takes as long as half a page
    signs = {sign for each in found for sign in each.characters}
    texts = [*_holding(facts, signs, ()), *_holding(signature, signs, ("signature",))]
    placed: dict[Lost, None] = {}
    for each in found:
        holding = [
            replace(each, characters=here, field=field_name(path))
            for path, text in texts
            if (here := "".join(sign for sign in each.characters if sign in text))
        ]
        for one in holding or [each]:
            known = next((p for p in placed if p.field == one.field and p.field), None)
            if known is None:
                placed[one] = None
            elif set(one.characters) - set(known.characters):
                del placed[known]
                placed[replace(known, characters=_both(known.characters, one.characters))] = None
    return tuple(placed)


def _both(some: str, more: str) -> str:
    return "".join(dict.fromkeys(some + more))


def _holding(value: object, signs: set[str], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text of a record that holds one of the signs, with the way to its field."""
    if isinstance(value, str):
        text = unicodedata.normalize("NFC", value)
        if not signs.isdisjoint(text):
            yield path, text
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _holding(one, signs, path)
    else:
        for name in getattr(value, "__dataclass_fields__", ()):
            yield from _holding(getattr(value, name), signs, (*path, name))


def field_name(path: Sequence[str]) -> str:
    """What a field is called in a sentence: `patient, given name`."""
    known = [name for name in path if name not in {"assessed", "value"}]
    return ", ".join(_FIELDS.get(name, name.replace("_", " ")) for name in known)


def lost_sentence(lost: Lost) -> str:
    """`The field “clinic, address” holds a character that cannot be printed: U+13000 (...).`"""
    where = f"The field “{lost.field}”" if lost.field else f"“{lost.words}”"
    what = "a character" if len(lost.characters) == 1 else "characters"
    named = [_sign(sign) for sign in lost.characters[:_MOST_NAMED]]
    more = f" and {len(lost.characters) - _MOST_NAMED} more" if len(lost.characters) > _MOST_NAMED else ""
    return f"{where} holds {what} that cannot be printed: {', '.join(named)}{more}."


def _sign(character: str) -> str:
    """`𓀀 (U+13000)`; the code alone for what has no shape on a screen either."""
    code = f"U+{ord(character):04X}"
    shown = unicodedata.category(character)[0] in "LMNPS"
    return f"{character} ({code})" if shown else code


def gap_words(found: Sequence[Lost]) -> str:
    """What will stand on the paper, and what to do."""
    if not found:
        return ""
    said = " ".join(lost_sentence(each) for each in found)
    return f"{said} On paper \ufffd stands in its place. Type it in another way."

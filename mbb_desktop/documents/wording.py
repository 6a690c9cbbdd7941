"""Words with emphasis: what a sentence says, before anybody lays it out. No markup, so nothing to escape."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from mbb_desktop.clinical.anatomy import Side


class Mark(Enum):
    """How a run of words stands out."""

    PLAIN = "plain"
    BOLD = "bold"
    LEFT = "left"
    RIGHT = "right"
    GOOD = "good"
    MISSING = "missing"
    QUIET = "quiet"
    FIRST = "first block"
    SECOND = "second block"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words with one emphasis."""

    text: str
    mark: Mark = Mark.PLAIN


Words = tuple[Run, ...]

_SIDE_MARK = {Side.LEFT: Mark.LEFT, Side.RIGHT: Mark.RIGHT}


def bold(text: str) -> Run:
    return Run(text, Mark.BOLD)


def side_run(side: Side, text: str = "") -> Run:
    """`left` or `right` in the side's own colour, or other words about that side."""
    return Run(text or side.value, _SIDE_MARK[side])


def words(*parts: str | Run | Words) -> Words:
    """Parts one after the other; empty ones vanish and neighbours with the same emphasis become one."""
    runs: list[Run] = []
    for run in _flat(parts):
        if runs and runs[-1].mark is run.mark:
            runs[-1] = Run(runs[-1].text + run.text, run.mark)
        elif run.text:
            runs.append(run)
    return tuple(runs)


def _flat(parts: Iterable[str | Run | Words]) -> Iterable[Run]:
    for part in parts:
        if isinstance(part, str):
            yield Run(part)
        elif isinstance(part, Run):
            yield part
        else:
            yield from part


def listed(items: Sequence[str | Run | Words], last: str = " and ", between: str = ", ") -> Words:
    """`a`, `a and b`, `a, b and c`."""
    parts: list[str | Run | Words] = []
    for place, item in enumerate(items):
        if place:
            parts.append(last if place == len(items) - 1 else between)
        parts.append(item)
    return words(*parts)


def spaced(sentences: Iterable[Words]) -> Words:
    """Sentences one after the other with a space between."""
    parts: list[str | Run | Words] = []
    for sentence in sentences:
        if parts and sentence:
            parts.append(" ")
        parts.append(sentence)
    return words(*parts)


def plain_text(said: Words) -> str:
    return "".join(run.text for run in said)


def capitalized(said: Words) -> Words:
    """The same words with a capital letter first."""
    if not said:
        return said
    first = said[0]
    return (Run(first.text[:1].upper() + first.text[1:], first.mark), *said[1:])


def sentence(*parts: str | Run | Words) -> Words:
    """Words with a capital first and one full stop at the end; nothing at all stays nothing."""
    said = capitalized(words(*parts))
    if not said or plain_text(said).rstrip()[-1:] in {".", "?", "!", ""}:
        return said
    return words(*said, ".")

"""Sentences that know which fact they state: a sentence exists only because somebody asserted its fact."""

from collections.abc import Iterable
from dataclasses import dataclass

from mbb_desktop.clinical.block import Item
from mbb_desktop.documents.wording import Run, Words, plain_text, sentence, spaced


@dataclass(frozen=True, slots=True)
class Sentence:
    """One statement. `source` is the field it came from, such as `block.consent`; a click leads there."""

    said: Words
    source: str
    item: Item | None = None

    @property
    def text(self) -> str:
        return plain_text(self.said)


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under one label."""

    title: str
    sentences: tuple[Sentence, ...]

    @property
    def said(self) -> Words:
        return spaced(each.said for each in self.sentences)

    @property
    def text(self) -> str:
        return plain_text(self.said)


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that nobody recorded, in the words of the list of what is not recorded."""

    label: str
    source: str
    item: Item | None = None


def told(source: str, *parts: str | Run | Words, item: Item | None = None) -> Sentence:
    """A sentence with a capital first and a full stop, from a field."""
    return Sentence(sentence(*parts), source, item)


def section(title: str, sentences: Iterable[Sentence]) -> Section:
    return Section(title, tuple(each for each in sentences if each.said))


def stated(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections that say something."""
    return tuple(each for each in sections if each.sentences)

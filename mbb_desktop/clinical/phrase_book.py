"""Short codes such as `.lbp` for text that somebody types often; a phrase never holds a fact of a block."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mbb_desktop.clinical.template_words import refused_in
from mbb_desktop.clinical.text import clean_text

LONGEST = 1_200  # characters of a phrase
MOST = 300  # phrases in one book
_CODE = re.compile(r"\.[a-z0-9]{2,16}")
_TYPED = re.compile(r"(?:^|(?<=[\s(]))\.[a-z0-9]{2,16}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A code with its dot, in small letters, and the text that it stands for."""

    code: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A code that was typed: where it begins and what it stands for."""

    start: int
    text: str


def phrase_problem(phrase: Phrase) -> str:
    """Why a phrase cannot be kept, as a sentence; empty when it can."""
    return next(_problems(phrase), "")


def _problems(phrase: Phrase) -> Iterator[str]:
    if not _CODE.fullmatch(phrase.code):
        yield "A code is a dot and 2 to 16 small letters or digits, for example .lbp."
    if not phrase.text.strip():
        yield f"{phrase.code}: the text is missing."
    if len(phrase.text) > LONGEST:
        yield f"{phrase.code}: the text is longer than {LONGEST:,} characters."
    if "{" in phrase.text or "}" in phrase.text:
        yield f"{phrase.code}: fields in braces belong to templates. Write plain text."
    try:
        clean_text(phrase.text)
    except ValueError as odd:
        yield f"{phrase.code}: {odd}"
    for each in refused_in(phrase.text, None):
        yield f"{phrase.code}: “{each.words}” is {each.what}. A phrase holds no fact; enter it in the record."


def book_problem(phrases: Sequence[Phrase]) -> str:
    """Why a book cannot be kept, as a sentence; empty when it can."""
    if len(phrases) > MOST:
        return f"A book holds at most {MOST} phrases."
    for phrase in phrases:
        if problem := phrase_problem(phrase):
            return problem
    codes = [phrase.code for phrase in phrases]
    twice = next((code for code in codes if codes.count(code) > 1), "")
    return f"{twice} stands for two texts. Give one of them another code." if twice else ""


def as_book(*books: Iterable[Phrase]) -> Mapping[str, str]:
    """The texts by their codes; a later book comes before an earlier one."""
    return {phrase.code: phrase.text for book in books for phrase in book}


def code_before(text: str, book: Mapping[str, str]) -> Found | None:
    """The phrase whose code, as a word of its own, ends the text; None for any other word."""
    typed = _TYPED.search(text)
    known = book.get(typed[0].lower()) if typed else None
    return Found(typed.start(), known) if typed and known is not None else None

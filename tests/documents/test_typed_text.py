"""Every text of the collection, in the fields of every paper: read back the same, or told of."""

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from mbb_desktop.documents.lost import field_name
from mbb_desktop.documents.make import Made
from mbb_desktop.documents.text import uncovered
from tests.documents.typed import FIELDS, NOT_ON_THIS_PAPER, UNSIGNED, paper
from tests.documents.words_read import normal, words_read

IN_CAPITALS = "patient.family"
"""The identity on top of every page (`MARSH, Eleanor`): letters become capitals, nothing else changes."""

NOTHING: Mapping[str, str] = {}
BESIDE_A_DIARY = "handout"
"""Its table stays on one page."""
SECOND_PAGE = "diary"
"""Printed alone it is the second page of a handout."""


@pytest.fixture(scope="module")
def strings(corpus: Path) -> list[str]:
    folder = corpus / "files" / "strings"
    found: list[str] = json.loads((folder / "blns_third.json").read_text("utf-8"))
    with (folder / "names_international.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found += [row["full_name"], row["given"], row["family"]]
    return list(dict.fromkeys(found))


def silent_differences(name: str, texts: Sequence[tuple[str, str]]) -> list[str]:
    """Where a paper says something else than was typed, although nobody is told; pairs of field and text.

    Texts of one field stand in it one after the other.
    """
    return list(differences(name, printed(name, texts), texts))


def printed(name: str, texts: Sequence[tuple[str, str]], more: Mapping[str, str] = NOTHING) -> Made:
    """The paper with each text between marks that say which one it is."""
    typed: dict[str, list[str]] = {}
    for at, (path, text) in enumerate(texts):
        typed.setdefault(path, []).append(f"{mark_of(at)} {text} {mark_of(at)}")
    return paper(name, {path: " ".join(parts) for path, parts in typed.items()} | dict(more))


def mark_of(at: int) -> str:
    return f"Qz{at:03}q"


def differences(name: str, made: Made, texts: Sequence[tuple[str, str]]) -> Iterator[str]:
    read = words_read(made.pdf)
    for at, (path, text) in enumerate(texts):
        found = re.findall(rf"(?i){mark_of(at)} ?(.*?) ?{mark_of(at)}", read)
        wanted = {as_printed(text)} | ({as_printed(text.upper())} if path.endswith(IN_CAPITALS) else set())
        if not found or not wanted.issuperset(found):
            yield f"{path}: {text!a} became {found!a}"
        told = "\ufffd" in read if name in UNSIGNED else is_told(made, path, text)
        if uncovered(text) and not told:
            yield f"{path}: nobody is told of {uncovered(text)!a}"


def as_printed(text: str) -> str:
    """The text after normalisation, with the replacement for what no font has (and is told of)."""
    gone = uncovered(normal(text))
    return normal("".join("\ufffd" if sign in gone else sign for sign in normal(text)))


def is_told(made: Made, path: str, text: str) -> bool:
    wanted = field_name([part for part in path.split(".") if not part.isdigit()])
    known = [lost for lost in made.lost if lost.field == wanted]
    return uncovered(text) <= set("".join(lost.characters for lost in known))


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_of_the_list_is_printed_or_said_not_to_be(name: str) -> None:
    fields = FIELDS[name]
    read = words_read(paper(name, {path: f"Qz{at:03}q" for at, path in enumerate(fields)}).pdf).lower()
    assert [path for at, path in enumerate(fields) if f"qz{at:03}q" not in read] == []
    assert not set(fields) & set(NOT_ON_THIS_PAPER)


@pytest.mark.parametrize("name", [name for name in FIELDS if name != SECOND_PAGE])
def test_every_text_is_printed_as_typed_or_somebody_is_told(name: str, strings: list[str]) -> None:
    """Each text once on each paper, in one field after the other; several short ones share a field."""
    filled = list(packed(strings, 40 if name == BESIDE_A_DIARY else 70))
    fields = FIELDS[name]
    found: list[str] = []
    for start in range(0, len(filled), len(fields)):
        several = zip(fields, filled[start : start + len(fields)], strict=False)
        found += silent_differences(name, [(path, text) for path, texts in several for text in texts])
    assert found == []


def packed(strings: Sequence[str], room: int) -> Iterator[list[str]]:
    """What goes into one field together, `room` letters: the identity on top has to leave room for a page."""
    texts: list[str] = []
    for text in strings:
        if texts and sum(map(len, [*texts, text])) > room:
            yield texts
            texts = []
        texts.append(text)
    yield texts


def test_most_of_the_collection_is_printed_by_the_bundled_fonts(strings: list[str]) -> None:
    assert sum(not uncovered(text) for text in strings) >= 0.98 * len(strings)

"""A real note of the corpus as its facts, and the search for each of them in a printed note."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from tests.real_notes.printed import PrintedNote, has


@dataclass(frozen=True, slots=True)
class RealFact:
    """One fact of a note: what stood there, on which side, and whether a record needs it."""

    words: tuple[str, ...]
    unit: str
    side: str
    core: bool


@dataclass(frozen=True, slots=True)
class RealNote:
    """The facts of one note by their names."""

    facts: Mapping[str, RealFact]

    def __getitem__(self, name: str) -> str:
        """What stood there: `22`, `prone`, several with commas between them."""
        return ", ".join(self.facts[name].words)

    def each(self, name: str) -> tuple[str, ...]:
        """The parts of a fact that is a list."""
        return self.facts[name].words

    def amount(self, name: str) -> str:
        """A number with its unit, as a note prints it: `22 G`, `0.5 %`."""
        return f"{self[name]} {self.facts[name].unit}"


def real_note(corpus: Path, name: str) -> RealNote:
    """Read a note of the corpus; the test is skipped when it is not there."""
    path = corpus / "notes" / f"{name}.yaml"
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    kept = yaml.safe_load(path.read_text(encoding="utf-8"))
    return RealNote({each["field"]: _fact(each) for each in kept["facts"]})


def _fact(kept: Mapping[str, object]) -> RealFact:
    value = kept["value"]
    words = tuple(map(str, value)) if isinstance(value, list) else (str(value),)
    return RealFact(words, str(kept.get("unit", "")), str(kept.get("side", "")), kept["weight"] == "core")


@dataclass
class Search:
    """Looks each fact of a real note up in the printed one."""

    real: RealNote
    printed: PrintedNote
    looked_up: set[str] = field(default_factory=set)
    lost: list[str] = field(default_factory=list)

    def said(self, facts: str, *words: str) -> None:
        """One sentence has all these words; it states each of these facts (names with blanks between)."""
        self._take(facts, self.printed.says(*words), words)

    def drug(self, facts: str, words: str) -> None:
        """The table of drugs has these words one after the other."""
        self._take(facts, has(self.printed.drugs, words), [words])

    def at(self, facts: str, nerve: str, side: str, *words: str) -> None:
        """The row of this nerve on this side has all these words."""
        row = self.printed.row(nerve, side)
        self._take(facts, bool(row) and has(row, *words), [side, nerve, *words])

    def at_each(self, facts: str, *words: str) -> None:
        """The row of every target has all these words."""
        assert self.printed.rows
        for nerve, side in self.printed.rows:
            self.at(facts, nerve, side, *words)

    def _take(self, facts: str, is_there: bool, words: Iterable[str]) -> None:
        self.looked_up |= set(facts.split())
        if not is_there:
            self.lost.append(f"{facts}: {' | '.join(words)}")

    def ends(self, without_field: Mapping[str, str], unreadable: Iterable[str] = ()) -> None:
        """Nothing was lost, and no fact was left out but those that are listed; none of these is core."""
        assert not self.lost, self.lost
        listed = {*without_field, *unreadable}
        left_out = set(self.real.facts) ^ (self.looked_up | listed)
        assert not left_out, left_out
        assert not listed & self.looked_up
        assert not [name for name in without_field if self.real.facts[name].core]

"""Reading the clinic's data files: an odd setting is refused with file, place and sentence."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import Never, TypeVar

from mbb_desktop.clinical.toml_lines import Path as Place
from mbb_desktop.clinical.toml_lines import lines_of

_Choice = TypeVar("_Choice", bound=Enum)


class DataFileError(ValueError):
    """A data file says something that the program does not understand; `sentence` says where and what."""

    def __init__(self, place: str, problem: str) -> None:
        self.place = place
        self.sentence = f"{place}: {problem}"
        super().__init__(f"{self.sentence} Correct the file, or put the delivered one back.")


class Table:
    """One table of a file. `words` name it (`rule IND-2`), `at` is its path in the TOML `text`."""

    def __init__(
        self, file: str, values: Mapping[str, object], words: str = "", at: Place = (), text: str = ""
    ) -> None:
        self._file, self._values, self._words, self._at, self._text = file, values, words, at, text
        self._elsewhere: Mapping[str, Place] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def named(self, words: str) -> "Table":
        """The same table under a better name."""
        return self._like(self._values, words)

    def over(self, usual: "Table") -> "Table":
        """This table with the settings of another one that it does not have itself."""
        both = self._like({**usual._values, **self._values}, self._words)
        both._elsewhere = {key: (*usual._at, key) for key in usual if key not in self}
        return both

    def _like(self, values: Mapping[str, object], words: str) -> "Table":
        return Table(self._file, values, words, self._at, self._text)

    def only(self, *known: str) -> "Table":
        """This table; refuses any setting that is not among `known`."""
        if odd := sorted(set(self._values) - set(known)):
            raise self.wrong(not_known(f"{odd[0]!r} is not known here.", odd[0], sorted(known)), odd[0])
        return self

    def wrong(self, problem: str, key: str = "") -> DataFileError:
        """The error to raise about this table, or about one of its settings."""
        return DataFileError(", ".join(filter(None, [self._file, self._line(key), self._words])), problem)

    def _line(self, key: str) -> str:
        """`line 41`; empty for a file that is no TOML."""
        lines = {(): 1, **lines_of(self._text)} if self._text else {}
        own = self._elsewhere.get(key, (*self._at, key))
        near = [own[:length] for length in range(len(own), -1, -1)]
        found = next((lines[place] for place in near if place in lines), None)
        return f"line {found}" if found else ""

    def is_text(self, key: str) -> bool:
        """Whether a setting is a text and not, say, a table."""
        return isinstance(self._values.get(key), str)

    def text(self, key: str, default: str | None = None) -> str:
        value = self._take(key, default)
        return value if isinstance(value, str) else self._refuse(key, "a text in quotes")

    def whole(self, key: str, default: int | None = None) -> int:
        value = self._take(key, default)
        return (
            value
            if isinstance(value, int) and not isinstance(value, bool)
            else self._refuse(key, "a whole number")
        )

    def number(self, key: str) -> Decimal:
        value = self._take(key, None)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return self._refuse(key, "a number")
        return Decimal(value)

    def flag(self, key: str, default: bool | None = None) -> bool:
        value = self._take(key, default)
        return value if isinstance(value, bool) else self._refuse(key, "true or false")

    def day(self, key: str) -> date:
        """A day, bare or in quotes (JSON has no dates)."""
        value = self._take(key, None)
        if isinstance(value, str):
            with suppress(ValueError):
                value = date.fromisoformat(value)
        return value if type(value) is date else self._refuse(key, "a date like 2026-11-22")

    def choice(self, key: str, kinds: type[_Choice]) -> _Choice:
        """The member of an enum whose value is written there."""
        words = {str(kind.value): kind for kind in kinds}
        return words.get(self.text(key)) or self._refuse(key, f"one of {', '.join(words)}")

    def choices(self, key: str, kinds: type[_Choice]) -> tuple[_Choice, ...]:
        """Several members of an enum, each by its value."""
        words = {str(kind.value): kind for kind in kinds}
        if not set(self.texts(key)) <= set(words):
            return self._refuse(key, f"a list of {', '.join(words)}")
        return tuple(words[each] for each in self.texts(key))

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._list(key)
        if not all(isinstance(value, str) for value in values):
            return self._refuse(key, "a list of texts")
        return tuple(str(value) for value in values)

    def words(self, key: str) -> Mapping[str, str]:
        """A table of texts by name."""
        row = self.table(key)
        return {name: row.text(name) for name in row}

    def table(self, key: str, name: str = "") -> "Table":
        value = self._take(key, None)
        if not isinstance(value, dict):
            return self._refuse(key, "a table")
        return self._inside(value, name or key, self._elsewhere.get(key, (*self._at, key)))

    def _inside(self, values: Mapping[str, object], words: str, at: Place) -> "Table":
        return Table(self._file, values, ", ".join(filter(None, [self._words, words])), at, self._text)

    def tables(self, key: str) -> tuple["Table", ...]:
        """A list of tables, each placed by its number; empty when there is none."""
        values = self._list(key) if key in self._values else []
        if not all(isinstance(value, dict) for value in values):
            return self._refuse(key, "a list of tables")
        rows = (value for value in values if isinstance(value, dict))
        at = self._elsewhere.get(key, (*self._at, key))
        return tuple(self._inside(row, f"{key} {n + 1}", (*at, n)) for n, row in enumerate(rows))

    def _take(self, key: str, default: object) -> object:
        value = self._values.get(key, default)
        if value is None:
            raise self.wrong(f"{key!r} is missing.")
        return value

    def _list(self, key: str) -> list[object]:
        value = self._take(key, None)
        return value if isinstance(value, list) else self._refuse(key, "a list")

    def _refuse(self, key: str, wanted: str) -> Never:
        raise self.wrong(f"{key!r} must be {wanted}.", key)


def not_known(problem: str, word: str, known: Sequence[str]) -> str:
    """The problem with the word that was probably meant, else with all that are known."""
    near = get_close_matches(word, known, 1)
    return f"{problem} Did you mean {near[0]!r}?" if near else f"{problem} Known are: {', '.join(known)}."


def delivered(folder: str, name: str) -> Path:
    """A data file that came with the program: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_resources"
    return (installed if installed.is_dir() else package.parent / "resources") / folder / name


def read_table(path: Path) -> Table:
    """The whole file. Numbers with a point are read as exact decimals."""
    return parse_table(path.name, text_of(path.name, path.read_bytes()))


def text_of(name: str, data: bytes) -> str:
    """The text of a file with plain line ends. Raises DataFileError for what is not UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as odd:
        line = data.count(b"\n", 0, odd.start) + 1
        raise DataFileError(
            f"{name}, line {line}", "a letter is not written in UTF-8. Save the file as UTF-8."
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse_table(name: str, text: str) -> Table:
    """The text of the file called `name`."""
    try:
        return Table(name, tomllib.loads(text, parse_float=Decimal), text=text)
    except tomllib.TOMLDecodeError as odd:
        raise _no_toml(name, text, str(odd)) from odd


_OPEN_QUOTE = "a quote is not closed"
_PLAIN = {
    "Invalid value": "after = must stand a text in quotes, a number, a date, true, false or a list",
    "Expected '=' after": "a setting must be written as name = value",
    "Cannot overwrite a value": "this setting stands there twice",
    "Illegal character": "a quote is not closed, or a character is not allowed here",
    "Expected newline or end": "something stands after the value; write one setting in each line",
    "Invalid date": "this is no day of the calendar; write a date like 2026-11-22",
    "Unclosed array": "a list is not closed with ]",
    "Invalid statement": "this is no setting, no [table] and no comment that begins with #",
    "Cannot declare": "this table stands there twice",
    "Unterminated string": _OPEN_QUOTE,
    "Expected \"'": _OPEN_QUOTE,
    "Invalid initial character for a key": "a name is missing",
}


def _no_toml(name: str, text: str, problem: str) -> DataFileError:
    """What the reader of TOML says, in plainer words where they are known."""
    place = re.search(r" \(at (?:line (\d+)|end of document).*\)$", problem)
    said = problem[: place.start()] if place else problem
    plain = next((words for begins, words in _PLAIN.items() if said.startswith(begins)), said)
    if place and not place[1] and plain != _OPEN_QUOTE:
        plain = "the file ends before this is complete"
    last = max(text.rfind("'"), text.rfind('"""')) if plain == _OPEN_QUOTE else len(text.rstrip())
    line = int(place[1]) if place and place[1] else text.count("\n", 0, last) + 1
    return DataFileError(f"{name}, line {line}", f"it cannot be read: {plain}.")


def read_json(path: Path) -> Table:
    """A JSON object. Numbers with a point are read as exact decimals."""
    try:
        found = json.loads(text_of(path.name, path.read_bytes()), parse_float=Decimal)
    except json.JSONDecodeError as odd:
        problem = f"it cannot be read as JSON: {odd.msg}."
        raise DataFileError(f"{path.name}, line {odd.lineno}", problem) from odd
    if not isinstance(found, dict):
        raise DataFileError(path.name, "it must be one object in braces.")
    return Table(path.name, found)

"""Reading the clinic's data files: an odd setting is refused with file, place and sentence."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Never, TypeVar

_Choice = TypeVar("_Choice", bound=Enum)


class DataFileError(ValueError):
    """A data file says something that the program does not understand."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem} Correct the file, or put the delivered one back.")
        self.place = place


class Table:
    """One table of a TOML file with its place in words (`anesthetics.toml, agent lidocaine`)."""

    def __init__(self, place: str, values: Mapping[str, object]) -> None:
        self.place = place
        self._values = values

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def at(self, place: str) -> "Table":
        """The same table under a better name."""
        return Table(place, self._values)

    def over(self, usual: "Table") -> "Table":
        """This table with the settings of another one that it does not have itself."""
        return Table(self.place, {**usual._values, **self._values})

    def only(self, *known: str) -> "Table":
        """This table; refuses any setting that is not among `known`."""
        if odd := sorted(set(self._values) - set(known)):
            raise self.wrong(f"{odd[0]!r} is not known here. Known are: {', '.join(sorted(known))}.")
        return self

    def wrong(self, problem: str) -> DataFileError:
        """The error to raise about this table."""
        return DataFileError(self.place, problem)

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
        return Table(f"{self.place}, {name or key}", value)

    def tables(self, key: str) -> tuple["Table", ...]:
        """A list of tables, each placed by its number; empty when there is none."""
        values = self._list(key) if key in self._values else []
        if not all(isinstance(value, dict) for value in values):
            return self._refuse(key, "a list of tables")
        rows = (value for value in values if isinstance(value, dict))
        return tuple(Table(f"{self.place}, {key} {number}", row) for number, row in enumerate(rows, start=1))

    def _take(self, key: str, default: object) -> object:
        value = self._values.get(key, default)
        if value is None:
            raise self.wrong(f"{key!r} is missing.")
        return value

    def _list(self, key: str) -> list[object]:
        value = self._take(key, None)
        return value if isinstance(value, list) else self._refuse(key, "a list")

    def _refuse(self, key: str, wanted: str) -> Never:
        raise self.wrong(f"{key!r} must be {wanted}.")


def read_table(path: Path) -> Table:
    """The whole file. Numbers with a point are read as exact decimals."""
    return parse_table(path.name, path.read_text(encoding="utf-8"))


def parse_table(name: str, text: str) -> Table:
    """The text of the file called `name`."""
    try:
        return Table(name, tomllib.loads(text, parse_float=Decimal))
    except tomllib.TOMLDecodeError as odd:
        raise DataFileError(name, f"it cannot be read ({odd}).") from odd


def read_json(path: Path) -> Table:
    """A JSON object. Numbers with a point are read as exact decimals."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except json.JSONDecodeError as odd:
        raise DataFileError(path.name, f"it cannot be read ({odd}).") from odd
    if not isinstance(found, dict):
        raise DataFileError(path.name, "it must be one object in braces.")
    return Table(path.name, found)

"""A day's list out of a CSV file: who, which levels, when; looked at first, never kept by reading."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from enum import Enum

from mbb_desktop.clinical.level_entry import sides_named
from mbb_desktop.clinical.text import folded
from mbb_desktop.clinical.written_dates import possible_days
from mbb_desktop.interop.budget import Unreadable
from mbb_desktop.interop.offered import one_line
from mbb_desktop.interop.sheets import Sheet, csv_bytes
from mbb_desktop.interop.table_file import TableRow, read_table

PROBLEM = "problem"
"""The column in which rows that were not planned come back with what is wrong."""


class Head(Enum):
    """The columns of a day's list, by the head under which they are written back."""

    MRN = "MRN"
    FAMILY = "family name"
    GIVEN = "given name"
    NAME = "name"
    BORN = "birth date"
    LEVELS = "levels"
    SIDE = "side"
    DAY = "day"
    TIME = "time"
    ROOM = "room"


SYNONYMS: Mapping[Head, str] = {
    Head.MRN: "mrn|medical record number|record number|patient id|patient number|chart number|historia|"
    "numero de historia|nhc",
    Head.FAMILY: "family name|family|last name|surname|lastname|apellido|apellidos",
    Head.GIVEN: "given name|given|first name|firstname|forename|nombre",
    Head.NAME: "name|patient|patient name|full name|paciente|nombre completo",
    Head.BORN: "birth date|born|date of birth|dob|birthdate|fecha de nacimiento|nacimiento",
    Head.LEVELS: "levels|level|joints|planned levels|procedure levels|niveles|nivel|articulaciones",
    Head.SIDE: "side|laterality|lado|lateralidad",
    Head.DAY: "day|date|appointment date|procedure date|date of service|dos|appointment|start|dia|fecha|cita",
    Head.TIME: "time|appointment time|start time|at|hora",
    Head.ROOM: "room|location|suite|sala",
}
"""Under which heads a column is found; capitals, accents, spaces and signs do not matter."""

_NO_LEVELS = "The levels are missing."
_SIDE_TWICE = "The side is said twice, and not the same. Write it with the levels only."

_SIDES = {
    "izquierda": "l",
    "izquierdo": "l",
    "izq": "l",
    "derecha": "r",
    "derecho": "r",
    "der": "r",
    "ambos": "b",
    "ambas": "b",
}


@dataclass(frozen=True, slots=True)
class ListedBlock:
    """A row as it was read. `name` is a whole name that does not say which part is the family name.

    `problems` are sentences; `asks_order` when one of its dates has two meanings, by day and month.
    """

    line: int
    cells: tuple[str, ...]
    mrn: str = ""
    family: str = ""
    given: str = ""
    name: str = ""
    born: date | None = None
    levels: str = ""
    day: date | None = None
    at: time | None = None
    room: str = ""
    problems: tuple[str, ...] = ()
    asks_order: bool = False
    retyped: bool = False
    mended: bool = False

    def with_levels(self, text: str) -> "ListedBlock":
        """The row with levels and side as somebody typed them after looking."""
        others = tuple(each for each in self.problems if each not in (_NO_LEVELS, _SIDE_TWICE))
        problems = others if text.strip() else (*others, _NO_LEVELS)
        return replace(self, levels=text, problems=problems, retyped=True)


@dataclass(frozen=True, slots=True)
class DayListFile:
    """The heads as they are in the file and the rows; `asks_order` when some date has two meanings."""

    columns: tuple[str, ...]
    rows: tuple[ListedBlock, ...]

    @property
    def asks_order(self) -> bool:
        return any(row.asks_order for row in self.rows)


def _key(head: str) -> str:
    return "".join(letter for letter in folded(head) if letter.isalnum())


_HEADS = {_key(word): head for head, words in SYNONYMS.items() for word in words.split("|")}
_YEARS_AROUND = 20
MENDABLE = (Head.MRN, Head.BORN, Head.DAY, Head.TIME)
"""What can be typed anew beside the levels, as a file would have it."""
_NEEDED = (Head.MRN, Head.BORN, Head.LEVELS, Head.DAY)


def read_day_list(data: bytes, today: date, *, day_first: bool | None = None) -> DayListFile:
    """The rows of a day's list. `day_first` says how 03/04/2026 is meant; None asks, it is never guessed.

    Raises Unreadable when the file is no table or lacks a column. What is wrong with a row is said there.
    """
    table = read_table(data, lambda head: _key(head) in _HEADS)
    places = _places(table.columns)
    rows = tuple(_read_row(row, places, len(table.columns), today, day_first) for row in table.rows)
    return DayListFile(table.columns, rows)


def _places(columns: tuple[str, ...]) -> dict[Head, int]:
    places: dict[Head, int] = {}
    for at, column in enumerate(columns):
        head = _HEADS.get(_key(column))
        if head is not None and head in places:
            raise Unreadable(f"Two columns are the {head.value}. Take one of them away.")
        if head is not None:
            places[head] = at
    missing = [head.value for head in _NEEDED if head not in places]
    if Head.NAME not in places and Head.FAMILY not in places:
        missing.insert(0, Head.FAMILY.value)
    if missing:
        raise Unreadable(f"A column is missing: {', '.join(missing)}. The first row must name the columns.")
    return places


def written_back(columns: tuple[str, ...], rows: Iterable[tuple[ListedBlock, Sequence[str]]]) -> bytes:
    """The rows as CSV under the heads of their file, each with what is wrong in a last column.

    Nothing of them is lost: levels that were typed anew stand in place of those of the file.
    """
    places = _places(columns)
    heads = tuple(column for column in columns if _key(column) != PROBLEM)
    kept = [at for at, column in enumerate(columns) if _key(column) != PROBLEM]
    lines = []
    for row, sentences in rows:
        cells = [*row.cells, *[""] * (len(columns) - len(row.cells))]
        if row.retyped:
            cells[places[Head.LEVELS]] = row.levels
            if Head.SIDE in places:
                cells[places[Head.SIDE]] = ""
        beyond = "".join(f" [{cell}]" for cell in row.cells[len(columns) :])
        lines.append((*(cells[at] for at in kept), " ".join(sentences) + beyond))
    return csv_bytes(Sheet("rows", (*heads, PROBLEM), tuple(lines)))


def texts_of(columns: tuple[str, ...], row: ListedBlock) -> dict[Head, str]:
    """What stands in the cells that can be mended; a day and its time are taken apart."""
    cells = _Cells({head: row.cells[at] for head, at in _places(columns).items() if at < len(row.cells)})
    day, at = cells.day_and_time()
    return {Head.MRN: cells.of(Head.MRN), Head.BORN: cells.of(Head.BORN), Head.DAY: day, Head.TIME: at}


def mended(
    columns: tuple[str, ...],
    row: ListedBlock,
    typed: Mapping[Head, str],
    today: date,
    *,
    day_first: bool | None = None,
) -> ListedBlock:
    """The row read again with what somebody typed for some of its cells; levels that were typed stay."""
    places, texts = _places(columns), {**texts_of(columns, row), **typed}
    if Head.TIME not in places:
        texts[Head.DAY] = f"{texts[Head.DAY]} {texts[Head.TIME]}".strip()
    cells = [*row.cells, *[""] * (len(columns) - len(row.cells))]
    for head in MENDABLE:
        if head in places:
            cells[places[head]] = texts[head]
    again = _read_row(TableRow(row.line, tuple(cells)), places, len(columns), today, day_first)
    again = again.with_levels(row.levels) if row.retyped else again
    return replace(again, mended=True)


def _read_row(
    row: TableRow, places: Mapping[Head, int], columns: int, today: date, day_first: bool | None
) -> ListedBlock:
    try:
        found = {head: one_line(row.cells[at]) for head, at in places.items() if at < len(row.cells)}
    except ValueError as unfit:
        return ListedBlock(row.line, row.cells, problems=(str(unfit),))
    if len(row.cells) > columns:
        said = "The row has more cells than there are columns. Put quotation marks around text with a comma."
        return ListedBlock(row.line, row.cells, problems=(said,))
    return _read_cells(row, _Cells(found), today, day_first)


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of a row by what they are; empty where there is none."""

    found: Mapping[Head, str]

    def of(self, head: Head) -> str:
        return self.found.get(head, "")

    def day_and_time(self) -> tuple[str, str]:
        """`2026-11-30 10:20` in the column of the day is taken apart."""
        day, at = self.of(Head.DAY), self.of(Head.TIME)
        first, _, behind = day.replace("T", " ", 1).partition(" ")
        together = not at and not possible_days(day) and possible_days(first)
        return (first, behind) if together else (day, at)


def _read_cells(row: TableRow, cells: _Cells, today: date, day_first: bool | None) -> ListedBlock:
    day_text, time_text = cells.day_and_time()
    born = _Written(cells.of(Head.BORN), day_first, range(1, today.year + 1))
    day = _Written(day_text, day_first, range(today.year - _YEARS_AROUND, today.year + _YEARS_AROUND))
    family, given, name = _names(*map(cells.of, (Head.FAMILY, Head.GIVEN, Head.NAME)))
    mrn, levels, at = cells.of(Head.MRN), cells.of(Head.LEVELS), _time(time_text)
    side = _side(cells.of(Head.SIDE))
    return ListedBlock(
        row.line,
        row.cells,
        mrn,
        family,
        given,
        name,
        born.only(),
        f"{levels} {side}".strip(),
        day.only(),
        at,
        cells.of(Head.ROOM),
        (
            *_missing(mrn, family or name, levels),
            *([_SIDE_TWICE] if _is_said_twice(levels, side) else []),
            *born.problems("birth date"),
            *day.problems("day"),
            *([] if at else [_no_time(time_text)]),
        ),
        born.asks_order() or day.asks_order(),
    )


def _missing(mrn: str, name: str, levels: str) -> Iterator[str]:
    if not mrn:
        yield "The MRN is missing."
    if not name:
        yield "The name is missing."
    if not levels:
        yield _NO_LEVELS


def _names(family: str, given: str, whole: str) -> tuple[str, str, str]:
    """Family, given, and a whole name that nobody can take apart."""
    if family or given or not whole:
        return family, given, ""
    first, comma, last = whole.partition(",")
    return (first.strip(), last.strip(), "") if comma else ("", "", whole)


def _side(text: str) -> str:
    return _SIDES.get(folded(text).strip(" ."), text)


def _is_said_twice(levels: str, side: str) -> bool:
    """Whether the levels name a side and the cell of the side another: nobody knows which is meant."""
    named = sides_named(levels)
    return bool(named and side) and (len(named) > 1 or sides_named(side) != named)


_TIME = re.compile(
    r"(?:(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?|(?P<h>[1-9]|\d\d)\.(?P<m>\d\d)"
    r"|(?P<hh>\d{1,2})(?P<mm>\d\d))\s*(?:h\.?|(?P<half>[ap])\.?m\.?)?",
    re.ASCII,
)


def _time(text: str) -> time | None:
    """A time from `8:05`, `08:05:00`, `8.05`, `0805` or `2:15 pm`; None for anything else.

    Tenths of an hour and the fractions of a day of a spreadsheet, `10.5` and `0.25`, are no times.
    """
    found = _TIME.fullmatch(folded(text).strip())
    if found is None:
        return None
    hour = int(found["hour"] or found["h"] or found["hh"])
    minute = int(found["minute"] or found["m"] or found["mm"])
    if found["half"]:
        hour = hour % 12 + 12 * (found["half"] == "p") if 1 <= hour <= 12 else 24
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _no_time(text: str) -> str:
    if not text:
        return "The time is missing."
    return "The time is not understood. Write hours and minutes, for example 10:20."


@dataclass(frozen=True, slots=True)
class _Written:
    """A day as written, with the order that somebody said; `years` decide about a year of two digits."""

    text: str
    day_first: bool | None
    years: range

    def meant(self) -> frozenset[date]:
        """What it can mean."""
        found = possible_days(self.text)
        if len({day.year for day in found}) > 1:
            found = frozenset(day for day in found if day.year in self.years)
        if self.day_first is not None:
            return found & possible_days(self.text, day_first=self.day_first)
        return found

    def only(self) -> date | None:
        found = self.meant()
        return next(iter(found)) if len(found) == 1 else None

    def asks_order(self) -> bool:
        """Whether only the order of day and month is open."""
        found = self.meant()
        return self.day_first is None and len(found) > 1 and len({day.year for day in found}) == 1

    def problems(self, what: str) -> Iterator[str]:
        found = self.meant()
        if not self.text:
            yield f"The {what} is missing."
        elif not found and possible_days(self.text):
            yield f"The {what} is no day in the order said above. Write it as 2026-11-24 or 24 Nov 2026."
        elif not found:
            yield f"The {what} is not understood. Write it as 2026-11-24 or 24 Nov 2026."
        elif self.asks_order():
            yield f"The {what} can be read as two days. Say above whether the day or the month comes first."
        elif len(found) > 1:
            yield f"The year of the {what} is not clear. Write it with four digits."

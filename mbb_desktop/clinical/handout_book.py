"""The words of the papers for patients, one file per language: every text and every field in it is known."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.data_file import Table, parse_table
from mbb_desktop.clinical.phrases import fields_of

FIELDS = frozenset(
    {
        *("place", "side", "joints", "limb", "area", "movement", "time", "day", "drug"),
        *("phone", "after", "emergency", "address", "number", "count", "version"),
    }
)
"""What the program fills in."""

_REGIONS = " ".join(region.value for region in Region)
TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "page": "kind born record telephone fax number private wording",
        "words": "left right left_side right_side last joint joints",
        "place": _REGIONS,
        "limb": _REGIONS,
        "test": "title text",
        "handout": "title needles_out pain done stopped today_title diary medicine thinner "
        "thinner_named driving sedated normal_title numb dizzy sore back care",
        "call": "title fever skin day after",
        "emergency": f"title fever nerves head breath {_REGIONS}",
        "diary": "title where rate sides only tick write clock time score_left score_right score_overall "
        "moved relief medicine clinic minutes hour hours asleep next_day send code",
        "information": "title when what_title what short wrong before_title thinner medicine eat driver "
        f"clothes tell_title pregnant ill allergy gone {_REGIONS} after_title after questions",
    }
)
"""The texts that a file holds, by its tables."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days from Monday, months from January, and the words beside a time of the twelve-hour clock."""

    days: tuple[str, ...]
    months: tuple[str, ...]
    morning: str
    afternoon: str
    noon: str
    midnight: str


@dataclass(frozen=True, slots=True)
class HandoutBook:
    """The words in one language. `version` ends with a code of the whole file; `approved` may be empty."""

    language: str
    name: str
    version: str
    approved: str
    emergency_number: str
    calendar: Calendar
    texts: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.texts[key]


@cache
def read_handout_book(path: Path) -> HandoutBook:
    """One language. Raises DataFileError for a text that is missing or not known, or an unknown field."""
    raw = path.read_bytes()
    file = parse_table(path.name, raw.decode("utf-8"))
    file.only("language", "name", "version", "approved", "emergency_number", "calendar", *TEXTS)
    language = file.text("language")
    code = hashlib.sha256(raw).hexdigest()[:4].upper()
    return HandoutBook(
        language,
        file.text("name"),
        f"{language}-{file.text('version')}-{code}",
        file.text("approved"),
        file.text("emergency_number"),
        _calendar(file.table("calendar")),
        MappingProxyType({key: text for name in TEXTS for key, text in _texts(file, name)}),
    )


def _calendar(table: Table) -> Calendar:
    table.only("days", "months", "morning", "afternoon", "noon", "midnight")
    days, months = table.texts("days"), table.texts("months")
    if (len(days), len(months)) != (7, 12):
        raise table.wrong("there must be 7 days and 12 months.")
    return Calendar(
        days,
        months,
        table.text("morning"),
        table.text("afternoon"),
        table.text("noon"),
        table.text("midnight"),
    )


def _texts(file: Table, name: str) -> list[tuple[str, str]]:
    table = file.table(name).only(*TEXTS[name].split())
    found = [(f"{name}.{key}", table.text(key)) for key in TEXTS[name].split()]
    for key, text in found:
        if odd := sorted(fields_of(text) - FIELDS):
            raise table.wrong(f"{{{odd[0]}}} in {key!r} is not filled in. Known are: {_known()}.")
        if text.count("*") % 2:
            raise table.wrong(f"{key!r} has a star without its partner.")
    return found


def _known() -> str:
    return ", ".join(sorted(FIELDS))

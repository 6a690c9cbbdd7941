"""Birth dates in what somebody typed into a search box, in the spellings people use."""

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january ene enero",
            "feb february febrero",
            "mar march marzo",
            "apr april abr abril",
            "may mayo",
            "jun june junio",
            "jul july julio",
            "aug august ago agosto",
            "sep sept september septiembre",
            "oct october octubre",
            "nov november noviembre",
            "dec december dic diciembre",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_GAP = r"[\s.,/-]*"
_PATTERNS = (
    re.compile(rf"\b(?P<day>\d{{1,2}}){_GAP}(?P<name>{_MONTH})\b\.?{_GAP}(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(
        rf"\b(?P<name>{_MONTH})\b\.?{_GAP}(?P<day>\d{{1,2}})[\s.,/-]+(?P<year>\d{{4}})\b", re.IGNORECASE
    ),
    re.compile(r"\b(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})\b"),
    re.compile(r"\b(?P<a>\d{1,2})[-./](?P<b>\d{1,2})[-./](?P<year>\d{4})\b"),
)


def dates_in(text: str) -> tuple[frozenset[date], str]:
    """The dates that the text may mean, and the text without them; `03/04/1961` may mean two days."""
    for pattern in _PATTERNS:
        if found := pattern.search(text):
            dates = frozenset(_readings(found))
            if dates:
                return dates, text[: found.start()] + " " + text[found.end() :]
    return frozenset(), text


def _readings(found: re.Match[str]) -> Iterator[date]:
    parts = found.groupdict()
    year = int(parts["year"])
    if "name" in parts:
        yield from _valid(year, _MONTHS[parts["name"].lower()], int(parts["day"]))
    elif "month" in parts:
        yield from _valid(year, int(parts["month"]), int(parts["day"]))
    else:
        yield from _valid(year, int(parts["a"]), int(parts["b"]))
        yield from _valid(year, int(parts["b"]), int(parts["a"]))


def _valid(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return

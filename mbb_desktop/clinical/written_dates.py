"""Days as people write them; where a writing can mean several days, all of them are given."""

import re
from collections.abc import Iterator
from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH_WORDS = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | {
    "ene": 1,
    "abr": 4,
    "ago": 8,
    "dic": 12,
    "mär": 3,
    "mai": 5,
    "okt": 10,
    "dez": 12,
}


def parts_of(text: str) -> list[str]:
    """The numbers and words of a written day, in small letters; the `de` between Spanish ones left out."""
    return [part for part in re.findall(r"\d+|[^\W\d_]+", text.lower()) if part not in ("de", "del")]


def possible_days(text: str, *, day_first: bool | None = None) -> frozenset[date]:
    """Every day that `14 mar 1961`, `1961-03-14`, `14/03/1961` or `03-04-61` can mean; none for no day.

    Day and month as numbers are read in both orders, or in the one that `day_first` says. A year of two
    digits is of the last century or of this one.
    """
    parts = parts_of(text)
    if len(parts) == 1 and len(parts[0]) == 8 and parts[0].isdigit():
        digits = parts[0]
        ways = ([digits[:2], digits[2:4], digits[4:]], [digits[:4], digits[4:6], digits[6:]])
        return frozenset(day for way in ways for day in _of_numbers(way, day_first))
    if len(parts) != 3:
        return frozenset()
    found = _of_numbers(parts, day_first) if all(map(str.isdecimal, parts)) else _with_word(parts)
    return frozenset(found)


def _with_word(parts: list[str]) -> Iterator[date]:
    words = [part for part in parts if not part.isdecimal()]
    numbers = [part for part in parts if part.isdecimal()]
    month = MONTH_WORDS.get(words[0][:3]) if len(words) == 1 else None
    if month is None:
        return
    first, second = numbers
    if len(first) >= 3:
        first, second = second, first
    for year in _years(second):
        yield from _day(year, month, int(first))


def _of_numbers(parts: list[str], day_first: bool | None) -> Iterator[date]:
    first, second, third = parts
    if len(first) == 4:
        yield from _day(int(first), int(second), int(third))
        return
    if len(third) == 3 or len(first) > 2 or len(second) > 2:
        return
    for year in _years(third):
        if day_first is not True:
            yield from _day(year, int(first), int(second))
        if day_first is not False:
            yield from _day(year, int(second), int(first))


def _years(digits: str) -> list[int]:
    if len(digits) == 2:
        return [1900 + int(digits), 2000 + int(digits)]
    return [int(digits)] if len(digits) == 4 else []


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except (ValueError, OverflowError):
        return

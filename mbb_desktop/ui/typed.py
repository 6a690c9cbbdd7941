"""What people type for dates, times and numbers, read without guessing; and how it is shown."""

import re
from datetime import date, time
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.written_dates import MONTH_WORDS, parts_of, possible_days
from mbb_desktop.ui import language
from mbb_desktop.ui.not_understood import NotUnderstood

__all__ = [
    "NotUnderstood",
    "read_date",
    "read_number",
    "read_seconds",
    "read_time",
    "show_date",
    "show_number",
    "show_time",
]

translate = QCoreApplication.translate

_FIRST_DAY, _LAST_DAY = date(1800, 1, 1), date(2199, 12, 31)


def show_date(day: date | None) -> str:
    """`14-Mar-1961`, in Spanish windows `14-mar-1961`: never a number for the month; empty when unknown."""
    names = language.MONTHS[language.in_force()]
    return "" if day is None else f"{day.day:02}-{names[day.month - 1]}-{day.year:04}"


def show_time(moment: time | None) -> str:
    """`09:05`; empty when not known."""
    return "" if moment is None else f"{moment:%H:%M}"


def show_number(number: Decimal | None) -> str:
    """`0.5`, `3`, `1215`: no trailing zeros, no exponent, no thousands comma to misread while typing."""
    if number is None:
        return ""
    text = f"{number.normalize():f}"
    return "0" if text == "-0" else text


def read_date(text: str, earliest: date | None = None, latest: date | None = None) -> date | None:
    """A day from `14 mar 1961`, `14-Mar-1961`, `mar 14, 1961`, `1961-03-14`, `14/03/1961` and the like.

    None for nothing. Raises NotUnderstood, also when day and month could be exchanged or the date is
    outside the range.
    """
    parts = parts_of(text)
    if not parts:
        return None
    bounds = (earliest or _FIRST_DAY, latest or _LAST_DAY)
    found = possible_days(text)
    inside = {day for day in found if bounds[0] <= day <= bounds[1]}
    if len(inside) == 1:
        return inside.pop()
    if len(inside) > 1:
        raise NotUnderstood(_several(inside))
    raise NotUnderstood(_out_of_range(found, earliest, latest) if found else _no_such_date(parts))


def _several(days: set[date]) -> str:
    first, second = (show_date(day) for day in sorted(days)[:2])
    text = translate("typed", "Is this {0} or {1}? Write the month as a word and the year with four digits.")
    return text.format(first, second)


def _no_such_date(parts: list[str]) -> str:
    if any(len(part) >= 3 and part[:3] in MONTH_WORDS for part in parts) and len(parts) == 3:
        return translate("typed", "There is no such day. Check day, month and year.")
    return translate("typed", "This is not a date. Write day, month and year, for example 14 Mar 1961.")


def _out_of_range(days: frozenset[date], earliest: date | None, latest: date | None) -> str:
    day = min(days)
    if latest is not None and day > latest:
        late = translate("typed", "{0} is too late. The last possible day is {1}.")
        return late.format(show_date(day), show_date(latest))
    early = translate("typed", "{0} is too early. The first possible day is {1}.")
    return early.format(show_date(day), show_date(earliest or _FIRST_DAY))


def read_time(text: str) -> time | None:
    """A time of day from `1031`, `10:31`, `10 31`, `9.05`, `2:15 pm`; None for nothing.

    Raises NotUnderstood.
    """
    written = text.strip().lower().removesuffix("h").strip()
    if not written:
        return None
    found = re.fullmatch(r"(\d{1,2})[\s:.]?(\d{2})\s*([ap]\.?m\.?)?", written)
    if found is None:
        raise NotUnderstood(
            translate("typed", "This is not a time. Write hours and minutes, for example 10:31.")
        )
    hour, minute = int(found[1]), int(found[2])
    if found[3]:
        hour = hour % 12 + (12 if found[3].startswith("p") else 0) if 1 <= hour <= 12 else 24
    if hour > 23 or minute > 59:
        raise NotUnderstood(
            translate("typed", "There is no such time. Hours go from 00 to 23, minutes from 00 to 59.")
        )
    return time(hour, minute)


def read_number(text: str) -> Decimal | None:
    """An exact number from `0.5`, `.5`, `0,5`, `5.0`, `1,215.5`; None for nothing. Raises NotUnderstood."""
    written = re.sub(r"\s", "", text)
    if not written:
        return None
    if re.fullmatch(r"[1-9]\d{0,2},\d{3}", written):
        point, whole = written.replace(",", "."), written.replace(",", "")
        text = translate("typed", "Is this {0} or {1}? Write it with a point, or without the comma.")
        raise NotUnderstood(text.format(point, whole))
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d*)?", written) and not written.startswith("0"):
        written = written.replace(",", "")
    try:
        if not re.fullmatch(r"-?(\d+[.,]?\d*|[.,]\d+)", written, re.ASCII):
            raise InvalidOperation
        return Decimal(written.replace(",", "."))
    except InvalidOperation:
        raise NotUnderstood(
            translate("typed", "This is not a number. Write digits, for example 0.5.")
        ) from None


def read_seconds(text: str) -> int | None:
    """Seconds from `42` or minutes and seconds from `1:12`; None for nothing. Raises NotUnderstood."""
    written = text.strip().lower().removesuffix("s").strip()
    if not written:
        return None
    found = re.fullmatch(r"(?:(\d{1,3}):([0-5]\d)|(\d{1,5}))", written, re.ASCII)
    if found is None:
        raise NotUnderstood(
            translate("typed", "This is not a time in seconds. Write seconds, for example 42, or 1:12.")
        )
    return int(found[3]) if found[3] else int(found[1]) * 60 + int(found[2])

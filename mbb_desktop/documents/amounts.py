"""Numbers, days, times and names as printed: no trailing zero, no naked point, units not torn off."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from mbb_desktop.clinical.block import Exactly
from mbb_desktop.clinical.people import IdentifierKind, Patient
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.shown import show_amount, show_date, show_minutes, show_time
from mbb_desktop.documents.wording import Mark, Run, Words, bold, words

NB = "\u00a0"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


_TORN = re.compile(r"(?<=\d) (?=(?:%|mL|mg|mcg|kg|h|min|s|mGy|days?|weeks?|months?)(?![A-Za-z]))")


def tied(text: str) -> str:
    """Our own words with every number tied to its unit, so that no line ends between them."""
    return _TORN.sub(NB, text)


def amount(number: Decimal | Fraction | int, unit: str) -> str:
    """`0.5 mL`, `3 mL`, `1,215 mGy·cm²`; a fraction is shown to one decimal."""
    shown = show_amount(number) if isinstance(number, Fraction) else plain(Decimal(number))
    return f"{shown}{NB}{unit}"


def volume(low: Decimal, high: Decimal | None, exactly: Exactly) -> str:
    """A volume in mL as it was stated: `0.5 mL`, `less than 0.5 mL`, `0.3 to 0.5 mL`."""
    if exactly is Exactly.LESS:
        return f"less than {amount(low, 'mL')}"
    if exactly is Exactly.RANGE and high is not None:
        return f"{plain(low)} to {amount(high, 'mL')}"
    return amount(low, "mL")


def percent_strength(strength: Decimal) -> str:
    """A concentration in mg/mL as a percentage: 5 mg/mL is `0.5 %`."""
    return amount(strength / 10, "%")


def day(on: date) -> str:
    """`24-Nov-2026`."""
    return show_date(on)


def weekday(on: date) -> str:
    """`Tuesday 24-Nov-2026`."""
    return f"{_WEEKDAYS[on.weekday()]} {day(on)}"


def clock(at: datetime) -> str:
    """`10:40`."""
    return show_time(at)


def moment(at: datetime) -> str:
    """`24-Nov-2026 10:40`."""
    return f"{day(at.date())}{NB}{clock(at)}"


def clock_on(at: datetime, today: date) -> str:
    """The time alone on the day itself, with its date on any other."""
    return clock(at) if at.date() == today else moment(at)


def stamped(at: datetime) -> str:
    """`24-Nov-2026 11:12 (UTC-08:00)`; without an offset the time alone."""
    offset = at.strftime("%z")
    return f"{moment(at)} (UTC{offset[:3]}:{offset[3:5]})" if offset else moment(at)


def elapsed(minutes: int) -> str:
    """`15 min`, `2 h`, `1 h 30 min`."""
    return show_minutes(minutes).replace(" ", NB)


def fluoroscopy_time(seconds: int) -> str:
    """`42 s`; from two minutes on also in minutes, `150 s (2:30 min)`."""
    long = f" ({seconds // 60}:{seconds % 60:02}{NB}min)" if seconds >= 120 else ""
    return f"{amount(seconds, 's')}{long}"


def counted(number: int, one: str, many: str = "") -> str:
    """`1 nerve`, `6 nerves`."""
    return f"{number:,}{NB}{one if number == 1 else many or one + 's'}"


def age(born: date, on: date) -> int:
    """Completed years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def months_between(start: date, end: date) -> int:
    """Completed months."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def formal_name(patient: Patient) -> str:
    """`MARSH, Eleanor`; the family name alone when there is no other."""
    return f"{patient.family.upper()}, {patient.given}" if patient.given else patient.family.upper()


def full_name(patient: Patient) -> str:
    """`Eleanor Marsh`."""
    return f"{patient.given} {patient.family}".strip()


def identity(patient: Patient, on: date) -> list[Words]:
    """Name, birth date with age, sex when known, and the record number or what else identifies the person."""
    born = words(_label("Born"), bold(f"{day(patient.born)} ({age(patient.born, on)}{NB}y)"))
    sex = [words(_label("Sex"), bold(patient.sex.value.capitalize()))] if patient.sex else []
    return [words(bold(formal_name(patient))), born, *sex, _number(patient)]


def _number(patient: Patient) -> Words:
    other = next(iter(patient.identifiers), None)
    if patient.mrn or other is None:
        return words(_label("MRN"), bold(patient.mrn or "not recorded"))
    kind = "Number" if other.kind is IdentifierKind.OTHER else other.kind.value.capitalize()
    return words(_label(kind), bold(f"{other.value} ({other.system})" if other.system else other.value))


def _label(text: str) -> Run:
    return Run(f"{text}{NB}", Mark.QUIET)


def joined(parts: Iterable[str], between: str = ", ") -> str:
    """The parts that say something, with `between` between them."""
    return between.join(part for part in parts if part)


def whole(name: str) -> str:
    """A person's name that does not break after an initial: `A. Okafor, MD`."""
    return name.replace(". ", f".{NB}")

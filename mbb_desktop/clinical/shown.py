"""How dates, times and numbers are written, the same on screen and on paper."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from fractions import Fraction

from mbb_desktop.clinical.quantities import plain

# Written out: strftime would follow the computer's language.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def show_date(day: date) -> str:
    """`24-Nov-2026`."""
    return f"{day.day:02d}-{_MONTHS[day.month - 1]}-{day.year}"


def show_time(at: datetime) -> str:
    """`10:40`, as the clock on the wall showed it."""
    return f"{at.hour:02d}:{at.minute:02d}"


def show_minutes(minutes: int) -> str:
    """Elapsed time: `15 min`, `2 h`, `2 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} h"] if hours else []
    return " ".join([*parts, f"{rest} min"] if rest or not hours else parts)


def show_minutes_short(minutes: int) -> str:
    """Elapsed time for a narrow column: `39 min`, `2 h`, `2:12 h`."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}:{rest:02} h" if hours and rest else show_minutes(minutes)


def show_amount(amount: Decimal | Fraction, places: int = 1, *, up: bool = False) -> str:
    """An amount rounded to `places` (half up, or always up for an upper bound), without trailing zeros."""
    exact = Fraction(amount) * 10**places
    rounding = ROUND_CEILING if up else ROUND_HALF_UP
    whole = (Decimal(exact.numerator) / Decimal(exact.denominator)).to_integral_value(rounding)
    return plain(whole.scaleb(-places))


def total(amounts: Iterable[Fraction | Decimal]) -> Fraction:
    """The exact sum."""
    return sum((Fraction(amount) for amount in amounts), Fraction())


def listed(words: Sequence[str], last: str = " and ") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return last.join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def elapsed_minutes(start: datetime, end: datetime) -> int:
    """Minutes that really passed, over midnight and clock changes; negative when `end` is earlier.

    Seconds are dropped first, so that 10:31 to 11:31 is 60 whatever the second of the stamp. Both times must
    know their zone, or neither (then the clock is taken as written).
    """
    if (start.tzinfo is None) != (end.tzinfo is None):
        raise ValueError("One of the two times has no time zone.")
    if start.tzinfo is not None:
        start, end = start.astimezone(UTC), end.astimezone(UTC)
    passed = end.replace(second=0, microsecond=0) - start.replace(second=0, microsecond=0)
    return int(passed.total_seconds()) // 60

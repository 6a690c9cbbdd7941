"""How one value of a record lies in a column: exact, sortable, and the same on both databases."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation
from enum import Enum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TEXT as POSTGRES_TEXT
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from mbb_desktop.clinical.text import clean_text

_EXACT = Context(prec=60, traps=[Inexact, InvalidOperation, DivisionByZero])
_MOST = 2**63 - 1

TEXT = sa.Text().with_variant(POSTGRES_TEXT(collation="C"), "postgresql")  # sorted by code point on both


class Stored(TypeDecorator[Any]):
    """A column whose values are turned by two functions; `None` stays NULL."""

    impl = sa.Text
    cache_ok = True

    def __init__(
        self,
        name: str,
        impl: TypeEngine[Any],
        to_db: Callable[[Any], Any],
        of_db: Callable[[Any], Any] | None = None,
    ) -> None:
        super().__init__()
        self.name = name  # the name alone tells two of these apart in SQLAlchemy's statement cache
        self._kept_as = impl
        self._to_db = to_db
        self._of_db = of_db

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(self._kept_as)

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else self._to_db(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return value if value is None or self._of_db is None else self._of_db(value)

    def result_processor(self, dialect: Dialect, _: object) -> Callable[[Any], Any] | None:
        """The reading function itself: a chart has thousands of values, and a detour for each would show."""
        read = self._of_db
        return None if read is None else lambda value: None if value is None else read(value)

    def copy(self, **_: Any) -> "Stored":
        return Stored(self.name, self._kept_as, self._to_db, self._of_db)


def scaled(per_unit: int) -> Stored:
    """A Decimal as a whole number of `1 / per_unit`; finer, infinite or too large ones raise ValueError."""

    def whole(amount: Decimal) -> int:
        try:
            number = _EXACT.multiply(amount, Decimal(per_unit))
            if number != number.to_integral_value() or abs(number) > _MOST:
                raise ValueError
        except (InvalidOperation, Inexact, ValueError):
            raise ValueError(f"an amount finer than 1/{per_unit} or out of range") from None
        return int(number)

    return Stored(
        f"scaled{per_unit}", sa.BigInteger(), whole, lambda n: _EXACT.divide(Decimal(n), Decimal(per_unit))
    )


def identity() -> Stored:
    """A UUID as its 16 bytes."""
    return Stored("identity", sa.LargeBinary(16), lambda key: key.bytes, lambda raw: UUID(bytes=raw))


def digest(length: int) -> Stored:
    """Bytes of a known length: a hash, a key, a signature."""
    return Stored(f"digest{length}", sa.LargeBinary(length), bytes, bytes)


def raw_bytes() -> Stored:
    """Bytes kept verbatim."""
    return Stored("bytes", sa.LargeBinary(), bytes, bytes)


def words() -> Stored:
    """Text of a person: composed and free of control characters, so that both databases take it alike."""
    return Stored("words", TEXT, clean_text)


def instant() -> Stored:
    """An aware datetime as sortable text: the UTC instant to the microsecond, then its own offset."""
    return Stored("instant", TEXT, instant_text, instant_of)


def day() -> Stored:
    return Stored("day", TEXT, date.isoformat, date.fromisoformat)


def one_of(kind: type[Enum]) -> Stored:
    """A member of an enum by its value; the table's CHECK refuses any other."""
    return Stored(f"one_of_{kind.__name__}", TEXT, lambda member: kind(member).value, kind)


def list_of(kind: type[Enum] | type[str]) -> Stored:
    """A tuple of texts or enum members as JSON text."""
    if issubclass(kind, Enum):
        return Stored(
            f"list_of_{kind.__name__}",
            TEXT,
            lambda many: _list_text([kind(m).value for m in many]),
            _members(kind),
        )
    return Stored(
        "list_of_str", TEXT, lambda many: _list_text([clean_text(text) for text in many]), _members(str)
    )


def _list_text(texts: list[str]) -> str:
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))


def _members(kind: Callable[[str], Any]) -> Callable[[str], tuple[Any, ...]]:
    return lambda text: tuple(kind(part) for part in json.loads(text))


def instant_text(moment: datetime) -> str:
    """`2026-11-24T18:31:00.000000Z-0800`; raises ValueError for a naive time or an offset with seconds."""
    offset = moment.utcoffset()
    if offset is None or offset % timedelta(minutes=1):
        raise ValueError("a moment needs its offset from UTC, in whole minutes")
    utc = moment.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00")
    minutes = offset // timedelta(minutes=1)
    hours, rest = divmod(abs(minutes), 60)
    return f"{utc}Z{'-' if minutes < 0 else '+'}{hours:02}{rest:02}"


def instant_of(text: str) -> datetime:
    """The moment in its own offset, exactly as stored."""
    utc, offset = text.split("Z")
    ahead = timedelta(hours=int(offset[1:3]), minutes=int(offset[3:5])) * (-1 if offset[0] == "-" else 1)
    return datetime.fromisoformat(utc).replace(tzinfo=UTC).astimezone(timezone(ahead))

"""Records read back from the bytes that were signed, so that a paper is made of nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import TypeVar, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

T = TypeVar("T")

_WRITTEN_AS_TEXT: Mapping[object, Callable[[str], object]] = {
    str: str,
    UUID: UUID,
    Decimal: Decimal,
    Fraction: Fraction,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    bytes: bytes.fromhex,
}


def read_back(kind: type[T], plain: object) -> T:
    """The record that `canonical` wrote, from its JSON.

    A field that is not in it has its default. Raises KeyError, TypeError or ValueError for anything else.
    """
    return cast(T, _value(kind, plain))


def _value(kind: object, plain: object) -> object:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (bare,) = (each for each in inner if each is not type(None))
        return None if plain is None else _value(bare, plain)
    if origin is tuple:
        return _tuple(inner, plain)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {_value(inner[0], key): _value(inner[1], each) for key, each in _record(plain).items()}
    return _plain(kind, plain)


def _plain(kind: object, plain: object) -> object:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(plain)
    if isinstance(kind, type) and is_dataclass(kind):
        return _of_fields(kind, _record(plain))
    if kind in (bool, int):
        if type(plain) is not kind:
            raise TypeError("This is no whole number, or no yes and no.")
        return plain
    if not isinstance(plain, str):
        raise TypeError("This is no text.")
    return _WRITTEN_AS_TEXT[kind](plain)


def _of_fields(kind: type, plain: Mapping[str, object]) -> object:
    hints, known = _hints(kind), {field.name for field in fields(kind)}
    return kind(**{name: _value(hints[name], each) for name, each in plain.items() if name in known})


@cache
def _hints(kind: type) -> Mapping[str, object]:
    return get_type_hints(kind)


def _tuple(inner: tuple[object, ...], plain: object) -> tuple[object, ...]:
    if not isinstance(plain, list):
        raise TypeError("This is no list.")
    if len(inner) == 2 and inner[1] is Ellipsis:
        return tuple(_value(inner[0], each) for each in plain)
    return tuple(_value(kind, each) for kind, each in zip(inner, plain, strict=True))


def _record(plain: object) -> Mapping[str, object]:
    if not isinstance(plain, Mapping):
        raise TypeError("This is no record.")
    return plain

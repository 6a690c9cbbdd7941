"""The bytes that a signature covers: one spelling for one record."""

import json
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from uuid import UUID


def canonical(record: object) -> bytes:
    """UTF-8 JSON with sorted keys, NFC strings, decimals as strings; raises TypeError for an unknown kind."""
    text = json.dumps(
        _plain(record), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    return text.encode("utf-8")


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int):
        return value
    for kind, write in _WRITTEN:
        if isinstance(value, kind):
            return write(value)
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} has no canonical form")


_WRITTEN: tuple[tuple[type | tuple[type, ...], Callable[..., object]], ...] = (
    (Enum, lambda value: _plain(value.value)),
    (str, lambda value: unicodedata.normalize("NFC", value)),
    (Decimal, lambda value: f"{value.normalize():f}"),
    (date, lambda value: value.isoformat()),
    (UUID, str),
    (bytes, bytes.hex),
    ((tuple, list), lambda value: [_plain(item) for item in value]),
    (Mapping, lambda value: {str(_plain(key)): _plain(item) for key, item in value.items()}),
)

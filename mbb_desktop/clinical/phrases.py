"""The words for verdicts, findings, relief and problems: read once, said the same on screen and on paper."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from string import Formatter
from types import MappingProxyType

from mbb_desktop.clinical.data_file import delivered


class NoSuchPhrase(KeyError):
    """A key that the phrase file does not have."""


def phrase(key: str, /, **fields: object) -> str:
    """The words of a key with its fields filled in; ValueError when a field is missing."""
    words = _book()
    if key not in words:
        raise NoSuchPhrase(key)
    try:
        return words[key].format_map(fields)
    except KeyError:
        missing = sorted(fields_of(words[key]) - fields.keys())
        raise ValueError(f"phrase {key!r} needs {', '.join(missing)}") from None


def known(key: str) -> bool:
    """Whether there are words for a key."""
    return key in _book()


def of(member: Enum) -> str:
    """The words for an enum member: `of(Verdict.UNKNOWN)` is `Missing`."""
    return phrase(key_of(member))


def key_of(member: Enum) -> str:
    """The key of an enum member: `block_verdict.not_assessable`."""
    kind = re.sub(r"(?<!^)(?=[A-Z])", "_", type(member).__name__).lower()
    return f"{kind}.{member.name.lower()}"


@cache
def fields_of(words: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(words) if name)


@cache
def read_phrases(path: Path) -> Mapping[str, str]:
    """All phrases of a file by dotted key. Raises ValueError for an entry that is no text."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return MappingProxyType(dict(_flat("", tables, path.name)))


def _flat(prefix: str, table: Mapping[str, object], file: str) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(f"{prefix}{name}.", value, file)
        elif isinstance(value, str):
            yield f"{prefix}{name}", value
        else:
            raise ValueError(f"{file}: {prefix}{name} must be a text in quotes.")


@cache
def _book() -> Mapping[str, str]:
    return read_phrases(delivered("phrases", "en.toml"))

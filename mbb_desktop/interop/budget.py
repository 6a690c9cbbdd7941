"""What a file from outside may cost, and strict JSON: anything doubtful is refused with line and column."""

import json
import re
from codecs import BOM_UTF8
from typing import TypeAlias

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"

LARGEST_FILE = 50 * 1024 * 1024  # bytes
MOST_VALUES = 2_000_000  # of JSON; bounds the memory, which the size does not
MOST_RECORDS = 100_000
MOST_PEOPLE = 20_000
_DEEPEST = 200
_LONGEST_NUMBER = 400

_TOKEN = re.compile(
    r'(?P<string>"[^"\\]*+(?:\\.[^"\\]*+)*+")(?P<colon>\s*+:)?'
    r"|(?P<opens>[{\[])|(?P<closes>[}\]])|(?P<constant>NaN|-?Infinity)"
    rf"|(?P<number>[-+.eE\d]{{{_LONGEST_NUMBER + 1},}}+)",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_WIDE = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\x00\x00": "UTF-32"}


class Unreadable(Exception):
    """A file or a line cannot be read; the sentence says where and why and quotes nothing."""


class _NotStrict(Exception):
    """Python's own JSON reader would have accepted this."""


def text_of(data: bytes) -> str:
    """The text of a UTF-8 JSON file with or without byte order mark; raises Unreadable, the size first."""
    if len(data) > LARGEST_FILE:
        raise Unreadable("The file is larger than 50 MB. Ask the sender for smaller files.")
    if not data.removeprefix(BOM_UTF8).strip():
        raise Unreadable("The file is empty. Ask the sender for a new file.")
    if sum(map(data.count, (b",", b"[", b"{"))) > MOST_VALUES:
        raise Unreadable("The file holds too many values to be read. Ask the sender for smaller files.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
    kind = f"; it looks like {_WIDE[data[:2]]}" if data[:2] in _WIDE else ""
    raise Unreadable(f"Line {line} is not UTF-8 text{kind}. Ask the sender to save the file as UTF-8.")


def json_of(text: str, first_line: int = 1) -> Json:
    """One JSON document, numbers as floats; `first_line` is the line of the file where the text starts.

    Raises Unreadable for malformed JSON, a field given twice, NaN or Infinity, endless numbers, deep
    nesting (RFC 8259 leaves them all to the reader).
    """
    try:
        parsed: Json = json.loads(
            text, object_pairs_hook=_each_once, parse_constant=_refuse, parse_int=_number, parse_float=_number
        )
        return parsed
    except json.JSONDecodeError as fault:
        position, reason = fault.pos, _other_format(text)
    except (_NotStrict, RecursionError):
        position, reason = _first_fault(text)
    raise Unreadable(_at(text, position, first_line, reason))


def _other_format(text: str) -> str:
    start = text.lstrip()[:4]
    if start.startswith("<"):
        return "this is XML and not JSON"
    return "this is an HL7 v2 message and not JSON" if start == "MSH|" else "this is not valid JSON"


def _each_once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise _NotStrict
    return fields


def _refuse(_constant: str) -> Json:
    raise _NotStrict


def _number(digits: str) -> float:
    if len(digits) > _LONGEST_NUMBER:
        raise _NotStrict
    return float(digits)


def _at(text: str, position: int, first_line: int, reason: str) -> str:
    line = first_line + text.count("\n", 0, position)
    column = position - text.rfind("\n", 0, position)
    return f"Line {line}, column {column}: {reason}. Ask the sender for a corrected file."


def _first_fault(text: str) -> tuple[int, str]:
    """Where strict reading failed; slow, so only asked once it has failed."""
    fields_seen: list[set[str]] = [set()]
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "colon":
            field = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), token["string"])
            if field in fields_seen[-1]:
                return token.start(), "a field is given twice, so it is not clear which one counts"
            fields_seen[-1].add(field)
        elif kind == "opens":
            fields_seen.append(set())
            if len(fields_seen) > _DEEPEST + 1:
                return token.start(), "the values are nested too deeply"
        elif kind == "closes":
            del fields_seen[max(1, len(fields_seen) - 1) :]
        elif kind != "string":
            return token.start(), "this is not a number that JSON allows"
    return 0, "the file is not plain JSON"

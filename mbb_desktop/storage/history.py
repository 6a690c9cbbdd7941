"""What a save changed: each field before and after, as the audit trail keeps it."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from itertools import zip_longest


def changes(before: object | None, after: object | None) -> Mapping[str, object]:
    """`{field: [before, after]}` of the fields that differ; of tuples only the positions that differ."""
    sample = after if after is not None else before
    if sample is None:
        return {}
    found: dict[str, object] = {}
    for field in fields(sample):  # type: ignore[arg-type]  # every record is a dataclass
        old = None if before is None else getattr(before, field.name)
        new = None if after is None else getattr(after, field.name)
        if field.name in ("id", "version") or old == new or (_nothing(old) and _nothing(new)):
            continue
        found[field.name] = _positions(old, new) if isinstance(sample_of(old, new), tuple) else [old, new]
    return found


def sample_of(old: object, new: object) -> object:
    return old if new is None else new


def _nothing(value: object) -> bool:
    return value is None or value in ("", ())


def _positions(old: object, new: object) -> Mapping[str, object]:
    before: Sequence[object] = old if isinstance(old, tuple) else ()
    after: Sequence[object] = new if isinstance(new, tuple) else ()
    pairs = enumerate(zip_longest(before, after))
    return {str(at): [one, other] for at, (one, other) in pairs if one != other}

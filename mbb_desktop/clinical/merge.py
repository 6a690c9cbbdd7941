"""Two people edit one record: changes to different fields join, a field changed twice is a question."""

from dataclasses import dataclass, fields, replace
from typing import TypeVar

from mbb_desktop.clinical.block import Block, Entry
from mbb_desktop.clinical.response import Response

Record = TypeVar("Record", Block, Response)


@dataclass(frozen=True, slots=True)
class Collision:
    """A field that both changed, with both values: neither is lost, somebody has to choose."""

    field: str
    mine: object
    theirs: object


def merged(base: Record, mine: Record, theirs: Record) -> tuple[Record, tuple[Collision, ...]]:
    """`theirs` with my changes since `base`; where both changed a field, theirs stays and is reported."""
    changes: dict[str, object] = {}
    collisions: list[Collision] = []
    for field in fields(base):
        old, my, their = (getattr(record, field.name) for record in (base, mine, theirs))
        if field.name == "version" or my in (old, their):
            continue
        if field.name == "entries":
            changes["entries"] = _joined(old, my, their)
        elif their == old:
            changes[field.name] = my
        else:
            collisions.append(Collision(field.name, my, their))
    return replace(theirs, **changes), tuple(collisions)


def _joined(base: tuple[Entry, ...], mine: tuple[Entry, ...], theirs: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Entries of both; where both entered one item, the later one."""
    dropped = {e.item for e in base} - {e.item for e in mine}
    newest = {entry.item: entry for entry in theirs if entry.item not in dropped}
    for entry in mine:
        known = newest.get(entry.item)
        if known is None or known in base or entry.at >= known.at:
            newest[entry.item] = entry
    return tuple(newest.values())

"""Two people edit one record: changes to different fields join, a field changed twice is a question."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar

from mbb_desktop.clinical.block import Block, Entry
from mbb_desktop.clinical.response import Reading, Response

Record = TypeVar("Record", Block, Response)
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Collision:
    """A field that both changed, with both values: neither is lost, somebody has to choose."""

    field: str
    mine: object
    theirs: object


def merged(base: Record, mine: Record, theirs: Record) -> tuple[Record, tuple[Collision, ...]]:
    """`theirs` with my changes since `base`; where both changed a field, theirs stays and is reported."""
    collisions: list[Collision] = []
    return _merged(base, mine, theirs, "", collisions), tuple(collisions)


def _merged(base: Part, mine: Part, theirs: Part, within: str, collisions: list[Collision]) -> Part:
    changes: dict[str, object] = {}
    for field in fields(theirs):  # type: ignore[arg-type]  # only records come here
        name = field.name
        old, my, their = (getattr(record, name) for record in (base, mine, theirs))
        if name == "version" or my in (old, their):
            continue
        if their == old:
            changes[name] = my
        elif is_dataclass(their):
            changes[name] = _merged(old, my, their, f"{within}{name}.", collisions)
        elif name == "entries":
            changes[name] = _entries(old, my, their)
        elif name == "readings":
            changes[name] = _readings(old, my, their, collisions)
        else:
            collisions.append(Collision(f"{within}{name}", my, their))
    return replace(theirs, **changes)  # type: ignore[type-var]  # only records come here


def _entries(base: Sequence[Entry], mine: Sequence[Entry], theirs: Sequence[Entry]) -> tuple[Entry, ...]:
    """Entries of both; where both entered one item, the later one."""
    dropped = {e.item for e in base} - {e.item for e in mine}
    newest = {entry.item: entry for entry in theirs if entry.item not in dropped}
    for entry in mine:
        known = newest.get(entry.item)
        if known is None or known in base or entry.at >= known.at:
            newest[entry.item] = entry
    return tuple(newest.values())


def _readings(
    base: Sequence[Reading],
    mine: Sequence[Reading],
    theirs: Sequence[Reading],
    collisions: list[Collision],
) -> tuple[Reading, ...]:
    """Scores of both; of one slot that both changed, theirs stays and is reported."""
    was, my, joined = _by_slot(base), _by_slot(mine), _by_slot(theirs)
    for slot in {*was, *my}:
        if my.get(slot) == was.get(slot):
            continue
        if joined.get(slot) not in (was.get(slot), my.get(slot)):
            collisions.append(Collision("readings", my.get(slot), joined.get(slot)))
        elif slot in my:
            joined[slot] = my[slot]
        else:
            joined.pop(slot, None)
    return tuple(sorted(joined.values(), key=lambda reading: (reading.series.value, reading.slot)))


def _by_slot(readings: Sequence[Reading]) -> dict[Hashable, Reading]:
    return {(reading.series, reading.slot): reading for reading in readings}

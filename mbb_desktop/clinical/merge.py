"""Two people edit one record: changes to different fields join, a field changed twice is a question."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar

from mbb_desktop.clinical.block import Block, Entry, Item, Vitals
from mbb_desktop.clinical.block_state import CLOSED
from mbb_desktop.clinical.charting import asked_again, for_its_levels, proposed_again
from mbb_desktop.clinical.response import Reading, Response

Record = TypeVar("Record", Block, Response)
Part = TypeVar("Part")


_LEVELS = ("joints", "targets", "levels_text", "region")
"""Where a block was: said in several fields that have to agree, so two changes to them are never mixed."""


@dataclass(frozen=True, slots=True)
class Collision:
    """A field that both changed, with both values: neither is lost, somebody has to choose."""

    field: str
    mine: object
    theirs: object


def merged(base: Record, mine: Record, theirs: Record) -> tuple[Record, tuple[Collision, ...]]:
    """`theirs` with my changes since `base`; where both changed a field, theirs stays and is reported.

    The levels of a block count as one field. What one accepted with one key for targets or a day that the
    other changed is proposed again, as after an edit.
    """
    collisions: list[Collision] = []
    joined = _merged(base, mine, theirs, "", collisions)
    return _anew(_anew(joined, mine), theirs), tuple(collisions)


def _anew(joined: Record, before: Record) -> Record:
    """Without what one of the two accepted in `before` and the other made unfit."""
    if not isinstance(joined, Block) or not isinstance(before, Block) or joined.state in CLOSED:
        return joined
    kept = set(before.entries)
    common = replace(joined, entries=tuple(entry for entry in joined.entries if entry in kept))
    fits = _fitting(before, asked_again(before, common))
    gone = set(common.entries) - set(fits.entries)
    return replace(fits, entries=tuple(entry for entry in joined.entries if entry not in gone))


def _fitting(before: Block, block: Block) -> Block:
    if not block.targets:  # the levels are being typed
        return block
    block = for_its_levels(before, block)
    injected = [sum(not target.not_injected for target in each.targets) for each in (before, block)]
    return proposed_again(block, Item.IMAGES) if injected[0] != injected[1] else block


def with_mine(record: Record, collisions: Sequence[Collision]) -> Record:
    """A record with my value of each field in question, and of each reading."""
    chosen = record
    for each in collisions:
        mine = _readings_with_mine(chosen, each) if each.field == "readings" else each.mine
        chosen = _put(chosen, each.field, mine)
    return _anew(chosen, record)


def _put(record: Part, path: str, value: object) -> Part:
    name, _, rest = path.partition(".")
    changed: dict[str, object] = {name: _put(getattr(record, name), rest, value) if rest else value}
    return replace(record, **changed)  # type: ignore[type-var]  # only records come here


def _readings_with_mine(record: Block | Response, collision: Collision) -> tuple[Reading, ...]:
    assert isinstance(record, Response)
    asked = collision.theirs if collision.mine is None else collision.mine
    assert isinstance(asked, Reading)
    others = [r for r in record.readings if _slot(r) != _slot(asked)]
    return _in_order([*others, asked] if asked is collision.mine else others)


def _merged(base: Part, mine: Part, theirs: Part, within: str, collisions: list[Collision]) -> Part:
    changes: dict[str, object] = {}
    whole = _LEVELS if _both_changed_levels(base, mine, theirs) else ()
    for field in fields(theirs):  # type: ignore[arg-type]  # only records come here
        name = field.name
        old, my, their = (getattr(record, name) for record in (base, mine, theirs))
        if name in whole and my != their:
            collisions.append(Collision(name, my, their))
        if name == "version" or name in whole or my in (old, their):
            continue
        if their == old:
            changes[name] = my
        elif is_dataclass(their):
            changes[name] = _merged(old, my, their, f"{within}{name}.", collisions)
        elif name == "entries":
            changes[name] = _entries(old, my, their)
        elif name == "readings":
            changes[name] = _readings(old, my, their, collisions)
        elif name == "vitals":
            changes[name] = _vitals(old, my, their, collisions)
        else:
            collisions.append(Collision(f"{within}{name}", my, their))
    return replace(theirs, **changes)  # type: ignore[type-var]  # only records come here


def _both_changed_levels(*versions: object) -> bool:
    base, mine, theirs = ([getattr(each, n) for n in _LEVELS if isinstance(each, Block)] for each in versions)
    return base not in (mine, theirs)


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
    joined, clashes = _rows(_by(_slot, base), _by(_slot, mine), _by(_slot, theirs))
    collisions += [Collision("readings", my, their) for my, their in clashes.values()]
    return _in_order(joined.values())


def _vitals(
    base: Sequence[Vitals], mine: Sequence[Vitals], theirs: Sequence[Vitals], collisions: list[Collision]
) -> tuple[Vitals, ...]:
    """Vital signs of both, one row for each moment; when both changed one row, theirs stays and is reported.

    Two rows of one minute cannot be told apart: then all of theirs stay and are reported.
    """
    if any(len(_by(_moment, rows)) < len(rows) for rows in (base, mine, theirs)):
        collisions.append(Collision("vitals", mine, theirs))
        return tuple(theirs)
    joined, clashes = _rows(_by(_moment, base), _by(_moment, mine), _by(_moment, theirs))
    if clashes:
        both = {**joined, **{moment: my for moment, (my, _) in clashes.items()}}
        my_rows = tuple(taken for taken in both.values() if taken is not None)
        collisions.append(Collision("vitals", my_rows, tuple(joined.values())))
    return tuple(joined.values())


Row = TypeVar("Row")
Rows = dict[Hashable, Row]


def _rows(
    base: Rows[Row], mine: Rows[Row], theirs: Rows[Row]
) -> tuple[Rows[Row], dict[Hashable, tuple[Row | None, Row | None]]]:
    """Rows of both in their order, and of those that both changed (theirs stays) mine and theirs."""
    joined, clashes = dict(theirs), dict[Hashable, tuple[Row | None, Row | None]]()
    for key in (*base, *(key for key in mine if key not in base)):
        if mine.get(key) == base.get(key):
            continue
        if joined.get(key) not in (base.get(key), mine.get(key)):
            clashes[key] = mine.get(key), joined.get(key)
        elif key in mine:
            joined[key] = mine[key]
        else:
            joined.pop(key, None)
    return joined, clashes


def _by(key: Callable[[Row], Hashable], rows: Sequence[Row]) -> Rows[Row]:
    return {key(row): row for row in rows}


def _slot(reading: Reading) -> Hashable:
    return reading.series, reading.slot


def _moment(taken: Vitals) -> Hashable:
    return taken.when, taken.at


def _in_order(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(sorted(readings, key=lambda reading: (reading.series.value, reading.slot)))

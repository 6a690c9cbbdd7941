"""Which columns a record needs, read from the type hints of its dataclass."""

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.types import TypeEngine

from mbb_desktop.clinical.quantities import Scaled
from mbb_desktop.clinical.text import clean_text
from mbb_desktop.storage import column_types


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of a record: its name, its type, and the only values an enum may have."""

    field: str
    column: str
    type: TypeEngine[Any]
    nullable: bool
    values: tuple[str, ...] = ()
    is_text: bool = False
    of_texts: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A dataclass as cells, nested dataclasses (their columns carry a prefix) and tuples of children."""

    kind: type
    cells: tuple[Cell, ...]
    parts: tuple[tuple[str, "Shape"], ...]
    children: tuple[tuple[str, "Shape"], ...]

    def all_cells(self) -> Iterator[Cell]:
        """The cells in the order in which `row` and `record` use them."""
        yield from self.cells
        for _, part in self.parts:
            yield from part.all_cells()

    def row(self, record: object) -> dict[str, Any]:
        """The record's own columns and values, without children."""
        row = {cell.column: getattr(record, cell.field) for cell in self.cells}
        for name, part in self.parts:
            row |= part.row(getattr(record, name))
        return row

    def record(self, values: Iterator[Any], children: Mapping[str, tuple[object, ...]]) -> Any:
        """The record of a row whose values come in the order of `all_cells`."""
        found: dict[str, Any] = {cell.field: next(values) for cell in self.cells}
        for name, part in self.parts:
            found[name] = part.record(values, {})
        return self.kind(**found, **children)

    def cleaned(self, record: Any) -> Any:
        """The record with every text composed (NFC); raises ValueError for control characters."""
        changes: dict[str, Any] = {}
        for cell in self.cells:
            value = getattr(record, cell.field)
            if cell.is_text and value is not None:
                changes[cell.field] = clean_text(value)
            elif cell.of_texts:
                changes[cell.field] = tuple(clean_text(text) for text in value)
        for name, part in self.parts:
            changes[name] = part.cleaned(getattr(record, name))
        for name, child in self.children:
            changes[name] = tuple(child.cleaned(one) for one in getattr(record, name))
        return replace(record, **{n: v for n, v in changes.items() if v != getattr(record, n)})


def shape_of(kind: type, prefix: str = "") -> Shape:
    """The shape of a record; raises TypeError naming a field whose type the store cannot keep."""
    hints = get_type_hints(kind, include_extras=True)
    cells: list[Cell] = []
    parts: list[tuple[str, Shape]] = []
    children: list[tuple[str, Shape]] = []
    for field in fields(kind):
        hint = hints[field.name]
        if is_dataclass(hint) and isinstance(hint, type):
            parts.append((field.name, shape_of(hint, f"{prefix}{field.name}_")))
        elif (member := _member(hint)) is not None and is_dataclass(member):
            children.append((field.name, shape_of(member)))
        else:
            cells.append(_cell(kind, field.name, prefix + field.name, hint))
    return Shape(kind, tuple(cells), tuple(parts), tuple(children))


def _member(hint: object) -> type | None:
    """`X` of `tuple[X, ...]`."""
    args = get_args(hint)
    return args[0] if get_origin(hint) is tuple and len(args) == 2 and args[1] is Ellipsis else None


def _cell(kind: type, field: str, column: str, hint: object) -> Cell:
    bare, nullable = _without_none(hint)
    member = _member(bare)
    if isinstance(member, type) and issubclass(member, Enum | str):
        return Cell(field, column, column_types.list_of(member), nullable, of_texts=member is str)
    if get_origin(bare) is Annotated:
        number, mark = get_args(bare)
        if number is Decimal and isinstance(mark, Scaled):
            return Cell(field, column, column_types.scaled(mark.per_unit), nullable)
    if isinstance(bare, type):
        if issubclass(bare, Enum):
            return Cell(field, column, column_types.one_of(bare), nullable, tuple(m.value for m in bare))
        if (make := _PLAIN.get(bare)) is not None:
            return Cell(field, column, make(), nullable, is_text=bare is str)
    raise TypeError(f"{kind.__name__}.{field}: the store cannot keep {bare}")


_PLAIN: Mapping[type, Any] = {
    str: column_types.words,
    bool: sa.Boolean,
    int: sa.BigInteger,
    date: column_types.day,
    datetime: column_types.instant,
    UUID: column_types.identity,
    bytes: column_types.raw_bytes,
}


def _without_none(hint: object) -> tuple[object, bool]:
    if get_origin(hint) in (types.UnionType, Union):
        kinds: Sequence[object] = [kind for kind in get_args(hint) if kind is not type(None)]
        if len(kinds) == 1:
            return kinds[0], True
    return hint, False

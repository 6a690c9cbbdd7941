"""Records to rows and back: one table per aggregate, one per tuple of children, one version per aggregate."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from mbb_desktop.storage.column_types import identity
from mbb_desktop.storage.errors import Conflict, NotFound
from mbb_desktop.storage.shape import Cell, Shape, shape_of

R = TypeVar("R")
_MOST_AT_ONCE = 500  # keys in one IN (...)


class RecordTable(Generic[R]):
    """The tables of one kind of aggregate, with their statements built once."""

    def __init__(
        self,
        metadata: sa.MetaData,
        kind: type[R],
        name: str,
        references: Mapping[str, str] | None = None,
        indexes: Sequence[sa.Index] = (),
    ) -> None:
        self.kind = kind
        self.name = name
        self.shape = shape_of(kind)
        self.table = _root_table(metadata, name, self.shape, references or {}, indexes)
        self.children = tuple(
            _Children(metadata, self.table, field, child) for field, child in self.shape.children
        )
        key, version = self.table.c.id, self.table.c.version
        self._columns = sa.select(*(self.table.c[cell.column] for cell in self.shape.all_cells()))
        self._by_ids = self._columns.where(key.in_(sa.bindparam("ids", expanding=True)))
        self._by_id = self._columns.where(key == sa.bindparam("key_id"))
        self._insert = self.table.insert()
        self._update = self.table.update().where(
            key == sa.bindparam("key_id"), version == sa.bindparam("key_version")
        )
        self._delete = self.table.delete().where(
            key == sa.bindparam("key_id"), version == sa.bindparam("key_version")
        )

    @property
    def noun(self) -> str:
        """What a person calls it."""
        return self.name.replace("_", " ")

    def find(self, connection: sa.Connection, key: UUID) -> R | None:
        """The record with the key, whole; None when there is none."""
        row = connection.execute(self._by_id, {"key_id": key}).first()
        return None if row is None else self._whole(connection, [row])[0]

    def many(self, connection: sa.Connection, keys: Iterable[UUID]) -> dict[UUID, R]:
        """The records that exist among the keys."""
        wanted = list(dict.fromkeys(keys))
        found: dict[UUID, R] = {}
        for start in range(0, len(wanted), _MOST_AT_ONCE):
            some = wanted[start : start + _MOST_AT_ONCE]
            for record in self._whole(connection, connection.execute(self._by_ids, {"ids": some}).all()):
                found[_key(record)] = record
        return found

    def where(
        self,
        connection: sa.Connection,
        *conditions: sa.ColumnElement[bool] | sa.TextClause,
        order: Sequence[Any] = (),
        limit: int | None = None,
    ) -> tuple[R, ...]:
        """The records that fulfil the conditions, whole, in the given order."""
        rows = connection.execute(self._columns.where(*conditions).order_by(*order).limit(limit)).all()
        return tuple(self._whole(connection, rows))

    def _whole(self, connection: sa.Connection, rows: Sequence[sa.Row[Any]]) -> list[R]:
        position = [cell.column for cell in self.shape.all_cells()].index("id")
        keys = [row[position] for row in rows]
        family = [(child.field, child.read(connection, keys)) for child in self.children] if rows else []
        return [
            self.shape.record(iter(row), {field: tuple(members[key]) for field, members in family})
            for row, key in zip(rows, keys, strict=True)
        ]

    def save(self, connection: sa.Connection, record: R, known: R | None = None) -> tuple[R | None, R]:
        """The record before (None when new) and after; the same when nothing changed.

        `known` is the stored record when this transaction has read it already.
        Raises Conflict when another save came first, NotFound when a changed record is gone. Saving once
        more what was just saved, with the version of before, is taken as a repeated try.
        """
        wanted = self.shape.cleaned(record)
        before = known or self.find(connection, _key(wanted))
        if before is None:
            return None, self._insert_new(connection, wanted)
        is_same = replace(before, version=_version(wanted)) == wanted  # type: ignore[type-var]  # a dataclass
        if is_same and _version(before) in (_version(wanted), _version(wanted) + 1):
            return before, before
        if _version(before) != _version(wanted):
            raise Conflict(self.noun)
        return before, self._update_known(connection, before, wanted)

    def _insert_new(self, connection: sa.Connection, record: R) -> R:
        if _version(record) != 0:
            raise NotFound(self.noun)
        first: R = replace(record, version=1)  # type: ignore[type-var]
        try:
            connection.execute(self._insert, self.shape.row(first))
        except IntegrityError as problem:
            if "unique" in str(problem.orig).lower():  # another desk saved its own one for the same place
                raise Conflict(self.noun) from None
            raise
        for child in self.children:
            child.write(connection, _key(record), (), getattr(record, child.field))
        return first

    def _update_known(self, connection: sa.Connection, before: R, record: R) -> R:
        after: R = replace(record, version=_version(before) + 1)  # type: ignore[type-var]
        old, new = self.shape.row(before), self.shape.row(after)
        changed = {column: value for column, value in new.items() if value != old[column]}
        keys = {"key_id": _key(record), "key_version": _version(before)}
        if connection.execute(self._update, {**changed, **keys}).rowcount != 1:
            raise Conflict(self.noun)
        for child in self.children:
            child.write(connection, _key(record), getattr(before, child.field), getattr(after, child.field))
        return after

    def delete(self, connection: sa.Connection, record: R) -> None:
        """Remove the record and its children; raises Conflict when it changed since it was read."""
        keys = {"key_id": _key(record), "key_version": _version(record)}
        if connection.execute(self._delete, keys).rowcount != 1:
            raise Conflict(self.noun)


class _Children:
    """One tuple of children of an aggregate, keyed by its owner and its position."""

    def __init__(self, metadata: sa.MetaData, owner: sa.Table, field: str, shape: Shape) -> None:
        self.field = field
        self.shape = shape
        self.owner_id = f"{owner.name}_id"
        self.table = sa.Table(
            f"{owner.name}_{field}",
            metadata,
            sa.Column(
                self.owner_id, identity(), sa.ForeignKey(owner.c.id, ondelete="CASCADE"), primary_key=True
            ),
            sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
            *_columns(shape.all_cells()),
            *_checks(shape.all_cells()),
            sqlite_with_rowid=False,
        )
        owner_id, position = self.table.c[self.owner_id], self.table.c.position
        every = sa.select(owner_id, *(self.table.c[cell.column] for cell in shape.all_cells()))
        self._read_one = every.where(owner_id == sa.bindparam("key_id")).order_by(position)
        self._read = every.where(owner_id.in_(sa.bindparam("ids", expanding=True))).order_by(
            owner_id, position
        )
        self._insert = self.table.insert()
        self._delete = self.table.delete().where(
            owner_id == sa.bindparam("key_id"), position == sa.bindparam("key_position")
        )

    def read(self, connection: sa.Connection, owners: Sequence[UUID]) -> dict[UUID, list[object]]:
        """The children of each owner in their order."""
        found: dict[UUID, list[object]] = defaultdict(list)
        for row in self._rows(connection, owners):
            values = iter(row)
            found[next(values)].append(self.shape.record(values, {}))
        return found

    def _rows(self, connection: sa.Connection, owners: Sequence[UUID]) -> Iterator[sa.Row[Any]]:
        if len(owners) == 1:  # a list of keys makes the statement anew each time
            yield from connection.execute(self._read_one, {"key_id": owners[0]}).all()
            return
        for start in range(0, len(owners), _MOST_AT_ONCE):
            some = {"ids": owners[start : start + _MOST_AT_ONCE]}
            yield from connection.execute(self._read, some).all()  # row by row would cost half as much again

    def write(
        self, connection: sa.Connection, owner: UUID, before: Sequence[object], after: Sequence[object]
    ) -> None:
        """Write only the positions that differ, so that signed neighbours stay untouched."""
        same = [old == new for old, new in zip(before, after, strict=False)]
        stale = [at for at in range(len(before)) if at >= len(same) or not same[at]]
        fresh = [at for at in range(len(after)) if at >= len(same) or not same[at]]
        if stale:
            connection.execute(self._delete, [{"key_id": owner, "key_position": at} for at in stale])
        if fresh:
            rows = [{self.owner_id: owner, "position": at, **self.shape.row(after[at])} for at in fresh]
            connection.execute(self._insert, rows)


def _root_table(
    metadata: sa.MetaData, name: str, shape: Shape, references: Mapping[str, str], indexes: Sequence[sa.Index]
) -> sa.Table:
    cells = list(shape.all_cells())
    keys = [sa.ForeignKeyConstraint([column], [f"{target}.id"]) for column, target in references.items()]
    return sa.Table(name, metadata, *_columns(cells), *_checks(cells), *keys, *indexes)


def _columns(cells: Iterable[Cell]) -> list[sa.Column[Any]]:
    return [
        sa.Column(cell.column, cell.type, primary_key=cell.column == "id", nullable=cell.nullable)
        for cell in cells
    ]


def _checks(cells: Iterable[Cell]) -> list[sa.CheckConstraint]:
    return [
        sa.CheckConstraint(allowed(cell.column, cell.values), name=f"{cell.column}_known")
        for cell in cells
        if cell.values
    ]


def allowed(column: str, values: Iterable[str]) -> str:
    """The SQL condition that a column holds one of the values (or NULL)."""
    listed = ", ".join("'" + value.replace("'", "''") + "'" for value in values)
    return f'"{column}" IN ({listed})'


def _key(record: object) -> UUID:
    key: UUID = record.id  # type: ignore[attr-defined]  # every aggregate has one
    return key


def _version(record: object) -> int:
    version: int = record.version  # type: ignore[attr-defined]  # every aggregate has one
    return version

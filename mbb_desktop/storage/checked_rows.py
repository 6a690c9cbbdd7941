"""Comparing rows that are added once with what the audit trail tells of them: rules, marks, merges."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from mbb_desktop.clinical.text import clean_text
from mbb_desktop.storage import patient_merges
from mbb_desktop.storage.audit import Event, read_row
from mbb_desktop.storage.tables import RULE_FILE, RULE_MARK

Place = str
Sentence = str
_CHANGED = "It is not the one that the audit trail tells of."
_UNREADABLE = "It cannot be read any more."


@dataclass(slots=True)
class Told:
    """What the audit trail tells, as it was found from the first event to the last."""

    rule_files: dict[tuple[str, str], tuple[object, ...]] = field(default_factory=dict)
    rule_marks: list[tuple[object, ...]] = field(default_factory=list)
    merges: dict[int, str] = field(default_factory=dict)


def remember(told: Told, event: Event, detail: Mapping[str, Any]) -> None:
    """Take what an event tells; raises KeyError, TypeError or ValueError for what is not ours."""
    if (file := detail.get("rule_file")) is not None:
        facts = (file["name"], file["sha256"], event.at, event.user)
        told.rule_files[file["rule_set"], file["version"]] = facts
    if (mark := detail.get("rule_mark")) is not None:
        facts = (mark["rule_set"], mark["version"], mark["sha256"], mark["mark"])
        told.rule_marks.append((*facts, event.at, event.user_id, event.user))
    if (merge := detail.get("patient_merge")) is not None:
        told.merges[int(merge["seq"])] = str(merge["sha256"])


def faults(connection: sa.Connection, told: Told) -> Iterator[tuple[Place, Sentence]]:
    """What differs from the audit trail, or is missing on either side."""
    yield from _file_faults(connection, told)
    yield from _mark_faults(connection, told)
    yield from _merge_faults(connection, told)


def _file_faults(connection: sa.Connection, told: Told) -> Iterator[tuple[Place, Sentence]]:
    left = dict(told.rule_files)
    for row, found in _rows(connection, RULE_FILE, "id"):
        place = f"rule set {row.rule_set} {row.set_version}"
        known = left.pop((row.rule_set, row.set_version), None)
        if found is None:
            yield place, _UNREADABLE
            continue
        own = hashlib.sha256(found["content"]).digest() == found["sha256"]
        facts = (found["name"], found["sha256"].hex(), found["added_at"], clean_text(found["added_by"]))
        if not own or facts != known:
            yield place, _CHANGED
    yield from ((f"rule set {' '.join(key)}", "This rule file was removed.") for key in left)


def _mark_faults(connection: sa.Connection, told: Told) -> Iterator[tuple[Place, Sentence]]:
    left = list(told.rule_marks)
    for row, found in _rows(connection, RULE_MARK, "seq"):
        known = left.pop(0) if left else None
        if found is None:
            yield f"rule mark {row.seq}", _UNREADABLE
            continue
        said = (found["rule_set"], found["set_version"], found["sha256"].hex(), found["mark"].value)
        if (*said, found["at"], found["user_id"], clean_text(found["user"])) != known:
            yield f"rule mark {row.seq}", _CHANGED
    if left:
        yield "rule marks", f"{len(left)} of the marks on rule sets that the audit trail tells of are gone."


def _merge_faults(connection: sa.Connection, told: Told) -> Iterator[tuple[Place, Sentence]]:
    left = dict(told.merges)
    for seq, merge in patient_merges.every_one(connection):
        known = left.pop(seq, "")
        if merge is None:
            yield f"merge {seq}", _UNREADABLE
        elif patient_merges.fingerprint(merge).hex() != known:
            yield f"merge {seq}", _CHANGED
    yield from ((f"merge {seq}", "This merge of two records was removed.") for seq in left)


def _rows(
    connection: sa.Connection, table: sa.Table, order: str
) -> Iterator[tuple[sa.Row[Any], dict[str, Any] | None]]:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    for row in connection.execute(sa.text(f'SELECT {names} FROM {table.name} ORDER BY "{order}"')):
        yield row, read_row(table, row, connection.dialect)

"""Comparing rows that are added once with what the audit trail tells of each of them."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.text import clean_text
from mbb_desktop.storage import cosignatures, enclosures, judgements, patient_merges, print_steps, receipts
from mbb_desktop.storage.audit import Event, read_row
from mbb_desktop.storage.clinic_tables import RULE_FILE, RULE_MARK, TEMPLATE_VERSION

Place = str
Sentence = str
Checked = tuple[Place, UUID | None, str | None]
"""Where a row lies, its id, and the hash of what is there now; None for a row that cannot be read."""

_CHANGED = "It is not the one that the audit trail tells of."
_UNREADABLE = "It cannot be read any more."


@dataclass(frozen=True, slots=True)
class Kind:
    """Rows told under a word, each by its id and hash; their name, and the sentence for a lost one."""

    told: str
    name: str
    rows: Callable[[sa.Connection], Iterator[Checked]]
    lost: Sentence


@dataclass(slots=True)
class Told:
    """What the audit trail tells, as it was found from the first event to the last."""

    rule_files: dict[tuple[str, str], tuple[object, ...]] = field(default_factory=dict)
    rule_marks: list[tuple[object, ...]] = field(default_factory=list)
    merges: dict[int, str] = field(default_factory=dict)
    templates: dict[tuple[str, str, int], tuple[object, ...]] = field(default_factory=dict)
    hashes: defaultdict[str, dict[UUID, str]] = field(default_factory=lambda: defaultdict(dict))


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
    if (template := detail.get("template")) is not None:
        key = template["kind"], template["language"], int(template["version"])
        told.templates[key] = template["sha256"], template["why"], event.at, event.user_id, event.user
    for kind in KINDS:
        for row in detail.get(kind.told, ()):
            told.hashes[kind.told][UUID(row["id"])] = str(row["sha256"])


def faults(connection: sa.Connection, told: Told) -> Iterator[tuple[Place, Sentence]]:
    """What differs from the audit trail, or is missing on either side."""
    yield from _file_faults(connection, told)
    yield from _mark_faults(connection, told)
    yield from _merge_faults(connection, told)
    yield from _template_faults(connection, told)
    for kind in KINDS:
        yield from _hash_faults(connection, kind, told.hashes[kind.told])


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


def _template_faults(connection: sa.Connection, told: Told) -> Iterator[tuple[Place, Sentence]]:
    left = dict(told.templates)
    for row, found in _rows(connection, TEMPLATE_VERSION, "number"):
        place = f"template {row.kind} {row.language} {row.number}"
        known = left.pop((row.kind, row.language, row.number), None)
        if found is None:
            yield place, _UNREADABLE
            continue
        own = hashlib.sha256(found["content"]).digest() == found["sha256"]
        facts = (
            found["sha256"].hex(),
            found["why"],
            found["at"],
            found["user_id"],
            clean_text(found["user"]),
        )
        if not own or facts != known:
            yield place, _CHANGED
    lost = "This version of the clinic's words was removed."
    yield from ((f"template {' '.join(map(str, key))}", lost) for key in left)


def _hash_faults(
    connection: sa.Connection, kind: Kind, told: Mapping[UUID, str]
) -> Iterator[tuple[Place, Sentence]]:
    left = dict(told)
    for place, key, now in kind.rows(connection):
        known = left.pop(key, "") if key else ""
        if now is None:
            yield place, _UNREADABLE
        elif now != known:
            yield place, f"It is not the {kind.name} that the audit trail tells of."
    yield from ((f"{kind.name} {key.hex}", kind.lost) for key in left)


def _judgements(connection: sa.Connection) -> Iterator[Checked]:
    for place, row in judgements.every_one(connection):
        own = row is not None and hashlib.sha256(row.content).digest() == row.content_sha256
        now = judgements.fingerprint(row).hex() if row and own else "" if row else None
        yield place, row.id if row else None, now


def _receipts(connection: sa.Connection) -> Iterator[Checked]:
    for place, row in receipts.every_one(connection):
        yield place, row.id if row else None, receipts.fingerprint(row).hex() if row else None


def _print_steps(connection: sa.Connection) -> Iterator[Checked]:
    for place, row in print_steps.every_one(connection):
        yield place, row.id if row else None, print_steps.fingerprint(row).hex() if row else None


def _enclosures(connection: sa.Connection) -> Iterator[Checked]:
    """An enclosure and the mark that it was an error are each told under an id of their own."""
    for each in enclosures.every_one(connection):
        yield each.place, each.key, None if each.sha256 is None else each.sha256.hex()


def _cosign_steps(connection: sa.Connection) -> Iterator[Checked]:
    for place, row in cosignatures.every_step(connection):
        yield place, row.id if row else None, cosignatures.fingerprint(row).hex() if row else None


def _cosignatures(connection: sa.Connection) -> Iterator[Checked]:
    for key, row in cosignatures.every_one(connection):
        now = cosignatures.whole_fingerprint(row).hex() if row else None
        yield f"co-signature {key.hex if key else ''}".rstrip(), key, now


KINDS = (
    Kind("cosign_steps", "co-signature step", _cosign_steps, "Who was asked to co-sign was removed."),
    Kind("cosigned", "co-signature", _cosignatures, "This co-signature was removed."),
    Kind("judged", "judgement", _judgements, "This kept judgement was removed."),
    Kind("received", "receipt", _receipts, "Who received a paper was removed."),
    Kind("steps", "print step", _print_steps, "What was printed was removed."),
    Kind("enclosed", "enclosure", _enclosures, "This enclosure or its mark was removed."),
)


def _rows(
    connection: sa.Connection, table: sa.Table, order: str
) -> Iterator[tuple[sa.Row[Any], dict[str, Any] | None]]:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    for row in connection.execute(sa.text(f'SELECT {names} FROM {table.name} ORDER BY "{order}"')):
        yield row, read_row(table, row, connection.dialect)

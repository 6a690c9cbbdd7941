"""Two records of one person made one, or two again: rows that are added once and never changed."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.one_person import MergeMark
from mbb_desktop.clinical.people import Patient
from mbb_desktop.storage.audit import hash_of, read_row
from mbb_desktop.storage.patient_words import keep_words
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.storage.tables import PATIENT_MERGE, PATIENTS

_COLUMNS = PATIENT_MERGE.c
_NEWEST = sa.select(sa.func.coalesce(sa.func.max(_COLUMNS.seq), 0))


@dataclass(frozen=True, slots=True)
class PatientMerge:
    """What was done with two records; `content` are both as they were, in canonical JSON."""

    seq: int
    kept_id: UUID
    other_id: UUID
    mark: MergeMark
    reason: str
    content: bytes
    at: datetime
    user_id: UUID
    user: str


def keep(  # noqa: PLR0913, PLR0917  what a merge is
    change: Change, kept_id: UUID, other_id: UUID, mark: MergeMark, reason: str, content: bytes
) -> PatientMerge:
    """Add what the acting person does, and let searches find the one record, or the two, from now on."""
    seq = change.connection.execute(_NEWEST).scalar_one() + 1
    by = change.by
    merge = PatientMerge(seq, kept_id, other_id, mark, reason, content, change.at, by.id, by.signs_as)
    row = {name: getattr(merge, name) for name in PatientMerge.__slots__}
    change.connection.execute(PATIENT_MERGE.insert(), row)
    change.forget_merges()
    for key in (kept_id, other_id):
        keep_words(change.connection, as_kept(change, key))
    about = {"seq": seq, "kept": kept_id, "other": other_id, "mark": mark.value, "reason": reason}
    change.tell(patient_merge={**about, "sha256": fingerprint(merge)})
    return merge


def as_kept(look: Look, patient_id: UUID) -> Patient:
    """A record by itself, whatever it was merged into; raises KeyError."""
    return PATIENTS.many(look.connection, [patient_id])[patient_id]


def of_person(look: Look, patient_id: UUID) -> tuple[PatientMerge, ...]:
    """What was done with the records of a person, newest first."""
    ids = look.same_person(patient_id)
    either = sa.or_(_COLUMNS.kept_id.in_(ids), _COLUMNS.other_id.in_(ids))
    rows = look.connection.execute(sa.select(PATIENT_MERGE).where(either).order_by(_COLUMNS.seq.desc()))
    return tuple(PatientMerge(**row._mapping) for row in rows.all())


def fingerprint(merge: PatientMerge) -> bytes:
    """SHA-256 over all that is kept of a merge."""
    return hash_of(
        "patient merge 1",
        merge.seq,
        merge.kept_id,
        merge.other_id,
        merge.mark.value,
        merge.reason,
        hashlib.sha256(merge.content).digest(),
        merge.at,
        merge.user_id,
        merge.user,
    )


def every_one(connection: sa.Connection) -> Iterator[tuple[int, PatientMerge | None]]:
    """The number and the facts of every merge; None for one that can no longer be read."""
    names = ", ".join(f'"{column.name}"' for column in _COLUMNS)
    for row in connection.execute(sa.text(f"SELECT {names} FROM patient_merge ORDER BY seq")):
        found: dict[str, Any] | None = read_row(PATIENT_MERGE, row, connection.dialect)
        yield row.seq, None if found is None else PatientMerge(**found)

"""Judgements that somebody kept: added once, told in the audit trail, and never changed."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.kept_judgement import KeptJudgement
from mbb_desktop.storage.audit import hash_of, read_row
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.storage.tables import KEPT_JUDGEMENT

_COLUMNS = KEPT_JUDGEMENT.c
_ALL = sa.select(*_COLUMNS)


def keep(change: Change, judgement: KeptJudgement) -> None:
    """Add a judgement for good; the audit event of the change carries its hash."""
    row = {name: getattr(judgement, name) for name in KeptJudgement.__slots__}
    change.connection.execute(KEPT_JUDGEMENT.insert(), row)
    told = change.detail.setdefault("judged", [])
    assert isinstance(told, list)
    told.append({"id": judgement.id, "sha256": fingerprint(judgement)})


def fingerprint(judgement: KeptJudgement) -> bytes:
    """SHA-256 over all that is kept of a judgement."""
    return hash_of(
        "kept judgement 1",
        judgement.id,
        judgement.patient_id,
        judgement.course_id,
        judgement.on.isoformat(),
        judgement.kept_at,
        judgement.kept_by_id,
        judgement.kept_by,
        judgement.why.value,
        judgement.paper_id,
        judgement.rule_set_id,
        judgement.rule_set_version,
        judgement.rule_set_sha256,
        judgement.content_sha256,
    )


def of_course(look: Look, course_id: UUID) -> tuple[KeptJudgement, ...]:
    """The kept judgements of a course, newest first."""
    rows = look.connection.execute(_ALL.where(_COLUMNS.course_id == course_id)).all()
    found = [KeptJudgement(**row._mapping) for row in rows]
    return tuple(sorted(found, key=lambda each: (each.kept_at, each.id.bytes), reverse=True))


def every_one(connection: sa.Connection) -> Iterator[tuple[str, KeptJudgement | None]]:
    """The place and the facts of every kept judgement; None for one that can no longer be read."""
    names = ", ".join(f'"{column.name}"' for column in _COLUMNS)
    every = sa.text(f"SELECT {names} FROM kept_judgement").execution_options(yield_per=50)
    for row in connection.execute(every):
        found: dict[str, Any] | None = read_row(KEPT_JUDGEMENT, row, connection.dialect)
        name = row.id.hex() if isinstance(row.id, bytes) else str(row.id)
        yield f"judgement {name}", None if found is None else KeptJudgement(**found)

"""The clinic's own rule files and what was said about rule sets; nothing of it is ever changed."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.installed import RuleMarkKind
from mbb_desktop.storage.clinic_tables import RULE_FILE, RULE_MARK
from mbb_desktop.storage.errors import Conflict
from mbb_desktop.storage.store import Change, Look


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A file as it was added, without its text; `sha256` is that of the text."""

    id: UUID
    name: str
    rule_set: str
    set_version: str
    sha256: bytes
    added_at: datetime
    added_by: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class RuleMark:
    """What a person said about one version of a rule set with one hash."""

    rule_set: str
    set_version: str
    sha256: bytes
    mark: RuleMarkKind
    at: datetime
    user: str


_ABOUT_USE = sa.select(RULE_MARK.c.mark).where(
    RULE_MARK.c.sha256 == RULE_FILE.c.sha256, RULE_MARK.c.mark != RuleMarkKind.REVIEWED
)
_LATEST = _ABOUT_USE.order_by(RULE_MARK.c.seq.desc()).limit(1).scalar_subquery()
_FILES = sa.select(
    *(column for column in RULE_FILE.columns if column.name != "content"), _LATEST.label("latest")
).order_by(RULE_FILE.c.added_at, RULE_FILE.c.id)
_CONTENT = sa.select(RULE_FILE.c.content).where(RULE_FILE.c.id == sa.bindparam("key_id"))
_MARKS = sa.select(*(RULE_MARK.c[name] for name in RuleMark.__slots__)).order_by(RULE_MARK.c.seq)
_NEWEST = sa.select(sa.func.coalesce(sa.func.max(RULE_MARK.c.seq), 0))


def files(look: Look) -> tuple[RuleFile, ...]:
    """Every file that was added, oldest first; one statement."""
    found = []
    for row in look.connection.execute(_FILES):
        facts = row._asdict()
        found.append(RuleFile(withdrawn=facts.pop("latest") is RuleMarkKind.WITHDRAWN, **facts))
    return tuple(found)


def content(look: Look, file_id: UUID) -> bytes:
    """The text of a file as it was added, in UTF-8."""
    kept: bytes = look.connection.execute(_CONTENT, {"key_id": file_id}).scalar_one()
    return kept


def marks(look: Look) -> tuple[RuleMark, ...]:
    """What was said about rule sets, oldest first."""
    return tuple(RuleMark(*row) for row in look.connection.execute(_MARKS))


def add(change: Change, name: str, rule_set: str, set_version: str, text: bytes) -> None:
    """Keep a file. Raises Conflict when this version of the rule set is kept already."""
    digest = hashlib.sha256(text).digest()
    row = {
        "id": new_id(change.at),
        "name": name,
        "rule_set": rule_set,
        "set_version": set_version,
        "content": text,
        "sha256": digest,
        "added_at": change.at,
        "added_by": change.by.signs_as,
    }
    try:
        change.connection.execute(RULE_FILE.insert(), row)
    except IntegrityError:
        raise Conflict("rule set") from None
    change.tell(rule_file={"name": name, "rule_set": rule_set, "version": set_version, "sha256": digest})


def mark(change: Change, rule_set: str, set_version: str, sha256: bytes, kind: RuleMarkKind) -> None:
    """Keep what the acting person says about a version."""
    row = {
        "seq": change.connection.execute(_NEWEST).scalar_one() + 1,
        "rule_set": rule_set,
        "set_version": set_version,
        "sha256": sha256,
        "mark": kind,
        "at": change.at,
        "user_id": change.by.id,
        "user": change.by.signs_as,
    }
    change.connection.execute(RULE_MARK.insert(), row)
    about = {"rule_set": rule_set, "version": set_version, "sha256": sha256, "mark": kind.value}
    change.tell(rule_mark=about)

"""The clinic's own words for its papers: versions that are added and never changed."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.template import Template, written
from mbb_desktop.clinical.template_fields import TemplateKind
from mbb_desktop.storage.clinic_tables import TEMPLATE_VERSION
from mbb_desktop.storage.errors import Conflict
from mbb_desktop.storage.store import Change, Look


@dataclass(frozen=True, slots=True)
class TemplateVersion:
    """One version as it was saved; `content` is its TOML, `sha256` that of the content."""

    id: UUID
    kind: TemplateKind
    language: str
    number: int
    content: bytes
    sha256: bytes
    why: str
    at: datetime
    user: str

    @property
    def whole(self) -> bool:
        """Whether the content is the one that was saved."""
        return hashlib.sha256(self.content).digest() == self.sha256


_COLUMNS = TEMPLATE_VERSION.c
_ALL = sa.select(*(_COLUMNS[name] for name in TemplateVersion.__slots__))


def versions(look: Look, kind: TemplateKind, language: str) -> tuple[TemplateVersion, ...]:
    """Every version, the newest first; that one is in use."""
    own = _ALL.where(_COLUMNS.kind == kind, _COLUMNS.language == language)
    rows = look.connection.execute(own.order_by(_COLUMNS.number.desc()))
    return tuple(TemplateVersion(*row) for row in rows)


def newest(look: Look, kind: TemplateKind, language: str) -> TemplateVersion | None:
    """The version in use; None while the clinic uses the words of the program."""
    own = _ALL.where(_COLUMNS.kind == kind, _COLUMNS.language == language)
    row = look.connection.execute(own.order_by(_COLUMNS.number.desc()).limit(1)).first()
    return TemplateVersion(*row) if row else None


def add(change: Change, template: Template, number: int, why: str) -> TemplateVersion:
    """Keep a version. Raises Conflict when somebody saved one with this number meanwhile."""
    content, about = written(template), (template.kind, template.language, number)
    digest = hashlib.sha256(content).digest()
    kept = TemplateVersion(new_id(change.at), *about, content, digest, why, change.at, change.by.signs_as)
    row = {name: getattr(kept, name) for name in TemplateVersion.__slots__}
    try:
        change.connection.execute(TEMPLATE_VERSION.insert(), {**row, "user_id": change.by.id})
    except IntegrityError:
        raise Conflict("template") from None
    told = {"id": kept.id, "kind": kept.kind.value, "language": kept.language, "version": number}
    change.tell(template={**told, "why": why, "sha256": digest})
    return kept

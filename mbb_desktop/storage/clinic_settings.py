"""The clinic of the vault, its directory, and its settings by name."""

import hashlib

import sqlalchemy as sa

from mbb_desktop.clinical.people import Clinic, Correspondent, CorrespondentKind
from mbb_desktop.storage.clinic_tables import CLINIC_LOGO, SETTING
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.storage.tables import CORRESPONDENTS


def clinic(look: Look) -> Clinic | None:
    """The clinic; None before somebody entered it."""
    return next(iter(look.all(Clinic)), None)


def directory(look: Look, kind: CorrespondentKind) -> tuple[Correspondent, ...]:
    """The active correspondents of a kind, by name."""
    column = CORRESPONDENTS.table.c
    return look.where(
        Correspondent, column.kind == kind, column.active.is_(True), order=(column.name, column.id)
    )


def setting(look: Look, name: str) -> str | None:
    """A setting's text; None when it was never made."""
    return look.connection.execute(sa.select(SETTING.c.value).where(SETTING.c.name == name)).scalar()


def settings(look: Look, beginning: str = "") -> dict[str, str]:
    """The settings whose names begin alike."""
    rows = look.connection.execute(sa.select(SETTING).order_by(SETTING.c.name))
    return {row.name: row.value for row in rows if row.name.startswith(beginning)}


def put_setting(change: Change, name: str, value: str) -> None:
    """Make a setting, and tell its former text in the audit event."""
    former = setting(change, name)
    if former == value:
        return
    known = change.connection.execute(SETTING.update().where(SETTING.c.name == name).values(value=value))
    if known.rowcount == 0:
        change.connection.execute(SETTING.insert(), {"name": name, "value": value})
    told = change.detail.setdefault("settings", {})
    assert isinstance(told, dict)
    told[name] = [former, value]


def logo(look: Look) -> bytes:
    """The picture on top of the clinic's papers; empty without one."""
    return look.connection.execute(sa.select(CLINIC_LOGO.c.picture)).scalar() or b""


def put_logo(change: Change, picture: bytes) -> None:
    """Put another picture in its place, or none; the audit event tells the hashes of both."""
    former = change.connection.execute(sa.select(CLINIC_LOGO.c.sha256)).scalar()
    change.connection.execute(CLINIC_LOGO.delete())
    digest = hashlib.sha256(picture).digest() if picture else None
    if digest is not None:
        row = {"clinic_id": change.all(Clinic)[0].id, "picture": picture, "sha256": digest}
        change.connection.execute(CLINIC_LOGO.insert(), row)
    change.detail["logo"] = [each.hex() if each else None for each in (former, digest)]

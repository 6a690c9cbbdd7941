"""The clinic of the vault, its directory, and its settings by name."""

import sqlalchemy as sa

from mbb_desktop.clinical.people import Clinic, Correspondent, CorrespondentKind
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.storage.tables import CORRESPONDENTS, SETTING


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

"""Verified backups: made while people work, read back and checked before they count."""

import contextlib
import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.storage.column_types import instant_of
from mbb_desktop.storage.engine import checked_structure, connect_encrypted, explained, open_encrypted
from mbb_desktop.storage.errors import BackupFailed, BrokenRule, DamagedBackup, DamagedDatabase, TooNew
from mbb_desktop.storage.files import (
    copy_durably,
    explained_files,
    new_file,
    sync_file,
    sync_folder,
    write_durably,
)
from mbb_desktop.storage.keys import KEY_FILE, key_file_bytes, read_keys
from mbb_desktop.storage.long_work import MustStop, stopped_when
from mbb_desktop.storage.migrate import REVISION, is_behind, revision_of
from mbb_desktop.storage.place import DATABASE
from mbb_desktop.storage.signed import newest_entry, walk_chain
from mbb_desktop.storage.store import Store

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection as Driver

BACKUPS = "backups"
DAILY = "daily"
BEFORE_RESTORE = "before restore"
_MANIFEST = "manifest.json"
_UNFINISHED = ".unfinished-"
_KEPT_DAYS, _KEPT_WEEKS, _KEPT_MONTHS, _KEPT_OTHERS = 12, 10, 9, 5
_PAUSE = timedelta(
    days=14
)  # after a restore nothing is thinned out, until people know that it was the right one


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified copy of the vault; `seq` and `head` end its audit chain, `rows` counts by table.

    `chain_faults` were in the record already when it was copied; the copy is true to them.
    """

    folder: Path
    vault_id: UUID
    made_at: datetime
    reason: str
    revision: str
    seq: int
    head: str
    rows: dict[str, int]
    sha256: str
    chain_faults: int = 0

    @property
    def patients(self) -> int:
        return self.rows.get("patient", 0)


@dataclass(frozen=True, slots=True)
class _Source:
    """The vault to copy: its folder, its identity, its data key, and when to stop."""

    folder: Path
    vault_id: UUID
    data_key: bytes
    must_stop: MustStop


def back_up(store: Store, *, at: datetime, reason: str = DAILY) -> Backup:
    """Copy the open vault beside it, check the copy, thin out old ones. People may go on saving meanwhile.

    Raises Stopped when the store is closed meanwhile.
    """
    with store.long_work.turn() as must_stop:
        door = store.door
        return _make(_Source(door.folder, store.vault_id, door.data_key, must_stop), at, reason)


def back_up_closed(folder: Path, data_key: bytes, *, at: datetime, reason: str) -> Backup:
    """The same for a vault that only its lock holds open."""
    return _make(_Source(folder, read_keys(folder).vault_id, data_key, lambda: False), at, reason)


def _make(source: _Source, at: datetime, reason: str) -> Backup:
    name = f"{at.astimezone(UTC):%Y-%m-%dT%H%M%S}Z-{reason.replace(' ', '-')}"
    home = source.folder / BACKUPS
    stage, final = home / (_UNFINISHED + name), home / name
    with explained_files():
        _drop_unfinished(source.folder)
        stage.mkdir(parents=True, mode=0o700)
        try:
            _copy(source, stage / DATABASE)
            found = _read_back(stage / DATABASE, source)
            backup = Backup(final, source.vault_id, at, reason, **found)
            sync_file(stage / DATABASE)
            write_durably(stage / KEY_FILE, key_file_bytes(read_keys(source.folder)))
            write_durably(stage / _MANIFEST, _manifest(backup))
        except BaseException:
            shutil.rmtree(stage, ignore_errors=True)
            raise
        shutil.rmtree(final, ignore_errors=True)
        stage.rename(final)
        sync_folder(home)
        _thin_out(source.folder, at)
    return backup


def _copy(source: _Source, target: Path) -> None:
    """One consistent state, over a connection of its own, so that nobody waits for it."""
    new_file(target).close()
    with _opened(source.folder / DATABASE, source) as driver, explained():
        driver.execute("VACUUM INTO ?", (str(target),)).fetchall()


@contextlib.contextmanager
def _opened(path: Path, source: _Source, *, read_only: bool = False) -> Iterator["Driver"]:
    opening = contextlib.closing(connect_encrypted(path, source.data_key, read_only=read_only))
    with opening as driver, stopped_when(driver, source.must_stop):
        yield driver


def _read_back(path: Path, source: _Source) -> dict[str, Any]:
    """What the copy holds, after every page, every reference and the whole audit chain were read."""
    try:
        with _opened(path, source, read_only=True) as driver:
            checked_structure(driver)
        revision = revision_of(path, source.data_key)
        engine = open_encrypted(path, source.data_key, pool=False, read_only=True)
        with (
            explained(),
            engine.connect() as connection,
            stopped_when(connection.connection.driver_connection, source.must_stop),
            connection.begin(),
        ):
            # an older structure, copied before its upgrade, is read by its newest entry only
            known = revision == REVISION
            chain = walk_chain(connection, source.vault_id) if known else None
            head = chain.head if chain else newest_entry(connection)
            rows = _rows(connection)
    except (DamagedDatabase, BrokenRule):
        raise BackupFailed from None
    return {
        "revision": revision,
        "seq": head.seq,
        "head": head.hash.hex(),
        "rows": rows,
        "sha256": _sha256(path),
        "chain_faults": len(chain.faults) if chain else 0,
    }


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a record holds and how far it goes: rows by table, and its newest audit entry."""

    rows: dict[str, int]
    newest: datetime | None

    @property
    def patients(self) -> int:
        return self.rows.get("patient", 0)

    @property
    def blocks(self) -> int:
        return self.rows.get("block", 0)

    @property
    def accounts(self) -> int:
        return self.rows.get("account", 0)

    @property
    def papers(self) -> int:
        return self.rows.get("signed_document", 0)


def extent(path: Path, data_key: bytes, *, read_only: bool = True) -> Extent:
    """Of a closed database file; `read_only=False` where a journal may have to be read in first.

    Raises StoreUnavailable errors only.
    """
    engine = open_encrypted(path, data_key, pool=False, read_only=read_only)
    with explained(), engine.connect() as connection:
        newest = connection.execute(sa.text("SELECT at FROM audit_event ORDER BY seq DESC LIMIT 1")).scalar()
        return Extent(_rows(connection), instant_of(newest) if newest else None)


def check_copy(path: Path, data_key: bytes) -> None:
    """Raise DamagedDatabase unless the closed file is whole."""
    with contextlib.closing(connect_encrypted(path, data_key, read_only=True)) as driver:
        checked_structure(driver)


def _rows(connection: sa.Connection) -> dict[str, int]:
    names = sa.inspect(connection).get_table_names()
    counts = (
        connection.execute(sa.select(sa.func.count()).select_from(sa.table(name))).scalar_one()
        for name in names
    )
    return dict(zip(names, counts, strict=True))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _manifest(backup: Backup) -> bytes:
    body = asdict(backup) | {"vault_id": str(backup.vault_id), "made_at": backup.made_at.isoformat()}
    del body["folder"]
    return json.dumps(body, indent=1).encode()


def backups(folder: Path) -> tuple[Backup, ...]:
    """The finished backups of a vault, newest first; needs no key."""
    found = (_read_manifest(path) for path in (folder / BACKUPS).glob(f"*/{_MANIFEST}"))
    return tuple(sorted((b for b in found if b), key=lambda b: b.made_at, reverse=True))


def backups_at(place: Path) -> tuple[Backup, ...]:
    """The same for a folder that somebody chose: a backup, a folder of backups, or a vault's own folder."""
    found = (
        _read_manifest(path)
        for steps in ("", "*/", f"{BACKUPS}/*/")
        for path in place.glob(steps + _MANIFEST)
    )
    return tuple(sorted((b for b in found if b), key=lambda b: b.made_at, reverse=True))


def _read_manifest(path: Path) -> Backup | None:
    if path.parent.name.startswith(_UNFINISHED):
        return None
    try:
        body: dict[str, Any] = json.loads(path.read_bytes())
        body |= {"vault_id": UUID(body["vault_id"]), "made_at": datetime.fromisoformat(body["made_at"])}
        return Backup(folder=path.parent, **body)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def last_backup(folder: Path) -> Backup | None:
    """The newest verified backup, for the status line."""
    return next(iter(backups(folder)), None)


def backup_due(folder: Path, at: datetime) -> bool:
    """Whether no backup was made yet on this day, as the clock on the wall says."""
    last = last_backup(folder)
    return last is None or last.made_at.astimezone(at.tzinfo).date() < at.date()


def check_backup(backup: Backup, data_key: bytes) -> None:
    """Read a backup whole; raises DamagedBackup, or TooNew when a newer program made it."""
    path = backup.folder / DATABASE
    with explained_files():
        if not path.exists() or _sha256(path) != backup.sha256:
            raise DamagedBackup
    try:
        check_copy(path, data_key)
        is_behind(path, data_key)
    except TooNew:
        raise
    except (DamagedDatabase, BrokenRule):
        raise DamagedBackup from None


def set_aside(folder: Path, at: datetime) -> Path:
    """Copy the files of a damaged, closed vault as they are, before something takes their place."""
    target = folder / BACKUPS / f"{at.astimezone(UTC):%Y-%m-%dT%H%M%S}Z-as-found"
    with explained_files():
        target.mkdir(parents=True, mode=0o700, exist_ok=True)
        for name in (DATABASE, f"{DATABASE}-wal", KEY_FILE):
            if (folder / name).exists():
                copy_durably(folder / name, target / name)
        sync_folder(target)
    return target


def _drop_unfinished(folder: Path) -> None:
    for stage in (folder / BACKUPS).glob(f"{_UNFINISHED}*"):
        shutil.rmtree(stage, ignore_errors=True)


def _thin_out(folder: Path, at: datetime) -> None:
    found = backups(folder)
    for backup in set_of_spare(found, at):
        shutil.rmtree(backup.folder, ignore_errors=True)


def set_of_spare(found: Iterable[Backup], at: datetime) -> tuple[Backup, ...]:
    """The backups that no rule keeps: 12 days, 10 weeks, 9 months, and the last five made before a risk."""
    ordered = sorted(found, key=lambda b: b.made_at, reverse=True)
    if any(b.reason == BEFORE_RESTORE and at - b.made_at < _PAUSE for b in ordered):
        return ()
    others = [b for b in ordered if b.reason.startswith("before")]
    usual = [b for b in ordered if not b.reason.startswith("before")]
    kept = others[:_KEPT_OTHERS]
    kept += _newest_of_each(usual, lambda b: b.made_at.date().isoformat(), _KEPT_DAYS)
    kept += _newest_of_each(usual, lambda b: "{}-{}".format(*b.made_at.isocalendar()), _KEPT_WEEKS)
    kept += _newest_of_each(usual, lambda b: f"{b.made_at:%Y-%m}", _KEPT_MONTHS)
    folders = {b.folder for b in kept}
    return tuple(b for b in ordered if b.folder not in folders)


def _newest_of_each(ordered: Iterable[Backup], span: Callable[[Backup], str], most: int) -> list[Backup]:
    newest: dict[str, Backup] = {}
    for backup in ordered:
        newest.setdefault(span(backup), backup)
    return list(newest.values())[:most]

"""Putting a backup in the place of the present files: killed at any step, the old or the new remains."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from mbb_desktop.storage.attempts import begin_attempt, forget_attempts
from mbb_desktop.storage.audit import Head
from mbb_desktop.storage.backup import (
    BEFORE_RESTORE,
    Backup,
    Extent,
    back_up_closed,
    check_backup,
    extent,
    set_aside,
)
from mbb_desktop.storage.errors import (
    BackupFailed,
    BrokenRule,
    DamagedDatabase,
    DamagedKeys,
    MissingDatabase,
    NoAccount,
    NotAVault,
    NotInBackup,
    WrongPassphrase,
)
from mbb_desktop.storage.files import copy_durably, explained_files, sync_folder, write_durably
from mbb_desktop.storage.head_mark import Mark, read_mark, write_mark
from mbb_desktop.storage.keys import (
    KEY_FILE,
    KeyFile,
    key_file_bytes,
    open_as_person,
    open_with_code,
    read_keys,
)
from mbb_desktop.storage.migrate import revision_of
from mbb_desktop.storage.place import DATABASE, FolderLock, refuse_unsafe

_DECIDED = "restore.json"
_NEW_DATABASE = f"{DATABASE}.restoring"
_NEW_KEYS = f"{KEY_FILE}.restoring"
_UNREADABLE = (DamagedDatabase, DamagedKeys, MissingDatabase, BackupFailed, BrokenRule, NotAVault)

Opener = Callable[[KeyFile], bytes]


@dataclass(frozen=True, slots=True)
class _Keys:
    """The key file that will be in force, whether it has to be put there, and the data key it holds."""

    file: KeyFile
    is_new: bool
    data_key: bytes


def restore(folder: Path, backup: Backup, user_id: UUID, passphrase: str, *, at: datetime) -> None:
    """Put a backup in place, from the unlock screen, with a person's passphrase of now or of then.

    The present files are kept as a backup (`before restore`), damaged ones as they are. Raises InUse,
    WrongPassphrase, TooManyTries, DamagedBackup, TooNew, DiskFull, ...; then the vault is as it was.
    """
    _restore(folder, backup, lambda keys: open_as_person(keys, user_id, passphrase)[0], at)


def restore_with_recovery(folder: Path, backup: Backup, code: str, *, at: datetime) -> None:
    """The same with the printed recovery code, on a new computer too, where nothing is there yet."""
    _restore(folder, backup, lambda keys: open_with_code(keys, code), at)


@dataclass(frozen=True, slots=True)
class Compared:
    """A backup beside the record whose place it would take; None when there is none, or none that opens."""

    backup: Extent
    present: Extent | None

    @property
    def is_older(self) -> bool:
        """Whether the present record holds something that came after the backup."""
        then, now = self.backup.newest, self.present.newest if self.present else None
        return then is not None and now is not None and now > then


def compare(folder: Path, backup: Backup, user_id: UUID | None, secret: str, *, at: datetime) -> Compared:
    """Open both with a passphrase, or without a person with the recovery code; nothing is changed.

    Raises what `restore` raises for a wrong secret or a damaged backup; counts as a try.
    """

    def opener(keys: KeyFile) -> bytes:
        return open_with_code(keys, secret) if user_id is None else open_as_person(keys, user_id, secret)[0]

    with _opened(folder, backup, opener, at) as keys:
        return Compared(extent(backup.folder / DATABASE, keys.data_key), _present(folder, keys.data_key))


def _present(folder: Path, data_key: bytes) -> Extent | None:
    if not (folder / DATABASE).exists():
        return None
    try:
        return extent(folder / DATABASE, data_key, read_only=False)
    except _UNREADABLE:
        return None


def _restore(folder: Path, backup: Backup, opener: Opener, at: datetime) -> None:
    with _opened(folder, backup, opener, at) as keys:
        _keep_present(folder, backup, keys.data_key, at)
        _stage(folder, backup, keys)
        finish_restore(folder)


@contextmanager
def _opened(folder: Path, backup: Backup, opener: Opener, at: datetime) -> Iterator[_Keys]:
    """The folder held, and the keys that open a backup found whole; counts as a try until they do."""
    refuse_unsafe(folder)
    with explained_files():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with FolderLock(folder):
        finish_restore(folder)
        begin_attempt(folder, at)
        keys = _keys_that_open(folder, backup, opener)
        forget_attempts(folder)
        check_backup(backup, keys.data_key)
        yield keys


def _keys_that_open(folder: Path, backup: Backup, opener: Opener) -> _Keys:
    """The present key file when it fits the backup, so that passphrases stay; else the backup's own."""
    then = read_keys(backup.folder)
    try:
        now = read_keys(folder)
        data_key = opener(now)
        if now.vault_id == backup.vault_id and _opens(backup, data_key):
            return _Keys(now, False, data_key)
    except (WrongPassphrase, NoAccount, DamagedKeys, NotAVault):
        pass
    try:
        return _Keys(then, True, opener(then))
    except NoAccount:
        raise NotInBackup from None


def _opens(backup: Backup, data_key: bytes) -> bool:
    try:
        revision_of(backup.folder / DATABASE, data_key)
    except (DamagedDatabase, BrokenRule):
        return False
    return True


def _keep_present(folder: Path, backup: Backup, data_key: bytes, at: datetime) -> None:
    """As a backup that can be restored again; as it was found when it is damaged or another clinic's."""
    if not (folder / DATABASE).exists():
        return
    try:
        if read_keys(folder).vault_id != backup.vault_id:
            raise NotAVault
        back_up_closed(folder, data_key, at=at, reason=BEFORE_RESTORE)
    except _UNREADABLE:
        set_aside(folder, at)


def _stage(folder: Path, backup: Backup, keys: _Keys) -> None:
    """Bring everything beside its place, then decide: from the last line on, the new files win."""
    mark = read_mark(folder)
    body = {
        "vault": str(backup.vault_id),
        "from": backup.folder.name,
        "seq": mark.head.seq if mark else 0,
        "hash": mark.head.hash.hex() if mark else "",
    }
    with explained_files():
        copy_durably(backup.folder / DATABASE, folder / _NEW_DATABASE)
        if keys.is_new:
            write_durably(folder / _NEW_KEYS, key_file_bytes(keys.file))
        sync_folder(folder)
        write_durably(folder / _DECIDED, json.dumps(body).encode())


def finish_restore(folder: Path) -> None:
    """Complete a restore that was decided, clear away one that was not; the caller holds the lock."""
    with explained_files():
        if not (folder / _DECIDED).exists():
            for name in (_NEW_DATABASE, _NEW_KEYS):
                (folder / name).unlink(missing_ok=True)
            return
        body = json.loads((folder / _DECIDED).read_bytes())
        _replace_database(folder)
        if (folder / _NEW_KEYS).exists():
            (folder / f"{KEY_FILE}.bak").unlink(missing_ok=True)
            (folder / _NEW_KEYS).replace(folder / KEY_FILE)
        head = Head(int(body["seq"]), bytes.fromhex(body["hash"]))
        write_mark(folder, Mark(UUID(body["vault"]), head, restored=body["from"]), durable=True)
        sync_folder(folder)
        (folder / _DECIDED).unlink()
        sync_folder(folder)


def _replace_database(folder: Path) -> None:
    """The former journal goes first: beside another database it would destroy it."""
    if (folder / _NEW_DATABASE).exists():
        for journal in ("-wal", "-shm", "-journal"):
            (folder / f"{DATABASE}{journal}").unlink(missing_ok=True)
        sync_folder(folder)
        (folder / _NEW_DATABASE).replace(folder / DATABASE)
        sync_folder(folder)

"""A vault: the folder with the encrypted database, its keys, its high-water mark and its backups."""

import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Clinic
from mbb_desktop.storage import audit
from mbb_desktop.storage.accounts import record_key
from mbb_desktop.storage.attempts import begin_attempt, forget_attempts
from mbb_desktop.storage.audit import Head
from mbb_desktop.storage.backup import back_up_closed
from mbb_desktop.storage.engine import open_encrypted
from mbb_desktop.storage.errors import AlreadyThere, MissingDatabase, NoAccount, NotAVault, WeakPassphrase
from mbb_desktop.storage.files import explained_files, sync_folder
from mbb_desktop.storage.guards import changed_guards
from mbb_desktop.storage.head_mark import Mark, read_mark, write_mark
from mbb_desktop.storage.keys import (
    KEY_FILE,
    STANDARD,
    Cost,
    KeyFile,
    SigningKey,
    keys_are_damaged,
    open_as_person,
    open_with_code,
    read_keys,
    seal_for_person,
    seal_for_recovery,
    write_keys,
)
from mbb_desktop.storage.migrate import create_structure, is_behind, upgrade
from mbb_desktop.storage.passphrase import passphrase_problem
from mbb_desktop.storage.place import DATABASE, FolderLock, refuse_unsafe
from mbb_desktop.storage.restore import finish_restore
from mbb_desktop.storage.store import Store

_STAGE = ".being-created"
Progress = Callable[[str], None]


class VaultDoor:
    """The folder, its data key and the right to both, for as long as the vault is open."""

    __slots__ = ("_key", "_lock", "_vault_id", "folder")

    def __init__(self, folder: Path, vault_id: UUID, data_key: bytes, lock: FolderLock) -> None:
        self.folder = folder
        self._vault_id = vault_id
        self._key = data_key
        self._lock = lock

    @property
    def data_key(self) -> bytes:
        return self._key

    def mark(self, head: Head) -> None:
        with explained_files():
            write_mark(self.folder, Mark(self._vault_id, head))

    def release(self) -> None:
        self._key = b""
        self._lock.release()


@dataclass(frozen=True, slots=True)
class Vault:
    """An open vault and the person who opened it; `remarks` are sentences that the person must see."""

    store: Store
    user: User
    signing_key: SigningKey
    remarks: tuple[str, ...] = ()

    def close(self) -> None:
        self.store.close()


def is_vault(folder: Path) -> bool:
    """Whether the folder holds a record store, whole or damaged."""
    return (folder / KEY_FILE).exists() or (folder / DATABASE).exists()


def create_vault(
    folder: Path,
    first: User,
    passphrase: str,
    recovery_code: str,
    *,
    at: datetime,
    cost: Cost = STANDARD,
    clinic: Clinic | None = None,
    program: str = "",
) -> Vault:
    """Make a new vault with its first person and open it; the folder appears only when it is complete.

    `recovery_code` is one that was shown and typed back. Raises AlreadyThere, NotLocal, WeakPassphrase, ...
    """
    _check_new(folder, first, passphrase)
    vault_id, data_key, signing = new_id(at), secrets.token_bytes(32), SigningKey.new()
    keys = KeyFile(vault_id, ()).put(
        seal_for_person(vault_id, first.id, first.name, passphrase, data_key, signing, cost)
    )
    keys = keys.put(seal_for_recovery(vault_id, recovery_code, data_key, cost))
    with explained_files():
        folder.parent.mkdir(parents=True, exist_ok=True)
        stage = folder.with_name(folder.name + _STAGE)
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir(mode=0o700)
        write_keys(stage, keys)
        create_structure(stage / DATABASE, data_key)
        _first_entries(stage, keys, data_key, first, signing, at, clinic, program)
        if folder.exists():
            folder.rmdir()
        stage.rename(folder)
        sync_folder(folder.parent)
    store = _open_store(folder, keys, data_key, FolderLock(folder))
    with store.look() as look:
        return Vault(store, look.get(User, first.id), signing)


def _check_new(folder: Path, first: User, passphrase: str) -> None:
    refuse_unsafe(folder)
    with explained_files():
        if folder.exists() and any(folder.iterdir()):
            raise AlreadyThere
    _check_passphrase(passphrase, first)


def _check_passphrase(passphrase: str, user: User) -> None:
    if problem := passphrase_problem(passphrase, (user.name,)):
        raise WeakPassphrase(problem)


def _first_entries(
    stage: Path,
    keys: KeyFile,
    data_key: bytes,
    first: User,
    signing: SigningKey,
    at: datetime,
    clinic: Clinic | None,
    program: str,
) -> None:
    store = _open_store(stage, keys, data_key, FolderLock(stage))
    try:
        store.note(None, audit.GENESIS, at=at, about={"vault": keys.vault_id, "program": program})
        with store.change(first, "first person added", at=at) as change:
            change.save(first)
            if clinic is not None:
                change.save(clinic)
            record_key(change, first.id, signing.public_bytes)
    finally:
        store.close()


def _open_store(folder: Path, keys: KeyFile, data_key: bytes, lock: FolderLock) -> Store:
    engine = open_encrypted(folder / DATABASE, data_key)
    return Store(engine, keys.vault_id, VaultDoor(folder, keys.vault_id, data_key, lock))


def open_vault(
    folder: Path,
    user_id: UUID,
    passphrase: str,
    *,
    at: datetime,
    workstation: str = "",
    cost: Cost | None = None,
    progress: Progress | None = None,
) -> Vault:
    """Unlock the vault as a person. `cost`: at least this price of a guess from now on.

    Raises one of the StoreUnavailable errors; then nothing is open and nothing was changed.
    """
    lock = _enter(folder)
    try:
        keys = read_keys(folder)
        wrong = begin_attempt(folder, at)
        data_key, signing = open_as_person(keys, user_id, passphrase)
        forget_attempts(folder)
        if cost is not None and keys.of(user_id).cost.memory_kib < cost.memory_kib:
            slot = seal_for_person(
                keys.vault_id, user_id, keys.of(user_id).name, passphrase, data_key, signing, cost
            )
            write_keys(folder, keys.put(slot))
        store = _prepared_store(folder, keys, data_key, lock, at, progress or _silent)
    except BaseException:
        lock.release()
        raise
    return _entered(store, user_id, signing, at, workstation, {"wrong tries before": wrong} if wrong else {})


def open_with_recovery(
    folder: Path,
    code: str,
    user_id: UUID,
    new_passphrase: str,
    *,
    at: datetime,
    workstation: str = "",
    cost: Cost = STANDARD,
    progress: Progress | None = None,
) -> Vault:
    """Unlock with the printed code and give a person a new passphrase and a new signing key."""
    lock = _enter(folder)
    try:
        keys = read_keys(folder)
        begin_attempt(folder, at)
        data_key = open_with_code(keys, code)
        forget_attempts(folder)
        store = _prepared_store(folder, keys, data_key, lock, at, progress or _silent)
    except BaseException:
        lock.release()
        raise
    try:
        with store.look() as look:
            user = look.find(User, user_id)
        if user is None or not user.active:
            raise NoAccount
        _check_passphrase(new_passphrase, user)
        signing = SigningKey.new()
        with store.change(user, "new passphrase by recovery code", at=at, workstation=workstation) as change:
            record_key(change, user_id, signing.public_bytes)
        slot = seal_for_person(keys.vault_id, user_id, user.name, new_passphrase, data_key, signing, cost)
        write_keys(folder, keys.put(slot), forget_former=True)
    except BaseException:
        store.close()
        raise
    return _entered(store, user_id, signing, at, workstation, {"by": "recovery code"})


def _silent(_: str) -> None:
    """Nobody is watching."""


def _enter(folder: Path) -> FolderLock:
    """Make sure that this is a vault on this computer, and take it."""
    with explained_files():
        if not is_vault(folder):
            raise NotAVault
    refuse_unsafe(folder)
    lock = FolderLock(folder)
    try:
        finish_restore(folder)
    except BaseException:
        lock.release()
        raise
    return lock


def _prepared_store(
    folder: Path, keys: KeyFile, data_key: bytes, lock: FolderLock, at: datetime, progress: Progress
) -> Store:
    """The store at the structure of this version; an upgrade is preceded by a verified backup."""
    path = folder / DATABASE
    if not path.exists():
        raise MissingDatabase
    if is_behind(path, data_key):
        progress("Making a backup before the upgrade")
        back_up_closed(folder, data_key, at=at, reason="before upgrade")
        progress("Upgrading the record store")
        upgrade(path, data_key, at)
    if keys_are_damaged(folder):
        write_keys(folder, keys)
    return _open_store(folder, keys, data_key, lock)


def _entered(
    store: Store, user_id: UUID, signing: SigningKey, at: datetime, workstation: str, about: dict[str, object]
) -> Vault:
    """Say in the audit trail who came in, and to the person what was found."""
    try:
        with store.look() as look:
            user = look.find(User, user_id)
            remarks = _found(store, audit.head(look.connection), look.connection)
        if user is None or not user.active:
            raise NoAccount
        mark = read_mark(store.door.folder)
        if mark is not None and mark.restored:
            about = {**about, "restored from": mark.restored, "entries before": mark.head.seq}
        told = {**about, "remarks": list(remarks)} if remarks else about
        store.note(user, "unlocked", at=at, workstation=workstation, about=told)
    except BaseException:
        store.close()
        raise
    return Vault(store, user, signing, remarks)


def _found(store: Store, head: Head, connection: sa.Connection) -> tuple[str, ...]:
    remarks = []
    mark = read_mark(store.door.folder)
    if mark is not None and not mark.restored and mark.vault_id == store.vault_id:
        if mark.head.seq > head.seq:
            remarks.append(
                f"{mark.head.seq - head.seq} newer entries of the record are missing. A file of the store was lost or "
                "replaced. Look for the newest backup before you go on."
            )
        elif (
            known := audit.event_at(connection, mark.head.seq)
        ) is not None and known.hash != mark.head.hash:
            remarks.append("The record differs from the one that was last open here. Check the record.")
    if changed_guards(connection):
        remarks.append("The guards of signed documents were changed outside the program. Check the record.")
    return tuple(remarks)

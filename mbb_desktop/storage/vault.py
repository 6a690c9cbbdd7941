"""A vault: the folder with the encrypted database, its keys, its high-water mark and its backups."""

import contextlib
import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Clinic
from mbb_desktop.storage import audit
from mbb_desktop.storage.accounts import is_recorded, record_key, slots_with_present_names
from mbb_desktop.storage.attempts import begin_attempt, forget_attempts
from mbb_desktop.storage.backup import back_up_closed
from mbb_desktop.storage.door import open_store, remarks_on
from mbb_desktop.storage.errors import (
    AlreadyThere,
    DiskFull,
    MissingDatabase,
    NoAccount,
    NotAVault,
    WeakPassphrase,
)
from mbb_desktop.storage.files import explained_files, sync_folder
from mbb_desktop.storage.head_mark import read_mark
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


@dataclass(frozen=True, slots=True)
class Vault:
    """An open vault and the person who opened it; `remarks` are sentences that the person must see."""

    store: Store
    user: User
    signing_key: SigningKey
    remarks: tuple[str, ...] = ()

    def close(self) -> None:
        self.store.close()


@dataclass(frozen=True, slots=True)
class _Entry:
    """One opening: when, where, and who is told how it goes."""

    at: datetime
    workstation: str
    progress: Progress | None = None

    def say(self, sentence: str) -> None:
        if self.progress is not None:
            self.progress(sentence)


def is_vault(folder: Path) -> bool:
    """Whether the folder holds a record store, whole or damaged."""
    return (folder / KEY_FILE).exists() or (folder / DATABASE).exists()


def create_vault(  # noqa: PLR0913  everything that a vault begins with
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
    person = seal_for_person(vault_id, first, passphrase, data_key, signing, cost)
    keys = KeyFile(vault_id, (person, seal_for_recovery(vault_id, recovery_code, data_key, cost)))
    with _staged(folder) as stage:
        write_keys(stage, keys)
        create_structure(stage / DATABASE, data_key)
        with contextlib.closing(open_store(stage, vault_id, data_key, FolderLock(stage))) as store:
            store.note(None, audit.GENESIS, at=at, about={"vault": vault_id, "program": program})
            with store.change(first, "first person added", at=at) as change:
                for record in (first, clinic) if clinic else (first,):
                    change.save(record)
                record_key(change, first.id, signing.public_bytes)
    store = open_store(folder, vault_id, data_key, FolderLock(folder))
    return Vault(store, replace(first, version=1), signing)


def _check_new(folder: Path, first: User, passphrase: str) -> None:
    refuse_unsafe(folder)
    with explained_files():
        if folder.exists() and any(folder.iterdir()):
            raise AlreadyThere
    _check_passphrase(passphrase, first)


def _check_passphrase(passphrase: str, user: User) -> None:
    if problem := passphrase_problem(passphrase, (user.name,)):
        raise WeakPassphrase(problem)


@contextlib.contextmanager
def _staged(folder: Path) -> Iterator[Path]:
    """A folder beside the wanted one that takes its name when the work in it is done."""
    with explained_files():
        folder.parent.mkdir(parents=True, exist_ok=True)
        stage = folder.with_name(folder.name + _STAGE)
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir(mode=0o700)
        try:
            yield stage
        except BaseException:
            shutil.rmtree(stage, ignore_errors=True)
            raise
        if folder.exists():
            folder.rmdir()
        stage.rename(folder)
        sync_folder(folder.parent)


def open_vault(  # noqa: PLR0913  what a person gives at the door
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
    entry = _Entry(at, workstation, progress)
    with _entering(folder) as lock:
        keys = read_keys(folder)
        wrong = begin_attempt(folder, at)
        data_key, signing = open_as_person(keys, user_id, passphrase)
        forget_attempts(folder)
        store = _prepared_store(folder, keys, data_key, lock, entry)
    vault = _entered(store, user_id, signing, entry, {"wrong tries before": wrong} if wrong else {})
    with _closing_on_trouble(store):
        keys = slots_with_present_names(store, keys)
        if cost is not None and keys.of(user_id).cost.memory_kib < cost.memory_kib:
            keys = keys.put(seal_for_person(keys.vault_id, vault.user, passphrase, data_key, signing, cost))
        if keys != read_keys(folder) or keys_are_damaged(folder):
            write_keys(folder, keys)
    return vault


def open_with_recovery(  # noqa: PLR0913  what a person gives at the door
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
    entry = _Entry(at, workstation, progress)
    with _entering(folder) as lock:
        keys = read_keys(folder)
        begin_attempt(folder, at)
        data_key = open_with_code(keys, code)
        forget_attempts(folder)
        store = _prepared_store(folder, keys, data_key, lock, entry)
    with _closing_on_trouble(store):
        user, signing = _person(store, user_id), SigningKey.new()
        _check_passphrase(new_passphrase, user)
        with store.change(user, "new passphrase by recovery code", at=at, workstation=workstation) as change:
            record_key(change, user_id, signing.public_bytes)
        person = seal_for_person(keys.vault_id, user, new_passphrase, data_key, signing, cost)
        write_keys(folder, keys.put(person), forget_former=True)
    return _entered(store, user_id, signing, entry, {"by": "recovery code"})


@contextlib.contextmanager
def _entering(folder: Path) -> Iterator[FolderLock]:
    """Make sure that this is a vault on this computer and take it; let it go again on any trouble."""
    if not is_vault(folder):
        raise NotAVault
    refuse_unsafe(folder)
    lock = FolderLock(folder)
    try:
        finish_restore(folder)
        yield lock
    except BaseException:
        lock.release()
        raise


@contextlib.contextmanager
def _closing_on_trouble(store: Store) -> Iterator[None]:
    try:
        yield
    except BaseException:
        store.close()
        raise


def _prepared_store(folder: Path, keys: KeyFile, data_key: bytes, lock: FolderLock, entry: _Entry) -> Store:
    """The store at the structure of this version; an upgrade is preceded by a verified backup."""
    path = folder / DATABASE
    if not path.exists():
        raise MissingDatabase
    if is_behind(path, data_key):
        entry.say("Making a backup before the upgrade")
        back_up_closed(folder, data_key, at=entry.at, reason="before upgrade")
        entry.say("Upgrading the record store")
        upgrade(path, data_key, entry.at)
    return open_store(folder, keys.vault_id, data_key, lock)


def _entered(
    store: Store, user_id: UUID, signing: SigningKey, entry: _Entry, about: dict[str, object]
) -> Vault:
    """Say in the audit trail who came in, and to the person what was found."""
    folder = store.door.folder
    with _closing_on_trouble(store):
        user = _person(store, user_id)
        with store.look() as look:
            remarks = tuple(remarks_on(look.connection, folder, store.vault_id))
            is_known = is_recorded(look, signing.public_id)
        mark = read_mark(folder)
        if mark is not None and mark.restored:
            about |= {"restored from": mark.restored, "entries before": mark.head.seq}
        try:
            with store.change(user, "unlocked", at=entry.at, workstation=entry.workstation) as change:
                change.tell(**about, **({"remarks": remarks} if remarks else {}))
                if not is_known:  # the backup that was restored is older than this key
                    record_key(change, user.id, signing.public_bytes)
        except DiskFull as full:  # reading must go on
            remarks = (*remarks, full.sentence)
    return Vault(store, user, signing, remarks)


def _person(store: Store, user_id: UUID) -> User:
    with store.look() as look:
        user = look.find(User, user_id)
    if user is None or not user.active:
        raise NoAccount
    return user


def admit_person(
    store: Store, user_id: UUID, passphrase: str, *, at: datetime, workstation: str = ""
) -> Vault:
    """Let one more person into a vault that is open, with the own passphrase.

    Raises WrongPassphrase, TooManyTries or NoAccount; the store stays open for those who are in.
    """
    folder = store.door.folder
    keys = read_keys(folder)
    begin_attempt(folder, at)
    _data_key, signing = open_as_person(keys, user_id, passphrase)
    forget_attempts(folder)
    user = _person(store, user_id)
    store.note(user, "unlocked", at=at, workstation=workstation)
    return Vault(store, user, signing)

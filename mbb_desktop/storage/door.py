"""What holds a vault open: its folder, its data key, its lock; and what was found when it opened."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.storage import audit
from mbb_desktop.storage.audit import Head
from mbb_desktop.storage.engine import open_encrypted
from mbb_desktop.storage.guards import changed_guards
from mbb_desktop.storage.head_mark import Mark, read_mark, write_mark
from mbb_desktop.storage.place import DATABASE, FolderLock
from mbb_desktop.storage.store import Store


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

    def mark(self, head: Head, durable: bool) -> None:
        """Note the end of the chain; the save it follows is done, so that trouble here must not undo it."""
        with contextlib.suppress(OSError):
            write_mark(self.folder, Mark(self._vault_id, head), durable=durable)

    def release(self) -> None:
        self._key = b""
        self._lock.release()


def open_store(folder: Path, vault_id: UUID, data_key: bytes, lock: FolderLock) -> Store:
    """The store of a vault whose lock and key the caller has."""
    engine = open_encrypted(folder / DATABASE, data_key)
    return Store(engine, vault_id, VaultDoor(folder, vault_id, data_key, lock))


def remarks_on(connection: sa.Connection, folder: Path, vault_id: UUID) -> Iterator[str]:
    """What the person who opens the vault must know, each as a sentence."""
    head, mark = audit.head(connection), read_mark(folder)
    if mark is not None and not mark.restored and mark.vault_id == vault_id:
        if mark.head.seq > head.seq:
            yield (
                f"{mark.head.seq - head.seq} newer entries of the record are missing. "
                "A file of the store was lost or replaced. Look for the newest backup before you go on."
            )
        elif (known := audit.event_at(connection, mark.head.seq)) and known.hash != mark.head.hash:
            yield "The record differs from the one that was last open here. Check the record."
    if changed_guards(connection):
        yield "The guards of signed documents were changed outside the program. Check the record."

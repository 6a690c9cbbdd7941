"""Where a vault may lie and who has it open: a local folder, locked by one program at a time."""

import ctypes
import os
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath

from mbb_desktop.storage.errors import InUse, NotLocal
from mbb_desktop.storage.files import explained_files

DATABASE = "clinic.db"
_LOCK_FILE = "vault.lock"
_NETWORK = (
    "9p afs autofs beegfs ceph cifs coda davfs fuse.davfs2 fuse.glusterfs fuse.gvfsd-fuse "
    "fuse.onedriver fuse.rclone fuse.s3fs fuse.sshfs glusterfs gpfs lustre ncpfs nfs nfs4 smb2 smb3 "
    "smbfs vboxsf webdav"
)
_SYNCHRONISED = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "box sync",
)
_REMOTE_DRIVE = 4  # GetDriveTypeW
_MNT_LOCAL = 0x1000  # statfs on macOS


class FolderLock:
    """The exclusive right to a vault, kept by the operating system until `release` or the program's end."""

    def __init__(self, folder: Path) -> None:
        """Raises InUse when another window holds it, ReadOnlyFolder when nothing can be written."""
        with explained_files():
            self._handle = os.open(folder / _LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._handle)
        except OSError:
            os.close(self._handle)
            raise InUse from None

    def release(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> "FolderLock":
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def check_not_open(folder: Path) -> None:
    """Raise InUse when another window holds the vault, before anybody is asked for a passphrase."""
    FolderLock(folder).release()


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def refuse_unsafe(folder: Path) -> None:
    """Raise NotLocal for a network drive or a folder that another program synchronises."""
    place = folder.absolute()
    if is_synchronised(place.parts) or _is_remote(place):
        raise NotLocal


def is_synchronised(parts: Iterable[str]) -> bool:
    """Whether a part of the path is the folder of a synchronisation service."""
    return any(part.casefold().startswith(_SYNCHRONISED) for part in parts)


def _is_remote(place: Path) -> bool:
    if sys.platform == "win32":
        anchor = place.anchor
        return anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == _REMOTE_DRIVE
    if sys.platform == "darwin":
        return _mac_flags(place) & _MNT_LOCAL == 0
    table = Path("/proc/self/mountinfo")
    return table.exists() and is_on_network(
        place.resolve(), table.read_text(encoding="utf-8", errors="replace")
    )


def is_on_network(place: PurePath, mounts: str) -> bool:
    """Whether the mount of a path, after the text of Linux's `mountinfo`, is a network file system."""
    best, kind = "", ""
    for line in mounts.splitlines():
        left, _, right = line.partition(" - ")
        point = left.split()[4].replace("\\040", " ")
        if len(point) >= len(best) and (place == PurePath(point) or PurePath(point) in place.parents):
            best, kind = point, right.split()[0]
    return kind in _NETWORK.split()


def _mac_flags(place: Path) -> int:
    """`f_flags` of the file system: offset 64 of `struct statfs` on 64-bit macOS."""
    existing = next(p for p in (place, *place.parents) if p.exists())
    buffer = ctypes.create_string_buffer(4096)
    if ctypes.CDLL(None, use_errno=True)["statfs$INODE64" if _is_intel() else "statfs"](
        bytes(existing), buffer
    ):
        return _MNT_LOCAL
    return int.from_bytes(buffer.raw[64:68], sys.byteorder)


def _is_intel() -> bool:
    return os.uname().machine == "x86_64"

"""Where a vault may lie, and that only one program has it."""

import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from mbb_desktop.storage.errors import InUse, NotLocal
from mbb_desktop.storage.place import FolderLock, is_on_network, is_synchronised, refuse_unsafe

MOUNTS = """\
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/share rw - cifs //server/share rw
31 22 0:41 / /mnt/share/local rw - xfs /dev/sdb rw
32 22 0:42 / /home/a\\040b/remote rw shared:1 - fuse.sshfs host:/ rw
33 22 0:43 / /srv/nfs rw - nfs4 host:/ rw
"""


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/home/ann/clinic", False),
        ("/mnt/share", True),
        ("/mnt/share/clinic", True),
        ("/mnt/share/local/clinic", False),
        ("/mnt/shared", False),
        ("/home/a b/remote/clinic", True),
        ("/srv/nfs/clinic", True),
    ],
)
def test_network_drives_are_recognised(path: str, remote: bool) -> None:
    assert is_on_network(PurePosixPath(path), MOUNTS) is remote


@pytest.mark.parametrize(
    ("path", "synchronised"),
    [
        ("/home/ann/Dropbox/clinic", True),
        ("/home/ann/OneDrive - Harbor Clinic/x", True),
        ("/Users/ann/Library/Mobile Documents/x", True),
        ("/home/ann/clinic", False),
    ],
)
def test_synchronised_folders_are_recognised(path: str, synchronised: bool) -> None:
    assert is_synchronised(PurePosixPath(path).parts) is synchronised


def test_a_synchronised_folder_is_refused_and_a_local_one_is_not(tmp_path: Path) -> None:
    refuse_unsafe(tmp_path / "clinic")
    with pytest.raises(NotLocal):
        refuse_unsafe(tmp_path / "Dropbox" / "clinic")


def test_a_lock_is_exclusive_within_a_program_and_ends_with_it(tmp_path: Path) -> None:
    with FolderLock(tmp_path), pytest.raises(InUse):
        FolderLock(tmp_path)
    with FolderLock(tmp_path):
        pass


def test_a_lock_ends_with_a_program_that_dies(tmp_path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from mbb_desktop.storage.place import FolderLock;"
        "lock = FolderLock(Path(sys.argv[1])); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    with FolderLock(tmp_path):
        pass

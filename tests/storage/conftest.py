"""A real vault for each test, copied from one template; and a watch over the files of the live database."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mbb_desktop.clinical.access import User
from mbb_desktop.storage.store import Store
from mbb_desktop.storage.vault import Vault, create_vault, open_vault
from tests.storage.builders import AT, CHEAP, CLINIC, CODE, PASSPHRASE, PHYSICIAN

_LIVE = ("clinic.db", "clinic.db-wal", "clinic.db-shm")
_TOUCHES = {"open", "os.rename", "os.remove", "os.truncate", "shutil.copyfile", "shutil.move"}
_HANDLES = Path("/proc/self/fd")
_touched: list[str] = []


def _watch(event: str, args: tuple[object, ...]) -> None:
    """Closing any handle of a file drops every POSIX lock on it: only SQLite may open a live one."""
    if event not in _TOUCHES:
        return
    for name in (arg for arg in args[:2] if isinstance(arg, str | bytes | os.PathLike)):
        path = Path(os.fsdecode(name))
        if path.name in _LIVE and _is_held(path.absolute()):
            _touched.append(f"{event} {path.name}")


def _is_held(path: Path) -> bool:
    """Whether this process holds the file open already; known on Linux only."""
    for handle in _HANDLES.iterdir() if _HANDLES.is_dir() else ():
        try:
            if handle.readlink() == path:
                return True
        except OSError:
            continue
    return False


sys.addaudithook(_watch)


@pytest.fixture(autouse=True)
def live_files_are_left_to_the_database() -> Iterator[None]:
    _touched.clear()
    yield
    assert _touched == []


@pytest.fixture
def touched() -> list[str]:
    """What the watch has seen; a test that provokes it clears the list."""
    return _touched


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault as the program creates it, with its first physician and its clinic."""
    folder = tmp_path_factory.mktemp("template") / "clinic"
    create_vault(
        folder, PHYSICIAN, PASSPHRASE, CODE, at=AT, cost=CHEAP, clinic=CLINIC, program="0.1.0"
    ).close()
    return folder


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    """The folder of a closed vault."""
    return Path(shutil.copytree(template, tmp_path / "clinic"))


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    """An open vault."""
    opened = open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    yield opened
    opened.close()


@pytest.fixture
def store(vault: Vault) -> Store:
    return vault.store


@pytest.fixture
def physician(vault: Vault) -> User:
    return vault.user

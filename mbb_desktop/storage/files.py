"""Writing small files so that a crash leaves the old one or the new one, never half of one."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from mbb_desktop.storage.errors import for_system_error


@contextlib.contextmanager
def explained_files() -> Iterator[None]:
    """Turn an OSError into the sentence for the person."""
    try:
        yield
    except OSError as problem:
        raise for_system_error(problem) from problem


def write_durably(path: Path, content: bytes) -> None:
    """Replace a file: written beside it, forced to disk, renamed, and the folder forced to disk."""
    beside = path.with_name(path.name + ".new")
    with new_file(beside) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Force a closed file's content to disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def copy_durably(source: Path, target: Path) -> None:
    """Copy a closed file in pieces and force it to disk."""
    with source.open("rb") as old, new_file(target) as new:
        while piece := old.read(1 << 20):
            new.write(piece)
        new.flush()
        os.fsync(new.fileno())


def new_file(path: Path) -> BinaryIO:
    """A file to be written from its start, for this account's eyes only."""
    binary = getattr(os, "O_BINARY", 0)  # Windows would otherwise write line ends into a database
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | binary, 0o600), "wb")

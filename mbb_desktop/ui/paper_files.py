"""Papers into files: a whole file or none, several together, or behind a password."""

from collections.abc import Mapping
from pathlib import Path

from mbb_desktop.documents.locked import locked_copy


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write each paper at its place."""
    for place, pdf in files.items():
        _write(place, pdf)


def write_locked(files: Mapping[Path, bytes], password: str) -> None:
    """Write copies that open with the password only. Raises NotLocked before anything is written."""
    write_all({place: locked_copy(pdf, password) for place, pdf in files.items()})


def _write(place: Path, pdf: bytes) -> None:
    """A whole file or none."""
    beside = place.with_name(place.name + ".part")
    try:
        beside.write_bytes(pdf)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)

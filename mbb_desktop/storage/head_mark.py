"""A note beside the database of how far the audit chain has come: lost entries show at the next opening."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from mbb_desktop.storage.audit import Head
from mbb_desktop.storage.files import new_file

HEAD_FILE = "head.json"


@dataclass(frozen=True, slots=True)
class Mark:
    """The last known end of the chain; `restored` names the backup that was put in its place."""

    vault_id: UUID
    head: Head
    restored: str = ""


def write_mark(folder: Path, mark: Mark, *, durable: bool = False) -> None:
    """Replace the note. It always trails the database: losing the newest one raises no false alarm."""
    body = {
        "vault": str(mark.vault_id),
        "seq": mark.head.seq,
        "hash": mark.head.hash.hex(),
        "restored": mark.restored,
    }
    path = folder / HEAD_FILE
    beside = path.with_name(HEAD_FILE + ".new")
    with new_file(beside) as file:
        file.write(json.dumps(body).encode())
        if durable:
            file.flush()
            os.fsync(file.fileno())
    beside.replace(path)


def read_mark(folder: Path) -> Mark | None:
    """The note; None when there is none or it cannot be read."""
    try:
        body = json.loads((folder / HEAD_FILE).read_bytes())
        return Mark(
            UUID(body["vault"]), Head(int(body["seq"]), bytes.fromhex(body["hash"])), str(body["restored"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None

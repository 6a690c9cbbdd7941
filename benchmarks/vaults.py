"""The vault that everything is measured on, and how to open it."""

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from benchmarks import people
from benchmarks.people import NOW, PASSPHRASE
from mbb_desktop.storage import keys
from mbb_desktop.storage.backup import back_up
from mbb_desktop.storage.recovery_code import new_recovery_code
from mbb_desktop.storage.vault import Vault, create_vault, open_vault
from mbb_desktop.workflow.desk import Desk

_ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Size:
    """How much is in the vault."""

    patients: int
    blocks_each: int

    @property
    def said(self) -> str:
        return f"{self.patients:,} patients, {self.patients * self.blocks_each:,} blocks"


USUAL, FULL = Size(20_000, 2), Size(100_000, 10)


def make_vault(folder: Path, size: Size) -> None:
    """A closed vault of invented people, and no backup is due on that day."""
    chance = random.Random(people.SEED)
    vault = create_vault(
        folder,
        people.physician(chance),
        PASSPHRASE,
        new_recovery_code(),
        at=NOW - timedelta(days=900),
        clinic=people.clinic(chance),
    )
    back_up(vault.store, at=NOW)  # of the empty vault, so that unlocking does not begin one
    vault.close()
    # In a process of its own: once a connection wipes its memory, every later one of the process does.
    program = (sys.executable, "-m", "benchmarks.fill")
    size_of = (str(size.patients), str(size.blocks_each))
    subprocess.run([*program, str(folder.absolute()), *size_of], cwd=_ROOT, check=True)


@contextmanager
def at_desk(folder: Path) -> Iterator[tuple[Vault, Desk]]:
    """The vault opened by its physician, and the physician's desk; closed again whatever happens."""
    who = keys.people(folder)[0].user_id
    vault = open_vault(folder, who, PASSPHRASE, at=NOW, workstation="benchmark")
    try:
        yield vault, Desk(vault.store, vault.user, NOW, "benchmark", vault.signing_key)
    finally:
        vault.close()

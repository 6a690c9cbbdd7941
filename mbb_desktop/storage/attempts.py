"""Wrong passphrases are counted across restarts: from the fifth on, each costs a longer wait."""

import contextlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mbb_desktop.storage.errors import DiskFull, TooManyTries
from mbb_desktop.storage.files import explained_files, write_durably

_FILE = "attempts.json"
_FREE = 5  # the fifth wrong one is the first that costs a wait
_LONGEST_WAIT_S = 60


@dataclass(frozen=True, slots=True)
class Attempts:
    """How many wrong tries in a row, and when the last one was."""

    wrong: int = 0
    last: datetime | None = None

    def wait_seconds(self, now: datetime) -> int:
        """How long until the next try is allowed; at most a minute even when the clock was put back."""
        if self.wrong < _FREE or self.last is None:
            return 0
        wait = min(2 ** min(self.wrong - _FREE, 16), _LONGEST_WAIT_S)
        passed = (now - self.last).total_seconds()
        return wait if passed < 0 else max(0, -int((passed - wait) // 1))


def read_attempts(folder: Path) -> Attempts:
    """What is noted; a missing or unreadable note counts as none."""
    try:
        body = json.loads((folder / _FILE).read_bytes())
        return Attempts(int(body["wrong"]), datetime.fromisoformat(body["last"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Attempts()


def begin_attempt(folder: Path, now: datetime) -> int:
    """Count a try as wrong before it is made, so that ending the program wins none; returns the former count.

    Raises TooManyTries while the person has to wait.
    """
    former = read_attempts(folder)
    if wait := former.wait_seconds(now):
        if (
            former.last is not None and now < former.last
        ):  # the clock was put back: wait from now, not for years
            _write(folder, Attempts(former.wrong, now))
        raise TooManyTries(wait)
    _write(folder, Attempts(former.wrong + 1, now))
    return former.wrong


def forget_attempts(folder: Path) -> None:
    """The right passphrase was typed."""
    with explained_files():
        (folder / _FILE).unlink(missing_ok=True)


def _write(folder: Path, attempts: Attempts) -> None:
    last = None if attempts.last is None else attempts.last.isoformat()
    with contextlib.suppress(DiskFull), explained_files():  # on a full disk reading must go on
        write_durably(folder / _FILE, json.dumps({"wrong": attempts.wrong, "last": last}).encode())

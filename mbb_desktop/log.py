"""The log of this computer: when the program ran, and where it failed.

No words of an error are ever written, because they may quote a patient: only its kind and places in the code.
"""

import contextlib
import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path

_log = logging.getLogger("mbb_desktop")
_FILE, _LARGEST, _FORMER = "mbb-desktop.log", 512_000, 3
_FORMAT = "%(asctime)s %(levelname)s %(message)s"


def begin(folder: Path, tell: Callable[[BaseException], object]) -> None:
    """Keep a log in the folder, 2 MB at the most; a mistake that nobody caught is logged and told.

    Where the folder cannot be written the program runs without a log.
    """
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        kept = RotatingFileHandler(
            folder / _FILE, maxBytes=_LARGEST, backupCount=_FORMER, encoding="utf-8", delay=True
        )
        kept.setFormatter(logging.Formatter(_FORMAT))
        _log.addHandler(kept)
        _log.setLevel(logging.INFO)

    def caught(error: BaseException) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.exit(130)
        mistake(error)
        print(crash_report(error), file=sys.stderr)
        tell(error)

    sys.excepthook = lambda _kind, error, _trace: caught(error)
    threading.excepthook = lambda found: mistake(found.exc_value) if found.exc_value else None


def keep_crashes(folder: Path) -> None:
    """Have the places in the code written into `crash.txt` when the process itself breaks down."""
    with contextlib.suppress(OSError):
        faulthandler.enable((folder / "crash.txt").open("a", encoding="utf-8"))


def note(text: str) -> None:
    """Write down that something happened; never with words that a person typed."""
    _log.info("%s", text)


def mistake(error: BaseException) -> None:
    """Write down a mistake of the program."""
    _log.error("%s", crash_report(error))


def crash_report(error: BaseException) -> str:
    """Where a mistake happened: kinds and places only, for its words may quote a patient."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {_brief(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([f"{type(error).__module__}.{type(error).__qualname__}", *places])


def last_lines(folder: Path, most: int = 400) -> str:
    """The end of the log, the newest line last; empty while there is none."""
    try:
        lines = (folder / _FILE).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return "\n".join(lines[-most:])


def _brief(place: str) -> str:
    """A place in the code without the home folder, whose name is a person's."""
    home = str(Path.home())
    return f"~{place.removeprefix(home)}" if place.startswith(home) else place

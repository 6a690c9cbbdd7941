"""The program up to a filled Today page: how long unlocking took, and the Argon2id call alone.

Arguments: the vault, the passphrase, the moment on the clock, and `first` or `last` for the call alone.
"""

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from benchmarks.bare_window import peak_mib
from benchmarks.painted import PaintWatch, until, until_painted
from mbb_desktop import app
from mbb_desktop.settings import Settings
from mbb_desktop.storage import keys
from mbb_desktop.ui.lock_page import LockPage
from mbb_desktop.ui.tasks import Tasks


def main(folder: Path, passphrase: str, now: datetime, alone: str) -> int:
    settings = Settings(folder / "settings.toml")
    application = app.qt_application(settings)
    tasks = Tasks()
    program = app.App(folder, clock=lambda: now, tasks=tasks, settings=settings)
    program.window.resize(1440, 900)
    _show_and_import(program)
    first = key_derivation(folder, passphrase) if alone == "first" else 0.0
    name = keys.people(folder)[0].name

    watches: list[PaintWatch] = []

    def enter_passphrase(done: Callable[[], None]) -> None:
        program.window.page_shown.connect(lambda key: watches.extend(_watching(program, key, done)))
        program.unlock_as(name, passphrase)

    seconds = until(enter_passphrase)
    peak = peak_mib()
    program.window.close()
    application.processEvents()
    tasks.close()
    kdf = first or key_derivation(folder, passphrase)
    print(json.dumps({"unlock": seconds, "kdf": kdf, "peak": peak}))
    return 0


def _show_and_import(program: app.App) -> None:
    """As `app.run` does it; a person types for longer than the imports take."""
    page = program.window.findChild(LockPage)
    assert page is not None
    watch = PaintWatch(page)
    until_painted(watch, program.window.show)
    ahead = threading.Thread(target=app.import_ahead, args=(program,), daemon=True)
    ahead.start()
    ahead.join()


def _watching(program: app.App, key: str, done: Callable[[], None]) -> Iterator[PaintWatch]:
    from mbb_desktop.ui.today_page import TodayPage

    page = program.window.page(key)
    if isinstance(page, TodayPage):
        table = page.table
        watch = PaintWatch(table.viewport(), lambda: bool(table.records()))
        watch.painted.connect(done)
        yield watch


def key_derivation(folder: Path, passphrase: str) -> float:
    """Seconds of the Argon2id call alone, at the cost of the vault's first person."""
    cost = keys.read_keys(folder).slots[0].cost
    kdf = Argon2id(
        salt=bytes(16), length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    start = time.perf_counter()
    kdf.derive(passphrase.encode())
    return time.perf_counter() - start


if __name__ == "__main__":
    vault, secret, moment, place = sys.argv[1:]
    sys.exit(main(Path(vault), secret, datetime.fromisoformat(moment), place))

"""Nothing slow is loaded before the unlock window of an existing vault has been painted."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.storage.keys import Cost
from mbb_desktop.storage.recovery_code import new_recovery_code
from mbb_desktop.storage.vault import create_vault

ROOT = Path(__file__).resolve().parent.parent
NOW = datetime(2026, 11, 24, 11, 5, tzinfo=UTC)
SLOW = {"sqlalchemy", "alembic", "reportlab", "pypdfium2", "pikepdf", "uharfbuzz"}

# What `app.run` does, without the thread that imports ahead.
PROGRAM = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from mbb_desktop import app
from mbb_desktop.settings import Settings
from mbb_desktop.ui.lock_page import LockPage
from mbb_desktop.ui.tasks import Tasks

class Watched(LockPage):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, application.quit)

app.LockPage = Watched
folder = Path(sys.argv[1])
settings = Settings(folder / "settings.toml")
application = app.qt_application(settings)
tasks = Tasks()
program = app.App(folder, clock=lambda: datetime.now(UTC), tasks=tasks, settings=settings)
program.window.show()
application.exec()
tasks.close()
print(*sys.modules)
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """The folder of a closed vault."""
    folder = tmp_path / "clinic"
    user = User(new_id(NOW), "A. Okafor", "MD", (Role.PHYSICIAN,))
    passphrase = "gravel lantern oyster violin"
    create_vault(folder, user, passphrase, new_recovery_code(), at=NOW, cost=Cost(1024, 1, 1)).close()
    return folder


def test_the_unlock_window_is_painted_before_any_slow_library_is_loaded(vault: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(vault)]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert shown.returncode == 0, shown.stderr
    loaded = {name.partition(".")[0] for name in shown.stdout.split()}
    assert "mbb_desktop" in loaded
    assert loaded & SLOW == set()

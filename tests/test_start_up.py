"""Nothing slow is loaded before the unlock window of an existing vault has been painted."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Clinic
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


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed vault."""
    folder = tmp_path_factory.mktemp("start") / "clinic"
    user = User(new_id(NOW), "A. Okafor", "MD", (Role.PHYSICIAN,))
    passphrase = "gravel lantern oyster violin"
    clinic, cost = Clinic(new_id(NOW), "Harbor Spine Clinic"), Cost(1024, 1, 1)
    create_vault(folder, user, passphrase, new_recovery_code(), at=NOW, cost=cost, clinic=clinic).close()
    return folder


def test_the_unlock_window_is_painted_before_any_slow_library_is_loaded(vault: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(vault)]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert shown.returncode == 0, shown.stderr
    loaded = {name.partition(".")[0] for name in shown.stdout.split()}
    assert "mbb_desktop" in loaded
    assert loaded & SLOW == set()


# The same with that thread, until the first page stands there; tells what was loaded after the passphrase.
UNLOCKED = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from mbb_desktop import app
from mbb_desktop.settings import Settings
from mbb_desktop.ui.tasks import Tasks
from mbb_desktop.workflow import knowledge

folder = Path(sys.argv[1])
settings = Settings(folder / "settings.toml")
application = app.qt_application(settings)
tasks = Tasks()
program = app.App(folder, clock=lambda: datetime.now(UTC), tasks=tasks, settings=settings)
program.window.show()
app.import_ahead(program)
known = (knowledge.formulary, knowledge.presets, knowledge.rule_set_versions)
assert all(each.cache_info().currsize for each in known)
before = set(sys.modules)
program.window.page_shown.connect(lambda _key: application.quit())
program.unlock_as("A. Okafor", sys.argv[2])
application.exec()
print(*(name for name in sys.modules if name not in before and name.startswith(("mbb_desktop", "sql"))))
tasks.close()
"""


def test_everything_is_loaded_before_the_passphrase_is_given(vault: Path) -> None:
    command = [sys.executable, "-c", UNLOCKED, str(vault), "gravel lantern oyster violin"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.split() == []

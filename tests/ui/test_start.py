"""The unlock window comes before every slow import."""

import subprocess
import sys

import pytest

SLOW = (
    "sqlalchemy",
    "alembic",
    "reportlab",
    "sqlcipher3",
    "cryptography",
    "pikepdf",
    "pypdfium2",
    "uharfbuzz",
)


@pytest.mark.parametrize(
    "module", ["lock_page", "main_window", "session", "tasks", "wheel_guard", "first_run"]
)
def test_no_slow_library_is_needed_to_paint_the_unlock_window(module: str) -> None:
    program = f"import sys, mbb_desktop.ui.{module}; print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {name.partition(".")[0] for name in shown.stdout.split()} & set(SLOW)

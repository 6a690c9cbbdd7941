"""Where the program keeps and finds its files. Nothing is created here."""

from pathlib import Path
from typing import Literal

import platformdirs

_APP = "mbb-desktop"
_PACKAGE = Path(__file__).resolve().parent


def data_dir(name: Literal["alembic", "resources"]) -> Path:
    """`alembic/` or `resources/`: inside the package once installed, beside it in a checkout."""
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _PACKAGE.parent / name


def default_vault() -> Path:
    """The clinic's vault when none is named: in the user's own data folder, never a roaming one."""
    return platformdirs.user_data_path(_APP, appauthor=False, roaming=False) / "clinic"


def sample_vault() -> Path:
    """The sample clinic's vault, beside the default one."""
    return default_vault().with_name("sample")


def state_dir() -> Path:
    """What this computer remembers between runs and may lose: window places, crash traces."""
    return platformdirs.user_state_path(_APP, appauthor=False, roaming=False)


def log_dir() -> Path:
    """The program's log files; they hold no patient data."""
    return platformdirs.user_log_path(_APP, appauthor=False)

"""What tests of windows get: the program's look, a fixed clock, and a person at work."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.storage.keys import Cost
from mbb_desktop.storage.recovery_code import new_recovery_code
from mbb_desktop.storage.vault import Vault, create_vault, open_vault
from mbb_desktop.ui import theme
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.tasks import InlineTasks, Tasks

if TYPE_CHECKING:
    from tests.ui.sample import SampleClinic

NOW = datetime(2026, 11, 24, 11, 5, tzinfo=UTC)
PASSPHRASE = "gravel lantern oyster violin"
QUICK = Cost(8 * 1024, 1, 1)


def pytest_configure(config: pytest.Config) -> None:
    """The offscreen screen complains about every window with a fixed size."""
    config.addinivalue_line("qt_log_ignore", r"This plugin does not support propagateSizeHints\(\)")


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> None:
    """The program's own fonts, once."""
    theme.load_fonts()


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    """Every test begins in the light look at 100 percent."""
    if theme.tokens() is not theme.LIGHT or theme.percent() != 100 or theme.generation() == 0:
        theme.apply(qapp)


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """Parts that are shown without the program's window wear the same style sheet."""
    register = qtbot.addWidget

    def dressed(widget: QWidget) -> None:
        theme.dress(widget)
        register(widget)

    monkeypatch.setattr(qtbot, "addWidget", dressed)
    return qtbot


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """It is 24-Nov-2026, 11:05."""
    return lambda: NOW


@pytest.fixture(scope="session")
def physician() -> User:
    """An invented physician."""
    roles = (Role.PHYSICIAN, Role.ADMINISTRATOR)
    return User(UUID(int=0x0192_0000_0000_7000_8000_000000000001), "A. Okafor", "MD", roles)


@pytest.fixture(scope="session")
def empty_clinic(tmp_path_factory: pytest.TempPathFactory, physician: User) -> Path:
    """An encrypted clinic without patients, closed."""
    folder: Path = tmp_path_factory.mktemp("empty") / "clinic"
    create_vault(folder, physician, PASSPHRASE, new_recovery_code(), at=NOW, cost=QUICK).close()
    return folder


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory, empty_clinic: Path, physician: User) -> Iterator[Vault]:
    """The empty clinic, new for every test file."""
    folder = shutil.copytree(empty_clinic, tmp_path_factory.mktemp("vault") / "clinic")
    made = open_vault(folder, physician.id, PASSPHRASE, at=NOW)
    yield made
    made.close()


@pytest.fixture
def session(vault: Vault, clock: Callable[[], datetime]) -> Session:
    """The physician at work; everything is done at once."""
    return Session(vault.store, vault.user, clock, InlineTasks(), signing_key=vault.signing_key)


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    """Real threads."""
    made = Tasks()
    yield made
    made.close()


@pytest.fixture(scope="session")
def sample_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample clinic, made once; tests work on copies."""
    from mbb_desktop.workflow.sample_clinic import make_sample_clinic

    folder: Path = tmp_path_factory.mktemp("sample") / "vault"
    make_sample_clinic(folder, NOW, cost=Cost(1024, 1, 1))
    return folder


@pytest.fixture
def clinic(sample_template: Path, tmp_path: Path) -> Iterator["SampleClinic"]:
    """A copy of the sample clinic with a window, for one test."""
    from tests.ui.sample import SampleClinic

    with SampleClinic.opened(sample_template, tmp_path / "vault", NOW) as opened:
        yield opened


@pytest.fixture(scope="module")
def one_clinic(
    sample_template: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Iterator["SampleClinic"]:
    """The sample clinic of `seen`."""
    from tests.ui.sample import SampleClinic

    with SampleClinic.opened(sample_template, tmp_path_factory.mktemp("seen") / "vault", NOW) as opened:
        opened.put_aside()
        yield opened


@pytest.fixture
def seen(one_clinic: "SampleClinic") -> Iterator["SampleClinic"]:
    """The sample clinic of a whole file, for tests that record nothing in it: they open and look."""
    one_clinic.bring_back()
    yield one_clinic
    one_clinic.put_aside()

"""What every test gets: an offscreen screen, and guards against windows, jobs and errors left behind."""

import gc
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parent.parent

# Everyday runs try the same few examples each time; `--hypothesis-profile=thorough` looks for new ones.
settings.register_profile("everyday", max_examples=10, deadline=None, derandomize=True, database=None)
settings.register_profile("thorough", max_examples=500, deadline=None)
settings.load_profile("everyday")


def pytest_collection_finish() -> None:
    """What collecting made stays to the end, and garbage is only looked for between two tests.

    Left to itself the garbage collector would also run in a worker's thread, and delete widgets there.
    """
    gc.collect()
    gc.freeze()
    gc.disable()


def _close_windows_left_open() -> list[str]:
    """Names of the windows still shown; they are closed so that only the guilty test fails."""
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    return [type(widget).__name__ for widget in left]


@pytest.fixture(autouse=True)
def garbage_is_collected_between_tests() -> Iterator[None]:
    """By Python's own thresholds, on the thread of the tests."""
    yield
    due = [at for at, count in enumerate(gc.get_count()) if count > gc.get_threshold()[at]]
    if due:
        gc.collect(due[-1])


@pytest.fixture(autouse=True)
def nothing_is_left_behind() -> Iterator[None]:
    """Every test closes its windows and waits for its background jobs."""
    yield
    if QApplication.instance() is None:
        return
    windows = _close_windows_left_open()
    jobs_ended = QThreadPool.globalInstance().waitForDone(1000)
    assert not windows, f"windows left open: {windows}"
    assert jobs_ended, "a background job is still running"


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_error_is_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """A logged error fails the test unless it is marked `expect_errors`."""
    errors = _Errors()
    logging.getLogger().addHandler(errors)
    yield
    logging.getLogger().removeHandler(errors)
    if request.node.get_closest_marker("expect_errors") is None:
        assert errors.seen == []


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The collection of real notes, diaries and policies (MBB_CORPUS); it is no part of the project."""
    folder = Path(os.environ.get("MBB_CORPUS", ROOT.parent / "shared" / "corpus"))
    if not folder.is_dir():
        pytest.skip("no corpus: set MBB_CORPUS to its folder")
    return folder

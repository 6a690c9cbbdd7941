"""What every test gets: an offscreen screen, and guards against windows, jobs and errors left behind."""

import gc
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Rewriting the asserts of all tests takes longer than running half of them: it is kept for the next time.
sys.dont_write_bytecode = False
# Garbage is only looked for between two tests: left to itself the collector would also run in a worker's
# thread, and delete widgets there.
gc.disable()

ROOT = Path(__file__).resolve().parent.parent

# Everyday runs try the same few examples each time; `--hypothesis-profile=thorough` looks for new ones.
settings.register_profile("everyday", max_examples=10, deadline=None, derandomize=True, database=None)
settings.register_profile("thorough", max_examples=500, deadline=None)
settings.load_profile("everyday")


def pytest_collection_finish() -> None:
    """What collecting made stays to the end: it is never looked through again."""
    if "sqlalchemy" in sys.modules:  # importing it takes as long as hundreds of tests without a vault
        from tests.statements import share_statements

        share_statements()
    gc.freeze()


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"{record.name}: {record.getMessage()}")


_ERRORS = _Errors()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup() -> Iterator[None]:
    """What is logged from here on belongs to this test."""
    _ERRORS.seen.clear()
    logging.getLogger().addHandler(_ERRORS)  # once: a handler that is there is not added again
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Guards after every test, once all its fixtures are gone; hooks, as fixtures would cost far more."""
    try:
        return (yield)
    finally:
        _collect_garbage()
        nothing_is_left_behind()
        if item.get_closest_marker("expect_errors") is None:
            assert _ERRORS.seen == []


def _collect_garbage() -> None:
    """By Python's own thresholds, on the thread of the tests."""
    due = [at for at, count in enumerate(gc.get_count()) if count > gc.get_threshold()[at]]
    if due:
        gc.collect(due[-1])


def nothing_is_left_behind() -> None:
    """Every test closes its windows and waits for its background jobs; without Qt there are none."""
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QThreadPool
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()  # so that only the guilty test fails
    windows = [type(widget).__name__ for widget in left]
    jobs_ended = QThreadPool.globalInstance().waitForDone(
        20_000
    )  # milliseconds, as others may keep the machine busy
    assert not windows, f"windows left open: {windows}"
    assert jobs_ended, "a background job is still running"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The collection of real notes, diaries and policies (MBB_CORPUS); it is no part of the project."""
    folder = Path(os.environ.get("MBB_CORPUS", ROOT.parent / "shared" / "corpus"))
    if not folder.is_dir():
        pytest.skip("no corpus: set MBB_CORPUS to its folder")
    return folder

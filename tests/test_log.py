"""The log: what it keeps, and that no word of a person gets into it."""

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mbb_desktop import log


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A log that was begun there, and hooks as they were afterwards."""
    before = sys.excepthook, threading.excepthook
    logger = logging.getLogger("mbb_desktop")
    handlers, level = list(logger.handlers), logger.level
    yield tmp_path / "log"
    sys.excepthook, threading.excepthook = before
    for handler in set(logger.handlers) - set(handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)


@pytest.mark.expect_errors
def test_a_mistake_that_nobody_caught_is_logged_and_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[BaseException] = []
    log.begin(folder, told.append)
    try:
        int("MARSH, Eleanor")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    assert [type(each) for each in told] == [ValueError]
    kept = log.last_lines(folder)
    assert "ERROR builtins.ValueError" in kept
    assert "test_log.py" in kept
    assert "MARSH" not in kept + capsys.readouterr().err


def test_the_end_of_the_log_is_read_back(folder: Path) -> None:
    log.begin(folder, lambda _error: None)
    for number in range(5):
        log.note(f"line {number}")
    assert [line.split()[-1] for line in log.last_lines(folder, most=2).splitlines()] == ["3", "4"]


def test_a_folder_that_cannot_be_written_stops_nothing(folder: Path) -> None:
    folder.write_text("in the way")
    log.begin(folder, lambda _error: None)
    log.note("goes on")
    assert log.last_lines(folder) == ""


def test_a_place_in_the_code_does_not_name_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(Path(__file__).resolve().parent))
    with pytest.raises(ValueError, match="x") as found:
        int("x")
    assert "  ~/test_log.py:" in log.crash_report(found.value).replace("\\", "/")


def test_a_process_that_breaks_down_leaves_the_places_in_the_code(tmp_path: Path) -> None:
    code = "import faulthandler, sys; from pathlib import Path; from mbb_desktop import log; "
    code += "log.keep_crashes(Path(sys.argv[1])); faulthandler._sigsegv()"
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, check=False)
    assert done.returncode != 0
    assert "<module>" in (tmp_path / "crash.txt").read_text(encoding="utf-8")

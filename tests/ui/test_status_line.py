"""The status line says what it was told and is not calmer than the facts."""

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.status_line import BackupFacts, StatusLine

from .conftest import NOW

SIX = datetime(2026, 11, 24, 6, 0)


@pytest.fixture
def status(qtbot: QtBot) -> StatusLine:
    made = StatusLine()
    qtbot.addWidget(made)
    return made


def test_it_says_nothing_that_it_was_not_told(status: StatusLine) -> None:
    assert status.texts() == ("", "", "")


def test_saved_and_not_saved(status: StatusLine) -> None:
    status.show_saved(NOW)
    assert status.texts()[0] == "All changes saved 11:05"
    status.show_not_saved(NOW)
    assert status.texts()[0] == "Not saved since 11:05"


@pytest.mark.parametrize(
    ("backup", "text", "calm"),
    [
        (BackupFacts(SIX, True), "Encrypted. Last backup today 06:00, verified", True),
        (BackupFacts(SIX, False), "Encrypted. Last backup today 06:00, not verified", False),
        (BackupFacts(SIX.replace(day=20), True), "Encrypted. Last backup 20-Nov-2026 06:00, verified", False),
        (None, "Encrypted. No backup yet", False),
    ],
)
def test_the_last_backup_is_told_as_it_is(
    status: StatusLine, backup: BackupFacts | None, text: str, calm: bool
) -> None:
    status.show_backup(backup, NOW.date())
    assert status.texts()[1] == text
    assert (status._backup.property("tone") == "") is calm

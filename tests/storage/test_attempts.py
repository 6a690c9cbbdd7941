"""Wrong passphrases: the first four are free, then each costs a longer wait, also after a restart."""

from datetime import timedelta
from pathlib import Path

import pytest

from mbb_desktop.storage.attempts import Attempts, begin_attempt, forget_attempts, read_attempts
from mbb_desktop.storage.errors import TooManyTries
from tests.storage.builders import AT


@pytest.mark.parametrize(
    ("wrong", "wait"),
    [(0, 0), (4, 0), (5, 1), (6, 2), (7, 4), (8, 8), (9, 16), (10, 32), (11, 60), (500, 60)],
)
def test_the_wait_doubles_up_to_a_minute(wrong: int, wait: int) -> None:
    assert Attempts(wrong, AT).wait_seconds(AT) == wait


def test_a_wait_ends() -> None:
    tried = Attempts(8, AT)
    assert tried.wait_seconds(AT + timedelta(seconds=7, microseconds=1)) == 1
    assert tried.wait_seconds(AT + timedelta(seconds=8)) == 0


def test_tries_are_counted_on_disk_before_they_are_made(tmp_path: Path) -> None:
    for former in range(5):
        assert begin_attempt(tmp_path, AT) == former
    with pytest.raises(TooManyTries) as refusal:
        begin_attempt(tmp_path, AT)
    assert refusal.value.wait_seconds == 1
    assert read_attempts(tmp_path).wrong == 5  # a refused try is none
    assert begin_attempt(tmp_path, AT + timedelta(seconds=1)) == 5


def test_the_right_one_starts_afresh(tmp_path: Path) -> None:
    begin_attempt(tmp_path, AT)
    forget_attempts(tmp_path)
    assert begin_attempt(tmp_path, AT) == 0


def test_a_clock_put_back_neither_helps_nor_locks_for_years(tmp_path: Path) -> None:
    for _ in range(5):
        begin_attempt(tmp_path, AT)
    earlier = AT - timedelta(days=365)
    with pytest.raises(TooManyTries):
        begin_attempt(tmp_path, earlier)
    assert begin_attempt(tmp_path, earlier + timedelta(seconds=1)) == 5


@pytest.mark.parametrize("content", [b"", b"rubbish", b'{"wrong": "x"}', b"[]"])
def test_an_unreadable_note_counts_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "attempts.json").write_bytes(content)
    assert read_attempts(tmp_path) == Attempts()

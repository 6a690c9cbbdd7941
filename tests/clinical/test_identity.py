"""Keys of records: the moment and chance, each in its own bits."""

import os
from datetime import UTC, datetime, timedelta
from uuid import RFC_4122, UUID

import pytest

from mbb_desktop.clinical.identity import new_id
from tests.every_row import every_row

NOW = datetime(2026, 11, 24, 10, 30, 0, 250_000, tzinfo=UTC)


@every_row(
    ("chance", "end"),
    [
        (bytes(10), "7000-8000-000000000000"),
        (b"\xff" * 10, "7fff-bfff-ffffffffffff"),
        (bytes.fromhex("0123456789abcdef0123"), "7012-8567-89abcdef0123"),
    ],
    ids=["none", "all", "some"],
)
def test_a_key_holds_the_moment_the_version_and_chance(
    chance: bytes, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "urandom", lambda count: chance if count == len(chance) else b"")
    made = new_id(NOW)
    assert str(made)[14:] == end
    assert (made.version, made.variant) == (7, RFC_4122)
    assert made.int >> 80 == int(NOW.timestamp() * 1000)


def test_keys_sort_by_the_moment_they_were_made() -> None:
    made = [new_id(NOW + timedelta(milliseconds=step)) for step in range(20)]
    assert made == sorted(made)
    assert len(set(made)) == 20
    assert all(isinstance(each, UUID) for each in made)

"""The list of what was promised names tests that exist."""

import re

from tests.every_row import every_row
from tests.test_risk import KNOWN, PROJECT

PROMISED = (PROJECT / "docs" / "acceptance.md").read_text(encoding="utf-8")
ROWS = [line for line in PROMISED.splitlines() if line.startswith("| ") and "---" not in line][1:]


@every_row("row", ROWS)
def test_every_promise_names_tests_that_exist(row: str) -> None:
    named = set(re.findall(r"`(test_\w+)`", row))
    assert named
    assert named <= KNOWN


def test_all_twelve_are_there() -> None:
    assert len(ROWS) == 12

"""The list of hazards names tests that exist."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
RISK = (PROJECT / "docs" / "risk.md").read_text(encoding="utf-8")
ROWS = [
    line for line in RISK.splitlines() if line.startswith("| ") and not re.match(r"\| (Hazard|---)", line)
]
KNOWN = {
    name
    for file in (PROJECT / "tests").rglob("test_*.py")
    for name in re.findall(r"def (test_\w+)", file.read_text(encoding="utf-8"))
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split(" | ")[0][2:60])
def test_every_hazard_names_a_test_that_exists(row: str) -> None:
    named = set(re.findall(r"`(test_\w+)`", row))
    assert named
    assert named <= KNOWN

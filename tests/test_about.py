"""What the program says of itself: every library with its license, and a file for support."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mbb_desktop.about import LIBRARIES, support_text, works
from mbb_desktop.settings import APPEARANCE, PRINTER, Settings

PROJECT = Path(__file__).resolve().parents[1]


def test_the_libraries_are_those_that_the_project_needs() -> None:
    needed = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]["dependencies"]
    names = {each.partition(">")[0].partition(";")[0].strip() for each in needed}
    assert set(LIBRARIES) == names - {"tzdata"}


@pytest.mark.parametrize("work", works(), ids=lambda work: work.name)
def test_every_work_has_a_license_and_its_text(work: object) -> None:
    named = next(each for each in works() if each == work)
    assert named.license
    assert len(named.text()) > 300


def test_qt_is_used_under_the_lesser_license() -> None:
    qt = next(work for work in works() if work.name == "PySide6_Essentials")
    assert qt.license == "LGPL-3.0"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.text()


def test_the_file_for_support_names_versions_and_no_printer(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.toml")
    settings.put(APPEARANCE, "dark")
    settings.put(PRINTER, "Dr Okafor's room")
    text = support_text(tmp_path, settings, datetime(2026, 11, 24, 9, 5, tzinfo=UTC))
    assert "appearance = dark" in text
    assert "SQLAlchemy 2" in text
    assert "Okafor" not in text

"""The one list of covered diagnoses: its codes, where they lie, and that nobody keeps another."""

import re
from datetime import date
from pathlib import Path

import pytest

from mbb_desktop.clinical.anatomy import JOINTS, Region
from mbb_desktop.clinical.covered_diagnoses import covered_list, read_covered_list
from mbb_desktop.clinical.data_file import DataFileError
from tests.clinical.invented import RESOURCES
from tests.every_row import every_row

LISTED = covered_list()
FILE = RESOURCES / "clinical" / "diagnoses.toml"


def test_the_list_is_that_of_the_article_with_its_dates() -> None:
    assert sorted(LISTED.codes) == sorted(
        stem + digit for stem in ("M47.81", "M47.89", "M48.1", "M53.8") for digit in "234567"
    )
    assert (LISTED.effective, LISTED.read_on) == (date(2026, 5, 21), date(2026, 11, 22))
    assert "as quoted in secondary pages" in LISTED.source
    assert LISTED.codes["M53.82"].endswith(", cervical; listed for a facet cyst, not for ablation")


@every_row(
    ("code", "regions"),
    [
        ("M47.812", {Region.CERVICAL}),
        ("M47.813", {Region.CERVICAL, Region.THORACIC}),
        ("M48.14", {Region.THORACIC}),
        ("M53.85", {Region.THORACIC, Region.LUMBAR}),
        ("M47.896", {Region.LUMBAR}),
        ("M47.817", {Region.LUMBAR}),
        ("M47.811", set()),
        ("M54.16", set()),
        ("", set()),
    ],
)
def test_a_code_says_where_it_lies(code: str, regions: set[Region]) -> None:
    assert LISTED.regions_of(code) == regions


def test_every_joint_has_a_digit_of_the_list_that_lies_where_the_joint_lies() -> None:
    for joint in JOINTS.values():
        assert joint.region in LISTED.regions[joint.icd_digit].regions


def test_the_codes_stand_in_one_file_only() -> None:
    files = [*RESOURCES.rglob("*.toml"), *(RESOURCES.parent / "mbb_desktop").rglob("*.py")]
    stems = [re.compile(rf"{re.escape(family.stem)}(?!\\d)") for family in LISTED.families]
    holding = {
        path.name for path in files if all(stem.search(path.read_text(encoding="utf-8")) for stem in stems)
    }
    assert holding == {FILE.name}


def test_a_region_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "diagnoses.toml"
    text = FILE.read_text(encoding="utf-8")
    path.write_text(text.replace('regions = ["cervical"]', 'regions = ["neck"]'), encoding="utf-8")
    line = text.splitlines().index('regions = ["cervical"]') + 1
    with pytest.raises(DataFileError, match=rf"line {line}, region 1: 'neck' is no region"):
        read_covered_list(path)

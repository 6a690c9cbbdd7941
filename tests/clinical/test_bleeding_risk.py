"""Bleeding-risk classes of two guidelines, side by side."""

from datetime import date
from pathlib import Path

import pytest

from mbb_desktop.clinical.bleeding_risk import read_bleeding_risk
from mbb_desktop.clinical.data_file import DataFileError
from mbb_desktop.clinical.drugs import Confidence
from tests.clinical.invented import RESOURCES
from tests.every_row import every_row

FILE = RESOURCES / "clinical" / "bleeding_risk.toml"
RISK = read_bleeding_risk(FILE)


@every_row(
    ("procedure", "asra", "ipsis"),
    [
        ("Medial branch block, lumbar or thoracic", "low", "low"),
        ("Medial branch block, cervical", "intermediate", "low"),
        ("Ablation, lumbar", "low", "low"),
        ("Ablation, cervical", "intermediate", "low to intermediate"),
    ],
)
def test_each_procedure_has_the_class_of_both_guidelines(procedure: str, asra: str, ipsis: str) -> None:
    assert dict(RISK.procedures[procedure]) == {"asra": asra, "ipsis": ipsis}


def test_the_classes_are_said_with_the_guidelines_names() -> None:
    assert dict(RISK.classes())["Medial branch block, cervical"] == (
        "ASRA/ESRA 2018: intermediate, SIS/IPSIS: low"
    )


def test_every_guideline_names_its_source_and_when_it_was_read() -> None:
    assert all("read on 22-Nov-2026" in said for said in RISK.sources())


def test_nothing_tells_anybody_to_stop_or_continue_a_drug() -> None:
    said = " ".join([RISK.note, *(words for _name, words in RISK.classes())]).casefold()
    assert "no advice" in said
    assert not any(word in said for word in ("should", "hold ", "must"))


def test_an_odd_grade_is_refused(tmp_path: Path) -> None:
    odd = tmp_path / "bleeding_risk.toml"
    odd.write_text(FILE.read_text("utf-8").replace('asra = "intermediate"', 'asra = "some"'), "utf-8")
    with pytest.raises(DataFileError, match="must be one of low"):
        read_bleeding_risk(odd)


OWN = """
note = "No advice."
[guideline.own]
name = "Own 2026"
source = "an invented page"
read_on = 2026-11-22
confidence = "own"
[[procedure]]
name = "Block"
own = "low"
"""


def test_a_file_of_ones_own_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN, "utf-8")
    read = read_bleeding_risk(file)
    assert read.classes() == (("Block", "Own 2026: low"),)
    assert read.note == "No advice."
    guideline = read.guidelines["own"]
    assert (guideline.name, guideline.source) == ("Own 2026", "an invented page")
    assert (guideline.read_on, guideline.confidence) == (date(2026, 11, 22), Confidence.OWN)
    file.write_text(OWN.replace('own = "low"', 'own = "some"'), "utf-8")
    read_bleeding_risk.cache_clear()
    with pytest.raises(DataFileError, match="'own' must be one of low, low to intermediate, "):
        read_bleeding_risk(file)

"""The invented people on whom a clinic's words are tried."""

from decimal import Decimal
from pathlib import Path

import pytest

from mbb_desktop.clinical.data_file import DataFileError
from mbb_desktop.clinical.example_people import read_example_people
from mbb_desktop.clinical.people import Anticoagulant, AnticoagulantPlan, Sex
from tests.clinical.invented import RESOURCES

FILE = RESOURCES / "examples" / "people.toml"


def test_each_person_is_an_edge_of_its_own_with_a_course_and_blocks() -> None:
    people = read_example_people(FILE)
    assert len({each.title for each in people}) == len(people) >= 5
    for each in people:
        assert each.written.patient.mrn, each.title
        assert each.written.blocks, each.title


def test_what_is_written_of_a_person_is_read_and_what_is_not_is_not_known() -> None:
    first = read_example_people(FILE)[0].written
    assert (first.patient.family, first.patient.sex, first.patient.weight) == (
        "Ambrose",
        Sex.FEMALE,
        Decimal(68),
    )
    assert first.patient.anticoagulant == Anticoagulant(AnticoagulantPlan.CONTINUED, "apixaban")
    bare = [each.written.patient for each in read_example_people(FILE) if each.written.patient.sex is None]
    assert all(patient.weight is None or patient.weight > 0 for patient in bare)


def test_a_nerve_that_was_not_injected_has_no_volume() -> None:
    targets = [
        target
        for each in read_example_people(FILE)
        for block, _ in each.written.blocks
        for target in block.targets
    ]
    skipped = [target for target in targets if target.not_injected]
    assert skipped
    assert all((target.volume is None) is target.not_injected for target in targets)


def test_an_odd_key_is_refused(tmp_path: Path) -> None:
    odd = tmp_path / "people.toml"
    text = FILE.read_text(encoding="utf-8")
    odd.write_text(text.replace("mrn =", "mnr =", 1), encoding="utf-8")
    with pytest.raises(DataFileError, match=r"'mnr' is not known here. Did you mean 'mrn'\?"):
        read_example_people(odd)

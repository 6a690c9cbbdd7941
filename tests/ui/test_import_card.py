"""Importing people: looked at first, refusals row by row, and a record number asked where it is missing."""

import json
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from mbb_desktop.ui.import_card import ImportCard
from mbb_desktop.workflow.import_people import Imported
from mbb_desktop.workflow.keep_patients import find_patients
from tests.ui.sample import SampleClinic, press

MR = "http://terminology.hl7.org/CodeSystem/v2-0203"


def person(family: str, born: str, number: str = "", kind: str = "MR") -> dict[str, object]:
    identifier = [{"type": {"coding": [{"system": MR, "code": kind}]}, "value": number}] if number else []
    return {
        "resourceType": "Patient",
        "name": [{"family": family, "given": ["Tunde"]}],
        "birthDate": born,
        "identifier": identifier,
    }


FOUR = (
    person("Adeyemi", "1970-02-03", "004 2001"),
    person("Fontaine", "1958-07-01"),
    {**person("Marsh", "1961-03-14", "004 1187"), "name": [{"family": "Marsh", "given": ["Eleanor"]}]},
    person("Nobody", "1961"),
)


@pytest.fixture
def card(clinic: SampleClinic, tmp_path: Path) -> ImportCard:
    file = tmp_path / "people.json"
    entries = [{"resource": each} for each in FOUR]
    file.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}))
    importing = ImportCard(clinic.session, clinic.window)
    importing.open()
    importing.read_file(file)
    return importing


def state(card: ImportCard) -> list[str]:
    chips = card.table.records_model.columns[-1].chips
    assert chips is not None
    return [chips(row)[0].text for row in card.rows()]  # type: ignore[union-attr]  # state chips


def test_the_preview_says_of_everybody_what_would_happen(card: ImportCard) -> None:
    assert state(card) == ["New", "Record number needed", "In the list already"]
    assert [row.person.offered.family for row in card.table.checked()] == ["Adeyemi"]
    assert card.refusals() == [
        (
            "entry 4",
            "The birth date (birthDate) needs day, month and year. Ask for it and type this person by hand.",
        )
    ]


def test_nothing_is_kept_by_looking(clinic: SampleClinic, card: ImportCard) -> None:
    assert clinic.do(find_patients, "adeyemi").patients == ()


def test_only_the_chosen_are_imported(clinic: SampleClinic, card: ImportCard) -> None:
    done: list[Imported] = []
    card.imported.connect(done.append)
    press(card, "Import 1 person")
    assert [patient.family for patient in done[0].added] == ["Adeyemi"]
    assert clinic.do(find_patients, "fontaine").patients == ()
    assert clinic.events()[0] == "people imported"


def test_typing_the_record_number_ticks_the_person(clinic: SampleClinic, card: ImportCard) -> None:
    card.table.select(1)
    QTest.keyClicks(card.number.line, "004 2002")
    assert [row.person.offered.family for row in card.table.checked()] == ["Adeyemi", "Fontaine"]
    press(card, "Import 2 people")
    assert clinic.patient("fontaine").mrn == "004 2002"


def test_taking_the_number_away_unticks_the_person(card: ImportCard) -> None:
    card.table.select(1)
    QTest.keyClicks(card.number.line, "1")
    card.number.line.clear()
    card.number.edited.emit()
    assert [row.person.offered.family for row in card.table.checked()] == ["Adeyemi"]


def test_somebody_known_cannot_be_ticked(card: ImportCard) -> None:
    card.table.check([0, 2])
    assert [row.person.offered.family for row in card.table.checked()] == ["Adeyemi"]


def test_the_known_record_can_be_opened(clinic: SampleClinic, card: ImportCard) -> None:
    asked: list[object] = []
    card.open_known.connect(asked.append)
    card.table.select(2)
    press(card, "Open")
    assert asked == [clinic.patient("marsh eleanor").id]


def test_a_number_that_somebody_has_is_reported_and_not_imported(
    clinic: SampleClinic, card: ImportCard
) -> None:
    card.table.select(1)
    QTest.keyClicks(card.number.line, "004 1142")
    press(card, "Import 2 people")
    assert card.isVisible()
    assert card.refusals()[0][0] == "entry 2"
    assert clinic.do(find_patients, "fontaine").patients == ()


@pytest.mark.parametrize("content", [b"", b"not json", b"[1, 2]", b"\xff\xfe\x00"])
def test_a_file_without_people_is_explained(clinic: SampleClinic, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "odd.json"
    file.write_bytes(content)
    importing = ImportCard(clinic.session, clinic.window)
    importing.open()
    importing.read_file(file)
    assert importing.rows() == []
    assert len(importing.refusals()) == 1
    assert clinic.errors == []


def test_a_file_that_is_not_there_is_explained(clinic: SampleClinic, tmp_path: Path) -> None:
    importing = ImportCard(clinic.session, clinic.window)
    importing.open()
    importing.read_file(tmp_path / "gone.json")
    assert "could not be used" in importing.said()

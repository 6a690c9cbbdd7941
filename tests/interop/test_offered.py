"""An offered person becomes a record only under a confirmed number."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from mbb_desktop.clinical.people import Anticoagulant, IdentifierKind
from mbb_desktop.interop.offered import as_patient
from tests.interop.fhir_people import bundle, identifier, offered, patient, read, refused

NOW = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)


def test_a_confirmed_number_becomes_the_record_number() -> None:
    person = offered(identifier=[identifier("77120"), identifier("D1", "DL")])
    made = as_patient(person, " 77120 ", NOW)
    assert made.mrn == "77120"
    assert [(one.kind, one.value, one.system) for one in made.identifiers] == [
        (IdentifierKind.MRN, "77120", "urn:clinic"),
        (IdentifierKind.OTHER, "D1", "urn:clinic"),
    ]


def test_a_typed_number_wins_over_the_one_of_the_sender() -> None:
    made = as_patient(offered(), "9", NOW)
    assert [(one.kind.name, one.value) for one in made.identifiers] == [("MRN", "9"), ("OTHER", "0041187")]


def test_the_record_holds_what_was_offered_and_claims_nothing_else() -> None:
    drug = {"resourceType": "MedicationRequest", "medicationCodeableConcept": {"text": "apixaban 5 mg"}}
    made = as_patient(read(bundle(patient(), drug)).people[0], "0041187", NOW)
    assert (made.family, made.given, made.born) == ("Marsh", "Eleanor Ann", date(1961, 3, 14))
    assert (made.anticoagulant, made.allergy_state, made.weight) == (Anticoagulant(), None, None)


@pytest.mark.parametrize(
    ("changes", "number", "sentence"),
    [
        ({}, " ", "record number is missing"),
        ({}, "1\u0007", "control character"),
        ({"birthDate": "2026-11-25"}, "1", "in the future"),
        ({"birthDate": "0001-01-01"}, "1", "too long ago"),
        ({"deceasedDateTime": "1950-01-01"}, "1", "before the birth"),
    ],
)
def test_an_impossible_record_is_not_made(changes: dict[str, Any], number: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        as_patient(offered(**changes), number, NOW)


def test_a_person_without_a_birth_date_is_not_made() -> None:
    started = refused(patient(birthDate="1961")).started
    assert started is not None
    with pytest.raises(ValueError, match="full birth date"):
        as_patient(started, "1", NOW)

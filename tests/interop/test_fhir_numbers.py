"""Which FHIR identifier may be the record number, and what is not kept."""

from typing import Any

import pytest

from tests.interop.fhir_people import identifier, offered, patient, read


def test_a_number_typed_as_record_number_is_sure_and_keeps_its_zeros() -> None:
    person = offered()
    assert person.record_number == "0041187"
    assert not person.needs_record_number


@pytest.mark.parametrize(
    "unsure",
    [
        [identifier("77120")],
        [identifier("77120", "PI")],
        [identifier("77120", type={"text": "MRN"})],
        [identifier("77120", "MR", period={"end": "2019"})],
        [identifier("77120", "MR", use="temp")],
        [identifier("77120", type={"coding": [{"code": "MR"}]})],
    ],
)
def test_a_number_without_a_clear_type_must_be_confirmed(unsure: list[dict[str, Any]]) -> None:
    person = offered(identifier=unsure)
    assert person.needs_record_number
    assert [number.value for number in person.record_numbers] == ["77120"]


def test_a_number_no_longer_in_use_is_not_offered_as_record_number() -> None:
    assert offered(identifier=[identifier("77120", "MR", use="old")]).record_numbers == ()


def test_two_record_numbers_of_two_hospitals_must_be_chosen_from() -> None:
    person = offered(identifier=[identifier("1", "MR"), identifier("2", "MR", assigner={"display": "Elm"})])
    assert person.needs_record_number
    assert [(number.value, number.given_by) for number in person.record_numbers] == [("1", ""), ("2", "Elm")]
    assert "Choose the one of this clinic" in person.notes[0]


@pytest.mark.parametrize("code", ["DL", "PPN", "NI", "NNESP", "JHN", "MB", "AN", "BR"])
def test_other_numbers_are_kept_but_never_a_record_number(code: str) -> None:
    person = offered(identifier=[identifier("X-555", code)])
    assert person.record_numbers == ()
    assert [one.value for one in person.identifiers] == ["X-555"]


@pytest.mark.parametrize(
    "secret",
    [
        identifier("078051120", "SS"),
        identifier("078051120", system="http://hl7.org/fhir/sid/us-ssn"),
        identifier("078051120", system="urn:oid:2.16.840.1.113883.4.1"),
        identifier("078051120", type={"text": "Social Security Number"}),
        identifier("078051120", "NI", system="http://hl7.org/fhir/sid/us-ssn"),
        identifier("078-05-1120"),
    ],
)
def test_a_social_security_number_is_not_kept_at_all(secret: dict[str, Any]) -> None:
    preview = read(patient(identifier=[identifier("0041187", "MR"), secret]))
    assert "1120" not in repr(preview)
    assert preview.people[0].record_number == "0041187"


def test_words_in_the_address_of_a_system_do_not_change_a_typed_number() -> None:
    person = offered(identifier=[identifier("5", "MR", system="http://national-members.example/account")])
    assert person.record_number == "5"


def test_older_versions_of_the_standard_name_the_same_table() -> None:
    coding = {"system": "http://hl7.org/fhir/v2/0203", "code": "MR"}
    old = patient(identifier=[{"value": "12", "type": {"coding": [coding]}}])
    old["name"][0]["family"] = ["Marsh"]
    assert read(old).people[0].record_number == "12"
    assert read(old).people[0].family == "Marsh"

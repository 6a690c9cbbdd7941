"""FHIR files: who is offered, what is refused and where, and never an exception."""

import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mbb_desktop.clinical.people import Sex
from mbb_desktop.interop.offered import Offered
from tests.interop.fhir_people import bundle, patient, read, refused

TWICE = b'{"resourceType": "Patient", "birthDate": "1961-03-14", "birthDate": "1916-03-14"}'


def collected(corpus: Path) -> list[tuple[dict[str, Any], bytes]]:
    folder = corpus / "files" / "fhir"
    expected = json.loads((folder / "expected.json").read_bytes())["files"]
    return [(one, (folder / one["file"]).read_bytes()) for one in expected]


def check_person(person: Offered, expected: dict[str, Any]) -> None:
    name = expected["name_to_show"]
    assert (person.family, person.given) == (name["family"], " ".join(name["given"]))
    assert [one.family for one in person.names] == [one.get("family", "") for one in expected["all_names"]]
    assert str(person.born) == expected["birthDate"]
    assert person.sex is not None
    assert person.sex.value == expected["gender"]
    assert [number.value for number in person.record_numbers] == expected["mrn"]
    assert person.needs_record_number == all(one["type"] != "MR" for one in expected["identifiers"])
    kept = [one["value"] for one in expected["identifiers"] if one["type"] != "SS"]
    assert [one.value for one in person.identifiers] == kept
    assert bool(person.deceased) == bool(expected["deceased"])
    assert str(person.deceased_on or "") == str(expected["deceased"] or "")[:10]


def check_reach(person: Offered, expected: dict[str, Any]) -> None:
    phones = {value for system, use, value in expected["telecom"] if system == "phone" and use != "old"}
    assert person.phone in phones or (not person.phone and not phones)
    parts = [
        part for home in expected["address"] for part in (*home["line"], home["city"], home["postalCode"])
    ]
    assert all(part in person.address for part in parts)
    assert bool(person.address) == bool(parts)


def test_every_collected_file_is_offered_or_refused_as_expected(corpus: Path) -> None:
    for expected, data in collected(corpus):
        preview = read(data, expected["file"])
        assert len(preview.people) == len(expected["expected_patients"] or ())
        assert bool(preview.refused) == (expected["expected_action"] == "reject_with_message")
        for person, wanted in zip(preview.people, expected["expected_patients"] or (), strict=True):
            check_person(person, wanted)
            check_reach(person, wanted)


def test_five_hundred_damaged_files_are_read_in_ten_seconds(corpus: Path) -> None:
    files = [data for _, data in collected(corpus)]
    dice = random.Random(41)
    started = time.monotonic()
    for turn in range(500):
        damaged = bytearray(files[turn % len(files)])
        for _ in range(dice.randint(1, 3)):
            damaged[dice.randrange(len(damaged))] = dice.choice(b'{}[]",:\\0aZ \n\xc3\x00')
        read(bytes(damaged[: dice.randint(0, len(damaged))] if turn % 5 == 0 else damaged))
    assert time.monotonic() - started < 10


def patients_in(content: dict[str, Any]) -> list[dict[str, Any]]:
    resources = [content, *(entry["resource"] for entry in content.get("entry", []))]
    return [resource for resource in resources if resource["resourceType"] == "Patient"]


def with_one_value_wrong(whole: Any, part: Any, wrong: Any) -> Iterator[Any]:
    for key in list(part) if isinstance(part, dict) else range(len(part) if isinstance(part, list) else 0):
        right = part[key]
        part[key] = wrong
        yield whole
        part[key] = right
        yield from with_one_value_wrong(whole, right, wrong)


@pytest.mark.parametrize(
    "wrong", [None, 7, True, "", "x" * 600, "\ud800", [], {}, [[]], [1, {}], {"end": "1"}]
)
def test_a_value_of_the_wrong_kind_anywhere_is_never_an_exception(corpus: Path, wrong: Any) -> None:
    for _, data in collected(corpus):
        for person in patients_in(json.loads(data)):
            for changed in with_one_value_wrong(person, person, wrong):
                preview = read(changed)
                assert len(preview.people) + len(preview.refused) == 1


@pytest.mark.parametrize("kind", ["transaction", "document", "collection", "searchset", "batch"])
def test_a_bundle_of_any_type_offers_its_patients(kind: str) -> None:
    preview = read(bundle({"resourceType": "Composition"}, patient(), kind=kind))
    assert [person.where for person in preview.people] == ["entry 2"]


def test_a_bundle_in_a_bundle_is_read_but_not_without_end() -> None:
    nested = bundle(bundle(patient()))
    assert read(nested).people[0].where == "entry 1, entry 1"
    assert refused(bundle(bundle(nested))).where == "entry 1, entry 1, entry 1"


def test_only_the_newest_version_of_a_history_is_offered() -> None:
    preview = read(bundle(patient(id="p", gender="other"), patient(id="p"), kind="history"))
    assert [person.sex for person in preview.people] == [Sex.OTHER]
    assert [one.where for one in preview.refused] == ["entry 2"]


def test_the_same_record_twice_is_pointed_out() -> None:
    people = read(bundle(patient(id="p"), patient(id="p"))).people
    refused_again = read(bundle(patient(id="p"), patient(id="p", birthDate="1961"))).refused[0].sentence
    assert refused_again.startswith("The birth date")
    assert people[1].notes == ("The same record stands at entry 1. Keep one of the two.",)


def test_good_lines_are_offered_and_bad_lines_refused_by_their_number() -> None:
    good = json.dumps(patient())
    lines = [good, '{"resourceType": "Patient", "name": }', "", TWICE.decode(), good, '{"a": 1}']
    preview = read("\r\n".join(lines).encode(), "export")
    assert [person.where for person in preview.people] == ["line 1", "line 5"]
    assert [one.where for one in preview.refused] == ["line 2", "line 4", "line 6"]
    assert preview.refused[0].sentence.startswith("Line 2, column 37: this is not valid JSON.")
    assert preview.refused[1].sentence.startswith("Line 4, column 56: a field is given twice")


def test_one_bad_line_is_still_a_line_when_the_file_is_named_so() -> None:
    assert refused(b'{"resourceType": ', "people.NDJSON").where == "line 1"


def test_one_broken_document_over_many_lines_is_refused_once() -> None:
    broken = json.dumps(bundle(patient(), patient()), indent=1).replace(":", "", 1).encode()
    assert refused(broken, "people.ndjson").where == "the whole file"


def test_an_appointment_alone_is_refused_by_name() -> None:
    answer = refused({"resourceType": "Appointment", "description": "Marsh"})
    assert answer.sentence.startswith("There is no patient in this file; it holds: Appointment.")


def test_a_refusal_quotes_nothing_of_the_patient() -> None:
    secret = patient(birthDate="Zebulon", name=[{"given": ["Zebulon"]}], gender="Zebulon", id="Zebulon")
    files = [
        secret,
        {"resourceType": "Zebulon"},
        b'{"Zebulon": 1, "Zebulon": 2}',
        b'{"Zebulon" x}',
        b'"Zebulon\xff"',
    ]
    assert all("Zebulon" not in refused(one).sentence + refused(one).where for one in files)


FIELDS = (
    "name",
    "birthDate",
    "identifier",
    "gender",
    "telecom",
    "address",
    "communication",
    "link",
    "meta",
    "id",
)
DEEPER = ("family", "given", "use", "period", "type", "coding", "code", "value", "system", "rank", "language")
plain: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 1, "", "old", "SS", "1974", "\x07", [], {}, [[]], [{}], [None], {"end": 1}]
)
shaped = st.dictionaries(st.sampled_from(DEEPER), plain, max_size=4)
nested = st.dictionaries(st.sampled_from(DEEPER), shaped | st.lists(shaped, max_size=2), max_size=4)


@given(
    st.dictionaries(
        st.sampled_from((*FIELDS, "deceasedDateTime")), plain | nested | st.lists(nested, max_size=2)
    )
)
@settings(max_examples=150, deadline=5000)
def test_any_shape_of_a_patient_is_offered_or_refused(fields: dict[str, Any]) -> None:
    preview = read(patient(**fields))
    assert len(preview.people) + len(preview.refused) == 1


@given(
    st.binary(max_size=200) | st.text(max_size=100).map(str.encode), st.sampled_from(["a.json", "a.ndjson"])
)
@settings(max_examples=150, deadline=5000)
def test_any_bytes_are_refused_with_a_sentence(data: bytes, name: str) -> None:
    assert all(one.sentence.endswith(".") for one in read(data, name).refused)


@given(st.data())
@settings(max_examples=100, deadline=5000, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_cut_and_changed_anywhere_never_stops_the_program(data: st.DataObject) -> None:
    whole = json.dumps(bundle(patient(), patient(deceasedBoolean=True)), indent=1).encode()
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
    read(whole[:start] + data.draw(st.binary(max_size=4)) + whole[end:])

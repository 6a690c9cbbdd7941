"""What a FHIR file offers: the right person, the right number, and never an exception."""

import json
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mbb_desktop.clinical.people import Anticoagulant, IdentifierKind, Sex
from mbb_desktop.interop import budget
from mbb_desktop.interop.fhir import read_people
from mbb_desktop.interop.offered import Offered, Preview, Refused, as_patient

NOW = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)
TABLE = "http://terminology.hl7.org/CodeSystem/v2-0203"
TWICE = b'{"resourceType": "Patient", "birthDate": "1961-03-14", "birthDate": "1916-03-14"}'


def identifier(value: str, code: str = "", **more: Any) -> dict[str, Any]:
    kind = {"type": {"coding": [{"system": TABLE, "code": code}]}} if code else {}
    return {"value": value, "system": "urn:clinic", **kind, **more}


def patient(**changes: Any) -> dict[str, Any]:
    return {
        "resourceType": "Patient",
        "name": [{"use": "official", "family": "Marsh", "given": ["Eleanor", "Ann"]}],
        "birthDate": "1961-03-14",
        "gender": "female",
        "identifier": [identifier("0041187", "MR")],
        **changes,
    }


def bundle(*resources: dict[str, Any], kind: str = "collection") -> dict[str, Any]:
    entries = [{"resource": resource} for resource in resources]
    return {"resourceType": "Bundle", "type": kind, "entry": entries}


def read(content: Any, name: str = "people.json") -> Preview:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return read_people(data, name_of_file=name)


def offered(**changes: Any) -> Offered:
    preview = read(patient(**changes))
    assert preview.refused == ()
    return preview.people[0]


def refused(content: Any, name: str = "people.json") -> Refused:
    preview = read(content, name)
    assert preview.people == ()
    assert len(preview.refused) == 1
    return preview.refused[0]


# Collected files


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


# The record number


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


# The name, the birth date and the rest


def test_the_official_name_wins_over_usual_and_maiden() -> None:
    official = {"use": "official", "family": "Marsh"}
    person = offered(name=[{"use": "maiden", "family": "Hill"}, {"use": "usual", "family": "Ma"}, official])
    assert person.family == "Marsh"
    assert [name.family for name in person.names] == ["Hill", "Ma", "Marsh"]


def test_an_official_name_that_has_ended_gives_way_to_the_usual_one() -> None:
    ended = {"use": "official", "family": "Hill", "period": {"start": "1961", "end": "1990-05"}}
    person = offered(name=[ended, {"use": "usual", "family": "Marsh"}])
    assert person.family == "Marsh"
    assert (person.names[0].start, person.names[0].end) == ("1961", "1990-05")


def test_a_former_name_or_a_suffix_is_pointed_out() -> None:
    person = offered(name=[{"use": "maiden", "family": "Hill", "suffix": ["Jr."], "prefix": ["Dr."]}])
    assert [note.split(".")[0] for note in person.notes] == [
        "The file gives only a temporary, assumed or former name",
        "The name has a suffix such as Jr",
    ]
    assert (person.names[0].prefix, person.names[0].suffix) == ("Dr.", "Jr.")


def test_two_current_names_are_pointed_out() -> None:
    names = [{"use": "official", "family": "Marsh"}, {"use": "official", "family": "Hill"}]
    assert offered(name=names).notes == ("The file gives two current names. Check which one is right.",)


@pytest.mark.parametrize(
    "name", [[], [{"given": ["Eleanor"]}], [{"text": "Eleanor Marsh"}], "Marsh", [{"family": "--"}]]
)
def test_without_a_family_name_nobody_is_offered(name: Any) -> None:
    assert "family name is missing" in refused(patient(name=name)).sentence


@pytest.mark.parametrize("said", ["1974", "1974-12"])
def test_a_part_of_a_birth_date_is_asked_for_and_the_rest_can_be_typed_on_from(said: str) -> None:
    answer = refused(patient(birthDate=said))
    assert answer.sentence.startswith("The birth date (birthDate) needs day, month and year.")
    assert said not in answer.sentence
    assert answer.started is not None
    full = replace(answer.started, born=date(1974, 12, 25))
    assert as_patient(full, full.record_number, NOW).family == "Marsh"


@pytest.mark.parametrize(
    "said",
    ["1974-02-30", "19741225", "25/12/1974", "1974-12-25T10:00:00Z", 1974, "", None, "\uff11974-12-25"],
)
def test_what_is_no_date_is_no_birth_date(said: Any) -> None:
    assert "birthDate" in refused(patient(birthDate=said)).sentence


@pytest.mark.parametrize(
    ("gender", "sex"),
    [("male", Sex.MALE), ("other", Sex.OTHER), ("unknown", None), ("M", None), (None, None)],
)
def test_sex_is_taken_only_as_the_standard_writes_it(gender: str | None, sex: Sex | None) -> None:
    assert offered(gender=gender).sex is sex


def test_nothing_of_a_contact_or_a_practitioner_is_mixed_in() -> None:
    contact = {
        "name": {"family": "Brook"},
        "telecom": [{"system": "phone", "value": "999"}],
        "gender": "male",
    }
    doctor = {"resourceType": "Practitioner", "name": [{"family": "Brook"}], "birthDate": "1950-01-01"}
    preview = read(bundle(doctor, patient(contact=[contact])))
    assert "Brook" not in repr(preview)
    assert preview.people[0].phone == ""
    assert preview.passed_over == 1


def test_old_and_ended_phones_and_addresses_are_skipped() -> None:
    phones = [
        {"system": "phone", "value": "1", "use": "old", "rank": 1},
        {"system": "phone", "value": "2", "use": "mobile", "rank": 1, "period": {"end": "2014"}},
        {"system": "email", "value": "3"},
        {"system": "phone", "value": "4", "use": "work"},
        {"system": "phone", "value": "5", "use": "mobile"},
    ]
    homes = [{"use": "old", "city": "Ayr"}, {"use": "home", "line": ["1 Elm"], "city": "Bo", "state": "MA"}]
    person = offered(telecom=phones, address=homes)
    assert (person.phone, person.address) == ("5", "1 Elm, Bo, MA")


def test_the_phone_that_the_sender_ranks_first_is_taken() -> None:
    phones = [{"value": "1", "use": "mobile", "rank": 2}, {"value": "2", "use": "work", "rank": 1}]
    assert offered(telecom=phones).phone == "2"


def test_the_language_is_the_preferred_one_or_the_only_one() -> None:
    spanish = {"language": {"coding": [{"code": "es-MX"}]}}
    english = {"language": {"coding": [{"code": "en"}]}}
    assert offered(communication=[spanish]).language == "es"
    assert offered(communication=[english, {**spanish, "preferred": True}]).language == "es"
    assert offered(communication=[english, spanish]).language == ""
    assert offered(language="en").language == ""


def test_somebody_who_has_died_is_flagged_and_never_imported_as_alive() -> None:
    dated = offered(deceasedDateTime="2025-02-27T22:17:38+00:00")
    assert (dated.deceased, dated.deceased_on) == (True, date(2025, 2, 27))
    assert as_patient(dated, "1", NOW).deceased_on == date(2025, 2, 27)
    with pytest.raises(ValueError, match="Type the date of death"):
        as_patient(offered(deceasedBoolean=True), "1", NOW)


def test_unknown_is_not_alive() -> None:
    assert offered().deceased is None
    assert offered(deceasedBoolean=False).deceased is False


def test_a_record_that_was_merged_away_is_not_offered() -> None:
    assert "replaced" in refused(patient(link=[{"type": "replaced-by"}])).sentence


def test_an_unknown_modifier_is_not_ignored() -> None:
    assert "modifierExtension" in refused(patient(modifierExtension=[{"url": "x"}])).sentence


# Files


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


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf \n", "The file is empty."),
        (b'{\n "a" 1}', "Line 2, column 6: this is not valid JSON."),
        (b'{"a":\n"\xff"}', "Line 2 is not UTF-8 text."),
        ("{}".encode("utf-16"), "Line 1 is not UTF-8 text; it looks like UTF-16."),
        (b'{"a": "\xed\xa0\x80"}', "Line 1 is not UTF-8 text."),
        (b'{"a": "\x00"}', "Line 1, column 8: this is not valid JSON."),
        (b'{"a": [NaN]}', "Line 1, column 8: this is not a number that JSON allows."),
        (b'{"a": -Infinity}', "Line 1, column 7: this is not a number that JSON allows."),
        (b'{"a": ' + b"9" * 5000 + b"}", "Line 1, column 7: this is not a number that JSON allows."),
        (b'{"a": 1,\n "\\u0061": 2}', "Line 2, column 2: a field is given twice"),
        (b'{"/": 1, "\\/": 2}', "Line 1, column 1: the file is not plain JSON."),
        (b"[" * 100_000, "Line 1, column 201: the values are nested too deeply."),
        (b'{"a":' * 5000 + b"1" + b"}" * 5000, "Line 1, column 1001: the values are nested too deeply."),
        (b"<Patient/>", "Line 1, column 1: this is XML and not JSON."),
        (b"MSH|^~\\&|", "Line 1, column 1: this is an HL7 v2 message and not JSON."),
        (b"[1]", "This is not a FHIR resource"),
        (b'"text"', "This is not a FHIR resource"),
        (b'{"resourceType": "Bundle", "entry": {}}', "The entries of this Bundle cannot be read."),
        (b'{"resourceType": "Bundle", "entry": [1]}', "This entry is not a FHIR resource."),
        (b'{"resourceType": "Bundle"}', "There is no patient in this file"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_place(data: bytes, sentence: str) -> None:
    assert refused(data).sentence.startswith(sentence)


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert read(json.dumps(patient()).encode("utf-8-sig")).people[0].family == "Marsh"


@pytest.mark.parametrize("bad", ["Mar\u0000sh", "Mar\ud800sh", "Mar\u0085sh", "M" * 501])
def test_names_and_numbers_with_bad_characters_are_refused_by_field(bad: str) -> None:
    assert refused(patient(name=[{"family": bad}])).sentence.startswith("The name holds")
    assert refused(patient(identifier=[identifier(bad)])).sentence.startswith("The identifier holds")


def test_a_bad_phone_is_left_out_with_a_note() -> None:
    person = offered(telecom=[{"system": "phone", "value": "1\u0007"}])
    assert person.phone == ""
    assert person.notes[0].startswith("The phone number holds a control character")


def test_size_is_checked_before_anything_is_read() -> None:
    assert "larger than 50 MB" in refused(bytes(budget.LARGEST_FILE + 1)).sentence


def test_too_many_values_records_or_people_are_refused() -> None:
    assert "too many values" in refused(b"[" * (budget.MOST_VALUES + 1)).sentence
    assert "100,000 records" in refused(b'{"resourceType":"Slot"}\n' * 100_001).sentence
    assert "20,000 people" in refused(b'{"resourceType":"Patient"}\n' * 20_001).sentence
    assert "far too large" in refused(patient(extension=[{}] * 5_000)).sentence


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


# The new record


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


# Anything at all

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

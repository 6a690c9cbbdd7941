"""One FHIR patient: the right name, birth date and ways to reach, and nobody else's."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from mbb_desktop.clinical.people import Sex
from mbb_desktop.interop.offered import as_patient
from tests.interop.fhir_people import bundle, identifier, offered, patient, read, refused

NOW = datetime(2026, 11, 24, 10, 40, tzinfo=UTC)


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


@pytest.mark.parametrize("bad", ["Mar\u0000sh", "Mar\ud800sh", "Mar\u0085sh", "M" * 501])
def test_names_and_numbers_with_bad_characters_are_refused_by_field(bad: str) -> None:
    assert refused(patient(name=[{"family": bad}])).sentence.startswith("The name holds")
    assert refused(patient(identifier=[identifier(bad)])).sentence.startswith("The identifier holds")


def test_a_bad_phone_is_left_out_with_a_note() -> None:
    person = offered(telecom=[{"system": "phone", "value": "1\u0007"}])
    assert person.phone == ""
    assert person.notes[0].startswith("The phone number holds a control character")

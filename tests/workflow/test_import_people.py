"""People from a file: shown with who is known, kept all in one step, and never twice."""

import json
from dataclasses import replace

import pytest

from mbb_desktop.clinical.people import Patient
from mbb_desktop.interop.offered import Offered
from mbb_desktop.storage.audit import recent
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.import_people import Chosen, PeopleOffered, import_people, preview_people
from mbb_desktop.workflow.keep_patients import find_patients
from tests.workflow.conftest import Desks

MR = "http://terminology.hl7.org/CodeSystem/v2-0203"


def person(family: str, given: str, born: str, number: str = "", kind: str = "MR") -> dict[str, object]:
    coding = {"coding": [{"system": MR, "code": kind}]}
    identifier = [{"type": coding, "value": number}] if number else []
    return {
        "resourceType": "Patient",
        "name": [{"family": family, "given": [given]}],
        "birthDate": born,
        "identifier": identifier,
    }


def file_of(*people: dict[str, object]) -> bytes:
    return b"\n".join(json.dumps(each).encode() for each in people)


def preview(desks: Desks, *people: dict[str, object]) -> PeopleOffered:
    return preview_people(desks.of("nurse"), file_of(*people), "people.ndjson")


def chosen(offered: PeopleOffered) -> tuple[Chosen, ...]:
    return tuple(Chosen(p.offered, p.offered.record_number) for p in offered.people)


ADEYEMI = person("Adeyemi", "Tunde", "1970-02-03", "004 2001")
FONTAINE = person("Fontaine", "Luc", "1958-07-01", "004 2002")


def everybody(desks: Desks) -> tuple[Patient, ...]:
    return find_patients(desks.of("nurse"), "").patients


def test_looking_at_a_file_keeps_nobody(desks: Desks) -> None:
    before = everybody(desks)
    found = preview(desks, ADEYEMI, FONTAINE)
    assert [p.offered.family for p in found.people] == ["Adeyemi", "Fontaine"]
    assert everybody(desks) == before


def test_the_chosen_are_kept_in_one_step_with_one_event(desks: Desks) -> None:
    done = import_people(desks.of("nurse"), chosen(preview(desks, ADEYEMI, FONTAINE)))
    assert [patient.mrn for patient in done.added] == ["004 2001", "004 2002"]
    assert set(done.added) <= set(everybody(desks))
    with desks.vault.store.look() as look:
        events = [event.event for event in recent(look.connection)]
    assert events.count("people imported") == 1
    assert events.count("patient added") == 0


def test_somebody_known_is_shown_and_not_kept_again(desks: Desks) -> None:
    import_people(desks.of("nurse"), chosen(preview(desks, ADEYEMI)))
    again = preview(desks, ADEYEMI, FONTAINE)
    assert [len(p.known) for p in again.people] == [1, 0]
    done = import_people(desks.of("nurse"), chosen(again))
    assert [patient.family for patient in done.added] == ["Fontaine"]
    assert [left.where for left in done.left_out] == ["line 1"]
    assert len([p for p in everybody(desks) if p.family == "Adeyemi"]) == 1


@pytest.mark.parametrize(
    "other",
    [
        person("ADEYEMI", "T.", "1970-02-03", "77"),
        person("Somebody", "Else", "1990-01-01", "0042001"),
    ],
)
def test_the_same_name_and_birth_date_or_number_is_the_same_person(
    desks: Desks, other: dict[str, object]
) -> None:
    import_people(desks.of("nurse"), chosen(preview(desks, ADEYEMI)))
    found = preview(desks, other)
    assert found.people[0].known
    assert import_people(desks.of("nurse"), chosen(found)).added == ()


def test_one_person_twice_in_a_file_is_kept_once(desks: Desks) -> None:
    done = import_people(desks.of("nurse"), chosen(preview(desks, ADEYEMI, ADEYEMI)))
    assert (len(done.added), len(done.left_out)) == (1, 1)


def test_without_a_record_number_a_person_is_left_out(desks: Desks) -> None:
    found = preview(desks, person("Adeyemi", "Tunde", "1970-02-03"))
    assert found.people[0].offered.needs_record_number
    done = import_people(desks.of("nurse"), chosen(found))
    assert done.added == ()
    assert "record number" in done.left_out[0].sentence


def test_a_typed_record_number_is_kept(desks: Desks) -> None:
    found = preview(desks, person("Adeyemi", "Tunde", "1970-02-03", "P-9", kind="PI"))
    done = import_people(desks.of("nurse"), (Chosen(found.people[0].offered, "004 2009"),))
    assert done.added[0].mrn == "004 2009"


def test_what_cannot_be_offered_is_refused_with_its_place(desks: Desks) -> None:
    found = preview(desks, ADEYEMI, person("", "Nobody", "1961"))
    assert [refused.where for refused in found.refused] == ["line 2"]


def test_a_person_who_cannot_be_kept_does_not_keep_the_others_out(desks: Desks) -> None:
    offered: Offered = preview(desks, ADEYEMI).people[0].offered
    broken = replace(offered, family="")
    good = preview(desks, FONTAINE).people[0].offered
    done = import_people(desks.of("nurse"), (Chosen(broken, "1"), Chosen(good, "004 2002")))
    assert (len(done.added), len(done.left_out)) == (1, 1)


def test_nothing_chosen_leaves_no_trace(desks: Desks) -> None:
    before = desks.vault.store.head
    assert import_people(desks.of("nurse"), ()).added == ()
    assert desks.vault.store.head == before


@pytest.mark.parametrize("role", ["manager", "administrator"])
def test_only_people_who_keep_patients_may_import(desks: Desks, role: str) -> None:
    with pytest.raises(NotAllowed):
        preview_people(desks.of(role), file_of(ADEYEMI), "people.ndjson")
    with pytest.raises(NotAllowed):
        import_people(desks.of(role), ())

"""People out of FHIR files: Patient resources alone, in Bundles or one per line; offered, never kept."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from mbb_desktop.interop.budget import MOST_PEOPLE, MOST_RECORDS, Json, Unreadable, json_of, text_of
from mbb_desktop.interop.fhir_fields import Resource
from mbb_desktop.interop.fhir_person import read_person
from mbb_desktop.interop.offered import Offered, Preview, Refused

_WHOLE_FILE = "the whole file"
_DEEPEST_BUNDLE = 3

_KNOWN_KINDS = """
    AllergyIntolerance Appointment AppointmentResponse CarePlan CareTeam Claim Composition Condition
    Consent Coverage Device DiagnosticReport DocumentReference Encounter EpisodeOfCare ExplanationOfBenefit
    FamilyMemberHistory Goal Group ImagingStudy Immunization List Location Media Medication
    MedicationAdministration MedicationDispense MedicationRequest MedicationStatement MessageHeader
    Observation OperationOutcome Organization Parameters Person Practitioner PractitionerRole Procedure
    Provenance Questionnaire QuestionnaireResponse RelatedPerson Schedule ServiceRequest Slot Specimen
    Task
"""


@dataclass(frozen=True, slots=True)
class _Found:
    where: str
    kind: str
    resource: Resource
    in_history: bool = False


def read_people(data: bytes, *, name_of_file: str) -> Preview:
    """The people of a FHIR file (R4; STU3 and R5 patients read the same), at most 50 MB and 20,000 people.

    Takes a Patient, a Bundle of any type, or NDJSON with one resource per line. Never raises for what a
    file holds: whatever cannot be offered is refused with its place and field, and never quoted.
    """
    try:
        return _preview(_found(text_of(data), name_of_file))
    except Unreadable as problem:
        return Preview((), (Refused(_WHOLE_FILE, str(problem)),))


def _found(text: str, name_of_file: str) -> list[_Found | Refused]:
    try:
        found = _inside(json_of(text), "")
    except Unreadable:
        rows = text.split("\n")
        if not _is_one_per_line(rows, name_of_file):
            raise
        found = (one for number, row in enumerate(rows, 1) if row.strip() for one in _on_line(row, number))
    first = list(islice(found, MOST_RECORDS + 1))
    if len(first) > MOST_RECORDS:
        raise Unreadable(f"The file holds more than {MOST_RECORDS:,} records. Ask for smaller files.")
    return first


def _is_one_per_line(rows: list[str], name_of_file: str) -> bool:
    filled = [row for row in map(str.strip, rows) if row]
    whole = sum(row[0] == "{" and row[-1] == "}" for row in filled)
    if name_of_file.lower().endswith((".ndjson", ".jsonl")):
        return whole > 0 or len(filled) == 1
    return len(filled) > 1 and whole * 2 >= len(filled)


def _on_line(row: str, number: int) -> list[_Found | Refused]:
    try:
        return list(_inside(json_of(row, number), f"line {number}"))
    except Unreadable as problem:
        return [Refused(f"line {number}", str(problem))]


def _inside(value: Json, where: str, bundles: tuple[str, ...] = ()) -> Iterator[_Found | Refused]:
    kind = value.get("resourceType") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(kind, str) or not kind:
        yield Refused(where or _WHOLE_FILE, "This is not a FHIR resource: resourceType is missing.")
    elif kind == "Bundle":
        yield from _entries(value, where, bundles)
    else:
        read = value if kind == "Patient" else {}
        yield _Found(where or _WHOLE_FILE, kind, read, "history" in bundles)


def _entries(bundle: Resource, where: str, bundles: tuple[str, ...]) -> Iterator[_Found | Refused]:
    entries = bundle.get("entry", [])
    if not isinstance(entries, list) or len(bundles) == _DEEPEST_BUNDLE:
        yield Refused(where or _WHOLE_FILE, "The entries of this Bundle cannot be read. Ask for it again.")
        return
    for number, entry in enumerate(entries, 1):
        place = f"{where}, entry {number}" if where else f"entry {number}"
        if not isinstance(entry, dict):
            yield Refused(place, "This entry is not a FHIR resource.")
        elif "resource" in entry:
            yield from _inside(entry["resource"], place, (*bundles, str(bundle.get("type"))))


def _preview(found: list[_Found | Refused]) -> Preview:
    others = [one.kind for one in found if isinstance(one, _Found) and one.kind != "Patient"]
    patients = [one for one in found if isinstance(one, Refused) or one.kind == "Patient"]
    if len(patients) > MOST_PEOPLE:
        raise Unreadable(f"The file holds more than {MOST_PEOPLE:,} people. Ask for smaller files.")
    read = list(_each_person(patients))
    if not read:
        read = [Refused(_WHOLE_FILE, _no_patient(others))]
    return Preview(
        tuple(one for one in read if isinstance(one, Offered)),
        tuple(one for one in read if isinstance(one, Refused)),
        len(others),
    )


def _no_patient(others: list[str]) -> str:
    known = ", ".join(sorted({*_KNOWN_KINDS.split()}.intersection(others))) or "nothing that is known here"
    return f"There is no patient in this file; it holds: {known}. Ask the sender for the Patient resource."


def _each_person(patients: list[_Found | Refused]) -> Iterator[Offered | Refused]:
    seen: dict[str, str] = {}
    for found in patients:
        if isinstance(found, Refused):
            yield found
            continue
        key = found.resource.get("id")
        before = seen.setdefault(key, found.where) if isinstance(key, str) and key else found.where
        read = read_person(found.resource, found.where)
        yield read if before == found.where else _again(read, found, before)


def _again(read: Offered | Refused, found: _Found, before: str) -> Offered | Refused:
    """A history starts with the newest version; elsewhere nobody knows which of two is right."""
    if found.in_history:
        return Refused(found.where, f"An older version of {before}; only the newest is offered.")
    if isinstance(read, Refused):
        return read
    return replace(read, notes=(*read.notes, f"The same record stands at {before}. Keep one of the two."))

"""People out of FHIR files: Patient resources alone, in Bundles or one per line; offered, never kept unasked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mbb_desktop.interop.budget import MOST_LINES, MOST_PEOPLE, Json, Unreadable, json_of, text_of
from mbb_desktop.interop.fhir_fields import Resource
from mbb_desktop.interop.fhir_person import person
from mbb_desktop.interop.offered import Offered, Preview, Refused

_WHOLE_FILE = "the whole file"
_DEEPEST_BUNDLE = 3

_KNOWN_KINDS = frozenset(
    """AllergyIntolerance Appointment AppointmentResponse CarePlan CareTeam Claim Composition Condition
    Consent Coverage Device DiagnosticReport DocumentReference Encounter EpisodeOfCare ExplanationOfBenefit
    FamilyMemberHistory Goal Group ImagingStudy Immunization List Location Media Medication
    MedicationAdministration MedicationDispense MedicationRequest MedicationStatement MessageHeader
    Observation OperationOutcome Organization Parameters Person Practitioner PractitionerRole Procedure
    Provenance Questionnaire QuestionnaireResponse RelatedPerson Schedule ServiceRequest Slot Specimen
    Task""".split()
)


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
        return list(_inside(json_of(text), ""))
    except Unreadable:
        rows = text.split("\n")
        if not _is_one_per_line(rows, name_of_file):
            raise
    if len(rows) > MOST_LINES:
        raise Unreadable(f"The file has more than {MOST_LINES:,} lines. Ask the sender for smaller files.")
    return [found for number, row in enumerate(rows, 1) if row.strip() for found in _on_line(row, number)]


def _is_one_per_line(rows: list[str], name_of_file: str) -> bool:
    if name_of_file.lower().endswith((".ndjson", ".jsonl")):
        return True
    filled = [row for row in map(str.strip, rows) if row]
    whole = sum(row[0] == "{" and row[-1] == "}" for row in filled)
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
        yield _Found(where or _WHOLE_FILE, kind, value, "history" in bundles)


def _entries(bundle: Resource, where: str, bundles: tuple[str, ...]) -> Iterator[_Found | Refused]:
    entries = bundle.get("entry", [])
    if not isinstance(entries, list) or len(bundles) == _DEEPEST_BUNDLE:
        yield Refused(where or _WHOLE_FILE, "The entries of this Bundle cannot be read. Ask the sender for it again.")
        return
    for number, entry in enumerate(entries, 1):
        place = f"{where}, entry {number}" if where else f"entry {number}"
        if not isinstance(entry, dict):
            yield Refused(place, "This entry is not a FHIR resource.")
        elif "resource" in entry:
            yield from _inside(entry["resource"], place, (*bundles, str(bundle.get("type"))))


def _preview(found: list[_Found | Refused]) -> Preview:
    patients = [one for one in found if isinstance(one, _Found) and one.kind == "Patient"]
    others = [one.kind for one in found if isinstance(one, _Found) and one.kind != "Patient"]
    refused = [one for one in found if isinstance(one, Refused)]
    if len(patients) > MOST_PEOPLE:
        raise Unreadable(f"The file holds more than {MOST_PEOPLE:,} people. Ask the sender for smaller files.")
    read = list(_each_person(patients))
    people = tuple(one for one in read if isinstance(one, Offered))
    refused += [one for one in read if isinstance(one, Refused)]
    if not people and not refused:
        refused.append(Refused(_WHOLE_FILE, _no_patient(others)))
    return Preview(people, tuple(refused), len(others))


def _no_patient(others: list[str]) -> str:
    known = ", ".join(sorted(_KNOWN_KINDS.intersection(others))) or "nothing that is known here"
    return f"There is no patient in this file; it holds: {known}. Ask the sender for the Patient resource."


def _each_person(patients: list[_Found]) -> Iterator[Offered | Refused]:
    seen: dict[str, str] = {}
    for found in patients:
        key = found.resource.get("id")
        before = seen.setdefault(key, found.where) if isinstance(key, str) and key else found.where
        person = _person(found.resource, found.where)
        if before == found.where:
            yield person
        elif found.in_history:
            yield Refused(found.where, f"An older version of the person at {before}; only the newest is offered.")
        elif isinstance(person, Offered):
            note = f"The same record stands at {before}. Keep one of the two."
            yield replace(person, notes=(*person.notes, note))
        else:
            yield person

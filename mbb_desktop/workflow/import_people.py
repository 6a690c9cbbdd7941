"""People out of a file: looked at first, then the chosen ones kept, all in one step; known people are not."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient
from mbb_desktop.interop.fhir import read_people
from mbb_desktop.interop.offered import Offered, Refused, as_patient
from mbb_desktop.storage import patients
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.keep_patients import patient_problems


@dataclass(frozen=True, slots=True)
class PersonOffered:
    """A person whom the file offers, and those in the clinic's list who may be the same one."""

    offered: Offered
    known: tuple[Patient, ...]


@dataclass(frozen=True, slots=True)
class PeopleOffered:
    """What a file would bring; `passed_over` counts records of other kinds beside the people."""

    people: tuple[PersonOffered, ...]
    refused: tuple[Refused, ...]
    passed_over: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """A person to keep, under the record number that somebody confirmed."""

    offered: Offered
    record_number: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A chosen person who was not kept, where the file has them, and why."""

    where: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    added: tuple[Patient, ...]
    left_out: tuple[LeftOut, ...]


@needs(Permission.EDIT_PEOPLE)
def preview_people(desk: Desk, data: bytes, name_of_file: str) -> PeopleOffered:
    """The people of a FHIR file with everybody who may be known already; nothing is kept."""
    preview = read_people(data, name_of_file=name_of_file)
    with desk.store.look() as look:
        people = tuple(PersonOffered(each, _known(look, each, desk)) for each in preview.people)
    return PeopleOffered(people, preview.refused, preview.passed_over)


def _known(look: Look, offered: Offered, desk: Desk) -> tuple[Patient, ...]:
    if offered.born is None:
        return ()
    own = [Identifier(IdentifierKind.MRN, n.value, n.system) for n in offered.record_numbers]
    probe = Patient(
        new_id(desk.now), offered.family, offered.given, offered.born, (*own, *offered.identifiers)
    )
    same_number = (known for n in own for known in patients.by_mrn(look, n.value))
    return _each_once([*patients.duplicates(look, probe), *same_number])


def _each_once(found: Iterable[Patient]) -> tuple[Patient, ...]:
    by_id: dict[UUID, Patient] = {patient.id: patient for patient in found}
    return tuple(by_id.values())


@needs(Permission.EDIT_PEOPLE)
def import_people(desk: Desk, chosen: tuple[Chosen, ...]) -> Imported:
    """Keep the chosen people in one transaction with one entry in the audit trail.

    Whoever is known already, also from an earlier row of the same file, is left out and reported.
    """
    if not chosen:
        return Imported((), ())
    added: list[Patient] = []
    left_out: list[LeftOut] = []
    with desk.change("people imported") as change:
        for each in chosen:
            outcome = _keep(change, desk, each)
            (added if isinstance(outcome, Patient) else left_out).append(outcome)  # type: ignore[arg-type]
        change.tell(added=len(added), left_out=len(left_out))
    return Imported(tuple(added), tuple(left_out))


def _keep(change: Change, desk: Desk, chosen: Chosen) -> Patient | LeftOut:
    where = chosen.offered.where
    try:
        patient = as_patient(chosen.offered, chosen.record_number, desk.now)
    except ValueError as unfit:
        return LeftOut(where, str(unfit))
    for sentence in patient_problems(patient, desk.now.date()).values():
        return LeftOut(where, sentence)
    if patients.duplicates(change, patient) or patients.by_mrn(change, patient.mrn):
        return LeftOut(where, "This person is in the list already. Open the known record, or add by hand.")
    return change.save(patient)

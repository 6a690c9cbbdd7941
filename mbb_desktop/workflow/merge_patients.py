"""Two patient records that turned out to be one person: compared, made one, and taken apart again."""

import json
from dataclasses import dataclass, replace
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.one_person import Difference, MergeMark, differences, joined, undecided
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient
from mbb_desktop.clinical.shown import listed
from mbb_desktop.storage import blocks, courses, papers, patient_merges, patients, similar_people
from mbb_desktop.storage.errors import Conflict
from mbb_desktop.storage.patient_merges import PatientMerge, as_kept
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.workflow.desk import Desk, needs

_SHORTEST_REASON = 10
_WORDS = {
    "anticoagulant": "blood thinner",
    "pregnancy": "pregnancy",
    "implanted_device": "implanted device",
}


class CannotMerge(ValueError):
    """Why two records stay two, or one stays one, and what to do."""


@dataclass(frozen=True, slots=True)
class OneRecord:
    """A record by itself, with how much hangs on it."""

    patient: Patient
    courses: int
    blocks: int
    papers: int


@dataclass(frozen=True, slots=True)
class TwoRecords:
    """Two records beside each other, as somebody looks at them before making them one."""

    kept: OneRecord
    other: OneRecord
    differences: tuple[Difference, ...]
    undecided: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SamePerson:
    """Who may be the same person, and what was merged into this record so far, newest first."""

    similar: tuple[Patient, ...]
    merged: tuple[tuple[PatientMerge, Patient], ...]


@needs(Permission.MERGE_PATIENTS)
def same_person(desk: Desk, patient_id: UUID) -> SamePerson:
    """The people who may be taken for this one, and the records that are part of this one."""
    with desk.store.look() as look:
        patient = look.get(Patient, patient_id)
        likely = (*patients.duplicates(look, patient), *similar_people.similar_names(look, patient))
        merged = [m for m in patient_merges.of_person(look, patient_id) if _stands(look, m)]
        return SamePerson(
            tuple({one.id: one for one in likely}.values()),
            tuple((merge, as_kept(look, merge.other_id)) for merge in merged),
        )


def _stands(look: Look, merge: PatientMerge) -> bool:
    return merge.mark is MergeMark.MERGED and look.merges.get(merge.other_id) == merge.kept_id


@needs(Permission.MERGE_PATIENTS)
def compare_records(desk: Desk, kept_id: UUID, other_id: UUID) -> TwoRecords:
    """Both records with what differs; that they were looked at goes into the audit trail."""
    for one_id, beside in ((kept_id, other_id), (other_id, kept_id)):
        desk.note("two records compared", one_id, {"other": beside})
    with desk.store.look() as look:
        kept, other = (_one_record(look, key) for key in (kept_id, other_id))
    one, two = kept.patient, other.patient
    return TwoRecords(kept, other, differences(one, two), undecided(one, two))


def _one_record(look: Look, patient_id: UUID) -> OneRecord:
    patient = look.get(Patient, patient_id)
    known = blocks.of_patient(look, patient_id), papers.of_patient(look, patient_id)
    return OneRecord(patient, len(courses.of_patient(look, patient_id)), *map(len, known))


@needs(Permission.MERGE_PATIENTS)
def merge_patients(desk: Desk, kept: Patient, other: Patient, reason: str) -> Patient:
    """Make two records one: the first stays, everything of the second is found under it.

    Nothing that was recorded or signed is moved or changed. Raises CannotMerge, or Conflict when one of the
    two was changed since it was looked at.
    """
    with desk.change("two records merged", kept.id) as change:
        _check(change, kept, other, reason)
        content = canonical({"kept": kept, "other": other})
        patient_merges.keep(change, kept.id, other.id, MergeMark.MERGED, reason.strip(), content)
        return change.save(joined(kept, other))


def _check(look: Look, kept: Patient, other: Patient, reason: str) -> None:
    if kept.id == other.id:
        raise CannotMerge("This is one record already.")
    if {kept.id, other.id} & set(look.merges):
        raise CannotMerge("One of the two records is part of another one already. Open the chart again.")
    if any(as_kept(look, each.id) != each for each in (kept, other)):
        raise Conflict("patient")
    if open_ := [_WORDS[name] for name in undecided(kept, other)]:
        raise CannotMerge(
            f"The records disagree about the {listed(open_)}. Ask the patient and correct one of them first."
        )
    _check_reason(reason)


def _check_reason(reason: str) -> None:
    if len(reason.strip()) < _SHORTEST_REASON:
        raise CannotMerge("Write in a few words how you know it.")


@needs(Permission.MERGE_PATIENTS)
def separate_patients(desk: Desk, merge: PatientMerge, reason: str) -> None:
    """Take two records apart again: each has what was recorded under it, and its own numbers.

    Raises CannotMerge when it is no longer merged, or when a paper was signed about both since.
    """
    with desk.change("merged records separated", merge.kept_id) as change:
        if not _stands(change, merge):
            raise CannotMerge("These records are not merged as shown any more. Open the chart again.")
        if since := _signed_since(change, merge):
            raise CannotMerge(
                f"{since[-1].number} was signed after the merge and may rest on both records. "
                "They stay together; say in an addendum what belongs to whom."
            )
        _check_reason(reason)
        patient_merges.keep(
            change, merge.kept_id, merge.other_id, MergeMark.SEPARATED, reason.strip(), merge.content
        )
        change.save(_with_own_numbers(change, merge))


def _signed_since(look: Look, merge: PatientMerge) -> tuple[SignedDocument, ...]:
    return tuple(p for p in papers.of_patient(look, merge.kept_id) if p.signed_at >= merge.at)


def _with_own_numbers(change: Change, merge: PatientMerge) -> Patient:
    """The record that stayed, without the numbers that came from the other one."""
    own = {_number(each) for each in json.loads(merge.content)["kept"]["identifiers"]}
    patient, other = change.get(Patient, merge.kept_id), as_kept(change, merge.other_id)
    kept = tuple(i for i in patient.identifiers if i not in other.identifiers or i in own)
    return replace(patient, identifiers=kept)


def _number(kept: dict[str, str]) -> Identifier:
    return Identifier(IdentifierKind(kept["kind"]), kept["value"], kept["system"])

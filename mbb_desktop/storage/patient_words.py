"""What a patient is found by, kept beside the record in the same transaction."""

import re
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.text import folded as without_accents
from mbb_desktop.storage.same_person import Merges, same_person, standing_merges
from mbb_desktop.storage.tables import PATIENT_PLACE, PATIENT_WORD, PATIENTS

YEAR = "="  # leads the year of birth, so that it never passes for a record number
_SHORTEST_END = 3  # of a record number: `187` finds `004 1187`
_LONGEST_NUMBER = 24

_STROKES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i", "ħ": "h"}
)

_PLACE_OF = PATIENT_PLACE.c.patient_id == sa.bindparam("key")
_WORDS_OF = PATIENT_WORD.c.patient_id == sa.bindparam("key")


def folded(text: str) -> str:
    """Text as search compares it: also letters whose stroke is no accent (`Łukasz` is found by lukasz)."""
    return without_accents(text).translate(_STROKES)


def sort_key(patient: Patient) -> str:
    """Where the patient stands in the list: family name, then given name, without case and accents."""
    return f"{folded(patient.family).strip()}\t{folded(patient.given).strip()}"


def words_of(patient: Patient) -> frozenset[str]:
    """Every word that finds the patient when it, or its beginning, is typed."""
    found = {f"{YEAR}{patient.born.year:04}"}
    for name in (patient.family, patient.given):
        found.update(name_words(name))
    for identifier in patient.identifiers:
        number = compact(identifier.value)[:_LONGEST_NUMBER]
        found.add(number)
        found.update(number[start:] for start in range(len(number) - _SHORTEST_END + 1))
    return frozenset(found - {""})


def name_words(name: str) -> set[str]:
    """`Garcia-Lopez` is found by garcia, lopez and garcialopez; `O'Brien` by o, brien and obrien."""
    parts = re.findall(r"\w+", folded(name))
    return {*parts, "".join(parts), *(compact(word) for word in folded(name).split())}


def compact(text: str) -> str:
    """Letters and digits only."""
    return "".join(letter for letter in folded(text) if letter.isalnum())


def keep_words(connection: sa.Connection, patient: Patient) -> None:
    """Bring the patient's place and words up to date; writes only what differs.

    A record that was merged into another one has no place, and its words find the one that stays.
    """
    merges = standing_merges(connection)
    _keep_place(connection, patient.id, None if patient.id in merges else sort_key(patient))
    kept = set(
        connection.execute(sa.select(PATIENT_WORD.c.word).where(_WORDS_OF), {"key": patient.id}).scalars()
    )
    wanted = (
        set() if patient.id in merges else words_of(patient) | _words_of_merged(connection, merges, patient)
    )
    if stale := kept - wanted:
        gone = PATIENT_WORD.delete().where(_WORDS_OF, PATIENT_WORD.c.word == sa.bindparam("gone"))
        connection.execute(gone, [{"key": patient.id, "gone": word} for word in sorted(stale)])
    if fresh := wanted - kept:
        connection.execute(
            PATIENT_WORD.insert(), [{"word": w, "patient_id": patient.id} for w in sorted(fresh)]
        )


def _words_of_merged(connection: sa.Connection, merges: Merges, patient: Patient) -> set[str]:
    others = PATIENTS.many(connection, same_person(merges, patient.id)[1:])
    return {word for other in others.values() for word in words_of(other)}


def _keep_place(connection: sa.Connection, patient_id: UUID, place: str | None) -> None:
    known = connection.execute(
        sa.select(PATIENT_PLACE.c.sort_key).where(_PLACE_OF), {"key": patient_id}
    ).scalar()
    if known == place:
        return
    if known is not None:
        connection.execute(PATIENT_PLACE.delete().where(_PLACE_OF), {"key": patient_id})
    if place is not None:
        connection.execute(PATIENT_PLACE.insert(), {"sort_key": place, "patient_id": patient_id})

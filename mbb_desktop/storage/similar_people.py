"""Which people of a list may be taken for somebody else: `patients.similar_names` for many at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.people import Patient
from mbb_desktop.storage.patient_words import sort_key
from mbb_desktop.storage.patients import one_letter_apart
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import PATIENT_PLACE

_PLACE = PATIENT_PLACE.c
_BEGINNING = 2
_END = "\U0010ffff"  # after every text with the same beginning


@dataclass(frozen=True, slots=True)
class _Person:
    """A person's names as search compares them."""

    id: UUID
    family: str
    given: str


_ByFamily = dict[str, list[_Person]]


def with_similar_names(look: Look, shown: Sequence[Patient]) -> frozenset[UUID]:
    """Those of `shown` for whom `patients.similar_names` finds somebody; the list is read once."""
    people = [_person(patient.id, sort_key(patient)) for patient in shown]
    known = _by_family(look, {beginning for one in people for beginning in _beginnings(one)})
    close = {one.id: [*_close(one, known)] for one in people}
    years = _years(look, {other.id for found in close.values() for other in found})
    mine = {patient.id: patient.born.year for patient in shown}
    return frozenset(
        one.id
        for one in people
        if any(_alike(one, other) or years[other.id] == mine[one.id] for other in close[one.id])
    )


def _person(patient_id: UUID, key: str) -> _Person:
    family, given = key.split("\t")
    return _Person(patient_id, family, given)


def _beginnings(one: _Person) -> set[str]:
    return {one.family[:_BEGINNING], one.given[:_BEGINNING] or one.family[:_BEGINNING]}


def _by_family(look: Look, beginnings: Iterable[str]) -> _ByFamily:
    near = [sa.and_(_PLACE.sort_key >= b, _PLACE.sort_key < b + _END) for b in sorted(beginnings)]
    known: _ByFamily = defaultdict(list)
    if near:
        rows = look.connection.execute(sa.select(_PLACE.patient_id, _PLACE.sort_key).where(sa.or_(*near)))
        for patient_id, key in rows:
            other = _person(patient_id, key)
            known[other.family].append(other)
    return known


def _close(one: _Person, known: _ByFamily) -> Iterator[_Person]:
    """People with the same or nearly the same family name, or with both names exchanged."""
    beginnings, long = tuple(_beginnings(one)), len(one.family)
    for family, others in known.items():
        if abs(len(family) - long) > 1 or not family.startswith(beginnings):
            continue
        if one_letter_apart(one.family, family):
            yield from (other for other in others if other.id != one.id)
    exchanged = known.get(one.given, []) if one.given else []
    yield from (other for other in exchanged if other.given == one.family and other.id != one.id)


def _alike(one: _Person, other: _Person) -> bool:
    exchanged = (one.family, one.given) == (other.given, other.family)
    return exchanged or one.given[:1] == other.given[:1]


def _years(look: Look, ids: set[UUID]) -> dict[UUID, int]:
    """The birth years of these people."""
    return {patient.id: patient.born.year for patient in look.many(Patient, [*ids])}

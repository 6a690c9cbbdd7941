"""Who may be taken for whom: people with nearly the same names, for a whole list in a few statements."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.people import Patient
from mbb_desktop.storage.column_types import TEXT
from mbb_desktop.storage.patient_words import sort_key
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import PATIENT_PLACE, PATIENTS

T = TypeVar("T")
_PLACE = PATIENT_PLACE.c
_BEGINNING = 2
_END = "\U0010ffff"  # after every text with the same beginning
_MOST_AT_ONCE = 500  # keys or beginnings in one statement


@dataclass(frozen=True, slots=True, order=True)
class _Person:
    """A person's names as search compares them, ordered as in the list, and the year of birth."""

    family: str
    given: str
    id: UUID
    year: int


_ByFamily = dict[str, list[_Person]]


def similar_names(look: Look, patient: Patient) -> tuple[Patient, ...]:
    """Patients who may be taken for this one, in the order of the list: the family name equal or one letter
    apart after the first two, and the given name's initial or the birth year the same; or both names
    exchanged."""
    return similar_people(look, (patient,))[patient.id]


def similar_people(look: Look, shown: Collection[Patient]) -> dict[UUID, tuple[Patient, ...]]:
    """`similar_names` of each of `shown`; a list takes no more statements than one person."""
    near = _near(look, shown)
    ids = dict.fromkeys(other.id for others in near.values() for other in others)
    known = {patient.id: patient for patient in look.many(Patient, [*ids])}
    return {one: tuple(known[other.id] for other in others) for one, others in near.items()}


def with_similar_names(look: Look, shown: Collection[Patient]) -> frozenset[UUID]:
    """Those of `shown` for whom `similar_names` finds somebody."""
    return frozenset(one for one, others in _near(look, shown).items() if others)


def _near(look: Look, shown: Collection[Patient]) -> dict[UUID, list[_Person]]:
    people = [_person(sort_key(patient), patient.id, patient.born.year) for patient in shown]
    known = _by_family(look, people)
    return {one.id: sorted(other for other in _close(one, known) if _alike(one, other)) for one in people}


def _person(key: str, patient_id: UUID, year: int) -> _Person:
    family, _, given = key.partition("\t")
    return _Person(family, given, patient_id, year)


def _by_family(look: Look, people: Collection[_Person]) -> _ByFamily:
    """Everybody with a family name that is close to somebody's, or that is somebody's given name."""
    names = {one.family for one in people}
    families = _families_beginning(look, {name[:_BEGINNING] for name in names})
    wanted = {family for family in families for name in names if _is_close(name, family)}
    wanted |= {one.given for one in people if one.given}
    known: _ByFamily = defaultdict(list)
    for other in _people_beginning(look, {f"{family}\t" for family in wanted}):
        known[other.family].append(other)
    return known


def _is_close(name: str, family: str) -> bool:
    return family.startswith(name[:_BEGINNING]) and one_letter_apart(name, family)


def _close(one: _Person, known: _ByFamily) -> Iterator[_Person]:
    """People with the same or nearly the same family name, or with both names exchanged."""
    for family, others in known.items():
        if _is_close(one.family, family):
            yield from (other for other in others if other.id != one.id)
        elif family == one.given:
            yield from (other for other in others if other.given == one.family)


def _alike(one: _Person, other: _Person) -> bool:
    exchanged = (one.family, one.given) == (other.given, other.family)
    return exchanged or one.given[:1] == other.given[:1] or one.year == other.year


def one_letter_apart(one: str, other: str) -> bool:
    """Equal, or one letter changed, added, left out, or two neighbours exchanged."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    left, right = one[start:], other[start:]
    exchanged = left[:2] == right[1::-1] and left[2:] == right[2:]
    return left == right or left[1:] == right[1:] or left[1:] == right or left == right[1:] or exchanged


def _families_beginning(look: Look, beginnings: Collection[str]) -> set[str]:
    """The database tells each name once: thousands of people share a few hundred."""
    place_in = sa.func.strpos if look.connection.dialect.name == "postgresql" else sa.func.instr
    family = sa.func.substr(_PLACE.sort_key, 1, place_in(_PLACE.sort_key, "\t") - 1)
    found: set[str] = set()
    for spans in _spans(beginnings):
        statement = sa.select(family).distinct().select_from(spans).join(PATIENT_PLACE, _within(spans))
        found.update(look.connection.execute(statement).scalars())
    return found


def _people_beginning(look: Look, beginnings: Collection[str]) -> Iterator[_Person]:
    person = PATIENTS.table
    columns = sa.select(_PLACE.sort_key, _PLACE.patient_id, person.c.born)
    for spans in _spans(beginnings):
        placed = spans.join(PATIENT_PLACE, _within(spans)).join(person, person.c.id == _PLACE.patient_id)
        rows = look.connection.execute(columns.select_from(placed)).all()
        yield from (_person(key, patient_id, born.year) for key, patient_id, born in rows)


def _spans(beginnings: Collection[str]) -> Iterator[sa.CTE]:
    """Each beginning as a range of the index; joined, not OR-ed, which would cost three times as much."""
    rows = [(beginning, beginning + _END) for beginning in sorted(beginnings)]
    columns = (sa.column("first", TEXT), sa.column("beyond", TEXT))
    for some in _portions(rows):
        yield sa.values(*columns, name="beginning").data(some).cte("beginning")


def _within(spans: sa.CTE) -> sa.ColumnElement[bool]:
    return sa.and_(_PLACE.sort_key >= spans.c.first, _PLACE.sort_key < spans.c.beyond)


def _portions(of: Sequence[T]) -> Iterator[Sequence[T]]:
    yield from (of[start : start + _MOST_AT_ONCE] for start in range(0, len(of), _MOST_AT_ONCE))

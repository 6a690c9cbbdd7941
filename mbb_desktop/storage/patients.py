"""Finding patients: by names, birth date or record number, a page at a time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient
from mbb_desktop.storage.patient_words import YEAR, compact, sort_key
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import PATIENT_PLACE, PATIENT_WORD, PATIENTS
from mbb_desktop.storage.typed_dates import dates_in

_END = "\U0010ffff"  # after every text with the same beginning
_AT_ONCE = 500
_PLACE = PATIENT_PLACE.c
_WORD = PATIENT_WORD.c


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page ended: hand it back for the next one."""

    sort_key: str
    patient_id: UUID
    by_other_words: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Some patients in the order of the list; `next` is None on the last page."""

    patients: tuple[Patient, ...]
    next: Place | None


def search(look: Look, text: str, *, after: Place | None = None, limit: int = 50) -> Page:
    """Patients whose names begin with the typed words in any order; birth dates and record numbers count too.

    An empty text lists everybody. One word lists those with that family name first, then the others it finds.
    """
    born, rest = dates_in(text)
    tokens = _tokens(rest)
    if text.strip() and not tokens and not born:
        return Page((), None)
    if len(tokens) == 1 and not born and not tokens[0].isdigit():
        return _by_one_word(look, tokens[0], after, limit)
    found = _rows(look, _by_words(tokens, born, after), limit + 1)
    return _loaded(look, found, limit, by_other_words=False)


def _tokens(text: str) -> list[str]:
    """Words without punctuation; several groups of digits (`004 1187`) are one number as well as typed."""
    parts = [text] if re.fullmatch(r"[\d\s./-]+", text.strip()) else re.split(r"[\s,;]+", text)
    return [word for word in map(compact, parts) if word]


def _by_one_word(look: Look, token: str, after: Place | None, limit: int) -> Page:
    """First the family names, in the order of the index; when they end, whoever else has the word."""
    families: list[tuple[str, UUID]] = []
    if after is None or not after.by_other_words:
        families = _rows(look, _by_family(token, after), limit + 1)
        after = None
    wanted = limit + 1 - len(families)
    others = _rows(look, _beyond(_by_other_words(token), after), wanted) if wanted else []
    return _loaded(look, families + others, limit, by_other_words=len(families) < limit)


def _by_other_words(token: str) -> sa.Select[Any]:
    others = sa.select(_PLACE.sort_key, _PLACE.patient_id).distinct()
    others = others.join(PATIENT_WORD, _WORD.patient_id == _PLACE.patient_id)
    return others.where(_begins(_WORD.word, token), sa.not_(_begins(_PLACE.sort_key, token)))


def _by_family(token: str, after: Place | None) -> sa.Select[Any]:
    families = sa.select(_PLACE.sort_key, _PLACE.patient_id).where(_begins(_PLACE.sort_key, token))
    return _beyond(families, after)


def _beyond(statement: sa.Select[Any], after: Place | None) -> sa.Select[Any]:
    if after is not None:
        here = sa.tuple_(_PLACE.sort_key, _PLACE.patient_id)
        statement = statement.where(
            here > sa.tuple_(sa.literal(after.sort_key), sa.literal(after.patient_id, _PLACE.patient_id.type))
        )
    return statement.order_by(_PLACE.sort_key, _PLACE.patient_id)


def _by_words(tokens: list[str], born: frozenset[date], after: Place | None) -> sa.Select[Any]:
    """Every word must fit: looked through are the few with a birth date, else those with the longest word."""
    statement = sa.select(_PLACE.sort_key, _PLACE.patient_id)
    several = len(tokens) > 1 or bool(born)
    further, whose = sorted(tokens, key=len, reverse=True), _PLACE.patient_id
    if born:
        person = PATIENTS.table.c
        statement = statement.join(PATIENTS.table, person.id == _PLACE.patient_id)
        statement = statement.where(person.born.in_(sorted(born)))
    elif tokens:
        statement = statement.distinct().join(PATIENT_WORD, _WORD.patient_id == _PLACE.patient_id)
        statement = statement.where(_fits(_WORD.word, further.pop(0), several))
        whose = _WORD.patient_id
    for token in further:
        other = PATIENT_WORD.alias().c
        fitting = sa.select(other.word).where(other.patient_id == whose, _fits(other.word, token, several))
        statement = statement.where(fitting.exists())
    return _beyond(statement, after)


def _fits(word: "sa.ColumnElement[str]", token: str, with_others: bool) -> sa.ColumnElement[bool]:
    """A word that begins like the token; beside other words, four digits may be the year of birth."""
    begins = _begins(word, token)
    is_year = with_others and len(token) == 4 and token.isdigit()
    return sa.or_(begins, word == f"{YEAR}{token}") if is_year else begins


def _begins(column: "sa.ColumnElement[str]", text: str) -> sa.ColumnElement[bool]:
    """A range of the index, so that no sign in the text has a meaning of its own."""
    return sa.and_(column >= text, column < text + _END)


def _rows(look: Look, statement: sa.Select[Any], limit: int) -> list[tuple[str, UUID]]:
    rows = look.connection.execute(statement.limit(limit))
    return [(row.sort_key, row.patient_id) for row in rows]


def _loaded(look: Look, found: list[tuple[str, UUID]], limit: int, by_other_words: bool) -> Page:
    shown = found[:limit]
    more = Place(*shown[-1], by_other_words) if len(found) > limit else None
    return Page(look.many(Patient, [key for _, key in shown]), more)


def duplicates(look: Look, patient: Patient) -> tuple[Patient, ...]:
    """Other patients with the same family name and birth date, or with one of the same record numbers."""
    same_day = look.where(Patient, PATIENTS.table.c.born == patient.born, order=(PATIENTS.table.c.family,))
    named = [p for p in same_day if compact(p.family) == compact(patient.family) and p.id not in look.merges]
    numbered = _with_numbers(look, {compact(i.value) for i in patient.identifiers} - {""})
    mine = {(i.kind, compact(i.value), i.system) for i in patient.identifiers}
    shared = [p for p in numbered if mine & {(i.kind, compact(i.value), i.system) for i in p.identifiers}]
    return _others(patient, [*named, *shared])


def by_mrn(look: Look, mrn: str) -> tuple[Patient, ...]:
    """The patients with a record number, spaces and dashes aside."""
    number = compact(mrn)
    return tuple(
        p
        for p in _with_numbers(look, {number} - {""})
        if any(i.kind is IdentifierKind.MRN and compact(i.value) == number for i in p.identifiers)
    )


def by_mrns(look: Look, mrns: Iterable[str]) -> dict[str, tuple[Patient, ...]]:
    """The patients with each of many record numbers, by the number as `compact` gives it."""
    wanted = sorted({compact(mrn) for mrn in mrns} - {""})
    found: dict[str, tuple[Patient, ...]] = {number: () for number in wanted}
    for start in range(0, len(wanted), _AT_ONCE):
        for patient in _with_numbers(look, wanted[start : start + _AT_ONCE]):
            own = {compact(i.value) for i in patient.identifiers if i.kind is IdentifierKind.MRN}
            for number in own & found.keys():
                found[number] = (*found[number], patient)
    return found


def born_on(look: Look, days: Iterable[date]) -> tuple[Patient, ...]:
    """Everybody born on one of the days, under the record that stays."""
    wanted = sorted(set(days))
    column = PATIENTS.table.c.born
    some = (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE))
    found = (p for days in some for p in look.where(Patient, column.in_(days), order=(column,)))
    return tuple(patient for patient in found if patient.id not in look.merges)


def has_number_of_another(look: Look, patient: Patient) -> bool:
    """Whether somebody else has one of the record numbers, in the same numbering."""
    own = [i for i in patient.identifiers if i.kind is IdentifierKind.MRN]
    found = ((other, number) for number in own for other in by_mrn(look, number.value))
    return any(other.id != patient.id and _has(other, number) for other, number in found)


def _has(patient: Patient, number: Identifier) -> bool:
    same = (compact(number.value), number.system)
    return any((compact(i.value), i.system) == same for i in patient.identifiers if i.kind is number.kind)


def _with_numbers(look: Look, numbers: Iterable[str]) -> tuple[Patient, ...]:
    wanted = sorted(numbers)
    rows = look.connection.execute(sa.select(_WORD.patient_id).where(_WORD.word.in_(wanted)).distinct())
    return look.many(Patient, tuple(rows.scalars()))


def _others(patient: Patient, found: Iterable[Patient]) -> tuple[Patient, ...]:
    by_id = {p.id: p for p in found if p.id != patient.id}
    return tuple(sorted(by_id.values(), key=sort_key))

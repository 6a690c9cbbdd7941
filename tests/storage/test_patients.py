"""Finding patients by what people type, in the order of the list, a page at a time."""

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient
from mbb_desktop.storage import patients
from mbb_desktop.storage.patient_words import compact, sort_key, words_of
from mbb_desktop.storage.similar_people import similar_names
from mbb_desktop.storage.store import Store
from mbb_desktop.storage.typed_dates import dates_in
from mbb_desktop.storage.vault import open_vault
from tests.storage.builders import AT, PASSPHRASE, PHYSICIAN, patient

PEOPLE = [
    patient("MARSH", "Eleanor", date(1961, 3, 14), "004 1187"),
    patient("Marsh", "Ellen", date(1961, 4, 3), "004 1188"),
    patient("Marsch", "Eleanor", date(1970, 1, 1), "77-310"),
    patient("García-López", "María José", date(1985, 12, 31), "A12345"),
    patient("O'Brien", "Sean", date(1950, 6, 7), "555001"),
    patient("van der Berg", "Anna", date(1961, 3, 4), "900900"),
    patient("Łukasz", "Jan", date(1944, 2, 29), "120"),
    patient("Marshall", "Ann", date(1999, 9, 9), "310077"),
    patient("Ann", "Martin", date(1999, 9, 10), "310078"),
]


@pytest.fixture(scope="module")
def filled(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the people, for tests that only read."""
    folder = Path(shutil.copytree(template, tmp_path_factory.mktemp("people") / "clinic"))
    vault = open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    keep(vault.store, vault.user)
    yield vault.store
    vault.close()


def keep(store: Store, by: User) -> None:
    with store.change(by, "people", at=AT) as change:
        for person in PEOPLE:
            change.save(person)


def shown(people: Iterable[Patient]) -> list[str]:
    return [f"{person.family}, {person.given}" for person in people]


def found(store: Store, text: str) -> list[str]:
    with store.look() as look:
        return shown(patients.search(look, text).patients)


MARSHES = ["MARSH, Eleanor", "Marsh, Ellen"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("marsh", [*MARSHES, "Marshall, Ann"]),
        ("MARSH", [*MARSHES, "Marshall, Ann"]),
        ("mars", ["Marsch, Eleanor", *MARSHES, "Marshall, Ann"]),
        ("eleanor", ["Marsch, Eleanor", "MARSH, Eleanor"]),
        ("ann", ["Ann, Martin", "Marshall, Ann", "van der Berg, Anna"]),
        ("marsh el", MARSHES),
        ("el marsh", MARSHES),
        ("Marsh, Ellen", ["Marsh, Ellen"]),
        ("garcia", ["García-López, María José"]),
        ("lopez jose", ["García-López, María José"]),
        ("garcialopez", ["García-López, María José"]),
        ("obrien", ["O'Brien, Sean"]),
        ("o'brien", ["O'Brien, Sean"]),
        ("o\u2019brien sean", ["O'Brien, Sean"]),
        ("berg", ["van der Berg, Anna"]),
        ("van der b", ["van der Berg, Anna"]),
        ("lukasz", ["Łukasz, Jan"]),
        ("Łuk", ["Łukasz, Jan"]),
        ("0041187", ["MARSH, Eleanor"]),
        ("004 1187", ["MARSH, Eleanor"]),
        ("1187", ["MARSH, Eleanor"]),
        ("187", ["MARSH, Eleanor"]),
        ("0041", MARSHES),
        ("77-310", ["Marsch, Eleanor"]),
        ("a12345", ["García-López, María José"]),
        ("14-Mar-1961", ["MARSH, Eleanor"]),
        ("14.03.1961", ["MARSH, Eleanor"]),
        ("03/14/1961", ["MARSH, Eleanor"]),
        ("1961-03-14", ["MARSH, Eleanor"]),
        ("March 14, 1961", ["MARSH, Eleanor"]),
        ("14 marzo 1961", ["MARSH, Eleanor"]),
        ("03/04/1961", ["Marsh, Ellen", "van der Berg, Anna"]),
        ("03/04/1961 marsh", ["Marsh, Ellen"]),
        ("marsh 1961", MARSHES),
        ("marsh 1999", ["Marshall, Ann"]),
        ("29-Feb-1944", ["Łukasz, Jan"]),
        ("marsh garcia", []),
        ("%", []),
        ("_arsh", []),
        ("' OR 1=1 --", []),
        ('"marsh"', [*MARSHES, "Marshall, Ann"]),
        ("30-Feb-1961", []),
        ("x" * 5_000, []),
    ],
)
def test_people_are_found(filled: Store, text: str, expected: list[str]) -> None:
    assert found(filled, text) == expected


def test_an_empty_text_lists_everybody_in_order(filled: Store) -> None:
    everybody = found(filled, "  ")
    assert everybody == [
        "Ann, Martin",
        "García-López, María José",
        "Łukasz, Jan",
        "Marsch, Eleanor",
        "MARSH, Eleanor",
        "Marsh, Ellen",
        "Marshall, Ann",
        "O'Brien, Sean",
        "van der Berg, Anna",
    ]


@pytest.mark.parametrize("text", ["", "ma", "an", "mar el", "19"])
@pytest.mark.parametrize("limit", [1, 2, 3, 50])
def test_pages_follow_each_other_without_gap_or_repetition(filled: Store, text: str, limit: int) -> None:
    pages: list[UUID] = []
    after = None
    with filled.look() as look:
        whole = [person.id for person in patients.search(look, text).patients]
        for _ in range(30):
            page = patients.search(look, text, after=after, limit=limit)
            pages += [person.id for person in page.patients]
            if (after := page.next) is None:
                break
    assert pages == whole


def test_a_renamed_patient_is_found_by_the_new_name_only(store: Store, physician: User) -> None:
    keep(store, physician)
    with store.change(physician, "renamed", at=AT) as change:
        kept = change.get(Patient, PEOPLE[4].id)
        change.save(replace(kept, family="Byrne"))
    assert found(store, "byrne") == ["Byrne, Sean"]
    assert found(store, "obrien") == []


_TEXTS = st.text(st.sampled_from("marshel an19/-'%_\"\\;()*é漢"), max_size=12)


@given(_TEXTS)
@settings(max_examples=150, deadline=None)
def test_whatever_is_typed_everybody_found_has_every_word(filled: Store, text: str) -> None:
    """Compared with a filter in plain Python over all patients."""
    born, rest = dates_in(text)
    parts = re.split(r"[\s,;]+", rest) if rest.strip(" 0123456789./-") else [rest]
    tokens = [token for token in map(compact, parts) if token]
    expected = (
        {p.id for p in PEOPLE if fits(p, tokens, born)} if tokens or born or not text.strip() else set()
    )
    with filled.look() as look:
        assert {person.id for person in patients.search(look, text).patients} == expected


def fits(person: Patient, tokens: list[str], born: frozenset[date]) -> bool:
    words = words_of(person) | {sort_key(person)}
    several = len(tokens) > 1 or bool(born)
    return (not born or person.born in born) and all(
        any(word.startswith(token) for word in words)
        or (several and len(token) == 4 and token == str(person.born.year))
        for token in tokens
    )


def test_duplicates_share_name_and_birth_date_or_a_number(filled: Store) -> None:
    with filled.look() as look:
        twin = patient("Garcia Lopez", "Maria", date(1985, 12, 31), "new")
        assert shown(patients.duplicates(look, twin)) == ["García-López, María José"]
        numbered = patient("Somebody", "Else", date(2000, 1, 1), "55 50 01")
        assert shown(patients.duplicates(look, numbered)) == ["O'Brien, Sean"]
        other_kind = replace(numbered, identifiers=(Identifier(IdentifierKind.MEMBER, "555001"),))
        assert patients.duplicates(look, other_kind) == ()
        assert patients.duplicates(look, look.get(Patient, PEOPLE[0].id)) == ()


def test_a_record_number_is_found_however_it_is_spaced(filled: Store) -> None:
    with filled.look() as look:
        assert shown(patients.by_mrn(look, "0041187")) == ["MARSH, Eleanor"]
        assert shown(patients.by_mrn(look, "004-1187")) == ["MARSH, Eleanor"]
        assert patients.by_mrn(look, "41187") == ()
        assert patients.by_mrn(look, "") == ()


def test_similar_names_are_found(filled: Store) -> None:
    with filled.look() as look:
        similar = shown(similar_names(look, look.get(Patient, PEOPLE[0].id)))
    assert set(similar) == {"Marsch, Eleanor", "Marsh, Ellen"}

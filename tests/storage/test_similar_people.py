"""People with nearly the same names: the rule, one by one and for a whole list."""

import random
from datetime import date

import pytest

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.people import Patient
from mbb_desktop.storage.patient_words import sort_key
from mbb_desktop.storage.similar_people import (
    one_letter_apart,
    similar_names,
    similar_people,
    with_similar_names,
)
from mbb_desktop.storage.store import Store
from tests.storage.builders import AT, patient

_SYLLABLES = ("mar", "mra", "sh", "el", "en", "É")


@pytest.fixture
def people(store: Store, physician: User) -> list[Patient]:
    chance = random.Random(7)

    def name() -> str:
        return "".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 3)))).capitalize()

    wanted = [
        patient(name(), chance.choice((name(), "")), date(chance.randint(1950, 1999), 1, 1), f"N {at}")
        for at in range(120)
    ]
    with store.change(physician, "people imported", at=AT) as change:
        return [change.save(each) for each in wanted]


def may_be_taken_for(one: Patient, other: Patient) -> bool:
    """The rule in plain words."""
    (family, given), (other_family, other_given) = sort_key(one).split("\t"), sort_key(other).split("\t")
    if given and (family, given) == (other_given, other_family):
        return True
    close = one_letter_apart(family, other_family) and other_family.startswith(family[:2])
    return close and (given[:1] == other_given[:1] or one.born.year == other.born.year)


def test_a_list_is_answered_as_the_rule_says(store: Store, people: list[Patient]) -> None:
    in_order = sorted(people, key=lambda each: (sort_key(each), each.id))
    expected = {
        one.id: tuple(other for other in in_order if other.id != one.id and may_be_taken_for(one, other))
        for one in people
    }
    with store.look() as look:
        assert similar_people(look, people) == expected
        assert with_similar_names(look, people) == {one for one, others in expected.items() if others}
        assert similar_names(look, people[3]) == expected[people[3].id]
    assert 0 < sum(map(bool, expected.values())) < len(people)


def test_people_with_exchanged_names_are_similar(store: Store, physician: User) -> None:
    with store.change(physician, "people imported", at=AT) as change:
        ann = change.save(patient("Ann", "Martin"))
    with store.look() as look:
        assert similar_names(look, patient("Martin", "Ann")) == (ann,)


def test_an_empty_list_has_nobody(store: Store) -> None:
    with store.look() as look:
        assert with_similar_names(look, ()) == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("smith", "smith", True),
        ("smith", "smyth", True),
        ("smith", "smithe", True),
        ("smith", "mith", True),
        ("smith", "simth", True),
        ("smith", "smtih", True),
        ("smith", "smtihe", False),
        ("smith", "smyths", False),
        ("", "a", True),
        ("", "", True),
        ("ab", "ba", True),
        ("abc", "cab", False),
    ],
)
def test_one_letter_apart(one: str, other: str, apart: bool) -> None:
    assert one_letter_apart(one, other) is apart
    assert one_letter_apart(other, one) is apart

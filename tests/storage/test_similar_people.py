"""Similar names of a whole list: the same answer as asking for each person, in one reading."""

import random
from datetime import date

from mbb_desktop.clinical.access import User
from mbb_desktop.storage.patients import similar_names
from mbb_desktop.storage.similar_people import with_similar_names
from mbb_desktop.storage.store import Store
from tests.storage.builders import AT, patient

_SYLLABLES = ("mar", "mra", "sh", "el", "en", "É")


def test_a_list_is_answered_like_each_of_its_people(store: Store, physician: User) -> None:
    chance = random.Random(7)

    def name() -> str:
        return "".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 3)))).capitalize()

    people = [
        patient(name(), chance.choice((name(), "")), date(chance.randint(1950, 1999), 1, 1), f"N {at}")
        for at in range(120)
    ]
    with store.change(physician, "people imported", at=AT) as change:
        kept = [change.save(each) for each in people]
    with store.look() as look:
        one_by_one = {each.id for each in kept if similar_names(look, each)}
        assert with_similar_names(look, kept) == one_by_one
    assert 0 < len(one_by_one) < len(kept)


def test_an_empty_list_has_nobody(store: Store) -> None:
    with store.look() as look:
        assert with_similar_names(look, ()) == frozenset()

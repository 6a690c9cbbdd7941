"""Finding a patient in the database: name, two words, birth date, record number."""

import random
from collections.abc import Callable, Iterator
from functools import partial
from uuid import UUID

from benchmarks.measure import Aim, Plan, Row, Samples, timed, within
from benchmarks.people import SEED
from benchmarks.replay import seconds_of_driver, sent_by
from benchmarks.vaults import at_desk
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.storage import patients
from mbb_desktop.storage.patients import Place
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.keep_patients import find_patients

_BUDGET = 0.002
_PEOPLE = 60
_TYPED: dict[str, Callable[[Patient], str]] = {
    "first three letters": lambda one: one.family[:3],
    "two words, given name first": lambda one: f"{one.given[:4]} {one.family[:4]}",
    "birth date": lambda one: show_date(one.born),
    "record number": lambda one: one.mrn,
}


def search_in_database(plan: Plan) -> Iterator[Row]:
    """Judged is the p95 of a search's statements; told beside it, that of the search with its records."""
    with at_desk(plan.vault) as (_vault, desk):
        people = some_people(desk, _PEOPLE)
        for what, typed in _TYPED.items():
            yield _row(desk, what, [typed(one) for one in people])


def _row(desk: Desk, what: str, texts: list[str]) -> Row:
    database: list[float] = []
    whole: list[float] = []
    for text in texts:
        statements = sent_by(desk.store, partial(find_patients, desk, text))
        seconds_of_driver(desk.store, statements)
        database.append(seconds_of_driver(desk.store, statements))
        whole.append(timed(partial(find_patients, desk, text)))
    inside, ours = Samples(tuple(database)), Samples(tuple(whole))
    aim = Aim("search", f"search in the database, p95: {what}", _BUDGET)
    return within(aim, inside.p95, inside, f"with its records p95 {ours.p95 * 1000:.3g} ms")


def some_people(desk: Desk, count: int) -> list[Patient]:
    """Patients from all over the list, the same in every run."""
    chance = random.Random(SEED)
    found: list[Patient] = []
    with desk.store.look() as look:
        while len(found) < count:
            before = Place("".join(chance.choices("abcdefghijklmnopqrst", k=3)), UUID(int=0))
            found += patients.search(look, "", after=before, limit=1).patients
    return found

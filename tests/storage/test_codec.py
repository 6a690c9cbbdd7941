"""Records are kept whole: what is loaded is what was saved, for every field of every kind."""

from dataclasses import fields, replace
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.block import Block, Target
from mbb_desktop.clinical.people import Clinic, Correspondent, Patient
from mbb_desktop.storage.codec import RecordTable
from mbb_desktop.storage.errors import BrokenRule, Conflict, NotFound
from mbb_desktop.storage.store import Change, Store
from mbb_desktop.storage.tables import RECORDS
from tests.storage.builders import AT, block, course, filled, patient, response, saved_block

SEEDS = range(4)


def keep(store: Store, by: User, *records: object) -> list[Any]:
    with store.change(by, "kept", at=AT) as change:
        return [change.save(record) for record in records]


def owners(change: Change, kind: type, seed: int) -> dict[str, UUID | None]:
    """The keys that a record of the kind must point to."""
    if kind is Patient:
        return {"referrer_id": None, "payer_id": change.save(filled(Correspondent, seed, version=0)).id}
    person = change.save(patient())
    case = change.save(course(person))
    session = change.save(block(case))
    known = {"patient_id": person.id, "course_id": case.id, "block_id": session.id}
    return {**known, "physician_id": None, "payer_id": None, "authorization_id": None}


@pytest.mark.parametrize("kind", RECORDS)
def test_what_is_loaded_is_what_was_saved(store: Store, physician: User, kind: type) -> None:
    names = {field.name for field in fields(kind)}
    for seed in SEEDS:
        with store.change(physician, "kept", at=AT) as change:
            known = {k: v for k, v in owners(change, kind, seed).items() if k in names}
            record: Any = filled(kind, seed, **known, version=0)
            first: Any = change.save(record)
        with store.look() as look:
            assert look.get(kind, first.id) == first == replace(record, version=1)
        with store.change(physician, "changed", at=AT) as change:
            second: Any = change.save(filled(kind, seed + 100, **known, id=first.id, version=1))
        with store.look() as look:
            assert look.get(kind, first.id) == second


@pytest.mark.parametrize("table", RECORDS.values(), ids=lambda table: table.name)
def test_column_names_are_field_names(table: RecordTable[object]) -> None:
    parts = {name for name, _ in table.shape.parts}
    children = {name for name, _ in table.shape.children}
    plain = {field.name for field in fields(table.kind)} - parts - children  # type: ignore[arg-type]
    prefixed = {c.name for c in table.table.columns if c.name.startswith(tuple(f"{p}_" for p in parts))}
    assert {c.name for c in table.table.columns} - (prefixed - plain) == plain
    assert {child.table.name for child in table.children} == {f"{table.name}_{name}" for name in children}


def test_the_later_of_two_saves_of_one_version_is_a_conflict(store: Store, physician: User) -> None:
    draft = saved_block(store, physician)
    keep(store, physician, replace(draft, plan="mine"))
    with pytest.raises(Conflict, match="block"):
        keep(store, physician, replace(draft, plan="yours"))
    with store.look() as look:
        assert look.get(Block, draft.id).plan == "mine"


def test_a_changed_child_is_a_new_version_of_its_record(store: Store, physician: User) -> None:
    draft = saved_block(store, physician)
    changed = replace(draft.targets[0], volume=Decimal("0.3"))
    (after,) = keep(store, physician, replace(draft, targets=(changed, *draft.targets[1:])))
    assert after.version == draft.version + 1
    with pytest.raises(Conflict):
        keep(store, physician, replace(draft, targets=()))


def test_saving_the_same_twice_is_saving_once(store: Store, physician: User) -> None:
    person = patient()
    (once,) = keep(store, physician, person)
    (twice,) = keep(store, physician, person)
    assert once == twice
    (changed,) = keep(store, physician, replace(once, phone="555 0100"))
    (again,) = keep(store, physician, replace(once, phone="555 0100"))
    assert again == changed


def test_another_record_with_the_same_key_is_a_conflict(store: Store, physician: User) -> None:
    person = patient()
    keep(store, physician, person)
    with pytest.raises(Conflict):
        keep(store, physician, replace(person, family="OTHER"))


def test_saving_without_a_difference_keeps_the_version(store: Store, physician: User) -> None:
    draft = saved_block(store, physician)
    assert keep(store, physician, draft) == [draft]


def test_a_change_of_a_record_that_is_gone_is_refused(store: Store, physician: User) -> None:
    draft = saved_block(store, physician)
    with store.change(physician, "discarded", at=AT) as change:
        change.delete(draft)
    with pytest.raises(NotFound):
        keep(store, physician, replace(draft, plan="late"))


def test_a_second_response_to_one_block_is_a_conflict(store: Store, physician: User) -> None:
    draft = saved_block(store, physician)
    keep(store, physician, response(draft))
    with pytest.raises(Conflict, match="response"):
        keep(store, physician, response(draft))


def test_a_record_of_nobody_is_refused_without_naming_anybody(store: Store, physician: User) -> None:
    with pytest.raises(BrokenRule) as refusal:
        keep(store, physician, course(patient("ZQCANARY")))
    assert "ZQCANARY" not in repr(refusal.value)
    with store.look() as look:
        assert look.all(Clinic)  # the store goes on working


def test_only_the_children_that_differ_are_written(store: Store, physician: User) -> None:
    draft = saved_block(store, physician)
    with store.change(physician, "kept", at=AT) as change:
        change.save(replace(draft, targets=(*draft.targets, Target("L2 MB", Side.RIGHT))))
        saved = change.detail["saved"]
    assert isinstance(saved, list)
    assert list(saved[0]["changes"]["targets"]) == ["3"]


@pytest.mark.parametrize("text", ["nul \x00", "bell \x07", "half \ud800"])
def test_text_that_no_database_takes_is_refused(store: Store, physician: User, text: str) -> None:
    with pytest.raises(ValueError, match="control character"):
        keep(store, physician, replace(patient(), address=text))


def test_text_is_kept_composed(store: Store, physician: User) -> None:
    (saved,) = keep(store, physician, patient(given="Jose\u0301"))
    assert saved.given == "Jos\u00e9"
    assert keep(store, physician, replace(saved, given="Jose\u0301")) == [saved]


def test_an_amount_finer_than_the_store_keeps_is_refused(store: Store, physician: User) -> None:
    with pytest.raises(ValueError, match="finer than"):
        keep(store, physician, replace(patient(), weight=Decimal("71.00001")))

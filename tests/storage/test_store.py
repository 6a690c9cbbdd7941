"""Reading in one view, changes that happen wholly or not at all, and what the audit trail tells of them."""

import json
import threading
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.people import Patient
from mbb_desktop.storage import audit
from mbb_desktop.storage.audit import Event
from mbb_desktop.storage.errors import Conflict, Frozen, NotFound, StoreClosed
from mbb_desktop.storage.store import Store
from mbb_desktop.storage.vault import Vault
from tests.storage.builders import AT, NURSE, patient, response, saved_block


def newest(store: Store) -> tuple[Event, Any]:
    with store.look() as look:
        event = audit.recent(look.connection, limit=1)[0]
    return event, json.loads(event.detail)


def test_a_change_is_one_event_with_who_what_when_and_where(store: Store, physician: User) -> None:
    person = patient()
    with store.change(
        physician, "patient added", at=AT, patient_id=person.id, workstation="room 2"
    ) as change:
        change.save(person)
    event, detail = newest(store)
    told = (event.user_id, event.user, event.event, event.at, event.patient_id, event.workstation)
    assert told == (physician.id, "A. Okafor, MD", "patient added", AT, person.id, "room 2")
    assert detail["saved"][0]["kind"] == "patient"
    assert detail["saved"][0]["id"] == str(person.id)
    assert detail["saved"][0]["changes"]["family"] == [None, "MARSH"]


def test_a_change_tells_each_field_before_and_after(store: Store, physician: User) -> None:
    draft = saved_block(store, physician)
    with store.change(physician, "plan written", at=AT) as change:
        change.save(replace(draft, plan="second block", needle=replace(draft.needle, gauge=25)))
    _, detail = newest(store)
    changes = detail["saved"][0]["changes"]
    assert changes["plan"] == ["", "second block"]
    assert changes["needle"][0]["gauge"] is None
    assert changes["needle"][1]["gauge"] == 25
    assert changes.keys() == {"plan", "needle"}


def test_an_exception_inside_a_change_undoes_all_of_it(store: Store, physician: User) -> None:
    before = store.head
    person = patient()
    with pytest.raises(LookupError):
        save_and_fail(store, physician, person)
    assert store.head == before
    with store.look() as look, pytest.raises(NotFound):
        look.get(Patient, person.id)


def test_a_draft_is_saved_without_an_event(store: Store, physician: User) -> None:
    draft = saved_block(store, physician)
    before = store.head
    with store.draft(physician, at=AT) as change:
        change.save(replace(draft, plan="typed so far"))
    assert store.head == before
    with store.look() as look:
        assert look.get(Block, draft.id).plan == "typed so far"


def save_and_fail(store: Store, by: User, person: Patient) -> None:
    with store.change(by, "patient added", at=AT) as change:
        change.save(person)
        raise LookupError


@pytest.mark.parametrize("state", [BlockState.SIGNED, BlockState.ENTERED_IN_ERROR])
def test_only_drafts_are_saved_without_an_event(store: Store, physician: User, state: BlockState) -> None:
    draft = saved_block(store, physician)
    with pytest.raises(Frozen, match="block"), store.draft(physician, at=AT) as change:
        change.save(replace(draft, state=state))
    with store.look() as look:
        assert look.get(Block, draft.id) == draft


def test_a_signed_response_is_no_draft(store: Store, physician: User) -> None:
    draft = saved_block(store, physician)
    with pytest.raises(Frozen), store.draft(physician, at=AT) as change:
        change.save(replace(response(draft), signed_at=AT))


def test_a_patient_is_no_draft(store: Store, physician: User) -> None:
    with pytest.raises(Frozen), store.draft(physician, at=AT) as change:
        change.save(patient())


def test_a_signed_block_cannot_be_deleted(store: Store, physician: User) -> None:
    draft = saved_block(store, physician)
    with store.change(physician, "signed", at=AT) as change:
        signed = change.save(replace(draft, state=BlockState.SIGNED))
    with pytest.raises(Frozen), store.change(physician, "deleted", at=AT) as change:
        change.delete(signed)


def test_a_deleted_draft_is_told_with_what_it_held(store: Store, physician: User) -> None:
    draft = saved_block(store, physician)
    with store.change(physician, "draft deleted", at=AT) as change:
        change.delete(draft)
    _, detail = newest(store)
    assert detail["saved"][0]["gone"] is True
    assert detail["saved"][0]["changes"]["targets"]["0"][0]["nerve"] == "L3 MB"


def test_a_draft_that_somebody_changed_is_not_deleted(store: Store, physician: User) -> None:
    draft = saved_block(store, physician)
    with store.draft(physician, at=AT) as change:
        change.save(replace(draft, plan="newer"))
    with pytest.raises(Conflict), store.change(physician, "draft deleted", at=AT) as change:
        change.delete(draft)


def test_a_view_is_told_without_a_change(store: Store, physician: User) -> None:
    person = patient()
    store.note(physician, "chart opened", at=AT, patient_id=person.id, about={"page": "blocks"})
    event, detail = newest(store)
    assert (event.event, event.patient_id, detail) == ("chart opened", person.id, {"page": "blocks"})


def test_a_clock_that_went_back_is_told(store: Store, physician: User) -> None:
    store.note(physician, "one", at=AT + timedelta(hours=1))
    store.note(physician, "two", at=AT)
    _, detail = newest(store)
    assert detail["clock"] == "went back 3600 s since the event before"


def test_a_look_sees_one_moment(store: Store, physician: User) -> None:
    draft = saved_block(store, physician)
    with store.look() as look:
        assert look.get(Block, draft.id).plan == ""
        with store.draft(physician, at=AT) as change:
            change.save(replace(draft, plan="newer"))
        assert look.get(Block, draft.id).plan == ""
    with store.look() as look:
        assert look.get(Block, draft.id).plan == "newer"


def test_a_change_inside_a_change_is_our_mistake(store: Store, physician: User) -> None:
    with store.change(physician, "outer", at=AT), pytest.raises(RuntimeError):
        store.note(physician, "inner", at=AT)


def test_several_threads_save_and_nothing_is_lost(store: Store, physician: User) -> None:
    people = [patient(f"FAMILY{n:02}", mrn=f"{n:06}") for n in range(12)]

    def keep(person: Patient) -> None:
        with store.change(physician, "patient added", at=AT) as change:
            change.save(person)

    threads = [threading.Thread(target=keep, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.look() as look:
        assert len(look.many(Patient, [person.id for person in people])) == 12
        seqs = [head.seq for head, _ in audit.all_events(look.connection)]
    assert seqs == list(range(1, len(seqs) + 1))


def test_a_closed_store_says_that_it_is_locked(vault: Vault) -> None:
    store = vault.store
    vault.close()
    vault.close()
    with pytest.raises(StoreClosed), store.look():
        pass
    with pytest.raises(StoreClosed), store.change(vault.user, "late", at=AT):
        pass


def test_events_are_read_in_pages_newest_first(store: Store, physician: User) -> None:
    person = patient()
    for n in range(5):
        store.note(physician, f"view {n}", at=AT, patient_id=person.id if n % 2 else None)
    with store.look() as look:
        first = audit.recent(look.connection, limit=2)
        second = audit.recent(look.connection, before_seq=first[-1].seq, limit=2)
        of_person = audit.recent(look.connection, patient_id=person.id)
    assert [event.event for event in (*first, *second)] == ["view 4", "view 3", "view 2", "view 1"]
    assert [event.event for event in of_person] == ["view 3", "view 1"]


def test_all_of_a_small_kind_are_by_name(store: Store, physician: User) -> None:
    with store.change(physician, "person added", at=AT) as change:
        change.save(NURSE)
    with store.look() as look:
        assert [user.name for user in look.all(User)] == ["A. Okafor", "M. Diaz"]

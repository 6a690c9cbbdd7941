"""What is signed stays as it was, whatever is tried inside the database."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from mbb_desktop.clinical.block import (
    Block,
    BlockState,
    Discharge,
    Entry,
    HowEntered,
    Item,
    Vitals,
    VitalsWhen,
)
from mbb_desktop.clinical.response import Reading, Response, Series
from mbb_desktop.storage import papers
from mbb_desktop.storage.engine import WRITING, explained
from mbb_desktop.storage.errors import Conflict, Frozen
from mbb_desktop.storage.guards import changed_guards, sqlite_guards
from mbb_desktop.storage.signed import verify
from mbb_desktop.storage.store import Store
from mbb_desktop.storage.tables import METADATA, RECORDS
from mbb_desktop.storage.vault import Vault
from tests.storage.builders import AT, received, response, saved_block, sign_error, sign_note, sign_response


@pytest.fixture
def signed(vault: Vault) -> Block:
    """A block whose note is signed."""
    draft = saved_block(vault.store, vault.user)
    with vault.store.change(vault.user, "signed", at=AT) as change:
        block = change.save(replace(draft, state=BlockState.SIGNED))
    sign_note(vault, block)
    return block


def run(store: Store, statement: str) -> None:
    """What a slip of the program, or somebody with the key, might run."""
    engine = store.engine
    with explained(), engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
        connection.exec_driver_sql(statement)


SLIPS = [
    "UPDATE signed_document SET content = x'00'",
    "UPDATE signed_document SET pdf = x'00'",
    "UPDATE signed_document SET number = number",
    "DELETE FROM signed_document",
    "INSERT OR REPLACE INTO signed_document SELECT * FROM signed_document",
    "REPLACE INTO audit_event SELECT * FROM audit_event WHERE seq = 2",
    "UPDATE audit_event SET event = 'nothing' WHERE seq = 2",
    "UPDATE OR REPLACE audit_event SET seq = 2 WHERE seq = 3",
    "DELETE FROM audit_event WHERE seq > 1",
    "INSERT INTO audit_event SELECT * FROM audit_event WHERE 1 ON CONFLICT DO UPDATE SET event = ''",
    "UPDATE receipt SET how = 'faxed'",
    "DELETE FROM receipt",
    "INSERT OR REPLACE INTO receipt SELECT * FROM receipt",
    "REPLACE INTO signed_document SELECT * FROM signed_document WHERE kind = 'notice of error'",
    "DELETE FROM signed_document WHERE kind = 'notice of error'",
    "UPDATE signed_document SET supersedes = NULL WHERE kind = 'notice of error'",
    "UPDATE block SET state = 'signed'",
    "DELETE FROM signing_key",
    "UPDATE signing_key SET public = zeroblob(32)",
    "UPDATE block SET plan = 'changed'",
    "UPDATE block SET performed_on = '2026-01-01'",
    "UPDATE block SET state = 'draft'",
    "DELETE FROM block",
    "DELETE FROM block_targets",
    "UPDATE block_targets SET side = 'right'",
    "INSERT INTO block_targets SELECT block_id, position + 9, nerve, side, syringe, volume, volume_to,"
    " volume_is, volume_from_preset, aspiration, contrast, contrast_pattern, bone_contact, repositioned,"
    " pain_reproduced, not_injected, landmark FROM block_targets",
]


def test_a_signed_block_resists(vault: Vault, signed: Block) -> None:
    store = vault.store
    with store.look() as look:
        (note,) = papers.of_block(look, signed.id)
    received(vault, note)
    sign_error(vault, signed, note)
    with store.change(vault.user, "entered in error", at=AT) as change:
        signed = change.save(replace(signed, state=BlockState.ENTERED_IN_ERROR))
    for statement in SLIPS:
        with pytest.raises(Frozen):
            run(store, statement)
    with store.look() as look:
        assert look.get(Block, signed.id) == signed
    assert verify(store).intact


def test_guards_hold_without_recursive_triggers(store: Store, signed: Block) -> None:
    def replace_rows(driver: sa.PoolProxiedConnection) -> None:
        driver.execute("PRAGMA recursive_triggers = OFF")
        driver.execute("INSERT OR REPLACE INTO signed_document SELECT * FROM signed_document")

    with pytest.raises(Frozen):
        store.outside_transaction(replace_rows)


def test_a_signed_block_cannot_be_saved_again(vault: Vault, signed: Block) -> None:
    for changed in (replace(signed, plan="x"), replace(signed, room="x"), replace(signed, needle_out=None)):
        with pytest.raises(Frozen), vault.store.change(vault.user, "changed", at=AT) as change:
            change.save(changed)


def test_a_signed_block_may_turn_out_an_error(vault: Vault, signed: Block) -> None:
    with vault.store.change(vault.user, "entered in error", at=AT) as change:
        after = change.save(replace(signed, state=BlockState.ENTERED_IN_ERROR))
    with vault.store.look() as look:
        assert look.get(Block, signed.id) == after


def test_recovery_and_discharge_may_follow_the_signature(vault: Vault, signed: Block) -> None:
    vitals = Vitals(AT, VitalsWhen.RECOVERY, systolic=120)
    entry = Entry(Item.RECOVERY, vault.user.id, "M. Diaz, RN", AT, HowEntered.TYPED)
    later = replace(signed, vitals=(vitals,), entries=(entry,), discharge=Discharge(AT, escort="husband"))
    with vault.store.change(vault.user, "discharged", at=AT) as change:
        after = change.save(later)
    with vault.store.look() as look:
        assert look.get(Block, signed.id) == after


def test_a_second_response_is_free_beside_one_that_was_an_error(vault: Vault, signed: Block) -> None:
    store = vault.store
    with store.change(vault.user, "scores", at=AT) as change:
        wrong: Response = change.save(replace(response(signed), signed_at=AT))
    sign_response(vault, signed)
    with store.change(vault.user, "scores", at=AT) as change:
        right: Response = change.save(response(signed))
        right = change.save(replace(right, readings=(Reading(Series.LEFT, 30, AT, None),)))
        change.save(replace(right, signed_at=AT))
    for frozen in (wrong.id, right.id):
        with pytest.raises(Frozen):
            run(store, f"UPDATE response SET note = 'x' WHERE id = x'{frozen.hex}'")
    with pytest.raises(Frozen):
        run(store, "DELETE FROM response_readings")


def test_a_block_has_one_response_that_is_not_signed(vault: Vault, signed: Block) -> None:
    with vault.store.change(vault.user, "scores", at=AT) as change:
        change.save(response(signed))
    with pytest.raises(Conflict), vault.store.change(vault.user, "scores", at=AT) as change:
        change.save(response(signed))


def test_vitals_of_before_may_not_follow_the_signature(vault: Vault, signed: Block) -> None:
    vitals = Vitals(AT, VitalsWhen.BEFORE, systolic=120)
    with pytest.raises(Frozen), vault.store.change(vault.user, "changed", at=AT) as change:
        change.save(replace(signed, vitals=(vitals,)))


def test_a_signed_response_cannot_be_changed(vault: Vault, signed: Block) -> None:
    store = vault.store
    with store.change(vault.user, "scores", at=AT) as change:
        kept: Response = change.save(
            replace(response(signed), readings=(Reading(Series.LEFT, 30, AT, None),), signed_at=AT)
        )
    sign_response(vault, signed)
    for changed in (replace(kept, note="x"), replace(kept, readings=()), replace(kept, signed_at=None)):
        with pytest.raises(Frozen), store.change(vault.user, "changed", at=AT) as change:
            change.save(changed)
    with store.look() as look:
        assert look.get(Response, kept.id) == kept


def test_an_unsigned_block_is_free(vault: Vault, signed: Block) -> None:
    other = saved_block(vault.store, vault.user)
    with vault.store.change(vault.user, "changed", at=AT) as change:
        assert change.save(replace(other, plan="changed", targets=())).version == 2


def test_every_guard_is_where_the_program_expects_it(store: Store) -> None:
    with store.look() as look:
        assert changed_guards(look.connection) == ()


@pytest.mark.parametrize("name", ["signed_document_keep_update", "block_targets_keep_insert"])
def test_a_missing_guard_is_noticed(store: Store, name: str) -> None:
    run(store, f"DROP TRIGGER {name}")
    with store.look() as look:
        assert changed_guards(look.connection) == (name,)


def test_a_reworded_and_a_foreign_guard_are_noticed(store: Store) -> None:
    name, text = next(iter(sqlite_guards().items()))
    run(store, f"DROP TRIGGER {name}")
    run(store, text.replace("'signed'", "'Signed'"))
    run(store, "CREATE TRIGGER foreign_one AFTER INSERT ON setting BEGIN DELETE FROM setting; END")
    with store.look() as look:
        assert changed_guards(look.connection) == tuple(sorted(["foreign_one", name]))


def test_every_table_is_a_record_or_guarded_or_known_to_need_neither() -> None:
    records = {
        table.name
        for record in RECORDS.values()
        for table in (record.table, *(child.table for child in record.children))
    }
    guarded = {name.removesuffix("_keep_insert") for name in sqlite_guards()} & METADATA.tables.keys()
    others = {"user_secret", "clinic_logo", "setting", "patient_word", "patient_place", "to_print"}
    assert METADATA.tables.keys() - records - guarded == others  # secrets, settings, and indexes of records

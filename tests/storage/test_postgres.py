"""The same tables, migrations and codec on PostgreSQL, when a server is installed here."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.response import Reading, Response, Series
from mbb_desktop.storage import audit, blocks, clinic_settings, patients, responses
from mbb_desktop.storage.accounts import record_key
from mbb_desktop.storage.engine import explained, open_server
from mbb_desktop.storage.errors import BrokenRule, Conflict, Frozen, ServerGone
from mbb_desktop.storage.guards import changed_guards
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.storage.migrate import run_steps_on_server, structure_differences
from mbb_desktop.storage.signed import verify
from mbb_desktop.storage.similar_people import similar_names
from mbb_desktop.storage.store import Look, Store
from mbb_desktop.storage.tables import METADATA, RECORDS
from mbb_desktop.storage.vault import Vault
from tests.storage.builders import (
    AT,
    PHYSICIAN,
    block,
    course,
    filled,
    patient,
    received,
    response,
    saved_block,
    sign_error,
    sign_note,
    sign_response,
)
from tests.storage.learners import taught
from tests.storage.test_codec import keep, owners

pytest.importorskip("psycopg")


def _tool(name: str) -> str:
    """A program of the server, wherever the system keeps it."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    path = str(found[0]) if found else shutil.which(name)
    if path is None:
        pytest.skip("no PostgreSQL server is installed")
    return path


@pytest.fixture(scope="module")
def server() -> Iterator[sa.URL]:
    """A scratch server on this computer, gone after the tests."""
    initdb, pg_ctl = _tool("initdb"), _tool("pg_ctl")
    place = Path(tempfile.mkdtemp(prefix="mbb-postgres-"))
    user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}
    if user:
        shutil.chown(place, "postgres", "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data, log = str(place / "data"), str(place / "log")
    options = f"-c listen_addresses=127.0.0.1 -p {port} -k {place} -c fsync=off"
    quiet = {"cwd": place, "check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **user}
    subprocess.run([initdb, "-D", data, "-U", "postgres", "-E", "UTF8", "--auth=trust"], **quiet)  # type: ignore[call-overload]
    subprocess.run([pg_ctl, "-D", data, "-l", log, "-w", "-o", options, "start"], **quiet)  # type: ignore[call-overload]
    try:
        yield sa.URL.create(
            "postgresql+psycopg", "postgres", host="127.0.0.1", port=port, database="postgres"
        )
    finally:
        subprocess.run([pg_ctl, "-D", data, "-m", "immediate", "stop"], **quiet)  # type: ignore[call-overload]
        shutil.rmtree(place, ignore_errors=True)


@pytest.fixture(scope="module")
def migrated(server: sa.URL) -> sa.URL:
    """A database with the structure and nothing else, to be copied for each test."""
    with contextlib.closing(_bare(server)) as connection:
        connection.exec_driver_sql("CREATE DATABASE migrated")
    engine = open_server(server.set(database="migrated"))
    run_steps_on_server(engine)
    engine.dispose()
    return server


@pytest.fixture
def desk(migrated: sa.URL) -> Iterator[Vault]:
    """A store on the server with its first physician, in a database of its own."""
    name = f"clinic{os.urandom(4).hex()}"
    with contextlib.closing(_bare(migrated)) as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE migrated")
    engine = open_server(migrated.set(database=name))
    store, signing = Store(engine, PHYSICIAN.id), SigningKey.new()
    store.note(None, audit.GENESIS, at=AT, about={"vault": store.vault_id})
    with store.change(PHYSICIAN, "first person added", at=AT) as change:
        user = change.save(PHYSICIAN)
        record_key(change, user.id, signing.public_bytes)
    yield Vault(store, user, signing)
    store.close()


def _bare(url: sa.URL) -> sa.Connection:
    return sa.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool).connect()


@pytest.mark.parametrize("kind", RECORDS)
def test_what_is_loaded_is_what_was_saved(desk: Vault, kind: type[Block]) -> None:
    for seed in range(3):
        with desk.store.change(desk.user, "kept", at=AT) as change:
            names = {field.name for field in fields(kind)}
            known = {k: v for k, v in owners(change, kind, seed).items() if k in names}
            record = filled(kind, seed, **known, version=0)
            saved = change.save(record)
            again = change.save(filled(kind, seed + 50, **known, id=saved.id, version=1))
        with desk.store.look() as look:
            assert look.get(kind, saved.id) == again


def test_the_structure_is_that_of_the_program(desk: Vault) -> None:
    with desk.store.look() as look:
        assert structure_differences(look.connection) == []
        assert changed_guards(look.connection) == ()
        assert set(sa.inspect(look.connection).get_table_names()) == {*METADATA.tables, "alembic_version"}


def test_the_later_of_two_saves_of_one_version_is_a_conflict(desk: Vault) -> None:
    draft = saved_block(desk.store, desk.user)
    keep(desk.store, desk.user, replace(draft, plan="mine"))
    with pytest.raises(Conflict):
        keep(desk.store, desk.user, replace(draft, plan="yours"))


def test_many_writers_lose_nothing_and_keep_one_chain(desk: Vault) -> None:
    draft = saved_block(desk.store, desk.user)
    lost: list[str] = []

    def work(name: str) -> None:
        for n in range(5):
            try:
                with desk.store.look() as look:
                    known = look.get(Block, draft.id)
                with desk.store.change(desk.user, name, at=AT) as change:
                    change.save(replace(known, plan=f"{known.plan} {name}{n}"))
            except Conflict:
                lost.append(f"{name}{n}")

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with desk.store.look() as look:
        kept = look.get(Block, draft.id)
    assert len(kept.plan.split()) + len(lost) == 20
    assert kept.version == 21 - len(lost)
    assert verify(desk.store).intact


@pytest.mark.parametrize(
    "statement",
    [
        "TRUNCATE kept_judgement",
        "UPDATE receipt SET how = 'faxed'",
        "DELETE FROM receipt",
        "TRUNCATE receipt",
        "INSERT INTO receipt SELECT * FROM receipt ON CONFLICT (id) DO UPDATE SET how = 'faxed'",
        "UPDATE signed_document SET number = 'x'",
        "DELETE FROM signed_document",
        "TRUNCATE signed_document CASCADE",
        "TRUNCATE audit_event",
        "UPDATE audit_event SET event = 'x'",
        "DELETE FROM signing_key",
        "UPDATE block SET plan = 'x'",
        "UPDATE block SET state = 'draft'",
        "DELETE FROM block_targets",
        "UPDATE block_targets SET side = 'right'",
        "DELETE FROM block",
    ],
)
def test_what_is_signed_resists(desk: Vault, statement: str) -> None:
    draft = saved_block(desk.store, desk.user)
    with desk.store.change(desk.user, "signed", at=AT) as change:
        signed = change.save(replace(draft, state=BlockState.SIGNED))
    note = sign_note(desk, signed)
    received(desk, note)
    with pytest.raises(Frozen), explained(), desk.store.engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert verify(desk.store).intact
    sign_error(desk, signed, note)
    with desk.store.change(desk.user, "entered in error", at=AT) as change:
        change.save(replace(signed, state=BlockState.ENTERED_IN_ERROR))
    assert verify(desk.store).intact
    with pytest.raises(Frozen), explained(), desk.store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE block SET state = 'signed'")


def test_a_second_response_is_free_beside_one_that_was_an_error(desk: Vault) -> None:
    draft = saved_block(desk.store, desk.user)
    with desk.store.change(desk.user, "scores", at=AT) as change:
        wrong: Response = change.save(replace(response(draft), signed_at=AT))
    sign_response(desk, draft)
    with desk.store.change(desk.user, "scores", at=AT) as change:
        right: Response = change.save(response(draft))
        right = change.save(replace(right, readings=(Reading(Series.LEFT, 30, AT, None),)))
        change.save(replace(right, signed_at=AT))
    for frozen in (wrong, right):
        with pytest.raises(Frozen), desk.store.change(desk.user, "changed", at=AT) as change:
            change.save(replace(change.get(Response, frozen.id), note="x"))


def test_search_and_work_lists_answer_as_they_do_here(desk: Vault) -> None:
    with desk.store.change(desk.user, "kept", at=AT) as change:
        for family, given, mrn in (
            ("Marsh", "Eleanor", "1"),
            ("MARCH", "Zoë", "2"),
            ("de Marco", "Ann", "3"),
        ):
            change.save(patient(family, given, date(1961, 3, 14), mrn))
        person = change.save(patient("Łukasz", "Jan", date(1950, 1, 2), "004 1187"))
        draft = change.save(block(change.save(course(person))))
        change.save(response(draft))
        clinic_settings.put_setting(change, "x", "1")
        clinic_settings.put_setting(change, "x", "2")
    with desk.store.look() as look:
        found = {text: names(look, text) for text in ("mar", "ann", "14-Mar-1961", "luk ja", "1187", "")}
        assert blocks.drafts(look) == (draft,)
        assert blocks.with_response_to_sign(look) == blocks.planned_before(look, AT.date()) == ()
        close = {one.family for one in similar_names(look, patient("Marsh", "Ella"))}
        assert responses.of_course(look, draft.course_id)[0].block_id == draft.id
        assert clinic_settings.setting(look, "x") == "2"
    assert close == {"Marsh", "MARCH"}
    assert found["mar"] == ["MARCH", "Marsh", "de Marco"]
    assert found["ann"] == ["de Marco"]
    assert found["14-Mar-1961"] == ["de Marco", "MARCH", "Marsh"]
    assert found["luk ja"] == found["1187"] == ["Łukasz"]
    assert found[""] == ["de Marco", "Łukasz", "MARCH", "Marsh"]


def names(look: Look, text: str) -> list[str]:
    return [person.family for person in patients.search(look, text).patients]


def test_a_rule_of_the_database_is_named_without_values(desk: Vault) -> None:
    with pytest.raises(BrokenRule) as refusal:
        keep(desk.store, desk.user, course(patient("ZQCANARY")))
    assert "ZQCANARY" not in repr(refusal.value)


def test_a_look_is_one_moment_and_cannot_write(desk: Vault) -> None:
    draft = saved_block(desk.store, desk.user)
    with desk.store.look() as look:
        assert look.get(Block, draft.id).plan == ""
        keep(desk.store, desk.user, replace(draft, plan="newer"))
        assert look.get(Block, draft.id).plan == ""
    with pytest.raises(BrokenRule), desk.store.look() as look:
        look.connection.exec_driver_sql("DELETE FROM setting")


def test_a_lost_connection_has_its_sentence_and_the_store_goes_on(desk: Vault) -> None:
    person = patient()
    with pytest.raises(ServerGone):
        save_while_the_connection_is_cut(desk, person)
    keep(desk.store, desk.user, person)
    with desk.store.look() as look:
        assert look.get(Patient, person.id).family == "MARSH"
        assert look.get(User, desk.user.id) == desk.user


def save_while_the_connection_is_cut(desk: Vault, person: Patient) -> None:
    with desk.store.change(desk.user, "kept", at=AT) as change:
        pid = change.connection.exec_driver_sql("SELECT pg_backend_pid()").scalar()
        with contextlib.closing(_bare(desk.store.engine.url)) as other:
            other.exec_driver_sql(f"SELECT pg_terminate_backend({pid})")
        change.save(person)


def test_a_co_signature_and_what_it_frees_are_guarded_alike(desk: Vault) -> None:
    teaching = taught(desk)
    block, paper = teaching.signed()
    for before in (
        "UPDATE block SET state = 'signed'",
        "UPDATE block SET state = 'returned'",
        "DELETE FROM cosign_step",
        "TRUNCATE cosignature",
    ):
        with pytest.raises(Frozen), explained(), desk.store.engine.begin() as connection:
            connection.exec_driver_sql(before)
    block = teaching.give_back(block, paper)
    for state in ("signed", "to be co-signed"):
        with pytest.raises(Frozen), explained(), desk.store.engine.begin() as connection:
            connection.exec_driver_sql(f"UPDATE block SET state = '{state}'")
    block = teaching.ask(block, paper)
    assert teaching.cosign(block, paper).final
    for after in ("UPDATE block SET state = 'draft'", "UPDATE cosignature SET signer = 'x'"):
        with pytest.raises(Frozen), explained(), desk.store.engine.begin() as connection:
            connection.exec_driver_sql(after)
    assert verify(desk.store).intact

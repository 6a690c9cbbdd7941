"""Killed, damaged or searched for names: what was acknowledged is there, and nothing lies open."""

import base64
import os
import random
import shutil
import signal
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy.event import listen

from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.storage import papers, patients, responses
from mbb_desktop.storage.backup import back_up
from mbb_desktop.storage.engine import checked_structure, connect_encrypted
from mbb_desktop.storage.errors import StoreUnavailable
from mbb_desktop.storage.keys import open_as_person, read_keys
from mbb_desktop.storage.signed import check_file, verify
from mbb_desktop.storage.tables import BLOCKS
from mbb_desktop.storage.vault import Vault, open_vault
from tests.storage.builders import (
    AT,
    PASSPHRASE,
    PHYSICIAN,
    block,
    course,
    patient,
    response,
    saved_block,
    sign_note,
)
from tests.storage.learners import Taught, taught

pytestmark = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # fork is what these need
KILLS = 50


def enter(folder: Path) -> Vault:
    return open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)


def save_until_killed(folder: Path, acknowledge: int) -> None:
    """Save blocks with their scores, audited and as drafts, and acknowledge each to the parent."""
    vault = enter(folder)
    person = patient()
    case = course(person)
    with vault.store.change(vault.user, "patient added", at=AT) as change:
        change.save(person)
        change.save(case)
    while True:
        draft = block(case)
        with vault.store.change(vault.user, "draft started", at=AT) as change:
            kept = change.save(draft)
            change.save(response(draft))
        os.write(acknowledge, b"1" + draft.id.bytes)
        later = tuple(replace(target, volume=Decimal("0.7")) for target in kept.targets)
        with vault.store.draft(vault.user, at=AT) as change:
            change.save(replace(kept, plan="0.7 mL each", targets=later))
        os.write(acknowledge, b"2" + draft.id.bytes)


def test_fifty_kills_while_saving_lose_nothing_that_was_acknowledged(folder: Path) -> None:
    """Later and later after the first save, so that they hit each part of the next ones."""
    total = 0
    for number in range(KILLS):
        told = killed_while_saving(folder, number * 0.08 / KILLS)
        total += len(told) // 17
        vault = enter(folder)
        assert vault.remarks == ()
        assert_kept(vault, told)
        vault.close()
    assert total > KILLS
    with closing(enter(folder)) as vault:
        assert verify(vault.store).intact
        check_file(vault.store)


def killed_while_saving(folder: Path, after: float) -> bytes:
    """What a child acknowledged before it was killed, `after` seconds after its first acknowledged save."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            save_until_killed(folder, writer)
        finally:
            os._exit(1)
    os.close(writer)
    told = os.read(reader, 17)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    while piece := os.read(reader, 4096):
        told += piece
    os.close(reader)
    return told


def assert_kept(vault: Vault, told: bytes) -> None:
    """Every acknowledged save is there; the newest ones are there whole or not at all."""
    with vault.store.look() as look:
        for start in range(0, len(told), 17):
            kept = look.get(Block, UUID(bytes=told[start + 1 : start + 17]))
            assert kept.plan or told[start : start + 1] == b"1"
        for kept in look.where(Block, order=(BLOCKS.table.c.id.desc(),), limit=5):
            volumes = {target.volume for target in kept.targets}
            assert len(kept.targets) == 3
            assert volumes == ({Decimal("0.7")} if kept.plan else {Decimal("0.5")})
            assert responses.of_block(look, kept.id) is not None


@pytest.mark.parametrize("acknowledged", [False, True], ids=["before", "after"])
def test_a_kill_while_a_learner_signs_leaves_all_of_it_or_nothing(folder: Path, acknowledged: bool) -> None:
    with closing(enter(folder)) as vault:
        learner = taught(vault)
        draft = saved_block(vault.store, learner.learner)
    child = os.fork()
    if child == 0:
        try:
            _sign_and_die(folder, learner, draft, acknowledged)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    with closing(enter(folder)) as vault:
        assert verify(vault.store).intact
        with vault.store.look() as look:
            state = look.get(Block, draft.id).state
            waiting = [paper.block_id for paper in papers.open_learners(look)]
    assert state is (BlockState.AWAITING if acknowledged else BlockState.DRAFT)
    assert waiting == ([draft.id] if acknowledged else [])


def _sign_and_die(folder: Path, learner: Taught, draft: Block, acknowledged: bool) -> None:
    """The note is signed and the attending asked; the program is gone before or after it commits."""
    vault = enter(folder)
    if not acknowledged:
        listen(vault.store.engine, "commit", lambda _connection: os.kill(os.getpid(), signal.SIGKILL))
    replace(learner, vault=vault).signed(draft=draft)
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture(scope="module")
def twenty(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(template, tmp_path_factory.mktemp("twenty") / "clinic"))
    vault = enter(folder)
    with vault.store.change(vault.user, "patients added", at=AT) as change:
        for n in range(20):
            change.save(patient(f"FAMILY{n:02}", mrn=f"{n:06}"))
    sign_note(vault, saved_block(vault.store, vault.user))
    vault.close()
    return folder


@pytest.fixture
def full(twenty: Path, tmp_path: Path) -> Path:
    """A closed vault with twenty patients and a signed note."""
    return Path(shutil.copytree(twenty, tmp_path / "full"))


def everything(folder: Path) -> tuple[object, ...]:
    """What a person can see in the vault; a StoreUnavailable error when it cannot be read."""
    vault = enter(folder)
    try:
        with vault.store.look() as look:
            people = [person for name in "FM" for person in patients.search(look, name, limit=100).patients]
            notes = [papers.of_patient(look, person.id) for person in people]
        assert verify(vault.store).intact
        return (*people, *notes)
    finally:
        vault.close()


def test_a_flipped_bit_is_noticed_or_changes_nothing(full: Path, tmp_path: Path) -> None:
    """Thirty single bits over the whole file; none may ever show another value, as every third is asked."""
    expected, chance, noticed = everything(full), random.Random(7), 0
    key, _ = open_as_person(read_keys(full), PHYSICIAN.id, PASSPHRASE)
    path = full / "clinic.db"
    kept = path.read_bytes()
    for n in range(30):
        content = bytearray(kept)
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        with pytest.raises(StoreUnavailable):  # the check before each backup finds every one
            whole(full, key)
        if n % 3 == 0:
            folder = Path(shutil.copytree(full, tmp_path / f"flip{n}"))
            try:
                assert everything(folder) == expected
            except StoreUnavailable:
                noticed += 1
    assert noticed >= 1


def whole(folder: Path, key: bytes) -> None:
    driver = connect_encrypted(folder / "clinic.db", key, read_only=True)
    try:
        checked_structure(driver)
    finally:
        driver.close()


@pytest.mark.parametrize("share", [0.999, 0.9, 0.5, 0.1])
def test_a_truncated_file_is_noticed(full: Path, share: float) -> None:
    path = full / "clinic.db"
    os.truncate(path, int(path.stat().st_size * share))
    key, _ = open_as_person(read_keys(full), PHYSICIAN.id, PASSPHRASE)
    with pytest.raises(StoreUnavailable):
        whole(full, key)


CANARY = "ZQCANARY"
SPELLINGS = [
    CANARY.encode(),
    CANARY.lower().encode(),
    CANARY.encode("utf-16-le"),
    base64.b64encode(CANARY.encode())[:10],
    CANARY.encode().hex().encode(),
]


def found_in(folder: Path) -> list[str]:
    """The files under a folder that hold the canary in any spelling."""
    held = ((p, p.read_bytes()) for p in folder.rglob("*") if p.is_file())
    return [p.name for p, content in held if any(spelling in content for spelling in SPELLINGS)]


def test_no_name_lies_open_in_any_file(
    vault: Vault, folder: Path, touched: list[str], tmp_path: Path
) -> None:
    store = vault.store
    with store.change(vault.user, f"{CANARY} added", at=AT, workstation=CANARY) as change:
        change.save(replace(patient(CANARY, CANARY, mrn=CANARY), address=CANARY * 200))
    draft = saved_block(store, vault.user)
    with store.draft(vault.user, at=AT) as change:
        change.save(replace(draft, plan=CANARY * 50))
    sign_note(vault, draft, content=CANARY.encode() * 50, pdf=CANARY.encode() * 50)
    back_up(store, at=AT)
    assert (folder / "clinic.db-wal").exists()
    assert found_in(tmp_path) == []
    touched.clear()  # reading the live files was meant
    vault.close()
    assert found_in(tmp_path) == []


def test_the_search_for_names_finds_them_in_a_plain_twin(vault: Vault, folder: Path, tmp_path: Path) -> None:
    with vault.store.change(vault.user, "patient added", at=AT) as change:
        change.save(patient(CANARY))
    vault.close()
    key, _ = open_as_person(read_keys(folder), PHYSICIAN.id, PASSPHRASE)
    (tmp_path / "plain").mkdir()
    driver = connect_encrypted(folder / "clinic.db", key)
    driver.execute(f"ATTACH '{tmp_path / 'plain' / 'clinic.db'}' AS plain KEY ''")
    driver.execute("SELECT sqlcipher_export('plain')")
    driver.close()
    assert found_in(tmp_path / "plain") == ["clinic.db"]
    with closing(sqlite3.connect(tmp_path / "plain" / "clinic.db")) as twin:
        assert twin.execute("SELECT family FROM patient").fetchall() == [(CANARY,)]


def test_the_watch_over_the_live_files_bites(vault: Vault, folder: Path, touched: list[str]) -> None:
    (folder / "clinic.db-shm").read_bytes()
    assert touched == ["open clinic.db-shm"]
    touched.clear()

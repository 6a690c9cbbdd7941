"""Backups: whole, checked, encrypted, made while people work, and thinned out with care."""

import shutil
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

import pytest

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.people import Patient
from mbb_desktop.storage.backup import (
    Backup,
    _make,
    _read_back,
    _Source,
    back_up,
    backup_due,
    backups,
    backups_at,
    check_backup,
    last_backup,
    set_of_spare,
)
from mbb_desktop.storage.engine import connect_encrypted
from mbb_desktop.storage.errors import BackupFailed, DamagedBackup, DamagedDatabase, Stopped, StoreClosed
from mbb_desktop.storage.keys import read_keys
from mbb_desktop.storage.long_work import MustStop
from mbb_desktop.storage.signed import verify
from mbb_desktop.storage.store import Store
from mbb_desktop.storage.vault import Vault, open_vault
from tests.storage.builders import AT, PASSPHRASE, PHYSICIAN, damage, patient, saved_block, sign_note

PEOPLE = 300


def test_a_backup_is_a_checked_copy_with_its_own_keys(vault: Vault, folder: Path) -> None:
    sign_note(vault, saved_block(vault.store, vault.user))
    backup = back_up(vault.store, at=AT)
    assert backup.patients == 1
    assert backup.rows["signed_document"] == 1
    assert (backup.seq, backup.head) == (vault.store.head.seq, vault.store.head.hash.hex())
    assert read_keys(backup.folder) == read_keys(folder)
    assert backups(folder) == (backup,)
    assert last_backup(folder) == backup
    check_backup(backup, vault.store.door.data_key)
    assert sorted(p.name for p in backup.folder.iterdir()) == ["clinic.db", "keys.json", "manifest.json"]


def test_a_backup_is_made_while_people_save(vault: Vault, physician: User) -> None:
    store, stop = vault.store, threading.Event()
    acknowledged: list[Patient] = []

    def work() -> None:
        while not stop.is_set():
            with store.change(physician, "patient added", at=AT) as change:
                person = change.save(patient(f"FAMILY{len(acknowledged)}", mrn=f"{len(acknowledged):06}"))
            acknowledged.append(person)

    worker = threading.Thread(target=work)
    worker.start()
    try:
        for n in range(3):
            known = len(acknowledged)
            backup = back_up(store, at=AT + timedelta(seconds=n))
            assert backup.patients >= known
            assert backup.rows["audit_event"] == backup.seq
    finally:
        stop.set()
        worker.join()


def test_a_backup_misses_nothing_that_was_saved_before(vault: Vault) -> None:
    """A copy of the main file alone would lack what is still in the journal."""
    draft = saved_block(vault.store, vault.user)
    backup = back_up(vault.store, at=AT)
    driver = connect_encrypted(backup.folder / "clinic.db", vault.store.door.data_key, read_only=True)
    assert driver.execute("SELECT id FROM block").fetchall() == [(draft.id.bytes,)]
    driver.close()
    with vault.store.look() as look:
        assert look.get(Block, draft.id) == draft


def test_one_backup_a_day_is_due(vault: Vault, folder: Path) -> None:
    assert backup_due(folder, AT)
    back_up(vault.store, at=AT)
    assert not backup_due(folder, AT + timedelta(hours=13))
    assert backup_due(folder, AT + timedelta(hours=14))


def test_a_damaged_backup_is_called_damaged(vault: Vault) -> None:
    backup = back_up(vault.store, at=AT)
    content = bytearray((backup.folder / "clinic.db").read_bytes())
    content[len(content) // 2] ^= 1
    (backup.folder / "clinic.db").write_bytes(content)
    with pytest.raises(DamagedBackup):
        check_backup(backup, vault.store.door.data_key)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in the user's folder")
def test_the_record_and_its_copies_are_for_this_account_alone(vault: Vault, folder: Path) -> None:
    backup = back_up(vault.store, at=AT)
    kept = [*folder.glob("*"), *backup.folder.glob("*")]
    assert {path.stat().st_mode & 0o077 for path in kept if path.is_file()} == {0}


def test_without_its_manifest_it_is_no_backup(vault: Vault, folder: Path) -> None:
    (back_up(vault.store, at=AT).folder / "manifest.json").write_bytes(b"}")
    assert backups(folder) == ()


def test_a_backup_whose_copy_is_damaged_does_not_count(vault: Vault, folder: Path) -> None:
    (folder / "backups" / "2026-01-01T000000Z-daily").mkdir(parents=True)
    (folder / "backups" / ".unfinished-2026").mkdir()
    assert backups(folder) == ()
    back_up(vault.store, at=AT)
    assert len(list((folder / "backups").iterdir())) == 2  # the unfinished one is cleared away


def test_a_backup_is_found_in_its_own_folder_the_one_above_and_the_vaults(vault: Vault, folder: Path) -> None:
    backup = back_up(vault.store, at=AT)
    assert [backups_at(place) for place in (backup.folder, folder / "backups", folder)] == [(backup,)] * 3
    assert backups_at(folder.parent / "elsewhere") == ()


def test_a_damaged_store_makes_no_backup(vault: Vault, folder: Path) -> None:
    with vault.store.change(vault.user, "patients added", at=AT) as change:
        for n in range(40):
            change.save(patient(f"FAMILY{n}", mrn=f"{n:06}"))
    with vault.store.look() as look:
        page = look.connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_master WHERE name = 'patient'"
        ).scalar()
    vault.close()
    assert isinstance(page, int)
    damage(folder / "clinic.db", page)
    again = open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    with pytest.raises(DamagedDatabase):
        back_up(again.store, at=AT)
    again.close()
    assert backups(folder) == ()
    assert list((folder / "backups").iterdir()) == []


def test_a_copy_that_went_wrong_does_not_count(vault: Vault, tmp_path: Path) -> None:
    key = vault.store.door.data_key
    copy = Path(shutil.copy(back_up(vault.store, at=AT).folder / "clinic.db", tmp_path / "copy.db"))
    driver = connect_encrypted(copy, key, read_only=True)
    (page,) = driver.execute("SELECT rootpage FROM sqlite_master WHERE name = 'patient'").fetchone()
    driver.close()
    damage(copy, page)
    with pytest.raises(BackupFailed):
        _read_back(copy, source_of(vault))


def source_of(vault: Vault, must_stop: MustStop = lambda: False) -> _Source:
    return _Source(vault.store.door.folder, vault.store.vault_id, vault.store.door.data_key, must_stop)


@pytest.fixture(scope="module")
def closed(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With enough in it that a backup asks several times whether to stop."""
    folder = Path(shutil.copytree(template, tmp_path_factory.mktemp("large") / "clinic"))
    vault = open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    with vault.store.change(vault.user, "people imported", at=AT) as change:
        for n in range(PEOPLE):
            change.save(patient(f"FAMILY{n}", mrn=f"{n:06}"))
    vault.close()
    return folder


@pytest.fixture
def large(closed: Path, folder: Path) -> Iterator[Vault]:
    shutil.rmtree(folder)
    shutil.copytree(closed, folder)
    vault = open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    yield vault
    vault.close()


def test_a_save_during_a_backup_does_not_wait_for_its_end(large: Vault) -> None:
    saved: list[Patient] = []

    def save() -> None:
        with large.store.change(large.user, "patient added", at=AT) as change:
            saved.append(change.save(patient("LATE", mrn="999999")))

    def saves_and_goes_on() -> bool:
        """Runs in the middle of the copy, which goes on only when the save has been acknowledged."""
        if not saved:
            worker = threading.Thread(target=save)
            worker.start()
            worker.join(20)
            assert saved
        return False

    backup = _make(source_of(large, saves_and_goes_on), AT, "daily")
    assert backup.patients == PEOPLE
    assert large.store.head.seq == backup.seq + 1
    check_backup(backup, large.store.door.data_key)


def stop_at(question: int, asked: list[int]) -> bool:
    """Whether to stop, true from the n-th time on that it is asked."""
    asked.append(question)
    return len(asked) >= question


def test_wherever_a_backup_is_stopped_nothing_remains(large: Vault, folder: Path) -> None:
    asked: list[int] = []
    _make(source_of(large, partial(stop_at, 10**9, asked)), AT, "daily")
    shutil.rmtree(folder / "backups")
    assert len(asked) > 4
    for question in range(1, len(asked), len(asked) // 4):
        with pytest.raises(Stopped):
            _make(source_of(large, partial(stop_at, question, [])), AT, "daily")
        assert list((folder / "backups").iterdir()) == []
    assert verify(large.store).intact


def test_closing_stops_long_work_and_waits_for_it(store: Store) -> None:
    begun, order = threading.Event(), list[str]()

    def work() -> None:
        with store.long_work.turn() as must_stop:
            begun.set()
            while not must_stop():
                begun.wait()
            order.append("work ended")

    worker = threading.Thread(target=work)
    worker.start()
    begun.wait()
    store.close()
    order.append("closed")
    worker.join()
    assert order == ["work ended", "closed"]
    with pytest.raises(StoreClosed):
        back_up(store, at=AT)


def made(at: datetime, reason: str = "daily") -> Backup:
    return Backup(Path(f"{at:%Y-%m-%dT%H}{reason}"), uuid4(), at, reason, "0001", 1, "", {}, "")


def test_twelve_days_ten_weeks_and_nine_months_are_kept() -> None:
    every_day = [made(AT - timedelta(days=n)) for n in range(500)]
    spare = {b.made_at for b in set_of_spare(every_day, AT)}
    kept = sorted((b.made_at for b in every_day if b.made_at not in spare), reverse=True)
    assert kept[:12] == [AT - timedelta(days=n) for n in range(12)]
    assert 20 <= len(kept) <= 31
    assert (AT - kept[-1]).days in range(230, 280)
    gaps = [(a - b).days for a, b in pairwise(kept)]
    assert max(gaps) <= 31


def test_backups_before_a_risk_are_kept_apart() -> None:
    risky = [made(AT - timedelta(days=n), "before upgrade") for n in range(8)]
    assert len(set_of_spare(risky, AT)) == 3


def test_after_a_restore_nothing_is_thinned_out_for_two_weeks() -> None:
    every_day = [made(AT - timedelta(days=n)) for n in range(100)]
    restored = made(AT - timedelta(days=3), "before restore")
    assert set_of_spare([*every_day, restored], AT) == ()
    assert set_of_spare([*every_day, replace(restored, made_at=AT - timedelta(days=15))], AT)


def test_a_backup_of_a_store_on_a_server_is_not_ours(store: Store) -> None:
    assert store.folder is not None

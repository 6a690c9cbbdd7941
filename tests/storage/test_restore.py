"""Restore: from the unlock screen, by a person or the printed code, whole or not at all."""

import os
import shutil
import signal
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from mbb_desktop.clinical.block import Block
from mbb_desktop.storage import accounts, audit
from mbb_desktop.storage.backup import Backup, back_up, backups
from mbb_desktop.storage.engine import connect_encrypted
from mbb_desktop.storage.errors import (
    DamagedBackup,
    InUse,
    NotInBackup,
    TooManyTries,
    TooNew,
    WrongPassphrase,
    WrongRecoveryCode,
)
from mbb_desktop.storage.keys import open_as_person, people, read_keys
from mbb_desktop.storage.restore import compare, restore, restore_with_recovery
from mbb_desktop.storage.signed import verify
from mbb_desktop.storage.vault import Vault, create_vault, open_vault, open_with_recovery
from tests.storage.builders import (
    AT,
    CHEAP,
    CODE,
    NURSE,
    PASSPHRASE,
    PHYSICIAN,
    damage,
    saved_block,
    sign_note,
)

pytestmark = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # fork is what these need
LATER = AT + timedelta(hours=1)
OTHER = "tractor umbrella eleven"


@pytest.fixture(scope="module")
def with_a_backup(template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Block, Block]:
    folder = Path(shutil.copytree(template, tmp_path_factory.mktemp("saved") / "clinic"))
    vault = open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    early = saved_block(vault.store, vault.user)
    back_up(vault.store, at=AT)
    late = saved_block(vault.store, vault.user)
    vault.close()
    return folder, early, late


@pytest.fixture
def saved(with_a_backup: tuple[Path, Block, Block], folder: Path) -> tuple[Backup, Block, Block]:
    """A backup, the block that is in it, and the block that came after; the vault is closed."""
    done, early, late = with_a_backup
    shutil.rmtree(folder)
    shutil.copytree(done, folder)
    return backups(folder)[0], early, late


def enter(folder: Path, passphrase: str = PASSPHRASE) -> Vault:
    return open_vault(folder, PHYSICIAN.id, passphrase, at=LATER)


def has(vault: Vault, *blocks: Block) -> list[bool]:
    with vault.store.look() as look:
        return [look.find(Block, block.id) is not None for block in blocks]


def test_a_restored_backup_is_in_force_and_the_former_state_is_kept(
    folder: Path, saved: tuple[Backup, Block, Block]
) -> None:
    backup, early, late = saved
    restore(folder, backup, PHYSICIAN.id, PASSPHRASE, at=LATER)
    vault = enter(folder)
    assert vault.remarks == ()
    assert has(vault, early, late) == [True, False]
    assert verify(vault.store).intact
    with vault.store.look() as look:
        told = audit.recent(look.connection, limit=1)[0].detail
    assert b'"restored from":"2026-11-24T184000Z-daily"' in told
    vault.close()
    assert [b.reason for b in backups(folder)] == ["before restore", "daily"]
    restore(folder, backups(folder)[0], PHYSICIAN.id, PASSPHRASE, at=LATER + timedelta(hours=1))
    vault = enter(folder)
    assert has(vault, early, late) == [True, True]
    vault.close()


def test_a_journal_left_behind_does_not_mix_with_the_restored_file(
    folder: Path, saved: tuple[Backup, Block, Block]
) -> None:
    child = os.fork()
    if child == 0:  # a program that dies leaves its journal
        saved_block(enter(folder).store, PHYSICIAN)
        os._exit(0)
    os.waitpid(child, 0)
    assert (folder / "clinic.db-wal").stat().st_size > 0
    restore(folder, saved[0], PHYSICIAN.id, PASSPHRASE, at=LATER)
    vault = enter(folder)
    assert vault.remarks == ()
    assert verify(vault.store).intact
    vault.close()


def test_a_journal_that_nothing_can_open_does_not_mix_either(
    folder: Path, saved: tuple[Backup, Block, Block]
) -> None:
    backup, early, late = saved
    child = os.fork()
    if child == 0:
        saved_block(enter(folder).store, PHYSICIAN)
        os._exit(0)
    os.waitpid(child, 0)
    for path in folder.glob("keys.json*"):
        path.unlink()
    restore(folder, backup, PHYSICIAN.id, PASSPHRASE, at=LATER)
    vault = enter(folder)
    assert has(vault, early, late) == [True, False]
    assert verify(vault.store).intact
    vault.close()


def test_an_empty_folder_and_the_printed_code_are_enough(
    folder: Path, saved: tuple[Backup, Block, Block], tmp_path: Path
) -> None:
    backup, early, _ = saved
    elsewhere = tmp_path / "new computer" / "clinic"
    restore_with_recovery(elsewhere, backup, CODE, at=LATER)
    vault = open_with_recovery(elsewhere, CODE, PHYSICIAN.id, OTHER, at=LATER, cost=CHEAP)
    assert has(vault, early) == [True]
    assert verify(vault.store).intact
    vault.close()


def test_a_damaged_database_is_set_aside_and_replaced(
    folder: Path, saved: tuple[Backup, Block, Block]
) -> None:
    backup, early, _ = saved
    (folder / "clinic.db").write_bytes(b"rubbish")
    restore(folder, backup, PHYSICIAN.id, PASSPHRASE, at=LATER)
    vault = enter(folder)
    assert has(vault, early) == [True]
    vault.close()
    (aside,) = (folder / "backups").glob("*-as-found")
    assert (aside / "clinic.db").read_bytes() == b"rubbish"


@pytest.mark.parametrize("lost", ["keys.json", "clinic.db", "head.json"])
def test_lost_files_are_replaced(folder: Path, saved: tuple[Backup, Block, Block], lost: str) -> None:
    backup, early, _ = saved
    for path in folder.glob(f"{lost}*"):
        path.unlink()
    restore(folder, backup, PHYSICIAN.id, PASSPHRASE, at=LATER)
    vault = enter(folder)
    assert has(vault, early) == [True]
    assert verify(vault.store).intact
    vault.close()


def test_passphrases_of_now_stay_in_force(folder: Path, vault: Vault) -> None:
    backup = back_up(vault.store, at=AT)
    accounts.add_person(vault.store, NURSE, OTHER, by=vault.user, at=AT, cost=CHEAP)
    accounts.change_passphrase(vault.store, vault.user, PASSPHRASE, OTHER, at=AT, cost=CHEAP)
    vault.close()
    with pytest.raises(NotInBackup, match="they joined after it was made"):
        restore(folder, backup, NURSE.id, PASSPHRASE, at=LATER)
    found = compare(folder, backup, PHYSICIAN.id, OTHER, at=LATER)
    assert found.present is not None
    assert (found.present.accounts, found.backup.accounts) == (2, 1)
    restore(folder, backup, PHYSICIAN.id, OTHER, at=LATER)
    with pytest.raises(WrongPassphrase):
        enter(folder)
    enter(folder, OTHER).close()
    assert len(people(folder)) == 2


def test_the_passphrase_of_then_opens_a_backup_too(folder: Path, vault: Vault) -> None:
    backup = back_up(vault.store, at=AT)
    accounts.change_passphrase(vault.store, vault.user, PASSPHRASE, OTHER, at=AT, cost=CHEAP)
    vault.close()
    restore(folder, backup, PHYSICIAN.id, PASSPHRASE, at=LATER)
    vault = enter(folder)
    assert vault.remarks == ()
    vault.close()


def test_what_was_replaced_can_be_restored_again_whatever_opened_the_backup(
    folder: Path, vault: Vault
) -> None:
    backup = back_up(vault.store, at=AT)
    accounts.change_passphrase(vault.store, vault.user, PASSPHRASE, OTHER, at=AT, cost=CHEAP)
    later = saved_block(vault.store, vault.user)
    vault.close()
    restore(folder, backup, PHYSICIAN.id, PASSPHRASE, at=LATER)
    (before,) = [each for each in backups(folder) if each.reason == "before restore"]
    restore(folder, before, PHYSICIAN.id, OTHER, at=LATER + timedelta(minutes=1))
    vault = enter(folder, OTHER)
    assert has(vault, later) == [True]
    vault.close()


def test_a_signing_key_that_is_newer_than_the_backup_is_recorded_again(folder: Path, vault: Vault) -> None:
    backup = back_up(vault.store, at=AT)
    vault.close()
    open_with_recovery(folder, CODE, PHYSICIAN.id, OTHER, at=AT, cost=CHEAP).close()
    restore(folder, backup, PHYSICIAN.id, OTHER, at=LATER)
    vault = enter(folder, OTHER)
    sign_note(vault, saved_block(vault.store, vault.user))
    assert verify(vault.store).intact
    vault.close()


def test_a_wrong_passphrase_restores_nothing_and_counts(
    folder: Path, saved: tuple[Backup, Block, Block]
) -> None:
    for _ in range(5):
        with pytest.raises(WrongPassphrase):
            restore(folder, saved[0], PHYSICIAN.id, OTHER, at=LATER)
    with pytest.raises(TooManyTries):
        restore(folder, saved[0], PHYSICIAN.id, PASSPHRASE, at=LATER)
    with pytest.raises(TooManyTries):
        restore_with_recovery(folder, saved[0], CODE, at=LATER)


def test_a_wrong_code_restores_nothing(folder: Path, saved: tuple[Backup, Block, Block]) -> None:
    with pytest.raises(WrongRecoveryCode):
        restore_with_recovery(folder, saved[0], CODE[:-1], at=LATER)
    assert len(backups(folder)) == 1


def test_a_damaged_backup_restores_nothing(folder: Path, saved: tuple[Backup, Block, Block]) -> None:
    backup, early, late = saved
    damage(backup.folder / "clinic.db", 3)
    with pytest.raises(DamagedBackup):
        restore(folder, backup, PHYSICIAN.id, PASSPHRASE, at=LATER)
    vault = enter(folder)
    assert has(vault, early, late) == [True, True]
    vault.close()


def test_a_backup_of_a_newer_program_restores_nothing(
    folder: Path, saved: tuple[Backup, Block, Block]
) -> None:
    import hashlib
    import json

    backup, early, late = saved
    path = backup.folder / "clinic.db"
    key, _ = open_as_person(read_keys(folder), PHYSICIAN.id, PASSPHRASE)
    driver = connect_encrypted(path, key)
    driver.execute("UPDATE alembic_version SET version_num = '0099'")
    driver.execute("PRAGMA user_version = 99")
    driver.execute("PRAGMA journal_mode = DELETE")
    driver.close()
    manifest = json.loads((backup.folder / "manifest.json").read_text())
    manifest["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    (backup.folder / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(TooNew):
        restore(folder, backups(folder)[0], PHYSICIAN.id, PASSPHRASE, at=LATER)
    vault = enter(folder)
    assert has(vault, early, late) == [True, True]
    vault.close()


def test_an_open_vault_is_not_restored(folder: Path, saved: tuple[Backup, Block, Block]) -> None:
    vault = enter(folder)
    with pytest.raises(InUse):
        restore(folder, saved[0], PHYSICIAN.id, PASSPHRASE, at=LATER)
    vault.close()


def test_a_backup_of_another_vault_brings_its_own_keys(
    folder: Path, saved: tuple[Backup, Block, Block], tmp_path: Path
) -> None:
    other = create_vault(tmp_path / "other", PHYSICIAN, PASSPHRASE, CODE, at=AT, cost=CHEAP)
    backup = back_up(other.store, at=AT)
    other.close()
    restore(folder, backup, PHYSICIAN.id, PASSPHRASE, at=LATER)
    vault = enter(folder)
    assert vault.store.vault_id == other.store.vault_id
    assert verify(vault.store).intact
    vault.close()


_STEPS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}


def copy_at_each_step(folder: Path, backup: Backup, copies: Path) -> int:
    """The steps a restore takes; before each, its child copies the files as a kill would leave them."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        done, copying = [0], [False]

        def copy(event: str, args: tuple[Any, ...]) -> None:
            if event in _STEPS and str(folder) in str(args[0]) and not copying[0]:
                copying[0] = True
                done[0] += 1
                shutil.copytree(folder, copies / str(done[0]))
                copying[0] = False

        sys.addaudithook(copy)
        restore(folder, backup, PHYSICIAN.id, PASSPHRASE, at=LATER)
        os.write(writer, done[0].to_bytes(4, "big"))
        os._exit(0)
    os.close(writer)
    steps = int.from_bytes(os.read(reader, 4), "big")
    os.close(reader)
    return steps


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def restore_and_die(folder: Path, backup: Backup, step: int) -> None:
    """Restore in a child that is killed before its nth step on a file."""
    child = os.fork()
    if child == 0:
        done = [0]

        def kill_at(event: str, args: tuple[Any, ...]) -> None:
            if event in _STEPS and str(folder) in str(args[0]):
                done[0] += 1
                if done[0] == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(kill_at)
        restore(folder, backup, PHYSICIAN.id, PASSPHRASE, at=LATER)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.mark.parametrize("keys_are_new", [False, True])
def test_a_restore_killed_at_any_step_leaves_the_old_or_the_new(
    folder: Path, saved: tuple[Backup, Block, Block], tmp_path: Path, keys_are_new: bool
) -> None:
    backup, early, late = saved
    if keys_are_new:
        for path in folder.glob("keys.json*"):
            path.unlink()
    copies = tmp_path / "copies"
    steps = copy_at_each_step(Path(shutil.copytree(folder, tmp_path / "copied")), backup, copies)
    killed = {
        step: Path(shutil.copytree(folder, tmp_path / f"step{step}")) for step in (steps // 2, steps - 4)
    }
    for step, place in killed.items():
        restore_and_die(place, backup, step)
        assert files_in(place) == files_in(copies / str(step))
    seen = set()
    for step in sorted({*range(1, steps, 9), *range(steps - 14, steps + 1)}):
        place = killed.get(step, copies / str(step))
        if keys_are_new and not (place / "keys.json").exists():  # still the old one, which cannot open
            seen.add("old")
            if not (place / "restore.json").exists():
                continue
        vault = enter(place)
        found = has(vault, early, late)
        assert found in ([True, True], [True, False]), step
        assert verify(vault.store).intact
        assert vault.remarks == ()
        seen.add("old" if found[1] else "new")
        vault.close()
    assert seen == {"old", "new"}

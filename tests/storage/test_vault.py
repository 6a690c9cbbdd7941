"""Opening a vault: each thing that can be wrong has its own sentence, and nothing is lost by it."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.people import Clinic
from mbb_desktop.storage import audit
from mbb_desktop.storage.backup import last_backup
from mbb_desktop.storage.errors import (
    AlreadyThere,
    DamagedDatabase,
    DamagedKeys,
    DiskFull,
    InUse,
    MissingDatabase,
    NotAVault,
    NotLocal,
    ReadOnlyFolder,
    StoreUnavailable,
    TooManyTries,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
)
from mbb_desktop.storage.keys import Cost, read_keys
from mbb_desktop.storage.signed import verify
from mbb_desktop.storage.vault import Vault, create_vault, is_vault, open_vault
from tests.storage.builders import AT, CHEAP, CLINIC, CODE, PASSPHRASE, PHYSICIAN, patient, saved_block

pytestmark = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # fork is what these need


def enter(folder: Path, passphrase: str = PASSPHRASE) -> Vault:
    return open_vault(folder, PHYSICIAN.id, passphrase, at=AT, workstation="desk 1")


def files(folder: Path) -> dict[str, bytes]:
    """The content of every file of a closed vault."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_new_vault_has_its_first_person_and_its_clinic(folder: Path) -> None:
    vault = enter(folder)
    assert vault.user == replace(PHYSICIAN, version=1)
    assert vault.remarks == ()
    with vault.store.look() as look:
        assert look.get(Clinic, CLINIC.id) == replace(CLINIC, version=1)
        events = [event.event for _, event in audit.all_events(look.connection) if event]
    assert events == ["record store created", "first person added", "unlocked"]
    assert verify(vault.store).intact
    vault.close()


def test_a_vault_is_created_whole_or_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(WrongRecoveryCode):
        create_vault(tmp_path / "clinic", PHYSICIAN, PASSPHRASE, "not a code", at=AT, cost=CHEAP)
    with pytest.raises(WeakPassphrase):
        create_vault(tmp_path / "clinic", PHYSICIAN, "weak", CODE, at=AT, cost=CHEAP)
    with pytest.raises(KeyError):  # an error of the program in the midst of it
        create_vault(tmp_path / "clinic", PHYSICIAN, PASSPHRASE, CODE, at=AT, cost=CHEAP, clinic=object())  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_new_vault_is_open_at_once_and_can_be_reopened(tmp_path: Path) -> None:
    (tmp_path / "clinic").mkdir()
    vault = create_vault(tmp_path / "clinic", PHYSICIAN, PASSPHRASE, CODE, at=AT, cost=CHEAP)
    draft = saved_block(vault.store, vault.user)
    vault.close()
    vault = enter(tmp_path / "clinic")
    with vault.store.look() as look:
        assert look.get(Block, draft.id) == draft
    vault.close()
    assert not list(tmp_path.glob("*being-created*"))


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(AlreadyThere):
        create_vault(tmp_path, PHYSICIAN, PASSPHRASE, CODE, at=AT, cost=CHEAP)
    assert (tmp_path / "letter.txt").read_text() == "mine"


def test_a_synchronised_folder_gets_no_vault(tmp_path: Path) -> None:
    with pytest.raises(NotLocal):
        create_vault(tmp_path / "Dropbox" / "clinic", PHYSICIAN, PASSPHRASE, CODE, at=AT, cost=CHEAP)


def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(folder: Path) -> None:
    before = files(folder)
    with pytest.raises(WrongPassphrase):
        enter(folder, "tractor umbrella eleven")
    (folder / "attempts.json").unlink()
    assert files(folder) == before
    enter(folder).close()


def test_wrong_tries_are_told_after_the_right_one(folder: Path) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            enter(folder, "tractor umbrella eleven")
    vault = enter(folder)
    with vault.store.look() as look:
        assert b'"wrong tries before":3' in audit.recent(look.connection, limit=1)[0].detail
    vault.close()
    assert not (folder / "attempts.json").exists()


def test_after_ten_wrong_ones_the_right_one_works_when_the_wait_is_over(folder: Path) -> None:
    now = AT
    for _ in range(10):
        with pytest.raises(WrongPassphrase):
            open_vault(folder, PHYSICIAN.id, "tractor umbrella eleven", at=now)
        now += timedelta(seconds=60)
    with pytest.raises(TooManyTries) as refusal:
        open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=now - timedelta(seconds=59))
    assert refusal.value.wait_seconds == 31
    open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=now).close()


def test_an_empty_folder_is_no_vault(tmp_path: Path) -> None:
    assert not is_vault(tmp_path)
    with pytest.raises(NotAVault):
        enter(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_key_file_with_a_good_copy_heals(folder: Path) -> None:
    (folder / "keys.json").write_bytes(b"rubbish")
    enter(folder).close()
    assert read_keys(folder).slots[0].name == "A. Okafor"
    (folder / "keys.json.bak").unlink()
    enter(folder).close()


def test_a_damaged_key_file_without_a_copy_is_called_so(folder: Path) -> None:
    (folder / "keys.json").write_bytes(b"rubbish")
    (folder / "keys.json.bak").unlink()
    with pytest.raises(DamagedKeys):
        enter(folder)


def test_a_missing_database_is_called_so_and_not_created(folder: Path) -> None:
    (folder / "clinic.db").unlink()
    with pytest.raises(MissingDatabase):
        enter(folder)
    assert not (folder / "clinic.db").exists()


@pytest.mark.parametrize("content", [b"", b"rubbish", bytes(40960)])
def test_a_replaced_database_is_called_damaged(folder: Path, content: bytes) -> None:
    (folder / "clinic.db").write_bytes(content)
    with pytest.raises(DamagedDatabase):
        enter(folder)
    assert (folder / "clinic.db").read_bytes() == content


def test_the_database_of_another_vault_is_called_damaged(folder: Path, tmp_path: Path) -> None:
    create_vault(tmp_path / "other", PHYSICIAN, PASSPHRASE, CODE, at=AT, cost=CHEAP).close()
    shutil.copy(tmp_path / "other" / "clinic.db", folder / "clinic.db")
    with pytest.raises(DamagedDatabase):
        enter(folder)


def test_a_vault_that_is_open_is_not_opened_again(vault: Vault, folder: Path) -> None:
    with pytest.raises(InUse):
        enter(folder)
    with vault.store.change(vault.user, "goes on", at=AT) as change:
        change.save(patient())


def test_another_program_is_told_that_the_vault_is_in_use(vault: Vault, folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.storage.builders import *;"
        "from mbb_desktop.storage.errors import *; from mbb_desktop.storage.vault import open_vault\n"
        "try: open_vault(Path(sys.argv[1]), UUID(sys.argv[2]), PASSPHRASE, at=AT)\n"
        "except InUse as refusal: print(refusal.sentence)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(folder), str(PHYSICIAN.id)],
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert ran.stdout.strip() == InUse.sentence
    assert verify(vault.store).intact


def test_lost_entries_are_noticed(vault: Vault, folder: Path, tmp_path: Path) -> None:
    vault.close()
    shutil.copytree(folder, tmp_path / "early")
    vault = enter(folder)
    for _ in range(2):
        vault.store.note(vault.user, "chart opened", at=AT)
    vault.close()
    shutil.copy(tmp_path / "early" / "clinic.db", folder / "clinic.db")
    again = enter(folder)
    assert again.remarks[0].startswith("3 newer entries of the record are missing.")
    again.close()
    assert enter(folder).remarks == ()


def test_a_lost_journal_is_noticed(folder: Path) -> None:
    """A copy of the main file alone, taken while the program ran, lacks what was in the journal."""
    child = os.fork()
    if child == 0:
        vault = enter(folder)
        saved_block(vault.store, vault.user)
        os._exit(0)
    os.waitpid(child, 0)
    (folder / "clinic.db-wal").unlink()
    vault = enter(folder)
    assert "2 newer entries" in vault.remarks[0]
    vault.close()


def test_another_history_of_the_same_length_is_noticed(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "twin")
    for place, event in ((folder, "chart opened"), (tmp_path / "twin", "paper printed")):
        vault = enter(place)
        vault.store.note(vault.user, event, at=AT)
        vault.close()
    shutil.copy(tmp_path / "twin" / "clinic.db", folder / "clinic.db")
    vault = enter(folder)
    assert vault.remarks == ("The record differs from the one that was last open here. Check the record.",)
    vault.close()


@pytest.mark.parametrize("content", [None, b"", b"rubbish", b'{"seq": 99}'])
def test_a_lost_note_of_the_newest_entry_raises_no_false_alarm(folder: Path, content: bytes | None) -> None:
    if content is None:
        (folder / "head.json").unlink()
    else:
        (folder / "head.json").write_bytes(content)
    vault = enter(folder)
    assert vault.remarks == ()
    vault.close()


def test_a_costlier_guess_is_adopted_at_the_next_login(folder: Path) -> None:
    dearer = Cost(128, 2, 1)
    open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT, cost=dearer).close()
    assert read_keys(folder).of(PHYSICIAN.id).cost == dearer
    enter(folder).close()


def test_after_a_failed_opening_nothing_holds_the_vault(folder: Path) -> None:
    (folder / "clinic.db").rename(folder / "aside.db")
    with pytest.raises(MissingDatabase):
        enter(folder)
    (folder / "aside.db").rename(folder / "clinic.db")
    enter(folder).close()


def test_closing_leaves_one_file_of_the_database(folder: Path) -> None:
    vault = enter(folder)
    saved_block(vault.store, vault.user)
    vault.close()
    assert [p.name for p in folder.glob("clinic.db*")] == ["clinic.db"]
    assert last_backup(folder) is None


def mounted(place: Path, *options: str) -> None:
    """A small file system of its own, or a skipped test where none may be mounted."""
    place.mkdir(exist_ok=True)
    ran = subprocess.run(["mount", "-t", "tmpfs", *options, "tmpfs", str(place)], capture_output=True)
    if ran.returncode:
        pytest.skip("a file system cannot be mounted here")


def test_a_folder_that_cannot_be_written_is_called_so(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "small"
    mounted(place, "-o", "size=8m")
    try:
        shutil.copytree(folder, place / "clinic")
        before = files(place / "clinic")
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        with pytest.raises(ReadOnlyFolder):
            enter(place / "clinic")
        assert files(place / "clinic") == before
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_on_a_full_disk_nothing_saved_is_lost_and_reading_goes_on(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "small"
    mounted(place, "-o", "size=2m")
    try:
        shutil.copytree(folder, place / "clinic")
        (place / "ballast").write_bytes(bytes(300_000))
        vault = enter(place / "clinic")
        kept: list[Block] = []
        with pytest.raises(DiskFull):
            save_until_full(vault, kept)
        assert kept
        assert_kept(vault, kept)
        vault.close()
        vault = enter(place / "clinic")  # opens on the full disk; when not even that can be told, it says so
        assert set(vault.remarks) <= {DiskFull.sentence}
        assert_kept(vault, kept)
        (place / "ballast").unlink()
        kept.append(saved_block(vault.store, vault.user))
        assert_kept(vault, kept)
        vault.close()
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def save_until_full(vault: Vault, kept: list[Block]) -> None:
    for _ in range(2_000):
        kept.append(saved_block(vault.store, vault.user))


def assert_kept(vault: Vault, blocks: list[Block]) -> None:
    with vault.store.look() as look:
        assert look.many(Block, [block.id for block in blocks]) == tuple(blocks)
        assert look.find(User, vault.user.id) == vault.user
    assert verify(vault.store).intact


def test_every_error_has_a_sentence_that_tells_what_to_do() -> None:
    def kinds(kind: type[StoreUnavailable]) -> list[type[StoreUnavailable]]:
        return [kind, *(below for sub in kind.__subclasses__() for below in kinds(sub))]

    sentences = [kind.sentence for kind in kinds(StoreUnavailable)]
    assert all(sentence.endswith(".") and sentence.count(".") >= 1 for sentence in sentences)

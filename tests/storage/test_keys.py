"""Key slots: the right passphrase opens, a wrong one says so, damage says something else."""

import json
import os
from dataclasses import replace
from pathlib import Path
from threading import Thread
from uuid import uuid4

import pytest

from mbb_desktop.storage import keys
from mbb_desktop.storage.errors import DamagedKeys, NoAccount, NotAVault, WrongPassphrase, WrongRecoveryCode
from mbb_desktop.storage.keys import (
    STANDARD,
    Cost,
    KeyFile,
    SigningKey,
    Slot,
    measured_cost,
    open_as_person,
    open_with_code,
    people,
    public_id,
    read_keys,
    seal_for_person,
    seal_for_recovery,
    signature_is_good,
    write_keys,
)
from mbb_desktop.storage.recovery_code import new_recovery_code
from tests.storage.builders import CHEAP, CODE, NURSE, PASSPHRASE, PHYSICIAN

VAULT = uuid4()
DATA_KEY = os.urandom(32)
SIGNING = SigningKey.new()
SLOT = seal_for_person(VAULT, PHYSICIAN, PASSPHRASE, DATA_KEY, SIGNING, CHEAP)
NURSES = seal_for_person(VAULT, NURSE, PASSPHRASE, DATA_KEY, SigningKey.new(), CHEAP)
FILE = KeyFile(VAULT, (SLOT, NURSES, seal_for_recovery(VAULT, CODE, DATA_KEY, CHEAP)))


def test_the_passphrase_gives_the_data_key_and_the_own_signing_key() -> None:
    data_key, signing = open_as_person(FILE, PHYSICIAN.id, PASSPHRASE)
    assert data_key == DATA_KEY
    assert signing.public_bytes == SIGNING.public_bytes
    assert signature_is_good(SIGNING.public_bytes, signing.sign(b"text"), b"text")


def test_a_passphrase_is_the_same_from_every_keyboard() -> None:
    slot = seal_for_person(VAULT, PHYSICIAN, "caf\u00e9 au lait \ufb01ne", DATA_KEY, SIGNING, CHEAP)
    typed_apart = "cafe\u0301 au lait fine"
    assert open_as_person(KeyFile(VAULT, (slot,)), PHYSICIAN.id, typed_apart)[0] == DATA_KEY


def test_two_people_who_unlock_at_once_do_not_block_each_other() -> None:
    """OpenSSL's own threads would: most often within the first tens of tries, and for ever."""
    lanes = seal_for_person(VAULT, PHYSICIAN, PASSPHRASE, DATA_KEY, SIGNING, Cost(1024, 1, 4))
    file = KeyFile(VAULT, (lanes,))

    def unlock() -> None:
        for _ in range(100):
            open_as_person(file, PHYSICIAN.id, PASSPHRASE)

    both = [Thread(target=unlock, daemon=True) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join(20)
    assert not any(each.is_alive() for each in both)


@pytest.mark.parametrize("wrong", ["", "violet otter ladder brin", PASSPHRASE + " ", PASSPHRASE.upper()])
def test_a_wrong_passphrase_is_called_wrong(wrong: str) -> None:
    with pytest.raises(WrongPassphrase):
        open_as_person(FILE, PHYSICIAN.id, wrong)


def test_somebody_without_a_slot_has_no_access() -> None:
    with pytest.raises(NoAccount):
        open_as_person(FILE.without(NURSE.id), NURSE.id, PASSPHRASE)


def test_the_code_gives_the_data_key_however_it_is_typed() -> None:
    assert open_with_code(FILE, CODE) == DATA_KEY
    assert (
        open_with_code(FILE, CODE.lower().replace("-", " ").replace("0", "o").replace("1", "l")) == DATA_KEY
    )


@pytest.mark.parametrize(
    "typed",
    ["", CODE[:-1], CODE[1:], new_recovery_code(), PASSPHRASE],
    ids=["none", "cut at the end", "cut at the start", "another", "a passphrase"],
)
def test_another_code_is_called_wrong(typed: str) -> None:
    with pytest.raises(WrongRecoveryCode):
        open_with_code(FILE, typed)


@pytest.mark.parametrize(
    "changes",
    [
        {"user": str(NURSE.id)},
        {"id": NURSES.id},
        {"kind": "recovery"},
        {"cost": replace(CHEAP, passes=2)},
        {"salt": NURSES.salt},
        {"public": NURSES.public},
        {"sealed": NURSES.sealed, "nonce": NURSES.nonce},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_slot_that_was_moved_or_edited_does_not_open(changes: dict[str, object]) -> None:
    moved = replace(SLOT, **changes)  # type: ignore[arg-type]
    with pytest.raises(WrongPassphrase):
        keys._unseal(VAULT, moved, PASSPHRASE)


def test_a_slot_does_not_open_in_another_vault() -> None:
    with pytest.raises(WrongPassphrase):
        open_as_person(replace(FILE, vault_id=uuid4()), PHYSICIAN.id, PASSPHRASE)


def test_a_written_key_file_is_read_back(tmp_path: Path) -> None:
    write_keys(tmp_path, FILE)
    assert read_keys(tmp_path) == FILE
    assert [person.name for person in people(tmp_path)] == ["A. Okafor", "M. Diaz"]
    assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600


def test_no_secret_lies_open_in_the_key_file(tmp_path: Path) -> None:
    write_keys(tmp_path, FILE)
    content = (tmp_path / "keys.json").read_text()
    for secret in (DATA_KEY, SIGNING.private_bytes()):
        assert secret.hex() not in content


@pytest.mark.parametrize("bit", range(0, 2_400, 97))
def test_a_damaged_key_file_is_called_damaged_not_wrong(tmp_path: Path, bit: int) -> None:
    write_keys(tmp_path, FILE)
    (tmp_path / "keys.json.bak").unlink()
    content = bytearray((tmp_path / "keys.json").read_bytes())
    content[bit // 8 % len(content)] ^= 1 << bit % 8
    (tmp_path / "keys.json").write_bytes(content)
    with pytest.raises(DamagedKeys):
        read_keys(tmp_path)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"null", b"\xff\xfe", b'{"check": 1}', b"[" * 100_000]
)
def test_rubbish_is_called_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "keys.json").write_bytes(content)
    with pytest.raises(DamagedKeys):
        read_keys(tmp_path)


def test_the_copy_helps_when_the_key_file_is_damaged(tmp_path: Path) -> None:
    write_keys(tmp_path, FILE)
    (tmp_path / "keys.json").write_bytes(b"rubbish")
    assert read_keys(tmp_path) == FILE
    write_keys(tmp_path, FILE.without(NURSE.id))  # a damaged file never becomes the copy
    (tmp_path / "keys.json").unlink()
    assert read_keys(tmp_path) == FILE.without(NURSE.id)


def test_what_must_not_open_any_more_is_in_neither_copy(tmp_path: Path) -> None:
    write_keys(tmp_path, FILE)
    write_keys(tmp_path, FILE.without(NURSE.id), forget_former=True)
    for path in tmp_path.iterdir():
        assert str(NURSE.id) not in path.read_text()


def test_a_folder_without_keys_and_database_is_no_vault(tmp_path: Path) -> None:
    with pytest.raises(NotAVault):
        read_keys(tmp_path)
    (tmp_path / "clinic.db").touch()
    with pytest.raises(DamagedKeys):
        read_keys(tmp_path)


def test_a_slot_that_would_take_all_memory_is_not_tried(tmp_path: Path) -> None:
    greedy = replace(SLOT, cost=replace(CHEAP, memory_kib=1 << 30))
    write_keys(tmp_path, KeyFile(VAULT, (greedy,)))
    with pytest.raises(DamagedKeys):
        read_keys(tmp_path)


def test_a_key_file_of_another_format_is_not_guessed_at(tmp_path: Path) -> None:
    body = json.loads(keys.key_file_bytes(FILE))
    body |= {"format": 2}
    del body["check"]
    (tmp_path / "keys.json").write_text(json.dumps({**body, "check": keys._check(body)}))
    with pytest.raises(DamagedKeys):
        read_keys(tmp_path)


def test_signatures_of_others_and_rubbish_are_bad() -> None:
    good = SIGNING.sign(b"text")
    assert not signature_is_good(SigningKey.new().public_bytes, good, b"text")
    assert not signature_is_good(SIGNING.public_bytes, good, b"texT")
    assert not signature_is_good(SIGNING.public_bytes, b"", b"text")
    assert not signature_is_good(b"short", good, b"text")
    assert SIGNING.public_id == public_id(SIGNING.public_bytes)


def test_the_measured_cost_is_never_below_the_standard() -> None:
    cost = measured_cost()
    assert cost.memory_kib >= STANDARD.memory_kib
    assert (cost.passes, cost.lanes) == (STANDARD.passes, STANDARD.lanes)


def test_one_slot_per_person_and_one_for_recovery() -> None:
    again = FILE.put(replace(SLOT, name="new")).put(seal_for_recovery(VAULT, CODE, DATA_KEY, CHEAP))
    assert sorted((slot.kind, slot.user) for slot in again.slots) == sorted(
        (s.kind, s.user) for s in FILE.slots
    )
    assert isinstance(again.of(PHYSICIAN.id), Slot)

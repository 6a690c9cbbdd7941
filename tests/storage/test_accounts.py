"""Access: added, changed, taken away, recovered; each audited, and the old way in is closed."""

from dataclasses import replace
from pathlib import Path

import pytest

from mbb_desktop.storage import accounts, audit
from mbb_desktop.storage.errors import (
    NoAccount,
    StoreUnavailable,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
)
from mbb_desktop.storage.keys import people, public_id, signature_is_good
from mbb_desktop.storage.recovery_code import new_recovery_code
from mbb_desktop.storage.signed import verify
from mbb_desktop.storage.vault import Vault, open_vault, open_with_recovery
from tests.storage.builders import AT, CHEAP, CODE, NURSE, PASSPHRASE, PHYSICIAN, saved_block, sign_note

OTHER = "tractor umbrella eleven"


def newest(vault: Vault) -> str:
    with vault.store.look() as look:
        return audit.recent(look.connection, limit=1)[0].event


def test_an_added_person_comes_in_with_an_own_signing_key(vault: Vault, folder: Path) -> None:
    accounts.add_person(vault.store, NURSE, OTHER, by=vault.user, at=AT, cost=CHEAP)
    assert newest(vault) == "person added"
    vault.close()
    assert [person.name for person in people(folder)] == ["A. Okafor", "M. Diaz"]
    nurse = open_vault(folder, NURSE.id, OTHER, at=AT)
    assert nurse.user == replace(NURSE, version=1)
    assert nurse.signing_key.public_bytes != vault.signing_key.public_bytes
    with nurse.store.look() as look:
        assert accounts.is_recorded(look, public_id(nurse.signing_key.public_bytes))
    nurse.close()


def test_a_changed_passphrase_closes_the_old_way_and_keeps_the_signing_key(
    vault: Vault, folder: Path
) -> None:
    accounts.change_passphrase(vault.store, vault.user, PASSPHRASE, OTHER, at=AT, cost=CHEAP)
    vault.close()
    with pytest.raises(WrongPassphrase):
        open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    (folder / "keys.json").unlink()  # the copy does not open with it either
    with pytest.raises(WrongPassphrase):
        open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    again = open_vault(folder, PHYSICIAN.id, OTHER, at=AT)
    assert again.signing_key.public_bytes == vault.signing_key.public_bytes
    again.close()


def test_a_wrong_old_passphrase_changes_nothing(vault: Vault, folder: Path) -> None:
    before = (folder / "keys.json").read_bytes(), vault.store.head
    with pytest.raises(WrongPassphrase):
        accounts.change_passphrase(vault.store, vault.user, OTHER, OTHER, at=AT, cost=CHEAP)
    assert ((folder / "keys.json").read_bytes(), vault.store.head) == before


@pytest.mark.parametrize("weak", ["short", "passwordpassword1", "okafor okafor okafor"])
def test_a_weak_passphrase_is_refused_with_the_reason(vault: Vault, weak: str) -> None:
    with pytest.raises(WeakPassphrase) as refusal:
        accounts.change_passphrase(vault.store, vault.user, PASSPHRASE, weak, at=AT, cost=CHEAP)
    assert refusal.value.sentence


def test_a_removed_person_stays_out(vault: Vault, folder: Path) -> None:
    nurse = accounts.add_person(vault.store, NURSE, OTHER, by=vault.user, at=AT, cost=CHEAP)
    assert accounts.remove_person(vault.store, nurse, by=vault.user, at=AT).active is False
    vault.close()
    with pytest.raises(NoAccount):
        open_vault(folder, NURSE.id, OTHER, at=AT)
    (folder / "keys.json").unlink()
    with pytest.raises(NoAccount):
        open_vault(folder, NURSE.id, OTHER, at=AT)


def test_an_inactive_person_with_a_slot_stays_out(vault: Vault, folder: Path) -> None:
    nurse = accounts.add_person(vault.store, NURSE, OTHER, by=vault.user, at=AT, cost=CHEAP)
    with vault.store.change(vault.user, "user changed", at=AT) as change:
        change.save(replace(nurse, active=False))
    vault.close()
    with pytest.raises(NoAccount):
        open_vault(folder, NURSE.id, OTHER, at=AT)
    open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT).close()  # and does not hold the door


def test_recovery_forces_a_new_passphrase_and_a_new_signing_key(vault: Vault, folder: Path) -> None:
    note = sign_note(vault, saved_block(vault.store, vault.user))
    vault.close()
    again = open_with_recovery(folder, CODE, PHYSICIAN.id, OTHER, at=AT, cost=CHEAP)
    assert again.signing_key.public_bytes != vault.signing_key.public_bytes
    report = verify(again.store)
    assert (report.faults, report.documents) == ((), 1)  # what was signed with the former key stays good
    with again.store.look() as look:
        keys = (vault.signing_key.public_bytes, again.signing_key.public_bytes)
        assert all(accounts.is_recorded(look, public_id(key)) for key in keys)
        events = [event.event for event in audit.recent(look.connection, limit=2)]
    assert signature_is_good(keys[0], note.signature, b"") is False
    assert events == ["unlocked", "new passphrase by recovery code"]
    again.close()
    with pytest.raises(WrongPassphrase):
        open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    open_vault(folder, PHYSICIAN.id, OTHER, at=AT).close()


@pytest.mark.parametrize("code", ["", new_recovery_code(), CODE[:-1]], ids=["none", "another", "cut"])
def test_a_wrong_code_changes_nothing(folder: Path, code: str) -> None:
    before = (folder / "keys.json").read_bytes()
    with pytest.raises(WrongRecoveryCode):
        open_with_recovery(folder, code, PHYSICIAN.id, OTHER, at=AT, cost=CHEAP)
    assert (folder / "keys.json").read_bytes() == before


def test_recovery_with_a_weak_passphrase_changes_nothing(folder: Path) -> None:
    before = (folder / "keys.json").read_bytes()
    with pytest.raises(WeakPassphrase):
        open_with_recovery(folder, CODE, PHYSICIAN.id, "weak", at=AT, cost=CHEAP)
    assert (folder / "keys.json").read_bytes() == before
    open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT).close()


def test_a_replaced_recovery_code_opens_nothing_any_more(vault: Vault, folder: Path) -> None:
    code = new_recovery_code()
    accounts.replace_recovery_code(vault.store, code, by=vault.user, at=AT, cost=CHEAP)
    vault.close()
    with pytest.raises(WrongRecoveryCode):
        open_with_recovery(folder, CODE, PHYSICIAN.id, OTHER, at=AT, cost=CHEAP)
    open_with_recovery(folder, code, PHYSICIAN.id, OTHER, at=AT, cost=CHEAP).close()


def test_a_forgotten_passphrase_is_reset_by_somebody_else(vault: Vault, folder: Path) -> None:
    nurse = accounts.add_person(vault.store, NURSE, OTHER, by=vault.user, at=AT, cost=CHEAP)
    accounts.reset_passphrase(vault.store, nurse, OTHER + " again", by=vault.user, at=AT, cost=CHEAP)
    vault.close()
    with pytest.raises(WrongPassphrase):
        open_vault(folder, NURSE.id, OTHER, at=AT)
    again = open_vault(folder, NURSE.id, OTHER + " again", at=AT)
    assert verify(again.store).intact
    again.close()


def test_a_new_name_is_shown_at_the_next_unlock(vault: Vault, folder: Path) -> None:
    with vault.store.change(vault.user, "user changed", at=AT) as change:
        change.save(replace(vault.user, name="A. Okafor-Reyes"))
    vault.close()
    open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT).close()
    assert [person.name for person in people(folder)] == ["A. Okafor-Reyes"]


def test_a_pin_is_checked_and_replaced(vault: Vault) -> None:
    store = vault.store
    with store.look() as look:
        assert not accounts.has_pin(look, vault.user.id)
        assert not accounts.check_pin(look, vault.user.id, "")
    for pin in ("4821", "77310465"):
        accounts.set_pin(store, vault.user, pin, at=AT, cost=CHEAP)
        with store.look() as look:
            assert accounts.has_pin(look, vault.user.id)
            assert accounts.check_pin(look, vault.user.id, pin)
            assert not accounts.check_pin(look, vault.user.id, "4822")
    assert newest(vault) == "PIN set"


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "\uff11\uff12\uff13\uff14"])
def test_what_is_no_pin_is_refused(vault: Vault, pin: str) -> None:
    with pytest.raises(ValueError, match="4 to 8"):
        accounts.set_pin(vault.store, vault.user, pin, at=AT, cost=CHEAP)


def test_every_refusal_is_a_sentence_without_secrets() -> None:
    for kind in (WrongPassphrase, WrongRecoveryCode, NoAccount):
        sentence = kind().sentence
        assert sentence.endswith(".")
        assert issubclass(kind, StoreUnavailable)

"""Access that others hold: given anew, ended, and never from an unattended screen."""

import pytest

from mbb_desktop.storage.errors import TooManyTries, WrongPassphrase
from mbb_desktop.storage.keys import open_as_person, read_keys
from mbb_desktop.storage.recovery_code import new_recovery_code
from mbb_desktop.workflow.keep_clinic import (
    colleagues,
    give_new_passphrase,
    remove_user,
    replace_recovery_code,
)
from mbb_desktop.workflow.signing import set_own_pin
from tests.workflow.conftest import PASSPHRASE, PEOPLE, Desks

FRESH = "gravel lantern oyster violin"
WRONG = "not the passphrase at all"


def test_a_new_passphrase_for_somebody_needs_the_administrators_own(desks: Desks) -> None:
    nurse = next(u for u in colleagues(desks.of("administrator")) if u.id == PEOPLE["nurse"].id)
    with pytest.raises(WrongPassphrase):
        give_new_passphrase(desks.of("administrator"), nurse, FRESH, WRONG)
    give_new_passphrase(desks.of("administrator"), nurse, FRESH, PASSPHRASE)
    keys = read_keys(desks.vault.store.door.folder)
    assert open_as_person(keys, nurse.id, FRESH)[0] == desks.vault.store.door.data_key


def test_nobody_whose_access_has_ended_gets_a_key_again_that_way(desks: Desks) -> None:
    nurse = next(u for u in colleagues(desks.of("administrator")) if u.id == PEOPLE["nurse"].id)
    remove_user(desks.of("administrator"), nurse)
    with pytest.raises(ValueError, match="has ended"):
        give_new_passphrase(desks.of("administrator"), nurse, FRESH, PASSPHRASE)


def test_guessing_a_passphrase_has_to_wait_wherever_it_is_asked(desks: Desks) -> None:
    for _ in range(5):
        with pytest.raises(WrongPassphrase):
            set_own_pin(desks.of("physician"), WRONG, "8265")
    with pytest.raises(TooManyTries):
        set_own_pin(desks.of("physician"), PASSPHRASE, "8265")
    with pytest.raises(TooManyTries):
        replace_recovery_code(desks.of("physician"), new_recovery_code(), PASSPHRASE)

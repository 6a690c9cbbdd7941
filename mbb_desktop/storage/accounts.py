"""Who has access to the store: passphrases, recovery code, signing keys and PINs; each change is audited."""

import os
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from mbb_desktop.clinical.access import User
from mbb_desktop.storage.attempts import begin_attempt, forget_attempts
from mbb_desktop.storage.clinic_tables import USER_SECRET
from mbb_desktop.storage.errors import WeakPassphrase
from mbb_desktop.storage.keys import (
    STANDARD,
    Cost,
    KeyFile,
    SigningKey,
    open_as_person,
    public_id,
    read_keys,
    seal_for_person,
    seal_for_recovery,
    write_keys,
)
from mbb_desktop.storage.passphrase import passphrase_problem
from mbb_desktop.storage.store import Change, Look, Store
from mbb_desktop.storage.tables import SIGNING_KEY

_PIN_COST = Cost(19 * 1024, 2, 1)  # the PIN lies inside the encrypted database and never wraps a key


def record_key(change: Change, user_id: UUID, public: bytes) -> None:
    """Make a public signing key known, in the audited change; signatures of unknown keys count as bad."""
    key_id = public_id(public)
    row = {"key_id": key_id, "user_id": user_id, "public": public, "recorded_at": change.at}
    change.connection.execute(SIGNING_KEY.insert(), row)
    change.tell(signing_key={"key_id": key_id, "user_id": user_id, "public": public})


def is_recorded(look: Look, key_id: bytes) -> bool:
    """Whether a public signing key is known."""
    found = sa.select(SIGNING_KEY.c.user_id).where(SIGNING_KEY.c.key_id == key_id)
    return look.connection.execute(found).first() is not None


def slots_with_present_names(store: Store, keys: KeyFile) -> KeyFile:
    """The key file with the names that people have now, for the unlock screen."""
    with store.look() as look:
        names = {str(user.id): user.name for user in look.all(User)}
    return replace(keys, slots=tuple(replace(s, name=names.get(s.user, s.name)) for s in keys.slots))


def add_person(  # noqa: PLR0913  what access takes
    store: Store,
    user: User,
    passphrase: str,
    *,
    by: User,
    at: datetime,
    cost: Cost = STANDARD,
    workstation: str = "",
) -> User:
    """Add a person with access, or give access to one who has none; returns the saved user."""
    _check(passphrase, user)
    signing = SigningKey.new()
    with store.change(by, "person added", at=at, workstation=workstation) as change:
        saved = change.save(user)
        record_key(change, user.id, signing.public_bytes)
    _put_person(store, saved, passphrase, signing, cost)
    return saved


def check_passphrase(store: Store, user: User, passphrase: str, *, at: datetime) -> SigningKey:
    """The person's signing key, when the passphrase is right.

    Raises WrongPassphrase, NoAccount, or TooManyTries: the wait grows as at the unlock screen.
    """
    folder = store.door.folder
    begin_attempt(folder, at)
    signing = open_as_person(read_keys(folder), user.id, passphrase)[1]
    forget_attempts(folder)
    return signing


def change_passphrase(  # noqa: PLR0913  what access takes
    store: Store,
    user: User,
    old: str,
    new: str,
    *,
    at: datetime,
    cost: Cost = STANDARD,
    workstation: str = "",
) -> None:
    """Replace the person's own passphrase; the signing key stays. Raises WrongPassphrase for `old`."""
    _check(new, user)
    signing = check_passphrase(store, user, old, at=at)
    store.note(user, "passphrase changed", at=at, workstation=workstation)
    _put_person(store, user, new, signing, cost)


def reset_passphrase(  # noqa: PLR0913  what access takes
    store: Store,
    user: User,
    new: str,
    *,
    by: User,
    at: datetime,
    cost: Cost = STANDARD,
    workstation: str = "",
) -> None:
    """Give somebody who forgot the passphrase a new one, and with it a new signing key."""
    _check(new, user)
    signing = SigningKey.new()
    with store.change(by, "passphrase reset", at=at, workstation=workstation) as change:
        record_key(change, user.id, signing.public_bytes)
        change.tell(person=user.id)
    _put_person(store, user, new, signing, cost)


def remove_person(store: Store, user: User, *, by: User, at: datetime, workstation: str = "") -> User:
    """Take away access: the slot is deleted in both copies of the key file, the account stays as inactive."""
    with store.change(by, "person removed", at=at, workstation=workstation) as change:
        saved = change.save(replace(user, active=False))
    folder = store.door.folder
    write_keys(folder, read_keys(folder).without(user.id), forget_former=True)
    return saved


def replace_recovery_code(  # noqa: PLR0913  what access takes
    store: Store, code: str, *, by: User, at: datetime, cost: Cost = STANDARD, workstation: str = ""
) -> None:
    """Put a new recovery code in force, after it was typed back; the former one opens nothing any more."""
    store.note(by, "recovery code replaced", at=at, workstation=workstation)
    door = store.door
    slot = seal_for_recovery(store.vault_id, code, door.data_key, cost)
    write_keys(door.folder, read_keys(door.folder).put(slot), forget_former=True)


def set_pin(  # noqa: PLR0913  what access takes
    store: Store, user: User, pin: str, *, at: datetime, workstation: str = "", cost: Cost = _PIN_COST
) -> None:
    """Set the person's PIN of 4 to 8 digits; raises ValueError for anything else."""
    if not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 8):
        raise ValueError("a PIN has 4 to 8 digits")
    kdf = Argon2id(
        salt=os.urandom(16),
        length=32,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    kept = kdf.derive_phc_encoded(pin.encode())
    with store.change(user, "PIN set", at=at, workstation=workstation) as change:
        change.connection.execute(USER_SECRET.delete().where(USER_SECRET.c.user_id == user.id))
        change.connection.execute(USER_SECRET.insert(), {"user_id": user.id, "pin": kept})


def check_pin(look: Look, user_id: UUID, pin: str) -> bool:
    """Whether the PIN is right; False when the person has none."""
    kept = _kept_pin(look, user_id)
    if kept is None:
        return False
    try:
        Argon2id.verify_phc_encoded(pin.encode(), kept)
    except InvalidKey:
        return False
    return True


def has_pin(look: Look, user_id: UUID) -> bool:
    return _kept_pin(look, user_id) is not None


def _kept_pin(look: Look, user_id: UUID) -> str | None:
    return look.connection.execute(
        sa.select(USER_SECRET.c.pin).where(USER_SECRET.c.user_id == user_id)
    ).scalar()


def _check(passphrase: str, user: User) -> None:
    if problem := passphrase_problem(passphrase, (user.name,)):
        raise WeakPassphrase(problem)


def _put_person(store: Store, user: User, passphrase: str, signing: SigningKey, cost: Cost) -> None:
    door = store.door
    slot = seal_for_person(store.vault_id, user, passphrase, door.data_key, signing, cost)
    write_keys(door.folder, read_keys(door.folder).put(slot), forget_former=True)

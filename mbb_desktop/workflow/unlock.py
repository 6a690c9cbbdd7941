"""Ways into a vault. Importing this loads no database library, so that the unlock window comes first."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from mbb_desktop import __version__
from mbb_desktop.clinical.people import Clinic, Paper

if TYPE_CHECKING:
    from mbb_desktop.storage.backup import Backup
    from mbb_desktop.storage.keys import Cost
    from mbb_desktop.storage.restore import Compared
    from mbb_desktop.storage.vault import Vault

_IMPORTED_AHEAD = (
    "mbb_desktop.storage.vault",
    "mbb_desktop.workflow.today",
    "mbb_desktop.workflow.keep_clinic",
    "mbb_desktop.workflow.issue_letter",
    "mbb_desktop.ui.frame",
    "mbb_desktop.ui.idle",
    "mbb_desktop.ui.workplace",
    "mbb_desktop.documents.make",
    "sqlcipher3.dbapi2",
)


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    """Somebody who may unlock; `with_pin` when a PIN is enough because the key is still held."""

    user_id: UUID
    name: str
    with_pin: bool


@dataclass(frozen=True, slots=True)
class NewClinic:
    """What the first steps ask for: a clinic and its first physician, who is also its administrator."""

    clinic_name: str = ""
    address: str = ""
    phone: str = ""
    fax: str = ""
    paper: Paper | None = None
    name: str = ""
    credentials: str = ""
    specialty: str = ""
    npi: str = ""
    passphrase: str = ""
    pin: str = ""
    recovery_code: str = ""


def local_time() -> datetime:
    """The present moment with this computer's offset from UTC: the clock that windows are given."""
    return datetime.now().astimezone()


def is_vault(folder: Path) -> bool:
    """Whether the folder holds a record store, whole or damaged."""
    return (folder / "keys.json").exists() or (folder / "clinic.db").exists()


def import_ahead() -> None:
    """Load what the first page needs, in a thread while the passphrase is typed."""
    for name in _IMPORTED_AHEAD:
        importlib.import_module(name)
    from mbb_desktop.workflow import knowledge

    for read in (knowledge.formulary, knowledge.presets, knowledge.rule_set_versions):
        read()


def with_own_pin(came_in: Mapping[UUID, Vault]) -> tuple[UUID, ...]:
    """The people who came in and have a PIN: for the others it is no way back."""
    if not came_in:
        return ()
    from mbb_desktop.storage.accounts import has_pin

    found = []
    for user_id, vault in came_in.items():
        with vault.store.look() as look:
            found += [user_id] if has_pin(look, user_id) else []
    return tuple(found)


def who_may_unlock(folder: Path, came_in: Iterable[UUID]) -> tuple[Doorkeeper, ...]:
    """The people with an account, always in the same order. Raises DamagedKeys."""
    from mbb_desktop.storage.keys import people

    inside = set(came_in)
    known = [Doorkeeper(p.user_id, p.name, p.user_id in inside) for p in people(folder)]
    return tuple(sorted(known, key=lambda one: (one.name.casefold(), one.user_id)))


def passphrase_rule(passphrase: str, names: Iterable[str]) -> str | None:
    """Why a passphrase is not good enough; None when it is."""
    from mbb_desktop.storage.passphrase import passphrase_problem

    return passphrase_problem(passphrase, names)


def new_code() -> str:
    """A fresh recovery code of 160 bits."""
    from mbb_desktop.storage.recovery_code import new_recovery_code

    return new_recovery_code()


def unlock(folder: Path, user_id: UUID, passphrase: str, now: datetime, place: str = "") -> Vault:
    """Open the vault with a person's passphrase. Raises the StoreUnavailable errors."""
    from mbb_desktop.storage.keys import STANDARD
    from mbb_desktop.storage.vault import open_vault

    vault = open_vault(folder, user_id, passphrase, at=now, workstation=place, cost=STANDARD)
    return _with_pin_again(vault, now, place)


def _with_pin_again(vault: Vault, now: datetime, place: str) -> Vault:
    from mbb_desktop.workflow.desk import Desk
    from mbb_desktop.workflow.signing import forget_wrong_pins

    forget_wrong_pins(Desk(vault.store, vault.user, now, place, vault.signing_key))
    return vault


def admit(opened: Vault, user_id: UUID, passphrase: str, now: datetime, place: str = "") -> Vault:
    """Let another person into a vault that is open, with the own passphrase."""
    from mbb_desktop.storage.vault import admit_person

    vault = admit_person(opened.store, user_id, passphrase, at=now, workstation=place)
    return _with_pin_again(vault, now, place)


def come_back(vault: Vault, pin: str, now: datetime, place: str = "") -> Vault:
    """Come back with the PIN while the key is held. Raises WrongPin or NoPin."""
    from mbb_desktop.workflow.desk import Desk
    from mbb_desktop.workflow.signing import confirm_own_pin

    confirm_own_pin(Desk(vault.store, vault.user, now, place, vault.signing_key), pin)
    return vault


def recover(folder: Path, user_id: UUID, code: str, passphrase: str, *, now: datetime) -> Vault:
    """Open with the printed recovery code and set a new passphrase for a person."""
    from mbb_desktop.storage.vault import open_with_recovery

    return _with_pin_again(open_with_recovery(folder, code, user_id, passphrase, at=now), now, "")


def make_clinic(folder: Path, entered: NewClinic, now: datetime) -> Vault:
    """Make a new vault with its first physician, who is also its administrator, and open it.

    Raises ValueError with a sentence for a weak PIN, before anything is made.
    """
    from mbb_desktop.clinical.access import Role, User
    from mbb_desktop.clinical.identity import new_id
    from mbb_desktop.storage.keys import measured_cost
    from mbb_desktop.storage.vault import create_vault
    from mbb_desktop.workflow.desk import Desk
    from mbb_desktop.workflow.signing import pin_problem, set_own_pin

    if problem := pin_problem(entered.pin):
        raise ValueError(problem)
    roles = (Role.PHYSICIAN, Role.ADMINISTRATOR)
    user = User(
        new_id(now), entered.name, entered.credentials, roles, specialty=entered.specialty, npi=entered.npi
    )
    clinic = Clinic(
        new_id(now),
        entered.clinic_name,
        entered.address,
        entered.phone,
        entered.fax,
        paper=entered.paper or Paper.LETTER,
    )
    vault = create_vault(
        folder,
        user,
        entered.passphrase,
        entered.recovery_code,
        at=now,
        cost=measured_cost(),
        clinic=clinic,
        program=__version__,
    )
    set_own_pin(
        Desk(vault.store, vault.user, now, signing_key=vault.signing_key), entered.passphrase, entered.pin
    )
    return vault


def sample_secrets() -> tuple[str, str]:
    """Passphrase and PIN of the sample clinic, shown on its unlock screen."""
    from mbb_desktop.workflow.sample_people import PASSPHRASE, PIN

    return PASSPHRASE, PIN


def make_sample(
    folder: Path, now: datetime, told: Callable[[int, int], None], cost: Cost | None = None
) -> None:
    """Make the sample clinic with all its people in its own folder; `told` hears how far it has come.

    It is made beside its place: whoever ends the program meanwhile finds no half clinic the next time. Raises
    AlreadyThere when something else is in that place.
    """
    from tempfile import TemporaryDirectory

    from mbb_desktop.storage.errors import AlreadyThere
    from mbb_desktop.storage.files import explained_files
    from mbb_desktop.storage.keys import STANDARD
    from mbb_desktop.workflow.sample_clinic import make_sample_clinic

    with explained_files():
        if folder.exists() and any(folder.iterdir()):
            raise AlreadyThere
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=f"{folder.name}-", dir=folder.parent) as beside:
            made = Path(beside) / folder.name
            make_sample_clinic(made, now, cost=cost or STANDARD, everybody=True, told=told)
            if not is_vault(folder):  # a second program may have been quicker
                if folder.exists():
                    folder.rmdir()  # Windows renames over nothing, however empty it is
                made.replace(folder)


def backups_of(folder: Path) -> tuple[Backup, ...]:
    """The backups beside a vault, or in a folder that somebody chose, newest first."""
    from mbb_desktop.storage.backup import backups_at

    return backups_at(folder)


def who_may_restore(folder: Path, backup: Backup) -> tuple[Doorkeeper, ...]:
    """Whose passphrase may open a backup: the people of the vault now, and those of then."""
    from mbb_desktop.storage.errors import DamagedKeys, NotAVault
    from mbb_desktop.storage.keys import people

    known: dict[UUID, Doorkeeper] = {}
    for place in (folder, backup.folder):
        with suppress(DamagedKeys, NotAVault):
            known |= {p.user_id: Doorkeeper(p.user_id, p.name, False) for p in people(place)}
    return tuple(known.values())


def is_backup_of(folder: Path, backup: Backup) -> bool:
    """Whether a backup is one of this vault; true as well while nothing, or nothing readable, is here."""
    from mbb_desktop.storage.errors import DamagedKeys, NotAVault
    from mbb_desktop.storage.keys import read_keys

    try:
        return read_keys(folder).vault_id == backup.vault_id
    except (DamagedKeys, NotAVault):
        return True


def compare_backup(
    folder: Path, backup: Backup, user_id: UUID | None, secret: str, now: datetime
) -> Compared:
    """What a backup holds beside the present record, before it takes its place; nothing is changed."""
    from mbb_desktop.storage.restore import compare

    return compare(folder, backup, user_id, secret, at=now)


def restore_backup(folder: Path, backup: Backup, user_id: UUID | None, secret: str, now: datetime) -> None:
    """Put a backup in the place of the vault; what was there is kept beside it.

    `secret` is the person's passphrase, or without a person the printed recovery code.
    """
    from mbb_desktop.storage.restore import restore, restore_with_recovery

    if user_id is None:
        restore_with_recovery(folder, backup, secret, at=now)
    else:
        restore(folder, backup, user_id, secret, at=now)

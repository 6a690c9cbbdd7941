"""The clinic's own details, its directory, its people, and its backups."""

from mbb_desktop.clinical.access import Permission, Role, User
from mbb_desktop.clinical.people import Clinic, Correspondent
from mbb_desktop.storage import accounts, backup, clinic_settings
from mbb_desktop.storage.backup import Backup
from mbb_desktop.storage.signed import Report, check_file, verify
from mbb_desktop.workflow.desk import Desk, needs


@needs(Permission.SEE_RULES)
def clinic(desk: Desk) -> Clinic:
    """The clinic of this vault."""
    with desk.store.look() as look:
        return look.all(Clinic)[0]


@needs(Permission.KEEP_CLINIC)
def save_clinic(desk: Desk, changed: Clinic) -> Clinic:
    """Change the clinic's details; raises ValueError with a sentence when the name is missing."""
    if not changed.name.strip():
        raise ValueError("The clinic's name is missing. It heads every paper.")
    with desk.change("clinic changed") as change:
        return change.save(changed)


@needs(Permission.SEE_RULES)
def clinic_logo(desk: Desk) -> bytes:
    """The picture on top of every paper, PNG or JPEG; empty without one."""
    with desk.store.look() as look:
        return clinic_settings.logo(look)


@needs(Permission.KEEP_CLINIC)
def save_logo(desk: Desk, data: bytes) -> bytes:
    """Head the papers from now on with a picture; gives it as it is kept. Raises NotALogo."""
    from mbb_desktop.documents.logo import prepared  # loads Pillow, which nothing else at the start needs

    kept = prepared(data).picture
    with desk.change("letterhead picture changed") as change:
        clinic_settings.put_logo(change, kept)
    return kept


@needs(Permission.KEEP_CLINIC)
def remove_logo(desk: Desk) -> None:
    """Papers from now on have no picture; signed ones stay as they are."""
    with desk.change("letterhead picture removed") as change:
        clinic_settings.put_logo(change, b"")


@needs(Permission.SEE_RULES)
def directory(desk: Desk) -> tuple[Correspondent, ...]:
    """Referrers, RFA providers, prescribers and payers, by name."""
    with desk.store.look() as look:
        entries = look.all(Correspondent)
    return tuple(sorted((e for e in entries if e.active), key=lambda entry: entry.name.casefold()))


@needs(Permission.EDIT_PEOPLE)
def save_correspondent(desk: Desk, entry: Correspondent) -> Correspondent:
    """Add or change an entry of the directory."""
    if not entry.name.strip() and not entry.organization.strip():
        raise ValueError("Enter a name or an organization.")
    with desk.change("directory changed") as change:
        return change.save(entry)


@needs(Permission.SEE_RULES)
def colleagues(desk: Desk) -> tuple[User, ...]:
    """The people with an account, active ones first."""
    with desk.store.look() as look:
        people = look.all(User)
    return tuple(sorted(people, key=lambda user: (not user.active, user.name.casefold())))


@needs(Permission.KEEP_USERS)
def add_user(desk: Desk, user: User, passphrase: str) -> User:
    """Give a person an account. Raises WeakPassphrase, or ValueError for a name or role that is missing."""
    _check_person(user)
    return accounts.add_person(
        desk.store, user, passphrase, by=desk.user, at=desk.now, workstation=desk.workstation
    )


@needs(Permission.KEEP_USERS)
def change_user(desk: Desk, user: User) -> User:
    """Change a person's name, credentials or roles."""
    _check_person(user)
    if (
        user.id == desk.user.id
        and Role.ADMINISTRATOR in desk.user.roles
        and Role.ADMINISTRATOR not in user.roles
    ):
        raise ValueError("You cannot take the administrator role from yourself. Ask another administrator.")
    with desk.change("user changed") as change:
        return change.save(user)


@needs(Permission.KEEP_USERS)
def remove_user(desk: Desk, user: User) -> User:
    """End a person's access; what they signed stays theirs."""
    if user.id == desk.user.id:
        raise ValueError("You cannot remove your own account. Ask another administrator.")
    return accounts.remove_person(desk.store, user, by=desk.user, at=desk.now, workstation=desk.workstation)


@needs(Permission.OWN_ACCOUNT)
def change_own_passphrase(desk: Desk, old: str, new: str) -> None:
    """Change the own passphrase; the signing key stays the same. Raises WrongPassphrase or WeakPassphrase."""
    accounts.change_passphrase(desk.store, desk.user, old, new, at=desk.now, workstation=desk.workstation)


@needs(Permission.KEEP_USERS)
def give_new_passphrase(desk: Desk, user: User, passphrase: str, own: str) -> None:
    """For a colleague who forgot the own one; a new signing key comes with it, earlier signatures stay valid.

    `own` is the administrator's passphrase: an unattended screen is not enough. Raises WrongPassphrase,
    TooManyTries, WeakPassphrase, or ValueError for the own account and for one whose access has ended.
    """
    if user.id == desk.user.id:
        raise ValueError("Change your own passphrase in My account.")
    with desk.store.look() as look:
        if not look.get(User, user.id).active:
            raise ValueError("The access of this person has ended. Add the person again.")
    accounts.check_passphrase(desk.store, desk.user, own, at=desk.now)
    accounts.reset_passphrase(
        desk.store, user, passphrase, by=desk.user, at=desk.now, workstation=desk.workstation
    )


@needs(Permission.KEEP_USERS)
def replace_recovery_code(desk: Desk, code: str, own: str) -> None:
    """Put a new recovery code in force, after it was typed back; the former one opens nothing any more.

    `own` is the administrator's passphrase. Raises WrongPassphrase or TooManyTries.
    """
    accounts.check_passphrase(desk.store, desk.user, own, at=desk.now)
    accounts.replace_recovery_code(desk.store, code, by=desk.user, at=desk.now, workstation=desk.workstation)


def _check_person(user: User) -> None:
    if not user.name.strip():
        raise ValueError("The person's name is missing.")
    if not user.roles:
        raise ValueError("Choose at least one role.")
    if user.learner and Role.PHYSICIAN not in user.roles:
        raise ValueError("Only a physician's notes are co-signed. Take the tick off.")


@needs(Permission.BACK_UP)
def back_up_now(desk: Desk) -> Backup:
    """Make a verified backup now."""
    return backup.back_up(desk.store, at=desk.now, reason="by hand")


@needs(Permission.SEE_RULES)
def back_up_when_due(desk: Desk) -> Backup | None:
    """The automatic daily backup: made by whoever has the program open; None when none is due."""
    folder = desk.store.folder
    if folder is None or not backup.backup_due(folder, desk.now):
        return None
    return backup.back_up(desk.store, at=desk.now)


@needs(Permission.SEE_RULES)
def last_backup(desk: Desk) -> Backup | None:
    """The newest verified backup, for the status line."""
    return backup.last_backup(desk.store.folder) if desk.store.folder else None


@needs(Permission.BACK_UP)
def backups(desk: Desk) -> tuple[Backup, ...]:
    """The backups of this vault, newest first."""
    return backup.backups(desk.store.folder) if desk.store.folder else ()


@needs(Permission.CHECK_RECORD)
def check_record(desk: Desk) -> Report:
    """Verify every page of the file, the chain, every hash and every signature. Raises DamagedDatabase."""
    check_file(desk.store)
    return verify(desk.store)


@needs(Permission.SEE_RULES)
def setting(desk: Desk, key: str) -> str | None:
    """A setting of the clinic that is kept in the vault."""
    with desk.store.look() as look:
        return clinic_settings.setting(look, key)

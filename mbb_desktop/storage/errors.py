"""What can go wrong with the store, each as one sentence for the person; never with patient data."""

import errno


class StoreUnavailable(Exception):
    """The store cannot do what was asked, for a reason outside the program. `sentence` is for the screen."""

    sentence = (
        "The record store cannot be used at the moment. Close the program, open it again and try once more."
    )

    def __init__(self, sentence: str = "") -> None:
        self.sentence = sentence or type(self).sentence
        super().__init__(self.sentence)


class WrongPassphrase(StoreUnavailable):
    sentence = "The passphrase is not right. Nothing was changed. Type it again, or use the recovery code."


class WrongRecoveryCode(WrongPassphrase):
    sentence = "The recovery code is not right. Type all eight groups and the check character as printed."


class TooManyTries(StoreUnavailable):
    """`wait_seconds` is at least 1."""

    def __init__(self, wait_seconds: int) -> None:
        self.wait_seconds = wait_seconds
        super().__init__(f"Too many wrong tries. Wait {wait_seconds} s, then type the passphrase again.")


class WeakPassphrase(StoreUnavailable):
    sentence = "Choose a passphrase of at least 15 characters."


class DamagedKeys(StoreUnavailable):
    sentence = (
        "The key file of this record store (keys.json) is damaged or missing, and so is its copy. "
        "No record was changed. Restore the newest backup: it holds its own key file."
    )


class DamagedDatabase(StoreUnavailable):
    sentence = (
        "The database of this record store (clinic.db) is damaged. "
        "The program stopped so that nothing gets worse. Restore the newest backup."
    )


class MissingDatabase(StoreUnavailable):
    sentence = (
        "The database of this record store (clinic.db) is not in its folder. "
        "Put the file back, or restore the newest backup."
    )


class NotAVault(StoreUnavailable):
    sentence = "This folder holds no record store. Choose another folder, or create a new record store."


class AlreadyThere(StoreUnavailable):
    sentence = "This folder is not empty. Choose an empty folder for a new record store."


class ReadOnlyFolder(StoreUnavailable):
    sentence = (
        "The folder of the record store cannot be written to. Nothing was saved. "
        "Give your account the right to write there, or move the folder."
    )


class DiskFull(StoreUnavailable):
    sentence = (
        "The disk is full. The last change was not saved; everything saved before is kept. "
        "Free some space and save again."
    )


class DiskTrouble(StoreUnavailable):
    sentence = (
        "The disk reported an error. The last change was not saved; everything saved before is kept. "
        "Check the disk and make a backup to another one."
    )


class Busy(StoreUnavailable):
    sentence = "The record store is busy. Nothing was saved. Try again in a moment."


class InUse(StoreUnavailable):
    sentence = "This record store is already open in another window of MBB Desktop. Close that one first."


class TooNew(StoreUnavailable):
    sentence = (
        "This record store was written by a newer MBB Desktop. Nothing was changed. "
        "Install the newest version to open it."
    )


class NotLocal(StoreUnavailable):
    sentence = (
        "This folder is on a network drive or is synchronised, where a record store can be destroyed. "
        "Choose a folder on this computer."
    )


class CannotEncrypt(StoreUnavailable):
    sentence = (
        "The encryption of the record store does not work in this installation, so nothing was opened. "
        "Install MBB Desktop again."
    )


class UpgradeFailed(StoreUnavailable):
    sentence = (
        "The record store could not be brought to this version. It was left exactly as it was, "
        "and a backup was made before. Keep using the former version and report this."
    )


class BackupFailed(StoreUnavailable):
    sentence = (
        "The backup could not be verified and was removed. The record store itself was not touched. "
        "Try again."
    )


class Stopped(StoreUnavailable):
    sentence = "This was stopped because the record store was closed. Start it again after unlocking."


class DamagedBackup(StoreUnavailable):
    sentence = "This backup is damaged and was not restored. Nothing was changed. Choose another backup."


class NoAccount(StoreUnavailable):
    sentence = "This person has no access to this record store. Ask an administrator to give access."


class NotInBackup(StoreUnavailable):
    sentence = (
        "This backup does not know this person: they joined after it was made. Their passphrase of now opens "
        "it only when it is right. Check it, or choose somebody else."
    )


class ServerGone(StoreUnavailable):
    sentence = (
        "The connection to the database server was lost. The last change was not saved. "
        "Try again in a moment."
    )


class StoreClosed(StoreUnavailable):
    sentence = "The record store is locked. Unlock it and try again."


class Conflict(StoreUnavailable):
    """Somebody saved the record first; `kind` names what it is (`block`)."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(
            f"Somebody else changed this {kind} in the meantime. Yours was not saved. Look at both."
        )


class NotFound(StoreUnavailable):
    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(f"This {kind} is not in the record store.")


class Frozen(StoreUnavailable):
    """A signed record was to be changed, or something that is no draft to be saved as one."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(f"This {kind} is signed and cannot be changed. Add an addendum instead.")


class BrokenRule(Exception):
    """The database refused what the program wrote: our mistake. Names the rule, no values."""


_SQLITE: dict[int, type[StoreUnavailable]] = {
    5: Busy,
    6: Busy,
    8: ReadOnlyFolder,
    9: Stopped,
    10: DiskTrouble,
    11: DamagedDatabase,
    13: DiskFull,
    14: MissingDatabase,
    26: DamagedDatabase,
}

_SYSTEM: dict[int, type[StoreUnavailable]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EROFS: ReadOnlyFolder,
    errno.EACCES: ReadOnlyFolder,
    errno.EPERM: ReadOnlyFolder,
}


def for_sqlite_code(code: int) -> StoreUnavailable | None:
    """The sentence for an (extended) SQLite result code; None when the code means a mistake of ours."""
    kind = _SQLITE.get(code & 0xFF)
    return kind() if kind else None


def for_system_error(problem: OSError) -> StoreUnavailable:
    """The sentence for an error of the operating system while a file of the store was used."""
    return _SYSTEM.get(problem.errno or 0, DiskTrouble)()

"""What the command line does: the sample job without a window, import, verify, self-check."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from mbb_desktop import __version__
from mbb_desktop.clinical.access import Permission, Role, User
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.paths import data_dir
from mbb_desktop.storage.errors import DamagedDatabase, StoreUnavailable
from mbb_desktop.storage.keys import Cost, Person, people
from mbb_desktop.storage.place import check_not_open
from mbb_desktop.storage.recovery_code import new_recovery_code
from mbb_desktop.storage.signed import check_file, verify
from mbb_desktop.storage.vault import Vault, create_vault, open_vault
from mbb_desktop.workflow import knowledge
from mbb_desktop.workflow.desk import Desk, NotAllowed
from mbb_desktop.workflow.import_people import Chosen, PersonOffered, import_people, preview_people
from mbb_desktop.workflow.unlock import local_time
from mbb_desktop.workflow.verify_paper import Checked, Told, check_alone, check_paper

Credentials = tuple[str | None, Callable[[], str]]
"""The name of a person, if one was given, and where the passphrase comes from."""

_CHEAP = Cost(1024, 1, 1)


def import_file(folder: Path, file: Path, credentials: Credentials, *, without_asking: bool) -> int:
    """Import the patients of a FHIR file; shows what would happen first. Returns the exit code."""
    with _opened(folder, credentials) as vault:
        if vault is None:
            return 2
        desk = Desk(vault.store, vault.user, local_time(), "command line", vault.signing_key)
        try:
            preview = preview_people(desk, file.read_bytes(), file.name)
        except OSError as error:
            return _could_not(f"{file} could not be read: {error.strerror}.")
        except NotAllowed as error:
            return _could_not(str(error))
        for refused in preview.refused:
            print(f"{refused.where}: {refused.sentence}")
        chosen = tuple(_chosen(preview.people))
        if not chosen:
            print("Nothing to import.")
            return 1
        if not without_asking and not _agreed(f"Import {_count(len(chosen))}? [y/N] "):
            print("Nothing was imported.")
            return 1
        done = import_people(desk, chosen)
        for left_out in done.left_out:
            print(f"{left_out.where}: {left_out.sentence}")
        print(f"Imported {_count(len(done.added))}.")
        return 0


def _count(number: int) -> str:
    return "1 patient" if number == 1 else f"{number} patients"


def _chosen(offered: Iterable[PersonOffered]) -> Iterator[Chosen]:
    """Who can be imported without a question; the others are named by their place in the file."""
    for person in offered:
        if person.known:
            print(f"{person.offered.where}: this person may be in the list already. Add the person by hand.")
        elif person.offered.needs_record_number:
            print(f"{person.offered.where}: the record number is not sure. Import this file in the window.")
        else:
            yield Chosen(person.offered, person.offered.record_number)


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        return False
    return input(question).strip().lower() in ("y", "yes")


def verify_vault(folder: Path, credentials: Credentials) -> int:
    """Check file, chain, hashes and signatures; 0 when intact, 1 when not, 2 when it was not checked."""
    with _opened(folder, credentials) as vault:
        if vault is None:
            return 2
        if not Desk(vault.store, vault.user, local_time()).may(Permission.CHECK_RECORD):
            return _could_not(str(NotAllowed(Permission.CHECK_RECORD)))
        try:
            check_file(vault.store)
        except DamagedDatabase as damaged:
            print(damaged.sentence)
            return 1
        report = verify(vault.store)
        for remark in vault.remarks:
            print(remark)
        for fault in report.faults:
            print(fault.sentence)
        intact = report.intact and not vault.remarks
        word = "Record intact" if intact else "The record is NOT intact"
        head = report.head.hash.hex()[:8]
        print(f"{word}: {report.events} events, {report.documents} signed papers, head {head}.")
        return 0 if intact else 1


def verify_file(file: Path, folder: Path | None, credentials: Credentials) -> int:
    """Check a PDF against a vault, or without a folder by the seal that it carries.

    Returns 0 when it is unchanged and stands, 1 when it was changed or cannot be told, 2 when it could not
    be checked, 3 when it is unchanged but was entered in error, 4 when a learner alone signed it.
    """
    try:
        pdf = file.read_bytes()
    except OSError as error:
        return _could_not(f"{file} could not be read: {error.strerror}.")
    if folder is None:
        return _told(check_alone(pdf))
    with _opened(folder, credentials) as vault:
        if vault is None:
            return _could_not(
                "With --without-vault the seal alone is checked, also while the program is open."
            )
        desk = Desk(vault.store, vault.user, local_time(), "command line", vault.signing_key)
        try:
            return _told(check_paper(desk, pdf))
        except NotAllowed as error:
            return _could_not(str(error))


_CODES = {Told.STANDS: 0, Told.NOT_CONFIRMED: 1, Told.IN_ERROR: 3, Told.LOCKED: 2, Told.NOT_FINAL: 4}


def _told(checked: Checked) -> int:
    for sentence in checked.sentences:
        print(sentence)
    return _CODES[checked.told]


@contextmanager
def _opened(folder: Path, credentials: Credentials) -> Iterator[Vault | None]:
    name, passphrase = credentials
    vault: Vault | None = None
    try:
        everybody = people(folder)
        known = _named(name, everybody)
        if len(known) != 1:
            _could_not(_which_account(name, [each.name for each in known or everybody], several=bool(known)))
        else:
            check_not_open(folder)
            vault = open_vault(
                folder, known[0].user_id, passphrase(), at=local_time(), workstation="command line"
            )
    except StoreUnavailable as error:
        _could_not(f"{folder}: {error.sentence}")
    try:
        yield vault
    finally:
        if vault is not None:
            vault.close()


def _named(name: str | None, everybody: Sequence[Person]) -> Sequence[Person]:
    """Whoever is called so to the letter; else in capitals or small letters, when that fits one account."""
    exactly = [each for each in everybody if name in (None, each.name)]
    return exactly or [each for each in everybody if name and each.name.casefold() == name.casefold()]


def _which_account(name: str | None, names: Sequence[str], *, several: bool) -> str:
    wrong = f"{'More than one' if several else 'No'} account is called {name}. " if name else ""
    example = f'--user "{names[0]}"' if names else "--user"
    return f"{wrong}Say whose account it is, for example {example}. Accounts: {', '.join(names)}."


def _could_not(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


def check_installation() -> int:
    """Try everything that an installation needs, in a throw-away folder; 0 when all of it works."""
    print(f"MBB Desktop {__version__}")
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("resources", _check_resources),
        ("migrations", _check_migrations),
        ("encrypted store", _check_store),
    )
    return max(_run_check(name, check) for name, check in checks)


def _run_check(name: str, check: Callable[[], str]) -> int:
    try:
        print(f"  {name}: {check()}")
    except (StoreUnavailable, OSError, ValueError, LookupError) as error:
        print(f"  {name}: FAILED, {type(error).__name__}: {error}")
        return 1
    return 0


def _check_resources() -> str:
    fonts = list((data_dir("resources") / "fonts").glob("*.ttf"))
    icons = list((data_dir("resources") / "icons").glob("*.svg"))
    rules = ", ".join(rule_set.named for rule_set in knowledge.rule_set_versions())
    agents = len(knowledge.formulary().agents)
    regions = len(knowledge.presets())
    if len(fonts) < 4 or not icons:
        raise OSError("fonts or icons are missing")
    spoken = ", ".join(book.version for book in knowledge.handout_books().values())
    known = f"{len(fonts)} fonts, {len(icons)} icons, {agents} anesthetics, {regions} presets, {rules}"
    return f"{known}, handouts {spoken}"


def _check_migrations() -> str:
    shipped = sorted(path.stem for path in (data_dir("alembic") / "versions").glob("[0-9]*.py"))
    if not shipped:
        raise OSError("no migration was found")
    return ", ".join(shipped)


def _check_store() -> str:
    scratch = Path(tempfile.mkdtemp(prefix="mbb-self-check-"))
    try:
        now = local_time()
        user = User(new_id(now), "Self Check", "", (Role.ADMINISTRATOR,))
        passphrase = new_recovery_code()
        code = new_recovery_code()
        create_vault(scratch / "vault", user, passphrase, code, at=now, cost=_CHEAP).close()
        vault = open_vault(scratch / "vault", user.id, passphrase, at=now)
        report = verify(vault.store)
        vault.close()
        return "made, opened and verified" if report.intact else "NOT intact"
    finally:
        shutil.rmtree(scratch, ignore_errors=True)

"""A vault with a physician, a nurse, a front desk, a manager and an administrator, and one patient."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Generic, TypeVar

import pytest
import sqlalchemy as sa

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import (
    AllergyState,
    Anticoagulant,
    AnticoagulantPlan,
    Clinic,
    Identifier,
    IdentifierKind,
    Patient,
)
from mbb_desktop.storage import accounts
from mbb_desktop.storage.keys import Cost
from mbb_desktop.storage.recovery_code import new_recovery_code
from mbb_desktop.storage.vault import Vault, create_vault, open_vault
from mbb_desktop.workflow.desk import Desk

Made = TypeVar("Made")
CHEAP = Cost(1024, 1, 1)
PASSPHRASE = "four quiet herons wade"
PIN = "4711"
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=timezone(timedelta(hours=-8)))


def person(name: str, *roles: Role, credentials: str = "") -> User:
    return User(new_id(NOW), name, credentials, roles)


PEOPLE = {
    "physician": person("A. Okafor", Role.PHYSICIAN, Role.ADMINISTRATOR, credentials="MD"),
    "nurse": person("M. Diaz", Role.NURSE, credentials="RN"),
    "front desk": person("J. Park", Role.FRONT_DESK),
    "manager": person("S. Lund", Role.MANAGER),
    "administrator": person("T. Berg", Role.ADMINISTRATOR),
}


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workflow") / "vault"
    clinic = Clinic(new_id(NOW), "Riverside Pain Clinic", sample=False)
    vault = create_vault(
        folder, PEOPLE["physician"], PASSPHRASE, new_recovery_code(), at=NOW, cost=CHEAP, clinic=clinic
    )
    for user in list(PEOPLE.values())[1:]:
        accounts.add_person(vault.store, user, PASSPHRASE, by=vault.user, at=NOW, cost=CHEAP)
    for user in PEOPLE.values():
        accounts.set_pin(vault.store, user, PIN, at=NOW, cost=CHEAP)
    vault.close()
    return folder


@pytest.fixture
def vault(template: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Vault]:
    """A copy for one test: of the template, or of what the file has `prepared` if the test asks for it."""
    begun: Path = template
    if asked := [name for name in request.fixturenames if name.startswith("prepared")]:
        begun = request.getfixturevalue(asked[0]).folder
    opened = opened_copy(begun, tmp_path / "vault")
    yield opened
    opened.close()


def opened_copy(begun: Path, folder: Path) -> Vault:
    """The physician's vault, on a copy of a closed one."""
    return open_vault(shutil.copytree(begun, folder), PEOPLE["physician"].id, PASSPHRASE, at=NOW)


@dataclass(frozen=True)
class Desks:
    """Desks of everybody at one vault; `at` moves the clock."""

    vault: Vault

    def of(self, role: str, at: datetime = NOW) -> Desk:
        user = PEOPLE[role]
        key = self.vault.signing_key if role == "physician" else None
        return Desk(self.vault.store, user, at, "test", key)


@dataclass(frozen=True)
class Prepared(Generic[Made]):
    """A closed vault in which something was done, and what that made."""

    folder: Path
    made: Made


def prepare(template: Path, folders: pytest.TempPathFactory, make: Callable[[Desks], Made]) -> Prepared[Made]:
    """For a module's fixture `prepared`: what many tests begin with is done once, and each gets a copy."""
    folder = folders.mktemp("prepared") / "vault"
    vault = opened_copy(template, folder)
    made = make(Desks(vault))
    vault.close()
    return Prepared(folder, made)


@pytest.fixture
def desks(vault: Vault) -> Desks:
    return Desks(vault)


def statements(desks: Desks, act: Callable[[], object]) -> list[str]:
    """What the database is told and asked by one action."""
    engine, ran = desks.vault.store.engine, list[str]()

    def keep(_: object, __: object, statement: str, *rest: object) -> None:
        ran.append(statement)

    sa.event.listen(engine, "before_cursor_execute", keep)
    try:
        act()
    finally:
        sa.event.remove(engine, "before_cursor_execute", keep)
    return ran


def somebody(family: str = "Marsh", given: str = "Eleanor", mrn: str = "004 1187") -> Patient:
    identifiers = (Identifier(IdentifierKind.MRN, mrn),)
    return Patient(
        new_id(NOW),
        family,
        given,
        date(1961, 3, 14),
        identifiers,
        allergy_state=AllergyState.NONE_KNOWN,
        anticoagulant=Anticoagulant(AnticoagulantPlan.NOT_TAKEN),
    )


def lumbar_course(patient: Patient) -> Course:
    return Course(new_id(NOW), patient.id, Region.LUMBAR, NOW.date(), axial=True)

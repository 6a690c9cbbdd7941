"""Who may do what: every action declares a permission, and every role is refused what it may not do."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from types import ModuleType

import pytest

import mbb_desktop.workflow
from mbb_desktop.clinical.access import RIGHTS, Emergency, Permission, Role, User, may
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.workflow.desk import Desk, NotAllowed
from tests.workflow.conftest import NOW, PEOPLE, Desks


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(mbb_desktop.workflow.__path__):
        yield importlib.import_module(f"mbb_desktop.workflow.{found.name}")


def _takes_a_desk(function: Callable[..., object]) -> bool:
    parameters = list(inspect.signature(function).parameters.values())
    return bool(parameters) and parameters[0].annotation in (Desk, "Desk")


def _actions() -> dict[str, Callable[..., object]]:
    """Functions of one desk that a window may call: public, and not given an open transaction."""
    found: dict[str, Callable[..., object]] = {}
    for module in _modules():
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__
            if own and not name.startswith("_") and _takes_a_desk(function) and not _is_inner(function):
                found[f"{module.__name__.rsplit('.', 1)[1]}.{name}"] = function
    return found


_INNER = {"look", "change"}
_HELPING = {
    "export_lists.exported",
    "issue_paper.draft",
    "issue_paper.chain_code",
    "issue_paper.performed_here",
    "issue_paper.supervised_content",
    "signing.confirm_person",
    "signing.confirm_signer",
    "signing.signing_key",
}
"""They take a desk that an action has already checked."""


def _is_inner(function: Callable[..., object]) -> bool:
    return bool(_INNER & set(inspect.signature(function).parameters))


ACTIONS = {name: action for name, action in _actions().items() if name not in _HELPING}


def test_there_are_actions_to_check() -> None:
    assert len(ACTIONS) > 40


@pytest.mark.parametrize("name", sorted(ACTIONS))
def test_every_action_declares_a_permission(name: str) -> None:
    assert isinstance(ACTIONS[name].__dict__.get("permission"), Permission), name


@pytest.mark.parametrize("role", PEOPLE)
def test_a_role_without_the_right_is_refused_before_anything_happens(role: str, desks: Desks) -> None:
    desk = desks.of(role)
    before = desk.store.head
    for action in ACTIONS.values():
        if not may(desk.user, action.__dict__["permission"]):
            arguments = [None] * (len(inspect.signature(action).parameters) - 1)
            with pytest.raises(NotAllowed):
                action(desk, *arguments)
    assert desk.store.head == before


IN_EMERGENCY_TOO = {
    Role.PHYSICIAN: set(),
    Role.NURSE: set(),
    Role.FRONT_DESK: set(),
    Role.MANAGER: set(),
    Role.ADMINISTRATOR: {
        Permission.FIND_PEOPLE,
        Permission.OPEN_CHART,
        Permission.OPEN_PAPERS,
        Permission.ISSUE_PAPERS,
    },
}
"""What emergency access adds to each role: of those that have it, two have these rights anyway."""


@pytest.mark.parametrize("minutes", [1, 31], ids=["lasting", "over"])
@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
def test_an_emergency_adds_only_reading_and_only_while_it_lasts(
    role: Role, minutes: int, desks: Desks
) -> None:
    user = User(new_id(NOW), "S. Body", "", (role,))
    emergency = Emergency(NOW + timedelta(minutes=30), "Transfer to hospital")
    desk = replace(desks.of("nurse", NOW + timedelta(minutes=minutes)), user=user, emergency=emergency)
    before, added = desk.store.head, IN_EMERGENCY_TOO[role] if minutes < 30 else set()
    assert {each for each in Permission if desk.may(each)} == RIGHTS[role] | added
    for action in ACTIONS.values():
        if action.__dict__["permission"] not in RIGHTS[role] | added:
            arguments = [None] * (len(inspect.signature(action).parameters) - 1)
            with pytest.raises(NotAllowed):
                action(desk, *arguments)
    assert desk.store.head == before


EXPECTED = {
    Permission.FIND_PEOPLE: {Role.PHYSICIAN, Role.NURSE, Role.FRONT_DESK},
    Permission.EDIT_PEOPLE: {Role.PHYSICIAN, Role.NURSE, Role.FRONT_DESK},
    Permission.MERGE_PATIENTS: {Role.PHYSICIAN, Role.ADMINISTRATOR},
    Permission.OPEN_CHART: {Role.PHYSICIAN, Role.NURSE},
    Permission.OPEN_PAPERS: {Role.PHYSICIAN, Role.NURSE, Role.FRONT_DESK},
    Permission.PLAN_BLOCK: {Role.PHYSICIAN, Role.NURSE, Role.FRONT_DESK},
    Permission.RECORD_BLOCK: {Role.PHYSICIAN, Role.NURSE},
    Permission.RECORD_SCORES: {Role.PHYSICIAN, Role.NURSE},
    Permission.DECIDE_BLOCK: {Role.PHYSICIAN},
    Permission.SIGN: {Role.PHYSICIAN},
    Permission.ISSUE_PAPERS: {Role.PHYSICIAN, Role.NURSE, Role.FRONT_DESK},
    Permission.SEND_PAPERS: {Role.PHYSICIAN, Role.NURSE, Role.FRONT_DESK},
    Permission.KEEP_ENCLOSURES: {Role.PHYSICIAN, Role.NURSE, Role.FRONT_DESK},
    Permission.KEEP_AUTHORIZATIONS: {Role.PHYSICIAN, Role.NURSE, Role.FRONT_DESK},
    Permission.KEEP_CLINIC: {Role.ADMINISTRATOR},
    Permission.KEEP_USERS: {Role.ADMINISTRATOR},
    Permission.KEEP_TEMPLATES: {Role.PHYSICIAN, Role.MANAGER, Role.ADMINISTRATOR},
    Permission.KEEP_PRESETS: {Role.PHYSICIAN, Role.ADMINISTRATOR},
    Permission.CHECK_RECORD: {Role.PHYSICIAN, Role.ADMINISTRATOR},
    Permission.SEE_RULES: set(Role),
    Permission.OWN_ACCOUNT: set(Role),
    Permission.BACK_UP: {Role.ADMINISTRATOR},
    Permission.EMERGENCY_ACCESS: {Role.PHYSICIAN, Role.NURSE, Role.ADMINISTRATOR},
    Permission.SEE_FIGURES: {Role.PHYSICIAN, Role.MANAGER},
    Permission.SEE_ALL_FIGURES: {Role.MANAGER},
    Permission.EXPORT_NAMED: {Role.PHYSICIAN},
}


@pytest.mark.parametrize("permission", EXPECTED)
def test_rights_are_those_of_the_clinic(permission: Permission) -> None:
    having = {role for role in Role if permission in RIGHTS[role]}
    assert having == EXPECTED[permission]


def test_every_permission_is_in_the_table() -> None:
    assert set(EXPECTED) == set(Permission)


def test_nobody_inactive_may_do_anything() -> None:
    gone = User(new_id(NOW), "G. One", "", tuple(Role), active=False)
    assert not any(may(gone, permission) for permission in Permission)

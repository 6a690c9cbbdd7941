"""Roles and permissions: who may do what, and how a person is named."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from mbb_desktop.clinical.access import (
    IN_EMERGENCY,
    RIGHTS,
    Emergency,
    Permission,
    Role,
    User,
    may,
    may_attend,
    may_now,
)
from tests.every_row import every_row

OKAFOR = User(UUID(int=1), "A. Okafor", "MD", (Role.PHYSICIAN,))
DIAZ = User(UUID(int=2), "M. Diaz", "RN", (Role.NURSE,))


@every_row(
    ("permission", "roles"),
    [
        (Permission.SIGN, {Role.PHYSICIAN}),
        (Permission.DECIDE_BLOCK, {Role.PHYSICIAN}),
        (Permission.OPEN_CHART, {Role.PHYSICIAN, Role.NURSE}),
        (Permission.RECORD_SCORES, {Role.PHYSICIAN, Role.NURSE}),
        (Permission.OPEN_PAPERS, {Role.PHYSICIAN, Role.NURSE, Role.FRONT_DESK}),
        (Permission.KEEP_USERS, {Role.ADMINISTRATOR}),
        (Permission.BACK_UP, {Role.ADMINISTRATOR}),
        (Permission.EMERGENCY_ACCESS, {Role.PHYSICIAN, Role.NURSE, Role.ADMINISTRATOR}),
        (Permission.KEEP_TEMPLATES, {Role.PHYSICIAN, Role.MANAGER, Role.ADMINISTRATOR}),
        (Permission.KEEP_PRESETS, {Role.PHYSICIAN, Role.ADMINISTRATOR}),
        (Permission.OWN_ACCOUNT, set(Role)),
    ],
)
def test_a_permission_belongs_to_these_roles_alone(permission: Permission, roles: set[Role]) -> None:
    assert {role for role in Role if permission in RIGHTS[role]} == roles


def test_every_role_and_permission_is_given_out() -> None:
    assert set(RIGHTS) == set(Role)
    assert set().union(*RIGHTS.values()) == set(Permission)


def test_several_roles_add_up_and_nobody_inactive_may_do_anything() -> None:
    both = replace(DIAZ, roles=(Role.NURSE, Role.ADMINISTRATOR))
    assert may(both, Permission.RECORD_SCORES)
    assert may(both, Permission.KEEP_USERS)
    assert not may(both, Permission.SIGN)
    assert not any(may(replace(both, active=False), each) for each in Permission)
    assert not may(replace(DIAZ, roles=()), Permission.OWN_ACCOUNT)


@every_row(
    ("user", "signs_as", "called"),
    [
        (OKAFOR, "A. Okafor, MD", "Dr Okafor"),
        (DIAZ, "M. Diaz, RN", "RN Diaz"),
        (replace(DIAZ, credentials="", roles=(Role.FRONT_DESK,)), "M. Diaz", "M. Diaz"),
        (replace(OKAFOR, name="", credentials=""), "", "Dr "),
    ],
)
def test_a_person_is_named_by_role_and_credentials(user: User, signs_as: str, called: str) -> None:
    assert (user.signs_as, user.called) == (signs_as, called)


def test_an_attending_is_another_physician_at_work_who_is_no_learner() -> None:
    learner = UUID(int=9)
    assert may_attend(OKAFOR, learner)
    assert not may_attend(OKAFOR, OKAFOR.id)
    assert not may_attend(replace(OKAFOR, learner=True), learner)
    assert not may_attend(replace(OKAFOR, active=False), learner)
    assert not may_attend(DIAZ, learner)


def test_an_emergency_gives_what_it_names_until_it_ends_and_only_to_a_role_that_has_it() -> None:
    now = datetime(2026, 11, 24, 10, tzinfo=UTC)
    lasts, over = Emergency(now + timedelta(minutes=1), "collapse"), Emergency(now, "collapse")
    admin = replace(DIAZ, roles=(Role.ADMINISTRATOR,))
    (given, *_) = [each for each in Permission if each in IN_EMERGENCY and not may(admin, each)]
    assert may_now(admin, lasts, now, given)
    assert not may_now(admin, over, now, given)
    assert not may_now(admin, None, now, given)
    assert not may_now(admin, lasts, now, Permission.SIGN)
    charts = Permission.OPEN_CHART
    assert may_now(admin, lasts, now, charts)
    assert not may_now(replace(DIAZ, roles=(Role.FRONT_DESK,)), lasts, now, charts)
    assert may_now(OKAFOR, None, now, Permission.SIGN)

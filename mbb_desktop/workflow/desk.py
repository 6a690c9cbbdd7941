"""Who is acting, on which store, when and where; and which permission an action needs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from mbb_desktop.clinical.access import Permission, User, may
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.storage.store import Store

P = ParamSpec("P")
T = TypeVar("T")


class NotAllowed(Exception):
    """The person's roles do not carry the permission that the action needs."""

    def __init__(self, permission: Permission) -> None:
        super().__init__(f"Your role may not {permission.value}. Ask an administrator to change your roles.")
        self.permission = permission


@dataclass(frozen=True, slots=True)
class Desk:
    """One person at one workstation at one moment, with the open store."""

    store: Store
    user: User
    now: datetime
    workstation: str = ""
    signing_key: SigningKey | None = None


def needs(
    permission: Permission,
) -> Callable[[Callable[Concatenate[Desk, P], T]], Callable[Concatenate[Desk, P], T]]:
    """Declare the permission of an action; calling it without raises NotAllowed before anything is read."""

    def declare(action: Callable[Concatenate[Desk, P], T]) -> Callable[Concatenate[Desk, P], T]:
        @wraps(action)
        def checked(desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> T:
            if not may(desk.user, permission):
                raise NotAllowed(permission)
            return action(desk, *args, **kwargs)

        checked.__dict__["permission"] = permission
        return checked

    return declare

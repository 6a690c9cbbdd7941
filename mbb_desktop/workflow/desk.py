"""Who is acting, on which store, when and where; and which permission an action needs."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from mbb_desktop.clinical.access import Emergency, Permission, User, may_now
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.storage.store import Change, Store

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
    emergency: Emergency | None = None

    def may(self, permission: Permission) -> bool:
        """Whether the person may do something at this moment."""
        return may_now(self.user, self.emergency, self.now, permission)

    @contextmanager
    def change(
        self, event: str, patient_id: UUID | None = None, *, by: User | None = None
    ) -> Iterator[Change]:
        """One transaction with its line of the audit trail; `by` when somebody else acts at this desk."""
        with self.store.change(
            by or self.user, event, at=self.now, patient_id=patient_id, workstation=self.workstation
        ) as change:
            change.tell(**self.why())
            yield change

    def note(self, event: str, patient_id: UUID, about: Mapping[str, object] | None = None) -> None:
        """A line of the audit trail without a change: a chart opened, a paper printed."""
        facts = {**(about or {}), **self.why()}
        self.store.note(
            self.user, event, at=self.now, patient_id=patient_id, workstation=self.workstation, about=facts
        )

    def why(self) -> dict[str, str]:
        """The reason of an emergency access while it lasts."""
        if self.emergency is None or self.now >= self.emergency.until:
            return {}
        return {"emergency": self.emergency.reason}


def needs(
    permission: Permission,
) -> Callable[[Callable[Concatenate[Desk, P], T]], Callable[Concatenate[Desk, P], T]]:
    """Declare the permission of an action; calling it without raises NotAllowed before anything is read."""

    def declare(action: Callable[Concatenate[Desk, P], T]) -> Callable[Concatenate[Desk, P], T]:
        @wraps(action)
        def checked(desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> T:
            if not desk.may(permission):
                raise NotAllowed(permission)
            return action(desk, *args, **kwargs)

        checked.__dict__["permission"] = permission
        return checked

    return declare

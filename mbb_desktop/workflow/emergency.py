"""Emergency access: reading charts without the role for it, with a reason, for a while, told to others."""

import json
from datetime import timedelta

from mbb_desktop.clinical.access import Emergency, Permission, Role
from mbb_desktop.storage import audit
from mbb_desktop.workflow.desk import Desk, needs

MINUTES = 30
_BEGUN, _ENDED, _CAME_IN = "emergency access begun", "emergency access ended", "unlocked"
_SHORTEST = 10


class NoReason(ValueError):
    """Emergency access needs a reason that others can understand later."""

    def __init__(self) -> None:
        super().__init__("Write why the chart must be opened, in at least ten characters.")


@needs(Permission.EMERGENCY_ACCESS)
def begin_emergency(desk: Desk, reason: str) -> Emergency:
    """Let the person find people, read charts and print for 30 minutes; audited. Raises NoReason."""
    said = reason.strip()
    if len(said) < _SHORTEST:
        raise NoReason
    until = desk.now + timedelta(minutes=MINUTES)
    desk.store.note(
        desk.user,
        _BEGUN,
        at=desk.now,
        workstation=desk.workstation,
        about={"reason": said, "until": f"{until:%H:%M}"},
    )
    return Emergency(until, said)


@needs(Permission.EMERGENCY_ACCESS)
def end_emergency(desk: Desk) -> None:
    """Say in the audit trail that it is over."""
    desk.store.note(desk.user, _ENDED, at=desk.now, workstation=desk.workstation)


@needs(Permission.OWN_ACCOUNT)
def emergencies_to_tell(desk: Desk) -> tuple[str, ...]:
    """A sentence for each emergency access since the person was here before; for who answers for charts.

    Physicians and administrators are told, each once.
    """
    if not {Role.PHYSICIAN, Role.ADMINISTRATOR} & set(desk.user.roles):
        return ()
    with desk.store.look() as look:
        own = audit.newest_named(look.connection, _CAME_IN, by=desk.user.id, limit=2)
        since = own[1].seq if len(own) > 1 else 0
        begun = audit.named_after(look.connection, _BEGUN, seq=since)
    return tuple(_told(desk, event) for event in begun if event.user_id != desk.user.id)


def _told(desk: Desk, event: audit.Event) -> str:
    at = event.at.astimezone(desk.now.tzinfo)
    reason = json.loads(event.detail).get("reason", "")
    return (
        f"{event.user} used emergency access on {at:%d-%b-%Y} at {at:%H:%M}. Reason given: {reason} "
        "Which charts were opened stands in the audit tab of each chart."
    )

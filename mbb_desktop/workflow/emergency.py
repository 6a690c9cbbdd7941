"""Emergency access: reading charts without the role for it, with a reason, for a while, told to others."""

import json
from datetime import timedelta
from itertools import takewhile

from mbb_desktop.clinical.access import Emergency, Permission, Role
from mbb_desktop.clinical.people import Patient
from mbb_desktop.storage import audit
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs

MINUTES = 30
_BEGUN, _ENDED, _CAME_IN = "emergency access begun", "emergency access ended", "unlocked"
_OPENED = "chart opened"
_MOST_NAMED = 12
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
    """Sentences for each emergency access since the person was here before; for who answers for charts.

    Physicians and administrators are told, each once; which charts were opened, to who may open them too.
    """
    if not {Role.PHYSICIAN, Role.ADMINISTRATOR} & set(desk.user.roles):
        return ()
    with desk.store.look() as look:
        own = audit.newest_named(look.connection, _CAME_IN, by=desk.user.id, limit=2)
        since = own[1].seq if len(own) > 1 else 0
        events = audit.named_after(look.connection, _BEGUN, _OPENED, seq=since)
        begun = [event for event in events if event.event == _BEGUN and event.user_id != desk.user.id]
        return tuple(_told(desk, each, _opened_in(desk, look, each, events)) for each in begun)


def _opened_in(
    desk: Desk, look: Look, begun: audit.Event, events: tuple[audit.Event, ...]
) -> tuple[str, ...]:
    """The charts opened in one emergency, each once by name and number; empty words for who sees none."""
    later = [event for event in events if event.seq > begun.seq and event.user_id == begun.user_id]
    mine = takewhile(lambda event: event.event != _BEGUN, later)
    opened = [event.patient_id for event in mine if event.patient_id and b'"emergency"' in event.detail]
    people = look.people(opened)
    once = {person.id: person for each in opened if (person := people.get(each)) is not None}
    named = desk.may(Permission.OPEN_CHART)
    return tuple(_named(person) if named else "" for person in once.values())


def _named(person: Patient) -> str:
    return f"{person.family.upper()}, {person.given} (MRN {person.mrn or 'not recorded'})"


def _told(desk: Desk, begun: audit.Event, opened: tuple[str, ...]) -> str:
    at = begun.at.astimezone(desk.now.tzinfo)
    reason = json.loads(begun.detail).get("reason", "").rstrip(". ")
    said = f"{begun.user} used emergency access on {at:%d-%b-%Y} at {at:%H:%M}. Reason given: {reason}."
    return f"{said} {_charts(opened)}"


def _charts(opened: tuple[str, ...]) -> str:
    if not opened:
        return "No chart was opened."
    if not all(opened):
        count = "1 chart was" if len(opened) == 1 else f"{len(opened)} charts were"
        return f"{count} opened; which, stands in the audit tab of each chart."
    more = len(opened) - _MOST_NAMED
    listed = "; ".join(opened[:_MOST_NAMED])
    return f"Charts opened: {listed}{f'; and {more} more' if more > 0 else ''}."

"""Emergency access: reading charts without the role for it, with a reason, for a while, told to others."""

import json
from contextlib import suppress
from datetime import timedelta
from itertools import takewhile
from uuid import UUID

from mbb_desktop.clinical.access import Emergency, Permission, Role
from mbb_desktop.clinical.people import Patient
from mbb_desktop.storage import audit
from mbb_desktop.storage.errors import DiskFull
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs

MINUTES = 30
_BEGUN, _ENDED, _CAME_IN = "emergency access begun", "emergency access ended", "unlocked"
_TOLD = "emergency access told"
_LASTS = timedelta(minutes=MINUTES)
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
    until = desk.now + _LASTS
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

    Physicians and administrators are told: of one that still runs, only that; once it is over, what was
    read in it, and which charts, to who may open them too. A learner answers for none. Coming back with the
    PIN is no line of the audit trail; that something was told is one, so that nothing is told twice.
    """
    answers = {Role.ADMINISTRATOR} if desk.user.learner else {Role.PHYSICIAN, Role.ADMINISTRATOR}
    if not answers & set(desk.user.roles):
        return ()
    told = _to_tell(desk)
    if told:
        with suppress(DiskFull):  # reading must go on; then it is told again
            desk.store.note(desk.user, _TOLD, at=desk.now, workstation=desk.workstation)
    return told


def _to_tell(desk: Desk) -> tuple[str, ...]:
    with desk.store.look() as look:
        came = audit.newest_named(look.connection, _CAME_IN, by=desk.user.id, limit=2)
        known = (*came[1:], *audit.newest_named(look.connection, _TOLD, by=desk.user.id, limit=1))
        before = max(known, key=lambda event: event.seq, default=None)
        since = audit.last_before(look.connection, before.at - _LASTS, seq=before.seq) if before else 0
        begun = audit.named_after(look.connection, _BEGUN, seq=since)
        told = [_told(desk, look, each, before) for each in begun if each.user_id != desk.user.id]
    return tuple(filter(None, told))


def _told(desk: Desk, look: Look, begun: audit.Event, before: audit.Event | None) -> str:
    """What is told of one emergency; empty when it was over as the person was here before."""
    assert begun.user_id is not None
    later = audit.of_user_after(look.connection, begun.user_id, seq=begun.seq)
    over = next((event for event in later if event.event in (_BEGUN, _ENDED)), None)
    until = begun.at + _LASTS
    if before is not None and before.seq > begun.seq:
        ended = over is not None and over.seq < before.seq
        if ended or before.at >= until or (over is None and desk.now < until):
            return ""
    if over is None and desk.now < until:
        return f"{_head(desk, begun)} It is still running, until {until.astimezone(desk.now.tzinfo):%H:%M}."
    facts = [_facts(event) for event in takewhile(lambda event: event.event != _BEGUN, later)]
    opened = [person for one, _listed in facts for person in one]
    listed = {person for _one, many in facts for person in many} - {*opened}
    shown = f" Patients shown by searches and lists: {len(listed)}." if listed else ""
    return f"{_head(desk, begun)} {_charts(_people(desk, look, opened))}{shown}"


def _facts(event: audit.Event) -> tuple[tuple[UUID, ...], tuple[UUID, ...]]:
    """Whose chart or paper was opened in the emergency, and who was on a list; of other events nobody."""
    facts = json.loads(event.detail)
    if "emergency" not in facts:
        return (), ()
    one = (event.patient_id,) if event.patient_id else ()
    return one, tuple(UUID(each) for each in facts.get("patients", ()))


def _people(desk: Desk, look: Look, opened: list[UUID]) -> tuple[str, ...]:
    """Each once by name and number; empty words for who sees none."""
    people = look.people(opened)
    once = {person.id: person for each in opened if (person := people.get(each)) is not None}
    named = desk.may(Permission.OPEN_CHART)
    return tuple(_named(person) if named else "" for person in once.values())


def _named(person: Patient) -> str:
    return f"{person.family.upper()}, {person.given} (MRN {person.mrn or 'not recorded'})"


def _head(desk: Desk, begun: audit.Event) -> str:
    at = begun.at.astimezone(desk.now.tzinfo)
    reason = json.loads(begun.detail).get("reason", "").rstrip(". ")
    return f"{begun.user} used emergency access on {at:%d-%b-%Y} at {at:%H:%M}. Reason given: {reason}."


def _charts(opened: tuple[str, ...]) -> str:
    if not opened:
        return "No chart was opened."
    if not all(opened):
        count = "1 chart was" if len(opened) == 1 else f"{len(opened)} charts were"
        return f"{count} opened; which, stands in the audit tab of each chart."
    more = len(opened) - _MOST_NAMED
    listed = "; ".join(opened[:_MOST_NAMED])
    return f"Charts opened: {listed}{f'; and {more} more' if more > 0 else ''}."

"""What a payer approved, as somebody entered it: for which procedure, where, when, and how often."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.shown import listed, show_date

_LONGEST_NOTE = 1_000


class AskedFor(Enum):
    """What an authorization is for."""

    BLOCK = "diagnostic block"
    ABLATION = "ablation"


class AuthorizationState(Enum):
    """Whether it has expired is no state: the last day says so."""

    REQUESTED = "requested"
    APPROVED = "approved"
    PARTLY = "partly approved"
    DENIED = "denied"
    NOT_NEEDED = "not needed"
    IN_ERROR = "entered in error"


class Unnamed(Enum):
    """What the payer's letter says nothing about, so that it sets no condition.

    `PAIRS` is of another kind: the letter approves both sides of each joint. Where it says nothing about
    that, nothing is ticked, and it is not known.
    """

    SIDE = "side"
    CODES = "codes"
    SESSIONS = "number of sessions"
    PAIRS = "both sides of each joint"


GRANTED = (AuthorizationState.APPROVED, AuthorizationState.PARTLY)


@dataclass(frozen=True, slots=True)
class Authorization:
    """One answer of a payer, or a request. Empty and None are not in our record, never "any".

    `joints` and `sides` are those approved; instead `pairs` has each joint with its side, in words (`L4-5
    left`), where the letter gives single joints a side of their own. `joints_at_most` is how many joints a
    session may have, `sessions` how many were approved from `valid_from` to `valid_to`, both included.
    `unnamed` is what the letter leaves open. Who entered it last, and when, is `entered_by`; the audit trail
    keeps every version.
    """

    id: UUID
    patient_id: UUID
    procedure: AskedFor | None = None
    state: AuthorizationState | None = None
    payer_id: UUID | None = None
    payer: str = ""
    number: str = ""
    joints: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    joints_at_most: int | None = None
    codes: tuple[str, ...] = ()
    sessions: int | None = None
    unnamed: tuple[Unnamed, ...] = ()
    requested_on: date | None = None
    decided_on: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    pairs: tuple[str, ...] = ()
    note: str = ""
    entered_at: datetime | None = None
    entered_by_id: UUID | None = None
    entered_by: str = ""
    version: int = 0

    @property
    def granted(self) -> bool:
        """Whether the payer approved anything."""
        return self.state in GRANTED

    def expired(self, day: date) -> bool:
        """Whether something that was approved can no longer be used on a day."""
        return self.granted and self.valid_to is not None and self.valid_to < day

    @property
    def places(self) -> frozenset[JointSide]:
        """The joints that have a side of their own."""
        apart = (each.rsplit(" ", 1) for each in self.pairs)
        return frozenset(JointSide(joint, Side(side)) for joint, side in apart)

    @property
    def where(self) -> str:
        """`L4-5 and L5-S1, left and right`, `L4-5 left and L5-S1 right`; empty while no joint is known."""
        if self.pairs:
            return listed(self.pairs)
        sides = listed([side.value for side in self.sides])
        return ", ".join(filter(None, (listed(self.joints), sides)))


def problems(said: Authorization, today: date) -> dict[str, str]:
    """Why an authorization cannot be kept yet: by field, a sentence that says what to do."""
    return dict(_problems(said, today))


def _problems(said: Authorization, today: date) -> Iterator[tuple[str, str]]:
    if said.procedure is None:
        yield "procedure", "Say what the authorization is for."
    if said.state is None:
        yield "state", "Say what the payer answered, or that it was requested."
    if said.state is AuthorizationState.NOT_NEEDED and not said.note:
        yield "note", "Say who of the payer said that none is needed."
    if said.state is AuthorizationState.IN_ERROR and not said.note:
        yield "note", "Say what is wrong with this entry."
    yield from _days(said, today)
    joints = {*said.joints, *(place.joint for place in said.places)}
    if said.joints_at_most is not None and joints and said.joints_at_most > len(joints):
        yield "joints_at_most", f"Only {len(joints)} joints are named. Check the number."
    if said.pairs and (said.joints or said.sides):
        yield "pairs", "Name each joint with its side here, or joints and sides above. Keep one of the two."
    if len(said.note) > _LONGEST_NOTE:
        yield "note", f"Shorten the words to {_LONGEST_NOTE} characters."
    for what, field, named in (
        (Unnamed.SIDE, "sides", said.sides or said.pairs),
        (Unnamed.CODES, "codes", said.codes),
        (Unnamed.SESSIONS, "sessions", said.sessions),
    ):
        if what in said.unnamed and named:
            yield field, f"The letter names no {what.value}, it says below. Keep one of the two."


def _days(said: Authorization, today: date) -> Iterator[tuple[str, str]]:
    for field, day in (("requested_on", said.requested_on), ("decided_on", said.decided_on)):
        if day is not None and day > today:
            yield field, "This day lies in the future. Check the date."
    if said.requested_on and said.decided_on and said.decided_on < said.requested_on:
        yield "decided_on", f"It was requested later, on {show_date(said.requested_on)}. Check the dates."
    if said.valid_from and said.valid_to and said.valid_to < said.valid_from:
        yield "valid_to", "The last day lies before the first. Check the dates."

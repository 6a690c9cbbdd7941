"""What waits to be printed or sent, for whom, and how far it is."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.paper import LETTERS, PaperKind
from mbb_desktop.clinical.receipt import HowSent, Receipt


class PrintOf(Enum):
    """A signed paper, or something that is put together when it is printed."""

    PAPER = "signed paper"
    PACKET = "packet"
    HANDOUT = "handout"


class Step(Enum):
    """What happened to something that is to be printed."""

    ORDERED = "ordered"
    SENT_TO_PRINTER = "sent to the printer"
    PRINTED = "printed"
    FAILED = "failed"
    NOT_PRINTED = "did not come out"
    TAKEN_OFF = "taken off the list"
    PUT_BACK = "put back on the list"


CLOSING = (Step.PRINTED, Step.TAKEN_OFF)
"""After these nothing waits; what has an addressee still waits to be sent after it was printed."""


@dataclass(frozen=True, slots=True)
class PrintStep:
    """One step of one item towards one addressee; kept for good.

    `item_id` is the paper's own id, or the id of the order of a packet or handout. `to` is empty for a copy
    that is addressed to nobody. `place` counts the steps of an item towards an addressee from 1. `paper_id`
    is the signed paper, for a packet its letter; `order` is what an ordered packet or handout holds, as
    JSON.
    """

    id: UUID
    item_id: UUID
    of: PrintOf
    to: str
    place: int
    patient_id: UUID
    paper_id: UUID | None
    block_id: UUID | None
    step: Step
    order: str
    printer: str
    copies: int
    reason: str
    workstation: str
    at: datetime
    by_id: UUID
    by: str


class Standing(Enum):
    """How far an item is, as one word of the list."""

    READY = "ready"
    PRINTING = "printing"
    UNKNOWN = "printing, outcome unknown"
    FAILED = "failed"
    PRINTED = "printed"
    FAXED = "faxed"
    SENT = "sent"
    TAKEN_OFF = "taken off the list"


PRINTS_FOR = timedelta(minutes=15)
"""How long another workstation may be taken at its word that it is printing."""

_OF_STEP: Mapping[Step, Standing] = {
    Step.ORDERED: Standing.READY,
    Step.PRINTED: Standing.PRINTED,
    Step.FAILED: Standing.FAILED,
    Step.NOT_PRINTED: Standing.READY,
    Step.TAKEN_OFF: Standing.TAKEN_OFF,
    Step.PUT_BACK: Standing.READY,
}


def standing(
    steps: Iterable[PrintStep], received: Iterable[Receipt], workstation: str, now: datetime
) -> Standing:
    """How far an item is, from its own steps and receipts in any order.

    Something that this workstation began to print and never told the end of is of unknown outcome; the
    caller knows what it is printing at this moment.
    """
    last = max(steps, key=lambda each: each.place, default=None)
    gone = max(received, key=lambda each: (each.kept_at, each.id.bytes), default=None)
    if gone is not None and (last is None or last.at <= gone.kept_at or last.step is Step.PRINTED):
        return Standing.FAXED if gone.how is HowSent.FAXED else Standing.SENT
    if last is None:
        return Standing.READY
    if last.step is Step.SENT_TO_PRINTER:
        elsewhere = last.workstation != workstation and now - last.at < PRINTS_FOR
        return Standing.PRINTING if elsewhere else Standing.UNKNOWN
    return _OF_STEP[last.step]


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a paper is addressed to; `correspondent_id` for somebody of the directory."""

    to: str
    correspondent_id: UUID | None = None


COPY = Addressee("")
"""A copy for the file, the patient or whoever asks."""


def addressees(kind: PaperKind, content: bytes) -> tuple[Addressee, ...]:
    """Who is to have a signed paper: the recipients of a letter and of its copies, else one plain copy."""
    if kind not in (*LETTERS, PaperKind.CORRECTION_NOTICE):
        return (COPY,)
    said = _record(content)
    found = dict.fromkeys(_letter(said) if kind in LETTERS else _entry(said.get("to")))
    return tuple(found) or (COPY,)


def _letter(said: Mapping[str, object]) -> Iterator[Addressee]:
    order = said.get("order")
    if isinstance(order, dict):
        yield from _entry(order.get("recipient"))
        for name in order.get("cc") or ():
            yield Addressee(str(name))


def _entry(to: object) -> Iterator[Addressee]:
    if isinstance(to, dict):
        yield Addressee(str(to["name"]), UUID(str(to["id"])))
    elif isinstance(to, str) and to:
        yield Addressee(to)


def requested_in(content: bytes) -> tuple[JointSide, ...]:
    """The joints and sides that a signed letter asks for."""
    asked = _record(content).get("requested")
    found = asked if isinstance(asked, list) else []
    return tuple(JointSide(str(each["joint"]), Side(each["side"])) for each in found)


def _record(content: bytes) -> Mapping[str, object]:
    try:
        said = json.loads(content)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}

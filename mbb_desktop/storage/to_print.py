"""The list of what waits to be printed or sent, kept by the changes that add to it and take from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.paper import BY_LEARNER, Signed
from mbb_desktop.clinical.print_step import CLOSING, PrintStep, Step, addressees
from mbb_desktop.clinical.receipt import Receipt
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.storage.tables import COSIGNATURE, PRINT_STEP, RECEIPT, SIGNED_DOCUMENT, TO_PRINT

_COLUMNS = TO_PRINT.c
_OWN = sa.and_(_COLUMNS.item_id == sa.bindparam("item"), _COLUMNS.to == sa.bindparam("whom"))
_TAKE_OFF, _STANDS = TO_PRINT.delete().where(_OWN), sa.select(_COLUMNS.to).where(_OWN)
_AWAITED = sa.select(SIGNED_DOCUMENT.c.id).where(
    SIGNED_DOCUMENT.c.meaning.in_(BY_LEARNER),
    SIGNED_DOCUMENT.c.id.not_in(sa.select(COSIGNATURE.c.paper_id)),
)
_IS_AWAITED = _AWAITED.where(SIGNED_DOCUMENT.c.id == sa.bindparam("paper"))
Key = tuple[UUID, str]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One item for one addressee; `paper_id` is the signed paper, for a packet its letter."""

    item_id: UUID
    to: str
    patient_id: UUID
    paper_id: UUID | None
    since: datetime


def wait_for(change: Change, paper: Signed) -> None:
    """A paper was signed: everybody whom it is addressed to waits for it, else one copy does.

    For a learner's paper nobody waits before it is co-signed: it is put onto the list then.
    """
    if paper.meaning in BY_LEARNER:
        return
    for each in addressees(paper.kind, paper.content):
        _add(change, Waiting(paper.id, each.to, paper.patient_id, paper.id, paper.signed_at))


def went_on(change: Change, step: PrintStep) -> None:
    """A step was kept: add what it opens, take off what it ends.

    A learner's paper that awaits its co-signature is opened by no step.
    """
    own = {"item": step.item_id, "whom": step.to}
    if step.step is Step.TAKEN_OFF or (step.step in CLOSING and not step.to):
        change.connection.execute(_TAKE_OFF, own)
    elif step.step is not Step.PRINTED and not change.connection.execute(_STANDS, own).first():
        if change.connection.execute(_IS_AWAITED, {"paper": step.paper_id}).first():
            return
        _add(change, Waiting(step.item_id, step.to, step.patient_id, step.paper_id, step.at))


def arrived(change: Change, receipt: Receipt) -> None:
    """Somebody received a paper: neither it nor a packet led by it waits for them any more."""
    theirs = sa.and_(_COLUMNS.paper_id == receipt.paper_id, _COLUMNS.to.in_(("", receipt.to)))
    change.connection.execute(TO_PRINT.delete().where(theirs))


def _add(change: Change, waiting: Waiting) -> None:
    change.connection.execute(TO_PRINT.insert(), {name: getattr(waiting, name) for name in Waiting.__slots__})


def waiting(look: Look) -> tuple[Waiting, ...]:
    """Everything that waits, the oldest first."""
    return _read(look.connection.execute(sa.select(*_COLUMNS)))


def _read(rows: Iterable[sa.Row[tuple[object, ...]]]) -> tuple[Waiting, ...]:
    found = [Waiting(**row._mapping) for row in rows]
    return tuple(sorted(found, key=lambda each: (each.since, each.item_id.bytes, each.to)))


def disagreements(connection: sa.Connection) -> Iterator[tuple[str, str]]:
    """Items that wait though nothing says so, or do not wait though they should, with a sentence.

    Read from the papers and the order of the steps alone: an item that somebody received is not judged, since
    no clock is taken at its word for what came first.
    """
    try:
        due, waits = _by_steps(connection), _keys(connection, _COLUMNS.item_id, _COLUMNS.to)
        given = _keys(connection, RECEIPT.c.paper_id, RECEIPT.c.to)
    except (ValueError, LookupError, TypeError):
        return  # the row itself is reported
    left = {paper for paper, _ in given}
    for (item, to), (paper, waiting_still) in due.items():
        judged = (paper, to) not in given and not (to == "" and paper in left)
        if judged and waiting_still != ((item, to) in waits):
            said = (
                "is not on the list of what waits" if waiting_still else "is on the list, though it is done"
            )
            yield f"print item {item.hex}", f"It {said}."
    for item, _to in sorted(waits - due.keys(), key=str):
        yield f"print item {item.hex}", "It is on the list of what waits, but nothing put it there."


def _keys(connection: sa.Connection, key: sa.Column[UUID], to: sa.Column[str]) -> set[Key]:
    return {(row[0], row[1]) for row in connection.execute(sa.select(key, to))}


def _by_steps(connection: sa.Connection) -> dict[Key, tuple[UUID | None, bool]]:
    """The paper of each item, and whether it waits as long as nobody receives it."""
    paper, step = SIGNED_DOCUMENT.c, PRINT_STEP.c
    due: dict[Key, tuple[UUID | None, bool]] = {}
    alone = paper.meaning.not_in(BY_LEARNER)
    for row in connection.execute(sa.select(paper.id, paper.kind, paper.content).where(alone)):
        due |= {(row.id, each.to): (row.id, True) for each in addressees(row.kind, row.content)}
    awaited = set(connection.execute(_AWAITED).scalars())
    columns = sa.select(step.item_id, step.to, step.paper_id, step.step)
    for told in connection.execute(columns.order_by(step.place)):
        if told.step is Step.TAKEN_OFF or (told.step in CLOSING and not told.to):
            due[told.item_id, told.to] = told.paper_id, False
        elif told.step is not Step.PRINTED:
            due[told.item_id, told.to] = told.paper_id, told.paper_id not in awaited
    return due

"""The list of the print station: what is not complete, what waits, and what went out these days."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.checks import blocking, called, problems
from mbb_desktop.clinical.cosignature import CosignStanding
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.entered_in_error import EnteredInError, as_tested, joints_withdrawn
from mbb_desktop.clinical.handout import HandoutKind
from mbb_desktop.clinical.paper import LETTERS, PaperKind, Signed, SignedDocument
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.performed import joints_blocked
from mbb_desktop.clinical.print_step import (
    COPY,
    Addressee,
    PrintOf,
    PrintStep,
    Standing,
    Step,
    addressees,
    requested_in,
    standing,
)
from mbb_desktop.clinical.receipt import Receipt
from mbb_desktop.clinical.response import Conclusion
from mbb_desktop.storage import (
    blocks,
    cosignatures,
    entered_in_error,
    papers,
    print_steps,
    receipts,
    responses,
    to_print,
)
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.goes_together import is_returned
from mbb_desktop.workflow.knowledge import formulary

_SHOWN_FOR = timedelta(days=7)
_LETTER_IS_DUE_FOR = timedelta(days=180)
_TWO = 2
Key = tuple[UUID, str]


@dataclass(frozen=True, slots=True)
class PrintItem:
    """One paper, packet or handout for one addressee. `paper` is the signed paper, for a packet its letter.

    `order` is what an ordered packet or handout holds; `receipts` are this addressee's alone. `partly` are
    the notices that the paper is none about some joints, `undermined` those about what it rests on: with one
    of these it is not ready any more. `awaited`: a learner signed it, and its co-signature is missing.
    """

    item_id: UUID
    of: PrintOf
    addressee: Addressee
    patient: Patient
    paper: Signed | None
    joints: tuple[JointSide, ...]
    order: Mapping[str, object]
    standing: Standing
    since: datetime
    steps: tuple[PrintStep, ...]
    receipts: tuple[Receipt, ...]
    partly: tuple[EnteredInError, ...] = ()
    undermined: tuple[EnteredInError, ...] = ()
    awaited: bool = False

    @property
    def key(self) -> Key:
        return self.item_id, self.addressee.to

    @property
    def last(self) -> PrintStep | None:
        return self.steps[-1] if self.steps else None

    @property
    def number(self) -> str:
        """What a job and a file are called: never a person's name."""
        if self.of is PrintOf.HANDOUT:
            return f"diary-{self.order['diary']}"
        assert self.paper is not None
        return f"packet-{self.paper.number}" if self.of is PrintOf.PACKET else self.paper.number

    @property
    def kind(self) -> PaperKind | HandoutKind | PrintOf:
        if self.of is PrintOf.HANDOUT:
            return HandoutKind(self.order["kind"])
        return self.paper.kind if self.of is PrintOf.PAPER and self.paper else PrintOf.PACKET


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A paper that cannot be printed yet, and what it lacks; `standing` of one that a learner signed."""

    kind: PaperKind
    patient: Patient
    joints: tuple[JointSide, ...]
    missing: tuple[str, ...]
    block: Block | None = None
    standing: CosignStanding | None = None


@dataclass(frozen=True, slots=True)
class PrintList:
    """`waiting` in the order of work; `done` of the last week, the newest first."""

    unfinished: tuple[Unfinished, ...]
    waiting: tuple[PrintItem, ...]
    done: tuple[PrintItem, ...]
    printed_today: int


@needs(Permission.ISSUE_PAPERS)
def print_list(desk: Desk) -> PrintList:
    """Everything of every patient; what papers lack only for a person who may open charts."""
    with desk.store.look() as look:
        open_ = {(each.item_id, each.to): each.since for each in to_print.waiting(look)}
        recent = print_steps.since(look, desk.now - _SHOWN_FOR)
        ended = _ended(recent, receipts.since(look, desk.now - _SHOWN_FOR))
        found = _items(desk, look, {**ended, **open_})
        day = desk.now.date()
        return PrintList(
            _unfinished(desk, look),
            tuple(sorted((each for each in found if each.key in open_), key=_order_of_work)),
            tuple(sorted((e for e in found if e.key not in open_), key=lambda e: e.since, reverse=True)),
            sum(s.step is Step.PRINTED and s.at.astimezone(desk.now.tzinfo).date() == day for s in recent),
        )


@needs(Permission.ISSUE_PAPERS)
def count_to_print(desk: Desk) -> int:
    """How much waits to be printed or sent."""
    with desk.store.look() as look:
        return len(_items(desk, look, {(e.item_id, e.to): e.since for e in to_print.waiting(look)}))


def items_of(desk: Desk, look: Look, keys: Iterable[Key]) -> dict[Key, PrintItem]:
    """The items as they stand inside an open transaction; without those entered in error."""
    return {each.key: each for each in _items(desk, look, dict.fromkeys(keys, desk.now))}


def _ended(steps: Iterable[PrintStep], received: Iterable[Receipt]) -> dict[Key, datetime]:
    """When the items that something happened to ended, the newest moment of each."""
    ended = {(step.item_id, step.to): step.at for step in steps}
    return {**ended, **{(each.paper_id, each.to): each.kept_at for each in received}}


_FIRST: tuple[object, ...] = (
    PaperKind.ERROR_NOTICE,
    PaperKind.CORRECTION_NOTICE,
    *LETTERS,
    PrintOf.PACKET,
    PaperKind.PROCEDURE_NOTE,
    PaperKind.RESPONSE,
    PaperKind.ADDENDUM,
)


def _order_of_work(item: PrintItem) -> tuple[int, datetime, UUID, bool, str]:
    """Corrections first, then letters with their packets, then records, then what patients take home."""
    place = _FIRST.index(item.kind) if item.kind in _FIRST else len(_FIRST)
    a_copy = item.addressee.correspondent_id is None
    return (place, item.since, item.item_id, a_copy, item.addressee.to)


def _items(desk: Desk, look: Look, keys: Mapping[Key, datetime]) -> list[PrintItem]:
    ids = list(dict.fromkeys(item_id for item_id, _ in keys))
    steps = print_steps.of_items(look, ids)
    led = [step.paper_id for step in steps if step.paper_id is not None]
    known = papers.listed(look, list(dict.fromkeys((*ids, *led))))
    errors = entered_in_error.about(look, known.values())
    received = receipts.of_papers(look, list(known))
    reader = _Reader(desk, look, known, steps, received, errors)
    found = [reader.item(key, since) for key, since in keys.items()]
    shown = [each for each in found if each and not (each.paper and each.paper.id in errors.gone)]
    awaited = cosignatures.without(look, known.values())
    return [replace(e, awaited=True) if e.paper and e.paper.id in awaited else e for e in shown]


class _Reader:
    """What the rows of one list are put together from."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a row is read from
        self,
        desk: Desk,
        look: Look,
        known: Mapping[UUID, Signed],
        steps: Sequence[PrintStep],
        received: Sequence[Receipt],
        errors: entered_in_error.Errors,
    ) -> None:
        self._desk, self._known, self._errors = desk, known, errors
        self._steps: dict[UUID, list[PrintStep]] = {}
        self._receipts: dict[Key, list[Receipt]] = {}
        for step in steps:
            self._steps.setdefault(step.item_id, []).append(step)
        for each in received:
            self._receipts.setdefault((each.paper_id, each.to), []).append(each)
        about = [(p.patient_id, p.block_id) for p in known.values()]
        about += [(step.patient_id, step.block_id) for step in steps]
        self._people = look.people(patient for patient, _ in about)
        wanted = tuple({block for _, block in about if block is not None})
        self._blocks = {block.id: block for block in look.many(Block, wanted)}

    def item(self, key: Key, since: datetime) -> PrintItem | None:
        """One row; None for an order whose block was put away or was an error."""
        item_id, to = key
        every = self._steps.get(item_id, [])
        own = tuple(sorted((step for step in every if step.to == to), key=lambda step: step.place))
        order = next((step for step in own if step.order), None)
        paper = self._known.get(item_id if order is None else order.paper_id or item_id)
        block_id = order.block_id if order else paper.block_id if paper else None
        block = self._blocks.get(block_id) if block_id else None
        if order is None and paper is None:
            return None
        if order and block and block.state in (BlockState.DISCARDED, BlockState.ENTERED_IN_ERROR):
            return None
        received = tuple(
            each
            for each in self._receipts.get((paper.id if paper else item_id, to), ())
            if order is None or each.kept_at >= order.at
        )
        patient_id = paper.patient_id if paper else own[0].patient_id
        return PrintItem(
            item_id,
            order.of if order else PrintOf.PAPER,
            _addressee(paper, to, received),
            self._people[patient_id],
            paper,
            _joints(paper, block),
            json.loads(order.order) if order else {},
            standing(own, received, self._desk.workstation, self._desk.now),
            since,
            own,
            received,
            self._errors.partly.get(paper.id, ()) if paper else (),
            self._errors.undermined.get(paper.id, ()) if paper else (),
        )


def _addressee(paper: Signed | None, to: str, received: Sequence[Receipt]) -> Addressee:
    said = addressees(paper.kind, paper.content) if paper else ()
    told = (Addressee(each.to, each.correspondent_id) for each in received)
    return next((each for each in (*said, *told) if each.to == to), COPY if not to else Addressee(to))


def _joints(paper: Signed | None, block: Block | None) -> tuple[JointSide, ...]:
    if block is not None:
        return joints_blocked(block)
    return requested_in(paper.content) if paper and paper.kind in LETTERS else ()


def _unfinished(desk: Desk, look: Look) -> tuple[Unfinished, ...]:
    """Note, then response, then letter: each becomes ready by its signature alone."""
    drafts = [b for b in blocks.drafts(look) if b.needle_out is not None]
    charts = desk.may(Permission.OPEN_CHART)
    waiting = blocks.with_response_to_sign(look) if charts else ()
    every = (*drafts, *waiting)
    people = look.people(b.patient_id for b in every)
    courses = {c.id: c for c in look.many(Course, tuple({b.course_id for b in every}))} if charts else {}
    others = blocks.of_people(look, [b.patient_id for b in drafts]) if charts else {}
    notes = [
        Unfinished(
            PaperKind.PROCEDURE_NOTE,
            people[block.patient_id],
            joints_blocked(block),
            _lacks(desk, block, people[block.patient_id], courses[block.course_id], others[block.patient_id])
            if charts
            else ("signature",),
            block,
        )
        for block in drafts
    ]
    unsigned = [
        Unfinished(PaperKind.RESPONSE, people[block.patient_id], joints_blocked(block), ("signature",), block)
        for block in waiting
    ]
    return (*_to_cosign(look), *notes, *unsigned, *(_letters_to_write(desk, look) if charts else ()))


def _to_cosign(look: Look) -> tuple[Unfinished, ...]:
    """What learners signed and no attending has co-signed, a row for each kind and block; who is asked."""
    waiting = papers.open_learners(look)
    people = look.people(paper.patient_id for paper in waiting)
    of = {b.id: b for b in look.many(Block, tuple({p.block_id for p in waiting if p.block_id is not None}))}
    found: dict[tuple[PaperKind, UUID, UUID | None], Unfinished] = {}
    for paper in waiting:
        block = of.get(paper.block_id) if paper.block_id else None
        key = paper.kind, paper.patient_id, paper.block_id
        before = found[key].missing if key in found else ()
        joints = joints_blocked(block) if block else ()
        missing = (*before, _attending(paper))
        back = is_returned(paper) or (key in found and found[key].standing is CosignStanding.RETURNED)
        standing = CosignStanding.RETURNED if back else CosignStanding.AWAITED
        found[key] = Unfinished(paper.kind, people[paper.patient_id], joints, missing, block, standing)
    return tuple(found.values())


def _attending(paper: SignedDocument) -> str:
    known = paper.cosigning
    who = known.attending if known else "an attending"
    return f"returned by {who}" if is_returned(paper) else f"to be co-signed by {who}"


def _lacks(
    desk: Desk, block: Block, patient: Patient, course: Course, others: tuple[Block, ...]
) -> tuple[str, ...]:
    found = blocking(problems(block, patient, desk.now, formulary(), course, others))
    return tuple(dict.fromkeys(called(each) for each in found)) or ("signature",)


def _letters_to_write(desk: Desk, look: Look) -> tuple[Unfinished, ...]:
    """Complaints with two blocks that a physician concluded positive, and no signed letter about them."""
    last = papers.last_letters(look, desk.now - _LETTER_IS_DUE_FOR)
    written = {key: at.astimezone(desk.now.tzinfo).date() if at else None for key, at in last.items()}
    due = [course for course in look.many(Course, tuple(last)) if _may_be_due(course, written[course.id])]
    positive = _positive(look, [course.id for course in due])
    people = look.people(course.patient_id for course in due)
    found = []
    for course in due:
        own = positive.get(course.id, [])
        if len(own) >= _TWO and not _ablated_since(course, own[-1].performed_on):
            joints = joints_blocked(own[-1])
            found.append(Unfinished(PaperKind.RFA_LETTER, people[course.patient_id], joints, ("the letter",)))
    return tuple(found)


def _may_be_due(course: Course, written: date | None) -> bool:
    """Nothing was written, or what was written led to an ablation."""
    return written is None or _ablated_since(course, written)


def _ablated_since(course: Course, day: date) -> bool:
    return any(each.on is not None and each.on >= day for each in course.ablations)


def _positive(look: Look, course_ids: Sequence[UUID]) -> dict[UUID, list[Block]]:
    """The blocks concluded positive by course, each with the joints that it still tests, the first first."""
    signed = [r for r in responses.of_courses(look, course_ids) if r.signed_at is not None]
    concluded = [r.block_id for r in signed if r.conclusion is Conclusion.POSITIVE]
    errors = entered_in_error.of_blocks(look, concluded)
    found: dict[UUID, list[Block]] = {}
    for block in look.many(Block, concluded):
        tests = as_tested(block, joints_withdrawn(errors, block))
        if tests is not None:
            found.setdefault(block.course_id, []).append(tests)
    return found

"""The signed records that figures are counted from: only the columns that count, in few statements."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.types import TypeEngine

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block, BlockState, Drug, DrugUse, Fluoroscopy, Target
from mbb_desktop.clinical.counting import Asked, Complaint, Scores, SignedBlock
from mbb_desktop.clinical.course import Treatment
from mbb_desktop.clinical.paper import LETTERS, PaperKind
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.response import BEFORE, SLOTS
from mbb_desktop.storage import entered_in_error
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import BLOCKS, COURSES, DRAFTS, METADATA, PATIENTS, RESPONSES, SIGNED_DOCUMENT

_BLOCK, _COURSE, _PATIENT = BLOCKS.table.c, COURSES.table.c, PATIENTS.table.c
_RESPONSE, _PAPER = RESPONSES.table.c, SIGNED_DOCUMENT.c
_READING = METADATA.tables["response_readings"].c
_ABLATION = METADATA.tables["course_ablations"].c
_DAY, _AT_ONCE = 1440, 5_000
Told = Callable[[int, int], None]
"""Is called with how many steps of how many are done."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to read, for one look; `told` hears of the progress.

    `in_error` are the papers and responses that were entered in error, `withdrawn` the joints of each block
    that are no test any more, `merged` the records of asked patients that were merged, each with its person.
    """

    asked: Asked
    told: Told
    in_error: frozenset[UUID]
    withdrawn: Mapping[UUID, tuple[JointSide, ...]]
    merged: Mapping[UUID, Patient]

    def whose(self, patient_id: UUID) -> UUID:
        """The record under which a person is counted."""
        person = self.merged.get(patient_id)
        return patient_id if person is None else person.id


def wanted(look: Look, asked: Asked, told: Told) -> Wanted:
    """What to read of the records as they stand in this look."""
    notices = entered_in_error.every(look)
    whole = [each.wrong for each in notices if each.whole]
    gone = {key for wrong in whole for key in (wrong.paper_id, wrong.response_id) if key is not None}
    withdrawn: dict[UUID, tuple[JointSide, ...]] = {}
    for each in notices:
        if each.block_id is not None and each.wrong.joints:
            withdrawn[each.block_id] = (*withdrawn.get(each.block_id, ()), *each.wrong.joints)
    return Wanted(asked, told, frozenset(gone), withdrawn, _merged(look, asked))


def _merged(look: Look, asked: Asked) -> Mapping[UUID, Patient]:
    """Every record of the asked patients who have several, with its person."""
    several = {*look.merges, *look.merges.values()}
    if not several:
        return {}
    found = sa.select(_BLOCK.patient_id).where(_asked(asked, _BLOCK), _BLOCK.patient_id.in_(several))
    ids = set(look.connection.execute(found).scalars())
    return look.people(one for key in ids for one in look.same_person(key))


def signed_blocks(look: Look, wanted: Wanted) -> tuple[SignedBlock, ...]:
    """Every signed block, of any time, of the patients who had one in the period."""
    steps: tuple[Callable[[Look, Wanted], dict[UUID, Any]], ...] = (
        _joints,
        _targets,
        _drugs,
        _notes,
        _scores,
    )
    found: list[dict[UUID, Any]] = []
    for done, read in enumerate(steps):
        wanted.told(done, len(steps) + 1)
        found.append(read(look, wanted))
    wanted.told(len(steps), len(steps) + 1)
    joints, targets, drugs, notes, scores = found
    rows = _many(look, sa.select(*_OF_BLOCK).select_from(_WITH_OTHERS).where(_patients(wanted)))
    every = (
        SignedBlock(
            _block(
                row,
                wanted.whose(row.patient_id),
                (joints.get(row.id, ()), targets.get(row.id, ()), drugs.get(row.id, _NO_DRUGS)[0]),
            ),
            row.course_region,
            _weighed(row, wanted),
            drugs.get(row.id, _NO_DRUGS)[1],
            notes.get(row.id),
            scores.get(row.id, _NO_SCORES),
            wanted.withdrawn.get(row.id, ()),
        )
        for row in rows
    )
    return tuple(every)


def _weighed(row: Any, wanted: Wanted) -> bool:
    person = wanted.merged.get(row.patient_id)
    return row.weight is not None or (person is not None and person.weight is not None)


_NO_SCORES = Scores()
_NO_DRUGS: tuple[tuple[Drug, ...], bool] = ((), False)
_WITH_OTHERS = BLOCKS.table.join(COURSES.table, _BLOCK.course_id == _COURSE.id).join(
    PATIENTS.table, _BLOCK.patient_id == _PATIENT.id
)
_OF_BLOCK = (
    _BLOCK.id,
    _BLOCK.patient_id,
    _BLOCK.course_id,
    _BLOCK.performed_on,
    _BLOCK.purpose,
    _BLOCK.physician_id,
    _BLOCK.started_at,
    _BLOCK.no_steroid,
    _BLOCK.stopped_because,
    _BLOCK.counts_as_session,
    _BLOCK.reported_by,
    _BLOCK.vertebrae,
    _BLOCK.fluoroscopy_none_used,
    _BLOCK.fluoroscopy_seconds,
    _BLOCK.fluoroscopy_air_kerma,
    _BLOCK.fluoroscopy_dap,
    _COURSE.region.label("course_region"),
    _PATIENT.weight,
)


def _patients(wanted: Wanted) -> sa.ColumnElement[bool]:
    """Whether a block is signed, and of a patient who has a signed one that is asked for."""
    other = BLOCKS.table.alias("asked").c
    patients = sa.select(other.patient_id).where(_asked(wanted.asked, other))
    merged = (_BLOCK.patient_id.in_(wanted.merged),) if wanted.merged else ()
    theirs = sa.or_(_BLOCK.patient_id.in_(patients), *merged)
    return sa.and_(_BLOCK.state == BlockState.SIGNED, theirs)


def _asked(asked: Asked, block: Any) -> sa.ColumnElement[bool]:
    """Whether a block itself is asked for."""
    whose = () if asked.physician_id is None else (block.physician_id == asked.physician_id,)
    return sa.and_(_in_period(asked, block.performed_on), block.state == BlockState.SIGNED, *whose)


def _in_period(asked: Asked, day: sa.ColumnElement[date]) -> sa.ColumnElement[bool]:
    return day.between(asked.period.first, asked.period.last)


def _many(look: Look, statement: sa.Select[Any]) -> Iterator[Any]:
    """The rows, some thousands fetched at once: one by one they cost half as much again."""
    for rows in look.connection.execute(statement).partitions(_AT_ONCE):
        yield from rows


def _block(
    row: Any,
    patient_id: UUID,
    done: tuple[tuple[JointSide, ...], tuple[Target, ...], tuple[Drug, ...]],
) -> Block:
    joints, targets, drugs = done
    return Block(
        row.id,
        patient_id,
        row.course_id,
        row.performed_on,
        BlockState.SIGNED,
        row.purpose,
        physician_id=row.physician_id,
        started_at=row.started_at,
        joints=joints,
        targets=targets,
        drugs=drugs,
        no_steroid=row.no_steroid,
        stopped_because=row.stopped_because,
        counts_as_session=row.counts_as_session,
        reported_by=row.reported_by,
        vertebrae=row.vertebrae,
        fluoroscopy=Fluoroscopy(
            seconds=row.fluoroscopy_seconds,
            none_used=row.fluoroscopy_none_used,
            air_kerma=row.fluoroscopy_air_kerma,
            dap=row.fluoroscopy_dap,
        ),
    )


def _rows(look: Look, wanted: Wanted, table: str, *columns: str) -> Iterator[tuple[UUID, tuple[Any, ...]]]:
    """Each block with its rows in a table of children, sorted.

    Put together here: the database wipes the memory it used, which makes its own GROUP BY ten times slower.
    """
    child = METADATA.tables[table].c
    bare = [sa.type_coerce(child[name], _BARE[name]) for name in columns]
    blocks = sa.select(_BLOCK.id).where(_patients(wanted))
    statement = sa.select(sa.type_coerce(child.block_id, sa.LargeBinary), *bare)
    found: dict[bytes, list[tuple[Any, ...]]] = defaultdict(list)
    for key, *row in _many(look, statement.where(child.block_id.in_(blocks))):
        found[key].append(tuple(row))
    return ((UUID(bytes=key), tuple(sorted(rows))) for key, rows in found.items())


_BARE: dict[str, TypeEngine[Any]] = {
    **dict.fromkeys(("joint", "side", "nerve", "use", "agent", "lot"), sa.Text()),
    "syringe": sa.Integer(),
    "not_injected": sa.Boolean(),
}


def _joints(look: Look, wanted: Wanted) -> dict[UUID, tuple[JointSide, ...]]:
    return {key: _joints_in(rows) for key, rows in _rows(look, wanted, "block_joints", "joint", "side")}


@lru_cache(4096)
def _joints_in(rows: tuple[tuple[str, str], ...]) -> tuple[JointSide, ...]:
    return tuple(JointSide(joint, Side(side)) for joint, side in rows)


def _targets(look: Look, wanted: Wanted) -> dict[UUID, tuple[Target, ...]]:
    columns = ("nerve", "side", "syringe", "not_injected")
    return {key: _targets_in(rows) for key, rows in _rows(look, wanted, "block_targets", *columns)}


@lru_cache(4096)
def _targets_in(rows: tuple[tuple[str, str, int, bool], ...]) -> tuple[Target, ...]:
    return tuple(
        Target(nerve, Side(side), syringe, not_injected=left_out) for nerve, side, syringe, left_out in rows
    )


def _drugs(look: Look, wanted: Wanted) -> dict[UUID, tuple[tuple[Drug, ...], bool]]:
    columns = ("use", "agent", "syringe", "lot")
    return {key: _drugs_in(rows) for key, rows in _rows(look, wanted, "block_drugs", *columns)}


@lru_cache(4096)
def _drugs_in(rows: tuple[tuple[str, str, int, str], ...]) -> tuple[tuple[Drug, ...], bool]:
    """The drugs, and whether each anesthetic at a target has its lot."""
    drugs = tuple(Drug(DrugUse(use), agent, syringe=syringe) for use, agent, syringe, _lot in rows)
    lots = [lot for use, _agent, _syringe, lot in rows if DrugUse(use) is DrugUse.TARGET]
    return drugs, bool(lots) and all(lots)


def _notes(look: Look, wanted: Wanted) -> dict[UUID, Any]:
    """When the note of each block was signed."""
    note = _PAPER.kind == PaperKind.PROCEDURE_NOTE
    joined = BLOCKS.table.join(SIGNED_DOCUMENT, _PAPER.block_id == _BLOCK.id)
    columns = sa.select(_BLOCK.id, _PAPER.signed_at, _PAPER.id.label("paper_id")).select_from(joined)
    rows = look.connection.execute(columns.where(_patients(wanted), note).order_by(_PAPER.signed_at.desc()))
    return {row.id: row.signed_at for row in rows if row.paper_id not in wanted.in_error}


def _scores(look: Look, wanted: Wanted) -> dict[UUID, Scores]:
    """By block, of its newest response; readings only of those in the period and, as they count for later
    ones, of unsigned ones.
    """
    blocks = sa.select(_BLOCK.id).where(_patients(wanted))
    columns = (
        _RESPONSE.id,
        _RESPONSE.block_id,
        _RESPONSE.signed_at,
        _RESPONSE.conclusion,
        _RESPONSE.computed,
    )
    responses = look.connection.execute(sa.select(*columns).where(_RESPONSE.block_id.in_(blocks))).all()
    near = sa.or_(_in_period(wanted.asked, _BLOCK.performed_on), _RESPONSE.signed_at.is_(None))
    joined = RESPONSES.table.join(BLOCKS.table, _RESPONSE.block_id == _BLOCK.id)
    read = _readings(look, sa.select(_RESPONSE.id).select_from(joined).where(_patients(wanted), near))
    return {
        row.block_id: Scores(
            _slots_in(read.known.get(row.id.bytes, 0)),
            _slots_in(read.asked.get(row.id.bytes, 0)),
            read.days.get(row.id.bytes),
            row.conclusion if row.signed_at else None,
            row.computed if row.signed_at else (),
        )
        for row in sorted(responses, key=lambda row: row.id)
        if row.id not in wanted.in_error
    }


@dataclass(slots=True)
class _Readings:
    """By response: a bit for each slot with a score, for each asked for, and the day of the 24 h score."""

    known: dict[bytes, int] = field(default_factory=lambda: defaultdict(int))
    asked: dict[bytes, int] = field(default_factory=lambda: defaultdict(int))
    days: dict[bytes, date] = field(default_factory=dict)


def _readings(look: Look, ids: sa.Select[tuple[UUID]]) -> _Readings:
    bare = sa.type_coerce(_READING.response_id, sa.LargeBinary)
    given = _READING.score.is_not(None)
    entered = sa.case((sa.and_(given, _READING.slot == _DAY), _READING.entered_at))
    read = _Readings()
    columns = sa.select(bare, _READING.slot, given, entered).where(_READING.response_id.in_(ids))
    for key, slot, is_known, at in _many(look, columns):
        bit = _BITS.get(slot, 0)
        read.asked[key] |= bit
        if is_known:
            read.known[key] |= bit
        if at is not None:
            read.days[key] = min(at.date(), read.days.get(key, date.max))
    return read


_BITS = {slot: 1 << at for at, slot in enumerate((BEFORE, *SLOTS))}


@lru_cache(4096)
def _slots_in(bits: int) -> frozenset[int]:
    return frozenset(slot for slot, bit in _BITS.items() if bits & bit)


def complaints(look: Look, wanted: Wanted) -> tuple[Complaint, ...]:
    """The courses of those patients, each with its first letter and its ablations."""
    of_patients = _COURSE.id.in_(sa.select(_BLOCK.course_id).where(_patients(wanted)))
    columns = (_COURSE.id, _COURSE.patient_id, _COURSE.region, _COURSE.closed_on, _COURSE.no_rfa_because)
    rows = look.connection.execute(sa.select(*columns).where(of_patients)).all()
    letters, ablations = _letters(look, wanted), _ablations(look, wanted)
    return tuple(
        Complaint(
            row.id,
            wanted.whose(row.patient_id),
            row.region,
            row.closed_on is not None or bool(row.no_rfa_because.strip()),
            letters.get(row.id),
            tuple(ablations.get(row.id, ())),
        )
        for row in rows
    )


def _letters(look: Look, wanted: Wanted) -> dict[UUID, date]:
    """The day of each course's first letter; later ones are overwritten by earlier ones."""
    rows = look.connection.execute(
        sa.select(_PAPER.id, _PAPER.course_id, _PAPER.signed_at)
        .where(_PAPER.kind.in_(LETTERS), _PAPER.course_id.is_not(None))
        .order_by(_PAPER.signed_at.desc())
    )
    return {row.course_id: row.signed_at.date() for row in rows if row.id not in wanted.in_error}


def _ablations(look: Look, wanted: Wanted) -> dict[UUID, list[Treatment]]:
    columns = (_ABLATION.relief, _ABLATION.function, _ABLATION.pain_back_on, _ABLATION.not_back_on)
    courses = sa.select(_BLOCK.course_id).where(_patients(wanted))
    rows = look.connection.execute(
        sa.select(_ABLATION.course_id, _ABLATION.on, *columns).where(_ABLATION.course_id.in_(courses))
    )
    found: dict[UUID, list[Treatment]] = {}
    for row in rows:
        told = Treatment(
            row.on,
            relief=row.relief,
            function=row.function,
            pain_back_on=row.pain_back_on,
            not_back_on=row.not_back_on,
        )
        found.setdefault(row.course_id, []).append(told)
    return found


def unsigned_after_a_day(look: Look, wanted: Wanted, today: date) -> int:
    """How many notes are drafts although the block was before yesterday."""
    whose = wanted.asked.physician_id
    mine = () if whose is None else (_BLOCK.physician_id == whose,)
    old = _BLOCK.performed_on < today - timedelta(days=1)
    count: int = look.connection.execute(
        sa.select(sa.func.count()).select_from(BLOCKS.table).where(DRAFTS, old, *mine)
    ).scalar_one()
    return count

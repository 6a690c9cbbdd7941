"""A day's list from a file: every row looked at beside the record, the good ones planned in one act."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.levels import Levels
from mbb_desktop.clinical.people import Patient
from mbb_desktop.interop.day_list_file import ListedBlock, read_day_list, written_back
from mbb_desktop.storage.patient_words import compact
from mbb_desktop.storage.store import Change
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.listed_rows import (
    Act,
    OfferedPlan,
    Told,
    Wanted,
    beside_record,
    listed_twice,
    one_person,
)
from mbb_desktop.workflow.record_block import planned

_TOGETHER = 250  # rows in one transaction


@dataclass(frozen=True, slots=True)
class DayListOffered:
    """What a file would put on the day's list; `asks_order` while 03/04 could be two days."""

    columns: tuple[str, ...]
    rows: tuple[OfferedPlan, ...]
    asks_order: bool


@dataclass(frozen=True, slots=True)
class PlannedFromList:
    """What was put on the list, the rows that were not after all, each with why, and those not reached."""

    blocks: tuple[Block, ...]
    left_out: tuple[OfferedPlan, ...]
    not_reached: tuple[Wanted, ...] = ()


def _go_on(_done: int, _of: int) -> bool:
    return True


@needs(Permission.PLAN_BLOCK)
def preview_day_list(
    desk: Desk, data: bytes, day_first: bool | None = None, told: Told = _go_on
) -> DayListOffered:
    """The rows of a CSV file beside the record; nothing is kept. Raises Unreadable."""
    found = read_day_list(data, desk.now.date(), day_first=day_first)
    with desk.store.long_look() as look:
        rows = beside_record(desk, look, [Wanted(row) for row in found.rows], told)
    return DayListOffered(found.columns, listed_twice(rows), found.asks_order)


@needs(Permission.PLAN_BLOCK)
def check_listed(desk: Desk, wanted: Wanted) -> OfferedPlan:
    """One row again, after its levels or what was said for it changed."""
    with desk.store.look() as look:
        return beside_record(desk, look, [wanted], _go_on)[0]


@needs(Permission.PLAN_BLOCK)
def plan_listed(desk: Desk, wanted: Sequence[Wanted], told: Told = _go_on) -> PlannedFromList:
    """Plan the rows, as many as a clinic has in days in one transaction with one entry in the audit trail.

    Each is looked at once more: one that does not hold any longer is left out with its sentence. A longer
    list is kept in several steps, so that nobody's save waits for it; stopping it leaves the rest untouched.
    """
    made: list[Block] = []
    left_out: list[OfferedPlan] = []
    at = 0
    while at < len(wanted) and told(at, len(wanted)):
        some, at = wanted[at : at + _TOGETHER], at + _TOGETHER
        planned_now, not_planned = _plan_some(desk, some)
        made += planned_now
        left_out += not_planned
    return PlannedFromList(tuple(made), tuple(left_out), tuple(wanted[at:]))


@needs(Permission.PLAN_BLOCK)
def rows_as_file(desk: Desk, columns: tuple[str, ...], rows: Sequence[OfferedPlan]) -> bytes:
    """Rows that were not planned as CSV, each with what is wrong; audited, for names leave the record."""
    data = written_back(columns, [(row.wanted.listed, row.sentences) for row in rows])
    known = (row.patient.id for row in rows if row.patient is not None and Act.NEW_PERSON not in row.asks)
    files = [{"name": "rows", "sha256": hashlib.sha256(data).hexdigest()}]
    about = {"rows": len(rows), "patients": list(dict.fromkeys(known)), "files": files}
    desk.store.note(desk.user, "rows of a list saved", at=desk.now, workstation=desk.workstation, about=about)
    return data


def _plan_some(desk: Desk, wanted: Sequence[Wanted]) -> tuple[list[Block], list[OfferedPlan]]:
    with desk.change("blocks planned from a list") as change:
        checked = listed_twice(beside_record(desk, change, wanted, _go_on))
        added = _New(desk, change)
        made = [change.save(added.block(row)) for row in checked if row.is_good]
        people = dict.fromkeys(change.survivor_of(block.patient_id) for block in made)
        change.tell(planned=len(made), patients=list(people))
    return made, [row for row in checked if not row.is_good]


class _New:
    """Saves the people and complaints that a list begins; each of them once."""

    def __init__(self, desk: Desk, change: Change) -> None:
        self._desk, self._change = desk, change
        self._people: dict[str, tuple[ListedBlock, Patient]] = {}
        self._courses: dict[tuple[UUID, Region], Course] = {}

    def block(self, row: OfferedPlan) -> Block:
        assert row.patient is not None and row.course is not None and row.at is not None  # noqa: PT018
        assert isinstance(row.reading, Levels)
        course = self._course(row, self._person(row))
        return planned(course, row.reading.joints, row.at, row.wanted.listed.room, self._desk)

    def _person(self, row: OfferedPlan) -> Patient:
        assert row.patient is not None
        if Act.NEW_PERSON not in row.asks:
            return row.patient
        listed = row.wanted.listed
        number = compact(row.patient.mrn)
        if number not in self._people:
            self._people[number] = listed, self._change.save(row.patient)
        first, patient = self._people[number]
        if not one_person(listed, first):
            raise ValueError("Two people of a list have one MRN.")
        return patient

    def _course(self, row: OfferedPlan, patient: Patient) -> Course:
        assert row.course is not None
        if not row.asks:
            return row.course
        place = (patient.id, row.course.region)
        if place not in self._courses:
            self._courses[place] = self._change.save(replace(row.course, patient_id=patient.id))
        return self._courses[place]

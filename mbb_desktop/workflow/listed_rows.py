"""A row of a day's list beside the record: whose it is, what its levels mean, and what speaks against it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import JointSide, Region, say_joints
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.charting import region_of
from mbb_desktop.clinical.complaint import regions_of
from mbb_desktop.clinical.course import Course, Vertebrae
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.levels import Levels, Question, Refusal, Unfinished, read_levels
from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient
from mbb_desktop.clinical.shown import show_date, show_time
from mbb_desktop.interop.day_list_file import ListedBlock
from mbb_desktop.storage import blocks, courses, patients
from mbb_desktop.storage.patient_words import compact
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.keep_patients import patient_problems

Told = Callable[[int, int], bool]
"""Called with how many rows are done, of how many; False ends the work."""

EVERY = 25  # rows between two words about progress
_FARTHEST = timedelta(days=366)


class StoppedByPerson(Exception):
    """Somebody ended looking at a list before it was done."""

    def __init__(self) -> None:
        super().__init__("Stopped. Nothing of this file was kept.")


class Act(Enum):
    """What a row needs that somebody has to say, row by row: nobody is added by reading a file."""

    NEW_PERSON = "Add as a new patient"
    NEW_COMPLAINT = "Begin a complaint for these levels"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row of the list, and what somebody said for it."""

    listed: ListedBlock
    said: frozenset[Act] = frozenset()


@dataclass(frozen=True, slots=True)
class OfferedPlan:
    """A row beside the record. `holder` has its record number, also when name or birth date differ.

    `unchecked` while `wanted` is newer than what is said about it.
    """

    wanted: Wanted
    holder: Patient | None
    patient: Patient | None
    course: Course | None
    reading: Levels | Question | Refusal | Unfinished
    at: datetime | None
    problems: tuple[str, ...]
    asks: tuple[Act, ...] = ()
    twice: str = ""
    unchecked: bool = False

    @property
    def is_good(self) -> bool:
        """Whether it can be planned as it stands."""
        return not self.sentences and not self.unchecked

    @property
    def sentences(self) -> tuple[str, ...]:
        """What keeps it from being planned."""
        said = self.wanted.said
        unsaid = (_UNSAID[act] for act in self.asks if act not in said and Act.NEW_PERSON not in said)
        return (*self.problems, *filter(None, [self.twice]), *unsaid)


_UNSAID = {
    Act.NEW_PERSON: "No patient has this MRN. Mend it, or say that this is a new patient.",
    Act.NEW_COMPLAINT: "No open complaint in this region. Say that one begins, or open it in the chart.",
}


def listed_twice(rows: Iterable[OfferedPlan]) -> tuple[OfferedPlan, ...]:
    """The rows, with a word where another one makes them doubtful.

    An earlier one may have the same person on the same day; any may have the same unknown record number for
    somebody else, and then none of them says who is right.
    """
    found = tuple(rows)
    first: dict[tuple[str, date], int] = {}
    under = _strangers(found)
    return tuple(replace(row, twice=_somebody_else(row, under) or _same_day(row, first)) for row in found)


def _same_day(row: OfferedPlan, first: dict[tuple[str, date], int]) -> str:
    listed = row.wanted.listed
    place = (compact(listed.mrn), listed.day) if listed.mrn and listed.day else None
    earlier = first.setdefault(place, listed.line) if place else listed.line
    return f"Line {earlier} has this patient on the same day." if earlier != listed.line else ""


def _strangers(rows: Iterable[OfferedPlan]) -> Mapping[str, Sequence[ListedBlock]]:
    """By a number that the record does not have: everybody who is listed under it, each once."""
    under: dict[str, dict[object, ListedBlock]] = {}
    for row in rows:
        listed = row.wanted.listed
        if row.holder is None and listed.mrn:
            who = (listed.family, listed.given, listed.name, listed.born)
            under.setdefault(compact(listed.mrn), {}).setdefault(who, listed)
    return {number: tuple(people.values()) for number, people in under.items()}


def _somebody_else(row: OfferedPlan, under: Mapping[str, Sequence[ListedBlock]]) -> str:
    listed = row.wanted.listed
    people = under.get(compact(listed.mrn), ()) if row.holder is None and listed.mrn else ()
    other = next((each for each in people if not one_person(listed, each)), None)
    return f"Line {other.line} has this MRN with another name or birth date." if other else ""


def one_person(one: ListedBlock, other: ListedBlock) -> bool:
    """Whether two rows under one record number can be about the same person."""
    named, known = (other, one) if other.name else (one, other)
    same = _same_name(named, known.family or known.name, known.given)
    return same and (one.born is None or other.born is None or one.born == other.born)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the record has about the people of a list."""

    numbers: Mapping[str, tuple[Patient, ...]]
    born: Mapping[tuple[str, date], Patient]
    courses: Mapping[UUID, tuple[Course, ...]]
    blocks: Mapping[UUID, tuple[Block, ...]]


def _known(look: Look, rows: Sequence[ListedBlock], today: date) -> _Known:
    numbers = patients.by_mrns(look, [row.mrn for row in rows])
    people = {patient.id for found in numbers.values() for patient in found}
    strangers = [row.born for row in rows if row.born and not numbers.get(compact(row.mrn))]
    born = {(compact(p.family), p.born): p for p in patients.born_on(look, strangers)}
    theirs = blocks.of_people_since(look, people, today)
    return _Known(numbers, born, courses.of_people(look, people), theirs)


def beside_record(desk: Desk, look: Look, wanted: Sequence[Wanted], told: Told) -> tuple[OfferedPlan, ...]:
    known = _known(look, [each.listed for each in wanted], desk.now.date())
    found = []
    for done, each in enumerate(wanted):
        if done % EVERY == 0 and not told(done, len(wanted)):
            raise StoppedByPerson
        found.append(_offer(desk, known, each))
    return tuple(found)


def _offer(desk: Desk, known: _Known, wanted: Wanted) -> OfferedPlan:
    row = wanted.listed
    holders = known.numbers.get(compact(row.mrn), ())
    patient = next((each for each in holders if not _differences(row, each)), None)
    theirs = () if patient is None else known.courses.get(patient.id, ())
    still_open = tuple(course for course in theirs if course.closed_on is None)
    reading = _read(row.levels, still_open)
    at = datetime.combine(row.day, row.at, desk.now.tzinfo) if row.day and row.at else None
    found = OfferedPlan(wanted, next(iter(holders), None), patient, None, reading, at, ())
    wrong_person = tuple(_wrong_person(row, holders, patient, known))
    problems = [*row.problems, *wrong_person, *_wrong_day(row.day, desk.now.date())]
    if row.levels and not (wrong_person and isinstance(reading, Question)):  # whose complaint decides is open
        problems += _wrong_levels(reading)
    if patient is not None and row.day:
        problems += _planned_already(row.day, reading, known.blocks.get(patient.id, ()))
    return _with_course(desk, replace(found, problems=tuple(problems)), still_open)


def _read(text: str, still_open: Sequence[Course]) -> Levels | Question | Refusal | Unfinished:
    """Bare digits belong to the region of the only complaint; with several, or none, they are asked."""
    only = still_open[0] if len(still_open) == 1 else None
    lumbar = next((course for course in still_open if course.region is Region.LUMBAR), None)
    return read_levels(
        text,
        region=only.region if only else None,
        six_lumbar=bool(lumbar and lumbar.six_lumbar),
        sacralised=bool(lumbar and lumbar.vertebrae is Vertebrae.SACRALISED_L5),
    )


def _wrong_person(
    row: ListedBlock, holders: Sequence[Patient], patient: Patient | None, known: _Known
) -> Iterator[str]:
    """Why the row is of nobody whom the record has."""
    if patient is not None:
        if patient.deceased_on is not None:
            yield "This patient has died."
    elif holders:
        yield from _differences(row, holders[0])
    elif row.born and (compact(row.family), row.born) in known.born:
        yield "A patient with this family name and birth date has another MRN. Check the MRN."


def _differences(row: ListedBlock, patient: Patient) -> tuple[str, ...]:
    """What the list and the record say differently about whoever has this record number."""
    found = []
    if (row.family or row.given or row.name) and not _same_name(row, patient.family, patient.given):
        found.append("The patient with this MRN has another name. Check the row and the chart.")
    if row.born is not None and row.born != patient.born:
        found.append("The patient with this MRN has another birth date. Check the row and the chart.")
    return tuple(found)


def _same_name(row: ListedBlock, family: str, given: str) -> bool:
    """The same family name, and the same given name or its first word; a whole name in any order."""
    if row.name:
        return _words(row.name) == _words(f"{family} {given}")
    listed, known = row.given.split(), given.split()
    shorter = min(len(listed), len(known))
    same_given = _joined(listed) == _joined(known) or (
        shorter > 0 and _joined(listed[:shorter]) == _joined(known[:shorter])
    )
    return compact(row.family) == compact(family) and (same_given or not listed)


def _words(name: str) -> list[str]:
    return sorted(filter(None, map(compact, name.replace("-", " ").split())))


def _joined(names: Sequence[str]) -> str:
    return compact("".join(names))


def _wrong_day(day: date | None, today: date) -> Iterator[str]:
    if day is not None and day < today:
        yield f"The day lies in the past: {show_date(day)}."
    elif day is not None and day > today + _FARTHEST:
        yield f"The day is more than a year ahead: {show_date(day)}. Check the year."


def _wrong_levels(reading: Levels | Question | Refusal | Unfinished) -> Iterator[str]:
    if isinstance(reading, Question):
        answers = " / ".join(choice.label for choice in reading.choices)
        yield f"Levels: {reading.sentence} ({answers})"
    elif isinstance(reading, Refusal):
        yield f"Levels: {reading.sentence}"
    elif isinstance(reading, Unfinished):
        yield "Levels: not finished. Write joints and side, for example L4-5 b."


def _planned_already(
    day: date, reading: Levels | Question | Refusal | Unfinished, theirs: Sequence[Block]
) -> Iterator[str]:
    """A second block of the same person on one day is planned in the chart, by somebody who means it."""
    for block in theirs:
        if block.performed_on == day:
            joints = block.planned_joints or block.joints
            at = f" at {show_time(block.scheduled_at)}" if block.scheduled_at else ""
            if isinstance(reading, Levels) and set(joints) == set(reading.joints):
                yield f"This block is on the list already{at}."
            else:
                what = f": {say_joints(joints)}" if joints else ""
                yield f"The patient has another block on this day{at}{what}. Plan a second one in the chart."
            return


def _with_course(desk: Desk, row: OfferedPlan, still_open: Sequence[Course]) -> OfferedPlan:
    """The complaint of the levels, or what somebody has to say to begin one."""
    if not isinstance(row.reading, Levels):
        return row
    regions = _regions(row.reading.joints)
    if not regions:
        return _against(
            row, "Levels: name the joints of one region; those of another need a row of their own."
        )
    fitting = [course for course in still_open if course.region in regions]
    if len(fitting) > 1:
        return _against(row, "The patient has several open complaints in this region. Plan it in the chart.")
    if fitting:
        return replace(row, course=fitting[0])
    return row if row.problems and row.patient is None else _begun(desk, row)


def _regions(joints: Sequence[JointSide]) -> set[Region]:
    """The regions in which all the joints lie; C7-T1 and T12-L1 lie in two."""
    each = [set(regions_of(joint.joint)) for joint in joints]
    return set.intersection(*each) if each else set()


def _against(row: OfferedPlan, sentence: str) -> OfferedPlan:
    return replace(row, problems=(*row.problems, sentence))


def _begun(desk: Desk, row: OfferedPlan) -> OfferedPlan:
    """With the complaint, and the person when nobody has the number, that somebody may say to begin.

    Who may add people begins the first complaint of a new one with the plan: its region, and nothing else.
    """
    if not desk.may(Permission.EDIT_PEOPLE if row.patient is None else Permission.RECORD_BLOCK):
        who = "this person and the complaint" if row.patient is None else "the complaint in this region"
        return _against(row, f"The record does not have {who} yet. A nurse or a physician adds it first.")
    patient, asks = row.patient, (Act.NEW_COMPLAINT,)
    if patient is None:
        patient, asks = _new_person(desk, row.wanted.listed), (Act.NEW_PERSON,)
        if patient is None:
            return _against(row, "No patient has this MRN. For a new one write the name as family, given.")
        if wrong := list(patient_problems(patient, desk.now.date()).values()):
            return _against(row, wrong[0])
    assert isinstance(row.reading, Levels)
    region = region_of(row.reading.joints, row.reading.targets)
    assert region is not None
    course = Course(new_id(desk.now), patient.id, region, desk.now.date())
    return replace(row, patient=patient, course=course, asks=asks)


def _new_person(desk: Desk, row: ListedBlock) -> Patient | None:
    if not row.family or row.born is None:
        return None
    number = (Identifier(IdentifierKind.MRN, row.mrn),)
    return Patient(new_id(desk.now), row.family, row.given, row.born, number)

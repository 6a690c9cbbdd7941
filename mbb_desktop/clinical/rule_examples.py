"""Worked examples in a rule file: a clinician writes a course in a few lines, the tests judge it."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Region, Side, targets_of
from mbb_desktop.clinical.block import (
    Block,
    BlockState,
    Drug,
    DrugUse,
    Epinephrine,
    Purpose,
    SedationLevel,
    Target,
)
from mbb_desktop.clinical.course import CareKind, CareOutcome, ConservativeCare, Course
from mbb_desktop.clinical.criteria import Case, Verdict
from mbb_desktop.clinical.data_file import Table
from mbb_desktop.clinical.drugs import Agent
from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient
from mbb_desktop.clinical.response import BEFORE, SLOTS, Reading, Response, Series, StatedRelief

_PERSON, _COURSE = UUID(int=1), UUID(int=2)
_NEEDLE_OUT = time(10, 30, tzinfo=UTC)
_PATIENT = Patient(_PERSON, "EXAMPLE", "Invented", date(1960, 1, 1), (Identifier(IdentifierKind.MRN, "0"),))


@dataclass(frozen=True, slots=True)
class Expected:
    """What an example expects of a rule; `caution` None where it does not matter."""

    verdict: Verdict
    caution: bool | None = None


_EXPECTED = {
    "met": Expected(Verdict.MET, False),
    "met with caution": Expected(Verdict.MET, True),
    "not met": Expected(Verdict.NOT_MET),
    "missing": Expected(Verdict.UNKNOWN),
    "not yet": Expected(Verdict.NOT_YET),
}


@dataclass(frozen=True, slots=True)
class Example:
    """An invented course with the verdicts that it must get."""

    title: str
    today: date
    course: Course
    blocks: tuple[tuple[Block, Response | None], ...]
    expect: Mapping[str, Expected]

    def case(self, agents: Mapping[str, Agent]) -> Case:
        """The example as a case, with the agents and windows in force."""
        return Case(_PATIENT, self.course, self.blocks, self.today, agents)


def read_examples(file: Table, rule_ids: Set[str]) -> tuple[Example, ...]:
    """The examples of a rule file. Raises DataFileError."""
    usual = file.table("example_course") if "example_course" in file else None
    return tuple(_example(row, usual, rule_ids) for row in file.tables("example"))


def _example(row: Table, usual: Table | None, rule_ids: Set[str]) -> Example:
    row.only("title", "today", "course", "block", "expect")
    own = row.table("course") if "course" in row else usual
    if own is None:
        raise row.wrong("'course' is missing, and the file has no [example_course].")
    blocks = tuple(_block(each, number) for number, each in enumerate(row.tables("block"), start=1))
    expect = row.table("expect").only(*rule_ids)
    return Example(
        row.text("title"),
        row.day("today"),
        _course(own),
        blocks,
        {rule_id: _expected(expect, rule_id) for rule_id in expect},
    )


def _expected(row: Table, rule_id: str) -> Expected:
    words = row.text(rule_id)
    if words not in _EXPECTED:
        raise row.wrong(f"{words!r} is no verdict. Known are: {', '.join(_EXPECTED)}.")
    return _EXPECTED[words]


def _course(row: Table) -> Course:
    row.only(
        *("axial", "usual_score", "limits", "began", "began_month_only"),
        *("care", "radiculopathy", "claudication", "other_cause"),
    )
    return Course(
        _COURSE,
        _PERSON,
        Region.LUMBAR,
        date(2026, 1, 1),
        axial=_flag(row, "axial"),
        began_on=row.day("began") if "began" in row else None,
        began_month_only=row.flag("began_month_only", False),
        usual_score=row.number("usual_score") if "usual_score" in row else None,
        limits=row.text("limits", ""),
        conservative_care=tuple(map(_care, row.tables("care"))),
        radiculopathy=_flag(row, "radiculopathy"),
        claudication=_flag(row, "claudication"),
        other_cause=_flag(row, "other_cause"),
    )


def _flag(row: Table, key: str) -> bool | None:
    return row.flag(key) if key in row else None


def _care(row: Table) -> ConservativeCare:
    row.only("kind", "started", "outcome", "reason")
    return ConservativeCare(
        row.choice("kind", CareKind),
        started=row.day("started") if "started" in row else None,
        outcome=row.choice("outcome", CareOutcome) if "outcome" in row else None,
        reason=row.text("reason", ""),
    )


def _block(row: Table, number: int) -> tuple[Block, Response | None]:
    row.only("on", "agent", "joints", "steroid", "scale", "baseline", "scores", "stated", "signed")
    joints = tuple(_joint(row, words) for words in row.texts("joints"))
    on = row.day("on")
    agent, strength = _agent(row)
    steroid = (Drug(DrugUse.STEROID, row.text("steroid")),) if "steroid" in row else ()
    block = Block(
        UUID(int=100 + number),
        _PERSON,
        _COURSE,
        on,
        BlockState.SIGNED,
        Purpose.DIAGNOSTIC,
        joints=joints,
        targets=tuple(Target(t.nerve, t.side, volume=Decimal("0.5")) for t in targets_of(joints)),
        drugs=(Drug(DrugUse.TARGET, agent, strength, epinephrine=Epinephrine.NONE), *steroid),
        no_steroid=not steroid,
        sedation=SedationLevel.NONE,
        needle_out=datetime.combine(on, _NEEDLE_OUT),
    )
    return block, _response(row, block) if "scores" in row else None


def _joint(row: Table, words: str) -> JointSide:
    joint, _, side = words.partition(" ")
    try:
        place = JointSide(joint, Side(side))
        targets_of([place])
    except (KeyError, ValueError) as odd:
        raise row.wrong(f"{words!r} is no joint with a side, such as 'L4-5 right'.") from odd
    return place


def _agent(row: Table) -> tuple[str, Decimal]:
    name, _, strength = row.text("agent").rpartition(" ")
    if not name or not strength.replace(".", "", 1).isdigit():
        raise row.wrong("'agent' must be a name and mg/mL, such as 'lidocaine 20'.")
    return name, Decimal(strength)


def _response(row: Table, block: Block) -> Response:
    start = datetime.combine(block.performed_on, _NEEDLE_OUT)
    scores = row.text("scores").split()
    if len(scores) != len(SLOTS) or not all(score == "-" or score.isdigit() for score in scores):
        raise row.wrong(f"'scores' must be {len(SLOTS)} whole numbers, with - for a missing one.")
    readings = [Reading(Series.OVERALL, BEFORE, start, _baseline(row))]
    for slot, score in zip(SLOTS, scores, strict=True):
        value = None if score == "-" else Decimal(score)
        readings.append(Reading(Series.OVERALL, slot, start + timedelta(minutes=slot), value))
    signed = start + timedelta(days=1) if row.flag("signed", True) else None
    stated = (
        (StatedRelief(Series.OVERALL, row.number("stated"), start + timedelta(days=1)),)
        if "stated" in row
        else ()
    )
    return Response(
        UUID(int=block.id.int + 100),
        _PERSON,
        block.id,
        row.text("scale", "NRS 0 to 10"),
        tuple(readings),
        stated,
        no_other_medicine=True,
        signed_at=signed,
    )


def _baseline(row: Table) -> Decimal | None:
    return row.number("baseline") if "baseline" in row else None

"""Worked examples in a rule file: a clinician writes a course in a few lines, the tests judge it."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from datetime import date

from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.authorized import PayerFile
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.case_file import (
    a_person,
    read_authorizations,
    read_blocks,
    read_course,
    read_joints,
    refuse_impossible_days,
)
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.criteria import Case, Verdict
from mbb_desktop.clinical.data_file import Table
from mbb_desktop.clinical.drugs import Agent
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.response import Response


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
    "does not apply": Expected(Verdict.DOES_NOT_APPLY),
}


@dataclass(frozen=True, slots=True)
class Written:
    """A course as it was written down: what `Case` needs beside the drugs in force."""

    today: date
    patient: Patient
    course: Course
    blocks: tuple[tuple[Block, Response | None], ...]
    others: tuple[Block, ...] = ()
    requested: tuple[JointSide, ...] = ()
    other_courses: tuple[Course, ...] = ()
    payer_file: PayerFile | None = None

    def case(self, agents: Mapping[str, Agent]) -> Case:
        """The same as a case, with the agents and windows in force."""
        asked, others = self.requested, (self.others, self.other_courses)
        found = Case(self.patient, self.course, self.blocks, self.today, agents, asked, *others)
        return replace(found, payer_file=self.payer_file)


@dataclass(frozen=True, slots=True)
class Example:
    """An invented course with the verdicts that it must get."""

    title: str
    written: Written
    expect: Mapping[str, Expected]

    def case(self, agents: Mapping[str, Agent]) -> Case:
        return self.written.case(agents)


CASE_KEYS = ("today", "course", "but", "block", "other", "other_course", "requested", "authorization")


def read_case(row: Table, usual: Table | None = None, block: Table | None = None) -> Written:
    """A written course: its own `course`, else the usual one, `but` for some facts.

    `block` are the usual facts of every block. Raises DataFileError.
    """
    facts = row.table("course") if "course" in row else usual
    if facts is None:
        raise row.wrong("'course' is missing, and the file has no [example_course].")
    if "but" in row:
        facts = row.table("but").over(facts)
    rows = [each.over(block) if block else each for each in row.tables("block")]
    for course in (facts, *row.tables("other_course")):
        refuse_impossible_days(course, (*rows, *row.tables("other")), row.day("today"))
    pairs = read_blocks(rows)
    planned = tuple(block for block, _ in pairs if block.state is BlockState.PLANNED)
    elsewhere = tuple(block for block, _ in read_blocks(row.tables("other"), elsewhere=True))
    return Written(
        row.day("today"),
        a_person(facts),
        read_course(facts),
        tuple(pair for pair in pairs if pair[0] not in planned),
        (*planned, *elsewhere),
        read_joints(row, "requested") if "requested" in row else (),
        tuple(read_course(each, elsewhere=True) for each in row.tables("other_course")),
        read_authorizations(row.tables("authorization")),
    )


def read_examples(file: Table, rule_ids: Set[str]) -> tuple[Example, ...]:
    """The examples of a rule file. Raises DataFileError."""
    usual = file.table("example_course") if "example_course" in file else None
    block = file.table("example_block") if "example_block" in file else None
    return tuple(_example(row, usual, block, rule_ids) for row in file.tables("example"))


def _example(row: Table, usual: Table | None, block: Table | None, rule_ids: Set[str]) -> Example:
    row.only("title", "expect", *CASE_KEYS)
    expect = row.table("expect").only(*rule_ids)
    return Example(
        row.text("title"),
        read_case(row, usual, block),
        {rule_id: _expected(expect, rule_id) for rule_id in expect},
    )


def _expected(row: Table, rule_id: str) -> Expected:
    words = row.text(rule_id)
    if words not in _EXPECTED:
        raise row.wrong(f"{words!r} is no verdict. Known are: {', '.join(_EXPECTED)}.", rule_id)
    return _EXPECTED[words]

"""Judging a course: each block's response, the two blocks compared, and every rule with its evidence."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block, BlockState, Purpose
from mbb_desktop.clinical.block_criteria import confirmed
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.criteria import Case
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.pairs import Compared, compare
from mbb_desktop.clinical.people import Clinic, Correspondent, Patient
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.rules import Judgement, RuleSet, judge
from mbb_desktop.clinical.verdict import Assessed, BlockVerdict, assess
from mbb_desktop.storage import blocks, responses
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.knowledge import formulary, rule_sets

Tests = Mapping[UUID, tuple[Assessed, ...]]
"""What each block of a course was as a test, oldest first, by course."""

_NO_TEST = (BlockVerdict.NOT_DIAGNOSTIC, BlockVerdict.NOT_ASSESSABLE, BlockVerdict.INSUFFICIENT)


@dataclass(frozen=True, slots=True)
class CourseReview:
    """A course judged under one rule set on one day; `assessed` runs with `blocks`, oldest first.

    `requested` are the joints and sides that two blocks confirmed: what a letter may ask for.
    """

    patient: Patient
    course: Course
    payer: Correspondent | None
    blocks: tuple[Block, ...]
    responses: tuple[Response | None, ...]
    assessed: tuple[Assessed, ...]
    compared: Compared | None
    rule_set: RuleSet
    judgement: Judgement
    requested: tuple[JointSide, ...] = ()

    def number_of(self, block_id: UUID) -> int:
        """1 for the first block of its joints and sides; blocks that were no test do not count."""
        return number_in(self.assessed, self.assessed_of(block_id).block)

    def assessed_of(self, block_id: UUID) -> Assessed:
        return next(a for a in self.assessed if a.block.id == block_id)


def number_in(assessed: Sequence[Assessed], block: Block) -> int:
    """1 for the first test of these joints, given its course; a block only planned counts by its plan."""
    joints = set(block.joints or block.planned_joints)
    earlier = takewhile(lambda done: done.block.id != block.id, assessed)
    return 1 + sum(bool(joints & set(done.block.joints)) and _was_a_test(done) for done in earlier)


def _was_a_test(assessed: Assessed) -> bool:
    return bool(assessed.series) and not all(result.verdict in _NO_TEST for result in assessed.series)


@needs(Permission.OPEN_CHART)
def review_course(desk: Desk, course_id: UUID) -> CourseReview:
    """Every block and rule of a course as the records stand now."""
    with desk.store.look() as look:
        return reviewed(desk, look, course_id)


def reviewed(desk: Desk, look: Look, course_id: UUID) -> CourseReview:
    """The review inside an open transaction."""
    course = look.get(Course, course_id)
    patient = look.get(Patient, course.patient_id)
    payer = look.find(Correspondent, patient.payer_id) if patient.payer_id else None
    done = _performed(blocks.of_course(look, course_id))
    known = responses.of_blocks(look, [block.id for block in done])
    pairs = tuple((block, known.get(block.id)) for block in done)
    rule_set = rule_set_of(course, payer, look.all(Clinic)[0])
    assessed = _assessed(pairs, rule_set)
    case = Case(patient, course, pairs, desk.now.date(), formulary().agents)
    requested = confirmed(case, _threshold(rule_set))
    return CourseReview(
        patient,
        course,
        payer,
        done,
        tuple(response for _block, response in pairs),
        assessed,
        _compared(assessed),
        rule_set,
        judge(rule_set, replace(case, requested=requested)),
        requested,
    )


def read_tests(look: Look, patients: Collection[Patient], courses: Collection[Course]) -> Tests:
    """What every block of these courses was as a test; as many statements for many courses as for one."""
    payers = look.many(Correspondent, [*{p.payer_id for p in patients if p.payer_id}])
    payer_of = {p.id: next((payer for payer in payers if payer.id == p.payer_id), None) for p in patients}
    done = {key: _performed(of) for key, of in blocks.of_courses(look, [c.id for c in courses]).items()}
    known = responses.of_blocks(look, [block.id for of in done.values() for block in of])
    clinic = look.all(Clinic)[0]
    return {
        course.id: _assessed(
            [(block, known.get(block.id)) for block in done[course.id]],
            rule_set_of(course, payer_of[course.patient_id], clinic),
        )
        for course in courses
    }


def _assessed(pairs: Iterable[tuple[Block, Response | None]], rule_set: RuleSet) -> tuple[Assessed, ...]:
    threshold, agents = _threshold(rule_set), formulary().agents
    return tuple(assess(block, response, threshold, agents) for block, response in pairs)


def _threshold(rule_set: RuleSet) -> Threshold:
    if rule_set.threshold is None:
        raise ValueError(f"The rule set {rule_set.id} names no relief threshold.")
    return rule_set.threshold


def _performed(of_course: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks in which something was injected, oldest first; a plan is not a block."""
    done = [b for b in of_course if b.state in (BlockState.DRAFT, BlockState.SIGNED) and b.targets]
    return tuple(sorted(done, key=lambda block: (block.performed_on, block.id)))


def _compared(assessed: Sequence[Assessed]) -> Compared | None:
    diagnostic = [a for a in assessed if a.block.purpose is Purpose.DIAGNOSTIC and _was_a_test(a)]
    return compare(diagnostic[-2], diagnostic[-1]) if len(diagnostic) > 1 else None


def rule_set_of(course: Course, payer: Correspondent | None, clinic: Clinic) -> RuleSet:
    """The rule set named by the course, else by the patient's payer, else by the clinic."""
    known = rule_sets()
    for name in (course.rule_set, payer.rule_set if payer else "", clinic.rule_set):
        if name in known:
            return known[name]
    raise ValueError(f"The rule set {clinic.rule_set} is not installed. Choose one in Settings.")

"""Judging a course: each block's response, the two blocks compared, and every rule with its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block, BlockState, Purpose
from mbb_desktop.clinical.block_criteria import confirmed
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.criteria import Case
from mbb_desktop.clinical.pairs import Compared, compare
from mbb_desktop.clinical.people import Clinic, Correspondent, Patient
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.rules import Judgement, RuleSet, judge
from mbb_desktop.clinical.verdict import Assessed, BlockVerdict, assess
from mbb_desktop.storage import blocks, responses
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.knowledge import formulary, rule_sets

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
        place = next(i for i, block in enumerate(self.blocks) if block.id == block_id)
        joints = set(self.blocks[place].joints)
        earlier = zip(self.blocks[:place], self.assessed[:place], strict=True)
        return 1 + sum(bool(joints & set(b.joints)) and _was_a_test(a) for b, a in earlier)

    def assessed_of(self, block_id: UUID) -> Assessed:
        return next(a for a in self.assessed if a.block.id == block_id)


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
    agents, threshold = formulary().agents, rule_set.threshold
    if threshold is None:
        raise ValueError(f"The rule set {rule_set.id} names no relief threshold.")
    assessed = tuple(assess(block, response, threshold, agents) for block, response in pairs)
    case = Case(patient, course, pairs, desk.now.date(), agents)
    requested = confirmed(case, threshold)
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

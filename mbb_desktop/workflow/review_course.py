"""Judging a course: each block's response, the two blocks compared, and every rule with its evidence."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block, Purpose
from mbb_desktop.clinical.block_criteria import confirmed
from mbb_desktop.clinical.block_state import DONE
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.criteria import Case
from mbb_desktop.clinical.entered_in_error import EnteredInError, as_tested, joints_withdrawn
from mbb_desktop.clinical.installed import BrokenRules, Installed, stand_in
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.pairs import Compared, compare
from mbb_desktop.clinical.people import Clinic, Correspondent, Patient
from mbb_desktop.clinical.performed import says_where
from mbb_desktop.clinical.response import Conclusion, Response
from mbb_desktop.clinical.rules import Judgement, RuleSet, judge
from mbb_desktop.clinical.standings import is_test
from mbb_desktop.clinical.verdict import Assessed, BlockVerdict, assess
from mbb_desktop.storage import blocks, courses, entered_in_error, responses
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.authorizations import read_files
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.installed_rules import installed
from mbb_desktop.workflow.knowledge import formulary

Tests = Mapping[UUID, tuple[Assessed, ...]]
"""What each block of a course was as a test, oldest first, by course."""

_NO_TEST = (BlockVerdict.NOT_DIAGNOSTIC, BlockVerdict.NOT_ASSESSABLE, BlockVerdict.INSUFFICIENT)


@dataclass(frozen=True, slots=True)
class CourseReview:
    """A course judged on one day; `assessed` and `block_rule_sets` run with `blocks`, oldest first.

    The judgement is by the `rule_set` of today's payer, each block by the one of its signed note.
    `requested` are the joints and sides that enough blocks confirmed: what a letter may ask for. `case` are
    the records without that choice, for another rule set to judge.
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
    case: Case
    requested: tuple[JointSide, ...] = ()
    block_rule_sets: tuple[RuleSet, ...] = ()

    @property
    def stand_ins(self) -> tuple[str, ...]:
        """A sentence for each rule set that should judge and is not installed."""
        asked = self.course.rule_set or (self.payer.rule_set if self.payer else "")
        pairs = zip(self.blocks, self.block_rule_sets, strict=True)
        named = [(asked, self.rule_set), *((block.rule_set or asked, own) for block, own in pairs)]
        return tuple(dict.fromkeys(said for name, own in named if (said := stand_in(name, own))))

    def number_of(self, block_id: UUID) -> int:
        """1 for the first block of its joints and sides; blocks that were no test do not count."""
        return number_in(self.assessed, self.assessed_of(block_id).block)

    def assessed_of(self, block_id: UUID) -> Assessed:
        return next(a for a in self.assessed if a.block.id == block_id)

    def rule_set_of_block(self, block_id: UUID) -> RuleSet:
        """The rule set that judged a block: that of its signed note, in force on its date of service."""
        pairs = zip(self.blocks, self.block_rule_sets, strict=True)
        return next(rule_set for block, rule_set in pairs if block.id == block_id)


def number_in(assessed: Sequence[Assessed], block: Block) -> int:
    """1 for the first test of these joints, given its course; a block only planned counts by its plan."""
    joints = set(block.joints or block.planned_joints)
    earlier = takewhile(lambda done: done.block.id != block.id, assessed)
    return 1 + sum(bool(joints & set(done.block.joints)) and was_a_test(done) for done in earlier)


def was_a_test(assessed: Assessed) -> bool:
    """Whether a block showed anything, for or against, or a physician signed that it did."""
    said = assessed.response.conclusion if assessed.response else None
    return _showed(assessed) or (concluded(assessed) and said is not Conclusion.NOT_ASSESSABLE)


def concluded(assessed: Assessed) -> bool:
    """Whether a conclusion about a diagnostic block is signed, whatever it says."""
    response = assessed.response
    signed = response is not None and response.signed_at is not None and response.conclusion is not None
    return signed and is_test(assessed.block)


def _showed(assessed: Assessed) -> bool:
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
    everything = blocks.of_patient(look, patient.id)
    as_done = _performed([block for block in everything if block.course_id == course_id])
    errors = entered_in_error.of_blocks(look, [block.id for block in as_done])
    done = _still_tests(as_done, errors)
    known = responses.of_blocks(look, [block.id for block in done])
    pairs = tuple((block, known.get(block.id)) for block in done)
    clinic, today, known_sets = look.all(Clinic)[0], desk.now.date(), installed(look)
    rule_set = rule_set_of(known_sets, course, payer, clinic, today)
    each = tuple(rule_set_for(known_sets, block, course, payer, clinic) for block in done)
    assessed = _assessed(pairs, each)
    tested = {block.id for block in done}
    others = tuple(block for block in everything if block.id not in tested)
    beside = tuple(each for each in courses.of_patient(look, patient.id) if each.id != course_id)
    case = Case(
        patient,
        course,
        pairs,
        today,
        formulary().agents,
        others=others,
        other_courses=beside,
        as_done={block.id: block for block in as_done if block not in done},
        payer_file=read_files(look, (patient,))[patient.id],
    )
    requested = confirmed_by(case, rule_set)
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
        case,
        requested,
        each,
    )


def confirmed_by(case: Case, rule_set: RuleSet) -> tuple[JointSide, ...]:
    """The joints and sides for which a rule set has enough positive blocks."""
    return confirmed(rule_set.case(case), rule_set.asked) if rule_set.asked else ()


def read_tests(look: Look, patients: Collection[Patient], courses: Collection[Course]) -> Tests:
    """What every block of these courses was as a test; as many statements for many courses as for one."""
    payers = look.many(Correspondent, [*{p.payer_id for p in patients if p.payer_id}])
    payer_of = {p.id: next((payer for payer in payers if payer.id == p.payer_id), None) for p in patients}
    done = {key: _performed(of) for key, of in blocks.of_courses(look, [c.id for c in courses]).items()}
    errors = entered_in_error.of_blocks(look, [block.id for of in done.values() for block in of])
    done = {key: _still_tests(of, errors) for key, of in done.items()}
    known = responses.of_blocks(look, [block.id for of in done.values() for block in of])
    clinic, known_sets = look.all(Clinic)[0], installed(look)
    return {
        course.id: _assessed(
            [(block, known.get(block.id)) for block in done[course.id]],
            [
                _readable_set_for(
                    known_sets, block, course, payer_of[look.survivor_of(course.patient_id)], clinic
                )
                for block in done[course.id]
            ],
        )
        for course in courses
    }


@needs(Permission.OPEN_CHART)
def counted_blocks(desk: Desk, course_id: UUID) -> tuple[Assessed, ...]:
    """The blocks of a course for counting them, while its rule set cannot judge them."""
    with desk.store.look() as look:
        course = look.get(Course, course_id)
        return read_tests(look, [look.get(Patient, course.patient_id)], [course])[course_id]


@needs(Permission.OPEN_CHART)
def rule_set_of_block(desk: Desk, block: Block) -> RuleSet | None:
    """The rule set that judges a block; None while the clinic's file of it is broken."""
    with desk.store.look() as look:
        course, patient = look.get(Course, block.course_id), look.get(Patient, block.patient_id)
        payer = look.find(Correspondent, patient.payer_id) if patient.payer_id else None
        try:
            return rule_set_for(installed(look), block, course, payer, look.all(Clinic)[0])
        except BrokenRules:
            return None


def _readable_set_for(
    known: Installed, block: Block, course: Course, payer: Correspondent | None, clinic: Clinic
) -> RuleSet:
    """The rule set; for counting the tests of a list another one stands in for a broken one."""
    try:
        return rule_set_for(known, block, course, payer, clinic)
    except BrokenRules:
        return known.in_use[0]


def _assessed(
    pairs: Iterable[tuple[Block, Response | None]], rule_sets: Iterable[RuleSet]
) -> tuple[Assessed, ...]:
    """Each block judged by the rule set in force on its date of service."""
    agents = formulary().agents
    return tuple(
        assess(block, response, _threshold(own), own.agents(agents))
        for (block, response), own in zip(pairs, rule_sets, strict=True)
    )


def _threshold(rule_set: RuleSet) -> Threshold:
    if rule_set.threshold is None:
        raise ValueError(f"The rule set {rule_set.id} names no relief threshold.")
    return rule_set.threshold


def _performed(of_course: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks with targets, or reported by joints, oldest first; a plan is not a block."""
    done = [b for b in of_course if b.state in DONE and says_where(b)]
    return tuple(sorted(done, key=lambda block: (block.performed_on, block.id)))


def _still_tests(done: Iterable[Block], errors: Collection[EnteredInError]) -> tuple[Block, ...]:
    """The blocks with the joints that they test, after what turned out to be an error."""
    tested = (as_tested(block, joints_withdrawn(errors, block)) for block in done)
    return tuple(block for block in tested if block is not None)


def _compared(assessed: Sequence[Assessed]) -> Compared | None:
    diagnostic = [a for a in assessed if a.block.purpose is Purpose.DIAGNOSTIC and _showed(a)]
    return compare(diagnostic[-2], diagnostic[-1]) if len(diagnostic) > 1 else None


def rule_set_for(
    known: Installed, block: Block, course: Course, payer: Correspondent | None, clinic: Clinic
) -> RuleSet:
    """The rule set that the block's signed note names, else that of today's payer."""
    return rule_set_of(known, course, payer, clinic, block.performed_on, held=block.rule_set)


def rule_set_of(  # noqa: PLR0913 - each names one place where a rule set is chosen
    known: Installed,
    course: Course,
    payer: Correspondent | None,
    clinic: Clinic,
    on: date,
    *,
    held: str = "",
) -> RuleSet:
    """The rule set `held`, else named by the course, else by the patient's payer, else by the clinic.

    The version is the one in force on the date of service; without one, the nearest that is installed.
    Raises BrokenRules when the one that should judge cannot be read.
    """
    for name in (held, course.rule_set, payer.rule_set if payer else "", clinic.rule_set):
        if name and (found := known.for_service(name, on)) is not None:
            return found
    raise ValueError(f"The rule set {clinic.rule_set} is not installed. Choose one in Settings.")

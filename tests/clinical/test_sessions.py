"""Sessions as payers count them: which block or treatment counts on which day in which region."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from mbb_desktop.clinical.anatomy import CoverageRegion, JointSide, Region, Side
from mbb_desktop.clinical.block import Block, BlockState, Purpose
from mbb_desktop.clinical.course import Course, Treatment
from mbb_desktop.clinical.criteria import Case
from mbb_desktop.clinical.sessions import (
    Session,
    SessionKind,
    ablations_in,
    all_blocks,
    by_region,
    sessions,
    therapies_in,
)
from tests.clinical.invented import COURSE, DAY, RIGHT, a_block, a_case
from tests.every_row import every_row

LUMBAR, NECK = CoverageRegion.LUMBAR_SACRAL, CoverageRegion.CERVICAL_THORACIC
T12_L1, L1_2 = JointSide("T12-L1", Side.RIGHT), JointSide("L1-2", Side.RIGHT)
C4_5 = JointSide("C4-5", Side.RIGHT)
KINDS = {SessionKind.ABLATION: "ablations", SessionKind.THERAPEUTIC: "therapies"}


def with_blocks(*blocks: Block, today: date = date(2026, 12, 1)) -> Case:
    return a_case(*((block, None) for block in blocks), today=today)


@every_row(("days", "counts"), [(-1, False), (0, True), (1, True)])
def test_a_plan_counts_from_today_on(days: int, counts: bool) -> None:
    plan = replace(a_block(), state=BlockState.PLANNED, performed_on=DAY + timedelta(days=days))
    assert bool(all_blocks(with_blocks(plan, today=DAY))) is counts


def test_the_joint_between_the_regions_goes_with_its_neighbour() -> None:
    assert by_region([L1_2, T12_L1, C4_5]) == {LUMBAR: (T12_L1, L1_2), NECK: (C4_5,)}
    assert by_region([T12_L1]) == {NECK: (T12_L1,)}


def test_two_blocks_of_a_day_are_one_session_and_say_together_where_it_was() -> None:
    upper, lower = a_block((T12_L1,)), a_block((L1_2,), number=2)
    case = with_blocks(upper, lower)
    both = Session(DAY, LUMBAR, (T12_L1, L1_2), (upper, lower), True)
    assert sessions(case, SessionKind.DIAGNOSTIC, LUMBAR) == (both,)
    assert sessions(case, SessionKind.DIAGNOSTIC, NECK) == ()
    assert sessions(with_blocks(upper), SessionKind.DIAGNOSTIC, LUMBAR) == ()


@every_row(
    ("region", "own_course", "where"),
    [
        (None, True, [LUMBAR]),
        (None, False, [NECK, LUMBAR]),
        (Region.CERVICAL, True, [NECK]),
        (Region.CERVICAL, False, [NECK]),
        (Region.LUMBAR, False, [LUMBAR]),
    ],
)
def test_a_block_without_joints_is_where_it_may_have_been(
    region: Region | None, own_course: bool, where: list[CoverageRegion]
) -> None:
    course = COURSE.id if own_course else UUID(int=9)
    bare = replace(a_block(), joints=(), targets=(), region=region, course_id=course)
    found = [each for each in (NECK, LUMBAR) if sessions(with_blocks(bare), SessionKind.DIAGNOSTIC, each)]
    assert found == where
    (first, *_) = sessions(with_blocks(bare), SessionKind.DIAGNOSTIC, where[0])
    assert first == Session(DAY, where[0], (), (bare,), False)


def told(kind: SessionKind, *done: Treatment, course: Course = COURSE, beside: bool = False) -> Case:
    """A case whose course, or another of the patient's, tells of earlier treatments."""
    tells = replace(course, **{KINDS[kind]: done})  # type: ignore[arg-type] # by name
    if beside:
        return replace(a_case(), other_courses=(replace(tells, id=UUID(int=9)),))
    return replace(a_case(), course=tells)


ON = date(2026, 6, 1)
AT_JOINT = Treatment(ON, ("L4-5",), (Side.RIGHT,))
SOMEWHERE = Treatment(ON)


@every_row("kind", list(KINDS), ids=lambda kind: kind.value)
def test_a_treatment_that_was_told_is_a_session_of_its_region(kind: SessionKind) -> None:
    here = Session(ON, LUMBAR, RIGHT[:1], (), True)
    assert sessions(told(kind, AT_JOINT), kind, LUMBAR) == (here,)
    assert sessions(told(kind, AT_JOINT), kind, NECK) == ()
    assert sessions(told(kind, AT_JOINT, beside=True), kind, LUMBAR) == (here,)
    together = replace(AT_JOINT, joints=("T12-L1", "L1-2"))
    assert sessions(told(kind, together), kind, LUMBAR)[0].joints == (T12_L1, L1_2)
    assert sessions(told(kind, together), kind, NECK) == ()


@every_row("kind", list(KINDS), ids=lambda kind: kind.value)
def test_a_treatment_without_joints_may_have_been_anywhere_unless_it_was_for_another_complaint(
    kind: SessionKind,
) -> None:
    for region in CoverageRegion:
        (found,) = sessions(told(kind, SOMEWHERE), kind, region)
        assert found == Session(ON, region, (), (), False)
    beside = told(kind, SOMEWHERE, beside=True)
    assert [bool(sessions(beside, kind, region)) for region in (LUMBAR, NECK)] == [True, False]


def test_treatments_of_one_kind_are_none_of_the_other() -> None:
    case = told(SessionKind.ABLATION, AT_JOINT)
    assert (ablations_in(case, LUMBAR), therapies_in(case, LUMBAR)) == ((AT_JOINT,), ())
    assert sessions(case, SessionKind.THERAPEUTIC, LUMBAR) == ()
    therapy = told(SessionKind.THERAPEUTIC, AT_JOINT)
    assert sessions(therapy, SessionKind.DIAGNOSTIC, LUMBAR) == ()


def test_a_treatment_that_is_also_recorded_counts_once() -> None:
    done = replace(a_block(), purpose=Purpose.THERAPEUTIC)
    case = replace(with_blocks(done), course=replace(COURSE, therapies=(replace(AT_JOINT, on=DAY), AT_JOINT)))
    found = sessions(case, SessionKind.THERAPEUTIC, LUMBAR)
    assert [(session.on, session.blocks) for session in found] == [(ON, ()), (DAY, (done,))]

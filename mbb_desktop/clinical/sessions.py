"""Sessions as payers count them: all facet procedures of one calendar day in one coverage region."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from mbb_desktop.clinical.anatomy import CoverageRegion, JointSide, Region, coverage_region, in_order
from mbb_desktop.clinical.block import Block, BlockState, Purpose
from mbb_desktop.clinical.block_state import DONE
from mbb_desktop.clinical.course import Course, Treatment
from mbb_desktop.clinical.criteria import Case
from mbb_desktop.clinical.performed import (
    joints_blocked,
    kind_of,
    not_a_session,
    says_where,
    session_undecided,
    something_injected,
)
from mbb_desktop.clinical.standings import places


class SessionKind(Enum):
    DIAGNOSTIC = "diagnostic"
    THERAPEUTIC = "therapeutic"
    ABLATION = "ablation"


@dataclass(frozen=True, slots=True)
class Session:
    """One day in one region. `sure` is False while its kind, its region or whether it counts is open."""

    on: date
    region: CoverageRegion
    joints: tuple[JointSide, ...]
    blocks: tuple[Block, ...] = ()
    sure: bool = True


def all_blocks(case: Case) -> tuple[Block, ...]:
    """Every block of the patient that injected something, and plans that still lie ahead; by day.

    A draft just begun says nothing yet. A stopped one is among them, whether or not it is a session.
    """
    found = [*(case.as_done.get(block.id, block) for block, _ in case.blocks), *case.others]
    real = [block for block in found if _is_real(block, case.today)]
    return tuple(sorted(real, key=lambda block: (block.performed_on, block.id)))


def _is_real(block: Block, today: date) -> bool:
    if block.state is BlockState.DRAFT and not says_where(block):
        return False
    if block.state is BlockState.PLANNED:
        return block.performed_on >= today
    return block.state in DONE and something_injected(block)


def joints_of(block: Block) -> tuple[JointSide, ...]:
    """The joints of a block: blocked ones, else named ones, else planned ones."""
    return joints_blocked(block) or in_order(block.joints or block.planned_joints)


def regions_of(joints: Iterable[JointSide]) -> frozenset[CoverageRegion]:
    """The coverage regions of joints treated in one visit; T12-L1 with L1-2 is lumbar."""
    names = {place.joint for place in joints}
    return frozenset(coverage_region(name, names) for name in names)


def by_region(joints: Iterable[JointSide]) -> Mapping[CoverageRegion, tuple[JointSide, ...]]:
    """Joints treated in one visit, by coverage region; regions without a joint are left out."""
    places = in_order(joints)
    names = {place.joint for place in places}
    found = {r: tuple(p for p in places if coverage_region(p.joint, names) is r) for r in CoverageRegion}
    return {region: own for region, own in found.items() if own}


def region_of_course(course: Course) -> CoverageRegion:
    lumbar = course.region is Region.LUMBAR
    return CoverageRegion.LUMBAR_SACRAL if lumbar else CoverageRegion.CERVICAL_THORACIC


def regions_judged(case: Case) -> tuple[CoverageRegion, ...]:
    """The regions of the joints in question, else that of the course."""
    found = regions_of(places(case)) or {region_of_course(case.course)}
    return tuple(region for region in CoverageRegion if region in found)


def sessions(case: Case, kind: SessionKind, region: CoverageRegion) -> tuple[Session, ...]:
    """The sessions of a kind in a region, oldest first."""
    if kind is SessionKind.ABLATION:
        return _told_sessions(ablations_in(case, region), region)
    purpose = Purpose(kind.value)
    counted = [block for block in all_blocks(case) if not not_a_session(block)]
    mine = [block for block in counted if kind_of(block) in {purpose, None}]
    days: dict[date, list[Block]] = {}
    for block in mine:
        days.setdefault(block.performed_on, []).append(block)
    found = [
        session for on, blocks in sorted(days.items()) if (session := _session(case, on, blocks, region))
    ]
    if kind is SessionKind.THERAPEUTIC:
        known = {block.performed_on for block in all_blocks(case)}
        told = [each for each in therapies_in(case, region) if each.on not in known]
        found += _told_sessions(told, region)
    return tuple(sorted(found, key=lambda each: each.on))


def _session(case: Case, on: date, blocks: list[Block], region: CoverageRegion) -> Session | None:
    everywhere = {place.joint for block in blocks for place in joints_of(block)}
    here = [
        block
        for block in blocks
        if not joints_of(block)
        or region in {coverage_region(place.joint, everywhere) for place in joints_of(block)}
    ]
    mine = [block for block in here if joints_of(block) or _may_be(block, case.course, region)]
    if not mine:
        return None
    sure = any(
        kind_of(block) is not None and joints_of(block) and not session_undecided(block) for block in mine
    )
    return Session(on, region, in_order(p for block in mine for p in joints_of(block)), tuple(mine), sure)


def _may_be(block: Block, course: Course, region: CoverageRegion) -> bool:
    own = block.region or (course.region if block.course_id == course.id else None)
    lumbar = region is CoverageRegion.LUMBAR_SACRAL
    return own is None or (own is Region.LUMBAR) is lumbar


def ablations_in(case: Case, region: CoverageRegion) -> tuple[Treatment, ...]:
    """The patient's ablations of any course that were, or may have been, in a region."""
    return _told_in(case, region, lambda course: course.ablations)


def therapies_in(case: Case, region: CoverageRegion) -> tuple[Treatment, ...]:
    """The reported therapeutic blocks of any course that were, or may have been, in a region."""
    return _told_in(case, region, lambda course: course.therapies)


def _told_in(
    case: Case, region: CoverageRegion, told: Callable[[Course], Iterable[Treatment]]
) -> tuple[Treatment, ...]:
    found = [(course, each) for course in case.courses for each in told(course)]
    return tuple(
        each for course, each in found if _may_be_in(each, region, course, own=course is case.course)
    )


def _may_be_in(done: Treatment, region: CoverageRegion, course: Course, *, own: bool) -> bool:
    """Without joints that of another course was in its region; one of this course may have been anywhere."""
    if not done.joints:
        return own or region_of_course(course) is region
    return region in {coverage_region(name, done.joints) for name in done.joints}


def _told_sessions(told: Iterable[Treatment], region: CoverageRegion) -> tuple[Session, ...]:
    days: dict[date, list[Treatment]] = {}
    for each in told:
        if each.on is not None:
            days.setdefault(each.on, []).append(each)
    return tuple(
        Session(on, region, _places(done), (), any(each.joints for each in done))
        for on, done in sorted(days.items())
    )


def _places(done: Iterable[Treatment]) -> tuple[JointSide, ...]:
    return in_order(JointSide(name, side) for each in done for name in each.joints for side in each.sides)

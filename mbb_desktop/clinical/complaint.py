"""Whether what was blocked is where the complaint is, and not fused: side, region, diagnosis, hardware."""

from collections.abc import Iterable
from itertools import chain

from mbb_desktop.clinical.anatomy import JOINTS, NERVES, SIX_LUMBAR_JOINTS, Region, in_order
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Course, Vertebrae
from mbb_desktop.clinical.covered_diagnoses import covered_list
from mbb_desktop.clinical.hardware import fused_levels
from mbb_desktop.clinical.performed import joints_blocked
from mbb_desktop.clinical.shown import listed


def against_complaint(block: Block, course: Course) -> tuple[str, ...]:
    """What speaks against the levels: not where the complaint is, or fused; empty when nothing is known."""
    if not block.targets:
        return ()
    found = []
    sides = {target.side for target in block.targets}
    if course.pain_sides and not sides & set(course.pain_sides):
        pain = listed([side.value for side in course.pain_sides])
        found.append(f"The complaint is on the {pain}, the block on the {listed([s.value for s in sides])}.")
    regions = set(_regions(block))
    if regions and course.region not in regions:
        blocked = listed(sorted(region.value for region in regions))
        found.append(f"The complaint is {course.region.value}, the levels are {blocked}.")
    elif names := joints_elsewhere(_names(block), course.region):
        there = listed(sorted({regions_of(name)[0].value for name in names}))
        here, those = course.region.value, listed(names)
        one = len(names) == 1
        found.append(
            f"The complaint is {here}, but {those} is {there}."
            if one
            else f"The complaint is {here}, but {those} are {there}."
        )
    if Vertebrae.SACRALISED_L5 in (block.vertebrae, course.vertebrae) and "L5-S1" in _names(block):
        found.append("With a sacralised L5 the last mobile level is L4-5.")
    return (*found, *fused_levels(course, _names(block)))


def _names(block: Block) -> tuple[str, ...]:
    places = in_order(block.joints) or joints_blocked(block)
    return tuple(dict.fromkeys(place.joint for place in places))


def diagnosis_elsewhere(block: Block) -> str:
    """The code of a diagnosis that names another region than every level; empty when none does."""
    regions = set(_regions(block))
    for diagnosis in chain(block.diagnoses, block.diagnoses_after):
        code = diagnosis.code.strip().upper()
        zones = covered_list().regions_of(code)
        if zones and regions and not zones & regions:
            return code
    return ""


def regions_of(joint: str) -> tuple[Region, ...]:
    """The regions in which a joint lies; C7-T1 and T12-L1 lie in two."""
    named = (JOINTS.get(joint) or SIX_LUMBAR_JOINTS[joint]).region
    return (named, _TWO_REGIONS[joint]) if joint in _TWO_REGIONS else (named,)


def _regions(block: Block) -> Iterable[Region]:
    """The regions of the joints, of the nerves while no joint is complete."""
    for joint in block.joints:
        yield from regions_of(joint.joint)
    if not block.joints:
        yield from (NERVES[target.nerve].region for target in block.targets if target.nerve in NERVES)


def joints_elsewhere(joints: Iterable[str], region: Region) -> tuple[str, ...]:
    """The joints that lie in another region of the spine than a complaint."""
    return tuple(joint for joint in joints if region not in regions_of(joint))


_TWO_REGIONS = {"C7-T1": Region.THORACIC, "T12-L1": Region.LUMBAR}

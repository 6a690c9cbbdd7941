"""Fusion and hardware by level: what is at the joints in question, and what is only next to them."""

from collections.abc import Collection, Iterable

from mbb_desktop.clinical.course import Course, Hardware
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.shown import listed


def hardware_at(course: Course, joints: Collection[str]) -> tuple[Hardware, ...]:
    """What is recorded at one of these joints."""
    return tuple(each for each in course.hardware if set(each.joints) & set(joints))


def levels_known(course: Course) -> bool:
    """Whether it is recorded where every fusion and implant is; True when there is none."""
    told = course.fusion is not None and course.fusion == bool(course.hardware)
    return told and all(each.joints for each in course.hardware)


def say_hardware(each: Hardware) -> str:
    """`cage at L4-5, pseudarthrosis`; what is not recorded is said so."""
    what = each.kind.value if each.kind else phrase("evidence.fusion")
    where = listed(each.joints) or phrase("evidence.levels_missing")
    state = {True: phrase("evidence.pseudarthrosis"), False: phrase("evidence.solid"), None: ""}
    return ", ".join(
        filter(None, [phrase("evidence.at", what=what, joints=where), state[each.pseudarthrosis]])
    )


def fused_levels(course: Course, joints: Iterable[str]) -> tuple[str, ...]:
    """One sentence for each of these joints with a fusion or hardware."""
    return tuple(
        phrase("caution.fused_level", joint=joint, what=listed([say_hardware(each) for each in found]))
        for joint in dict.fromkeys(joints)
        if (found := hardware_at(course, [joint]))
    )

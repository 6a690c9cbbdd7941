"""Invented blocks that did not go as planned: stopped, moved to other joints, of unequal sides."""

from dataclasses import replace

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Discharge, Fluoroscopy, Vitals, VitalsWhen
from tests.documents.examples import (
    FACTS,
    JOINTS,
    MARSH,
    TIME_OUT,
    at,
    not_done,
    target,
    targets,
    with_block,
)

STOPPED_EARLY = with_block(
    stopped_because="blood pressure 214/118 after the time-out",
    targets=tuple(not_done(each) for each in targets(JOINTS)),
    drugs=(),
    no_steroid=False,
    sedation=None,
    needle_in=None,
    needle_out=None,
    left_room=at(10, 40),
    fluoroscopy=Fluoroscopy(none_used=True),
    vitals=(Vitals(at(10, 14), VitalsWhen.BEFORE, 214, 118, 96, 97),),
    no_complication=False,
    findings="",
    blood_loss="",
    specimens="",
    plan="New date after treatment by K. Sato, MD",
    discharge=Discharge(),
    entries=(),
)
"""Before the needle: nothing was injected anywhere."""

NOTHING_NAMED = with_block(
    stopped_because="no pain on arrival",
    joints=(),
    targets=(),
    drugs=(),
    needle_in=None,
    needle_out=None,
    time_outs=(),
    fluoroscopy=Fluoroscopy(),
    no_steroid=False,
    sedation=None,
    no_complication=False,
    findings="",
    entries=(),
    discharge=Discharge(),
)
"""Stopped before anybody named levels; only the plan has them."""

AFTER_SOME = with_block(
    stopped_because="vasovagal reaction at the third needle",
    targets=(*targets(JOINTS)[:2], *(not_done(each) for each in targets(JOINTS)[2:])),
    findings="needle position confirmed at the targets injected",
)
"""Two of six nerves were injected: no joint is complete."""

_OTHER_SIDE = tuple(JointSide(joint, Side.RIGHT) for joint in ("L4-5", "L5-S1"))
OTHER_SIDE = with_block(
    planned_joints=tuple(JointSide(joint, Side.LEFT) for joint in ("L4-5", "L5-S1")),
    joints=_OTHER_SIDE,
    targets=targets(_OTHER_SIDE),
    time_outs=(replace(TIME_OUT, joints=("L4-5 right", "L5-S1 right"), matched_plan=False),),
    levels_reason="pain moved to the right side since the visit of 20-Nov-2026",
)
"""The side differs from the plan."""

_OTHER_LEVEL = tuple(JointSide(joint, Side.LEFT) for joint in ("L3-4", "L4-5"))
OTHER_LEVEL = with_block(
    planned_joints=tuple(JointSide(joint, Side.LEFT) for joint in ("L4-5", "L5-S1")),
    joints=_OTHER_LEVEL,
    targets=targets(_OTHER_LEVEL),
    levels_reason="the ala was not reached",
)
"""Planned and named in the time-out, but other joints were blocked."""

_UNEQUAL = (JointSide("L4-5", Side.LEFT), JointSide("L5-S1", Side.LEFT), JointSide("L5-S1", Side.RIGHT))
UNEQUAL = with_block(
    joints=_UNEQUAL,
    planned_joints=_UNEQUAL,
    targets=tuple(
        target(each.nerve, each.side, "0.5" if each.side is Side.LEFT else "0.4")
        for each in targets(_UNEQUAL)
    ),
)
"""Two joints on the left, one on the right, with other volumes."""

NO_WEIGHT = replace(FACTS, patient=replace(MARSH, weight=None, weighed_on=None))

CHANGED = {
    "stopped early": STOPPED_EARLY,
    "nothing named": NOTHING_NAMED,
    "after some": AFTER_SOME,
    "other side": OTHER_SIDE,
    "other level": OTHER_LEVEL,
    "unequal": UNEQUAL,
    "no weight": NO_WEIGHT,
}

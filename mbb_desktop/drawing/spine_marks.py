"""What a block marks on the spine, and how far each joint is blocked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from mbb_desktop.clinical.anatomy import Joint, JointSide, NerveSide, Side, joints_partly_covered, nerves_of

Blocked = Literal["no", "planned", "claimed", "upper", "lower", "both"]


@dataclass(frozen=True, slots=True)
class Marks:
    """What to show: recorded joints and nerve targets, the plan, and earlier blocks.

    `volumes` are ready texts such as "0.5 mL"; `hover` is the key of the joint or nerve under the pointer.
    """

    joints: tuple[JointSide, ...] = ()
    targets: tuple[NerveSide, ...] = ()
    volumes: Mapping[NerveSide, str] = field(default_factory=dict)
    planned: tuple[JointSide, ...] = ()
    treated_before: tuple[JointSide, ...] = ()
    hover: str | None = None
    six_lumbar: bool = False

    def nerves(self, side: Side) -> frozenset[str]:
        """The nerves targeted on one side."""
        return frozenset(target.nerve for target in self.targets if target.side is side)

    def blocked(self, joint: Joint, side: Side) -> Blocked:
        """How far a joint is blocked; `claimed` means recorded without any of its nerves."""
        nerves = self.nerves(side)
        if self._shows(joint, side):
            hit = [nerve in nerves for nerve in joint.nerves]
            if all(hit):
                return "both"
            if any(hit):
                return "upper" if hit[0] else "lower"
            return "claimed"
        return "planned" if JointSide(joint.name, side) in self.planned else "no"

    def _shows(self, joint: Joint, side: Side) -> bool:
        """A recorded joint, or one that a nerve reaches which serves no recorded joint."""
        recorded = [each.joint for each in self.joints if each.side is side]
        if joint.name in recorded:
            return True
        nerves = self.nerves(side)
        stray = nerves.difference(nerves_of(recorded, six_lumbar=self.six_lumbar))
        if stray.isdisjoint(joint.nerves):
            return False
        partly = joints_partly_covered(nerves, six_lumbar=self.six_lumbar)
        return nerves.issuperset(joint.nerves) or joint.name in {name for name, _ in partly}


def joint_key(joint: str, side: Side) -> str:
    """The key of a joint target, such as "joint:L4-5:left"."""
    return f"joint:{joint}:{side.value}"


def nerve_key(nerve: str, side: Side) -> str:
    """The key of a nerve target, such as "nerve:L4 MB:left"."""
    return f"nerve:{nerve}:{side.value}"

"""Facet joints, the nerves that serve them, and sides: the one table everything else derives from.

Sources: the chapters on medial branch blocks of Wikimsk, theprocedureguide.com, aneskey.com and Springer
978-3-030-31741-6; no target at C1-2 and above, Hurley 2021; thoracic targets, Chua and Bogduk 1995 and
Koutp 2022. The region digit of the diagnosis codes is our own mapping.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, TypeVar


class Region(Enum):
    """The part of the spine in which a level is typed and shown; C7-T1 is cervical, T12-L1 thoracic."""

    CERVICAL = "cervical"
    THORACIC = "thoracic"
    LUMBAR = "lumbar"


class Side(Enum):
    """The patient's own side."""

    LEFT = "left"
    RIGHT = "right"

    __hash__ = object.__hash__  # members are compared by identity, and looked up all the time

    @property
    def other(self) -> "Side":
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class CoverageRegion(Enum):
    """A region as payers count it."""

    CERVICAL_THORACIC = "cervical and thoracic"
    LUMBAR_SACRAL = "lumbar and sacral"


@dataclass(frozen=True, slots=True)
class Nerve:
    """A target nerve. `bone` is what the needle meets; for the third occipital nerve it is the joint C2-3."""

    name: str
    words: str
    bone: str
    landmark: str
    region: Region

    @property
    def short(self) -> str:
        """The name without its kind: "L3" for "L3 MB", "TON" for "TON"."""
        return self.name.split()[0]


@dataclass(frozen=True, slots=True)
class Joint:
    """A facet joint, with its nerves from cranial to caudal."""

    name: str
    region: Region
    nerves: tuple[str, ...]
    view: str
    cpt_family: Literal["CT", "LS"]
    icd_digit: str


@dataclass(frozen=True, slots=True)
class JointSide:
    """One joint on one side."""

    joint: str
    side: Side


@dataclass(frozen=True, slots=True)
class NerveSide:
    """One nerve on one side: one needle target."""

    nerve: str
    side: Side


_Sided = TypeVar("_Sided", JointSide, NerveSide)


def _named_nerves(*nerves: Nerve) -> Mapping[str, Nerve]:
    return MappingProxyType({nerve.name: nerve for nerve in nerves})


def _named_joints(*joints: Joint) -> Mapping[str, Joint]:
    return MappingProxyType({joint.name: joint for joint in joints})


def _branch(vertebra: str, bone: str, landmark: str) -> Nerve:
    region = {"C": Region.CERVICAL, "T": Region.THORACIC, "L": Region.LUMBAR}[vertebra[0]]
    return Nerve(f"{vertebra} MB", f"{vertebra} medial branch", bone, landmark, region)


def _last_ramus(vertebra: str) -> Nerve:
    landmark = "junction of S1 SAP and sacral ala"
    return Nerve(f"{vertebra} DR", f"{vertebra} dorsal ramus", "S1", landmark, Region.LUMBAR)


# SAP superior articular process, TP transverse process. Cranial to caudal.
NERVES: Mapping[str, Nerve] = _named_nerves(
    Nerve(
        "TON",
        "third occipital nerve",
        "C2-3",
        "C2-3 joint line, three points: above, on and below the joint",
        Region.CERVICAL,
    ),
    _branch("C3", "C3", "waist of the C3 articular pillar, slightly above its middle"),
    _branch("C4", "C4", "waist of the C4 articular pillar, slightly above its middle"),
    _branch("C5", "C5", "waist of the C5 articular pillar"),
    _branch("C6", "C6", "waist of the C6 articular pillar, slightly above its middle"),
    _branch("C7", "C7", "C7 SAP, from its apex to the SAP/TP junction"),
    _branch("C8", "T1", "superolateral TP at the SAP/TP junction, T1 vertebra"),
    _branch("T1", "T2", "superolateral edge of the TP, T2 vertebra"),
    _branch("T2", "T3", "superolateral edge of the TP, T3 vertebra"),
    _branch("T3", "T4", "superolateral edge of the TP, T4 vertebra"),
    _branch("T4", "T5", "superolateral edge of the TP, T5 vertebra"),
    _branch("T5", "T6", "above the superolateral corner of the TP, T6 vertebra"),
    _branch("T6", "T7", "above the superolateral corner of the TP, T7 vertebra"),
    _branch("T7", "T8", "above the superolateral corner of the TP, T8 vertebra"),
    _branch("T8", "T9", "above the superolateral corner of the TP, T9 vertebra"),
    _branch("T9", "T10", "superolateral edge of the TP, T10 vertebra"),
    _branch("T10", "T11", "tip of the TP (varies), T11 vertebra"),
    _branch("T11", "T12", "SAP/TP junction as in the lumbar spine, T12 vertebra"),
    _branch("T12", "L1", "SAP/TP junction, L1 vertebra"),
    _branch("L1", "L2", "SAP/TP junction, L2 vertebra"),
    _branch("L2", "L3", "SAP/TP junction, L3 vertebra"),
    _branch("L3", "L4", "SAP/TP junction, L4 vertebra"),
    _branch("L4", "L5", "SAP/TP junction, L5 vertebra"),
    _last_ramus("L5"),
)

_C, _T, _L = Region.CERVICAL, Region.THORACIC, Region.LUMBAR
_TRUE_LATERAL = "true lateral"
_LUMBAR_VIEW = "AP or ipsilateral oblique"

# Two nerves serve every joint except C2-3. Cranial to caudal.
JOINTS: Mapping[str, Joint] = _named_joints(
    Joint("C2-3", _C, ("TON",), "true lateral, or AP and oblique", "CT", "2"),
    Joint("C3-4", _C, ("C3 MB", "C4 MB"), _TRUE_LATERAL, "CT", "2"),
    Joint("C4-5", _C, ("C4 MB", "C5 MB"), _TRUE_LATERAL, "CT", "2"),
    Joint("C5-6", _C, ("C5 MB", "C6 MB"), _TRUE_LATERAL, "CT", "2"),
    Joint("C6-7", _C, ("C6 MB", "C7 MB"), "true lateral; C7 often AP or oblique", "CT", "2"),
    Joint("C7-T1", _C, ("C7 MB", "C8 MB"), "AP", "CT", "3"),
    Joint("T1-2", _T, ("C8 MB", "T1 MB"), "AP", "CT", "4"),
    Joint("T2-3", _T, ("T1 MB", "T2 MB"), "AP", "CT", "4"),
    Joint("T3-4", _T, ("T2 MB", "T3 MB"), "AP", "CT", "4"),
    Joint("T4-5", _T, ("T3 MB", "T4 MB"), "AP", "CT", "4"),
    Joint("T5-6", _T, ("T4 MB", "T5 MB"), "AP", "CT", "4"),
    Joint("T6-7", _T, ("T5 MB", "T6 MB"), "AP", "CT", "4"),
    Joint("T7-8", _T, ("T6 MB", "T7 MB"), "AP", "CT", "4"),
    Joint("T8-9", _T, ("T7 MB", "T8 MB"), "AP", "CT", "4"),
    Joint("T9-10", _T, ("T8 MB", "T9 MB"), "AP", "CT", "4"),
    Joint("T10-11", _T, ("T9 MB", "T10 MB"), "AP", "CT", "4"),
    Joint("T11-12", _T, ("T10 MB", "T11 MB"), "AP and oblique", "CT", "4"),
    Joint("T12-L1", _T, ("T11 MB", "T12 MB"), "AP and oblique", "CT", "5"),
    Joint("L1-2", _L, ("T12 MB", "L1 MB"), _LUMBAR_VIEW, "LS", "6"),
    Joint("L2-3", _L, ("L1 MB", "L2 MB"), _LUMBAR_VIEW, "LS", "6"),
    Joint("L3-4", _L, ("L2 MB", "L3 MB"), _LUMBAR_VIEW, "LS", "6"),
    Joint("L4-5", _L, ("L3 MB", "L4 MB"), _LUMBAR_VIEW, "LS", "6"),
    Joint("L5-S1", _L, ("L4 MB", "L5 DR"), _LUMBAR_VIEW, "LS", "7"),
)

# With six lumbar vertebrae these replace L5-S1 and L5 DR.
SIX_LUMBAR_JOINTS: Mapping[str, Joint] = _named_joints(
    Joint("L5-6", _L, ("L4 MB", "L5 MB"), _LUMBAR_VIEW, "LS", "6"),
    Joint("L6-S1", _L, ("L5 MB", "L6 DR"), _LUMBAR_VIEW, "LS", "7"),
)
SIX_LUMBAR_NERVES: Mapping[str, Nerve] = _named_nerves(
    _branch("L5", "L6", "SAP/TP junction, L6 vertebra"), _last_ramus("L6")
)

_SIX_JOINTS = _named_joints(*list(JOINTS.values())[:-1], *SIX_LUMBAR_JOINTS.values())
_SIX_NERVES = _named_nerves(*list(NERVES.values())[:-1], *SIX_LUMBAR_NERVES.values())
_RANK = {name: rank for rank, name in enumerate([*NERVES, *SIX_LUMBAR_NERVES, *JOINTS, *SIX_LUMBAR_JOINTS])}
_SIDE_RANK = {Side.LEFT: 0, Side.RIGHT: 1}


def joints_of_spine(*, six_lumbar: bool = False) -> Mapping[str, Joint]:
    """All joints of this spine by name, cranial to caudal."""
    return _SIX_JOINTS if six_lumbar else JOINTS


def nerves_of_spine(*, six_lumbar: bool = False) -> Mapping[str, Nerve]:
    """All target nerves of this spine by name, cranial to caudal."""
    return _SIX_NERVES if six_lumbar else NERVES


def in_order(sides: Iterable[_Sided]) -> tuple[_Sided, ...]:
    """Without duplicates, cranial to caudal, left before right."""
    return tuple(sorted(set(sides), key=_rank))


def _rank(sided: JointSide | NerveSide) -> tuple[int, int]:
    name = sided.joint if isinstance(sided, JointSide) else sided.nerve
    return _RANK[name], _SIDE_RANK[sided.side]


def nerves_of(joints: Iterable[str], *, six_lumbar: bool = False) -> tuple[str, ...]:
    """The union of the joints' nerves, cranial to caudal. Raises KeyError for a joint not of this spine."""
    table = joints_of_spine(six_lumbar=six_lumbar)
    return tuple(sorted({nerve for joint in joints for nerve in table[joint].nerves}, key=_RANK.__getitem__))


def joints_covered(nerves: Collection[str], *, six_lumbar: bool = False) -> tuple[str, ...]:
    """The joints of which every nerve is among `nerves`, cranial to caudal."""
    return _covered(frozenset(nerves), six_lumbar)


@lru_cache(maxsize=4096)  # a record is judged many times a second
def _covered(nerves: frozenset[str], six_lumbar: bool) -> tuple[str, ...]:
    table = joints_of_spine(six_lumbar=six_lumbar)
    return tuple(name for name, joint in table.items() if nerves.issuperset(joint.nerves))


def joints_partly_covered(
    nerves: Collection[str], *, six_lumbar: bool = False
) -> tuple[tuple[str, str], ...]:
    """Each joint that a nerve without its partner leaves half blocked, with the missing nerve.

    A nerve that completes one of its joints is not alone, so the neighbours of a fully covered joint, which
    always share a nerve with it, are not listed.
    """
    covered = joints_covered(nerves, six_lumbar=six_lumbar)
    alone = set(nerves).difference(nerves_of(covered, six_lumbar=six_lumbar))
    if not alone:
        return ()
    return tuple(
        (name, missing)
        for name, joint in joints_of_spine(six_lumbar=six_lumbar).items()
        if not alone.isdisjoint(joint.nerves)
        for missing in joint.nerves
        if missing not in nerves
    )


def targets_of(joint_sides: Iterable[JointSide], *, six_lumbar: bool = False) -> tuple[NerveSide, ...]:
    """The needle targets that cover these joints, by nerve from cranial to caudal, then left before right."""
    table = joints_of_spine(six_lumbar=six_lumbar)
    return in_order(NerveSide(nerve, each.side) for each in joint_sides for nerve in table[each.joint].nerves)


def joints_covered_by_targets(
    nerve_sides: Iterable[NerveSide], *, six_lumbar: bool = False
) -> tuple[JointSide, ...]:
    """The joints of which every nerve is blocked on the same side, by joint, then left before right."""
    return _covered_by_targets(frozenset(nerve_sides), six_lumbar)


@lru_cache(maxsize=4096)
def _covered_by_targets(nerve_sides: frozenset[NerveSide], six_lumbar: bool) -> tuple[JointSide, ...]:
    blocked: dict[Side, set[str]] = {side: set() for side in Side}
    for each in nerve_sides:
        blocked[each.side].add(each.nerve)
    return in_order(
        JointSide(joint, side)
        for side, nerves in blocked.items()
        for joint in joints_covered(nerves, six_lumbar=six_lumbar)
    )


def mirrored(sides: Iterable[_Sided]) -> tuple[_Sided, ...]:
    """The same levels on the opposite side, in order."""
    return in_order([_opposite(each) for each in sides])


def _opposite(sided: _Sided) -> _Sided:
    return (
        JointSide(sided.joint, sided.side.other)
        if isinstance(sided, JointSide)
        else NerveSide(sided.nerve, sided.side.other)
    )


def needs_thoracic_caution(joint: str) -> bool:
    """Whether a medial branch block may miss the joint: T1-2 to T12-L1.

    At T4 to T8 most articular branches leave the dorsal ramus itself (Joshi 2019, Talsma 2024).
    """
    return joint in JOINTS and JOINTS[joint].region is Region.THORACIC


def coverage_region(joint: str, together_with: Collection[str] = ()) -> CoverageRegion:
    """The region a payer counts this joint in; T12-L1 is lumbar when L1-2 is treated in the same visit."""
    if joint == "T12-L1" and "L1-2" in together_with:
        return CoverageRegion.LUMBAR_SACRAL
    family = (JOINTS.get(joint) or SIX_LUMBAR_JOINTS[joint]).cpt_family
    return CoverageRegion.LUMBAR_SACRAL if family == "LS" else CoverageRegion.CERVICAL_THORACIC


def say_joints(joint_sides: Iterable[JointSide]) -> str:
    """For headings: "Bilateral L4-5, L5-S1", "Left L4-5; right L5-S1", or "No joint"."""
    groups = [f"{side} {', '.join(joints)}" for side, joints in _by_side(joint_sides)]
    return _capitalized("; ".join(groups) or "no joint")


def say_joints_in_sentence(joint_sides: Iterable[JointSide]) -> str:
    """For running text: "bilateral L4-5 and L5-S1", "left L4-5 and right L5-S1", or "no joint"."""
    groups = _by_side(joint_sides)
    words = [f"{side} {listed(joints)}" for side, joints in groups]
    long = len(groups) > 1 and any(len(joints) > 1 for _, joints in groups)
    return listed(words, last=", and " if long else " and ") or "no joint"


def _by_side(joint_sides: Iterable[JointSide]) -> list[tuple[str, list[str]]]:
    sides: dict[str, list[Side]] = {}
    for each in in_order(joint_sides):
        sides.setdefault(each.joint, []).append(each.side)
    groups: dict[str, list[str]] = {"bilateral": [], "left": [], "right": []}
    for joint, found in sides.items():
        groups["bilateral" if len(found) == len(Side) else found[0].value].append(joint)
    return [(word, joints) for word, joints in groups.items() if joints]


def listed(words: Sequence[str], last: str = " and ") -> str:
    """ "a", "a and b", "a, b and c"; empty without words."""
    return last.join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]

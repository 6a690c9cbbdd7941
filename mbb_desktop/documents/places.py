"""Joints, nerves and sides in words, with the sides in their colours."""

import re
from collections.abc import Iterable

from mbb_desktop.clinical.anatomy import (
    Joint,
    JointSide,
    Nerve,
    NerveSide,
    Side,
    in_order,
    joints_of_spine,
    nerves_of_spine,
    say_joints_in_sentence,
    targets_of,
)
from mbb_desktop.clinical.block import Block, Target
from mbb_desktop.clinical.course import Course, Vertebrae
from mbb_desktop.clinical.performed import joints_blocked
from mbb_desktop.documents.wording import Run, Words, capitalized, listed, side_run, words

_SIDES = re.compile(r"\b(left|right)\b", re.IGNORECASE)


def colored_sides(text: str) -> Words:
    """Our own words about places, with `left` and `right` in their colours. Never for what a person typed."""
    parts: list[str | Run] = []
    for part in _SIDES.split(text):
        known = part.lower() in {"left", "right"}
        parts.append(side_run(Side(part.lower()), part) if known else part)
    return words(*parts)


def joint_words(joints: Iterable[JointSide]) -> Words:
    """`bilateral L4-5 and L5-S1`, `left L4-5 and right L5-S1`."""
    return colored_sides(say_joints_in_sentence(joints))


def joints_done(block: Block) -> tuple[JointSide, ...]:
    """The recorded joints; of a block in which a target got no drug, only those that were blocked."""
    left_out = any(target.not_injected for target in block.targets)
    return joints_blocked(block) if left_out else block.joints


def joint_title(joints: Iterable[JointSide]) -> Words:
    """`Bilateral L4-5 and L5-S1 facet joints`."""
    places = tuple(joints)
    many = len({place.joint for place in places}) > 1 or len({place.side for place in places}) > 1
    return words(capitalized(joint_words(places)), " facet joints" if many else " facet joint")


def six_lumbar(block: Block) -> bool:
    return block.vertebrae is Vertebrae.SIX


def nerve(name: str) -> Nerve | None:
    """The nerve of that name in any spine; None when the name is not of the table."""
    return nerves_of_spine(six_lumbar=True).get(name) or nerves_of_spine().get(name)


def nerve_called(name: str) -> str:
    """`L3 medial branch`; a name that is not of the table stays as it is."""
    known = nerve(name)
    return known.words if known else name


def places_called(places: Iterable[NerveSide]) -> Words:
    """`left L3 medial branch and right L5 dorsal ramus`, in the order given."""
    return listed([words(side_run(each.side), " ", nerve_called(each.nerve)) for each in places])


def nerves_by_side(requested: tuple[JointSide, ...], course: Course) -> Words:
    """`L3 medial branch and L4 medial branch, left and right`; a nerve of one side only says which."""
    sides: dict[str, list[Words]] = {}
    for place in targets_of(requested, six_lumbar=course.six_lumbar):
        sides.setdefault(place.nerve, []).append(words(side_run(place.side)))
    groups: dict[Words, list[str]] = {}
    for nerve, found in sides.items():
        groups.setdefault(listed(found), []).append(nerve_called(nerve))
    return listed(
        [words(", ".join(nerves), ", ", side) for side, nerves in groups.items()], last="; ", between="; "
    )


def joints_served(target: Target, block: Block) -> tuple[Joint, ...]:
    """The recorded joints on the target's side that its nerve serves, cranial to caudal."""
    table = joints_of_spine(six_lumbar=six_lumbar(block))
    return tuple(
        table[each.joint]
        for each in in_order(block.joints)
        if each.side is target.side and each.joint in table and target.nerve in table[each.joint].nerves
    )


def ordered_targets(block: Block) -> tuple[Target, ...]:
    """By nerve from cranial to caudal, then left before right; unknown names last, as entered."""
    known = [t for t in block.targets if nerve(t.nerve)]
    rank = {place: at for at, place in enumerate(in_order(t.place for t in known))}
    rest = [t for t in block.targets if not nerve(t.nerve)]
    return (*sorted(known, key=lambda t: rank[t.place]), *rest)


def joints_from_words(said: Iterable[str]) -> Words:
    """Joints as a time-out keeps them (`L4-5 left`), in words; what cannot be read stays as it was said."""
    kept = list(said)
    places = [_read(each) for each in kept]
    found = [place for place in places if place is not None]
    return joint_words(found) if len(found) == len(kept) else words(", ".join(kept))


def _read(said: str) -> JointSide | None:
    joint, _, side = said.rpartition(" ")
    known = joint in joints_of_spine() or joint in joints_of_spine(six_lumbar=True)
    return JointSide(joint, Side(side)) if known and side in {each.value for each in Side} else None

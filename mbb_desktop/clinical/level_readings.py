"""What levels such as `L3 L4 L5`, `L3-5` or `T12` can mean: joints or nerves."""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain, pairwise

from mbb_desktop.clinical.anatomy import joints_of_spine, listed, nerves_of_spine
from mbb_desktop.clinical.level_tokens import (
    Level,
    OneNerve,
    OpenRange,
    SomeJoints,
    Vertebra,
    joints_between,
    nerve_called,
    vertebrae,
)

Reading = tuple[SomeJoints | OneNerve, ...]


def doubtful(levels: Iterable[Level]) -> Sequence[OpenRange | Vertebra]:
    """The levels to ask about together: the first range, or all vertebrae."""
    found = tuple(levels)
    ranges = [each for each in found if isinstance(each, OpenRange)]
    return ranges[:1] or [each for each in found if isinstance(each, Vertebra)]


def readings(levels: Sequence[OpenRange | Vertebra], *, six_lumbar: bool) -> tuple[Reading, ...]:
    """All that these levels can mean; empty when they are neither joints nor nerves."""
    names = _vertebrae_of(levels, six_lumbar)
    nerves = _as_nerves(names, six_lumbar)
    if len(names) > 1:
        found = [_as_joints(names, six_lumbar), nerves]
    else:
        found = [nerves, *_joints_at(levels[0], six_lumbar)]
    return tuple(reading for reading in found if reading)


def _vertebrae_of(levels: Sequence[OpenRange | Vertebra], six_lumbar: bool) -> list[str]:
    spine = vertebrae(six_lumbar=six_lumbar)
    names: list[str] = []
    for each in levels:
        if isinstance(each, OpenRange):
            names += spine[spine.index(each.first) : spine.index(each.last) + 1]
        else:
            names.append(each.name)
    return names


def _as_nerves(names: Iterable[str], six_lumbar: bool) -> Reading:
    nerves = [nerve_called(name, six_lumbar=six_lumbar) for name in names]
    known = tuple(OneNerve(nerve) for nerve in nerves if nerve is not None)
    return known if len(known) == len(nerves) else ()


def _as_joints(names: Collection[str], six_lumbar: bool) -> Reading:
    """The joints between neighbouring vertebrae, if each of them has a neighbour."""
    pairs = [pair for pair in pairwise(vertebrae(six_lumbar=six_lumbar)) if {*pair} <= {*names}]
    joints = [joints_between(*pair, six_lumbar=six_lumbar) for pair in pairs]
    has_all = all(joints) and {*chain.from_iterable(pairs)} == {*names}
    return tuple(SomeJoints(joint) for joint in joints) if has_all else ()


def _joints_at(level: OpenRange | Vertebra, six_lumbar: bool) -> list[Reading]:
    """The joint that the same letters spell, else the joints above and below the vertebra."""
    if not isinstance(level, Vertebra) or level.name == vertebrae(six_lumbar=six_lumbar)[-1]:
        return []
    if level.joint:
        return [(SomeJoints((level.joint,)),)]
    pairs = [pair for pair in pairwise(vertebrae(six_lumbar=six_lumbar)) if level.name in pair]
    return [(SomeJoints(joint),) for pair in pairs if (joint := joints_between(*pair, six_lumbar=six_lumbar))]


def label(reading: Reading) -> str:
    """For a chooser: "joints L3-4 and L4-5", "nerves L3, L4, L5"."""
    joints = [name for each in reading if isinstance(each, SomeJoints) for name in each.names]
    if joints:
        return f"{'joint' if len(joints) == 1 else 'joints'} {listed(joints)}"
    table = {**nerves_of_spine(), **nerves_of_spine(six_lumbar=True)}
    nerves = [table[each.name].short for each in reading if isinstance(each, OneNerve)]
    return f"{'nerve' if len(nerves) == 1 else 'nerves'} {', '.join(nerves)}"


def without_nerve(levels: Iterable[Level], *, six_lumbar: bool) -> tuple[Vertebra, str]:
    """Why there was no reading: C2 or S1, which has no nerve for a block, with its joint."""
    found = [each for each in levels if isinstance(each, Vertebra)]
    alone = next(each for each in found if not nerve_called(each.name, six_lumbar=six_lumbar))
    return alone, next(
        joint for joint in joints_of_spine(six_lumbar=six_lumbar) if alone.name in _ends(joint)
    )


def _ends(joint: str) -> tuple[str, str]:
    upper, lower = joint.split("-")
    return upper, lower if lower[0].isalpha() else upper[0] + lower

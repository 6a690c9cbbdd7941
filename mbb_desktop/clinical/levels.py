"""The level-entry grammar: `45 51 b` -> joints and nerves with sides, or a question.

    entry  := group { ("," | ";") group }      one side at the very end applies to all groups without one
    group  := { level } [ side ]
    side   := l | left | lt | r | right | rt | b | bi | bil | bilat | bilateral | both
    level  := joint | range | nerve
    joint  := [C|T|L] n [-|/] [C|T|L|S] m      L45 L4-5 L4/5 L4L5 45, L5S1 L5-1 51, T1011, T12L1, C7T1
    range  := [C|T|L] n [-] (C|T|L|S) m        4s1 L4-S1 C3-C6: every joint between
    nerve  := TON | (C|T|L) n (mb|dr)          L3mb, L5 dr

What can mean joints or nerves (`L3 L4 L5`, `L3-5`, `T12`) is asked, and so is a side or a region not given.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from mbb_desktop.clinical.anatomy import (
    JointSide,
    NerveSide,
    Region,
    Side,
    in_order,
    joints_covered_by_targets,
    joints_partly_covered,
    nerves_of,
    nerves_of_spine,
    say_joints,
    say_joints_in_sentence,
    targets_of,
)
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.clinical.level_entry import Entry, Group, read_entry
from mbb_desktop.clinical.level_readings import Reading, doubtful, label, readings, without_nerve
from mbb_desktop.clinical.level_refusals import Unreadable, not_a_joint
from mbb_desktop.clinical.level_tokens import Level, NoRegion, OneNerve, SomeJoints, Vertebra, read_level

EXAMPLES: Mapping[Region, str] = {
    Region.CERVICAL: "45 56 b",
    Region.THORACIC: "78 89 b",
    Region.LUMBAR: "45 51 b",
}
"""An entry that can be read in a complaint of the region."""

LONGEST_ENTRY = 1000  # characters; every joint with different sides, spelled in full, fits


@dataclass(frozen=True, slots=True)
class Levels:
    """Levels read without doubt.

    `joints` are the joints typed and those that the typed nerves complete. `also_covered` are further joints
    of which all nerves are blocked as well. `partly` names each joint that a nerve without its partner leaves
    half blocked, with the missing nerve. `spelling` reads as the same levels again.
    """

    joints: tuple[JointSide, ...]
    targets: tuple[NerveSide, ...]
    echo: str
    spelling: str
    also_covered: tuple[JointSide, ...] = ()
    partly: tuple[tuple[JointSide, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer; `text` is the whole entry rewritten, to be read again."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """The entry can be read in several ways, or a side or region is missing."""

    sentence: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """The entry cannot be read; each suggestion is a whole entry to try instead."""

    sentence: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Nothing typed, or the beginning of something valid."""


def read_levels(
    text: str, *, region: Region | None, six_lumbar: bool = False, sacralised: bool = False
) -> Levels | Question | Refusal | Unfinished:
    """Read what was typed in the levels field.

    `region` is the one of the course or chosen in the record, never the one that happens to be on screen;
    digits without a letter (`45`) belong to it. `six_lumbar` is true when six lumbar vertebrae are recorded.
    `sacralised`: L5 belongs to the sacrum, so that the nerves of L5-S1 are chosen by a person, never derived.
    """
    if len(text) > LONGEST_ENTRY:
        return Refusal(f"Too long. Write at most {LONGEST_ENTRY} characters.")
    entry = read_entry(text, region, six_lumbar=six_lumbar)
    if entry is None:
        return Unfinished()
    if isinstance(entry, Unreadable):
        return Refusal(entry.sentence, entry.suggestions)
    asked = _ask(entry, six_lumbar) or (_ask_lumbosacral(entry) if sacralised else None)
    if asked is not None:
        return asked
    found = _levels(entry, six_lumbar)
    return replace(found, spelling=_nerves_of_last(found.spelling)) if sacralised else found


def read_counted(
    text: str, *, region: Region | None, vertebrae: Vertebrae | None
) -> Levels | Question | Refusal | Unfinished:
    """Read levels for a spine that was counted so: every field and picture where a person names levels."""
    six, sacralised = vertebrae is Vertebrae.SIX, vertebrae is Vertebrae.SACRALISED_L5
    return read_levels(text, region=region, six_lumbar=six, sacralised=sacralised)


def chosen_nerves(place: JointSide, vertebrae: Vertebrae | None) -> tuple[NerveSide, ...]:
    """What a joint is called by once its nerves were chosen, because its name alone would be asked again."""
    if vertebrae is not Vertebrae.SACRALISED_L5 or place.joint != _LAST:
        return ()
    return tuple(NerveSide(each.name, place.side) for each in _LAST_NERVES)


def _ask(entry: Entry, six_lumbar: bool) -> Question | Refusal | Unfinished | None:
    """What has to be settled first; a refusal comes before the question for the side."""
    if region := _ask_region(entry, six_lumbar):
        return region
    kind = _ask_kind(entry, six_lumbar)
    return kind if isinstance(kind, Refusal) else _ask_side(entry) or kind


def _ask_region(entry: Entry, six_lumbar: bool) -> Question | Refusal | None:
    bare = [each for group in entry.groups for each in group.levels if isinstance(each, NoRegion)]
    if not bare:
        return None
    choices = [choice for region in Region if (choice := _in_region(entry, bare, region, six_lumbar))]
    if choices:
        return Question("Which region?", tuple(choices))
    return Refusal("No region has all of these levels. Write them with letters, for example L4-5.")


def _in_region(entry: Entry, bare: Iterable[NoRegion], region: Region, six_lumbar: bool) -> Choice | None:
    placed: dict[Level, Level] = {}
    for each in bare:
        level = read_level(each.spelling, region, six_lumbar=six_lumbar)
        if level is None:
            return None
        placed[each] = level
    words = ", ".join(level.spelling for level in placed.values())
    rewritten = entry.with_levels(lambda group: [placed.get(each, each) for each in group.levels])
    return Choice(f"{region.value} {words}", rewritten.spelling)


def _ask_kind(entry: Entry, six_lumbar: bool) -> Question | Refusal | None:
    """Ask about the first group with levels that can mean joints or nerves."""
    group = next((group for group in entry.groups if doubtful(group.levels)), None)
    if group is None:
        return None
    asked = doubtful(group.levels)
    choices = [
        Choice(label(reading), _with_reading(entry, group, reading).spelling)
        for reading in readings(asked, six_lumbar=six_lumbar)
    ]
    if not choices:
        return _refuse_vertebra(entry, asked, six_lumbar)
    words = " ".join(level.spelling for level in asked)
    kinds = "joint or nerve" if _is_one_vertebra(asked) else "joints or nerves"
    return Question(f"{words}: {kinds}?", tuple(choices))


def _is_one_vertebra(levels: Sequence[Level]) -> bool:
    return len(levels) == 1 and isinstance(levels[0], Vertebra)


def _refuse_vertebra(entry: Entry, asked: Collection[Level], six_lumbar: bool) -> Refusal:
    vertebra, joint = without_nerve(asked, six_lumbar=six_lumbar)
    nearer = entry.with_levels(
        lambda group: [SomeJoints((joint,)) if each == vertebra else each for each in group.levels]
    )
    return Refusal(not_a_joint(vertebra.name, joint).sentence, (nearer.spelling,))


def _with_reading(entry: Entry, changed: Group, reading: Reading) -> Entry:
    """The entry with the doubtful levels of one group replaced, at the place of the first of them."""
    asked = doubtful(changed.levels)
    levels: list[Level] = []
    for level in changed.levels:
        levels += reading if level == asked[0] else [] if level in asked else [level]
    return entry.with_levels(lambda group: levels if group is changed else group.levels)


def _ask_side(entry: Entry) -> Question | Unfinished | None:
    if all(group.sides for group in entry.groups):
        return None
    levels = [level for group in entry.groups for level in group.levels]
    if len(levels) == 1 and isinstance(levels[0], Vertebra) and levels[0].joint is None:
        return Unfinished()  # the beginning of L45
    answers = {"left": (Side.LEFT,), "right": (Side.RIGHT,), "bilateral": (Side.LEFT, Side.RIGHT)}
    choices = [Choice(side, entry.with_side(sides).spelling) for side, sides in answers.items()]
    return Question("Which side? l, r or b.", tuple(choices))


_LAST = "L5-S1"
_LAST_NERVES = (OneNerve("L4 MB"), OneNerve("L5 DR"))


def _ask_lumbosacral(entry: Entry) -> Question | None:
    """With a sacralised L5 nobody but the physician knows which nerves supply the lowest joint that moves."""
    levels = [level for group in entry.groups for level in group.levels]
    if not any(_LAST in level.names for level in levels if isinstance(level, SomeJoints)):
        return None
    kept, above = _instead_of_last(entry, _LAST_NERVES), _instead_of_last(entry, (SomeJoints(("L4-5",)),))
    choices = (
        Choice("nerves L4 and L5: L5-S1 still moves", kept.spelling),
        Choice("nerves L3 and L4: L4-5 is the last joint that moves", above.spelling),
    )
    return Question("L5 is sacralised. Which nerves for L5-S1?", choices)


def _instead_of_last(entry: Entry, wanted: Sequence[Level]) -> Entry:
    return entry.with_levels(
        lambda group: chain.from_iterable(_without_last(e, wanted) for e in group.levels)
    )


def _without_last(level: Level, wanted: Sequence[Level]) -> Iterator[Level]:
    if not isinstance(level, SomeJoints) or _LAST not in level.names:
        yield level
        return
    if others := tuple(name for name in level.names if name != _LAST):
        yield SomeJoints(others)
    yield from (each for each in wanted if not isinstance(each, SomeJoints) or each.names[0] not in others)


def _nerves_of_last(spelling: str) -> str:
    """The same levels with the nerves of L5-S1 spelled out: its name alone would be asked again."""
    entry = read_entry(spelling, None, six_lumbar=False)
    return _instead_of_last(entry, _LAST_NERVES).spelling if isinstance(entry, Entry) else spelling


def _levels(entry: Entry, six_lumbar: bool) -> Levels:
    typed, nerves = _typed(entry)
    targets = in_order([*targets_of(typed, six_lumbar=six_lumbar), *nerves])
    covered = joints_covered_by_targets(targets, six_lumbar=six_lumbar)
    joints = tuple(
        each
        for each in covered
        if each in typed or not nerves.isdisjoint(targets_of([each], six_lumbar=six_lumbar))
    )
    also = tuple(each for each in covered if each not in joints)
    partly = _partly(targets, six_lumbar)
    echo = _echo(joints, targets, six_lumbar) + _cautions(also, partly, six_lumbar)
    return Levels(joints, targets, echo, _spelling(joints, targets, six_lumbar), also, partly)


def _typed(entry: Entry) -> tuple[set[JointSide], set[NerveSide]]:
    """The joints and the nerves that were written as such."""
    written = [(level, side) for group in entry.groups for level in group.levels for side in group.sides]
    joints = [(each.names, side) for each, side in written if isinstance(each, SomeJoints)]
    nerves = {NerveSide(each.name, side) for each, side in written if isinstance(each, OneNerve)}
    return {JointSide(name, side) for names, side in joints for name in names}, nerves


def _partly(targets: Collection[NerveSide], six_lumbar: bool) -> tuple[tuple[JointSide, str], ...]:
    missing = {
        JointSide(joint, side): nerve
        for side in Side
        for joint, nerve in joints_partly_covered(_on(side, targets), six_lumbar=six_lumbar)
    }
    return tuple((each, missing[each]) for each in in_order(missing))


def _on(side: Side, targets: Iterable[NerveSide]) -> list[str]:
    return [each.nerve for each in targets if each.side is side]


def _spelling(joints: Iterable[JointSide], targets: Iterable[NerveSide], six_lumbar: bool) -> str:
    """The joints of each side, then the nerves that belong to none of them."""
    levels: dict[Side, tuple[Level, ...]] = {}
    for side in Side:
        names = [each.joint for each in joints if each.side is side]
        inside = nerves_of(names, six_lumbar=six_lumbar)
        alone = [OneNerve(nerve) for nerve in _on(side, targets) if nerve not in inside]
        levels[side] = (*(SomeJoints((name,)) for name in names), *alone)
    if levels[Side.LEFT] == levels[Side.RIGHT]:
        return Group(levels[Side.LEFT], (Side.LEFT, Side.RIGHT)).spelling
    return Entry(tuple(Group(found, (side,)) for side, found in levels.items() if found)).spelling


def _echo(joints: Collection[JointSide], targets: Collection[NerveSide], six_lumbar: bool) -> str:
    """Such as "Bilateral L4-5, L5-S1: nerves L3 L4 L5, 6 targets"; sides are named when they differ."""
    sides = {side.value: _say_nerves(_on(side, targets), six_lumbar) for side in Side if _on(side, targets)}
    if len({*sides.values()}) > 1 or not joints:
        same = "bilateral" if len(sides) == 2 and len({*sides.values()}) == 1 else ""
        words = ", ".join(dict.fromkeys(f"{same or side} {nerves}" for side, nerves in sides.items()))
    else:
        words = next(iter(sides.values()))
    head = say_joints(joints) if joints else "No joint completed"
    return f"{head}: {words}, {len(targets)} {'target' if len(targets) == 1 else 'targets'}"


def _say_nerves(nerves: Collection[str], six_lumbar: bool) -> str:
    table = nerves_of_spine(six_lumbar=six_lumbar)
    return " ".join(["nerve" if len(nerves) == 1 else "nerves", *(table[nerve].short for nerve in nerves)])


def _cautions(
    also: Collection[JointSide], partly: Collection[tuple[JointSide, str]], six_lumbar: bool
) -> str:
    words = [f"Also covers {say_joints_in_sentence(also)}"] if also else []
    table = nerves_of_spine(six_lumbar=six_lumbar)
    for joint, nerve in dict.fromkeys((each.joint, nerve) for each, nerve in partly):
        half = [each for each, missing in partly if (each.joint, missing) == (joint, nerve)]
        words.append(f"{say_joints(half)} not fully blocked: {table[nerve].short} missing")
    return "".join(f". {each}" for each in words)

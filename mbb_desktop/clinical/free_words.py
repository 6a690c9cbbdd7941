"""Sides and levels in a typed paragraph that are not those of the record: said before it is signed.

A warning that is wrong is clicked away with the next one, so whatever may be about something else is let by:
other parts of the body, pictures and operations, and the words "left" and "right" in their other meanings.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from mbb_desktop.clinical.anatomy import JointSide, Side, joints_covered, nerves_of_spine
from mbb_desktop.clinical.level_tokens import (
    SIDE_WORDS,
    Level,
    OpenRange,
    SomeJoints,
    joints_between,
    read_level,
    vertebrae,
)

_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_CLAUSE = re.compile(r"[.!?;:\n]+(?:\s|$)|[\n;]|,\s")
_WORD = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)*")
_OTHER_MATTER = re.compile(
    r"\b(?:dis[ck]s?|discectom\w+|fus(?:ed|ions?)|stenos[ie]s|stenotic|\w*listhesis|hernia\w*|protrusions?|"
    r"fractures?|laminectom\w+|radicul\w+|foramin\w+|mri|ct|x-?rays?|radiographs?|scans?|imaging|screws?|"
    r"hardware|instrument\w+|cysts?|epidurals?|transforaminal|spondyl\w+|kyphoplast\w+|vertebroplast\w+|emg|"
    r"scoliosis|nerve roots?|stimulator|pump)\b"
)
_SIDE_WORDS = {
    **{word: sides for word, sides in SIDE_WORDS.items() if len(word) > 3},
    "left-sided": (Side.LEFT,),
    "right-sided": (Side.RIGHT,),
    "bilaterally": (Side.LEFT, Side.RIGHT),
}
_NO_SIDE_BEFORE = re.compile(
    r"was|were|is|are|be|been|being|has|have|had|having|he|she|they|it|who|patient|nothing|little|some|all|only|"
    r"anything|questions?|doubts?"
)
_NO_SIDE_AFTER = re.compile(
    r"an?|his|her|their|my|our|us|me|him|them|it|without|over|out|untreated|unchanged|alone|behind|work|for|home|"
    r"away|now|after|before|hand(?:s|ed|edness)?|knees?|hips?|legs?|arms?|shoulders?|foot|feet|ankles?|wrists?|"
    r"elbows?|eyes?|ears?|kidneys?|lungs?|breasts?|heart|ventric\w+|bundle|atri\w+|carotid|thigh|calf|groin|lower|"
    r"upper|extremit\w+|buttocks?|temple|hemi\w+|sacroiliac|si|thumb|finger|toe|ribs?|flank|ovary|adrenal|choice|"
    r"treatment|decision|diagnosis|patient|dose|time|step|procedure|answer|candidate|thing|way|people|parents|of"
)
_LEVEL = re.compile(r"[clt]\d.*")
_BARE = re.compile(r"\d{1,2}[-/]?s?\d{1,2}")
_TURNED = frozenset(("right", "left"))


def unlike_record(text: str, reported: Collection[JointSide], *, six_lumbar: bool = False) -> tuple[str, ...]:
    """What a paragraph names beside the joints and sides that are reported: `left`, `L3-4`, `L4-5 left`.

    In the order of the text, each once. Nothing when nothing is reported.
    """
    if not reported:
        return ()
    plain = _DASHES.sub("-", text.lower())
    clauses = (clause for clause in _CLAUSE.split(plain) if not _OTHER_MATTER.search(clause))
    found = (each for clause in clauses for each in _in_clause(clause, reported, six_lumbar))
    return tuple(dict.fromkeys(found))


def _in_clause(clause: str, reported: Collection[JointSide], six_lumbar: bool) -> Iterator[str]:
    words = _WORD.findall(clause)
    sides = {at: found for at in range(len(words)) if (found := _sides(words, at))}
    levels = {at: level for at, word in enumerate(words) if (level := _level(word, six_lumbar))}
    used: set[int] = set()
    for at, level in levels.items():
        beside = next((near for near in (at - 1, at + 1) if near in sides and near not in used), None)
        used |= {beside} if beside is not None else set()
        readings = list(_readings(level, six_lumbar))
        wanted = sides[beside] if beside is not None else None
        if readings and not any(_fits(joints, wanted, reported) for joints in readings):
            yield " ".join((level.spelling, *([_said(wanted)] if wanted else [])))
    known = {place.side for place in reported}
    for at, named in sides.items():
        if at not in used and not set(named) <= known:
            yield _said(named)


def _sides(words: Sequence[str], at: int) -> tuple[Side, ...]:
    word = words[at]
    before, after = (words[at - 1] if at else ""), (words[at + 1] if at + 1 < len(words) else "")
    if word == "both":
        return _SIDE_WORDS[word] if after == "sides" else ()
    if word not in _SIDE_WORDS or _NO_SIDE_AFTER.fullmatch(after):
        return ()
    if _LEVEL.fullmatch(after):
        return _SIDE_WORDS[word]
    another = before != "the" and after in ("the", "with", "in")
    if word in _TURNED and (another or _NO_SIDE_BEFORE.fullmatch(before)):
        return ()
    if word == "right" and (after == "to" or (before in ("all", "not", "quite") and not after)):
        return ()
    return _SIDE_WORDS[word]


def _level(word: str, six_lumbar: bool) -> Level | None:
    """A level with its letter; digits alone are hours, doses and percentages."""
    return read_level(word, None, six_lumbar=six_lumbar) if word[0] in "ctls" and word[-1].isdigit() else None


def _readings(level: Level, six_lumbar: bool) -> Iterator[tuple[str, ...]]:
    """The joints that a level may mean; none for a vertebra, which may be anything."""
    match level:
        case SomeJoints(names):
            yield names
        case OpenRange(first, last):
            yield joints_between(first, last, six_lumbar=six_lumbar)
            spine = vertebrae(six_lumbar=six_lumbar)
            meant = spine[spine.index(first) : spine.index(last) + 1]
            table = nerves_of_spine(six_lumbar=six_lumbar)
            nerves = [name for name, nerve in table.items() if nerve.short in meant]
            yield joints_covered(nerves, six_lumbar=six_lumbar)


def _fits(joints: Iterable[str], sides: Collection[Side] | None, reported: Collection[JointSide]) -> bool:
    named = tuple(joints)
    if sides is None:
        return bool(named) and set(named) <= {place.joint for place in reported}
    return bool(named) and all(JointSide(joint, side) in reported for joint in named for side in sides)


def _said(sides: Sequence[Side]) -> str:
    return sides[0].value if len(sides) == 1 else "both sides"


def not_named(text: str, reported: Collection[JointSide], *, six_lumbar: bool = False) -> tuple[str, ...]:
    """Sides and joints that are reported, where a text surely names sides or joints, but not these.

    A side counts as named wherever its word stands; joints are compared only while every level can be read.
    """
    words = _WORD.findall(_DASHES.sub("-", text.lower()))
    meant = {side for at in range(len(words)) for side in _sides(words, at)}
    named = {side for word in words for side in SIDE_WORDS.get(word, _SIDE_WORDS.get(word, ()))}
    sides = [side for side in Side if side in {place.side for place in reported} - named] if meant else []
    joints = _joints_named(words, six_lumbar)
    left_out = [place.joint for place in reported if place.joint not in joints] if joints else []
    return tuple(dict.fromkeys((*(side.value for side in sides), *left_out)))


def _joints_named(words: Iterable[str], six_lumbar: bool) -> frozenset[str]:
    """Every joint that a text may mean; none when a level in it cannot be read."""
    found: set[str] = set()
    for word in words:
        if _LEVEL.fullmatch(word) or _BARE.fullmatch(word):
            level = _level(word, six_lumbar)
            readings = list(_readings(level, six_lumbar)) if level else []
            if not readings:
                return frozenset()
            found.update(*readings)
    return frozenset(found)

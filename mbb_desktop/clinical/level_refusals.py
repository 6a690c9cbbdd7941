"""Why a word of a level entry is refused, and what to write instead."""

from dataclasses import dataclass

from mbb_desktop.clinical.anatomy import Region, joints_of_spine
from mbb_desktop.clinical.level_tokens import (
    SIDE_WORDS,
    OneNerve,
    Word,
    crosses_regions,
    joint_of,
    joints_between,
    nerve_called,
    read_level,
    take_apart,
)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A sentence for the user, and spellings to use instead."""

    sentence: str
    suggestions: tuple[str, ...] = ()


def explain(word: str, region: Region | None, *, six_lumbar: bool) -> Unreadable:
    """Why `read_token` cannot read this word."""
    parts = take_apart(word, region, six_lumbar)
    shown = word.upper()[:12]
    if parts is None:
        return _explain_shape(word, region, six_lumbar, shown)
    if parts.unit:
        return _explain_nerve(parts, shown)
    if read_level(word, region, six_lumbar=not six_lumbar):
        if parts.is_bare and not six_lumbar and read_level(word, Region.CERVICAL, six_lumbar=False):
            return _sixth_or_neck(word, shown)
        return _explain_sixth(six_lumbar, shown)
    return _explain_order(parts, shown) or not_a_joint(shown, _nearest(parts))


def _explain_shape(word: str, region: Region | None, six_lumbar: bool, shown: str) -> Unreadable:
    for side in sorted(SIDE_WORDS, key=len, reverse=True):
        levels = word.removesuffix(side)
        if levels != word and read_level(levels, region, six_lumbar=six_lumbar):
            return Unreadable(f"Put a space before the side: {levels} {side}.", (f"{levels} {side}",))
    return Unreadable(f"{shown} is not a level. Write joints and a side, for example L4-5 b.")


def _explain_nerve(parts: Word, shown: str) -> Unreadable:
    nerve = (
        None if parts.number2 or parts.is_bare else nerve_called(parts.vertebra, six_lumbar=parts.six_lumbar)
    )
    if nerve:
        return Unreadable(f"{shown} is not a target. Nearest: {nerve}.", (OneNerve(nerve).spelling,))
    if not parts.is_bare and not parts.number2 and parts.vertebra == "L6":
        return _explain_sixth(parts.six_lumbar, shown)
    return Unreadable(f"{shown} is not a nerve. Write each nerve by itself, for example L3mb L4mb.")


def _explain_sixth(six_lumbar: bool, shown: str) -> Unreadable:
    if six_lumbar:
        reason = f"{shown} does not exist with six lumbar vertebrae. Nearest: L5-6, L6-S1."
        return Unreadable(reason, ("L5-6", "L6-S1"))
    reason = f"{shown} needs six lumbar vertebrae. Record the transitional anatomy first. Nearest: L5-S1."
    return Unreadable(reason, ("L5-S1",))


def _sixth_or_neck(word: str, shown: str) -> Unreadable:
    """Bare digits may be meant for the neck: told in words alone, as the other levels would stay lumbar."""
    reason = (
        f"{shown} needs six lumbar vertebrae. Record the transitional anatomy first. Nearest: L5-S1. "
        f"For the neck choose C, or write c{word}."
    )
    return Unreadable(reason, ("L5-S1",))


def _explain_order(parts: Word, shown: str) -> Unreadable | None:
    """For levels written upwards, and for several joints written as one or across regions."""
    for upper, lower in parts.pairs():
        if joint := joint_of((lower, upper), parts.six_lumbar):
            return Unreadable(f"Write the upper level first: {joint}.", (joint,))
        names = joints_between(upper, lower, six_lumbar=parts.six_lumbar)
        if len(names) > 1 and crosses_regions(names):
            return Unreadable(f"{shown} crosses two regions. Write the joints.", (" ".join(names),))
        if names:
            return Unreadable(f"For several joints write {upper}-{lower}.", (f"{upper}-{lower}",))
    return None


def not_a_joint(shown: str, nearest: str) -> Unreadable:
    """The usual refusal."""
    return Unreadable(f"{shown} is not a joint for a medial branch block. Nearest: {nearest}.", (nearest,))


def _nearest(parts: Word) -> str:
    """The joint below the vertebra that was most likely meant."""
    names = [name for name in joints_of_spine(six_lumbar=parts.six_lumbar) if name[0] == parts.letter]
    if not names:
        return list(joints_of_spine(six_lumbar=parts.six_lumbar))[-1]
    pairs = [(int(upper[1:]), int(lower[1:])) for upper, lower in parts.pairs()]
    wanted = min(pairs, key=lambda pair: abs(pair[0] - pair[1]))[0] if pairs else int(parts.number)
    return min(names, key=lambda name: abs(int(name.split("-")[0][1:]) - wanted))

"""Levels in text: the entry that means given joints and nerves, volumes beside them, contradictions."""

import re
from collections.abc import Collection, Mapping

from mbb_desktop.clinical.anatomy import JointSide, NerveSide, Side, in_order, targets_of
from mbb_desktop.clinical.block import Block, Exactly, Target
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.clinical.levels import Levels, chosen_nerves, read_counted, read_levels
from mbb_desktop.ui.typed import show_number

Place = JointSide | NerveSide


def volume_text(target: Target) -> str:
    """`0.5 mL`, `3 × 0.3 mL` for the three points of the third occipital nerve, `<0.5 mL`, `0.3-0.5 mL`."""
    if target.not_injected or target.volume is None:
        return ""
    if target.volume_is is Exactly.RANGE:
        return f"{show_number(target.volume)}-{show_number(target.volume_to)} mL"
    if target.volume_is is Exactly.LESS:
        return f"<{show_number(target.volume)} mL"
    if target.nerve == "TON" and not target.volume * 1000 % 3:
        return f"3 × {show_number(target.volume / 3)} mL"
    return f"{show_number(target.volume)} mL"


def lone_nerves(block: Block) -> tuple[NerveSide, ...]:
    """Targets that belong to none of the recorded joints."""
    inside = targets_of(block.joints, six_lumbar=block.vertebrae is Vertebrae.SIX)
    return tuple(target.place for target in block.targets if target.place not in inside)


def nerve_text(nerve: str) -> str:
    """`l3mb` for L3 MB, `TON` for the third occipital nerve."""
    return nerve.replace(" ", "").lower() if " " in nerve else nerve


def spelled(
    places: set[Place], vertebrae: Vertebrae | None, settled: Collection[JointSide] = frozenset()
) -> str:
    """The entry that means exactly these joints and single nerves; empty without any.

    `settled` joints keep the nerves that a person has chosen for them.
    """
    for joint in settled:
        if joint in places and (nerves := chosen_nerves(joint, vertebrae)):
            places = places - {joint} | {*nerves}
    groups: Mapping[Side, list[str]] = {side: [] for side in Side}
    for joint in in_order(p for p in places if isinstance(p, JointSide)):
        groups[joint.side].append(joint.joint)
    for nerve in in_order(p for p in places if isinstance(p, NerveSide)):
        groups[nerve.side].append(nerve_text(nerve.nerve))
    left, right = groups[Side.LEFT], groups[Side.RIGHT]
    parts = [(left, "b")] if left == right else [(left, "l"), (right, "r")]
    text = ", ".join(" ".join([*names, letter]) for names, letter in parts if names)
    reading = read_counted(text, region=None, vertebrae=vertebrae)
    return reading.spelling if isinstance(reading, Levels) else text


_SPANISH = {"izquierd": "left", "derech": "right", "ambos": "both sides", "ambas": "both sides"}
_SIDES = re.compile(rf"\b(left|right|bilateral|both sides|{'|'.join(_SPANISH)})", re.IGNORECASE)
_JOINTS = re.compile(r"\b[CTL]\d{1,2}\s*[-/]\s*[CTLS]?\d{1,2}\b", re.IGNORECASE)


def contradiction(text: str, block: Block) -> str:
    """A side or joint that a text names and the record has not, as a sentence; empty when there is none."""
    recorded = {target.side.value for target in block.targets}
    named = {_SPANISH.get(found.lower(), found.lower()) for found in _SIDES.findall(text)}
    wrong = {"left", "right"} & named - recorded if recorded else set()
    if recorded and len(recorded) < len(Side) and named & {"bilateral", "both sides"}:
        return f"The text says both sides; the record has {' and '.join(sorted(recorded))}."
    if wrong:
        return (
            f"The text says {' and '.join(sorted(wrong))}; the record has {' and '.join(sorted(recorded))}."
        )
    joints = {joint.joint for joint in block.joints}
    six = block.vertebrae is Vertebrae.SIX
    told = [name for found in _JOINTS.findall(text) for name in _joints_in(found, six)]
    unknown = [name for name in told if name not in joints]
    return f"The text names {unknown[0]}, which is not recorded." if joints and unknown else ""


def _joints_in(words: str, six_lumbar: bool) -> list[str]:
    """The joints of the patient's own spine that are meant, else those of the other kind."""
    both = (read_levels(f"{words} b", region=None, six_lumbar=six) for six in (six_lumbar, not six_lumbar))
    reading = next((each for each in both if isinstance(each, Levels)), None)
    return list(dict.fromkeys(each.joint for each in reading.joints)) if reading else []

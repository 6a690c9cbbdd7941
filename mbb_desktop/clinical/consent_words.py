"""What a consent was typed to be about, held against the levels of the block."""

from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.clinical.free_words import not_named, unlike_record
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.performed import joints_blocked
from mbb_desktop.clinical.shown import listed


def against_consent(block: Block) -> str:
    """What the consent names beside the levels, else which of them it leaves out; empty for nothing.

    Words without a side or level say nothing against it.
    """
    done = joints_blocked(block)
    recorded = tuple(dict.fromkeys((*block.joints, *done)))
    typed = tuple(place for place in block.joints if place in done)
    six = block.vertebrae is Vertebrae.SIX
    about = _spelled(block, six)
    if beside := unlike_record(about, recorded, six_lumbar=six):
        return f"The consent names {listed(beside)}, which is not in the levels. Check both."
    if without := not_named(about, typed, six_lumbar=six):
        return f"The consent does not name {listed(without)}, which is in the levels. Check both."
    return ""


def _spelled(block: Block, six_lumbar: bool) -> str:
    """The words of the consent; levels in short are spelled out."""
    found = read_levels(block.consent.about, region=block.region, six_lumbar=six_lumbar)
    return ", ".join(map(_named, found.joints)) if isinstance(found, Levels) else block.consent.about


def _named(place: JointSide) -> str:
    return f"{place.joint} {place.side.value}"

"""What a patient takes home: the kinds of paper, the diary's clock times, and its code."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, in_order
from mbb_desktop.clinical.block import Block, BlockState, Purpose
from mbb_desktop.clinical.block_state import DONE
from mbb_desktop.clinical.performed import joints_blocked, joints_without_targets, kind_of, say_places
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.response import SLOTS

_FIRST_AT_HOME = 60
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O or U
_OPEN = (BlockState.PLANNED, *DONE)


class HandoutKind(Enum):
    """Papers for the patient: instructions, not records, so nobody signs or numbers them."""

    HANDOUT = "handout and diary"
    DIARY = "pain diary"
    INFORMATION = "information sheet"


@dataclass(frozen=True, slots=True)
class DiaryTime:
    """When the diary asks: `slot` minutes after needle-out, `at` as the clock on the wall shows it then."""

    slot: int
    at: datetime


def diary_times(
    needle_out: datetime, now: datetime, to_local: Callable[[datetime], datetime]
) -> tuple[DiaryTime, ...]:
    """The diary's times from needle-out: hourly from 1 to 8 h, 12 and 24 h; 15 and 30 min while they are due.

    `to_local` gives a moment in this computer's zone; its changes of the clock count when the record was made
    in that zone. A record of another zone keeps its own offset.
    """
    asked = [slot for slot in SLOTS if slot >= _FIRST_AT_HOME or now <= needle_out + timedelta(minutes=slot)]
    return tuple(DiaryTime(slot, _on_the_wall(needle_out, slot, to_local)) for slot in asked)


def _on_the_wall(needle_out: datetime, slot: int, to_local: Callable[[datetime], datetime]) -> datetime:
    if needle_out.tzinfo is None:
        return needle_out + timedelta(minutes=slot)
    later = needle_out.astimezone(UTC) + timedelta(minutes=slot)
    same_zone = to_local(needle_out).utcoffset() == needle_out.utcoffset()
    return to_local(later) if same_zone else later.astimezone(needle_out.tzinfo)


def clock_changes(needle_out: datetime, times: tuple[DiaryTime, ...]) -> bool:
    """Whether the clocks go forward or back while the diary runs."""
    return any(each.at.utcoffset() != needle_out.utcoffset() for each in times)


def diary_code(block_id: UUID) -> str:
    """A block's id in short, `7Q2K-D418-3XWF`: the random end of it, which holds neither time nor person."""
    rest, letters = block_id.int & ((1 << 60) - 1), ""
    for _ in range(12):
        rest, place = divmod(rest, 32)
        letters = _LETTERS[place] + letters
    return f"{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def is_diary_code(text: str) -> bool:
    """Whether a text may be the code of a diary; what else a QR code says has another form."""
    parts = text.split("-")
    return len(parts) == 3 and all(len(part) == 4 and set(part) <= set(_LETTERS) for part in parts)


def joints_told(block: Block) -> tuple[JointSide, ...]:
    """The joints that the patient is told of: those that the targets say were blocked.

    Before anything is recorded, the planned ones.
    """
    if block.joints or block.targets:
        return joints_blocked(block)
    return in_order(block.planned_joints)


def lacking(kind: HandoutKind, block: Block) -> tuple[str, ...]:
    """What has to be recorded before this paper can be printed, in words; empty when it can.

    A handout and a diary need joints with their side and the needle-out time, signed or not. All of them are
    about a test: there are no words for a block that treats.
    """
    if block.state not in _OPEN:
        return (phrase("handout.no_longer", state=block.state.value),)
    if kind_of(block) is Purpose.THERAPEUTIC:
        return (phrase("handout.therapeutic"),)
    if kind is HandoutKind.INFORMATION:
        return ()
    recorded = block.joints or block.targets
    found = [] if recorded else [phrase("handout.levels")]
    if apart := joints_without_targets(block):
        found = [phrase("handout.no_target", joints=say_places(apart))]
    elif recorded and not joints_told(block):
        found = [phrase("handout.nothing_blocked")]
    return (*found, *([] if block.needle_out else [phrase("handout.needle_out")]))

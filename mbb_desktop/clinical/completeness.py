"""Whether the pain after a block was asked for, and what the records lack."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mbb_desktop.clinical.counted import CountedBlock, Gap
from mbb_desktop.clinical.response import BEFORE, SLOTS
from mbb_desktop.clinical.share import Share

IN_TIME = 2
"""Days after the block within which the 24 h score should be entered."""


@dataclass(frozen=True, slots=True)
class SlotKnown:
    """One reading of the day over all blocks: known, asked without an answer, and never asked."""

    slot: int
    known: Share
    asked: int

    @property
    def not_asked(self) -> int:
        return self.known.of - self.known.count - self.asked


@dataclass(frozen=True, slots=True)
class Missing:
    """How many of the records that should have something lack it."""

    gap: Gap
    lacking: Share


def due_blocks(blocks: Iterable[CountedBlock]) -> tuple[CountedBlock, ...]:
    """The clinic's tests whose day after has passed."""
    return tuple(block for block in blocks if block.is_test and block.due)


def slots_known(blocks: Iterable[CountedBlock]) -> tuple[SlotKnown, ...]:
    """For the score before and for each reading asked for after the block."""
    due = due_blocks(blocks)
    return tuple(
        SlotKnown(
            slot,
            Share(sum(slot in block.known for block in due), len(due)),
            sum(slot in block.asked - block.known for block in due),
        )
        for slot in (BEFORE, *SLOTS)
    )


def called_in_time(blocks: Iterable[CountedBlock]) -> Share:
    """In how many of the tests that are due the 24 h score was entered within two days."""
    due = due_blocks(blocks)
    late = [block.day_score_after for block in due]
    return Share(sum(after is not None and after <= IN_TIME for after in late), len(due))


def missing(blocks: Sequence[CountedBlock]) -> tuple[Missing, ...]:
    """Every gap over the records that it applies to: scores and responses of tests due, the rest of all."""
    here = [block for block in blocks if not block.elsewhere]
    return tuple(_missing(gap, here) for gap in Gap)


OF_TESTS = (Gap.BASELINE, Gap.EIGHT_HOURS, Gap.DAY, Gap.RESPONSE)
"""The gaps that only a test can have, once it is due."""
OF_FLUOROSCOPY = (Gap.KERMA, Gap.DAP)
"""The gaps that a block without fluoroscopy cannot have."""


def _missing(gap: Gap, here: Sequence[CountedBlock]) -> Missing:
    of = due_blocks(here) if gap in OF_TESTS else here
    if gap in OF_FLUOROSCOPY:
        of = [block for block in of if not block.no_fluoroscopy]
    return Missing(gap, Share(sum(gap in block.lacks for block in of), len(of)))

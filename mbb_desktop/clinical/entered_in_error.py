"""A signed paper that was entered in error: what its notice says, and what it takes out of the record."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Side, in_order
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.performed import joints_blocked

FINAL = frozenset({PaperKind.ERROR_NOTICE, PaperKind.CORRECTION_NOTICE})
"""Papers that nobody marks: what they say is itself the correction."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What a notice of error says: which paper, why, and what of it.

    `joints` empty: the whole paper. Else the procedure was done, but is no test of these joints.
    `response_id` is the response that a signed response paper showed.
    """

    paper_id: UUID
    kind: PaperKind
    number: str
    code: str
    reason: str
    joints: tuple[JointSide, ...] = ()
    response_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class EnteredInError:
    """A signed notice of error: `number` is its own, `by` and `at` who signed it and when."""

    notice_id: UUID
    number: str
    block_id: UUID | None
    wrong: Wrong
    by: str
    at: datetime

    @property
    def whole(self) -> bool:
        """Whether nothing of the paper stands any more."""
        return not self.wrong.joints


def written(wrong: Wrong) -> bytes:
    """The bytes that are signed."""
    return canonical({"paper": PaperKind.ERROR_NOTICE, "wrong": wrong})


def read_back(content: bytes) -> Wrong:
    """What `written` wrote; raises ValueError or KeyError for anything else."""
    kept = json.loads(content)["wrong"]
    response = kept["response_id"]
    return Wrong(
        UUID(kept["paper_id"]),
        PaperKind(kept["kind"]),
        kept["number"],
        kept["code"],
        kept["reason"],
        tuple(JointSide(row["joint"], Side(row["side"])) for row in kept["joints"]),
        UUID(response) if response else None,
    )


def joints_withdrawn(found: Iterable[EnteredInError], block: Block) -> tuple[JointSide, ...]:
    """The joints and sides of a block that notices take out of the test."""
    return in_order({place for each in found if each.block_id == block.id for place in each.wrong.joints})


def as_tested(block: Block, withdrawn: Iterable[JointSide]) -> Block | None:
    """The block with the joints that it still tests; None when none is left."""
    gone = set(withdrawn)
    if not gone:
        return block
    left = tuple(place for place in joints_blocked(block) if place not in gone)
    return replace(block, joints=left) if left else None

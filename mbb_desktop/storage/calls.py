"""The attempts to reach patients after their blocks."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from mbb_desktop.clinical.calls import Call
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import CALLS

_COLUMNS = CALLS.table.c


def of_blocks(look: Look, block_ids: Sequence[UUID]) -> Mapping[UUID, tuple[Call, ...]]:
    """Every attempt by block, the first first; those taken back are among them."""
    found: dict[UUID, tuple[Call, ...]] = defaultdict(tuple)
    order = (_COLUMNS.at, _COLUMNS.id)
    for call in look.where(Call, _COLUMNS.block_id.in_(block_ids), order=order) if block_ids else ():
        if call.block_id is not None:
            found[call.block_id] += (call,)
    return found


def of_courses(look: Look, course_ids: Sequence[UUID]) -> tuple[Call, ...]:
    """Every attempt about the outcomes of these courses' ablations, the first first."""
    order = (_COLUMNS.at, _COLUMNS.id)
    return look.where(Call, _COLUMNS.course_id.in_(course_ids), order=order) if course_ids else ()

"""The pain readings after blocks."""

from collections.abc import Sequence
from uuid import UUID

from mbb_desktop.clinical.response import Response
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import BLOCKS, RESPONSES

_COLUMNS = RESPONSES.table.c


def of_block(look: Look, block_id: UUID) -> Response | None:
    """The block's response; None when nobody has begun one."""
    return next(iter(look.where(Response, _COLUMNS.block_id == block_id)), None)


def of_blocks(look: Look, block_ids: Sequence[UUID]) -> dict[UUID, Response]:
    """The responses that exist, by block."""
    found = look.where(Response, _COLUMNS.block_id.in_(block_ids)) if block_ids else ()
    return {response.block_id: response for response in found}


def of_course(look: Look, course_id: UUID) -> tuple[Response, ...]:
    """The responses of a course's blocks, the first block first."""
    block = BLOCKS.table.c
    order = (block.performed_on, block.id)
    return look.where(Response, _COLUMNS.block_id == block.id, block.course_id == course_id, order=order)

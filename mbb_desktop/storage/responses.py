"""The pain readings after blocks."""

from collections.abc import Collection, Sequence
from uuid import UUID

from mbb_desktop.clinical.response import Response
from mbb_desktop.storage import entered_in_error
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import BLOCKS, RESPONSES

_COLUMNS = RESPONSES.table.c


def of_block(look: Look, block_id: UUID) -> Response | None:
    """The block's response; None when nobody has begun one, or the one that was signed was an error."""
    return of_blocks(look, (block_id,)).get(block_id)


def of_blocks(look: Look, block_ids: Sequence[UUID]) -> dict[UUID, Response]:
    """The newest response of each block that has one; without those that were entered in error."""
    found = look.where(Response, _COLUMNS.block_id.in_(block_ids), order=(_COLUMNS.id,)) if block_ids else ()
    return {response.block_id: response for response in _standing(look, found)}


def of_course(look: Look, course_id: UUID) -> tuple[Response, ...]:
    """The responses of a course's blocks, the first block first; without those entered in error."""
    return of_courses(look, (course_id,))


def of_courses(look: Look, course_ids: Collection[UUID]) -> tuple[Response, ...]:
    """The same for many courses."""
    if not course_ids:
        return ()
    block = BLOCKS.table.c
    own = (_COLUMNS.block_id == block.id, block.course_id.in_(course_ids))
    return _standing(look, look.where(Response, *own, order=(block.performed_on, block.id)))


def _standing(look: Look, found: Sequence[Response]) -> tuple[Response, ...]:
    signed = [response.block_id for response in found if response.signed_at is not None]
    errors = entered_in_error.of_blocks(look, signed)
    gone = {each.wrong.response_id for each in errors}
    return tuple(response for response in found if response.id not in gone)

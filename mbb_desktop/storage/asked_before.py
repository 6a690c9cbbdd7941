"""What patients were asked in the days before a block."""

from collections.abc import Collection
from uuid import UUID

from mbb_desktop.clinical.asked_before import AskedBefore
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import ASKED_BEFORE

_COLUMNS = ASKED_BEFORE.table.c


def of_blocks(look: Look, block_ids: Collection[UUID]) -> dict[UUID, AskedBefore]:
    """The answers by block; a block nobody was asked about is not there."""
    if not block_ids:
        return {}
    found = look.where(AskedBefore, _COLUMNS.block_id.in_(block_ids))
    return {each.block_id: each for each in found}

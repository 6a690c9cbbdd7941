"""Recovery and discharge of a block whose note is signed already: both often come later."""

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.block_state import CLOSED
from mbb_desktop.clinical.room_part import only_recovery_differs, with_recovery_of
from mbb_desktop.workflow.attestation import honest
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.record_block import AlreadySigned, joined


class RecoveryClosed(Exception):
    """The block is not a signed one."""

    def __init__(self, state: BlockState) -> None:
        super().__init__(f"This record is {state.value}. Its recovery and discharge stay as they are.")


@needs(Permission.RECORD_BLOCK)
def record_recovery(desk: Desk, base: Block, edited: Block) -> Block:
    """Save recovery vital signs and discharge changed since `base` into a signed block, audited.

    The signed note stays as it is. Raises RecoveryClosed, AlreadySigned (something else would change) or
    SomebodyElseChanged.
    """
    with desk.change("recovery recorded after signing", base.patient_id) as change:
        stored = change.get(Block, base.id)
        if stored.state not in CLOSED:
            raise RecoveryClosed(stored.state)
        later = joined(base, edited, stored)
        if not only_recovery_differs(stored, later):
            raise AlreadySigned
        kept = honest(change, base, edited, stored, later)
        return change.save(with_recovery_of(kept, kept))

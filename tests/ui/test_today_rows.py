"""What a row of today's list lacks depends on the records of its own patient and of nobody else."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Side, say_joints
from mbb_desktop.clinical.block import Block, BlockState, DrugUse
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.performed import joints_blocked
from mbb_desktop.ui.today_rows import DayRow, day_joints, day_rows, day_second, levels_of
from mbb_desktop.workflow.day_list import DayList
from mbb_desktop.workflow.today import Board, BoardRow
from tests.clinical.invented import COURSE
from tests.clinical.test_charting import NOW
from tests.clinical.test_checks import FORMULARY, PATIENT, complete


def half(number: int) -> Block:
    """A complete block with more than half of what a day allows."""
    block = replace(complete(), id=UUID(int=number), patient_id=UUID(int=number))
    strong = (replace(d, strength=Decimal(60)) if d.use is DrugUse.TARGET else d for d in block.drugs)
    return replace(block, drugs=tuple(strong))


def rows(second: Patient) -> tuple[DayRow, ...]:
    """Two blocks of one day under two record ids; the second one's patient is `second`."""
    of = tuple(
        BoardRow(block, patient, COURSE, None, ())
        for block, patient in ((half(1), PATIENT), (half(2), second))
    )
    board = Board(half(1).performed_on, of, (), (), signed=0, drafts=2)
    return day_rows(of, DayList(board, {}, ()), NOW, FORMULARY)


def test_the_plan_stands_on_the_list_while_a_draft_says_otherwise() -> None:
    plan = (JointSide("L3-4", Side.RIGHT),)
    draft = replace(complete(), planned_joints=plan)
    assert draft.state is BlockState.DRAFT
    assert day_joints(draft) == plan
    assert day_second(draft) == f"Draft: {say_joints(draft.joints)}"
    signed = replace(draft, state=BlockState.SIGNED)
    assert day_joints(signed) == draft.joints


def too_much(row: DayRow) -> bool:
    return any("above the limit" in problem.sentence for problem in row.missing)


def test_a_stopped_block_is_told_by_the_nerves_that_were_injected() -> None:
    first, *others = complete().targets
    left_out = tuple(replace(target, not_injected=True) for target in others)
    block = replace(complete(), targets=(first, *left_out), stopped_because="faint")
    assert levels_of(block, joints_blocked(block)) == f"stopped: {first.nerve} {first.side.value}"
    nothing = replace(block, targets=left_out)
    assert levels_of(nothing, joints_blocked(nothing)) == "stopped: nothing injected"
    assert levels_of(replace(block, targets=(), joints=()), ()) == "Not planned"


def test_the_dose_of_another_patient_of_the_day_does_not_count() -> None:
    assert [too_much(row) for row in rows(replace(PATIENT, id=UUID(int=2)))] == [False, False]


def test_the_dose_under_a_merged_record_of_the_patient_counts() -> None:
    assert [too_much(row) for row in rows(PATIENT)] == [True, True]

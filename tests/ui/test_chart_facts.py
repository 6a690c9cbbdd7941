"""What the chart says of a block beside its levels."""

from dataclasses import replace

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import BlockState
from mbb_desktop.ui.chart_facts import BlockLine, plan_words, verdict_chips
from mbb_desktop.ui.chips import spoken
from mbb_desktop.ui.timeline import block_event
from tests.clinical.test_checks import complete


def test_the_chart_says_what_was_planned_where_something_else_was_done() -> None:
    block = replace(
        complete(), planned_joints=(JointSide("L4-5", Side.RIGHT),), levels_reason="both sides hurt"
    )
    line = BlockLine(block, 1, None, None, waits=False)
    assert plan_words(line) == "Planned: right L4-5. Reason: both sides hurt"
    assert plan_words(replace(line, block=replace(block, planned_joints=block.joints))) == ""


def test_a_planned_block_has_no_scores_because_it_is_not_done_yet() -> None:
    line = BlockLine(complete(), 1, None, None, waits=False)
    assert [spoken(each) for each in verdict_chips(line)] == ["No scores"]
    planned = replace(line, block=replace(line.block, state=BlockState.PLANNED))
    assert [spoken(each) for each in verdict_chips(planned)] == ["Not done yet"]


def test_the_time_line_says_that_a_block_is_not_signed() -> None:
    line = BlockLine(replace(complete(), state=BlockState.DRAFT), 1, None, None, waits=False)
    assert block_event(line).title.endswith(", not signed")
    signed = replace(line, block=replace(line.block, state=BlockState.SIGNED))
    assert not block_event(signed).title.endswith(", not signed")

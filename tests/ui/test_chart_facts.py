"""What the chart says of a block beside its levels."""

from dataclasses import replace

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.ui.chart_facts import BlockLine, plan_words
from tests.clinical.test_checks import complete


def test_the_chart_says_what_was_planned_where_something_else_was_done() -> None:
    block = replace(
        complete(), planned_joints=(JointSide("L4-5", Side.RIGHT),), levels_reason="both sides hurt"
    )
    line = BlockLine(block, 1, None, None, waits=False)
    assert plan_words(line) == "Planned: right L4-5. Reason: both sides hurt"
    assert plan_words(replace(line, block=replace(block, planned_joints=block.joints))) == ""

"""One word for each state, whichever screen says it."""

from dataclasses import replace

import pytest

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.block_state import NOT_FINAL, BlockState
from mbb_desktop.ui import today_rows
from mbb_desktop.ui.chart_facts import BlockLine
from mbb_desktop.ui.chart_overview import _state_and_levels
from mbb_desktop.ui.editor_head import _state_chip
from mbb_desktop.ui.state_chips import state_chip
from tests.clinical.test_room_part import CHOSEN


def test_every_state_has_a_word_of_its_own() -> None:
    assert len({state_chip(state).text for state in BlockState}) == len(BlockState)


@pytest.mark.parametrize("state", NOT_FINAL, ids=lambda state: state.name)
def test_a_note_that_is_not_final_is_called_the_same_everywhere(state: BlockState) -> None:
    block: Block = replace(CHOSEN, state=state)
    line = BlockLine(block, 1, None, None, False)
    said = {_state_chip(block).text, today_rows.status_chip(block).text, _state_and_levels(line)}
    assert said == {state_chip(state).text}

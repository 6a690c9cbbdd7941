"""What the words of a note name, against what is recorded."""

from dataclasses import replace

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.ui.level_text import contradiction
from tests.clinical.invented import a_block

NAMES_NOT = "The text names {}, which is not recorded."


@pytest.mark.parametrize(
    ("vertebrae", "recorded", "text", "unknown"),
    [
        (Vertebrae.SIX, "L6-S1", "L6-S1 was stiff.", ""),
        (Vertebrae.SIX, "L6-S1", "L5-6 was spared.", "L5-6"),
        (Vertebrae.SIX, "L6-S1", "L5-S1 was stiff.", "L5-S1"),
        (Vertebrae.SIX, "L6-S1", "L3-4 was spared.", "L3-4"),
        (None, "L5-S1", "L6-S1 was stiff.", "L6-S1"),
        (None, "L5-S1", "L5-S1 was stiff.", ""),
    ],
)
def test_a_joint_of_the_other_kind_of_spine_is_not_passed_over(
    vertebrae: Vertebrae | None, recorded: str, text: str, unknown: str
) -> None:
    block = replace(a_block(), joints=(JointSide(recorded, Side.RIGHT),), vertebrae=vertebrae)
    assert contradiction(text, block) == (NAMES_NOT.format(unknown) if unknown else "")

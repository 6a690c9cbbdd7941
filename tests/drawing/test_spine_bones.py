"""Bones: upper vertebrae lie over lower ones, and all are mirrored at the midline."""

import pytest

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.drawing.shapes import Path
from mbb_desktop.drawing.spine_bones import bone_shapes
from mbb_desktop.drawing.spine_sheet import Sheet, column, lay_out


def _sheet(region: Region) -> Sheet:
    bones = column(region)
    return lay_out(bones, bones.vertebrae, (100, None), 3.45)


@pytest.mark.parametrize("region", Region)
def test_the_bones_are_as_wide_on_the_left_as_on_the_right(region: Region) -> None:
    rooms = [shape.bounds() for shape in bone_shapes(_sheet(region))]
    left, right = min(room.left for room in rooms), max(room.right for room in rooms)
    assert left + right == pytest.approx(100)


def test_the_upper_vertebra_lies_over_the_lower() -> None:
    solid = [shape for shape in bone_shapes(_sheet(Region.LUMBAR)) if shape_is_solid(shape)]
    assert solid[0].bounds().bottom > solid[-1].bounds().bottom


def shape_is_solid(shape: object) -> bool:
    return isinstance(shape, Path) and shape.ink.shade is not None


def test_a_faded_vertebra_does_not_show_what_lies_below() -> None:
    sheet = _sheet(Region.LUMBAR)
    plain, faded = bone_shapes(sheet), bone_shapes(sheet, sheet.vertebrae[0])
    grounds = [shape for shape in faded if isinstance(shape, Path) and shape.ink.fill == "surface"]
    assert len(faded) - len(plain) == len(grounds) > 0
    assert all(ground.ink.opacity == 1 for ground in grounds)

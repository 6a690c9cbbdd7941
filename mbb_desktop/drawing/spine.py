"""A region of the spine from behind, with the joints and nerves of a block marked on it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from mbb_desktop.clinical.anatomy import Region, Side, joints_of_spine
from mbb_desktop.drawing.bones import Vertebra
from mbb_desktop.drawing.shapes import Box, Dot, Drawing, Ink, Label, Shape, text_room
from mbb_desktop.drawing.spine_bones import bone_shapes
from mbb_desktop.drawing.spine_joints import Row, branch_shapes, capsule_shapes, name_shapes
from mbb_desktop.drawing.spine_marks import Marks
from mbb_desktop.drawing.spine_nerves import nerve_shapes, nerve_spots
from mbb_desktop.drawing.spine_sheet import Sheet, between, column, joint_between, lay_out

SCREEN_TEXT = 3.45
"""Millimetres; 13 px at 96 dots per inch."""
PAPER_TEXT = 2.85
"""Millimetres; 8 points."""
HEADS = ("LEFT", "seen from behind", "RIGHT")


def spine(
    region: Region,
    marks: Marks,
    *,
    levels: tuple[str, str] | None = None,
    size: tuple[float, float | None] = (100.0, None),
    text: float = SCREEN_TEXT,
) -> Drawing:
    """The region with every joint and nerve as a target, for the screen.

    `levels` are the first and last vertebra shown, all when not given; `size` is width and height in
    millimetres, the height following the bones when None; `text` the type size of nerve names in
    millimetres. Raises ValueError for a level that the region does not have.
    """
    bones = column(region, six_lumbar=marks.six_lumbar)
    shown = bones.vertebrae if levels is None else between(bones.vertebrae, *levels)
    return _drawing(lay_out(bones, shown, size, text), marks)


def paper_spine(
    region: Region,
    marks: Marks,
    *,
    levels: tuple[str, str] | None = None,
    width: float = 76.0,
    text: float | None = None,
) -> Drawing:
    """Only the marked joints and nerves and the levels around them, for a printed page.

    Without a type size a narrow picture gets smaller letters than PAPER_TEXT.
    """
    bones = column(region, six_lumbar=marks.six_lumbar)
    shown = between(bones.vertebrae, *(levels or treated_levels(region, marks)))
    sheet = lay_out(bones, shown, (width, None), text or min(PAPER_TEXT, width / 22), complete=False)
    return _drawing(sheet, replace(marks, hover=None))


def treated_levels(region: Region, marks: Marks) -> tuple[str, str]:
    """From the vertebra above the topmost marked joint to the lower vertebra of the lowest one.

    The whole region when nothing is marked in it.
    """
    vertebrae = column(region, six_lumbar=marks.six_lumbar).vertebrae
    marked = [
        index
        for index, row in enumerate(_rows(vertebrae, six_lumbar=marks.six_lumbar))
        if any(marks.blocked(row.joint, side) != "no" for side in Side)
    ]
    if not marked:
        return vertebrae[0].name, vertebrae[-1].name
    return vertebrae[max(marked[0] - 1, 0)].name, vertebrae[marked[-1] + 1].name


def _rows(vertebrae: tuple[Vertebra, ...], *, six_lumbar: bool) -> list[Row]:
    table = joints_of_spine(six_lumbar=six_lumbar)
    return [
        Row(table[joint_between(upper.name, lower.name)], upper, lower)
        for upper, lower in pairwise(vertebrae)
    ]


def _drawing(sheet: Sheet, marks: Marks) -> Drawing:
    return Drawing(sheet.width, round(sheet.height, 3), tuple(_shapes(sheet, marks)))


def _shapes(sheet: Sheet, marks: Marks) -> Iterator[Shape]:
    """From the bones up: what a reader must see lies on top."""
    top = sheet.vertebrae[0]
    rows = _rows(sheet.vertebrae, six_lumbar=marks.six_lumbar)
    goes_on = sheet.complete and top.name != "C2"
    yield from bone_shapes(sheet, top if goes_on else None)
    yield from _heads(sheet)
    for vertebra in sheet.vertebrae:
        yield from _vertebra_name(sheet, vertebra, pale=goes_on and vertebra == top)
    spots = {side: nerve_spots(sheet, rows, side, six_lumbar=marks.six_lumbar) for side in Side}
    for side in Side:
        for row in rows:
            yield from branch_shapes(sheet, marks, row, side, spots[side])
    for row in rows:
        yield from name_shapes(sheet, marks, row)
        for side in Side:
            yield from capsule_shapes(sheet, marks, row, side)
    for side in Side:
        yield from nerve_shapes(sheet, marks, side, spots[side])


def _heads(sheet: Sheet) -> Iterator[Shape]:
    """LEFT with its square, RIGHT with its circle: the side is told by place, word, letter and shape."""
    text, y, chip = sheet.text, round(0.9 * sheet.text, 3), 1.4 * sheet.text
    left, middle, right = HEADS
    yield Box(0, round(y - chip / 2, 3), chip, chip, Ink(fill="left"), radius=0.3 * text)
    yield Label(chip / 2, y, "L", 0.86 * text, "onSide", bold=True)
    yield Label(chip + 0.5 * text, y, left, 0.94 * text, "left", "start", bold=True)
    yield Label(sheet.centre, y, middle, 0.86 * text, "muted")
    yield Dot(sheet.width - chip / 2, y, chip / 2, Ink(fill="right"))
    yield Label(sheet.width - chip / 2, y, "R", 0.86 * text, "onSide", bold=True)
    yield Label(sheet.width - chip - 0.5 * text, y, right, 0.94 * text, "right", "end", bold=True)


def _vertebra_name(sheet: Sheet, vertebra: Vertebra, *, pale: bool) -> Iterator[Shape]:
    size = 0.84 * sheet.text
    width, height = text_room(vertebra.name, size) + 0.6 * size, 1.5 * size
    y = sheet.y(vertebra, vertebra.name_at)
    left, top = round(sheet.centre - width / 2, 3), round(y - height / 2, 3)
    yield Box(left, top, width, height, Ink(fill="boneHi", opacity=0.7), radius=round(height / 2, 3))
    yield Label(sheet.centre, y, vertebra.name, size, "muted" if pale else "text", bold=True)

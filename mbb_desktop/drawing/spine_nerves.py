"""Target nerves on a spine sheet: dots on the bone that the needle meets, with their names at the edge."""

import re
from collections.abc import Iterator, Mapping, Sequence

from mbb_desktop.clinical.anatomy import NerveSide, Side, joints_of_spine, nerves_of_spine
from mbb_desktop.drawing.bones import Vertebra
from mbb_desktop.drawing.outline import shifted
from mbb_desktop.drawing.shapes import Anchor, Dot, Ink, Label, Line, Point, Shape
from mbb_desktop.drawing.spine_cervical import THIRD_OCCIPITAL
from mbb_desktop.drawing.spine_joints import WAYS, Row, capsule_offset, capsule_size
from mbb_desktop.drawing.spine_marks import Marks, joint_key, nerve_key
from mbb_desktop.drawing.spine_sheet import Sheet

_SHOWN = {"TON": "TON (C3)"}
_LAST_AMOUNT = re.compile(r" (?=\S+\smL$)")
_ANCHORS: dict[Side, Anchor] = {Side.LEFT: "end", Side.RIGHT: "start"}


def nerve_spots(
    sheet: Sheet, rows: Sequence[Row], side: Side, *, six_lumbar: bool
) -> dict[str, tuple[Point, ...]]:
    """Where each nerve is met on the shown bones; the third occipital nerve at three points."""
    above = {row.lower.name: row for row in rows}
    spots: dict[str, tuple[Point, ...]] = {}
    for vertebra in sheet.vertebrae:
        row = above.get(vertebra.name)
        if row is not None and row.joint.nerves == ("TON",):
            spots["TON"] = tuple(_spot(sheet, vertebra, row, side, point) for point in THIRD_OCCIPITAL)
        for nerve in nerves_of_spine(six_lumbar=six_lumbar).values():
            if nerve.bone == vertebra.name:
                spots[nerve.name] = (_spot(sheet, vertebra, row, side, vertebra.nerve),)
    return spots


def _spot(sheet: Sheet, vertebra: Vertebra, row: Row | None, side: Side, point: Point) -> Point:
    """The landmark on the sheet, a little further out where a narrow sheet would put it on a capsule."""
    x, y = sheet.place(vertebra)(point)
    if row is not None:
        across, down = capsule_size(sheet)
        near = abs(point[1] - vertebra.joint[1]) * sheet.down < down / 2 + 0.3 * sheet.text
        if near:
            x = max(x, sheet.centre + capsule_offset(sheet, row) + across / 2 + 0.35 * sheet.text)
    return shifted((sheet.centre, y), WAYS[side] * (x - sheet.centre), 0)


def nerve_shapes(
    sheet: Sheet, marks: Marks, side: Side, spots: Mapping[str, tuple[Point, ...]]
) -> Iterator[Shape]:
    """All nerves of one side: targets filled with leader, name and volume, the others hollow and muted."""
    for nerve, points in spots.items():
        if nerve in marks.nerves(side):
            yield from _target(sheet, marks, NerveSide(nerve, side), points)
        elif sheet.complete:
            yield from _free(sheet, marks, NerveSide(nerve, side), points)


def _target(sheet: Sheet, marks: Marks, target: NerveSide, points: tuple[Point, ...]) -> Iterator[Shape]:
    text, token, key = sheet.text, target.side.value, nerve_key(target.nerve, target.side)
    y = points[len(points) // 2][1]
    edge = _edge(sheet, target.side)
    inner = round(edge - WAYS[target.side] * 0.3 * text, 3)
    yield Line((inner, y), points[len(points) // 2], Ink(stroke=token, width=0.11 * text))
    yield from _glow(sheet, marks, target, points)
    radius = (0.48 if len(points) == 1 else 0.36) * text
    for x, height in points:
        yield Dot(x, height, round(radius, 3), Ink(fill=token, stroke="surface", width=0.13 * text), key=key)
    volume = marks.volumes.get(target)
    anchor = _ANCHORS[target.side]
    name = _SHOWN.get(target.nerve, target.nerve)
    said = _lines(volume) if volume else ()
    crowded = target.nerve == "TON" and len(said) > 1  # the C3 branch is close below, nothing above
    above = (1.6 if crowded else 0.5 * len(said)) * text
    yield Label(edge, round(y - above, 3), name, text, token, anchor, bold=True, key=key)
    for at, line in enumerate(said):
        below = round(y - above + (1.12 + 0.9 * at) * text, 3)
        yield Label(edge, below, line, 0.86 * text, "text2", anchor, key=key)


def _lines(volume: str) -> tuple[str, ...]:
    """`0.5 mL`; the longer `less than 0.5 mL` and `0.3 to 0.5 mL` in two, which fit beside the spine."""
    return tuple(_LAST_AMOUNT.sub("\n", volume).split("\n"))


def _free(sheet: Sheet, marks: Marks, nerve: NerveSide, points: tuple[Point, ...]) -> Iterator[Shape]:
    key = nerve_key(nerve.nerve, nerve.side)
    yield from _glow(sheet, marks, nerve, points)
    radius = (0.32 if len(points) == 1 else 0.27) * sheet.text
    for x, y in points:
        yield Dot(
            x, y, round(radius, 3), Ink(fill="surface", stroke="field", width=0.12 * sheet.text), key=key
        )
    anchor = _ANCHORS[nerve.side]
    name = _SHOWN.get(nerve.nerve, nerve.nerve)
    y = points[len(points) // 2][1]
    yield Label(_edge(sheet, nerve.side), y, name, 0.94 * sheet.text, "muted", anchor, key=key)


def _glow(sheet: Sheet, marks: Marks, nerve: NerveSide, points: tuple[Point, ...]) -> Iterator[Shape]:
    """A soft halo while the pointer is on the nerve or on a joint it serves."""
    joints = joints_of_spine(six_lumbar=marks.six_lumbar).values()
    lit = [joint_key(joint.name, nerve.side) for joint in joints if nerve.nerve in joint.nerves]
    if marks.hover in (nerve_key(nerve.nerve, nerve.side), *lit):
        for x, y in points:
            yield Dot(x, y, round(0.85 * sheet.text, 3), Ink(fill=nerve.side.value, opacity=0.28))


def _edge(sheet: Sheet, side: Side) -> float:
    return round(sheet.centre + WAYS[side] * sheet.label_edge, 3)

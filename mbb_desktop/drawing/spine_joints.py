"""Facet joints on a spine sheet: capsules, the name between them, and branches to their nerves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from mbb_desktop.clinical.anatomy import Joint, JointSide, Side
from mbb_desktop.drawing.bones import Vertebra
from mbb_desktop.drawing.outline import Half, bow, capsule, shifted
from mbb_desktop.drawing.shapes import Box, Dot, Ink, Label, Path, Point, Shape, text_room
from mbb_desktop.drawing.spine_marks import Blocked, Marks, joint_key, nerve_key
from mbb_desktop.drawing.spine_sheet import Sheet

WAYS = {Side.LEFT: -1, Side.RIGHT: 1}
LETTERS = {Side.LEFT: "L", Side.RIGHT: "R"}
_NAME = 0.86  # of the type size
_RECORDED: tuple[Blocked, ...] = ("claimed", "upper", "lower", "both")


@dataclass(frozen=True, slots=True)
class Row:
    """A joint between two shown vertebrae."""

    joint: Joint
    upper: Vertebra
    lower: Vertebra


def capsule_size(sheet: Sheet) -> tuple[float, float]:
    """Width and height in millimetres; never too small for its letter."""
    across, down = sheet.column.capsule
    return max(across * sheet.across, 1.5 * sheet.text), max(down * sheet.down, 1.55 * sheet.text)


def capsule_offset(sheet: Sheet, row: Row) -> float:
    """How far the capsule is from the midline: never so near that the joint's name covers the letter."""
    clear = _pill_width(sheet, row.joint.name) / 2 + 0.14 * sheet.text + capsule_size(sheet)[0] / 2
    return max(row.lower.joint[0] * sheet.across, clear)


def capsule_centre(sheet: Sheet, row: Row, side: Side) -> Point:
    """The place of the capsule on the sheet, in millimetres."""
    height = sheet.y(row.lower, row.lower.joint[1])
    return shifted((sheet.centre, height), WAYS[side] * capsule_offset(sheet, row), 0)


def capsule_shapes(sheet: Sheet, marks: Marks, row: Row, side: Side) -> Iterator[Shape]:
    """The capsule as it is blocked, planned or free, its letter, an earlier block, the pointer's ring."""
    blocked = marks.blocked(row.joint, side)
    if blocked == "no" and not sheet.complete:
        return
    pen = _Capsule(sheet, capsule_centre(sheet, row, side), side, joint_key(row.joint.name, side))
    yield from pen.painted(blocked)
    if JointSide(row.joint.name, side) in marks.treated_before and sheet.complete:
        yield pen.earlier()
    if marks.hover is not None and marks.hover in _lit_by(row.joint, side):
        yield pen.ring()


def _lit_by(joint: Joint, side: Side) -> tuple[str, ...]:
    return joint_key(joint.name, side), *(nerve_key(nerve, side) for nerve in joint.nerves)


@dataclass(frozen=True, slots=True)
class _Capsule:
    sheet: Sheet
    centre: Point
    side: Side
    key: str

    def painted(self, blocked: Blocked) -> Iterator[Shape]:
        text, token = self.sheet.text, self.side.value
        if blocked == "no":
            yield self._shape(
                Ink(fill="surface", stroke="field", width=0.1 * text, opacity=0.82), key=self.key
            )
        elif blocked == "both":
            yield self._shape(Ink(fill=token, stroke="surface", width=0.17 * text), key=self.key)
            yield self._letter("onSide")
        else:
            dash = (0.35 * text, 0.25 * text) if blocked == "claimed" else ()
            yield self._shape(Ink(fill="surface", stroke="surface", width=0.4 * text), grown=-0.05)
            yield self._shape(
                Ink(fill="surface", stroke=token, width=0.15 * text, dash=dash), grown=-0.1, key=self.key
            )
            yield from self._half(blocked)

    def _half(self, blocked: Blocked) -> Iterator[Shape]:
        if blocked in ("upper", "lower"):
            half: Half = "upper" if blocked == "upper" else "lower"
            yield self._shape(Ink(fill=self.side.value), grown=-0.1, half=half)
            up = -0.23 if half == "upper" else 0.23
            yield self._letter("onSide", up * capsule_size(self.sheet)[1])
        else:
            yield self._letter(self.side.value)

    def _shape(
        self, ink: Ink, *, grown: float = 0.0, half: Half | None = None, key: str | None = None
    ) -> Path:
        across, down = (length + 2 * grown * self.sheet.text for length in capsule_size(self.sheet))
        tilt = WAYS[self.side] * -self.sheet.column.tilt
        return replace(capsule(self.centre, (across, down), ink, tilt=tilt, half=half), key=key)

    def _letter(self, token: str, below: float = 0.0) -> Label:
        x, y = shifted(self.centre, 0, below)
        return Label(x, y, LETTERS[self.side], 0.9 * self.sheet.text, token, bold=True)

    def ring(self) -> Shape:
        return self._shape(Ink(stroke=self.side.value, width=0.16 * self.sheet.text), grown=0.3)

    def earlier(self) -> Dot:
        """The small grey dot of a joint that was blocked before, at the capsule's outer upper edge."""
        across, down = capsule_size(self.sheet)
        x, y = shifted(self.centre, WAYS[self.side] * across * 0.5, -down * 0.36)
        return Dot(
            x,
            y,
            round(0.26 * self.sheet.text, 3),
            Ink(fill="muted", stroke="surface", width=0.1 * self.sheet.text),
        )


def _pill_width(sheet: Sheet, name: str) -> float:
    return text_room(name, _NAME * sheet.text) + 0.45 * sheet.text


def name_shapes(sheet: Sheet, marks: Marks, row: Row) -> Iterator[Shape]:
    """The joint's name on the midline, inverted when it is recorded on a side."""
    states = [marks.blocked(row.joint, side) for side in Side]
    if not sheet.complete and all(state == "no" for state in states):
        return
    recorded = any(state in _RECORDED for state in states)
    width, height = _pill_width(sheet, row.joint.name), 1.36 * sheet.text
    y = sheet.y(row.upper, sheet.column.pill_at)
    ink = Ink(fill="text") if recorded else Ink(fill="surface", opacity=0.8)
    yield Box(
        round(sheet.centre - width / 2, 3),
        round(y - height / 2, 3),
        width,
        height,
        ink,
        radius=0.3 * sheet.text,
    )
    token = "surface" if recorded else "text2"
    yield Label(sheet.centre, y, row.joint.name, _NAME * sheet.text, token, bold=True)


def branch_shapes(
    sheet: Sheet, marks: Marks, row: Row, side: Side, spots: Mapping[str, tuple[Point, ...]]
) -> Iterator[Shape]:
    """Articular branches of a recorded joint to its targeted nerves, whose dots are the `spots`."""
    if marks.blocked(row.joint, side) not in _RECORDED:
        return
    centre = capsule_centre(sheet, row, side)
    for nerve in row.joint.nerves:
        points = spots.get(nerve, ())
        if nerve in marks.nerves(side) and len(points) == 1:
            bulge = WAYS[side] * 0.55 * sheet.text
            line = bow(points[0], centre, bulge, Ink(stroke="surface", width=0.32 * sheet.text))
            yield line
            yield replace(line, ink=Ink(stroke=side.value, width=0.17 * sheet.text))

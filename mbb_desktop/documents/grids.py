"""Tables with rules only, whose columns are as wide as their words need."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.colors import HexColor
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.tables import Table, TableStyle

from mbb_desktop.documents import look
from mbb_desktop.documents.fonts import inter
from mbb_desktop.documents.look import Align, Type
from mbb_desktop.documents.parts import Said, fields, space
from mbb_desktop.documents.tags import Node, marked, rows_of
from mbb_desktop.documents.text import TextBlock, paragraph, text_width
from mbb_desktop.documents.wording import plain_text

_CELL_PAD = 3.2
_TALLEST_ROW = 420.0


@dataclass(frozen=True, slots=True)
class Column:
    """A grid's column: heading, width in points (the least one when fitted), and how its cells stand.

    The cells of one that `names` say what their row is about.
    """

    title: Said
    width: float = 0.0
    align: Align = Align.LEFT
    style: Type = look.CELL
    head: Type = look.HEAD
    names: bool = False


def fitted(columns: Sequence[Column], rows: Sequence[Sequence[Said]], room: float) -> list[Column]:
    """The columns over the whole `room`: each holds its longest word, the slack is shared by contents."""
    needs = [_needs(column, [row[place] for row in rows]) for place, column in enumerate(columns)]
    least = [need[0] for need in needs]
    wishes = [wish - low for low, wish in needs]
    slack = room - sum(least)
    if slack < 0:
        return [
            replace(column, width=low * room / sum(least)) for column, low in zip(columns, least, strict=True)
        ]
    share = min(1.0, slack / sum(wishes)) if sum(wishes) else 0.0
    extra = (slack - share * sum(wishes)) / len(columns)
    return [
        replace(column, width=low + share * wish + extra)
        for column, low, wish in zip(columns, least, wishes, strict=True)
    ]


def _needs(column: Column, cells: Sequence[Said]) -> tuple[float, float]:
    """The widths in points of the longest word and of the longest text of a column, with its padding."""
    texts = [(column.title, column.head), *((cell, column.style) for cell in cells)]
    words_wide = max(paragraph(said, style).minWidth() for said, style in texts)
    text_wide = max(text_width(said, style) for said, style in texts)
    return max(column.width, words_wide + 2 * _CELL_PAD), max(column.width, text_wide + 2 * _CELL_PAD)


@dataclass(frozen=True, slots=True)
class Shade:
    """A tinted block of cells, by row and column of the body, both ends included."""

    first: tuple[int, int]
    last: tuple[int, int]
    color: int


@dataclass(frozen=True, slots=True)
class Ruling:
    """How a grid is ruled: tinted cells, rows that end a group, room above and beside cells in points."""

    shades: tuple[Shade, ...] = ()
    heavy_below: frozenset[int] = frozenset()
    padding: float = 2.2
    beside: float = _CELL_PAD


PLAIN = Ruling()


def grid(columns: Sequence[Column], rows: Sequence[Sequence[Said]], ruling: Ruling = PLAIN) -> list[Flowable]:
    """A table with rules only; its heading repeats on each page. Too high a row makes it fields."""
    body = [
        [
            paragraph(cell, column.style.aligned(column.align))
            for column, cell in zip(columns, row, strict=True)
        ]
        for row in rows
    ]
    if any(_row_height(columns, row) > _TALLEST_ROW for row in body):
        return [part for row in rows for part in _as_fields(columns, row)]
    return [_table(columns, body, ruling)]


def _row_height(columns: Sequence[Column], row: Sequence[TextBlock]) -> float:
    cells = zip(columns, row, strict=True)
    return max(cell.wrap(max(column.width - 2 * _CELL_PAD, 1))[1] for column, cell in cells)


def _as_fields(columns: Sequence[Column], row: Sequence[Said]) -> list[Flowable]:
    named = [(column.title, cell) for column, cell in zip(columns, row, strict=True) if cell]
    told = [(title if isinstance(title, str) else plain_text(title), cell) for title, cell in named]
    return [*fields(told, 84.0), space(4)]


class _Grid(Table):
    """A table whose rules and grounds are furniture."""

    def _drawBkgrnd(self) -> None:  # noqa: N802 - ReportLab's name
        with marked(self.canv, None):
            super()._drawBkgrnd()  # type: ignore[misc] # the stubs leave it out

    def _drawLines(self) -> None:  # noqa: N802 - ReportLab's name
        with marked(self.canv, None):
            super()._drawLines()  # type: ignore[misc] # the stubs leave it out


def _table(columns: Sequence[Column], body: list[list[TextBlock]], ruling: Ruling) -> Table:
    head = [paragraph(column.title, column.head.aligned(column.align)) for column in columns]
    titled = any(column.title for column in columns)
    rows = [head, *body] if titled else body
    _tag(rows, ["TH" if column.names else "TD" for column in columns], 1 if titled else 0)
    table = _Grid(
        rows,
        colWidths=[column.width for column in columns],
        repeatRows=1 if titled else 0,
    )
    table.hAlign = "LEFT"
    table.setStyle(_style(1 if titled else 0, ruling))
    return table


def _tag(rows: list[list[TextBlock]], columns: Sequence[str], heads: int) -> None:
    """Say of every cell whether it is a heading or data, `columns` for those of the body."""
    for row, nodes in zip(rows, rows_of(Node("Table"), len(rows), columns, heads), strict=True):
        for cell, node in zip(row, nodes, strict=True):
            cell.node = node


def _style(first: int, ruling: Ruling) -> TableStyle:
    """The table's rules; `first` is the first row of the body."""
    start, end = (0, 0), (-1, -1)
    style = TableStyle([("VALIGN", start, end, "MIDDLE")])
    style.add("FONT", start, end, inter(look.Weight.REGULAR), 8)  # else ReportLab names Helvetica
    for side in ("LEFTPADDING", "RIGHTPADDING"):
        style.add(side, start, end, ruling.beside)
    style.add("TOPPADDING", start, end, ruling.padding)
    style.add("BOTTOMPADDING", start, end, ruling.padding + 0.4)
    for shade in ruling.shades:
        style.add("BACKGROUND", _down(shade.first, first), _down(shade.last, first), HexColor(shade.color))
    style.add("LINEBELOW", (0, first), end, 0.5, HexColor(look.RULE))
    for row in sorted(ruling.heavy_below):
        style.add("LINEBELOW", (0, row + first), (-1, row + first), 0.9, HexColor(look.RULE_GROUP))
    if first:
        style.add("VALIGN", start, (-1, 0), "BOTTOM")
        style.add("LINEBELOW", start, (-1, 0), 0.9, HexColor(look.RULE_STRONG))
    return style


def _down(cell: tuple[int, int], rows: int) -> tuple[int, int]:
    row, column = cell
    return column, row + rows

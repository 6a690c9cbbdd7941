"""The table of a pain diary: real clock times, and boxes large enough to write in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportlab.lib.colors import HexColor
from reportlab.platypus.flowables import Flowable

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.documents import look
from mbb_desktop.documents.amounts import NB
from mbb_desktop.documents.handout_facts import HandoutFacts
from mbb_desktop.documents.handout_words import after_words, clock, say, score_heads
from mbb_desktop.documents.look import Align, Type, Weight
from mbb_desktop.documents.tags import Node, marked, rows_of
from mbb_desktop.documents.text import TextBlock, paragraph, text_width
from mbb_desktop.documents.wording import Words, words

_CLOCK = Type(14, 17, Weight.BOLD)
_AFTER = Type(9.5, 11.5, color=look.TEXT2)
_HEAD = Type(10.5, 12.5, Weight.SEMIBOLD, align=Align.CENTER)
_BOX = Type(18, 22, align=Align.CENTER)
_PERCENT = Type(12, 15, color=look.TEXT2, align=Align.RIGHT)
_PAD = 4.0
_LEAST_ROW = 29.0
_LEAST_TIME = 86.0
_TALLEST_ROW = 40.0
_GROUNDS = {Side.LEFT: look.LEFT_SOFT, Side.RIGHT: look.RIGHT_SOFT}


@dataclass(frozen=True, slots=True)
class _Column:
    head: Words
    width: float
    ground: int | None = None
    names: bool = False


class DiaryTable(Flowable):
    """All rows on one page; they grow from the least that a hand needs with `height`."""

    def __init__(self, facts: HandoutFacts, width: float, height: float) -> None:
        super().__init__()
        self.width = width
        self._columns = _columns(facts, width)
        self._heads = [paragraph(column.head, _HEAD) for column in self._columns]
        self._rows = [_row(facts, place) for place in range(len(facts.times))]
        self._tag()
        self._head = 2 * _PAD + max(
            head.wrap(column.width - _PAD)[1] for head, column in zip(self._heads, self._columns, strict=True)
        )
        share = (height - self._head) / max(1, len(self._rows))
        self._each = min(_TALLEST_ROW, max(_LEAST_ROW, share))
        self.height = self._head + self._each * len(self._rows)

    def wrap(self, *_available: float) -> tuple[float, float]:
        return self.width, self.height

    def _tag(self) -> None:
        tags = ["TH" if column.names else "TD" for column in self._columns]
        nodes = rows_of(Node("Table"), 1 + len(self._rows), tags, 1)
        for head, node in zip(self._heads, nodes[0], strict=True):
            head.node = node
        for row, line in zip(self._rows, nodes[1:], strict=True):
            for blocks, node in zip(row, line, strict=True):
                for block in blocks:
                    block.node = node

    def draw(self) -> None:
        with marked(self.canv, None):
            self._draw_boxes()
        x = 0.0
        for place, (head, column) in enumerate(zip(self._heads, self._columns, strict=True)):
            head.wrap(column.width - _PAD)
            head.drawOn(self.canv, x + _PAD / 2, self.height - (self._head + head.height) / 2)
            for down, row in enumerate(self._rows):
                self._draw_cell(row[place], x, self.height - self._head - down * self._each, column.width)
            x += column.width

    def _draw_cell(self, blocks: Sequence[TextBlock], x: float, top: float, width: float) -> None:
        high = sum(block.wrap(width - 2 * _PAD)[1] for block in blocks)
        y = top - (self._each - high) / 2
        for block in blocks:
            y -= block.height
            block.drawOn(self.canv, x + _PAD, y)

    def _draw_boxes(self) -> None:
        canvas, body = self.canv, self.height - self._head
        canvas.setFillColor(HexColor(look.SURFACE2))
        canvas.rect(0, body, self.width, self._head, stroke=0, fill=1)
        ends = list(accumulate(column.width for column in self._columns))
        for column, end in zip(self._columns, ends, strict=True):
            if column.ground is not None:
                canvas.setFillColor(HexColor(column.ground))
                canvas.rect(end - column.width, 0, column.width, body, stroke=0, fill=1)
        canvas.setStrokeColor(HexColor(look.RULE_STRONG))
        canvas.setLineWidth(0.8)
        for end in (0, *ends):
            canvas.line(end, 0, end, self.height)
        for down in range(len(self._rows) + 1):
            canvas.line(0, body - down * self._each, self.width, body - down * self._each)
        canvas.line(0, self.height, self.width, self.height)


def _columns(facts: HandoutFacts, width: float) -> list[_Column]:
    """The medicine has what the others leave."""
    known = list(_narrow(facts))
    left = width - sum(column.width for column in known)
    return [*known, _Column(say(facts, "diary.medicine"), left)]


def _narrow(facts: HandoutFacts) -> Iterator[_Column]:
    yield _Column(say(facts, "diary.time"), _time_width(facts), names=True)
    heads = score_heads(facts)
    each = 52.0 if len(heads) > 1 else 74.0
    for side, head in heads:
        yield _Column(head, each, _GROUNDS[side] if side else None)
    yield _Column(say(facts, "diary.moved"), 68)
    yield _Column(say(facts, "diary.relief"), 60)


def _time_width(facts: HandoutFacts) -> float:
    """The times and what stands below them never break."""
    calendar = facts.book.calendar
    clocks = [text_width(clock(calendar, each.at), _CLOCK) for each in facts.times]
    afters = [text_width(after_words(facts, each), _AFTER) for each in facts.times]
    return max([_LEAST_TIME, *clocks, *afters]) + 2 * _PAD + 1


def _row(facts: HandoutFacts, place: int) -> list[list[TextBlock]]:
    each = facts.times[place]
    calendar = facts.book.calendar
    when = [paragraph(clock(calendar, each.at), _CLOCK), paragraph(after_words(facts, each), _AFTER)]
    scores: list[list[TextBlock]] = [[] for _ in score_heads(facts)]
    return [
        when,
        *scores,
        [paragraph("☐", _BOX)],
        [paragraph(words(f"%{NB}"), _PERCENT)],
        [],
    ]

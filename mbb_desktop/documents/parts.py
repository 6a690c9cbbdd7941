"""The building blocks of a page: fields, grids, call-outs, times, signature. Every flowable is made here."""

from collections.abc import Sequence
from enum import Enum

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable, KeepTogether, Spacer

from mbb_desktop.clinical.shown import listed
from mbb_desktop.documents import look
from mbb_desktop.documents.amounts import NB, joined, stamped
from mbb_desktop.documents.issue import CoSign, Issue
from mbb_desktop.documents.look import Align, Type
from mbb_desktop.documents.tags import Node, marked
from mbb_desktop.documents.text import TextBlock, draw_line, paragraph
from mbb_desktop.documents.wording import Words, bold, words

Said = str | Words
_TALLEST_PAIR = 460.0


def heading(said: Said, gap: float = 8) -> Flowable:
    """A section heading that stays with what follows."""
    block = paragraph(said, look.HEADING)
    block.node = Node("H2")
    block.spaceBefore, block.spaceAfter, block.keepWithNext = gap, 2, 1
    return block


def title(said: Said, style: Type, before: float = 0, after: float = 0) -> Flowable:
    """What the paper is called: its first heading."""
    block = paragraph(said, style)
    block.node = Node("H1")
    block.spaceBefore, block.spaceAfter = before, after
    return block


def lines(said: Said, style: Type, before: float = 0, after: float = 0) -> Flowable:
    """A paragraph with room before and after, in points."""
    block = paragraph(said, style)
    block.spaceBefore, block.spaceAfter = before, after
    return block


def space(points: float) -> Flowable:
    return Spacer(1, points)


def together(parts: Sequence[Flowable]) -> Flowable:
    """Parts that are not torn apart by a page end when one page can hold them."""
    return KeepTogether(list(parts))


class Field(Flowable):
    """A label with its words beside it and a thin rule below; long words continue on the next page.

    `item` is its entry in the list of fields; None for the label that repeats on the next page.
    """

    def __init__(  # noqa: PLR0913 - each is one fact of the field
        self,
        label: str,
        body: TextBlock,
        label_width: float,
        item: Node | None,
        *,
        ruled: bool = True,
        pad: float = 2.2,
    ) -> None:
        super().__init__()
        self._pad = pad
        self._label = label
        self._label_width = label_width
        self._ruled = ruled
        self._name = paragraph(label, look.LABEL)
        self._name.node = item and item.add("Lbl")
        self._body = body
        if item is not None:
            body.node = item.add("LBody")

    def wrap(self, room: float, _height: float = 0) -> tuple[float, float]:
        _, name = self._name.wrap(self._label_width - 8)
        _, body = self._body.wrap(room - self._label_width)
        self.width, self.height = room, max(name, body) + 2 * self._pad
        return self.width, self.height

    def split(self, room: float, height: float) -> list[Flowable]:
        parts = self._body.halves(room - self._label_width, height - 2 * self._pad)
        if parts is None or height < self._name.height + 2 * self._pad:
            return []
        first, rest = parts
        again = self._label if self._label.endswith("(continued)") else f"{self._label} (continued)"
        return [
            self._part(self._label, first, self._name.node),
            self._part(again, rest, None),
        ]

    def _part(self, label: str, body: TextBlock, name: Node | None) -> "Field":
        part = Field(label, body, self._label_width, None, ruled=self._ruled, pad=self._pad)
        part._name.node = name
        return part

    def draw(self) -> None:
        top = self.height - self._pad
        self._name.drawOn(self.canv, 0, top - self._name.height)
        self._body.drawOn(self.canv, self._label_width, top - self._body.height)
        if self._ruled:
            _rule(self.canv, self.width, 0)


def fields(
    rows: Sequence[tuple[str, Said]],
    label_width: float,
    *,
    last_ruled: bool = False,
    small: bool = False,
) -> list[Flowable]:
    """Labelled rows; the rule under the last one is left out unless asked for."""
    last = len(rows) - 1
    body, pad = (look.SMALL_BODY, 1.4) if small else (look.BODY, 2.2)
    listing = Node("L")
    return [
        Field(
            label,
            paragraph(said, body),
            label_width,
            listing.add("LI"),
            ruled=last_ruled or place != last,
            pad=pad,
        )
        for place, (label, said) in enumerate(rows)
    ]


class Tone(Enum):
    """The colour of a call-out: bar, ground."""

    NEUTRAL = (look.TEXT2, look.SURFACE2)
    ACCENT = (look.ACCENT, look.SURFACE2)
    GOOD = (look.OK, look.OK_SOFT)
    WARN = (look.WARN, look.WARN_SOFT)
    DANGER = (look.DANGER, look.DANGER_SOFT)


class Callout(Flowable):
    """Words on a tinted ground with a bar at the left; continues on the next page when it is long."""

    PAD = 6.0
    TORN_FROM = 300.0  # a lower one moves to the next page as a whole

    def __init__(self, blocks: Sequence[TextBlock], tone: Tone, *, height: float = 0) -> None:
        super().__init__()
        self._blocks = list(blocks)
        self._tone = tone
        self._least = height

    def wrap(self, room: float, _height: float = 0) -> tuple[float, float]:
        inner = sum(block.wrap(room - 2 * self.PAD - 2)[1] for block in self._blocks)
        self.width, self.height = room, max(inner + 2 * self.PAD, self._least)
        return self.width, self.height

    def split(self, room: float, height: float) -> list[Flowable]:
        if self.wrap(room)[1] < self.TORN_FROM:
            return []
        left = height - 2 * self.PAD
        kept: list[TextBlock] = []
        rest = list(self._blocks)
        while rest and rest[0].wrap(room - 2 * self.PAD - 2)[1] <= left:
            left -= rest[0].height
            kept.append(rest.pop(0))
        halves = rest[0].halves(room - 2 * self.PAD - 2, left) if rest else None
        if halves:
            kept, rest = [*kept, halves[0]], [halves[1], *rest[1:]]
        return [Callout(kept, self._tone), Callout(rest, self._tone)] if kept and rest else []

    def draw(self) -> None:
        bar, ground = self._tone.value
        with marked(self.canv, None):
            self.canv.setFillColor(HexColor(ground))
            self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)
            self.canv.setFillColor(HexColor(bar))
            self.canv.rect(0, 0, 3, self.height, stroke=0, fill=1)
        y = self.height - self.PAD
        for block in self._blocks:
            y -= block.height
            block.drawOn(self.canv, self.PAD + 4, y)


class TimesStrip(Flowable):
    """Moments side by side, each with its time; the one that everything counts from is tinted."""

    HEIGHT = 31.0

    def __init__(self, moments: Sequence[tuple[str, str, bool]]) -> None:
        super().__init__()
        self._moments = moments

    def wrap(self, room: float, _height: float = 0) -> tuple[float, float]:
        self.width, self.height = room, self.HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        each = self.width / len(self._moments)
        small = look.HEAD.aligned(Align.CENTER)
        large = Type(10.6, 13, look.Weight.BOLD, align=Align.CENTER)
        listing = Node("L")
        for place, (name, at, zero) in enumerate(self._moments):
            item, middle = listing.add("LI"), (place + 0.5) * each
            with marked(self.canv, None):
                self.canv.setFillColor(HexColor(look.ACCENT_SOFT if zero else look.SURFACE2))
                self.canv.rect(place * each + 0.5, 0, each - 1, self.height, stroke=0, fill=1)
            with marked(self.canv, item.add("Lbl")):
                draw_line(self.canv, middle, 20.5, name, small)
            with marked(self.canv, item.add("LBody")):
                draw_line(self.canv, middle, 7, at, large)


def total_line(said: Said) -> Flowable:
    """The sum under a grid, on a tinted ground."""
    return _Banded(paragraph(said, look.TOTAL))


class _Banded(Flowable):
    def __init__(self, block: TextBlock) -> None:
        super().__init__()
        self._block = block

    def wrap(self, room: float, _height: float = 0) -> tuple[float, float]:
        self._block.wrap(room - 6)
        self.width, self.height = room, self._block.height + 8
        return self.width, self.height

    def draw(self) -> None:
        with marked(self.canv, None):
            self.canv.setFillColor(HexColor(look.SURFACE2))
            self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        self._block.drawOn(self.canv, 3, 4)


class SignatureBlock(Flowable):
    """The line a paper ends with: who signed as what, when, with which code; and what belongs beside it."""

    def __init__(self, title: Said, who: Said, beside: Said) -> None:
        super().__init__()
        self._title = paragraph(title, look.SMALL)
        self._who = paragraph(who, look.SIGNED)
        self._beside = paragraph(beside, look.SMALL)

    def wrap(self, room: float, _height: float = 0) -> tuple[float, float]:
        half = room * 0.52
        alone = not self._beside.wrap(room - half)[1]
        self._title.wrap(room)
        self._who.wrap((room if alone else half) - 12)
        lower = max(self._who.height, self._beside.height)
        self.width, self.height = room, 5 + self._title.height + 3 + lower
        return self.width, self.height

    def draw(self) -> None:
        _rule(self.canv, self.width, self.height, look.TEXT, 1)
        y = self.height - 5 - self._title.height
        self._title.drawOn(self.canv, 3, y)
        self._who.drawOn(self.canv, 3, y - 3 - self._who.height)
        self._beside.drawOn(self.canv, self.width * 0.52, y - 3 - self._beside.height)


def beside(
    left: Sequence[Flowable], right: Sequence[Flowable], left_width: float, room: float, gap: float = 14
) -> list[Flowable]:
    """Two stacks side by side on one page; one below the other when they are too tall for that."""
    pair = Beside(left, right, left_width, gap)
    return [pair] if pair.wrap(room)[1] <= _TALLEST_PAIR else [*left, *right]


class Beside(Flowable):
    """Two stacks side by side that stay on one page: left with its width, right in the rest."""

    def __init__(
        self, left: Sequence[Flowable], right: Sequence[Flowable], left_width: float, gap: float = 14
    ) -> None:
        super().__init__()
        self._stacks = (list(left), list(right))
        self._left_width = left_width
        self._gap = gap

    def wrap(self, room: float, _height: float = 0) -> tuple[float, float]:
        self._widths = (self._left_width, room - self._left_width - self._gap)
        self.height = max(
            stack_height(stack, width) for stack, width in zip(self._stacks, self._widths, strict=True)
        )
        self.width = room
        return self.width, self.height

    def draw(self) -> None:
        x = 0.0
        for stack, width in zip(self._stacks, self._widths, strict=True):
            y = self.height
            for place, part in enumerate(stack):
                y -= part.getSpaceBefore() if place else 0
                y -= part.wrapOn(self.canv, width, 1e6)[1]
                part.drawOn(self.canv, x, y)
                y -= part.getSpaceAfter()
            x += width + self._gap


def stack_height(parts: Sequence[Flowable], width: float) -> float:
    """How high the parts are below each other, in points."""
    height = 0.0
    for place, part in enumerate(parts):
        height += (part.getSpaceBefore() if place else 0) + part.wrap(width, 1e6)[1] + part.getSpaceAfter()
    return height


def _rule(canvas: Canvas, end: float, y: float, color: int = look.RULE, width: float = 0.5) -> None:
    with marked(canvas, None):
        canvas.setStrokeColor(HexColor(color))
        canvas.setLineWidth(width)
        canvas.line(0, y, end, y)


def signature(issue: Issue, beside: Said, room: float) -> list[Flowable]:
    """Who signed; while unsigned, that it is a draft. What is too long to stand beside it stands above."""
    block = SignatureBlock(*_signed(issue), beside)
    second = _cosigned(issue.cosign) if issue.cosign else []
    if block.wrap(room)[1] <= _TALLEST_PAIR:
        return [block, *second]
    return [lines(beside, look.SMALL, after=6), SignatureBlock(*_signed(issue), ""), *second]


def missing_cosign(cosign: CoSign) -> Words:
    """That a learner alone has signed, and whose signature is missing."""
    missing = bold("Attending’s co-signature missing.")
    return words(missing, f" Signed by a learner alone; not final until {cosign.signs_as} has co-signed.")


def _cosigned(given: CoSign) -> list[Flowable]:
    if given.signed_at is None:
        said = [paragraph(missing_cosign(given), look.BODY)]
        return [space(7), Callout(said, Tone.WARN)]
    about = joined(("attending physician", given.specialty, given.npi and f"NPI{NB}{given.npi}"))
    who = words(bold(given.signs_as), f", {about}", f"\n{stamped(given.signed_at)}")
    title = words(f"Co-signed electronically by the attending{NB} ", bold(given.said))
    numbers = listed(list(given.addenda))
    beside = f"Read together with addendum {numbers}, co-signed with it." if numbers else ""
    return [space(6), SignatureBlock(title, who, beside)]


def _signed(issue: Issue) -> tuple[Words, Words]:
    signed = issue.signature
    if signed is None:
        return words(bold("Not signed."), " This is a draft."), ()
    learner = "learner" if issue.cosign else ""
    about = joined((learner, signed.specialty, signed.npi and f"NPI{NB}{signed.npi}"))
    title = words(f"Signed electronically as{NB} ", bold(signed.meaning.value))
    who = words(
        bold(signed.signs_as),
        f", {about}" if about else "",
        f"\n{stamped(signed.signed_at)}{NB}{NB} Code{NB}",
        bold(signed.code),
    )
    return title, who

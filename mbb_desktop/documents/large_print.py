"""Large type for patients: one size from which everything on a page follows, and what it is set with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.platypus.flowables import Flowable

from mbb_desktop.documents import look
from mbb_desktop.documents.handout_words import Section
from mbb_desktop.documents.look import Type, Weight
from mbb_desktop.documents.parts import Beside, Callout, Tone, lines, stack_height
from mbb_desktop.documents.tags import Node
from mbb_desktop.documents.text import TextBlock, paragraph
from mbb_desktop.documents.wording import Words, words

_SIZES = (13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0)


@dataclass(frozen=True, slots=True)
class Print:
    """The types of a page whose running text has `size` points."""

    size: float

    @property
    def body(self) -> Type:
        return Type(self.size, self.size * 1.28)

    @property
    def title(self) -> Type:
        return Type(self.size * 1.75, self.size * 2.1, Weight.BOLD)

    def heading(self, color: int = look.ACCENT) -> Type:
        return Type(self.size * 1.08, self.size * 1.4, Weight.BOLD, color)


def fitting(make: Callable[[Print], Sequence[Flowable]], width: float, height: float) -> list[Flowable]:
    """What `make` gives in the largest type that fills no more than one page; else in the smallest."""
    for size in _SIZES:
        story = list(make(Print(size)))
        if stack_height(story, width) <= height:
            break
    return story


class Bullet(Flowable):
    """One point of a list; it stays on one page."""

    def __init__(self, said: Words, style: Type, item: Node) -> None:
        super().__init__()
        self._dot, self._body = paragraph("•", style), paragraph(said, style)
        self._dot.node, self._body.node = item.add("Lbl"), item.add("LBody")
        self._indent = style.size * 0.95
        self.spaceAfter = style.size * 0.14

    def wrap(self, room: float, _height: float = 0) -> tuple[float, float]:
        self._dot.wrap(self._indent)
        self._body.wrap(room - self._indent)
        self.width, self.height = room, self._body.height
        return self.width, self.height

    def draw(self) -> None:
        self._dot.drawOn(self.canv, 0, self.height - self._dot.height)
        self._body.drawOn(self.canv, self._indent, 0)


def bullets(points: Sequence[Words], style: Type) -> list[Flowable]:
    """The points of one list."""
    listing = Node("L")
    return [Bullet(point, style, listing.add("LI")) for point in points]


def section(told: Section, type_: Print) -> list[Flowable]:
    """A heading with its list."""
    head = paragraph(told.title, type_.heading())
    head.node = Node("H2")
    head.spaceBefore, head.spaceAfter, head.keepWithNext = type_.size * 0.5, type_.size * 0.1, 1
    return [head, *bullets(told.points, type_.body)]


def warning_boxes(left: Section, right: Section, type_: Print, width: float) -> Flowable:
    """Two boxes of one height side by side."""
    share = width * 0.45
    gap = 10.0
    rooms = (share, width - share - gap)
    told = (left, right)
    heights = [
        Callout(_boxed(each, type_), Tone.DANGER).wrap(room)[1]
        for each, room in zip(told, rooms, strict=True)
    ]
    boxes = [Callout(_boxed(each, type_), Tone.DANGER, height=max(heights)) for each in told]
    return Beside([boxes[0]], [boxes[1]], share, gap)


def _boxed(told: Section, type_: Print) -> list[TextBlock]:
    head = paragraph(told.title, type_.heading(look.DANGER))
    head.node = Node("H2")
    style = type_.body
    points = [paragraph(words("• ", point), style) for point in told.points]
    return [head, *points, *_numbers(told, type_)]


def _numbers(told: Section, type_: Print) -> list[TextBlock]:
    """What has to be found at a glance."""
    return [paragraph(said, type_.heading(look.TEXT)) for said in told.large]


def text(said: Words, style: Type, before: float = 0, after: float = 0) -> Flowable:
    """A paragraph; room before and after in shares of its size."""
    return lines(said, style, before=before * style.size, after=after * style.size)

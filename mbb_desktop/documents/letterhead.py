"""The clinic on top of a page: its picture, its name, its address."""

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from mbb_desktop.documents import look
from mbb_desktop.documents.logo import Logo, read
from mbb_desktop.documents.tags import Node, marked
from mbb_desktop.documents.text import TextBlock, paragraph

_GAP = 11.0
_HIGHEST_BESIDE, _WIDEST_BESIDE = 46.0, 120.0
_HIGHEST_ABOVE, _WIDEST_ABOVE = 34.0, 220.0
_WIDE = 2.6  # a picture wider than that stands above the name
_POINTS_PER_PIXEL = 0.75  # at the most, so that a small picture stays sharp


@dataclass(frozen=True, slots=True)
class _Picture:
    """A picture and its size on paper in points; drawn on the first page it is a figure, later furniture."""

    logo: Logo
    width: float
    height: float
    node: Node

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        first = not self.node.marks
        if first:
            self.node.bounds = (left, top - self.height, left + self.width, top)
        with marked(canvas, self.node if first else None):
            reader = ImageReader(BytesIO(self.logo.picture))
            canvas.drawImage(reader, left, top - self.height, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Where its parts stand, from the upper left corner, in points."""

    name: TextBlock
    address: TextBlock
    picture: _Picture | None
    indent: float
    down: float
    height: float

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        if self.picture is not None:
            self.picture.draw(canvas, left, top)
        words = top - self.down - self.name.height
        self.name.drawOn(canvas, left + self.indent, words)
        self.address.drawOn(canvas, left + self.indent, words - self.address.height)


def letterhead(name: str, address: str, logo: bytes, room: float) -> Letterhead:
    """The head in a room of this many points: a wide picture above the name, any other at its left."""
    picture = _sized(read(logo), name) if logo else None
    above = picture is not None and picture.width > _WIDE * picture.height
    indent = picture.width + _GAP if picture and not above else 0.0
    parts = paragraph(name, look.CLINIC), paragraph(address, look.ADDRESS)
    words = sum(part.wrap(room - indent)[1] for part in parts)
    if picture is None:
        return Letterhead(*parts, None, 0, 0, words)
    if above:
        return Letterhead(*parts, picture, 0, picture.height + 4, picture.height + 4 + words)
    return Letterhead(
        *parts, picture, indent, max(0.0, (picture.height - words) / 2), max(picture.height, words)
    )


def _sized(logo: Logo, name: str) -> _Picture:
    wide = logo.width > _WIDE * logo.height
    highest, widest = (_HIGHEST_ABOVE, _WIDEST_ABOVE) if wide else (_HIGHEST_BESIDE, _WIDEST_BESIDE)
    scale = min(highest / logo.height, widest / logo.width, _POINTS_PER_PIXEL)
    return _Picture(logo, logo.width * scale, logo.height * scale, Node("Figure", alt=name))

"""A QR code as a figure: black squares on the page, no picture file."""

from collections.abc import Sequence

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.colors import black
from reportlab.platypus.flowables import Flowable

from mbb_desktop.clinical.remembered import remembered
from mbb_desktop.documents.tags import Node, marked

_QUIET = 4  # modules of white around it, as the standard asks


class QrFigure(Flowable):
    """A code `side` points wide with its quiet zone; a quarter of it may be lost to a stain (level Q)."""

    def __init__(self, text: str, side: float, alt: str) -> None:
        super().__init__()
        self.node = Node("Figure", alt=alt)
        self._rows = _modules(text)
        self.width = self.height = side

    def wrap(self, *_available: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        left, bottom = self.canv.absolutePosition(0, 0)
        self.node.bounds = (left, bottom, left + self.width, bottom + self.height)
        each = self.width / (len(self._rows) + 2 * _QUIET)
        path = self.canv.beginPath()
        for down, row in enumerate(self._rows):
            y = self.height - (down + _QUIET + 1) * each
            for start, length in _runs(row):
                path.rect((start + _QUIET) * each, y, length * each, each)
        with marked(self.canv, self.node):
            self.canv.setFillColor(black)
            self.canv.drawPath(path, stroke=0, fill=1)


@remembered(8)  # a page is tried in several sizes
def _modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The dark places of the code, row by row."""
    code = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(text)
    code.make()
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)


def _runs(row: Sequence[bool]) -> list[tuple[int, int]]:
    """Where dark modules begin, and how many stand together."""
    found: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if dark and found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif dark:
            found.append((place, 1))
    return found
